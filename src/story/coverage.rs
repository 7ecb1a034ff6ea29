//! A story in, the dated sentences that its timeline does not use out, each with the reason.
//!
//! A sentence is not used because its date dates no happening (the event stage says why), or because the
//! happening is not published: too unsure, with no headline that stands alone, hidden by the desk, or not yet reviewed.

use std::collections::BTreeSet;

use super::{Entry, Story, desk::Ruling, entry::Draft, mention::Mention};
use crate::{
    event::Ground,
    settings::{Review, Settings},
    temporal::value::When,
};

/// Why an entry is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// The desk hid it.
    Hidden,
    /// It waits for the desk's approval.
    Unreviewed,
    /// It is less sure than the settings ask for.
    Unsure,
    /// It is hardly sure enough, and another entry tells of its day.
    Doubtful,
    /// It has no headline that stands alone, and another entry tells of its day.
    NotAlone,
    /// It is told as known from before, and no other sentence says of when.
    Retold,
}

impl Withheld {
    /// Why `entry` is not published, if it is not. What the desk has approved is published however unsure
    /// the reading was.
    pub(super) fn of(
        draft: &Draft,
        entry: &Entry,
        settings: &Settings,
        mentions: &[Mention],
    ) -> Option<Self> {
        let unsure = entry.confidence < settings.min_confidence;
        let retold = || draft.members.iter().all(|&it| mentions[it].retold);
        match draft {
            Draft { hidden: true, .. } => Some(Self::Hidden),
            Draft { approved: true, .. } => None,
            _ if settings.review == Review::Required => Some(Self::Unreviewed),
            // Who gives it a date says when it was.
            Draft { when: None, pinned: false, .. } if retold() => Some(Self::Retold),
            _ => unsure.then_some(Self::Unsure),
        }
    }

    /// Whether readers must not be told of it.
    fn is_confidential(self) -> bool {
        match self {
            Self::Hidden | Self::Unreviewed => true,
            Self::Unsure | Self::Doubtful | Self::NotAlone | Self::Retold => false,
        }
    }

    /// The reason in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Hidden => "the desk has hidden it",
            Self::Unreviewed => "it waits for the desk’s approval",
            Self::Unsure => "it is less sure than the editors ask for",
            Self::Doubtful => {
                "it is hardly as sure as the editors ask for, beside the other entries of its day"
            }
            Self::NotAlone => {
                "its headline says too little by itself, beside the other entries of its day"
            }
            Self::Retold => "it tells again what was known, and nobody says when that was",
        }
    }
}

/// An entry that is not published.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The entry; it has no salience, which is measured among those that are published.
    pub entry: Entry,
    /// Why it is not published.
    pub why: Withheld,
    /// The decision that hid it, where one did.
    pub ruling: Option<Ruling>,
}

/// Why a dated sentence is not used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Why {
    /// Its date dates no happening.
    NoEvent(Ground),
    /// What it tells is not published.
    Withheld(Withheld),
}

impl Why {
    /// The reason in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NoEvent(ground) => ground.words(),
            Self::Withheld(withheld) => withheld.words(),
        }
    }
}

/// A dated sentence that the timeline does not use.
#[derive(Debug, Clone, PartialEq)]
pub struct Unused<'s> {
    /// The index of its article in [`StorySource::articles`](crate::load::StorySource::articles).
    pub article: usize,
    /// The index of the sentence in the article's [`Tagged::sentences`](crate::temporal::Tagged::sentences).
    pub sentence: usize,
    /// The sentence.
    pub quote: &'s str,
    /// The words that say when; empty where the day of publication dates it.
    pub expression: &'s str,
    /// What they mean, as TIMEX3 or EDTF writes it.
    pub value: String,
    /// The same, where it has a place on the calendar.
    pub when: Option<When>,
    /// Where the sentence stands, in bytes of the article's file.
    pub start: usize,
    /// Why it is not used.
    pub why: Why,
}

