//! A sentence in, the mentions that quote it out: as it stands, or as it may stand after an [edit](super::edit).
//!
//! Of two sentences that are only alike, an editor must say which is meant.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashSet},
};

use super::{
    super::{grammar::Grammars, mention::Mention},
    edit::{self, Language, Word},
    likeness::Likeness,
};
use crate::{
    load::Article,
    temporal::lexicon::{self, Vocabulary},
};

/// Which part of the words of two sentences must be common to both (Dice) to be one sentence before
/// and after an edit.
const ALIKE: f64 = 0.8;

/// From which such part on a quote is worth showing to someone who looks for a sentence.
const RELATED: f64 = 0.4;

/// The quotes of a story.
pub(super) struct Quotes<'m> {
    mentions: &'m [Mention],
    articles: &'m [Article],
    grammars: Grammars,
    exact: BTreeMap<String, Vec<usize>>,
    words: Vec<Vec<Word>>,
    likeness: Likeness,
    /// The words that are no slips; made when the first may be one.
    known: OnceCell<Known>,
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
            let sentence = edit::split(quote);
            likeness.add(&sentence);
            words.push(sentence);
        }
        let (grammars, known) = (Grammars::new(articles), OnceCell::new());
        Self { mentions, articles, grammars, exact, words, likeness, known }
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
        self.likeness.likest(&edit::split(sentence), RELATED)
    }

    fn edited(&self, sentence: &str, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let sentence = edit::split(sentence);
        let mut likely = self.likeness.likest(&sentence, ALIKE).into_iter();
        let best = likely.find(|&at| allowed(at) && self.is_edit(&sentence, at));
        let Some(best) = best else { return Vec::new() };
        let same = |&at: &usize| allowed(at) && self.words[at] == self.words[best];
        (0..self.words.len()).filter(same).collect()
    }

    /// Whether a quote may be an edit of a sentence.
    fn is_edit(&self, sentence: &[Word], mention: usize) -> bool {
        let article = &self.articles[self.mentions[mention].citation.article];
        let language = Language {
            prose: self.grammars.of(article),
            may_deny: &|word| self.grammars.may_deny(word, article),
            has: &|word| self.known.get_or_init(|| Known::new(self.articles)).has(word, article),
        };
        language.is_edit(sentence, &self.words[mention])
    }
}

/// The words of a story and of its languages.
struct Known {
    /// In small letters; looked up, never iterated.
    of_story: HashSet<String>,
    lexicons: Vec<Vocabulary>,
}

impl Known {
    fn new(articles: &[Article]) -> Self {
        let passages = articles.iter().flat_map(|article| &article.document.passages);
        let words = passages.flat_map(|passage| edit::split(&passage.text));
        let mut lexicons: Vec<Vocabulary> = Vec::new();
        for lexicon in articles.iter().filter_map(|article| lexicon::find(&article.language)) {
            if lexicons.iter().all(|known| known.lexicon.code != lexicon.code) {
                lexicons.push(Vocabulary::new(lexicon));
            }
        }
        Self { of_story: words.map(Word::into_small).collect(), lexicons }
    }

    /// Whether a word of an article is known, or ends as a known part of speech does. Of a language without
    /// a lexicon, any may be.
    fn has(&self, word: &str, article: &Article) -> bool {
        let code = lexicon::find(&article.language).map(|it| it.code);
        let lexicon = self.lexicons.iter().find(|known| Some(known.lexicon.code) == code);
        self.of_story.contains(word)
            || lexicon.is_none_or(|known| {
                known.meanings(word).is_some() || !known.prose.roles(word).is_empty()
            })
    }
}

/// A text with single spaces between its words.
pub(super) fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
