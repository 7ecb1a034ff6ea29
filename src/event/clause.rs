//! The words of a sentence in, its clauses out: each with its verb, its subject and how it hangs
//! on the others.
//!
//! ```text
//! [Word] ── verbs ──▶ [Verb] ── what stands between two of them ──▶ [Clause]
//! ```
//!
//! No grammar is complete without a dictionary, and there is none here: a verb is known by its
//! form, a border by the small words and marks between two verbs. Where that leaves a doubt, the
//! reading is the one that yields no event.

use std::ops::Range;

use super::words::{Kind, Word};
use crate::temporal::lexicon::prose::Role;

/// How many words `some of` before `which` may have.
const MOST_PARTITIVE: usize = 6;

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `gave`, `was given`.
    Past,
    /// `has given`.
    Perfect,
    /// `had given`.
    Pluperfect,
    /// `gives`, `is giving`, `is given`.
    Present,
    /// `will give`, `is to give`, `is expected to give`, `plans to give`.
    Future,
    /// `would give`, `was expected to give`.
    FutureInPast,
    /// `may give`, `should give`.
    Possible,
    /// `given`, with no auxiliary of its own.
    Bare,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verb {
    /// From the first auxiliary to the main verb.
    pub(super) span: Range<usize>,
    /// The main verb; the last auxiliary when there is no other.
    pub(super) main: usize,
    /// Its form.
    pub(super) form: Form,
    /// Whether it is a "be" with a participle.
    pub(super) passive: bool,
    /// Whether it has no main verb: `was`, `has`.
    pub(super) bare_auxiliary: bool,
    /// Whether it is negated or tells a habit, so that nothing happened.
    pub(super) untold: bool,
}

/// How a clause hangs on the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// On nothing.
    Main,
    /// Joined to its equal before it, with a subject of its own.
    Joined,
    /// Joined, with the subject of the clause before: `was convicted and sentenced`.
    Shared,
    /// What somebody said or thought.
    Said,
    /// Opened by `when`, `after`, `because`.
    Subordinate,
    /// Opened by `if`.
    Condition,
    /// About the noun before it, set off by a comma: `, which opened in 2003`, `, born in 1912`.
    Aside,
    /// About the noun before it, to tell which one is meant: `the phone released in 2003`.
    Restriction,
    /// Who said it: `, police said`.
    Attribution,
}

/// What a clause tells about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// The words before its verb.
    Own(Range<usize>),
    /// The noun before it.
    Antecedent(Range<usize>),
    /// The subject of that clause.
    Of(usize),
}

/// A clause: a verb and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// How it hangs on the others.
    pub(super) link: Link,
    /// Where the mark or word that opens it stands.
    pub(super) opens: usize,
    /// Where its words begin, after what opens it.
    pub(super) start: usize,
    /// Where the next clause opens.
    pub(super) end: usize,
    /// Its verb.
    pub(super) verb: Verb,
    /// What it tells about.
    pub(super) subject: Subject,
}

/// Finds the clauses of a sentence, in the order of their verbs.
pub(super) fn clauses(words: &[Word]) -> Vec<Clause> {
    let mut parser = Parser { words, clauses: Vec::new(), hosts: Vec::new() };
    for verb in verbs(words) {
        parser.add(verb);
    }
    parser.finish()
}

/// Finds the verbs of a sentence: finite ones, and participles that stand for a clause.
fn verbs(words: &[Word]) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match verb_at(words, at) {
            Some(verb) => {
                at = verb.span.end;
                found.push(verb);
            }
            None => at += 1,
        }
    }
    found
}

fn verb_at(words: &[Word], at: usize) -> Option<Verb> {
    let word = &words[at];
    // A capital inside a sentence makes a name: `United`, `Will`.
    if word.kind != Kind::Word || word.capital && at > 0 && !words[at - 1].is('"') {
        return None;
    }
    let infinitive = at > 0 && words[at - 1].has(Role::Infinitive);
    if infinitive && word.any(&[Role::HavePresent, Role::DoPresent, Role::Base]) {
        return None;
    }
    if auxiliary(word).is_some() { auxiliary_verb(words, at) } else { simple_verb(words, at) }
}

/// [`verb_at`] of a place that may lie behind the last word.
fn verb_at_if_any(words: &[Word], at: usize) -> Option<Verb> {
    if at < words.len() { verb_at(words, at) } else { None }
}

fn auxiliary(word: &Word) -> Option<Form> {
    const FORMS: [(Role, Form); 9] = [
        (Role::Future, Form::Future),
        (Role::FutureInPast, Form::FutureInPast),
        (Role::Modal, Form::Possible),
        (Role::HavePresent, Form::Perfect),
        (Role::HavePast, Form::Pluperfect),
        (Role::BePresent, Form::Present),
        (Role::BePast, Form::Past),
        (Role::DoPast, Form::Past),
        (Role::DoPresent, Form::Present),
    ];
    FORMS.into_iter().find(|&(role, _)| word.has(role)).map(|(_, form)| form)
}

/// Reads a verb that begins with an auxiliary: `has been arrested`, `is expected to open`.
fn auxiliary_verb(words: &[Word], at: usize) -> Option<Verb> {
    let first = &words[at];
    // `his will`, `the can`
    let noun = at > 0 && words[at - 1].any(&[Role::Possessive]) && first.has(Role::Future);
    let mut form = auxiliary(first).filter(|_| !noun)?;
    let mut be = first.any(&[Role::BePresent, Role::BePast]);
    let mut base = first.any(&[Role::Future, Role::FutureInPast, Role::Modal]);
    base |= first.any(&[Role::DoPast, Role::DoPresent]);
    let mut untold = first.has(Role::Negation);
    let mut last = at;
    let mut next = at + 1;
    let verb = |main: usize, form, passive, bare_auxiliary, untold| {
        Some(Verb { span: at..main + 1, main, form, passive, bare_auxiliary, untold })
    };
    while next < words.len() && next < at + 12 {
        let word = &words[next];
        let participle = word.any(&[Role::Participle, Role::Past]);
        if be && word.has(Role::Prospective) {
            if words.get(next + 1).is_some_and(|w| w.has(Role::Infinitive)) {
                form = planned(form);
                (be, base, last, next) = (false, true, next + 1, next + 2);
                continue;
            }
            let form = if form == Form::Present { Form::Future } else { form };
            return verb(next, form, true, false, untold);
        }
        if be && last + 1 == next && word.has(Role::Infinitive) {
            // `is to open`
            form = planned(form);
            (be, base, last, next) = (false, true, next, next + 1);
        } else if word.any(&[Role::Be, Role::Been, Role::Being]) {
            (be, base, last, next) = (true, false, next, next + 1);
        } else if base && word.has(Role::HavePresent) {
            // `would have gone` did not happen.
            form = if form == Form::FutureInPast { Form::Possible } else { form };
            (base, last, next) = (false, next, next + 1);
        } else if base && !word.any(&[Role::Negation, Role::Adverb, Role::Habit]) {
            let main = word.kind == Kind::Word
                && !word.capital
                && !word.any(&[Role::Determiner, Role::Preposition, Role::Pronoun]);
            return if main { verb(next, form, false, false, untold) } else { None };
        } else if participle && !base {
            return verb(next, form, be, false, untold);
        } else if be && word.has(Role::Gerund) {
            return verb(next, form, false, false, untold);
        } else if word.is('"') {
            next += 1;
        } else if let Some(skipped) = inside_verb(words, next) {
            untold |= word.any(&[Role::Negation, Role::Habit]);
            next += skipped;
        } else {
            break;
        }
    }
    let only_modal = base && !first.any(&[Role::DoPast, Role::DoPresent]);
    if only_modal { None } else { verb(last, form, false, true, untold) }
}

/// How many words at `at` may stand between an auxiliary and its verb: an adverb, a date.
fn inside_verb(words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let adverb = word.any(&[Role::Adverb, Role::Habit, Role::Negation, Role::DateModifier]);
    if word.is_date() || adverb && !word.has(Role::Determiner) {
        return Some(1);
    }
    let date = words.get(at + 1).is_some_and(Word::is_date);
    (word.has(Role::DatePreposition) && date).then_some(2)
}

