//! A file's text in, its front matter as typed values and the span of its Markdown out.
//!
//! ```text
//! text ── split ──▶ fence, body ── node ──▶ tree ── fields ──▶ settings or article as written
//! ```
//!
//! Which keys there are is said here, once: by asking for them.

use std::sync::Arc;

use jiff::civil::Date;

use super::{
    Alias, DeclaredEvent, Image,
    fields::Fields,
    node::{self, Content, Node},
};
use crate::{
    diag::Diagnostic,
    event::Kind,
    settings::{Articles, EventPages, Review, Written},
    source::{DateOrder, Source, Span},
    temporal::value::When,
};

/// A file in its two parts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FrontMatter {
    /// What stands between the fences.
    pub(crate) node: Option<Node>,
    /// Where the Markdown stands.
    pub(crate) body: Span,
}

/// The form of a front matter, by its fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Yaml,
    Toml,
}

impl Form {
    fn opened_by(line: &str) -> Option<Self> {
        match line.trim_end() {
            "---" => Some(Self::Yaml),
            "+++" => Some(Self::Toml),
            _ => None,
        }
    }

    fn fence(self) -> &'static str {
        match self {
            Self::Yaml => "---",
            Self::Toml => "+++",
        }
    }

    /// Whether a line looks like one of this front matter, and not like prose below a rule.
    fn owns(self, line: &str) -> bool {
        let separator = match self {
            Self::Yaml => ':',
            Self::Toml => '=',
        };
        let key = line.split_once(separator).map(|(key, _)| key.trim_end());
        key.is_some_and(|key| {
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        })
    }
}

/// Where the parts of a text stand.
struct Parts {
    form: Form,
    matter: Span,
    body: usize,
}

/// Splits a text and reads its front matter. What cannot be read is `None`, with its diagnostic.
pub(crate) fn read(source: &Arc<Source>, sink: &mut Vec<Diagnostic>) -> Option<FrontMatter> {
    let text = source.text();
    let whole = Span { start: 0, end: text.len() };
    let parts = match split(source) {
        Ok(Some(parts)) => parts,
        Ok(None) => return Some(FrontMatter { node: None, body: whole }),
        Err(fault) => {
            sink.push(fault);
            return None;
        }
    };
    if let Some(fault) = doubled(source, parts.body) {
        sink.push(fault);
        return None;
    }
    let node = match parts.form {
        Form::Yaml => node::yaml(source, parts.matter, sink),
        Form::Toml => node::toml(source, parts.matter),
    };
    match node {
        Ok(node) => {
            let body = Span { start: parts.body, end: text.len() };
            Some(FrontMatter { node: (!node.is_null()).then_some(node), body })
        }
        Err(fault) => {
            sink.push(fault);
            None
        }
    }
}

fn split(source: &Arc<Source>) -> Result<Option<Parts>, Diagnostic> {
    let text = source.text();
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    // An indented fence is Markdown; only blank lines may stand before one.
    let indented = !(start == 0 || text[..start].ends_with('\n'));
    let Some(form) = Form::opened_by(first).filter(|_| !indented) else { return Ok(None) };
    let matter = start + first.len();
    let mut at = matter;
    for line in lines {
        let end = line.trim_end();
        if end == form.fence() || (form == Form::Yaml && end == "...") {
            let body = at + line.len();
            return Ok(Some(Parts { form, matter: Span { start: matter, end: at }, body }));
        }
        at += line.len();
    }
    let next = text[matter..].lines().find(|line| !line.trim().is_empty());
    if !next.is_some_and(|line| form.owns(line)) {
        return Ok(None); // a rule above prose
    }
    let fence = form.fence();
    Err(Diagnostic::error(
        "unclosed-front-matter",
        format!("the front matter has no closing `{fence}`"),
    )
    .at(source, Span { start, end: start + first.trim_end().len() })
    .label("opened here")
    .hint(format!("put a line with `{fence}` alone below the last key")))
}

/// A second front matter right below the first one: pasted twice, or left by another tool.
fn doubled(source: &Arc<Source>, body: usize) -> Option<Diagnostic> {
    let rest = &source.text()[body..];
    let start = rest.len() - rest.trim_start().len();
    let mut lines = rest[start..].lines();
    let fence = lines.next()?;
    let form = Form::opened_by(fence)?;
    let owned = lines.next().is_some_and(|line| form.owns(line));
    let closed = lines.any(|line| line.trim_end() == form.fence());
    (owned && closed).then(|| {
        let at = body + start;
        Diagnostic::error("doubled-front-matter", "a second front matter follows the first")
            .at(source, Span { start: at, end: at + fence.trim_end().len() })
            .hint("merge the two: a file has one front matter, at its top")
    })
}

