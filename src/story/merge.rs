//! Mentions in, clusters out: the mentions that tell the same thing on the same date.
//!
//! Mentions come the finest date first. Each joins the cluster with which it agrees best, if it
//! agrees enough with the members of it and disagrees with none; otherwise it leads a cluster of its
//! own. So `last week` finds the days of that week already there and joins one of them, and no chain
//! of half-agreements makes a soup.

use std::collections::BTreeSet;

use super::{
    dating::{compatible, length, month, months},
    index::Index,
    telling::Tellings,
};
use crate::temporal::value::Precision;

/// How much the words of two mentions must agree, by the coarser of their dates. A day has few
/// events of one story and a year has many.
fn enough(precision: Precision) -> f64 {
    match precision {
        Precision::Time | Precision::Day => 0.36,
        Precision::Week => 0.40,
        Precision::Month => 0.45,
        Precision::Quarter | Precision::Season | Precision::Half => 0.50,
        Precision::Year => 0.55,
        Precision::Decade | Precision::Century => 0.65,
    }
}

/// What two sentences of one article must agree more: a writer seldom tells a thing twice.
const SAME_ARTICLE: f64 = 0.10;

/// What two mentions must agree more if each names someone, or a number, that the other does not.
pub(super) const ABOUT_OTHERS: f64 = 0.15;

/// A mention joins a cluster on the average, but must reach this part of the agreement asked for
/// with each member.
const WITH_EACH: f64 = 0.5;

/// With how many members of a cluster, its first ones, a mention is compared.
const COMPARED: usize = 8;

/// The part of a mention's words, the telling ones, of which a candidate must have some.
pub(super) const TELLING: f64 = 0.8;

/// The mentions that tell one thing. The first leads: no other has a finer date.
struct Cluster {
    members: Vec<usize>,
    words: BTreeSet<u32>,
}

/// Finds the clusters; each holds indices of mentions in ascending order, and so do their first ones.
pub(super) fn merge(tellings: &Tellings<'_>) -> Vec<Vec<usize>> {
    let mut order: Vec<_> = (0..tellings.mentions.len()).collect();
    order.sort_by_key(|&at| {
        let when = tellings.mentions[at].citation.when;
        (length(when), when.approximate, at)
    });
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index = Index::default();
    for mention in order {
        let at = best(tellings, &clusters, &mut index, mention).unwrap_or_else(|| {
            clusters.push(Cluster { members: Vec::new(), words: BTreeSet::new() });
            clusters.len() - 1
        });
        join(tellings, &mut clusters[at], at, &mut index, mention);
    }
    let mut groups: Vec<_> = clusters.into_iter().map(|cluster| cluster.members).collect();
    groups.iter_mut().for_each(|members| members.sort_unstable());
    groups.sort_unstable();
    groups
}

fn join(
    tellings: &Tellings<'_>,
    cluster: &mut Cluster,
    at: usize,
    index: &mut Index,
    mention: usize,
) {
    cluster.members.push(mention);
    if cluster.members.len() > COMPARED {
        return;
    }
    let lead = tellings.mentions[cluster.members[0]].citation.when;
    for word in tellings.whole(mention).iter() {
        if cluster.words.insert(word) {
            index.insert(at, month(lead.first_day()), word);
        }
    }
}

/// The cluster with which `mention` agrees best, of those with which it agrees enough.
fn best(
    tellings: &Tellings<'_>,
    clusters: &[Cluster],
    index: &mut Index,
    mention: usize,
) -> Option<usize> {
    let when = tellings.mentions[mention].citation.when;
    let words = tellings.vocabulary.telling(tellings.whole(mention), TELLING);
    let candidates = index.candidates(months(when), &words);
    let surplus = |at: usize| surplus(tellings, &clusters[at], mention).map(|by| (by, at));
    let better = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1));
    candidates.into_iter().filter_map(surplus).max_by(better).map(|(_, at)| at)
}

/// By how much `mention` agrees more with a cluster than it must; `None` if it does not.
fn surplus(tellings: &Tellings<'_>, cluster: &Cluster, mention: usize) -> Option<f64> {
    let apart = |&member: &usize| tellings.told_apart(member, mention);
    if cluster.members.iter().any(apart) {
        return None;
    }
    let mut sum = 0.0;
    let mut count = 0.0;
    for &member in cluster.members.iter().take(COMPARED) {
        let needed = needed(tellings, member, mention)?;
        let agreement = tellings.agreement(member, mention);
        if agreement < needed * WITH_EACH {
            return None;
        }
        sum += agreement - needed;
        count += 1.0;
    }
    let mean = sum / count;
    (mean >= 0.0).then_some(mean)
}

/// How much two mentions must agree to be one; `None` if their dates forbid it.
fn needed(tellings: &Tellings<'_>, a: usize, b: usize) -> Option<f64> {
    let (first, second) = (&tellings.mentions[a].citation, &tellings.mentions[b].citation);
    if !compatible(first.when, second.when) {
        return None;
    }
    let mut needed = enough(first.when.precision().min(second.when.precision()));
    if first.article == second.article {
        needed += SAME_ARTICLE;
    }
    if tellings.about_others(a, b) {
        needed += ABOUT_OTHERS;
    }
    Some(needed)
}
