//! Events in, a [`Story`] out: what a reader sees, in order, merged, with sources and conflicts.
//!
//! ```text
//! (articles, events) ── merge ──▶ Entry ── conflict, salience ──▶ Entry ── desk ──▶ order ──▶ Story
//! ```

use crate::{
    diag::Warned,
    event::{Event, Kind},
    load::StorySource,
    source::Span,
    temporal::{Tagged, value::When},
};

/// An article's document, read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What the tagger found.
    pub tagged: Tagged,
    /// What happened.
    pub events: Vec<Event>,
}

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Read in prose.
    Extracted,
    /// Declared in front matter.
    Declared,
}

/// A source of an entry: a sentence of an article, or a declaration in its front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The index of the article in [`StorySource::articles`].
    pub article: usize,
    /// The sentence as it stands in the text, or the text of the declaration.
    pub quote: String,
    /// Where the expression that dates it stands, in bytes of the quote.
    pub expression: Option<std::ops::Range<usize>>,
    /// The index of the sentence in the article's [`Tagged::sentences`]; none for a declaration.
    pub sentence: Option<usize>,
    /// Where the sentence stands, in bytes of the article's file.
    pub span: Span,
    /// How many near-copies of the same text this citation stands for, itself not counted.
    pub copies: usize,
    /// When this source says that it happened.
    pub when: When,
    /// What happened, in this source's words.
    pub headline: String,
    /// How likely the date is right, 0 to 1.
    pub confidence: f64,
    /// The rule that read the expression; none where the day of publication dates the sentence.
    pub rule: Option<&'static str>,
    /// Why the expression means that.
    pub why: String,
    /// The id that this mention would have as an entry of its own.
    pub id: String,
}

/// What some sources say instead of an entry's date.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// When it happened, according to them.
    pub when: When,
    /// The sources.
    pub citations: Vec<Citation>,
}

/// What a reader sees: one or more events that tell the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `<date>-<slug of the headline>` of its earliest mention.
    pub id: String,
    /// The ids of the other mentions.
    pub aliases: Vec<String>,
    /// When it happened.
    pub when: When,
    /// Whether it had happened at publication.
    pub kind: Kind,
    /// What happened.
    pub headline: String,
    /// The editor's note, or the text of a declared event.
    pub note: Option<String>,
    /// 0 to 1: how much of the story hangs on it.
    pub salience: f64,
    /// Whether the timeline's first view shows it.
    pub key: bool,
    /// How likely it is right, 0 to 1.
    pub confidence: f64,
    /// Where it comes from.
    pub origin: Origin,
    /// Its sources; the first is the lead, whose sentence carries the displayed date.
    pub citations: Vec<Citation>,
    /// What other sources say.
    pub conflicts: Vec<Conflict>,
    /// Who.
    pub people: Vec<String>,
    /// Where.
    pub places: Vec<String>,
    /// Tags of its articles and of its declaration.
    pub tags: Vec<String>,
}

/// A story, told from its beginning.
#[derive(Debug, Clone)]
pub struct Story {
    /// Its folder, settings and articles.
    pub source: StorySource,
    /// What was read in each article, in the order of [`StorySource::articles`].
    pub readings: Vec<Reading>,
    /// Its entries, by time.
    pub entries: Vec<Entry>,
    /// How many events were found but left out: below the confidence asked for, or hidden by the desk.
    pub left_out: usize,
}

/// Makes a story of its articles and what was read in them.
pub fn arrange(source: StorySource, readings: Vec<Reading>) -> Warned<Story> {
    Warned::clean(Story { source, readings, entries: Vec::new(), left_out: 0 })
}
