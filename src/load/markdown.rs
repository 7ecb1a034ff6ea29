//! Markdown in; out comes what there is to read ([`read`]), what there is to show ([`to_html`]), or which
//! pictures there are ([`pictures`]).
//!
//! ```text
//! Text ── pulldown-cmark ──▶ events with byte ranges ─┬─ read ──▶ passages, each with its map
//!                                                     └─ to_html ──▶ HTML, marked ranges wrapped
//! ```
//!
//! Both read one and the same event stream, so a sentence that was read is found again on its page.

mod html;
mod picture;
mod raw;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::Text;
use crate::source::{Passage, PassageKind, Span, TextMap};

pub use html::{Html, HtmlOptions, Mark, to_html};
pub use picture::{Embedded, SIZES, Shown, Written, pictures};

fn events(markdown: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(markdown, options).into_offset_iter()
}

/// What there is to read in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// From top to bottom.
    pub passages: Vec<Passage>,
    /// The headings among them.
    pub headings: Vec<HeadingPlace>,
}

/// A heading and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingPlace {
    /// The index of its passage.
    pub passage: usize,
    /// 1 to 6.
    pub level: u8,
    /// With its markup, in bytes of the source.
    pub span: Span,
}

/// Finds the passages of a text: plain text, each character mapped to the byte of the source where
/// it stands. Code, raw HTML, addresses and footnote marks are not read; a space stands for them.
///
/// ```
/// use std::sync::Arc;
/// use dateline::{load::{Text, markdown}, source::{Source, Span}};
///
/// let source = Arc::new(Source::new("a.md", "Granted *on June 6*."));
/// let body = Span { start: 0, end: source.text().len() };
/// let outline = markdown::read(&Text { source, body });
/// assert_eq!(outline.passages[0].text, "Granted on June 6.");
/// assert_eq!(outline.passages[0].source_span(&(8..17)), Span { start: 9, end: 18 });
/// ```
#[must_use]
pub fn read(text: &Text) -> Outline {
    let markdown = text.markdown();
    let mut reader = Reader { markdown, base: text.body.start, ..Reader::default() };
    for (event, range) in events(markdown) {
        reader.take(&event, range);
    }
    reader.flush();
    reader.outline
}

/// Whether an element stands between words, and not between paragraphs.
fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Collects passages while events go by.
#[derive(Default)]
struct Reader<'a> {
    markdown: &'a str,
    base: usize,
    outline: Outline,
    /// The blocks that are open, as the kind of passage that their text makes.
    blocks: Vec<PassageKind>,
    /// The passage that is being written.
    current: Draft,
    /// The captions that are being written, of pictures in pictures.
    captions: Vec<(Draft, Option<Passage>)>,
    /// The links that are open, and whether they are bare addresses.
    links: Vec<bool>,
    /// How many elements are open whose text is not read: code blocks, bare addresses.
    unread: usize,
}

/// A passage that is being written.
#[derive(Default)]
struct Draft {
    text: String,
    map: TextMap,
}

impl Draft {
    fn push(&mut self, text: &str, source: usize) {
        if !text.is_empty() {
            self.map.push(self.text.len(), source);
            self.text.push_str(text);
        }
    }

    /// Adds text, whose spaces do not double those that stand there.
    fn push_words(&mut self, text: &str, source: usize) {
        let has_space = self.text.is_empty() || self.text.ends_with(char::is_whitespace);
        let words = if has_space { text.trim_start_matches(' ') } else { text };
        self.push(words, source + text.len() - words.len());
    }

