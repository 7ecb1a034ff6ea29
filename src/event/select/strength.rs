//! A clause and a date in, how strongly the clause reads as a happening on it out, and what speaks most
//! against it.

use std::ops::Range;

use super::{
    Reader, Reading,
    lead::NEWS_OF_DAYS,
    reports_in_quotes,
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
            self.meaning_term(dated, index),
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
            Form::Perfect if self.is_old_day(when) && date > clause.verb.span.end => {
                terms::PERFECT_OF_A_DAY
            }
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
        let opens_gerund =
            |i: &usize| words[*i].is(',') && words.get(i + 1).is_some_and(|w| w.has(Role::Gerund));
        // `raised the bell, using a crane, on Monday`
        let closed = self.context(reading, &[]).date_start(date).checked_sub(1);
        let gerund = behind.skip(1).find(opens_gerund).is_some_and(|opens| {
            closed.is_none_or(|closed| !(words[closed].is(',') && closed > opens))
        });
        if self.inside_subject(reading, clause, date, when) {
            terms::IN_SUBJECT
        } else if self.is_old_day(when) && self.dates_happening(reading, clause, date) {
            terms::OF_HAPPENING
        } else if gerund || parted {
            terms::BESIDE_OTHER
        } else {
            terms::NEAR
        }
    }

    /// Whether a date is a day from before the news: who tells of it does not bring it.
    fn is_old_day(&self, when: When) -> bool {
        let day = when.precision() >= Precision::Day && when.end.is_none();
        let days = self.published.and_then(|published| when.last_day().days_until(published));
        day && days.is_some_and(|days| days > NEWS_OF_DAYS)
    }

    /// Whether a date dates a happening to which a preposition leads up: `fled after the crash
    /// on May 2`, `before the explosion on the rig on May 2`; but `died in the crash on May 2`.
    fn dates_happening(&self, reading: &Reading<'_>, clause: &Clause, date: usize) -> bool {
        let words = &reading.words;
        let start = self.context(reading, &[]).date_start(date);
        let from = match &clause.subject {
            Subject::Own(subject) if subject.contains(&date) => subject.start,
            _ => clause.verb.span.end.min(start),
        };
        let Some(noun) = (from..start).rev().find(|&i| words[i].has(Role::Happening)) else {
            return false;
        };
        let phrase = |i: usize| {
            words[i].is_noun_like() || words[i].any(&[Role::Determiner, Role::Possessive])
        };
        let place =
            |i: usize| phrase(i) || words[i].any(&[Role::Preposition, Role::PlacePreposition]);
        let opens = (from..noun).rev().take_while(|&i| phrase(i)).last().unwrap_or(noun);
        let led = opens.checked_sub(1).map(|i| &words[i]);
        let leads = |w: &Word| {
            w.any(&[Role::Preposition, Role::Infinitive])
                && !w.any(&[Role::Within, Role::Agent, Role::DatePreposition])
                || w.has(Role::Subordinator)
        };
        (noun + 1..start).all(place) && led.is_some_and(leads)
    }

    fn meaning_term(&self, dated: Dated<'_>, index: usize) -> Term {
        let Dated { reading, clause, date, .. } = dated;
        let (verb, main) = (&clause.verb, dated.main());
        let state = verb.bare_auxiliary && !Self::date_follows(reading, verb.span.end, date)
            || is_stative(main, verb);
        if main.has(Role::Saying) && self.is_saying(reading, index) {
            terms::SAYING
        } else if state && verb.form != Form::Future {
            terms::STATE
        } else if self.is_statistic(dated, index) {
            terms::STATISTIC
        } else {
            terms::HAPPENS
        }
    }

    /// Whether a clause gives a share or a large sum for a period longer than a week: `Sales fell 3 percent
    /// in the first quarter`, `Profits rose to $3bn`. The price of a day moves on that day, what one thing
    /// costs (`The toll rose to four euros`) changes once, and of what is counted over no period a large
    /// number is news of its own: `Cases surged past 1 million in April`, unless it has two ends (`between
    /// January and March`).
    fn is_statistic(&self, dated: Dated<'_>, index: usize) -> bool {
        let Dated { reading, clause: Clause { verb, .. }, when, .. } = dated;
        let words = &reading.words;
        let counted = || {
            let subject = self.context(reading, &[]).subject_words(index);
            subject.iter().any(|&i| self.prose.is_rate(&reading.text[words[i].span.clone()]))
        };
        let main = dated.main();
        when.precision() < Precision::Week
            && !verb.passive
            && self.gives_figure(reading, verb)
            && (main.has(Role::Totalling)
                || main.has(Role::Moving) && (when.end.is_some() || counted()))
    }

    /// Whether a share or a large sum follows a verb, and is not told of a noun: `rose by almost 3 percent`,
    /// `fell by a third`, but not `reached a 78 percent increase`.
    fn gives_figure(&self, reading: &Reading<'_>, verb: &Verb) -> bool {
        let amount = |w: &Word| {
            let text = &reading.text[w.span.clone()];
            let number = w.kind == words::Kind::Number;
            let glued =
                text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            let share = text.ends_with('%') || self.prose.is(glued, Role::Amount);
            let sum = text.starts_with(words::is_money) && text.ends_with(char::is_alphabetic);
            w.has(Role::Amount) || number && (share || sum)
        };
        let leads_up = |w: &&Word| {
            let frame = [
                Role::Preposition,
                Role::Adverb,
                Role::DateModifier,
                Role::Comparison,
                Role::Single,
                Role::Several,
                Role::Degree,
            ];
            let number = w.kind == words::Kind::Number || w.is_date();
            amount(w) || number || w.any(&frame)
        };
        let behind = &reading.words[verb.span.end..];
        let figure = &behind[..behind.iter().take_while(leads_up).count()];
        // `reached a 78 percent increase`, but not `grew to 3 billion euros`
        let of_noun = behind.get(figure.len()).is_some_and(|w| w.is_noun_like() && !w.plural)
            && figure.last().is_some_and(amount);
        figure.iter().any(amount) && !of_noun
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
        let context = self.context(reading, &[]);
        let mut start = context.date_start(date);
        // `the hearings on May 4 and 6`: all of a list belong to what the first belongs to.
        while let Some(before) = start.checked_sub(2).filter(|&before| {
            let joint = &words[before + 1];
            words[before].is_date() && (joint.is(',') || joint.has(Role::Coordinator))
        }) {
            start = context.date_start(before);
        }
        let noun_before = start > subject.start
            && matches!(words[start - 1].kind, words::Kind::Word)
            && words[start - 1].is_noun_like();
        let listed = |w: &Word| {
            w.is_date() || w.is(',') || w.any(&[Role::Coordinator, Role::DatePreposition])
        };
        let between = words.get(date + 1..clause.verb.span.start).unwrap_or_default();
        // `The court in May freed him`: who acts is dated by no month, unlike `the crash in May`.
        let acts = noun_before && {
            let noun = &words[start - 1];
            let bodies = [Role::Organisation, Role::CommonNoun, Role::PersonNoun, Role::Title];
            noun.capital || noun.any(&bodies)
        };
        let by_the_verb = (when.precision() >= Precision::Week || acts)
            && between.iter().all(listed)
            && between.last().is_none_or(Word::is_date)
            || is_set_off(words, subject, date)
            || when.precision() >= Precision::Day && leads_up(words, subject, date);
        noun_before && !by_the_verb
    }

    /// Whether a verb of saying says something, rather than takes an object: `wrote the book`,
    /// `told customers to wait`.
    pub(super) fn is_saying(&self, reading: &Reading<'_>, index: usize) -> bool {
        let words = &reading.words;
        let clause = &reading.clauses[index];
        let further = reading.clauses.iter().any(|c| c.opens >= clause.end);
        let after = clause.verb.span.end;
        let object = words.get(after).is_some_and(|w| {
            let article =
                w.any(&[Role::Determiner, Role::Possessive]) && !w.has(Role::Complementizer);
            article || w.is_noun_like() && !w.capital || w.kind == words::Kind::Number
        });
        let order = words.get(after).is_some_and(Word::is_noun_like)
            && words[after..clause.end.max(after)].iter().any(|w| w.has(Role::Infinitive));
        // `It was said in May that the firm was rich`
        let subject = self.context(reading, &[]).subject_words(index);
        let nobody = matches!(subject.as_slice(), [it] if words[*it].has(Role::Neuter))
            && words[after..].iter().any(|w| w.has(Role::Complementizer));
        let passive = clause.verb.passive && !nobody;
        clause.link == Link::Attribution || !(order || passive || object && !further)
    }
}

