//! A tagged document in, its events out: which sentence ties a happening to which date.
//!
//! ```text
//! Sentence ── words, clauses ──▶ each date's clause ── strength ──▶ the dates that date something ──▶ Event
//! ```

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    Event, Ground, Kind, Selection,
    clause::{Clause, Form, Link, Subject, Verb, clauses},
    headline::{self, Context},
    names::Known,
    rows, unused,
    words::{self, Word},
};
use crate::{
    source::Document,
    temporal::{
        Sentence, Tagged, Timex,
        lexicon::prose::{Prose, Role},
        value::{Calendar, Day, Modifier, Precision, TimeOfDay, Value, When},
    },
};

/// The longest sentence that is read, in bytes: beyond that it is no sentence, but a list or a
/// table without full stops.
const LONGEST_SENTENCE: usize = 4_000;
/// How strong a reading must be, 0 to 1, to make an event.
const STRONG_ENOUGH: f64 = 0.45;
/// How sure an event may be whose subject is a pronoun that stands for nobody known, of what it
/// would be with a name.
const NAMELESS: f64 = 0.45;
/// How near to its publication, in days, a document must name a date to be news of the day.
const NEWS_DAYS: i32 = 31;
/// Within how many sentences the lead must have told its news.
const LEAD_SENTENCES: usize = 3;
/// How many sentences behind the one that told the news may go on telling it.
const CONTINUED: usize = 3;
/// How old, in days, the news may be that a lead tells.
const NEWS_OF_DAYS: i32 = 3;
/// A word that tells something of what a title is about has so many letters.
const TELLING_WORD: usize = 4;
/// Two forms of a word meet in so many letters.
const TITLE_STEM: usize = 5;
/// How near to its publication, in days, a day with its year and a time of day is a stamp.
const STAMP_DAYS: i32 = 7;
/// How many events a sentence may tell: one with more is a list, whose first ones stand for it.
const MOST_EVENTS: usize = 12;

/// What has become of the dates of a document.
#[derive(Debug, Default)]
pub(super) struct Grounds {
    used: BTreeSet<usize>,
    /// Why those are not used that were weighed.
    noted: BTreeMap<usize, Ground>,
}

impl Grounds {
    /// Whether an expression dates an event.
    pub(super) fn used(&self, timex: usize) -> bool {
        self.used.contains(&timex)
    }

    /// Why an expression dates none, if that was found.
    pub(super) fn of(&self, timex: usize) -> Option<Ground> {
        self.noted.get(&timex).copied()
    }

    fn note(&mut self, timex: usize, ground: Ground) {
        self.noted.insert(timex, ground);
    }
}

/// How strongly something reads as a happening, and what speaks most against it.
#[derive(Debug, Clone, Copy)]
struct Strength {
    /// 0 to 1.
    value: f64,
    /// The smallest factor, and what it stands for.
    weakest: (f64, Ground),
}

impl Strength {
    fn of(factors: &[(f64, Ground)]) -> Self {
        let whole = Self { value: 1.0, weakest: (1.0, Ground::NoVerb) };
        factors.iter().fold(whole, |strength, &(factor, ground)| Self {
            value: strength.value * factor,
            weakest: if factor < strength.weakest.0 { (factor, ground) } else { strength.weakest },
        })
    }
}

/// Finds the events of a document in the language of `prose`.
pub(super) fn selection(document: &Document, tagged: &Tagged, prose: &Prose) -> Selection {
    let mut reader = Reader {
        tagged,
        prose,
        published: document.date.map(Day::from),
        news: is_news(document, tagged),
        known: Known::default(),
        focus: Focus::default(),
        lead: Lead::Awaited(0),
        title: title(document),
        events: Vec::new(),
        grounds: Grounds::default(),
    };
    let rows = rows::dates(document, tagged);
    let mut timexes = 0;
    let mut quoted = (usize::MAX, false);
    for (index, sentence) in tagged.sentences.iter().enumerate() {
        let from = timexes;
        while tagged.timexes.get(timexes).is_some_and(|timex| timex.sentence <= index) {
            timexes += 1;
        }
        let Some(text) = text_of(document, sentence) else { continue };
        if quoted.0 != sentence.passage {
            quoted = (sentence.passage, false);
        }
        let tells = document.passages[sentence.passage].kind.tells_events();
        if tells && text.len() <= LONGEST_SENTENCE {
            reader.read(index, text, from..timexes, quoted.1, rows[sentence.passage]);
        } else if tells {
            (from..timexes).for_each(|timex| reader.grounds.note(timex, Ground::TooLong));
        }
        quoted.1 = words::ends_quoted(text, quoted.1);
    }
    let Reader { events, mut grounds, .. } = reader;
    grounds.used.extend(events.iter().filter_map(|event| event.timex));
    Selection { unused: unused::unused(document, tagged, &grounds), events }
}

fn text_of<'a>(document: &'a Document, sentence: &Sentence) -> Option<&'a str> {
    document.passages.get(sentence.passage)?.text.get(sentence.span.clone())
}

/// Whether a document tells the news: it names a date near to its publication.
fn is_news(document: &Document, tagged: &Tagged) -> bool {
    let Some(published) = document.date.map(Day::from) else { return false };
    tagged.timexes.iter().filter_map(|timex| timex.value.calendar()).any(|calendar| {
        let days = calendar.first_day().days_until(published);
        calendar.precision() >= Precision::Week && days.is_some_and(|days| days.abs() <= NEWS_DAYS)
    })
}

/// The first title or heading.
fn title(document: &Document) -> Option<&str> {
    let first = document.passages.first().filter(|passage| !passage.kind.tells_events())?;
    Some(&first.text)
}

