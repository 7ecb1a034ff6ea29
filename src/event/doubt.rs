//! A clause in, whether it can be told at all out: what reads like a clause by its form and is none.
//!
//! A page may glue its headline to its text, a noun may carry a participle that looks like a verb, a
//! caption tells what is to be seen. None of these makes a sentence, so none makes a headline.

use std::ops::Range;

use super::{
    clause::{Clause, Form, Link, Subject, Verb, could_be_participle},
    headline::Context,
    words::{Kind, Word},
};
use crate::temporal::lexicon::prose::{Role, Roles};

/// How many words may stand between a participle and the one who did it.
const MOST_BETWEEN: usize = 4;

impl Context<'_> {
    /// Whether the sentence asks rather than tells.
    pub(super) fn is_question(&self) -> bool {
        self.words.iter().rev().find(|w| !w.is('"')).is_some_and(|w| w.is('?'))
    }

    /// Whether the sentence tells what a picture shows: `in this undated photo`.
    pub(super) fn points_at_picture(&self) -> bool {
        let points = |roles: Roles| roles.has(Role::Determiner) && roles.has(Role::Pronoun);
        // `this May 2010 photo`: the date may hold the demonstrative.
        let this = |w: &Word| {
            let first = self.sentence[w.span.clone()].split(' ').next().unwrap_or_default();
            points(w.roles) || w.is_date() && points(self.prose.roles(first))
        };
        // `Anna Bell (left) and Carl Moor, right, leave the hall`
        let placed = self.words.windows(3).any(|three| {
            let set_off =
                three[0].is(',') && three[2].is(',') || three[0].is('(') && three[2].is(')');
            set_off && three[1].has(Role::Position)
        });
        if placed {
            return true;
        }
        let near = |at: usize| self.words[at.saturating_sub(3)..at].iter().any(this);
        (0..self.words.len()).any(|at| self.words[at].has(Role::Credit) && near(at))
    }

    /// Whether the sentence is a list of links with the ages of their pages: more than one dash
    /// leads to a date.
    pub(super) fn is_feed(&self) -> bool {
        let ages = self.words.windows(2).filter(|two| two[0].is('—') && two[1].is_date());
        ages.count() > 1
    }

    /// Whether words say that something is seen: a picture shows it.
    pub(super) fn depicts(&self, range: &Range<usize>) -> bool {
        let verbs = self.clauses.iter().map(|clause| &clause.verb);
        let shown = |verb: &Verb| {
            let joined =
                self.words[range.start..verb.main].iter().any(|w| w.has(Role::Coordinator));
            let depicts = verb.passive && self.words[verb.main].has(Role::Depicting);
            verb.form == Form::Present && depicts && !joined
        };
        verbs.filter(|verb| range.contains(&verb.main)).any(shown)
    }

    /// Whether words only tell what is to be seen: `The harbour is seen from the tower`, `In this
    /// picture the harbour freezes`, `He is a hero to many`.
    pub(super) fn is_caption(&self, range: &Range<usize>) -> bool {
        let verbs = || {
            let verbs = self.clauses.iter().map(|clause| &clause.verb);
            verbs.filter(|verb| range.contains(&verb.main) && verb.form == Form::Present)
        };
        let first = self.clauses.iter().position(|clause| clause.verb.main >= range.start);
        let describes = verbs().next().is_some_and(|verb| {
            verb.bare_auxiliary && first.is_some_and(|first| self.clauses[first].verb == *verb)
        });
        let depicts = self.depicts(range);
        let this = self.words[range.clone()].iter().take(2).collect::<Vec<_>>();
        let pointed = matches!(this.as_slice(), [first, second]
            if first.has(Role::Preposition)
                && second.has(Role::Determiner)
                && second.has(Role::Pronoun));
        let linked = this
            .first()
            .is_some_and(|w| w.any(&[Role::Connective, Role::Pronoun]) && !w.has(Role::Sequence));
        let words = &self.words[range.clone()];
        let speaks = words.iter().any(|w| w.has(Role::Speaker) && !w.capital);
        describes || depicts || pointed || linked || self.points_at_picture() || speaks
    }

    /// Whether another sentence begins at `at` without a mark before it, as where a page puts the
    /// headline before the text: `Two held over fire The police have arrested …`.
    pub(super) fn is_seam(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|i| &self.words[i]) else { return false };
        let word = &self.words[at];
        let next = self.words.get(at + 1);
        let credit = || self.words.first().is_some_and(|w| w.has(Role::Credit));
        let pictograph = matches!(before.kind, Kind::Mark('\u{2600}'..));
        if before.is('|') || pictograph || before.has(Role::PictureAgency) && credit() {
            return true;
        }
        // `Photograph: Anna Bell One day after`
        let begins = [Role::Determiner, Role::Preposition, Role::Subordinator];
        if credit() && at > 2 && word.capital && word.any(&begins) && before.capital {
            return true;
        }
        // `AP Three people`
        let signed = at == 1 && before.has(Role::PictureAgency) && word.capital;
        if signed && word.any(&[Role::Determiner, Role::Several, Role::Opening]) {
            return true;
        }
        // `… of the fire Tuesday 1 June 2010 23.59 BST Two men …`: the time of printing ends a title.
        let printed = |w: &Word| {
            let text = &self.sentence[w.span.clone()];
            let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
            w.is_date() && digits.clone().count() > 3 && digits.clone().any(|part| part.len() == 4)
        };
        if printed(word) && !before.has(Role::DatePreposition) || printed(before) && word.capital {
            return true;
        }
        // `… by an oil spill GRAND ISLE, La.`
        let shouted = |w: &Word| {
            let text = &self.sentence[w.span.clone()];
            text.len() > 3 && text.chars().all(char::is_uppercase)
        };
        if shouted(word) && next.is_some_and(shouted) && before.is_noun_like() && !before.capital {
            return true;
        }
        // `“watch and wait” A girl of six has …`: the head of a page ends with its quotation.
        let closed = at > 1
            && matches!(before.kind, Kind::Mark('"' | '\'' | '’'))
            && self.words[at - 2].kind == Kind::Word;
        if closed
            && word.capital
            && word.has(Role::Opening)
            && word.has(Role::Determiner)
            && !word.quoted
        {
            let lower = next.is_some_and(|w| w.kind != Kind::Mark(',') && !w.capital);
            return lower;
        }
        if self.is_common_word(at) {
            return true;
        }
        // `a spill By Ann Moor`: a noun may have the form of a verb.
        let noun_form = before.has(Role::Base) && !before.any(&[Role::Past, Role::Preposition]);
        let plain = (before.is_noun_like() || noun_form) && !before.capital
            || before.kind == Kind::Number
            || before.is_date();
        if word.capital && word.has(Role::Credit) && plain {
            return true;
        }
        let name = before.is_noun_like() && before.capital;
        let lower = next.is_some_and(|w| w.kind == Kind::Word && !w.capital);
        let opening = word.capital && word.has(Role::Opening);
        // `on Channel Four, he said`
        let article = word.has(Role::Determiner) && !word.has(Role::Several) || lower;
        let noun = |w: &Word| w.has(Role::CommonNoun) && !w.has(Role::Organisation);
        let common = word.capital && noun(word) && lower && next.is_some_and(noun);
        // `The wall came down Experts say`
        let tells = word.capital
            && noun(word)
            && word.plural
            && next.is_some_and(|w| w.any(&[Role::Saying, Role::HavePresent, Role::BePresent]));
        let inside = before.kind == Kind::Word && !before.capital && !before.has(Role::Determiner);
        opening && (plain || name && article) || common && plain || tells && inside
    }

    /// Whether the word at `at` has a capital between small words, though the document writes it small: a
    /// sentence begins there. `of the flood Pictures show that …`
    fn is_common_word(&self, at: usize) -> bool {
        const NAMES: &[Role] = &[
            Role::FirstName,
            Role::Title,
            Role::Office,
            Role::Organisation,
            Role::PlaceNoun,
            Role::NotAName,
            Role::CalendarName,
        ];
        let word = &self.words[at];
        let small =
            |i: usize| self.words.get(i).is_some_and(|w| w.kind == Kind::Word && !w.capital);
        if !(word.capital && word.kind == Kind::Word && at > 1 && small(at - 1) && small(at + 1)) {
            return false;
        }
        let before = &self.words[at - 1];
        let next = &self.words[at + 1];
        // `the oil giant Shell`, `the club America fielded a team` have a name
        let text = |word: &Word| &self.sentence[word.span.clone()];
        let titled = self.prose.is_firm(text(before))
            || before.any(&[Role::PersonNoun, Role::Office, Role::Title]);
        let verb = next.any(&[Role::Past, Role::Saying, Role::Present])
            || next.any(&[Role::BePast, Role::HavePast, Role::HavePresent, Role::BePresent]);
        let named = titled || verb && !word.plural;
        let whole = before.is_noun_like() && !next.has(Role::Coordinator) && !named;
        let text = self.sentence[word.span.clone()].to_lowercase();
        let suffix = self.prose.words.plural_suffix;
        let one = text.strip_suffix(suffix).unwrap_or(&text);
        let several = format!("{text}{suffix}");
        let known = [text.as_str(), one, several.as_str()];
        whole && !word.any(NAMES) && known.iter().any(|word| self.small_words.contains(word))
    }

    /// Whether a subject is none: no noun, a letter that has lost its word, the one who said it, or
    /// what remains of a sentence that was cut inside brackets.
    pub(super) fn is_scrap(&self, index: usize, subject: &[usize]) -> bool {
        let Some(first) = subject.first().map(|&i| &self.words[i]) else { return true };
        let closed = self.words.get(subject[0] + 1).is_some_and(|w| w.is(')'));
        let letter = first.kind == Kind::Word
            && first.span.len() == 1
            && (closed || first.roles.is_empty() && !first.capital);
        let noun = subject.iter().any(|&i| {
            let word = &self.words[i];
            let named = word.kind == Kind::Number || word.is_date() || word.has(Role::Pronoun);
            named || word.kind == Kind::Word && !word.any(&[Role::Adverb, Role::Preposition])
        });
        let source = subject.iter().any(|&i| self.words[i].has(Role::According));
        let broken = subject[0] > 0
            && self.words[subject[0] - 1].is(')')
            && !first.capital
            && !first.has(Role::Determiner);
        // `At a meeting when asked`; but `up to 500 people`, `over a hundred`
        let counted = subject
            .iter()
            .take(3)
            .any(|&i| self.words[i].kind == Kind::Number || self.words[i].has(Role::Several));
        let counted = counted && first.any(&[Role::Particle, Role::Paired]);
        let phrase = first.has(Role::Preposition)
            && !first.any(&[Role::Determiner, Role::DateModifier])
            && !counted
            || first.has(Role::Subordinator) && !first.any(&[Role::Determiner, Role::Pronoun]);
        // `As many as forty ships`
        let third = subject.get(2).map(|&i| &self.words[i]);
        let phrase = phrase
            && !(first.has(Role::Comparison) && third.is_some_and(|w| w.has(Role::Comparison)));
        // `within the three months envisaged in May`
        let length = subject.iter().all(|&i| {
            let at = self.words[i].span.start;
            self.durations.iter().any(|duration| duration.contains(&at))
        });
        // `One was hurt` says nothing of what.
        let only = subject.len() == 1
            && first.has(Role::Determiner)
            && !first.any(&[Role::Several, Role::Pronoun]);
        // `Most live in towns`, `Others were given the pill`: of whom?
        let of_whom = subject.len() == 1
            && (first.has(Role::Determiner) && first.has(Role::CommonNoun) && !first.plural
                || first.has(Role::Pronoun)
                    && first.plural
                    && !first.has(Role::Determiner)
                    && !first.any(&[Role::Possessive, Role::Neuter]));
        // `This last happened`
        let this_last = subject.len() == 2
            && first.has(Role::Determiner)
            && first.has(Role::Pronoun)
            && self.words[subject[1]].has(Role::CalendarName)
            && !self.words[subject[1]].capital;
        // `Statements saying the firm | helped`: what was said has gone.
        let says = subject.iter().any(|&i| {
            let word = &self.words[i];
            word.has(Role::Gerund) && word.has(Role::Saying)
        });
        let says = says && !subject.iter().any(|&i| self.clause_of_verb(i).is_some());
        letter
            || says
            || of_whom
            || this_last
            || self.is_no_noun(subject)
            || length
            || only
            || !noun
            || source
            || broken
            || phrase
            || self.is_example(&self.clauses[index])
    }

    /// Whether a subject holds a pronoun of a clause about a noun, is a participle alone, or an order:
    /// `which began`, `as expected, returns`, `Get the paper delivered`.
    fn is_no_noun(&self, subject: &[usize]) -> bool {
        let first = &self.words[subject[0]];
        // `the sailors, some of whom`
        let relative = subject.iter().enumerate().any(|(at, &i)| {
            let other = [Role::Determiner, Role::Subordinator, Role::Complementizer];
            let governed = at > 0 && self.words[subject[at - 1]].has(Role::Preposition);
            let word = &self.words[i];
            (at == 0 || governed) && word.has(Role::Relative) && !word.any(&other)
        });
        let alone = subject.len() == 1 && first.has(Role::Participle) && first.has(Role::Past);
        let order = subject[0] == 0
            && first.has(Role::Base)
            && !first.has(Role::Past)
            && subject.get(1).is_some_and(|&i| {
                let next = &self.words[i];
                next.any(&[Role::Determiner, Role::Possessive]) || next.capital
            });
        // `She lives in Oslo, which burned`: a verb that is not known as one.
        let verb = subject.len() > 2
            && !subject.iter().any(|&i| self.words[i].has(Role::Coordinator))
            && first.any(&[Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural])
            && first.has(Role::Pronoun)
            && !first.any(&[Role::Possessive, Role::Determiner]);
        // `some of them`: of whom?
        let of_them = subject.windows(2).any(|two| {
            let [of, them] = [0, 1].map(|at| &self.words[two[at]]);
            let them = them.has(Role::Pronoun) && them.has(Role::Plural);
            of.has(Role::Partitive) && them
        });
        // `Having peaked`
        let gerund = first.has(Role::Gerund)
            && subject.iter().skip(1).all(|&i| self.words[i].any(&[Role::Adverb, Role::Negation]));
        let alone = alone || of_them || subject[0] == 0 && gerund && first.has(Role::HavePresent);
        // `'s report`: the owner is lost.
        // `They last met`
        let last = subject.len() == 2 && first.has(Role::Pronoun) && {
            let second = &self.words[subject[1]];
            second.has(Role::CalendarName) && !second.capital
        };
        last || verb || relative || alone || order || first.kind == Kind::Genitive
    }

    /// Whether a subject only gives an example or a comparison of the noun before it, or holds a verb
    /// that is not known as one: `such as the report released`, `that sells tea closed`.
    fn is_example(&self, clause: &Clause) -> bool {
        let own = match &clause.subject {
            Subject::Own(own) => own,
            Subject::Antecedent(noun) => return self.is_distant(clause, noun),
            Subject::Of(_) => return false,
        };
        let words = &self.words[own.clone()];
        // `such as the report`, `like his brother`; but `more than forty`
        let counted = words.get(2).is_some_and(|w| {
            let as_many_as = words[0].has(Role::Comparison) && w.has(Role::Comparison);
            w.kind == Kind::Number || w.has(Role::Several) || as_many_as
        });
        let compares = !counted
            && words.iter().take(2).enumerate().any(|(at, w)| {
                let after_article = at > 0 && words[0].has(Role::Determiner);
                let plain = !w.any(&[Role::Subordinator, Role::Determiner]);
                w.has(Role::Comparison) && (after_article || plain)
            });
        let comma = words.iter().any(|w| w.is(','));
        let noun = own.start.checked_sub(2).is_some_and(|i| self.words[i].is_noun_like());
        let opener = own
            .start
            .checked_sub(1)
            .is_some_and(|i| self.words[i].any(&[Role::Relative, Role::Complementizer]));
        let verb = words.first().is_some_and(|w| w.roles.is_empty() && !w.capital && w.plural);
        compares && !comma || noun && opener && verb && words.len() > 1
    }

    /// Whether a clause is about another noun than the one before it: `maps, such as the one shown`,
    /// `the mill run by Bell that burned`.
    fn is_distant(&self, clause: &Clause, noun: &Range<usize>) -> bool {
        let Some(before) = noun.start.checked_sub(1).map(|i| &self.words[i]) else { return false };
        let name = self.words[noun.clone()].iter().all(|w| w.capital) && !noun.is_empty();
        let that = self.words[clause.opens].has(Role::Complementizer);
        before.has(Role::Comparison) || before.has(Role::Preposition) && name && that
    }

    /// Whether a verb belongs to a noun before it, which it tells apart: `the report released by the
    /// firm`, `the sum it spent`, `worries, compared with last year`.
    pub(super) fn is_reduced(&self, index: usize, subject: &[usize]) -> bool {
        let clause = &self.clauses[index];
        let main = &self.words[clause.verb.main];
        let participle = could_be_participle(main, &clause.verb);
        let told = matches!(clause.link, Link::Main | Link::Joined | Link::Said);
        let done = told && participle && !main.has(Role::Intransitive) && self.is_passive(clause);
        // `held the fort and | corn stores built of stone`
        let listed = clause.link == Link::Joined
            && self.words[clause.opens].has(Role::Coordinator)
            && subject.first().is_some_and(|&i| {
                let word = &self.words[i];
                word.is_noun_like()
                    && !word.capital
                    && !word.any(&[Role::Several, Role::CommonNoun])
            });
        let object = self
            .words
            .get(clause.verb.span.end)
            .is_some_and(|w| w.is_noun_like() || w.any(&[Role::Determiner, Role::Possessive]));
        let done = done || listed && participle && !object && !main.has(Role::Intransitive);
        // `The yacht, owned by the mayor, seen off Oslo`
        let bare = clause.link == Link::Main && clause.verb.form == Form::Bare;
        let depicted = self.words[clause.opens].is('(') || bare;
        let compared = participle && main.has(Role::Comparison)
            || self.lacks_relative_object(clause)
            || self.is_told_of_object(clause, subject)
            || self.is_told_of_first(clause, subject)
            || participle && main.has(Role::Depicting) && depicted
            || self.is_half_of_pair(clause);
        let [.., noun, pronoun] = subject else { return done || compared };
        let (noun, pronoun) = (&self.words[*noun], &self.words[*pronoun]);
        let personal = [Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural, Role::Speaker];
        let relative = pronoun.has(Role::Pronoun)
            && !pronoun.capital
            && pronoun.any(&personal)
            && !pronoun.any(&[Role::Possessive, Role::Determiner])
            && (noun.is_noun_like() || noun.kind == Kind::Number);
        done || compared || relative
    }

    /// Whether a participle is told of its noun: an agent follows, or a dash opens an apposition.
    fn is_passive(&self, clause: &Clause) -> bool {
        let end = clause.verb.span.end;
        let next = self.words.get(end);
        // `carried out in 1994 by students`
        let between = |w: &&Word| {
            w.is_date() || w.any(&[Role::Adverb, Role::Particle, Role::DatePreposition])
        };
        let after = self.words.iter().skip(end).take(MOST_BETWEEN);
        let agent = |w: &&Word| w.has(Role::Agent);
        let after = end + after.take_while(|w| between(w) && !agent(w)).count();
        let agent = self.words.get(after).is_some_and(|w| w.has(Role::Agent));
        // `rose by more than 9%`
        let measured = self.words.iter().skip(after + 1).take(3).any(|w| w.kind == Kind::Number);
        let doer = self.words.get(after + 1);
        let doer = doer.is_some_and(|w| w.kind == Kind::Word && !w.has(Role::Gerund)) && !measured;
        let alone = next.is_none_or(|w| w.any(&[Role::Adverb, Role::Preposition]) || w.is_date());
        agent && doer || self.words[clause.opens].is('—') && alone
    }

    /// Whether what a verb asks for stands before its clause: `the estimate that the firm gave`.
    fn lacks_relative_object(&self, clause: &Clause) -> bool {
        let verb = &clause.verb;
        let opener = &self.words[clause.opens];
        let noun = clause.opens.checked_sub(1).is_some_and(|before| {
            self.words[before].is_noun_like() || self.words[before].kind == Kind::Number
        });
        // `that the firm agreed to pay`
        let rest = [verb.span.end, verb.span.end + 1];
        let to = rest[1] < self.words.len() && self.is_infinitive(&rest, 0);
        let after = verb.span.end + if to { 2 } else { 0 };
        let object = self.words.get(after).is_some_and(|w| {
            let noun = w.is_noun_like() || matches!(w.kind, Kind::Number | Kind::Mark('"'));
            noun || w.any(&[Role::Determiner, Role::Possessive, Role::Pronoun, Role::Infinitive])
        });
        let asks = !verb.passive
            && !verb.bare_auxiliary
            && !self.words[verb.main].any(&[Role::Intransitive, Role::Gerund]);
        let relative = opener.any(&[Role::Complementizer, Role::Relative]);
        let own = matches!(clause.subject, Subject::Own(_));
        // `the ship | he built`
        let bare = clause.link == Link::Restriction && opener.has(Role::Pronoun);
        (relative || bare) && own && noun && asks && !object
    }

    /// Whether the noun before a name is what the verb asks for: `found a test that the firm made`
    /// without `that`, as in `a test Northwind made in May`.
    fn is_told_of_object(&self, clause: &Clause, subject: &[usize]) -> bool {
        let verb = &clause.verb;
        let main = &self.words[verb.main];
        let word = |i: &usize| &self.words[*i];
        let names = subject.iter().rev().take_while(|i| word(i).capital && word(i).is_noun_like());
        let at = subject.len() - names.count();
        let [.., noun] = &subject[..at] else { return false };
        let noun = word(noun);
        let titles =
            [Role::PersonNoun, Role::Title, Role::Office, Role::Organisation, Role::CommonNoun];
        let article = word(&subject[0]).has(Role::Determiner);
        let asks = !verb.passive
            && !verb.bare_auxiliary
            && !main.any(&[Role::Intransitive, Role::Gerund, Role::Saying, Role::Announcing]);
        let object = self.words.get(verb.span.end).is_some_and(|w| {
            let noun = w.is_noun_like() || matches!(w.kind, Kind::Number | Kind::Mark('"'));
            noun || w.any(&[
                Role::Determiner,
                Role::Possessive,
                Role::Pronoun,
                Role::Infinitive,
                Role::Adverb,
                Role::Particle,
                Role::Gerund,
            ])
        });
        let plain = noun.is_noun_like() && !noun.capital && !noun.any(&titles);
        clause.link == Link::Said && at < subject.len() && article && plain && asks && !object
    }

    /// Whether what a verb asks for is the first of two nouns before it: `the old name the firm carried`.
    fn is_told_of_first(&self, clause: &Clause, subject: &[usize]) -> bool {
        let verb = &clause.verb;
        let main = &self.words[verb.main];
        let asks = !verb.passive
            && !verb.bare_auxiliary
            && !main.any(&[Role::Intransitive, Role::Gerund, Role::Saying, Role::Announcing]);
        let object = self.words.get(verb.span.end).is_some_and(|w| {
            let noun = w.is_noun_like() || matches!(w.kind, Kind::Number | Kind::Mark('"'));
            let others = [
                Role::Determiner,
                Role::Possessive,
                Role::Pronoun,
                Role::Infinitive,
                Role::Adverb,
                Role::Particle,
                Role::Gerund,
                Role::Complementizer,
            ];
            noun || w.any(&others)
        });
        let first = subject.first().map(|&i| &self.words[i]);
        let article = first.is_some_and(|w| w.any(&[Role::Determiner, Role::Possessive]));
        let two = subject.windows(2).any(|two| {
            let [noun, next] = [0, 1].map(|at| &self.words[two[at]]);
            let plain = noun.is_noun_like() && !noun.capital && two[0] + 1 == two[1];
            plain
                && next.has(Role::Determiner)
                && next.has(Role::Opening)
                && !next.has(Role::Several)
        });
        article && two && asks && !object
    }

    /// Whether a clause tells of two nouns, of which only the second is known as its subject: `the
    /// firm and bank, founded by two brothers`.
    fn is_half_of_pair(&self, clause: &Clause) -> bool {
        let Subject::Antecedent(noun) = &clause.subject else { return false };
        let before = noun.start.checked_sub(1).map(|before| &self.words[before]);
        // `the firm and Anna Bell, who` may mean her alone.
        let personal = self.words[clause.opens..clause.verb.span.start]
            .iter()
            .any(|w| w.has(Role::Relative) && w.has(Role::Pronoun) && !w.has(Role::Complementizer));
        let relative = self.opens_with_relative(clause) && !personal;
        before.is_some_and(|w| w.has(Role::Coordinator))
            && self
                .words
                .get(noun.start)
                .is_some_and(|w| relative || w.is_noun_like() && !w.capital)
    }

    /// Whether a subject only says how long ago something was: `The last earthquake was in 1860`.
    pub(super) fn tells_recency(&self, subject: &[usize]) -> bool {
        subject.iter().any(|&i| self.words[i].has(Role::CalendarName) && !self.words[i].capital)
    }

    /// Whether a date that leaves the headline is what the verb is about: `had until May to pay`,
    /// `spent Monday searching`.
    pub(super) fn is_date_an_object(&self, index: usize) -> bool {
        let verb = &self.clauses[index].verb;
        let after = |from: usize| {
            let mut at = from;
            while self
                .dates
                .iter()
                .any(|&date| (self.date_start(date)..=self.date_end(date)).contains(&at))
            {
                at += 1;
            }
            (at > from).then(|| self.words.get(at)).flatten()
        };
        let main = &self.words[verb.main];
        let next = after(verb.span.end);
        let until = verb.bare_auxiliary
            && main.any(&[Role::HavePresent, Role::HavePast])
            && next.is_some_and(|w| w.has(Role::Infinitive));
        let spent = (verb.main..self.words.len().min(verb.main + 4)).any(|i| {
            let goes_on = |w: &Word| w.any(&[Role::Gerund, Role::Preposition]);
            self.words[i].has(Role::Spending) && after(i + 1).is_some_and(goes_on)
        });
        until || spent
    }
}
