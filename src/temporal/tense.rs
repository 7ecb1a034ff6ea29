//! The tokens of a sentence in, its finite verbs with their tenses out.
//!
//! Tense is read by rules: the auxiliaries and irregular forms of the lexicon, its endings of regular
//! forms, and the nearest verb to an expression, where a comma counts as distance.

use super::{
    lexicon::prose::{Prose, Role},
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
    prose: &Prose,
) -> Vec<Verb> {
    let mut found: Vec<Verb> = Vec::new();
    for at in range {
        let Some(tense) = tense_of(text, tokens, at, prose) else { continue };
        let in_future_group = found
            .last()
            .is_some_and(|last| last.tense == Tense::Future && at - last.token <= GROUP)
            && !tokens[found[found.len() - 1].token..at].iter().any(|token| token.is_mark(','));
        let tense = if in_future_group { Tense::Future } else { tense };
        found.push(Verb { token: at, tense });
    }
    found
}

fn tense_of(text: &str, tokens: &[Token<'_>], at: usize, prose: &Prose) -> Option<Tense> {
    let word_at = |at: usize| {
        let token = tokens.get(at).filter(|token| matches!(token.kind, Kind::Word { .. }))?;
        Some(&text[token.span.clone()])
    };
    let word = word_at(at)?;
    let roles = prose.roles(word);
    let infinitive_follows =
        || word_at(at + 1).is_some_and(|next| prose.is(next, Role::Infinitive));
    let before = |role| {
        (1..=BEFORE).any(|back| {
            at.checked_sub(back).and_then(word_at).is_some_and(|word| prose.is(word, role))
        })
    };
    // `had been due` looks ahead from the past, and what it looked ahead to is past as well.
    if roles.any(&[Role::Prospective]) && before(Role::HavePast) {
        return Some(Tense::Past);
    }
    // `Cuba predicted` is a past of its own; `is predicted` and `predicted to` look ahead.
    let active = roles.any(&[Role::Past])
        && !PASSIVE.iter().any(|&role| before(role))
        && !infinitive_follows()
        && !word_at(at + 1).is_some_and(|next| prose.is(next, Role::Preposition));
    let future = roles.any(FUTURE) || (roles.any(&[Role::Prospective]) && !active);
    if future || (roles.any(BEFORE_INFINITIVE) && infinitive_follows()) {
        return Some(Tense::Future);
    }
    let is_name = tokens[at].is_capital() && !roles.any(AUXILIARIES);
    if roles.any(PAST) && !is_name {
        return Some(Tense::Past);
    }
    roles.any(PRESENT).then_some(Tense::Present)
}

/// What makes a future by itself: `will`, `due`. Said in the past, `would` looks ahead as well.
const FUTURE: &[Role] = &[Role::Future, Role::FutureInPast];
/// How many words before a verb its auxiliary may stand: `had previously been scheduled`.
const BEFORE: usize = 3;
const PASSIVE: &[Role] = &[Role::BePresent, Role::BePast, Role::Be, Role::Been];
/// What makes one before an infinitive: `plans to`, `is to`.
const BEFORE_INFINITIVE: &[Role] = &[Role::Intention, Role::BePresent, Role::BePast];
const PAST: &[Role] = &[Role::Past, Role::BePast, Role::HavePast, Role::DoPast];
const PRESENT: &[Role] = &[Role::BePresent, Role::HavePresent, Role::DoPresent, Role::Intention];
const AUXILIARIES: &[Role] = &[Role::BePast, Role::HavePast, Role::DoPast];

/// How many tokens a verb behind the expression counts as further off: a date mostly follows its verb.
const BEHIND: usize = 3;

/// How many verbs on either side of an expression are weighed.
const NEIGHBOURS: usize = 4;

/// The tense of the verb nearest to the expression that covers the tokens `from..to`. The verbs are in
/// the order of the text.
#[must_use]
pub fn nearest(tokens: &[Token<'_>], verbs: &[Verb], from: usize, to: usize) -> Option<Tense> {
    let distance = |verb: &&Verb| {
        let between = if verb.token < from { verb.token..from } else { to..verb.token };
        let length = between.len();
        let commas = tokens.get(between).map_or(0, |tokens| {
            tokens
                .iter()
                .filter(|token| matches!(token.kind, Kind::Mark(',' | ';' | '“' | '”')))
                .count()
        });
        length + commas * COMMA
    };
    let before = verbs.partition_point(|verb| verb.token < from);
    let after = verbs.partition_point(|verb| verb.token < to);
    let verb_before = before > 0;
    let distance = |verb: &&Verb| {
        let behind = verb.token >= to && verb_before;
        distance(verb) + if behind { BEHIND } else { 0 }
    };
    let left = &verbs[before.saturating_sub(NEIGHBOURS)..before];
    let right = &verbs[after..(after + NEIGHBOURS).min(verbs.len())];
    left.iter().chain(right).min_by_key(distance).map(|verb| verb.tense)
}
