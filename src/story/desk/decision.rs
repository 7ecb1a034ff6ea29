//! What stands in `_desk.yaml` in, [`Decision`]s out, each checked by itself.

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    quotes::single_spaces,
    yaml::{self, Node, Written},
};
use crate::{
    diag::{Diagnostic, Warned, nearest},
    source::{Source, Span},
    temporal::value::When,
};

/// A decision of the desk; its texts are `T`: plain where it is to be written, with their places
/// where it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision<T = String> {
    /// What is decided.
    pub action: Action<T>,
    /// The sentences by which its events are found again when their ids have gone, in the order in
    /// which it names them; as many as events, or none.
    pub quotes: Vec<T>,
    /// The day on which it was decided.
    pub on: Option<Date>,
    /// The reason, for readers.
    pub why: Option<String>,
}

/// What the desk decides. An event is named by its id or one of its aliases.
#[derive(Debug, Clone, PartialEq)]
pub enum Action<T = String> {
    /// Do not publish it.
    Hide(T),
    /// Publish it, also where review is required.
    Approve(T),
    /// Publish it, and show it in the first view.
    Pin(T),
    /// Give it another headline.
    Retitle {
        /// Which event.
        event: T,
        /// The headline.
        to: String,
    },
    /// Give it another date.
    Redate {
        /// Which event.
        event: T,
        /// The date.
        to: When,
    },
    /// Make one of several; the first keeps its id.
    Merge(Vec<T>),
    /// Take the citations with these quotes out, into one entry of their own.
    Split {
        /// Of which event.
        event: T,
        /// Their sentences.
        at: Vec<T>,
    },
    /// Print a note under it.
    Note {
        /// Under which event.
        event: T,
        /// The note.
        text: String,
    },
    /// A name is short or wrong for another.
    Person {
        /// The name as articles have it.
        name: T,
        /// The name to show.
        is: String,
    },
    /// A name is nobody's.
    DropPerson(T),
}

impl<T> Action<T> {
    /// How it is written.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Hide(_) => "hide",
            Self::Approve(_) => "approve",
            Self::Pin(_) => "pin",
            Self::Retitle { .. } => "retitle",
            Self::Redate { .. } => "redate",
            Self::Merge(_) => "merge",
            Self::Split { .. } => "split",
            Self::Note { .. } => "note",
            Self::Person { .. } => "person",
            Self::DropPerson(_) => "drop_person",
        }
    }

    /// The events that it names, or the one name that it is about.
    #[must_use]
    pub fn named(&self) -> &[T] {
        match self {
            Self::Merge(events) => events,
            Self::Hide(one)
            | Self::Approve(one)
            | Self::Pin(one)
            | Self::Retitle { event: one, .. }
            | Self::Redate { event: one, .. }
            | Self::Split { event: one, .. }
            | Self::Note { event: one, .. }
            | Self::Person { name: one, .. }
            | Self::DropPerson(one) => std::slice::from_ref(one),
        }
    }
}

impl<T> Decision<T> {
    /// The decision with other texts.
    pub(super) fn map<U>(self, text: impl Fn(T) -> U) -> Decision<U> {
        let Self { action, quotes, on, why } = self;
        let texts = |all: Vec<T>| all.into_iter().map(&text).collect();
        let action = match action {
            Action::Hide(event) => Action::Hide(text(event)),
            Action::Approve(event) => Action::Approve(text(event)),
            Action::Pin(event) => Action::Pin(text(event)),
            Action::Retitle { event, to } => Action::Retitle { event: text(event), to },
            Action::Redate { event, to } => Action::Redate { event: text(event), to },
            Action::Merge(events) => Action::Merge(texts(events)),
            Action::Split { event, at } => Action::Split { event: text(event), at: texts(at) },
            Action::Note { event, text: note } => Action::Note { event: text(event), text: note },
            Action::Person { name, is } => Action::Person { name: text(name), is },
            Action::DropPerson(name) => Action::DropPerson(text(name)),
        };
        Decision { action, quotes: texts(quotes), on, why }
    }
}

