//! The first sentences of a document in, the news of its day out: what has plainly happened though no
//! words say when.

use std::collections::BTreeSet;

use super::{Reader, Reading, terms};
use crate::{
    event::{
        Event,
        clause::{Clause, Form, Link, Subject, Verb},
        words::{self, Word, is_speaker},
    },
    temporal::{
        lexicon::prose::Role,
        value::{Calendar, Day, When},
    },
};

/// Within how many sentences the lead must have told its news.
const LEAD_SENTENCES: usize = 3;

/// How many sentences behind the one that told the news may go on telling it.
const CONTINUED: usize = 3;

/// How old, in days, the news may be that a lead tells.
pub(super) const NEWS_OF_DAYS: i32 = 3;

/// A word that tells something of what a title is about has so many letters.
const TELLING_WORD: usize = 4;

/// Two forms of a word meet in so many letters.
const TITLE_STEM: usize = 5;

/// How far the lead of the document, which tells the news of the day, has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// So many sentences have told something else: a caption, a byline, a scene.
    Awaited(usize),
    /// The news of that day has been told, and so many sentences have followed.
    Told(Day, usize),
    Over,
}

impl Lead {
    /// Each entry of a log is a lead of one sentence.
    pub(super) const OF_LOG: Self = Self::Awaited(LEAD_SENTENCES - 1);
}

