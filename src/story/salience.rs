//! How much of the story hangs on an entry, 0 to 1, and which entries the first view shows.
//!
//! ```text
//! articles ── attention ──▶ how much they speak of each date ─┐
//! sentences ── centrality ──▶ what is told of each date ──────┼─▶ Terms ── of a date, the best first ──▶ salience ── key
//! mentions ── sources, prominence ────────────────────────────┘
//! ```
//!
//! The date comes first: it says how much of the story hangs on what happened then. Of the entries of
//! one date the one that tells best what all tell of it stands for the date; the next ones count less, as
//! a reader of the first view wants the other days before the second thing of the same day.
//!
//! Square roots stand where growth should slow down: unlike logarithms they are exact on every machine.

mod attention;
mod centrality;
mod key;
mod prominence;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::{
    attention::{Attention, Stretch, stretch},
    centrality::Centrality,
    prominence::Prominence,
};
use super::{Entry, Origin, Reading, entry::rounded, telling::Tellings};
use crate::{
    load::{Article, StorySource},
    temporal::value::Precision,
};

pub(super) use key::mark_key;

/// What makes one entry of a date more salient than another, and how much of the whole each sign
/// makes up.
mod share {
    /// How near it is to what is told of the date.
    pub(super) const CENTRALITY: f64 = 0.55;
    /// In how many articles, and of how many publishers, it is told.
    pub(super) const SOURCES: f64 = 0.20;
    /// How much of its sentence it makes up.
    pub(super) const FOCUS: f64 = 0.15;
    /// How near the top, and whether a title or heading tells it.
    pub(super) const PROMINENCE: f64 = 0.10;
}

/// How much an entry loses that tells wholly the same as one before it on its date.
const NOVELTY: f64 = 0.06;

/// How many entries of a date are placed by what they tell anew; the others follow by standing alone.
const PLACED: usize = 12;

/// What a declaration lifts: somebody found the event worth writing it down.
const DECLARED: f64 = 0.25;

/// What an entry's salience is made of, each 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Terms {
    /// How much the articles speak of the entry's date, against the date of which they speak most.
    pub attention: f64,
    /// What the date's precision leaves of it: a decade is no moment.
    pub exactness: f64,
    /// How near the entry is to what is told of its date.
    pub centrality: f64,
    /// In how many articles and of how many publishers it is told, against the most told entry.
    pub sources: f64,
    /// How much of its sentence it makes up.
    pub focus: f64,
    /// How near the top it is told, and whether titles or headings tell it.
    pub prominence: f64,
    /// Its place among the entries of its date; the first is 1.
    pub place: usize,
}

impl Terms {
    /// How well the entry stands for its date, 0 to 1.
    fn standing(&self) -> f64 {
        share::CENTRALITY * self.centrality
            + share::SOURCES * self.sources
            + share::FOCUS * self.focus
            + share::PROMINENCE * self.prominence
    }
}

/// Gives every entry its salience; the most salient one of a story has 1. `members` are the mentions
/// of each entry.
pub(super) fn rank(
    entries: &mut [Entry],
    members: &[&[usize]],
    tellings: &Tellings<'_>,
    source: &StorySource,
    readings: &[Reading],
) {
    let attention = Attention::new(source, readings);
    let centrality = Centrality::new(tellings, source, readings);
    let prominence = Prominence::new(tellings, source, readings);
    let leads = entries.iter().zip(members).map(|(entry, members)| lead(entry, members, tellings));
    let leads: Vec<_> = leads.collect();
    let terms_of = |((entry, members), &lead): ((&Entry, &&[usize]), &usize)| Terms {
        attention: attended(entry, &attention).sqrt(),
        exactness: exactness(entry.when.precision()),
        centrality: centrality.of(tellings, lead, stretch(entry.when)),
        sources: sources(members, tellings, &source.articles).sqrt(),
        focus: tellings.focus(lead),
        prominence: prominence.of_entry(members),
        place: 1,
    };
    let mut terms: Vec<_> = entries.par_iter().zip(members).zip(&leads).map(terms_of).collect();
    let most = |term: fn(&Terms) -> f64| terms.iter().map(term).fold(0.0, f64::max);
    let (most_attention, most_sources) = (most(|it| it.attention), most(|it| it.sources));
    for terms in &mut terms {
        terms.attention = part(terms.attention, most_attention);
        terms.sources = part(terms.sources, most_sources);
    }
    place(entries, &leads, &mut terms, tellings);
    let saliences: Vec<f64> =
        entries.iter().zip(&terms).map(|(it, terms)| salience(it, terms)).collect();
    let highest = saliences.iter().copied().fold(0.0, f64::max);
    for ((entry, terms), salience) in entries.iter_mut().zip(terms).zip(saliences) {
        entry.salience = rounded(part(salience, highest));
        entry.terms = terms;
    }
}

/// How much the articles speak of an entry's date: of the one it shows, or of one that a source gives
/// where the desk or a dispute has set another.
fn attended(entry: &Entry, attention: &Attention) -> f64 {
    let disputed = entry.conflicts.iter().map(|conflict| conflict.when);
    let told = entry.citations.first().map(|citation| citation.when);
    let dates = disputed.chain(told).chain([entry.when]);
    dates.map(|when| attention.of(when)).fold(0.0, f64::max)
}

