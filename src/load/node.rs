//! YAML and TOML in, one small tree out: what is written, and where.
//!
//! Scalars stay the text of their source (`no`, `1.10`, `2024-01-01`); what a field makes of them is
//! up to the field. Aliases are refused and nesting is bounded, so a tree is never larger than its
//! source.

use std::{collections::BTreeMap, sync::Arc};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};
use toml::de::{DeTable, DeValue};

use crate::{
    diag::Diagnostic,
    source::{Source, Span},
};

/// How deep lists and maps may be nested.
const MAX_DEPTH: usize = 32;

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// In bytes of the source.
    pub(crate) span: Span,
    /// What is written there.
    pub(crate) content: Content,
}

/// What a [`Node`] holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// A word, number, date or text.
    Scalar {
        /// Its text: of a plain scalar as written, of a quoted one with its escapes resolved.
        text: String,
        /// Whether it is written in quotes or as a block, and so cannot be anything but text.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the source; no key twice.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// The value.
    pub(crate) value: Node,
}

impl Node {
    fn empty(at: usize) -> Self {
        Self { span: Span { start: at, end: at }, content: Content::Map(Vec::new()) }
    }

    /// Whether nothing is written: an empty value, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, quoted: false }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What it is, for a person: `a list`, `the text "on"`.
    pub(crate) fn describe(&self) -> String {
        match &self.content {
            Content::List(_) => "a list".into(),
            Content::Map(_) => "a map of keys and values".into(),
            Content::Scalar { .. } if self.is_null() => "nothing".into(),
            Content::Scalar { text, .. } => format!("`{}`", shorten(text)),
        }
    }

    /// As JSON, plain scalars by the core schema of YAML 1.2.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match &self.content {
            Content::Scalar { text, quoted: true } => text.clone().into(),
            Content::Scalar { text, quoted: false } => plain_to_json(text),
            Content::List(items) => items.iter().map(Self::to_json).collect(),
            Content::Map(entries) => {
                entries.iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect()
            }
        }
    }
}

/// The beginning of a text that is too long for a message.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The value of a plain scalar, by the core schema as `serde_yaml` knows it. What it would not take for
/// one scalar stays the text that it is.
fn plain_to_json(text: &str) -> serde_json::Value {
    match serde_yaml::from_str(text) {
        Ok(serde_json::Value::Array(_) | serde_json::Value::Object(_)) | Err(_) => text.into(),
        Ok(value) => value,
    }
}

/// Reads the YAML at `span` of `source`; an empty map where nothing is written.
pub(crate) fn yaml(
    source: &Arc<Source>,
    span: Span,
    sink: &mut Vec<Diagnostic>,
) -> Result<Node, Diagnostic> {
    let text = &source.text()[span.start..span.end];
    let mut tree =
        Tree { source, places: Places::new(text, span.start), open: Vec::new(), root: None, sink };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, at) = event.map_err(|error| tree.broken(&error))?;
        let span = Span { start: tree.places.byte(at.start), end: tree.places.byte(at.end) };
        tree.take(event, span)?;
    }
    Ok(tree.root.unwrap_or_else(|| Node::empty(span.start)))
}

/// A list or map whose end has not come yet.
enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        entries: Vec<Entry>,
        /// Where each key stands first.
        known: BTreeMap<String, Span>,
        /// The key whose value comes next.
        key: Option<(String, Span)>,
    },
}

struct Tree<'a> {
    source: &'a Arc<Source>,
    places: Places<'a>,
    open: Vec<Open>,
    root: Option<Node>,
    sink: &'a mut Vec<Diagnostic>,
}

impl Tree<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostic> {
        match event {
            Event::Scalar(text, style, _, tag) => {
                let tagged_text = tag.is_some_and(|tag| tag.suffix == "str");
                let quoted = style != ScalarStyle::Plain || tagged_text;
                let span = self.trimmed(span);
                self.place(Node { span, content: Content::Scalar { text: text.into(), quoted } })
            }
            Event::SequenceStart(..) => {
                self.nest(Open::List { start: span.start, items: Vec::new() }, span)
            }
            Event::MappingStart(..) => {
                let (entries, known) = (Vec::new(), BTreeMap::new());
                self.nest(Open::Map { start: span.start, entries, known, key: None }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) => Err(self.refuse(
                "yaml-alias",
                "a `*` alias is not read in front matter",
                span,
                "write the value out, or quote a text that begins with `*`",
            )),
            _ => Ok(()),
        }
    }