fn planned(form: Form) -> Form {
    if matches!(form, Form::Present | Form::Future | Form::Perfect) {
        Form::Future
    } else {
        Form::FutureInPast
    }
}

/// Reads a verb of one word: `gave`, `says`, `plans` before an infinitive.
fn simple_verb(words: &[Word], at: usize) -> Option<Verb> {
    let word = &words[at];
    let before = words[..at].iter().rev().find(|w| !w.any(&[Role::Adverb, Role::Habit]));
    if before.is_some_and(|w| w.any(&[Role::Be, Role::Been, Role::Being, Role::Having])) {
        return None;
    }
    // `after becoming infected`
    let told_of_gerund = at > 1
        && words[at - 1].has(Role::Gerund)
        && words[at - 2].any(&[Role::Preposition, Role::Subordinator]);
    if told_of_gerund && word.has(Role::Participle) {
        return None;
    }
    let infinitive = words.get(at + 1).is_some_and(|w| w.has(Role::Infinitive));
    let nominal = |w: &Word| {
        w.any(&[Role::Determiner, Role::Possessive, Role::Preposition])
            && !w.any(&[Role::Pronoun, Role::Relative])
            || matches!(w.kind, Kind::Genitive | Kind::Number)
    };
    let after_nominal = before.is_some_and(nominal);
    let (past, participle) = (word.has(Role::Past), word.has(Role::Participle));
    if past && continues_infinitive(words, at) {
        return None;
    }
    let form = if past && !participle {
        if is_noun_in_form_of_past(words, at) {
            return None;
        }
        Form::Past
    } else if past || participle {
        if attributive(words, at, before) {
            return None;
        }
        if past { Form::Past } else { Form::Bare }
    } else if word.has(Role::Intention)
        && infinitive
        && !after_nominal
        && !before.is_some_and(|w| w.is('"'))
    {
        Form::Future
    } else if word.any(&[Role::Saying, Role::Announcing, Role::Stative, Role::Present])
        && !word.has(Role::Gerund)
        && !after_nominal
        && at > 0
        && agrees(word, before)
        && (word.has(Role::Present) || !follows_verb(words, at))
    {
        Form::Present
    } else {
        return None;
    };
    let (passive, bare_auxiliary) = (false, false);
    let habit = word.has(Role::FormerHabit) && infinitive;
    let untold = habit || at > 0 && words[at - 1].any(&[Role::Habit, Role::Negation]);
    let span = at..at + 1;
    Some(Verb { span, main: at, form, passive, bare_auxiliary, untold })
}

/// Whether the word at `at`, whose past is like its base form, is the second infinitive of two: `to sell
/// ships and cut fares`.
fn continues_infinitive(words: &[Word], at: usize) -> bool {
    let joined = at > 2 && words[at].has(Role::Base) && words[at - 1].has(Role::Coordinator);
    let ends = |w: &Word| {
        let finite = w.has(Role::Past) && !w.has(Role::Participle) || auxiliary(w).is_some();
        finite || w.any(&[Role::Relative, Role::Subordinator]) || w.parts_clauses()
    };
    let nearest = (0..at.saturating_sub(2))
        .rev()
        .take_while(|&i| !ends(&words[i]))
        .find(|&i| words[i].has(Role::Infinitive));
    let verb = |w: &Word| {
        let noun = w.any(&[Role::Determiner, Role::Possessive, Role::Pronoun]) || w.capital;
        w.kind == Kind::Word && !noun && !w.plural
    };
    joined && nearest.is_some_and(|to| verb(&words[to + 1]))
}

/// Whether the clause of the word at `at` has its verb already, so that the word is a noun: `paid $5
/// million for cleanup costs`.
fn follows_verb(words: &[Word], at: usize) -> bool {
    let starts = |w: &Word| {
        let opener = w.any(&[Role::Relative, Role::Subordinator, Role::Complementizer]);
        opener && !w.has(Role::Preposition) || w.has(Role::Coordinator) || w.parts_clauses()
    };
    let start = words[..at].iter().rposition(starts).map_or(0, |opener| opener + 1);
    let opened = start > 0 && words[start - 1].any(&[Role::Relative, Role::Subordinator]);
    let verb = (start..at).find(|&i| {
        let past = words[i].has(Role::Past) && !words[i].has(Role::Participle) && !words[i].capital;
        let been = words[i].any(&[Role::HavePresent, Role::BePast, Role::BePresent]);
        past || been && words.get(i + 1).is_some_and(|w| w.any(&[Role::Participle, Role::Been]))
    });
    let says = |i: usize| words[i..at].iter().any(|w| w.any(&[Role::Saying, Role::Announcing]));
    !opened && verb.is_some_and(|i| !says(i))
}

/// Whether a present form can have the word before it for its subject: `crews hope` and `he hopes`,
/// but not `the best hope`.
fn agrees(word: &Word, before: Option<&Word>) -> bool {
    const SEVERAL: &[Role] =
        &[Role::Pronoun, Role::Several, Role::Relative, Role::Coordinator, Role::CommonNoun];
    word.plural
        || before.is_none_or(|w| w.plural || w.capital || w.kind != Kind::Word || w.any(SEVERAL))
}

/// Whether the participle at `at` stands before a noun, as an adjective: `the wounded man`.
fn attributive(words: &[Word], at: usize, before: Option<&Word>) -> bool {
    let Some(before) = before else { return false };
    if before.has(Role::Coordinator) && at > 2 && words[at - 2].has(Role::Participle) {
        // `the dismembered and burned body`
        let earlier = words[..at - 2].iter().rev().find(|w| !w.any(&[Role::Adverb, Role::Habit]));
        return earlier.is_some_and(|w| {
            w.kind == Kind::Genitive || w.any(&[Role::Determiner, Role::Possessive])
        }) && words.get(at + 1).is_some_and(Word::is_noun_like);
    }
    let after = words.get(at + 1);
    let noun_follows = after.is_some_and(|w| w.is_noun_like() || w.kind == Kind::Number);
    if before.has(Role::Complementizer) && noun_follows && opens_what_was_said(words, at - 1) {
        return true;
    }
    let unclear = after.is_some_and(|w| w.any(&[Role::Participle, Role::Gerund, Role::CommonNoun]));
    // `On Monday, retired admiral Carl Moor`
    let leads = words[..at].split_last().is_some_and(|(comma, date)| {
        let of_date = |w: &Word| w.is_date() || w.any(&[Role::DatePreposition, Role::DateModifier]);
        comma.is(',') && date.last().is_some_and(Word::is_date) && date.iter().all(of_date)
    });
    match before.kind {
        Kind::Mark(',') if leads => noun_follows,
        Kind::Genitive => !has_object_of_its_own(words, at),
        Kind::Number => noun_follows,
        _ if before.any(&[Role::Pronoun, Role::Relative, Role::Infinitive]) => false,
        // `its ruptured well`
        _ if before.has(Role::Possessive) => true,
        _ if before.any(&[Role::Determiner, Role::Possessive]) => noun_follows || unclear,
        _ => before.has(Role::Preposition) && !words[at].has(Role::Saying),
    }
}

/// Whether what follows the past form at `at`, behind a name that ends in a genitive, can only be its
/// object: `Moody's cut its rating`, `Moody's downgraded the bank`, `Moody's downgraded Greece's debt`. Of a
/// bare noun a sentence that goes on without a verb says so: `Moody's cut ratings`, but `Moor's sold ships
/// sank`.
fn has_object_of_its_own(words: &[Word], at: usize) -> bool {
    let name = at > 1 && words[at - 2].capital && words[at - 2].is_noun_like();
    let name = name && words[at - 1].kind == Kind::Genitive && words[at].has(Role::Past);
    // `Moor's got a good price`
    let name = name && !words[at].has(Role::Possessing);
    let Some(object) = words.get(at + 1).filter(|_| name) else { return false };
    let noun = object.is_noun_like() || object.kind == Kind::Number;
    let whole = noun && is_whole_object(words, at + 1);
    if whole && heads_clause(words, at - 2) && is_only_verb(words, at) {
        return true;
    }
    let determined = object.any(&[Role::Determiner, Role::Possessive]);
    // `BP's damaged Gulf of Mexico well`
    let noun_behind = words.get(at + 2).is_some_and(|w| w.is_noun_like() || w.has(Role::Partitive));
    determined || object.capital && object.is_noun_like() && !noun_behind
}

