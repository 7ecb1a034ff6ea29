//! HTML as it was written out, read again for two things: where its links lead, and which anchors
//! it has. It is a scanner of tags and attributes, no parser: what it reads came out of a template.

use std::{borrow::Cow, ops::Range};

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// The tag's name, as written.
    pub(crate) tag: &'a str,
    /// Its own name, as written.
    pub(crate) name: &'a str,
    /// Its value, as written: character references are not resolved.
    pub(crate) value: &'a str,
    /// Where the value stands, in bytes of the HTML.
    pub(crate) range: Range<usize>,
}

impl<'a> Attribute<'a> {
    /// Whether its value is the address of something that must exist.
    pub(crate) fn is_link(&self) -> bool {
        let is = |name: &str| self.name.eq_ignore_ascii_case(name);
        let href = is("href") && !self.tag.eq_ignore_ascii_case("base");
        href || is("src") || is("poster")
    }

    /// Whether its value is an anchor.
    pub(crate) fn is_anchor(&self) -> bool {
        self.name.eq_ignore_ascii_case("id")
            || (self.name.eq_ignore_ascii_case("name") && self.tag.eq_ignore_ascii_case("a"))
    }

    /// Its value, character references resolved.
    pub(crate) fn into_text(self) -> Cow<'a, str> {
        unescape(self.value)
    }
}

/// Calls `visit` with every attribute that has a value, in order.
pub(crate) fn attributes<'a>(html: &'a str, mut visit: impl FnMut(Attribute<'a>)) {
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        at += found + 1;
        if html[at..].starts_with("!--") {
            at = html[at..].find("-->").map_or(html.len(), |end| at + end + 3);
            continue;
        }
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = word(html, at, |b| b.is_ascii_whitespace() || b == b'>' || b == b'/');
        at = tag_attributes(html, at + tag.len(), tag, &mut visit);
        if ["script", "style"].iter().any(|raw| tag.eq_ignore_ascii_case(raw)) {
            let close = format!("</{}", tag.to_ascii_lowercase());
            at = html[at..].to_ascii_lowercase().find(&close).map_or(html.len(), |end| at + end);
        }
    }
}

/// Reads the attributes of `tag` from byte `at` on; the byte after the tag.
fn tag_attributes<'a>(
    html: &'a str,
    mut at: usize,
    tag: &'a str,
    visit: &mut impl FnMut(Attribute<'a>),
) -> usize {
    let bytes = html.as_bytes();
    let skip = |mut at: usize, also: u8| {
        while bytes.get(at).is_some_and(|&b| b.is_ascii_whitespace() || b == also) {
            at += 1;
        }
        at
    };
    loop {
        at = skip(at, b'/');
        match bytes.get(at) {
            None => return html.len(),
            Some(b'>') => return at + 1,
            Some(_) => {}
        }
        let name = word(html, at, |b| b.is_ascii_whitespace() || matches!(b, b'=' | b'>' | b'/'));
        let after = skip(at + name.len(), b' ');
        if bytes.get(after) != Some(&b'=') || name.is_empty() {
            // An attribute without a value; a stray `=` alone must not stop the walk.
            at = after + usize::from(name.is_empty());
            continue;
        }
        let from = skip(after + 1, b' ');
        let range = match bytes.get(from) {
            Some(&quote @ (b'"' | b'\'')) => {
                let start = from + 1;
                let length = html[start..].find(char::from(quote));
                start..length.map_or(html.len(), |n| start + n)
            }
            _ => from..from + word(html, from, |b| b.is_ascii_whitespace() || b == b'>').len(),
        };
        let quoted = usize::from(matches!(bytes.get(from), Some(b'"' | b'\'')));
        at = (range.end + quoted).min(html.len());
        visit(Attribute { tag, name, value: &html[range.clone()], range });
    }
}

/// The stretch from byte `at` to the first byte for which `ends` holds.
fn word(html: &str, at: usize, ends: impl Fn(u8) -> bool) -> &str {
    let rest = html.get(at..).unwrap_or_default();
    let end = rest.bytes().position(ends).unwrap_or(rest.len());
    // `ends` holds for ASCII only, so `end` is a border between characters.
    rest.get(..end).unwrap_or_default()
}

/// The character references that templates and Markdown write.
const REFERENCES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&#x2F;", "/"),
    // Last: what it yields must not be read again.
    ("&amp;", "&"),
];

/// Resolves character references.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let resolved =
        REFERENCES.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    Cow::Owned(resolved)
}

/// Writes text so that it can stand in HTML, in text and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(&str, &str, &str)> {
        let mut found = Vec::new();
        attributes(html, |a| found.push((a.tag, a.name, a.value)));
        found
    }

    #[test]
    fn attributes_are_found_however_they_are_quoted() {
        assert_eq!(
            read(r#"<a href="x y" hidden id='b'>t</a><img src=p.jpg><br/>"#),
            [("a", "href", "x y"), ("a", "id", "b"), ("img", "src", "p.jpg")]
        );
    }

    #[test]
    fn text_comments_and_scripts_hold_no_tags() {
        assert!(
            read("a < b <!-- <a href=x> --> <script>\"<a href='y'>\"</script> </p>").is_empty()
        );
    }

    #[test]
    fn broken_html_ends_the_walk_and_nothing_else() {
        for html in ["<a href=\"x", "<a href=", "<a =x>", "<a", "<", "<a href='é", "<é href=x>"] {
            let _ = read(html);
        }
        assert_eq!(read("<a href=\"x"), [("a", "href", "x")]);
    }

    #[test]
    fn escaping_and_resolving_are_each_others_inverse() {
        let text = r#"<a href="x" & 'y'>"#;
        assert_eq!(unescape(&escape(text)), text);
        assert_eq!(unescape("&amp;lt;"), "&lt;");
    }
}