/// A decision that was read, and where.
pub(super) struct Item {
    /// The decision.
    pub(super) decision: Decision<Written>,
    /// Where its verb stands.
    pub(super) at: Span,
}

impl Item {
    /// The same with single spaces in names, as those of articles are read.
    pub(super) fn with_tidy_names(mut self) -> Self {
        match &mut self.decision.action {
            Action::Person { name, is } => {
                (name.text, *is) = (single_spaces(&name.text), single_spaces(is));
            }
            Action::DropPerson(name) => name.text = single_spaces(&name.text),
            _ => {}
        }
        self
    }
}

/// A verb of the desk: how a decision is written. To add one, add it here and to [`Action`].
struct Verb {
    /// The verb, and what stands behind it.
    value: Slot,
    /// What must stand beside it.
    beside: Option<Slot>,
    /// What finds its events again.
    quotes: Quotes,
    make: fn(Parts) -> Result<Action<Written>, Fault>,
}

impl Verb {
    fn name(&self) -> &'static str {
        self.value.key
    }

    /// How a whole decision is written, with the key of `slot` in it.
    fn form(&self, slot: Slot) -> String {
        let own = [self.value].into_iter().chain(self.beside);
        let other = Some(slot).filter(|slot| own.clone().all(|it| it.key != slot.key));
        let fields = own.chain(other).map(|it| format!("{}: {}", it.key, it.example));
        format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
    }
}

/// A key of a decision.
#[derive(Debug, Clone, Copy)]
struct Slot {
    key: &'static str,
    shape: Shape,
    /// What stands there, for messages: `the headline`.
    what: &'static str,
    /// How it is written.
    example: &'static str,
}

impl Slot {
    const fn text(key: &'static str, what: &'static str, example: &'static str) -> Self {
        Self { key, shape: Shape::Text, what, example }
    }
}

/// The reason of any decision.
const WHY: Slot = Slot::text("why", "the reason", "\"The reason.\"");

/// What may stand beside a verb to find its events again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// Nothing: it names no event.
    None,
    /// `quote`, a sentence.
    One,
    /// `quotes`, a sentence for each event.
    Each,
}

impl Quotes {
    /// The key beside a verb that names so many events.
    fn slot(self, events: usize) -> Option<Slot> {
        match self {
            Self::None => None,
            Self::One => Some(Slot::text("quote", "a sentence of the event", "\"A sentence.\"")),
            Self::Each => Some(Slot {
                key: "quotes",
                shape: Shape::Exactly(events),
                what: "a sentence of each event",
                example: "[\"A sentence.\", \"Another.\"]",
            }),
        }
    }
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    /// At least so many texts.
    Texts(usize),
    /// As many texts.
    Exactly(usize),
}

impl Shape {
    fn name(self) -> String {
        match self {
            Self::Text => "a text".into(),
            Self::Texts(1) => "a list of texts".into(),
            Self::Texts(least) => format!("a list of at least {least} texts"),
            Self::Exactly(count) => format!("a list of {count} texts, one for each event"),
        }
    }

    /// How many texts it may have.
    fn takes(self, count: usize) -> bool {
        match self {
            Self::Text => count == 1,
            Self::Texts(least) => count >= least,
            Self::Exactly(exactly) => count == exactly,
        }
    }
}

/// The values of a decision, in their shapes.
struct Parts {
    value: Vec<Written>,
    beside: Vec<Written>,
}

