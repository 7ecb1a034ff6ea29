//! Addresses: a page's path in the site, and how another page, a feed or an export names it.
//!
//! Pages name each other relatively and by file (`../events/x/index.html`), so that a site works
//! under any sub-path and straight from a folder (`file://`, where `events/x/` would list the
//! folder). Canonical links, feeds and exports use the short form that servers understand.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What is escaped in the path of a URL.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// The file that a server answers a folder's address with.
pub(crate) const INDEX: &str = "index.html";

/// How a page writes links to other pages of the site.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Linker<'a> {
    /// Relatively, from the page at this path.
    From(&'a str),
    /// From the root of the server, below this path (`/a/b`, or nothing): for a page that is
    /// served under any address, as `404.html` is.
    Below(&'a str),
}

impl Linker<'_> {
    /// The link to the page at `path` in the site, which may end in `#anchor`.
    pub(crate) fn to(self, path: &str) -> String {
        let (path, anchor) = split_anchor(path);
        let mut link = match self {
            Self::From(from) => relative(from, path),
            Self::Below(base) => format!("{base}/{}", short(path)),
        };
        link.push_str(anchor);
        link
    }

    /// What stands before a path of the site to make a link of it: `../../`, or `/a/b/`.
    pub(crate) fn root(self) -> String {
        match self {
            Self::From(from) => "../".repeat(from.matches('/').count()),
            Self::Below(base) => format!("{base}/"),
        }
    }
}

/// Where the site will stand: scheme, host and path, or unknown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base {
    url: String,
}

impl Base {
    /// Of the setting `base_url`.
    pub(crate) fn new(base_url: Option<&str>) -> Self {
        Self { url: base_url.unwrap_or_default().trim_end_matches('/').to_owned() }
    }

    /// Whether absolute addresses can be made.
    pub(crate) fn is_known(&self) -> bool {
        !self.url.is_empty()
    }

    /// The address of the page at `path`: absolute when the base is known, else from the root.
    pub(crate) fn url(&self, path: &str) -> String {
        let (path, anchor) = split_anchor(path);
        format!("{}/{}{anchor}", self.url, short(path))
    }

    /// The path of the base on its server, without a slash at its end: `/a/b`, or nothing.
    pub(crate) fn path(&self) -> &str {
        let after_scheme = self.url.find("://").map_or(0, |at| at + 3);
        let rest = self.url.get(after_scheme..).unwrap_or_default();
        rest.find('/').map_or("", |at| &rest[at..])
    }

    /// What remains of an absolute address below the base, from its slash on.
    pub(crate) fn strip<'a>(&self, url: &'a str) -> Option<&'a str> {
        let rest = url.strip_prefix(self.url.as_str()).filter(|_| self.is_known())?;
        (rest.is_empty() || rest.starts_with(['/', '#', '?'])).then_some(rest)
    }
}

/// An address on the web, if that is what it is: content is not trusted to link to anything else.
pub(crate) fn web_address(url: &str) -> Option<String> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| url.to_owned())
}

fn split_anchor(path: &str) -> (&str, &str) {
    path.find('#').map_or((path, ""), |at| path.split_at(at))
}

/// The path as servers show it: a folder in place of its `index.html`.
fn short(path: &str) -> String {
    let path = match path.strip_suffix(INDEX) {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    encode(path)
}

fn encode(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// The link from the page at `from` to the page at `to`.
fn relative(from: &str, to: &str) -> String {
    let shared = shared_folders(from, to);
    let mut link = "../".repeat(from[shared..].matches('/').count());
    link.extend(utf8_percent_encode(&to[shared..], PATH));
    link
}

/// How many bytes the folders have that both paths begin with.
fn shared_folders(from: &str, to: &str) -> usize {
    let mut shared = 0;
    for (here, there) in from.split_inclusive('/').zip(to.split_inclusive('/')) {
        if here != there || !here.ends_with('/') {
            break;
        }
        shared += here.len();
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_link_to_each_other_relatively_and_by_file() {
        for (from, to, link) in [
            ("index.html", "clemency/index.html", "clemency/index.html"),
            ("clemency/index.html", "index.html", "../index.html"),
            ("clemency/index.html", "clemency/index.html", "index.html"),
            ("a/events/x/index.html", "a/b/c/index.html#s1", "../../b/c/index.html#s1"),
            ("a/index.html", "a/my photo.jpg", "my%20photo.jpg"),
            ("a/index.html", "a/b:c/index.html", "b%3Ac/index.html"),
        ] {
            assert_eq!(Linker::From(from).to(to), link);
        }
        assert_eq!(Linker::From("a/b/index.html").root(), "../../");
    }

    #[test]
    fn only_web_addresses_are_linked() {
        for (written, address) in [
            ("https://x.org/a", Some("https://x.org/a")),
            (" HTTP://x.org ", Some("HTTP://x.org")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("x.org", None),
        ] {
            assert_eq!(web_address(written).as_deref(), address);
        }
    }

    #[test]
    fn pages_that_are_served_anywhere_link_from_the_root() {
        assert_eq!(Linker::Below("/a/b").to("clemency/index.html"), "/a/b/clemency/");
        assert_eq!(Linker::Below("").to("site.css"), "/site.css");
        assert_eq!(Linker::Below("").to("index.html"), "/");
        assert_eq!(Linker::Below("/a/b").root(), "/a/b/");
    }

    #[test]
    fn addresses_are_absolute_when_the_base_is_known() {
        let base = Base::new(Some("https://x.org/a/b/"));
        assert_eq!(base.url("c/index.html#s1"), "https://x.org/a/b/c/#s1");
        assert_eq!(base.path(), "/a/b");
        assert_eq!(base.strip("https://x.org/a/b/c/"), Some("/c/"));
        assert_eq!(base.strip("https://x.org/a/bc/"), None);
        assert_eq!(Base::new(None).url("c/index.html"), "/c/");
        assert_eq!(Base::new(None).strip("/c/"), None);
        assert_eq!(Base::new(Some("https://x.org")).path(), "");
    }
}
