//! A clause and a date in, how strongly the clause reads as a happening on it out, and what speaks most
//! against it.

use std::ops::Range;

use super::{
    Reader, Reading, reports_in_quotes,
    terms::{self, Term},
};
use crate::{
    event::{
        Ground,
        clause::{Clause, Form, Link, Subject, Verb},
        words::{self, Word, is_speaker},
    },
    temporal::{
        lexicon::prose::Role,
        value::{Precision, When},
    },
};

/// How many words a date may stand off its verb and still be near it.
const MOST_BETWEEN: usize = 25;

/// How strongly something reads as a happening, and what speaks most against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strength {
    /// 0 to 1.
    pub(super) value: f64,
    /// What leaves least of it.
    pub(super) weakest: Term,
}

impl Strength {
    pub(super) fn of(terms: &[Term]) -> Self {
        let whole = Self { value: 1.0, weakest: Term { leaves: 1.0, ground: Ground::NoVerb } };
        terms.iter().fold(whole, |strength, &term| Self {
            value: strength.value * term.leaves,
            weakest: if term.leaves < strength.weakest.leaves { term } else { strength.weakest },
        })
    }
}

/// A clause and the date that may date it.
#[derive(Clone, Copy)]
struct Dated<'a> {
    reading: &'a Reading<'a>,
    clause: &'a Clause,
    /// The word of the date.
    date: usize,
    when: When,
}

impl Dated<'_> {
    fn main(&self) -> &Word {
        &self.reading.words[self.clause.verb.main]
    }
}

