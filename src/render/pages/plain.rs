//! Pages without a timeline: plain pages, old addresses, and what stands where nothing is.

use super::{super::view, View, body, frame::Frame, home};
use crate::load::PlainPage;

/// The path of a plain page.
pub(super) fn path(page: &PlainPage) -> String {
    format!("{}/index.html", page.slug)
}

/// A plain page.
pub(super) fn page(frame: &Frame<'_>, index: usize) -> View {
    let page = &frame.content.plain_pages[index];
    let body = body::render(frame, &page.text, "", &[], frame.content.settings.raw_html);
    View::new("page.html", frame.page(page.title.clone())).with_body("body", Some(body))
}

/// An old address of an article.
pub(super) fn redirect(frame: &Frame<'_>, story: usize, article: usize) -> View {
    let plan = &frame.content.stories[story];
    let article = &plan.story.source.articles[article];
    let path = plan.article(article).unwrap_or_else(|| plan.timeline());
    let page = view::Page {
        url: frame.content.base.url(&path),
        canonical: frame.canonical(&path),
        listed: false,
        ..frame.page(article.title.clone())
    };
    View::new("redirect.html", page).with("target", &frame.link(&path))
}

/// The page that servers answer with where nothing is.
pub(super) fn not_found(frame: &Frame<'_>) -> View {
    let page = view::Page { listed: false, ..frame.page(frame.words.text("not-found")) };
    View::new("404.html", page).with("stories", &home::stories(frame))
}
