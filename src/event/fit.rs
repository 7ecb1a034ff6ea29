//! The words of a clause in, as many of them as a headline has room for out.
//!
//! A headline is cut only where a phrase ends that the clause can do without: before a phrase with a
//! preposition, a clause about a noun, a second verb. What completes a verb (`asked the court to
//! act`) or a noun (`the cost of oil`) stays. Where no such place comes early enough, the headline says
//! that it goes on: a wrong cut that looks whole is worse.

use super::{
    clause::{Clause, Link, Subject, Verb},
    headline::Context,
    words::{Kind, Word},
};
use crate::temporal::lexicon::prose::Role;

/// The length that a headline may have at most, in characters.
pub(super) const LONGEST: usize = 90;

/// The length of a subject, in characters, that leaves room for what is told of it.
const LONGEST_SUBJECT: usize = 70;

/// How much, in characters, a clipped headline must tell of its subject behind the verb.
const SHORTEST_REST: usize = 20;

/// How many clauses that begin before a word may have their verbs behind it.
const MOST_NESTED: usize = 4;

/// How many words the first noun of a pair may have that a verb behind it tells of.
const MOST_PAIRED: usize = 6;

/// How many clauses of a headline may tell what was said.
const MOST_TOLD: usize = 8;

/// What a headline loses when it ends at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Loss {
    /// What only adds to the clause: a place, a manner, a clause about a noun.
    Adjunct,
    /// A part of what the clause tells: a purpose, the second of two nouns.
    Part,
    /// What a reader would miss: who did it.
    Detail,
}

/// What the words are whose end is looked for.
#[derive(Debug, Clone, Copy)]
enum Of {
    /// What stands after the verb of that clause.
    Verb(usize),
    /// The subject of that clause.
    Subject(usize),
    /// A label that is no clause, from that word on.
    Label(usize),
}

impl Of {
    /// The clause whose verb the words follow.
    fn verb(self) -> Option<usize> {
        if let Self::Verb(index) = self { Some(index) } else { None }
    }

    /// The clause to which the words belong.
    fn clause(self) -> Option<usize> {
        if let Self::Verb(index) | Self::Subject(index) = self { Some(index) } else { None }
    }
}

/// A clause that is to become a headline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling<'w> {
    /// Its index.
    pub(super) clause: usize,
    /// The words of its subject.
    pub(super) subject: &'w [usize],
    /// How many characters the rest of it takes, the verb among it.
    pub(super) taken: usize,
    /// The words behind its verb.
    pub(super) predicate: &'w [usize],
}

/// What stands before a place where a headline may end.
struct Before<'a> {
    /// The words kept, up to there.
    kept: &'a [usize],
    /// The last of them.
    last: &'a Word,
}

