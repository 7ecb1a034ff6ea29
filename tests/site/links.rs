//! Every link of the sample site leads somewhere: at the root, under a path, and from `file://`.
//!
//! This walks the published bytes with a reader of its own, not the program's.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use crate::folder::{Tree, build_samples};

#[test]
fn every_link_resolves_at_the_root() {
    let (_folder, tree) = build_samples(&[]);
    assert_eq!(broken(&tree, "/", None), BTreeSet::new());
}

#[test]
fn every_link_resolves_under_a_path() {
    let (_folder, tree) = build_samples(&["--base-url", "https://x.org/a/b/"]);
    assert_eq!(broken(&tree, "/a/b/", Some("https://x.org")), BTreeSet::new());
}

#[test]
fn every_link_resolves_from_files() {
    let (_folder, tree) = build_samples(&[]);
    let pages = Pages::of(&tree);
    let mut broken = BTreeSet::new();
    // A server answers with 404.html at any address, so its links cannot be relative.
    for (page, links) in pages.links.iter().filter(|(page, _)| **page != "404.html") {
        for link in links.iter().filter(|link| link.is_followed && !is_elsewhere(&link.target)) {
            let target = resolve(page, &link.target);
            if link.target.starts_with('/') || !pages.has(&target.0, target.1.as_deref()) {
                broken.insert(format!("{page} -> {}", link.target));
            }
        }
    }
    assert_eq!(broken, BTreeSet::new());
}

/// The links that a server at `base` would not answer.
fn broken(tree: &Tree, base: &str, host: Option<&str>) -> BTreeSet<String> {
    let pages = Pages::of(tree);
    let mut broken = BTreeSet::new();
    for (page, links) in &pages.links {
        let address = format!("{base}{page}");
        for Link { target, .. } in links {
            let local = host.and_then(|host| target.strip_prefix(host)).unwrap_or(target);
            if is_elsewhere(local) {
                continue;
            }
            let (path, anchor) = resolve(&address, local);
            let found = format!("/{path}").strip_prefix(base).is_some_and(|path| {
                let index = if path.is_empty() || path.ends_with('/') {
                    format!("{path}index.html")
                } else {
                    path.to_owned()
                };
                pages.has(&index, anchor.as_deref())
            });
            if !found {
                broken.insert(format!("{page} -> {target}"));
            }
        }
    }
    broken
}

/// What a site's pages hold.
struct Pages<'a> {
    links: BTreeMap<&'a str, Vec<Link>>,
    ids: BTreeMap<&'a str, BTreeSet<String>>,
    files: BTreeSet<&'a str>,
}

struct Link {
    target: String,
    /// Whether a browser loads it or a reader clicks on it; a canonical link is only read.
    is_followed: bool,
}

impl<'a> Pages<'a> {
    fn of(tree: &'a Tree) -> Self {
        let mut pages = Self {
            links: BTreeMap::new(),
            ids: BTreeMap::new(),
            files: tree.keys().map(String::as_str).collect(),
        };
        for (path, bytes) in tree.iter().filter(|(path, _)| is_page(path)) {
            let html = std::str::from_utf8(bytes).unwrap();
            let (mut links, mut ids) = (Vec::new(), BTreeSet::new());
            for tag in tags(html) {
                let is_followed = !matches!(tag.get("rel"), Some("canonical" | "alternate"));
                let targets = ["href", "src"].into_iter().filter_map(|name| tag.get(name));
                links.extend(targets.map(|target| Link { target: target.into(), is_followed }));
                ids.extend(tag.get("id").map(str::to_owned));
            }
            pages.links.insert(path, links);
            pages.ids.insert(path, ids);
        }
        assert!(pages.links.values().flatten().count() > 100, "the sample site has links");
        pages
    }

    fn has(&self, path: &str, anchor: Option<&str>) -> bool {
        let anchored = |anchor| self.ids.get(path).is_some_and(|ids| ids.contains(anchor));
        self.files.contains(path) && anchor.is_none_or(anchored)
    }
}

/// A start tag's attributes.
struct Tag(BTreeMap<String, String>);

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The start tags of a page. Values stand in quotes, as the theme and the Markdown writer put them.
fn tags(html: &str) -> Vec<Tag> {
    let starts = html.split('<').filter(|text| text.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts
        .map(|text| {
            let mut attributes = BTreeMap::new();
            let mut rest =
                text.split_once(|c: char| c.is_whitespace()).map_or("", |(_, rest)| rest);
            while let Some((name, after)) = rest.split_once("=\"") {
                let Some((value, next)) = after.split_once('"') else { break };
                let name = name.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
                if name.contains('>') {
                    break;
                }
                attributes.insert(name.to_owned(), unescaped(value));
                rest = next;
                if rest.starts_with('>') {
                    break;
                }
            }
            Tag(attributes)
        })
        .collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&#x2F;", "/").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn is_elsewhere(link: &str) -> bool {
    ["http://", "https://", "mailto:", "data:", "//"].iter().any(|start| link.starts_with(start))
}

/// The path, without the slash at its beginning, and the anchor to which a link leads.
fn resolve(page: &str, link: &str) -> (String, Option<String>) {
    let (address, anchor) = match link.split_once('#') {
        Some((address, anchor)) => (address, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (link, None),
    };
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let anchor = anchor.map(decoded);
    let address = decoded(address.split('?').next().unwrap());
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match address.as_str() {
        "" => page.to_owned(),
        rooted if rooted.starts_with('/') => rooted.to_owned(),
        relative => format!("{folder}/{relative}"),
    };
    let mut parts = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let slash = if whole.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    (parts.join("/") + slash, anchor)
}

fn is_page(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "html")
}