    /// Keeps the words apart between which something was left out.
    fn part(&mut self, source: usize) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.push(" ", source);
        }
    }

    fn finish(self, kind: PassageKind) -> Option<Passage> {
        let Self { mut text, map } = self;
        text.truncate(text.trim_end().len());
        (!text.is_empty()).then_some(Passage { kind, text, map })
    }
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(*tag, &range),
            Event::Text(text) if self.unread == 0 => {
                let at = range.start + self.base;
                self.draft().push_words(text, at);
            }
            Event::Rule => self.flush(),
            _ => self.part(&range),
        }
    }

    fn draft(&mut self) -> &mut Draft {
        self.captions.last_mut().map_or(&mut self.current, |(draft, _)| draft)
    }

    fn part(&mut self, range: &Range<usize>) {
        let at = range.start + self.base;
        self.draft().part(at);
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Image { title, .. } => {
                self.part(range);
                self.captions.push((Draft::default(), self.title(title, range)));
            }
            Tag::Link { link_type, .. } => {
                let is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(is_address);
                self.unread += usize::from(is_address);
            }
            _ if is_inline(tag.to_end()) => {}
            _ => self.open(tag),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        self.flush();
        self.unread += usize::from(is_unread(tag.to_end()));
        self.blocks.push(match tag {
            Tag::Heading { .. } => PassageKind::Heading,
            Tag::BlockQuote(_) => PassageKind::Quote,
            Tag::Item => PassageKind::Item,
            Tag::TableCell => PassageKind::Cell,
            _ => self.kind(),
        });
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Image => {
                if let Some((alt, title)) = self.captions.pop() {
                    self.outline.passages.extend(alt.finish(PassageKind::Caption));
                    self.outline.passages.extend(title);
                }
            }
            TagEnd::Link => {
                let is_address = self.links.pop().unwrap_or(false);
                self.unread = self.unread.saturating_sub(is_address.into());
            }
            _ if is_inline(tag) => {}
            _ => self.close(tag, range),
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        let passage = self.outline.passages.len();
        self.flush();
        if let TagEnd::Heading(level) = tag
            && passage < self.outline.passages.len()
        {
            let span = Span { start: range.start + self.base, end: range.end + self.base };
            self.outline.headings.push(HeadingPlace { passage, level: level as u8, span });
        }
        self.unread = self.unread.saturating_sub(is_unread(tag).into());
        self.blocks.pop();
    }

    fn kind(&self) -> PassageKind {
        self.blocks.last().copied().unwrap_or(PassageKind::Paragraph)
    }

    fn flush(&mut self) {
        let draft = std::mem::take(&mut self.current);
        self.outline.passages.extend(draft.finish(self.kind()));
    }

    /// The title of a picture, which stands somewhere behind the start of `range`.
    fn title(&self, title: &str, range: &Range<usize>) -> Option<Passage> {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        // Behind the address; a title with escapes is not found as it is, and mapped roughly.
        let at = written.rfind(title).unwrap_or(0);
        let mut draft = Draft::default();
        draft.push(title, self.base + range.start + at);
        draft.finish(PassageKind::Caption)
    }
}

