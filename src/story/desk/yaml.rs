//! A YAML text in, its values with their places out.
//!
//! Just what a list of decisions needs: a scalar stays the text that was written (`no` is no boolean and
//! `1.10` no number) unless it says that there is none (`~`), and anchors are refused, so that no file
//! grows as it is read.

use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};

use crate::{
    diag::Diagnostic,
    source::{Source, Span},
};

/// A decision is a mapping with lists in a list; deeper nesting is a slip of the indentation.
const DEEPEST: usize = 8;

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// The text.
    pub(super) text: String,
    /// Where it stands, in bytes of the file.
    pub(super) span: Span,
}

/// A value of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A scalar.
    Text(Written),
    /// No value: nothing at all, `~` or `null`.
    Null(Span),
    /// A sequence.
    List(List),
    /// A mapping, in the order of the file.
    Map(Vec<(Written, Node)>, Span),
}

/// A sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    /// Its items.
    pub(super) items: Vec<Node>,
    /// Where the last of them ends, in bytes of the file.
    pub(super) end: Option<usize>,
    /// Its opening bracket, or the place of its first dash.
    pub(super) open: Span,
    /// Its closing bracket, or the place behind it.
    pub(super) close: Span,
}

impl List {
    /// Whether it is written with brackets.
    pub(super) fn in_brackets(&self) -> bool {
        self.open.start < self.open.end
    }
}

impl Node {
    /// Where it stands, in bytes of the file.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Text(written) => written.span,
            Self::List(list) => list.open,
            Self::Map(_, span) | Self::Null(span) => *span,
        }
    }
}

/// Whether YAML takes a text without quotes for no value.
pub(super) fn is_null(plain: &str) -> bool {
    matches!(plain, "" | "~" | "null" | "Null" | "NULL")
}

/// Reads the one document of `source`; `None` if there is nothing in it.
pub(super) fn read(source: &Arc<Source>) -> Read<Option<Node>> {
    let bare = source.text().trim_start_matches('\u{feff}');
    let before = source.text().len() - bare.len();
    let bytes = bare.char_indices().map(|(at, _)| before + at).chain([source.text().len()]);
    Reader { source, bytes: bytes.collect(), parser: Parser::new_from_str(bare), last: 0 }
        .document()
}

/// A value read, or the fault that ends the reading; boxed, as a diagnostic is large and rare.
type Read<T> = Result<T, Box<Diagnostic>>;

struct Reader<'s> {
    source: &'s Arc<Source>,
    /// The byte at which each character stands, since the parser counts characters.
    bytes: Vec<usize>,
    parser: Parser<'s, StrInput<'s>>,
    /// Where the last value ends.
    last: usize,
}

impl<'s> Reader<'s> {
    fn document(mut self) -> Read<Option<Node>> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
                _ if root.is_some() => {
                    return Err(self
                        .fault("a second document", span)
                        .hint("write one list")
                        .into());
                }
                event => root = Some(self.node(event, span, 0)?),
            }
        }
    }

    fn next(&mut self) -> Read<(Event<'s>, Span)> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
                let span = Span { start, end: end.max(start) };
                if !matches!(event, Event::SequenceEnd | Event::MappingEnd) {
                    self.last = span.end;
                } else if start < end {
                    self.last = start + 1; // a bracket; the parser goes on to what follows
                }
                Ok((event, span))
            }
            Some(Err(error)) => {
                let at = self.byte(error.marker().index());
                Err(self.fault(error.info(), Span { start: at, end: at }).into())
            }
            None => Ok((Event::StreamEnd, Span { start: 0, end: 0 })),
        }
    }

    fn byte(&self, character: usize) -> usize {
        self.bytes.get(character).copied().unwrap_or(self.source.text().len())
    }

    fn node(&mut self, event: Event<'s>, span: Span, depth: usize) -> Read<Node> {
        if depth > DEEPEST {
            return Err(self.fault("values are nested too deeply", span).into());
        }
        match event {
            Event::Scalar(text, ScalarStyle::Plain, _, None) if is_null(&text) => {
                Ok(Node::Null(span))
            }
            Event::Scalar(text, ..) => Ok(Node::Text(Written { text: text.into_owned(), span })),
            Event::SequenceStart(..) => self.list(span, depth),
            Event::MappingStart(..) => self.map(span, depth),
            Event::Alias(_) => {
                Err(self.fault("aliases are not read", span).hint("write the value again").into())
            }
            _ => Err(self.fault("a value is expected", span).into()),
        }
    }

    fn list(&mut self, open: Span, depth: usize) -> Read<Node> {
        let (mut items, mut end) = (Vec::new(), None);
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                return Ok(Node::List(List { items, end, open, close: span }));
            }
            items.push(self.node(event, span, depth + 1)?);
            end = Some(self.last);
        }
    }

    fn map(&mut self, open: Span, depth: usize) -> Read<Node> {
        let mut fields = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                return Ok(Node::Map(fields, open));
            }
            let Node::Text(key) = self.node(event, span, depth + 1)? else {
                return Err(self.fault("a key is a word", span).into());
            };
            let (event, span) = self.next()?;
            fields.push((key, self.node(event, span, depth + 1)?));
        }
    }

    fn fault(&self, message: &str, span: Span) -> Diagnostic {
        let message = format!("the desk file cannot be read: {message}");
        let hint =
            "write each decision as `- { hide: ID }`, and a text with signs in it between quotes";
        Diagnostic::error("bad-yaml", message).at(self.source, span).hint(hint)
    }
}
