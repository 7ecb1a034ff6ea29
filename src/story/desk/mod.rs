//! Drafts and `_desk.yaml` in, drafts as the editor decided out; and a decision into the file.
//!
//! ```text
//! Source ── yaml ──▶ values with places ── decision, circle ──▶ Decision ── apply: quotes (edit), claims, bonds ──▶ drafts, rulings
//! Decision, text ── write ──▶ text
//! ```
//!
//! Decisions are applied in the order of the file, so that of two which contradict each other the later
//! holds. A decision that cannot be applied leaves everything as it is; that, and each contradiction,
//! is a diagnostic at its line. What a decision changes is never the id: it belongs to a mention, and an
//! entry keeps it through merging, splitting, retitling and redating.

mod apply;
mod bonds;
mod circle;
mod claims;
mod decision;
mod edit;
mod ids;
mod likeness;
mod quotes;
mod register;
mod ruling;
#[cfg(test)]
mod tests;
mod write;
mod yaml;

pub use self::{
    decision::{Action, Decision},
    register::Register,
    ruling::{Change, Ruling},
    write::{Addition, add},
};

pub(crate) use self::decision::is_verb;

use self::{
    apply::Desk,
    decision::Item,
    ruling::{Applied, Published},
};
use super::{Entry, entry::Draft, names::People, telling::Tellings};
use crate::{
    diag::Warned,
    load::{Article, StorySource},
};

/// The code of the diagnostic that two decisions contradict each other.
pub const CONTRADICTING: &str = "contradicting-decisions";

/// Drafts and people as decided.
pub(super) struct Decided {
    /// The drafts; those that were merged into others have no members.
    pub(super) drafts: Vec<Draft>,
    /// The people.
    pub(super) people: People,
    /// The draft of each mention.
    owner: Vec<usize>,
    applied: Vec<Applied>,
}

impl Decided {
    fn new(drafts: Vec<Draft>, people: People, mentions: usize) -> Self {
        let mut owner = vec![0; mentions];
        for (at, draft) in drafts.iter().enumerate() {
            draft.members.iter().for_each(|&member| owner[member] = at);
        }
        Self { drafts, people, owner, applied: Vec::new() }
    }

    /// The decision that hides a draft, for editors: readers must not be told what it is about.
    pub(super) fn hiding(&self, draft: usize) -> Option<Ruling> {
        let hides = |it: &&Applied| it.hidden().any(|mention| self.owner[mention] == draft);
        let Applied { line, on, why, .. } = self.applied.iter().rev().find(hides)?;
        Some(Ruling { change: Change::Hidden, entry: None, line: *line, on: *on, why: why.clone() })
    }

    /// What readers of the published `entries` may know of the decisions.
    pub(super) fn rulings(
        self,
        tellings: &Tellings<'_>,
        articles: &[Article],
        entries: &[Entry],
    ) -> Vec<Ruling> {
        let Self { drafts, people, owner, applied } = self;
        let published = Published {
            drafts: &drafts,
            owner: &owner,
            entries: entries.iter().map(|entry| (entry.id.as_str(), entry)).collect(),
            tellings,
            articles,
            people: &people,
        };
        applied.into_iter().filter_map(|applied| published.ruling(applied)).collect()
    }
}

/// Applies the decisions of the story's desk file, if it has one.
pub(super) fn decide(
    source: &StorySource,
    tellings: &Tellings<'_>,
    drafts: Vec<Draft>,
    people: People,
) -> Warned<Decided> {
    let decided = Decided::new(drafts, people, tellings.mentions.len());
    let Some(file) = &source.desk else { return Warned::clean(decided) };
    let Warned { value: items, mut diagnostics } = decision::read(file);
    let items = items.into_iter().map(Item::with_tidy_names).collect();
    let is_known = |name: &str| decided.people.knows(name);
    let items = circle::break_circles(items, file, is_known).unpack(&mut diagnostics);
    let mut desk = Desk::new(source, file, tellings, decided, diagnostics);
    for item in items {
        desk.apply(item);
    }
    desk.end()
}

/// The path of a story's desk file below the project, whether there is one or not: beside the articles of
/// the story, of which it needs one.
#[must_use]
pub fn file_name(source: &StorySource) -> Option<String> {
    if let Some(file) = &source.desk {
        return Some(file.name().to_owned());
    }
    let article = source.articles.first()?.text.source.name();
    let mut parts = article.splitn(3, '/');
    match (source.slug.as_str(), parts.next()?, parts.next()?) {
        ("", content, _) => Some(format!("{content}/_desk.yaml")),
        (_, content, story) => Some(format!("{content}/{story}/_desk.yaml")),
    }
}
