//! The words of a document in, the people and places that its sentences name out.
//!
//! There is no list of people or places here, so the reading is conservative: a person has a title,
//! a common first name or an age beside the name, or bears a surname that the document has introduced
//! in full; a place follows a preposition of place. Names that show neither are left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::words::{Kind, Word};
use crate::temporal::lexicon::prose::{Prose, Role};

/// How many words a name may have.
const LONGEST: usize = 5;

/// The people whom a document has named in full.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The full names by surname.
    full: BTreeMap<String, BTreeSet<String>>,
    /// The words that stood with a capital inside a sentence.
    capitals: BTreeSet<String>,
    /// The names that stood alone before any full name that ends in them: `President Trump`, and
    /// later `Ivanka Trump`. They are somebody else's.
    alone: BTreeSet<String>,
    /// The first words of the names that the document has shown to be a firm's: `Moor & Sons`, `Moor Ltd`,
    /// `the mining company MHB`.
    firms: BTreeSet<String>,
    /// What the first names and titles before each person's name say of who bears it.
    genders: BTreeMap<String, BTreeSet<Gender>>,
}

/// What a first name, a title or a pronoun says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gender {
    Feminine,
    Masculine,
}

impl Gender {
    /// What `word` says, if it is clear.
    fn of(word: &Word) -> Option<Self> {
        let feminine = word.any(&[Role::FeminineName, Role::Feminine]);
        let masculine = word.any(&[Role::MasculineName, Role::Masculine]);
        match (feminine, masculine) {
            (true, false) => Some(Self::Feminine),
            (false, true) => Some(Self::Masculine),
            _ => None,
        }
    }
}

impl Known {
    /// Notes the people whom a sentence names in full.
    pub(super) fn learn(&mut self, sentence: &str, words: &[Word], prose: &Prose) {
        for name in runs(words) {
            if name.start > 0 && !words[name.start - 1].parts_clauses() {
                self.capitals.insert(text(sentence, &words[name.clone()]));
            }
            if shows_firm(sentence, words, &name, prose) {
                self.firms.insert(text(sentence, &words[name.start..=name.start]));
            }
            let last = text(sentence, &words[name.end - 1..name.end]);
            let found = person(words, &name);
            if let Some(person) = &found {
                let named = person.len() > 1;
                let says = name.start..person.start + usize::from(named);
                let says = words[says].iter().filter_map(Gender::of);
                let bearer = text(sentence, &words[person.clone()]);
                self.genders.entry(bearer).or_default().extend(says);
            }
            match found {
                Some(person) if person.len() > 1 => {
                    self.full.entry(last).or_default().insert(text(sentence, &words[person]));
                }
                _ if !self.full.contains_key(&last) => {
                    self.alone.insert(last);
                }
                _ => {}
            }
        }
    }

    /// Whether the document has shown that a name is a firm's.
    pub(super) fn is_firm(&self, name: &str) -> bool {
        name.split(' ').next().is_some_and(|first| self.firms.contains(first))
    }

    /// Whether the document has shown that a word is a name.
    pub(super) fn is_name(&self, sentence: &str, word: &Word) -> bool {
        self.capitals.contains(&sentence[word.span.clone()])
    }

    /// The person whom the words at `range` name, if they name one and nothing else.
    pub(super) fn person(
        &self,
        sentence: &str,
        words: &[Word],
        range: &Range<usize>,
    ) -> Option<String> {
        let run = runs(words).find(|run| run.start >= range.start && run.end == range.end)?;
        let titles = &words[range.start..run.start];
        let only = titles.iter().all(|w| w.any(&[Role::Title, Role::Office, Role::Determiner]));
        if only { self.full_name(sentence, words, &run) } else { None }
    }

    fn full_name(&self, sentence: &str, words: &[Word], run: &Range<usize>) -> Option<String> {
        if let Some(person) = person(words, run) {
            // `President Trump` is not the `Ivanka Trump` of the paragraph before: a title is not carried over.
            return Some(text(sentence, &words[person]));
        }
        if run.len() == 1 { self.expand(&text(sentence, &words[run.clone()])) } else { None }
    }

