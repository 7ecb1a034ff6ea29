//! Two headlines in, whether they tell different things out, however alike their words are.
//!
//! Agreement weighs words as a set: it cannot see who did what to whom, a `not`, or one verb in
//! place of another. No language's words stand here, so these rules cannot tell the passive from the
//! reverse, or a synonym from the opposite. They refuse both: two entries for one thing are a
//! smaller fault than one entry with a source that does not say so.

use std::collections::BTreeSet;

/// Changes of a headline among which a word put in may be a `not`; with more, it is told afresh.
const FEW_CHANGES: usize = 2;

/// How many words put in at one place may be a negation: `did not`.
const NEGATION: usize = 2;

/// How many words at least are moved whole: `In Memphis`, at the beginning or at the end.
const PHRASE: usize = 2;

/// How many words of a headline are compared; one that somebody declared may be of any length.
const LONGEST: usize = 64;

/// A word of a headline.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "facts about a word, each on its own")]
pub(super) struct Word {
    /// The number of its stem.
    pub(super) stem: u32,
    /// Whether it stands here as a name.
    pub(super) name: bool,
    /// Whether it is never seen without a capital, as a title (`President`) is.
    pub(super) only_name: bool,
    /// Whether it is no name but has a capital and stands before a name, as a title does.
    pub(super) title: bool,
    /// Whether it is written in digits.
    pub(super) number: bool,
    /// Whether it stands in so many sentences that it says nothing.
    pub(super) filler: bool,
    /// Whether it is as short as words of grammar are, a negation among them.
    pub(super) brief: bool,
    /// Whether only a space parts it from the word before.
    pub(super) adjoins: bool,
}

/// A headline's words in their order, without the numbers of its dates.
#[derive(Debug, Default)]
pub(super) struct Headline(Vec<Word>);

impl Headline {
    /// Whether a word stands as the title of a name.
    pub(super) fn is_title(&self, stem: u32) -> bool {
        self.0.iter().any(|word| word.stem == stem && word.title)
    }
}

impl FromIterator<Word> for Headline {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        let mut words: Vec<_> = words.into_iter().take(LONGEST).collect();
        for at in 1..words.len() {
            let before_name = words[at].name && words[at].adjoins;
            words[at - 1].title &= before_name;
        }
        if let Some(last) = words.last_mut() {
            last.title = false;
        }
        Self(words)
    }
}

/// Whether two headlines cannot tell the same thing.
pub(super) fn contrary(a: &Headline, b: &Headline) -> bool {
    contrary_beside(a, b, &|_| false)
}

/// Whether two headlines cannot tell the same thing, where it is known that some words belong to it: that
/// one has such a word and the other has not is no difference.
pub(super) fn contrary_beside(
    Headline(a): &Headline,
    Headline(b): &Headline,
    known: &dyn Fn(u32) -> bool,
) -> bool {
    other_numbers(a, b, known)
        || other_roles(a, b)
        || other_given_name(a, b)
        || other_word(a, b, known)
}

/// Both count, and no number is in both: `5 people`, `12 people`.
fn other_numbers(a: &[Word], b: &[Word], known: &dyn Fn(u32) -> bool) -> bool {
    let numbers = |words: &[Word]| stems(words.iter().filter(|word| word.number));
    let (a, b) = (numbers(a), numbers(b));
    let unknown = |numbers: &BTreeSet<u32>| numbers.iter().any(|&number| !known(number));
    unknown(&a) && unknown(&b) && a.is_disjoint(&b)
}

/// Another comes first of those whom both name, or the same words stand in another order: `Israel
/// attacked Iran`, `Iran attacked Israel`. A phrase may have moved from one end to the other.
fn other_roles(a: &[Word], b: &[Word]) -> bool {
    if reordered(a, b) {
        return !phrase_moved(a, b);
    }
    let names = |words: &[Word]| stems(words.iter().filter(|word| word.name));
    let shared: BTreeSet<_> = names(a).intersection(&names(b)).copied().collect();
    let first = |words: &[Word]| words.iter().map(|it| it.stem).find(|it| shared.contains(it));
    first(a) != first(b)
}

fn reordered(a: &[Word], b: &[Word]) -> bool {
    let in_order = |words: &[Word]| words.iter().map(|word| word.stem).collect::<Vec<_>>();
    let (mut a, mut b) = (in_order(a), in_order(b));
    let differ = a != b;
    a.sort_unstable();
    b.sort_unstable();
    differ && a == b
}

