//! A file in, an [`Article`] out, unless it is a draft, not due yet, expired or cannot be read.

use std::{fs, sync::Arc};

use jiff::civil::Date;

use super::{
    Article, Options, Text,
    front_matter::{self, ArticleMatter},
    layout::{self, Slot},
    markdown, slug,
    walk::File,
};
use crate::{
    diag::{Diagnostic, Error, Warned},
    settings::{Settings, date_order_below},
    source::{Document, Passage, PassageKind, Source, Span, TextMap},
};

/// What became of a file.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It is published.
    Live(Box<Article>),
    /// It is left out.
    Skipped(Why),
    /// It cannot be read; a diagnostic says why.
    Faulty,
}

/// Why an article is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Marked as a draft.
    Draft,
    /// Dated after today.
    Future,
    /// Expired.
    Expired,
}

/// Reads a file as text; `None` with a diagnostic if it is none.
pub(crate) fn source(file: &File) -> Result<Warned<Option<Arc<Source>>>, Error> {
    let bytes =
        fs::read(&file.location).map_err(|e| Error::io("cannot read", &file.location, e))?;
    Ok(match decode(&file.name, bytes) {
        Ok(source) => Warned::clean(Some(source)),
        Err(fault) => Warned::with(None, vec![fault]),
    })
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// UTF-8, with or without a byte order mark.
fn decode(name: &str, bytes: Vec<u8>) -> Result<Arc<Source>, Diagnostic> {
    let had = bytes.starts_with(&[0xFE, 0xFF]) || bytes.starts_with(&[0xFF, 0xFE]);
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with(BYTE_ORDER_MARK) {
                text.drain(..BYTE_ORDER_MARK.len_utf8());
            }
            Ok(Arc::new(Source::new(name, text)))
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(at).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let source = Arc::new(Source::new(name, text));
            let hint = if had {
                "the file is UTF-16: save it as UTF-8"
            } else {
                "save the file as UTF-8; an older one may be `windows-1252` or `latin-1` now"
            };
            let message = format!("`{name}` is not UTF-8: byte {at} is 0x{byte:02X}");
            let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
            Err(Diagnostic::error("invalid-utf8", message)
                .at(&source, Span { start: at, end })
                .hint(hint))
        }
    }
}

/// Reads an article. One that is left out brings no diagnostics: it is no part of the site.
pub(crate) fn read(
    slot: &Slot,
    settings: &Settings,
    options: &Options,
) -> Result<Warned<Outcome>, Error> {
    let mut sink = Vec::new();
    let Some(source) = source(&slot.file)?.unpack(&mut sink) else {
        return Ok(Warned::with(Outcome::Faulty, sink));
    };
    let Some(front) = front_matter::read(&source, &mut sink) else {
        return Ok(Warned::with(Outcome::Faulty, sink));
    };
    let matter = front_matter::article(&source, front.node.as_ref(), &mut sink);
    let (name_date, _) = slug::split_date(&slot.name);
    let date = matter.date.or(name_date);
    if let Some(why) = left_out(&matter, date, options) {
        return Ok(Warned::clean(Outcome::Skipped(why)));
    }
    let text = Text { source: Arc::clone(&source), body: front.body };
    Ok(match article(slot, settings, matter, date, text) {
        Ok(article) => Warned::with(Outcome::Live(Box::new(article)), sink),
        Err(fault) => {
            sink.push(fault.at(&source, Span { start: 0, end: 0 }));
            Warned::with(Outcome::Faulty, sink)
        }
    })
}

