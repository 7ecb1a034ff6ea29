//! Citations in, fewer out: the same text printed by several, as agencies' text is, stands for one.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{Citation, words::split};

/// How many words in a row are compared as one (a shingle).
const SHINGLE: usize = 4;

/// How much of their shingles two texts share, of all that either has (Jaccard), to be one text: a
/// changed name or number in a sentence of thirty words keeps it above.
const NEAR_COPY: f64 = 0.8;

/// Keeps the first of each text and counts its near-copies. The same sentence again is no copy.
pub(super) fn collapse(citations: Vec<Citation>) -> Vec<Citation> {
    let mut kept: Vec<Citation> = Vec::new();
    let mut sizes = Vec::new();
    // Looked up, never iterated.
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for citation in citations {
        let shingles = shingles(&citation.quote);
        match original(&shingles, &sizes, &holders) {
            Some(at) if same_place(&kept[at], &citation) => {}
            Some(at) => kept[at].copies += 1 + citation.copies,
            None => {
                for &shingle in &shingles {
                    holders.entry(shingle).or_default().push(kept.len());
                }
                sizes.push(shingles.len());
                kept.push(citation);
            }
        }
    }
    kept
}

fn same_place(a: &Citation, b: &Citation) -> bool {
    a.article == b.article && a.span == b.span
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
        let [both, all] = [both, shingles.len() + sizes[at] - both].map(count);
        both >= all * NEAR_COPY
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
