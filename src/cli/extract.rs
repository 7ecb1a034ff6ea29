//! `dateline extract`: documents in, their time expressions and events out.
//!
//! ```text
//! files, standard input ── input ──▶ batches of texts ── record ──▶ Record ── format ──▶ standard output
//! ```
//!
//! Documents are read, tagged in parallel and written batch by batch, in the order of the input, so
//! memory does not grow with the stream. No document knows another.

mod format;
mod input;
mod record;

use std::{
    collections::BTreeSet,
    io::{self, IsTerminal as _, Write},
    path::PathBuf,
};

use dateline::{
    diag::{Diagnostic, Error, Severity},
    temporal::Tagger,
};
use jiff::civil::Date;
use rayon::prelude::*;

use self::{
    format::Format,
    input::{Defaults, Input, InputDocument, Item},
    record::Record,
};
use super::{Answer, Session, output_fault, rules};

/// How many faults are shown on standard error: a stream may have millions.
const FAULTS_SHOWN: usize = 10;

/// What `dateline extract` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files to read; standard input when none is named, or for `-`
    files: Vec<PathBuf>,
    /// What the files hold; `auto` goes by their names: .md is Markdown, .jsonl JSON lines
    #[arg(long, default_value = "auto")]
    input: Input,
    /// How to write what is found [default: table on a terminal, jsonl in a pipe]
    #[arg(long)]
    format: Option<Format>,
    /// The date of publication of texts that carry none: what "yesterday" is reckoned from
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// The language of texts that name none, such as en-GB
    #[arg(long, value_name = "TAG", default_value = "en")]
    lang: String,
    /// Leave this rule out, to see what it brings (`dateline rules` lists them); may be repeated
    ///
    /// A rule that reads a part of a longer expression, as the day in `10 p.m. Wednesday`, goes on
    /// reading it there.
    #[arg(long, value_name = "RULE", hide_short_help = true)]
    without: Vec<String>,
}

/// Reads everything that is asked for; content faults are malformed lines.
pub(crate) fn run(arguments: &Arguments, _: &Session, faults: &mut Vec<Diagnostic>) -> Answer {
    let stdout = io::stdout().lock();
    let by_default = if stdout.is_terminal() { Format::Table } else { Format::Jsonl };
    if let Some(unknown) =
        arguments.without.iter().find(|name| !rules::names().any(|it| it == **name))
    {
        let hint = "`dateline rules` lists them all";
        return Err(Error::unknown("rule", unknown, rules::names(), hint));
    }
    let reading = Reading {
        format: arguments.format.unwrap_or(by_default),
        defaults: Defaults { date: arguments.date, language: &arguments.lang },
        tagger: arguments.without.iter().fold(Tagger::new(), |tagger, rule| tagger.without(rule)),
    };
    let mut out = io::BufWriter::new(stdout);
    let mut seen = Seen::default();
    out.write_all(reading.format.opening()).map_err(output_fault)?;
    for mut batches in input::open(&arguments.files, arguments.input)? {
        while let Some(batch) = batches.next()? {
            reading.write(&batch, &mut seen, &mut out)?;
        }
    }
    out.flush().map_err(output_fault)?;
    faults.extend(seen.into_diagnostics());
    Ok(None)
}

/// How documents are read and written.
struct Reading<'a> {
    format: Format,
    defaults: Defaults<'a>,
    tagger: Tagger,
}

impl Reading<'_> {
    /// Reads a batch in parallel, and writes it in its order.
    fn write(&self, batch: &[Item], seen: &mut Seen, out: &mut impl Write) -> Result<(), Error> {
        let answers: Vec<_> = batch
            .par_iter()
            .map(|item| item.parse(&self.defaults).map(|document| self.answer(document)))
            .collect();
        for answer in answers {
            let bytes = match answer {
                Ok(answer) => {
                    seen.language(answer.unread_language);
                    seen.faults(answer.faults);
                    answer.bytes
                }
                Err(fault) => {
                    let bytes = self.format.fault(&fault);
                    seen.faults(fault.diagnostics);
                    bytes
                }
            };
            out.write_all(&bytes).map_err(output_fault)?;
        }
        out.flush().map_err(output_fault)
    }

    fn answer(&self, input: InputDocument<'_>) -> Output {
        let language = &input.document.language;
        let unread_language = (!self.tagger.reads(language)).then(|| language.clone());
        let bytes = self.format.document(&input, &Record::of(&input, &self.tagger));
        Output { bytes, unread_language, faults: input.faults }
    }
}

/// What a document gives: bytes to write, its language if no lexicon reads it, what is wrong with it.
struct Output {
    bytes: Vec<u8>,
    unread_language: Option<String>,
    faults: Vec<Diagnostic>,
}

/// What went wrong so far: as much as is shown, and the count of the rest.
#[derive(Default)]
struct Seen {
    faults: Vec<Diagnostic>,
    more: usize,
    unread_languages: BTreeSet<String>,
}

impl Seen {
    fn faults(&mut self, faults: Vec<Diagnostic>) {
        for fault in faults {
            if self.faults.len() < FAULTS_SHOWN {
                self.faults.push(fault);
            } else if fault.severity == Severity::Error {
                self.more += 1;
            }
        }
    }

    fn language(&mut self, unread: Option<String>) {
        if self.unread_languages.len() < FAULTS_SHOWN {
            self.unread_languages.extend(unread);
        }
    }

    fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        let languages = self.unread_languages.into_iter().map(|language| {
            let message =
                format!("there is no lexicon for `{language}`: its documents were not read");
            Diagnostic::warning("unread-language", message)
                .hint("`--lang` names the language of documents that name none")
        });
        let more = (self.more > 0).then(|| {
            let message = format!("and {} more documents are malformed", self.more);
            Diagnostic::error("malformed-document", message)
        });
        languages.chain(self.faults).chain(more)
    }
}