fn phrase_moved(a: &[Word], b: &[Word]) -> bool {
    let equal = |a: &[Word], b: &[Word]| a.iter().map(|it| it.stem).eq(b.iter().map(|it| it.stem));
    let cuts = PHRASE..(a.len() + 1).saturating_sub(PHRASE);
    a.len() == b.len()
        && cuts.into_iter().any(|cut| {
            equal(&a[..cut], &b[b.len() - cut..]) && equal(&a[cut..], &b[..b.len() - cut])
        })
}

/// Other names stand before a name that both have: `John Smith`, `Mary Smith`.
fn other_given_name(a: &[Word], b: &[Word]) -> bool {
    let full = |words: &[Word]| -> Vec<(u32, BTreeSet<u32>)> {
        let given = |at: usize| stems(given_names(&words[..=at]));
        (0..words.len())
            .filter(|&at| words[at].name)
            .map(|at| (words[at].stem, given(at)))
            .filter(|(_, given)| !given.is_empty())
            .collect()
    };
    let (a, b) = (full(a), full(b));
    a.iter().any(|(last, given)| {
        let mut same = b.iter().filter(|(other, _)| other == last).peekable();
        same.peek().is_some() && same.all(|(_, other)| given.is_disjoint(other))
    })
}

/// The names right before the last of some words.
fn given_names(words: &[Word]) -> impl Iterator<Item = &Word> {
    let pairs = words.windows(2).rev();
    let joined = pairs.take_while(|pair| pair[1].adjoins && pair[0].name && pair[0].only_name);
    joined.map(|pair| &pair[0])
}

/// A word stands in the place of another, or has been put in: `approved` and `rejected`, `to` and
/// `not to`.
fn other_word(a: &[Word], b: &[Word], known: &dyn Fn(u32) -> bool) -> bool {
    let (all_a, all_b) = (stems(a), stems(b));
    let mut changes = changes(a, b);
    changes.retain(|change| {
        let moved = change.a.iter().any(|word| all_b.contains(&word.stem))
            || change.b.iter().any(|word| all_a.contains(&word.stem));
        !moved && change.words().any(|word| !word.filler && !known(word.stem))
    });
    if changes.iter().any(|change| change.replaces(known)) {
        return true;
    }
    changes.retain(|change| change.words().any(|word| !word.name && !word.title));
    changes.len() <= FEW_CHANGES && changes.iter().any(Change::puts_in)
}

/// Where two headlines differ: words of one for words of the other.
struct Change<'w> {
    a: &'w [Word],
    b: &'w [Word],
    /// Whether the headlines end with it.
    at_end: bool,
}

impl Change<'_> {
    fn words(&self) -> impl Iterator<Item = &Word> {
        self.a.iter().chain(self.b)
    }

    /// One word for another; but `He` and `the President` may be called by name.
    fn replaces(&self, known: &dyn Fn(u32) -> bool) -> bool {
        let ([a], [b]) = (self.a, self.b) else { return false };
        if known(a.stem) && known(b.stem) {
            return false;
        }
        let a_title = |word: &Word| word.name && !word.only_name;
        match (a.name, b.name) {
            _ if a.number || b.number => true,
            (true, true) => !a_title(a) && !a_title(b),
            (false, false) => true,
            _ => false,
        }
    }

    /// A word or two more, one of them brief, and no particulars: these have a name or number, or follow at
    /// the end. What is put in without a brief word (`finally`) denies nothing.
    fn puts_in(&self) -> bool {
        let added = if self.a.is_empty() { self.b } else { self.a };
        let most = if self.at_end { 1 } else { NEGATION };
        (self.a.is_empty() || self.b.is_empty())
            && (1..=most).contains(&added.len())
            && added.iter().any(|word| word.brief)
            && !added.iter().any(|word| word.name || word.title || word.number)
    }
}

