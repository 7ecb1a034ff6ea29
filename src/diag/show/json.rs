//! Diagnostics as JSON lines.

use serde::Serialize;

use super::word;
use crate::diag::Diagnostic;

/// A diagnostic as others read it; what is absent is left out.
#[derive(Serialize)]
struct Line<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
}

/// Lines and columns count from 1, columns in code points; `start` and `end` are bytes from 0.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
}

/// A diagnostic as one line of JSON, with its line end.
#[must_use]
pub fn json(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_and_column(place.span.start);
        let (end_line, end_column) = place.source.line_and_column(place.span.end);
        let file = place.source.name();
        Place {
            file,
            line,
            column,
            end_line,
            end_column,
            start: place.span.start,
            end: place.span.end,
        }
    });
    let line = Line {
        severity: word(diagnostic.severity),
        code: diagnostic.code,
        message: &diagnostic.message,
        place,
        label: diagnostic.label.as_deref(),
        notes: &diagnostic.notes,
        hint: diagnostic.hint.as_deref(),
    };
    // A struct of texts and numbers: nothing in it can fail.
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::json;
    use crate::{diag::Diagnostic, source::Source};

    #[test]
    fn a_line_names_the_place() {
        let source = Arc::new(Source::new("content/a.md", "---\nété: A\n"));
        let diagnostic = Diagnostic::error("unknown-key", "unknown key `été`").at(&source, 4..9);
        let expected = r#"{"severity":"error","code":"unknown-key","message":"unknown key `été`","place":{"file":"content/a.md","line":2,"column":1,"end_line":2,"end_column":4,"start":4,"end":9}}"#;
        assert_eq!(json(&diagnostic).trim_end(), expected);
    }
}
