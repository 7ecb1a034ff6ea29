//! A sentence in, the mentions that quote it out: as it stands, or as it may stand after an edit.
//!
//! What is taken for an edit only adds words or only takes them out, none of which denies anything, and
//! mends slips of spelling. A word, a name or a number in the place of another may make another event
//! of it (`convicted` and `acquitted`): of two sentences that alike, an editor must say which is meant.

use std::collections::BTreeMap;

use super::{
    super::{grammar::Grammars, mention::Mention},
    likeness::Likeness,
};
use crate::load::Article;

/// Which part of the words of two sentences must be common to both (Dice) to be one sentence before
/// and after an edit.
const ALIKE: f64 = 0.8;

/// From which such part on a quote is worth showing to someone who looks for a sentence.
const RELATED: f64 = 0.4;

/// A shorter word that differs in one letter is another word more often than a slip: `Iran`, `Iraq`.
const LONG: usize = 6;

/// The quotes of a story.
pub(super) struct Quotes<'m> {
    mentions: &'m [Mention],
    articles: &'m [Article],
    grammars: Grammars,
    exact: BTreeMap<String, Vec<usize>>,
    words: Vec<Vec<String>>,
    likeness: Likeness,
}

/// The mentions that quote a sentence.
pub(super) struct Quoted {
    /// Their indices; none if no mention does.
    pub(super) mentions: Vec<usize>,
    /// Whether the sentence stands in them in other words.
    pub(super) edited: bool,
}

impl<'m> Quotes<'m> {
    /// Takes in the quotes of all mentions, which are of `articles`.
    pub(super) fn new(mentions: &'m [Mention], articles: &'m [Article]) -> Self {
        let mut exact: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut likeness = Likeness::default();
        let mut words = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            let quote = &mention.citation.quote;
            exact.entry(single_spaces(quote)).or_default().push(at);
            let sentence = split(quote);
            likeness.add(&sentence);
            words.push(sentence);
        }
        Self { mentions, articles, grammars: Grammars::new(articles), exact, words, likeness }
    }

    /// The mentions among `allowed` that quote `sentence`, or the one sentence that may be an edit of it.
    pub(super) fn find(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Quoted {
        let exact = self.exact.get(&single_spaces(sentence)).into_iter().flatten().copied();
        let exact: Vec<_> = exact.filter(|&at| allowed(at)).collect();
        if exact.is_empty() {
            return Quoted { mentions: self.edited(sentence, allowed), edited: true };
        }
        Quoted { mentions: exact, edited: false }
    }

    /// The mentions whose quotes have much of `sentence`, the likest first.
    pub(super) fn likest(&self, sentence: &str) -> Vec<usize> {
        self.likeness.likest(&split(sentence), RELATED)
    }

    fn edited(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let sentence = split(sentence);
        let mut likely = self.likeness.likest(&sentence, ALIKE).into_iter();
        let best = likely.find(|&at| allowed(at) && self.is_edit(&sentence, at));
        let Some(best) = best else { return Vec::new() };
        let same = |&at: &usize| allowed(at) && self.words[at] == self.words[best];
        (0..self.words.len()).filter(same).collect()
    }

    /// Whether a quote may be an edit of a sentence.
    fn is_edit(&self, sentence: &[String], mention: usize) -> bool {
        let article = &self.articles[self.mentions[mention].citation.article];
        let quote = &self.words[mention];
        let added = added(sentence, quote).or_else(|| added(quote, sentence));
        added.is_some_and(|words| !words.iter().any(|word| self.grammars.may_deny(word, article)))
    }
}

/// The words that `long` has beside those of `short`, if it has all of these in their order.
fn added<'w>(short: &[String], long: &'w [String]) -> Option<Vec<&'w str>> {
    let mut rest = short.iter().peekable();
    let mut added = Vec::new();
    for word in long {
        if rest.next_if(|it| is_same(it, word)).is_none() {
            added.push(word.as_str());
        }
    }
    rest.peek().is_none().then_some(added)
}

/// Whether two words are one, but for a slip: most are one letter too many, too few, wrong, or two in
/// the other's place (Damerau, "A technique for computer detection and correction of spelling errors",
/// 1964).
fn is_same(a: &str, b: &str) -> bool {
    let long = |word: &str| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    a == b || (long(a) && long(b) && strsim::osa_distance(a, b) == 1)
}

/// The words of a sentence, small, without the marks around them.
fn split(sentence: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    sentence.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// A text with single spaces between its words.
pub(super) fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_adds_words_or_takes_them_out_and_mends_slips() {
        for (before, after, expected) in [
            (
                "The jury convicted her",
                "The jury of Leeds convicted her",
                Some(vec!["of", "leeds"]),
            ),
            ("The jury convictd her", "The jury convicted her", Some(vec![])),
            ("The jury convicted her", "The jury acquitted her", None),
            ("The jury convicted her", "Her jury convicted the", None),
            ("They left Iran", "They left Iraq", None),
            ("They left in 1996", "They left in 1997", None),
        ] {
            assert_eq!(added(&split(before), &split(after)), expected, "{before}: {after}");
        }
    }
}
