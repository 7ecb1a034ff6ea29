//! A tagged document in, its events out: which sentence ties a happening to which date.
//!
//! ```text
//! Sentence ── words, clauses ──▶ each date's clause ── strength ──▶ the dates that date something ──▶ Event
//! ```

mod focus;
mod lead;
mod strength;
mod terms;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::{
    focus::Focus,
    lead::Lead,
    strength::{Strength, is_stative},
};
use super::{
    Event, Ground, Kind, Selection,
    clause::{Clause, Form, Link, Subject, clauses},
    headline::{self, Context, SmallWords},
    log,
    names::Known,
    rows,
    unused::{self, Grounds},
    words::{self, Word, is_speaker},
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
/// How sure an event may be that can be told whole in no headline, of what it would be else.
const CLIPPED: f64 = 0.7;
/// How near to its publication, in days, a document must name a date to be news of the day.
const NEWS_DAYS: i32 = 31;
/// How near to its publication, in days, a day with its year and a time of day is a stamp.
const STAMP_DAYS: i32 = 7;
/// How many events a sentence may tell: one with more is a list, whose first ones stand for it.
const MOST_EVENTS: usize = 12;

/// Finds the events of a document in the language of `prose`.
pub(super) fn selection(document: &Document, tagged: &Tagged, prose: &Prose) -> Selection {
    let mut reader = Reader {
        tagged,
        prose,
        small_words: small_words(document),
        published: document.date.map(Day::from),
        news: is_news(document, tagged),
        known: Known::default(),
        focus: Focus::default(),
        lead: Lead::Awaited(0),
        title: title(document),
        events: Vec::new(),
        retold: Vec::new(),
        grounds: Grounds::default(),
    };
    let rows = rows::dates(document, tagged);
    let heads = log::heads(document);
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
            let head = heads[sentence.passage].map(|end| end.saturating_sub(sentence.span.start));
            let place = Place { row: rows[sentence.passage], head: head.unwrap_or_default() };
            reader.read(index, text, from..timexes, quoted.1, place);
        } else if tells {
            (from..timexes).for_each(|timex| reader.grounds.note(timex, Ground::TooLong));
        }
        quoted.1 = words::ends_quoted(text, quoted.1);
    }
    let Reader { events, retold, mut grounds, .. } = reader;
    events.iter().filter_map(|event| event.timex).for_each(|timex| grounds.note_used(timex));
    Selection { unused: unused::unused(document, tagged, &grounds), events, retold }
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

/// The words that a document writes without a capital.
fn small_words(document: &Document) -> SmallWords<'_> {
    let texts = document.passages.iter().map(|passage| passage.text.as_str());
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// The first title or heading.
fn title(document: &Document) -> Option<&str> {
    let first = document.passages.first().filter(|passage| !passage.kind.tells_events())?;
    Some(&first.text)
}

struct Reader<'a> {
    tagged: &'a Tagged,
    prose: &'a Prose,
    /// The words that the document writes without a capital.
    small_words: SmallWords<'a>,
    published: Option<Day>,
    news: bool,
    known: Known,
    focus: Focus,
    lead: Lead,
    /// The title, if the document has one.
    title: Option<&'a str>,
    events: Vec<Event>,
    retold: Vec<Event>,
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

