//! Diagnostics as workflow commands, which GitHub shows beside the line of a pull request.

use super::word;
use crate::diag::{Diagnostic, Severity};

/// A diagnostic as one workflow command, with its line end.
///
/// ```
/// use dateline::diag::{Diagnostic, show};
/// let diagnostic = Diagnostic::warning("no-date", "100 % undated").hint("add `date`");
/// assert_eq!(show::github(&diagnostic), "::warning title=no-date::100 %25 undated%0Ahelp: add `date`\n");
/// ```
#[must_use]
pub fn github(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.source.line_and_column(place.span.start);
        let end_line = place.source.line_and_column(place.span.end).0;
        let file = property(place.source.name());
        format!("file={file},line={line},endLine={end_line},col={column},")
    });
    let mut message = diagnostic.message.clone();
    let label = diagnostic.label.iter().map(|label| format!("\n{label}"));
    let notes = diagnostic.notes.iter().map(|note| format!("\nnote: {note}"));
    let hint = diagnostic.hint.iter().map(|hint| format!("\nhelp: {hint}"));
    message.extend(label.chain(notes).chain(hint));
    format!(
        "::{} {}title={}::{}\n",
        command(diagnostic.severity),
        place.unwrap_or_default(),
        property(diagnostic.code),
        data(&message)
    )
}

/// GitHub's word for a severity.
fn command(severity: Severity) -> &'static str {
    if severity == Severity::Note { "notice" } else { word(severity) }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