/// What an article's front matter says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ArticleMatter {
    pub(crate) title: Option<(String, Option<Span>)>,
    pub(crate) date: Option<Date>,
    pub(crate) updated: Option<Date>,
    pub(crate) expires: Option<Date>,
    pub(crate) draft: bool,
    pub(crate) extract: Option<bool>,
    pub(crate) author: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) date_order: Option<DateOrder>,
    pub(crate) people: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) slug: Option<String>,
    pub(crate) slug_place: Option<Span>,
    pub(crate) aliases: Vec<Alias>,
    pub(crate) image: Option<Image>,
    pub(crate) events: Vec<DeclaredEvent>,
    pub(crate) extra: serde_json::Map<String, serde_json::Value>,
}

const DATE_ORDERS: &[(&str, DateOrder)] =
    &[("mdy", DateOrder::Mdy), ("dmy", DateOrder::Dmy), ("ymd", DateOrder::Ymd)];
const ARTICLES: &[(&str, Articles)] =
    &[("full", Articles::Full), ("quotes", Articles::Quotes), ("none", Articles::None)];
const EVENT_PAGES: &[(&str, EventPages)] =
    &[("all", EventPages::All), ("key", EventPages::Key), ("none", EventPages::None)];
const REVIEWS: &[(&str, Review)] = &[("open", Review::Open), ("required", Review::Required)];
const KINDS: &[(&str, Kind)] = &[("happened", Kind::Happened), ("planned", Kind::Planned)];

/// Reads the front matter of an article.
pub(crate) fn article(
    source: &Arc<Source>,
    node: Option<&Node>,
    sink: &mut Vec<Diagnostic>,
) -> ArticleMatter {
    let Some(mut fields) = fields(source, node, "an article", sink) else {
        return ArticleMatter::default();
    };
    let title = fields.text("title", "A day in June", sink);
    let title_span = fields.span("title");
    let slug = slug(&mut fields, sink);
    let matter = ArticleMatter {
        title: title.map(|title| one_line(source, &title, title_span)),
        date: fields.date("date", sink),
        updated: fields.date("updated", sink),
        expires: fields.date("expires", sink),
        draft: fields.switch("draft", sink).unwrap_or(false),
        extract: fields.switch("extract", sink),
        author: fields.text("author", "Ann Example", sink),
        publisher: fields.text("publisher", "Example Courier", sink),
        url: web_address(&mut fields, "url", sink),
        language: language(&mut fields, sink),
        date_order: fields.word("date_order", DATE_ORDERS, sink),
        people: fields.texts("people", "[Alice Marie Johnson]", sink),
        places: fields.texts("places", "[Memphis]", sink),
        tags: fields.texts("tags", "[clemency, prison]", sink),
        slug_place: slug.as_ref().and_then(|_| fields.span("slug")),
        slug,
        aliases: aliases(source, &mut fields, sink),
        image: image(source, &mut fields, sink),
        events: events(source, &mut fields, sink),
        extra: extra(&mut fields, sink),
    };
    fields.finish(sink);
    matter
}

/// Reads the settings of the site (`owner` is `the site`) or of a story.
pub(crate) fn settings(
    source: &Arc<Source>,
    node: Option<&Node>,
    level: Level,
    sink: &mut Vec<Diagnostic>,
) -> Written {
    let Some(mut fields) = fields(source, node, level.owner(), sink) else {
        return Written::default();
    };
    let markdown = fields.node("markdown");
    let written = Written {
        title: fields.text("title", "The road to clemency", sink),
        description: fields.text("description", "How it came about", sink),
        base_url: match level {
            Level::Site => base_url(&mut fields, sink),
            Level::Story => None,
        },
        language: language(&mut fields, sink),
        date_order: fields.word("date_order", DATE_ORDERS, sink),
        author: fields.text("author", "Ann Example", sink),
        contact: fields.text("contact", "desk@example.org", sink),
        articles: fields.word("articles", ARTICLES, sink),
        event_pages: fields.word("event_pages", EVENT_PAGES, sink),
        min_confidence: fields.parsed(
            "min_confidence",
            "a number from 0 to 1",
            "0.5",
            sink,
            |text| text.parse::<f64>().ok().filter(|n| (0.0..=1.0).contains(n)),
        ),
        review: fields.word("review", REVIEWS, sink),
        key_events: fields.parsed("key_events", "a whole number or `auto`", "12", sink, |text| {
            if text == "auto" { Some(None) } else { text.parse().ok().map(Some) }
        }),
        raw_html: markdown.and_then(|node| raw_html(source, node, sink)),
        extra: extra(&mut fields, sink),
    };
    min_version(&mut fields, sink);
    fields.finish(sink);
    written
}

