//! The tokens of a sentence in, its finite verbs with their tenses out.
//!
//! Tense is read by rules: the auxiliaries and irregular forms of the lexicon, its endings of regular
//! forms, and the nearest verb to an expression, where a comma counts as distance.

use super::{
    lexicon::{Sense, Vocabulary},
    token::{Kind, Token},
};

/// Where a verb puts what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// `went`, `was convicted`, `has met`.
    Past,
    /// `meets`, `is`.
    Present,
    /// `will meet`, `is due`.
    Future,
}

/// A finite verb of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// The index of its token.
    pub token: usize,
    /// Its tense.
    pub tense: Tense,
}

/// How many tokens a comma counts for in the distance between an expression and a verb.
const COMMA: usize = 6;

/// How many tokens behind `will` a verb still belongs to it: `will not have been held`.
const GROUP: usize = 4;

/// Finds the verbs of the sentence `tokens[range]`.
#[must_use]
pub fn verbs(
    text: &str,
    tokens: &[Token<'_>],
    range: std::ops::Range<usize>,
    vocabulary: &Vocabulary,
) -> Vec<Verb> {
    let mut found: Vec<Verb> = Vec::new();
    for at in range {
        let Some(tense) = tense_of(text, tokens, at, vocabulary) else { continue };
        let in_future_group = found
            .last()
            .is_some_and(|last| last.tense == Tense::Future && at - last.token <= GROUP)
            && !tokens[found[found.len() - 1].token..at].iter().any(|token| token.is_mark(','));
        let tense = if in_future_group { Tense::Future } else { tense };
        found.push(Verb { token: at, tense });
    }
    found
}

fn tense_of(text: &str, tokens: &[Token<'_>], at: usize, vocabulary: &Vocabulary) -> Option<Tense> {
    let token = &tokens[at];
    let Kind::Word { .. } = token.kind else { return None };
    let cursor =
        super::cursor::Cursor::new(text, tokens, at, vocabulary, crate::source::DateOrder::Mdy);
    if cursor.sees(|s| s == Sense::FutureForm) {
        return Some(Tense::Future);
    }
    if cursor.sees(|s| s == Sense::PastForm) {
        return Some(Tense::Past);
    }
    if cursor.sees(|s| s == Sense::PresentForm) {
        return Some(Tense::Present);
    }
    let word = &text[token.span.clone()];
    let regular = token.readings.is_empty()
        && word.len() >= 4
        && word.starts_with(char::is_lowercase)
        && vocabulary.lexicon.tense.past_endings.iter().any(|ending| word.ends_with(ending));
    regular.then_some(Tense::Past)
}

/// The tense of the verb nearest to the expression that covers the tokens `from..to`.
#[must_use]
pub fn nearest(tokens: &[Token<'_>], verbs: &[Verb], from: usize, to: usize) -> Option<Tense> {
    let distance = |verb: &Verb| {
        let between = if verb.token < from { verb.token..from } else { to..verb.token };
        let commas = tokens.get(between.clone()).map_or(0, |tokens| {
            tokens
                .iter()
                .filter(|token| matches!(token.kind, Kind::Mark(',' | ';' | '“' | '”')))
                .count()
        });
        between.len() + commas * COMMA
    };
    verbs
        .iter()
        .filter(|verb| !(from..to).contains(&verb.token))
        .min_by_key(|verb| distance(verb))
        .map(|verb| verb.tense)
}