impl Context<'_> {
    /// The subject and the words after the verb that make a headline of the length that one may have:
    /// the whole, or else what loses least.
    pub(super) fn fitted(&self, told: Telling<'_>) -> Option<(Vec<usize>, Vec<usize>)> {
        let all = self.subjects(told.clause, told.subject);
        let nameless = |subject: &Vec<usize>| self.loses_name(subject, told.subject);
        let (last, subjects): (Vec<_>, Vec<_>) = all.into_iter().partition(nameless);
        // The predicate gives up what it can before the subject does, and the subject its name last.
        let light = [None, Some(Loss::Adjunct)];
        let light = subjects.iter().flat_map(|subject| light.map(|loss| (loss, subject)));
        let heavy = [Some(Loss::Part), Some(Loss::Detail)].into_iter();
        let heavy = heavy.flat_map(|loss| subjects.iter().map(move |subject| (loss, subject)));
        let last = last.iter().map(|subject| (Some(Loss::Detail), subject));
        light.chain(heavy).chain(last).find_map(|(loss, subject)| {
            let room = self.room(told, subject)?;
            let rest = self.beginning(Of::Verb(told.clause), told.predicate, 0, room, loss)?;
            Some((subject.clone(), rest))
        })
    }

    /// The subject and as many words after the verb as there is room for, where no phrase ends early
    /// enough; none where that tells next to nothing.
    pub(super) fn clipped(&self, told: Telling<'_>) -> Option<(Vec<usize>, Vec<usize>)> {
        let predicate = told.predicate;
        self.subjects(told.clause, told.subject).into_iter().find_map(|subject| {
            // One for the mark that it goes on.
            let room = self.room(told, &subject)?.checked_sub(1)?;
            let ends = (1..predicate.len()).rev().filter(|&end| {
                let before =
                    Before { kept: &predicate[..end], last: &self.words[predicate[end - 1]] };
                let next = &self.words[predicate[end]];
                next.kind != Kind::Genitive && !self.is_open(&before, next)
            });
            let mut kept = ends.map(|end| self.closed(predicate, end));
            let rest = kept.find(|kept| self.length(kept) <= room && !self.ends_open(kept))?;
            (self.length(&rest) >= SHORTEST_REST).then_some((subject, rest))
        })
    }

    /// How many characters are left behind the verb, with a space on either side of it.
    fn room(&self, told: Telling<'_>, subject: &[usize]) -> Option<usize> {
        LONGEST.checked_sub(told.taken + 2 + self.length(subject))
    }

    /// The longest beginning of `words`, of `first` words at least, that reads as whole, has at most
    /// `room` characters and loses no more than `loss`.
    fn beginning(
        &self,
        of: Of,
        words: &[usize],
        first: usize,
        room: usize,
        loss: Option<Loss>,
    ) -> Option<Vec<usize>> {
        if self.length(words) <= room && !self.breaks_off(of) && !self.is_unfinished(words) {
            return Some(words.to_vec());
        }
        let loss = loss?;
        let ends = (first..words.len()).rev();
        let ends = ends.filter(|&end| self.loss(of, words, end).is_some_and(|l| l <= loss));
        let mut kept = ends.map(|end| self.closed(words, end));
        kept.find(|kept| self.length(kept) <= room && !self.is_unfinished(kept))
    }

    /// Whether the words open a clause whose verb is not among them: `declared that if it rained`.
    pub(super) fn is_unfinished(&self, kept: &[usize]) -> bool {
        let verb = |clause: &Clause| kept.contains(&clause.verb.span.start);
        let first = kept.first().map_or(0, |&i| self.clause_around(i));
        // `says the new harbour`
        let told = self.clauses.iter().skip(first).take(MOST_TOLD).any(|clause| {
            let begun = matches!(&clause.subject, Subject::Own(own) if kept.contains(&own.start));
            clause.link == Link::Said && begun && !verb(clause)
        });
        told || self.breaks_at_dash(kept)
            || kept.iter().enumerate().any(|(at, &i)| {
                let word = &self.words[i];
                let begins = word.any(&[Role::Complementizer, Role::Subordinator, Role::Relative]);
                if !begins {
                    return false;
                }
                let next = self.clauses.iter().skip(self.clause_around(i)).take(MOST_NESTED);
                let opened = next.clone().find(|clause| {
                    let own = matches!(&clause.subject, Subject::Own(own) if own.start == i + 1);
                    own && word.has(Role::Complementizer)
                        || clause.opens == i
                        || clause.start == i + 1
                });
                // `that if it rained` waits for a second verb.
                let nested = word.has(Role::Complementizer)
                    && kept.get(at + 1).is_some_and(|&next| {
                        next == i + 1 && self.words[next].has(Role::Subordinator)
                    });
                let told = |clause: &Clause| {
                    !matches!(clause.link, Link::Condition | Link::Subordinate) && verb(clause)
                };
                opened.is_some_and(|clause| !verb(clause)) || nested && !next.clone().any(told)
            })
    }

    /// Whether the words break off before a dash that keeps the subject after `as` from its verb.
    fn breaks_at_dash(&self, kept: &[usize]) -> bool {
        let dash =
            kept.last().and_then(|&last| self.words.get(last + 1)).is_some_and(|w| w.is('—'));
        let opener = |&&i: &&usize| self.words[i].has(Role::Subordinator);
        let mut open = kept.iter().rev().take_while(|&&i| self.clause_of_verb(i).is_none());
        let inside = open.clone().any(|&i| self.words[i].is('—'));
        (dash || inside) && open.any(|i| opener(&i))
    }

    /// Whether the words after a verb end before an `and` that may join nouns as well as clauses:
    /// `sold its oil | and gas fields that had …`.
    fn breaks_off(&self, of: Of) -> bool {
        let Some(next_index) = of.verb().map(|index| index + 1) else { return false };
        let Some(next) = self.clauses.get(next_index) else { return false };
        let Subject::Own(own) = &next.subject else { return false };
        let comma = next.opens > 0 && self.words[next.opens - 1].is(',');
        let bare = self.words.get(own.start).is_some_and(|w| {
            let known = [Role::Pronoun, Role::Determiner, Role::CommonNoun, Role::Several];
            w.kind == Kind::Word && !w.capital && !w.plural && w.is_noun_like() && !w.any(&known)
        });
        let before = next.opens.checked_sub(1).map(|i| &self.words[i]);
        // `declared a truce | and Swedes and Danes were freed`
        let pair = next.opens.checked_sub(2).is_some_and(|and| {
            let [and, first] = [and, and + 1].map(|i| &self.words[i]);
            and.has(Role::Coordinator) && first.is_noun_like() && (first.capital || first.plural)
        });
        // `was signed | but no word on costs or terms was said`
        let behind = self.clauses[next_index - 1].verb.span.end;
        let pair = pair
            || (behind..next.opens).rev().take(MOST_PAIRED).any(|i| {
                let none = self.words.get(i + 1).is_some_and(|w| w.has(Role::Negation));
                self.words[i].has(Role::Coordinator) && none
            });
        let half = before.is_some_and(|w| w.is_noun_like() && !w.capital);
        // `for “hard” | and “dull” work`
        let quotes = before.is_some_and(|w| w.is('"'))
            && self.words.get(own.start).is_some_and(|w| w.is('"'));
        let joins = self.words[next.opens].has(Role::Coordinator);
        next.link == Link::Joined && joins && !comma && (bare && half || quotes || pair)
    }

    /// The beginning of a label, of words that make no clause.
    pub(super) fn fitted_label(&self, words: &[usize]) -> Option<Vec<usize>> {
        let label = Of::Label(*words.first()?);
        // Before its verb a sentence cannot end.
        let verb = words.iter().position(|&i| self.clause_of_verb(i).is_some());
        let present = self.present_verb(words).filter(|&at| verb.is_none_or(|verb| at < verb));
        let Some(verb) = present.or(verb) else {
            return self.beginning(label, words, 0, LONGEST, None);
        };
        let losses = [Loss::Adjunct, Loss::Part, Loss::Detail].into_iter();
        losses.map(Some).find_map(|loss| self.beginning(label, words, verb + 1, LONGEST, loss))
    }

    /// The verb of a label in the present, which is known only by where it stands: `Crews | clean the pier`.
    fn present_verb(&self, words: &[usize]) -> Option<usize> {
        let word = |at: usize| &self.words[words[at]];
        let noun = |at: usize| word(at).is_noun_like() || word(at).kind == Kind::Genitive;
        let verb = (1..words.len().saturating_sub(1)).find(|&at| {
            let present = word(at).is_noun_like() || word(at).has(Role::Base);
            word(at - 1).plural && present && !word(at).capital && !word(at).plural
        })?;
        let article = word(0).any(&[Role::Determiner, Role::Possessive]);
        let subject = (usize::from(article)..verb).all(noun);
        let next = word(verb + 1);
        let object = next.any(&[Role::Determiner, Role::Possessive])
            || next.is_noun_like()
            || next.kind == Kind::Number;
        (subject && object).then_some(verb)
    }

    fn length(&self, words: &[usize]) -> usize {
        self.render(words).chars().count()
    }

    /// The words before `end` without the marks at their end, and without the length of time before
    /// a cut-off `after`.
    fn closed(&self, words: &[usize], end: usize) -> Vec<usize> {
        let mut kept = words[..end].to_vec();
        let since = self.words[words[end]].has(Role::Subordinator);
        while kept
            .last()
            .is_some_and(|&i| since && self.is_duration(i) || Self::dangles(&self.words[i]))
        {
            kept.pop();
        }
        // `dismissed the letter as | “nothing new”`
        let open = kept.iter().filter(|&&i| self.words[i].is('"')).count() % 2 == 1;
        if open && kept.last().is_some_and(|&i| self.words[i].is('"')) {
            kept.pop();
        }
        kept
    }

    fn is_duration(&self, i: usize) -> bool {
        let at = self.words[i].span.start;
        let inside = self.durations.iter().any(|duration| duration.contains(&at));
        // `for two days` is whole, the `two days` of `two days after` are not.
        inside && !(i > 0 && self.words[..i].iter().rev().take(3).any(|w| w.has(Role::Preposition)))
    }

    /// Whether an `and` in the last words of a subject may join it to another, with which it shares
    /// a verb; not where the verb tells of `one`, and not between two names.
    fn joins_subjects(&self, words: &[usize], one: bool) -> bool {
        let joins = words.windows(3).any(|three| {
            let [before, and, after] = [0, 1, 2].map(|at| &self.words[three[at]]);
            and.has(Role::Coordinator) && !(before.capital && after.capital)
        });
        joins && !one
    }

    /// Whether a verb shows that its subject is one: `was`, `has`.
    fn tells_of_one(&self, index: usize) -> bool {
        let prose = &self.prose.words;
        let first = &self.words[self.clauses[index].verb.span.start];
        [prose.passive.0, prose.perfect.0].contains(&&self.sentence[first.span.clone()])
    }

    /// The ways to name a subject, the fullest first.
    fn subjects(&self, index: usize, subject: &[usize]) -> Vec<Vec<usize>> {
        let one = self.tells_of_one(index);
        let mut all = vec![subject.to_vec()];
        if self.length(subject) <= LONGEST_SUBJECT / 2 {
            return all;
        }
        all.extend(self.without_titles(subject));
        let ends = (1..subject.len()).rev().filter(|&end| {
            let loss = self.loss(Of::Subject(index), subject, end);
            loss == Some(Loss::Adjunct) && !self.joins_subjects(&subject[end..], one)
        });
        let shorter = ends.map(|end| self.closed(subject, end));
        all.extend(shorter.filter(|kept| self.length(kept) <= LONGEST_SUBJECT).take(3));
        all
    }

    /// Whether the beginning of a subject does not say whose it is, as the whole does: `Shares | in Harbour Bank`.
    fn loses_name(&self, kept: &[usize], whole: &[usize]) -> bool {
        let Some((first, others)) = kept.split_first() else { return false };
        let named = |words: &[usize]| words.iter().any(|&i| self.words[i].capital);
        let nouns = kept.iter().filter(|&&i| self.words[i].is_noun_like()).count();
        let first = &self.words[*first];
        let single = first.has(Role::Single) || first.kind == Kind::Number;
        let cut = kept.len() < whole.len() && whole.starts_with(kept);
        cut && nouns < 2 && !single && !named(others) && named(&whole[kept.len()..])
    }

    /// `Harbour Bank's chief executive Anna Bell` as `Anna Bell`.
    fn without_titles(&self, subject: &[usize]) -> Option<Vec<usize>> {
        let title = subject.iter().rposition(|&i| {
            let word = &self.words[i];
            word.any(&[Role::Title, Role::Office, Role::PersonNoun]) && !word.has(Role::FirstName)
        })?;
        let name = &subject[title + 1..];
        let joined =
            subject.iter().any(|&i| self.words[i].has(Role::Coordinator) || self.words[i].is(','));
        let whole = name.len() > 1
            && name.iter().all(|&i| self.words[i].capital && self.words[i].is_noun_like());
        (whole && !joined).then(|| name.to_vec())
    }

    /// What is lost when the words end before the one at `end`; none where they must not.
    fn loss(&self, of: Of, words: &[usize], end: usize) -> Option<Loss> {
        let word = &self.words[words[end]];
        if end == 0 {
            return self.loss_after_verb(of.verb()?, words);
        }
        let before = Before { kept: &words[..end], last: &self.words[words[end - 1]] };
        let spoken =
            of.verb().is_some_and(|index| self.words[self.clauses[index].verb.main].quoted);
        let marks = before.kept.iter().filter(|&&i| self.words[i].is('"')).count();
        let cut_words = word.quoted && before.last.quoted && !spoken;
        let inside = marks % 2 == 1 && !word.is('"') || cut_words;
        if self.is_open(&before, word)
            || self.inside_clause(of, words[end])
            || self.is_unpaired(&before)
        {
            return None;
        }
        let loss = match word.kind {
            Kind::Mark(';' | ':' | '—' | '(') => Some(Loss::Adjunct),
            Kind::Mark(',') => self.after_comma(words, end),
            // `asked the court to wait | "to keep the peace"`
            Kind::Mark('"') if end + 1 < words.len() && marks % 2 == 0 => {
                let phrase = self.is_infinitive(words, end + 1) || self.adds_phrase(words, end + 1);
                let loss = || self.loss_before(of, words, end + 1, &before);
                phrase.then(loss).flatten().map(|_| Loss::Part)
            }
            Kind::Word => self.loss_before(of, words, end, &before),
            // `the site of the leak | 50 miles south of the town`
            Kind::Number if before.last.is_noun_like() => {
                let measure = words.get(end + 1).is_some_and(|&i| self.words[i].has(Role::Measure));
                measure.then_some(Loss::Adjunct)
            }
            _ => None,
        };
        // Words that are somebody's are cut short only where nothing else fits.
        if inside { loss.map(|_| Loss::Detail) } else { loss }
    }

    /// What is lost when nothing stays after the verb.
    fn loss_after_verb(&self, index: usize, words: &[usize]) -> Option<Loss> {
        let verb = &self.clauses[index].verb;
        let first = &self.words[words[0]];
        let opened = self.clause_opened(words[0]);
        let second = opened.is_some_and(|clause| clause.link == Link::Shared);
        // `rallied after the vote had shown`: a verb before a clause of time has no object.
        // `was signed | but no names were told`
        if first.has(Role::Coordinator) && self.is_whole_verb(verb) {
            return Some(Loss::Part);
        }
        let whole = match opened.filter(|_| first.has(Role::Subordinator)) {
            Some(clause) => clause.link == Link::Subordinate && !verb.bare_auxiliary,
            // `came | down to` would be another verb.
            None if first.has(Role::Particle) => false,
            None => self.is_whole_verb(verb) && (second || self.adds_phrase(words, 0)),
        };
        let loss = if first.has(Role::Agent) { Loss::Detail } else { Loss::Part };
        whole.then_some(loss)
    }

    /// What is lost when the words end before a comma: an aside, unless the comma parts a list.
    fn after_comma(&self, words: &[usize], end: usize) -> Option<Loss> {
        let next = &self.words[*words.get(end + 1)?];
        // `told them to wait, | and to keep still`
        let second = next.has(Role::Coordinator)
            && end + 3 < words.len()
            && self.is_infinitive(words, end + 2);
        let aside = second
            || next.any(&[Role::Relative, Role::Gerund, Role::Subordinator, Role::According]);
        let opened = self.clause_opened(words[end + 1]).is_some_and(|clause| {
            matches!(clause.link, Link::Shared | Link::Aside | Link::Subordinate)
        });
        (aside || opened).then_some(Loss::Adjunct)
    }

    /// What is lost when the words end before a word.
    fn loss_before(
        &self,
        of: Of,
        words: &[usize],
        end: usize,
        before: &Before<'_>,
    ) -> Option<Loss> {
        let at = words[end];
        let word = &self.words[at];
        let clause = of.clause().is_some();
        if clause && self.narrows(words, end, before) || self.is_predicative(words, end) {
            return None;
        }
        if word.has(Role::Coordinator) {
            return self.loss_of_joined(words, end, before);
        }
        if self.is_infinitive(words, end) {
            let complement = self.governs(of.verb(), before, &[Role::Completed, Role::Commanding]);
            let noun = before.last.any(&[Role::Ability, Role::Prospective]);
            // `rejected the government's bid | to restore …` where nothing else fits
            let named = noun && before.last.is_noun_like() && self.ends_noun_with_article(before);
            let loss = if named { Loss::Detail } else { Loss::Part };
            return (!complement && (!noun || named)).then_some(loss);
        }
        // `when he speaks`: not every present verb is known as one.
        let subject = words.get(end + 1).is_some_and(|&i| {
            self.words[i].has(Role::Pronoun)
                && self.words[i].any(&[Role::Masculine, Role::Feminine, Role::Plural])
        });
        let clause = (self.clause_opened(at).is_some() || subject && word.has(Role::Subordinator))
            && word.any(&[Role::Subordinator, Role::Relative, Role::Complementizer])
            && !word.has(Role::DateModifier);
        // `forced the ships | that had come to turn round`, `ordered the men | who had fled into a cell`
        let asks = of.verb().is_some_and(|index| {
            self.words[self.clauses[index].verb.main].has(Role::Commanding)
                && self.governs(of.verb(), before, &[Role::Commanding])
                && word.any(&[Role::Relative, Role::Complementizer])
        });
        // `made clear | that it would sell`
        let predicate = word.has(Role::Complementizer)
            && before.last.is_noun_like()
            && !before.last.plural
            && !before.last.capital
            && !self.ends_noun_with_article(before);
        if clause && (asks || predicate) {
            return None;
        }
        if clause {
            // `fell over fears | that the dam would burst`: the phrase goes as a whole.
            let phrase = before.kept.iter().rev().nth(1).is_some_and(|&i| {
                let word = &self.words[i];
                word.has(Role::Preposition)
                    && !word.has(Role::Partitive)
                    && (!word.has(Role::Particle) || word.has(Role::DatePreposition))
            });
            let verb = words.get(end + 1).is_some_and(|&i| self.words[i].has(Role::Base));
            let fears = word.has(Role::Complementizer)
                && !verb
                && before.last.is_noun_like()
                && !before.last.capital
                && phrase
                && self.clause_opened(at).is_some_and(|c| matches!(c.subject, Subject::Own(_)));
            return (!fears && !self.is_content(of.verb(), at)).then_some(Loss::Adjunct);
        }
        // `accused the firm of waste | while planning a feast`
        let while_doing = word.has(Role::Subordinator)
            && words.get(end + 1).is_some_and(|&i| self.words[i].has(Role::Gerund));
        if while_doing && !word.any(&[Role::Comparison, Role::Conditional]) {
            return Some(Loss::Adjunct);
        }
        if word.has(Role::Agent) && self.ends_in_passive(before) {
            return Some(Loss::Detail);
        }
        // `the fight | between the islands`
        let between = word.has(Role::Paired) && before.last.is_noun_like() && !before.last.plural;
        if between && of.verb().is_some() && self.has_article(before) {
            return None;
        }
        if self.adds_phrase(words, end) {
            return (!self.governs(of.verb(), before, &[Role::Completed])).then_some(Loss::Adjunct);
        }
        let next = words.get(end + 1).map(|&i| &self.words[i]);
        if word.has(Role::Gerund) {
            return self.loss_before_gerund(of, words, end, before);
        }
        // `a mile | below the pier`
        let measured = word.any(&[Role::Determiner, Role::Several])
            && next.is_some_and(|w| w.has(Role::Measure))
            && words.get(end + 2).is_some_and(|&i| self.words[i].has(Role::Preposition));
        if measured && before.last.is_noun_like() {
            return Some(Loss::Adjunct);
        }
        let participle = self
            .clause_opened(at)
            .is_some_and(|clause| clause.link == Link::Restriction && clause.verb.span.start == at);
        let phrase = next.is_some_and(|w| w.has(Role::Preposition));
        let noun = Self::is_noun_end(before.last)
            || before.last.is_noun_like() && self.has_article(before)
            || self.ends_noun_with_article(before);
        // `a surprise bid to lead the firm`, `a new set of tests` have a noun that looks like a verb.
        let other = next.is_some_and(|w| w.any(&[Role::Infinitive, Role::Partitive]));
        (participle && phrase && noun && !other).then_some(Loss::Part)
    }

    /// What is lost when the words end before a gerund that tells of a noun.
    fn loss_before_gerund(
        &self,
        of: Of,
        words: &[usize],
        end: usize,
        before: &Before<'_>,
    ) -> Option<Loss> {
        let next = words.get(end + 1).map(|&i| &self.words[i]);
        let object = next.is_some_and(|w| {
            w.any(&[Role::Determiner, Role::Possessive]) || w.capital || w.kind == Kind::Number
        });
        // `oil covering the shore`, `a man working in`, but not `oil drilling in`
        // `child labour` has no article: what follows completes the noun.
        let person = before.last.has(Role::PersonNoun) && self.has_article(before);
        let noun = object && Self::is_noun_end(before.last) || person;
        if noun {
            return Some(Loss::Adjunct);
        }
        // `signed an order | closing the port`: the noun may ask for it, so little else is left to try.
        let modified = before.last.is_noun_like() && self.has_article(before);
        if object && modified && !before.last.has(Role::Ability) {
            let complement = self.governs(of.verb(), before, &[Role::Completed, Role::Commanding]);
            return (!complement).then_some(Loss::Detail);
        }
        // `the oil | floating in the bay`, `denied reports | charging that …`; but `the recent firing of a judge`
        let tells = next.is_some_and(|w| {
            w.any(&[Role::Preposition, Role::Complementizer]) && !w.has(Role::Partitive)
        });
        if tells && before.last.is_noun_like() {
            let whole = self.has_article(before)
                || self.ends_noun_with_article(before)
                || before.last.plural;
            let asks = self.governs(of.verb(), before, &[Role::Completed, Role::Commanding]);
            return (whole && !asks).then_some(Loss::Detail);
        }
        None
    }

    /// Whether what begins at `end` tells which thing is meant by a noun before it: `the struggle | to contain
    /// the fire`, `the firms | involved in it`.
    fn narrows(&self, words: &[usize], end: usize, before: &Before<'_>) -> bool {
        let Some(noun) = self.definite_noun(before) else { return false };
        let word = &self.words[words[end]];
        let next = words.get(end + 1).map(|&i| &self.words[i]);
        let participle = word.any(&[Role::Participle, Role::Gerund])
            && next.is_some_and(|w| w.has(Role::Preposition));
        let clause = word.any(&[Role::Relative, Role::Complementizer]);
        let general = self.prose.is_general(&self.sentence[noun.span.clone()]);
        general && (participle || clause || self.is_infinitive(words, end))
    }

    /// The noun with the definite article in which the words end, if no name in it tells which one is meant.
    fn definite_noun<'b>(&self, before: &Before<'b>) -> Option<&'b Word> {
        let inner = |&&i: &&usize| {
            let word = &self.words[i];
            let told = word.any(&[Role::Adverb, Role::Connective]);
            word.is_noun_like() || word.kind == Kind::Number || told
        };
        let noun = before.kept.iter().rev().take_while(inner).count();
        let (rest, noun) = before.kept.split_at(before.kept.len() - noun);
        let article = rest.last().is_some_and(|&i| {
            let text = &self.sentence[self.words[i].span.clone()];
            self.prose.is_article(text)
        });
        let named = noun.iter().any(|&i| self.words[i].capital);
        (article && !noun.is_empty() && !named).then_some(before.last)
    }

    /// Whether at `end` stands what a thing is taken for: `saw the spill | as a way to win`.
    fn is_predicative(&self, words: &[usize], end: usize) -> bool {
        let word = |at: usize| words.get(at).map(|&i| &self.words[i]);
        let opens = word(end).is_some_and(|w| {
            w.has(Role::Comparison) && w.has(Role::Subordinator) && w.has(Role::Preposition)
        });
        let article = word(end + 1).is_some_and(|w| w.has(Role::Determiner));
        let noun = (end + 2..words.len())
            .find(|&at| !word(at).is_some_and(Word::is_noun_like))
            .filter(|&at| at > end + 2);
        let next = noun.and_then(word);
        let phrase = next.is_some_and(|w| w.any(&[Role::Infinitive, Role::Partitive]));
        opens && article && phrase
    }

    /// Whether a phrase with a preposition begins at `end` that no word before it asks for.
    fn adds_phrase(&self, words: &[usize], end: usize) -> bool {
        let adverb = |&&i: &&usize| {
            let word = &self.words[i];
            word.has(Role::Focusing) || word.has(Role::Negation) && word.has(Role::Adverb)
        };
        // `almost exclusively by sea`
        let end = end + words[end..words.len() - 1].iter().take_while(adverb).count();
        let word = &self.words[words[end]];
        // `in time | for the feast`
        let phrasal = end > 1
            && self.words[words[end - 1]].has(Role::Phrasal)
            && self.words[words[end - 2]].has(Role::Preposition);
        // `the Society for the Protection of Birds`
        let next = words[end + 1..].iter().find(|&&i| !self.words[i].has(Role::Determiner));
        let named = end > 0
            && self.words[words[end - 1]].has(Role::Organisation)
            && self.words[words[end - 1]].capital
            && next.is_some_and(|&i| self.words[i].capital);
        // `up | to 400 ships`
        let up_to = word.has(Role::Infinitive)
            && end > 0
            && self.words[words[end - 1]].has(Role::Particle)
            && words.get(end + 1).is_some_and(|&i| self.words[i].kind == Kind::Number);
        // `came down | to one word`, but `was handed over | to them`
        let came_to = word.has(Role::Infinitive)
            && end > 0
            && self.words[words[end - 1]].has(Role::Particle)
            && self.clause_of_verb(words[end - 1] - 1).is_some_and(|verb| !verb.passive);
        let closes_range = word.has(Role::Infinitive)
            && words[..end].iter().rev().take(6).any(|&i| self.words[i].has(Role::Origin));
        word.has(Role::Preposition)
            && next.is_some()
            && !named
            && !phrasal
            && !word.any(&[Role::Partitive, Role::Comparison])
            && !self.is_infinitive(words, end)
            && !closes_range
            && !up_to
            && !came_to
    }

    /// What is lost when the words end before `and`.
    fn loss_of_joined(&self, words: &[usize], end: usize, before: &Before<'_>) -> Option<Loss> {
        let at = words[end];
        if self.clause_opened(at).is_some_and(|clause| clause.link == Link::Shared) {
            return Some(Loss::Adjunct);
        }
        let listed = before.kept.iter().any(|&i| self.words[i].is(','));
        let paired = before.kept.iter().any(|&i| self.words[i].has(Role::Paired));
        let next = &self.words[*words.get(end + 1)?];
        if next.is('"') {
            return None;
        }
        let noun = next.any(&[Role::Determiner, Role::Possessive]) || next.capital;
        if listed || paired || before.last.any(&[Role::Adverb, Role::Participle, Role::Past]) {
            return None;
        }
        // `a public emergency | and Swedes were …`: a name goes with no noun without one.
        let apart = next.capital && before.last.is_noun_like() && self.has_article(before);
        // `demanded that he resign | and quit the town`, `stocks of oil | and work at sea`: what follows
        // the second word shows that no noun is shared.
        let after = words.get(end + 2).map(|&i| &self.words[i]);
        let second = after.is_none_or(|w| {
            w.any(&[Role::Determiner, Role::Possessive, Role::Preposition])
                || w.is(',')
                || w.is('.')
        });
        let second = second && next.is_noun_like() && before.last.is_noun_like();
        // `oil | and gas fields`: only the end of a noun can be told from a part of it.
        (noun && Self::is_noun_end(before.last) || apart || second).then_some(Loss::Part)
    }

    /// Whether a word plainly ends a noun.
    fn is_noun_end(word: &Word) -> bool {
        word.kind == Kind::Word && word.is_noun_like() && (word.capital || word.plural)
            || word.kind == Kind::Number
    }

    /// Whether the `to` at `end` stands before a verb.
    pub(super) fn is_infinitive(&self, words: &[usize], end: usize) -> bool {
        let word = &self.words[words[end]];
        let Some(next) = words.get(end + 1).map(|&i| &self.words[i]) else { return false };
        let noun = next.any(&[Role::Determiner, Role::Possessive, Role::Pronoun, Role::Gerund])
            || next.capital
            || next.kind != Kind::Word
            || next.is_noun_like() && Self::is_noun_end(next);
        word.has(Role::Infinitive) && !noun
    }

    /// Whether the words must not end after the last one: an article, a verb without its object.
    fn is_open(&self, before: &Before<'_>, next: &Word) -> bool {
        const OPEN: &[Role] = &[
            Role::Preposition,
            Role::Determiner,
            Role::Coordinator,
            Role::Infinitive,
            Role::Possessive,
            Role::Subordinator,
            Role::Relative,
            Role::Complementizer,
            Role::Negation,
            Role::Degree,
            Role::Focusing,
            Role::Be,
            Role::Been,
            Role::Being,
            Role::Modal,
        ];
        let last = before.last;
        // `took it | to the shore`, `told them | of`
        let pronoun = last.has(Role::Pronoun) && !last.capital;
        // `a mile | below the pier`
        let measure = last.has(Role::Measure)
            && next.has(Role::Preposition)
            && !next.any(&[Role::DatePreposition, Role::Comparison]);
        // `as she sorts | through the mail`: a word behind such a subject is a verb.
        let verb = before.kept.len() > 2 && {
            let [opener, subject] =
                [3, 2].map(|back| &self.words[before.kept[before.kept.len() - back]]);
            let someone = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural];
            opener.has(Role::Subordinator)
                && subject.has(Role::Pronoun)
                && subject.any(&someone)
                && !last.has(Role::Intransitive)
        };
        // `in the hours | before the storm`
        let stem = self.sentence[last.span.clone()].strip_suffix(self.prose.words.plural_suffix);
        let hours = last.plural
            && next.has(Role::DatePreposition)
            && next.has(Role::Subordinator)
            && stem.is_some_and(|stem| self.prose.is(stem, Role::DateNoun))
            && before.kept.iter().rev().nth(1).is_some_and(|&i| {
                self.words[i].has(Role::Determiner) && !self.words[i].has(Role::Several)
            });
        last.kind == Kind::Genitive
            || verb
            || hours
            || measure
            || pronoun
            || last.any(OPEN) && !self.is_particle(before)
            || self.ends_in_open_verb(before, next)
    }

    /// Whether the last word says what was done to a subject: `had been sold`.
    fn ends_in_passive(&self, before: &Before<'_>) -> bool {
        let last = before.kept.last().and_then(|&last| self.clause_of_verb(last));
        last.is_some_and(|verb| verb.passive)
    }

    /// Whether the words announce two things and have come to one: `either by sea`.
    fn is_unpaired(&self, before: &Before<'_>) -> bool {
        // `was signed but no word`
        let none = before.kept.windows(2).rposition(|two| {
            let [and, no] = [0, 1].map(|at| &self.words[two[at]]);
            and.has(Role::Coordinator) && no.has(Role::Negation) && no.has(Role::Determiner)
        });
        let told = |&&i: &&usize| self.clause_of_verb(i).is_some();
        if none.is_some_and(|at| before.kept[at..].iter().find(told).is_none()) {
            return true;
        }
        let paired = before.kept.iter().enumerate().rposition(|(at, &i)| {
            // `not only the mayor`
            let negated = at > 0 && self.words[before.kept[at - 1]].has(Role::Negation);
            self.words[i].has(Role::Paired) || negated && self.words[i].has(Role::Focusing)
        });
        paired.is_some_and(|at| {
            let rest = &before.kept[at..];
            let joined = rest.iter().any(|&i| self.words[i].has(Role::Coordinator));
            // `both sides`, `between the islands`
            let several = rest.iter().skip(1).take(3).any(|&i| self.words[i].plural);
            !(joined || several)
        })
    }

    /// Whether the last word belongs to the verb before it: `broke down`.
    fn is_particle(&self, before: &Before<'_>) -> bool {
        // The verb itself stands before the words after it.
        let last =
            before.kept.last().filter(|&&last| last > 0 && self.words[last].has(Role::Particle));
        last.is_some_and(|&last| self.clause_of_verb(last - 1).is_some())
    }

    /// Whether the words end in a verb that may still want its object.
    fn ends_in_open_verb(&self, before: &Before<'_>, next: &Word) -> bool {
        let adverbs = before.kept.iter().rev().take_while(|&&i| {
            self.words[i].has(Role::Adverb) && !self.words[i].has(Role::Particle)
        });
        let rest = &before.kept[..before.kept.len() - adverbs.count()];
        let Some(&last) = rest.last() else { return false };
        if let Some(verb) = self.clause_of_verb(last) {
            // `was | infected`
            if last + 1 < verb.span.end {
                return true;
            }
            // `as banks worked | through a backlog`: a clause cut short tells nothing.
            return !(self.is_whole_verb(verb) && verb.passive);
        }
        let word = &self.words[last];
        let governed = rest.len() > 1 && {
            let before = &self.words[rest[rest.len() - 2]];
            before.any(&[Role::Infinitive, Role::Preposition, Role::Subordinator, Role::Be])
        };
        // `the oil floating | in the bay`; but `the new drilling | in the bay`, `tea growing | and`
        let article = rest.len() > 1 && {
            let before = &self.words[rest[rest.len() - 2]];
            let article = before.any(&[Role::Determiner, Role::Possessive]);
            article || before.has(Role::CommonNoun) && !before.plural
        };
        let goes_on = next.any(&[Role::Preposition, Role::Complementizer]);
        let gerund = word.has(Role::Gerund) && !article && (goes_on || governed);
        // `to meet the crew and convey | to them`
        let second = rest.len() > 2
            && self.words[rest[rest.len() - 2]].has(Role::Coordinator)
            && before.kept.iter().any(|&i| self.words[i].has(Role::Infinitive))
            && !Self::is_noun_end(word);
        let bare = word.has(Role::Base) && rest.len() > 1 && {
            let rest = &Before { kept: rest, last: word };
            // `most sailors think`
            let noun = &self.words[rest.kept[rest.kept.len() - 2]];
            noun.plural && noun.is_noun_like() || !self.has_article(rest)
        };
        let infinitive = bare || governed && self.words[rest[rest.len() - 2]].has(Role::Infinitive);
        gerund || second || infinitive && !word.capital && !word.has(Role::Determiner)
    }

    /// The first clause whose verb does not end before `at`. Verbs stand in order.
    fn clause_around(&self, at: usize) -> usize {
        self.clauses.partition_point(|clause| clause.verb.span.end <= at)
    }

    pub(super) fn clause_of_verb(&self, at: usize) -> Option<&Verb> {
        let verb = &self.clauses.get(self.clause_around(at))?.verb;
        verb.span.contains(&at).then_some(verb)
    }

    /// Whether a verb needs nothing after it: what was done to its subject, or `died`.
    fn is_whole_verb(&self, verb: &Verb) -> bool {
        let main = &self.words[verb.main];
        let whole = verb.passive || main.has(Role::Intransitive);
        let open = main.any(&[Role::Completed, Role::Commanding, Role::Prospective]);
        whole && !verb.bare_auxiliary && !open
    }

    /// Whether what was kept has no more than the object of a verb with one of `roles`, which asks
    /// for something besides: `asked the court | to act`, `put the cap | on the well`.
    fn governs(&self, index: Option<usize>, before: &Before<'_>, roles: &[Role]) -> bool {
        let mut verb = index.map(|index| self.clauses[index].verb.main);
        let mut outer = false;
        for (at, &i) in before.kept.iter().enumerate() {
            let word = &self.words[i];
            let article = at > 0 && self.words[before.kept[at - 1]].has(Role::Determiner);
            // `ordered the men who had fled | to return`
            let told = self
                .clauses
                .iter()
                .any(|clause| clause.link == Link::Restriction && clause.verb.span.start == i);
            let asks = |verb: usize| self.words[verb].any(&[Role::Completed, Role::Commanding]);
            outer |= told && verb.is_some_and(asks);
            let inner = self.clause_of_verb(i).is_some()
                || word.has(Role::Gerund) && !article
                || at > 0 && self.words[before.kept[at - 1]].has(Role::Infinitive);
            if inner {
                verb = Some(i);
            } else if word.has(Role::Preposition)
                && !word.has(Role::Partitive)
                && verb.is_none_or(|verb| verb + 1 != i || !roles.contains(&Role::Commanding))
            {
                // The `on` of `called on the firm to act` belongs to the verb.
                verb = None;
            }
        }
        // `put out a leaflet` asks for no more.
        let phrasal = |i: usize| self.words.get(i + 1).is_some_and(|w| w.has(Role::Particle));
        outer || verb.is_some_and(|i| self.words[i].any(roles) && !phrasal(i))
    }

    /// Whether an article stands before the last word, with no more than two between.
    fn has_article(&self, before: &Before<'_>) -> bool {
        before.kept.iter().rev().skip(1).take(3).any(|&i| {
            self.words[i].any(&[Role::Determiner, Role::Possessive])
                || self.words[i].kind == Kind::Genitive
        })
    }

    /// Whether the last words are a noun with its article and all between: `a ten-year, $5 million plan`.
    fn ends_noun_with_article(&self, before: &Before<'_>) -> bool {
        let inner = |&&i: &&usize| {
            let word = &self.words[i];
            word.is_noun_like() || word.kind == Kind::Number || word.is(',') || word.is('"')
        };
        let article = before.kept.iter().rev().find(|i| !inner(i)).map(|&i| &self.words[i]);
        before.last.is_noun_like()
            && article.is_some_and(|w| {
                w.any(&[Role::Determiner, Role::Possessive]) || w.kind == Kind::Genitive
            })
    }

    /// Whether the word at `at` stands inside a clause whose verb is still to come.
    fn inside_clause(&self, of: Of, at: usize) -> bool {
        if self.is_untold(at) {
            return true;
        }
        // A subject with clauses about it waits for its verb behind theirs.
        let index = of.clause();
        let next = self.clause_around(at);
        let near = (next..self.clauses.len()).take(MOST_NESTED).filter(|&i| Some(i) != index);
        // The clause whose subject this one is about, `Bell, who came to help, left`, holds it as a whole.
        let around = |clause: &Clause| {
            let opens = match of {
                // `Crews clean the piers | that the storm has broken`: the label has a verb of its own.
                Of::Label(start) => Some(start + 1),
                _ => index.map(|index| self.clauses[index].opens),
            };
            matches!(&clause.subject, Subject::Own(own) if opens.is_some_and(|at| own.start < at))
        };
        near.map(|i| &self.clauses[i]).filter(|clause| !around(clause)).any(|clause| {
            let from = match &clause.subject {
                Subject::Own(own) => own.start.min(clause.start),
                _ => clause.start,
            };
            let marked = clause.opens < clause.start;
            let inside = if marked { from <= at } else { from < at };
            inside && at < clause.verb.span.end && !self.has_subjunctive(from, at)
        })
    }

    /// Whether the last `that` before `at` has not come to its verb, but only to clauses about its
    /// subject.
    fn is_untold(&self, at: usize) -> bool {
        let next = self.clause_around(at);
        let near = &self.clauses[next.saturating_sub(MOST_NESTED)..next];
        let from = near.first().map_or(0, |clause| clause.verb.span.end);
        let that = (from..at).rev().find(|&i| {
            let noun = i > 0 && !self.words[i - 1].any(&[Role::Preposition, Role::Coordinator]);
            noun && self.words[i].has(Role::Complementizer)
        });
        that.filter(|&that| !self.has_subjunctive(that + 1, at)).is_some_and(|that| {
            !near.iter().any(|clause| {
                let opened = clause.opens == that || clause.opens + 1 == that;
                let aside = matches!(clause.link, Link::Aside | Link::Restriction);
                clause.verb.span.start > that && (opened || !aside)
            })
        })
    }

    /// Whether a subjunctive is the verb of the words from `from`: `demanded that | the judge withdraw`.
    fn has_subjunctive(&self, from: usize, at: usize) -> bool {
        let noun = |i: usize| self.words[i].is_noun_like() || self.words[i].has(Role::Pronoun);
        let that = from > 1 && self.words[from - 1].has(Role::Complementizer) && {
            let asks = [Role::Commanding, Role::Announcing, Role::Saying];
            self.words[..from - 1].iter().rev().take(MOST_PAIRED).any(|w| w.any(&asks))
        };
        that && (from + 1..at).any(|i| self.words[i].any(&[Role::Base, Role::Be]) && noun(i - 1))
    }

    fn clause_opened(&self, at: usize) -> Option<&Clause> {
        let next = self.clauses.get(self.clause_around(at))?;
        (next.opens == at || next.opens + 1 == at && next.start > at).then_some(next)
    }

    /// Whether the clause that opens at `at` is what the verb before it says or thinks.
    fn is_content(&self, index: Option<usize>, at: usize) -> bool {
        let host = self.clause_around(at).checked_sub(1).map(|host| &self.clauses[host]);
        let said = self.clause_opened(at).is_some_and(|clause| clause.link == Link::Said);
        let says = host.is_some_and(|host| {
            let telling = [Role::Saying, Role::Announcing, Role::Stative, Role::Commanding];
            self.words[host.verb.main].any(&telling)
        });
        index.is_some() && said && says
    }
}
