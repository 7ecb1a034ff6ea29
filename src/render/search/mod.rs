//! The index that the page of search asks: texts of events in, small files out, of which a query loads few.
//!
//! ```text
//! Document ── terms ──▶ term → events ── shards ──▶ search/terms/0.txt, 1.txt …
//!                                     └──────────▶ search/index.json, which names the first term of each
//! ```
//!
//! Events are numbered in the order of time. The files, beside the page `search/index.html`:
//!
//! - `index.json`: `{"version": 1, "build": …, "events": 1200, "block": 10, "key": …, "terms": ["1968", …],
//!   "stories": [{"title", "events", "language"?}]}`. `build` tells one index from the next; `block` is how many
//!   events a file of `results/` has; `key` are the key events; `terms` has the first term of each file of
//!   `terms/`, in the order of UTF-16, in which all terms stand; `events` of a story is where the pages of its
//!   events are.
//! - `terms/N.txt`: a term a line, then a space and the events that have it. Of each its distance from the one
//!   before times four, plus where the term stands: 3 in the headline, 2 in its names, tags and date, 1 in what
//!   was said about it.
//! - `facets.json`: the events of each story, person and year that can be chosen.
//! - `results/N.json`: what is shown of the events from `N × block` on, each a list: the number of its story,
//!   its address (from the page of search, or only the name of its page in `events`), its headline, its
//!   date, then the sentences, each a text, or a list of the text and its language.
//!
//! Numbers are written as source maps write them, in digits of base 64, the lowest first, of which each but
//! the last of a number has 32 added; they have no sign here. A list of events is one of distances, too.
//!
//! Why not an engine that is there: of Pagefind, the best kept, a page loads 13 KB of script, 12 KB of a worker
//! and 60 KB of WebAssembly, gzipped, where all scripts of a site here have 10 KB, and WebAssembly needs a
//! policy wider than `script-src 'self'`. Its index is made for that program, in compressed CBOR, and its
//! results are pages, not events.

mod fold;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The version of the format.
const VERSION: u32 = 1;

/// How many bytes a file of terms should have: a query asks one or two for each word.
const SHARD: usize = 8 * 1024;

/// How many events a file of results has: the results shown first come from up to as many files as they are.
pub(super) const BLOCK: usize = 10;

/// The longest term, in bytes; nobody looks for more.
const LONGEST: usize = 100;

/// An event, as texts by which it is found.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    /// What happened.
    pub(super) headline: String,
    /// Who, where, tags, and when.
    pub(super) names: Vec<String>,
    /// Sentences, and who published them.
    pub(super) said: Vec<String>,
    /// Whether it is a key event.
    pub(super) is_key: bool,
}

/// A story, as results name it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StoryOfIndex {
    /// Its title.
    pub(super) title: String,
    /// Where the pages of its events are, from the page of search: `../moon/events/`.
    pub(super) events: String,
    /// Its language, where it is another than the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

/// What can be chosen, by kind and by how the address names it, with the events that each choice leaves.
pub(super) type Choices = BTreeMap<&'static str, BTreeMap<String, Vec<usize>>>;

/// Where a term stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Said = 1,
    Name = 2,
    Headline = 3,
}

#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    build: String,
    events: usize,
    block: usize,
    key: String,
    terms: Vec<&'a str>,
    stories: &'a [StoryOfIndex],
}

/// The files of the index but those of the results, by path below `search/`.
pub(super) fn files(
    documents: &[Document],
    stories: &[StoryOfIndex],
    choices: &Choices,
) -> BTreeMap<String, Vec<u8>> {
    let shards = shards(postings(documents));
    let choices: BTreeMap<_, BTreeMap<_, _>> = choices
        .iter()
        .map(|(kind, values)| (kind, values.iter().map(|(value, of)| (value, distances(of)))))
        .map(|(kind, values)| (kind, values.collect()))
        .collect();
    let key = documents.iter().enumerate().filter(|(_, document)| document.is_key);
    let mut files = BTreeMap::from([("facets.json".to_owned(), json(&choices))]);
    let mut first_terms = Vec::new();
    for (number, shard) in shards.into_iter().enumerate() {
        first_terms.push(shard.split(' ').next().unwrap_or_default().to_owned());
        files.insert(format!("terms/{number}.txt"), shard.into_bytes());
    }
    let root = Root {
        version: VERSION,
        build: digest(&files),
        events: documents.len(),
        block: BLOCK,
        key: distances(&key.map(|(number, _)| number).collect::<Vec<_>>()),
        terms: first_terms.iter().map(String::as_str).collect(),
        stories,
    };
    files.insert("index.json".to_owned(), json(&root));
    files
}

/// A file of results.
pub(super) fn results(events: &impl Serialize) -> Vec<u8> {
    json(events)
}

fn json(value: &impl Serialize) -> Vec<u8> {
    // Maps with keys of text, lists, texts and numbers: nothing that JSON has no words for.
    serde_json::to_vec(value).unwrap_or_default()
}

/// What tells these files from those of another build, which a browser may still have.
fn digest(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash = Sha256::new();
    for bytes in files.values() {
        hash.update(bytes);
    }
    let digest = hash.finalize();
    digest.iter().take(6).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The documents of each term, in order, with where it stands in them.
fn postings(documents: &[Document]) -> BTreeMap<String, Vec<(usize, Weight)>> {
    let mut postings: BTreeMap<String, Vec<(usize, Weight)>> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        let headline = std::iter::once((Weight::Headline, &document.headline));
        let names = document.names.iter().map(|text| (Weight::Name, text));
        let said = document.said.iter().map(|text| (Weight::Said, text));
        let mut found: BTreeMap<String, Weight> = BTreeMap::new();
        for (weight, text) in headline.chain(names).chain(said) {
            for term in fold::terms(text).into_iter().filter(|term| term.len() <= LONGEST) {
                found.entry(term).or_insert(weight);
            }
        }
        for (term, weight) in found {
            postings.entry(term).or_default().push((number, weight));
        }
    }
    postings
}

/// Terms with their documents in files of a like size, in the order of UTF-16, which is a browser's.
fn shards(postings: BTreeMap<String, Vec<(usize, Weight)>>) -> Vec<String> {
    let mut postings: Vec<(String, Vec<(usize, Weight)>)> = postings.into_iter().collect();
    postings.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    let mut shards: Vec<String> = Vec::new();
    for (term, documents) in postings {
        if shards.last().is_none_or(|shard| shard.len() >= SHARD) {
            shards.push(String::new());
        }
        let Some(shard) = shards.last_mut() else { continue };
        shard.push_str(&term);
        shard.push(' ');
        let mut before = 0;
        for (number, weight) in documents {
            write_number(shard, ((number - before) << 2) | weight as usize);
            before = number;
        }
        shard.push('\n');
    }
    shards
}

/// Numbers in their order, each as its distance from the one before.
fn distances(numbers: &[usize]) -> String {
    let mut text = String::new();
    let mut before = 0;
    for &number in numbers {
        write_number(&mut text, number - before);
        before = number;
    }
    text
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Five bits a digit, the lowest first; 32 says that another digit follows.
fn write_number(text: &mut String, mut number: usize) {
    loop {
        let digit = number & 31;
        number >>= 5;
        let digit = if number > 0 { digit | 32 } else { digit };
        text.push(char::from(DIGITS[digit]));
        if number == 0 {
            return;
        }
    }
}
