//! The pages of a site: which there are, and how each is rendered.
//!
//! ```text
//! Project ── plan ──▶ path → Kind        Kind ── view ──▶ (template, Context) ── theme ──▶ HTML
//! ```

mod article;
mod body;
mod corrections;
mod embed;
mod entry;
mod event;
mod facets;
mod frame;
mod home;
mod json_ld;
mod made;
mod pictures;
mod plain;
mod plan;
pub(super) mod search;
mod story;
mod timeline;
mod topic;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Context;

use super::{Content, Link, Rendered, content::TopicKind, html, links, view};
use crate::{diag::Warned, source::Place};
use frame::Frame;
pub(super) use plan::plan;

/// Which page of the site, by indices into [`Content`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The index of stories.
    Home,
    /// A story's timeline, or one chapter of it.
    Timeline {
        /// The story.
        story: usize,
        /// The chapter.
        chapter: Option<usize>,
    },
    /// An entry.
    Event {
        /// The story.
        story: usize,
        /// The entry.
        entry: usize,
    },
    /// An article.
    Article {
        /// The story.
        story: usize,
        /// The article.
        article: usize,
    },
    /// How a story was made.
    Made {
        /// The story.
        story: usize,
    },
    /// What the editors of a story decided.
    Corrections {
        /// The story.
        story: usize,
    },
    /// The key events of a story, to stand in a page elsewhere.
    Embed {
        /// The story.
        story: usize,
    },
    /// All people, places or tags.
    Topics(TopicKind),
    /// A person, a place or a tag.
    Topic {
        /// What it is.
        kind: TopicKind,
        /// Which.
        topic: usize,
    },
    /// The form that asks for events, and all of them by year.
    Search,
    /// A plain page.
    Plain(usize),
    /// An old address of an article.
    Redirect {
        /// The story.
        story: usize,
        /// The article.
        article: usize,
    },
    /// What is shown where nothing is.
    NotFound,
}

/// A page's template and its data.
struct View {
    template: &'static str,
    page: view::Page,
    data: Context,
    /// The links that the writer of a text wrote, as they stand on the page.
    written: BTreeMap<String, Place>,
}

impl View {
    fn new(template: &'static str, page: view::Page) -> Self {
        Self { template, page, data: Context::new(), written: BTreeMap::new() }
    }

    /// Hands `value` to the template as `name`.
    fn with<T: Serialize>(mut self, name: &'static str, value: &T) -> Self {
        // A value that cannot be turned into a template's (a map with keys that are no text) is
        // left out, so that the template complains at the place that asks for it.
        if let Ok(value) = tera::Value::try_from_serializable(value) {
            self.data.insert_value(name, value);
        }
        self
    }

    /// Hands a text to the template as `name`, and remembers where its links were written.
    fn with_body(mut self, name: &'static str, body: Option<body::Body>) -> Self {
        let html = body.map(|body| {
            self.written.extend(body.written);
            body.html
        });
        self.with(name, &html)
    }
}

/// Renders a page for its `path`.
pub(super) fn render(kind: Kind, path: &str, content: &Content) -> Warned<Rendered> {
    let frame = Frame::new(content, path, kind);
    let mut view = match kind {
        Kind::Home => home::view(&frame),
        Kind::Timeline { story, chapter } => story::view(&frame, story, chapter),
        Kind::Event { story, entry } => event::view(&frame, story, entry),
        Kind::Article { story, article } => article::view(&frame, story, article),
        Kind::Made { story } => made::view(&frame, story),
        Kind::Corrections { story } => corrections::view(&frame, story),
        Kind::Embed { story } => embed::view(&frame, story),
        Kind::Topics(kind) => topic::index(&frame, kind),
        Kind::Topic { kind, topic } => topic::view(&frame, kind, topic),
        Kind::Search => search::view(&frame),
        Kind::Plain(page) => plain::page(&frame, page),
        Kind::Redirect { story, article } => plain::redirect(&frame, story, article),
        Kind::NotFound => plain::not_found(&frame),
    };
    view = view.with("site", &frame.site());
    let page = view.page.clone();
    view = view.with("page", &page);
    match content.theme.render(view.template, &view.data, path, frame.language) {
        Ok(html) => Warned::clean(finish(html, content, &view.written)),
        Err(diagnostic) => Warned::with(Rendered::default(), vec![diagnostic]),
    }
}

/// Reads links and anchors off the finished page.
fn finish(html: String, content: &Content, written: &BTreeMap<String, Place>) -> Rendered {
    let mut targets = BTreeSet::new();
    let mut anchors = Vec::new();
    html::attributes(&html, |attribute| {
        if attribute.is_link() {
            targets.insert(attribute.into_text());
        } else if attribute.is_anchor() {
            anchors.push(attribute.into_text().into_owned());
        }
    });
    targets.retain(|target| links::leads_inside(&content.base, target));
    let links = targets.into_iter().map(|target| Link {
        written: written.get(target.as_ref()).cloned(),
        target: target.into_owned(),
    });
    let links = links.collect();
    Rendered { links, anchors, bytes: html.into_bytes() }
}
