//! The command line: arguments in, an exit code out.
//!
//! ```text
//! arguments ── clap ──▶ (Global, Verb) ── Verb::run ──▶ Outcome ──▶ exit code
//! ```
//!
//! A verb is one file with its `Arguments` and a `run`, and one line in the table below. The
//! library does the work and hands back values; printing is done here alone.

#[allow(dead_code, reason = "the verbs that build ask for it")]
mod clock;
mod extract;
mod session;
mod table;

use std::{io, process::ExitCode};

use clap::Parser as _;
use dateline::diag::Error;

pub(crate) use session::{Global, Session};

/// Makes the enum of verbs, and the one place that runs them, of a table: a doc comment (the verb's
/// line in `dateline help`), its name, its module.
macro_rules! verbs {
    ($($(#[doc = $about:literal])+ $name:ident => $module:ident,)+) => {
        #[derive(Debug, clap::Subcommand)]
        enum Verb {
            $($(#[doc = $about])+ $name($module::Arguments),)+
        }

        impl Verb {
            fn run(self, session: &Session) -> Result<Outcome, Error> {
                match self { $(Self::$name(arguments) => $module::run(&arguments, session),)+ }
            }
        }
    };
}

verbs! {
    /// Find dates and events in text: Markdown, plain text or JSON lines
    Extract => extract,
}

/// Turns a folder of articles into a published timeline in which every entry quotes its source.
#[derive(Debug, clap::Parser)]
#[command(name = "dateline", version, max_term_width = 100, disable_help_subcommand = false)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As asked.
    Done,
    /// The content has faults, which were shown.
    Faults,
}

/// Runs the verb that the arguments of this process name.
pub(crate) fn run() -> ExitCode {
    let Arguments { global, verb } = Arguments::parse();
    let session = Session::new(global);
    match verb.run(&session) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Faults) => ExitCode::from(1),
        Err(error) if reader_has_gone(&error) => ExitCode::SUCCESS,
        Err(error) => {
            session.show_error(&error);
            ExitCode::from(2)
        }
    }
}

/// A fault of standard output.
pub(crate) fn output_fault(cause: io::Error) -> Error {
    Error { cause: Some(cause), ..Error::refusal("cannot write to standard output") }
}

/// Whether `error` only says that whoever read our output (`head`) wants no more of it.
fn reader_has_gone(error: &Error) -> bool {
    error.path.is_none()
        && error.cause.as_ref().is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_of_all_verbs_are_consistent() {
        super::Arguments::command().debug_assert();
    }
}
