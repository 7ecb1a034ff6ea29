//! The text of an article on its page: links that its writer wrote for the site (`/posts/x/`,
//! `other.md`) are made to work from where the page stands.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    super::{address::INDEX, html, links, view},
    frame::{Frame, web_address},
};
use crate::{
    load::{Article, Image, Text},
    source::{Place, Span},
};

/// A body as HTML, and where in the article each of its links to the site was written.
#[derive(Default)]
pub(super) struct Body {
    pub(super) html: String,
    pub(super) written: BTreeMap<String, Place>,
}

/// Makes the links of `html`, the body of `article`, work from its page.
pub(super) fn with_site_links(frame: &Frame<'_>, article: &Article, html: &str) -> Body {
    let mut body = Body::default();
    let mut copied = 0;
    html::attributes(html, |attribute| {
        if !attribute.is_link() || attribute.value.starts_with('#') {
            return;
        }
        let written = attribute.text();
        let Some(link) = site_link(frame, &article.text, &written) else { return };
        let place = || place_of(&article.text, &written);
        body.written.entry(link.clone()).or_insert_with(place);
        body.html.push_str(&html[copied..attribute.range.start]);
        body.html.push_str(&html::escape(&link));
        copied = attribute.range.end;
    });
    body.html.push_str(&html[copied..]);
    body
}

/// An article's picture, its address made to work from the page; none if it is no address.
pub(super) fn image(frame: &Frame<'_>, article: &Article, image: &Image) -> Option<view::Image> {
    let src = web_address(&image.src).or_else(|| site_link(frame, &article.text, &image.src))?;
    Some(view::Image { src, alt: image.alt.clone(), credit: image.credit.clone() })
}

/// A link as it must stand on the page, if it leads into the site.
fn site_link(frame: &Frame<'_>, text: &Text, written: &str) -> Option<String> {
    let target = links::resolve(&frame.content.base, frame.path, written)?;
    let anchor = written.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
    let path = written.split(['#', '?']).next().unwrap_or_default();
    let beside = beside_file(text, path);
    let page = frame.content.page_of_file.get(&format!("content/{beside}")).cloned();
    let file = Some(beside).filter(|path| !path.is_empty() && frame.content.files.contains(path));
    let path = page.or(file).unwrap_or_else(|| as_page(target.path));
    Some(frame.link(&format!("{path}{anchor}")))
}

/// The page of a folder that is named without a slash at its end.
fn as_page(path: String) -> String {
    let is_file = path.rsplit('/').next().unwrap_or_default().contains('.');
    if is_file { path } else { format!("{path}/{INDEX}") }
}

/// The path below `content/` that a link names when it is read as the path of a file.
fn beside_file(text: &Text, link: &str) -> String {
    let file = text.source.name();
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = folder.strip_prefix("content").unwrap_or(folder);
    links::normalise(if link.starts_with('/') { "" } else { folder }, link)
}

/// Where a link was written; the begin of the text where it cannot be found again.
fn place_of(text: &Text, link: &str) -> Place {
    let found = text.markdown().find(link).map(|at| text.body.start + at);
    let span = found.map_or_else(
        || Span { start: text.body.start, end: text.body.start },
        |start| Span { start, end: start + link.len() },
    );
    Place { source: Arc::clone(&text.source), span }
}