    /// The full name of a surname that only one person of the document bears.
    fn expand(&self, surname: &str) -> Option<String> {
        let names = self.full.get(surname).filter(|_| !self.alone.contains(surname))?;
        if names.len() == 1 { names.first().cloned() } else { None }
    }

    /// Whether all that the document says of a person's name agrees with a pronoun.
    pub(super) fn agrees(&self, name: &str, pronoun: &Word) -> bool {
        let gender = self.gender(name);
        gender.is_some() && gender == Gender::of(pronoun)
    }

    /// Whether a pronoun plainly cannot stand for a person's name.
    pub(super) fn disagrees(&self, name: &str, pronoun: &Word) -> bool {
        let (gender, other) = (self.gender(name), Gender::of(pronoun));
        gender.is_some() && other.is_some() && gender != other
    }

    fn gender(&self, name: &str) -> Option<Gender> {
        let genders = self.genders.get(name).filter(|genders| genders.len() == 1)?;
        genders.first().copied()
    }

    /// How many people a sentence may mean besides those of [`Known::people`]: `her husband`, and
    /// names that are of no body and of no place.
    pub(super) fn strangers(&self, sentence: &str, words: &[Word]) -> usize {
        let nouns = words.iter().enumerate().filter(|(at, w)| {
            // `Captain John Miller`: a title belongs to the name after it.
            let titles = words.get(at + 1).is_some_and(|next| next.capital);
            w.has(Role::PersonNoun) && !titles
        });
        let names = runs(words).filter(|run| {
            let parts = &words[run.clone()];
            let thing = parts.iter().any(|w| {
                w.any(&[Role::Organisation, Role::PlaceNoun, Role::NotAName, Role::CalendarName])
            });
            // `Peter Hall` may be a house or a man.
            let first = parts.len() > 1 && parts[0].has(Role::FirstName);
            let governed = run.start.checked_sub(1).is_some_and(|i| {
                words[i].any(&[Role::PlacePreposition, Role::Infinitive, Role::Determiner])
            });
            let titles = parts.iter().all(|w| w.any(&[Role::Title, Role::Office]));
            (first || !(thing || governed || titles))
                && self.full_name(sentence, words, run).is_none()
        });
        nouns.count() + names.count()
    }

    /// The firms and other bodies that a sentence may name: its names that are of no person, place, feast or
    /// nation.
    pub(super) fn bodies(&self, sentence: &str, words: &[Word]) -> Vec<String> {
        let bodies = runs(words).filter(|run| {
            let parts = &words[run.clone()];
            let other = [Role::NotAName, Role::CalendarName, Role::Title, Role::Office];
            // An unlisted word with the capital of its sentence may be a name.
            let known =
                parts.len() > 1 || self.is_name(sentence, &parts[0]) || parts[0].roles.is_empty();
            known
                && !parts.iter().any(|w| w.any(&other) || w.has(Role::FirstName))
                && !is_place(words, run)
                && self.full_name(sentence, words, run).is_none()
        });
        distinct(bodies.map(|run| text(sentence, &words[run])))
    }

    /// The people whom a sentence names, in its order, in full where the document has.
    pub(super) fn people(&self, sentence: &str, words: &[Word]) -> Vec<String> {
        distinct(runs(words).filter_map(|run| self.full_name(sentence, words, &run)))
    }

    /// The places that a sentence names, in its order.
    pub(super) fn places(&self, sentence: &str, words: &[Word]) -> Vec<String> {
        let places = runs(words)
            .filter(|run| is_place(words, run) && self.full_name(sentence, words, run).is_none());
        distinct(places.map(|run| text(sentence, &words[run])))
    }
}

fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(name.clone())).collect()
}

fn text(sentence: &str, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    sentence[first.span.start..last.span.end].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a name shows itself to be a firm's: by its form, or because a noun for a firm stands before it.
fn shows_firm(sentence: &str, words: &[Word], name: &Range<usize>, prose: &Prose) -> bool {
    let parts = &words[name.clone()];
    let is = |word: &Word| prose.is_firm(sentence[word.span.clone()].trim_end_matches('.'));
    let joined = parts.iter().any(|w| !w.capital && w.span.len() == 1);
    let marked = parts.len() > 1 && (joined || parts.iter().skip(1).any(is));
    let told = name.start.checked_sub(1).is_some_and(|i| !words[i].capital && is(&words[i]));
    let other = parts.iter().any(|w| w.any(&[Role::NotAName, Role::Title, Role::FirstName]));
    (marked || told) && !other
}

/// The stretches of words that make a name together.
fn runs(words: &[Word]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < words.len() {
            let start = at;
            while at < words.len() && belongs(words, start, at) {
                at += 1;
            }
            if at > start {
                return Some(start..at);
            }
            at += 1;
        }
        None
    })
}

