//! A text and the ranges to mark in; HTML out that is well nested whatever the text.
//!
//! ```text
//! events ── marks around pieces of text ── links checked ── raw HTML cleaned ──▶ push_html ──▶ Html
//! ```
//!
//! A mark may begin in the middle of an emphasis and end behind a link, so its pieces are wrapped one
//! by one. Raw HTML is cleaned fragment by fragment, and what a fragment leaves open is closed at the
//! latest with the Markdown element around it: no fragment can reach beyond.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    ops::Range,
};

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html::push_html};

use super::{
    Shown, Text, events, is_inline,
    raw::{Context, Fragment, Rewrite, closing_tag, escape},
};
use crate::{load::slug, source::Span};

/// How deep elements are nested on a page; deeper ones lose their markup and keep their text.
const MAX_DEPTH: usize = 64;

/// A stretch of the source to mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its anchor on the page: `s14`.
    pub id: String,
    /// Where it stands, in bytes of the source.
    pub span: Span,
    /// HTML that follows its last piece: the link to the event.
    pub after: String,
}

/// How a text is shown.
#[derive(Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// Whether raw HTML goes through as it is.
    pub raw_html: bool,
    /// Makes the address on the page of the address of a link as written.
    pub rewrite: &'a dyn Fn(&str) -> String,
    /// Says of a picture how it is shown, by its address as written.
    pub picture: &'a dyn Fn(&str) -> Shown,
}

/// HTML that can stand in a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// The Markdown as HTML, in which each text piece of a mark is `<mark class="evd">`, the first one
/// with the mark's anchor, and the last one followed by [`Mark::after`].
///
/// A mark without any visible text leaves its anchor at the top, so that no link to it breaks. Of
/// two marks that overlap, the later one begins where the earlier one ends.
///
/// ```
/// use std::sync::Arc;
/// use dateline::load::{Text, markdown::{HtmlOptions, Mark, Shown, to_html}};
/// use dateline::source::{Source, Span};
///
/// let source = Arc::new(Source::new("a.md", "Granted *on June 6.*"));
/// let body = Span { start: 0, end: source.text().len() };
/// let mark = Mark { id: "s1".into(), span: Span { start: 0, end: 19 }, after: "↩".into() };
/// let options =
///     HtmlOptions { raw_html: false, rewrite: &str::to_owned, picture: &Shown::at };
/// assert_eq!(
///     to_html(&Text { source, body }, &[mark], options).as_str(),
///     "<p><mark id=\"s1\" class=\"evd\">Granted </mark>\
///      <em><mark class=\"evd\">on June 6.</mark>↩</em></p>\n"
/// );
/// ```
#[must_use]
pub fn to_html(text: &Text, marks: &[Mark], options: HtmlOptions<'_>) -> Html {
    let markdown = text.markdown();
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by_key(|mark| mark.span);
    let mut writer = Writer {
        markdown,
        base: text.body.start,
        demoted: has_level_one(markdown),
        marks: Marks { list: sorted, ..Marks::default() },
        out: Vec::new(),
        open: Vec::new(),
        ids: BTreeMap::new(),
        footnotes: BTreeMap::new(),
        heading: None,
        options,
        cleaners: BTreeMap::new(),
    };
    let mut source = events(markdown);
    while let Some((event, range)) = source.next() {
        writer.take(event, range, &mut source);
    }
    writer.finish()
}

/// The page has its own heading of level one: those of a text move down if there is one among them.
fn has_level_one(markdown: &str) -> bool {
    markdown.contains(['#', '='])
        && events(markdown).any(|(event, _)| {
            matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }))
        })
}

/// An element that is open.
enum Open {
    /// Of Markdown. One that is not written stands too deep, or is a link that is refused.
    Markdown { written: bool, is_link: bool },
    /// Of raw HTML: its name.
    Raw(String),
}

