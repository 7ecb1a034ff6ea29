//! Raw HTML in, harmless HTML out, one fragment at a time.
//!
//! A fragment is a block of HTML or a single tag between words. It is cleaned on its own, and what it
//! leaves open is told, so that [`html`](super::html) can close it in time.

use super::Shown;

/// Where raw HTML stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Context {
    /// Between words, where a paragraph must not end.
    Inline,
    /// Between paragraphs.
    Block,
}

impl Context {
    /// What cleans raw HTML there; no link may stand in a link.
    pub(super) fn cleaner(self, in_link: bool) -> ammonia::Builder<'static> {
        let mut cleaner = ammonia::Builder::default();
        // No link opens a window of its own, so none needs a `rel`, which one without `href` must not have.
        cleaner.link_rel(None);
        if self == Self::Inline {
            cleaner.tags(PHRASING.iter().copied().collect());
        }
        if in_link {
            cleaner.rm_tags(["a"]);
        }
        cleaner
    }
}

/// Raw HTML, cleaned.
pub(super) struct Fragment {
    /// Up to its end.
    pub(super) html: String,
    /// The elements that are open there, the outermost first.
    pub(super) open: Vec<String>,
}

impl Fragment {
    /// Cleans `html`. A private character is put at its end before and looked for after: what the
    /// cleaner closes behind it is what the fragment left open.
    pub(super) fn clean(html: &str, cleaner: &ammonia::Builder<'_>) -> Self {
        const END: char = '\u{E000}';
        let marked = format!("{}{END}", html.replace(END, ""));
        let clean = cleaner.clean(&marked).to_string();
        // A fragment that ends in a comment or in quotes swallows its end, and an entity can stand
        // for the same character: only end tags up to the last byte prove that it is the one.
        let split = clean
            .rsplit_once(END)
            .and_then(|(html, behind)| Some((html.to_owned(), end_tags(behind)?)));
        match split {
            Some((html, open)) => Self { html, open },
            None => Self { html: clean, open: Vec::new() },
        }
    }
}

/// What may stand between words.
const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The elements that a text closes, the outermost first, if it does nothing else.
fn end_tags(html: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some((name, behind)) = closing_tag(rest) {
        names.push(name);
        rest = behind;
    }
    names.reverse();
    rest.is_empty().then_some(names)
}

/// Splits the end tag off with which a text begins.
pub(super) fn closing_tag(html: &str) -> Option<(String, &str)> {
    let (name, rest) = html.trim_start().strip_prefix("</")?.split_once('>')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric());
    is_name.then(|| (name.to_ascii_lowercase(), rest))
}

/// How addresses in HTML are made to work on the page.
#[derive(Clone, Copy)]
pub(super) struct Rewrite<'a> {
    pub(super) link: &'a dyn Fn(&str) -> String,
    /// How pictures are shown; as they are written where absent.
    pub(super) picture: Option<&'a dyn Fn(&str) -> Shown>,
}

impl Rewrite<'_> {
    /// HTML with the addresses of its links and pictures rewritten, where they stand in double quotes,
    /// as the cleaner writes them.
    pub(super) fn html(self, html: &str, mut in_link: bool) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let (tag, behind) = Tag::read(rest);
            let Some(behind) = behind else { break };
            match (tag.name, self.picture) {
                ("<img", Some(shown)) => out.push_str(&tag.picture(shown, in_link)),
                _ => out.push_str(&tag.rewritten(self.link)),
            }
            match tag.name {
                "<a" => in_link = true,
                "</a" => in_link = false,
                _ => {}
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// The addresses of the pictures in raw HTML, and whether each says what it shows.
pub(super) fn pictures(html: &str) -> Vec<(String, bool)> {
    let html = Context::Block.cleaner(false).clean(html).to_string();
    let mut found = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (tag, behind) = Tag::read(&rest[at..]);
        if tag.name == "<img"
            && let Some(src) = tag.value("src")
        {
            found.push((src, tag.value("alt").is_some()));
        }
        rest = behind.unwrap_or_default();
    }
    found
}

/// A tag, in pieces.
struct Tag<'a> {
    /// With what it begins with: `<img`, `</a`.
    name: &'a str,
    /// Its attributes in double quotes: what stands before the quote, and the value between.
    attributes: Vec<(&'a str, &'a str)>,
    /// What stands behind them.
    end: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag that `html` begins with, and what follows; nothing where it has no end.
    fn read(html: &'a str) -> (Self, Option<&'a str>) {
        let name = html.split(|c: char| c.is_whitespace() || c == '>' || c == '"').next();
        let name = name.unwrap_or_default();
        let mut tag = Self { name, attributes: Vec::new(), end: "" };
        let mut rest = html;
        // Attributes one by one: a `>` in quotes ends no tag.
        while let Some(at) = rest.find(['"', '>']) {
            if rest.as_bytes()[at] == b'>' {
                tag.end = &rest[..=at];
                return (tag, Some(&rest[at + 1..]));
            }
            let before = &rest[..at];
            let (value, behind) = rest[at + 1..].split_once('"').unwrap_or((&rest[at + 1..], ""));
            tag.attributes.push((before, value));
            rest = behind;
        }
        (tag, None)
    }

    /// The value of an attribute.
    fn value(&self, name: &str) -> Option<String> {
        let is_it = |before: &str| {
            before
                .strip_suffix('=')
                .is_some_and(|it| it.split_whitespace().next_back() == Some(name))
        };
        let found = self.attributes.iter().find(|(before, _)| is_it(before));
        found.map(|(_, value)| unescape(value))
    }

    /// The tag with its addresses rewritten.
    fn rewritten(&self, rewrite: &dyn Fn(&str) -> String) -> String {
        let mut out = String::new();
        for (before, value) in &self.attributes {
            let is_address = before.ends_with(" href=") || before.ends_with(" src=");
            out.push_str(before);
            out.push('"');
            if is_address {
                out.push_str(&escape(&rewrite(&unescape(value))));
            } else {
                out.push_str(value);
            }
            out.push('"');
        }
        out + self.end
    }

    /// The tag of a picture, as it is shown.
    fn picture(&self, shown: &dyn Fn(&str) -> Shown, in_link: bool) -> String {
        let Some(src) = self.value("src") else { return self.rewritten(&str::to_owned) };
        match shown(&src) {
            Shown::Embedded(picture) => {
                let sized = self.value("width").is_none() && self.value("height").is_none();
                let tag = self.rewritten(&|_| picture.src.clone());
                let tag = tag.trim_end_matches('>');
                format!("{tag}{}>", picture.attributes(sized))
            }
            linked @ Shown::Linked(_) => {
                linked.html(&self.value("alt").unwrap_or_default(), in_link)
            }
        }
    }
}

/// Text for HTML and for attributes in double quotes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Undoes what the cleaner escapes in attributes.
fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&")
}
