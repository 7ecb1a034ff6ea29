//! The mentions of a cluster in, what they have in common out.
//!
//! Two sentences about one happening share few words; twenty share the words that name it, and what
//! only one of them says drops out. So with a cluster of several articles the next telling is
//! better compared as a whole than member by member.

use std::iter::Peekable;

use super::{
    telling::Tellings,
    words::{Vocabulary, WordSet},
};

/// A word that this part of the members use belongs to what they tell.
const SHARED: f64 = 0.15;

/// How often the members of a cluster use each word.
#[derive(Debug, Clone, Default)]
pub(super) struct Gist {
    /// By word, in ascending order.
    uses: Vec<(u32, Uses)>,
    members: u32,
}

/// In how many members a word stands.
#[derive(Debug, Clone, Copy, Default)]
struct Uses {
    /// In the headline.
    headline: u32,
    /// In the headline or beside it.
    whole: u32,
}

impl Gist {
    /// What some mentions have in common.
    pub(super) fn new(tellings: &Tellings<'_>, members: &[usize]) -> Self {
        let one = |&member: &usize| Self::of_one(tellings.core(member), tellings.whole(member));
        members.iter().map(one).fold(Self::default(), |all, one| all.with(&one))
    }

    fn of_one(headline: &WordSet, whole: &WordSet) -> Self {
        let uses = whole.iter().map(|word| {
            let headline = u32::from(headline.contains(word));
            (word, Uses { headline, whole: 1 })
        });
        Self { uses: uses.collect(), members: 1 }
    }

    /// The gist of these members and others.
    #[must_use]
    pub(super) fn with(&self, other: &Self) -> Self {
        let (a, b) = (self.uses.iter().peekable(), other.uses.iter().peekable());
        Self { uses: merged(a, b).collect(), members: self.members + other.members }
    }

    /// The words that a member uses.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        self.uses.iter().map(|&(word, _)| word)
    }

    /// How much of what the headlines of `other` tell these members tell too, 0 to 1; what several
    /// of them tell counts most. A word that these members do not use may still be `known` to belong to
    /// it, in part or in whole.
    pub(super) fn covers(
        &self,
        vocabulary: &Vocabulary,
        other: &Self,
        known: impl Fn(u32) -> f64,
    ) -> f64 {
        let (mut covered, mut all) = (0.0, 0.0);
        for &(word, uses) in other.uses.iter().filter(|(_, uses)| uses.headline > 0) {
            let share = f64::from(uses.headline) / f64::from(other.members);
            let weight = vocabulary.worth(word) * share * share;
            all += weight;
            covered += weight * self.has(word).max(known(word));
        }
        if all > 0.0 { covered / all } else { 0.0 }
    }

    /// How far a word belongs to what the members tell, 0 to 1. What one of several says is no sign.
    pub(super) fn has(&self, word: u32) -> f64 {
        let uses = self.uses(word);
        let alone = self.members > 2 && uses.whole < 2;
        if alone { 0.0 } else { (self.part(uses) / SHARED).min(1.0) }
    }

    /// How much the members of both tell the same, 0 to 1: the cosine of their words.
    pub(super) fn agreement(&self, vocabulary: &Vocabulary, other: &Self) -> f64 {
        let products = other
            .uses
            .iter()
            .map(|&(word, uses)| vocabulary.worth(word) * self.share(word) * other.part(uses));
        let both: f64 = products.sum();
        if both > 0.0 {
            both / (self.length(vocabulary) * other.length(vocabulary)).sqrt()
        } else {
            0.0
        }
    }

    fn length(&self, vocabulary: &Vocabulary) -> f64 {
        let squares = self.uses.iter().map(|&(word, uses)| {
            let share = self.part(uses);
            vocabulary.worth(word) * share * share
        });
        squares.sum()
    }

    fn share(&self, word: u32) -> f64 {
        self.part(self.uses(word))
    }

    fn uses(&self, word: u32) -> Uses {
        let at = self.uses.binary_search_by_key(&word, |&(word, _)| word);
        at.map_or(Uses::default(), |at| self.uses[at].1)
    }

    /// What stands in a headline says what happened; a word elsewhere in the sentence counts half.
    fn part(&self, uses: Uses) -> f64 {
        f64::midpoint(uses.headline.into(), uses.whole.into()) / f64::from(self.members.max(1))
    }
}

/// Two lists in ascending order as one.
fn merged<'u>(
    mut a: Peekable<impl Iterator<Item = &'u (u32, Uses)>>,
    mut b: Peekable<impl Iterator<Item = &'u (u32, Uses)>>,
) -> impl Iterator<Item = (u32, Uses)> {
    std::iter::from_fn(move || {
        let first = [a.peek(), b.peek()].into_iter().flatten().map(|it| it.0).min()?;
        let next = [a.next_if(|it| it.0 == first), b.next_if(|it| it.0 == first)];
        let sum = next.into_iter().flatten().fold(Uses::default(), |sum, &(_, uses)| Uses {
            headline: sum.headline + uses.headline,
            whole: sum.whole + uses.whole,
        });
        Some((first, sum))
    })
}