impl Reader<'_> {
    /// How strongly a clause reads as a happening on its date, 0 to 1.
    pub(super) fn strength(
        &self,
        reading: &Reading<'_>,
        index: usize,
        date: usize,
        when: When,
    ) -> Strength {
        let dated = Dated { reading, clause: &reading.clauses[index], date, when };
        if let Some(decides) = self.decides_alone(dated, index) {
            return Strength::of(&[decides]);
        }
        Strength::of(&[
            link_term(&reading.words, dated.clause),
            self.form_term(dated),
            distance_term(dated),
            self.place_term(dated),
            self.subject_term(reading, index),
            Self::meaning_term(dated),
        ])
    }

    /// What decides against a clause, whatever else it shows.
    fn decides_alone(&self, dated: Dated<'_>, index: usize) -> Option<Term> {
        let Dated { reading, clause, .. } = dated;
        let denied = is_denied(reading, index) || denies_deed(&reading.words, &clause.verb);
        if denied || clause.verb.untold {
            Some(terms::DENIED)
        } else if self.is_imprint(reading, index) {
            Some(terms::IMPRINT)
        } else if dated.main().quoted && !reports_in_quotes(reading, clause) {
            Some(terms::QUOTED)
        } else {
            None
        }
    }

    fn form_term(&self, dated: Dated<'_>) -> Term {
        let Dated { reading, clause, date, when } = dated;
        let words = &reading.words;
        let ahead = self.published.is_some_and(|day| when.last_day() > day);
        let ahead_or_today = self.published.is_some_and(|day| when.last_day() >= day);
        let onset = (date.saturating_sub(2)..date).any(|i| words[i].has(Role::Onset))
            || is_since(words, clause.verb.span.end, date);
        let scheduled = dated.main().any(&[Role::Present, Role::Gerund, Role::Participle]);
        match clause.verb.form {
            Form::Perfect | Form::Past | Form::Pluperfect if onset => terms::SINCE,
            Form::Past | Form::Pluperfect | Form::Perfect => terms::PAST,
            Form::Bare => terms::PARTICIPLE,
            Form::Future if ahead_or_today => terms::PLAN,
            Form::FutureInPast if ahead_or_today => terms::PAST_PLAN,
            Form::Future => terms::PLAN_GONE_BY,
            Form::FutureInPast => terms::PAST_PLAN_GONE_BY,
            Form::Present if ahead && scheduled => terms::PRESENT_PLAN,
            Form::Present => terms::PRESENT,
            Form::Possible => terms::POSSIBLE,
        }
    }

    fn place_term(&self, dated: Dated<'_>) -> Term {
        let Dated { reading, clause, date, when } = dated;
        let words = &reading.words;
        let behind = clause.verb.main..date;
        let parted = behind.clone().any(|i| words[i].is(':') || words[i].is(';'));
        let gerund = behind
            .skip(1)
            .any(|i| words[i].is(',') && words.get(i + 1).is_some_and(|w| w.has(Role::Gerund)));
        if self.inside_subject(reading, clause, date, when) {
            terms::IN_SUBJECT
        } else if gerund || parted {
            terms::BESIDE_OTHER
        } else {
            terms::NEAR
        }
    }

    fn meaning_term(dated: Dated<'_>) -> Term {
        let Dated { reading, clause, date, .. } = dated;
        let (verb, main) = (&clause.verb, dated.main());
        let state = verb.bare_auxiliary && !Self::date_follows(reading, verb.span.end, date)
            || is_stative(main, verb);
        if main.has(Role::Saying) && Self::is_saying(reading, clause) {
            terms::SAYING
        } else if state && verb.form != Form::Future {
            terms::STATE
        } else {
            terms::HAPPENS
        }
    }

    /// Whether a clause tells of the text itself, how it was printed: `This article was amended`.
    pub(super) fn is_imprint(&self, reading: &Reading<'_>, clause: usize) -> bool {
        let words = &reading.words;
        let verb = &reading.clauses[clause].verb;
        let near = verb.span.start.saturating_sub(1)..verb.span.end;
        let subject = self.context(reading, &[]).subject_words(clause);
        let text = subject.iter().any(|&i| words[i].has(Role::ImprintNoun));
        // `Last updated: …`
        let nothing = subject.iter().all(|&i| words[i].has(Role::CalendarName));
        words[near].iter().any(|w| w.has(Role::Imprinting)) && (text || nothing)
    }

    /// Whether nothing but a date stands after a bare "be": `The first flight was in 1994`.
    pub(super) fn date_follows(reading: &Reading<'_>, from: usize, date: usize) -> bool {
        let words = &reading.words;
        from <= date
            && words[from..date].iter().all(|w| {
                w.is_date() || w.any(&[Role::DatePreposition, Role::DateModifier]) && !w.capital
            })
            && words[reading.clauses[0].opens..from].len() < 25
    }

    /// What subject and object do to the strength of a clause: what nobody did is no event, what the
    /// writer or the reader did is no news, and a pronoun with a bare "be" points at no happening.
    pub(super) fn subject_term(&self, reading: &Reading<'_>, index: usize) -> Term {
        let words = &reading.words;
        let clause = &reading.clauses[index];
        let subject = self.context(reading, &[]).subject_words(index);
        let nobody = subject.first().is_some_and(|&i| {
            words[i].has(Role::Negation) && !words[i].any(&[Role::Adverb, Role::DateModifier])
        });
        // `Not one miner survived`; but `almost every miner`, `a family without a home`, `Bill No. 5`.
        let none = |range: &Range<usize>, i: usize| {
            let word = &words[i];
            word.has(Role::Negation)
                && !word.any(&[Role::DateModifier, Role::Preposition])
                && (i == range.start || !word.capital)
        };
        let nobody = nobody
            || matches!(&clause.subject, Subject::Own(own) if own.clone().any(|i| none(own, i)));
        let last = subject.iter().rev().find(|&&i| words[i].kind == words::Kind::Word);
        let pronoun = last.is_some_and(|&i| words[i].has(Role::Pronoun));
        let object = (clause.verb.span.end < words.len()).then_some(clause.verb.span.end);
        if nobody {
            terms::NOBODY
        } else if clause.verb.bare_auxiliary && pronoun {
            terms::POINTED_AT
        } else if subject
            .into_iter()
            .chain(object)
            .chain(clause.verb.span.clone())
            .any(|i| is_speaker(words, i))
        {
            terms::SPEAKER
        } else if is_glued(words) {
            terms::GLUED
        } else {
            terms::NAMED
        }
    }

    /// Whether a date belongs to a noun of the subject: `The crash in 1994 led to an inquiry`, but
    /// not to the verb: `Police on Tuesday arrested him`.
    pub(super) fn inside_subject(
        &self,
        reading: &Reading<'_>,
        clause: &Clause,
        date: usize,
        when: When,
    ) -> bool {
        let words = &reading.words;
        let Subject::Own(subject) = &clause.subject else { return false };
        if !subject.contains(&date) {
            return false;
        }
        let start = self.context(reading, &[]).date_start(date);
        let noun_before = start > subject.start
            && matches!(words[start - 1].kind, words::Kind::Word)
            && words[start - 1].is_noun_like();
        let by_the_verb = date + 1 == clause.verb.span.start && when.precision() >= Precision::Day;
        noun_before && !by_the_verb
    }

    /// Whether a verb of saying says something, rather than takes an object: `wrote the book`,
    /// `told customers to wait`.
    pub(super) fn is_saying(reading: &Reading<'_>, clause: &Clause) -> bool {
        let words = &reading.words;
        let further = reading.clauses.iter().any(|c| c.opens >= clause.end);
        let after = clause.verb.span.end;
        let object = words.get(after).is_some_and(|w| {
            let article =
                w.any(&[Role::Determiner, Role::Possessive]) && !w.has(Role::Complementizer);
            article || w.is_noun_like() && !w.capital || w.kind == words::Kind::Number
        });
        let order = words.get(after).is_some_and(Word::is_noun_like)
            && words[after..clause.end.max(after)].iter().any(|w| w.has(Role::Infinitive));
        clause.link == Link::Attribution || !(order || clause.verb.passive || object && !further)
    }
}

