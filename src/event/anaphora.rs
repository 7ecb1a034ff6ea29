//! A headline in, what it takes for told before it out: `the letter`, `that call`, `the new test`.
//!
//! ```text
//! headline ── words ──▶ nouns with an article ── nothing near tells which one ──▶ [Anaphor]
//! ```
//!
//! A noun with the article is either known to every reader of a story (`the well`), or told by what
//! stands beside it (`the letter to the mayor`), or it leans on the text before. Which nouns a story's
//! readers know is for the story to say. After Halliday and Hasan, "Cohesion in English" (1976),
//! chapters 2 and 6.

use super::words::{self, Kind, Word};
use crate::temporal::lexicon::prose::{Prose, Role};

/// Words of a headline that take something for told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anaphor<'h> {
    /// It points at what was told, whatever the reader knows: `that call`, `the new test`, `the company`.
    Pointing(&'h str),
    /// A noun of which the headline does not say which one is meant: `well` of `the well was capped`.
    Definite(&'h str),
}

/// What `headline` takes for told, in its order.
pub(crate) fn anaphors<'h>(headline: &'h str, prose: &Prose) -> Vec<Anaphor<'h>> {
    let words = words::split(headline, &[], false, prose);
    let nouns = Nouns { headline, words: &words, prose };
    (0..words.len()).filter_map(|at| nouns.read(at)).collect()
}

/// The words of a headline in which nouns are looked for.
struct Nouns<'h, 'w> {
    headline: &'h str,
    words: &'w [Word],
    prose: &'w Prose,
}

