//! A clause in, its headline out: the clause as a copy editor would print it, without the date, the
//! attribution and the asides.
//!
//! ```text
//! Clause ── reach ──▶ words ── without dates, asides ──▶ words ── fit, render ──▶ "Trump granted Johnson clemency"
//! ```

use std::{collections::HashSet, ops::Range};

use foldhash::fast::FixedState;

use super::{
    clause::{Clause, Form, Link, Subject, Verb, are_parted_adjectives, could_be_participle},
    fit::{LONGEST, Telling},
    words::{Kind, Word, is_speaker},
};
use crate::temporal::lexicon::prose::{Prose, Role};

/// How many words of a subject, or after a verb, are read for a headline. It keeps the work of a
/// sentence in proportion to its length.
const FARTHEST_WORD: usize = 80;

/// The longest noun, in characters, that takes the place of a pronoun.
const LONGEST_ANTECEDENT: usize = 40;

/// How many words a noun may have that stands for a firm: `the British energy giant`.
const LONGEST_FIRM: usize = 4;

/// The words that a document writes without a capital.
pub(super) type SmallWords<'a> = HashSet<&'a str, FixedState>;

/// A sentence in which events were found.
pub(super) struct Context<'a> {
    /// Its text.
    pub(super) sentence: &'a str,
    /// Its words.
    pub(super) words: &'a [Word],
    /// Its clauses.
    pub(super) clauses: &'a [Clause],
    /// The words that are dates of a happening.
    pub(super) dates: &'a [usize],
    /// Where its durations stand, in bytes.
    pub(super) durations: &'a [Range<usize>],
    /// The language.
    pub(super) prose: &'a Prose,
    /// The words that the document writes without a capital.
    pub(super) small_words: &'a SmallWords<'a>,
    /// Whether what is told still lay ahead when it was published: `would open` is a plan then.
    pub(super) ahead: bool,
}

/// Gives the name for which the first words of the subject of a clause stand.
pub(super) type Names<'a> = &'a dyn Fn(usize, &[usize]) -> Option<String>;

/// A subject whose first words have become a name.
pub(super) struct Named {
    /// The name, with the mark of a genitive if it owns what follows.
    text: String,
    /// How many words it stands for.
    words: usize,
}

/// What stands at the end of a headline whose clause goes on.
pub(super) const GOES_ON: char = '…';

/// How a clause that is longer than a headline is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Where a phrase ends, so that the headline is whole.
    AtPhrase,
    /// Where a word ends, with a mark that it goes on.
    AtWord,
}

/// Writes the headline of the clause at `index`; none if it has no subject. It ends in [`GOES_ON`] if it
/// can be told whole in no headline. `name` gives the name for which a pronoun, as the subject of a
/// clause, stands.
pub(super) fn headline(context: &Context<'_>, index: usize, name: Names<'_>) -> Option<String> {
    if context.is_question() || context.is_feed() || context.points_at_picture() {
        return None;
    }
    let own = context.own_headline(index, name, Cut::AtPhrase);
    // `The firm announced in a long letter that it had sold the mine`: what was announced fits.
    let told = || context.own_headline(context.told_by(index)?, name, Cut::AtPhrase);
    own.or_else(told).or_else(|| context.own_headline(index, name, Cut::AtWord))
}

/// Writes the headline of words that make no clause: what stands after the date of a chronicle.
pub(super) fn label(context: &Context<'_>, range: Range<usize>) -> Option<String> {
    if context.is_caption(&range) {
        return None;
    }
    let words = context.without_brackets(range.start..range.end.min(range.start + FARTHEST_WORD));
    let words = context.undangled(words);
    Some(finish(&context.render(&context.fitted_label(&words)?)))
}

