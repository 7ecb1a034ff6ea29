//! `events.json`: a story for other programs. Version 1; changes only add. What is absent is left
//! out; lists are always there.

use serde::Serialize;

use super::{Content, Format, StoryPlan, Subject, cannot_write, of_stories, time};
use crate::{
    diag::Warned,
    render::{address::web_address, dates::Dates},
    source::Place,
    story::{self, Origin, Preference},
    temporal::value::When,
};

pub(super) const FORMAT: Format = Format {
    file: "events.json",
    media_type: "application/json",
    title: |words, _| Some(words.text("file-json")),
    applies: of_stories,
    write,
};

#[derive(Serialize)]
struct File<'a> {
    version: u32,
    generator: &'static str,
    story: Story<'a>,
    events: Vec<Event<'a>>,
}

#[derive(Serialize)]
struct Story<'a> {
    title: String,
    slug: &'a str,
    url: String,
}

#[derive(Serialize)]
struct Event<'a> {
    id: &'a str,
    aliases: &'a [String],
    url: String,
    date: Date,
    kind: &'static str,
    headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    salience: f64,
    key: bool,
    confidence: f64,
    origin: &'static str,
    citations: Vec<Citation<'a>>,
    conflicts: Vec<Conflict<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<&'static str>,
    people: &'a [String],
    places: &'a [String],
    tags: &'a [String],
}

#[derive(Serialize)]
struct Date {
    edtf: String,
    start: String,
    end: String,
    precision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    approximate: bool,
    display: String,
}

#[derive(Serialize)]
struct Citation<'a> {
    article: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<String>,
    quote: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<&'a str>,
    line: usize,
    copies: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    why: &'a str,
}

#[derive(Serialize)]
struct Conflict<'a> {
    date: Date,
    citations: Vec<Citation<'a>>,
}

fn write(content: &Content, subject: Subject<'_>) -> Warned<Vec<u8>> {
    let Subject::Story(plan) = subject else { return Warned::clean(Vec::new()) };
    let source = &plan.story.source;
    let dates = content.theme.dates(&source.settings.language);
    let entries = plan.story.entries.iter().enumerate();
    let file = File {
        version: 1,
        generator: concat!("dateline ", env!("CARGO_PKG_VERSION")),
        story: Story {
            title: content.story_title(plan),
            slug: &source.slug,
            url: content.base.url(&plan.timeline()),
        },
        events: entries.map(|(at, entry)| event(content, plan, dates, at, entry)).collect(),
    };
    match serde_json::to_vec_pretty(&file) {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Warned::clean(bytes)
        }
        Err(error) => cannot_write(FORMAT.file, &error),
    }
}

fn event<'a>(
    content: &Content,
    plan: &'a StoryPlan,
    dates: &Dates,
    at: usize,
    entry: &'a story::Entry,
) -> Event<'a> {
    let citations = |list: &'a [story::Citation]| {
        list.iter().filter_map(|cited| citation(content, plan, cited)).collect()
    };
    let conflicts = entry.conflicts.iter().map(|conflict| Conflict {
        date: date(dates, conflict.when),
        citations: citations(&conflict.citations),
    });
    Event {
        id: &entry.id,
        aliases: &entry.aliases,
        url: content.base.url(plan.entry(at)),
        date: date(dates, entry.when),
        kind: entry.kind.name(),
        headline: &entry.headline,
        note: entry.note.as_deref(),
        salience: rounded(entry.salience),
        key: entry.key,
        confidence: rounded(entry.confidence),
        origin: match entry.origin {
            Origin::Extracted => "extracted",
            Origin::Declared => "declared",
        },
        citations: citations(&entry.citations),
        conflicts: conflicts.collect(),
        ground: entry.preference.map(Preference::name),
        people: &entry.people,
        places: &entry.places,
        tags: &entry.tags,
    }
}

fn date(dates: &Dates, when: When) -> Date {
    Date {
        edtf: when.edtf(),
        start: when.first_day().to_string(),
        end: when.last_day().to_string(),
        precision: when.precision().name(),
        time: time(when),
        approximate: when.approximate,
        display: dates.when(when),
    }
}

fn citation<'a>(
    content: &Content,
    plan: &'a StoryPlan,
    cited: &'a story::Citation,
) -> Option<Citation<'a>> {
    let article = plan.story.source.articles.get(cited.article)?;
    let page = plan.article(article).map(|page| match cited.sentence {
        Some(sentence) => format!("{page}#s{}", sentence + 1),
        None => page,
    });
    let place = Place { source: std::sync::Arc::clone(&article.text.source), span: cited.span };
    Some(Citation {
        article: &article.path,
        title: &article.title,
        publisher: article.publisher.as_deref(),
        published: article.date.map(|date| date.to_string()),
        url: page.map(|page| content.base.url(&page)),
        original: article.url.as_deref().and_then(web_address),
        quote: &cited.quote,
        expression: cited.expression.clone().and_then(|range| cited.quote.get(range)),
        line: place.line(),
        copies: cited.copies,
        rule: cited.rule,
        why: &cited.why,
    })
}

/// To four decimals: more would say more than is known.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
