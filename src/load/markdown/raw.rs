//! Raw HTML in, harmless HTML out, one fragment at a time.
//!
//! A fragment is a block of HTML or a single tag between words. It is cleaned on its own, and what it
//! leaves open is told, so that [`html`](super::html) can close it in time.

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

/// HTML with the addresses of its links and pictures rewritten, where they stand in double quotes,
/// as the cleaner writes them.
pub(super) fn rewritten(html: &str, rewrite: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(tag) = rest.find('<') {
        out.push_str(&rest[..tag]);
        rest = &rest[tag..];
        // Attributes one by one: a `>` in quotes ends no tag.
        while let Some(at) = rest.find(['"', '>']) {
            let (before, quote) = (&rest[..at], rest.as_bytes()[at]);
            out.push_str(before);
            rest = &rest[at + 1..];
            if quote == b'>' {
                out.push('>');
                break;
            }
            let (value, behind) = rest.split_once('"').unwrap_or((rest, ""));
            let is_address = before.ends_with(" href=") || before.ends_with(" src=");
            let value =
                if is_address { escape(&rewrite(&unescape(value))) } else { value.to_owned() };
            out.push('"');
            out.push_str(&value);
            out.push('"');
            rest = behind;
        }
        if !rest.contains(['"', '>']) {
            break;
        }
    }
    out.push_str(rest);
    out
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
