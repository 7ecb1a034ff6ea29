//! `dateline events`: the events of the stories, with their dates and sources; or those that are not
//! published, or the dated sentences that none of them uses.

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

/// Where the ids of events stand, for who wrote one that is none.
pub(super) const IDS: &str =
    "`dateline events --format json` has the ids, with `--left-out` those of what is not published";

/// What `dateline events` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only the events of this story, named by its folder
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
    /// The dated sentences that no event uses, and why, instead of the events
    #[arg(long)]
    unused: bool,
    /// The events that were found but are not published, and why, instead of those that are
    #[arg(long, conflicts_with = "unused")]
    left_out: bool,
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
    let text = if arguments.unused {
        unused::listed(&stories, arguments.format)?
    } else {
        let lists: Vec<_> =
            stories.iter().map(|story| List::of(story, arguments.left_out)).collect();
        match arguments.format {
            Format::Table => lists
                .iter()
                .map(|list| for_people(list, arguments.left_out, lists.len() > 1))
                .collect(),
            Format::Json => json(&lists),
            Format::Csv => csv_rows(&lists, arguments.left_out)?,
        }
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

/// The events of a story, those that are published or those that are not.
struct List<'a> {
    story: &'a Story,
    /// Each, and why it is not published, if it is not.
    entries: Vec<(&'a Entry, Option<&'static str>)>,
}

impl<'a> List<'a> {
    fn of(story: &'a Story, left_out: bool) -> Self {
        let entries = if left_out {
            let mut all: Vec<_> =
                story.left_out.iter().map(|it| (&it.entry, Some(it.why.words()))).collect();
            all.sort_by_key(|(entry, _)| (entry.when.first_day(), &entry.id));
            all
        } else {
            story.entries.iter().map(|entry| (entry, None)).collect()
        };
        Self { story, entries }
    }
}

/// A table with dates as the pages of the story show them; of what is left out, with what a decision of the
/// desk needs.
fn for_people(list: &List<'_>, left_out: bool, named: bool) -> String {
    let slug = &list.story.source.slug;
    let dates = Dates::of(&list.story.source.settings.language);
    let row = |&(entry, why): &(&Entry, Option<&str>)| {
        let mut row = vec![
            dates.when(entry.when),
            entry.citations.len().to_string(),
            format!("{:.2}", entry.confidence),
            entry.headline.clone(),
        ];
        row.extend(why.into_iter().flat_map(|why| [why.to_owned(), entry.id.clone()]));
        row
    };
    let rows: Vec<Vec<String>> = list.entries.iter().map(row).collect();
    let name = if named { format!("{slug}\n") } else { String::new() };
    let table = match rows.as_slice() {
        [] => "  no events\n".to_owned(),
        rows if left_out => {
            let head = ["DATE", "SOURCES", "SURE", "EVENT", "NOT PUBLISHED BECAUSE", "ID"];
            let [number, text] = [Align::Right, Align::Left];
            table::lay_out(&head, &[text, number, number, text, text, text], rows)
        }
        rows => {
            let head = ["DATE", "SOURCES", "SURE", "EVENT"];
            table::lay_out(&head, &[Align::Left, Align::Right, Align::Right, Align::Left], rows)
        }
    };
    name + &table
}

/// An event with the names of `events.json`.
#[derive(Serialize)]
struct Event<'a> {
    story: &'a str,
    id: &'a str,
    date: Date,
    kind: &'static str,
    headline: &'a str,
    /// Why it is not published; what is not has no salience.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salience: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<Salience>,
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

fn json(lists: &[List<'_>]) -> String {
    let mut events = Vec::new();
    for List { story, entries } in lists {
        events.extend(entries.iter().map(|(entry, why)| event(story, entry, *why)));
    }
    // Texts and numbers: nothing in it can fail.
    serde_json::to_string_pretty(&events).unwrap_or_default() + "\n"
}

fn event<'a>(story: &'a Story, entry: &'a Entry, why: Option<&'static str>) -> Event<'a> {
    Event {
        story: &story.source.slug,
        id: &entry.id,
        date: entry.when.into(),
        kind: entry.kind.name(),
        headline: &entry.headline,
        why,
        salience: why.is_none().then_some(entry.salience),
        terms: why.is_none().then(|| entry.terms.into()),
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

fn csv_rows(lists: &[List<'_>], left_out: bool) -> Result<String, Error> {
    let fault = |error: csv::Error| output_fault(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["story", "id", "date", "start", "end", "kind", "headline", "sources", "confidence"];
    writer.write_record(head.into_iter().chain(left_out.then_some("why"))).map_err(fault)?;
    for List { story, entries } in lists {
        for (entry, why) in entries {
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
            let row = row.into_iter().chain(why.map(str::to_owned));
            writer.write_record(row).map_err(fault)?;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default(); // memory: flushing cannot fail
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
