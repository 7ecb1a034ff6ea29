//! A sentence in, whom and what it is about out: the name for which a pronoun of the next may stand.

use super::{Reader, Reading};
use crate::{
    event::{
        clause::{Link, Subject},
        words::Word,
    },
    temporal::lexicon::prose::Role,
};

/// Whom and what the sentence before was about: for whom a pronoun may stand.
#[derive(Debug, Default)]
pub(super) struct Focus {
    pub(super) person: Option<String>,
    pub(super) thing: Option<String>,
    /// The only body that the last sentence which names any has named: for it `the company` may stand.
    pub(super) firm: Option<String>,
}

impl Reader<'_> {
    /// The name for which the subject of `clause`, or what begins it, stands: a pronoun, or the noun of
    /// `the company`.
    pub(super) fn restored(
        &self,
        reading: &Reading<'_>,
        clause: usize,
        words: &[usize],
    ) -> Option<String> {
        let first = &reading.words[*words.first()?];
        let text = |i: usize| &reading.text[reading.words[i].span.clone()];
        match *words {
            [at] if at >= reading.clauses[clause].verb.span.end => self.object_for(reading, first),
            [_] if first.any(&[Role::Pronoun, Role::Possessive]) => {
                self.name_for(reading, clause, first)
            }
            [article, .., noun]
                if self.prose.is_article(text(article)) && self.prose.is_firm(text(noun)) =>
            {
                self.firm_before(reading, article)
            }
            _ => None,
        }
    }

    /// The person of the sentence before for whom a pronoun stands that is an object: not who is the subject.
    fn object_for(&self, reading: &Reading<'_>, pronoun: &Word) -> Option<String> {
        // `followed her`, but `sold her boat`
        let next = reading.words.iter().find(|w| w.span.start > pronoun.span.start);
        let owns = pronoun.has(Role::Possessive)
            && next.is_some_and(|w| w.is_noun_like() || w.any(&[Role::Base, Role::Gerund]));
        let personal = pronoun.has(Role::Pronoun) && !owns;
        let earlier = self.focus.person.as_ref().filter(|_| personal)?;
        let end = reading.words.partition_point(|w| w.span.start < pronoun.span.start);
        let before = &reading.words[..end];
        let people = self.known.people(reading.text, before);
        // `A gunman came, and Ann Bell shot him`
        let apart = matches!(people.as_slice(), [only] if only != earlier)
            && self.known.strangers(reading.text, before) == 0;
        (apart && self.known.agrees(earlier, pronoun)).then(|| earlier.clone())
    }

    /// The firm for which `the company` at `at` stands.
    fn firm_before(&self, reading: &Reading<'_>, at: usize) -> Option<String> {
        let firm = match self.known.bodies(reading.text, &reading.words[..at]).as_slice() {
            [] => self.focus.firm.clone(),
            [only] => Some(only.clone()),
            _ => None,
        };
        firm.filter(|firm| self.known.is_firm(firm))
    }

    /// The name for which a pronoun, as the subject of `clause`, stands, if nothing else can be
    /// meant: a false name is worse than a pronoun.
    pub(super) fn name_for(
        &self,
        reading: &Reading<'_>,
        clause: usize,
        pronoun: &Word,
    ) -> Option<String> {
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
    pub(super) fn person_for(
        &self,
        reading: &Reading<'_>,
        clause: usize,
        pronoun: &Word,
    ) -> Option<String> {
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
    pub(super) fn subject_focus(&self, reading: &Reading<'_>, clause: usize) -> Option<Focus> {
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
            return Some(Focus { person: Some(person), ..Focus::default() });
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
        Some(Focus { thing, ..Focus::default() })
    }

    /// Notes whom a sentence is about, for the pronouns of the next.
    pub(super) fn refocus(&mut self, reading: &Reading<'_>) {
        match self.known.bodies(reading.text, &reading.words).as_slice() {
            [] => {}
            [only] => self.focus.firm = Some(only.clone()),
            _ => self.focus.firm = None,
        }
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
        let firm = self.focus.firm.take();
        self.focus = Focus { person: only.filter(|_| !strangers && !pronoun), thing, firm };
    }

    /// `The old ship` as the subject of a verb without an object, beside which no other thing may be
    /// meant by the `it` of the next sentence.
    pub(super) fn definite_thing(&self, reading: &Reading<'_>, clause: usize) -> Option<String> {
        const LONGEST: usize = 4;
        let words = &reading.words;
        let context = self.context(reading, &[]);
        let subject = context.subject_words(clause);
        let (&first, rest) = subject.split_first()?;
        let verb = &reading.clauses[clause].verb;
        let alone = verb.passive || words[verb.main].has(Role::Intransitive);
        let article = words[first].has(Role::Determiner)
            && !words[first].any(&[Role::Pronoun, Role::Several, Role::Negation]);
        let one = rest.last().is_some_and(|&i| !words[i].plural);
        let things = rest.len() < LONGEST
            && rest.iter().all(|&i| words[i].is_noun_like() && !words[i].capital)
            && rest.last().is_some_and(|&i| {
                let person = [Role::PersonNoun, Role::Title, Role::CommonNoun, Role::Several];
                !words[i].any(&person)
            });
        (alone && article && one && things).then(|| context.render(&subject))
    }
}

/// Whether the `it` of a clause may stand for nothing: `it snowed`, `it was announced that`.
pub(super) fn is_impersonal(reading: &Reading<'_>, clause: usize) -> bool {
    let words = &reading.words;
    let verb = &reading.clauses[clause].verb;
    let main = &words[verb.main];
    let told = verb.passive && main.any(&[Role::Saying, Role::Announcing, Role::Stative]);
    let clause_follows = words.get(verb.span.end).is_some_and(|w| w.has(Role::Complementizer));
    main.has(Role::Impersonal) || verb.bare_auxiliary || told || clause_follows && verb.passive
}

/// Whether a word is made of initials: `BBC`, `UN`.
fn is_acronym(sentence: &str, word: &Word) -> bool {
    let text = &sentence[word.span.clone()];
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}