impl Context<'_> {
    fn own_headline(&self, index: usize, name: Names<'_>, cut: Cut) -> Option<String> {
        let clause = &self.clauses[index];
        let subject = self.subject_words(index);
        let predicate = self.predicate(index);
        // `The first flight was` on that day: what is left when the date has gone is the happening.
        let joined = predicate.first().is_none_or(|&i| self.words[i].has(Role::Coordinator));
        let only_date = joined && clause.verb.bare_auxiliary;
        let predicate = if only_date { Vec::new() } else { predicate };
        if self.is_scrap(index, &subject)
            || self.is_reduced(index, &subject)
            || self.is_date_an_object(index)
            || only_date && self.tells_recency(&subject)
            || only_date && subject.iter().any(|&i| self.clause_of_verb(i).is_some())
        {
            return None;
        }
        let verb = if only_date { String::new() } else { self.verb_text(index, &subject) };
        let named = self.named(index, &subject, name);
        let (named, words) = named.map(|named| (named.text, named.words)).unwrap_or_default();
        let subject = &subject[words..];
        let taken = named.chars().count() + usize::from(!named.is_empty());
        let taken = taken + verb.chars().count();
        let told = Telling { clause: index, subject, taken, predicate: &predicate };
        let (subject, rest) = match cut {
            Cut::AtPhrase => self.fitted(told)?,
            Cut::AtWord => self.clipped(told)?,
        };
        let bare_saying = rest.is_empty() && !only_date && self.says_what(index);
        if bare_saying
            || self.waits_for_but(index, &rest)
            || self.speaks(&rest)
            || self.ends_open(&rest)
            || self.lost_its_quotation(index, &predicate)
        {
            return None;
        }
        let subject = self.pointed(&subject);
        let object = self.object_named(index, &rest, name);
        let rest = object.unwrap_or_else(|| self.render(&rest));
        let mut headline = finish(&[named, subject, verb, rest].join(" "));
        headline.extend((cut == Cut::AtWord).then_some(GOES_ON));
        Some(headline)
    }

    /// Whether the news of a verb is what it says, as of `Bell asked`.
    fn says_what(&self, index: usize) -> bool {
        let verb = &self.clauses[index].verb;
        let main = &self.words[verb.main];
        let tells = main.any(&[Role::Saying, Role::Commanding, Role::Announcing]);
        let says = tells && !main.has(Role::Intransitive);
        (says || self.says_more(verb)) && !verb.passive
    }

    /// Whether words follow a verb of saying that tell what was said: `pledged on Monday to resign`.
    fn says_more(&self, verb: &Verb) -> bool {
        let says = self.words[verb.main].any(&[Role::Saying, Role::Announcing]);
        let dated = |w: &&Word| w.is_date() || w.has(Role::DatePreposition);
        let next = self.words[verb.span.end..].iter().find(|w| !dated(w));
        says && next.is_some_and(|w| w.any(&[Role::Infinitive, Role::Complementizer]) || w.is('"'))
    }

    /// Whether `but` has gone, for which `not only paid nothing` waits.
    fn waits_for_but(&self, index: usize, rest: &[usize]) -> bool {
        let start = self.clauses[index].verb.span.start;
        start > 1
            && self.words[start - 1].has(Role::Focusing)
            && self.words[start - 2].has(Role::Negation)
            && !rest.iter().any(|&i| self.words[i].has(Role::Coordinator))
    }

    /// Whether somebody speaks in words whose quotation marks have gone: `vowed that we will pay`.
    fn speaks(&self, rest: &[usize]) -> bool {
        let marks = rest.iter().filter(|&&i| self.words[i].is('"')).count();
        // `our` is nobody's who is told of.
        let others = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural, Role::Relative];
        let ours = |i: usize| {
            let word = &self.words[i];
            word.quoted && word.has(Role::Possessive) && !word.any(&others)
        };
        let speaker = rest.iter().any(|&i| is_speaker(self.words, i) || ours(i));
        speaker && (marks == 0 || marks % 2 == 1)
    }

    /// Whether only where or how something was said has stayed: `proclaimed in Houston: “We will …”`.
    fn lost_its_quotation(&self, index: usize, predicate: &[usize]) -> bool {
        let verb = &self.clauses[index].verb;
        let says = self.words[verb.main].any(&[Role::Saying, Role::Announcing]) && !verb.passive;
        let manner = predicate.first().is_none_or(|&i| self.words[i].has(Role::Preposition));
        let dated = |word: &&Word| word.is_date() || word.has(Role::DatePreposition);
        let after = &self.words[predicate.last().map_or(verb.span.end, |&i| i + 1)..];
        let mut after = after.iter().skip_while(dated);
        let quotation =
            after.next().is_some_and(|mark| mark.is(':') || mark.is(',') || mark.is('"'))
                && after.next().is_some_and(|word| word.is('"') || word.quoted);
        says && manner && quotation
    }

    /// Whether the last word announces what has gone: `revealed that`, `objected to a`.
    pub(super) fn ends_open(&self, rest: &[usize]) -> bool {
        const OPEN: &[Role] = &[Role::Complementizer, Role::Infinitive, Role::Possessive];
        rest.last().map(|&last| &self.words[last]).is_some_and(|last| {
            let article = last.has(Role::Determiner)
                && last.has(Role::Opening)
                && !last.any(&[Role::Pronoun, Role::Several, Role::Degree]);
            // `saw her`, but not `saw his`
            let object = last.has(Role::Feminine)
                || last.has(Role::Masculine) && !last.has(Role::Possessive);
            let stands = object || last.capital;
            (article || last.any(OPEN)) && !stands && !last.any(&[Role::Adverb, Role::Particle])
        })
    }

    /// A subject in words that point at nothing outside the headline: `that call` as `the call`.
    fn pointed(&self, subject: &[usize]) -> String {
        let points = |&i: &usize| {
            let word = &self.words[i];
            word.has(Role::Determiner) && word.has(Role::Pronoun)
        };
        match subject {
            [this, noun, ..]
                if points(this)
                    && !self.words[*noun].has(Role::CalendarName)
                    && (self.words[*noun].is_noun_like() || self.words[*noun].has(Role::Base)) =>
            {
                format!("{} {}", self.prose.words.article, self.render(&subject[1..]))
            }
            _ => self.render(subject),
        }
    }

    /// The name for which the first words of a subject stand: `Bell` for `he`, `Bell's` for `his`, `Moor &
    /// Sons` for `the company`.
    pub(super) fn named(&self, index: usize, subject: &[usize], name: Names<'_>) -> Option<Named> {
        let first = &self.words[*subject.first()?];
        let genitive = |name: &str| format!("{name}{}", self.prose.words.genitives[0]);
        let whole = |words: usize| {
            let owns = subject.get(words).is_some_and(|&i| self.words[i].kind == Kind::Genitive);
            let alone = subject.len() == words;
            let text = (alone || owns).then(|| name(index, &subject[..words]))??;
            let words = words + usize::from(owns);
            Some(Named { text: if owns { genitive(&text) } else { text }, words })
        };
        if first.has(Role::Possessive) {
            let neuter = first.has(Role::Neuter);
            let owner = name(index, &subject[..1])
                .or_else(|| self.antecedent(subject[0]).filter(|_| neuter))?;
            return Some(Named { text: genitive(&owner), words: 1 });
        }
        if first.has(Role::Pronoun) && subject.len() == 1 {
            let text = name(index, subject).or_else(|| self.antecedent(subject[0]))?;
            return Some(Named { text, words: 1 });
        }
        // `the British energy giant`
        let inner = |&&i: &&usize| self.words[i].is_noun_like();
        let noun = 1 + subject[1..].iter().take_while(inner).count();
        if first.has(Role::Determiner) && noun <= LONGEST_FIRM { whole(noun) } else { None }
    }

    /// The words after a verb with the name for which their first, a pronoun, stands: `followed | him`. With a
    /// name too long for a headline the pronoun stays.
    fn object_named(&self, index: usize, rest: &[usize], name: Names<'_>) -> Option<String> {
        let (&first, others) = rest.split_first()?;
        let after_verb = first == self.clauses[index].verb.span.end;
        let name = name(index, &[first]).filter(|_| after_verb)?;
        let text = format!("{name} {}", self.render(others));
        let taken = self.verb_text(index, &self.subject_words(index)).chars().count()
            + self.render(&self.subject_words(index)).chars().count();
        (taken + text.chars().count() + 2 <= LONGEST).then_some(text)
    }

    /// The noun for which the pronoun at `pronoun` stands, where only the subject of a clause before
    /// it in the sentence can be meant: `The ferry burned until it sank`.
    fn antecedent(&self, pronoun: usize) -> Option<String> {
        let word = &self.words[pronoun];
        let at = self.clauses.iter().position(
            |clause| matches!(&clause.subject, Subject::Own(own) if own.contains(&pronoun)),
        )?;
        if self.stands_for_nothing(at) {
            return None;
        }
        let host = (0..at).rev().find(|&host| {
            matches!(self.clauses[host].subject, Subject::Own(_))
                && self.clauses[host].link != Link::Condition
        })?;
        let mut subject = self.subject_words(host);
        // `Moor's bank said its rates …` may mean either, `Northwind's value fell as its ships …` Northwind.
        let owner = subject.iter().position(|&i| self.words[i].kind == Kind::Genitive);
        if let Some(owner) = owner.filter(|_| word.has(Role::Possessive)) {
            subject.truncate(owner);
        }
        let last = *subject.last()?;
        let known = !subject.iter().any(|&i| {
            self.words[i].any(&[Role::Pronoun, Role::Possessive, Role::Relative, Role::Coordinator])
                || matches!(self.words[i].kind, Kind::Mark(_))
        });
        let between = self.clauses[host].verb.span.end..pronoun;
        let person = self.is_person(&subject);
        let agrees = if word.has(Role::Neuter) {
            !person && !self.is_plural(&subject) && !between.clone().any(|i| self.rivals(i, false))
        } else if word.has(Role::Plural) {
            self.is_plural(&subject) && !between.clone().any(|i| self.rivals(i, true))
        } else {
            false
        };
        let text = self.render(&subject);
        let short = text.chars().count() <= LONGEST_ANTECEDENT;
        let noun = self.words[last].is_noun_like() && !self.is_scrap(host, &subject);
        (known && agrees && short && noun).then_some(text)
    }

    /// Whether the `it` of a clause may stand for nothing: `it snowed`, `it was said that`.
    fn stands_for_nothing(&self, index: usize) -> bool {
        let verb = &self.clauses[index].verb;
        let main = &self.words[verb.main];
        let told = verb.passive && main.any(&[Role::Saying, Role::Announcing, Role::Stative]);
        let follows = self
            .words
            .get(verb.span.end)
            .is_some_and(|w| w.any(&[Role::Complementizer, Role::Infinitive]));
        main.has(Role::Impersonal) || verb.bare_auxiliary || told || follows && verb.passive
    }

    fn is_person(&self, subject: &[usize]) -> bool {
        const PERSON: &[Role] = &[Role::PersonNoun, Role::FirstName, Role::Title, Role::Office];
        subject.iter().any(|&i| self.words[i].any(PERSON))
    }

    /// Whether the word at `i` may be meant by a pronoun for one thing or for several.
    fn rivals(&self, i: usize, several: bool) -> bool {
        let word = &self.words[i];
        let at = word.span.start;
        let length = self.durations.iter().any(|duration| duration.contains(&at));
        let place = word.capital && {
            let mut before = self.words[..i].iter().rev().skip_while(|w| w.capital);
            let first = before.next();
            let article = first.is_some_and(|w| w.has(Role::Determiner));
            let governor = if article { before.next() } else { first };
            governor.is_some_and(|w| w.has(Role::Preposition))
        };
        let number = word.plural || word.has(Role::Several);
        let amount = i > 0 && self.words[i - 1].kind == Kind::Number;
        word.is_noun_like() && !length && !place && !amount && number == several
    }

    /// The words after the verb of a clause, without dates and asides.
    fn predicate(&self, index: usize) -> Vec<usize> {
        let from = self.content_of(index).unwrap_or(self.clauses[index].verb.span.end);
        let until = self.reach(index).min(from + FARTHEST_WORD);
        let until = (from..until).find(|&i| self.is_seam(i)).unwrap_or(until);
        let until = self.before_glued(index).map_or(until, |glued| until.min(glued).max(from));
        let mut kept = self.without_brackets(from..until);
        kept.extend(self.resumed_order(index).unwrap_or_default());
        // `found that the ferry, built in Oslo, had sunk`
        let others = self.clauses.windows(2).enumerate().filter(|(at, _)| *at != index);
        let asides: Vec<&[Clause]> = others.map(|(_, two)| two).collect();
        kept.retain(|&i| !asides.iter().any(|two| Self::is_inner_aside(two, i)));
        let mut kept = self.without_dates(&kept);
        // `the fire, which killed two, and the flood`, `Moor, which was built by monks, lies by the sea`: the
        // aside is over.
        if self.clauses[index].link == Link::Aside {
            let ends = kept.windows(2).position(|two| {
                let [comma, next] = [0, 1].map(|at| &self.words[two[at]]);
                let goes_on = next.kind == Kind::Word && !next.capital && next.roles.is_empty();
                comma.is(',') && (next.has(Role::Coordinator) || goes_on && next.plural)
            });
            kept.truncate(ends.unwrap_or(kept.len()));
        }
        kept.truncate(self.before_onset(index, &kept));
        self.drop_aside_in_dashes(&mut kept);
        if self.host_goes_on(index) {
            kept.clear();
        }
        self.drop_aside_before_order(index, &mut kept);
        kept.truncate(self.before_second_dated(&kept));
        self.without_trailing_aside(kept)
    }

    /// What a verb asks for behind an aside that has a verb of its own: `ordered the owner, whose ship had sunk,
    /// | to pay`.
    fn resumed_order(&self, index: usize) -> Option<Range<usize>> {
        let verb = &self.clauses[index].verb;
        let aside = self.clauses.get(index + 1).filter(|next| next.link == Link::Aside)?;
        let asks = self.words[verb.main].has(Role::Commanding) && self.reach(index) <= aside.opens;
        let object = verb.span.end..aside.opens;
        let told = object.clone().any(|i| self.words[i].has(Role::Infinitive));
        let comma = (aside.verb.span.end..aside.end).find(|&i| self.words[i].is(','))?;
        let to = self.words.get(comma + 1).is_some_and(|w| w.has(Role::Infinitive));
        (asks && to && !told && !object.is_empty()).then_some(comma + 1..aside.end)
    }

    /// How many words stand before `since`, which asks for the perfect that a headline does not keep:
    /// `have been closed | since the flood`.
    fn before_onset(&self, index: usize, kept: &[usize]) -> usize {
        let perfect = self.clauses[index].verb.form == Form::Perfect;
        let onset = kept.iter().position(|&i| self.words[i].has(Role::Onset));
        onset.filter(|&at| perfect && at > 0).unwrap_or(kept.len())
    }

    /// Drops what stands between two dashes inside a noun or before the second object of a verb: `gave the
    /// plan — a bold one — | another year`.
    fn drop_aside_in_dashes(&self, kept: &mut Vec<usize>) {
        let dashes: Vec<usize> =
            (0..kept.len()).filter(|&at| self.words[kept[at]].is('—')).collect();
        let [opens, closes] = dashes[..] else { return };
        let goes_on = kept.get(closes + 1).map(|&i| &self.words[i]).is_some_and(|w| {
            w.any(&[Role::Determiner, Role::Possessive]) || w.is_noun_like() || w.is('"')
        });
        if goes_on && opens > 0 {
            kept.drain(opens..=closes);
        }
    }

    /// Whether behind the date of a clause without an object the verb follows for which a subject before
    /// the clause waits: `the losses since the leak began on Monday | stand at $5 million`.
    fn host_goes_on(&self, index: usize) -> bool {
        let clause = &self.clauses[index];
        let verb = &clause.verb;
        let alone = self.words[verb.main].has(Role::Intransitive) && !verb.bare_auxiliary;
        let inner = clause.opens > 0 && matches!(clause.link, Link::Subordinate | Link::Shared);
        let dated = self.dates.iter().find(|&&date| self.date_start(date) == verb.span.end);
        let next = dated.and_then(|&date| self.words.get(self.date_end(date) + 1));
        let verb = |w: &Word| {
            w.any(&[Role::Past, Role::Base, Role::Present])
                && !w.capital
                && !w.any(&[Role::Determiner, Role::Preposition, Role::Adverb, Role::Gerund])
        };
        alone && inner && next.is_some_and(verb)
    }

    /// Where a second sentence begins that no mark parts from the clause at `index`: `has opened its halls
    /// | Two ministers have come to see them`.
    fn before_glued(&self, index: usize) -> Option<usize> {
        let next = self.clauses.get(index + 1)?;
        let Subject::Own(own) = &next.subject else { return None };
        self.is_glued_clause(index + 1).then_some(())?;
        let begins = |i: &usize| {
            let [before, word] = [i - 1, *i].map(|i| &self.words[i]);
            let plain = before.is_noun_like() && !before.capital || before.kind == Kind::Number;
            let plain = plain || before.is_date();
            word.kind == Kind::Word && word.capital && plain
        };
        own.clone().skip(1).find(begins)
    }

    /// Whether a clause that nothing opens has a verb and an object of its own, so that it tells of no noun
    /// before it.
    pub(super) fn is_glued_clause(&self, index: usize) -> bool {
        let clause = &self.clauses[index];
        let verb = &clause.verb;
        let unopened = clause.link == Link::Restriction
            && matches!(&clause.subject, Subject::Own(own) if own.start == clause.opens);
        let perfect = verb.form == Form::Perfect && !verb.bare_auxiliary;
        let object = self.words.get(verb.span.end).is_some_and(|w| {
            w.any(&[Role::Determiner, Role::Possessive])
                || w.is_noun_like()
                || w.kind == Kind::Number
        });
        unopened && perfect && (object || verb.passive)
    }

    /// Drops an aside that keeps a verb from what it asks for: `asked doctors, at home and abroad, | to
    /// report`.
    fn drop_aside_before_order(&self, index: usize, kept: &mut Vec<usize>) {
        let verb = &self.clauses[index].verb;
        let commas: Vec<usize> =
            (0..kept.len()).filter(|&at| self.words[kept[at]].is(',')).collect();
        let [opens, closes, ..] = commas[..] else { return };
        let to = |&i: &usize| self.words[i].has(Role::Infinitive);
        let asks = self.words[verb.main].has(Role::Commanding) && !kept[..opens].iter().any(to);
        if asks && kept.get(closes + 1).is_some_and(to) {
            kept.drain(opens..=closes);
        }
    }

    /// How many words stand before a second noun with a date of its own: `dug a well on Monday, and
    /// another on Friday`.
    fn before_second_dated(&self, kept: &[usize]) -> usize {
        let comma = kept.iter().position(|&i| self.words[i].is(','));
        let second = comma.filter(|&at| {
            let rest = &kept[at + 1..];
            let joined = rest.first().is_some_and(|&i| self.words[i].has(Role::Coordinator));
            let verb = |&i: &usize| self.clauses.iter().any(|c| c.verb.span.contains(&i));
            let word = |&&i: &&usize| !matches!(self.words[i].kind, Kind::Mark(_));
            let last = rest.iter().rev().find(word).map_or(0, |&i| i);
            let dated = self.dates.iter().any(|&date| self.date_start(date) == last + 1);
            joined && dated && !rest.iter().any(verb)
        });
        second.unwrap_or(kept.len())
    }

    /// Whether the word at `i` belongs to the first of two clauses, which interrupts the second.
    fn is_inner_aside(two: &[Clause], i: usize) -> bool {
        let [aside, told] = two else { return false };
        let interrupts = aside.link == Link::Aside && told.link == Link::Said;
        interrupts && told.opens == told.verb.span.start && (aside.opens..told.opens).contains(&i)
    }

    /// Where the clause begins that a verb of saying tells, if only how it was said stands before:
    /// `announced in a letter | that it had sold the mine`.
    fn content_of(&self, index: usize) -> Option<usize> {
        let verb = &self.clauses[index].verb;
        let told = self.clauses.get(index + 1).filter(|told| told.link == Link::Said)?;
        let manner = self.words.get(verb.span.end)?.has(Role::Preposition)
            && self.words[told.opens].has(Role::Complementizer);
        let says = self.words[verb.main].any(&[Role::Saying, Role::Announcing]);
        (manner && says).then_some(told.opens)
    }

    /// The clause, of what happened, that the verb of the clause at `index` announces.
    fn told_by(&self, index: usize) -> Option<usize> {
        let says = self.words[self.clauses[index].verb.main].any(&[Role::Saying, Role::Announcing]);
        let resumed = self.clauses.get(index + 1..index + 3);
        // `said that the ships moored in May had sunk`
        let resumed = resumed.is_some_and(|two| {
            let about = two[0].link == Link::Restriction && two[1].link == Link::Said;
            let whole = matches!(&two[1].subject, Subject::Own(own) if own.contains(&two[0].opens));
            Self::is_inner_aside(two, two[0].opens) || about && whole
        });
        let index = index + usize::from(resumed);
        let told = self.clauses.get(index + 1)?;
        let happened = matches!(told.verb.form, Form::Past | Form::Perfect | Form::Pluperfect);
        let plain = !told.verb.untold && !told.verb.bare_auxiliary;
        (says && told.link == Link::Said && happened && plain).then_some(index + 1)
    }

    /// The words of a clause's subject.
    pub(super) fn subject_words(&self, index: usize) -> Vec<usize> {
        match &self.clauses[index].subject {
            Subject::Own(range) => self.subject_proper(range.clone()),
            Subject::Antecedent(range) => {
                let mut noun = self.subject_proper(range.clone());
                if let Some(name) = self.name_before(&noun) {
                    noun = name;
                }
                if let Some(whole) = self.happening_at(index, &noun) {
                    noun = whole;
                }
                // `Under Rene Preval, who …`: the preposition governs the noun, it is no part of it.
                let governs =
                    |w: &Word| w.has(Role::Preposition) || w.has(Role::Gerund) && w.capital;
                if noun.len() > 1 && governs(&self.words[noun[0]]) {
                    noun.remove(0);
                }
                noun
            }
            Subject::Of(other) => self.subject_words(*other),
        }
    }

    /// The name that a noun only describes: `Ada Moor, a baker who won the race`.
    fn name_before(&self, noun: &[usize]) -> Option<Vec<usize>> {
        let first = *noun.first()?;
        let described = self.words[first].has(Role::Determiner)
            && first > 1
            && self.words[first - 1].is(',')
            && self.words[noun[noun.len() - 1]].has(Role::PersonNoun);
        let name = (0..first - usize::from(first > 0)).rev().take_while(|&i| {
            self.words[i].capital
                && self.words[i].kind == Kind::Word
                && !self.words[i].has(Role::Determiner)
        });
        let mut name: Vec<usize> = name.collect();
        name.reverse();
        (described && !name.is_empty()).then_some(name)
    }

    /// The noun that a place before `which` belongs to: `a fire in Oslo, which killed two`; what a place does is
    /// told in other words.
    fn happening_at(&self, index: usize, place: &[usize]) -> Option<Vec<usize>> {
        let clause = &self.clauses[index];
        let first = *place.first().filter(|&&first| first > 0)?;
        let named = place.iter().all(|&i| self.words[i].capital);
        let within = first > 1 && self.words[first - 1].has(Role::Within);
        let main = &self.words[clause.verb.main];
        let acts = clause.verb.form == Form::Past
            && !clause.verb.bare_auxiliary
            && !main.any(&[Role::Stative, Role::Intransitive]);
        let which = self.words[clause.opens..clause.verb.span.start]
            .iter()
            .any(|w| w.has(Role::Relative) && !w.has(Role::Pronoun));
        let dated =
            |&i: &usize| self.words[i].is_date() || self.words[i].has(Role::DatePreposition);
        let skipped = (0..first - 1).rev().take_while(dated).count();
        let end = (first - 1).checked_sub(skipped)?;
        let inner = |&i: &usize| self.words[i].is_noun_like() && !self.words[i].capital;
        let from = end - (0..end).rev().take_while(inner).count();
        let from = from - usize::from(from > 0 && self.words[from - 1].has(Role::Determiner));
        let whole = named && within && acts && which && from < end;
        whole.then(|| (from..end).chain([first - 1]).chain(place.iter().copied()).collect())
    }

    /// A subject without what stands before it (dates, links, places) and inside it (asides).
    fn subject_proper(&self, range: Range<usize>) -> Vec<usize> {
        let mut start = range.start.max(range.end.saturating_sub(FARTHEST_WORD));
        start = (start..range.end).rev().find(|&i| self.is_seam(i)).unwrap_or(start);
        start = self.after_stray_bracket(start..range.end).unwrap_or(start);
        while let Some(next) = self.after_lead(start, range.end) {
            start = next;
        }
        let mut kept = self.without_asides(start..range.end);
        kept.retain(|&i| !self.lost_its_clause(i, range.end));
        // `Moor's | also on Friday | cut its price`
        if let [.., before, last] = kept.as_slice()
            && self.words[*last].has(Role::Connective)
            && self.words[*last].has(Role::Adverb)
            && self.words[*before].capital
            && !self.words[*before].has(Role::Determiner)
        {
            kept.pop();
        }
        kept
    }

    /// Whether a participle at `i` told of the noun before it no more than the date that has gone: `the
    /// cap fitted on Monday | held`.
    fn lost_its_clause(&self, i: usize, end: usize) -> bool {
        let told = self.clauses.iter().any(|clause| {
            clause.link == Link::Restriction
                && clause.verb.span == (i..i + 1)
                && could_be_participle(&self.words[i], &clause.verb)
        });
        let mut dates = self.dates.iter();
        told && dates.any(|&date| self.date_start(date) == i + 1 && self.date_end(date) + 1 == end)
    }

    /// Where the words go on after the last bracket that closes what nothing opened.
    fn after_stray_bracket(&self, range: Range<usize>) -> Option<usize> {
        let mut depth = 0_usize;
        let mut after = None;
        for i in range.start..range.end.saturating_sub(1) {
            match self.words[i].kind {
                Kind::Mark('(') => depth += 1,
                Kind::Mark(')') if depth == 0 => after = Some(i + 1),
                Kind::Mark(')') => depth -= 1,
                _ => {}
            }
        }
        after
    }

    /// Where the words go on after one thing that leads up to the subject at `start`.
    fn after_lead(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let word = words[start..end].first()?;
        if let Kind::Mark(mark) = word.kind {
            let paired = matches!(mark, '\'' | '’' | '‘' | '"')
                && words[start + 1..end]
                    .iter()
                    .any(|w| matches!(w.kind, Kind::Mark('\'' | '’' | '"')));
            return (mark != '(' && !paired).then_some(start + 1);
        }
        if let Some(after) = self.after_date(start, end) {
            return Some(after);
        }
        // `Unable to swim and far from the shore, she`
        let pronoun = end > start + 2 && words[end - 2].is(',') && {
            let personal = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural];
            words[end - 1].has(Role::Pronoun) && words[end - 1].any(&personal)
        };
        if pronoun {
            return Some(end - 1);
        }
        // `Sunday, the 10th, it rained`
        let day = word.has(Role::Determiner)
            && words[start..end].get(1).is_some_and(|w| w.kind == Kind::Number)
            && words[start..end].get(2).is_some_and(|w| w.is(','));
        if day && start + 3 < end {
            return Some(start + 3);
        }
        if words[start..end].get(1).is_some_and(|w| w.kind == Kind::Genitive) {
            return None;
        }
        // `One month after the quake, the bank …`
        let length = self.durations.iter().find(|duration| duration.start == word.span.start);
        let governor =
            length.and_then(|length| words[start..end].iter().find(|w| w.span.start >= length.end));
        if governor.is_some_and(|w| w.has(Role::Subordinator) && w.has(Role::Preposition)) {
            return self.lead_comma(start, end).map(|comma| comma + 1);
        }
        let phrase = self.connective(start, end);
        if phrase > 0 && start + phrase < end {
            return Some(start + phrase);
        }
        let leads = word.any(&[
            Role::Preposition,
            Role::Subordinator,
            Role::Gerund,
            Role::Participle,
            Role::Adverb,
            Role::According,
            Role::Sequence,
        ]);
        // `as many as nine of the ships`
        let compared = word.has(Role::Comparison)
            && words[start..end].get(2).is_some_and(|w| w.has(Role::Comparison));
        // `about a dozen ships`
        let about = word.has(Role::DateModifier)
            && words[start..end].get(1).is_some_and(|w| w.has(Role::Single))
            && words[start..end].get(2).is_some_and(|w| w.any(&[Role::Several, Role::Determiner]));
        // `both the mayor and the judge`
        let article = |w: &Word| w.has(Role::Determiner);
        let both = article(word) && word.any(&[Role::Several, Role::Paired]);
        let noun = article(word)
            && words[start..end]
                .get(1)
                .is_some_and(|next| article(next) || both && next.is_noun_like());
        // `nearly sixty ships`
        let counts = word.has(Role::Negation)
            && words[start..end]
                .get(1)
                .is_some_and(|w| w.kind == Kind::Number || w.has(Role::Several));
        // `retired Admiral Carl Moor, the harbour master,`
        let told = word.has(Role::Participle)
            && !word.capital
            && words[start..end].get(1).is_some_and(|w| w.capital && w.is_noun_like());
        // `Drilling experts from Oslo`
        let compound = word.has(Role::Gerund)
            && !word.has(Role::Saying)
            && self.lead_comma(start, end).is_none()
            && words[start..end].get(1).is_some_and(|w| w.is_noun_like() && !w.capital && w.plural);
        if !leads
            || about
            || compared
            || compound
            || noun
            || counts
            || told
            || word.any(&[Role::Pronoun])
        {
            return None;
        }
        if let Some(comma) = self.lead_comma(start, end) {
            return Some(comma + 1);
        }
        // `In Paris the company`: the next article or pronoun begins the subject.
        let next = (start + 2..end).find(|&i| {
            words[i].any(&[Role::Determiner, Role::Pronoun, Role::Possessive])
                && !words[i - 1].any(&[Role::Preposition, Role::Coordinator])
        });
        let saying = word.has(Role::Gerund) && word.has(Role::Saying);
        let opener = word.any(&[Role::Adverb, Role::Subordinator]) || saying;
        let opener = opener && start + 1 < end;
        next.or_else(|| opener.then_some(start + 1))
    }

    /// The comma that ends the phrase which leads up to a subject: `After the floods in Lucca,
    /// Tuscany, and the quake in Assisi, the state …`.
    fn lead_comma(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let mut comma = (start..end).find(|&i| words[i].is(',')).filter(|&i| i + 1 < end)?;
        let closed = words[end - 1].is(',');
        while let Some(next) = (comma + 1..end - 1).find(|&i| words[i].is(',')) {
            let named = words[comma + 1..next].iter().all(|w| w.capital && w.is_noun_like());
            let joined = words[comma + 1..next].iter().any(|w| w.has(Role::Coordinator));
            if closed || !(named || joined) {
                break;
            }
            comma = next;
        }
        Some(comma)
    }

    /// Where the words go on after a date with its preposition at `start`.
    fn after_date(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let mut at = start;
        while at < end && words[at].any(&[Role::DatePreposition, Role::DateModifier]) {
            at += 1;
        }
        // `At the 1996 Olympics`: the date tells which ones.
        let article = at > start && words[at - 1].has(Role::Determiner);
        let noun = words[at..end].get(1).is_some_and(Word::is_noun_like);
        let names = article && noun;
        (at < end && words[at].is_date() && !names).then_some(at + 1)
    }

    /// How many words at `start` only link the sentence to the one before.
    fn connective(&self, start: usize, end: usize) -> usize {
        let first = &self.words[start];
        let text = self.text(start..end).to_lowercase();
        let phrase = self.prose.words.connectives.iter().find(|phrase| {
            text.strip_prefix(**phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if let Some(phrase) = phrase {
            return phrase.split(' ').count();
        }
        let nominal = !first.has(Role::Coordinator)
            && self.words.get(start + 1).is_some_and(|w| w.has(Role::Preposition));
        usize::from(first.has(Role::Connective) && !nominal)
    }

    /// The words of `range` without what stands between commas, brackets or dashes.
    fn without_asides(&self, range: Range<usize>) -> Vec<usize> {
        let kept = self.without_brackets(range);
        let commas: Vec<usize> = kept
            .iter()
            .copied()
            .filter(|&i| self.words[i].is(',') || self.words[i].is('—'))
            .filter(|&i| self.words[i].is('—') || !self.is_adjective_comma(&kept, i))
            .collect();
        let list = kept.iter().any(|&i| self.words[i].has(Role::Coordinator));
        let dates = kept.iter().copied().filter(|i| !self.is_removed_date(*i, &kept));
        let closed = commas.len() > 1 && commas.last() == kept.last();
        match commas.first() {
            // `The son of a farmer, Bell came to town`
            Some(&opens)
                if !list
                    && commas.len() == 1
                    && self.words[opens].is(',')
                    && commas.last() != kept.last()
                    && !self.opens_phrase(opens + 1)
                    && !self.is_place(&kept, opens) =>
            {
                dates.filter(|&i| i > opens).collect()
            }
            Some(&opens) if closed || !list => {
                let end = commas.last().copied().filter(|&end| end > opens);
                dates.filter(|&i| i < opens || end.is_some_and(|end| i > end)).collect()
            }
            _ => dates.collect(),
        }
    }

    fn is_adjective_comma(&self, kept: &[usize], comma: usize) -> bool {
        let at = kept.iter().position(|&i| i == comma);
        at.is_some_and(|at| at + 1 < kept.len() && self.parts_adjectives(kept, at))
    }

    /// Whether the word at `at` opens an aside rather than a subject: `Bell, trying to help`.
    fn opens_phrase(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            let aside = [Role::Gerund, Role::Participle, Role::Preposition, Role::Relative];
            w.any(&aside) && !w.capital && !w.has(Role::Determiner)
        })
    }

    /// Whether a comma parts a town from its country: `officials in Lucca, Italy`.
    fn is_place(&self, kept: &[usize], comma: usize) -> bool {
        let Some(at) = kept.iter().position(|&i| i == comma) else { return false };
        let capital = |i: &usize| self.words[*i].capital;
        let before = at.checked_sub(1).is_some_and(|before| capital(&kept[before]));
        before && kept[at + 1..].iter().all(capital)
    }

    pub(super) fn without_brackets(&self, range: Range<usize>) -> Vec<usize> {
        let mut depth = 0_usize;
        let outside = range.filter(|&i| {
            let word = &self.words[i];
            if word.is('(') {
                depth += 1;
            }
            let inside = depth > 0;
            if word.is(')') {
                depth = depth.saturating_sub(1);
            }
            !inside && !word.is(')')
        });
        outside.collect()
    }

    /// Whether the word at `i` goes with a date that leaves the headline.
    pub(super) fn is_removed_date(&self, i: usize, among: &[usize]) -> bool {
        self.dates.iter().any(|&date| {
            let (start, end) = (self.date_start(date), self.date_end(date));
            (start..=end).contains(&i) && among.contains(&date) && !self.narrows_noun(date)
        })
    }

    /// Whether a date tells which noun is meant: `the 1912 Lisbon fire`.
    fn narrows_noun(&self, date: usize) -> bool {
        let text = &self.sentence[self.words[date].span.clone()];
        let own = text.split(' ').next().is_some_and(|first| {
            text.len() > first.len() && self.prose.is(first, Role::Determiner)
        });
        let article = own || date > 0 && self.words[date - 1].has(Role::Determiner);
        let noun = |w: &Word| w.is_noun_like() && !w.has(Role::DateNoun);
        // `the first Earth Day`
        let ordinal = date > 1
            && self.words[date - 1].has(Role::Connective)
            && self.words[date - 1].has(Role::Ability)
            && self.words[date - 2].has(Role::Determiner);
        let owns = ordinal || self.words.get(date + 1).is_some_and(|w| w.kind == Kind::Genitive);
        owns || article && self.words.get(date + 1).is_some_and(noun)
    }

    /// Where `the weekend of` before a date begins.
    fn weekend_of(&self, date: usize) -> Option<usize> {
        let noun = date.checked_sub(2)?;
        let words = self.words;
        let narrowed = words[date - 1].has(Role::Partitive) && words[noun].has(Role::DateNoun);
        let article = noun > 0 && words[noun - 1].has(Role::Determiner);
        narrowed.then(|| noun - usize::from(article))
    }

    /// Where the phrase of a date ends: the `weekend` of `the Easter weekend` belongs to it.
    pub(super) fn date_end(&self, date: usize) -> usize {
        // `the Easter Weekend`, but not `the 1998 Day of Peace`
        let named =
            |at: usize| self.words.get(at).is_none_or(|w| w.capital || w.has(Role::Partitive));
        let noun = self
            .words
            .get(date + 1)
            .is_some_and(|w| w.has(Role::DateNoun) && !(w.capital && named(date + 2)));
        let end = date + usize::from(noun);
        // `in 2008 alone`
        let alone = self.words.get(end + 1).is_some_and(|w| {
            w.has(Role::Focusing) && !w.any(&[Role::DateModifier, Role::Negation])
        });
        let last = self
            .words
            .get(end + 2)
            .is_none_or(|w| w.has(Role::Coordinator) || matches!(w.kind, Kind::Mark(_)));
        end + usize::from(alone && last)
    }

    /// Where the phrase of a date begins: its preposition and what narrows it belong to it.
    pub(super) fn date_start(&self, date: usize) -> usize {
        let words = self.words;
        let plain = |i: usize| words[i].kind == Kind::Word && words[i].quoted == words[date].quoted;
        // `the well about 1600`: an adverb after an article is a noun.
        let noun = |i: usize| {
            words[i].has(Role::Adverb)
                && i > 0
                && words[i - 1].any(&[Role::Determiner, Role::Possessive])
        };
        // `its oil well on Friday` has a well; `it was built well before 1600` has none.
        let kept = |i: usize| {
            let after = words[i + 1].has(Role::Subordinator);
            // `near the capped well on Friday`, `from the gushing well on Friday`
            let inner = |w: &&Word| w.any(&[Role::Participle, Role::Particle, Role::Gerund]);
            let inside = words[..i].iter().rev().take_while(inner).count();
            let told = inside > 0
                && i > inside
                && words[i - 1 - inside].any(&[Role::Determiner, Role::Possessive]);
            let noun = i > 0 && words[i - 1].is_noun_like() || told;
            words[i].has(Role::Adverb) && !after && noun
        };
        // `set | back on Friday`, `near Saint Just`
        let other = |i: usize| {
            let verb = || self.clauses.iter().any(|clause| clause.verb.span.end == i);
            // `began | back in May`
            let points = words.get(i + 1).is_some_and(|w| w.has(Role::Within));
            words[i].has(Role::Particle) && !points && verb()
                || words[i].capital && i > 0 && words[i - 1].kind == Kind::Word
        };
        let modifier = |i: usize| {
            plain(i) && words[i].has(Role::DateModifier) && !noun(i) && !kept(i) && !other(i)
        };
        let mut start = self.weekend_of(date).unwrap_or(date);
        while start > 0 && modifier(start - 1) {
            start -= 1;
        }
        if start > 0 && plain(start - 1) && words[start - 1].has(Role::DatePreposition) {
            start -= 1;
            let narrowed = start;
            while start > 0 && modifier(start - 1) {
                start -= 1;
            }
            // `in early to mid-June`
            let again = start < narrowed
                && start > 0
                && plain(start - 1)
                && words[start - 1].has(Role::DatePreposition);
            start -= usize::from(again);
        } else {
            // No preposition: an article or adverb before the date may belong to the verb.
            start =
                (start..=date).find(|&i| i == date || !words[i].has(Role::Adverb)).unwrap_or(date);
        }
        // `in or about 1720`
        let joined = start > 1
            && words[start - 1].has(Role::Coordinator)
            && words[start - 2].has(Role::DatePreposition);
        if joined { start - 2 } else { start }
    }

    /// Where the clause at `index` ends, with the clauses that the headline takes along.
    fn reach(&self, index: usize) -> usize {
        let mut end = self.clauses[index].end;
        for (at, next) in self.clauses.iter().enumerate().skip(index + 1) {
            let resumed = self.clauses.get(at..at + 2);
            if resumed.is_some_and(|two| Self::is_inner_aside(two, next.opens)) && next.opens <= end
            {
                end = next.end;
                continue;
            }
            // What goes on behind an aside is no part of it.
            let host =
                matches!(&next.subject, Subject::Own(own) if own.start < self.clauses[index].opens);
            if host {
                break;
            }
            let dated = self.dates.iter().any(|d| (next.opens..next.end).contains(d));
            let comma = self.words.get(next.opens).is_some_and(|w| w.is(','));
            let follows = match next.link {
                Link::Shared => !dated,
                Link::Restriction | Link::Said => true,
                Link::Subordinate | Link::Condition => !dated && !comma,
                _ => false,
            };
            if !follows || next.opens > end {
                break;
            }
            end = next.end;
        }
        end
    }

    /// The place behind a second date, which tells where its clock stands: `on June 6, before midnight | in
    /// Houston`.
    fn place_of_time(&self, kept: &[usize]) -> Range<usize> {
        let removed: Vec<usize> =
            self.dates.iter().copied().filter(|&i| self.is_removed_date(i, kept)).collect();
        let parts = |i: usize| self.words[i].is(',') || self.words[i].has(Role::DatePreposition);
        let second = removed.windows(2).find(|two| {
            let [first, second] = [two[0], two[1]];
            self.words[first + 1].is(',') && (first + 1..second).all(parts)
        });
        let Some(from) = second.map(|two| two[1] + 1) else { return 0..0 };
        let within = self.words.get(from).is_some_and(|w| w.has(Role::Within));
        let names = self.words[(from + 1).min(self.words.len())..].iter();
        let names = names.take_while(|w| w.capital).count();
        if within && names > 0 { from..from + 1 + names } else { 0..0 }
    }

    /// `kept` without the dates of happenings and the marks around them.
    fn without_dates(&self, kept: &[usize]) -> Vec<usize> {
        let place = self.place_of_time(kept);
        let removed = |i: usize| self.is_removed_date(i, kept) || place.contains(&i);
        let mut out: Vec<usize> = Vec::new();
        let mut skipped = false;
        for (at, &i) in kept.iter().enumerate() {
            let word = &self.words[i];
            if removed(i) {
                skipped = true;
                continue;
            }
            let link = word.any(&[Role::DatePreposition, Role::Coordinator])
                || word.is(',')
                || word.is('—');
            let before_date = kept.get(at + 1).is_some_and(|&next| removed(next));
            // The comma after a date, and what joins two dates, goes with them.
            if skipped && (word.is(',') || link && before_date) {
                if out.last().is_some_and(|&last| self.words[last].is(',')) {
                    out.pop();
                } else if !before_date && word.is(',') && self.needs_comma(kept, at) {
                    out.push(i);
                }
                continue;
            }
            skipped = false;
            out.push(i);
        }
        out
    }

    /// Whether the comma at `at` parts more than the date before it: an aside follows.
    fn needs_comma(&self, kept: &[usize], at: usize) -> bool {
        kept.get(at + 1).is_some_and(|&i| {
            let word = &self.words[i];
            !word.any(&[Role::PlacePreposition]) || word.any(&[Role::Gerund, Role::According])
        })
    }

    /// `kept` up to the first comma after which only an aside follows.
    fn without_trailing_aside(&self, mut kept: Vec<usize>) -> Vec<usize> {
        let aside = (0..kept.len())
            .find(|&at| self.opens_aside(&kept, at) && !self.is_unfinished(&kept[..at]));
        if let Some(at) = aside {
            kept.truncate(at);
        }
        let mut kept = self.undangled(kept);
        kept.truncate(self.before_bare_saying(&kept));
        // `made it on Monday, | not on Tuesday`, `opened | just a year ago`
        while kept.len() > 1 && kept.last().is_some_and(|&i| self.points_at_nothing(i)) {
            kept.pop();
            kept = self.undangled(kept);
        }
        while kept.last().is_some_and(|&i| self.lost_its_date(i) || self.waits_for_date(i)) {
            kept.pop();
        }
        // `apologised | for saying: “I want my life back”`
        if let [.., preposition, saying] = kept.as_slice()
            && self.words[*preposition].has(Role::Preposition)
            && self.words[*saying].has(Role::Saying)
            && self.words[*saying].has(Role::Gerund)
        {
            kept.truncate(kept.len() - 2);
        }
        // `dismissed the letter as | “nothing new”`
        let compares = |i: &usize| {
            self.words[*i].has(Role::Subordinator) && self.words[*i].has(Role::Comparison)
        };
        if kept.last().is_some_and(compares) {
            kept.pop();
        }
        // `at least` until a date that has gone
        if let [.., at, least] = kept.as_slice()
            && self.words[*at].has(Role::Preposition)
            && self.words[*least].has(Role::Degree)
        {
            kept.truncate(kept.len() - 2);
        }
        kept
    }

    /// Whether the word at `i` points out a date that has left the headline.
    fn points_at_nothing(&self, i: usize) -> bool {
        let date =
            |at: usize| self.dates.iter().any(|&date| self.date_start(date) <= at && at <= date);
        let next = i + 1;
        let word = &self.words[i];
        let points = date(next) || word.has(Role::DateModifier);
        let ends = |w: &Word| w.parts_clauses() || w.is('.');
        // `near Saint Just`
        let name = word.capital && i > 0 && self.words[i - 1].capital;
        word.has(Role::Focusing) && !name && (points || self.words.get(next).is_none_or(ends))
    }

    /// `kept` without the marks and the `and` at its end.
    fn undangled(&self, mut kept: Vec<usize>) -> Vec<usize> {
        while kept.last().is_some_and(|&i| Self::dangles(&self.words[i])) {
            kept.pop();
        }
        kept
    }

    /// How many words stand before a verb that says what has been cut: `rose and said, “…”`.
    fn before_bare_saying(&self, kept: &[usize]) -> usize {
        let bare = matches!(kept, [.., and, says]
            if self.words[*and].has(Role::Coordinator)
                && self.words[*says].has(Role::Saying)
                && self.words[*says].has(Role::Past));
        // `a letter that said, in a few words, …`
        let opened = matches!(kept, [.., that, says]
            if self.words[*that].has(Role::Relative)
                && self.words[*says].has(Role::Saying)
                && !self.words[*says].has(Role::Gerund));
        kept.len() - if bare || opened { 2 } else { 0 }
    }

    /// Whether the word at `i` tells of the noun before it only the date that has gone: `bonds due | in 2019`.
    fn waits_for_date(&self, i: usize) -> bool {
        let dated = self.dates.iter().any(|&date| self.date_start(date) == i + 1);
        let noun = i > 0 && self.words[i - 1].is_noun_like();
        dated && noun && self.words[i].has(Role::Prospective) && self.clause_of_verb(i).is_none()
    }

    /// Whether the word at `i` is a preposition whose date has left the headline.
    fn lost_its_date(&self, i: usize) -> bool {
        let next = self.words.get(i + 1);
        let date = next.is_some_and(|w| w.is_date() || w.has(Role::DatePreposition));
        // `The owners gave in` on that day.
        let gerund = i > 0 && self.words[i - 1].has(Role::Gerund);
        let particle = self.words[i].has(Role::Particle)
            || gerund && next.is_some_and(|w| w.has(Role::DatePreposition))
            || self.clauses.iter().any(|clause| clause.verb.span.end == i);
        let up_to = self.words[i].has(Role::Preposition) && self.words[i].has(Role::Particle);
        let up_to = up_to
            && !self.clauses.iter().any(|clause| clause.verb.span.end == i)
            && next.is_some_and(|w| w.has(Role::Infinitive))
            && self.dates.iter().any(|&date| self.date_start(date) == i + 1);
        up_to || self.words[i].has(Role::DatePreposition) && !particle && date
    }

    pub(super) fn dangles(word: &Word) -> bool {
        matches!(word.kind, Kind::Mark(c) if !matches!(c, '"' | '%' | '\'' | '’' | ')'))
            || word.has(Role::Coordinator)
    }

    fn opens_aside(&self, kept: &[usize], at: usize) -> bool {
        let words = self.words;
        let word = &words[kept[at]];
        if word.has(Role::According) {
            return true;
        }
        if !matches!(word.kind, Kind::Mark(',' | ';' | '—' | ':')) || word.quoted {
            return false;
        }
        let Some(next) = kept.get(at + 1).map(|&i| &words[i]) else { return true };
        if !word.is(',') {
            return true;
        }
        if next.any(&[Role::Gerund, Role::According, Role::Relative, Role::Subordinator]) {
            return true;
        }
        // `, due to the number and size of the waves`
        if next.has(Role::Preposition) && !next.any(&[Role::Determiner, Role::Adverb]) {
            return true;
        }
        if self.parts_adjectives(kept, at) {
            return false;
        }
        let rest = &kept[at + 1..];
        // `found sixty seals, most of them dead`
        let of_them = rest.len() > 2
            && at > 0
            && words[kept[at - 1]].plural
            && !next.has(Role::Negation)
            && words[rest[1]].has(Role::Partitive)
            && words[rest[2]].any(&[Role::Pronoun, Role::Plural]);
        if of_them {
            return false;
        }
        let until = rest.iter().position(|&i| words[i].has(Role::Coordinator));
        let list = until.is_some_and(|n| {
            rest[..n].iter().all(|&i| !self.clauses.iter().any(|c| c.verb.span.contains(&i)))
        });
        let place = at > 0 && next.capital && words[kept[at - 1]].capital && next.is_noun_like();
        let joins = next.has(Role::Coordinator);
        !(list || place || joins)
    }

    /// Whether the comma at `at` parts two adjectives: `a new, more cautious plan`.
    fn parts_adjectives(&self, kept: &[usize], at: usize) -> bool {
        let Some([article, adjective]) = at.checked_sub(2).map(|from| &kept[from..at]) else {
            return false;
        };
        let [article, adjective, next] =
            [*article, *adjective, kept[at + 1]].map(|i| &self.words[i]);
        are_parted_adjectives(article, adjective, next)
    }

    pub(super) fn text(&self, range: Range<usize>) -> &str {
        match (self.words.get(range.start), range.end.checked_sub(1).map(|i| &self.words[i])) {
            (Some(first), Some(last)) if first.span.start < last.span.end => {
                &self.sentence[first.span.start..last.span.end]
            }
            _ => "",
        }
    }

    /// The text of words, with one space wherever the sentence has white space or lost a word.
    pub(super) fn render(&self, indices: &[usize]) -> String {
        let mut out = String::new();
        let mut last: Option<usize> = None;
        for &i in indices {
            let word = &self.words[i];
            if let Some(last) = last {
                let gap = &self.sentence[self.words[last].span.end..word.span.start];
                let closes =
                    matches!(word.kind, Kind::Mark(',' | ';' | ':' | ')') | Kind::Genitive);
                let space = if last + 1 == i { !gap.is_empty() } else { !closes };
                if space {
                    out.push(' ');
                }
            }
            out.extend(
                self.sentence[word.span.clone()].split_whitespace().flat_map(|part| [part, " "]),
            );
            out.truncate(out.trim_end().len());
            last = Some(i);
        }
        out
    }
}

