//! A clause's verb in, its words in a headline out: in the simple past for what happened, with the
//! auxiliary that a participle lacks, and with `to` for what is planned.

use super::{
    clause::{Clause, Form, Link, Subject, could_be_participle},
    headline::Context,
    words::{Kind, Word},
};
use crate::temporal::lexicon::prose::Role;

impl Context<'_> {
    /// The verb of the clause at `index`, told of `subject`.
    pub(super) fn verb_text(&self, index: usize, subject: &[usize]) -> String {
        let clause = &self.clauses[index];
        let words = self.words_of_verb(clause, subject);
        if self.lacks_auxiliary(clause) {
            return format!("{} {}", self.passive(subject), self.render(&words));
        }
        if let Some(shared) = self.shared_auxiliary(clause, subject) {
            return format!("{shared} {}", self.render(&words));
        }
        let told = match clause.verb.form {
            // `The aim is to feed the town` tells no plan of the aim.
            Form::Future if self.head(subject).is_some_and(|w| w.has(Role::Ability)) => None,
            Form::Future => self.planned_verb(&words),
            Form::Perfect | Form::Pluperfect => self.simple_past(clause, subject, &words),
            Form::FutureInPast => {
                let planned = self.ahead.then(|| self.planned_verb(&words)).flatten();
                planned.or_else(|| self.past_plan(subject, &words))
            }
            _ => None,
        };
        let told = told.unwrap_or_else(|| self.render(&words));
        match self.joined_verb(index) {
            Some(first) => format!("{first} {told}"),
            None => told,
        }
    }

    /// The verb before an `and` or `or` that makes one happening with the verb at `index`, of one subject:
    /// `exploded and | sank`, `collected or | burned ten tons`.
    fn joined_verb(&self, index: usize) -> Option<String> {
        let clause = &self.clauses[index];
        let before = index.checked_sub(1)?;
        let first = self.clauses.get(before)?;
        let shared = clause.link == Link::Shared
            && clause.subject == Subject::Of(before)
            && clause.start == clause.verb.span.start;
        let adjacent =
            first.verb.span.end == clause.opens && self.words[clause.opens].has(Role::Coordinator);
        let alike = [first, clause].iter().all(|c| {
            c.verb.form == Form::Past && !c.verb.passive && !c.verb.untold && !c.verb.bare_auxiliary
        });
        let words: Vec<usize> = (first.verb.span.start..=clause.opens).collect();
        (shared && adjacent && alike).then(|| self.render(&words))
    }

    /// The words of a verb with the adverbs before it, without dates and what only links.
    fn words_of_verb(&self, clause: &Clause, subject: &[usize]) -> Vec<usize> {
        let verb = &clause.verb;
        // `almost collapsed` is not `collapsed`; `then collapsed` is.
        let adverbs = (clause.start..verb.span.start)
            .rev()
            .take_while(|&i| self.words[i].has(Role::Adverb) && !subject.contains(&i));
        let told = adverbs.filter(|&i| !self.only_links(i));
        let start = told.last().unwrap_or(verb.span.start);
        let words: Vec<usize> = (start..verb.span.end).collect();
        let inner = |i: usize| i != verb.main && i != verb.span.start && self.only_links(i);
        words.iter().copied().filter(|&i| !inner(i) && !self.is_removed_date(i, &words)).collect()
    }

    /// Whether a word only links a verb to what was told before: `has also since been closed`.
    fn only_links(&self, i: usize) -> bool {
        let word = &self.words[i];
        word.any(&[Role::Connective, Role::Sequence, Role::Onset]) && !word.has(Role::Negation)
    }

    /// Whether the verb is a participle after the noun that it tells of: `the hall, built of brick`.
    fn lacks_auxiliary(&self, clause: &Clause) -> bool {
        let main = &self.words[clause.verb.main];
        // `come` and `run` are present forms as well.
        let bare =
            clause.link == Link::Main && clause.verb.form == Form::Bare && !main.has(Role::Base);
        (bare || matches!(clause.link, Link::Aside | Link::Restriction))
            && could_be_participle(main, &clause.verb)
            && !main.has(Role::Intransitive)
            && self.words.get(clause.opens).is_none_or(|w| !w.has(Role::Relative))
            && !self.opens_with_relative(clause)
    }

    /// The auxiliary of the verb before that a participle shares: `was convicted and freed`.
    fn shared_auxiliary(&self, clause: &Clause, subject: &[usize]) -> Option<String> {
        let Subject::Of(other) = clause.subject else { return None };
        let host = &self.clauses[other].verb;
        let shared = clause.link == Link::Shared && host.passive && self.shares_auxiliary(clause);
        if !shared {
            return None;
        }
        if matches!(host.form, Form::Perfect | Form::Pluperfect) {
            return Some(self.passive(subject).to_owned());
        }
        let auxiliaries: Vec<usize> = (host.span.start..host.main)
            .filter(|&i| !self.words[i].is_date() && !self.words[i].has(Role::Adverb))
            .collect();
        Some(self.render(&auxiliaries))
    }

    /// Whether a verb without an auxiliary can only mean what was done to its subject: `given` is no
    /// simple past, `died` takes no auxiliary, `founded a school` has an object of its own.
    fn shares_auxiliary(&self, clause: &Clause) -> bool {
        let verb = &clause.verb;
        let main = &self.words[verb.main];
        let object = self.words.get(verb.span.end).is_some_and(|w| {
            let noun = w.is_noun_like() || w.kind == Kind::Number;
            noun || w.any(&[Role::Determiner, Role::Possessive, Role::Pronoun])
        });
        let patient = !main.has(Role::Past) || !main.has(Role::Intransitive) && !object;
        could_be_participle(main, verb) && patient
    }

    pub(super) fn opens_with_relative(&self, clause: &Clause) -> bool {
        self.words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
    }

    /// `has given` and `had given` as `gave`, `has been given` as `was given`.
    fn simple_past(&self, clause: &Clause, subject: &[usize], words: &[usize]) -> Option<String> {
        let verb = &clause.verb;
        let has = &self.words[verb.span.start];
        let main = &self.words[verb.main];
        let alone = verb.main == verb.span.start;
        if verb.untold || alone || has.quoted || !has.any(&[Role::HavePresent, Role::HavePast]) {
            return None;
        }
        let between = |i: &usize| {
            let auxiliary = [Role::HavePresent, Role::HavePast, Role::Been];
            *i != verb.main && !self.words[*i].any(&auxiliary)
        };
        let adverbs: Vec<usize> = words.iter().copied().filter(between).collect();
        let adverbs = self.render(&adverbs);
        let text = &self.sentence[main.span.clone()];
        let parts = if verb.bare_auxiliary {
            [self.number_of(has, subject), &adverbs, ""]
        } else if verb.passive || main.has(Role::Gerund) {
            [self.number_of(has, subject), &adverbs, text]
        } else {
            [&adverbs, self.prose.simple_past(text).unwrap_or(text), ""]
        };
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(parts.join(" "))
    }

    /// `had been scheduled to start` as `was scheduled to start`.
    fn past_plan(&self, subject: &[usize], words: &[usize]) -> Option<String> {
        let [had, been, rest @ ..] = words else { return None };
        let planned = self.words[*had].has(Role::HavePast) && self.words[*been].has(Role::Been);
        planned.then(|| format!("{} {}", self.passive(subject), self.render(rest)))
    }

    /// The past of "be" that agrees with an auxiliary, or else with the subject.
    fn number_of(&self, has: &Word, subject: &[usize]) -> &'static str {
        let (one, several) = self.prose.words.perfect;
        let (was, were) = self.prose.words.passive;
        match &self.sentence[has.span.clone()] {
            text if text == one => was,
            text if text == several => were,
            _ => self.passive(subject),
        }
    }

    /// The auxiliary of the passive past that agrees with `subject`.
    fn passive(&self, subject: &[usize]) -> &'static str {
        let (one, several) = self.prose.words.passive;
        if self.is_plural(subject) { several } else { one }
    }

    /// The noun that a subject is about: the last word before a phrase that tells of it.
    fn head(&self, subject: &[usize]) -> Option<&Word> {
        let tells = |&&i: &&usize| !self.words[i].any(&[Role::Preposition, Role::Relative]);
        subject.iter().take_while(tells).last().map(|&i| &self.words[i])
    }

    /// Whether a subject means several: `two men`, `the mayor and his wife`, `the ships of the navy`.
    pub(super) fn is_plural(&self, subject: &[usize]) -> bool {
        let ends = |&i: &usize| {
            let word = &self.words[i];
            let ends = word.any(&[Role::Preposition, Role::Relative, Role::Complementizer]);
            ends && !word.has(Role::Comparison) || word.is(',')
        };
        let head =
            &subject[..subject.iter().skip(1).position(ends).map_or(subject.len(), |n| n + 1)];
        let joined = subject.iter().any(|&i| {
            let word = &self.words[i];
            word.has(Role::Coordinator) && !word.quoted
        });
        let Some(last) = head.last().map(|&i| &self.words[i]) else { return false };
        let several = last.has(Role::Several) || self.words[head[0]].has(Role::Several);
        if joined || self.words[head[0]].has(Role::Single) {
            return joined;
        }
        // A sentence lends its capital to its first word: `Copies of the letter`.
        let lent =
            head == [0] && subject.get(1).is_some_and(|&i| self.words[i].has(Role::Partitive));
        several || last.plural && (!last.capital || lent)
    }

    /// `will open` and `is expected to open` as `to open`; nothing for `plans to open`.
    fn planned_verb(&self, words: &[usize]) -> Option<String> {
        let to = self.prose.words.planned;
        let infinitive = words.iter().position(|&i| self.words[i].has(Role::Infinitive));
        let first = &self.words[*words.first()?];
        match infinitive {
            Some(at) if first.has(Role::BePresent) => {
                Some(format!("{to} {}", self.render(&words[at + 1..])))
            }
            None if first.any(&[Role::Future, Role::FutureInPast]) => {
                Some(format!("{to} {}", self.render(&words[1..])))
            }
            // `the results expected`, but `the report is due`
            None if first.has(Role::BePresent)
                && self.words[*words.last()?].has(Role::Participle) =>
            {
                Some(self.render(&words[1..]))
            }
            _ => None,
        }
    }
}
