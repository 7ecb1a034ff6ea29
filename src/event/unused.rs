//! What was not used of a document, and why: the dates that date no event.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    source::Document,
    temporal::{Tagged, Timex, value::Value},
};

/// Why an expression dates no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// It is a title or a heading: what it says, the text will tell.
    Title,
    /// It stamps the text: a byline, the time of an update, the head of a comment.
    Stamp,
    /// Its sentence has no verb.
    NoVerb,
    /// Its sentence is too long to be one.
    TooLong,
    /// It belongs to a noun, to tell which one is meant: `the 2003 film`.
    PartOfNoun,
    /// Somebody's words, quoted.
    Quoted,
    /// What did not happen, or is a habit.
    Denied,
    /// A condition, a question or a comparison.
    Condition,
    /// What may, should or could be.
    Possible,
    /// What is, not what happened.
    State,
    /// The figure of a whole period: `Sales fell 3 percent in the first quarter`.
    Statistic,
    /// What has gone on since then.
    Since,
    /// When something was said that is not the news itself.
    Saying,
    /// The writer or the reader did it.
    Speaker,
    /// Nobody is named who did it.
    NoSubject,
    /// It is mentioned in passing, in a clause that only describes.
    Aside,
    /// Another date of the clause dates it.
    OtherDate,
    /// It lies too far from the verb to belong to it.
    Far,
    /// It is no stretch of the calendar, or one longer than a decade.
    Vague,
    /// It cannot be placed without a reference date.
    Unplaced,
}

impl Ground {
    /// The ground in words.
    ///
    /// ```
    /// use dateline::event::Ground;
    /// assert_eq!(Ground::PartOfNoun.words(), "it belongs to a noun and tells which one is meant");
    /// ```
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Title => "it stands in a title or heading",
            Self::Stamp => "it is a byline, a time of printing or the head of a comment",
            Self::NoVerb => "its sentence tells no happening",
            Self::TooLong => "its sentence is too long to be one",
            Self::PartOfNoun => "it belongs to a noun and tells which one is meant",
            Self::Quoted => "they are somebody’s words, quoted",
            Self::Denied => "it did not happen, or is a habit",
            Self::Condition => "it is a condition, a question or a comparison",
            Self::Possible => "it may or should be, and is not told as fixed",
            Self::State => "it tells what is or was so, not what happened",
            Self::Statistic => "it gives a figure for a whole period",
            Self::Since => "it says since when something has gone on",
            Self::Saying => "it dates the saying, which is not the news",
            Self::Speaker => "the writer or the reader speaks of themselves",
            Self::NoSubject => "it does not say who or what",
            Self::Aside => "it is told in passing, to describe something",
            Self::OtherDate => "another date of its clause dates the happening",
            Self::Far => "it stands too far from the verb",
            Self::Vague => "it is longer than a decade, or no stretch of the calendar",
            Self::Unplaced => "it cannot be placed on the calendar",
        }
    }
}

/// An expression that dates no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unused {
    /// The expression, an index in [`Tagged::timexes`].
    pub timex: usize,
    /// Why.
    pub ground: Ground,
}

/// What has become of the dates of a document.
#[derive(Debug, Default)]
pub(super) struct Grounds {
    used: BTreeSet<usize>,
    /// Why those are not used that were weighed.
    noted: BTreeMap<usize, Ground>,
}

impl Grounds {
    /// Notes that an expression dates an event.
    pub(super) fn note_used(&mut self, timex: usize) {
        self.used.insert(timex);
    }

    /// Whether an expression dates an event.
    fn used(&self, timex: usize) -> bool {
        self.used.contains(&timex)
    }

    /// Why an expression dates none, if that was found.
    fn of(&self, timex: usize) -> Option<Ground> {
        self.noted.get(&timex).copied()
    }

    /// Notes why an expression dates none, if that was not found before.
    pub(super) fn note_if_new(&mut self, timex: usize, ground: Ground) {
        self.noted.entry(timex).or_insert(ground);
    }

    /// Notes why an expression dates none, unless it will be used after all.
    pub(super) fn note(&mut self, timex: usize, ground: Ground) {
        self.noted.insert(timex, ground);
    }
}

/// The dates of a document that date none of its events, in the order of the text. Lengths, habits and
/// `now` are no dates; the end of a range goes with its beginning.
pub(super) fn unused(document: &Document, tagged: &Tagged, grounds: &Grounds) -> Vec<Unused> {
    let ends: Vec<usize> = tagged.timexes.iter().filter_map(|timex| timex.range_end).collect();
    let dates = tagged.timexes.iter().enumerate().filter(|(at, timex)| {
        let dated = matches!(timex.value, Value::Calendar(_) | Value::Unresolved(_));
        dated && !ends.contains(at) && !grounds.used(*at)
    });
    dates
        .map(|(at, timex)| Unused { timex: at, ground: ground(document, timex, grounds.of(at)) })
        .collect()
}

fn ground(document: &Document, timex: &Timex, noted: Option<Ground>) -> Ground {
    let passage = document.passages.get(timex.passage);
    match noted {
        Some(ground) => ground,
        None if passage.is_some_and(|passage| !passage.kind.tells_events()) => Ground::Title,
        None if matches!(timex.value, Value::Unresolved(_)) => Ground::Unplaced,
        None => Ground::NoVerb,
    }
}
