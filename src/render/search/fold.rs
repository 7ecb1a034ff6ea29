//! A text in, the terms out under which its words are found.
//!
//! ```text
//! text ── fold ──▶ letters without case and marks ── runs of letters and digits ── terms
//! ```
//!
//! `static/search.js` reads queries by the very same rules, and a test holds the two together. So they are
//! rules that a browser knows too: runs of letters and digits, not the word boundaries of UAX #29, which
//! browsers know by dictionaries of their own. There is no stemmer, which would be one for each language on
//! either side; the last word of a query is looked for as a beginning instead.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup},
};

/// Letters that readers write in two ways and that no normalisation makes one.
const SAME: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ı', "i"),
    ('ς', "σ"),
    // Only stretches an Arabic word.
    ('ـ', ""),
];

/// Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese.
const SPACELESS: &[(char, char)] = &[
    ('\u{e00}', '\u{eff}'),
    ('\u{1000}', '\u{109f}'),
    ('\u{1780}', '\u{17ff}'),
    ('\u{3005}', '\u{3005}'),
    ('\u{3040}', '\u{30ff}'),
    ('\u{3400}', '\u{9fff}'),
    ('\u{20000}', '\u{3ffff}'),
];

/// The text in small letters without accents: `Ærø’s Café, ٢٠٢٠` is `aero’s cafe, 2020`.
pub(super) fn fold(text: &str) -> String {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(categories.get(c));
    let mut folded = String::with_capacity(text.len());
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars());
    for c in decomposed.filter(|&c| !is_mark(c)).flat_map(char::to_lowercase) {
        match (SAME.iter().find(|(letter, _)| *letter == c), c) {
            (Some((_, same)), _) => folded.push_str(same),
            (None, '٠'..='٩' | '۰'..='۹') => {
                folded.extend(char::from_digit(u32::from(c) & 15, 10));
            }
            (None, c) => folded.push(c),
        }
    }
    folded
}

/// The terms of a text, each as often as it stands there: its words, and of a script without spaces the
/// pairs of letters that follow each other, the last letter alone.
///
/// ```text
/// Apollo 11’s crew    apollo  11  s  crew
/// 東京都              東京  京都  都
/// ```
pub(super) fn terms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut terms = Vec::new();
    for run in folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        for part in parts(run) {
            if !part.starts_with(is_spaceless) {
                terms.push(part.to_owned());
                continue;
            }
            terms.extend(part.char_indices().map(|(at, _)| part[at..].chars().take(2).collect()));
        }
    }
    terms
}

/// A run in parts of which each is of scripts without spaces, or of others.
fn parts(run: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let changes = |c: char| is_spaceless(c) != is_spaceless(first);
        let (part, after) = rest.split_at(rest.find(changes).unwrap_or(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts
}

fn is_spaceless(c: char) -> bool {
    SPACELESS.iter().any(|&(first, last)| (first..=last).contains(&c))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Texts and their terms; `static/search.js` is tested with them too.
    pub(in crate::render::search) const TERMS: &[(&str, &[&str])] = &[
        ("Apollo 11’s crew", &["apollo", "11", "s", "crew"]),
        ("CAFÉ, cafe\u{301} & Ærøskøbing", &["cafe", "cafe", "aeroskobing"]),
        ("Łódź, Straße, İstanbul, ırmak", &["lodz", "strasse", "istanbul", "irmak"]),
        ("Ὀδυσσεύς ΟΔΟΣ", &["οδυσσευσ", "οδοσ"]),
        ("Юрий Гагарин, ёж", &["юрии", "гагарин", "еж"]),
        ("الرَّئيس أحـــمد ١٩٩٦", &["الرييس", "احمد", "1996"]),
        ("東京都、日本", &["東京", "京都", "都", "日本", "本"]),
        ("NASAは1969年に", &["nasa", "は", "1969", "年に", "に"]),
        ("ﾛｹｯﾄ", &["ロケ", "ケッ", "ット", "ト"]),
        ("ﬁne ½ 4²", &["fine", "1", "2", "42"]),
        ("a_b <b>c</b> \u{0}d", &["a", "b", "b", "c", "b", "d"]),
        ("… – 😀", &[]),
    ];

    #[test]
    fn words_are_found_however_they_are_written() {
        for (text, expected) in TERMS {
            assert_eq!(terms(text), *expected, "{text}");
        }
    }

    #[test]
    fn folding_a_folded_text_changes_nothing() {
        for (text, _) in TERMS {
            let folded = fold(text);
            assert_eq!(fold(&folded), folded);
        }
    }
}