/// Whether nothing but names and, before them, a date stands between the name at `at` and the beginning of
/// its clause: `On Monday, Hall & Moor`.
fn heads_clause(words: &[Word], at: usize) -> bool {
    let name = |w: &&Word| w.kind == Kind::Word && (w.capital || w.has(Role::Coordinator));
    let names = words[..at].iter().rev().take_while(name).count();
    let before = &words[..at - names];
    let of_date = |w: &Word| w.is_date() || w.is(',') || w.has(Role::DatePreposition);
    before.last().is_none_or(|w| w.is(',') || w.is_date()) && before.iter().all(of_date)
}

/// Whether the sentence has no finite verb behind the one at `at`, but one each in what a relative, a
/// subordinator or `and` begins, and who says so.
fn is_only_verb(words: &[Word], at: usize) -> bool {
    let finite = |i: usize| {
        let by = words.get(i + 1).is_some_and(|w| w.has(Role::Agent));
        let past = words[i].has(Role::Past) && !(words[i].has(Role::Participle) && by);
        let verb = past || words[i].has(Role::Present) || auxiliary(&words[i]).is_some();
        verb && !words[i].capital && !words[i].has(Role::Saying)
    };
    let opens = |i: usize| {
        let set_off = words[i - 1].is(',');
        let opener = words[i].any(&[Role::Relative, Role::Complementizer, Role::Subordinator]);
        opener && !set_off
            || words[i].has(Role::Coordinator) && i + 1 < words.len() && finite(i + 1)
    };
    let goes_on = |w: &Word| {
        w.any(&[Role::Participle, Role::Been, Role::Being, Role::Adverb]) || auxiliary(w).is_some()
    };
    let mut opened = 0;
    let mut i = at + 1;
    while i < words.len() {
        if finite(i) {
            if opened == 0 {
                return false;
            }
            opened -= 1;
            i += words[i + 1..].iter().take_while(|w| goes_on(w)).count();
        } else if opens(i) {
            opened += 1;
        }
        i += 1;
    }
    true
}

/// Whether the bare noun at `at` can be a whole object: no name follows it, as in `the disgraced general
/// Carl Moor`, and what stands behind it begins something else.
fn is_whole_object(words: &[Word], at: usize) -> bool {
    let noun = |w: &&Word| w.is_noun_like() || w.kind == Kind::Number;
    let object = words[at..].iter().take_while(noun).count();
    let named = words[at..at + object].windows(2).any(|two| !two[0].capital && two[1].capital);
    let behind = words.get(at + object);
    let begins = [
        Role::Preposition,
        Role::DatePreposition,
        Role::Coordinator,
        Role::Relative,
        Role::Subordinator,
        Role::Infinitive,
    ];
    let ends =
        behind.is_none_or(|w| w.is_date() || matches!(w.kind, Kind::Mark(_)) || w.any(&begins));
    ends && !named
}

/// Whether the word at `that` opens what was said: `announced on Monday that retired judges would sit`.
fn opens_what_was_said(words: &[Word], that: usize) -> bool {
    let dated = |w: &&Word| w.is_date() || w.has(Role::DatePreposition);
    let teller = words[..that].iter().rev().find(|w| !dated(w));
    teller.is_some_and(|w| w.any(&[Role::Saying, Role::Announcing]))
}

/// Whether an article makes a noun or adjective of the past form at `at`: `the rose garden`.
fn is_noun_in_form_of_past(words: &[Word], at: usize) -> bool {
    let article = at.checked_sub(1).is_some_and(|before| {
        words[before].any(&[Role::Determiner, Role::Possessive])
            && !words[before].any(&[Role::Pronoun, Role::Adverb])
    });
    article && words.get(at + 1).is_some_and(|w| w.is_noun_like() && !w.capital)
}

struct Parser<'a> {
    words: &'a [Word],
    clauses: Vec<Clause>,
    /// Where the subjects begin that still wait for their verb.
    hosts: Vec<usize>,
}

/// What opens a clause, and where.
struct Opening {
    link: Link,
    /// The mark or word that opens it.
    opens: usize,
    /// The first word after what opens it.
    start: usize,
    subject: Subject,
}

