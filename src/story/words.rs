//! Texts in, [`WordSet`]s out: what a text is about, by its words and what each is worth.
//!
//! No language's words stand here. What tells a telling word from a filler is how many sentences of
//! the story have it (inverse document frequency), and word forms meet in their first letters.

use std::{collections::HashMap, sync::Arc};

use super::{
    contrary::{Headline, Word},
    vector::Vector,
};

/// Words are equal when these first letters are: `granted` and `grant`, `convicted` and `conviction`.
/// Stems of five letters serve many languages about as well as a stemmer made for one (Can et
/// al., "Information Retrieval on Turkish Texts", 2008).
const STEM: usize = 5;

/// Words shorter than this are mostly grammar, in any language whose words are letters (Zipf's law
/// of abbreviation); in a story of three sentences frequency alone cannot tell that.
const SHORT: usize = 4;

/// No word of grammar by which a language denies (`not`, `never`, `nicht`, `pas`) is longer than this:
/// what is said most is said shortest (Zipf again).
pub(super) const BRIEF: usize = 5;

/// Sentences that a story is taken to have beside its own: in a story of three sentences a word that
/// stands in all three is still telling.
const BACKGROUND: f64 = 20.0;

/// How often each word is taken to occur beside where it does: a word that occurs once is not much
/// rarer than one that occurs three times.
const SMOOTHING: f64 = 4.0;

/// A short word that stands in more than one of so many sentences is grammar, and no negation: in
/// English prose `the` stands in two of three sentences, `had` in one of seven, `not` in one of twelve.
const FILLER: u32 = 8;

/// In how many sentences a word must stand before its frequency is taken for more than chance.
const SEEN_OFTEN: u32 = 10;

/// Of so many articles one must have a noun, and two at least, that the readers of the story know it: the
/// things of which a story tells come back.
const FAMILIAR: u32 = 10;

/// What a word is worth, in thousandths of a bit; whole numbers, so that a sum does
/// not depend on the order of its parts.
type Weight = u64;

/// The words of a story, and what each is worth.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// Looked up, never iterated.
    ids: HashMap<Arc<str>, u32>,
    /// The stem of each word, in the order in which they were first seen.
    stems: Vec<Arc<str>>,
    seen: Vec<Seen>,
    sentences: u32,
    articles: u32,
    weights: Vec<Weight>,
}

/// How a word occurs.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    sentences: u32,
    last_sentence: u32,
    /// In how many articles, the last of them, and whether in a title.
    articles: u32,
    last_article: u32,
    titled: bool,
    /// With a capital inside a sentence.
    capital: u32,
    /// With a capital at the beginning of one, where any word has it.
    initial: u32,
    small: u32,
    short: bool,
    number: bool,
}

impl Seen {
    /// Adds what was seen of the same word in other sentences.
    fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.articles += other.articles;
        self.titled |= other.titled;
        self.capital += other.capital;
        self.initial += other.initial;
        self.small += other.small;
    }

    /// A name stands with a capital even inside a sentence.
    fn is_name(self) -> bool {
        self.capital > self.small
    }

    /// What is never seen without a capital may be a name.
    fn may_be_name(self) -> bool {
        self.is_name() || (self.small == 0 && self.initial > 0)
    }
}

/// The words of a text, each once, and what they are worth together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordSet {
    words: Vec<u32>,
    weight: Weight,
}

impl Vocabulary {
    /// Begins an article: the sentences that follow are its own.
    pub(super) fn begin_article(&mut self) {
        self.articles += 1;
    }

    /// Takes in the words of a title of the story.
    pub(super) fn entitle(&mut self, title: &str) {
        let mut stem = String::new();
        for word in split(title) {
            let id = self.intern(word, &mut stem);
            self.seen[id as usize].titled = true;
        }
    }

    /// Whether the readers of the story know what a noun with an article stands for: it stands in its title
    /// or in enough of its articles.
    pub(super) fn is_familiar(&self, noun: &str) -> bool {
        let mut stem = String::new();
        write_stem(noun, &mut stem);
        let seen = self.ids.get(stem.as_str()).map(|&id| self.seen[id as usize]);
        seen.is_some_and(|seen| {
            let often = seen.articles > 1 && seen.articles * FAMILIAR >= self.articles;
            seen.titled || often
        })
    }