/// The marks, and how far they are written.
#[derive(Default)]
struct Marks<'a> {
    list: Vec<&'a Mark>,
    /// The index of the mark that is being written or comes next.
    next: usize,
    /// Whether the mark has a piece already.
    begun: bool,
    /// Whether its element is open.
    open: bool,
    /// What follows marks that ended in a link, which cannot hold another link.
    pending: Vec<&'a str>,
    /// Marks that were written out of turn, in the captions of pictures.
    done: BTreeSet<usize>,
    /// Anchors of marks without visible text.
    lost: Vec<&'a str>,
}

struct Writer<'a, 'o> {
    markdown: &'a str,
    base: usize,
    demoted: bool,
    marks: Marks<'a>,
    out: Vec<Event<'a>>,
    open: Vec<Open>,
    /// The anchors of headings, and how often each was asked for.
    ids: BTreeMap<String, usize>,
    footnotes: BTreeMap<String, usize>,
    /// The index in `out` of the heading that is open.
    heading: Option<usize>,
    options: HtmlOptions<'o>,
    /// What cleans raw HTML, made when some is met: by context, and whether a link is open.
    cleaners: BTreeMap<(Context, bool), ammonia::Builder<'static>>,
}

impl<'a> Writer<'a, '_> {
    fn take(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
        rest: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    ) {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.image(&dest_url, &title, range, rest);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.start(Tag::CodeBlock(kind));
                self.verbatim(rest);
            }
            Event::Start(Tag::HtmlBlock) => self.html_block(rest),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::InlineHtml(html) | Event::Html(html) => {
                self.close_mark();
                self.raw(&html, Context::Inline);
            }
            Event::FootnoteReference(label) => {
                let label = self.footnote(&label);
                self.out.push(Event::FootnoteReference(label));
            }
            Event::Rule => {
                self.end_passage();
                self.out.push(Event::Rule);
            }
            other => self.out.push(other),
        }
    }

    fn finish(mut self) -> Html {
        self.end_passage();
        while let Some(open) = self.open.pop() {
            self.close_raw(open);
        }
        let mut html = String::with_capacity(self.markdown.len() * 2);
        while self.marks.next < self.marks.list.len() {
            self.next_mark();
        }
        for id in &self.marks.lost {
            // Writing to a string cannot fail.
            let _ = write!(html, "<span id=\"{}\"></span>", escape(id));
        }
        push_html(&mut html, self.out.into_iter());
        Html(html)
    }

    fn is_in_link(&self) -> bool {
        self.open.iter().any(Open::is_link)
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }
}