impl Parser<'_> {
    fn add(&mut self, verb: Verb) {
        let from = self.clauses.last().map_or(0, |clause| clause.verb.span.end);
        let opening = self.opening(from, &verb);
        if let Some(last) = self.clauses.last_mut() {
            last.end = opening.opens.max(last.verb.span.end);
        }
        let Opening { link, opens, start, subject } = opening;
        let end = self.words.len();
        self.clauses.push(Clause { link, opens, start, end, verb, subject });
    }

    /// Joins `It was on March 2` with the clause that it points at, `that the court ruled`: it only says
    /// when. What is told between the two, of the court or of who says so, stays a clause of its own.
    fn join_cleft(&mut self) {
        let at = (0..self.clauses.len())
            .find_map(|at| Some((at, self.told_of_date(self.date_pointed_out(at)?, at)?)));
        let Some((at, told)) = at else { return };
        let (link, opens) = (self.clauses[at].link, self.clauses[at].opens);
        for between in &mut self.clauses[at + 1..told] {
            if between.link == Link::Said {
                between.link = Link::Attribution;
            }
        }
        (self.clauses[told].link, self.clauses[told].opens) = (link, opens);
        self.clauses.remove(at);
        for clause in &mut self.clauses {
            if let Subject::Of(other) = &mut clause.subject
                && *other > at
            {
                *other -= 1;
            }
        }
    }

    /// The `that` behind which is told what happened, if a clause does no more than to point out its date:
    /// `It was on March 2 that`. `It was not until March 2 that` says that it happened then.
    fn date_pointed_out(&self, clause: usize) -> Option<usize> {
        let words = self.words;
        let Clause { subject: Subject::Own(subject), verb, .. } = &self.clauses[clause] else {
            return None;
        };
        let it = words[subject.clone().last()?].has(Role::Neuter)
            && words[subject.clone().last()?].has(Role::Pronoun)
            && !words[subject.clone().last()?].has(Role::Possessive);
        let be = words[verb.main].any(&[Role::BePast, Role::BePresent]) && verb.bare_auxiliary;
        let of_date = |w: &Word| {
            let roles = [Role::DatePreposition, Role::DateModifier, Role::Adverb, Role::Negation];
            w.is_date() || w.is(',') || w.any(&roles)
        };
        let behind = &words[verb.span.end..];
        let between = &behind[..behind.iter().take_while(|w| of_date(w)).count()];
        let that = verb.span.end + between.len();
        let opener = words.get(that)?;
        let opens = opener.has(Role::Complementizer)
            || opener.has(Role::Relative) && opener.has(Role::Subordinator);
        let dated = between.iter().any(Word::is_date);
        let told = !verb.untold || between.iter().any(|w| w.has(Role::Terminal));
        (it && be && opens && dated && told).then_some(that)
    }

    /// The clause behind the `that` of a date pointed out by the clause at `pointing`: the first whose
    /// subject stands there, but who says so between two commas.
    fn told_of_date(&self, that: usize, pointing: usize) -> Option<usize> {
        let words = self.words;
        let saying = |clause: &Clause| {
            let set_off = words.get(that + 1).is_some_and(|w| w.is(','))
                && words.get(clause.verb.span.end).is_some_and(|w| w.is(','));
            set_off && words[clause.verb.main].has(Role::Saying)
        };
        let first = pointing + 1;
        let skipped = self.clauses.get(first).is_some_and(saying);
        (first..self.clauses.len()).find(|&at| {
            let clause = &self.clauses[at];
            let own = match &clause.subject {
                Subject::Own(own) if skipped => own.start > that,
                Subject::Own(own) => own.start == that + 1,
                _ => false,
            };
            own && !(skipped && at == first)
        })
    }

    /// A subject that never got its verb had it already: `The inquiry, held in 1994, …` without more.
    fn finish(mut self) -> Vec<Clause> {
        self.join_cleft();
        let main = self.clauses.iter().any(|c| matches!(c.link, Link::Main | Link::Joined));
        if let (Some(&host), false, Some(first)) =
            (self.hosts.first(), main, self.clauses.first_mut())
        {
            let subject = host..first.opens.max(host);
            let relative = self.words[first.opens..first.verb.span.start]
                .iter()
                .any(|w| w.has(Role::Relative));
            let published = self.words[first.verb.main].has(Role::Announcing);
            if first.link == Link::Aside && !relative && !published && !subject.is_empty() {
                (first.link, first.subject) = (Link::Main, Subject::Own(subject));
                first.opens = 0;
                if could_be_participle(&self.words[first.verb.main], &first.verb) {
                    first.verb.form = Form::Bare;
                }
            }
        }
        self.clauses
    }

    /// Decides what opens the clause of `verb`, looking back from it to `from`.
    fn opening(&mut self, from: usize, verb: &Verb) -> Opening {
        let at = self.before_adverbs(from, verb.span.start);
        if let Some(teller) = self.after_quotation(from, at, verb) {
            return teller;
        }
        let closes_aside = at > from && self.words[at - 1].is(',');
        if at == from || closes_aside && !self.commas(from, at - 1) {
            return self.directly(from, at, verb);
        }
        let marker = (from..at).rev().find(|&i| self.opens_clause(from, i, at));
        match marker {
            Some(marker) => self.marked(from, marker, at, verb),
            None => self.unmarked(from, at, verb),
        }
    }

    /// A clause whose subject follows a quotation: `“The dam holds,” Bell told the council`.
    fn after_quotation(&mut self, from: usize, at: usize, verb: &Verb) -> Option<Opening> {
        let words = self.words;
        let told = !words[at].quoted;
        let closes = (from..at).rev().find(|&i| words[i].is('"')).filter(|_| told)?;
        let before = closes.checked_sub(1).map(|i| &words[i])?;
        let ends = before.quoted && before.parts_clauses() && !before.is('"');
        if !ends || !words[closes + 1..at].iter().any(is_nominal) {
            return None;
        }
        self.hosts.clear();
        let says = words[verb.main].has(Role::Saying) && verb.form != Form::Bare;
        let first = self.clauses.is_empty();
        let plain = if first { Link::Main } else { Link::Joined };
        let link = if says { Link::Attribution } else { plain };
        let start = closes + 1;
        Some(Opening { link, opens: start, start, subject: Subject::Own(start..at) })
    }

    /// Where the adverbs and dates right before a verb begin.
    fn before_adverbs(&self, from: usize, verb: usize) -> usize {
        let mut at = verb;
        while at > from + 1 {
            let word = &self.words[at - 1];
            // After an article it is a noun: `a second well was dug`.
            let noun = self.only_introduces_noun(from, at - 1);
            if word.any(&[Role::Adverb, Role::Habit])
                // `the Skarvik well was dug`
                && !word.any(&[Role::Determiner, Role::Subordinator, Role::Pronoun, Role::PlaceNoun])
                && !noun
            {
                at -= 1;
            } else {
                break;
            }
        }
        at
    }

    /// Whether the words right before `at` are an article, perhaps with an ordinal.
    fn only_introduces_noun(&self, from: usize, at: usize) -> bool {
        // `its leaking well`
        let ordinal = at > from + 1
            && self.words[at - 1].any(&[Role::Connective, Role::Gerund])
            && !self.words[at - 2].has(Role::Preposition);
        let at = at - usize::from(ordinal);
        at > from && {
            let word = &self.words[at - 1];
            word.any(&[Role::Determiner, Role::Possessive])
                && !word.any(&[Role::Pronoun, Role::Adverb])
        }
    }

    fn commas(&self, from: usize, until: usize) -> bool {
        self.words[from..until].iter().any(|w| w.is(','))
    }

    /// A verb with nothing but a comma, or nothing at all, between it and the verb before.
    fn directly(&mut self, from: usize, at: usize, verb: &Verb) -> Opening {
        let words = self.words;
        let comma = at > from;
        let opens = if comma { at - 1 } else { at };
        if self.clauses.is_empty() {
            return self.first(at, verb);
        }
        if let Some(host) = self.hosts.pop() {
            return self.resume(host, from, at);
        }
        if let Some(noun) = self.noun_of_what_was_said(verb).filter(|_| comma) {
            let about = self.clauses.last().map_or(at, |clause| clause.opens);
            let subject = Subject::Own(noun..about);
            return Opening { link: Link::Said, opens: at, start: at, subject };
        }
        let waits = if comma { self.waiting_subject(from, at - 1, verb) } else { None };
        if let Some(host) = waits {
            self.hosts.push(host);
            let subject = Subject::Antecedent(host..at - 1);
            return Opening { link: Link::Aside, opens: at - 1, start: at, subject };
        }
        let main = &words[verb.main];
        let link = if comma && main.has(Role::Saying) && verb.form != Form::Bare {
            Link::Attribution
        } else if comma
            && (verb.form == Form::Bare
                || could_be_participle(main, verb) && self.lacks_object(verb))
        {
            Link::Aside
        } else if comma {
            Link::Shared
        } else {
            Link::Restriction
        };
        let subject = match link {
            Link::Aside | Link::Restriction => Subject::Antecedent(self.noun_before(opens)),
            Link::Attribution => Subject::Own(at..at),
            _ => Subject::Of(self.clauses.len() - 1),
        };
        Opening { link, opens, start: at, subject }
    }

    /// The verb of a subject after which a clause about it stood.
    fn resume(&self, host: usize, from: usize, at: usize) -> Opening {
        let aside = self.clauses.last().map_or(from, |clause| clause.opens);
        let set_off = at > from && (self.words[at - 1].is(',') || self.words[at - 1].is('—'));
        let subject = if set_off { host..aside } else { host..at };
        let (link, subject) = (self.link_of_host(host), Subject::Own(subject));
        Opening { link, opens: at, start: at, subject }
    }

    /// Whether a finite verb stands right behind the mark that closes what the one at `mark` opens.
    fn is_resumed(&self, mark: usize, verb: &Verb) -> bool {
        let words = self.words;
        let close = |w: &Word| if words[mark].is(',') { w.is(',') } else { w.is('—') };
        let rest = &words[verb.span.end..];
        let closing = rest.iter().position(close).map(|n| verb.span.end + n);
        let Some(resumed) = closing.and_then(|closing| verb_at_if_any(words, closing + 1)) else {
            return false;
        };
        let finite = resumed.form != Form::Bare
            && (resumed.span.len() > 1 || !could_be_participle(&words[resumed.main], &resumed));
        let object = words.get(resumed.span.end);
        let roles = [Role::Determiner, Role::Possessive, Role::Particle];
        finite || object.is_some_and(|w| w.any(&roles))
    }

    /// How the clause hangs on the others whose subject begins at `host`, before an aside.
    fn link_of_host(&self, host: usize) -> Link {
        let words = self.words;
        let Some(before) = host.checked_sub(1).map(|i| &words[i]) else { return Link::Main };
        let told = self.clauses.iter().any(|clause| {
            let says = words[clause.verb.main].any(&[Role::Saying, Role::Announcing]);
            says && clause.verb.span.end == host
        });
        if told || before.has(Role::Complementizer) { Link::Said } else { Link::Main }
    }

    /// Where the subject begins that stands before the comma or dash at `mark` and waits for its
    /// verb, while the participle after the mark only tells of it: `said the ferry, built in Oslo, had
    /// sunk`.
    fn waiting_subject(&self, from: usize, mark: usize, verb: &Verb) -> Option<usize> {
        let words = self.words;
        if !could_be_participle(&words[verb.main], verb) {
            return None;
        }
        let active = self.is_resumed(mark, verb);
        let opener = (from..mark).rev().find(|&i| {
            let that = words[i].has(Role::Complementizer)
                && !words[i - 1].any(&[Role::Preposition, Role::Coordinator]);
            that || words[i].has(Role::Subordinator)
                && !words[i].any(&[Role::Preposition, Role::DateModifier])
        });
        let said = self
            .clauses
            .last()
            .is_some_and(|clause| words[clause.verb.main].any(&[Role::Saying, Role::Announcing]));
        let host = opener.map(|i| i + 1).or_else(|| said.then(|| self.said_opens(from, mark)))?;
        let nominal = words[host..mark].iter().any(is_nominal);
        (active && nominal && !self.commas(host, mark)).then_some(host)
    }

    /// Whether the word at `i`, between two verbs, opens the clause whose verb stands at `at`.
    fn opens_clause(&self, from: usize, i: usize, at: usize) -> bool {
        let word = &self.words[i];
        let content = self.words[i + 1..at].iter().any(|w| matches!(w.kind, Kind::Word));
        match word.kind {
            Kind::Mark('(') => !self.words[i..at].iter().any(|w| w.is(')')),
            // A quoted name is no clause: the verb must stand inside the quotes too.
            Kind::Mark('"') => word.quoted && self.words[at].quoted,
            Kind::Mark(';' | ':' | '—') => true,
            Kind::Word if word.has(Role::Relative) && !word.has(Role::Subordinator) => {
                // `That day` and `of that plan` are told from `the plan that` by what stands before.
                let before = i.checked_sub(1).map(|i| &self.words[i]);
                // `Bell, who runs it, came`: an aside whose verb is not known as one.
                let closed = self.words[at - 1].is(',') && before.is_some_and(|w| w.is(','));
                if closed && i + 1 < at {
                    return false;
                }
                let pronoun = !word.has(Role::Determiner);
                pronoun || before.is_some_and(|w| !w.any(&[Role::Preposition, Role::Coordinator]))
            }
            Kind::Word if word.has(Role::Subordinator) => {
                content
                    && !word.has(Role::DateModifier)
                    && !self.governs_no_clause(i)
                    && !self.is_preposition(i, at)
            }
            Kind::Word if word.has(Role::Coordinator) => self.coordinates(from, i, at),
            _ => false,
        }
    }

    /// Whether the word at `i`, which may open a clause, plainly stands before something else: `after
    /// meeting them`, `as high as 3.6 metres`, `such as a rope`.
    fn governs_no_clause(&self, i: usize) -> bool {
        let next = &self.words[i + 1];
        let compares = |w: &Word| w.has(Role::Comparison);
        let measure = next.kind == Kind::Number || self.words.get(i + 2).is_some_and(compares);
        let such = i > 0 && self.words[i - 1].has(Role::Determiner);
        // `as if to say`, `how to do it`
        let infinitive = next.has(Role::Infinitive);
        // `six regarded as heirs`
        let viewed = i > 0
            && self.words[i - 1].has(Role::Participle)
            && self.words[i - 1].any(&[Role::Completed, Role::StativePassive, Role::Depicting]);
        next.has(Role::Gerund)
            || infinitive
            || compares(&self.words[i]) && (measure || such || viewed)
    }

    /// Whether the word at `i`, which may open a clause, only governs a noun before a comma:
    /// `After years of unrest, he resigned`.
    fn is_preposition(&self, i: usize, at: usize) -> bool {
        let commas: Vec<usize> = (i + 1..at).filter(|&c| self.words[c].is(',')).collect();
        // `until Bell, the mayor, left`: what stands between the two commas is about the subject.
        let apposition = matches!(commas.as_slice(), [_, closes] if closes + 1 == at);
        let after = commas.first().is_some_and(|c| self.words[c + 1..at].iter().any(is_nominal));
        self.words[i].has(Role::Preposition) && after && !apposition
    }

    /// Whether the coordinator at `i` joins clauses rather than nouns.
    fn coordinates(&self, from: usize, i: usize, at: usize) -> bool {
        let words = self.words;
        if from == 0 && self.clauses.is_empty() {
            return false;
        }
        let next = &words[i + 1..at];
        let before_date = next.first().is_some_and(Word::is_date);
        if before_date && i > 0 && words[i - 1].is_date() {
            return false;
        }
        // In `said the army and the police agreed` the subject begins after the verb of saying.
        let said = self.clauses.last().is_some_and(|clause| {
            words[clause.verb.main].has(Role::Saying) && words[from..i].iter().any(is_nominal)
        });
        if self.tells_who_said_it(i + 1, at) {
            return false;
        }
        let direct = next.iter().all(|w| !matches!(w.kind, Kind::Word | Kind::Number));
        let dated = next.first().is_some_and(Word::is_date)
            || next.len() > 1 && next[0].has(Role::DatePreposition) && next[1].is_date();
        let after_comma = i > from && words[i - 1].is(',');
        let pronoun = next.first().is_some_and(|w| w.has(Role::Pronoun));
        let earlier = (from..i)
            .any(|j| words[j].any(&[Role::Complementizer, Role::Relative, Role::Subordinator]));
        let comma = self.commas(from, i);
        direct || dated || after_comma || pronoun || !(earlier || said || comma)
    }

    /// Whether a verb of saying at `at` only closes the sentence from `from`, with the one who said it
    /// behind the last comma: `sold fish and salt in Oslo, out of nine ports, the guild | said`.
    fn tells_who_said_it(&self, from: usize, at: usize) -> bool {
        let words = &self.words[from..at];
        let comma = words.iter().rposition(|w| w.is(','));
        let ends = self.words.get(at + 1).is_none_or(|w| w.is('.') || w.is(',') || w.is_date());
        let says = self.words[at].has(Role::Saying);
        says && ends && comma.is_some_and(|comma| words[comma + 1..].iter().any(is_nominal))
    }

    /// A clause that a word or mark opens.
    fn marked(&mut self, from: usize, marker: usize, at: usize, verb: &Verb) -> Opening {
        let words = self.words;
        let word = &words[marker];
        let comma = marker > 0 && words[marker - 1].is(',');
        let opens = if comma && marker > from { marker - 1 } else { marker };
        let first = self.clauses.is_empty();
        let start = marker + 1;
        let own = Subject::Own(start..at);
        let opening = |link, subject| Opening { link, opens, start, subject };
        if word.has(Role::Coordinator) {
            let shared =
                !words[start..at].iter().any(is_nominal) || self.is_dated_phrase(start..at);
            return if shared && !first {
                opening(Link::Shared, Subject::Of(self.sharer(verb, comma)))
            } else {
                opening(Link::Joined, own)
            };
        }
        // `when the ship, hit by a shell, sank`: the subject waits for its verb.
        let waits =
            start + 1 < at && words[at - 1].is(',') && words[start..at - 1].iter().any(is_nominal);
        let participle = could_be_participle(&words[at], verb) && self.lacks_object(verb);
        if word.has(Role::Subordinator) && waits && participle && !self.commas(start, at - 1) {
            self.hosts.push(start);
            let subject = Subject::Antecedent(start..at - 1);
            return Opening { link: Link::Aside, opens: at - 1, start: at, subject };
        }
        if word.has(Role::Subordinator) {
            let condition = word.has(Role::Conditional);
            let link = if condition { Link::Condition } else { Link::Subordinate };
            return opening(link, own);
        }
        if word.kind == Kind::Word {
            return self.relative(from, marker, at, opens);
        }
        if let Some(aside) = self.between_dashes(marker, at, verb) {
            return aside;
        }
        let bracket = word.is('(') && start == at && could_be_participle(&words[at], verb);
        if bracket && first && words[..marker].iter().any(is_nominal) {
            self.hosts.push(0);
            return opening(Link::Aside, Subject::Antecedent(0..marker));
        }
        if start == at && !first && could_be_participle(&words[at], verb) {
            return opening(Link::Aside, Subject::Antecedent(self.noun_before(marker)));
        }
        if start == at && !first {
            return opening(Link::Shared, Subject::Of(self.clauses.len() - 1));
        }
        let link = if first { Link::Main } else { Link::Joined };
        opening(link, own)
    }

    /// Whether nothing but a phrase and its date stand between `and` and a verb: `and in his ruling on
    /// Monday rebuked`.
    fn is_dated_phrase(&self, between: Range<usize>) -> bool {
        let words = &self.words[between];
        let [opens, .., governs, date] = words else { return false };
        let plain = words[1..words.len() - 2]
            .iter()
            .all(|w| w.kind == Kind::Word && !w.any(&[Role::DatePreposition, Role::Pronoun]));
        let governed = governs.has(Role::DatePreposition) && date.is_date();
        opens.has(Role::Preposition) && governed && words.len() > 3 && plain
    }

    /// The clause whose subject a verb after `and` shares: `He ran the mill, which burned down, and
    /// left` for the comma closes what is told of the mill.
    fn sharer(&self, verb: &Verb, comma: bool) -> usize {
        let nearest = self.speaker_of(verb);
        let aside = |clause: &Clause| matches!(clause.link, Link::Aside | Link::Restriction);
        if !comma || self.clauses[nearest].link != Link::Aside || !self.hosts.is_empty() {
            return nearest;
        }
        self.clauses[..nearest].iter().rposition(|clause| !aside(clause)).unwrap_or(nearest)
    }

    /// The last clause, or, for a verb of saying, the one that tells who said it: `Bell said the dam
    /// was safe and urged calm`.
    fn speaker_of(&self, verb: &Verb) -> usize {
        let last = self.clauses.len() - 1;
        if self.only_says_since_when(last) && !self.lacks_object(verb) {
            return last - 1;
        }
        let says = |word: &Word| word.any(&[Role::Saying, Role::Announcing]);
        // `was capped after it had leaked, and sealed in May`: what was done joins what was done.
        let done = could_be_participle(&self.words[verb.main], verb) && self.lacks_object(verb);
        let active = |clause: &Clause| clause.link == Link::Subordinate && !clause.verb.passive;
        let passive = |clause: &Clause| clause.link == Link::Main && clause.verb.passive;
        if done && active(&self.clauses[last]) && last > 0 && passive(&self.clauses[last - 1]) {
            return last - 1;
        }
        let host = last.checked_sub(1).filter(|&host| {
            let said = self.clauses[last].link == Link::Said;
            let says_too = |word: &Word| says(word) || word.has(Role::Commanding);
            said && says_too(&self.words[verb.main])
                && says(&self.words[self.clauses[host].verb.main])
        });
        host.unwrap_or(last)
    }

    /// Whether a clause says no more than since when the perfect before it holds, so that a verb with an
    /// object of its own goes on with that: `has cut jobs since the war ended | and closed its plant`. What
    /// begins or ends does nothing else, unlike `since the mountain erupted | and buried the town`.
    fn only_says_since_when(&self, clause: usize) -> bool {
        let Some(host) = clause.checked_sub(1).map(|host| &self.clauses[host]) else {
            return false;
        };
        let Clause { link, opens, start, verb, .. } = &self.clauses[clause];
        let since = self.words[*opens..*start].iter().any(|w| w.has(Role::Onset));
        let phase = self.words[verb.main].has(Role::Phase);
        let bare = phase && verb.form == Form::Past && self.lacks_object(verb);
        *link == Link::Subordinate && since && bare && host.verb.form == Form::Perfect
    }

    /// A clause right after a dash that begins or ends an aside in the first subject:
    /// `The museum—closed since a flood—reopened`.
    fn between_dashes(&mut self, marker: usize, at: usize, verb: &Verb) -> Option<Opening> {
        let words = self.words;
        if marker + 1 != at || !words[marker].is('—') {
            return None;
        }
        if !self.clauses.is_empty() {
            if let Some(host) = self.hosts.pop() {
                return Some(self.resume(host, marker, at));
            }
            let from = self.clauses.last().map_or(0, |clause| clause.verb.span.end);
            let host = self.waiting_subject(from, marker, verb)?;
            self.hosts.push(host);
            let subject = Subject::Antecedent(host..marker);
            return Some(Opening { link: Link::Aside, opens: marker, start: at, subject });
        }
        let participle = could_be_participle(&words[at], verb) && self.lacks_object(verb);
        let closes = words[at..].iter().any(|w| w.is('—'));
        if !participle || !closes || !words[..marker].iter().any(is_nominal) {
            return None;
        }
        self.hosts.push(0);
        let subject = Subject::Antecedent(0..marker);
        Some(Opening { link: Link::Aside, opens: marker, start: at, subject })
    }

    /// A clause opened by `who`, `which`, `that`.
    fn relative(&mut self, from: usize, marker: usize, at: usize, opens: usize) -> Opening {
        let words = self.words;
        let word = &words[marker];
        let start = marker + 1;
        let own = start < at;
        let said = self.clauses.last().is_some_and(|clause| {
            words[clause.verb.main].any(&[Role::Saying, Role::Announcing, Role::Stative])
        });
        if word.has(Role::Complementizer) && (own || marker == from) && !self.clauses.is_empty() {
            let link = if said || own { Link::Said } else { Link::Restriction };
            return Opening { link, opens, start, subject: Subject::Own(start..at) };
        }
        let after_preposition = opens > 0 && words[marker - 1].has(Role::Preposition);
        // `the sailors, many of whom had been ill`
        let part = if after_preposition && words[marker - 1].has(Role::Partitive) {
            (marker.saturating_sub(MOST_PARTITIVE)..marker).rev().find(|&i| words[i].is(','))
        } else {
            None
        };
        let opens = part.unwrap_or(opens);
        let noun_end = if after_preposition && part.is_none() { marker - 1 } else { opens };
        let mut antecedent = self.noun_before(noun_end);
        let person = self.person_from(marker, &antecedent);
        let known = person.is_some();
        antecedent = person.unwrap_or(antecedent);
        if self.clauses.is_empty() || antecedent.start >= from && self.waits(from, antecedent.start)
        {
            let host = self.host_start(from, antecedent.start);
            self.hosts.push(host);
            antecedent.start = if known { antecedent.start } else { host };
        }
        let set_off = noun_end > 0 && (opens < marker || words[noun_end - 1].is(','));
        let link = if set_off { Link::Aside } else { Link::Restriction };
        let subject = if own || after_preposition {
            Subject::Own(start..at)
        } else {
            Subject::Antecedent(antecedent)
        };
        Opening { link, opens, start, subject }
    }

    /// The person of whom a `who` at `marker` tells, where a place stands between: `a sailor from Oslo
    /// who had fished there`.
    fn person_from(&self, marker: usize, noun: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words;
        let who = &words[marker];
        let personal = who.has(Role::Pronoun)
            && !who.any(&[Role::Complementizer, Role::Determiner, Role::Possessive]);
        let of = noun.clone().rev().find(|&i| words[i].has(Role::Partitive));
        let before = noun.start.checked_sub(1).filter(|&i| {
            let person = words[noun.start].any(&[Role::FirstName, Role::Title]);
            let of = words[i].has(Role::Partitive);
            of && person && i > 0 && words[i - 1].is_noun_like()
        });
        if let Some(of) = of.or(before) {
            // `the government of President Anna Bell, who`
            let person = of + 1..noun.end;
            let named = words[person.clone()].iter().all(|w| w.capital)
                && words.get(of + 1).is_some_and(|w| w.any(&[Role::FirstName, Role::Title]));
            let head = words[..of].last()?;
            let body = !head.plural && !head.any(&[Role::PersonNoun, Role::Title]);
            return (personal && named && body).then_some(person);
        }
        let name = words[noun.clone()]
            .iter()
            .all(|w| w.capital && !w.any(&[Role::FirstName, Role::Title, Role::CommonNoun]));
        let mut end = noun.start;
        while end > 0 && words[end - 1].has(Role::Preposition) && !words[end - 1].has(Role::Agent) {
            end -= 1;
        }
        if !personal || noun.is_empty() || !name || end == noun.start {
            return None;
        }
        let person = self.noun_before(end);
        let known = [Role::PersonNoun, Role::Title, Role::Office, Role::CommonNoun];
        let last = words[person.clone()].last()?;
        let placed = words[end].has(Role::PlacePreposition) && !last.has(Role::Organisation);
        let likely = (placed || last.plural) && last.is_noun_like() && !last.capital;
        (last.any(&known) || likely).then_some(person)
    }

    /// Whether a noun at `at`, after the verb that ends at `from`, is a subject without a verb yet.
    fn waits(&self, from: usize, at: usize) -> bool {
        (from..at).any(|i| {
            let word = &self.words[i];
            word.is(';') || word.any(&[Role::Complementizer, Role::Subordinator])
        })
    }

    fn host_start(&self, from: usize, at: usize) -> usize {
        let border = (from..at).rev().find(|&i| {
            let word = &self.words[i];
            word.is(';') || word.any(&[Role::Complementizer, Role::Subordinator])
        });
        border.map_or(from, |i| i + 1)
    }

    /// A clause that nothing opens: its subject, or just a comma, follows the verb before.
    fn unmarked(&mut self, from: usize, at: usize, verb: &Verb) -> Opening {
        let words = self.words;
        if self.clauses.is_empty() {
            return self.first(at, verb);
        }
        // A comma right before the verb closes an aside in its subject, with the one before that.
        let closing = words[at - 1].is(',');
        let open = (from..at - 1).rev().find(|&i| closing && words[i].is(',')).unwrap_or(at);
        let comma = (from..open).find(|&i| {
            words[i].is(',') && !self.lists_names(from, i, at) && !self.parts_adjectives(from, i)
        });
        // `Moor, which took a loan | tied to its land, grew`: the aside is not over yet.
        let aside =
            self.clauses.last().is_some_and(|c| c.link == Link::Aside && words[c.opens].is(','));
        let open_aside = aside && comma.is_none();
        let main = &words[verb.main];
        if open_aside && could_be_participle(main, verb) && self.lacks_object(verb) {
            let subject = Subject::Antecedent(self.noun_before(at));
            return Opening { link: Link::Restriction, opens: at, start: at, subject };
        }
        if let Some(host) = self.hosts.pop() {
            let inside = comma.is_none_or(|i| i + 1 == at);
            if inside {
                return self.resume(host, from, at);
            }
            self.hosts.push(host);
        }
        let last = self.clauses.len() - 1;
        if comma.is_some() {
            self.demote_lead(last);
        }
        let previous = &self.clauses[last];
        if let Some(comma) = comma {
            // `pulled many out, among them a girl trapped since Friday`
            let whole = matches!(previous.link, Link::Main | Link::Joined | Link::Shared);
            let main = &words[verb.main];
            let bare = could_be_participle(main, verb) && self.lacks_object(verb);
            if whole && bare && !main.has(Role::Saying) {
                let subject = Subject::Antecedent(self.noun_before(at));
                return Opening { link: Link::Restriction, opens: at, start: at, subject };
            }
            return self.after_comma(comma, at, verb);
        }
        let said = words[previous.verb.main].any(&[Role::Saying, Role::Announcing]);
        let content = words[from..at].iter().any(is_nominal);
        let main = &words[verb.main];
        let infinitive = words[from..at].iter().any(|w| w.has(Role::Infinitive));
        // `asked a court to block a claim filed by the firm`
        let asked = infinitive && words[previous.verb.main].has(Role::Commanding);
        let of_noun = could_be_participle(main, verb)
            && self.lacks_object(verb)
            && (asked || self.has_agent(verb));
        if said && content && verb.form != Form::Bare && !of_noun {
            let opens = self.said_opens(from, at);
            let subject = Subject::Own(opens..at);
            return Opening { link: Link::Said, opens, start: opens, subject };
        }
        let doubtful = !infinitive
            && !of_noun
            && self.lacks_object(&previous.verb)
            && could_be_participle(&words[previous.verb.main], &previous.verb);
        // `asked for the sum linked to the fine it | paid`
        let other = words[at - 1].has(Role::Pronoun);
        let told = matches!(previous.link, Link::Main | Link::Joined)
            || previous.link == Link::Said && !other;
        if doubtful && verb.form != Form::Bare && told {
            return self.demote(last, at);
        }
        if let Some(noun) = self.noun_of_what_was_said(verb) {
            let subject = Subject::Own(noun..at);
            return Opening { link: Link::Said, opens: at, start: at, subject };
        }
        if verb.form == Form::Bare || could_be_participle(main, verb) {
            let subject = Subject::Antecedent(self.noun_before(at));
            return Opening { link: Link::Restriction, opens: at, start: at, subject };
        }
        let subject = Subject::Own(from..at);
        Opening { link: Link::Restriction, opens: from, start: from, subject }
    }

    /// Where the subject of `verb` begins, if a verb of saying stands before it and a clause about it
    /// behind: `confirmed a sailor who came by sea | was ill`.
    fn noun_of_what_was_said(&self, verb: &Verb) -> Option<usize> {
        let [.., teller, about] = self.clauses.as_slice() else { return None };
        let Subject::Antecedent(noun) = &about.subject else { return None };
        let main = &self.words[verb.main];
        let finite = verb.span.len() > 1 || about.link == Link::Aside && main.has(Role::Past);
        let finite = finite && verb.form != Form::Bare && !main.has(Role::Saying);
        let says = self.words[teller.verb.main].any(&[Role::Saying, Role::Announcing]);
        let dated = |w: &Word| w.is_date() || w.has(Role::DatePreposition);
        let next = noun.start >= teller.verb.span.end
            && self.words[teller.verb.span.end..noun.start].iter().all(dated);
        let told = matches!(about.link, Link::Restriction | Link::Aside) && next;
        let opener = &self.words[about.opens..about.verb.span.start];
        let who = opener.iter().take(2).any(|w| w.has(Role::Relative));
        (finite && says && told && who && !noun.is_empty()).then_some(noun.start)
    }

    /// The first clause of a sentence, with nothing that opens it but perhaps a comma:
    /// `Jobs, born in 1955, …`.
    fn first(&mut self, at: usize, verb: &Verb) -> Opening {
        let words = self.words;
        let comma = at > 1 && words[at - 1].is(',') && !self.commas(0, at - 1);
        let participle = could_be_participle(&words[verb.main], verb) && self.lacks_object(verb);
        // `The well exploded`: what stands right before the verb is its noun.
        let noun = at > 0 && self.only_introduces_noun(0, at - 1);
        if participle && !noun && !words[..at].iter().any(is_nominal) {
            // `Encouraged by the news, the firm …`
            let subject = Subject::Antecedent(0..0);
            return Opening { link: Link::Restriction, opens: 0, start: 0, subject };
        }
        // `The device, called the Dome, is made of steel`
        let named =
            comma && could_be_participle(&words[verb.main], verb) && self.is_resumed(at - 1, verb);
        if comma && (participle || named) && words[..at - 1].iter().any(is_nominal) {
            self.hosts.push(0);
            let subject = Subject::Antecedent(0..at - 1);
            return Opening { link: Link::Aside, opens: at - 1, start: at, subject };
        }
        if let Some(saying) = self.saying_of_noun(at, verb) {
            self.hosts.push(0);
            let start = saying + 1;
            let subject = Subject::Own(start..at);
            return Opening { link: Link::Said, opens: saying, start, subject };
        }
        Opening { link: Link::Main, opens: 0, start: 0, subject: Subject::Own(0..at) }
    }

    /// Where a noun tells what it says, before the verb at `at`: `A letter | saying the firm had closed
    /// came on Monday`.
    fn saying_of_noun(&self, at: usize, verb: &Verb) -> Option<usize> {
        let words = self.words;
        let begins =
            |w: &Word| w.capital || w.any(&[Role::Determiner, Role::Possessive, Role::Pronoun]);
        let saying = (1..at.saturating_sub(1)).rfind(|&i| {
            words[i].has(Role::Gerund) && words[i].has(Role::Saying) && begins(&words[i + 1])
        })?;
        let noun = words[saying - 1].kind == Kind::Word && words[..saying].iter().any(is_nominal);
        let goes_on = words[verb.span.end..].iter().any(|w| auxiliary(w).is_some());
        let told = !words[verb.main].has(Role::Saying);
        (noun && goes_on && told).then_some(saying)
    }

    /// Whether the comma at `comma` parts names of a list in a subject: `boats from Oslo, Bergen and
    /// Malmo will race`.
    fn lists_names(&self, from: usize, comma: usize, at: usize) -> bool {
        let words = self.words;
        let name = |w: &Word| w.capital && w.is_noun_like();
        let listed = |w: &Word| name(w) || w.is(',') || w.has(Role::Coordinator);
        let list = words[comma + 1..at].iter().take_while(|w| listed(w));
        let rest = comma + 1 + list.count();
        let joined = words[comma + 1..rest].iter().any(|w| w.has(Role::Coordinator));
        comma > from && name(&words[comma - 1]) && joined && name(&words[rest - 1])
    }

    /// Whether the comma at `comma` parts two adjectives: `a ten-year, $5 million plan based on it`.
    fn parts_adjectives(&self, from: usize, comma: usize) -> bool {
        let words = self.words;
        let Some(next) = words.get(comma + 1).filter(|_| comma >= from + 2) else { return false };
        are_parted_adjectives(&words[comma - 2], &words[comma - 1], next)
    }

    /// A clause after a comma: `After it opened, police came`; `It opened, police said`.
    fn after_comma(&mut self, comma: usize, at: usize, verb: &Verb) -> Opening {
        self.hosts.clear();
        let start = comma + 1;
        let says = self.words[verb.main].has(Role::Saying) && verb.form != Form::Bare;
        let link = if says { Link::Attribution } else { Link::Joined };
        Opening { link, opens: comma, start, subject: Subject::Own(start..at) }
    }

    /// Whether no noun follows a verb: one that could be a participle is one then.
    fn lacks_object(&self, verb: &Verb) -> bool {
        self.words.get(verb.span.end).is_none_or(|w| {
            let noun = w.is_noun_like()
                || w.any(&[Role::Determiner, Role::Possessive])
                || w.kind == Kind::Number;
            !noun
        })
    }

    /// Whether the one who did it follows a verb: `filed by the firm`, not `rose by 5%`.
    fn has_agent(&self, verb: &Verb) -> bool {
        let after = &self.words[verb.span.end..];
        let doer = after.get(1).is_some_and(|w| w.kind == Kind::Word && !w.has(Role::Gerund));
        after.first().is_some_and(|w| w.has(Role::Agent)) && doer
    }

    /// Turns the first clause into one about a noun of a phrase that leads up to the main clause:
    /// `At a dinner held in Rome, the firm …`.
    fn demote_lead(&mut self, last: usize) {
        let words = self.words;
        let clause = &self.clauses[last];
        let leads = words.get(clause.start).is_some_and(|w| {
            w.any(&[Role::Preposition, Role::DatePreposition, Role::According, Role::Gerund])
        });
        let participle = could_be_participle(&words[clause.verb.main], &clause.verb);
        if last == 0
            && clause.link == Link::Main
            && leads
            && participle
            && self.lacks_object(&clause.verb)
        {
            let noun = self.noun_before(clause.verb.span.start);
            let clause = &mut self.clauses[last];
            clause.link = Link::Restriction;
            clause.subject = Subject::Antecedent(noun);
        }
    }

    /// Where what was said begins, after the one to whom it was said: `told reporters he left`.
    fn said_opens(&self, from: usize, at: usize) -> usize {
        let words = self.words;
        let past_date = (from..at).take_while(|&i| {
            words[i].is_date() || words[i].has(Role::DatePreposition) && words[i + 1].is_date()
        });
        let opens = past_date.last().map_or(from, |i| i + 1).min(at.saturating_sub(1));
        // `told reporters the speech would …`
        let told = opens + 2 < at
            && words[opens].is_noun_like()
            && !words[opens].capital
            && words[opens + 1].has(Role::Determiner);
        opens + usize::from(told)
    }

    /// Turns the last clause into one about its subject, whose verb stands at `at`:
    /// `The phone released last year | sold well`.
    fn demote(&mut self, last: usize, at: usize) -> Opening {
        let clause = &mut self.clauses[last];
        let whole = match &clause.subject {
            Subject::Own(range) => range.start,
            _ => clause.start,
        };
        let noun = whole..clause.verb.span.start;
        let link = if clause.link == Link::Said { Link::Said } else { Link::Main };
        clause.link = Link::Restriction;
        clause.verb.form = Form::Bare;
        clause.subject = Subject::Antecedent(noun);
        Opening { link, opens: at, start: at, subject: Subject::Own(whole..at) }
    }

    /// The noun with its articles and adjectives that ends before `end`.
    fn noun_before(&self, end: usize) -> Range<usize> {
        let words = self.words;
        let mut start = end;
        while start > 0 {
            let word = &words[start - 1];
            let of = start > 1 && start < end && joins_nouns(word, &words[start - 2]);
            let quote = word.is('"') && start < end;
            // `the 1912 fire`
            let article = start > 1 && words[start - 2].any(&[Role::Determiner, Role::Possessive]);
            let inner = word.is_date() && start < end && article;
            let breaks = matches!(word.kind, Kind::Mark(_) | Kind::Date(_)) && !quote && !inner
                || word.has(Role::Complementizer)
                || word.any(&[
                    Role::Coordinator,
                    Role::Pronoun,
                    Role::Subordinator,
                    Role::Relative,
                ]) && !word.has(Role::Determiner)
                || word.has(Role::Preposition) && !of
                || self.clauses.iter().any(|clause| clause.verb.span.contains(&(start - 1)));
            if breaks {
                break;
            }
            start -= 1;
            if word.any(&[Role::Determiner, Role::Possessive]) && start + 1 < end {
                break;
            }
        }
        // `to replace the bell`, `helped raise the ship`: the verb is no part of the noun.
        let verb = start.checked_sub(1).is_some_and(|before| {
            let helps = self
                .clauses
                .iter()
                .any(|clause| clause.verb.main == before && words[before].has(Role::Implicative));
            words[before].has(Role::Infinitive) || helps
        });
        let bare = start + 1 < end && words[start].kind == Kind::Word && {
            let word = &words[start];
            !word.capital && !word.plural && !word.any(&[Role::Determiner, Role::Possessive])
        };
        start + usize::from(verb && bare)..end
    }
}