    /// Counts a sentence of the story.
    pub(super) fn count(&mut self, sentence: &str) {
        self.sentences += 1;
        let this = self.sentences;
        let mut stem = String::new();
        for (position, word) in split(sentence).enumerate() {
            let id = self.intern(word, &mut stem);
            let seen = &mut self.seen[id as usize];
            if seen.last_sentence != this {
                seen.last_sentence = this;
                seen.sentences += 1;
            }
            if seen.last_article != self.articles {
                seen.last_article = self.articles;
                seen.articles += 1;
            }
            let capital = word.starts_with(char::is_uppercase);
            seen.capital += u32::from(capital && position > 0);
            seen.initial += u32::from(capital && position == 0);
            seen.small += u32::from(!capital);
        }
    }

    /// Takes in the words of a text without counting it as a sentence.
    pub(super) fn learn(&mut self, text: &str) {
        let mut stem = String::new();
        for word in split(text) {
            self.intern(word, &mut stem);
        }
    }

    /// Adds what another vocabulary has counted, in sentences of its own.
    pub(super) fn absorb(&mut self, other: Self) {
        for (stem, seen) in other.stems.into_iter().zip(other.seen) {
            match self.ids.get(&stem) {
                Some(&id) => self.seen[id as usize].add(seen),
                None => {
                    self.add(stem, Seen { last_sentence: 0, last_article: 0, ..seen });
                }
            }
        }
        self.sentences += other.sentences;
        self.articles += other.articles;
    }

    /// Decides what each word is worth; comes after the last text.
    pub(super) fn weigh(&mut self) {
        let sentences = f64::from(self.sentences);
        self.weights = self.seen.iter().map(|&seen| weight(seen, sentences)).collect();
    }

    /// Whether the story has every word of a text.
    pub(super) fn knows(&self, text: &str) -> bool {
        let mut stem = String::new();
        split(text).all(|word| {
            write_stem(word, &mut stem);
            self.ids.contains_key(stem.as_str())
        })
    }

