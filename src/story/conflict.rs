//! Clusters in, clusters out: those that tell one thing and differ about its date become one, and
//! the entry made of it will show both dates.
//!
//! Far more often two alike sentences with two dates are two happenings: a second earthquake, the
//! next day's toll. So the words must agree far more than for merging, the dates be neighbours, and
//! the sources independent; a doubt leaves two entries.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    dating::{around, distance, homes},
    index::Index,
    merge::TELLING,
    telling::Tellings,
};
use crate::{
    event::Kind,
    temporal::value::{Precision, When},
};

/// How far dates of one precision may lie apart, and how much the words must agree.
fn neighbours(precision: Precision) -> Option<(i64, f64)> {
    match precision {
        // Time zones, the day of an act and of its news, slips of the pen.
        Precision::Day | Precision::Time => Some((3, 0.70)),
        // What happens every year is told in the same words every year.
        Precision::Year => Some((1, 0.85)),
        _ => None,
    }
}

/// How many words the two must have in common, one of them a name: `He died` is no evidence.
const COMMON_WORDS: usize = 3;

/// How many members of each cluster are compared, its earliest ones.
const COMPARED: usize = 4;

/// Which part of the articles that tell one date may tell the other too; who tells both tells
/// two happenings, if he is not the one who explains the dispute.
const TELLS_BOTH: f64 = 0.5;

/// Folds clusters that differ about a date, the pair that agrees most first.
pub(super) fn fold(tellings: &Tellings<'_>, clusters: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, a, b) in disputes(tellings, clusters) {
        if !partner.contains_key(&a) && !partner.contains_key(&b) {
            partner.insert(a, b);
            partner.insert(b, a);
        }
    }
    let mut folded = Vec::new();
    for (at, members) in clusters.iter().enumerate() {
        match partner.get(&at) {
            None => folded.push(members.clone()),
            Some(&other) if at < other => {
                let mut both = [members.as_slice(), &clusters[other]].concat();
                both.sort_unstable();
                folded.push(both);
            }
            Some(_) => {}
        }
    }
    folded
}

/// The finest date of a cluster.
fn date(tellings: &Tellings<'_>, members: &[usize]) -> Option<When> {
    let dates = members.iter().map(|&member| tellings.mentions[member].citation.when);
    let finer = |a: When, b: When| if b.precision() > a.precision() { b } else { a };
    dates.reduce(finer)
}

