//! Entries with their salience in, the first view's entries marked.

use crate::story::Entry;

/// The fewest entries that the first view shows, if there are as many.
const FEWEST_KEY: usize = 5;

/// Marks the entries of the first view: those already marked (pinned), and the most salient ones up to
/// `asked`, or to about the square root of their number.
pub(in crate::story) fn mark_key(entries: &mut [Entry], asked: Option<usize>) {
    let all = entries.len();
    let automatic = || all.isqrt().max(FEWEST_KEY);
    let wanted = asked.unwrap_or_else(automatic).min(all);
    let pinned = entries.iter().filter(|entry| entry.key).count();
    let mut order: Vec<_> = (0..all).filter(|&at| !entries[at].key).collect();
    order.sort_by(|&a, &b| entries[b].salience.total_cmp(&entries[a].salience).then(a.cmp(&b)));
    for at in order.into_iter().take(wanted.saturating_sub(pinned)) {
        entries[at].key = true;
    }
}
