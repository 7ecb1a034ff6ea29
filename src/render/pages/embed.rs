//! A story to stand in a page elsewhere: its key events by date and headline, without any script.

use super::{super::view, View, entry::Detail, frame::Frame, timeline};

/// How many events are shown in a page elsewhere, where no key events were chosen.
const EVENTS: usize = 30;

/// The page to embed.
pub(super) fn view(frame: &Frame<'_>, story: usize) -> View {
    let plan = &frame.content.stories[story];
    let about = frame.story(plan);
    let entries = &plan.story.entries;
    let few = entries.len() <= EVENTS;
    let shown = (0..entries.len()).filter(|&at| few || entries[at].key).take(EVENTS);
    let shown: Vec<(usize, usize)> = shown.map(|at| (story, at)).collect();
    let timeline = timeline::view(frame, &shown, Detail::EMBED);
    let page = view::Page {
        // The story's own address is the one to list.
        url: frame.content.base.url(&plan.timeline()),
        canonical: frame.canonical(&plan.timeline()),
        description: about.description.clone(),
        listed: false,
        ..frame.page(about.title.clone())
    };
    View::new("embed.html", page).with("story", &about).with("timeline", &timeline)
}
