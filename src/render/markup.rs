//! Markdown as HTML, with marked sentences: a stand-in for `load::markdown` that knows paragraphs.

use crate::{load::Text, render::html::escape, source::Span};

/// A sentence to mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it stands, in bytes of its file.
    pub(crate) span: Span,
    /// Its anchor: `s14`.
    pub(crate) id: String,
}

/// The Markdown of `text` as HTML; marks come in ascending order and do not overlap.
pub(crate) fn to_html(text: &Text, marks: &[Mark]) -> String {
    let mut out = String::new();
    let mut at = text.body.start;
    let all = text.source.text();
    let piece = |from: usize, to: usize| {
        let text = all.get(from..to).unwrap_or_default();
        escape(text).replace("\n\n", "</p>\n<p>")
    };
    out.push_str("<p>");
    for mark in marks.iter().filter(|mark| mark.span.end <= text.body.end) {
        out.push_str(&piece(at, mark.span.start));
        out.push_str(&format!("<mark id=\"{}\" class=\"evd\">", mark.id));
        out.push_str(&piece(mark.span.start, mark.span.end));
        out.push_str("</mark>");
        at = mark.span.end;
    }
    out.push_str(&piece(at, text.body.end));
    out.push_str("</p>");
    out
}