/// Whose settings are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// `content/_index.md`.
    Site,
    /// `content/<story>/_index.md`.
    Story,
}

impl Level {
    fn owner(self) -> &'static str {
        match self {
            Self::Site => "the site",
            Self::Story => "a story",
        }
    }
}

fn fields<'a>(
    source: &'a Arc<Source>,
    node: Option<&'a Node>,
    owner: &'static str,
    sink: &mut Vec<Diagnostic>,
) -> Option<Fields<'a>> {
    Fields::of(source, node?, owner).map_err(|fault| sink.push(fault)).ok()
}

/// A title on one line, and where its text stands if it is there as it is.
fn one_line(source: &Source, title: &str, span: Option<Span>) -> (String, Option<Span>) {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let place = span.and_then(|span| {
        let written = &source.text()[span.start..span.end];
        let start = span.start + written.find(&title)?;
        Some(Span { start, end: start + title.len() })
    });
    (title, place)
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn web_address(
    fields: &mut Fields<'_>,
    key: &'static str,
    sink: &mut Vec<Diagnostic>,
) -> Option<String> {
    let expected = "an address that begins with `https://` or `http://`";
    fields.parsed(key, expected, "https://example.org/article", sink, |text| {
        is_web_address(text).then(|| text.to_owned())
    })
}

/// An address of a site: scheme, host and path, without the slash at its end.
pub(crate) fn site_address(text: &str) -> Option<String> {
    let plain = is_web_address(text) && !text.contains(['?', '#', '"', '<', '>', '\\']);
    plain.then(|| text.trim_end_matches('/').to_owned())
}

fn base_url(fields: &mut Fields<'_>, sink: &mut Vec<Diagnostic>) -> Option<String> {
    let expected = "the address of the site, with `https://` and without `?` and `#`";
    fields.parsed("base_url", expected, "https://example.org/timelines", sink, site_address)
}

/// A language tag in its usual letters: `en_gb` is `en-GB`.
fn language(fields: &mut Fields<'_>, sink: &mut Vec<Diagnostic>) -> Option<String> {
    fields.parsed("language", "a language tag", "en-GB", sink, |text| {
        let tag = text.replace('_', "-");
        let mut parts = tag.split('-');
        let primary = parts
            .next()
            .filter(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()))?;
        let mut canonical = primary.to_ascii_lowercase();
        for part in parts {
            let fits =
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
            if !fits {
                return None;
            }
            canonical.push('-');
            canonical.push_str(&subtag(part));
        }
        Some(canonical)
    })
}

/// Regions are written in capitals, scripts with one, the rest in small letters.
fn subtag(part: &str) -> String {
    match part.len() {
        2 => part.to_ascii_uppercase(),
        4 if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
            let (first, rest) = part.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        }
        _ => part.to_ascii_lowercase(),
    }
}

fn slug(fields: &mut Fields<'_>, sink: &mut Vec<Diagnostic>) -> Option<String> {
    let expected = "one part of an address, without `/`, `\\` and `..`";
    fields.parsed("slug", expected, "joint-interview", sink, |text| {
        let is_path = text.contains(['/', '\\']) || text.contains("..");
        if is_path || text.contains(char::is_control) { None } else { super::slug::of(text) }
    })
}

fn aliases(
    source: &Arc<Source>,
    fields: &mut Fields<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Vec<Alias> {
    const EXAMPLE: &str = "[/old/address/]";
    let Some(node) = fields.node("aliases") else { return Vec::new() };
    let Content::List(items) = &node.content else {
        sink.push(fields.wrong_type("aliases", node, "a list", EXAMPLE));
        return Vec::new();
    };
    let mut paths = Vec::new();
    for item in items {
        match &item.content {
            Content::Scalar { text, .. } if is_site_path(text.trim()) => {
                let path = text.trim().trim_matches('/').to_owned();
                paths.push(Alias { path, span: item.span });
            }
            _ => sink.push(
                Diagnostic::error(
                    "wrong-type",
                    format!("`aliases` expects addresses in the site, found {}", item.describe()),
                )
                .at(source, item.span)
                .hint(format!("write it like `aliases: {EXAMPLE}`")),
            ),
        }
    }
    paths
}

/// Whether a text names something below the site: no scheme, no way up, nothing that a file system
/// reads in its own way.
fn is_site_path(text: &str) -> bool {
    const LONGEST: usize = 255;
    let path = text.trim_matches('/');
    let is_special = |c: char| "\\:?#*\"<>|".contains(c) || c.is_control();
    let part = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        let kept = !part.ends_with(['.', ' ']) && part.len() <= LONGEST;
        !part.is_empty() && kept && !super::slug::is_device(stem.trim_end())
    };
    !text.starts_with("//") && !path.contains(is_special) && path.split('/').all(part)
}

