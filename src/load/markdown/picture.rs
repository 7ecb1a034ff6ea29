//! The pictures of a text: how one is shown, and which there are.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Text, events,
    html::{description, is_safe},
    raw::{self, escape},
};
use crate::source::Span;

/// How a picture is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// On the page.
    Embedded(Embedded),
    /// By a link to this address: what stands elsewhere is not fetched by the page.
    Linked(String),
}

/// A picture on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embedded {
    /// Its address.
    pub src: String,
    /// Its width and height in pixels, where they are known.
    pub size: Option<(u32, u32)>,
    /// Its versions and how wide they are, where there are several: `a-480w.jpg 480w, a.jpg 1200w`.
    pub srcset: Option<String>,
}

/// How wide a picture of several versions stands on its page: the column of the text, or the screen.
pub const SIZES: &str = "(min-width: 44rem) 42rem, 100vw";

impl Shown {
    /// At this address, and nothing known of it.
    #[must_use]
    pub fn at(address: &str) -> Self {
        Self::Embedded(Embedded { src: address.to_owned(), ..Embedded::default() })
    }

    /// As HTML. In a link, where no other link can stand, a picture that is not embedded is its
    /// description alone.
    pub(super) fn html(&self, alt: &str, in_link: bool) -> String {
        match self {
            Self::Embedded(picture) => {
                let (src, alt) = (escape(&picture.src), escape(alt));
                format!("<img src=\"{src}\" alt=\"{alt}\"{}>", picture.attributes(true))
            }
            Self::Linked(address) => {
                let text = escape(if alt.trim().is_empty() { address } else { alt });
                if in_link { text } else { format!("<a href=\"{}\">{text}</a>", escape(address)) }
            }
        }
    }
}

impl Embedded {
    /// What stands in its tag besides address and description; without its size where the writer has
    /// given one.
    pub(super) fn attributes(&self, sized: bool) -> String {
        let size = self.size.filter(|_| sized);
        let size = size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
        let srcset = self.srcset.as_deref();
        let srcset = srcset.map(|set| format!(" srcset=\"{}\" sizes=\"{SIZES}\"", escape(set)));
        let lazy = " loading=\"lazy\" decoding=\"async\"".to_owned();
        [size, srcset, Some(lazy)].into_iter().flatten().collect()
    }
}

/// A picture of a text, as its writer wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its address.
    pub address: String,
    /// Whether it says what it shows, or in HTML that it only decorates (`alt=""`).
    pub described: bool,
    /// Where it stands, in bytes of the source.
    pub span: Span,
}

/// The pictures of a text, in order: those of Markdown and, unless raw HTML goes through as it is,
/// those of HTML.
///
/// ```
/// use std::sync::Arc;
/// use dateline::{load::{Text, markdown}, source::{Source, Span}};
///
/// let source = Arc::new(Source::new("a.md", "See ![A bridge](a.jpg)."));
/// let body = Span { start: 0, end: source.text().len() };
/// let pictures = markdown::pictures(&Text { source, body }, false);
/// assert_eq!((pictures[0].address.as_str(), pictures[0].described), ("a.jpg", true));
/// ```
#[must_use]
pub fn pictures(text: &Text, raw_html: bool) -> Vec<Written> {
    let markdown = text.markdown();
    // Most texts have none, and need not be parsed to know it.
    let may_have = |mark: &str| markdown.contains(mark);
    if !may_have("![") && (raw_html || !["<img", "<IMG", "<Img"].into_iter().any(may_have)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut source = events(markdown);
    while let Some((event, range)) = source.next() {
        let span = Span { start: range.start + text.body.start, end: range.end + text.body.start };
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                let described = !description(&mut source).trim().is_empty();
                found.push(Written { address: dest_url.into_string(), described, span });
            }
            Event::Start(Tag::HtmlBlock) if !raw_html => {
                let html = block(&mut source);
                found.extend(of_html(&html, span));
            }
            Event::InlineHtml(html) if !raw_html => found.extend(of_html(&html, span)),
            _ => {}
        }
    }
    found.retain(|picture| is_safe(&picture.address));
    found
}

/// A block of HTML, up to its end.
fn block<'a>(rest: &mut impl Iterator<Item = (Event<'a>, std::ops::Range<usize>)>) -> String {
    let lines = rest.map(|(event, _)| event).take_while(|it| *it != Event::End(TagEnd::HtmlBlock));
    lines
        .filter_map(|event| match event {
            Event::Html(line) | Event::Text(line) => Some(line.into_string()),
            _ => None,
        })
        .collect()
}

fn of_html(html: &str, span: Span) -> impl Iterator<Item = Written> {
    raw::pictures(html).into_iter().map(move |(address, described)| Written {
        address,
        described,
        span,
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tests::text, *};

    fn found(markdown: &str) -> Vec<(String, bool, String)> {
        let text = text(markdown);
        let source = text.source.text();
        let found = pictures(&text, false).into_iter();
        let place = |span: Span| source[span.start..span.end].trim().to_owned();
        found.map(|it| (it.address, it.described, place(it.span))).collect()
    }

    #[test]
    fn the_pictures_of_a_text_and_where_they_stand() {
        for (markdown, expected) in [
            ("A [link](a.jpg), `![code](b.jpg)`, \\![no](c.jpg)", &[][..]),
            ("é ![A *b*](a.jpg) x", &[("a.jpg", true, "![A *b*](a.jpg)")]),
            ("![](a.jpg \"T\")", &[("a.jpg", false, "![](a.jpg \"T\")")]),
            ("![a][r]\n\n[r]: b.png", &[("b.png", true, "![a][r]")]),
            ("x <img src=a.jpg> y", &[("a.jpg", false, "<img src=a.jpg>")]),
            ("x <IMG alt='' src='a.jpg'> y", &[("a.jpg", true, "<IMG alt='' src='a.jpg'>")]),
            (
                "<div>\n<img src=\"a.jpg\" alt=\"b\">\n</div>\n\n![c](d.png)",
                &[
                    ("a.jpg", true, "<div>\n<img src=\"a.jpg\" alt=\"b\">\n</div>"),
                    ("d.png", true, "![c](d.png)"),
                ],
            ),
            ("![a](data:image/png;base64,x)", &[]),
        ] {
            let expected: Vec<_> =
                expected.iter().map(|(a, d, s)| ((*a).to_owned(), *d, (*s).to_owned())).collect();
            assert_eq!(found(markdown), expected, "{markdown}");
        }
        assert!(pictures(&text("<img src=\"a.jpg\">"), true).is_empty());
    }
}
