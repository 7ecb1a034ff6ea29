//! Whether every link inside the site leads to a page, and to an anchor that it has.
//!
//! Links to other sites are not followed. A link that an article's writer wrote is a warning at its
//! place in the article; one that a template wrote is an error, for it fails on every page.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
};

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::{
    Link, Page, Site,
    address::{Base, INDEX},
};
use crate::{diag::Diagnostic, render::diagnostics};

/// What a rendered page says of its links: where they lead, and what they can be aimed at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// Where its links lead.
    pub links: Vec<Link>,
    /// The anchors that links may name.
    pub anchors: Vec<String>,
}

/// Checks the links of a whole site. `pages` holds what each rendered page says, by its path.
#[must_use]
pub fn check(site: &Site, pages: &BTreeMap<String, PageLinks>) -> Vec<Diagnostic> {
    let anchors: Anchors<'_> = pages
        .par_iter()
        .map(|(path, page)| (path.as_str(), page.anchors.iter().map(String::as_str).collect()))
        .collect();
    let faults = pages.par_iter().flat_map_iter(|(path, page)| {
        page.links.iter().filter_map(|link| {
            let fault = fault(site, &anchors, path, &link.target)?;
            Some(fault.into_diagnostic(path, link))
        })
    });
    diagnostics::once_per_cause(faults.collect())
}

/// The anchors of each page; looked up, never iterated.
type Anchors<'p> = HashMap<&'p str, HashSet<&'p str>>;

/// Why a link leads nowhere.
enum Fault {
    NoPage(String),
    NoAnchor(String, String),
}

impl Fault {
    fn into_diagnostic(self, page: &str, link: &Link) -> Diagnostic {
        let (message, hint) = match self {
            Self::NoPage(path) => (
                format!("a link leads to `{path}`, which the site does not have"),
                "correct the address, or take the link out",
            ),
            Self::NoAnchor(path, anchor) => (
                format!("a link leads to `{path}#{anchor}`, and the page has no such anchor"),
                "correct what follows the `#`, or take it out",
            ),
        };
        let diagnostic = match &link.written {
            Some(place) => Diagnostic::warning("broken-link", message)
                .at(&place.source, place.span)
                .label("written here"),
            None => Diagnostic::error("broken-link", message),
        };
        diagnostic.note(format!("the link `{}` on the page `{page}`", link.target)).hint(hint)
    }
}

fn fault(site: &Site, anchors: &Anchors<'_>, page: &str, link: &str) -> Option<Fault> {
    let target = resolve(&site.content.base, page, link)?;
    let Some((path, page)) = existing(site, &target.path) else {
        return Some(Fault::NoPage(target.path));
    };
    let anchor = target.anchor.filter(|anchor| !anchor.is_empty() && anchor != "top")?;
    // A file that is copied (a PDF and its pages) is not looked into.
    let is_html = matches!(page, Page::Html(_));
    let known = anchors.get(path).is_some_and(|ids| ids.contains(anchor.as_ref()));
    (is_html && !known).then(|| Fault::NoAnchor(path.to_owned(), anchor.into_owned()))
}

/// The page that a server would answer with, and its path.
fn existing<'s>(site: &'s Site, path: &str) -> Option<(&'s str, &'s Page)> {
    let folder = || format!("{}/{INDEX}", path.trim_end_matches('/'));
    let found = site.pages.get_key_value(path);
    found.or_else(|| site.pages.get_key_value(&folder())).map(|(path, page)| (path.as_str(), page))
}

/// Where a link inside the site leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target<'l> {
    /// The path of a page, as the site names it.
    pub(crate) path: String,
    /// The anchor on it.
    pub(crate) anchor: Option<Cow<'l, str>>,
}

/// Whether `link` leads into the site; not so to another site, a `mailto:` and their like.
pub(crate) fn leads_inside(base: &Base, link: &str) -> bool {
    base.strip(link).is_some() || !(has_scheme(link) || link.starts_with("//"))
}

/// Where `link` on the page at `page` leads, if it leads into the site.
pub(crate) fn resolve<'l>(base: &Base, page: &str, link: &'l str) -> Option<Target<'l>> {
    if !leads_inside(base, link) {
        return None;
    }
    let (link, from_root) = match base.strip(link) {
        Some(rest) => (rest, true),
        None => (link, false),
    };
    let (link, anchor) = match link.split_once('#') {
        Some((link, anchor)) => {
            (link, Some(decode(anchor.split(":~:").next().unwrap_or_default())))
        }
        None => (link, None),
    };
    let path = link.split('?').next().unwrap_or_default();
    let path = if from_root {
        normalise("", path)
    } else if path.is_empty() {
        page.to_owned()
    } else if path.starts_with('/') {
        let below = path.strip_prefix(base.path()).filter(|rest| rest.starts_with('/'));
        normalise("", below.unwrap_or(path))
    } else {
        normalise(page.rsplit_once('/').map_or("", |(folder, _)| folder), path)
    };
    Some(Target { path, anchor })
}

fn has_scheme(link: &str) -> bool {
    let end = link.find(':').filter(|&end| end > 0);
    end.is_some_and(|end| {
        link.starts_with(|c: char| c.is_ascii_alphabetic())
            && link[..end]
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    })
}

/// Puts `path` below `folder`, without `.` and `..`; a folder becomes its `index.html`.
pub(crate) fn normalise(folder: &str, path: &str) -> String {
    let mut parts: Vec<Cow<'_, str>> =
        folder.split('/').filter(|part| !part.is_empty()).map(Cow::Borrowed).collect();
    let mut is_folder = true;
    for part in path.split('/') {
        is_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(decode(part)),
        }
    }
    if is_folder {
        parts.push(Cow::Borrowed(INDEX));
    }
    parts.join("/")
}

fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_resolve_as_browsers_do() {
        let base = Base::new(Some("https://x.org/a/b"));
        for (page, link, path, anchor) in [
            ("c/index.html", "d/index.html", "c/d/index.html", None),
            ("c/index.html", "../e/#s1", "e/index.html", Some("s1")),
            ("c/index.html", "#s2", "c/index.html", Some("s2")),
            ("c/index.html", "", "c/index.html", None),
            ("c/index.html", "/a/b/site.css", "site.css", None),
            ("c/index.html", "/posts/x/", "posts/x/index.html", None),
            ("c/index.html", "https://x.org/a/b/", "index.html", None),
            ("c/index.html", "../../../x.pdf?y#page=2", "x.pdf", Some("page=2")),
            ("c/index.html", "caf%C3%A9/", "c/café/index.html", None),
            ("c/index.html", "#:~:text=x", "c/index.html", Some("")),
        ] {
            let expected = Target { path: path.into(), anchor: anchor.map(Into::into) };
            assert_eq!(resolve(&base, page, link), Some(expected), "{link}");
        }
    }

    #[test]
    fn other_sites_are_not_followed() {
        let base = Base::new(Some("https://x.org/a/b"));
        for link in ["https://y.org/", "//y.org/", "mailto:a@b.c", "https://x.org/other/", "tel:1"]
        {
            assert_eq!(resolve(&base, "index.html", link), None, "{link}");
        }
    }
}
