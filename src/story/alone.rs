//! Entries in, those that are left out because nothing in them stands alone out: a timeline has no text
//! before a headline, so `The letter was released` tells its reader nothing, and a headline that breaks
//! off tells half. What is hardly surer than the settings ask for helps no more beside what is.
//!
//! A day is worth more than a headline: where no other entry tells of it, the surest of them stays. So
//! does what several articles tell, and what the desk has put its hand to.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Entry, Origin,
    entry::Draft,
    telling::{Standing, Tellings},
};
use crate::temporal::value::Day;

/// How much surer than the settings ask for an entry must be beside others of its day.
const MARGIN: f64 = 1.2;

/// An entry with the draft that it was made of.
pub(super) type Made<'d> = (&'d Draft, Entry);

/// The days of which an entry tells, the first and the last.
type Days = (Day, Day);

/// Of entries that are to be published, the places of those that do not stand alone. `least` is how sure
/// the settings want an entry to be.
pub(super) fn passed_over(
    entries: &[Made<'_>],
    tellings: &Tellings<'_>,
    least: f64,
) -> BTreeSet<usize> {
    let (fallen, standing): (Vec<usize>, Vec<usize>) =
        (0..entries.len()).partition(|&at| falls(&entries[at], tellings, least * MARGIN));
    let told: BTreeSet<Days> = standing.into_iter().map(|at| days(&entries[at].1)).collect();
    let mut kept: BTreeMap<Days, usize> = BTreeMap::new();
    for &at in &fallen {
        let surer = |other: usize| entries[at].1.confidence > entries[other].1.confidence;
        let best = kept.entry(days(&entries[at].1)).or_insert(at);
        if surer(*best) {
            *best = at;
        }
    }
    let stays = |at: &usize| {
        let days = days(&entries[*at].1);
        !told.contains(&days) && kept.get(&days) == Some(at)
    };
    fallen.into_iter().filter(|at| !stays(at)).collect()
}

fn days(entry: &Entry) -> Days {
    (entry.when.first_day(), entry.when.last_day())
}

/// Whether an entry that one article tells has no headline that stands alone, or is less than `sure`.
fn falls((draft, entry): &Made<'_>, tellings: &Tellings<'_>, sure: f64) -> bool {
    let articles: BTreeSet<_> = entry.all_citations().map(|citation| citation.article).collect();
    let by_desk = draft.title.is_some() || draft.pinned || draft.approved;
    let best = draft.members.iter().map(|&member| tellings.standing(member)).min();
    let weak = matches!(best, Some(Standing::Leaning | Standing::Nameless | Standing::Clipped));
    let weak = weak || entry.confidence < sure;
    entry.origin == Origin::Extracted && articles.len() == 1 && weak && !by_desk
}
