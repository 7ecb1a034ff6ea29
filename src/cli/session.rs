//! What every verb is given: the global options, and a way to say something to the user.

#![expect(clippy::doc_markdown, reason = "clap prints these comments as they stand")]

use std::{
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use dateline::diag::{
    Diagnostic, Severity,
    show::{self, Look},
};
use jiff::civil::Date;

use super::{Answer, reader_has_gone};

/// Options that every verb takes.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Options of every verb")]
pub(crate) struct Global {
    #[command(flatten)]
    pub(crate) project: ProjectOptions,
    #[command(flatten)]
    pub(crate) talk: TalkOptions,
}

/// What is read and where it goes.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ProjectOptions {
    /// The project: the folder in which `content` stands
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Where the site is written [default: ROOT/public]
    #[arg(long, short, global = true, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Where the site will stand, such as https://example.org/timelines
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// Publish drafts too
    #[arg(long, global = true)]
    pub(crate) drafts: bool,
    /// Publish articles dated after today too
    #[arg(long, global = true)]
    pub(crate) future: bool,
    /// The day on which the site is built [default: SOURCE_DATE_EPOCH, else the clock in UTC]
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<Date>,
}

/// What is said about it.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct TalkOptions {
    /// Let warnings fail as errors do
    #[arg(long, global = true)]
    pub(crate) strict: bool,
    /// Show no progress and no summary
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Show every diagnostic, however many say the same
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
    /// When to use colour; NO_COLOR and CLICOLOR are heeded
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// How diagnostics are shown
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With the line of the source, for people
    Human,
    /// One JSON object a line
    Json,
    /// Workflow commands, which GitHub shows beside the line
    Github,
    /// One SARIF 2.1.0 document, for code scanning
    Sarif,
}

/// A run of one verb.
#[derive(Debug)]
pub(crate) struct Session {
    /// The options of every verb.
    pub(crate) global: Global,
}

impl Session {
    /// A run with these options.
    pub(crate) fn new(global: Global) -> Self {
        Self { global }
    }

    /// From which severity on a fault fails the run.
    pub(crate) fn fails_at(&self) -> Severity {
        if self.global.talk.strict { Severity::Warning } else { Severity::Error }
    }

    /// Whether these faults fail the run.
    pub(crate) fn fails(&self, faults: &[Diagnostic]) -> bool {
        faults.iter().any(|fault| fault.severity >= self.fails_at())
    }

    /// The word on a run that faults have failed: `Nothing was published: 1 warning (--strict lets
    /// no warning pass)`.
    pub(crate) fn failure(outcome: &str, faults: &[Diagnostic]) -> String {
        let counts = show::counts(faults);
        if faults.iter().any(|fault| fault.severity == Severity::Error) {
            format!("{outcome}: {counts}")
        } else {
            format!("{outcome}: {counts} (--strict lets no warning pass)")
        }
    }

    /// Whether progress may be shown: to a person, on a terminal.
    pub(crate) fn shows_progress(&self) -> bool {
        let TalkOptions { quiet, message_format, .. } = self.global.talk;
        !quiet && message_format == MessageFormat::Human && io::stderr().is_terminal()
    }

    /// Shows the faults, then what the verb has to say, and finds the exit code.
    pub(crate) fn end(&self, mut faults: Vec<Diagnostic>, answer: Answer) -> ExitCode {
        let failed = self.fails(&faults);
        let broken = match &answer {
            Err(error) if !reader_has_gone(error) => {
                faults.push(Diagnostic::from(error));
                true
            }
            _ => false,
        };
        // Whoever closed the streams does not want to be told.
        let _ = self.show(&faults);
        if let Ok(Some(summary)) = answer
            && !self.global.talk.quiet
        {
            let _ = writeln!(io::stdout(), "{summary}");
        }
        match (broken, failed) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::from(1),
            (false, false) => ExitCode::SUCCESS,
        }
    }

    fn show(&self, faults: &[Diagnostic]) -> io::Result<()> {
        let mut stderr = AutoStream::new(io::stderr(), self.color_choice());
        let styled = stderr.current_choice() != ColorChoice::Never;
        let text = match self.global.talk.message_format {
            MessageFormat::Human => {
                show::people(faults, Look { styled, all: self.global.talk.verbose })
            }
            MessageFormat::Json => faults.iter().map(show::json).collect(),
            MessageFormat::Github => faults.iter().map(show::github).collect(),
            MessageFormat::Sarif => show::sarif(faults),
        };
        stderr.write_all(text.as_bytes())
    }

    fn color_choice(&self) -> ColorChoice {
        match self.global.talk.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}
