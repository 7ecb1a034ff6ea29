//! What stands in `_desk.yaml` in, [`Decision`]s out, each checked by itself.

use std::sync::Arc;

use super::yaml::{self, Node, Written};
use crate::{
    diag::{Diagnostic, Warned},
    source::{Source, Span},
    temporal::value::When,
};

/// A decision of the desk.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decision {
    /// What is decided.
    pub(super) action: Action,
    /// The sentence by which the entry is found again when its id has gone.
    pub(super) quote: Option<Written>,
}

/// What the desk decides. An event is named by its id or one of its aliases.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Action {
    /// Do not publish it.
    Hide(Written),
    /// Publish it, also where review is required.
    Approve(Written),
    /// Publish it, and show it in the first view.
    Pin(Written),
    /// Give it another headline.
    Retitle { event: Written, to: String },
    /// Give it another date.
    Redate { event: Written, to: When },
    /// Make one of several; the first keeps its id.
    Merge(Vec<Written>),
    /// Take the citations with these quotes out, into one entry of their own.
    Split { event: Written, at: Vec<Written> },
    /// Print a note under it.
    Note { event: Written, text: String },
    /// A name is short or wrong for another.
    Person { name: Written, is: String },
    /// A name is nobody's.
    DropPerson(Written),
}

/// A verb of the desk: how a decision is written. To add one, add it here and to [`Action`].
struct Verb {
    name: &'static str,
    /// What stands behind the verb, and how many of it there are at least.
    value: Shape,
    /// The key that must stand beside it.
    beside: Option<(&'static str, Shape)>,
    /// Whether a `quote` may stand beside it.
    quote: bool,
    make: fn(Parts) -> Result<Action, Fault>,
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    /// At least so many texts.
    Texts(usize),
}

impl Shape {
    fn name(self) -> String {
        match self {
            Self::Text => "a text".into(),
            Self::Texts(1) => "a list of texts".into(),
            Self::Texts(least) => format!("a list of at least {least} texts"),
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
    on_event("retitle", Some(("to", Shape::Text)), |it| {
        let (event, to) = it.pair();
        Ok(Action::Retitle { event, to: to.text })
    }),
    on_event("redate", Some(("to", Shape::Text)), |it| {
        let (event, to) = it.pair();
        let bad = || Fault(format!("`{}` is not a date", to.text), to.span, DATES);
        let to = When::from_edtf(&to.text).ok_or_else(bad)?;
        Ok(Action::Redate { event, to })
    }),
    on_event("note", Some(("text", Shape::Text)), |it| {
        let (event, text) = it.pair();
        Ok(Action::Note { event, text: text.text })
    }),
    on_event("split", Some(("at", Shape::Texts(1))), |it| {
        Ok(Action::Split { at: it.beside.clone(), event: it.value() })
    }),
    Verb {
        name: "merge",
        value: Shape::Texts(2),
        beside: None,
        quote: false,
        make: |it| Ok(Action::Merge(it.value)),
    },
    Verb {
        name: "person",
        value: Shape::Text,
        beside: Some(("is", Shape::Text)),
        quote: false,
        make: |it| {
            let (name, is) = it.pair();
            Ok(Action::Person { name, is: is.text })
        },
    },
    Verb {
        name: "drop_person",
        value: Shape::Text,
        beside: None,
        quote: false,
        make: |it| Ok(Action::DropPerson(it.value())),
    },
];

const DATES: &str =
    "write it as EDTF: `2018-06-06`, `2018-06`, `1996`, `199X`, `1996/2018`, `1996~`";

/// Keys that every decision may have, for people.
const REMARKS: [&str; 2] = ["on", "why"];

const fn on_event(
    name: &'static str,
    beside: Option<(&'static str, Shape)>,
    make: fn(Parts) -> Result<Action, Fault>,
) -> Verb {
    Verb { name, value: Shape::Text, beside, quote: true, make }
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
pub(super) fn read(source: &Arc<Source>) -> Warned<Vec<Decision>> {
    let mut reading = Reading { source, diagnostics: Vec::new() };
    let items = match yaml::read(source) {
        Ok(None) => Vec::new(),
        Ok(Some(Node::List(items, _))) => items,
        Ok(Some(Node::Text(text))) if text.text.is_empty() => Vec::new(),
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
    fn decision(&mut self, item: Node) -> Option<Decision> {
        let span = item.span();
        let Node::Map(fields, _) = item else {
            let hint = "write it as `- { hide: ID }`";
            self.error("wrong-type", "a decision is a mapping".into(), span, hint);
            return None;
        };
        let verb = self.verb(&fields, span)?;
        self.warn_of_unknown_keys(verb, &fields);
        let value = self.texts(verb, &fields, verb.name, verb.value, span);
        let beside = match verb.beside {
            Some((key, shape)) => self.texts(verb, &fields, key, shape, span),
            None => Some(Vec::new()),
        };
        let quote = self.quote(verb, &fields, span)?;
        match (verb.make)(Parts { value: value?, beside: beside? }) {
            Ok(action) => Some(Decision { action, quote }),
            Err(Fault(message, span, hint)) => {
                self.error("wrong-type", message, span, hint);
                None
            }
        }
    }

    /// The one verb of a decision.
    fn verb(&mut self, fields: &[(Written, Node)], span: Span) -> Option<&'static Verb> {
        let find = |key: &Written| VERBS.iter().find(|verb| verb.name == key.text);
        let mut verbs = fields.iter().filter_map(|(key, _)| Some((find(key)?, key.span)));
        match (verbs.next(), verbs.next()) {
            (Some((verb, _)), None) => Some(verb),
            (Some((first, _)), Some((second, at))) => {
                let message = format!("`{}` and `{}` are two decisions", first.name, second.name);
                self.error("two-decisions", message, at, "write an item of the list for each");
                None
            }
            (None, _) => {
                let names: Vec<_> = VERBS.iter().map(|verb| verb.name).collect();
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
        let known: Vec<_> = [verb.name]
            .into_iter()
            .chain(verb.beside.map(|(key, _)| key))
            .chain(verb.quote.then_some("quote"))
            .chain(REMARKS)
            .collect();
        for (key, _) in fields.iter().filter(|(key, _)| !known.contains(&key.text.as_str())) {
            let hint = match nearest(&key.text, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("`{}` takes `{}`", verb.name, known[1..].join("`, `")),
            };
            let message = format!("unknown key `{}` beside `{}`", key.text, verb.name);
            let warning = Diagnostic::warning("unknown-key", message);
            self.diagnostics.push(warning.at(self.source, key.span).hint(hint));
        }
    }

    /// The texts under `key`, in the shape asked for and none of them empty.
    fn texts(
        &mut self,
        verb: &Verb,
        fields: &[(Written, Node)],
        key: &str,
        shape: Shape,
        span: Span,
    ) -> Option<Vec<Written>> {
        let Some((_, node)) = fields.iter().find(|(it, _)| it.text == key) else {
            let message = format!("`{}` needs `{key}`: {}", verb.name, shape.name());
            self.error("missing-key", message, span, &format!("add `{key}: …`"));
            return None;
        };
        let texts = match (shape, node) {
            (Shape::Text | Shape::Texts(1), Node::Text(text)) => vec![text.clone()],
            (Shape::Texts(_), Node::List(items, _)) => items.iter().filter_map(text).collect(),
            _ => Vec::new(),
        };
        let least = if let Shape::Texts(least) = shape { least } else { 1 };
        let all = !matches!(node, Node::List(items, _) if items.len() != texts.len());
        if all && texts.len() >= least && texts.iter().all(|it| !it.text.trim().is_empty()) {
            return Some(texts);
        }
        let message = format!("`{key}` must be {}", shape.name());
        let hint = "put a text that has `: ` or begins with a sign between quotes";
        self.error("wrong-type", message, node.span(), hint);
        None
    }

    /// The quote, if there is one. `None` if it is faulty.
    #[expect(clippy::option_option, reason = "a faulty quote is not an absent one")]
    fn quote(
        &mut self,
        verb: &Verb,
        fields: &[(Written, Node)],
        span: Span,
    ) -> Option<Option<Written>> {
        if !verb.quote || !fields.iter().any(|(key, _)| key.text == "quote") {
            return Some(None);
        }
        let texts = self.texts(verb, fields, "quote", Shape::Text, span)?;
        Some(texts.into_iter().next())
    }

    fn error(&mut self, code: &'static str, message: String, span: Span, hint: &str) {
        self.diagnostics.push(Diagnostic::error(code, message).at(self.source, span).hint(hint));
    }
}

fn text(node: &Node) -> Option<Written> {
    if let Node::Text(text) = node { Some(text.clone()) } else { None }
}

/// How alike two words must be (Jaro and Winkler) to take one for a slip of the other.
const ALIKE: f64 = 0.8;

/// The name of `known` that `written` was most likely meant to be.
pub(super) fn nearest<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    let likeness = |name: &'k str| (strsim::jaro_winkler(written, name), name);
    let better = |a: &(f64, &str), b: &(f64, &str)| a.0.total_cmp(&b.0).then(b.1.cmp(a.1));
    let (best, name) = known.into_iter().map(likeness).max_by(better)?;
    (best >= ALIKE).then_some(name)
}
