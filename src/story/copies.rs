//! Citations in, fewer out: the same text printed by several, as agencies' text is, stands for one.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{Citation, words::split};

/// How many words in a row are compared as one (a shingle).
const SHINGLE: usize = 4;

/// How much of their shingles two short texts share, of all that either has (Jaccard), to be one text.
const SAME: f64 = 0.8;

/// A text of this many shingles is long: it does not stand in another by chance.
const LONG: usize = 15;

/// How much of the shorter of two long texts stands in the other, for them to be one: a changed word in
/// twenty keeps it above, and so does whatever an agency's head line or an editor's half sentence adds.
const WITHIN: f64 = 0.75;

/// Keeps the first of each text and counts the articles that print a near-copy of it. What an article
/// prints twice is no copy.
pub(super) fn collapse(citations: Vec<Citation>) -> Vec<Citation> {
    let quotes: Vec<_> = citations.iter().map(|citation| citation.quote.as_str()).collect();
    let texts = texts(&quotes);
    let mut kept: Vec<Citation> = Vec::new();
    let mut printed: Vec<BTreeSet<usize>> = Vec::new();
    for (citation, text) in citations.into_iter().zip(texts) {
        if text == kept.len() {
            printed.push(BTreeSet::from([citation.article]));
            kept.push(citation);
        } else if printed[text].insert(citation.article) {
            kept[text].copies += 1;
        }
    }
    kept
}

/// Which text each quote is, near-copies being one; texts are numbered as they first come.
pub(super) fn texts(quotes: &[&str]) -> Vec<usize> {
    let mut sizes = Vec::new();
    // Looked up, never iterated.
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    let text = |quote: &&str| {
        let shingles = shingles(quote);
        original(&shingles, &sizes, &holders).unwrap_or_else(|| {
            let new = sizes.len();
            for &shingle in &shingles {
                holders.entry(shingle).or_default().push(new);
            }
            sizes.push(shingles.len());
            new
        })
    };
    quotes.iter().map(text).collect()
}

/// The first text of which `shingles` are a near-copy.
fn original(
    shingles: &[u64],
    sizes: &[usize],
    holders: &HashMap<u64, Vec<usize>>,
) -> Option<usize> {
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for at in shingles.iter().filter_map(|shingle| holders.get(shingle)).flatten() {
        *shared.entry(*at).or_default() += 1;
    }
    let near = |&(&at, &both): &(&usize, &usize)| {
        let (ours, theirs) = (shingles.len(), sizes[at]);
        let within = ours.min(theirs);
        let [both, all, shorter] = [both, ours + theirs - both, within].map(count);
        both >= all * SAME || (within >= LONG && both >= shorter * WITHIN)
    };
    shared.iter().find(near).map(|(&at, _)| at)
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The shingles of a text, hashed, each once; a shorter text is one.
fn shingles(text: &str) -> Vec<u64> {
    let words: Vec<_> = split(text).map(str::to_lowercase).collect();
    let mut shingles: Vec<_> = match words.len() {
        0..SHINGLE => vec![hash(&words)],
        _ => words.windows(SHINGLE).map(hash).collect(),
    };
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// `DefaultHasher::new` has fixed keys; its values never leave this module.
fn hash(words: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn near_copies_are_one_text() {
        let wire = "The Apollo 11 crew splashed down in the Pacific on July 24, 1969, eight days after it \
                    had left Florida, and was picked up by the carrier Hornet.";
        let edited = wire.replace("Florida", "Cape Kennedy");
        let agency = format!("HOUSTON, Texas (Wire) - {wire}");
        let own = "Apollo 11 splashed down in the Pacific on July 24, 1969.";
        let other = "Hornet, a carrier in the Pacific, picked up the Apollo 11 crew on July 24, 1969, and \
                     Nixon, who stood on its bridge, called it the greatest week since the Creation.";
        let all = [wire, own, &edited, other, &agency, wire];
        assert_eq!(texts(&all), [0, 1, 0, 2, 0, 0]);
    }
}
