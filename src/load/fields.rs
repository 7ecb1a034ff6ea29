//! A map of front matter in, typed values out, and a diagnostic for each that does not fit.
//!
//! Asking for a key is what makes it known: what nobody asked for is reported by [`Fields::finish`]
//! with what it is called here, or the nearest name among those asked for that are not written too, so
//! no list of keys can fall behind the code.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{
    foreign::{self, Meaning},
    node::{Content, Entry, Node},
};
use crate::{
    diag::{Diagnostic, nearest},
    source::{Source, Span},
    temporal::value::{When, days_in_month},
};

/// The fields of one map.
pub(crate) struct Fields<'a> {
    source: &'a Arc<Source>,
    entries: &'a [Entry],
    asked: Vec<&'static str>,
    /// Whose fields these are, for messages: `an article`.
    owner: &'static str,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoDate {
    /// It does not look like `2018-06-14`.
    Form,
    /// It does, but the calendar has no such day: what the calendar has instead.
    Calendar(String),
}

/// Reads `2018-06-14` at the start of `text`; a time or zone after it moves nothing.
pub(crate) fn calendar_date(text: &str) -> Result<Date, NoDate> {
    let (day, rest) = text.split_at_checked(10).ok_or(NoDate::Form)?;
    let time = rest.strip_prefix(['T', 't', ' ']).map(str::trim_start);
    let has_time = time.is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()));
    if !rest.is_empty() && !has_time {
        return Err(NoDate::Form);
    }
    let digits = |range: std::ops::Range<usize>| {
        let part = &day[range];
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten()
    };
    let shaped = day.is_ascii() && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    let parts =
        if shaped { (digits(0..4), digits(5..7), digits(8..10)) } else { (None, None, None) };
    let (Some(year), Some(month), Some(day)) = parts else { return Err(NoDate::Form) };
    let small = |n: i16| i8::try_from(n).unwrap_or(0); // two digits always fit
    Date::new(year, small(month), small(day)).map_err(|_| match u8::try_from(month) {
        Ok(month @ 1..=12) => {
            let days = days_in_month(year.into(), month);
            NoDate::Calendar(format!("{year:04}-{month:02} has {days} days"))
        }
        _ => NoDate::Calendar(format!("there is no month {month:02}")),
    })
}

impl<'a> Fields<'a> {
    /// The fields of `node`, which belongs to `owner`; an error if it is not a map.
    pub(crate) fn of(
        source: &'a Arc<Source>,
        node: &'a Node,
        owner: &'static str,
    ) -> Result<Self, Diagnostic> {
        match &node.content {
            Content::Map(entries) => Ok(Self { source, entries, asked: Vec::new(), owner }),
            _ => Err(Diagnostic::error(
                "wrong-type",
                format!("{owner} expects lines of `key: value`, found {}", node.describe()),
            )
            .at(source, node.span)
            .hint("write it like `title: A day in June`")),
        }
    }

