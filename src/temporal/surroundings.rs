//! The expressions of a sentence in, what stands around each out: the tense of its verb, words that
//! look forward or back, its place.
//!
//! ```text
//! tokens, verbs of the sentence ──▶ Context (tense, facts) of each expression; those listed share theirs
//! ```

use std::ops::Range;

use super::{
    LeftOut,
    cursor::Cursor,
    lexicon::{Cue, Sense, Vocabulary, prose::Role},
    read::Found,
    reference::{Context, Fact},
    said::Said,
    tense::{Clauses, Tense},
    token::{Kind, Token},
};
use crate::source::DateOrder;

/// Notes in each expression of the sentence what stands around it.
pub(super) fn note(
    text: &str,
    tokens: &[Token<'_>],
    sentence: Range<usize>,
    vocabulary: &Vocabulary,
    left_out: &LeftOut,
    found: &mut [Found],
) {
    if found.is_empty() {
        return;
    }
    let first = sentence.start;
    let clauses =
        Clauses::new(text, tokens, sentence, &vocabulary.prose, |rule| !left_out.has(rule.name));
    for it in found.iter_mut() {
        let at = |token| Cursor::new(text, tokens, token, vocabulary, DateOrder::Mdy);
        let (before, behind) = (at(it.tokens.start), at(it.tokens.end));
        let tense = clauses.tense(it.tokens.start, it.tokens.end);
        let put_off = before.follows(&[Cue::To, Cue::Until])
            && postponed(text, tokens, first, it, vocabulary);
        let done = tense == Some(Tense::Past) && done_by(it, first, &before);
        let ahead = put_off
            || (before.comes_behind(&[Cue::By, Cue::Until]) && !done)
            || before.governed_by(&[Cue::AheadOf], AHEAD_OF);
        let (since, as_of) =
            (before.governed_by(&[Cue::Since], SINCE), before.comes_behind(&[Cue::AsOf]));
        it.context = it
            .context
            .noting(Fact::LooksForward, ahead)
            .noting(Fact::Since, since)
            .noting(Fact::AsOf, as_of)
            .noting(Fact::Possessive, behind.sees(|s| s == Sense::Cue(Cue::Possessive)))
            .noting(Fact::Attributive, before.determined(1) && behind.sees_noun())
            .noting(Fact::HeadsLine, it.tokens.start == first && is_colon(&behind))
            .noting(Fact::Placed, is_placed(&before))
            .noting(Fact::BehindSum, is_behind_sum(tokens, first, it))
            .noting(Fact::Fronted, it.tokens.start <= first + FRONTED);
        it.context.tense = match (put_off, since || as_of) {
            (true, _) => Some(Tense::Future),
            (false, true) => Some(Tense::Past),
            (false, false) => tense,
        };
    }
    share_with_listed(found);
}

/// Whether a colon or a dash between blanks follows, as behind the dates of a chronicle.
fn is_colon(cursor: &Cursor<'_>) -> bool {
    cursor.next().is_some_and(|token| token.is_mark(':') || (token.is_dash() && !token.glued))
}

/// Whether a word right before the cursor places what follows in time: `in May`.
fn is_placed(cursor: &Cursor<'_>) -> bool {
    const PLACING: &[Cue] = &[Cue::In, Cue::Since, Cue::Until, Cue::By];
    cursor.follows(PLACING) || cursor.follows_sense(|s| matches!(s, Sense::Phase(_)))
}

/// Gives each expression that is joined with the one before the tense of that.
fn share_with_listed(found: &mut [Found]) {
    for at in 1..found.len() {
        if found[at].listed {
            let before = found[at - 1].context;
            let context =
                found[at].context.noting(Fact::LooksForward, before.is(Fact::LooksForward));
            found[at].context = Context { tense: before.tense, ..context };
        }
    }
}

/// A sentence begins with an expression that has so many tokens before it, at most.
const FRONTED: usize = 2;

/// How many tokens before an expression a sum may begin: `$3 million, or a third of all, last year`.
const SUM: usize = 14;

fn is_behind_sum(tokens: &[Token<'_>], first: usize, it: &Found) -> bool {
    let near = first.max(it.tokens.start.saturating_sub(SUM))..it.tokens.start;
    let mut near = tokens[near].iter();
    near.any(|token| matches!(token.kind, Kind::Mark('$' | '€' | '£' | '¥')))
}

/// How many tokens before `to June 20` the verb `moved` may stand.
const POSTPONED: usize = 12;

/// Whether the words before say that something was put off: `moved to June 20`.
fn postponed(
    text: &str,
    tokens: &[Token<'_>],
    first: usize,
    it: &Found,
    vocabulary: &Vocabulary,
) -> bool {
    let from = first.max(it.tokens.start.saturating_sub(POSTPONED));
    tokens[from..it.tokens.start]
        .iter()
        .any(|token| vocabulary.prose.is(&text[token.span.clone()], Role::Postponing))
}

/// Whether the words only say when something was done: `was released by Thursday`, `until Thursday, they
/// had not called`. What was to be done lies ahead: `was told to leave by Thursday`.
fn done_by(it: &Found, first: usize, cursor: &Cursor<'_>) -> bool {
    let to_do = (2..=REACH)
        .any(|back| cursor.before(back).is_some_and(|token| cursor.is_infinitive_marker(token)));
    let by = cursor.follows(&[Cue::By]) && !to_do;
    let weekday = matches!(&it.said, Said::Weekday(_))
        || matches!(&it.said, Said::Time(_, Some(day)) if matches!(**day, Said::Weekday(_)));
    let fronted = it.tokens.start <= first + FRONTED;
    weekday && (by || (fronted && cursor.follows(&[Cue::Until])))
}

/// How many tokens before `by` an infinitive may begin.
const REACH: usize = 8;

/// How many tokens before an expression `since` may stand, with no verb between.
const SINCE: usize = 4;

/// How many tokens before an expression `ahead of` may stand: `ahead of their hearing with him on Monday`.
const AHEAD_OF: usize = 9;
