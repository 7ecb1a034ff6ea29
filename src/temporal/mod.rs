//! The temporal tagger: a document in, its time expressions out.
//!
//! ```text
//! Document ── token ──▶ Token ── sentence ──▶ Sentence ── rules ──▶ Said ── resolve ──▶ Value
//! ```
//!
//! A lexicon says what words mean, a rule how meanings combine, and only the resolver knows the
//! reference date. What a text says is one type, what it means another.

pub mod lexicon;
pub mod value;

use std::ops::Range;

use crate::source::Document;
use value::{Modifier, Value};

/// A sentence of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The index of its passage in [`Document::passages`].
    pub passage: usize,
    /// Where it stands, in bytes of the passage's text.
    pub span: Range<usize>,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Timex {
    /// The index of its sentence in [`Tagged::sentences`].
    pub sentence: usize,
    /// The index of its passage in [`Document::passages`].
    pub passage: usize,
    /// Where it stands, in bytes of the passage's text.
    pub span: Range<usize>,
    /// What it means.
    pub value: Value,
    /// How the text modifies it: `early`, `about`.
    pub modifier: Option<Modifier>,
    /// The expression, later in the same sentence, at which the range ends that this one begins:
    /// an index in [`Tagged::timexes`].
    pub range_end: Option<usize>,
    /// How likely the value is right, 0 to 1.
    pub confidence: f64,
    /// The name of the rule that read it.
    pub rule: &'static str,
    /// Why it means that, in words: `no year given; past tense; nearest before 2018-06-14`.
    pub reason: String,
}

/// What the tagger found in a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tagged {
    /// Its sentences, in the order of the text. Sentence `n` is `#s(n+1)` on a page.
    pub sentences: Vec<Sentence>,
    /// Its time expressions, in the order of the text; none overlaps another.
    pub timexes: Vec<Timex>,
}

/// Reads documents for time expressions.
#[derive(Debug, Default)]
pub struct Tagger {}

impl Tagger {
    /// A tagger for every language that has a lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// Whether documents in `language` (a BCP 47 tag) can be read.
    #[must_use]
    pub fn reads(&self, language: &str) -> bool {
        language.split('-').next() == Some("en")
    }

    /// Finds the sentences and time expressions of `document`; nothing if its language has no lexicon.
    #[must_use]
    pub fn tag(&self, document: &Document) -> Tagged {
        let _ = document;
        Tagged::default()
    }
}