/// `of` inside a noun: `the co-founder of Apple`. It alone is no preposition of dates.
fn joins_nouns(word: &Word, before: &Word) -> bool {
    word.has(Role::Partitive) && before.kind == Kind::Word && before.roles.is_empty()
}

/// Whether a word can be, or stand before, the noun of a subject.
fn is_nominal(word: &Word) -> bool {
    matches!(word.kind, Kind::Word | Kind::Number)
        && (word.has(Role::PlaceNoun)
            || !word.any(&[Role::Adverb, Role::DatePreposition, Role::DateModifier, Role::Habit]))
}

/// Whether a comma between two words after an article parts adjectives: `a new, more cautious plan`; not
/// where the first is a name.
pub(super) fn are_parted_adjectives(article: &Word, adjective: &Word, next: &Word) -> bool {
    let graded =
        next.any(&[Role::Degree, Role::Adverb]) || next.is_noun_like() || next.kind == Kind::Number;
    article.any(&[Role::Determiner, Role::Possessive, Role::Degree])
        && (adjective.is_noun_like()
            || adjective.any(&[Role::Connective, Role::Adverb])
            || adjective.kind == Kind::Number)
        && !adjective.capital
        && graded
        && !next.capital
}

/// Whether a verb of one word may be a participle instead: `released`, `found`.
pub(super) fn could_be_participle(main: &Word, verb: &Verb) -> bool {
    verb.span.len() == 1 && main.has(Role::Participle)
}
