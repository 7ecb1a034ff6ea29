//! What a clause may show, and how much of its strength that leaves: the one table of weights by which
//! clauses are judged.
//!
//! A term of 1 speaks for a happening, one under [`STRONG_ENOUGH`](super::STRONG_ENOUGH) alone speaks
//! against it; those between only tip a doubt, where two of them meet.

use crate::event::Ground;

/// How much of a clause's strength something that it shows leaves, and what it speaks for where that is
/// least.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Term {
    /// 0 to 1.
    pub(super) leaves: f64,
    /// Why its date dates nothing, if it dates nothing.
    pub(super) ground: Ground,
}

const fn term(leaves: f64, ground: Ground) -> Term {
    Term { leaves, ground }
}

// How the clause hangs on the others.

/// A clause that hangs on nothing is there to report.
pub(super) const WHOLE: Term = term(1.0, Ground::Aside);
/// What somebody said happened; he may be wrong.
pub(super) const SAID: Term = term(0.95, Ground::Saying);
/// `after the dam broke`: told only to place the other, but told as a fact.
pub(super) const SUBORDINATE: Term = term(0.85, Ground::Aside);
/// `The dam, which broke in May, …`: news beside the news.
pub(super) const ASIDE: Term = term(0.8, Ground::Aside);
/// `, which the firm bought`: what was bought stands outside the clause, so no headline tells it well.
pub(super) const ASIDE_ON_OBJECT: Term = term(0.3, Ground::Aside);
/// `the phone released in May`: only says which one is meant.
pub(super) const RESTRICTION: Term = term(0.4, Ground::PartOfNoun);
/// The same of a name, which needs no telling which one it is.
pub(super) const RESTRICTION_OF_NAME: Term = term(0.65, Ground::PartOfNoun);
/// `a study published in May`: where it can be found.
pub(super) const PUBLISHING: Term = term(0.4, Ground::PartOfNoun);
/// `if the dam breaks`: nothing has broken.
pub(super) const CONDITION: Term = term(0.1, Ground::Condition);
/// `, police said`: says who said it.
pub(super) const ATTRIBUTION: Term = term(0.1, Ground::Saying);
/// `as the mayor put it in 1990`: how it was said.
pub(super) const MANNER_OF_SPEAKING: Term = term(0.1, Ground::Saying);

// The form of its verb.

/// `broke`, `has broken`, `had broken`.
pub(super) const PAST: Term = term(1.0, Ground::State);
/// `broken` alone: nearly always what was done.
pub(super) const PARTICIPLE: Term = term(0.95, Ground::State);
/// `has been shut since May`: what has gone on, not what happened that day.
pub(super) const SINCE: Term = term(0.3, Ground::Since);
/// `has been blamed for the crash on May 2`: no day gone by dates a perfect, so it dates a noun.
pub(super) const PERFECT_OF_A_DAY: Term = term(0.4, Ground::PartOfNoun);
/// `will open` on a day to come.
pub(super) const PLAN: Term = term(0.9, Ground::Possible);
/// `would open`, `was to open` on a day to come.
pub(super) const PAST_PLAN: Term = term(0.8, Ground::Possible);
/// `will open` on a day gone by: a promise of then, or a date read wrong.
pub(super) const PLAN_GONE_BY: Term = term(0.5, Ground::Possible);
/// `would open` on a day gone by: mostly told by who knows that it did.
pub(super) const PAST_PLAN_GONE_BY: Term = term(0.6, Ground::Possible);
/// `opens`, `is opening` on a day to come: fixed, but it may be a habit.
pub(super) const PRESENT_PLAN: Term = term(0.7, Ground::State);
/// `opens`, `is`: what is so.
pub(super) const PRESENT: Term = term(0.2, Ground::State);
/// `may open`, `must open`: nothing is fixed.
pub(super) const POSSIBLE: Term = term(0.2, Ground::Possible);

// Where the date stands.

/// Near its verb.
pub(super) const NEAR: Term = term(1.0, Ground::Far);
/// So many words off that another verb, not known as one, may stand between.
pub(super) const FAR: Term = term(0.8, Ground::Far);
/// Behind a colon or semicolon, or in a clause of a gerund: beside another happening.
pub(super) const BESIDE_OTHER: Term = term(0.4, Ground::Far);
/// `The crash in 1994 led to an inquiry`: it dates the noun.
pub(super) const IN_SUBJECT: Term = term(0.4, Ground::PartOfNoun);
/// `fled after the crash on May 2`: it dates the happening that the preposition leads up to.
pub(super) const OF_HAPPENING: Term = term(0.4, Ground::PartOfNoun);

// What its verb means.

/// Something happens.
pub(super) const HAPPENS: Term = term(1.0, Ground::State);
/// Something is so: `was mayor`, `owned`.
pub(super) const STATE: Term = term(0.3, Ground::State);
/// `Sales fell 3 percent in May`: how much came together over a period, not what happened on a day of it.
pub(super) const STATISTIC: Term = term(0.2, Ground::Statistic);
/// Something is said, and what is said would be the news.
pub(super) const SAYING: Term = term(0.3, Ground::Saying);

// Who did it.

/// Somebody or something did.
pub(super) const NAMED: Term = term(1.0, Ground::NoSubject);
/// `No trains ran`.
pub(super) const NOBODY: Term = term(0.2, Ground::Denied);
/// `It was on Monday`: a pronoun and a bare "be" point at what another sentence tells.
pub(super) const POINTED_AT: Term = term(0.3, Ground::State);
/// `We moved in May`: the writer's own life.
pub(super) const SPEAKER: Term = term(0.4, Ground::Speaker);
/// Two sentences that lost the mark between them: which of the nouns is the subject, nobody can say.
pub(super) const GLUED: Term = term(0.4, Ground::NoSubject);

// What decides alone.

/// `did not open`, `denied that it opened`, `usually opened`.
pub(super) const DENIED: Term = term(0.2, Ground::Denied);
/// `This article was amended`.
pub(super) const IMPRINT: Term = term(0.1, Ground::Stamp);
/// The speaker's telling, not the writer's.
pub(super) const QUOTED: Term = term(0.2, Ground::Quoted);
