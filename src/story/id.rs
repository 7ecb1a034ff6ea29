//! Mentions in, their ids out: `<date>-<slug of the headline>`, and a hash where two would be equal.
//!
//! An id depends on the mentions alone: what merging, the desk or a redesign make of them later
//! cannot change the address under which a reader has found an event.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{Citation, mention::Mention};
use crate::{
    load::{Article, slug},
    temporal::value::When,
};

/// The longest slug, in bytes: what a reader takes in at a glance in an address.
const SLUG_LENGTH: usize = 60;

/// How many hexadecimal digits tell equal ids apart.
const HASH_LENGTH: usize = 6;

/// Gives every mention its id, in the order of the mentions: the earliest of equal ones keeps the
/// plain id, so that an article which comes later cannot take it.
pub(super) fn assign(mentions: &mut [Mention], articles: &[Article]) {
    let plain_id = |mention: &Mention| plain(mention.citation.when, &mention.citation.headline);
    let plain_ids: Vec<_> = mentions.par_iter().map(plain_id).collect();
    let mut taken = HashSet::new();
    // How many hashes of equal ids with equal quotes are taken: the search goes on where it ended.
    let mut tried: HashMap<_, usize> = HashMap::new();
    for (mention, plain) in mentions.iter_mut().zip(&plain_ids) {
        let Citation { article, quote, id, .. } = &mut mention.citation;
        if taken.insert(plain.clone()) {
            id.clone_from(plain);
            continue;
        }
        let again = tried.entry((plain, *article, quote.clone())).or_default();
        *id = loop {
            let hashed = hashed(plain, &articles[*article].path, quote, *again);
            *again += 1;
            if taken.insert(hashed.clone()) {
                break hashed;
            }
        };
    }
}

fn plain(when: When, headline: &str) -> String {
    let slug = bounded(&slug::plain(&headline.replace(['\'', '’'], "")));
    let date = date(when);
    if slug.is_empty() { date } else { format!("{date}-{slug}") }
}

/// `again` tells apart a sentence that an article prints twice.
fn hashed(plain: &str, path: &str, quote: &str, again: usize) -> String {
    let mut hash = Sha256::new();
    for part in [path, quote, &again.to_string()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}"); // a `String` takes every write
    }
    format!("{plain}-{}", &hex[..HASH_LENGTH])
}

/// A slug cut at a word's border; a first word that is longer by itself is cut anywhere.
fn bounded(slug: &str) -> String {
    match slug.get(..=SLUG_LENGTH) {
        None => slug.to_owned(),
        Some(head) => {
            let end = head.rfind('-').unwrap_or(SLUG_LENGTH);
            slug[..end].to_owned()
        }
    }
}

/// A date as a part of a path: EDTF without its marks, in lower case, `--` between the ends of a
/// stretch, and `bc0264` for the year -263, since a path that begins with `-` reads as an option.
fn date(when: When) -> String {
    let edtf = when.edtf().replace('~', "").to_lowercase();
    edtf.split('/').map(common_era).collect::<Vec<_>>().join("--")
}

fn common_era(date: &str) -> String {
    let (long, rest) = match date.strip_prefix('y') {
        Some(rest) => (true, rest),
        None => (false, date),
    };
    let Some(rest) = rest.strip_prefix('-') else { return date.to_owned() };
    let (year, rest) = rest.split_at(rest.find('-').unwrap_or(rest.len()));
    match year.parse::<i64>() {
        Ok(year) if long => format!("bc{}{rest}", year + 1),
        Ok(year) => format!("bc{:04}{rest}", year + 1),
        Err(_) => format!("bc{year}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::testing, *};
    use crate::{event::Kind, source::Span, story::Origin};

    /// The ids of sentences that all say `headline` of 1996: which article, and which quote.
    fn ids(sentences: &[(usize, &str)]) -> Vec<String> {
        let articles = ["a", "b"].map(|path| testing::article(path, None));
        let mention = |&(article, quote): &(usize, &str)| Mention {
            citation: Citation {
                article,
                quote: quote.into(),
                expression: None,
                sentence: None,
                span: Span { start: 0, end: 0 },
                copies: 0,
                likeness: 1.0,
                when: When::from_edtf("1996").unwrap(),
                headline: "He left".into(),
                confidence: 1.0,
                rule: None,
                why: String::new(),
                id: String::new(),
            },
            published: None,
            kind: Kind::Happened,
            retold: false,
            origin: Origin::Extracted,
            people: Vec::new(),
            places: Vec::new(),
            tags: Vec::new(),
            note: None,
            dates: Vec::new(),
        };
        let mut mentions: Vec<_> = sentences.iter().map(mention).collect();
        assign(&mut mentions, &articles);
        mentions.into_iter().map(|mention| mention.citation.id).collect()
    }

    #[test]
    fn equal_ids_are_told_apart_by_article_quote_and_count() {
        let plain = "1996-he-left";
        let expected = [
            plain.to_owned(),
            hashed(plain, "a", "He left.", 0),
            hashed(plain, "b", "He left.", 0),
            hashed(plain, "a", "So he left.", 0),
            hashed(plain, "a", "He left.", 1),
        ];
        let sentences = [
            (0, "He left."),
            (0, "He left."),
            (1, "He left."),
            (0, "So he left."),
            (0, "He left."),
        ];
        assert_eq!(ids(&sentences), expected);
    }

    #[test]
    fn a_sentence_printed_thousands_of_times_gets_as_many_ids() {
        let ids = ids(&vec![(0, "He left."); 5_000]);
        assert_eq!(ids[1], hashed(&ids[0], "a", "He left.", 0));
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 5_000);
    }

    #[test]
    fn dates_are_safe_in_a_path() {
        for (edtf, expected) in [
            ("1996", "1996"),
            ("2017-10", "2017-10"),
            ("2018-06-06~", "2018-06-06"),
            ("199X", "199x"),
            ("19XX", "19xx"),
            ("2018-24", "2018-24"),
            ("1996/2018-06", "1996--2018-06"),
            ("-0263", "bc0264"),
            ("-0263-03-01", "bc0264-03-01"),
            ("-0479/-0448", "bc0480--bc0449"),
            ("-0001/0014", "bc0002--0014"),
            ("0000", "0000"),
            ("Y-65000000", "bc65000001"),
        ] {
            assert_eq!(date(When::from_edtf(edtf).unwrap()), expected, "{edtf}");
        }
    }

    #[test]
    fn slugs_end_at_a_word() {
        let day = When::from_edtf("2018-06-06").unwrap();
        let long = "Johnson was convicted of five counts of drug trafficking and one count";
        for (headline, expected) in [
            ("Trump granted Johnson clemency", "2018-06-06-trump-granted-johnson-clemency"),
            ("Trump’s pardon", "2018-06-06-trumps-pardon"),
            (long, "2018-06-06-johnson-was-convicted-of-five-counts-of-drug-trafficking-and"),
            ("", "2018-06-06"),
            ("…", "2018-06-06"),
            ("Crowd waves 😀 at 🇺🇸 flags", "2018-06-06-crowd-waves-at-flags"),
            ("Ärger um Дума", "2018-06-06-arger-um-duma"),
        ] {
            assert_eq!(plain(day, headline), expected);
        }
        assert_eq!(plain(day, &"x".repeat(99)).len(), "2018-06-06-".len() + SLUG_LENGTH);
    }
}
