//! Diagnostics as one SARIF 2.1.0 document, for code scanning.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::word;
use crate::{diag::Diagnostic, source::Place};

/// What a path in a URI must not hold as it is.
const PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// All diagnostics as one document, with its line end; without any, a document that says so.
#[must_use]
pub fn sarif(diagnostics: &[Diagnostic]) -> String {
    let codes: BTreeSet<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<_> = codes.into_iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<_> = diagnostics.iter().map(result).collect();
    let driver =
        json!({ "name": "dateline", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    document.to_string() + "\n"
}

fn result(diagnostic: &Diagnostic) -> Value {
    let label = diagnostic.label.iter().map(String::as_str);
    let notes = diagnostic.notes.iter().map(String::as_str);
    let said = std::iter::once(diagnostic.message.as_str()).chain(label).chain(notes);
    let text = said.chain(diagnostic.hint.as_deref()).collect::<Vec<_>>().join("\n");
    let mut result = json!({
        "ruleId": diagnostic.code,
        "level": word(diagnostic.severity),
        "message": { "text": text },
    });
    if let Some(place) = &diagnostic.place {
        result["locations"] = json!([location(place)]);
    }
    result
}

fn location(place: &Place) -> Value {
    let (line, column) = place.source.line_and_column(place.span.start);
    let (end_line, end_column) = place.source.line_and_column(place.span.end);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": utf8_percent_encode(place.source.name(), PATH).to_string() },
        "region": {
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column
        },
    } })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::sarif;
    use crate::{diag::Diagnostic, source::Source};

    #[test]
    fn a_document_has_rules_and_results() {
        let source = Arc::new(Source::new("content/a b.md", "titel: A"));
        let fault =
            Diagnostic::error("unknown-key", "unknown key").at(&source, 0..5).hint("mend it");
        let document: serde_json::Value = serde_json::from_str(&sarif(&[fault])).unwrap();
        let run = &document["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "unknown-key");
        assert_eq!(run["results"][0]["message"]["text"], "unknown key\nmend it");
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/a%20b.md");
        assert_eq!(place["region"]["endColumn"], 6);
    }
}