impl Reader<'_> {
    /// Adds the news of the day: a lead sentence, or one that goes on from it, that plainly tells what
    /// has happened without a date.
    pub(super) fn todays(&mut self, reading: &Reading<'_>, before: usize) {
        let Some(published) = self.published else { return };
        let told = self.events[before..].iter().map(|event| event.when.first_day());
        let told = told.filter(|day| is_news_of(*day, published)).max();
        let undated = self.events.len() == before;
        let found = self.todays_clause(reading, published).filter(|_| undated);
        let (found, retold) = match found {
            Some((_, clause, _)) if self.is_retold(reading, clause) => (None, found),
            _ => (found, None),
        };
        self.lead = match (self.lead, told, &found) {
            (Lead::Awaited(_), Some(day), _) => Lead::Told(day, 0),
            (Lead::Awaited(_), None, Some((day, ..))) => Lead::Told(*day, 0),
            (Lead::Awaited(seen), None, None) if seen + 1 < LEAD_SENTENCES => {
                Lead::Awaited(seen + 1)
            }
            (Lead::Told(day, followed), ..) if followed < CONTINUED => {
                Lead::Told(day, followed + 1)
            }
            _ => Lead::Over,
        };
        if let Some(news) = found {
            let events = self.undated(reading, news);
            self.events.extend(events);
        } else if let Some(known) = retold {
            let events = self.undated(reading, known);
            self.retold.extend(events);
        }
    }

    /// The events of a clause, and of those told in the same breath, that has no date but a day.
    fn undated(
        &self,
        reading: &Reading<'_>,
        (day, clause, strength): (Day, usize, f64),
    ) -> Vec<Event> {
        let when = When::at(Calendar::Day(day));
        let clauses = std::iter::once(clause).chain(equally_told(reading, clause));
        let told = clauses.map_while(|clause| self.headline(reading, clause, &[]));
        let event = |(headline, named): (String, f64)| {
            self.event(reading, None, when, headline, strength * named, None)
        };
        told.map(event).collect()
    }

    /// Whether a clause in the simple past tells what a known happening did: `The blast killed 11
    /// people`, `They died in the blast`. The article says that readers know of the blast, and what it did it
    /// did at once; who brings the news writes `A blast killed 11 people`, or says so in the title.
    fn is_retold(&self, reading: &Reading<'_>, clause: usize) -> bool {
        let Clause { verb, subject, .. } = &reading.clauses[clause];
        let Subject::Own(subject) = subject else { return false };
        let did = !verb.passive && self.is_known_happening(reading, subject.start);
        let after = reading.words.get(verb.span.end);
        // `a row broke out among companies involved in the blast`
        let undergone = verb.passive || reading.words[verb.main].has(Role::Intransitive);
        let suffered = undergone
            && after.is_some_and(|word| word.any(&[Role::Within, Role::Agent]))
            && self.is_known_happening(reading, verb.span.end + 1);
        verb.form == Form::Past && (did || suffered) && !self.retells_title(reading)
    }

    /// Whether a noun for a happening that readers know of opens at `at`: `the blast`, `last week's blast`,
    /// `the 2004 blast in Leeds`.
    fn is_known_happening(&self, reading: &Reading<'_>, at: usize) -> bool {
        let words = reading.words.get(at..).unwrap_or_default();
        let date = words.first().is_some_and(Word::is_date);
        let known = date || self.is_definite(reading, at);
        let inside = |word: &&Word| {
            let number = matches!(word.kind, words::Kind::Number | words::Kind::Genitive);
            word.is_noun_like() || word.is_date() || number
        };
        let phrase = words.iter().skip(1).take_while(inside);
        // `the worst quake in 80 years`, `the first fire` are told for the first time, `yesterday's fire` too.
        let new =
            phrase.clone().any(|word| self.prose.is_superlative(&reading.text[word.span.clone()]))
                || words.get(1).is_some_and(|word| word.any(&[Role::Degree, Role::Ability]))
                || date && self.is_recent(reading, at);
        let noun = phrase.last();
        known && !new && noun.is_some_and(|noun| noun.has(Role::Happening))
    }

    /// Whether the date at `at` is the day of publication or the one before.
    fn is_recent(&self, reading: &Reading<'_>, at: usize) -> bool {
        let words::Kind::Date(date) = reading.words[at].kind else { return false };
        let timex = reading.timexes.get(date).map(|&timex| &self.tagged.timexes[timex]);
        let day = timex.and_then(|timex| timex.value.calendar()).map(Calendar::first_day);
        let days = day.zip(self.published).and_then(|(day, now)| day.days_until(now));
        days.is_some_and(|days| (0..=1).contains(&days))
    }

    /// Whether the word at `at` is the definite article or points at something, as `this` does.
    fn is_definite(&self, reading: &Reading<'_>, at: usize) -> bool {
        let Some(word) = reading.words.get(at) else { return false };
        let article = self.prose.is_article(&reading.text[word.span.clone()]);
        article || word.has(Role::Determiner) && word.has(Role::Pronoun)
    }

    /// The clause of a sentence that tells the news of a day, which day, and how plainly.
    pub(super) fn todays_clause(
        &self,
        reading: &Reading<'_>,
        published: Day,
    ) -> Option<(Day, usize, f64)> {
        let words = &reading.words;
        let (index, clause) =
            reading.clauses.iter().enumerate().find(|(_, clause)| clause.link == Link::Main)?;
        let verb = &clause.verb;
        let main = &words[verb.main];
        let announces = main.has(Role::Announcing);
        let (day, plain) = match (self.lead, verb.form) {
            (Lead::Awaited(_), Form::Perfect) => (published, 0.75),
            (Lead::Awaited(_), Form::Past) if self.news || self.retells_title(reading) => {
                (published, 0.65)
            }
            (Lead::Told(..), Form::Perfect) if announces || names(words, clause) => {
                (published, 0.65)
            }
            (Lead::Told(day, _), Form::Past) if announces => (day, 0.55),
            _ => return None,
        };
        let in_subject =
            |at: usize| matches!(&clause.subject, Subject::Own(own) if own.contains(&at));
        let dated = (clause.opens..clause.end).any(|at| {
            words[at].is_date()
                && !self.is_stamp(reading, at)
                && (in_subject(at) || self.outside(reading, at, index).is_none())
        });
        let subject = match &clause.subject {
            Subject::Own(range) => {
                words[range.clone()].iter().any(|w| !matches!(w.kind, words::Kind::Mark(_)))
            }
            _ => false,
        };
        // `has lain in a drawer for two years`
        let lasts = verb.form == Form::Perfect && has_duration(reading, clause);
        let going_on = main.has(Role::Gerund) || lasts || tells_duration(reading, verb);
        let subject = subject && self.subject_term(reading, index) == terms::NAMED;
        // `Get the news delivered to your inbox` speaks to the reader.
        let addressed =
            (clause.opens..clause.end).any(|at| is_speaker(words, at) && !words[at].quoted);
        let told = !(verb.untold || verb.bare_auxiliary || main.quoted || going_on);
        let state =
            main.has(Role::Stative) || main.has(Role::Saying) && self.is_saying(reading, index);
        let imprint = self.is_imprint(reading, index);
        (told && !state && !dated && subject && !addressed && !imprint)
            .then_some((day, index, plain))
    }

    /// Whether a sentence says in full what the title says: then it is what happened.
    pub(super) fn retells_title(&self, reading: &Reading<'_>) -> bool {
        let Some(title) = self.title.filter(|title| !reading.text.starts_with(title)) else {
            return false;
        };
        let stems = |text: &str| -> BTreeSet<String> {
            let words = text.split(|c: char| !c.is_alphanumeric());
            let telling = words.filter(|word| word.chars().count() >= TELLING_WORD);
            telling.map(|word| word.to_lowercase().chars().take(TITLE_STEM).collect()).collect()
        };
        let (title, told) = (stems(title), stems(reading.text));
        let both = title.intersection(&told).count();
        both >= 2 && 2 * both >= title.len()
    }
}