impl<'h> Nouns<'h, '_> {
    fn read(&self, at: usize) -> Option<Anaphor<'h>> {
        let noun = self.anaphor(at).or_else(|| self.pronoun(at));
        let other = noun.or_else(|| self.possession(at)).or_else(|| self.adverb(at));
        other.or_else(|| self.one_of_them(at))
    }

    /// One of several that were told of: `One was taken in Leeds`, but not `One man was taken`.
    fn one_of_them(&self, at: usize) -> Option<Anaphor<'h>> {
        let word = &self.words[at];
        let one = at == 0 && word.has(Role::Single) && word.has(Role::Several) == word.plural;
        let next = self.words.get(1)?;
        let verb = next.any(&[Role::Past, Role::Participle, Role::Gerund]) || next.any(AUXILIARIES);
        let alone = one && word.has(Role::Determiner) && verb && !next.is_noun_like();
        alone.then(|| Anaphor::Pointing(&self.headline[word.span.clone()]))
    }

    /// An adverb for where or how something told before was: `a fire there`, but not `there was a fire`.
    fn adverb(&self, at: usize) -> Option<Anaphor<'h>> {
        let word = &self.words[at];
        let points = word.has(Role::Anaphoric) && word.any(&[Role::Adverb, Role::Pronoun]);
        let exists = self.words.get(at + 1).is_some_and(|w| w.any(AUXILIARIES));
        (points && !exists).then(|| Anaphor::Pointing(&self.headline[word.span.clone()]))
    }

    /// What the noun whose article stands at `at` takes for told.
    fn anaphor(&self, at: usize) -> Option<Anaphor<'h>> {
        let text = |word: &Word| &self.headline[word.span.clone()];
        let article = &self.words[at];
        let points = article.has(Role::Determiner) && article.has(Role::Pronoun);
        let definite = || self.prose.is_article(text(article));
        let another = at == 0 && article.has(Role::Anaphoric) && article.has(Role::Determiner);
        let opens = points || another || definite();
        if !opens || self.is_told_of(at) {
            return None;
        }
        // `achieved just that by …`
        let alone = points && self.words.get(at + 1).is_none_or(|w| w.has(Role::Preposition));
        let end = self.noun_end(at + 1).filter(|_| !alone)?;
        let noun = &self.words[at + 1..end];
        let head = noun.last()?;
        let known = noun.iter().any(|w| w.capital || w.kind == Kind::Date(0) || w.is('"'));
        // `those injured`
        let told = points && noun[0].has(Role::Participle);
        if known || told || self.is_narrowed(end) {
            return None;
        }
        let whole = &self.headline[article.span.start..head.span.end];
        // `the same day`, `the new test`
        let adjective =
            noun.len() > 1 && noun[..noun.len() - 1].iter().any(|w| w.has(Role::Anaphoric));
        if points || self.prose.is_general(text(head)) && (adjective || self.is_of_verb(at, noun)) {
            return Some(Anaphor::Pointing(whole));
        }
        // What follows a verb is most often told by the verb: `lit the harbour`, `left the house`.
        (adjective || at == 0).then(|| Anaphor::Definite(text(head)))
    }

    /// What is the writer's, or of those for whom they write: `our school`.
    fn possession(&self, at: usize) -> Option<Anaphor<'h>> {
        const OTHERS: &[Role] =
            &[Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural, Role::Relative];
        let word = &self.words[at];
        let ours = word.has(Role::Possessive) && !word.any(OTHERS) && !word.has(Role::Pronoun);
        let head = &self.words[self.noun_end(at + 1).filter(|_| ours)? - 1];
        Some(Anaphor::Definite(&self.headline[head.span.clone()]))
    }

    /// The pronoun at `at`, if it is an object for which nothing before it can stand: in one clause it is never
    /// its subject (Chomsky, "Lectures on Government and Binding", 1981, principle B).
    fn pronoun(&self, at: usize) -> Option<Anaphor<'h>> {
        const PERSONAL: &[Role] = &[Role::Masculine, Role::Feminine, Role::Neuter, Role::Plural];
        let word = &self.words[at];
        let before = &self.words[..at];
        let last = before.last()?;
        let owns =
            word.has(Role::Possessive) && self.words.get(at + 1).is_some_and(Word::is_noun_like);
        let personal = word.has(Role::Pronoun) && word.any(PERSONAL) && !owns;
        let object = last.any(&[Role::Past, Role::Base]) || last.has(Role::Preposition);
        let clauses = before.iter().filter(|w| w.has(Role::Past) || w.any(OPENERS)).count();
        let nouns = before.iter().filter(|w| w.has(Role::Preposition) || w.has(Role::Infinitive));
        let alone = clauses < 2 && nouns.count() < 2;
        let text = &self.headline[word.span.clone()];
        (personal && object && alone).then_some(Anaphor::Pointing(text))
    }

    /// Whether the noun whose article stands at `at` is the subject of the headline, or the object of a verb
    /// beside which its subject does not tell what it is: not the firm of `Moor said that the firm had sold`.
    fn is_of_verb(&self, at: usize, noun: &[Word]) -> bool {
        // `the prison bill` tells which bill.
        let [head] = noun else { return at == 0 };
        let verb = at.checked_sub(1).map(|i| &self.words[i]);
        let object = verb.is_some_and(|w| w.any(&[Role::Past, Role::Base]) && !w.any(TELLING))
            && !self.words[..at].iter().any(|w| w.any(OPENERS));
        at == 0 || object && !self.prose.is_firm(&self.headline[head.span.clone()])
    }

    /// Whether the word at `at` is no article, but opens a clause: `said that oil had leaked`.
    fn is_told_of(&self, at: usize) -> bool {
        let opener = self.words[at].any(&[Role::Complementizer, Role::Relative]);
        let before = at.checked_sub(1).map(|i| &self.words[i]);
        let told =
            before.is_some_and(|w| w.any(TELLING) || w.has(Role::Announcing) || w.is_noun_like());
        opener && (told || finite(&self.words[at + 1..]))
    }

    /// Where the noun ends whose words begin at `from`; none if there is none.
    fn noun_end(&self, from: usize) -> Option<usize> {
        let inner = |w: &Word| {
            w.is_noun_like()
                || w.kind == Kind::Number
                || w.has(Role::Connective) && !w.any(&[Role::Coordinator, Role::Subordinator])
        };
        // What stands right behind an article is a noun or tells of one: `the well`, `the released oil`.
        let first = self.words.get(from)?;
        let whole = first.kind == Kind::Word || first.kind == Kind::Number;
        let other = first.any(&[
            Role::Partitive,
            Role::Relative,
            Role::Coordinator,
            Role::BePast,
            Role::BePresent,
        ]);
        if !whole || other {
            return None;
        }
        Some(from + 1 + self.words[from + 1..].iter().take_while(|w| inner(w)).count())
    }

    /// Whether what stands behind a noun tells which one is meant: `the letter to the mayor`, `the bill that
    /// passed`.
    fn is_narrowed(&self, end: usize) -> bool {
        let Some(next) = self.words.get(end) else { return false };
        let (before, after) = (&self.words[..end], &self.words[end + 1..]);
        let phrase =
            next.has(Role::Preposition) && !next.any(&[Role::Subordinator, Role::Infinitive]);
        let clause = next.any(&[Role::Relative, Role::Complementizer]);
        // `the mixture used in the well failed`
        let participle = next.has(Role::Participle)
            && after.first().is_some_and(|w| w.has(Role::Preposition) || w.capital)
            && finite(after);
        // `the plan to sell the mill was dropped`, but `the board to meet`
        let purpose = next.has(Role::Infinitive) && (finite(before) || finite(after));
        phrase || clause || participle || purpose
    }
}