/// Whether the word at `at` belongs to a name that begins at `start`.
fn belongs(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let capital = word.kind == Kind::Word && word.capital;
    if !capital {
        let next = words.get(at + 1).is_some_and(|w| w.capital && w.kind == Kind::Word);
        return at > start && word.has(Role::NameParticle) && next;
    }
    // A first word has its capital from the sentence, unless it is a first name or a title.
    let opens = at == 0 || words[at - 1].is('"') || words[at - 1].is(':');
    let common = word.any(&[
        Role::Determiner,
        Role::Pronoun,
        Role::Preposition,
        Role::Connective,
        Role::Subordinator,
        Role::Possessive,
        Role::CalendarName,
        Role::Coordinator,
        Role::NotAName,
    ]);
    if word.any(&[Role::FirstName, Role::Title]) {
        return !word.has(Role::CalendarName) || at > start;
    }
    let ordinary = word.any(&[Role::CommonNoun, Role::Adverb, Role::Gerund, Role::Past]);
    !(common || opens && ordinary)
}

/// The part of a name that is a person's, without titles.
fn person(words: &[Word], run: &Range<usize>) -> Option<Range<usize>> {
    let titled = words[run.clone()].iter().take_while(|w| w.any(&[Role::Title, Role::Office]));
    let start = run.start + titled.count();
    let name = start..run.end;
    let before = start.checked_sub(1).and_then(|i| words.get(i));
    let title = before.is_some_and(|w| w.has(Role::Title));
    let parts = words.get(name.clone())?;
    let thing = parts.iter().any(|w| {
        w.any(&[Role::Organisation, Role::PlaceNoun, Role::NotAName]) && !w.has(Role::FirstName)
    });
    if parts.is_empty() || parts.len() > LONGEST || thing {
        return None;
    }
    let genitive = words.get(run.end).is_some_and(|w| w.kind == Kind::Genitive);
    let first = parts.len() > 1 && parts[0].has(Role::FirstName);
    let aged = parts.len() > 1 && !genitive && age_follows(words, run.end);
    (title || first || aged).then_some(name)
}

/// `, 45,` after a name.
fn age_follows(words: &[Word], at: usize) -> bool {
    let number = words.get(at + 1).is_some_and(|w| w.kind == Kind::Number && w.span.len() <= 3);
    let closed = words.get(at + 2).is_some_and(|w| w.is(','));
    number && closed && words[at].is(',')
}

fn is_place(words: &[Word], run: &Range<usize>) -> bool {
    let parts = &words[run.clone()];
    // The `Sea` of `Sea of Tranquility` alone names nothing.
    if parts.iter().all(|w| w.has(Role::PlaceNoun)) {
        return false;
    }
    let noun = parts.iter().any(|w| w.has(Role::PlaceNoun));
    let other = parts.iter().any(|w| {
        w.any(&[Role::NotAName, Role::Title])
            || w.has(Role::Organisation) && !w.has(Role::PlaceNoun)
    });
    let genitive = words.get(run.end).is_some_and(|w| w.kind == Kind::Genitive);
    let mut before = run.start;
    let article = before > 0 && words[before - 1].has(Role::Determiner);
    before -= usize::from(article);
    let Some(preposition) = before.checked_sub(1).map(|i| &words[i]) else { return false };
    // A capital after the name makes it the first half of another: `in Boeing 747s`.
    let continued = words.get(run.end).is_some_and(|w| w.kind == Kind::Number);
    preposition.has(Role::PlacePreposition)
        && (noun || preposition.has(Role::Within) && !article)
        && !other
        && !genitive
        && !continued
        && parts.len() <= LONGEST
}
