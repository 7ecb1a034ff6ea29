//! How much of the story hangs on an entry, 0 to 1, and which entries the first view shows.
//!
//! Square roots stand where growth should slow down: unlike logarithms they are exact on every machine.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{
    Entry, Origin, Reading, entry::rounded, mention::Mention, telling::Tellings, words::WordSet,
};
use crate::{
    load::{Article, StorySource},
    source::PassageKind,
    temporal::value::{Day, Precision},
};

/// What makes an entry salient, and how much of the whole each sign makes up.
mod share {
    /// In how many articles, and of how many publishers, it is told.
    pub(super) const SOURCES: f64 = 0.40;
    /// How near the top, and whether a title or heading tells it.
    pub(super) const PROMINENCE: f64 = 0.25;
    /// Told again after months: the story comes back to it.
    pub(super) const SPREAD: f64 = 0.15;
    /// What is dated to the day is news; what is dated to the decade is background.
    pub(super) const PRECISION: f64 = 0.10;
    /// Somebody declared it.
    pub(super) const DECLARED: f64 = 0.10;
}

/// After this many sentences an article's sentence counts half as much as its first.
const HALF_WAY: f64 = 5.0;

/// What a heading says is a little less prominent than what a title says.
const HEADING: f64 = 0.8;

/// The fewest entries that the first view shows, if there are as many.
const FEWEST_KEY: usize = 5;

/// What is known of an entry before it is compared with the others.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    sources: f64,
    prominence: f64,
    spread: f64,
    precision: f64,
    declared: f64,
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
    let prominence = Prominence::new(tellings, source, readings);
    let signs: Vec<_> = entries
        .par_iter()
        .zip(members)
        .map(|(entry, members)| signs(entry, members, &source.articles, &prominence))
        .collect();
    let most = |sign: fn(&Signs) -> f64| signs.iter().map(sign).fold(0.0, f64::max);
    let (sources, spread) = (most(|it| it.sources), most(|it| it.spread));
    let sums: Vec<_> = signs.iter().map(|signs| sum(signs, sources, spread)).collect();
    let highest = sums.iter().copied().fold(0.0, f64::max);
    for (entry, sum) in entries.iter_mut().zip(sums) {
        entry.salience = rounded(part(sum, highest));
    }
}

fn sum(signs: &Signs, most_sources: f64, most_spread: f64) -> f64 {
    share::SOURCES * part(signs.sources, most_sources).sqrt()
        + share::PROMINENCE * signs.prominence
        + share::SPREAD * part(signs.spread, most_spread).sqrt()
        + share::PRECISION * signs.precision
        + share::DECLARED * signs.declared
}

fn part(value: f64, most: f64) -> f64 {
    if most > 0.0 { value / most } else { 0.0 }
}