/// Whether a day stands in a phrase of its own between a subject and its verb: `Bell, in a speech on
/// Monday, called for calm`.
fn is_set_off(words: &[Word], subject: &Range<usize>, date: usize) -> bool {
    let Some(opens) = (subject.start..date).rev().find(|&i| words[i].is(',')) else {
        return false;
    };
    let phrase = words.get(opens + 1).is_some_and(|w| {
        w.has(Role::PlacePreposition) && !w.any(&[Role::Subordinator, Role::Coordinator])
    });
    let only = !words[subject.start..opens].iter().any(|w| w.is(','));
    let inner = words.get(opens + 2..date).unwrap_or_default();
    let plain = !inner.iter().any(|w| w.any(&[Role::Gerund, Role::Infinitive]));
    phrase && only && plain && date + 2 == subject.end && words[date + 1].is(',')
}

/// Whether a day ends a phrase before the subject in or during which the clause happened: `In a speech
/// on Monday, Bell called for calm`, `Speaking on Monday, Bell`. What followed or came of something
/// has a day of its own.
fn leads_up(words: &[Word], subject: &Range<usize>, date: usize) -> bool {
    let Some([first, second, ..]) = words.get(subject.start..date) else { return false };
    let inside = first.has(Role::PlacePreposition) && !first.has(Role::Origin);
    let meanwhile = first.has(Role::Gerund)
        && !first.any(&[Role::Preposition, Role::Saying])
        && !second.any(&[Role::Past, Role::Participle]);
    let closed = date + 1 < subject.end && words[date + 1].is(',');
    (inside || meanwhile) && closed && !words[subject.start..date].iter().any(|w| w.is(','))
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