/// The pairs of clusters that differ about a date, the surest first.
fn disputes(tellings: &Tellings<'_>, clusters: &[Vec<usize>]) -> Vec<(f64, usize, usize)> {
    let mut index = Index::default();
    let mut pairs = Vec::new();
    let dates: Vec<_> = clusters.iter().map(|members| date(tellings, members)).collect();
    for (at, members) in clusters.iter().enumerate() {
        let Some(when) = dates[at] else { continue };
        let Some((reach, _)) = neighbours(when.precision()) else { continue };
        let words: BTreeSet<u32> = members
            .iter()
            .take(COMPARED)
            .flat_map(|&member| tellings.vocabulary.telling(tellings.whole(member), TELLING))
            .collect();
        let words: Vec<_> = words.into_iter().collect();
        for other in index.candidates(&around(when, reach), &words) {
            let Some(other_date) = dates[other] else { continue };
            let dispute = dispute(tellings, (&clusters[other], other_date), (members, when));
            pairs.extend(dispute.map(|agreement| (agreement, other, at)));
        }
        for &word in &words {
            index.insert(at, &homes(when), word);
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// How much two clusters agree, if they differ about the date of one thing.
fn dispute(tellings: &Tellings<'_>, a: (&[usize], When), b: (&[usize], When)) -> Option<f64> {
    let (precision, apart) = distance(a.1, b.1)?;
    let (most, enough) = neighbours(precision)?;
    let (first, second) = if a.1.first_day() <= b.1.first_day() { (a, b) } else { (b, a) };
    let near = (1..=most).contains(&apart);
    if !near || !both_dated(tellings, a.0, b.0) || !independent(tellings, a.0, b.0) {
        return None;
    }
    if told_before(tellings, first.0, second.1) {
        return None;
    }
    let pairs =
        a.0.iter().take(COMPARED).flat_map(|&x| b.0.iter().take(COMPARED).map(move |&y| (x, y)));
    pairs.filter_map(|(x, y)| same_thing(tellings, x, y, enough)).max_by(f64::total_cmp)
}

fn same_thing(tellings: &Tellings<'_>, a: usize, b: usize, enough: f64) -> Option<f64> {
    let (words, name) = tellings.vocabulary.common(tellings.whole(a), tellings.whole(b));
    let agreement = tellings.agreement(a, b);
    let distinct = tellings.other_subject(a, b) || tellings.about_others(a, b);
    let alike = name && words >= COMMON_WORDS && !distinct && agreement >= enough;
    (alike && !tellings.contrary(a, b)).then_some(agreement)
}

/// Both have a source that names the date, and tell what has happened: a day of publication is no
/// claim, and what is put off is not in dispute.
fn both_dated(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    let mention = |&member: &usize| &tellings.mentions[member];
    [a, b].iter().all(|members| {
        let stated =
            |citation: &super::Citation| citation.rule.is_some() || citation.sentence.is_none();
        members.iter().map(mention).any(|it| stated(&it.citation))
            && members.iter().map(mention).all(|it| it.kind == Kind::Happened)
    })
}

/// Most of those who tell one date do not tell the other.
fn independent(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    let articles = |members: &[usize]| -> BTreeSet<usize> {
        members.iter().map(|&member| tellings.mentions[member].citation.article).collect()
    };
    let (a, b) = (articles(a), articles(b));
    let both = a.intersection(&b).count();
    let [both, fewer] = [both, a.len().min(b.len())].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    f64::from(both) < f64::from(fewer) * TELLS_BOTH
}

/// Whether a source told the earlier date before the later one had come: then the later one is
/// another happening, as in the news of every day.
fn told_before(tellings: &Tellings<'_>, earlier: &[usize], later: When) -> bool {
    let published = |&member: &usize| tellings.mentions[member].published;
    earlier.iter().filter_map(published).any(|date| later.first_day() > date.into())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Builder, lines};

    fn moon() -> Builder {
        let filler = [
            "Armstrong and Aldrin trained for months in Houston.",
            "The Moon was a test of what two rivals could build.",
            "Apollo 11 carried three men and very little spare fuel.",
            "In Houston the controllers watched the numbers fall.",
        ];
        filler.into_iter().fold(Builder::new().article("s/filler", "1970-01-01"), Builder::filler)
    }

    /// A story of articles, each with its day of publication, a date and a headline.
    fn told(tellings: &[(&str, &str, &str)]) -> Vec<String> {
        let article =
            |story: Builder, (at, &(published, date, headline)): (usize, &(&str, &str, &str))| {
                let path = format!("s/{at}");
                story.article(&path, published).tells(
                    date,
                    headline,
                    &format!("{headline} [then]."),
                )
            };
        lines(&tellings.iter().enumerate().fold(moon(), article).story())
    }

    #[test]
    fn a_disputed_date_shows_both() {
        let step = "Armstrong stepped onto the Moon";
        let neil = "Neil Armstrong stepped onto the Moon";
        assert_eq!(
            told(&[
                ("1969-07-25", "1969-07-20", neil),
                ("2019-07-16", "1969-07-20", step),
                ("2022-07-21", "1969-07-21", neil)
            ]),
            ["1969-07-20 Neil Armstrong stepped onto the Moon ×2 | 1969-07-21 ×1"]
        );
        // Most articles decide, not the first.
        assert_eq!(
            told(&[
                ("1969-07-25", "1969-07-20", neil),
                ("2019-07-16", "1969-07-21", step),
                ("2022-07-21", "1969-07-21", neil)
            ]),
            ["1969-07-21 Armstrong stepped onto the Moon ×2 | 1969-07-20 ×1"]
        );
        // A tie goes to the earlier telling.
        assert_eq!(
            told(&[("1969-07-25", "1969-07-20", neil), ("2022-07-21", "1969-07-21", neil)]),
            ["1969-07-20 Neil Armstrong stepped onto the Moon | 1969-07-21 ×1"]
        );
    }

    #[test]
    fn alike_happenings_are_no_dispute() {
        let cases: &[&[(&str, &str, &str)]] = &[
            // The news of each day.
            &[
                ("2010-01-20", "2010-01-20", "A strong earthquake hit Haiti near Petit Goave"),
                ("2010-01-22", "2010-01-22", "A strong earthquake hit Haiti near Petit Goave"),
            ],
            // Too far apart.
            &[
                ("2010-03-01", "2010-01-12", "A strong earthquake hit Haiti near Petit Goave"),
                ("2010-03-02", "2010-01-20", "A strong earthquake hit Haiti near Petit Goave"),
            ],
            // Every year, told in the year itself.
            &[
                ("2009-02-01", "2009", "Obama spoke to Congress about the budget"),
                ("2010-02-01", "2010", "Obama spoke to Congress about the budget"),
            ],
            // Other years.
            &[
                ("2020-01-01", "2009", "Obama was sworn in at the Capitol"),
                ("2020-01-02", "2013", "Obama was sworn in at the Capitol"),
            ],
            // Other people, other numbers.
            &[
                ("2020-01-01", "1969-07-20", "Armstrong stepped onto the Moon"),
                ("2020-01-02", "1969-07-21", "Aldrin stepped onto the Moon"),
            ],
            // No name.
            &[
                ("2020-01-01", "1969-07-20", "it rained all day long"),
                ("2020-01-02", "1969-07-21", "it rained all day long"),
            ],
            // A plan that was put off.
            &[
                ("1969-01-01", "1969-07-15", "Armstrong stepped onto the Moon"),
                ("1969-08-02", "1969-07-16", "Armstrong stepped onto the Moon"),
            ],
        ];
        for case in cases {
            assert_eq!(told(case).len(), 2, "{case:?}");
        }
    }

    #[test]
    fn who_tells_both_dates_tells_two_happenings() {
        let (first, second) = (
            "Armstrong walked on the Moon for hours",
            "Armstrong walked on the Moon for hours again",
        );
        let both = |story: Builder| {
            story.tells("1969-07-20", first, &format!("{first} [on July 20].")).tells(
                "1969-07-21",
                second,
                &format!("{second} [on July 21]."),
            )
        };
        let story = both(both(moon().article("s/a", "1969-08-01")).article("s/b", "1969-08-02"));
        let dates: Vec<_> = story.story().entries.iter().map(|it| it.when.edtf()).collect();
        assert!(!dates.is_empty() && dates.iter().any(|date| date == "1969-07-21"), "{dates:?}");
    }
}
