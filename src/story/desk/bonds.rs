//! What merging put together and splitting took apart, and whether later decisions leave it so.

use std::collections::BTreeSet;

use super::claims::Origin;

/// Mentions that a decision put together or took apart.
#[derive(Debug)]
struct Bond {
    kind: Kind,
    /// The mentions of each of the events concerned, as they were before it or after it.
    groups: Vec<Vec<usize>>,
    origin: Origin,
}

/// What a decision does with events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It makes one of several.
    Joined,
    /// It makes two of one.
    Parted,
}

/// What was put together and taken apart so far.
#[derive(Debug, Default)]
pub(super) struct Bonds(Vec<Bond>);

impl Bonds {
    /// Takes in what a decision did; `owner` is the draft of each mention after it. Gives the earlier
    /// decisions that it undid.
    pub(super) fn take(
        &mut self,
        kind: Kind,
        groups: Vec<Vec<usize>>,
        origin: Origin,
        owner: &[usize],
    ) -> Vec<Origin> {
        let touched: BTreeSet<usize> = groups.iter().flatten().map(|&it| owner[it]).collect();
        let undone = |bond: &mut Bond| {
            bond.kind != kind && bond.touches(&touched, owner) && !bond.holds(owner)
        };
        let undone: Vec<_> = self.0.extract_if(.., undone).map(|bond| bond.origin).collect();
        self.0.push(Bond { kind, groups, origin });
        undone
    }

    /// The decision that did already what `kind` would do with the events of two mentions.
    pub(super) fn done(&self, kind: Kind, a: usize, b: usize) -> Option<Origin> {
        let has = |bond: &&Bond| {
            let group = |mention| bond.groups.iter().position(|group| group.contains(&mention));
            bond.kind == kind && group(a).zip(group(b)).is_some_and(|(a, b)| a != b)
        };
        self.0.iter().find(has).map(|bond| bond.origin)
    }
}

impl Bond {
    fn touches(&self, drafts: &BTreeSet<usize>, owner: &[usize]) -> bool {
        self.groups.iter().flatten().any(|&mention| drafts.contains(&owner[mention]))
    }

    /// Joined events hold together while each shares a draft with another; parted ones while they
    /// share none.
    fn holds(&self, owner: &[usize]) -> bool {
        let owners = |group: &Vec<usize>| -> BTreeSet<usize> {
            group.iter().map(|&mention| owner[mention]).collect()
        };
        let groups: Vec<_> = self.groups.iter().map(owners).collect();
        let shares = |at: usize| {
            let mut others = groups.iter().enumerate().filter(|&(other, _)| other != at);
            others.any(|(_, other)| !other.is_disjoint(&groups[at]))
        };
        match self.kind {
            Kind::Joined => (0..groups.len()).all(shares),
            Kind::Parted => !(0..groups.len()).any(shares),
        }
    }
}