/// Whether a block holds what is not read.
fn is_unread(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::source::Source;
    use PassageKind::{Caption, Cell, Heading, Item, Paragraph, Quote};

    pub(super) fn text(markdown: &str) -> Text {
        // Something stands before the body, so that no offset is right by chance.
        let front = "---\ntitle: é\n---\n";
        let source = Source::new("a.md", format!("{front}{markdown}"));
        let body = Span { start: front.len(), end: source.text().len() };
        Text { source: Arc::new(source), body }
    }

    fn passages(markdown: &str) -> Vec<(PassageKind, String)> {
        read(&text(markdown)).passages.into_iter().map(|p| (p.kind, p.text)).collect()
    }

    #[test]
    fn what_is_read_and_as_what() {
        for (markdown, expected) in [
            ("", &[][..]),
            ("One *two* __three__ ~~four~~.", &[(Paragraph, "One two three four.")]),
            ("June\r\n6 and  \r\nthen\\\nend", &[(Paragraph, "June 6 and then end")]),
            ("AT&amp;T, 5 \\* 3, &#8212; \\# no", &[(Paragraph, "AT&T, 5 * 3, — # no")]),
            ("See [June 6](https://x/2018/01/01 \"t\").", &[(Paragraph, "See June 6.")]),
            ("a`1996`b and <https://x.org/1996/> end", &[(Paragraph, "a b and end")]),
            ("a<br>b <!-- 1996 --> c", &[(Paragraph, "a b c")]),
            (
                "Text[^1] more.\n\n[^1]: A note.",
                &[(Paragraph, "Text more."), (Paragraph, "A note.")],
            ),
            (
                "# A *b* {#id}\n\nText\n\nSet\n===",
                &[(Heading, "A b"), (Paragraph, "Text"), (Heading, "Set")],
            ),
            ("> One\n>\n> two\n> three", &[(Quote, "One"), (Quote, "two three")]),
            (
                "- one\n- two\n\n  more\n  - deep",
                &[(Item, "one"), (Item, "two"), (Item, "more"), (Item, "deep")],
            ),
            ("1. a\n   > q", &[(Item, "a"), (Quote, "q")]),
            ("| a | b |\n|---|---|\n| c \\| d | |", &[(Cell, "a"), (Cell, "b"), (Cell, "c | d")]),
            ("```\n1996\n```\n\n    1996\n\n<div>1996</div>\n\nx", &[(Paragraph, "x")]),
            (
                "Before ![June *6*](a.jpg \"The meeting\") after.",
                &[(Caption, "June 6"), (Caption, "The meeting"), (Paragraph, "Before after.")],
            ),
            ("![](a.jpg)", &[]),
            ("a\n\n---\n\nb", &[(Paragraph, "a"), (Paragraph, "b")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(k, t)| (*k, (*t).to_owned())).collect();
            assert_eq!(passages(markdown), expected, "{markdown:?}");
        }
    }

    #[test]
    fn a_passage_knows_where_it_stands() {
        for (markdown, words) in [
            ("One *two* three", "two three"),
            ("Ünï [June 6](u), é &amp; x.", "June 6"),
            ("a\r\nb &eacute; `code` \\*last*", "*last"),
            ("> q\n> June 6", "June 6"),
            ("| a | June 6 |\n|-|-|", "June 6"),
            ("![alt](a.jpg \"June 6\")", "June 6"),
        ] {
            let text = text(markdown);
            let outline = read(&text);
            let found = outline.passages.iter().find_map(|p| p.text.find(words).map(|at| (p, at)));
            let (passage, at) = found.unwrap_or_else(|| panic!("{words} in {markdown}"));
            let span = passage.source_span(&(at..at + words.len()));
            let there = &text.source.text()[span.start..span.end];
            assert_eq!(there.chars().next(), words.chars().next(), "{markdown}");
            assert_eq!(there.chars().last(), words.chars().last(), "{markdown}");
        }
    }

    #[test]
    fn depth_and_length_cost_no_stack_and_little_time() {
        let nested = [
            "[".repeat(10_000),
            "> ".repeat(10_000),
            "![".repeat(10_000),
            "*a **a ".repeat(10_000),
            "- ".repeat(10_000),
            "<b>".repeat(10_000),
            "a ".repeat(500_000),
            "# a\n".repeat(10_000),
            "[^a] ".repeat(10_000) + "\n\n[^a]: x",
        ];
        for markdown in nested {
            let text = text(&markdown);
            let _ = read(&text);
            let options =
                HtmlOptions { raw_html: false, rewrite: &str::to_owned, picture: &Shown::at };
            let html = to_html(&text, &[], options);
            assert!(html.as_str().len() < markdown.len() * 40 + 1000, "{}", &markdown[..10]);
        }
    }

    proptest! {
        #[test]
        fn every_character_comes_from_its_source(markdown in "([a-zé .&*_\\[\\]()`<>#!|\n-]|\\\\\\*|&amp;){0,80}") {
            let text = text(&markdown);
            for passage in read(&text).passages {
                prop_assert_eq!(passage.text.trim(), passage.text.as_str());
                for (at, c) in passage.text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
                    let span = passage.source_span(&(at..at + c.len_utf8()));
                    let there = &text.source.text()[span.start..span.end];
                    prop_assert_eq!(there, c.to_string());
                }
            }
        }
    }
}
