//! Tagged documents in, events out: the sentences that tie something that happened to a date.
//!
//! ```text
//! (Document, Tagged) ── words ──▶ clause ──▶ select: which clause a date dates ── headline, names ──▶ Event
//! ```
//!
//! Grammar is read by form: there is no dictionary, and a doubt is decided against the event. Titles
//! and headings, states, habits, possibilities, the dates of mere saying and dates that only tell
//! which thing is meant make no event.

mod anaphora;
mod clause;
mod doubt;
mod fit;
mod headline;
mod log;
mod names;
mod rows;
mod select;
mod unused;
mod verb;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use anaphora::{Anaphor, anaphors};
pub use unused::{Ground, Unused};

use crate::{
    source::Document,
    temporal::{Tagged, Tagger, value::When},
};

/// What a document tells: its events, and the dates that date none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Selection {
    /// The events, in the order of the text.
    pub events: Vec<Event>,
    /// What is told again without a date, as known from before: `The blast killed 11 people`. Its date
    /// is the day of publication, until somebody knows a better one.
    pub retold: Vec<Event>,
    /// The dates that were not used, in the order of the text.
    pub unused: Vec<Unused>,
}

/// Whether an event had happened when its sentence was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// At or before publication.
    Happened,
    /// After it.
    Planned,
}

impl Kind {
    /// The word for it in `events.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
        }
    }
}

/// One sentence's happening, dated.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The index of its sentence in [`Tagged::sentences`].
    pub sentence: usize,
    /// The index of the sentence's passage in [`Document::passages`].
    pub passage: usize,
    /// Where the sentence stands behind an agency's dateline, in bytes of the passage's text.
    pub span: Range<usize>,
    /// When it happened.
    pub when: When,
    /// Whether it had happened at publication.
    pub kind: Kind,
    /// The expression that dates it, an index in [`Tagged::timexes`]: one of its sentence, or of
    /// another cell of the same row in a table. None where the day of publication dates it.
    pub timex: Option<usize>,
    /// What happened, as a copy editor would print it: no date, no attribution.
    pub headline: String,
    /// The sentence as it stands in the text, without an agency's dateline.
    pub quote: String,
    /// The people it names; by their full names where the document has told them. Only who has a
    /// title, a common first name or an age beside the name is known as a person.
    pub people: Vec<String>,
    /// The places it names: capitalised words after `in`, `near` and the like. Far from all.
    pub places: Vec<String>,
    /// How likely the entry is right, 0 to 1.
    pub confidence: f64,
}

/// Whether a headline breaks off, because what it tells fits in none.
///
/// ```
/// assert!(dateline::event::is_clipped("The council sold the old harbour with its cranes and sheds to…"));
/// ```
#[must_use]
pub fn is_clipped(headline: &str) -> bool {
    headline.ends_with(headline::GOES_ON)
}

/// Finds the events of `document`, in which `tagger` has found `found`, and the dates that date none; nothing
/// if its language has no lexicon.
///
/// ```
/// use dateline::{event::{self, Ground}, source::Document, temporal::Tagger};
/// let text = "The mayor resigned on 6 June 2018. The bridge may open in 2019.";
/// let (tagger, document) = (Tagger::new(), Document::from_text("a", text, None));
/// let selection = event::select(&tagger, &document, &tagger.tag(&document));
/// assert_eq!(selection.events[0].headline, "The mayor resigned");
/// assert_eq!(selection.unused[0].ground, Ground::Possible);
/// ```
#[must_use]
pub fn select(tagger: &Tagger, document: &Document, found: &Tagged) -> Selection {
    match tagger.vocabulary(&document.language) {
        Some(vocabulary) => select::selection(document, found, &vocabulary.prose),
        None => Selection::default(),
    }
}
