//! Decisions as they were applied in, what readers may know of them out.
//!
//! A [`Ruling`] tells of published entries alone. Of one that was hidden it knows only that there was
//! one, so that no page can give away what the desk took back.

use std::{collections::BTreeMap, iter};

use jiff::civil::Date;

use super::super::{
    Entry,
    entry::{self, Draft},
    names::People,
    telling::Tellings,
};
use crate::{load::Article, temporal::value::When};

/// A decision of the editors that was applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// What it changed.
    pub change: Change,
    /// The id of the entry that it is about; none for a name, and for what was hidden.
    pub entry: Option<String>,
    /// The line of the desk file on which it stands.
    pub line: usize,
    /// The day on which it was decided.
    pub on: Option<Date>,
    /// The reason that the editors gave.
    pub why: Option<String>,
}

/// What a decision changed, from what was read to what is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// An entry was taken out.
    Hidden,
    /// It was approved.
    Approved,
    /// It was put into the first view.
    Pinned,
    /// It has another headline.
    Retitled {
        /// As it was read.
        from: String,
        /// As it is shown.
        to: String,
    },
    /// It has another date.
    Redated {
        /// As it was read.
        from: When,
        /// As it is shown.
        to: When,
    },
    /// A note stands under it.
    Noted(String),
    /// It tells what was read as several; their headlines, as far as it still tells them.
    Merged(Vec<String>),
    /// A part of it stands alone; the id of that entry, if it is published.
    Split(Option<String>),
    /// A name is shown as another.
    Renamed {
        /// As articles have it.
        from: String,
        /// As it is shown.
        to: String,
    },
    /// A name is not shown.
    Dropped,
}

impl Change {
    /// The verb of the decision, as the desk file has it.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Hidden => "hide",
            Self::Approved => "approve",
            Self::Pinned => "pin",
            Self::Retitled { .. } => "retitle",
            Self::Redated { .. } => "redate",
            Self::Noted(_) => "note",
            Self::Merged(_) => "merge",
            Self::Split(_) => "split",
            Self::Renamed { .. } => "person",
            Self::Dropped => "drop_person",
        }
    }
}

/// A decision that was applied, while later ones may still undo it.
pub(super) struct Applied {
    /// What it did.
    pub(super) effect: Effect,
    /// Mentions of the parts that were split off while it held for them too.
    pub(super) also: Vec<usize>,
    /// The line on which it stands.
    pub(super) line: usize,
    /// The day on which it was decided.
    pub(super) on: Option<Date>,
    /// The reason.
    pub(super) why: Option<String>,
    /// Whether a later decision has set it aside.
    pub(super) undone: bool,
}

impl Applied {
    /// The mentions whose events it hides, unless a later decision publishes them.
    pub(super) fn hidden(&self) -> impl Iterator<Item = usize> {
        let first = match self.effect {
            Effect::OfEvent(mention, Change::Hidden) if !self.undone => Some(mention),
            _ => None,
        };
        first.into_iter().flat_map(|first| iter::once(first).chain(self.also.iter().copied()))
    }
}

/// What a decision did, to mentions: the entry of a mention is known when all decisions are applied.
pub(super) enum Effect {
    /// It changed how a name is shown.
    OfName(Change),
    /// It changed the event of a mention.
    OfEvent(usize, Change),
    /// It gave the event of a mention another headline.
    Retitled(usize, String),
    /// It gave the event of a mention another date.
    Redated(usize, When),
    /// It joined the events of these mentions, the first of which keeps its id.
    Joined(Vec<usize>),
    /// It took the second mention out of the event of the first.
    Parted(usize, usize),
}

impl Effect {
    /// The mention whose event it changed; none where it is about a name, or about several events.
    pub(super) fn mention(&self) -> Option<usize> {
        match self {
            Self::OfEvent(mention, _) | Self::Retitled(mention, _) | Self::Redated(mention, _) => {
                Some(*mention)
            }
            Self::OfName(_) | Self::Joined(_) | Self::Parted(..) => None,
        }
    }

    /// Changes the draft of its mention.
    pub(super) fn edit(&self, draft: &mut Draft) {
        match self {
            Self::OfEvent(_, Change::Hidden) => (draft.hidden, draft.approved) = (true, false),
            Self::OfEvent(_, Change::Approved) => (draft.approved, draft.hidden) = (true, false),
            Self::OfEvent(_, Change::Pinned) => {
                (draft.approved, draft.hidden, draft.pinned) = (true, false, true);
            }
            Self::OfEvent(_, Change::Noted(text)) => draft.note = Some(text.clone()),
            Self::Retitled(_, to) => draft.title = Some(to.clone()),
            Self::Redated(_, to) => draft.when = Some(*to),
            Self::OfEvent(..) | Self::OfName(_) | Self::Joined(_) | Self::Parted(..) => {}
        }
    }
}

/// What is published, and what it was made of.
pub(super) struct Published<'a> {
    /// The drafts, as decided.
    pub(super) drafts: &'a [Draft],
    /// The draft of each mention.
    pub(super) owner: &'a [usize],
    /// The entries by their ids.
    pub(super) entries: BTreeMap<&'a str, &'a Entry>,
    /// What the mentions tell.
    pub(super) tellings: &'a Tellings<'a>,
    /// The articles.
    pub(super) articles: &'a [Article],
    /// The people.
    pub(super) people: &'a People,
}

impl Published<'_> {
    /// What readers may know of a decision; `None` if it concerns nothing that is published.
    pub(super) fn ruling(&self, applied: Applied) -> Option<Ruling> {
        if applied.undone {
            return None;
        }
        let of = |mention: usize| Some(Some(self.entry(mention)?));
        let hides = applied.hidden().any(|mention| self.drafts[self.owner[mention]].hidden);
        let (entry, change) = match applied.effect {
            Effect::OfName(change) => (None, change),
            Effect::OfEvent(_, Change::Hidden) => hides.then_some((None, Change::Hidden))?,
            Effect::OfEvent(mention, change) => (of(mention)?, change),
            Effect::Retitled(mention, to) => {
                let from = self.as_read(mention)?.headline;
                (of(mention)?, Change::Retitled { from, to })
            }
            Effect::Redated(mention, to) => {
                let from = self.as_read(mention)?.when;
                (of(mention)?, Change::Redated { from, to })
            }
            Effect::Joined(mentions) => {
                let first = *mentions.first()?;
                (of(first)?, Change::Merged(self.headlines(first, &mentions)))
            }
            Effect::Parted(from, out) => (of(from)?, Change::Split(self.entry(out))),
        };
        Some(Ruling { change, entry, line: applied.line, on: applied.on, why: applied.why })
    }

    /// The id of the entry of a mention.
    fn entry(&self, mention: usize) -> Option<String> {
        let id = self.drafts[self.owner[mention]].id.as_str();
        self.entries.get(id).map(|entry| entry.id.clone())
    }

    /// The entry of a mention without what the desk has decided about headline and date. It is made
    /// of what is in it now: what was taken out of it may be hidden.
    fn as_read(&self, mention: usize) -> Option<Entry> {
        let draft = self.drafts[self.owner[mention]].clone();
        let draft = Draft { title: None, when: None, ..draft };
        entry::build(&draft, self.tellings, self.articles, self.people)
    }

    /// The headlines of those mentions that are still in one entry with `first`.
    fn headlines(&self, first: usize, mentions: &[usize]) -> Vec<String> {
        let here = mentions.iter().filter(|&&it| self.owner[it] == self.owner[first]);
        here.map(|&it| self.tellings.mentions[it].citation.headline.clone()).collect()
    }
}