    fn nest(&mut self, open: Open, span: Span) -> Result<(), Diagnostic> {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("lists and maps are nested more than {MAX_DEPTH} deep");
            return Err(self.refuse("deep-nesting", message, span, "flatten what is written here"));
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, span: Span) -> Result<(), Diagnostic> {
        let node = match self.open.pop() {
            Some(Open::List { start, items }) => {
                let span = self.trimmed(Span { start, end: span.end });
                Node { span, content: Content::List(items) }
            }
            Some(Open::Map { start, entries, .. }) => {
                let span = self.trimmed(Span { start, end: span.end });
                Node { span, content: Content::Map(entries) }
            }
            None => return Ok(()),
        };
        self.place(node)
    }

    fn place(&mut self, node: Node) -> Result<(), Diagnostic> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, known, key, .. }) => match key.take() {
                Some((key, key_span)) => {
                    if let Some(first) = known.get(&key) {
                        self.sink.push(duplicate(self.source, *first, &key, key_span));
                    } else {
                        known.insert(key.clone(), key_span);
                        entries.push(Entry { key, key_span, value: node });
                    }
                }
                None => match node.content {
                    Content::Scalar { text, .. } => *key = Some((text, node.span)),
                    _ => {
                        return Err(self.refuse(
                            "yaml-key",
                            "a key must be a word, not a list or a map",
                            node.span,
                            "write it like `title: A day in June`",
                        ));
                    }
                },
            },
        }
        Ok(())
    }

    /// The parser ends blocks where the next one begins; people mean the text alone.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.text();
        let end = span.start + text[span.start..span.end.max(span.start)].trim_end().len();
        Span { start: span.start, end }
    }

    fn refuse(
        &self,
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        hint: &str,
    ) -> Diagnostic {
        Diagnostic::error(code, message).at(self.source, self.trimmed(span)).hint(hint)
    }

    fn broken(&mut self, error: &ScanError) -> Diagnostic {
        let at = self.places.byte(*error.marker());
        let line = self.places.line_of(*error.marker());
        let message = format!("the YAML cannot be read: {}", error.info());
        let fault = Diagnostic::error("bad-yaml", message)
            .at(self.source, Span { start: at, end: at + self.places.char_len(at) });
        match yaml_hint(line) {
            Some(hint) => fault.hint(hint),
            None => fault.hint("front matter is lines of `key: value`, and lists like `[a, b]`"),
        }
    }
}

fn duplicate(source: &Arc<Source>, first: Span, key: &str, span: Span) -> Diagnostic {
    let line = source.line_and_column(first.start).0;
    Diagnostic::error("duplicate-key", format!("`{key}` is written twice"))
        .at(source, span)
        .note(format!("first written on line {line}"))
        .hint("keep one of them")
}

/// What most often breaks a line of YAML, and its mend.
fn yaml_hint(line: &str) -> Option<String> {
    let content = line.trim_start();
    if line[..line.len() - content.len()].contains('\t') {
        return Some("the line begins with a tab: YAML is indented with spaces".into());
    }
    let (key, value) = content.trim_end().split_once(": ")?;
    let value = value.trim_start();
    let quoted = || {
        let inner = value.trim_matches('"').replace('\\', "\\\\").replace('"', "\\\"");
        format!("put the text in quotes: `{key}: \"{inner}\"`")
    };
    let starts_with_mark = value.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '"', '\'']);
    let is_flow = value.starts_with(['[', '{']);
    (starts_with_mark || (!is_flow && (value.contains(": ") || value.ends_with(':')))).then(quoted)
}

/// From the parser's lines and columns, which count code points, to bytes of the source.
///
/// Marks mostly ascend, so the last one is kept and read on from: one long line costs no more than
/// many short ones.
struct Places<'a> {
    text: &'a str,
    base: usize,
    line_starts: Vec<usize>,
    last: (usize, usize, usize),
}

impl<'a> Places<'a> {
    fn new(text: &'a str, base: usize) -> Self {
        let bytes = text.as_bytes();
        let breaks = (0..bytes.len()).filter(|&at| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let line_starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        Self { text, base, line_starts, last: (0, 0, 0) }
    }

    fn line_start(&self, mark: Marker) -> usize {
        let line = mark.line().saturating_sub(1);
        self.line_starts.get(line).copied().unwrap_or(self.text.len())
    }

    fn line_of(&self, mark: Marker) -> &'a str {
        self.text[self.line_start(mark)..].lines().next().unwrap_or_default()
    }

    fn byte(&mut self, mark: Marker) -> usize {
        let (line, column, at) = self.last;
        let (from, skip) = if mark.line() == line && mark.col() >= column {
            (at, mark.col() - column)
        } else {
            (self.line_start(mark), mark.col())
        };
        let rest = &self.text[from..];
        let byte = from + rest.char_indices().nth(skip).map_or(rest.len(), |(at, _)| at);
        self.last = (mark.line(), mark.col(), byte);
        self.base + byte
    }

