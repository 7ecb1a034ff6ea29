//! An entry on its own page, all its accounts in full.

use super::{super::view, View, entry, entry::Detail, frame::Frame, json_ld};

/// The page of an entry.
pub(super) fn view(frame: &Frame<'_>, story: usize, index: usize) -> View {
    let plan = &frame.content.stories[story];
    let event = entry::view(frame, plan, index, Detail::FULL);
    let neighbour = |at: Option<usize>| {
        at.filter(|&at| at < plan.story.entries.len()).map(|at| entry::link(frame, plan, at))
    };
    let quote = event.quote.as_ref();
    let page = view::Page {
        description: quote
            .map(|quote| format!("{}{}{}", quote.before, quote.marked, quote.after))
            .or_else(|| Some(format!("{}: {}", event.when.text, event.headline))),
        alternates: frame.alternates(plan),
        kind: "article",
        modified: plan.updated.map(|date| frame.date(date)),
        json_ld: Some(json_ld::event(frame, plan, index)),
        ..frame.page(format!("{}: {}", event.when.text, event.headline))
    };
    View::new("event.html", page)
        .with("story", &frame.story(plan))
        .with("event", &event)
        .with("in_timeline", &frame.link(&plan.in_timeline(index)))
        .with("previous", &neighbour(index.checked_sub(1)))
        .with("next", &neighbour(index.checked_add(1)))
}
