//! `events.csv`: a story as a table, a row an entry, for spreadsheets and statistics.
//!
//! As RFC 4180 has it: UTF-8, lines ending in CR and LF, a first line of names. Lists are joined by `; `.
//! Text that a spreadsheet would take for a formula, a part of a list too, begins with an apostrophe, as
//! [OWASP](https://owasp.org/www-community/attacks/CSV_Injection) advises.

use csv::{Terminator, WriterBuilder};

use super::{Content, Format, StoryPlan, Subject, cannot_write, of_stories, publishers, time};
use crate::{
    diag::Warned,
    render::{address::web_address, dates::Dates},
    story::Entry,
};

pub(super) const FORMAT: Format = Format {
    file: "events.csv",
    media_type: "text/csv",
    title: |words, _| Some(words.text("file-csv")),
    applies: of_stories,
    write,
};

/// A column: its name, and what stands in it.
type Column = (&'static str, fn(&Row<'_>) -> String);

/// Every column, in the order of the table.
const COLUMNS: &[Column] = &[
    ("id", |row| row.entry.id.clone()),
    ("date", |row| row.entry.when.edtf()),
    ("start", |row| row.entry.when.first_day().to_string()),
    ("end", |row| row.entry.when.last_day().to_string()),
    ("precision", |row| row.entry.when.precision().name().to_owned()),
    ("time", |row| time(row.entry.when).unwrap_or_default()),
    ("approximate", |row| row.entry.when.approximate.to_string()),
    ("display", |row| row.dates.when(row.entry.when)),
    ("kind", |row| row.entry.kind.name().to_owned()),
    ("headline", |row| row.entry.headline.clone()),
    ("quote", |row| row.entry.citations.first().map(|lead| lead.quote.clone()).unwrap_or_default()),
    ("note", |row| row.entry.note.clone().unwrap_or_default()),
    ("reports", |row| row.reports().to_string()),
    ("publishers", |row| list(&publishers(row.plan, row.entry))),
    ("articles", |row| list(&row.articles())),
    ("other_dates", |row| list(&row.other_dates())),
    ("people", |row| list(&row.entry.people)),
    ("places", |row| list(&row.entry.places)),
    ("tags", |row| list(&row.entry.tags)),
    ("key", |row| row.entry.key.to_string()),
    ("salience", |row| format!("{:.4}", row.entry.salience)),
    ("confidence", |row| format!("{:.4}", row.entry.confidence)),
    ("url", |row| row.content.base.url(row.plan.entry(row.at))),
];

/// An entry, and what surrounds it.
struct Row<'a> {
    content: &'a Content,
    plan: &'a StoryPlan,
    dates: &'a Dates,
    at: usize,
    entry: &'a Entry,
}

impl Row<'_> {
    /// How many articles report it, near-copies counted.
    fn reports(&self) -> usize {
        let articles: std::collections::BTreeSet<usize> =
            self.entry.citations.iter().map(|citation| citation.article).collect();
        articles.len() + self.entry.citations.iter().map(|citation| citation.copies).sum::<usize>()
    }

    /// The addresses of its articles: of the originals, else on the site.
    fn articles(&self) -> Vec<String> {
        let mut addresses: Vec<String> = Vec::new();
        for citation in &self.entry.citations {
            let article = self.plan.story.source.articles.get(citation.article);
            let address = article.and_then(|article| {
                let own = || self.plan.article(article).map(|page| self.content.base.url(&page));
                article.url.as_deref().and_then(web_address).or_else(own)
            });
            addresses.extend(address.filter(|address| !addresses.contains(address)));
        }
        addresses
    }

    fn other_dates(&self) -> Vec<String> {
        self.entry.conflicts.iter().map(|conflict| conflict.when.edtf()).collect()
    }
}

fn write(content: &Content, subject: Subject<'_>) -> Warned<Vec<u8>> {
    let Subject::Story(plan) = subject else { return Warned::clean(Vec::new()) };
    match table(content, plan) {
        Ok(bytes) => Warned::clean(bytes),
        Err(error) => cannot_write(FORMAT.file, &error),
    }
}

