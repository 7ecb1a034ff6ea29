//! Diagnostics as text: for people with the line of the source, for machines as JSON lines, GitHub
//! workflow commands or SARIF.
//!
//! What a file says is shown, never obeyed: characters that steer a terminal or turn the direction
//! of reading stand escaped.

mod frame;
mod github;
mod json;
mod sarif;

use std::collections::BTreeMap;

use super::{Diagnostic, Severity};

pub use github::github;
pub use json::json;
pub use sarif::sarif;

/// How many diagnostics that say the same are shown to people.
const SAME_SHOWN: usize = 5;

/// How diagnostics look to people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether to add the escape codes of colour.
    pub styled: bool,
    /// Whether to show all, however many say the same.
    pub all: bool,
}

/// Diagnostics for people: a code frame for each, what is the same folded, and, of several, the counts at the end.
///
/// ```
/// use dateline::diag::{Diagnostic, show};
/// let missing = Diagnostic::error("missing-folder", "there is no folder `content`");
/// let text = show::people(&[missing], show::Look::default());
/// assert_eq!(text, "error[missing-folder]: there is no folder `content`\n");
/// ```
#[must_use]
pub fn people(diagnostics: &[Diagnostic], look: Look) -> String {
    let mut parts: Vec<String> = fold(diagnostics, look.all)
        .into_iter()
        .map(|(diagnostic, folded)| frame::render(diagnostic, folded, look.styled) + "\n")
        .collect();
    if diagnostics.len() > 1 {
        parts.push(counts(diagnostics) + "\n");
    }
    parts.join("\n")
}

/// How many errors, warnings and notes there are: `2 errors, 1 warning`.
#[must_use]
pub fn counts(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let parts = [Severity::Error, Severity::Warning, Severity::Note];
    let parts = parts.map(|severity| (count(severity), word(severity)));
    let parts = parts.into_iter().filter(|&(count, _)| count > 0);
    parts.map(|(count, word)| plural(count, word)).collect::<Vec<_>>().join(", ")
}

/// A count with its noun: `1 page`, `2 pages`, `2 stories`.
#[must_use]
pub fn plural(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

/// Leaves out what is said for the sixth time and more; the last one shown carries how many follow.
fn fold(diagnostics: &[Diagnostic], all: bool) -> Vec<(&Diagnostic, usize)> {
    let key = |diagnostic: &Diagnostic| (diagnostic.code, diagnostic.message.clone());
    let mut totals = BTreeMap::new();
    for diagnostic in diagnostics {
        *totals.entry(key(diagnostic)).or_insert(0_usize) += 1;
    }
    let mut seen = BTreeMap::new();
    let mut shown = Vec::new();
    for diagnostic in diagnostics {
        let nth = seen.entry(key(diagnostic)).or_insert(0_usize);
        *nth += 1;
        let total = totals.get(&key(diagnostic)).copied().unwrap_or(0);
        match *nth {
            _ if all => shown.push((diagnostic, 0)),
            SAME_SHOWN => shown.push((diagnostic, total - SAME_SHOWN)),
            n if n < SAME_SHOWN => shown.push((diagnostic, 0)),
            _ => {}
        }
    }
    shown
}

/// The word for a severity, in every format.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Whether a character must not reach a terminal as it is: it would steer it, or hide or turn text.
fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text with what must not reach a terminal escaped: `\u{202e}`. Line ends stay.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && needs_escape(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Look, counts, escaped, people, plural};
    use crate::{diag::Diagnostic, source::Source};

    fn unknown_key(text: &str) -> Diagnostic {
        let source = Arc::new(Source::new("content/a.md", text));
        let at = text.find("titel").unwrap();
        Diagnostic::warning("unknown-key", "unknown key `titel`")
            .at(&source, at..at + 5)
            .label("no such key")
            .note("articles have `title`")
            .hint("write `title`")
    }

    #[test]
    fn a_frame_shows_the_line_and_the_mend() {
        let text = people(&[unknown_key("---\ntitel: A\n---\n")], Look::default());
        insta::assert_snapshot!(text, @r"
        warning[unknown-key]: unknown key `titel`
         --> content/a.md:2:1
          |
        2 | titel: A
          | ^^^^^ no such key
          |
          = note: articles have `title`
          = help: write `title`
        ");
    }

    #[test]
    fn a_huge_line_is_cut_around_the_place() {
        let line = format!("{}titel{}", "é".repeat(100_000), "b".repeat(100_000));
        let text = people(&[unknown_key(&line)], Look::default());
        assert!(text.len() < 1_500, "{text}");
        assert!(text.contains("content/a.md:1:100001"), "{text}");
        assert!(text.contains("titel"));
    }

    #[test]
    fn what_a_file_says_does_not_steer_the_terminal() {
        let text = people(&[unknown_key("a\u{1b}[2J\u{202e}b titel\r\n")], Look::default());
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']), "{text}");
        assert!(text.contains("a\\u{1b}[2J\\u{202e}b titel"), "{text}");
        assert_eq!(escaped("a\nb\t"), "a\nb\\u{9}");
    }

    #[test]
    fn what_is_said_often_is_folded() {
        let many = vec![unknown_key("titel"); 217];
        let folded = people(&many, Look::default());
        assert_eq!(folded.matches("unknown key").count(), 5);
        assert!(folded.contains("and 212 more of the same"), "{folded}");
        assert!(folded.ends_with("217 warnings\n"));
        let all = people(&many, Look { all: true, styled: false });
        assert_eq!(all.matches("unknown key").count(), 217);
    }

    #[test]
    fn counts_are_in_plain_words() {
        let error = Diagnostic::error("a", "b");
        assert_eq!(counts(&[error.clone(), error, unknown_key("titel")]), "2 errors, 1 warning");
        assert_eq!(plural(2, "story"), "2 stories");
        assert_eq!(people(&[], Look::default()), "");
    }
}