/// What the place of a sentence says of it.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The date of the row of a table in which it stands.
    row: Option<usize>,
    /// How many bytes at its beginning are the time of an entry in a log.
    head: usize,
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
    /// Reads a sentence: adds its events and notes whom it is about.
    fn read(
        &mut self,
        index: usize,
        text: &'a str,
        timexes: Range<usize>,
        quoted: bool,
        place: Place,
    ) {
        let reading = self.reading(index, text, timexes, quoted, place.head);
        if place.head > 0 {
            self.lead = Lead::OF_LOG;
        }
        self.known.learn(text, &reading.words, self.prose);
        let before = self.events.len();
        let chronicle = self.chronicle(&reading);
        if chronicle.is_empty() && !self.captions(&reading) {
            self.dated(&reading);
        }
        self.events.extend(chronicle);
        self.events.extend(place.row.and_then(|row| self.row(&reading, row)));
        self.todays(&reading, before);
        self.refocus(&reading);
    }

    /// Splits a sentence into words and clauses.
    fn reading(
        &mut self,
        index: usize,
        text: &'a str,
        timexes: Range<usize>,
        quoted: bool,
        head: usize,
    ) -> Reading<'a> {
        let start = self.tagged.sentences[index].span.start;
        let all = &self.tagged.timexes;
        let span = |t: usize| all[t].span.start - start..all[t].span.end - start;
        let stamps = timexes.clone().filter(|&t| all[t].span.start < start + head);
        stamps.for_each(|stamp| self.grounds.note(stamp, Ground::Stamp));
        let inside = timexes.filter(|&t| all[t].span.start >= start + head);
        let (timexes, others): (Vec<usize>, Vec<usize>) =
            inside.partition(|&t| all[t].value.calendar().is_some());
        let durations = others.into_iter().filter(|&t| matches!(all[t].value, Value::Duration(_)));
        let durations = durations.map(span).collect();
        let spans: Vec<Range<usize>> = timexes.iter().map(|&t| span(t)).collect();
        let mut words = words::split(text, &spans, quoted, self.prose);
        words.drain(..words.partition_point(|word| word.span.start < head));
        for word in words.drain(..after_dateline(text, &words)) {
            if let words::Kind::Date(date) = word.kind
                && let Some(&stamp) = timexes.get(date)
            {
                self.grounds.note(stamp, Ground::Stamp);
            }
        }
        let clauses = clauses(&words);
        let begins = words.first().map_or(0, |word| word.span.start);
        let mut reading = Reading { index, text, words, clauses, timexes, durations, begins };
        reading.begins = self.after_stamp(&reading);
        reading
    }

    /// Where the sentence goes on after a stamp at its beginning, in bytes.
    fn after_stamp(&self, reading: &Reading<'_>) -> usize {
        let words = &reading.words;
        let stamped = |&at: &usize| words[at].is_date() && self.is_stamp(reading, at);
        let mut last = Some(0).filter(|at| *at < words.len()).filter(stamped);
        while let Some(next) = last.map(|at| at + 2).filter(|at| *at < words.len()).filter(stamped)
        {
            last = Some(next);
        }
        let goes_on = last.and_then(|at| words.get(at + 1)).filter(|word| word.capital);
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

    /// Whether the sentence says under a date what a picture shows: `June 6: Boats are seen from the air.`
    fn captions(&mut self, reading: &Reading<'_>) -> bool {
        let told = 2..reading.words.len();
        let caption = reading.words.len() > 2
            && self.heads_chronicle(reading, 0)
            && self.context(reading, &[]).depicts(&told);
        if let Some(&stamp) = reading.timexes.first().filter(|_| caption) {
            self.grounds.note(stamp, Ground::Stamp);
        }
        caption
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
        if self.context(reading, &[]).is_question() {
            let asked = |&timex: &usize| self.grounds.note_if_new(timex, Ground::Condition);
            return reading.timexes.iter().for_each(asked);
        }
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
            let ahead = self.published.is_some_and(|day| candidate.when.first_day() > day);
            for (clause, strength) in told.into_iter().flatten() {
                let context = Context { ahead, ..self.context(reading, &dates) };
                let Some((headline, named)) = self.headline_of(&context, reading, clause) else {
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
            let Strength { value: strength, weakest } = self.strength(reading, clause, word, when);
            let ground = weakest.ground;
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
        let words = &reading.words;
        let leaves = |at: usize| {
            let word = &words[at];
            let used = adjuncts.iter().any(|c| c.word == at);
            used || is_end(word) || self.is_stamp(reading, at)
        };
        // `Police on May 4 and 6 arrested him`: what joins two dates goes with them.
        let joins = |at: usize| {
            let joint = words[at].is(',') || words[at].has(Role::Coordinator);
            joint && at > 0 && leaves(at - 1) && at + 1 < words.len() && leaves(at + 1)
        };
        (0..words.len()).filter(|&at| leaves(at) || joins(at)).collect()
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
        let clock = matches!(calendar, Calendar::Time(_, TimeOfDay::Clock { .. }));
        let most = match calendar {
            Calendar::Day(_) => 0,
            Calendar::Time(..) if clock => STAMP_DAYS,
            _ => return false,
        };
        let near = day.days_until(published).is_some_and(|days| days.abs() <= most);
        let dated = text.contains(&day.year().to_string());
        near && !governed && (dated || clock && self.follows_stamp(reading, at))
    }

    /// Whether nothing but a mark stands between a date that stamps the text and the one at `at`:
    /// `Tuesday, October 12, 2010; 10:38 PM`.
    fn follows_stamp(&self, reading: &Reading<'_>, at: usize) -> bool {
        let mark = |word: &Word| word.is(';') || word.is(',') || word.is('—');
        at > 1 && mark(&reading.words[at - 1]) && self.is_stamp(reading, at - 2)
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
        // `the 20 April meeting`
        let own_article = self.prose.is_article(first_word(text));
        let direct = article || direct_article(words, at) || own_article && !preposition;
        let happening = after.is_some_and(|w| w.has(Role::Happening)) && in_noun(words, start);
        let premodifier = noun_follows && direct || happening;
        // `1959 The quake` is a time or a label, `1959: The quake` a chronicle.
        let marked = after.is_some_and(Word::parts_clauses);
        let bare = !preposition && !worded && (before.is_some() || !marked);
        let due = belongs_to_due(reading, start);
        let part = article && !preposition
            || other
            || compared
            || bracketed
            || premodifier
            || inner
            || due;
        (part || bare).then_some(Ground::PartOfNoun)
    }

    fn context<'b>(&'b self, reading: &'b Reading<'b>, dates: &'b [usize]) -> Context<'b> {
        Context {
            sentence: reading.text,
            words: &reading.words,
            clauses: &reading.clauses,
            dates,
            durations: &reading.durations,
            prose: self.prose,
            small_words: &self.small_words,
            ahead: false,
        }
    }

    /// The headline of a clause that tells of the day of publication or of one before.
    fn headline(
        &self,
        reading: &Reading<'_>,
        clause: usize,
        dates: &[usize],
    ) -> Option<(String, f64)> {
        self.headline_of(&self.context(reading, dates), reading, clause)
    }

    /// The headline of a clause, and how well it tells of whom and what, 0 to 1.
    fn headline_of(
        &self,
        context: &Context<'_>,
        reading: &Reading<'_>,
        clause: usize,
    ) -> Option<(String, f64)> {
        let name = |clause: usize, words: &[usize]| self.restored(reading, clause, words);
        let headline = headline::headline(context, clause, &name)?;
        let subject = context.subject_words(clause);
        let asks_for_name = match subject.as_slice() {
            [only] => points_elsewhere(&reading.words[*only]),
            // `Its shares fell`: whose?
            [first, ..] if reading.words[*first].has(Role::Possessive) => {
                let theirs = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural];
                reading.words[*first].any(&theirs)
            }
            _ => false,
        };
        let nameless = asks_for_name && context.named(clause, &subject, &name).is_none();
        let named = if nameless { NAMELESS } else { 1.0 };
        let whole = if headline.ends_with(headline::GOES_ON) { CLIPPED } else { 1.0 };
        Some((headline, named * whole))
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

/// Whether a date that begins at `start` stands behind a word for what is to come that governs it as a
/// preposition does, and so only tells which one is meant: `the bonds due in 2019`, but neither `it is
/// due in 2019` nor `it becomes ready in 2019`.
fn belongs_to_due(reading: &Reading<'_>, start: usize) -> bool {
    let Reading { words, clauses, .. } = reading;
    // `due back in May`
    let particle = |w: &&Word| w.any(&[Role::Particle, Role::Adverb]);
    let skipped = words[..start].iter().rev().take_while(particle).count();
    let Some(due) = start.checked_sub(skipped + 1) else { return false };
    let verb = clauses.iter().any(|clause| clause.verb.span.contains(&due));
    words[due].has(Role::Prospective) && words[due].has(Role::Preposition) && !verb
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

/// Whether a pronoun points at something that another sentence names.
fn points_elsewhere(word: &Word) -> bool {
    let personal = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural, Role::Determiner];
    word.has(Role::Pronoun) && word.any(&personal)
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

/// Whether the words before `at` are those of a noun that has begun: `the deadly | 2003 crash`.
fn in_noun(words: &[Word], at: usize) -> bool {
    let inside = |w: &&Word| (w.is_noun_like() || w.has(Role::Adverb)) && !w.capital;
    let begun = words[..at].iter().rev().take_while(inside).count();
    at.checked_sub(begun + 1).is_some_and(|i| words[i].any(&[Role::Determiner, Role::Possessive]))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// Whether an article stands right before a date: `in the 2003 film`.
fn direct_article(words: &[Word], date: usize) -> bool {
    date > 0 && words[date - 1].any(&[Role::Determiner, Role::Possessive])
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
    // `It was on March 2 that the judge, who had been ill, freed him`: so is what the date is told of.
    if let Some(pointed_out) = clauses.iter().position(|c| word < first.opens && c.opens <= word) {
        return Some(pointed_out);
    }
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
                // `on June 6, before midnight`: a bound is no finer date.
                let bound =
                    candidate.word > 0 && reading.words[candidate.word - 1].has(Role::Subordinator);
                let finer = !bound
                    && candidate.strength + 0.1 > rival.strength
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
