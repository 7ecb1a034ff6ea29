//! A text on its page: links that its writer wrote for the site (`/posts/x/`, `other.md`) are made to
//! work from where the page stands, and remembered with the place where they were written.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use super::{
    super::{Content, address::INDEX, links, view},
    frame::Frame,
};
use crate::{
    load::{
        Article, Image, Text,
        markdown::{self, Embedded, HtmlOptions, Mark, SIZES, Shown},
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
    let picture = |address: &str| {
        if !links::leads_inside(&frame.content.base, address) {
            return Shown::Linked(address.to_owned());
        }
        Shown::Embedded(embedded(frame, text, folder, address, rewrite(address)))
    };
    let options = HtmlOptions { raw_html, rewrite: &rewrite, picture: &picture };
    let html = markdown::to_html(text, marks, options);
    Body { html: view::Html(html.into_string()), written: written.into_inner() }
}

/// The text above a list, if there is any.
pub(super) fn introduction(frame: &Frame<'_>, text: Option<&Text>, folder: &str) -> Option<Body> {
    let text = text.filter(|text| !text.markdown().trim().is_empty())?;
    Some(render(frame, text, folder, &[], frame.content.settings.raw_html))
}

/// An article's picture, or where it stands elsewhere, a link to it.
pub(super) enum Picture {
    Own(view::Image),
    Elsewhere(view::Link),
}

/// An article's picture, its address made to work from the page; none if it is no address. Where it
/// was written goes to `written`.
pub(super) fn image(
    frame: &Frame<'_>,
    article: &Article,
    image: &Image,
    written: &mut BTreeMap<String, Place>,
) -> Option<Picture> {
    let text = &article.text;
    if !links::leads_inside(&frame.content.base, &image.src) {
        let title = if image.alt.is_empty() { &image.src } else { &image.alt };
        let url = Some(image.src.clone());
        return Some(Picture::Elsewhere(view::Link { title: title.clone(), url }));
    }
    let src = site_link(frame, text, article.folder(), &image.src)?;
    written.entry(src.clone()).or_insert_with(|| place_of_image(article, image));
    let picture = embedded(frame, text, article.folder(), &image.src, src);
    Some(Picture::Own(view::Image {
        src: picture.src,
        alt: image.alt.clone(),
        credit: image.credit.clone(),
        width: picture.size.map(|(width, _)| width),
        height: picture.size.map(|(_, height)| height),
        sizes: picture.srcset.is_some().then_some(SIZES),
        srcset: picture.srcset,
    }))
}

/// Where an article's picture is written.
pub(super) fn place_of_image(article: &Article, image: &Image) -> Place {
    let text = &article.text;
    let front_matter = text.source.text().get(..text.body.start).unwrap_or_default();
    place_of(text, front_matter, 0, &image.src)
}

/// The picture that is written as `address`, at its link `src` on the page, with what is known of it.
fn embedded(frame: &Frame<'_>, text: &Text, folder: &str, address: &str, src: String) -> Embedded {
    let path = site_path(frame.content, text, folder, address);
    let Some(planned) = path.and_then(|path| frame.content.pictures.get(&path)) else {
        return Embedded { src, ..Embedded::default() };
    };
    let picture = &planned.picture;
    let smaller = planned.smaller.iter();
    let versions =
        smaller.map(|(width, path)| format!("{} {width}w", srcset_url(&frame.link(path))));
    let own = format!("{} {}w", srcset_url(&src), picture.width);
    let srcset = versions.chain([own]).collect::<Vec<_>>().join(", ");
    Embedded {
        src,
        size: Some((picture.width, picture.height)),
        srcset: (!planned.smaller.is_empty()).then_some(srcset),
    }
}

/// A link as it may stand in a list of versions, where a comma at its end parts two of them.
fn srcset_url(link: &str) -> String {
    link.replace(',', "%2C")
}

/// A link as it must stand on the page, if it leads into the site and not within the page.
fn site_link(frame: &Frame<'_>, text: &Text, folder: &str, written: &str) -> Option<String> {
    let path = site_path(frame.content, text, folder, written)?;
    let anchor = written.split_once('#').map_or(String::new(), |(_, anchor)| format!("#{anchor}"));
    Some(frame.link(&format!("{path}{anchor}")))
}

/// The path in the site of what a link leads to, if it leads into the site and not within the page.
pub(super) fn site_path(
    content: &Content,
    text: &Text,
    folder: &str,
    written: &str,
) -> Option<String> {
    if written.starts_with('#') {
        return None;
    }
    let start = format!("{folder}/{INDEX}");
    let target = links::resolve(&content.base, start.trim_start_matches('/'), written)?;
    let file = content_file(text, written.split(['#', '?']).next().unwrap_or_default());
    let page = content.page_of_file.get(&file).cloned();
    Some(page.unwrap_or_else(|| as_page(target.path)))
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