/// Balances quotes, drops a final mark and gives the first letter its capital.
fn finish(text: &str) -> String {
    let text = balanced(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = [" ,", " ;", " :"].iter().fold(text, |text, mark| text.replace(mark, &mark[1..]));
    let text = text.trim().trim_end_matches([',', ';', ':', '-', '–', '—', '!', '?']).trim_end();
    let text = [".\"", ",\"", ".”", ",”"].iter().fold(text.to_owned(), |text, end| {
        text.strip_suffix(end).map_or(text.clone(), |rest| format!("{rest}{}", &end[1..]))
    });
    let text = text.replace("..", ".");
    let first = text.find(|c: char| !matches!(c, '"' | '“' | '‘' | '\''));
    let (marks, text) = text.split_at(first.unwrap_or(0));
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{marks}{first}{}", chars.as_str())
}

/// `text` without double quotes when they do not come in pairs.
fn balanced(text: &str) -> String {
    let opened = text.matches(['“', '„', '«']).count();
    let closed = text.matches(['”', '»']).count();
    let straight = text.matches('"').count();
    let mut text = text.to_owned();
    if opened != closed {
        text = text.replace(['“', '”', '„', '«', '»'], "");
    }
    if straight % 2 == 1 {
        text = text.replace('"', "");
    }
    text
}