    fn char_len(&self, byte: usize) -> usize {
        self.text[byte - self.base..].chars().next().map_or(0, char::len_utf8)
    }
}

/// Reads the TOML at `span` of `source`.
pub(crate) fn toml(source: &Arc<Source>, span: Span) -> Result<Node, Diagnostic> {
    let text = &source.text()[span.start..span.end];
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        let place = Span { start: span.start + at.start, end: span.start + at.end };
        let message = error.message().lines().next().unwrap_or_default();
        Diagnostic::error("bad-toml", format!("the TOML cannot be read: {message}"))
            .at(source, place)
            .hint("texts and dates of the front matter between `+++` look like `title = \"A day in June\"`")
    })?;
    let whole = Span { start: span.start, end: span.end };
    Ok(Node { span: whole, content: from_table(text, span.start, table.into_inner()) })
}

fn from_table(text: &str, base: usize, table: DeTable<'_>) -> Content {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| Entry {
            key_span: moved(base, key.span()),
            key: key.into_inner().into_owned(),
            value: from_value(text, base, value.span(), value.into_inner()),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Content::Map(entries)
}

fn from_value(text: &str, base: usize, at: std::ops::Range<usize>, value: DeValue<'_>) -> Node {
    let written = text.get(at.clone()).unwrap_or_default();
    let content = match value {
        DeValue::String(value) => Content::Scalar { text: value.into_owned(), quoted: true },
        DeValue::Array(items) => Content::List(
            items
                .into_iter()
                .map(|item| from_value(text, base, item.span(), item.into_inner()))
                .collect(),
        ),
        DeValue::Table(table) => from_table(text, base, table),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Content::Scalar { text: written.to_owned(), quoted: false }
        }
    };
    Node { span: moved(base, at), content }
}

fn moved(base: usize, range: std::ops::Range<usize>) -> Span {
    Span { start: base + range.start, end: base + range.end }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans(node: &Node, text: &str, found: &mut Vec<String>) {
        match &node.content {
            Content::Scalar { .. } => found.push(text[node.span.start..node.span.end].to_owned()),
            Content::List(items) => items.iter().for_each(|item| spans(item, text, found)),
            Content::Map(entries) => {
                for entry in entries {
                    found.push(text[entry.key_span.start..entry.key_span.end].to_owned());
                    spans(&entry.value, text, found);
                }
            }
        }
    }

    fn whole(text: &str) -> (Arc<Source>, Span) {
        (Arc::new(Source::new("a.md", text)), Span { start: 0, end: text.len() })
    }

    #[test]
    fn a_span_covers_what_is_written() {
        for text in [
            "é: ü # ö\r\n\"k\": [1.0, 'x y']\r\nl:\r\n  - n\r\n  - m: \"q\"\r\n",
            "\"é\" = \"ü\" # ö\n\"k\" = [1.0, 'x y']\nl = [\"n\", { m = \"q\" }]\n",
        ] {
            let (source, span) = whole(text);
            let node = if text.contains('=') {
                toml(&source, span)
            } else {
                yaml(&source, span, &mut Vec::new())
            };
            let mut found = Vec::new();
            spans(&node.expect("readable"), text, &mut found);
            let bare: Vec<_> = found.iter().map(|s| s.trim_matches('"')).collect();
            assert_eq!(bare, ["é", "ü", "k", "1.0", "'x y'", "l", "n", "m", "q"]);
        }
    }

    #[test]
    fn plain_scalars_become_json_by_the_core_schema() {
        for (text, json) in [
            ("1", "1"),
            ("-1.5", "-1.5"),
            ("yes", "\"yes\""),
            ("~", "null"),
            ("TRUE", "true"),
            ("1e3", "1000.0"),
            ("nan", "\"nan\""),
            ("inf", "\"inf\""),
            ("2018-06-06", "\"2018-06-06\""),
        ] {
            assert_eq!(plain_to_json(text).to_string(), json, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_or_refused(
            text in "([a-c]|é|: |:|- |\n|\n  |\t|\\[|\\]|\\{|\\}|, |\"|'|#| #|\\?|\\? |&a|\\*a|!|!!str |%|@|`|\\||>|---|\\.\\.\\.|\r|\r\n|=|\u{0}|\u{2028}|\\\\|\\\\u12|<<: ){0,40}",
        ) {
            let (source, span) = whole(&text);
            for node in [yaml(&source, span, &mut Vec::new()), toml(&source, span)] {
                match node {
                    Ok(node) => spans(&node, &text, &mut Vec::new()),
                    Err(fault) => {
                        let place = fault.place.expect("a place");
                        prop_assert!(text.get(place.span.start..place.span.end).is_some());
                    }
                }
            }
        }
    }
}