fn link_term(words: &[Word], clause: &Clause) -> Term {
    match clause.link {
        Link::Subordinate if is_manner_of_speaking(words, clause) => terms::MANNER_OF_SPEAKING,
        Link::Aside | Link::Restriction if tells_of_publishing(words, clause) => terms::PUBLISHING,
        Link::Main | Link::Joined | Link::Shared => terms::WHOLE,
        Link::Said => terms::SAID,
        Link::Subordinate => terms::SUBORDINATE,
        Link::Aside if matches!(clause.subject, Subject::Own(_)) => terms::ASIDE_ON_OBJECT,
        Link::Aside => terms::ASIDE,
        Link::Restriction if tells_of_a_name(words, clause) => terms::RESTRICTION_OF_NAME,
        Link::Restriction => terms::RESTRICTION,
        Link::Condition => terms::CONDITION,
        Link::Attribution => terms::ATTRIBUTION,
    }
}

fn distance_term(dated: Dated<'_>) -> Term {
    let distance = dated.date.abs_diff(dated.clause.verb.main);
    if distance > MOST_BETWEEN { terms::FAR } else { terms::NEAR }
}

/// Whether what a clause says is denied: `denied that she was killed`, `not true that he died`.
pub(super) fn is_denied(reading: &Reading<'_>, index: usize) -> bool {
    let Reading { words, clauses, .. } = reading;
    let clause = &clauses[index];
    let content = matches!(clause.link, Link::Said | Link::Restriction);
    let Some(host) = index.checked_sub(1) else {
        return content && words[..clause.verb.span.start].iter().any(|w| w.has(Role::Denying));
    };
    match clause.link {
        Link::Said | Link::Restriction | Link::Aside => {
            let from = clauses[host].opens.min(clause.verb.span.start);
            let frame = &words[from..clause.verb.span.start];
            let negated = clause.link == Link::Said && clauses[host].verb.untold;
            frame.iter().any(|w| w.has(Role::Denying)) || negated || is_denied(reading, host)
        }
        Link::Joined | Link::Shared => clauses[host].link == Link::Said && is_denied(reading, host),
        _ => false,
    }
}

/// Whether a verb denies a deed: `denied killing her on May 3`, which dates the deed.
pub(super) fn denies_deed(words: &[Word], verb: &Verb) -> bool {
    words[verb.main].has(Role::Denying)
        && words.get(verb.span.end).is_some_and(|w| w.has(Role::Gerund))
}

/// Whether a sentence is several that lost the marks between them: a capital where none belongs, in
/// `ten million people Most live on little`.
pub(super) fn is_glued(words: &[Word]) -> bool {
    words.windows(3).any(|three| {
        let [before, word, after] = three else { return false };
        word.capital
            && word.has(Role::Determiner)
            && before.is_noun_like()
            && !before.capital
            && after.kind == words::Kind::Word
            && !after.capital
    })
}

/// Whether a clause tells how something was said, not what happened: `As the mayor put it in 1990`.
pub(super) fn is_manner_of_speaking(words: &[Word], clause: &Clause) -> bool {
    let opener = words[clause.opens..clause.verb.span.start].iter();
    let object = &words[clause.verb.span.end..];
    let alone = object.get(1).is_none_or(|w| !w.is_noun_like());
    opener.take(2).any(|w| w.has(Role::Comparison))
        && object.first().is_some_and(|w| w.has(Role::Neuter) && !w.has(Role::Possessive))
        && alone
}

/// Whether a participle tells where or when the noun before it appeared: `a study published in May`.
pub(super) fn tells_of_publishing(words: &[Word], clause: &Clause) -> bool {
    let main = &words[clause.verb.main];
    clause.verb.form == Form::Bare && main.has(Role::Announcing)
        || clause.verb.span.len() == 1
            && main.any(&[Role::Announcing])
            && matches!(clause.subject, Subject::Antecedent(_))
            && !words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
}

/// Whether a date after a verb is when something began that still goes on: `since a quake in 1760`.
pub(super) fn is_since(words: &[Word], verb_end: usize, date: usize) -> bool {
    words.get(verb_end..date).is_some_and(|between| {
        // `its lowest level since 1990 on Monday`: the first date ends what `since` governs.
        let phrase = between.iter().rev().take_while(|w| !w.parts_clauses() && !w.is_date());
        phrase.into_iter().any(|w| w.has(Role::Onset))
    })
}

/// Whether a verb describes rather than happens.
pub(super) fn is_stative(main: &Word, verb: &Verb) -> bool {
    let participle = verb.passive || verb.form == Form::Bare;
    let role = if participle { Role::StativePassive } else { Role::Stative };
    main.has(role) && !verb.bare_auxiliary
}

/// Whether a clause that `which` opens follows a name: a name needs no telling which one it is, so
/// the clause has something to report.
pub(super) fn tells_of_a_name(words: &[Word], clause: &Clause) -> bool {
    let Subject::Antecedent(noun) = &clause.subject else { return false };
    let named = noun.end.checked_sub(1).is_some_and(|last| words[last].capital);
    named && words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
}
