//! The corrections of a story: what its editors decided against what was read.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    super::{content::StoryPlan, view, words::Argument},
    View, entry,
    frame::Frame,
};
use crate::story::desk::{Change, Ruling};

/// The page of corrections.
pub(super) fn view(frame: &Frame<'_>, story: usize) -> View {
    let plan = &frame.content.stories[story];
    let about = frame.story(plan);
    let corrections = view::Corrections { decisions: decisions(frame, plan) };
    let title = [("title", Argument::Text(&about.title))];
    let page = view::Page {
        description: Some(frame.words.text("corrections-about")),
        ..frame.page(frame.words.with("corrections-of", &title))
    };
    View::new("corrections.html", page).with("story", &about).with("corrections", &corrections)
}

/// The decisions that were applied, each with the entry that it is about.
///
/// The newest come first, undated ones last in the order of their file.
fn decisions(frame: &Frame<'_>, plan: &StoryPlan) -> Vec<view::Decision> {
    let mut rulings: Vec<&Ruling> = plan.story.rulings.iter().collect();
    rulings.sort_by_key(|ruling| Reverse(ruling.on));
    let entries = plan.story.entries.iter().enumerate();
    let by_id: BTreeMap<&str, usize> = entries.map(|(at, it)| (it.id.as_str(), at)).collect();
    let link = |id: &String| Some(entry::link(frame, plan, *by_id.get(id.as_str())?));
    rulings.into_iter().map(|ruling| decision(frame, ruling, &link)).collect()
}

fn decision(
    frame: &Frame<'_>,
    ruling: &Ruling,
    link: &dyn Fn(&String) -> Option<view::EntryLink>,
) -> view::Decision {
    let date = |when| frame.dates.when(when);
    let untitled = |title: &String| view::Link { title: title.clone(), url: None };
    let titled =
        |entry: view::EntryLink| view::Link { title: entry.headline, url: Some(entry.url) };
    let (before, after, parts) = match &ruling.change {
        Change::Retitled { from, to } | Change::Renamed { from, to } => {
            (Some(from.clone()), Some(to.clone()), Vec::new())
        }
        Change::Redated { from, to } => (Some(date(*from)), Some(date(*to)), Vec::new()),
        Change::Noted(text) => (None, Some(text.clone()), Vec::new()),
        Change::Merged(headlines) => (None, None, headlines.iter().map(untitled).collect()),
        Change::Split(out) => (None, None, out.iter().filter_map(link).map(titled).collect()),
        Change::Hidden | Change::Approved | Change::Pinned | Change::Dropped => {
            (None, None, Vec::new())
        }
    };
    view::Decision {
        verb: ruling.change.verb(),
        entry: ruling.entry.as_ref().and_then(link),
        before,
        after,
        parts,
        on: ruling.on.map(|day| frame.date(day)),
        why: ruling.why.clone(),
    }
}