    /// The node of `key`, unless nothing is written there.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        (!entry.value.is_null()).then_some(&entry.value)
    }

    /// A text, without white space around it; `None` when that is empty.
    pub(crate) fn text(
        &mut self,
        key: &'static str,
        example: &str,
        sink: &mut Vec<Diagnostic>,
    ) -> Option<String> {
        let node = self.node(key)?;
        self.warn_of_comment(key, node, sink);
        let text = self.scalar(key, node, "a text", example, sink)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A list of texts, each once.
    pub(crate) fn texts(
        &mut self,
        key: &'static str,
        example: &str,
        sink: &mut Vec<Diagnostic>,
    ) -> Vec<String> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let Content::List(items) = &node.content else {
            sink.push(self.wrong_type(key, node, "a list", example));
            return Vec::new();
        };
        let mut texts: Vec<String> = Vec::with_capacity(items.len());
        let mut known = BTreeSet::new();
        for item in items.iter().filter(|item| !item.is_null()) {
            let text = self.scalar(key, item, "a list of texts", example, sink).map(str::trim);
            if let Some(text) = text.filter(|text| !text.is_empty())
                && known.insert(text)
            {
                texts.push(text.to_owned());
            }
        }
        texts
    }

    /// A value that `read` makes of a scalar; `expected` says of which.
    pub(crate) fn parsed<T>(
        &mut self,
        key: &'static str,
        expected: &str,
        example: &str,
        sink: &mut Vec<Diagnostic>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(key)?;
        let value = read(self.scalar(key, node, expected, example, sink)?.trim());
        if value.is_none() {
            sink.push(self.wrong_type(key, node, expected, example));
        }
        value
    }

    /// `true` or `false`.
    pub(crate) fn switch(&mut self, key: &'static str, sink: &mut Vec<Diagnostic>) -> Option<bool> {
        self.parsed(key, "`true` or `false`", "true", sink, |text| match text {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            _ => None,
        })
    }

    /// One of several words.
    pub(crate) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        sink: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let names = words.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>();
        let expected = match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => names.join(""),
        };
        let example = words.first().map_or("", |(name, _)| name);
        self.parsed(key, &expected, example, sink, |text| {
            words.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
        })
    }

    /// A calendar date as written; a time or zone after it moves nothing.
    pub(crate) fn date(&mut self, key: &'static str, sink: &mut Vec<Diagnostic>) -> Option<Date> {
        const EXAMPLE: &str = "2018-06-14";
        let node = self.node(key)?;
        let text = self.scalar(key, node, "a date", EXAMPLE, sink)?.trim();
        match calendar_date(text) {
            Ok(date) => Some(date),
            Err(NoDate::Form) => {
                sink.push(self.wrong_type(key, node, "a date", EXAMPLE));
                None
            }
            Err(NoDate::Calendar(why)) => {
                sink.push(self.impossible(node, text, &why));
                None
            }
        }
    }

    /// A date of EDTF: `2018-06-06`, `2018-06~`, `1996/2018`.
    pub(crate) fn edtf(&mut self, key: &'static str, sink: &mut Vec<Diagnostic>) -> Option<When> {
        const EXAMPLE: &str = "2018-06-06";
        let node = self.node(key)?;
        let text = self.scalar(key, node, "a date", EXAMPLE, sink)?.trim();
        if let Some(when) = When::from_edtf(text) {
            return Some(when);
        }
        sink.push(match calendar_date(text) {
            Err(NoDate::Calendar(why)) => self.impossible(node, text, &why),
            _ => self.wrong_type(key, node, "a date in EDTF", EXAMPLE).note(
                "EDTF writes a month `2018-06`, a year `2018`, a decade `199X`, about `1996~`, \
                 from one to another `1996/2018`",
            ),
        });
        None
    }

    /// Where the value of `key` stands.
    pub(crate) fn span(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.value.span)
    }

    /// An error at the value of `key`.
    pub(crate) fn fault(&self, key: &str, code: &'static str, message: String) -> Diagnostic {
        let fault = Diagnostic::error(code, message);
        match self.span(key) {
            Some(span) => fault.at(self.source, span),
            None => fault,
        }
    }

    /// Warns of the keys that nobody asked for.
    pub(crate) fn finish(self, sink: &mut Vec<Diagnostic>) {
        for entry in self.entries.iter().filter(|entry| !self.asked.contains(&entry.key.as_str())) {
            let message = format!("unknown key `{}` of {}", entry.key, self.owner);
            let warning =
                Diagnostic::warning("unknown-key", message).at(self.source, entry.key_span);
            sink.push(self.mended(warning, &entry.key));
        }
    }

    /// A warning of a key that nobody asked for, with what was meant by it.
    fn mended(&self, warning: Diagnostic, key: &str) -> Diagnostic {
        const OWN: &str = "a value of your own belongs under `extra`";
        let is_written = |key: &str| self.entries.iter().any(|entry| entry.key == key);
        match foreign::meaning(key, &self.asked) {
            Some(Meaning::Of(ours)) if is_written(ours.key) => warning
                .label(format!("`{}` says it here, and is written too", ours.key))
                .hint(format!("write it like `{}`; {OWN}", ours.form)),
            Some(Meaning::Of(ours)) => warning.label(format!("here it is `{}`", ours.key)).hint(
                format!("write it like `{}`, or put a value of your own under `extra`", ours.form),
            ),
            Some(Meaning::Nothing) => warning.hint(OWN),
            None => {
                let free = self.asked.iter().copied().filter(|name| !is_written(name));
                match nearest(key, free) {
                    Some(name) => warning
                        .label(format!("did you mean `{name}`?"))
                        .hint(format!("write `{name}`, or put a value of your own under `extra`")),
                    None => warning.hint(OWN),
                }
            }
        }
    }

    fn scalar(
        &self,
        key: &str,
        node: &'a Node,
        expected: &str,
        example: &str,
        sink: &mut Vec<Diagnostic>,
    ) -> Option<&'a str> {
        if let Content::Scalar { text, .. } = &node.content {
            return Some(text);
        }
        sink.push(self.wrong_type(key, node, expected, example));
        None
    }

    /// `key` expects one thing, and another is written.
    pub(crate) fn wrong_type(
        &self,
        key: &str,
        node: &Node,
        expected: &str,
        example: &str,
    ) -> Diagnostic {
        let message = format!("`{key}` expects {expected}, found {}", node.describe());
        Diagnostic::error("wrong-type", message)
            .at(self.source, node.span)
            .label(format!("expected {expected}"))
            .hint(format!("write it like `{key}: {example}`"))
    }

    fn impossible(&self, node: &Node, text: &str, why: &str) -> Diagnostic {
        Diagnostic::error("impossible-date", format!("`{text}` is no day of the calendar"))
            .at(self.source, node.span)
            .label(why)
            .hint("write a day that exists, such as `2018-06-14`")
    }

    /// `title: The #1 song` loses its end to a comment, and YAML says nothing.
    fn warn_of_comment(&self, key: &str, node: &Node, sink: &mut Vec<Diagnostic>) {
        let Content::Scalar { quoted: false, .. } = node.content else { return };
        let rest = &self.source.text()[node.span.end..];
        let line = rest.lines().next().unwrap_or_default();
        let comment = line.trim_start();
        let is_word = comment.len() < line.len()
            && comment.strip_prefix('#').is_some_and(|c| c.starts_with(char::is_alphanumeric));
        if is_word {
            let start = node.span.end + line.len() - comment.len();
            let span = Span { start, end: start + comment.trim_end().len() };
            let message = format!("`{key}` ends before ` #`, where YAML begins a comment");
            sink.push(
                Diagnostic::warning("comment-in-text", message)
                    .at(self.source, span)
                    .label("not read")
                    .hint("put the whole text in quotes, or a space after the `#` of a comment"),
            );
        }
    }
}
