//! `feed.xml`: what was reported last, as Atom. An event is as new as the newest article that
//! reports it; what no dated article reports is in no feed.

use atom_syndication::{Content as Body, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig};
use jiff::civil::Date;

use super::{Content, Format, Scope, StoryPlan};
use crate::{
    diag::{Diagnostic, Warned},
    render::{
        content::article_date,
        dates::Dates,
    },
    story,
};

/// How many events a feed holds.
const EVENTS: usize = 50;

/// One element a line, so that two builds can be compared by people.
const LINES: WriteConfig = WriteConfig { write_document_declaration: true, indent_size: Some(2) };

pub(super) const FORMAT: Format = Format {
    file: "feed.xml",
    title: Some("Feed (Atom)"),
    scope: Scope::Both,
    applies: |plan| plan.updated.is_some(),
    write,
};

fn write(content: &Content, story: Option<&StoryPlan>) -> Warned<Vec<u8>> {
    let written = feed(content, story).write_with_config(Vec::new(), LINES);
    match written {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Warned::clean(bytes)
        }
        Err(error) => {
            let fault = Diagnostic::error("export", format!("cannot write `feed.xml`: {error}"));
            Warned::with(Vec::new(), vec![fault])
        }
    }
}

fn feed(content: &Content, story: Option<&StoryPlan>) -> Feed {
    let stories: Vec<&StoryPlan> = match story {
        Some(plan) => vec![plan],
        None => content.stories.iter().collect(),
    };
    let title = story.map_or_else(|| content.title(), |plan| content.story_title(plan));
    let settings = story.map_or(&content.settings, |plan| &plan.story.source.settings);
    let home = story.map_or_else(|| "index.html".to_owned(), StoryPlan::timeline);
    let own = story.map_or_else(|| FORMAT.file.to_owned(), |plan| plan.file(FORMAT.file));
    Feed {
        title: Text::plain(xml_text(&title)),
        subtitle: settings.description.as_deref().map(|text| Text::plain(xml_text(text))),
        id: id(content, &home),
        updated: timestamp(stories.iter().filter_map(|plan| plan.updated).max()),
        lang: Some(settings.language.clone()),
        authors: vec![author(content)],
        generator: Some(Generator {
            value: "Dateline".into(),
            version: Some(env!("CARGO_PKG_VERSION").into()),
            ..Generator::default()
        }),
        links: vec![
            link("alternate", content.base.url(&home)),
            link("self", content.base.url(&own)),
        ],
        entries: entries(content, &stories),
        ..Feed::default()
    }
}

fn author(content: &Content) -> Person {
    let name = content.settings.author.clone().unwrap_or_else(|| content.title());
    Person { name: xml_text(&name), ..Person::default() }
}

/// The events, the last reported first.
fn entries(content: &Content, stories: &[&StoryPlan]) -> Vec<Entry> {
    let mut reported: Vec<(Date, &StoryPlan, usize)> = Vec::new();
    for plan in stories {
        for (at, entry) in plan.story.entries.iter().enumerate() {
            reported.extend(newest_report(plan, entry).map(|date| (date, *plan, at)));
        }
    }
    reported.sort_by_key(|&(date, ..)| std::cmp::Reverse(date));
    reported.truncate(EVENTS);
    reported.into_iter().map(|(date, plan, at)| entry(content, plan, at, date)).collect()
}

fn newest_report(plan: &StoryPlan, entry: &story::Entry) -> Option<Date> {
    let articles = &plan.story.source.articles;
    let cited = entry.all_citations().filter_map(|citation| articles.get(citation.article));
    cited.filter_map(article_date).max()
}

fn entry(content: &Content, plan: &StoryPlan, at: usize, reported: Date) -> Entry {
    let event = &plan.story.entries[at];
    let dates = Dates::of(&plan.story.source.settings.language);
    let quote = event.citations.first().map(|lead| lead.quote.as_str());
    let page = plan.entry(at);
    Entry {
        title: Text::plain(xml_text(&format!("{}: {}", dates.when(event.when), event.headline))),
        // Not the page's path: whether an event has a page of its own may change, its id may not.
        id: id(content, &plan.file(&format!("events/{}/index.html", event.id))),
        updated: timestamp(Some(reported)),
        links: vec![link("alternate", content.base.url(page))],
        content: quote.map(|quote| Body {
            value: Some(xml_text(quote)),
            content_type: Some("text".into()),
            ..Body::default()
        }),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.into(), href, ..Link::default() }
}

/// An id that does not change: the address, or a name of our own where the site has none yet.
fn id(content: &Content, page: &str) -> String {
    let url = content.base.url(page);
    if content.base.is_known() { url } else { format!("urn:dateline:{}", url.trim_matches('/')) }
}

/// The begin of a day, in universal time; a feed without any dated article is not planned.
fn timestamp(date: Option<Date>) -> FixedDateTime {
    let begin = date.and_then(|date| format!("{date}T00:00:00Z").parse().ok());
    begin.unwrap_or_default()
}

/// Text without the control characters that XML cannot hold at all.
fn xml_text(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