/// Elements of Markdown.
impl<'a> Writer<'a, '_> {
    fn start(&mut self, tag: Tag<'a>) {
        if is_inline(tag.to_end()) {
            self.close_mark();
        } else {
            self.end_passage();
        }
        let is_link = matches!(tag, Tag::Link { .. });
        let tag = if self.open.len() < MAX_DEPTH { self.prepared(tag) } else { None };
        self.open.push(Open::Markdown { written: tag.is_some(), is_link });
        self.out.extend(tag.map(Event::Start));
    }

    fn end(&mut self, tag: TagEnd) {
        if is_inline(tag) {
            self.close_mark();
        } else {
            self.end_passage();
        }
        if let TagEnd::Heading(_) = tag {
            self.name_heading();
        }
        while let Some(open) = self.open.pop() {
            match open {
                Open::Markdown { written, .. } => {
                    if !is_inline(tag) {
                        self.flush_pending();
                    }
                    if written {
                        self.out.push(Event::End(match tag {
                            TagEnd::Heading(level) => TagEnd::Heading(self.level(level)),
                            other => other,
                        }));
                    }
                    break;
                }
                raw @ Open::Raw(_) => self.close_raw(raw),
            }
        }
        if tag == TagEnd::Link {
            self.flush_pending();
        }
    }

    /// The tag as it is written; `None` if its text stands without it.
    fn prepared(&mut self, tag: Tag<'a>) -> Option<Tag<'a>> {
        Some(match tag {
            Tag::Heading { level, id, classes: _, attrs: _ } => {
                self.heading = Some(self.out.len());
                let level = self.level(level);
                Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }
            }
            Tag::Link { link_type, dest_url, title, id } => {
                let dest_url = match link_type {
                    LinkType::Email => dest_url,
                    _ => self.address(&dest_url)?.into(),
                };
                Tag::Link { link_type, dest_url, title, id }
            }
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.footnote(&label)),
            other => other,
        })
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        let below = usize::from(self.demoted) + level as usize;
        HeadingLevel::try_from(below).unwrap_or(HeadingLevel::H6)
    }

    /// Gives the heading that ends here its anchor: the one that is written, else of its words.
    fn name_heading(&mut self) {
        let Some(at) = self.heading.take() else { return };
        let words: String = self.out[at..]
            .iter()
            .map(|event| match event {
                Event::Text(text) | Event::Code(text) => text.as_ref(),
                _ => " ",
            })
            .collect();
        if let Event::Start(Tag::Heading { id, .. }) = &mut self.out[at] {
            let name = slug::of(id.as_deref().unwrap_or(&words));
            *id = Some(anchor(name, &mut self.ids).into());
        }
    }

    /// Numbers footnotes, so that no label can be an anchor that something else has.
    fn footnote(&mut self, label: &str) -> CowStr<'a> {
        let next = self.footnotes.len() + 1;
        let number = self.footnotes.entry(label.to_owned()).or_insert(next);
        format!("{FOOTNOTE}{number}").into()
    }

    /// An address on the page; `None` if it must not be followed.
    fn address(&self, written: &str) -> Option<String> {
        is_safe(written).then(|| (self.options.rewrite)(written))
    }

    /// Code is shown as it is, and never marked.
    fn verbatim(&mut self, rest: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) {
        for (event, _) in rest {
            if let Event::End(tag) = event {
                self.end(tag);
                return;
            }
            self.out.push(event);
        }
    }

    /// A picture, with its title as a caption below it. The marks inside its description and title
    /// enclose it as a whole.
    fn image(
        &mut self,
        address: &str,
        title: &str,
        range: Range<usize>,
        rest: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    ) {
        self.close_mark();
        let alt = description(rest);
        let span = Span { start: range.start + self.base, end: range.end + self.base };
        let marks = self.marks.inside(span);
        for (index, mark) in marks.iter().enumerate() {
            let id = escape(&mark.id);
            self.html(match index {
                0 => format!("<mark id=\"{id}\" class=\"evd\">"),
                _ => format!("<span id=\"{id}\"></span>"),
            });
        }
        if is_safe(address) {
            let in_link = self.is_in_link();
            self.html((self.options.picture)(address).html(&alt, in_link));
        } else {
            self.out.push(Event::Text(alt.into()));
        }
        if !title.trim().is_empty() {
            self.html(format!("<span class=\"caption\">{}</span>", escape(title)));
        }
        if !marks.is_empty() {
            self.html("</mark>");
        }
        self.marks.pending.extend(marks.iter().map(|mark| mark.after.as_str()));
        self.flush_pending();
    }
}

/// Marks.
impl<'a> Writer<'a, '_> {
    fn text(&mut self, text: &CowStr<'a>, range: Range<usize>) {
        // An entity or an escape stands for other text than its source: it is one piece.
        let is_verbatim = self.markdown.get(range.clone()) == Some(&**text);
        let mut at = range.start;
        while at < range.end {
            while self.marks.is_past(at + self.base) {
                self.next_mark();
            }
            let (cut, is_marked) = self.marks.cut(&(at + self.base..range.end + self.base));
            let (end, piece) = if is_verbatim {
                let end = self.border(at, cut - self.base);
                (end, self.markdown[at..end].into())
            } else {
                (range.end, text.clone())
            };
            if is_marked {
                self.open_mark();
            }
            self.out.push(Event::Text(piece));
            if is_marked && self.marks.ends_by(end + self.base) {
                self.next_mark();
            }
            at = end;
        }
    }

    /// The end of a piece on the border of a character, ahead of where it starts.
    fn border(&self, start: usize, end: usize) -> usize {
        let floor = self.markdown.floor_char_boundary(end);
        if floor > start { floor } else { self.markdown.ceil_char_boundary(end.max(start + 1)) }
    }

    fn open_mark(&mut self) {
        if self.marks.open {
            return;
        }
        let Some(mark) = self.marks.list.get(self.marks.next) else { return };
        let html = if self.marks.begun {
            "<mark class=\"evd\">".to_owned()
        } else {
            format!("<mark id=\"{}\" class=\"evd\">", escape(&mark.id))
        };
        self.html(html);
        self.marks.open = true;
        self.marks.begun = true;
    }

    fn close_mark(&mut self) {
        if std::mem::take(&mut self.marks.open) {
            self.html("</mark>");
        }
    }

    /// Ends the mark that has begun: no sentence crosses the border of a passage.
    fn end_passage(&mut self) {
        if self.marks.begun {
            self.next_mark();
        }
        self.flush_pending();
    }

    fn next_mark(&mut self) {
        self.close_mark();
        self.marks.advance();
        self.flush_pending();
    }

    /// Writes what follows the marks that have ended, outside of any link.
    fn flush_pending(&mut self) {
        if self.marks.pending.is_empty() {
            return;
        }
        if !self.is_in_link() {
            for after in std::mem::take(&mut self.marks.pending) {
                self.html(after);
            }
        }
    }
}

