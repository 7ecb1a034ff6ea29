//! A sentence in, the mentions that quote it out: as it stands, or the most alike one after an edit.

use std::collections::BTreeMap;

use super::super::{
    mention::Mention,
    words::{Vocabulary, WordSet},
};

/// Which part of the words of two sentences must be common to both (Dice) to be one sentence before
/// and after an edit.
const ALIKE: f64 = 0.8;

/// The quotes of a story.
pub(super) struct Quotes<'m> {
    exact: BTreeMap<String, Vec<usize>>,
    words: Vec<WordSet>,
    vocabulary: &'m Vocabulary,
}

impl<'m> Quotes<'m> {
    /// Takes in the quotes of all mentions.
    pub(super) fn new(mentions: &[Mention], vocabulary: &'m Vocabulary) -> Self {
        let mut exact: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            exact.entry(single_spaces(&mention.citation.quote)).or_default().push(at);
        }
        let words = mentions.iter().map(|it| vocabulary.words([it.citation.quote.as_str()]));
        Self { exact, words: words.collect(), vocabulary }
    }

    /// The mentions among `allowed` that quote `sentence`, or the one sentence most like it.
    pub(super) fn find(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let exact = self.exact.get(&single_spaces(sentence)).into_iter().flatten().copied();
        let exact: Vec<_> = exact.filter(|&at| allowed(at)).collect();
        if exact.is_empty() { self.alike(sentence, allowed) } else { exact }
    }

    fn alike(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let known = self.vocabulary.words([sentence]);
        let all = known.iter().count() + self.vocabulary.unknown(sentence);
        let likeness = |at: usize| {
            let (common, _) = self.vocabulary.common(&known, &self.words[at]);
            let [common, both] = [2 * common, all + self.words[at].iter().count()];
            (ratio(common, both), at)
        };
        let likely = (0..self.words.len()).filter(|&at| allowed(at)).map(likeness);
        let best = likely.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let Some((_, best)) = best.filter(|(likeness, _)| *likeness >= ALIKE) else {
            return Vec::new();
        };
        let same = |&at: &usize| allowed(at) && self.words[at] == self.words[best];
        (0..self.words.len()).filter(same).collect()
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] =
        [part, whole.max(1)].map(|n| f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
    part / whole
}

fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