/// Whether what happened on `day` is the news of `published`.
fn is_news_of(day: Day, published: Day) -> bool {
    day.days_until(published).is_some_and(|days| (0..=NEWS_OF_DAYS).contains(&days))
}

/// Whom and what the sentence before was about: for whom a pronoun may stand.
#[derive(Debug, Default)]
struct Focus {
    person: Option<String>,
    thing: Option<String>,
}

/// How far the lead of the document, which tells the news of the day, has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// So many sentences have told something else: a caption, a byline, a scene.
    Awaited(usize),
    /// The news of that day has been told, and so many sentences have followed.
    Told(Day, usize),
    Over,
}

struct Reader<'a> {
    tagged: &'a Tagged,
    prose: &'a Prose,
    published: Option<Day>,
    news: bool,
    known: Known,
    focus: Focus,
    lead: Lead,
    /// The title, if the document has one.
    title: Option<&'a str>,
    events: Vec<Event>,
    grounds: Grounds,
}

/// A date that may date a clause.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Its word.
    word: usize,
    /// Its expression in [`Tagged::timexes`].
    timex: usize,
    /// Its clause.
    clause: usize,
    when: When,
    strength: f64,
    /// What speaks most against it.
    ground: Ground,
}

/// A sentence as it is read.
struct Reading<'a> {
    index: usize,
    text: &'a str,
    words: Vec<Word>,
    clauses: Vec<Clause>,
    /// The expressions whose words are dates, in the order of [`words::Kind::Date`].
    timexes: Vec<usize>,
    /// Where durations stand, in bytes of the sentence.
    durations: Vec<Range<usize>>,
    /// Where it begins behind a dateline or stamp, in bytes.
    begins: usize,
}

impl<'a> Reader<'a> {
    /// Reads a sentence: adds its events and notes whom it is about. `row` is the date of the row of
    /// a table in which it stands.
    fn read(
        &mut self,
        index: usize,
        text: &'a str,
        timexes: Range<usize>,
        quoted: bool,
        row: Option<usize>,
    ) {
        let reading = self.reading(index, text, timexes, quoted);
        self.known.learn(text, &reading.words);
        let before = self.events.len();
        let chronicle = self.chronicle(&reading);
        if chronicle.is_empty() {
            self.dated(&reading);
        }
        self.events.extend(chronicle);
        self.events.extend(row.and_then(|row| self.row(&reading, row)));
        self.todays(&reading, before);
        self.refocus(&reading);
    }