/// The dated sentences that a story does not use, article by article, in the order of the text. A
/// sentence that another of its dates brings into the timeline is listed for the date that does not.
#[must_use]
pub fn unused(story: &Story) -> Vec<Unused<'_>> {
    let articles = 0..story.source.articles.len().min(story.readings.len());
    let no_events = articles.flat_map(|article| no_events(story, article));
    let mut unused: Vec<_> = no_events.chain(withheld(story)).collect();
    unused.sort_by_key(|it| (it.article, it.start));
    unused
}

/// The sentences of an article whose dates date no event.
fn no_events(story: &Story, article: usize) -> impl Iterator<Item = Unused<'_>> {
    let reading = &story.readings[article];
    let document = &story.source.articles[article].document;
    reading.unused.iter().filter_map(move |unused| {
        let timex = reading.tagged.timexes.get(unused.timex)?;
        let sentence = reading.tagged.sentences.get(timex.sentence)?;
        let passage = document.passages.get(timex.passage)?;
        Some(Unused {
            article,
            sentence: timex.sentence,
            quote: passage.text.get(sentence.span.clone())?,
            expression: passage.text.get(timex.span.clone())?,
            value: timex.value.timex_value(),
            when: timex.value.calendar().map(When::at),
            start: passage.source_span(&timex.span).start,
            why: Why::NoEvent(unused.ground),
        })
    })
}

/// The sentences of what is not published.
fn withheld(story: &Story) -> impl Iterator<Item = Unused<'_>> {
    let told = |it: &'_ LeftOut| it.why;
    let citations = story
        .left_out
        .iter()
        .flat_map(move |it| it.entry.all_citations().map(move |one| (one, told(it))));
    citations.filter_map(|(citation, why)| {
        let expression = citation.expression.clone().and_then(|range| citation.quote.get(range));
        Some(Unused {
            article: citation.article,
            sentence: citation.sentence?,
            quote: &citation.quote,
            expression: expression.unwrap_or_default(),
            value: citation.when.edtf(),
            when: Some(citation.when),
            start: citation.span.start,
            why: Why::Withheld(why),
        })
    })
}

/// The sentences that readers must not be shown, by article: what they tell is hidden, or waits for
/// review.
#[must_use]
pub fn confidential(story: &Story) -> BTreeSet<(usize, usize)> {
    let kept = story.left_out.iter().filter(|left_out| left_out.why.is_confidential());
    let citations = kept.flat_map(|left_out| left_out.entry.all_citations());
    citations.filter_map(|citation| Some((citation.article, citation.sentence?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::testing::Builder;

    #[test]
    fn what_is_not_published_says_why() {
        let story = |desk: &str| {
            let mut story = Builder::new()
                .article("s/a", "2018-06-14")
                .tells("2018-06-06", "Trump freed Johnson", "Trump freed Johnson [on June 6].")
                .tells("2018-06-07", "Rain fell", "Rain fell [on June 7].")
                .event(|event| event.confidence = 0.3)
                .desk(desk);
            story.settings.min_confidence = 0.5;
            story.story()
        };
        let reasons = |story: &Story| -> Vec<_> {
            let told = |it: Unused<'_>| (it.expression.to_owned(), it.why);
            unused(story).into_iter().map(told).collect()
        };
        let unsure = ("on June 7".to_owned(), Why::Withheld(Withheld::Unsure));
        let open = story("");
        assert_eq!(reasons(&open), std::slice::from_ref(&unsure));
        assert!(confidential(&open).is_empty());
        let hidden = story("- hide: 2018-06-06-trump-freed-johnson");
        let hides = ("on June 6".to_owned(), Why::Withheld(Withheld::Hidden));
        assert_eq!(reasons(&hidden), [hides, unsure]);
        assert_eq!(confidential(&hidden), BTreeSet::from([(0, 0)]));
        let approved = story("- approve: 2018-06-07-rain-fell");
        assert_eq!(reasons(&approved), []);
    }
}
