//! Where the links of a site lead: every one to a page of the site, and its anchor to one there.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use crate::{
    diag::{Diagnostic, show::plural},
    render::{Rendered, Site},
};

/// What a page's links ask of other pages, and what it offers to theirs.
#[derive(Default)]
pub(super) struct PageLinks {
    /// Links to no page, as written.
    broken: BTreeSet<String>,
    /// Anchors that other pages must have, with the path of the page.
    wanted: BTreeSet<(String, String)>,
    anchors: BTreeSet<String>,
}

impl PageLinks {
    /// The links of the page at `path`.
    pub(super) fn of(path: &str, rendered: &Rendered, site: &Site) -> Self {
        let mut links = Self { anchors: rendered.anchors.iter().cloned().collect(), ..Self::default() };
        for href in &rendered.links {
            match Target::of(path, href) {
                Target::Elsewhere => {}
                Target::Outside => {
                    links.broken.insert(href.clone());
                }
                Target::Page { path, anchor } => match page_at(&path, site) {
                    None => {
                        links.broken.insert(href.clone());
                    }
                    Some(page) => {
                        let page = page.to_owned();
                        links.wanted.extend(anchor.filter(|_| page.ends_with(".html")).map(|a| (page, a)));
                    }
                },
            }
        }
        links
    }
}

/// Errors about links to pages and anchors that are not there: one for each, however many pages have it.
pub(super) fn check(pages: &[(&str, PageLinks)]) -> Vec<Diagnostic> {
    let anchors: BTreeMap<&str, &BTreeSet<String>> =
        pages.iter().map(|(path, links)| (*path, &links.anchors)).collect();
    let has = |page: &str, anchor: &str| anchors.get(page).is_some_and(|all| all.contains(anchor));
    let mut faults: BTreeMap<(&'static str, String), Vec<&str>> = BTreeMap::new();
    for (path, links) in pages {
        for href in &links.broken {
            let message = format!("the link `{href}` leads to no page of the site");
            faults.entry(("broken-link", message)).or_default().push(path);
        }
        for (page, anchor) in links.wanted.iter().filter(|(page, anchor)| !has(page, anchor)) {
            let message = format!("a link leads to `#{anchor}` of `{page}`, which has no such anchor");
            faults.entry(("broken-anchor", message)).or_default().push(path);
        }
    }
    faults.into_iter().map(|((code, message), pages)| fault(code, message, &pages)).collect()
}

fn fault(code: &'static str, message: String, pages: &[&str]) -> Diagnostic {
    let first = pages.first().copied().unwrap_or_default();
    let note = match pages.len() {
        0 | 1 => format!("it stands on `{first}`"),
        more => format!("it stands on `{first}` and {}", plural(more - 1, "other page")),
    };
    Diagnostic::error(code, message).note(note).hint("mend the link, or write the whole URL of a page elsewhere")
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// To another site, or nowhere that can be checked: `mailto:`.
    Elsewhere,
    /// Above the site's root.
    Outside,
    /// Into the site.
    Page { path: String, anchor: Option<String> },
}

impl Target {
    /// Where `href` leads from the page at `from`.
    fn of(from: &str, href: &str) -> Self {
        let href = href.trim();
        if href.starts_with("//") || has_scheme(href) {
            return Self::Elsewhere;
        }
        let (address, anchor) = match href.split_once('#') {
            Some((address, anchor)) => (address, Some(anchor)),
            None => (href, None),
        };
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let anchor = anchor
            .map(|anchor| anchor.split(":~:").next().unwrap_or_default())
            .filter(|anchor| !matches!(*anchor, "" | "top"))
            .map(decoded);
        let address = decoded(address.split('?').next().unwrap_or_default());
        if address.is_empty() {
            return Self::Page { path: from.to_owned(), anchor };
        }
        match resolve(from, &address) {
            Some(path) => Self::Page { path, anchor },
            None => Self::Outside,
        }
    }
}

fn has_scheme(href: &str) -> bool {
    href.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// The path below the root to which `address` leads from the page `from`; none above the root.
fn resolve(from: &str, address: &str) -> Option<String> {
    let (mut parts, address): (Vec<&str>, &str) = match address.strip_prefix('/') {
        Some(rooted) => (Vec::new(), rooted),
        None => (from.split('/').collect(), address),
    };
    parts.pop(); // the page itself; what is left is its folder
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let is_folder = address.is_empty() || address.ends_with(['/', '.']) && !address.ends_with("...");
    let mut path = parts.join("/");
    if is_folder && !path.is_empty() {
        path.push('/');
    }
    Some(path)
}

/// The page that a server, or a browser on files, shows for a path.
fn page_at<'a>(path: &str, site: &'a Site) -> Option<&'a str> {
    let index = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        format!("{path}/index.html")
    };
    let found = site.pages.get_key_value(path).or_else(|| site.pages.get_key_value(&index));
    found.map(|(path, _)| path.as_str())
}

#[cfg(test)]
mod tests {
    use super::{PageLinks, Target, check};
    use crate::render::{Page, Rendered, Site};

    fn leads_to(from: &str, href: &str) -> String {
        match Target::of(from, href) {
            Target::Elsewhere => "elsewhere".into(),
            Target::Outside => "outside".into(),
            Target::Page { path, anchor: None } => path,
            Target::Page { path, anchor: Some(anchor) } => format!("{path}#{anchor}"),
        }
    }

    #[test]
    fn links_resolve_as_browsers_do() {
        for (href, target) in [
            ("../", "a/"),
            ("../../", ""),
            ("../..", ""),
            (".", "a/b/"),
            ("c.html?x#s1", "a/b/c.html#s1"),
            ("#s%C3%A9", "a/b/index.html#sé"),
            ("#", "a/b/index.html"),
            ("#top", "a/b/index.html"),
            ("/x/", "x/"),
            ("../../../x", "outside"),
            ("https://example.org/", "elsewhere"),
            ("//example.org/", "elsewhere"),
            ("mailto:a@example.org", "elsewhere"),
            ("./12:30/", "a/b/12:30/"),
        ] {
            assert_eq!(leads_to("a/b/index.html", href), target, "{href}");
        }
    }

    #[test]
    fn broken_links_and_anchors_are_named_once() {
        let pages = ["index.html", "a/index.html"].map(|p| (p.to_owned(), Page::Bytes(b"")));
        let site = Site { pages: pages.into(), ..Site::default() };
        let page = |links: &[&str], anchors: &[&str]| Rendered {
            bytes: Vec::new(),
            links: links.iter().map(ToString::to_string).collect(),
            anchors: anchors.iter().map(ToString::to_string).collect(),
        };
        let home = page(&["a/", "a/#s1", "a/#s2", "b/", "/b/"], &[]);
        let other = page(&["../", "../b/", "b/"], &["s1"]);
        let links = [
            ("index.html", PageLinks::of("index.html", &home, &site)),
            ("a/index.html", PageLinks::of("a/index.html", &other, &site)),
        ];
        let messages: Vec<_> = check(&links).into_iter().map(|d| d.message).collect();
        assert_eq!(
            messages,
            [
                "a link leads to `#s2` of `a/index.html`, which has no such anchor",
                "the link `../b/` leads to no page of the site",
                "the link `/b/` leads to no page of the site",
                "the link `b/` leads to no page of the site",
            ]
        );
    }
}
