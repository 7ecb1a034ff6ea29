//! Where articles tell things in, how prominently they do out: near the top, under a title or heading
//! that says the same.

use std::collections::BTreeMap;

use super::{count, part};
use crate::{
    load::{Article, StorySource},
    source::PassageKind,
    story::{Reading, telling::Tellings, words::WordSet},
};

/// After this many sentences an article's sentence counts half as much as its first.
const HALF_WAY: f64 = 5.0;

/// What a heading says is a little less prominent than what a title says.
const HEADING: f64 = 0.8;

/// How prominently the articles of a story tell things.
pub(super) struct Prominence<'s> {
    tellings: &'s Tellings<'s>,
    source: &'s StorySource,
    readings: &'s [Reading],
    /// The words of each article's title.
    titles: Vec<WordSet>,
}

impl<'s> Prominence<'s> {
    pub(super) fn new(
        tellings: &'s Tellings<'s>,
        source: &'s StorySource,
        readings: &'s [Reading],
    ) -> Self {
        let words = |article: &Article| tellings.vocabulary.words([article.title.as_str()]);
        let titles = source.articles.iter().map(words).collect();
        Self { tellings, source, readings, titles }
    }

    /// The mean over the articles that tell it, each by its most prominent sentence.
    pub(super) fn of_entry(&self, members: &[usize]) -> f64 {
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
