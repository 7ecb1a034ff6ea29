//! The temporal tagger: a document in, its time expressions out.
//!
//! ```text
//! Document ── token ──▶ Token ── sentence ──▶ Sentence ── rules ──▶ Said ── resolve ──▶ Value
//!                                              tense, surroundings ──▶ Context ──▲
//!                             dates told before, day of publication ──▶ Told ────┘
//! ```
//!
//! A lexicon says what words mean, a rule how meanings combine, and only the resolver knows the
//! reference date. What a text says is one type, what it means another.

pub mod cursor;
pub mod holiday;
pub mod lexicon;
pub mod reference;
pub mod resolve;
pub mod rules;
pub mod said;
pub mod sentence;
pub mod tense;
pub mod token;
pub mod value;

mod borne;
mod read;
mod surroundings;

use std::ops::Range;

use crate::source::Document;
use borne::Borne;
use lexicon::Vocabulary;
use reference::{Beside, Context, Fact, Told};
use said::Said;
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
    /// What it says.
    pub said: Said,
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
///
/// ```
/// use dateline::{source::Document, temporal::Tagger};
/// let mut document = Document::from_text("a", "Trump granted Johnson clemency on June 6.", None);
/// document.date = Some(jiff::civil::date(2018, 6, 14));
/// let tagged = Tagger::new().tag(&document);
/// assert_eq!(tagged.timexes[0].value.timex_value(), "2018-06-06");
/// ```
#[derive(Debug)]
pub struct Tagger {
    vocabularies: Vec<Vocabulary>,
    left_out: LeftOut,
}

/// The names of the rules that a tagger does not try.
#[derive(Debug, Clone, Default)]
struct LeftOut(Vec<String>);