/// Whether what happened on `day` is the news of `published`.
pub(super) fn is_news_of(day: Day, published: Day) -> bool {
    day.days_until(published).is_some_and(|days| (0..=NEWS_OF_DAYS).contains(&days))
}

/// Whether a name stands in the subject of a clause.
pub(super) fn names(words: &[Word], clause: &Clause) -> bool {
    let Subject::Own(subject) = &clause.subject else { return false };
    let first = subject.start;
    subject.clone().any(|at| words[at].capital && (at > first || words[at].is_noun_like()))
}

/// The clauses that are told in the same breath as `clause`, each with its own subject and in the same
/// tense: `Air Canada has ordered six, while Air India has signed for ten`.
pub(super) fn equally_told<'r>(
    reading: &'r Reading<'_>,
    clause: usize,
) -> impl Iterator<Item = usize> + 'r {
    let form = reading.clauses[clause].verb.form;
    let words = &reading.words;
    let equal = move |(index, other): &(usize, &Clause)| {
        let main = &words[other.verb.main];
        *index > clause
            && form == Form::Perfect
            && other.verb.form == form
            && matches!(other.link, Link::Joined | Link::Subordinate)
            && matches!(other.subject, Subject::Own(_))
            && !(other.verb.untold || other.verb.bare_auxiliary || main.quoted)
            && !main.any(&[Role::Stative, Role::Saying, Role::Gerund])
            && !words[other.opens..other.end].iter().any(Word::is_date)
    };
    reading.clauses.iter().enumerate().filter(equal).map(|(index, _)| index).take(1)
}

/// Whether a verb is followed by how long it took or lasted.
pub(super) fn tells_duration(reading: &Reading<'_>, verb: &Verb) -> bool {
    let after = reading.words[verb.span.end..].iter();
    let first = after.skip_while(|w| w.has(Role::DateModifier)).map(|w| w.span.start).next();
    first.is_some_and(|at| reading.durations.iter().any(|d| (d.start..d.end).contains(&at)))
}

/// Whether a clause tells how long something took or lasted.
pub(super) fn has_duration(reading: &Reading<'_>, clause: &Clause) -> bool {
    let words = reading.words.get(clause.verb.span.end..clause.end).unwrap_or_default();
    let mut starts = words.iter().map(|w| w.span.start);
    starts.any(|at| reading.durations.iter().any(|duration| duration.contains(&at)))
}
