//! `dateline rules`: the rules that read dates and tenses, each with what it reads and examples.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use clap::ValueEnum;
use dateline::{
    diag::{Diagnostic, Error},
    temporal::{
        rules::{self, Example, Rule},
        tense::{TENSES, TenseRule},
    },
};
use serde::Serialize;

use super::{Answer, Session, output_fault};

/// What `dateline rules` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The names of rules to show; all of them when none is named
    names: Vec<String>,
    /// How to write them
    #[arg(long, default_value = "table")]
    format: Format,
}

/// A format of `rules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Table,
    /// An array of objects
    Json,
}

/// What a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// An expression of time.
    Date,
    /// The tense of a verb, by which the year or week of a date is found.
    Tense,
}

/// A rule, as it is shown.
#[derive(Debug, Serialize)]
struct Shown {
    name: &'static str,
    kind: Kind,
    about: &'static str,
    examples: Vec<ShownExample>,
}

/// A line of prose with its times in brackets, and their values; none where nothing is read.
#[derive(Debug, Serialize)]
struct ShownExample {
    text: &'static str,
    values: Vec<&'static str>,
}

impl From<&Rule> for Shown {
    fn from(rule: &Rule) -> Self {
        let example = |example: &Example| ShownExample {
            text: example.text,
            values: example.means.split_whitespace().collect(),
        };
        let examples = rule.examples.iter().map(example).collect();
        Self { name: rule.name, kind: Kind::Date, about: rule.about, examples }
    }
}

impl From<&TenseRule> for Shown {
    /// The values of a tense rule's examples are the tense itself.
    fn from(rule: &TenseRule) -> Self {
        let values = vec![rule.tense.map_or("no tense", |tense| tense.name())];
        let example = |&text: &&'static str| ShownExample { text, values: values.clone() };
        let examples = rule.examples.iter().map(example).collect();
        Self { name: rule.name, kind: Kind::Tense, about: rule.about, examples }
    }
}

/// The names of all rules, those for dates first.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    rules::ALL.iter().map(|rule| rule.name).chain(TENSES.iter().map(|rule| rule.name))
}

/// Shows the rules.
pub(crate) fn run(arguments: &Arguments, _: &Session, _: &mut Vec<Diagnostic>) -> Answer {
    let unknown = |name: &&String| !names().any(|known| known == **name);
    if let Some(unknown) = arguments.names.iter().find(unknown) {
        let hint = "`dateline rules` lists them all";
        return Err(Error::unknown("rule", unknown, names(), hint));
    }
    let all = rules::ALL.iter().map(Shown::from).chain(TENSES.iter().map(Shown::from));
    let wanted = |rule: &Shown| {
        arguments.names.is_empty() || arguments.names.iter().any(|name| name == rule.name)
    };
    let shown: Vec<Shown> = all.filter(wanted).collect();
    let text = match arguments.format {
        Format::Table => tables(&shown),
        // Texts alone: nothing in it can fail.
        Format::Json => serde_json::to_string_pretty(&shown).unwrap_or_default() + "\n",
    };
    io::stdout().lock().write_all(text.as_bytes()).map_err(output_fault)?;
    Ok(None)
}

/// The rules of each kind under a heading.
fn tables(shown: &[Shown]) -> String {
    let kinds = [
        (Kind::Date, "DATES: what is read as a time, and its value"),
        (Kind::Tense, "TENSES: by which the year or the week of a date is found"),
    ];
    let table = |(kind, heading): (Kind, &str)| {
        let rules: String = shown.iter().filter(|it| it.kind == kind).map(for_people).collect();
        if rules.is_empty() { rules } else { format!("{heading}\n\n{rules}") }
    };
    kinds.map(table).concat()
}

fn for_people(rule: &Shown) -> String {
    let width = rule.examples.iter().map(|example| example.text.chars().count()).max().unwrap_or(0);
    let mut out = format!("{}\n  {}\n", rule.name, rule.about);
    for ShownExample { text, values } in &rule.examples {
        let values = if values.is_empty() { "no date".to_owned() } else { values.join(" ") };
        let _ = writeln!(out, "    {text:<width$}  {values}"); // a text takes all
    }
    out.push('\n');
    out
}