/// Reads an article that belongs to no site; `None` if it cannot be read.
pub(crate) fn lone(source: &Arc<Source>, language: &str) -> Warned<Option<Article>> {
    let mut sink = Vec::new();
    let Some(front) = front_matter::read(source, &mut sink) else {
        return Warned::with(None, sink);
    };
    let matter = front_matter::article(source, front.node.as_ref(), &mut sink);
    let path = source.name().to_owned();
    let name = path.rsplit('/').next().unwrap_or(&path);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name = if slug::of(name).is_some() { name.to_owned() } else { "article".to_owned() };
    let date = matter.date.or(slug::split_date(&name).0);
    let file = File { name: path.clone(), location: path.clone().into(), path };
    let slot = Slot { file, folder: String::new(), name };
    let settings = Settings { language: language.to_owned(), ..Settings::default() };
    let text = Text { source: Arc::clone(source), body: front.body };
    match article(&slot, &settings, matter, date, text) {
        Ok(article) => Warned::with(Some(article), sink),
        Err(fault) => {
            sink.push(fault);
            Warned::with(None, sink)
        }
    }
}

fn left_out(matter: &ArticleMatter, date: Option<Date>, options: &Options) -> Option<Why> {
    let future = date.is_some_and(|date| date > options.today);
    let expired = matter.expires.is_some_and(|date| date <= options.today);
    [
        (matter.draft && !options.drafts, Why::Draft),
        (future && !options.future, Why::Future),
        (expired, Why::Expired),
    ]
    .into_iter()
    .find_map(|(holds, why)| holds.then_some(why))
}

fn article(
    slot: &Slot,
    settings: &Settings,
    matter: ArticleMatter,
    date: Option<Date>,
    mut text: Text,
) -> Result<Article, Diagnostic> {
    let name = slug::split_date(&slot.name).1;
    let slug = matter.slug.or_else(|| slug::of(name));
    let slug = slug.ok_or_else(|| layout::no_slug(&slot.file.name))?;
    let path = match slot.folder.as_str() {
        "" => slug.clone(),
        folder => format!("{folder}/{slug}"),
    };
    let (title, passages) = titled(matter.title, name, &mut text);
    let language = matter.language.as_deref();
    let date_order =
        date_order_below(matter.date_order, language, &settings.language, settings.date_order);
    let language = matter.language.unwrap_or_else(|| settings.language.clone());
    let document =
        Document { id: path.clone(), date, language: language.clone(), date_order, passages };
    Ok(Article {
        path,
        slug,
        slug_place: matter.slug_place,
        title,
        date,
        updated: matter.updated,
        author: matter.author,
        publisher: matter.publisher,
        url: matter.url,
        language,
        people: matter.people,
        places: matter.places,
        tags: matter.tags,
        aliases: matter.aliases,
        image: matter.image,
        events: matter.events,
        extract: matter.extract.unwrap_or(true),
        extra: matter.extra,
        text,
        document,
    })
}

/// The title, and the passages from it on: of the front matter, else the heading that opens the
/// text or its first of level one, else the name of the file.
///
/// A heading that opens the text and says the title is taken out of the body, so that no page
/// shows it twice.
fn titled(
    written: Option<(String, Option<Span>)>,
    name: &str,
    text: &mut Text,
) -> (String, Vec<Passage>) {
    let markdown::Outline { mut passages, headings } = markdown::read(text);
    let body = text.markdown();
    let opening = headings.first().filter(|heading| {
        heading.passage == 0 && body[..heading.span.start - text.body.start].trim().is_empty()
    });
    let heading = opening.or_else(|| headings.iter().find(|heading| heading.level == 1));
    let title_of = |heading: &markdown::HeadingPlace| passages[heading.passage].clone();
    let title = match (written, heading) {
        (Some((title, place)), _) => {
            let map = place.map_or_else(TextMap::default, |span| TextMap::identity(span.start));
            Passage { kind: PassageKind::Title, text: title, map }
        }
        (None, Some(heading)) => Passage { kind: PassageKind::Title, ..title_of(heading) },
        (None, None) => {
            let title = if slug::split_date(name).0.is_some() {
                name.to_owned()
            } else {
                slug::readable(name)
            };
            Passage { kind: PassageKind::Title, text: title, map: TextMap::default() }
        }
    };
    if let Some(heading) = opening.filter(|heading| title_of(heading).text == title.text) {
        text.body.start = heading.span.end;
        passages.remove(0);
    }
    let words = title.text.clone();
    passages.insert(0, title);
    (words, passages)
}