/// The words between those that two headlines share in one order (a longest common subsequence).
fn changes<'w>(a: &'w [Word], b: &'w [Word]) -> Vec<Change<'w>> {
    let lengths = common_lengths(a, b);
    let (mut i, mut j, mut from) = (0, 0, (0, 0));
    let mut changes = Vec::new();
    let mut close = |from: (usize, usize), to: (usize, usize)| {
        let at_end = to == (a.len(), b.len());
        if from != to {
            changes.push(Change { a: &a[from.0..to.0], b: &b[from.1..to.1], at_end });
        }
    };
    while i < a.len() && j < b.len() {
        if a[i].stem == b[j].stem {
            close(from, (i, j));
            (i, j) = (i + 1, j + 1);
            from = (i, j);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    close(from, (a.len(), b.len()));
    changes
}

/// How many words the rests of two headlines share in order, by where the rests begin.
fn common_lengths(a: &[Word], b: &[Word]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i][j] = if a[i].stem == b[j].stem {
                lengths[i + 1][j + 1] + 1
            } else {
                lengths[i + 1][j].max(lengths[i][j + 1])
            };
        }
    }
    lengths
}

fn stems<'w>(words: impl IntoIterator<Item = &'w Word>) -> BTreeSet<u32> {
    words.into_iter().map(|word| word.stem).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Builder, lines};

    /// Whether two articles that tell these on one day make one entry.
    fn are_one(a: &str, b: &str) -> bool {
        let tells = |story: Builder, (path, headline): (&str, &str)| {
            story.article(path, "2020-05-09").tells(
                "2020-05-04",
                headline,
                &format!("{headline} [on May 4]."),
            )
        };
        let others = Builder::new()
            .article("s/others", "2020-05-08")
            .filler("The president said that the case was closed.");
        let story = [("s/a", a), ("s/b", b)].into_iter().fold(others, tells).story();
        let told = lines(&story).len();
        assert!((1..=2).contains(&told));
        told == 1
    }

    #[test]
    fn different_things_in_like_words_stay_apart() {
        for (a, b) in [
            ("Israel attacked Iran", "Iran attacked Israel"),
            ("Israel attacked Iran with missiles", "Iran attacked Israel"),
            ("Liverpool beat Everton 2-1", "Everton beat Liverpool 2-1"),
            ("Liverpool beat Everton 2-1", "Liverpool beat Everton 3-1"),
            ("The rebels attacked the army", "The army attacked the rebels"),
            ("The council voted to close the pool", "The council voted not to close the pool"),
            ("The council closed the pool", "The council did not close the pool"),
            ("The council closed the pool", "The council didn't close the pool"),
            ("The council closed the pool", "The council refused to close the pool"),
            ("The council closed the pool", "The council never closed the pool"),
            ("Der Rat billigte die Brücke", "Der Rat billigte die Brücke nicht"),
            ("Le conseil a approuvé le pont", "Le conseil n’a pas approuvé le pont"),
            ("The council approved the bridge", "The council rejected the bridge"),
            ("The council approved the bridge", "The council rejected the bridge after a debate"),
            ("The bank cut rates", "The bank raised rates"),
            ("John Smith was arrested", "Mary Smith was arrested"),
            ("John Smith was arrested", "Police said that Mary Smith was arrested in Leeds"),
            ("Two people were killed", "20 people were killed"),
            ("Two people were killed", "Twenty people were killed"),
            ("A bomb killed two people in Kabul", "A bomb killed six people in Kabul"),
            ("A bomb killed 5 people in Kabul", "In Kabul a bomb killed 12 people"),
            ("Trump granted clemency to Smith", "Trump granted clemency to Jones"),
        ] {
            assert!(!are_one(a, b), "{a:?} and {b:?}");
            assert!(!are_one(b, a), "{b:?} and {a:?}");
        }
    }

    #[test]
    fn one_thing_in_like_words_stays_one() {
        for (a, b) in [
            ("The council approved the bridge", "The council approved the bridge"),
            ("Trump granted Johnson clemency", "President Trump granted Johnson clemency"),
            (
                "Trump granted Johnson clemency",
                "President Trump granted clemency to Alice Marie Johnson",
            ),
            ("Neil Armstrong stepped onto the Moon", "Armstrong stepped onto the Moon"),
            ("President Trump freed Johnson", "Donald Trump freed Johnson"),
            ("Alice Johnson left the prison", "Alice Marie Johnson left the prison"),
            ("In Memphis Johnson met the governor", "Johnson met the governor in Memphis"),
            ("Johnson was freed", "Johnson was freed from prison"),
            ("The council closed the pool", "The council finally closed the pool"),
            ("The bomb killed people in Kabul", "The bomb killed 5 people in Kabul"),
        ] {
            assert!(are_one(a, b), "{a:?} and {b:?}");
            assert!(are_one(b, a), "{b:?} and {a:?}");
        }
    }
}
