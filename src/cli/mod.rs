//! The command line: arguments in, an exit code out.
//!
//! ```text
//! arguments ── clap ──▶ (Global, Verb) ── Verb::run ──▶ Answer, faults ── Session::end ──▶ exit code
//! ```
//!
//! A verb is one file with its `Arguments` and a `run`, and one line in the table below. The
//! library does the work and hands back values; printing is done here alone.

mod build;
mod check;
mod clean;
mod clock;
mod desk;
mod dispute;
mod events;
mod explain;
mod extract;
mod progress;
mod project;
mod rules;
mod session;
mod table;

use std::{io, process::ExitCode};

use clap::Parser as _;
use dateline::diag::{Diagnostic, Error};

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
            fn run(self, session: &Session, faults: &mut Vec<Diagnostic>) -> Answer {
                match self {
                    $(Self::$name(arguments) => $module::run(&arguments, session, faults),)+
                }
            }
        }
    };
}

verbs! {
    /// Build the site: read `content`, write `public`
    Build => build,
    /// Do everything but the writing, and show all that is wrong
    Check => check,
    /// List the events of the stories, with their dates and sources
    Events => events,
    /// Say why an event has its date, or what was read on a line of an article
    Explain => explain,
    /// Find dates and events in text: Markdown, plain text or JSON lines
    Extract => extract,
    /// List the rules that read dates and tenses, with examples
    Rules => rules,
    /// Decide about an event or a name: hide, approve, pin, retitle, redate, merge, split, note, person, drop-person
    Desk => desk,
    /// Remove what was built, and nothing else
    Clean => clean,
}

/// Turns a folder of articles into a published timeline in which every entry quotes its source.
#[derive(Debug, clap::Parser)]
#[command(name = "dateline", version, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

/// What a verb has to say at its end, if anything. A fault of the environment ends it early; faults
/// of the content it leaves with the caller, who shows them.
pub(crate) type Answer = Result<Option<String>, Error>;

/// Runs the verb that the arguments of this process name.
pub(crate) fn run() -> ExitCode {
    let Arguments { global, verb } = Arguments::parse();
    let session = Session::new(global);
    let mut faults = Vec::new();
    let answer = verb.run(&session, &mut faults);
    session.end(faults, answer)
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
