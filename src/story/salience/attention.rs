//! Articles as read in, how much they speak of each stretch of the calendar out.
//!
//! A day on which something happened is named again: in other articles, by other publishers, weeks
//! later, and then by its number (`April 20`) where it was `Tuesday` at first. The day on which many
//! articles were printed is named by all of them only because it was their own; that is the background,
//! and a day stands out against it. (Counting the references to a day is the strongest single sign of
//! its place in a timeline: Tran et al., "Leveraging Learning to Rank in an Optimization Framework for
//! Timeline Summarization", 2013; Gholipour Ghalandari and Ifrim, "Examining the State-of-the-Art in
//! News Timeline Summarization", ACL 2020.)

use std::collections::{BTreeMap, BTreeSet};

use super::count;
use crate::{
    event::Ground,
    load::{Article, StorySource},
    story::Reading,
    temporal::{
        Timex,
        value::{Day, When},
    },
};

/// From its first to its last day.
pub(super) type Stretch = (Day, Day);

/// What a reference is worth that says the date in numbers, against one such as `Tuesday`.
const IN_NUMBERS: f64 = 1.5;

/// After how many days a later telling weighs no more.
const MEMORY: i32 = 90;

/// What the news of the day of publication is worth that names no date.
const UNNAMED: f64 = 0.5;

/// The stretch of a date.
pub(super) fn stretch(when: When) -> Stretch {
    (when.first_day(), when.last_day())
}

/// How much the articles of a story speak of each stretch.
#[derive(Debug, Default)]
pub(super) struct Attention(BTreeMap<Stretch, f64>);

impl Attention {
    /// Counts the references of a story.
    pub(super) fn new(source: &StorySource, readings: &[Reading]) -> Self {
        let mut by_publisher: BTreeMap<Stretch, BTreeMap<&str, f64>> = BTreeMap::new();
        let mut printed: BTreeMap<Day, usize> = BTreeMap::new();
        for (article, reading) in source.articles.iter().zip(readings) {
            if let Some(date) = article.date {
                *printed.entry(date.into()).or_default() += 1;
            }
            for (stretch, weight) in references(article, reading) {
                let publisher = article.publisher.as_deref().unwrap_or_default();
                *by_publisher.entry(stretch).or_default().entry(publisher).or_default() += weight;
            }
        }
        let attention = by_publisher.into_iter().map(|(stretch, weights)| {
            let own = if stretch.0 == stretch.1 { printed.get(&stretch.0) } else { None };
            let background = fourth_root(1.0 + count(own.copied().unwrap_or_default()));
            (stretch, told_by_several(weights.values()) / background)
        });
        Self(attention.collect())
    }

    /// How much they speak of a date.
    pub(super) fn of(&self, when: When) -> f64 {
        self.0.get(&stretch(when)).copied().unwrap_or_default()
    }
}

/// What publishers tell together: of two who tell as much as one, it is twice as much.
fn told_by_several<'w>(weights: impl Iterator<Item = &'w f64>) -> f64 {
    let roots: f64 = weights.map(|weight| weight.sqrt()).sum();
    roots * roots
}

/// The dates that an article speaks of, each once, by its weightiest reference.
fn references(article: &Article, reading: &Reading) -> BTreeMap<Stretch, f64> {
    let mut found: BTreeMap<Stretch, f64> = BTreeMap::new();
    let mut add = |stretch: Stretch, weight: f64| {
        let most = found.entry(stretch).or_default();
        *most = most.max(weight);
    };
    let of_prose = reading.unused.iter().filter(|unused| unused.ground == Ground::Stamp);
    let stamps: BTreeSet<usize> = of_prose.map(|unused| unused.timex).collect();
    for (at, timex) in reading.tagged.timexes.iter().enumerate() {
        let Some(calendar) = timex.value.calendar().filter(|_| !stamps.contains(&at)) else {
            continue;
        };
        let named = if in_numbers(article, timex) { IN_NUMBERS } else { 1.0 };
        let stretch = (calendar.first_day(), calendar.last_day());
        add(stretch, named * lateness(article, stretch.1));
    }
    for event in reading.events.iter().filter(|event| event.timex.is_none()) {
        add(stretch(event.when), UNNAMED);
    }
    for event in &article.events {
        let stretch = stretch(event.when);
        add(stretch, IN_NUMBERS * lateness(article, stretch.1));
    }
    found
}

fn in_numbers(article: &Article, timex: &Timex) -> bool {
    let passage = article.document.passages.get(timex.passage);
    let text = passage.and_then(|passage| passage.text.get(timex.span.clone()));
    text.is_some_and(|text| text.contains(|c: char| c.is_numeric()))
}

/// What is still told long after weighs more: the fourth root of the days since. What lies further back
/// than a story's memory is history that it looks back to, and weighs no more for its age.
fn lateness(article: &Article, last: Day) -> f64 {
    let days = article.date.and_then(|date| last.days_until(date.into())).unwrap_or_default();
    fourth_root(1.0 + f64::from(days.clamp(0, MEMORY)))
}

fn fourth_root(value: f64) -> f64 {
    value.sqrt().sqrt()
}