fn table(content: &Content, plan: &StoryPlan) -> Result<Vec<u8>, csv::Error> {
    let dates = content.theme.dates(&plan.story.source.settings.language);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|(name, _)| *name))?;
    for (at, entry) in plan.story.entries.iter().enumerate() {
        let row = Row { content, plan, dates, at, entry };
        writer.write_record(COLUMNS.iter().map(|(_, cell)| defused(cell(&row))))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A cell that lists several: a program that parts cells at `;` finds no formula in it either.
fn list(parts: &[String]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| defused(part.clone())).collect();
    parts.join("; ")
}

/// Text that no spreadsheet takes for a formula. A date before the common era begins with a minus and
/// stays what it is.
fn defused(text: String) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '@' | '＝' | '＋' | '－' | '＠' | '|' | '%');
    let is_number = text.strip_prefix('-').is_some_and(|rest| {
        rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '~' | 'X' | ':' | 'T'))
    });
    // Some programs leave out blanks before they look.
    let begin = text.trim_start();
    let is_formula = begin.starts_with(begins) || (begin.starts_with('-') && !is_number);
    if is_formula || text.starts_with(['\t', '\r', '\n']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::{moon, project};

    fn rows(change: impl Fn(&mut Entry)) -> Vec<csv::StringRecord> {
        let mut story = moon();
        story.entries.iter_mut().for_each(change);
        let site = crate::render::plan(project(Some("https://x.org"), vec![story])).value;
        let rendered = site.render("moon/events.csv").expect("each story has a table").value;
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(&rendered.bytes[..]);
        reader.records().map(Result::unwrap).collect()
    }

    fn cell<'r>(rows: &'r [csv::StringRecord], row: usize, column: &str) -> &'r str {
        let at = rows[0].iter().position(|name| name == column).expect("the column is there");
        &rows[row][at]
    }

    #[test]
    fn a_row_is_an_entry() {
        let rows = rows(|_| ());
        assert_eq!(rows.len(), 7);
        for (column, expected) in [
            ("id", "1969-07-20-first-step"),
            ("date", "1969-07-20"),
            ("end", "1969-07-20"),
            ("precision", "day"),
            ("headline", "Neil Armstrong stepped onto the surface"),
            ("reports", "3"),
            ("publishers", "Example Courier; Example Wire; Example Weekly"),
            ("other_dates", "1969-07-21"),
            ("places", "Moon; Houston"),
            ("url", "https://x.org/moon/events/1969-07-20-first-step/"),
        ] {
            assert_eq!(cell(&rows, 5, column), expected, "{column}");
        }
        assert_eq!((cell(&rows, 2, "approximate"), cell(&rows, 2, "date")), ("true", "1959~"));
        assert_eq!(cell(&rows, 6, "kind"), "planned");
    }

    #[test]
    fn hostile_text_is_text_in_its_own_cell() {
        let hostile = "=HYPERLINK(\"x\"),\r\n+1";
        let rows = rows(|entry| {
            entry.headline = hostile.into();
            entry.people = vec!["Ann".into(), "=cmd|' /C calc'!A0".into()];
        });
        assert_eq!(cell(&rows, 1, "people"), "Ann; '=cmd|' /C calc'!A0");
        assert_eq!(cell(&rows, 1, "headline"), format!("'{hostile}"));
        assert_eq!(rows[1].len(), COLUMNS.len());
    }

    #[test]
    fn formulas_are_defused_and_dates_are_not() {
        for (text, expected) in [
            ("=1", "'=1"),
            ("-1+1", "'-1+1"),
            ("@x", "'@x"),
            ("  =1", "'  =1"),
            ("\t1", "'\t1"),
            ("\r1", "'\r1"),
            ("＝1", "'＝1"),
            ("-0479", "-0479"),
            ("-0489/-0479~", "-0489/-0479~"),
            ("plain -1", "plain -1"),
        ] {
            assert_eq!(defused(text.into()), expected);
        }
    }
}