    /// The words of the pieces of a text; words that the story does not have are left out.
    pub(super) fn words<'t>(&self, pieces: impl IntoIterator<Item = &'t str>) -> WordSet {
        let mut stem = String::new();
        let known = pieces.into_iter().flat_map(split).filter_map(|word| {
            write_stem(word, &mut stem);
            self.ids.get(stem.as_str()).copied()
        });
        self.set(known.collect())
    }

    /// The first name of a text: its first words in a row that are names, but for the words of its dates.
    pub(super) fn first_name(&self, text: &str, dates: &WordSet) -> WordSet {
        let mut stem = String::new();
        let names = split(text).map(|word| {
            write_stem(word, &mut stem);
            // A name may share its stem with a word of every day: `Mobile`, `a mobile platform`.
            let capital = word.starts_with(char::is_uppercase);
            let id = *self.ids.get(stem.as_str()).filter(|_| capital)?;
            let name = is_acronym(word) || self.seen[id as usize].may_be_name();
            (name && !dates.contains(id)).then_some(id)
        });
        self.set(names.skip_while(Option::is_none).map_while(|id| id).collect())
    }

    /// The words of a headline in their order, but for numbers that belong to its dates.
    pub(super) fn headline(&self, text: &str, dates: &WordSet) -> Headline {
        let mut stem = String::new();
        let words = split_adjoining(text).enumerate().filter_map(|(position, (word, adjoins))| {
            write_stem(word, &mut stem);
            let id = *self.ids.get(stem.as_str())?;
            let seen = self.seen[id as usize];
            let of_a_date = seen.number && dates.words.binary_search(&id).is_ok();
            let capital = word.starts_with(char::is_uppercase);
            let inside = position > 0 && seen.small == 0;
            let name = capital && (seen.may_be_name() || inside);
            (!of_a_date).then_some(Word {
                stem: id,
                name,
                title: capital && !name,
                only_name: seen.small == 0,
                number: seen.number,
                filler: self.is_filler(seen),
                brief: word.chars().count() <= BRIEF,
                adjoins,
            })
        });
        words.collect()
    }

    fn is_filler(&self, seen: Seen) -> bool {
        let often = seen.sentences >= SEEN_OFTEN && seen.sentences * FILLER > self.sentences;
        seen.short && often && !seen.is_name()
    }

    /// All words of either set.
    pub(super) fn union(&self, a: &WordSet, b: &WordSet) -> WordSet {
        self.set(a.words.iter().chain(&b.words).copied().collect())
    }

    /// The words of `a` that are not in `b`.
    pub(super) fn without(&self, a: &WordSet, b: &WordSet) -> WordSet {
        self.set(a.iter().filter(|&word| !b.contains(word)).collect())
    }

    fn set(&self, mut words: Vec<u32>) -> WordSet {
        words.sort_unstable();
        words.dedup();
        let weight = words.iter().map(|&word| self.weight(word)).sum();
        WordSet { words, weight }
    }

    /// How much two texts tell the same, 0 to 1: the cosine of their words by weight.
    pub(super) fn agreement(&self, a: &WordSet, b: &WordSet) -> f64 {
        let shared: Weight = shared(a, b).map(|word| self.weight(word)).sum();
        if shared == 0 { 0.0 } else { ratio(shared) / (ratio(a.weight) * ratio(b.weight)).sqrt() }
    }

    /// How much of what `part` tells stands in `whole`, 0 to 1.
    pub(super) fn coverage(&self, part: &WordSet, whole: &WordSet) -> f64 {
        let shared: Weight = shared(part, whole).map(|word| self.weight(word)).sum();
        if shared == 0 { 0.0 } else { ratio(shared) / ratio(part.weight) }
    }

    /// Whether `a` has a name or a number that `b` lacks.
    pub(super) fn names_another(&self, a: &WordSet, b: &WordSet) -> bool {
        a.words.iter().any(|&word| {
            let seen = self.seen[word as usize];
            (seen.is_name() || seen.number) && b.words.binary_search(&word).is_err()
        })
    }

    /// Whether no word that both have says what happened: names, with their `title`s, and numbers say to
    /// whom, and how much, and short words are grammar.
    pub(super) fn share_no_more_than_names(
        &self,
        a: &WordSet,
        b: &WordSet,
        title: impl Fn(u32) -> bool,
    ) -> bool {
        shared(a, b).all(|word| {
            let seen = self.seen[word as usize];
            seen.is_name() || seen.number || seen.short || title(word)
        })
    }

    /// Whether a text begins with two words that are grammar, as with a pronoun and its verb.
    pub(super) fn opens_with_grammar(&self, text: &str) -> bool {
        let mut stem = String::new();
        split(text).take(2).all(|word| {
            let short = write_stem(word, &mut stem) < SHORT;
            let seen = self.ids.get(stem.as_str()).map(|&id| self.seen[id as usize]);
            short && !seen.is_some_and(|seen| seen.is_name() || seen.number)
        })
    }

    /// The words that are numbers.
    pub(super) fn numbers(&self, words: &WordSet) -> Vec<u32> {
        words.iter().filter(|&word| self.seen[word as usize].number).collect()
    }

    /// How many words are too long to be grammar.
    pub(super) fn long_words(&self, words: &WordSet) -> usize {
        words.iter().filter(|&word| !self.seen[word as usize].short).count()
    }

    /// How many words both have, and whether a name is among them.
    pub(super) fn common(&self, a: &WordSet, b: &WordSet) -> (usize, bool) {
        let common: Vec<_> = shared(a, b).collect();
        (common.len(), common.iter().any(|&word| self.seen[word as usize].may_be_name()))
    }

    /// The words that make up `part` (0 to 1) of the weight of a set, the most telling first.
    pub(super) fn telling(&self, set: &WordSet, part: f64) -> Vec<u32> {
        let mut words = set.words.clone();
        words.sort_by_key(|&word| (std::cmp::Reverse(self.weight(word)), word));
        let mut rest = ratio(set.weight) * part;
        words.retain(|&word| {
            let keep = rest > 0.0;
            rest -= ratio(self.weight(word));
            keep
        });
        words
    }

    /// A text as a direction, by what its words are worth.
    pub(super) fn vector(&self, set: &WordSet) -> Vector {
        set.words.iter().map(|&word| (word, ratio(self.weight(word)))).collect::<Vector>().unit()
    }

    /// The direction of the whole story: each word as often as it stands in it.
    pub(super) fn direction(&self) -> Vector {
        let words = (0..).zip(&self.seen);
        let told = |(word, seen): (u32, &Seen)| {
            (word, ratio(self.weight(word)) * f64::from(seen.sentences))
        };
        words.map(told).collect::<Vector>().unit()
    }

    /// What a word is worth.
    pub(super) fn worth(&self, word: u32) -> f64 {
        ratio(self.weight(word))
    }

    fn weight(&self, word: u32) -> Weight {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    /// The number of a word; its stem is written into a buffer that the caller lends.
    fn intern(&mut self, word: &str, stem: &mut String) -> u32 {
        let short = write_stem(word, stem) < SHORT;
        if let Some(&id) = self.ids.get(stem.as_str()) {
            return id;
        }
        let number = word.starts_with(|c: char| c.is_numeric());
        self.add(stem.as_str().into(), Seen { short, number, ..Seen::default() })
    }

    fn add(&mut self, stem: Arc<str>, seen: Seen) -> u32 {
        let id = u32::try_from(self.seen.len()).unwrap_or(u32::MAX); // a text of 4 GiB has fewer words
        self.seen.push(seen);
        self.stems.push(Arc::clone(&stem));
        self.ids.insert(stem, id);
        id
    }
}