    /// Splits a sentence into words and clauses.
    fn reading(
        &self,
        index: usize,
        text: &'a str,
        timexes: Range<usize>,
        quoted: bool,
    ) -> Reading<'a> {
        let start = self.tagged.sentences[index].span.start;
        let all = &self.tagged.timexes;
        let span = |t: usize| all[t].span.start - start..all[t].span.end - start;
        let inside = timexes.filter(|&t| all[t].span.start >= start);
        let (timexes, others): (Vec<usize>, Vec<usize>) =
            inside.partition(|&t| all[t].value.calendar().is_some());
        let durations = others.into_iter().filter(|&t| matches!(all[t].value, Value::Duration(_)));
        let durations = durations.map(span).collect();
        let spans: Vec<Range<usize>> = timexes.iter().map(|&t| span(t)).collect();
        let mut words = words::split(text, &spans, quoted, self.prose);
        words.drain(..after_dateline(text, &words));
        let clauses = clauses(&words);
        let begins = words.first().map_or(0, |word| word.span.start);
        let mut reading = Reading { index, text, words, clauses, timexes, durations, begins };
        reading.begins = self.after_stamp(&reading);
        reading
    }

    /// Where the sentence goes on after a stamp at its beginning, in bytes.
    fn after_stamp(&self, reading: &Reading<'_>) -> usize {
        let stamp = reading.words.first().is_some_and(Word::is_date) && self.is_stamp(reading, 0);
        let goes_on = reading.words.get(1).filter(|word| stamp && word.capital);
        goes_on.map_or(reading.begins, |word| word.span.start)
    }

    /// `June 6, 2018: Trump grants clemency`: a date, a mark, and what happened; perhaps several times.
    fn chronicle(&self, reading: &Reading<'_>) -> Vec<Event> {
        let words = &reading.words;
        let first = words.iter().position(|w| !w.any(&[Role::DatePreposition, Role::DateModifier]));
        let heads: Vec<usize> =
            (0..words.len()).filter(|&at| self.heads_chronicle(reading, at)).collect();
        if first.is_none() || heads.first() != first.as_ref() {
            return Vec::new();
        }
        let context = self.context(reading, &[]);
        let ends = heads[1..].iter().map(|&head| context.date_start(head)).chain([words.len()]);
        let told: Vec<Range<usize>> =
            heads.iter().zip(ends).map(|(&head, end)| head + 2..end.max(head + 2)).collect();
        let events = heads.iter().zip(told);
        events.filter_map(|(&head, told)| self.chronicled(reading, head, told)).collect()
    }

    /// Whether the word at `at` is a date after which a mark tells what happened on it.
    fn heads_chronicle(&self, reading: &Reading<'_>, at: usize) -> bool {
        let words::Kind::Date(date) = reading.words[at].kind else { return false };
        let range = reading
            .timexes
            .get(date)
            .is_none_or(|&timex| self.tagged.timexes[timex].range_end.is_some());
        let mark = reading.words.get(at + 1);
        mark.is_some_and(|mark| (mark.is(':') || mark.is('—')) && !mark.quoted) && !range
    }

    /// What the words at `told` tell of the date at `head`.
    fn chronicled(&self, reading: &Reading<'_>, head: usize, told: Range<usize>) -> Option<Event> {
        let words::Kind::Date(date) = reading.words[head].kind else { return None };
        let timex = *reading.timexes.get(date)?;
        let when = self.when(timex)?;
        let words = &reading.words[told.clone()];
        let nouns = words.iter().filter(|w| w.is_noun_like() && !w.capital).count();
        let verb = reading.clauses.iter().position(|c| told.contains(&c.verb.main));
        // Who keeps a log by the clock also writes down what they think.
        let by_clock = matches!(when.start, Calendar::Time(..));
        let plain = |&clause: &usize| {
            reading.clauses[clause].link == Link::Main
                && self.strength(reading, clause, head, when).value > 0.5
        };
        if by_clock && !verb.as_ref().is_some_and(plain) || verb.is_none() && nouns < 2 {
            return None;
        }
        // What has happened by a day to come: the number at the head of the line is no date.
        let ahead = self.published.is_some_and(|day| when.first_day() > day);
        if ahead && verb.is_some_and(|clause| reading.clauses[clause].verb.form == Form::Past) {
            return None;
        }
        let verb = verb.is_some();
        let headline = headline::label(&self.context(reading, &[]), told)?;
        let strength = if verb { 0.9 } else { 0.6 };
        Some(self.event(reading, Some(timex), when, headline, strength, None))
    }

    /// The event of a cell that the date of its row dates, having none of its own.
    fn row(&self, reading: &Reading<'_>, timex: usize) -> Option<Event> {
        if !reading.timexes.is_empty() {
            return None;
        }
        let when = self.when(timex)?;
        let clause = reading.clauses.iter().position(|clause| clause.link == Link::Main)?;
        let verb = &reading.clauses[clause].verb;
        let strength = self.strength(reading, clause, verb.main, when).value;
        let (headline, named) = self.headline(reading, clause, &[])?;
        (strength >= STRONG_ENOUGH).then(|| {
            let strength = strength * named;
            self.event(reading, Some(timex), when, headline, strength, Some(verb.form))
        })
    }

    /// Adds the events that the dates of a sentence date.
    fn dated(&mut self, reading: &Reading<'_>) {
        let adjuncts = self.adjuncts(reading);
        let dates: Vec<usize> = self.removed(reading, &adjuncts);
        let best = best_of_each_clause(reading, &adjuncts);
        for candidate in &adjuncts {
            let rival = best
                .iter()
                .any(|other| other.clause == candidate.clause && other.strength >= STRONG_ENOUGH);
            let weak = candidate.strength < STRONG_ENOUGH;
            let ground = if rival && !weak { Ground::OtherDate } else { candidate.ground };
            self.grounds.note(candidate.timex, ground);
        }
        let strong = best.into_iter().filter(|c| c.strength >= STRONG_ENOUGH);
        for candidate in strong.take(MOST_EVENTS) {
            let also = also_dated(reading, &candidate, &dates);
            let told = [Some((candidate.clause, candidate.strength)), also];
            for (clause, strength) in told.into_iter().flatten() {
                let Some((headline, named)) = self.headline(reading, clause, &dates) else {
                    self.grounds.note(candidate.timex, Ground::NoSubject);
                    break;
                };
                let Candidate { timex, when, .. } = candidate;
                let (form, strength) = (reading.clauses[clause].verb.form, strength * named);
                let event = self.event(reading, Some(timex), when, headline, strength, Some(form));
                self.events.push(event);
            }
        }
    }

    /// The dates that belong to a clause rather than to a noun.
    fn adjuncts(&mut self, reading: &Reading<'_>) -> Vec<Candidate> {
        let ends: Vec<usize> =
            reading.timexes.iter().filter_map(|&t| self.tagged.timexes[t].range_end).collect();
        let dates = reading.words.iter().enumerate().filter_map(|(at, word)| match word.kind {
            words::Kind::Date(date) => Some((at, *reading.timexes.get(date)?)),
            _ => None,
        });
        let dates = dates.filter(|(_, timex)| !ends.contains(timex));
        let mut found: Vec<Candidate> = Vec::new();
        for (word, timex) in dates {
            if self.is_stamp(reading, word) {
                self.grounds.note(timex, Ground::Stamp);
                continue;
            }
            let Some(when) = self.when(timex) else {
                self.grounds.note(timex, Ground::Vague);
                continue;
            };
            let Some(clause) = clause_at(reading, word) else { continue };
            let continues = found.last().is_some_and(|last| {
                last.clause == clause && continues_list(reading, last, word, when)
            });
            let outside = if continues { None } else { self.outside(reading, word, clause) };
            if let Some(ground) = outside {
                self.grounds.note(timex, ground);
                continue;
            }
            let Strength { value: strength, weakest: (_, ground) } =
                self.strength(reading, clause, word, when);
            found.push(Candidate { word, timex, clause, when, strength, ground });
        }
        found
    }

    /// The words of the dates that leave a headline, the ends of ranges among them.
    fn removed(&self, reading: &Reading<'_>, adjuncts: &[Candidate]) -> Vec<usize> {
        let ends = adjuncts.iter().filter_map(|c| self.tagged.timexes[c.timex].range_end);
        let ends: Vec<usize> = ends.collect();
        let is_end = |word: &Word| match word.kind {
            words::Kind::Date(date) => reading.timexes.get(date).is_some_and(|t| ends.contains(t)),
            _ => false,
        };
        let words = reading.words.iter().enumerate();
        words
            .filter(|(at, word)| {
                adjuncts.iter().any(|c| c.word == *at)
                    || is_end(word)
                    || self.is_stamp(reading, *at)
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether the date at `at` stamps the text rather than belongs to its prose: the day of publication
    /// with its year, or a day and time near it as the head of a comment has them. Who writes of the
    /// day writes no year.
    fn is_stamp(&self, reading: &Reading<'_>, at: usize) -> bool {
        let words::Kind::Date(date) = reading.words[at].kind else { return false };
        let timex = reading.timexes.get(date).map(|&timex| &self.tagged.timexes[timex]);
        let calendar = timex.and_then(|timex| timex.value.calendar());
        let (Some(published), Some(calendar)) = (self.published, calendar) else { return false };
        let day = calendar.first_day();
        let governed = at > 0 && reading.words[at - 1].has(Role::DatePreposition);
        let text = &reading.text[reading.words[at].span.clone()];
        let most = match calendar {
            Calendar::Day(_) => 0,
            Calendar::Time(_, TimeOfDay::Clock { .. }) => STAMP_DAYS,
            _ => return false,
        };
        let near = day.days_until(published).is_some_and(|days| days.abs() <= most);
        near && !governed && text.contains(&day.year().to_string())
    }

    /// What stretch of the calendar an expression, with the end of its range, means.
    fn when(&self, timex: usize) -> Option<When> {
        let timexes = &self.tagged.timexes;
        let Timex { value, modifier, range_end, .. } = &timexes[timex];
        let start = value.calendar()?;
        let end = range_end.and_then(|end| timexes.get(end)?.value.calendar());
        let when = end.map_or(When::at(start), |end| When::range(start, end));
        let vague =
            matches!(modifier, Some(Modifier::Approx | Modifier::LessThan | Modifier::MoreThan));
        let dates = when.precision() >= Precision::Decade;
        dates.then_some(When { approximate: vague, ..when })
    }

    /// Why a date does not stand beside a clause's verb, but inside a noun or a quotation; none if it
    /// does: `on June 6`, but not `the 2003 film`, `Monday's talks`, `the war of 1812`.
    fn outside(&self, reading: &Reading<'_>, at: usize, clause: usize) -> Option<Ground> {
        let words = &reading.words;
        let after = words.get(at + 1);
        if words[at].quoted && !reports_in_quotes(reading, &reading.clauses[clause]) {
            return Some(Ground::Quoted);
        }
        if after.is_some_and(|w| w.kind == words::Kind::Genitive) {
            return Some(Ground::PartOfNoun);
        }
        let dates = [at];
        let context = self.context(reading, &dates);
        let start = context.date_start(at);
        let preposition = (start..at).any(|i| words[i].has(Role::DatePreposition));
        let before = start.checked_sub(1).map(|i| &words[i]);
        let article = before.is_some_and(|w| {
            w.any(&[Role::Determiner, Role::Possessive]) && !w.any(&[Role::Pronoun, Role::Adverb])
                || w.kind == words::Kind::Genitive
        });
        let inner =
            (start..at).any(|i| words[i].has(Role::Determiner) && words[i].has(Role::Preposition));
        let noun_follows = after.is_some_and(|w| w.is_noun_like() && !w.capital);
        let text = &reading.text[words[at].span.clone()];
        let worded = text.contains(char::is_alphabetic);
        let other = before.is_some_and(|w| {
            w.has(Role::Preposition) && !w.any(&[Role::Adverb, Role::Particle]) && !preposition
        });
        let compared = before.is_some_and(|w| preposition && w.has(Role::Comparison));
        let bracketed = before.is_some_and(|w| w.is('(')) && after.is_some_and(|w| w.is(')'));
        let premodifier = noun_follows && (article || direct_article(words, at));
        // `1959 The quake` is a time or a label, `1959: The quake` a chronicle.
        let marked = after.is_some_and(Word::parts_clauses);
        let bare = !preposition && !worded && (before.is_some() || !marked);
        let part =
            article && !preposition || other || compared || bracketed || premodifier || inner;
        (part || bare).then_some(Ground::PartOfNoun)
    }

    /// How strongly a clause reads as a happening on its date, 0 to 1.
    fn strength(&self, reading: &Reading<'_>, index: usize, date: usize, when: When) -> Strength {
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
            Form::Perfect if onset => (0.3, Ground::Since),
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
    fn is_imprint(&self, reading: &Reading<'_>, clause: usize) -> bool {
        let words = &reading.words;
        let verb = &reading.clauses[clause].verb;
        let near = verb.span.start.saturating_sub(1)..verb.span.end;
        words[near].iter().any(|w| w.has(Role::Imprinting))
            && self
                .context(reading, &[])
                .subject_words(clause)
                .iter()
                .any(|&i| words[i].has(Role::ImprintNoun))
    }

    /// Whether nothing but a date stands after a bare "be": `The first flight was in 1994`.
    fn date_follows(reading: &Reading<'_>, from: usize, date: usize) -> bool {
        let words = &reading.words;
        from <= date
            && words[from..date].iter().all(|w| {
                w.is_date() || w.any(&[Role::DatePreposition, Role::DateModifier]) && !w.capital
            })
            && words[reading.clauses[0].opens..from].len() < 25
    }

    /// What subject and object do to the strength of a clause: what nobody did is no event, what the
    /// writer or the reader did is no news, and a pronoun with a bare "be" points at no happening.
    fn subject_weight(&self, reading: &Reading<'_>, index: usize) -> (f64, Ground) {
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
        } else if subject.into_iter().chain(object).any(|i| is_speaker(words, i)) {
            (0.4, Ground::Speaker)
        } else if is_glued(words) {
            (0.4, Ground::NoSubject)
        } else {
            (1.0, Ground::NoSubject)
        }
    }

    /// Whether a date belongs to a noun of the subject: `The crash in 1994 led to an inquiry`, but
    /// not to the verb: `Police on Tuesday arrested him`.
    fn inside_subject(
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
    fn is_saying(reading: &Reading<'_>, clause: &Clause) -> bool {
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

    /// Adds the news of the day: a lead sentence, or one that goes on from it, that plainly tells what
    /// has happened without a date.
    fn todays(&mut self, reading: &Reading<'_>, before: usize) {
        let Some(published) = self.published else { return };
        let told = self.events[before..].iter().map(|event| event.when.first_day());
        let told = told.filter(|day| is_news_of(*day, published)).max();
        let undated = self.events.len() == before;
        let found = self.todays_clause(reading, published).filter(|_| undated);
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
        let Some((day, clause, strength)) = found else { return };
        let when = When::at(Calendar::Day(day));
        for clause in std::iter::once(clause).chain(equally_told(reading, clause)) {
            let Some((headline, named)) = self.headline(reading, clause, &[]) else { return };
            let event = self.event(reading, None, when, headline, strength * named, None);
            self.events.push(event);
        }
    }

    /// The clause of a sentence that tells the news of a day, which day, and how plainly.
    fn todays_clause(&self, reading: &Reading<'_>, published: Day) -> Option<(Day, usize, f64)> {
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
        let subject = subject && self.subject_weight(reading, index).0 >= 1.0;
        let told = !(verb.untold || verb.bare_auxiliary || main.quoted || going_on);
        let state =
            main.has(Role::Stative) || main.has(Role::Saying) && Self::is_saying(reading, clause);
        let imprint = self.is_imprint(reading, index);
        (told && !state && !dated && subject && !imprint).then_some((day, index, plain))
    }

    /// Whether a sentence says in full what the title says: then it is what happened.
    fn retells_title(&self, reading: &Reading<'_>) -> bool {
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

    fn context<'b>(&'b self, reading: &'b Reading<'b>, dates: &'b [usize]) -> Context<'b> {
        Context {
            sentence: reading.text,
            words: &reading.words,
            clauses: &reading.clauses,
            dates,
            durations: &reading.durations,
            prose: self.prose,
        }
    }

    /// The headline of a clause, and how well its subject is known, 0 to 1.
    fn headline(
        &self,
        reading: &Reading<'_>,
        clause: usize,
        dates: &[usize],
    ) -> Option<(String, f64)> {
        let context = self.context(reading, dates);
        let name = |clause: usize, pronoun: &Word| self.name_for(reading, clause, pronoun);
        let headline = headline::headline(&context, clause, &name)?;
        let nameless = match context.subject_words(clause).as_slice() {
            [only] => {
                let word = &reading.words[*only];
                points_elsewhere(word) && name(clause, word).is_none()
            }
            [first, ..] if reading.words[*first].has(Role::Possessive) => {
                // `Its shares fell`: whose?
                let word = &reading.words[*first];
                let theirs = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural];
                word.any(&theirs) && name(clause, word).is_none()
            }
            _ => false,
        };
        Some((headline, if nameless { NAMELESS } else { 1.0 }))
    }

    /// The name for which a pronoun, as the subject of `clause`, stands, if nothing else can be
    /// meant: a false name is worse than a pronoun.
    fn name_for(&self, reading: &Reading<'_>, clause: usize, pronoun: &Word) -> Option<String> {
        if pronoun.any(&[Role::Masculine, Role::Feminine]) {
            self.person_for(reading, clause, pronoun)
        } else if pronoun.has(Role::Neuter)
            && (pronoun.has(Role::Possessive) || !is_impersonal(reading, clause))
        {
            let earlier = (0..clause).rev().find_map(|index| self.subject_focus(reading, index));
            earlier.map_or_else(|| self.focus.thing.clone(), |focus| focus.thing)
        } else {
            None
        }
    }

    /// The only person whom the sentence up to `clause`, or else the one before, names.
    fn person_for(&self, reading: &Reading<'_>, clause: usize, pronoun: &Word) -> Option<String> {
        let end = reading.clauses[clause].verb.span.start;
        let end = reading.words[..end].partition_point(|w| w.span.start < pronoun.span.start);
        let before = &reading.words[..end];
        let here = self.known.people(reading.text, before);
        if self.known.strangers(reading.text, before) > 0 {
            return None;
        }
        let earlier = self.focus.person.as_ref();
        let person = match here.as_slice() {
            [] => earlier?,
            [only] => {
                let rival = earlier.is_some_and(|e| e != only && self.known.agrees(e, pronoun));
                if rival { None } else { Some(only) }?
            }
            _ => return None,
        };
        self.known.agrees(person, pronoun).then(|| person.clone())
    }

    /// Whom or what a clause is about, if a name says it.
    fn subject_focus(&self, reading: &Reading<'_>, clause: usize) -> Option<Focus> {
        if !matches!(reading.clauses[clause].subject, Subject::Own(_)) {
            return None;
        }
        let context = self.context(reading, &[]);
        let words = context.subject_words(clause);
        let range = *words.first()?..*words.last()? + 1;
        if range.len() != words.len() {
            return None;
        }
        if let Some(person) = self.known.person(reading.text, &reading.words, &range) {
            return Some(Focus { person: Some(person), thing: None });
        }
        let name = reading.words[range.clone()].iter().enumerate().all(|(at, w)| {
            let article = at == 0 && w.has(Role::Determiner) && !w.has(Role::Pronoun);
            // `The Society for the Study of Birds`
            let inner = at > 0
                && at + 1 < range.len()
                && w.any(&[Role::Preposition, Role::Determiner, Role::Coordinator]);
            w.capital && (w.is_noun_like() || article) || inner && range.len() > 3
        });
        let first = &reading.words[range.start];
        // A sentence lends its capital to any word: the document must have shown the name before.
        let shown = range.start > 0 || range.len() > 1 || self.known.is_name(reading.text, first);
        let named = shown
            && range.len() > usize::from(first.has(Role::Determiner))
            && !first.any(&[Role::CommonNoun, Role::Possessive]);
        let text = &reading.text
            [reading.words[range.start].span.start..reading.words[range.end - 1].span.end];
        // A bare name may be a person's: an organisation or a thing shows itself, and letters alone
        // (`NASA`) name nobody.
        let body = first.has(Role::Determiner)
            || range.len() == 1 && is_acronym(reading.text, first)
            || reading.words[range.clone()]
                .iter()
                .any(|w| w.any(&[Role::Organisation, Role::PlaceNoun]));
        let thing =
            (name && named && body).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "));
        Some(Focus { person: None, thing })
    }

    /// Notes whom a sentence is about, for the pronouns of the next.
    fn refocus(&mut self, reading: &Reading<'_>) {
        let main = reading.clauses.iter().position(|clause| {
            matches!(clause.link, Link::Main | Link::Joined)
                && matches!(clause.subject, Subject::Own(_))
        });
        let pronoun = main.is_some_and(|index| {
            let words = self.context(reading, &[]).subject_words(index);
            words.first().is_some_and(|&i| {
                reading.words[i].any(&[Role::Masculine, Role::Feminine, Role::Neuter])
            })
        });
        let people = self.known.people(reading.text, &reading.words);
        let strangers = self.known.strangers(reading.text, &reading.words) > 0;
        // `She married Carl Bell`: whoever is named beside the pronoun is of the other gender.
        let she =
            main.and_then(|index| self.context(reading, &[]).subject_words(index).first().copied());
        let apart = she.is_some_and(|she| {
            let about = self.focus.person.as_ref();
            let pronoun = &reading.words[she];
            let own = about.is_some_and(|name| self.known.agrees(name, pronoun));
            own && people.iter().all(|name| self.known.disagrees(name, pronoun))
        });
        if pronoun && !strangers && (people.is_empty() || apart) {
            return;
        }
        let only = if people.len() == 1 { people.into_iter().next() } else { None };
        let focus = main.and_then(|index| self.subject_focus(reading, index)).unwrap_or_default();
        let thing = focus.thing.or_else(|| self.definite_thing(reading, main?));
        self.focus = Focus { person: only.filter(|_| !strangers && !pronoun), thing };
    }

    /// `The old ship` as the subject of a verb without an object, beside which no other thing may be
    /// meant by the `it` of the next sentence.
    fn definite_thing(&self, reading: &Reading<'_>, clause: usize) -> Option<String> {
        const LONGEST: usize = 4;
        let words = &reading.words;
        let context = self.context(reading, &[]);
        let subject = context.subject_words(clause);
        let (&first, rest) = subject.split_first()?;
        let verb = &reading.clauses[clause].verb;
        let alone = verb.passive || words[verb.main].has(Role::Intransitive);
        let article = words[first].has(Role::Determiner)
            && !words[first].any(&[Role::Pronoun, Role::Several, Role::Negation]);
        let plural = self.prose.words.plural_suffix;
        let one =
            rest.last().is_some_and(|&i| !reading.text[words[i].span.clone()].ends_with(plural));
        let things = rest.len() < LONGEST
            && rest.iter().all(|&i| words[i].is_noun_like() && !words[i].capital)
            && rest.last().is_some_and(|&i| {
                let person = [Role::PersonNoun, Role::Title, Role::CommonNoun, Role::Several];
                !words[i].any(&person)
            });
        (alone && article && one && things).then(|| context.render(&subject))
    }

    fn event(
        &self,
        reading: &Reading<'_>,
        timex: Option<usize>,
        when: When,
        headline: String,
        strength: f64,
        form: Option<Form>,
    ) -> Event {
        let sentence = &self.tagged.sentences[reading.index];
        let certain = timex.map_or(1.0, |timex| self.tagged.timexes[timex].confidence);
        let later = self.published.is_some_and(|day| {
            let future = matches!(form, Some(Form::Future | Form::FutureInPast));
            let running = when.last_day() >= day && future;
            when.first_day() > day || running
        });
        Event {
            sentence: reading.index,
            passage: sentence.passage,
            span: sentence.span.start + reading.begins..sentence.span.end,
            when,
            kind: if later { Kind::Planned } else { Kind::Happened },
            timex,
            headline,
            quote: reading.text[reading.begins..].to_owned(),
            people: self.known.people(reading.text, &reading.words),
            places: self.known.places(reading.text, &reading.words),
            confidence: (certain * strength).clamp(0.0, 1.0),
        }
    }
}

/// The clause that shares the date at the head of the clause before it, with a pronoun for its
/// subject: `In 1985 he lost his post and he founded a firm`.
fn also_dated(
    reading: &Reading<'_>,
    candidate: &Candidate,
    dates: &[usize],
) -> Option<(usize, f64)> {
    let words = &reading.words;
    let first = reading.clauses.get(candidate.clause)?;
    let next = reading.clauses.get(candidate.clause + 1)?;
    let Subject::Own(subject) = &next.subject else { return None };
    let pronoun = subject.len() == 1
        && words[subject.start].any(&[Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural]);
    let undated = !dates.iter().any(|date| (next.opens..next.end).contains(date));
    let happened = next.verb.form == Form::Past && !next.verb.bare_auxiliary && !next.verb.untold;
    let main = &words[next.verb.main];
    let plain = !is_stative(main, &next.verb) && !main.has(Role::Saying);
    let leads = candidate.word < first.verb.span.start;
    (leads && next.link == Link::Joined && pronoun && undated && happened && plain)
        .then_some((candidate.clause + 1, candidate.strength * 0.8))
}

/// Whether a clause that `which` opens follows a name: a name needs no telling which one it is, so
/// the clause has something to report.
fn tells_of_a_name(words: &[Word], clause: &Clause) -> bool {
    let Subject::Antecedent(noun) = &clause.subject else { return false };
    let named = noun.end.checked_sub(1).is_some_and(|last| words[last].capital);
    named && words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
}

/// Whether the `it` of a clause may stand for nothing: `it snowed`, `it was announced that`.
fn is_impersonal(reading: &Reading<'_>, clause: usize) -> bool {
    let words = &reading.words;
    let verb = &reading.clauses[clause].verb;
    let main = &words[verb.main];
    let told = verb.passive && main.any(&[Role::Saying, Role::Announcing, Role::Stative]);
    let clause_follows = words.get(verb.span.end).is_some_and(|w| w.has(Role::Complementizer));
    main.has(Role::Impersonal) || verb.bare_auxiliary || told || clause_follows && verb.passive
}

/// Whether what a clause says is denied: `denied that she was killed`, `not true that he died`.
fn is_denied(reading: &Reading<'_>, index: usize) -> bool {
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
fn denies_deed(words: &[Word], verb: &Verb) -> bool {
    words[verb.main].has(Role::Denying)
        && words.get(verb.span.end).is_some_and(|w| w.has(Role::Gerund))
}

/// Whether a pronoun points at something that another sentence names.
fn points_elsewhere(word: &Word) -> bool {
    let personal = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural, Role::Determiner];
    word.has(Role::Pronoun) && word.any(&personal)
}

/// Whether a word stands for the writer or the reader; the `I` of `World War I` does not.
fn is_speaker(words: &[Word], at: usize) -> bool {
    let numeral = at > 0
        && words[at - 1].capital
        && words[at - 1].any(&[Role::Organisation, Role::FirstName, Role::Title]);
    words[at].has(Role::Speaker) && !numeral
}

/// Whether a sentence is several that lost the marks between them: a capital where none belongs, in
/// `ten million people Most live on little`.
fn is_glued(words: &[Word]) -> bool {
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
fn is_manner_of_speaking(words: &[Word], clause: &Clause) -> bool {
    let opener = words[clause.opens..clause.verb.span.start].iter();
    let object = &words[clause.verb.span.end..];
    let alone = object.get(1).is_none_or(|w| !w.is_noun_like());
    opener.take(2).any(|w| w.has(Role::Comparison))
        && object.first().is_some_and(|w| w.has(Role::Neuter) && !w.has(Role::Possessive))
        && alone
}

/// Whether a participle tells where or when the noun before it appeared: `a study published in May`.
fn tells_of_publishing(words: &[Word], clause: &Clause) -> bool {
    let main = &words[clause.verb.main];
    clause.verb.form == Form::Bare && main.has(Role::Announcing)
        || clause.verb.span.len() == 1
            && main.any(&[Role::Announcing])
            && matches!(clause.subject, Subject::Antecedent(_))
            && !words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
}

/// Whether a date after a verb is when something began that still goes on: `since a quake in 1760`.
fn is_since(words: &[Word], verb_end: usize, date: usize) -> bool {
    words.get(verb_end..date).is_some_and(|between| {
        let phrase = between.iter().rev().take_while(|w| !w.parts_clauses());
        phrase.into_iter().any(|w| w.has(Role::Onset))
    })
}

/// Whether a verb is followed by how long it took or lasted.
fn tells_duration(reading: &Reading<'_>, verb: &Verb) -> bool {
    let after = reading.words[verb.span.end..].iter();
    let first = after.skip_while(|w| w.has(Role::DateModifier)).map(|w| w.span.start).next();
    first.is_some_and(|at| reading.durations.iter().any(|d| (d.start..d.end).contains(&at)))
}

/// Whether a clause tells how long something took or lasted.
fn has_duration(reading: &Reading<'_>, clause: &Clause) -> bool {
    let words = reading.words.get(clause.verb.span.end..clause.end).unwrap_or_default();
    let mut starts = words.iter().map(|w| w.span.start);
    starts.any(|at| reading.durations.iter().any(|duration| duration.contains(&at)))
}

/// Whether a quoted clause reports a happening as the writer could: with a named subject, in the
/// past, and nothing of the speaker in the sentence.
fn reports_in_quotes(reading: &Reading<'_>, clause: &Clause) -> bool {
    let words = &reading.words;
    let Subject::Own(subject) = &clause.subject else { return false };
    let named = words[subject.clone()].iter().find(|w| w.kind == words::Kind::Word);
    let told = reading.clauses.iter().any(|c| {
        let main = &words[c.verb.main];
        !main.quoted && main.has(Role::Saying)
    });
    let personal = |i: usize| is_speaker(words, i);
    told && clause.verb.form == Form::Past
        && matches!(clause.link, Link::Main | Link::Joined)
        && words[clause.verb.main].quoted
        && named.is_some_and(|w| w.quoted && !w.any(&[Role::Pronoun, Role::Possessive]))
        && !(0..words.len()).any(|i| words[i].quoted && personal(i))
}

/// Whether a verb describes rather than happens.
fn is_stative(main: &Word, verb: &Verb) -> bool {
    let role = if verb.passive { Role::StativePassive } else { Role::Stative };
    main.has(role) && !verb.bare_auxiliary
}

/// Whether an article stands right before a date: `in the 2003 film`.
fn direct_article(words: &[Word], date: usize) -> bool {
    date > 0 && words[date - 1].any(&[Role::Determiner, Role::Possessive])
}

/// Whether a name stands in the subject of a clause.
fn names(words: &[Word], clause: &Clause) -> bool {
    let Subject::Own(subject) = &clause.subject else { return false };
    let first = subject.start;
    subject.clone().any(|at| words[at].capital && (at > first || words[at].is_noun_like()))
}

/// The clauses that are told in the same breath as `clause`, each with its own subject and in the same
/// tense: `Air Canada has ordered six, while Air India has signed for ten`.
fn equally_told<'r>(reading: &'r Reading<'_>, clause: usize) -> impl Iterator<Item = usize> + 'r {
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

/// The clause of a word. What stands before a first clause that depends on another belongs to that
/// other: `In 1917, after he resigned, the army …`. What follows a clause in brackets belongs to the
/// one around it.
fn clause_at(reading: &Reading<'_>, word: usize) -> Option<usize> {
    let Reading { words, clauses, .. } = reading;
    let first = clauses.first()?;
    if word < first.opens && first.link == Link::Subordinate {
        return clauses.iter().position(|c| matches!(c.link, Link::Main | Link::Joined));
    }
    // `On Monday the mayor, who had been ill, resigned`: the aside is no part of the phrase.
    let leads = words[..word].iter().all(|w| w.any(&[Role::DatePreposition, Role::DateModifier]));
    if leads && word < first.opens && matches!(first.link, Link::Aside | Link::Restriction) {
        let whole = |c: &Clause| matches!(&c.subject, Subject::Own(own) if own.contains(&word));
        let main = clauses.iter().position(|c| c.link == Link::Main && whole(c));
        if main.is_some() {
            return main;
        }
    }
    let mut at = clauses.partition_point(|clause| clause.opens <= word).saturating_sub(1);
    let closed = |clause: &Clause| {
        words[clause.opens].is('(') && words[clause.verb.span.end..word].iter().any(|w| w.is(')'))
    };
    while at > 0 && clauses[at].verb.span.end <= word && closed(&clauses[at]) {
        at -= 1;
    }
    Some(at)
}

/// Of the dates of each clause the one that dates it; all of them when they make a list.
fn best_of_each_clause(reading: &Reading<'_>, adjuncts: &[Candidate]) -> Vec<Candidate> {
    let mut best: Vec<Candidate> = Vec::new();
    for &candidate in adjuncts {
        let rival = best.iter_mut().rev().find(|other| other.clause == candidate.clause);
        match rival {
            None => best.push(candidate),
            Some(rival) if continues_list(reading, rival, candidate.word, candidate.when) => {
                best.push(candidate);
            }
            Some(rival) => {
                let finer = candidate.strength + 0.1 > rival.strength
                    && candidate.when.precision() > rival.when.precision()
                    && rival.when.start.contains(candidate.when.start);
                if finer || candidate.strength > rival.strength + 0.05 {
                    *rival = candidate;
                }
            }
        }
    }
    best
}

/// Whether the date at `word` continues a list that has come to `last`: `in 1906, 1935 and 1979`.
fn continues_list(reading: &Reading<'_>, last: &Candidate, word: usize, when: When) -> bool {
    let words = &reading.words;
    let links = |w: &Word| {
        w.any(&[Role::Coordinator, Role::DatePreposition, Role::DateModifier]) || w.is(',')
    };
    let between = &words[last.word + 1..word];
    let nouns = words.get(word + 1).is_some_and(|w| w.is_noun_like() && !w.capital);
    let joined = |words: &[Word]| words.iter().any(|w| w.has(Role::Coordinator));
    // Without `and` before or after it, a second date explains the first.
    let end = (word + 1..words.len()).find(|&i| !(words[i].is_date() || links(&words[i])));
    let rest = &words[word..end.unwrap_or(words.len())];
    let goes_on = rest.iter().rposition(Word::is_date).is_some_and(|date| joined(&rest[..date]));
    let alike = last.when.precision() == when.precision();
    let apart = !last.when.start.contains(when.start) && !when.start.contains(last.when.start);
    let parted = joined(between) || goes_on && alike && apart && !between.is_empty();
    between.iter().all(links) && parted && !nouns
}

/// Where a sentence begins after an agency's dateline: `PORT-AU-PRINCE, Haiti (AP) — `, before which a
/// byline and a time of printing may stand: `By Ann Lee LONDON | Tue Apr 28, 2009 7:30 pm LONDON (AP) — `.
fn after_dateline(sentence: &str, words: &[Word]) -> usize {
    const LONGEST_DATELINE: usize = 16;
    const LONGEST_BYLINE: usize = 40;
    /// Between the place and the dash: `(Thomson Reuters Foundation)`.
    const LONGEST_AGENCY: usize = 8;
    let Some(dash) = words.iter().take(LONGEST_BYLINE).position(|w| w.is('—')) else {
        return 0;
    };
    let head = &words[..dash];
    let shouted = |w: &Word| {
        let text = &sentence[w.span.clone()];
        text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !text.contains(char::is_lowercase)
    };
    let closed = head.last().is_some_and(|w| w.is(')'));
    let plain = head.iter().all(|w| w.capital || w.kind != words::Kind::Word);
    let near = &head[head.len().saturating_sub(LONGEST_AGENCY)..];
    let signed = closed && near.iter().any(shouted);
    let short = dash <= LONGEST_DATELINE && plain && (head.iter().any(shouted) || closed);
    if dash > 0 && (signed || short) { dash + 1 } else { 0 }
}

/// Whether a word is made of initials: `BBC`, `UN`.
fn is_acronym(sentence: &str, word: &Word) -> bool {
    let text = &sentence[word.span.clone()];
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}