/// What is wrong with a value, where, and how to mend it.
struct Fault(String, Span, &'static str);

const VERBS: &[Verb] = &[
    on_event("hide", None, |it| Ok(Action::Hide(it.value()))),
    on_event("approve", None, |it| Ok(Action::Approve(it.value()))),
    on_event("pin", None, |it| Ok(Action::Pin(it.value()))),
    on_event("retitle", Some(Slot::text("to", "the headline", "\"The new headline\"")), |it| {
        let (event, to) = it.pair();
        Ok(Action::Retitle { event, to: to.text })
    }),
    on_event("redate", Some(Slot::text("to", "the date", "2018-06-06")), |it| {
        let (event, to) = it.pair();
        let bad = || Fault(format!("`{}` is not a date", to.text), to.span, DATES);
        let to = When::from_edtf(&to.text).ok_or_else(bad)?;
        Ok(Action::Redate { event, to })
    }),
    on_event(
        "note",
        Some(Slot::text("text", "the words of the note", "\"What readers should know.\"")),
        |it| {
            let (event, text) = it.pair();
            Ok(Action::Note { event, text: text.text })
        },
    ),
    on_event(
        "split",
        Some(Slot {
            key: "at",
            shape: Shape::Texts(1),
            what: "the sentences to take out",
            example: "[\"The sentence that stands alone.\"]",
        }),
        |it| Ok(Action::Split { at: it.beside.clone(), event: it.value() }),
    ),
    Verb {
        value: Slot {
            key: "merge",
            shape: Shape::Texts(2),
            what: "the ids of two events or more",
            example: "[ID, ID]",
        },
        beside: None,
        quotes: Quotes::Each,
        make: |it| Ok(Action::Merge(it.value)),
    },
    Verb {
        value: Slot::text("person", "a name as an article has it", "\"A. Johnson\""),
        beside: Some(Slot::text("is", "the name to show", "\"Alice Marie Johnson\"")),
        quotes: Quotes::None,
        make: |it| {
            let (name, is) = it.pair();
            Ok(Action::Person { name, is: is.text })
        },
    },
    Verb {
        value: Slot::text("drop_person", "a name as an article has it", "\"A. Johnson\""),
        beside: None,
        quotes: Quotes::None,
        make: |it| Ok(Action::DropPerson(it.value())),
    },
];

/// Whether a key is a verb of the desk.
pub(crate) fn is_verb(key: &str) -> bool {
    VERBS.iter().any(|verb| verb.name() == key)
}

const DATES: &str =
    "write it as EDTF: `2018-06-06`, `2018-06`, `1996`, `199X`, `1996/2018`, `1996~`";

/// What keeps YAML from taking a text for something else, behind an example.
const BETWEEN_QUOTES: &str =
    ", between quotes a text that has `: `, is `null` or begins with a sign";

/// Keys that every decision may have, for people.
const REMARKS: [&str; 2] = ["on", WHY.key];

const fn on_event(
    name: &'static str,
    beside: Option<Slot>,
    make: fn(Parts) -> Result<Action<Written>, Fault>,
) -> Verb {
    let value = Slot::text(name, "the id of an event", "ID");
    Verb { value, beside, quotes: Quotes::One, make }
}

impl Parts {
    /// The one text behind the verb.
    fn value(self) -> Written {
        self.pair().0
    }

    /// The one text behind the verb and the one beside it; [`Shape`] has been checked.
    fn pair(self) -> (Written, Written) {
        let nothing = || Written { text: String::new(), span: Span { start: 0, end: 0 } };
        let first = |texts: Vec<Written>| texts.into_iter().next().unwrap_or_else(nothing);
        (first(self.value), first(self.beside))
    }
}

/// Reads the decisions of a desk file; those that are faulty are left out.
pub(super) fn read(source: &Arc<Source>) -> Warned<Vec<Item>> {
    let mut reading = Reading { source, diagnostics: Vec::new() };
    let items = match yaml::read(source) {
        Ok(None) => Vec::new(),
        Ok(Some(Node::List(list))) => list.items,
        Ok(Some(Node::Null(at))) if at.start == at.end => Vec::new(),
        Ok(Some(other)) => {
            let hint = "begin each decision with `- `, as in `- { hide: ID }`";
            reading.error(
                "wrong-type",
                "a list of decisions is expected".into(),
                other.span(),
                hint,
            );
            Vec::new()
        }
        Err(fault) => return Warned::with(Vec::new(), vec![*fault]),
    };
    let decisions = items.into_iter().filter_map(|item| reading.decision(item)).collect();
    Warned::with(decisions, reading.diagnostics)
}

struct Reading<'s> {
    source: &'s Arc<Source>,
    diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn decision(&mut self, item: Node) -> Option<Item> {
        let span = item.span();
        let Node::Map(fields, _) = item else {
            let hint = "write it as `- { hide: ID }`";
            self.error("wrong-type", "a decision is a mapping".into(), span, hint);
            return None;
        };
        let (verb, at) = self.verb(&fields, span)?;
        self.warn_of_unknown_keys(verb, &fields);
        let value = self.texts(verb, &fields, verb.value, span);
        let beside = match verb.beside {
            Some(slot) => self.texts(verb, &fields, slot, span),
            None => Some(Vec::new()),
        };
        let (value, beside) = (value?, beside?);
        let quotes = match verb.quotes.slot(value.len()) {
            Some(slot) if has(&fields, slot.key) => self.texts(verb, &fields, slot, span)?,
            _ => Vec::new(),
        };
        let (on, why) = (self.day(&fields), self.reason(verb, &fields, span));
        match (verb.make)(Parts { value, beside }) {
            Ok(action) => Some(Item { decision: Decision { action, quotes, on, why }, at }),
            Err(Fault(message, span, hint)) => {
                self.error("wrong-type", message, span, hint);
                None
            }
        }
    }

    /// The one verb of a decision, and where it stands.
    fn verb(&mut self, fields: &[(Written, Node)], span: Span) -> Option<(&'static Verb, Span)> {
        let find = |key: &Written| VERBS.iter().find(|verb| verb.name() == key.text);
        let mut verbs = fields.iter().filter_map(|(key, _)| Some((find(key)?, key.span)));
        match (verbs.next(), verbs.next()) {
            (Some(verb), None) => Some(verb),
            (Some((first, _)), Some((second, at))) => {
                let message =
                    format!("`{}` and `{}` are two decisions", first.name(), second.name());
                self.error("two-decisions", message, at, "write an item of the list for each");
                None
            }
            (None, _) => {
                let names: Vec<_> = VERBS.iter().map(Verb::name).collect();
                let key = fields.first().map(|(key, _)| key);
                let near = key.and_then(|key| nearest(&key.text, names.iter().copied()));
                let message = match key {
                    Some(key) => format!("`{}` is not a decision", key.text),
                    None => "nothing is decided".into(),
                };
                let hint = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("one of `{}` is expected", names.join("`, `")),
                };
                self.error("unknown-key", message, key.map_or(span, |key| key.span), &hint);
                None
            }
        }
    }

    fn warn_of_unknown_keys(&mut self, verb: &Verb, fields: &[(Written, Node)]) {
        let slots = [verb.value].into_iter().chain(verb.beside).chain(verb.quotes.slot(0));
        let known: Vec<_> = slots.map(|slot| slot.key).chain(REMARKS).collect();
        for (key, _) in fields.iter().filter(|(key, _)| !known.contains(&key.text.as_str())) {
            let free = known.iter().copied().filter(|known| !has(fields, known));
            let hint = match nearest(&key.text, free) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("`{}` takes `{}`", verb.name(), known[1..].join("`, `")),
            };
            let message = format!("unknown key `{}` beside `{}`", key.text, verb.name());
            let warning = Diagnostic::warning("unknown-key", message);
            self.diagnostics.push(warning.at(self.source, key.span).hint(hint));
        }
    }

    /// The texts under the key of `slot`, in its shape and none of them empty.
    fn texts(
        &mut self,
        verb: &Verb,
        fields: &[(Written, Node)],
        slot: Slot,
        span: Span,
    ) -> Option<Vec<Written>> {
        let Slot { key, shape, what, .. } = slot;
        let form = format!("write it as `- {}`", verb.form(slot));
        let Some((_, node)) = fields.iter().find(|(it, _)| it.text == key) else {
            let message = format!("`{}` needs `{key}`: {what}", verb.name());
            self.error("missing-key", message, span, &form);
            return None;
        };
        if is_empty(node) {
            let message = format!("`{key}` is empty: it needs {what}");
            self.error("missing-value", message, node.span(), &(form + BETWEEN_QUOTES));
            return None;
        }
        let texts = match (shape, node) {
            (Shape::Text | Shape::Texts(1), Node::Text(text)) => vec![text.clone()],
            (Shape::Texts(_) | Shape::Exactly(_), Node::List(list)) => {
                self.items(key, &list.items, &form)?
            }
            _ => Vec::new(),
        };
        if shape.takes(texts.len()) {
            return Some(texts);
        }
        let of_one = key == verb.name() && shape == Shape::Text;
        let (message, hint) = match node {
            Node::List(_) if of_one => (
                format!("`{key}` takes one value: {what}"),
                format!("write a decision for each: `- {}`", verb.form(slot)),
            ),
            _ => (format!("`{key}` must be {}: {what}", shape.name()), form + BETWEEN_QUOTES),
        };
        self.error("wrong-type", message, node.span(), &hint);
        None
    }

    /// The texts of a list; none if one of them says nothing or is no text.
    fn items(&mut self, key: &str, items: &[Node], form: &str) -> Option<Vec<Written>> {
        let texts: Vec<_> = items.iter().filter(|it| !is_empty(it)).filter_map(text).collect();
        if texts.len() == items.len() {
            return Some(texts);
        }
        for (item, number) in items.iter().zip(1..) {
            let (code, wrong) = match item {
                _ if is_empty(item) => ("missing-value", "is empty"),
                Node::Text(_) => continue,
                _ => ("wrong-type", "must be a text"),
            };
            let message = format!("item {number} of `{key}` {wrong}");
            self.error(code, message, item.span(), &format!("{form}{BETWEEN_QUOTES}"));
        }
        None
    }

    /// The day of the decision; one that is none is told and left out.
    fn day(&mut self, fields: &[(Written, Node)]) -> Option<Date> {
        let (_, node) = fields.iter().find(|(key, _)| key.text == "on")?;
        let day = text(node).and_then(|written| written.text.trim().parse().ok());
        if day.is_none() {
            let message = "`on` must be a day".to_owned();
            let warning = Diagnostic::warning("wrong-type", message).at(self.source, node.span());
            self.diagnostics.push(warning.hint("write it as `on: 2018-06-20`"));
        }
        day
    }

    /// The reason, if there is one.
    fn reason(&mut self, verb: &Verb, fields: &[(Written, Node)], span: Span) -> Option<String> {
        let given = fields.iter().find(|(key, _)| key.text == WHY.key);
        given.filter(|(_, node)| !is_empty(node))?;
        let texts = self.texts(verb, fields, WHY, span)?;
        texts.into_iter().next().map(|written| written.text)
    }

    fn error(&mut self, code: &'static str, message: String, span: Span, hint: &str) {
        self.diagnostics.push(Diagnostic::error(code, message).at(self.source, span).hint(hint));
    }
}

fn has(fields: &[(Written, Node)], key: &str) -> bool {
    fields.iter().any(|(it, _)| it.text == key)
}

/// Whether nothing is written there: no text, no item of a list.
fn is_empty(node: &Node) -> bool {
    match node {
        Node::Null(_) => true,
        Node::Text(text) => text.text.trim().is_empty(),
        Node::List(list) => list.items.iter().all(is_empty),
        Node::Map(fields, _) => fields.is_empty(),
    }
}

fn text(node: &Node) -> Option<Written> {
    if let Node::Text(text) = node { Some(text.clone()) } else { None }
}
