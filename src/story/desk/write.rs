//! A desk file's text and a decision in, the text with the decision at its end out.
//!
//! ```text
//! Decision ── item ──▶ { hide: ID, quote: "…" } ── place by the list's marks ──▶ new text ── read again ──▶ Addition
//! ```
//!
//! Nothing that stands in the text is written anew, so comments, blank lines, line ends and a byte
//! order mark stay as they are. What comes out has been read again: it holds the decisions of
//! before and the new one, or nothing comes out.

use std::{fmt::Write as _, ops::Range, sync::Arc};

use super::{
    decision::{self, Action, Decision},
    yaml::{self, List, Node},
};
use crate::{
    diag::{Diagnostic, Severity},
    source::Source,
};

/// A desk file with a decision more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The new text, under the file's name.
    pub source: Arc<Source>,
    /// Where the new decision stands in it.
    pub span: Range<usize>,
}

/// Adds `decision` to the end of the desk file `name`, which holds `text`.
///
/// # Errors
///
/// The faults that keep the file from being read, or the one that keeps it from being added to.
pub fn add(name: &str, text: &str, decision: &Decision) -> Result<Addition, Vec<Diagnostic>> {
    let before = Arc::new(Source::new(name, text));
    let known = decisions(&before)?;
    let root = yaml::read(&before).map_err(|fault| vec![*fault])?;
    let item = item(decision);
    let (new, span) = match &root {
        Some(Node::List(list)) if list.in_brackets() => in_brackets(text, list, &item),
        Some(Node::List(list)) => on_a_line(text, indentation(text, list.open.start), &item),
        _ => on_a_line(text, "", &item),
    };
    let source = Arc::new(Source::new(name, new));
    let mut expected = known;
    expected.push(decision.clone());
    match decisions(&source) {
        Ok(found) if found == expected => Ok(Addition { source, span }),
        Ok(_) | Err(_) => Err(vec![unfit(&before, &item)]),
    }
}

/// The decisions of a file, if it has no error.
fn decisions(source: &Arc<Source>) -> Result<Vec<Decision>, Vec<Diagnostic>> {
    let read = decision::read(source);
    if read.diagnostics.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(read.diagnostics);
    }
    Ok(read.value.into_iter().map(|item| item.decision.map(|written| written.text)).collect())
}

/// A file that can be read but has no place for one decision more, such as one that ends with `...`.
fn unfit(source: &Arc<Source>, item: &str) -> Diagnostic {
    let end = source.text().trim_end().len();
    let last = source.text()[..end].char_indices().next_back().map_or(end, |(at, _)| at);
    Diagnostic::error("desk-end", "no decision can be added to the end of this file")
        .at(source, last..end)
        .hint(format!("write it by hand: `{item}`"))
}

/// On a line of its own behind everything else.
fn on_a_line(text: &str, indentation: &str, item: &str) -> (String, Range<usize>) {
    let newline = newline(text);
    let bare = text.trim_start_matches('\u{feff}');
    let open = !bare.is_empty() && !bare.ends_with(['\n', '\r']);
    let before = format!("{text}{}{indentation}- ", if open { newline } else { "" });
    let span = before.len()..before.len() + item.len();
    (format!("{before}{item}{newline}"), span)
}

/// Before the closing bracket, on a line of its own if that has one.
fn in_brackets(text: &str, list: &List, item: &str) -> (String, Range<usize>) {
    let close = list.close.start;
    let end = list.end.map(|end| text[..end].trim_end().len());
    let comma = end.filter(|&end| !has_comma(&text[end..close]));
    let mut new = match comma {
        Some(end) => format!("{},{}", &text[..end], &text[end..close]),
        None => text[..close].to_owned(),
    };
    let line = new.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let alone = line > 0 && new[line..].trim().is_empty();
    let before_bracket = new.split_off(if alone { line } else { new.len() });
    if alone {
        let column = list.items.last().map(|it| indentation(text, it.span().start));
        new.push_str(column.unwrap_or("  "));
    } else if end.is_some() && !new.ends_with(char::is_whitespace) {
        new.push(' ');
    }
    let span = new.len()..new.len() + item.len();
    let after = if alone { newline(text) } else { "" };
    (format!("{new}{item}{after}{before_bracket}{}", &text[close..]), span)
}

/// Whether there is a comma beside the comments between the last item and the closing bracket.
fn has_comma(text: &str) -> bool {
    text.split(['\n', '\r']).any(|line| line.split('#').next().is_some_and(|it| it.contains(',')))
}