impl LeftOut {
    fn has(&self, rule: &str) -> bool {
        self.0.iter().any(|name| name == rule)
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

impl Tagger {
    /// A tagger for every language that has a lexicon.
    #[must_use]
    pub fn new() -> Self {
        let vocabularies = lexicon::ALL.iter().map(|lexicon| Vocabulary::new(lexicon)).collect();
        Self { vocabularies, left_out: LeftOut::default() }
    }

    /// The same tagger without the rule `name`, of [`rules::ALL`] or [`tense::TENSES`]: what it reads less
    /// well is what the rule brings. A name that no rule has changes nothing.
    ///
    /// ```
    /// use dateline::{source::Document, temporal::Tagger};
    /// let document = Document::from_text("a", "She left in 1996.", None);
    /// assert!(Tagger::new().without("year").tag(&document).timexes.is_empty());
    /// ```
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.left_out.0.push(name.to_owned());
        self
    }

    /// The words of `language` (a BCP 47 tag), if it has a lexicon.
    #[must_use]
    pub fn vocabulary(&self, language: &str) -> Option<&Vocabulary> {
        let lexicon = lexicon::find(language)?;
        self.vocabularies.iter().find(|vocabulary| vocabulary.lexicon.code == lexicon.code)
    }

    /// Whether documents in `language` (a BCP 47 tag) can be read.
    #[must_use]
    pub fn reads(&self, language: &str) -> bool {
        self.vocabulary(language).is_some()
    }

    /// Finds the sentences and time expressions of `document`; nothing if its language has no lexicon.
    #[must_use]
    pub fn tag(&self, document: &Document) -> Tagged {
        let Some(vocabulary) = self.vocabulary(&document.language) else {
            return Tagged::default();
        };
        let date_order = date_order(document, vocabulary);
        let mut sentences = Vec::new();
        let mut found = Vec::new();
        let mut borne = Borne::default();
        for (index, passage) in document.passages.iter().enumerate() {
            let reading = read::passage(&passage.text, vocabulary, date_order, &self.left_out);
            borne.add(reading.borne);
            let first = sentences.len();
            let in_passage = |span| Sentence { passage: index, span };
            sentences.extend(reading.sentences.into_iter().map(in_passage));
            found.extend(
                reading.found.into_iter().map(|it| (index, first + it.context.sentence, it)),
            );
        }
        drop_people(&mut found, borne);
        let timexes = resolve_all(document, found);
        Tagged { sentences, timexes }
    }
}

fn date_order(document: &Document, vocabulary: &Vocabulary) -> crate::source::DateOrder {
    let orders = vocabulary.lexicon.date_orders;
    let of_region = || {
        let regions = document.language.split(['-', '_']).skip(1);
        regions.into_iter().find_map(|region| {
            orders
                .iter()
                .find(|(code, _)| code.eq_ignore_ascii_case(region))
                .map(|&(_, order)| order)
        })
    };
    let default = || orders.first().map_or(crate::source::DateOrder::Ymd, |&(_, order)| order);
    document.date_order.or_else(of_region).unwrap_or_else(default)
}

/// Drops the months that are people, and the ranges that would have run to them.
fn drop_people(found: &mut Vec<(usize, usize, read::Found)>, borne: Borne) {
    for at in 1..found.len() {
        found[at - 1].2.opens_range &= !borne.means(&found[at].2);
    }
    found.retain(|(_, _, it)| !borne.means(it));
}

/// Resolves the expressions of a document in the order of its text, each knowing those before it.
fn resolve_all(document: &Document, found: Vec<(usize, usize, read::Found)>) -> Vec<Timex> {
    let mut told = Told::new(document.date, found.iter().map(|(_, _, it)| &it.said));
    let mut timexes: Vec<Timex> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some((passage, sentence, it)) = rest.next() {
        let in_heading = !document.passages[passage].kind.tells_events();
        if in_heading && timexes.last().is_none_or(|last| last.passage != passage) {
            told.enter_heading();
        }
        let beside = it.listed.then(|| timexes.last()).flatten().and_then(|before| {
            let date = before.value.calendar()?;
            let by_weekday = reference::names_weekday(&before.said);
            Some(Beside { date, runs: before.range_end.is_some(), by_weekday })
        });
        let context = Context { beside, passage, sentence, ..it.context };
        let context = context.noting(Fact::InHeading, in_heading);
        let named_behind = rest.peek().filter(|_| it.apposed).map(|(_, _, behind)| {
            let reason = "the same day as the date behind it";
            let resolved = resolve::resolve(&behind.said, &context, &told);
            resolve::Resolved { reason: reason.into(), ..resolved }
        });
        let resolved = named_behind.unwrap_or_else(|| resolve::resolve(&it.said, &context, &told));
        told.remember(&it.said, &resolved.value, &context);
        let range_end = it.opens_range.then_some(timexes.len() + 1);
        timexes.push(Timex {
            sentence,
            passage,
            span: it.span,
            said: it.said,
            value: resolved.value,
            modifier: it.modifier,
            range_end,
            confidence: (it.rule.confidence * resolved.certainty).clamp(0.0, 1.0),
            rule: it.rule.name,
            reason: resolved.reason,
        });
    }
    timexes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words of the lexicon's kind, in an order that no grammar expects.
    fn words() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "June",
            "May",
            "the",
            "of",
            "last",
            "next",
            "early",
            "end",
            "year",
            "weeks",
            "ago",
            "later",
            "two",
            "hundred",
            "and",
            "a",
            "half",
            "Thursday",
            "noon",
            "p.m.",
            "at",
            "in",
            "from",
            "to",
            "1996",
            "2018",
            "6",
            "31",
            "99999999999999999999",
            "214748364",
            "99999999999999999.99",
            "hundred",
            "million",
            "billion",
            "earlier",
            "later",
            "decades",
            "centuries",
            "c.",
            "about",
            "1 BC",
            "1,000",
            "3.5",
            "6th",
            "1990s",
            "'98",
            "480",
            "BC",
            "AD",
            "Q2",
            "fiscal",
            "winter",
            "morning",
            "every",
            "century",
            ",",
            ".",
            "–",
            "/",
            ":",
            "é",
            "🚀",
            "’s",
            "\u{301}",
            "2018-06-06",
            "16:53",
            "was",
            "will",
        ]);
        prop::collection::vec(words, 0..40).prop_map(|words| words.join(" "))
    }

    fn check(text: &str, date: Option<jiff::civil::Date>) {
        let mut document = Document::from_text("a", text, None);
        document.date = date;
        let found = Tagger::new().tag(&document);
        let mut last = (0, 0);
        for timex in &found.timexes {
            let passage = &document.passages[timex.passage].text;
            assert!(
                passage.get(timex.span.clone()).is_some_and(|text| !text.is_empty()),
                "{timex:?}"
            );
            assert!((timex.passage, timex.span.start) >= last, "{timex:?} overlaps the one before");
            last = (timex.passage, timex.span.end);
            assert!((0.0..=1.0).contains(&timex.confidence), "{timex:?}");
            assert!(timex.range_end.is_none_or(|end| end < found.timexes.len()), "{timex:?}");
            let _ = timex.value.timex_value();
            let _ = timex.value.calendar().map(|calendar| (calendar.edtf(), calendar.last_day()));
        }
    }

    proptest! {
        #[test]
        fn words_in_any_order_are_read_without_fault(text in words()) {
            check(&text, Some(jiff::civil::date(2018, 6, 14)));
            check(&text, None);
        }

        #[test]
        fn any_text_is_read_without_fault(text in "\\PC{0,200}") {
            check(&text, Some(jiff::civil::date(2020, 2, 29)));
        }

        #[test]
        fn any_day_of_publication_will_do(year in -9999_i16..=9999, month in 1_i8..=12) {
            let text = "It shut last week, 300 years ago, next year, on Monday, tomorrow and in 400 months.";
            check(text, Some(jiff::civil::date(year, month, 28)));
        }
    }

    /// What looks at each of these anew from each of its words takes minutes, not the blink of an eye.
    #[test]
    fn long_sentences_take_time_in_proportion() {
        for (text, times, dates) in [
            ("and she was seen in 2003, and he left in May 2004, ", 4000, 8000),
            ("in May 2004, and ", 10_000, 10_000),
            ("zero hundred ", 20_000, 0),
            ("9f3c7a", 40_000, 0),
            ("a.", 100_000, 0),
            ("was seen to ", 20_000, 0),
        ] {
            let mut document = Document::from_text("a", &text.repeat(times), None);
            document.date = Some(jiff::civil::date(2018, 6, 14));
            assert_eq!(Tagger::new().tag(&document).timexes.len(), dates, "{text}");
        }
    }

    #[test]
    fn numbers_beyond_any_calendar_are_read_without_fault() {
        for text in [
            "It was 21474836480 years ago.",
            "It was 99999999999999999.99 billion years later.",
            "In 1 BC, three million centuries earlier.",
            "It ended 214748364 decades ago and 21474836 centuries later.",
            "It was nine hundred billion billion centuries ago.",
            "It ended 214748364 weeks ago and 2147483 fortnights later.",
        ] {
            check(text, Some(jiff::civil::date(2018, 6, 14)));
            check(text, None);
        }
    }
}
