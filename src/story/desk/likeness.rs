//! Texts as lists of words in, those with most words in common with another out; each word is looked up,
//! so that no text is compared with all others.

use std::collections::HashMap;

/// The words of some texts.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    /// The texts that have a word; looked up, never iterated.
    having: HashMap<String, Vec<usize>>,
    /// How many different words each text has.
    lengths: Vec<usize>,
}

impl Likeness {
    /// Takes in a text; texts are numbered in the order in which they come.
    pub(super) fn add<W: AsRef<str>>(&mut self, words: &[W]) {
        let words = distinct(words);
        for &word in &words {
            self.having.entry(word.to_owned()).or_default().push(self.lengths.len());
        }
        self.lengths.push(words.len());
    }

    /// The texts that have much in common with `words`, 0 to 1 (Dice, "Measures of the amount of ecologic
    /// association between species", 1945), from `least` on, the likest first.
    pub(super) fn likest<W: AsRef<str>>(&self, words: &[W], least: f64) -> Vec<usize> {
        let words = distinct(words);
        let mut common = vec![0_usize; self.lengths.len()];
        for &at in words.iter().filter_map(|&word| self.having.get(word)).flatten() {
            common[at] += 1;
        }
        let likeness = |(at, &common)| (ratio(2 * common, words.len() + self.lengths[at]), at);
        let all = common.iter().enumerate().filter(|&(_, &common)| common > 0).map(likeness);
        let mut likely: Vec<_> = all.filter(|&(likeness, _)| likeness >= least).collect();
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        likely.into_iter().map(|(_, at)| at).collect()
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] =
        [part, whole.max(1)].map(|n| f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
    part / whole
}

fn distinct<W: AsRef<str>>(words: &[W]) -> Vec<&str> {
    let mut words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_with_most_words_in_common_comes_first() {
        let mut likeness = Likeness::default();
        for text in ["a mill burnt", "a mill burnt in Leeds", "the Thames rose"] {
            likeness.add(&text.split(' ').collect::<Vec<_>>());
        }
        let likest =
            |text: &str, least| likeness.likest(&text.split(' ').collect::<Vec<_>>(), least);
        assert_eq!(likest("a a mill burnt", 0.5), [0, 1]);
        assert_eq!(likest("a mill burnt in York", 0.8), [1]);
        assert_eq!(likest("nothing", 0.0), Vec::<usize>::new());
    }
}
