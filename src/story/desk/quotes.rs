//! A sentence in, the mentions that quote it out: as it stands, or the most alike one after an edit.

use std::collections::BTreeMap;

use super::super::{
    mention::Mention,
    words::{Vocabulary, WordSet},
};

/// Which part of the words of two sentences must be common to both (Dice) to be one sentence before
/// and after an edit.
const ALIKE: f64 = 0.8;

/// From which such part on a quote is worth showing to someone who looks for a sentence.
const RELATED: f64 = 0.4;

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

    /// The mentions whose quotes have much of `sentence`, the likest first.
    pub(super) fn likest(&self, sentence: &str) -> Vec<usize> {
        let mut likely: Vec<_> =
            self.likeness(sentence).filter(|(likeness, _)| *likeness >= RELATED).collect();
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        likely.into_iter().map(|(_, at)| at).collect()
    }

    fn alike(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let likely = self.likeness(sentence).filter(|&(_, at)| allowed(at));
        let best = likely.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let Some((_, best)) = best.filter(|(likeness, _)| *likeness >= ALIKE) else {
            return Vec::new();
        };
        let same = |&at: &usize| allowed(at) && self.words[at] == self.words[best];
        (0..self.words.len()).filter(same).collect()
    }

    /// How much each quote has in common with `sentence`, 0 to 1 (Dice).
    fn likeness(&self, sentence: &str) -> impl Iterator<Item = (f64, usize)> {
        let known = self.vocabulary.words([sentence]);
        let all = known.iter().count() + self.vocabulary.unknown(sentence);
        self.words.iter().enumerate().map(move |(at, words)| {
            let (common, _) = self.vocabulary.common(&known, words);
            let [common, both] = [2 * common, all + words.iter().count()];
            (ratio(common, both), at)
        })
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