impl<'a> Marks<'a> {
    /// Whether the mark at hand ends at or before `byte`, or is written already.
    fn is_past(&self, byte: usize) -> bool {
        self.done.contains(&self.next) || self.ends_by(byte)
    }

    /// Where the stretch that begins with `piece` ends, and whether it is marked.
    fn cut(&self, piece: &Range<usize>) -> (usize, bool) {
        match self.list.get(self.next) {
            Some(mark) if mark.span.start <= piece.start => (mark.span.end.min(piece.end), true),
            Some(mark) => (mark.span.start.min(piece.end), false),
            None => (piece.end, false),
        }
    }

    fn ends_by(&self, byte: usize) -> bool {
        self.list.get(self.next).is_some_and(|mark| mark.span.end <= byte)
    }

    /// Leaves the mark behind: what follows it is due, or its anchor is lost.
    fn advance(&mut self) {
        if let Some(mark) = self.list.get(self.next)
            && !self.done.contains(&self.next)
        {
            if self.begun {
                self.pending.push(&mark.after);
            } else {
                self.lost.push(&mark.id);
            }
        }
        self.next += 1;
        self.begun = false;
    }

    /// Takes the marks that stand inside `span`, out of turn.
    fn inside(&mut self, span: Span) -> Vec<&'a Mark> {
        let first = self.list.partition_point(|mark| mark.span.start < span.start);
        let started = self.list[first..].iter().take_while(|mark| mark.span.start < span.end);
        let indices = (first..).zip(started).filter(|(_, mark)| mark.span.end <= span.end);
        let taken: Vec<(usize, &Mark)> = indices.map(|(index, mark)| (index, *mark)).collect();
        self.done.extend(taken.iter().map(|(index, _)| *index));
        taken.into_iter().map(|(_, mark)| mark).collect()
    }
}