impl WordSet {
    /// Whether there is no word.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the word is among them.
    pub(super) fn contains(&self, word: u32) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// The words, in ascending order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().copied()
    }
}

#[expect(clippy::cast_precision_loss, reason = "weights stay far below 2^52")]
fn ratio(weight: Weight) -> f64 {
    weight as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 20,000")]
fn weight(seen: Seen, sentences: f64) -> Weight {
    let rarity =
        ((sentences + BACKGROUND) / (f64::from(seen.sentences) + SMOOTHING)).log2().max(0.0);
    let worth = match (seen.is_name() || seen.number, seen.short) {
        (true, _) => 1.5,
        (false, true) => 0.3,
        (false, false) => 1.0,
    };
    (rarity * worth * 1000.0).round() as Weight
}

/// Whether a word is all capitals: `US` is a name where `us` is none.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// Both sets are in ascending order, so one walk over them finds what they share.
fn shared(a: &WordSet, b: &WordSet) -> impl Iterator<Item = u32> {
    let (mut a, mut b) = (a.words.as_slice(), b.words.as_slice());
    std::iter::from_fn(move || {
        while let (Some((&first, rest_a)), Some((&second, rest_b))) =
            (a.split_first(), b.split_first())
        {
            if first <= second {
                a = rest_a;
            }
            if second <= first {
                b = rest_b;
            }
            if first == second {
                return Some(first);
            }
        }
        None
    })
}

/// The words of a text: runs of letters and digits. A comma or point inside a number belongs to it.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(char::is_alphanumeric)?..];
        let mut end = run(rest);
        while let Some(longer) = number_goes_on(rest, end) {
            end = longer;
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// The words of a text, and whether only a space parts each from the word before; a point after an
/// initial (`John F. Kennedy`) belongs to it.
pub(super) fn split_adjoining(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let (mut rest, mut before) = (text, "");
    split(text).map(move |word| {
        let start = rest.find(char::is_alphanumeric).unwrap_or_default();
        let between = &rest[..start];
        let initial = before.chars().count() == 1;
        let gap = between.strip_prefix('.').filter(|_| initial).unwrap_or(between);
        let adjoins = !before.is_empty() && gap.chars().all(char::is_whitespace);
        rest = &rest[start + word.len()..];
        before = word;
        (word, adjoins)
    })
}

fn run(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())
}

fn number_goes_on(text: &str, end: usize) -> Option<usize> {
    let before = text[..end].ends_with(|c: char| c.is_ascii_digit());
    let after = text[end..].strip_prefix([',', '.'])?;
    let more = run(after);
    (before && after.starts_with(|c: char| c.is_ascii_digit())).then_some(end + 1 + more)
}

/// Writes the stem of `word` and says how many letters the word has.
fn write_stem(word: &str, stem: &mut String) -> usize {
    stem.clear();
    let number = word.starts_with(|c: char| c.is_numeric());
    let keep = if number { usize::MAX } else { STEM };
    if word.is_ascii() {
        stem.extend(word.split(','));
        stem.truncate(keep);
        stem.make_ascii_lowercase();
        return word.len();
    }
    let letters = word.chars().filter(|&c| c != ',');
    stem.extend(letters.flat_map(char::to_lowercase).take(keep));
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(sentences: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for sentence in sentences {
            vocabulary.count(sentence);
        }
        vocabulary.weigh();
        vocabulary
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        for (text, expected) in [
            ("Trump’s 5,000 men.", vec!["Trump", "s", "5,000", "men"]),
            ("7.0-magnitude", vec!["7.0", "magnitude"]),
            ("in 1996, 22 years", vec!["in", "1996", "22", "years"]),
            ("", vec![]),
            ("Übergröße", vec!["Übergröße"]),
        ] {
            assert_eq!(split(text).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn forms_of_a_word_meet_and_numbers_do_not() {
        let v = vocabulary(&["granted conviction 1,996 1997"]);
        let same = |a, b| v.words([a]) == v.words([b]) && v.words([a]) != WordSet::default();
        assert!(same("grant", "Granting"));
        assert!(same("convicted", "conviction"));
        assert!(same("1996", "1,996"));
        assert!(!same("1996", "1997"));
    }

    #[test]
    fn rare_words_and_names_weigh_more() {
        let v = vocabulary(&[
            "the board met Johnson there",
            "the board met there",
            "the board met there",
            "the board voted there",
        ]);
        let weight = |word| v.words([word]).weight;
        assert!(weight("voted") > weight("board"), "rare over frequent");
        assert!(weight("Johnson") > weight("voted"), "a name over a word as rare");
        assert!(weight("the") < weight("board"), "short under long");
    }
}
