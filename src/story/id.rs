//! Mentions in, their ids out: `<date>-<slug of the headline>`, and a hash where two would be equal.
//!
//! An id depends on the mentions alone: what merging, the desk or a redesign make of them later
//! cannot change the address under which a reader has found an event.

use std::{collections::HashSet, fmt::Write as _};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::mention::Mention;
use crate::{load::Article, temporal::value::When};

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
    for (mention, plain) in mentions.iter_mut().zip(plain_ids) {
        let citation = &mut mention.citation;
        let path = &articles[citation.article].path;
        let hashed = (0..).map(|again| hashed(&plain, path, &citation.quote, again));
        let id = std::iter::once(plain.clone()).chain(hashed).find(|id| !taken.contains(id));
        citation.id = id.unwrap_or(plain);
        taken.insert(citation.id.clone());
    }
}

fn plain(when: When, headline: &str) -> String {
    let slug = bounded(&slug::slugify(headline.replace(['\'', '’'], "")));
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
    use super::*;

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
        ] {
            assert_eq!(plain(day, headline), expected);
        }
        assert_eq!(plain(day, &"x".repeat(99)).len(), "2018-06-06-".len() + SLUG_LENGTH);
    }
}