/// Raw HTML.
impl<'a> Writer<'a, '_> {
    fn html_block(&mut self, rest: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) {
        self.end_passage();
        let mut html = String::new();
        for (event, _) in rest {
            match event {
                Event::Html(line) | Event::Text(line) => html.push_str(&line),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        self.raw(&html, Context::Block);
    }

    fn raw(&mut self, html: &str, context: Context) {
        if self.options.raw_html {
            let html = Rewrite { link: self.options.rewrite, picture: None }.html(html, false);
            self.html(html);
            return;
        }
        let mut rest = html;
        while let Some((name, behind)) = closing_tag(rest) {
            self.close_named(&name);
            rest = behind;
        }
        if rest.trim().is_empty() {
            return;
        }
        let in_link = self.is_in_link();
        let cleaner = self.cleaners.entry((context, in_link));
        let fragment = Fragment::clean(rest, cleaner.or_insert_with(|| context.cleaner(in_link)));
        let HtmlOptions { rewrite: link, picture, .. } = self.options;
        let html = Rewrite { link, picture: Some(picture) }.html(&fragment.html, in_link);
        self.html(html);
        // A link around whole paragraphs would keep every other link out of them.
        let around = context == Context::Block && fragment.open.iter().any(|name| name == "a");
        if around || self.open.len() + fragment.open.len() > MAX_DEPTH {
            let closing = fragment.open.iter().rev().map(|name| format!("</{name}>"));
            let closing: String = closing.collect();
            self.html(closing);
        } else {
            self.open.extend(fragment.open.into_iter().map(Open::Raw));
        }
    }

    /// Closes the raw element `name`, unless a Markdown element that is open stands around the end tag
    /// only.
    fn close_named(&mut self, name: &str) {
        let raw = self.open.iter().rev().map_while(|open| match open {
            Open::Raw(name) => Some(name),
            Open::Markdown { .. } => None,
        });
        let Some(above) = raw.into_iter().position(|open| open == name) else { return };
        for _ in 0..=above {
            if let Some(open) = self.open.pop() {
                self.close_raw(open);
            }
        }
        self.flush_pending();
    }

    fn close_raw(&mut self, open: Open) {
        if let Open::Raw(name) = open {
            self.html(format!("</{name}>"));
        }
    }
}

impl Open {
    fn is_link(&self) -> bool {
        match self {
            Self::Markdown { is_link, .. } => *is_link,
            Self::Raw(name) => name == "a",
        }
    }
}

/// Schemes that a link may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Whether an address has a harmless scheme or none. Browsers drop white space and control
/// characters in a scheme, so they are dropped here before it is looked at.
pub(super) fn is_safe(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    match plain.find([':', '/', '?', '#']) {
        Some(at) if plain.as_bytes()[at] == b':' => {
            SCHEMES.contains(&plain[..at].to_ascii_lowercase().as_str())
        }
        _ => true,
    }
}

/// The text that describes a picture: everything up to its end, without markup.
pub(super) fn description<'a>(
    rest: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
) -> String {
    let mut text = String::new();
    let mut depth = 1_usize;
    for (event, _) in rest {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    text
}

/// What the labels of footnotes begin with.
const FOOTNOTE: &str = "fn-";

/// An anchor that nothing else on the page has: `s` with a number is a sentence's.
fn anchor(name: Option<String>, taken: &mut BTreeMap<String, usize>) -> String {
    let name = name.unwrap_or_else(|| "section".into());
    let is_sentence =
        name.strip_prefix('s').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let name =
        if is_sentence || name.starts_with(FOOTNOTE) { format!("section-{name}") } else { name };
    loop {
        let times = taken.entry(name.clone()).or_insert(0);
        *times += 1;
        let candidate = if *times == 1 { name.clone() } else { format!("{name}-{times}") };
        // `Part 2` may stand before the second `Part`.
        if candidate == name || !taken.contains_key(&candidate) {
            taken.entry(candidate.clone()).or_insert(1);
            return candidate;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{Embedded, HtmlOptions, Mark, SIZES, tests::text},
        *,
    };

    /// What every picture has.
    const LAZY: &str = " loading=\"lazy\" decoding=\"async\"";

    const PILL: &str = "<a class=\"pill\" href=\"#e\">↩</a>";

    /// The HTML of a text in which the words between `⟦` and `⟧` are marked.
    fn marked(markdown: &str) -> String {
        let mut plain = String::new();
        let mut spans = Vec::new();
        for piece in markdown.split('⟦') {
            match piece.split_once('⟧') {
                None => plain.push_str(piece),
                Some((inside, after)) => {
                    let start = plain.len();
                    plain.push_str(inside);
                    spans.push(start..plain.len());
                    plain.push_str(after);
                }
            }
        }
        let text = text(&plain);
        let base = text.body.start;
        let mark = |(index, span): (usize, &Range<usize>)| Mark {
            id: format!("s{}", index + 1),
            span: Span { start: base + span.start, end: base + span.end },
            after: "PILL".into(),
        };
        let marks: Vec<Mark> = spans.iter().enumerate().map(mark).collect();
        let rewrite = |address: &str| match address.strip_prefix('/') {
            Some(rest) => format!("../{rest}"),
            None => address.to_owned(),
        };
        let picture = |address: &str| match address.strip_prefix("https://") {
            Some(_) => Shown::Linked(address.to_owned()),
            None => Shown::at(&rewrite(address)),
        };
        let options = HtmlOptions { raw_html: false, rewrite: &rewrite, picture: &picture };
        let html = to_html(&text, &marks, options).into_string();
        html.replace('\n', "").replace("PILL", "↩").replace(LAZY, "")
    }

    #[test]
    fn marks_are_wrapped_piece_by_piece() {
        for (markdown, html) in [
            ("a ⟦b c.⟧ d", "<p>a <mark id=\"s1\" class=\"evd\">b c.</mark>↩ d</p>"),
            (
                "a ⟦b *c d⟧ e*",
                "<p>a <mark id=\"s1\" class=\"evd\">b </mark><em><mark class=\"evd\">c d</mark>↩ e</em></p>",
            ),
            (
                "⟦a [b⟧ c](u) d",
                "<p><mark id=\"s1\" class=\"evd\">a </mark><a href=\"u\"><mark class=\"evd\">b</mark> c</a>↩ d</p>",
            ),
            ("⟦a &amp; b \\* c⟧", "<p><mark id=\"s1\" class=\"evd\">a &amp; b * c</mark>↩</p>"),
            ("⟦a `x` b⟧", "<p><mark id=\"s1\" class=\"evd\">a <code>x</code> b</mark>↩</p>"),
            (
                "⟦one⟧ ⟦two⟧",
                "<p><mark id=\"s1\" class=\"evd\">one</mark>↩ <mark id=\"s2\" class=\"evd\">two</mark>↩</p>",
            ),
            (
                "> - ⟦a⟧",
                "<blockquote><ul><li><mark id=\"s1\" class=\"evd\">a</mark>↩</li></ul></blockquote>",
            ),
            (
                "x ![⟦alt⟧](/a.jpg \"T\") y",
                "<p>x <mark id=\"s1\" class=\"evd\"><img src=\"../a.jpg\" alt=\"alt\"><span class=\"caption\">T</span></mark>↩ y</p>",
            ),
            (
                "⟦x ![⟦alt⟧](a.jpg) y⟧",
                "<p>x <mark id=\"s1\" class=\"evd\"><img src=\"a.jpg\" alt=\"alt\"></mark>↩ y⟧</p>",
            ),
            (
                "a <i>⟦b</i> c⟧",
                "<p>a <i><mark id=\"s1\" class=\"evd\">b</mark></i><mark class=\"evd\"> c</mark>↩</p>",
            ),
            ("a <i⟦⟧> c", "<span id=\"s1\"></span><p>a <i> c</i></p>"),
        ] {
            assert_eq!(marked(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn addresses_are_rewritten_or_dropped() {
        for (markdown, html) in [
            ("[a](/x/)", "<p><a href=\"../x/\">a</a></p>"),
            ("[a](other.md \"t\")", "<p><a href=\"other.md\" title=\"t\">a</a></p>"),
            (
                "<mailto:a@b.org> <a@b.org>",
                "<p><a href=\"mailto:a@b.org\">mailto:a@b.org</a> <a href=\"mailto:a@b.org\">a@b.org</a></p>",
            ),
            ("[a](javascript:alert(1))", "<p>a</p>"),
            ("[a](JaVaScript:alert)", "<p>a</p>"),
            ("[a](<java\tscript:alert>)", "<p>a</p>"),
            ("[a](&#x6A;avascript&colon;alert)", "<p>a</p>"),
            ("[a](&#1;javascript:alert)", "<p>a</p>"),
            ("[a](vbscript:x) [b](data:text/html,x)", "<p>a b</p>"),
            ("<javascript:alert>", "<p>javascript:alert</p>"),
            ("![a](data:image/svg+xml,x)", "<p>a</p>"),
            ("[a](x/y:z)", "<p><a href=\"x/y:z\">a</a></p>"),
            ("<a href=\"/x\">a</a>", "<p><a href=\"../x\">a</a></p>"),
        ] {
            assert_eq!(marked(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn a_picture_that_stands_elsewhere_is_linked() {
        for (markdown, html) in [
            ("![A *b*](https://x/a.jpg)", "<p><a href=\"https://x/a.jpg\">A b</a></p>"),
            ("![](https://x/a.jpg)", "<p><a href=\"https://x/a.jpg\">https://x/a.jpg</a></p>"),
            ("[![a](https://x/a.jpg)](u)", "<p><a href=\"u\">a</a></p>"),
            (
                "![\"&lt;script>' onerror=x](https://x/?a&b=\"<)",
                "<p><a href=\"https://x/?a&amp;b=&quot;&lt;\">&quot;&lt;script&gt;&#39; onerror=x</a></p>",
            ),
            (
                "a <img src='https://x/a.jpg' alt='b' onload=c>",
                "<p>a <a href=\"https://x/a.jpg\">b</a></p>",
            ),
            (
                "<a href=\"u\"><img src=\"https://x/a.jpg\" alt=\"b\"></a>",
                "<p><a href=\"u\">b</a></p>",
            ),
            (
                "<div><img src=\"https://x/a.jpg\"></div>",
                "<div><a href=\"https://x/a.jpg\">https://x/a.jpg</a></div>",
            ),
            ("![\"a\"](b.jpg)", "<p><img src=\"b.jpg\" alt=\"&quot;a&quot;\"></p>"),
        ] {
            assert_eq!(marked(markdown), html, "{markdown}");
        }
    }

    #[test]
    fn a_picture_says_how_large_it_is() {
        let set = Some("a-480w.jpg 480w, a.jpg 900w".to_owned());
        let picture = |src: &str| {
            Shown::Embedded(Embedded {
                src: src.into(),
                size: Some((900, 600)),
                srcset: set.clone(),
            })
        };
        let options = HtmlOptions { raw_html: false, rewrite: &str::to_owned, picture: &picture };
        let html = |markdown: &str| to_html(&text(markdown), &[], options).into_string();
        let set = format!("srcset=\"a-480w.jpg 480w, a.jpg 900w\" sizes=\"{SIZES}\"{LAZY}");
        let markdown = html("![b](a.jpg)");
        let sized =
            format!("<p><img src=\"a.jpg\" alt=\"b\" width=\"900\" height=\"600\" {set}></p>\n");
        assert_eq!(markdown, sized);
        // Whoever writes HTML may have a size in mind.
        let raw = html("<img width=\"300\" src=\"a.jpg\" alt=\"\">");
        assert_eq!(raw, format!("<img width=\"300\" src=\"a.jpg\" alt=\"\" {set}>"));
    }

    #[test]
    fn raw_html_is_cleaned_and_stays_in_its_place() {
        for (markdown, html) in [
            ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
            ("<script>alert(1)</script>", ""),
            ("a <script>alert(1)</script> b", "<p>a alert(1) b</p>"),
            ("<b onclick=\"x\" id=\"s1\" class=\"evd\">x", "<p><b>x</b></p>"),
            ("a <div>b</div> </p> c", "<p>a b  c</p>"),
            ("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>"),
            (
                "<details><summary>More</summary>\n\nText\n\n</details>\n\nEnd",
                "<details><summary>More</summary><p>Text</p></details><p>End</p>",
            ),
            ("> <div>\n\nEnd", "<blockquote><div></div></blockquote><p>End</p>"),
            (
                "<div title=\"\n\n⟦June⟧ onmouseover=alert(1)\n\n\">",
                "<p><mark id=\"s1\" class=\"evd\">June</mark>↩ onmouseover=alert(1)</p><p>\"&gt;</p>",
            ),
            ("<!--\n\n⟦June⟧ 6", ""),
            ("[a <a href=\"x\">b</a>](u)", "<p><a href=\"u\">a b</a></p>"),
            ("<img src=x onerror=alert(1)>", "<img src=\"x\">"),
            (
                "<div title=\"&#xE000; onclick=alert(1) x=\">x</div><!--",
                "<div title=\"\u{E000} onclick=alert(1) x=\">x</div>",
            ),
            ("<b>&#xE000;x</b><!--", "<p><b>\u{E000}x</b>&lt;!--</p>"),
            ("<div>&#xE000;x</div><!--", "<div>\u{E000}x</div>"),
            ("<td>x</td><style>a</style>", ""),
        ] {
            let found = marked(markdown);
            if html.is_empty() {
                assert!(!found.contains("script") && !found.contains("style"), "{found}");
            } else {
                assert_eq!(found, html, "{markdown}");
            }
        }
    }

    #[test]
    fn raw_html_goes_through_where_it_is_allowed() {
        let text = text("<video src=\"/a.mp4\" onplay='x()'></video>\n\na <x-y>b</x-y>");
        let rewrite = |address: &str| format!("..{address}");
        let html = to_html(
            &text,
            &[],
            HtmlOptions { raw_html: true, rewrite: &rewrite, picture: &Shown::at },
        );
        assert_eq!(
            html.as_str().replace('\n', ""),
            "<p><video src=\"../a.mp4\" onplay='x()'></video></p><p>a <x-y>b</x-y></p>"
        );
    }

    #[test]
    fn headings_have_anchors_of_their_own() {
        assert_eq!(
            marked(
                "## The *end*\n## The end\n## S14\n## {#fn-1}x\n## 東京\n## Two {#The-end}\n[^s1] a\n\n[^s1]: b"
            ),
            "<h2 id=\"the-end\">The <em>end</em></h2><h2 id=\"the-end-2\">The end</h2>\
             <h2 id=\"section-s14\">S14</h2><h2 id=\"section-fn-1-x\">{#fn-1}x</h2><h2 id=\"dong-jing\">東京</h2>\
             <h2 id=\"the-end-3\">Two</h2><p><sup class=\"footnote-reference\"><a href=\"#fn-1\">1</a></sup> a</p>\
             <div class=\"footnote-definition\" id=\"fn-1\"><sup class=\"footnote-definition-label\">1</sup><p>b</p></div>"
        );
        assert_eq!(marked("# A\n\n## B"), "<h2 id=\"a\">A</h2><h3 id=\"b\">B</h3>");
    }

    /// The elements of HTML that are opened and not closed in order, if any.
    fn badly_nested(html: &str) -> Option<String> {
        const VOID: [&str; 5] = ["img", "br", "hr", "input", "wbr"];
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            if tag.starts_with('/') {
                if open.pop() != Some(name) {
                    return Some(format!("</{name}>"));
                }
            } else if !VOID.contains(&name) {
                open.push(name);
            }
        }
        open.pop().map(str::to_owned)
    }

    proptest! {
        #[test]
        fn whatever_is_marked_is_well_nested(
            markdown in "([a-c .]|\\*|\\*\\*|_|~~|`|\\[|\\]\\(u\\)|!\\[|<b>|</b>|<a href=\"x\">|</a>|<div>|</div>|\n|\n\n|> |- |# |&amp;|é|\\||\\|\n\\|-\\|\n){0,40}",
            cuts in prop::collection::vec((0_usize..60, 1_usize..30), 0..5),
        ) {
            let text = text(&markdown);
            let marks: Vec<Mark> = cuts.iter().enumerate().map(|(index, (start, length))| Mark {
                id: format!("s{index}"),
                span: Span { start: text.body.start + start, end: text.body.start + start + length },
                after: PILL.into(),
            }).collect();
            let options = HtmlOptions { raw_html: false, rewrite: &str::to_owned, picture: &Shown::at };
            let html = to_html(&text, &marks, options).into_string();
            prop_assert_eq!(badly_nested(&html), None, "{}", html);
            for mark in &marks {
                let id = format!("id=\"{}\"", mark.id);
                prop_assert_eq!(html.matches(&id).count(), 1, "{} in {}", id, html);
            }
            let unmarked = to_html(&text, &[], options).into_string();
            let plain = |html: &str| {
                let html = html.replace(PILL, "");
                html.split('<').map(|t| t.split_once('>').map_or(t, |(_, t)| t)).collect::<String>().replace('\n', "")
            };
            prop_assert_eq!(plain(&html), plain(&unmarked));
        }
    }
}
