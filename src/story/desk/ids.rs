//! An id in, its mention out; or, where no event has it, the events that may be meant.

use std::{cell::OnceCell, collections::BTreeMap};

use super::{super::mention::Mention, likeness::Likeness};

/// How many events are named.
const MOST: usize = 3;

/// How alike two ids must be (Levenshtein) to take one for a slip of the other.
const ALIKE: f64 = 0.7;

/// Which part of their words (Dice) they must have in common before they are compared letter by letter.
const RELATED: f64 = 0.4;

/// How many ids at most are compared so.
const COMPARED: usize = 20;

/// No id is longer than this; to compare a longer text would only take time.
const LONGEST_ID: usize = 200;

/// The ids of a story's mentions.
pub(super) struct Ids<'a> {
    mentions: BTreeMap<&'a str, usize>,
    /// The ids of the mentions in their order.
    names: Vec<&'a str>,
    /// Their words; made when the first id is not found.
    words: OnceCell<Likeness>,
}

impl<'a> Ids<'a> {
    /// Takes in the ids of all mentions.
    pub(super) fn new(mentions: &'a [Mention]) -> Self {
        let names: Vec<_> = mentions.iter().map(|it| it.citation.id.as_str()).collect();
        let mentions = names.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        Self { mentions, names, words: OnceCell::new() }
    }

    /// The mention that has an id.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.mentions.get(id).copied()
    }

    /// The events that may be meant by an id, in words: those with an id like it, then those of `alike`
    /// (mentions whose quotes are like that of the decision), then those of its date. Each is named once,
    /// by its `owner`.
    pub(super) fn candidates(
        &self,
        id: &str,
        alike: &[usize],
        owner: impl Fn(usize) -> usize,
    ) -> Option<String> {
        let all = self.spelled(id).into_iter().chain(alike.iter().copied()).chain(self.dated(id));
        let mut found: Vec<usize> = Vec::new();
        for mention in all {
            if found.len() < MOST && found.iter().all(|&other| owner(other) != owner(mention)) {
                found.push(mention);
            }
        }
        let names: Vec<_> =
            found.iter().map(|&mention| format!("`{}`", self.names[mention])).collect();
        let (last, others) = names.split_last()?;
        let others = others.join(", ");
        Some(if others.is_empty() { last.clone() } else { format!("{others} or {last}") })
    }

    /// The mentions whose ids are spelled alike, the likest first.
    fn spelled(&self, id: &str) -> Vec<usize> {
        if id.len() > LONGEST_ID {
            return Vec::new();
        }
        let related = self.words().likest(&words(id), RELATED).into_iter().take(COMPARED);
        let likeness = |at: usize| (strsim::normalized_levenshtein(id, self.names[at]), at);
        let mut likely: Vec<_> =
            related.map(likeness).filter(|&(likeness, _)| likeness >= ALIKE).collect();
        let name = |at: usize| self.names[at];
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| name(a.1).cmp(name(b.1))));
        likely.into_iter().map(|(_, mention)| mention).collect()
    }

    fn words(&self) -> &Likeness {
        self.words.get_or_init(|| {
            let mut likeness = Likeness::default();
            self.names.iter().for_each(|name| likeness.add(&words(name)));
            likeness
        })
    }

    /// The mentions with ids of the same date.
    fn dated(&self, id: &str) -> Vec<usize> {
        let end = id.find(|c: char| c != '-' && !c.is_ascii_digit()).unwrap_or(id.len());
        let date = id[..end].trim_end_matches('-');
        if date.is_empty() {
            return Vec::new();
        }
        let dated = self.mentions.range(date..).take_while(|(id, _)| id.starts_with(date));
        let same = |id: &str| matches!(id.as_bytes().get(date.len()), None | Some(b'-'));
        dated.filter(|(id, _)| same(id)).map(|(_, &mention)| mention).collect()
    }
}

fn words(id: &str) -> Vec<&str> {
    id.split('-').collect()
}
