//! A text on its page: links that its writer wrote for the site (`/posts/x/`, `other.md`) are made to
//! work from where the page stands, and remembered with the place where they were written.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use super::{
    super::{
        address::{INDEX, web_address},
        links, view,
    },
    frame::Frame,
};
use crate::{
    load::{
        Article, Image, Text,
        markdown::{self, HtmlOptions, Mark},
    },
    source::{Place, Span},
};

/// A text as HTML, and where each of its links to the site was written.
#[derive(Default)]
pub(super) struct Body {
    pub(super) html: view::Html,
    pub(super) written: BTreeMap<String, Place>,
}

/// Renders a text whose relative links start at `folder` of the site.
pub(super) fn render(
    frame: &Frame<'_>,
    text: &Text,
    folder: &str,
    marks: &[Mark],
    raw_html: bool,
) -> Body {
    // Markdown asks for one address after the other, so the borrows never meet.
    let written = RefCell::new(BTreeMap::new());
    let rewrite = |address: &str| {
        let link = site_link(frame, text, folder, address).unwrap_or_else(|| address.to_owned());
        if links::leads_inside(&frame.content.base, &link) {
            let place = || place_of(text, text.markdown(), text.body.start, address);
            written.borrow_mut().entry(link.clone()).or_insert_with(place);
        }
        link
    };
    let html = markdown::to_html(text, marks, HtmlOptions { raw_html, rewrite: &rewrite });
    Body { html: view::Html(html.into_string()), written: written.into_inner() }
}

/// The text above a list, if there is any.
pub(super) fn introduction(frame: &Frame<'_>, text: Option<&Text>, folder: &str) -> Option<Body> {
    let text = text.filter(|text| !text.markdown().trim().is_empty())?;
    Some(render(frame, text, folder, &[], frame.content.settings.raw_html))
}

/// An article's picture, its address made to work from the page; none if it is no address. Where it
/// was written goes to `written`.
pub(super) fn image(
    frame: &Frame<'_>,
    article: &Article,
    image: &Image,
    written: &mut BTreeMap<String, Place>,
) -> Option<view::Image> {
    let text = &article.text;
    let own = || site_link(frame, text, article.folder(), &image.src);
    let src = web_address(&image.src).or_else(own)?;
    let front_matter = text.source.text().get(..text.body.start).unwrap_or_default();
    let place = || place_of(text, front_matter, 0, &image.src);
    written.entry(src.clone()).or_insert_with(place);
    Some(view::Image { src, alt: image.alt.clone(), credit: image.credit.clone() })
}

/// A link as it must stand on the page, if it leads into the site and not within the page.
fn site_link(frame: &Frame<'_>, text: &Text, folder: &str, written: &str) -> Option<String> {
    if written.starts_with('#') {
        return None;
    }
    let start = format!("{folder}/{INDEX}");
    let target = links::resolve(&frame.content.base, start.trim_start_matches('/'), written)?;
    let anchor = written.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
    let file = content_file(text, written.split(['#', '?']).next().unwrap_or_default());
    let page = frame.content.page_of_file.get(&file).cloned();
    let path = page.unwrap_or_else(|| as_page(target.path));
    Some(frame.link(&format!("{path}{anchor}")))
}

/// The page of a folder that is named without a slash at its end.
fn as_page(path: String) -> String {
    let is_file = path.rsplit('/').next().unwrap_or_default().contains('.');
    if is_file { path } else { format!("{path}/{INDEX}") }
}

/// The file of `content/` that a link names when it is read as the path of a file.
fn content_file(text: &Text, link: &str) -> String {
    let file = text.source.name();
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    links::normalise(if link.starts_with('/') { "content" } else { folder }, link)
}

/// Where a link was written in `part`, which stands at `start` of its file; the begin of the part
/// where it cannot be found again.
fn place_of(text: &Text, part: &str, start: usize, link: &str) -> Place {
    let is_border = |c: char| c.is_whitespace() || "()<>[]{}\"',".contains(c);
    // A word of the prose, or the begin of a longer address, is another thing.
    let stands_alone = |&at: &usize| {
        let (before, after) = (&part[..at], &part[at + link.len()..]);
        before.ends_with(is_border) && after.chars().next().is_none_or(is_border)
    };
    let mut all = part.match_indices(link).map(|(at, _)| at);
    let found = all.clone().find(stands_alone).or_else(|| all.next());
    let span = found.map_or(Span { start, end: start }, |at| Span {
        start: start + at,
        end: start + at + link.len(),
    });
    Place { source: Arc::clone(&text.source), span }
}