fn salience(entry: &Entry, terms: &Terms) -> f64 {
    let moment = terms.attention * terms.exactness;
    let read = moment * (1.0 + terms.standing()) / count(terms.place);
    let declared = if entry.origin == Origin::Declared { DECLARED } else { 0.0 };
    read + declared
}

/// Numbers the entries of each date, the best first; behind the first, what tells something new goes
/// before what tells the same again (maximal marginal relevance: Carbonell and Goldstein, "The use of MMR,
/// diversity-based reranking", 1998).
fn place(entries: &[Entry], leads: &[usize], terms: &mut [Terms], tellings: &Tellings<'_>) {
    let mut of_date: BTreeMap<Stretch, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        of_date.entry(stretch(entry.when)).or_default().push(at);
    }
    for mut alike in of_date.into_values() {
        alike.sort_by(|&a, &b| {
            let by_id = || entries[a].id.cmp(&entries[b].id);
            terms[b].standing().total_cmp(&terms[a].standing()).then_with(by_id)
        });
        let worth = |at: usize, placed: &[usize]| {
            let told = placed.iter().map(|&other| tellings.overlap(leads[at], leads[other]));
            terms[at].standing() - NOVELTY * told.fold(0.0, f64::max)
        };
        for place in 1..alike.len().min(PLACED) {
            let (placed, rest) = alike.split_at(place);
            let worths = rest.iter().map(|&at| worth(at, placed)).enumerate();
            let best = worths.reduce(|best, next| if next.1 > best.1 { next } else { best });
            let best = best.map_or(0, |(at, _)| at);
            alike[place..=place + best].rotate_right(1);
        }
        for (place, at) in alike.into_iter().enumerate() {
            terms[at].place = place + 1;
        }
    }
}

/// The mention whose sentence leads the entry.
fn lead(entry: &Entry, members: &[usize], tellings: &Tellings<'_>) -> usize {
    let leads = |&&member: &&usize| {
        let citation = &tellings.mentions[member].citation;
        entry.citations.first().is_some_and(|lead| lead.id == citation.id)
    };
    members.iter().find(leads).or(members.first()).copied().unwrap_or_default()
}

fn part(value: f64, most: f64) -> f64 {
    if most > 0.0 { value / most } else { 0.0 }
}

/// In how many articles, and of how many publishers, an entry is told: the mean of both.
fn sources(members: &[usize], tellings: &Tellings<'_>, articles: &[Article]) -> f64 {
    let told = members.iter().map(|&member| tellings.mentions[member].citation.article);
    let distinct: BTreeSet<_> = told.collect();
    let publisher = |&at: &usize| articles[at].publisher.as_ref().unwrap_or(&articles[at].path);
    let publishers: BTreeSet<_> = distinct.iter().map(publisher).collect();
    f64::midpoint(count(distinct.len()), count(publishers.len()))
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn exactness(precision: Precision) -> f64 {
    match precision {
        Precision::Time | Precision::Day => 1.0,
        Precision::Week => 0.8,
        Precision::Month => 0.7,
        Precision::Quarter | Precision::Season | Precision::Half => 0.5,
        Precision::Year => 0.4,
        Precision::Decade | Precision::Century => 0.1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Builder;

    fn story() -> Builder {
        Builder::new()
            .article("s/a", "2018-06-07")
            .tells(
                "2018-06-06",
                "Trump granted Johnson clemency",
                "Trump granted Johnson clemency [on June 6].",
            )
            .filler("A sentence between.")
            .filler("Another sentence between.")
            .tells(
                "1996",
                "Johnson was sentenced to life",
                "Johnson was sentenced to life [in 1996].",
            )
            .article("s/b", "2019-06-06")
            .tells(
                "2018-06-06",
                "Trump granted Johnson clemency",
                "Trump granted Johnson clemency [a year ago].",
            )
            .filler("A sentence between.")
            .tells("2018-08", "A garden opened", "A garden opened [in August 2018].")
    }

    #[test]
    fn what_is_told_most_and_longest_is_most_salient() {
        let entries = story().story().entries;
        let salience = |at: usize| entries[at].salience;
        assert_eq!(salience(1).to_string(), "1", "told twice, a year apart, first thing");
        assert!(salience(0) < salience(1) && salience(2) < salience(1));
        assert!(entries.iter().all(|entry| (0.0..=1.0).contains(&entry.salience)));
    }

    #[test]
    fn a_title_raises_what_it_tells() {
        let garden = |story: Builder| story.story().entries[2].salience;
        let plain = garden(story());
        assert!(garden(story().edit(|article| article.title = "A garden opened".into())) > plain);
        let under_heading = story().heading("The river rose").tells(
            "2018-09",
            "The river rose over the bridge",
            "The river rose over the bridge [in September 2018].",
        );
        let entries = under_heading.story().entries;
        assert!(entries[3].salience > entries[2].salience);
    }

    #[test]
    fn the_first_view_shows_some() {
        for (asked, all, expected) in [
            (None, 3, 3),
            (None, 5, 5),
            (None, 20, 5),
            (None, 100, 10),
            (Some(2), 20, 2),
            (Some(0), 20, 0),
            (Some(50), 20, 20),
        ] {
            let mut story = Builder::new().article("s/a", "2018-06-07");
            for day in 0..all {
                let date = format!("{}", 1900 + day);
                story = story.declares(&date, &format!("Event {day}"));
            }
            story.settings.key_events = asked;
            let keys = story.story().entries.iter().filter(|entry| entry.key).count();
            assert_eq!(keys, expected, "{asked:?} of {all}");
        }
    }
}
