//! Two sentences in, whether one may be the other after an edit out.
//!
//! ```text
//! words ── added: equal, or a slip mended ──▶ Runs of words that one has beside the other ── changes ──▶ another event?
//! ```
//!
//! What is taken for an edit only adds words or only takes them out, and mends slips of spelling. A word in
//! the place of another may make another event (`convicted` and `acquitted`); so may words that deny what is
//! told, tell that it was said, or make of who acts somebody else (`an aide to Johnson`).

use crate::temporal::lexicon::prose::{Prose, Role, Roles};

/// A shorter word that differs in one letter is another word more often than a slip: `Iran`, `Iraq`.
const LONG: usize = 6;

/// A word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters.
    small: String,
    /// Whether it is written with a capital.
    capital: bool,
}

impl Word {
    /// The word in small letters.
    pub(super) fn into_small(self) -> String {
        self.small
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.small
    }
}

/// The words of a sentence without the marks around them.
pub(super) fn split(sentence: &str) -> Vec<Word> {
    let bare =
        sentence.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
    let word = |bare: &str| Word {
        small: bare.to_lowercase(),
        capital: bare.starts_with(char::is_uppercase),
    };
    bare.filter(|bare| !bare.is_empty()).map(word).collect()
}

/// What is known of the language of two sentences.
pub(super) struct Language<'l> {
    /// Its words that are no time words, if it has a lexicon.
    pub(super) prose: Option<&'l Prose>,
    /// Whether a word may deny what is told, as far as one can tell without a lexicon.
    pub(super) may_deny: &'l dyn Fn(&str) -> bool,
    /// Whether the lexicon or the story has a word, so that it is no slip.
    pub(super) has: &'l dyn Fn(&str) -> bool,
}

impl Language<'_> {
    /// Whether `now` may be the sentence `before` after an edit.
    pub(super) fn is_edit(&self, before: &[Word], now: &[Word]) -> bool {
        let same = |a: &Word, b: &Word| a.small == b.small || self.is_slip(a, b);
        let added = added(before, now, &same).map(|runs| (now, runs));
        let fewer = || added_to(now, before, &same);
        added.or_else(fewer).is_some_and(|(long, runs)| {
            !runs.into_iter().flat_map(|run| run.shifts(long)).any(|run| self.changes(&run, long))
        })
    }

    /// Whether `written` is a slip for `meant`. Most slips are one letter too many, too few, wrong, or two
    /// in each other's place (Damerau, "A technique for computer detection and correction of spelling
    /// errors", 1964); but what is a name, a known word or ends as a verb does is meant as it stands.
    fn is_slip(&self, written: &Word, meant: &Word) -> bool {
        let long = |word: &Word| {
            word.small.chars().count() >= LONG && word.small.chars().all(char::is_alphabetic)
        };
        let plain = |word: &Word| long(word) && !word.capital;
        plain(written)
            && plain(meant)
            && strsim::osa_distance(&written.small, &meant.small) == 1
            && !(self.has)(&written.small)
    }

    /// Whether words more may make another event of a sentence.
    fn changes(&self, run: &Run, long: &[Word]) -> bool {
        let Some(prose) = self.prose else {
            return long[run.from..run.to].iter().any(|word| (self.may_deny)(&word.small));
        };
        let words = Roled { prose, words: long };
        words.tells_otherwise(run) || words.governs(run) || words.relates(run) || words.heads(run)
    }
}

/// The words `from..to` that a sentence has beside those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    from: usize,
    to: usize,
}

impl Run {
    /// All places of the run: of `the aide to the mayor`, beside `the mayor`, `aide to the` and `the aide
    /// to` are as good.
    fn shifts(self, long: &[Word]) -> impl Iterator<Item = Self> {
        let before = |run: &Self| {
            let (from, to) = (run.from.checked_sub(1)?, run.to - 1);
            (long[from].small == long[to].small).then_some(Self { from, to })
        };
        std::iter::successors(Some(self), before)
    }
}

/// The runs of words that `long` has beside those of `short`, if it has all of these in their order.
fn added(short: &[Word], long: &[Word], same: &dyn Fn(&Word, &Word) -> bool) -> Option<Vec<Run>> {
    let mut rest = short.iter().peekable();
    let mut runs: Vec<Run> = Vec::new();
    for (at, word) in long.iter().enumerate() {
        if rest.next_if(|it| same(it, word)).is_some() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.to == at => run.to += 1,
            _ => runs.push(Run { from: at, to: at + 1 }),
        }
    }
    rest.peek().is_none().then_some(runs)
}

/// The same where words were taken out: `short` is what is left of `long`, which had the slips.
fn added_to<'w>(
    short: &[Word],
    long: &'w [Word],
    same: &dyn Fn(&Word, &Word) -> bool,
) -> Option<(&'w [Word], Vec<Run>)> {
    Some((long, added(short, long, &|now, before| same(before, now))?))
}

/// What makes of a statement one that is not told as true, or of what happened what was said.
const OTHERWISE: &[Role] = &[
    Role::Negation,
    Role::Denying,
    Role::Saying,
    Role::Announcing,
    Role::According,
    Role::Conditional,
    Role::Modal,
    Role::Future,
    Role::FutureInPast,
];

/// What takes what follows it for its own: `an aide to`, `fears that`, `after`.
const GOVERNING: &[Role] =
    &[Role::Preposition, Role::Infinitive, Role::Complementizer, Role::Subordinator];

/// A sentence whose words play parts.
struct Roled<'s> {
    prose: &'s Prose,
    words: &'s [Word],
}