/// The blanks before a byte, if nothing else stands before it on its line.
fn indentation(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let before = text[start..at].trim_start_matches('\u{feff}');
    if before.trim().is_empty() { before } else { "" }
}

/// How the lines of a text end.
fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// A decision as an item of the list, on one line.
fn item(decision: &Decision) -> String {
    let Decision { action, quotes, on, why } = decision;
    let mut fields = fields(action);
    let quotes: Vec<_> = quotes.iter().map(|quote| quoted(quote)).collect();
    match (action, quotes.as_slice()) {
        (_, []) => {}
        (Action::Merge(_), _) => fields.push(("quotes", list(&quotes))),
        (_, [quote, ..]) => fields.push(("quote", quote.clone())),
    }
    fields.extend(on.map(|day| ("on", day.to_string())));
    fields.extend(why.as_ref().map(|why| ("why", quoted(why))));
    let fields: Vec<_> = fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    format!("{{ {} }}", fields.join(", "))
}

/// What is decided, with its values as YAML.
fn fields(action: &Action) -> Vec<(&'static str, String)> {
    let verb = action.verb();
    match action {
        Action::Hide(event) | Action::Approve(event) | Action::Pin(event) => {
            vec![(verb, plain(event))]
        }
        Action::Retitle { event, to } => vec![(verb, plain(event)), ("to", quoted(to))],
        Action::Redate { event, to } => vec![(verb, plain(event)), ("to", plain(&to.edtf()))],
        Action::Merge(events) => {
            vec![(verb, list(&events.iter().map(|it| plain(it)).collect::<Vec<_>>()))]
        }
        Action::Split { event, at } => {
            let at: Vec<_> = at.iter().map(|it| quoted(it)).collect();
            vec![(verb, plain(event)), ("at", list(&at))]
        }
        Action::Note { event, text } => vec![(verb, plain(event)), ("text", quoted(text))],
        Action::Person { name, is } => vec![(verb, quoted(name)), ("is", quoted(is))],
        Action::DropPerson(name) => vec![(verb, quoted(name))],
    }
}

fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

/// An id or a date as it stands, if YAML cannot take it for anything else.
fn plain(text: &str) -> String {
    let begins = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let all = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '~');
    let is_plain = begins && text.chars().all(all) && !yaml::is_null(text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Any text between double quotes, on one line, with nothing in it that an editor cannot show.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            c if is_hidden(c) && u32::from(c) < 0x100 => write!(out, "\\x{:02x}", u32::from(c)),
            c if is_hidden(c) => write!(out, "\\u{:04x}", u32::from(c)),
            c => write!(out, "{c}"),
        }; // a text takes all
    }
    out.push('"');
    out
}