fn signs(
    entry: &Entry,
    members: &[usize],
    articles: &[Article],
    prominence: &Prominence<'_>,
) -> Signs {
    let mentions = prominence.tellings.mentions;
    let told: Vec<_> = members.iter().map(|&member| &mentions[member]).collect();
    let distinct: BTreeSet<_> = told.iter().map(|mention| mention.citation.article).collect();
    let publisher = |&at: &usize| articles[at].publisher.as_ref().unwrap_or(&articles[at].path);
    let publishers: BTreeSet<_> = distinct.iter().map(publisher).collect();
    Signs {
        sources: f64::midpoint(count(distinct.len()), count(publishers.len())),
        prominence: prominence.of_entry(members),
        spread: spread(&told),
        precision: exactness(entry.when.precision()),
        declared: if entry.origin == Origin::Declared { 1.0 } else { 0.0 },
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The days between the first and the last telling.
fn spread(told: &[&Mention]) -> f64 {
    let dates = || told.iter().filter_map(|mention| mention.published);
    let days = dates().min().zip(dates().max()).and_then(|(first, last)| {
        let (first, last): (Day, Day) = (first.into(), last.into());
        first.days_until(last)
    });
    f64::from(days.unwrap_or(0))
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

/// How prominently articles tell things.
struct Prominence<'s> {
    tellings: &'s Tellings<'s>,
    source: &'s StorySource,
    readings: &'s [Reading],
    /// The words of each article's title.
    titles: Vec<WordSet>,
}

impl<'s> Prominence<'s> {
    fn new(tellings: &'s Tellings<'s>, source: &'s StorySource, readings: &'s [Reading]) -> Self {
        let words = |article: &Article| tellings.vocabulary.words([article.title.as_str()]);
        let titles = source.articles.iter().map(words).collect();
        Self { tellings, source, readings, titles }
    }

    /// The mean over the articles that tell it, each by its most prominent sentence.
    fn of_entry(&self, members: &[usize]) -> f64 {
        let mut by_article: BTreeMap<usize, f64> = BTreeMap::new();
        for &member in members {
            let article = self.tellings.mentions[member].citation.article;
            let most = by_article.entry(article).or_default();
            *most = most.max(self.of_mention(member));
        }
        part(by_article.values().sum(), count(by_article.len()))
    }

    fn of_mention(&self, member: usize) -> f64 {
        let citation = &self.tellings.mentions[member].citation;
        let Some(sentence) = citation.sentence else { return 1.0 };
        let title = self.told_by(member, &self.titles[citation.article]);
        let tagged = self.readings.get(citation.article).map(|reading| &reading.tagged);
        let sentences = tagged.map(|tagged| tagged.sentences.as_slice()).unwrap_or_default();
        let passage = sentences.get(sentence).map_or(0, |sentence| sentence.passage);
        let heading = self.heading(citation.article, passage);
        let heading = heading.map(|text| self.tellings.vocabulary.words([text]));
        let heading = heading.map_or(0.0, |words| HEADING * self.told_by(member, &words));
        let nearness = HALF_WAY / (HALF_WAY + count(self.before(citation.article, sentence)));
        nearness.max(title).max(heading)
    }

    /// How many sentences of the body stand before `sentence`.
    fn before(&self, article: usize, sentence: usize) -> usize {
        let passages = &self.source.articles[article].document.passages;
        let tells = |passage: usize| passages.get(passage).is_none_or(|it| it.kind.tells_events());
        let Some(reading) = self.readings.get(article) else { return sentence };
        let sentences = &reading.tagged.sentences;
        // Titles and headings stand at the beginning or are few: past the start their number does not matter.
        let head = sentences.iter().take(sentence).take_while(|it| !tells(it.passage)).count();
        sentence - head
    }

    /// The heading under which a passage stands.
    fn heading(&self, article: usize, passage: usize) -> Option<&str> {
        let above = self.source.articles[article].document.passages.get(..passage)?;
        let heading = above.iter().rev().find(|it| it.kind == PassageKind::Heading)?;
        Some(&heading.text)
    }

    /// How much of the words of a title or heading the mention tells.
    fn told_by(&self, member: usize, words: &WordSet) -> f64 {
        self.tellings.vocabulary.coverage(words, self.tellings.whole(member))
    }
}

/// Marks the entries of the first view: those already marked (pinned), and the most salient ones up to
/// `asked`, or to about the square root of their number.
pub(super) fn mark_key(entries: &mut [Entry], asked: Option<usize>) {
    let all = entries.len();
    let automatic = || all.isqrt().max(FEWEST_KEY);
    let wanted = asked.unwrap_or_else(automatic).min(all);
    let pinned = entries.iter().filter(|entry| entry.key).count();
    let mut order: Vec<_> = (0..all).filter(|&at| !entries[at].key).collect();
    order.sort_by(|&a, &b| entries[b].salience.total_cmp(&entries[a].salience).then(a.cmp(&b)));
    for at in order.into_iter().take(wanted.saturating_sub(pinned)) {
        entries[at].key = true;
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
