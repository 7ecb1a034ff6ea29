//! The sentences of a story in, how near each mention is to what is told of its date out.
//!
//! What most sentences say that name a day, and the leads of that day's articles, is what happened on
//! it; a sentence near to their common direction tells it best (a centroid, as in Radev et al.,
//! "Centroid-based summarization of multiple documents", 2004).

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::attention::{Stretch, stretch};
use crate::{
    event::Ground,
    load::StorySource,
    story::{Reading, telling::Tellings, vector::Vector},
    temporal::value::Day,
};

/// How much the story's own direction counts beside that of the day.
const STORY: f64 = 0.5;

/// What the first sentences of an article count for its day of publication.
const LEADS: [f64; 2] = [1.0, 0.5];

/// What is told of each date.
pub(super) struct Centrality {
    of_stretch: BTreeMap<Stretch, Vector>,
    of_story: Vector,
}

impl Centrality {
    /// Reads the sentences that name dates, and the leads.
    pub(super) fn new(tellings: &Tellings<'_>, source: &StorySource, readings: &[Reading]) -> Self {
        let articles: Vec<_> = (0..source.articles.len().min(readings.len())).collect();
        let told: Vec<Vec<(Stretch, f64, Vector)>> = articles
            .par_iter()
            .map(|&article| told_in(tellings, source, article, &readings[article]))
            .collect();
        let mut by_stretch: BTreeMap<Stretch, Vec<(f64, &Vector)>> = BTreeMap::new();
        for (stretch, weight, vector) in told.iter().flatten() {
            by_stretch.entry(*stretch).or_default().push((*weight, vector));
        }
        let centre =
            |(stretch, parts): (Stretch, Vec<(f64, &Vector)>)| (stretch, Vector::sum(parts).unit());
        Self {
            of_stretch: by_stretch.into_iter().map(centre).collect(),
            of_story: tellings.vocabulary.direction(),
        }
    }

    /// How central a mention is to its date and to the story, 0 to 1.
    pub(super) fn of(&self, tellings: &Tellings<'_>, mention: usize, dated: Stretch) -> f64 {
        let vector = tellings.vocabulary.vector(tellings.whole(mention));
        let of_date = self.of_stretch.get(&dated).map_or(0.0, |centre| centre.dot(&vector));
        (of_date + STORY * self.of_story.dot(&vector)) / (1.0 + STORY)
    }
}

/// What an article tells of dates, sentence by sentence.
fn told_in(
    tellings: &Tellings<'_>,
    source: &StorySource,
    article: usize,
    reading: &Reading,
) -> Vec<(Stretch, f64, Vector)> {
    let document = &source.articles[article].document;
    let published = source.articles[article].date.map(Day::from);
    let stamps = reading.unused.iter().filter(|unused| unused.ground == Ground::Stamp);
    let stamps: Vec<usize> = stamps.map(|unused| unused.timex).collect();
    let mut dated: BTreeMap<(usize, Stretch), f64> = BTreeMap::new();
    for (at, timex) in reading.tagged.timexes.iter().enumerate() {
        let calendar = timex.value.calendar().filter(|_| stamps.binary_search(&at).is_err());
        if let Some(calendar) = calendar {
            let stretch = (calendar.first_day(), calendar.last_day());
            dated.insert((timex.sentence, stretch), 1.0);
        }
    }
    for event in reading.events.iter().filter(|event| event.timex.is_none()) {
        dated.insert((event.sentence, stretch(event.when)), 1.0);
    }
    let tells = |passage: usize| {
        document.passages.get(passage).is_some_and(|passage| passage.kind.tells_events())
    };
    let sentences = reading.tagged.sentences.iter().enumerate();
    let body = sentences.filter(|(_, sentence)| tells(sentence.passage)).map(|(at, _)| at);
    for ((at, weight), day) in body.zip(LEADS).zip(published.into_iter().cycle()) {
        dated.entry((at, (day, day))).or_insert(weight);
    }
    let vector = |sentence: usize| {
        let sentence = reading.tagged.sentences.get(sentence)?;
        let text = document.passages.get(sentence.passage)?.text.get(sentence.span.clone())?;
        Some(tellings.vocabulary.vector(&tellings.vocabulary.words([text])))
    };
    let told = dated.into_iter();
    told.filter_map(|((at, stretch), weight)| Some((stretch, weight, vector(at)?))).collect()
}
