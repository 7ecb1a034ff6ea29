//! `dateline rules`: the rules that read dates, each with what it reads and examples.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use clap::ValueEnum;
use dateline::diag::Diagnostic;
use serde::Serialize;

use super::{Answer, Session, nearest, output_fault};

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

/// A rule, as it is shown.
#[derive(Debug, Serialize)]
struct Rule {
    name: &'static str,
    about: &'static str,
    examples: Vec<Example>,
}

/// A text, and the value that is read in it; none where it is no date.
#[derive(Debug, Serialize)]
struct Example {
    text: String,
    value: Option<String>,
}

/// All rules, in the order of the table.
fn rules() -> Vec<Rule> {
    // The seam: the table of the tagger takes this place.
    Vec::new()
}

/// Shows the rules.
pub(crate) fn run(arguments: &Arguments, _: &Session, _: &mut Vec<Diagnostic>) -> Answer {
    let all = rules();
    let names = || all.iter().map(|rule| rule.name);
    for name in &arguments.names {
        if !names().any(|known| known == name) {
            let hint = "`dateline rules` lists them all";
            return Err(nearest::unknown("rule", name, names(), hint));
        }
    }
    let wanted = |rule: &&Rule| {
        arguments.names.is_empty() || arguments.names.iter().any(|name| name == rule.name)
    };
    let shown: Vec<&Rule> = all.iter().filter(wanted).collect();
    let text = match arguments.format {
        Format::Table => shown.iter().map(|rule| for_people(rule)).collect(),
        // Texts alone: nothing in it can fail.
        Format::Json => serde_json::to_string_pretty(&shown).unwrap_or_default() + "\n",
    };
    io::stdout().lock().write_all(text.as_bytes()).map_err(output_fault)?;
    Ok(None)
}

fn for_people(rule: &Rule) -> String {
    let width = rule.examples.iter().map(|example| example.text.chars().count()).max().unwrap_or(0);
    let mut out = format!("{}\n  {}\n", rule.name, rule.about);
    for Example { text, value } in &rule.examples {
        let value = value.as_deref().unwrap_or("no date");
        let _ = writeln!(out, "    {text:<width$}  {value}"); // a text takes all
    }
    out.push('\n');
    out
}