/// Controls, what ends a line in some programs, what turns the direction of writing, and what YAML
/// does not let stand.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::temporal::value::When;

    fn hide() -> Decision {
        let action = Action::Hide("a-id".into());
        Decision { action, quotes: Vec::new(), on: None, why: None }
    }

    fn added(text: &str) -> Result<String, Vec<Diagnostic>> {
        let Addition { source, span } = add("_desk.yaml", text, &hide())?;
        assert_eq!(&source.text()[span], "{ hide: a-id }", "{text:?}");
        Ok(source.text().to_owned())
    }

    #[test]
    fn a_decision_goes_to_the_end_and_all_else_stays() {
        for (text, expected) in [
            ("", "- ITEM\n"),
            ("# none yet", "# none yet\n- ITEM\n"),
            ("---\n", "---\n- ITEM\n"),
            ("- hide: b # c\n\n# d\n", "- hide: b # c\n\n# d\n- ITEM\n"),
            ("- hide: b", "- hide: b\n- ITEM\n"),
            ("- hide: b\r\n", "- hide: b\r\n- ITEM\r\n"),
            ("# a\r\n- hide: b", "# a\r\n- hide: b\r\n- ITEM\r\n"),
            ("\u{feff}- hide: b\n", "\u{feff}- hide: b\n- ITEM\n"),
            ("\u{feff}", "\u{feff}- ITEM\n"),
            ("  - hide: b\n", "  - hide: b\n  - ITEM\n"),
            ("- hide: b\n  ", "- hide: b\n  \n- ITEM\n"),
            ("- note: b\n  text: |+\n    c\n\n", "- note: b\n  text: |+\n    c\n\n- ITEM\n"),
            ("- note: b\n  text: |\n    c", "- note: b\n  text: |\n    c\n- ITEM\n"),
            ("[]", "[ITEM]"),
            ("[ ]\n# c\n", "[ ITEM]\n# c\n"),
            ("[\n]\n", "[\n  ITEM\n]\n"),
            ("[{ hide: b }]", "[{ hide: b }, ITEM]"),
            ("[{ hide: b }, ]", "[{ hide: b }, ITEM]"),
            ("[hide: b , hide: c ]", "[hide: b , hide: c, ITEM]"),
            (
                "[\n  { hide: b }, # c\n  { hide: d } # e, f\n]\n",
                "[\n  { hide: b }, # c\n  { hide: d }, # e, f\n  ITEM\n]\n",
            ),
            ("[\r\n    { hide: b }, # c\r\n  ]", "[\r\n    { hide: b }, # c\r\n    ITEM\r\n  ]"),
            ("[ # c\n  ]", "[ # c\n  ITEM\n  ]"),
        ] {
            let expected = expected.replace("ITEM", "{ hide: a-id }");
            assert_eq!(added(text), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_or_has_no_end_is_refused() {
        for (text, code) in [
            ("- {", "bad-yaml"),
            ("hide: a", "wrong-type"),
            ("~", "wrong-type"),
            ("- hyde: a", "unknown-key"),
            ("- hide: b\n...\n", "desk-end"),
        ] {
            let faults = added(text).expect_err("it must be refused");
            assert_eq!(faults[0].code, code, "{text:?}");
        }
    }

    #[test]
    fn an_item_is_one_line_that_people_can_read() {
        let item = |action, quotes: &[&str]| {
            let quotes = quotes.iter().map(ToString::to_string).collect();
            let on = "2018-06-20".parse().ok();
            item(&Decision { action, quotes, on, why: Some("he said: “no”".into()) })
        };
        let to = When::from_edtf("-0043-03-15").expect("a date");
        for (found, expected) in [
            (
                item(Action::Hide("2018-06-06-a".into()), &["He said \"no\": #1."]),
                r#"{ hide: 2018-06-06-a, quote: "He said \"no\": #1.", REST"#,
            ),
            (
                item(Action::Redate { event: "bc0044-a".into(), to }, &[]),
                r#"{ redate: bc0044-a, to: "-0043-03-15", REST"#,
            ),
            (item(Action::Hide("null".into()), &[]), r#"{ hide: "null", REST"#),
            (
                item(Action::Merge(vec!["a".into(), "b".into()]), &["A.", "B."]),
                r#"{ merge: [a, b], quotes: ["A.", "B."], REST"#,
            ),
            (
                item(Action::Split { event: "a".into(), at: vec!["A,\nb.".into()] }, &[]),
                r#"{ split: a, at: ["A,\nb."], REST"#,
            ),
        ] {
            let rest = r#"on: 2018-06-20, why: "he said: “no”" }"#;
            assert_eq!(found, expected.replace("REST", rest));
        }
    }

    /// Words, signs and ends of lines that mean something in YAML, and whatever else there is.
    fn any_text() -> impl Strategy<Value = String> {
        let signs = "([a-c]|é|: |:|- |---\n|\n|\r\n|\t|\\[|\\]|\\{|\\}|, |\"|'| #|#|\\? |&a|\\*a|!!str |%|@|`|\\||> |\\.\\.\\.\n|\\\\|\u{0}|\u{85}|\u{feff}|\u{202e}|\u{2028}|\u{ffff}|~|no|1.10){1,12}";
        prop_oneof![signs.prop_map(|text: String| text), any::<String>()]
            .prop_filter("a text is not empty", |text| !text.trim().is_empty())
    }

    fn any_action() -> impl Strategy<Value = Action> {
        let date = prop_oneof![Just("2018-06-06"), Just("1996~"), Just("-0043"), Just("199X/2018")];
        let when = date.prop_map(|edtf| When::from_edtf(edtf).expect("a date"));
        let texts = |least: usize| prop::collection::vec(any_text(), least..4);
        prop_oneof![
            any_text().prop_map(Action::Hide),
            any_text().prop_map(Action::Approve),
            any_text().prop_map(Action::Pin),
            (any_text(), any_text()).prop_map(|(event, to)| Action::Retitle { event, to }),
            (any_text(), when).prop_map(|(event, to)| Action::Redate { event, to }),
            texts(2).prop_map(Action::Merge),
            (any_text(), texts(1)).prop_map(|(event, at)| Action::Split { event, at }),
            (any_text(), any_text()).prop_map(|(event, text)| Action::Note { event, text }),
            (any_text(), any_text()).prop_map(|(name, is)| Action::Person { name, is }),
            any_text().prop_map(Action::DropPerson),
        ]
    }

    fn any_decision() -> impl Strategy<Value = Decision> {
        let day = prop::option::of(Just(jiff::civil::date(2018, 6, 20)));
        let why = prop::option::of(any_text());
        (any_action(), any_text(), any::<bool>(), day, why).prop_map(
            |(action, quote, is_quoted, on, why)| {
                let is_name = matches!(action, Action::Person { .. } | Action::DropPerson(_));
                let count = action.named().len() * usize::from(is_quoted && !is_name);
                Decision { quotes: vec![quote; count], action, on, why }
            },
        )
    }

    /// A desk file as people write it: with comments, blank lines and items of all forms.
    fn any_block_file() -> impl Strategy<Value = String> {
        let text = |text: &'static str| Just(text.to_owned());
        let piece = prop_oneof![
            text("# a comment: - [x\n"),
            text("\n"),
            text("- hide: a # b\n"),
            text("- note: a\n  text: |\n    one\n    # two\n"),
            text("- note: a\n  text: >-\n    one\n\n"),
            text("-\n  retitle: a\n  to: 'b: ''c'\n"),
            text("- hide: a\n  quote: one\n    two\n"),
            any_decision().prop_map(|decision| format!("- {}\n", item(&decision))),
        ];
        let marks = (any::<bool>(), any::<bool>(), any::<bool>());
        (prop::collection::vec(piece, 0..6), marks).prop_map(|(pieces, (mark, crlf, cut))| {
            let mut text = pieces.concat();
            if cut && text.ends_with('\n') {
                text.pop();
            }
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            if mark { format!("\u{feff}{text}") } else { text }
        })
    }

    fn any_list_in_brackets() -> impl Strategy<Value = String> {
        let item = any_decision().prop_map(|decision| item(&decision));
        let space = prop_oneof![
            Just(""),
            Just(" "),
            Just("\n"),
            Just("\n  "),
            Just(" # a, b]\n"),
            Just("\r\n")
        ];
        let items = prop::collection::vec((space.clone(), item, space.clone()), 0..4);
        (items, any::<bool>(), space).prop_map(|(items, trailing, space)| {
            let items: Vec<_> = items.iter().map(|(a, it, b)| format!("{a}{it}{b}")).collect();
            let comma = if trailing && !items.is_empty() { "," } else { "" };
            format!("[{}{comma}{space}]\n# end", items.join(","))
        })
    }

    /// The decisions of a text that can be read.
    fn decisions_of(text: &str) -> Vec<Decision> {
        decisions(&Arc::new(Source::new("_desk.yaml", text))).expect("a desk file")
    }

    proptest! {
        #[test]
        fn what_was_there_stays_and_the_new_decision_follows(
            text in any_block_file(),
            decision in any_decision(),
        ) {
            let before = decisions_of(&text);
            let Addition { source, span } = add("_desk.yaml", &text, &decision).expect("a place");
            prop_assert!(source.text().starts_with(&text));
            let is_one_line = !source.text()[span].contains(['\n', '\r', '\u{202e}', '\u{2028}']);
            prop_assert!(is_one_line, "{}", source.text());
            let found = decisions_of(source.text());
            prop_assert_eq!(&found[..before.len()], before.as_slice());
            prop_assert_eq!(&found[before.len()..], &[decision]);
        }

        #[test]
        fn a_list_in_brackets_keeps_all_its_bytes(
            text in any_list_in_brackets(),
            decision in any_decision(),
        ) {
            let before = decisions_of(&text);
            let Addition { source, span } = add("_desk.yaml", &text, &decision).expect("a place");
            let mut without = source.text().to_owned();
            without.replace_range(span, "");
            let mut left = without.chars();
            prop_assert!(text.chars().all(|c| left.any(|it| it == c)), "{} {}", text, without);
            prop_assert!(without.len() <= text.len() + 8, "{} {}", text, without);
            prop_assert_eq!(decisions_of(source.text()).len(), before.len() + 1);
        }

        #[test]
        fn whatever_a_file_holds_it_is_added_to_or_refused(
            text in "([a-c]|é|: |- hide: a\n|- |\n|\n  |\t|\\[|\\]|\\{|\\}|, |\"|'|#| #|\\? |!!str |%|\\||---|\\.\\.\\.|\r|\r\n|\u{feff}){0,30}",
        ) {
            match add("_desk.yaml", &text, &hide()) {
                Ok(added) => prop_assert_eq!(&added.source.text()[added.span], "{ hide: a-id }"),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
