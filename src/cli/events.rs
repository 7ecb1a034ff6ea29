//! `dateline events`: the events of the stories, with their dates and sources; or the dated sentences that
//! none of them uses.

mod unused;

use std::io::{self, Write as _};

use clap::ValueEnum;
use dateline::{
    diag::{Diagnostic, Error},
    render::Dates,
    story::{Citation, Entry, Origin, Story, Terms},
    temporal::value::When,
};
use serde::Serialize;

use super::{
    Answer, Session, output_fault, project,
    table::{self, Align},
};

/// What `dateline events` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only the events of this story, named by its folder
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// The dated sentences that no event uses, and why, instead of the events
    #[arg(long)]
    unused: bool,
    /// How to write them
    #[arg(long, default_value = "table")]
    format: Format,
}

/// A format of `events`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    Table,
    /// An array of objects; fields that events.json has too bear the same names
    Json,
    /// One row an event
    Csv,
}

/// Lists the events of all stories, or of one.
pub(crate) fn run(
    arguments: &Arguments,
    session: &Session,
    faults: &mut Vec<Diagnostic>,
) -> Answer {
    let project = project::read(session, faults)?;
    let stories = chosen(&project.stories, arguments.story.as_deref())?;
    let text = match arguments.format {
        _ if arguments.unused => unused::listed(&stories, arguments.format)?,
        Format::Table => stories.iter().map(|story| for_people(story, stories.len() > 1)).collect(),
        Format::Json => json(&stories),
        Format::Csv => csv_rows(&stories)?,
    };
    io::stdout().lock().write_all(text.as_bytes()).map_err(output_fault)?;
    Ok(None)
}

fn chosen<'a>(stories: &'a [Story], slug: Option<&str>) -> Result<Vec<&'a Story>, Error> {
    let Some(slug) = slug else { return Ok(stories.iter().collect()) };
    let found = stories.iter().find(|story| story.source.slug == slug);
    found.map(|story| vec![story]).ok_or_else(|| {
        let slugs = stories.iter().map(|story| story.source.slug.as_str());
        Error::unknown("story", slug, slugs, "stories are the folders of `content`")
    })
}

/// A table with dates as the pages of the story show them.
fn for_people(story: &Story, named: bool) -> String {
    let dates = Dates::of(&story.source.settings.language);
    let rows: Vec<Vec<String>> = story
        .entries
        .iter()
        .map(|entry| {
            vec![
                dates.when(entry.when),
                entry.citations.len().to_string(),
                format!("{:.2}", entry.confidence),
                entry.headline.clone(),
            ]
        })
        .collect();
    let head = ["DATE", "SOURCES", "SURE", "EVENT"];
    let align = [Align::Left, Align::Right, Align::Right, Align::Left];
    let name = if named { format!("{}\n", story.source.slug) } else { String::new() };
    match rows.as_slice() {
        [] => format!("{name}  no events\n"),
        rows => name + &table::lay_out(&head, &align, rows),
    }
}

/// An event with the names of `events.json`.
#[derive(Serialize)]
struct Event<'a> {
    story: &'a str,
    id: &'a str,
    date: Date,
    kind: &'static str,
    headline: &'a str,
    salience: f64,
    terms: Salience,
    key: bool,
    confidence: f64,
    origin: &'static str,
    citations: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Date {
    edtf: String,
    start: String,
    end: String,
    precision: &'static str,
    approximate: bool,
}

impl From<When> for Date {
    fn from(when: When) -> Self {
        Self {
            edtf: when.edtf(),
            start: when.first_day().to_string(),
            end: when.last_day().to_string(),
            precision: when.precision().name(),
            approximate: when.approximate,
        }
    }
}

/// What an event's salience is made of; not in `events.json`, which holds only the sum.
#[derive(Serialize)]
struct Salience {
    attention: f64,
    exactness: f64,
    centrality: f64,
    sources: f64,
    focus: f64,
    prominence: f64,
    place: usize,
}

impl From<Terms> for Salience {
    fn from(terms: Terms) -> Self {
        let rounded = |term: f64| (term * 10_000.0).round() / 10_000.0;
        Self {
            attention: rounded(terms.attention),
            exactness: terms.exactness,
            centrality: rounded(terms.centrality),
            sources: rounded(terms.sources),
            focus: rounded(terms.focus),
            prominence: rounded(terms.prominence),
            place: terms.place,
        }
    }
}

#[derive(Serialize)]
struct Source<'a> {
    article: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    quote: &'a str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    why: &'a str,
}

fn json(stories: &[&Story]) -> String {
    let events: Vec<_> = stories
        .iter()
        .flat_map(|story| story.entries.iter().map(|entry| event(story, entry)))
        .collect();
    // Texts and numbers: nothing in it can fail.
    serde_json::to_string_pretty(&events).unwrap_or_default() + "\n"
}

fn event<'a>(story: &'a Story, entry: &'a Entry) -> Event<'a> {
    Event {
        story: &story.source.slug,
        id: &entry.id,
        date: entry.when.into(),
        kind: entry.kind.name(),
        headline: &entry.headline,
        salience: entry.salience,
        terms: entry.terms.into(),
        key: entry.key,
        confidence: entry.confidence,
        origin: match entry.origin {
            Origin::Extracted => "extracted",
            Origin::Declared => "declared",
        },
        citations: entry.citations.iter().filter_map(|citation| source(story, citation)).collect(),
    }
}

fn source<'a>(story: &'a Story, citation: &'a Citation) -> Option<Source<'a>> {
    let article = story.source.articles.get(citation.article)?;
    Some(Source {
        article: &article.path,
        title: &article.title,
        publisher: article.publisher.as_deref(),
        published: article.date.map(|date| date.to_string()),
        quote: &citation.quote,
        line: article.text.source.line_and_column(citation.span.start).0,
        rule: citation.rule,
        why: &citation.why,
    })
}

fn csv_rows(stories: &[&Story]) -> Result<String, Error> {
    let fault = |error: csv::Error| output_fault(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["story", "id", "date", "start", "end", "kind", "headline", "sources", "confidence"];
    writer.write_record(head).map_err(fault)?;
    for story in stories {
        for entry in &story.entries {
            let row = [
                table::safe_cell(&story.source.slug),
                table::safe_cell(&entry.id),
                entry.when.edtf(),
                entry.when.first_day().to_string(),
                entry.when.last_day().to_string(),
                entry.kind.name().to_owned(),
                table::safe_cell(&entry.headline),
                entry.citations.len().to_string(),
                entry.confidence.to_string(),
            ];
            writer.write_record(row).map_err(fault)?;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default(); // memory: flushing cannot fail
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