/// Verbs behind which a clause may stand without a word that opens it.
const TELLING: &[Role] = &[Role::Saying, Role::Commanding, Role::Stative];

/// What opens a second clause.
const OPENERS: &[Role] =
    &[Role::Subordinator, Role::Relative, Role::Complementizer, Role::Coordinator];

/// The auxiliaries of a finite verb.
const AUXILIARIES: &[Role] = &[
    Role::BePast,
    Role::BePresent,
    Role::HavePast,
    Role::HavePresent,
    Role::Future,
    Role::FutureInPast,
    Role::Modal,
];

/// Whether a finite verb is among some words.
fn finite(words: &[Word]) -> bool {
    words.iter().any(|word| word.has(Role::Past) || word.any(AUXILIARIES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::lexicon;

    #[test]
    fn what_a_headline_takes_for_told() {
        let prose = Prose::new(&lexicon::find("en").expect("English has a lexicon").prose);
        for (headline, expected) in [
            ("The well was capped", "well"),
            ("The released oil reached Pensacola", "oil"),
            ("The ferry's owner apologised", "ferry"),
            ("The letter was read aloud", "!The letter"),
            ("The company sold two ships", "!The company"),
            ("The two men were freed", "!The two men"),
            ("Another team flew to Leeds", "!Another team"),
            ("Leeds city council repeated that call", "!that call"),
            ("A laboratory with the new test opened in Leeds", "!the new test"),
            ("A doctor found the new microbe", "microbe"),
            ("The mayor announced the agreement", "mayor !the agreement"),
            ("The senate rejected the prison bill", "senate"),
            ("Our school opened a garden", "school"),
            ("Most of Leeds saw him as a hero", "!him"),
            ("Ann Bell swam to the shore", ""),
            ("Ann Bell resigned and her deputy followed her", ""),
            ("Ann Bell read the poem", ""),
            ("One was found in Leeds", "!One"),
            ("Such remarks angered Leeds", "!Such remarks"),
            ("A fire there killed two men", "!there"),
            ("There was a fire in Leeds", ""),
            ("The bridge over the Aire fell", ""),
            ("The men who built the bridge were paid", ""),
            ("The cement used in the wall failed a test", ""),
            ("The decision to close the mill was taken in Leeds", ""),
            ("The Leeds council met", ""),
            ("The mayor of Leeds said that oil had leaked", ""),
            ("Leeds raised a prize for those injured", ""),
            ("A court fined the owner of the mill", ""),
        ] {
            let found: Vec<String> = anaphors(headline, &prose)
                .into_iter()
                .map(|anaphor| match anaphor {
                    Anaphor::Pointing(words) => format!("!{words}"),
                    Anaphor::Definite(noun) => noun.to_owned(),
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{headline}");
        }
    }
}
