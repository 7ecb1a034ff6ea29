//! Texts and places in them.
//!
//! A [`Source`] is a file as it was read; a [`Document`] is what there is to read in it: passages
//! of plain text, each with a map from its characters to the bytes of its source, so that a date
//! found in a paragraph can be shown, marked and complained about where it stands in the file.

use std::{ops::Range, sync::Arc};

use jiff::civil::Date;

/// A file as it was read: its name for people, and its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Keeps `text` under `name`: a path relative to the project, with `/` between its parts.
    ///
    /// ```
    /// use dateline::source::Source;
    /// let source = Source::new("content/a.md", "one\ntwo");
    /// assert_eq!(source.line_and_column(5), (2, 2));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// The name for people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of a byte, both counted from 1; the column counts code points.
    #[must_use]
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|&start| start <= byte).max(1);
        let start = self.line_starts[line - 1];
        let until = self.text.floor_char_boundary(byte.min(self.text.len()));
        (line, self.text[start..until.max(start)].chars().count() + 1)
    }
}

/// A stretch of a source, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// A stretch of a certain source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The source.
    pub source: Arc<Source>,
    /// The stretch, in bytes of the source.
    pub span: Span,
}

impl Place {
    /// The line on which the place begins, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.source.line_and_column(self.span.start).0
    }
}

/// What part of a document a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PassageKind {
    /// The title of the document.
    Title,
    /// A heading inside it.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a block quote.
    Quote,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// The caption of a picture.
    Caption,
}

impl PassageKind {
    /// Whether its sentences may become events; titles and headings only anchor what follows.
    #[must_use]
    pub fn tells_events(self) -> bool {
        !matches!(self, Self::Title | Self::Heading)
    }
}

/// A stretch of plain text that is read as a whole: no sentence crosses its border.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its plain text, without any markup.
    pub text: String,
    /// From its bytes to those of the source.
    pub map: TextMap,
}

impl Passage {
    /// The place in the source of `range`, in bytes of [`Passage::text`].
    #[must_use]
    pub fn source_span(&self, range: &Range<usize>) -> Span {
        self.map.span(range)
    }
}

/// A map from the bytes of a passage to the bytes of its source.
///
/// It holds runs: from each run's start on, both sides advance together until the next run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextMap {
    runs: Vec<(usize, usize)>,
}

impl TextMap {
    /// A map for text that stands in its source as it is, from byte `source` on.
    #[must_use]
    pub fn identity(source: usize) -> Self {
        Self { runs: vec![(0, source)] }
    }

    /// Notes that the byte `text` of the passage stands at the byte `source`. Calls come in
    /// ascending order of `text`.
    pub fn push(&mut self, text: usize, source: usize) {
        let continues =
            self.runs.last().is_some_and(|&(t, s)| text >= t && s + (text - t) == source);
        if !continues {
            self.runs.push((text, source));
        }
    }

    /// The byte of the source at which the byte `text` of the passage stands.
    #[must_use]
    pub fn source_of(&self, text: usize) -> usize {
        let at = self.runs.partition_point(|&(start, _)| start <= text);
        match at.checked_sub(1).and_then(|run| self.runs.get(run)) {
            Some(&(start, source)) => source + (text - start),
            None => 0,
        }
    }

    /// The stretch of the source that `range` of the passage covers.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.source_of(range.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if range.end > range.start => self.source_of(last) + 1,
            _ => start,
        };
        Span { start, end: end.max(start) }
    }
}

/// A text to be read for dates: its passages, when it was published, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Names the document: a path, or the `id` of a JSON line.
    pub id: String,
    /// The date of publication (the document creation time, DCT, of TimeML).
    pub date: Option<Date>,
    /// The BCP 47 tag of its language, such as `en-GB`.
    pub language: String,
    /// The order of numeric dates; by the language when absent.
    pub date_order: Option<DateOrder>,
    /// What there is to read, from top to bottom.
    pub passages: Vec<Passage>,
}

/// In which order numeric dates such as `6/7/2018` name day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
    /// Year, month, day.
    Ymd,
}

impl Document {
    /// Makes a document of plain text. Paragraphs end at a blank line and, unless the text is wrapped
    /// at a fixed width, at every line's end. When the first line of `text` equals `title`, it is the
    /// title; a short line of its own without a stop at its end is a heading.
    ///
    /// ```
    /// use dateline::source::{Document, PassageKind};
    /// let document = Document::from_text("a", "Title\n\nBody.", Some("Title"));
    /// assert_eq!(document.passages[0].kind, PassageKind::Title);
    /// assert_eq!(document.passages[1].source_span(&(0..4)).start, 7);
    /// ```
    #[must_use]
    pub fn from_text(id: impl Into<String>, text: &str, title: Option<&str>) -> Self {
        let title = title.map(str::trim).filter(|title| !title.is_empty());
        let mut passages = Vec::new();
        let ranges = paragraphs(text, title);
        for (at, range) in ranges.iter().enumerate() {
            let paragraph = &text[range.clone()];
            let more_follows = at + 1 < ranges.len();
            let kind = match title {
                Some(title) if at == 0 && paragraph == title => PassageKind::Title,
                _ if more_follows && is_heading(paragraph) => PassageKind::Heading,
                _ => PassageKind::Paragraph,
            };
            let map = TextMap::identity(range.start);
            passages.push(Passage { kind, text: paragraph.to_owned(), map });
        }
        Self { id: id.into(), date: None, language: "en".into(), date_order: None, passages }
    }
}

/// Lines up to this many bytes may have been wrapped there.
const WRAPPED: usize = 100;

/// A heading has at most this many words.
const HEADING_WORDS: usize = 10;

/// Where the paragraphs of a plain text stand, without the blanks around them.
fn paragraphs(text: &str, title: Option<&str>) -> Vec<Range<usize>> {
    let wrapped = text.lines().all(|line| line.len() <= WRAPPED);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if content.is_empty() {
            open = false;
            continue;
        }
        let end = start + content.len();
        match found.last_mut() {
            Some(last) if open && wrapped => last.end = end,
            _ => found.push(start..end),
        }
        // The title is a line of its own, whatever follows it.
        open = !(found.len() == 1 && title == Some(content));
    }
    found
}

fn is_heading(paragraph: &str) -> bool {
    !paragraph.contains('\n')
        && !paragraph.ends_with(['.', '!', '?', ':', ';', ',', '"', '”', ')', '…'])
        && paragraph.split_whitespace().count() <= HEADING_WORDS
        && paragraph.chars().any(char::is_alphanumeric)
}
