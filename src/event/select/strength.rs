//! A clause and a date in, how strongly the clause reads as a happening on it out, and what speaks most
//! against it.

use std::ops::Range;

use super::{Reader, Reading, reports_in_quotes};
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

/// How strongly something reads as a happening, and what speaks most against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strength {
    /// 0 to 1.
    pub(super) value: f64,
    /// The smallest factor, and what it stands for.
    pub(super) weakest: (f64, Ground),
}

impl Strength {
    pub(super) fn of(factors: &[(f64, Ground)]) -> Self {
        let whole = Self { value: 1.0, weakest: (1.0, Ground::NoVerb) };
        factors.iter().fold(whole, |strength, &(factor, ground)| Self {
            value: strength.value * factor,
            weakest: if factor < strength.weakest.0 { (factor, ground) } else { strength.weakest },
        })
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
        let words = &reading.words;
        let clause = &reading.clauses[index];
        let link = match clause.link {
            Link::Subordinate if is_manner_of_speaking(words, clause) => (0.1, Ground::Saying),
            Link::Aside | Link::Restriction if tells_of_publishing(words, clause) => {
                (0.4, Ground::PartOfNoun)
            }
            Link::Main | Link::Joined | Link::Shared => (1.0, Ground::Aside),
            Link::Said => (0.95, Ground::Saying),
            Link::Subordinate => (0.85, Ground::Aside),
            // `which the firm bought`: what was bought stands outside the clause.
            Link::Aside if matches!(clause.subject, Subject::Own(_)) => (0.3, Ground::Aside),
            Link::Aside => (0.8, Ground::Aside),
            Link::Restriction if tells_of_a_name(words, clause) => (0.65, Ground::PartOfNoun),
            Link::Restriction => (0.4, Ground::PartOfNoun),
            Link::Condition => (0.1, Ground::Condition),
            Link::Attribution => (0.1, Ground::Saying),
        };
        let ahead = self.published.is_some_and(|day| when.last_day() > day);
        let today = self.published.is_some_and(|day| when.last_day() == day);
        let onset = (date.saturating_sub(2)..date).any(|i| words[i].has(Role::Onset))
            || is_since(words, clause.verb.span.end, date);
        let verb = &clause.verb;
        let main = &words[verb.main];
        let denied = is_denied(reading, index) || denies_deed(words, verb);
        if denied || verb.untold {
            return Strength::of(&[(0.2, Ground::Denied)]);
        }
        if self.is_imprint(reading, index) {
            return Strength::of(&[(0.1, Ground::Stamp)]);
        }
        if main.quoted && !reports_in_quotes(reading, clause) {
            return Strength::of(&[(0.2, Ground::Quoted)]);
        }
        let form = match verb.form {
            Form::Perfect | Form::Past | Form::Pluperfect if onset => (0.3, Ground::Since),
            Form::Past | Form::Pluperfect | Form::Perfect => (1.0, Ground::State),
            Form::Bare => (0.95, Ground::State),
            Form::Future if ahead || today => (0.9, Ground::Possible),
            Form::FutureInPast if ahead || today => (0.8, Ground::Possible),
            Form::Future => (0.5, Ground::Possible),
            Form::FutureInPast => (0.6, Ground::Possible),
            Form::Present
                if ahead && main.any(&[Role::Present, Role::Gerund, Role::Participle]) =>
            {
                (0.7, Ground::State)
            }
            Form::Present => (0.2, Ground::State),
            Form::Possible => (0.2, Ground::Possible),
        };
        let parted = (verb.main..date).any(|i| words[i].is(':') || words[i].is(';'));
        let inside_noun = self.inside_subject(reading, clause, date, when);
        let state = verb.bare_auxiliary && !Self::date_follows(reading, verb.span.end, date)
            || is_stative(main, verb);
        let saying = main.has(Role::Saying) && Self::is_saying(reading, clause);
        let far = (if date.abs_diff(verb.main) > 25 { 0.8 } else { 1.0 }, Ground::Far);
        let gerund = (verb.main + 1..date)
            .any(|i| words[i].is(',') && words.get(i + 1).is_some_and(|w| w.has(Role::Gerund)));
        let ground = if inside_noun { Ground::PartOfNoun } else { Ground::Far };
        let beside = (if gerund || parted || inside_noun { 0.4 } else { 1.0 }, ground);
        let kind = match (saying, state && verb.form != Form::Future) {
            (true, _) => (0.3, Ground::Saying),
            (_, true) => (0.3, Ground::State),
            _ => (1.0, Ground::State),
        };
        Strength::of(&[link, form, far, beside, self.subject_weight(reading, index), kind])
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
    pub(super) fn subject_weight(&self, reading: &Reading<'_>, index: usize) -> (f64, Ground) {
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
            (0.2, Ground::Denied)
        } else if clause.verb.bare_auxiliary && pronoun {
            (0.3, Ground::State)
        } else if subject
            .into_iter()
            .chain(object)
            .chain(clause.verb.span.clone())
            .any(|i| is_speaker(words, i))
        {
            (0.4, Ground::Speaker)
        } else if is_glued(words) {
            (0.4, Ground::NoSubject)
        } else {
            (1.0, Ground::NoSubject)
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