fn image(
    source: &Arc<Source>,
    fields: &mut Fields<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Option<Image> {
    const EXAMPLE: &str = "{ src: meeting.jpg, alt: Two women embrace }";
    let node = fields.node("image")?;
    if !matches!(node.content, Content::Map(_)) {
        sink.push(fields.wrong_type("image", node, "a map with `src` and `alt`", EXAMPLE));
        return None;
    }
    let mut inner = self::fields(source, Some(node), "an image", sink)?;
    let src = inner.parsed("src", "a file or a web address", "meeting.jpg", sink, |text| {
        let local = !text.contains(':') && !text.contains(char::is_control) && !text.is_empty();
        (local || is_web_address(text)).then(|| text.to_owned())
    });
    // An empty one is meant, where it is written.
    let has_alt = inner.node("alt").is_some();
    let alt = inner.text("alt", "Two women embrace", sink);
    let credit = inner.text("credit", "Ann Example / Example Courier", sink);
    if inner.span("src").is_none() {
        sink.push(missing(source, node, "an image", "src", "meeting.jpg"));
    }
    if src.is_some() && !has_alt {
        let message = "the image has no `alt`: people who cannot see it are told nothing";
        sink.push(Diagnostic::warning("missing-alt", message).at(source, node.span).hint(
            "say what it shows, like `alt: Two women embrace`; `alt: \"\"` if it only decorates",
        ));
    }
    inner.finish(sink);
    Some(Image { src: src?, alt: alt.unwrap_or_default(), credit })
}

fn missing(source: &Arc<Source>, node: &Node, owner: &str, key: &str, example: &str) -> Diagnostic {
    Diagnostic::error("missing-key", format!("{owner} needs a `{key}`"))
        .at(source, node.span)
        .hint(format!("add one, like `{key}: {example}`"))
}

fn events(
    source: &Arc<Source>,
    fields: &mut Fields<'_>,
    sink: &mut Vec<Diagnostic>,
) -> Vec<DeclaredEvent> {
    const EXAMPLE: &str = "[{ date: 2018-06-06, headline: Clemency is granted }]";
    let Some(node) = fields.node("events") else { return Vec::new() };
    let Content::List(items) = &node.content else {
        sink.push(fields.wrong_type("events", node, "a list of events", EXAMPLE));
        return Vec::new();
    };
    items.iter().filter_map(|item| event(source, item, sink)).collect()
}

fn event(source: &Arc<Source>, node: &Node, sink: &mut Vec<Diagnostic>) -> Option<DeclaredEvent> {
    let mut fields = fields(source, Some(node), "an event", sink)?;
    let (start, end) = (fields.edtf("date", sink), fields.edtf("end", sink));
    let when = start.map(|start| stretch(&fields, start, end, sink));
    let headline = fields.text("headline", "Clemency is granted", sink);
    let text = fields.text("text", "More about it.", sink);
    let kind = fields.word("kind", KINDS, sink);
    let people = fields.texts("people", "[Alice Marie Johnson]", sink);
    let places = fields.texts("places", "[Memphis]", sink);
    let tags = fields.texts("tags", "[clemency]", sink);
    let url = web_address(&mut fields, "url", sink);
    for (key, example) in [("date", "2018-06-06"), ("headline", "Clemency is granted")] {
        if fields.node(key).is_none() {
            sink.push(missing(source, node, "an event", key, example));
        }
    }
    fields.finish(sink);
    let (when, headline) = (when?, headline?);
    Some(DeclaredEvent { when, headline, text, kind, people, places, tags, url, span: node.span })
}

/// From `date` to `end`.
fn stretch(
    fields: &Fields<'_>,
    start: When,
    end: Option<When>,
    sink: &mut Vec<Diagnostic>,
) -> When {
    let Some(end) = end else { return start };
    if start.end.is_some() {
        let message = "the event has an `end`, and its `date` is a stretch already".to_owned();
        let fault = fields.fault("end", "two-ends", message);
        sink.push(fault.hint("write either `date: 1996/2018` or `date: 1996` and `end: 2018`"));
    } else if end.last_day() < start.first_day() {
        let message =
            format!("the event ends ({}) before it begins ({})", end.edtf(), start.edtf());
        let fault = fields.fault("end", "end-before-start", message);
        sink.push(fault.hint("`end` is the last day, month or year: `date: 1996`, `end: 2018`"));
    }
    let approximate = start.approximate || end.approximate;
    When { approximate, ..When::range(start.start, end.end.unwrap_or(end.start)) }
}

fn raw_html(source: &Arc<Source>, node: &Node, sink: &mut Vec<Diagnostic>) -> Option<bool> {
    let mut fields = fields(source, Some(node), "`markdown`", sink)?;
    let raw_html = fields.switch("raw_html", sink);
    fields.finish(sink);
    raw_html
}

/// Refuses a site that asks for a newer Dateline than this one.
fn min_version(fields: &mut Fields<'_>, sink: &mut Vec<Diagnostic>) {
    const THIS: &str = env!("CARGO_PKG_VERSION");
    let parse = |text: &str| {
        let parts: Option<Vec<u32>> = text.split('.').map(|part| part.parse().ok()).collect();
        parts.filter(|parts| (1..=3).contains(&parts.len()))
    };
    let wanted = fields.parsed("min_version", "a version", THIS, sink, parse);
    if let (Some(wanted), Some(this)) = (wanted, parse(THIS))
        && wanted > this
    {
        let wanted = wanted.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        let message = format!("the site needs Dateline {wanted}, this is {THIS}");
        sink.push(
            fields
                .fault("min_version", "min-version", message)
                .hint("install a newer Dateline, or lower `min_version`"),
        );
    }
}

fn extra(
    fields: &mut Fields<'_>,
    sink: &mut Vec<Diagnostic>,
) -> serde_json::Map<String, serde_json::Value> {
    let Some(node) = fields.node("extra") else { return serde_json::Map::new() };
    if let serde_json::Value::Object(map) = node.to_json() {
        return map;
    }
    sink.push(fields.wrong_type("extra", node, "a map of keys and values", "{ colour: red }"));
    serde_json::Map::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source::new("a.md", text))
    }

    fn article_of(text: &str) -> (ArticleMatter, Vec<Diagnostic>) {
        let source = source(text);
        let mut sink = Vec::new();
        let matter = read(&source, &mut sink)
            .map(|front| article(&source, front.node.as_ref(), &mut sink))
            .unwrap_or_default();
        (matter, sink)
    }

    /// The one fault of a front matter: code, message, line, hint.
    fn fault(text: &str) -> (&'static str, String, usize, String) {
        let (_, sink) = article_of(text);
        let [fault] = &sink[..] else { panic!("one fault in {text:?}: {sink:#?}") };
        let line = fault.place.as_ref().map_or(0, crate::source::Place::line);
        (fault.code, fault.message.clone(), line, fault.hint.clone().unwrap_or_default())
    }

    #[test]
    fn a_picture_that_only_decorates_says_so() {
        for (alt, faults) in [("", 1), (", alt: ", 1), (", alt: \"\"", 0), (", alt: A bridge", 0)] {
            let text = format!("---\nimage: {{ src: a.jpg{alt} }}\n---\n");
            let source = Arc::new(Source::new("a.md", text));
            let mut sink = Vec::new();
            let front = read(&source, &mut sink).expect("front matter");
            let image = article(&source, front.node.as_ref(), &mut sink).image;
            assert!(image.is_some());
            assert_eq!(sink.len(), faults, "{alt}: {sink:?}");
        }
    }

    #[test]
    fn front_matter_ends_where_markdown_begins() {
        for (text, body) in [
            ("", ""),
            ("Text.", "Text."),
            ("---\ntitle: A\n---\nText.", "Text."),
            ("---\r\ntitle: A\r\n---\r\nText.", "Text."),
            ("\n\n---\ntitle: A\n---  \nText.", "Text."),
            ("---\ntitle: A\n...\nText.", "Text."),
            ("+++\ntitle = \"A\"\n+++\nText.", "Text."),
            ("---\n---\nText.", "Text."),
            ("---\n\nA rule above prose.", "---\n\nA rule above prose."),
            ("    ---\n    code", "    ---\n    code"),
        ] {
            let source = source(text);
            let mut sink = Vec::new();
            let front = read(&source, &mut sink).expect("readable");
            assert_eq!(&text[front.body.start..front.body.end], body, "{text:?}");
            assert_eq!(sink, []);
        }
    }

    #[test]
    fn text_stays_the_source_text() {
        let yaml = "---\ntitle: 1.10\nauthor: no\ntags: [on, 2024-01-01, 0x1F, \"a: b\", 'it''s', 1.10]\n---\n";
        let toml = "+++\ntitle = 1.10\nauthor = \"no\"\ntags = [\"on\", 2024-01-01, 0x1F, \"a: b\", \"it's\", 1.10]\n+++\n";
        for text in [yaml, toml] {
            let (matter, sink) = article_of(text);
            assert_eq!(sink, [], "{text}");
            assert_eq!(matter.title.map(|(title, _)| title).as_deref(), Some("1.10"));
            assert_eq!(matter.author.as_deref(), Some("no"));
            assert_eq!(matter.tags, ["on", "2024-01-01", "0x1F", "a: b", "it's", "1.10"]);
        }
    }

    #[test]
    fn every_key_of_an_article_is_read() {
        let (matter, sink) = article_of(
            "---\ntitle: >-\n  A folded\n  title\ndate: 2018-06-14T23:30:00-05:00\nupdated: 2018-06-15 08:00\n\
             expires: 2030-01-01\ndraft: false\nextract: false\nauthor: Ann\npublisher: Example Courier\n\
             url: https://example.org/a\nlanguage: en_gb\ndate_order: dmy\npeople: [Ann, Ann, Bob]\n\
             places:\n- Memphis\ntags:\nslug: Ann & Bob\naliases: [/old/a/, b.html]\n\
             image: { src: a.jpg, alt: Ann, credit: Bob }\nextra: { n: 1, s: \"1\", l: [true, ~] }\n\
             events:\n  - date: 2018-06-06\n    headline: Clemency\n    kind: happened\n  - { date: 1996, end: 2018-06~, headline: Prison, text: Long, people: [Ann], places: [X], tags: [t], url: https://example.org }\n---\n",
        );
        assert_eq!(sink, []);
        assert_eq!(matter.title.map(|(title, _)| title).as_deref(), Some("A folded title"));
        assert_eq!(matter.date, Some(jiff::civil::date(2018, 6, 14)), "a zone moves no day");
        assert_eq!(matter.updated, Some(jiff::civil::date(2018, 6, 15)));
        assert_eq!((matter.draft, matter.extract), (false, Some(false)));
        assert_eq!(matter.language.as_deref(), Some("en-GB"));
        assert_eq!(matter.people, ["Ann", "Bob"]);
        assert_eq!((matter.places.len(), matter.tags.len()), (1, 0));
        assert_eq!(matter.slug.as_deref(), Some("ann-bob"));
        let aliases: Vec<_> = matter.aliases.iter().map(|alias| alias.path.as_str()).collect();
        assert_eq!(aliases, ["old/a", "b.html"]);
        assert_eq!(
            serde_json::Value::from(matter.extra).to_string(),
            r#"{"l":[true,null],"n":1,"s":"1"}"#
        );
        let dates: Vec<_> = matter.events.iter().map(|event| event.when.edtf()).collect();
        assert_eq!(dates, ["2018-06-06", "1996~/2018-06~"]);
        assert_eq!(matter.events[0].kind, Some(Kind::Happened));
    }

    #[test]
    fn the_title_knows_where_it_stands() {
        for (text, place) in [
            ("---\ntitle: A day\n---\n", Some("A day")),
            ("---\ntitle: \"A day\"\n---\n", Some("A day")),
            ("---\ntitle: 'It''s'\n---\n", None),
            ("+++\ntitle = \"A day\"\n+++\n", Some("A day")),
        ] {
            let span = article_of(text).0.title.and_then(|(_, span)| span);
            assert_eq!(span.map(|span| &text[span.start..span.end]), place, "{text}");
        }
    }

    #[test]
    fn a_key_of_another_tool_is_told_by_what_it_means() {
        for (lines, hint) in [
            ("pubdate: 2018-06-14", "write it like `date: 2018-06-14`, or"),
            ("publishedAt: 2018-06-14", "write it like `date: 2018-06-14`, or"),
            ("date: 2018-06-14\npublished: x", "write it like `date: 2018-06-14`; a value of"),
            ("subtitle: A", "a value of your own"),
            (
                "image_alt: A",
                "write it like `image: { src: meeting.jpg, alt: Two women embrace }`, or",
            ),
            // What is written already was not meant.
            ("title: A\ntitel: B", "a value of your own"),
            ("titel: B", "write `title`, or"),
        ] {
            let (_, faults) = article_of(&format!("---\n{lines}\n---\n"));
            let hints: Vec<_> = faults.iter().filter_map(|fault| fault.hint.as_deref()).collect();
            assert_eq!(hints.len(), 1, "{lines}");
            assert!(hints[0].starts_with(hint), "{lines}: {hints:?}");
        }
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table")]
    fn faults_name_their_line_and_their_mend() {
        for (lines, code, message, line, hint) in [
            ("titel: A", "unknown-key", "unknown key `titel` of an article", 2, "write `title`"),
            (
                "\ntags: politics",
                "wrong-type",
                "`tags` expects a list, found `politics`",
                3,
                "`tags: [clemency, prison]`",
            ),
            (
                "title: [a]",
                "wrong-type",
                "`title` expects a text, found a list",
                2,
                "`title: A day in June`",
            ),
            (
                "draft: yes",
                "wrong-type",
                "`draft` expects `true` or `false`, found `yes`",
                2,
                "`draft: true`",
            ),
            (
                "date: June 6",
                "wrong-type",
                "`date` expects a date, found `June 6`",
                2,
                "`date: 2018-06-14`",
            ),
            (
                "date: 2018-02-30",
                "impossible-date",
                "`2018-02-30` is no day of the calendar",
                2,
                "such as",
            ),
            (
                "date: 2023-13-45",
                "impossible-date",
                "`2023-13-45` is no day of the calendar",
                2,
                "such as",
            ),
            (
                "title: Kim: a story",
                "bad-yaml",
                "the YAML cannot be read: mapping values are not allowed in this context",
                2,
                "`title: \"Kim: a story\"`",
            ),
            ("title: A\ntitle: B", "duplicate-key", "`title` is written twice", 3, "keep one"),
            (
                "title: *a",
                "bad-yaml",
                "the YAML cannot be read: while parsing node, found unknown anchor",
                2,
                "`title: \"*a\"`",
            ),
            (
                "a: &a [x]\ntags: *a",
                "yaml-alias",
                "a `*` alias is not read in front matter",
                3,
                "write the value out",
            ),
            (
                "title: The #1 song",
                "comment-in-text",
                "`title` ends before ` #`, where YAML begins a comment",
                2,
                "in quotes",
            ),
            (
                "just words",
                "wrong-type",
                "an article expects lines of `key: value`, found `just words`",
                2,
                "`title: A day in June`",
            ),
            (
                "url: javascript:alert(1)",
                "wrong-type",
                "`url` expects an address that begins with `https://` or `http://`, found `javascript:alert(1)`",
                2,
                "https://example.org",
            ),
            (
                "slug: ../../x",
                "wrong-type",
                "`slug` expects one part of an address, without `/`, `\\` and `..`, found `../../x`",
                2,
                "joint-interview",
            ),
            (
                "aliases: [../x]",
                "wrong-type",
                "`aliases` expects addresses in the site, found `../x`",
                2,
                "/old/address/",
            ),
            ("image: { alt: x }", "missing-key", "an image needs a `src`", 2, "`src: meeting.jpg`"),
            (
                "image: { src: a.jpg }",
                "missing-alt",
                "the image has no `alt`: people who cannot see it are told nothing",
                2,
                "alt:",
            ),
            (
                "events:\n- headline: x",
                "missing-key",
                "an event needs a `date`",
                3,
                "`date: 2018-06-06`",
            ),
            (
                "events:\n- { date: 2018-06-31, headline: x }",
                "impossible-date",
                "`2018-06-31` is no day of the calendar",
                3,
                "exists",
            ),
            (
                "events:\n- { date: last week, headline: x }",
                "wrong-type",
                "`date` expects a date in EDTF, found `last week`",
                3,
                "`date: 2018-06-06`",
            ),
            (
                "events:\n- { date: 2018, end: 1996, headline: x }",
                "end-before-start",
                "the event ends (1996) before it begins (2018)",
                3,
                "last day",
            ),
            (
                "events: 2018",
                "wrong-type",
                "`events` expects a list of events, found `2018`",
                2,
                "headline",
            ),
            (
                "events:\n- { date: 2018, headline: x, colour: red }",
                "unknown-key",
                "unknown key `colour` of an event",
                3,
                "`extra`",
            ),
            (
                "language: english",
                "wrong-type",
                "`language` expects a language tag, found `english`",
                2,
                "en-GB",
            ),
            (
                "date_order: md",
                "wrong-type",
                "`date_order` expects `mdy`, `dmy` or `ymd`, found `md`",
                2,
                "mdy",
            ),
        ] {
            let found = fault(&format!("---\n{lines}\n---\nText.\n"));
            assert_eq!((found.0, found.1.as_str(), found.2), (code, message, line));
            assert!(found.3.contains(hint), "{}", found.3);
        }
    }

    #[test]
    fn broken_fences_and_indents_get_a_clear_word() {
        for (text, code, line, hint) in [
            ("---\ntitle: A\nText.\n", "unclosed-front-matter", 1, "put a line with `---`"),
            ("+++\ntitle = 1\n", "unclosed-front-matter", 1, "`+++`"),
            (
                "---\ntitle: A\n---\n\n---\ndate: 2018-01-01\n---\n",
                "doubled-front-matter",
                5,
                "merge",
            ),
            (
                "---\ntitle: A\n---\n+++\ndate = 2018-01-01\n+++\n",
                "doubled-front-matter",
                4,
                "merge",
            ),
            ("---\nimage:\n\tsrc: a\n---\n", "bad-yaml", 3, "tab"),
            ("+++\ntitle = A day\n+++\n", "bad-toml", 2, "title ="),
        ] {
            let found = fault(text);
            assert_eq!((found.0, found.2), (code, line), "{text}");
            assert!(found.3.contains(hint), "{}", found.3);
        }
    }

    #[test]
    fn hostile_trees_are_refused_in_linear_time() {
        let nested = format!("---\nextra: {}\n---\n", "[".repeat(100_000));
        let dashes = format!("---\nextra:\n{}x\n---\n", "- ".repeat(100_000));
        for text in [&nested, &dashes] {
            let (_, sink) = article_of(text);
            assert_eq!(sink.len(), 1);
            assert_eq!(sink[0].severity, crate::diag::Severity::Error);
        }
        let wide = format!("---\ntags: [{}]\n---\n", "é,".repeat(20_000));
        assert_eq!(article_of(&wide).0.tags, ["é"]);
        let toml = format!("+++\nextra = {}\n+++\n", "[".repeat(100_000));
        assert_eq!(article_of(&toml).1.len(), 1);
    }

    #[test]
    fn every_key_of_a_site_is_read() {
        let text = "---\ntitle: S\ndescription: D\nbase_url: https://example.org/a/b/\nlanguage: en-US\n\
             date_order: mdy\nauthor: A\ncontact: c\narticles: quotes\nevent_pages: key\nmin_confidence: 0.7\n\
             review: required\nkey_events: auto\nmarkdown: { raw_html: true }\nmin_version: 0.1\nextra: {}\n---\n";
        let source = source(text);
        let mut sink = Vec::new();
        let front = read(&source, &mut sink).expect("readable");
        let site = settings(&source, front.node.as_ref(), Level::Site, &mut sink);
        assert_eq!(sink, []);
        assert_eq!(site.base_url.as_deref(), Some("https://example.org/a/b"));
        assert_eq!((site.key_events, site.raw_html), (Some(None), Some(true)));
        assert_eq!(site.articles, Some(Articles::Quotes));
        settings(&source, front.node.as_ref(), Level::Story, &mut sink);
        let messages: Vec<_> = sink.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, ["unknown key `base_url` of a story"]);
    }

    #[test]
    fn settings_are_checked() {
        for (line, code, message) in [
            (
                "min_confidence: 2",
                "wrong-type",
                "`min_confidence` expects a number from 0 to 1, found `2`",
            ),
            (
                "key_events: many",
                "wrong-type",
                "`key_events` expects a whole number or `auto`, found `many`",
            ),
            ("min_version: 99.0", "min-version", "the site needs Dateline 99.0, this is 0.1.0"),
            (
                "articles: ful",
                "wrong-type",
                "`articles` expects `full`, `quotes` or `none`, found `ful`",
            ),
            (
                "base_url: example.org",
                "wrong-type",
                "`base_url` expects the address of the site, with `https://` and without `?` and `#`, found `example.org`",
            ),
            ("markdown: { rawhtml: true }", "unknown-key", "unknown key `rawhtml` of `markdown`"),
        ] {
            let source = source(&format!("---\n{line}\n---\n"));
            let mut sink = Vec::new();
            let front = read(&source, &mut sink).expect("readable");
            settings(&source, front.node.as_ref(), Level::Site, &mut sink);
            let found: Vec<_> = sink.iter().map(|f| (f.code, f.message.as_str())).collect();
            assert_eq!(found, [(code, message)]);
        }
    }
}