impl Roled<'_> {
    fn roles(&self, at: usize) -> Roles {
        self.prose.roles(&self.words[at].small)
    }

    /// `Officials denied that …`, `the dam may break`; not `in May`.
    fn tells_otherwise(&self, run: &Run) -> bool {
        let is_date = |at: usize| self.words[at].capital && self.roles(at).has(Role::CalendarName);
        (run.from..run.to).any(|at| self.roles(at).any(OTHERWISE) && !is_date(at))
    }

    /// Whether a run makes what stands behind it depend on what is in it. A phrase that a preposition opens
    /// and a day before which one is put depend on the verb as before.
    fn governs(&self, run: &Run) -> bool {
        let last = self.roles(run.to - 1);
        let is_date = |at: usize| {
            self.roles(at).has(Role::CalendarName)
                || self.words[at].small.starts_with(|c: char| c.is_ascii_digit())
        };
        if run.to == self.words.len() || is_date(run.to) {
            return false;
        }
        let opens = run.from == 0;
        let is_phrase = self.roles(run.from).has(Role::Preposition);
        let several = run.to - run.from > 1 && !is_phrase;
        (last.any(GOVERNING) && (opens || several)) || (last.has(Role::Past) && opens)
    }

    /// Whether a run puts somebody else behind a name: `Johnson’s` or `her` father, `the Johnson aide`.
    fn relates(&self, run: &Run) -> bool {
        (run.from.max(1)..run.to).any(|at| {
            let (word, before) = (&self.words[at], self.roles(at - 1));
            let of_name = self.words[at - 1].capital && !before.has(Role::Determiner);
            !word.capital
                && self.roles(at).any(&[Role::PersonNoun, Role::Office])
                && (of_name || before.has(Role::Possessive))
        })
    }

    /// Whether a run puts another noun before the verb, so that something else acts: `the jury foreman
    /// convicted her`. What stands apart, as `a landmark` does, names the same thing again.
    fn heads(&self, run: &Run) -> bool {
        let last = &self.words[run.to - 1];
        let is_noun = !last.capital
            && last.small.chars().all(char::is_alphabetic)
            && self.roles(run.to - 1).is_empty();
        let apart = [Role::Preposition, Role::Determiner, Role::Relative, Role::Subordinator];
        let verbs = [Role::Past, Role::BePast, Role::HavePast];
        let before_verb = run.to < self.words.len() && self.roles(run.to).any(&verbs);
        is_noun && before_verb && !self.roles(run.from).any(&apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::lexicon;

    /// Whether one may be the other, in a story that has the words of the second and some more.
    fn is_edit(before: &str, now: &str) -> bool {
        let prose = Prose::new(&lexicon::find("en").expect("English has a lexicon").prose);
        let (before, now) = (split(before), split(now));
        let story = split("the battle was lost");
        let has = |word: &str| {
            let listed = now.iter().chain(&story).any(|it| it.small == word);
            listed || !prose.roles(word).is_empty()
        };
        Language { prose: Some(&prose), may_deny: &|_| false, has: &has }.is_edit(&before, &now)
    }

    #[test]
    fn an_edit_adds_words_or_takes_them_out_and_mends_slips() {
        for (before, now, expected) in [
            ("The jury convicted her", "The jury of Leeds convicted her", true),
            ("The jury convictd her", "The jury convicted her", true),
            ("Her famliy of Leeds met her", "Her family met her", true),
            ("Neil Johnson resigned", "President Neil Johnson resigned", true),
            ("Neil Johnson resigned", "Neil Johnson, a lawyer, resigned", true),
            ("Neil Johnson resigned", "On Monday, Neil Johnson resigned", true),
            ("The old mill burnt", "The old mill, a landmark, burnt", true),
            ("The court ruled", "The court quickly ruled", true),
            ("A mill burnt Monday", "A mill burnt down on Monday", true),
            ("A mill burnt on 6 May", "A mill burnt", true),
            ("The jury convicted her", "Her jury convicted the", false),
            ("They left Iran", "They left Iraq", false),
            ("They left in 1996", "They left in 1997", false),
        ] {
            assert_eq!(is_edit(before, now), expected, "{before}: {now}");
        }
    }

    #[test]
    fn a_word_in_the_place_of_another_tells_another_thing() {
        for (before, now) in [
            ("The jury convicted her", "The jury acquitted her"),
            ("Parliament ejected Speaker Lee", "Parliament elected Speaker Lee"),
            ("Neil Johnston resigned", "Neil Johnson resigned"),
            ("The Duke lost the battle", "The Duke lost the bottle"),
            ("The jury convicted her", "The jury convictd her"),
        ] {
            assert!(!is_edit(before, now), "{before}: {now}");
        }
    }

    #[test]
    fn words_that_deny_tell_or_relate_tell_another_thing() {
        let (dam, resigned) = ("The dam in the north broke", "Neil Johnson resigned");
        for (long, short) in [
            ("Officials denied that the dam in the north broke", dam),
            ("Officials said the dam in the north broke", dam),
            ("The dam in the north broke, police said", dam),
            ("If the dam in the north broke", dam),
            ("After the dam in the north broke", dam),
            ("Officials feared the dam in the north broke", dam),
            ("The dam in the north never broke", dam),
            ("The dam in the north may have broke", dam),
            ("The wall of the dam in the north broke", dam),
            ("An aide to Neil Johnson resigned", resigned),
            ("The wife of Neil Johnson resigned", resigned),
            ("Neil Johnson aide resigned", resigned),
            ("The aide to the mayor resigned", "The mayor resigned"),
            ("Johnson met her father", "Johnson met her"),
            ("The jury foreman resigned", "The jury resigned"),
        ] {
            assert!(!is_edit(long, short), "{long}: {short}");
            assert!(!is_edit(short, long), "{short}: {long}");
        }
    }
}
