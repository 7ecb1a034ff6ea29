//! What every verb is given: the global options, and a way to say something to the user.

#![expect(clippy::doc_markdown, reason = "clap prints these comments as they stand")]

use std::{io::Write as _, path::PathBuf};

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use dateline::diag::{Diagnostic, Error, Severity};
use jiff::civil::Date;

use super::Outcome;

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

    /// Shows what is wrong with the content, and says whether that fails the run.
    pub(crate) fn show(&self, diagnostics: &[Diagnostic]) -> Outcome {
        let mut stderr = AutoStream::new(std::io::stderr(), self.color_choice());
        for diagnostic in diagnostics {
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let _ = writeln!(stderr, "{severity}: {}", diagnostic.message);
        }
        self.outcome(diagnostics)
    }

    /// Shows a fault of the environment.
    pub(crate) fn show_error(&self, error: &Error) {
        let mut stderr = AutoStream::new(std::io::stderr(), self.color_choice());
        let _ = writeln!(stderr, "error: {error}");
        if let Some(hint) = &error.hint {
            let _ = writeln!(stderr, "help: {hint}");
        }
    }

    /// Whether these fail the run.
    fn outcome(&self, diagnostics: &[Diagnostic]) -> Outcome {
        let limit = if self.global.talk.strict { Severity::Warning } else { Severity::Error };
        let fails = diagnostics.iter().any(|diagnostic| diagnostic.severity >= limit);
        if fails { Outcome::Faults } else { Outcome::Done }
    }

    fn color_choice(&self) -> ColorChoice {
        match self.global.talk.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}
