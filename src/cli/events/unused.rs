//! The dated sentences that no event uses, and why.

use dateline::{
    diag::Error,
    render::Dates,
    story::{
        Story,
        coverage::{self, Unused},
    },
};
use serde::Serialize;

use super::{Format, output_fault};
use crate::cli::table::{self, Align};

/// A sentence with its place.
#[derive(Serialize)]
struct Sentence<'a> {
    story: &'a str,
    file: &'a str,
    line: usize,
    expression: &'a str,
    value: String,
    /// The value in words, where it has a place on the calendar.
    #[serde(skip)]
    shown: String,
    why: &'static str,
    quote: &'a str,
}

/// The sentences of some stories.
pub(super) fn listed(stories: &[&Story], format: Format) -> Result<String, Error> {
    let sentences: Vec<_> = stories
        .iter()
        .flat_map(|story| {
            let dates = Dates::of(&story.source.settings.language);
            let unused = coverage::unused(story).into_iter();
            unused.map(move |it| sentence(story, &dates, it))
        })
        .collect();
    match format {
        Format::Table => Ok(for_people(&sentences)),
        // Texts and numbers: nothing in it can fail.
        Format::Json => Ok(serde_json::to_string_pretty(&sentences).unwrap_or_default() + "\n"),
        Format::Csv => rows(&sentences),
    }
}

fn sentence<'a>(story: &'a Story, dates: &Dates, unused: Unused<'a>) -> Sentence<'a> {
    let source = &story.source.articles[unused.article].text.source;
    Sentence {
        story: &story.source.slug,
        file: source.name(),
        line: source.line_and_column(unused.start).0,
        expression: unused.expression,
        value: unused.value,
        shown: unused.when.map(|when| dates.when(when)).unwrap_or_default(),
        why: unused.why.words(),
        quote: unused.quote,
    }
}

fn for_people(sentences: &[Sentence<'_>]) -> String {
    if sentences.is_empty() {
        return "  every dated sentence is used\n".into();
    }
    let row = |it: &Sentence<'_>| {
        let place = format!("{}:{}", it.file, it.line);
        let said = it.expression.to_owned();
        vec![place, said, it.shown.clone(), it.why.to_owned(), it.quote.to_owned()]
    };
    let rows: Vec<_> = sentences.iter().map(row).collect();
    let head = ["PLACE", "SAYS", "MEANS", "NOT USED BECAUSE", "SENTENCE"];
    table::lay_out(&head, &[Align::Left; 5], &rows)
}

fn rows(sentences: &[Sentence<'_>]) -> Result<String, Error> {
    let fault = |error: csv::Error| output_fault(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["story", "file", "line", "expression", "value", "why", "quote"])
        .map_err(fault)?;
    for it in sentences {
        let row = [
            table::safe_cell(it.story),
            table::safe_cell(it.file),
            it.line.to_string(),
            table::safe_cell(it.expression),
            it.value.clone(),
            it.why.to_owned(),
            table::safe_cell(it.quote),
        ];
        writer.write_record(row).map_err(fault)?;
    }
    let bytes = writer.into_inner().unwrap_or_default(); // memory: flushing cannot fail
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
