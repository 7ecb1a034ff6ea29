//! Clusters in, clusters out: those that tell one thing and differ about its date become one, and
//! the entry made of it will show both dates.
//!
//! Far more often two alike sentences with two dates are two happenings: a second earthquake, the
//! next day's toll. So the words must agree far more than for merging, the dates be neighbours, and
//! the sources independent; a doubt leaves two entries.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use super::{
    dating::{distance, month},
    index::Index,
    merge::{ABOUT_OTHERS, TELLING},
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
pub(super) fn fold(tellings: &Tellings<'_>, clusters: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let mut partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, a, b) in disputes(tellings, &clusters) {
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
        let words: BTreeSet<u32> = members
            .iter()
            .take(COMPARED)
            .flat_map(|&member| tellings.vocabulary.telling(tellings.whole(member), TELLING))
            .collect();
        let words: Vec<_> = words.into_iter().collect();
        for other in index.candidates(months_around(when), &words) {
            let Some(other_date) = dates[other] else { continue };
            let dispute = dispute(tellings, (&clusters[other], other_date), (members, when));
            pairs.extend(dispute.map(|agreement| (agreement, other, at)));
        }
        for &word in &words {
            index.insert(at, month(when.first_day()), word);
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// The months in which the neighbours of a date begin.
fn months_around(when: When) -> RangeInclusive<i64> {
    let month = month(when.first_day());
    let reach = if when.precision() == Precision::Year { 12 } else { 1 };
    month - reach..=month + reach
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
    let others = if tellings.about_others(a, b) { ABOUT_OTHERS } else { 0.0 };
    let agreement = tellings.agreement(a, b);
    (name && words >= COMMON_WORDS && agreement >= enough + others).then_some(agreement)
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
