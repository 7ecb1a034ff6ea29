//! `dateline desk`: an editor's decision, written to the end of a story's `_desk.yaml`.
//!
//! ```text
//! VERB EVENT … ── target ──▶ story, ids, quotes ── story::desk::add ──▶ new text ── tried ──▶ no fault ── file ──▶ _desk.yaml
//! ```
//!
//! The library makes the new text and applies it in memory first. What would be a fault of the file
//! is shown, and the file stays as it is; only a decision that overrules an earlier one is written with
//! its warning.

mod file;
mod target;

use clap::Subcommand;
use dateline::{
    diag::{Diagnostic, Error, Severity},
    story::{
        self, Story,
        desk::{self, Action, Addition, Decision},
    },
    temporal::value::When,
};

use super::{Answer, Session, clock, project};
use file::DeskFile;
use target::Target;

/// What `dateline desk` takes.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "An EVENT is an id, an alias, or STORY/ID; `dateline events --format json` lists the ids, with `--left-out` those of what is not published."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
    /// The reason; readers see it on the page that says how the story was made
    #[arg(long, global = true, value_name = "TEXT", value_parser = written)]
    why: Option<String>,
}

/// What can be decided.
#[derive(Debug, Clone, Subcommand)]
enum Verb {
    /// Do not publish an event
    Hide {
        #[arg(value_parser = written)]
        event: String,
    },
    /// Publish it, also where review is required or the reading is unsure
    Approve {
        #[arg(value_parser = written)]
        event: String,
    },
    /// Publish it, and show it in the first view
    Pin {
        #[arg(value_parser = written)]
        event: String,
    },
    /// Give it another headline
    Retitle {
        #[arg(value_parser = written)]
        event: String,
        #[arg(value_parser = written)]
        to: String,
    },
    /// Give it another date
    Redate {
        #[arg(value_parser = written)]
        event: String,
        /// The date as EDTF: 2018-06-06, 2018-06, 1996, 199X, 1996/2018, 1996~
        #[arg(value_name = "DATE", value_parser = edtf, allow_hyphen_values = true)]
        to: When,
    },
    /// Make one of several; it keeps the id of the first
    Merge {
        #[arg(value_name = "EVENT", num_args = 2.., required = true, value_parser = written)]
        events: Vec<String>,
    },
    /// Take sentences out of an event, into an entry of their own
    Split {
        #[arg(value_parser = written)]
        event: String,
        /// A sentence to take out; may be given several times
        #[arg(long, value_name = "QUOTE", required = true, value_parser = written)]
        at: Vec<String>,
    },
    /// Print a note under it
    Note {
        #[arg(value_parser = written)]
        event: String,
        #[arg(value_parser = written)]
        text: String,
    },
    /// Show a person under another name
    Person {
        #[arg(value_parser = written)]
        name: String,
        #[arg(value_parser = written)]
        is: String,
        #[command(flatten)]
        story: StoryOption,
    },
    /// Take a name for nobody's
    DropPerson {
        #[arg(value_parser = written)]
        name: String,
        #[command(flatten)]
        story: StoryOption,
    },
}

/// The story that a name is decided in.
#[derive(Debug, Clone, clap::Args)]
struct StoryOption {
    /// The story, named by its folder, where several know the name
    #[arg(long, value_name = "STORY")]
    story: Option<String>,
}

/// Writes the decision, unless it would be a fault of the file.
pub(crate) fn run(
    arguments: &Arguments,
    session: &Session,
    faults: &mut Vec<Diagnostic>,
) -> Answer {
    let today = clock::today(session.global.project.today)?;
    let mut met = Vec::new();
    let mut project = project::read(session, &mut met)?;
    // What the project cannot read, nobody can decide about; its warnings are `check`'s.
    let mut show_errors =
        || faults.extend(met.drain(..).filter(|fault| fault.severity == Severity::Error));
    let target = target(&arguments.verb, &project.stories).inspect_err(|_| show_errors())?;
    let story = project.stories.swap_remove(target.story);
    let name = desk::file_name(&story.source)
        .ok_or_else(|| Error::refusal("a story without articles has no desk"))?;
    let file =
        DeskFile::open(&session.global.project.root, &name).inspect_err(|_| show_errors())?;
    if file.exists() && story.source.desk.is_none() {
        show_errors();
        return Err(nothing_written(&name));
    }
    let Target { action, quotes, .. } = target;
    let decision = Decision { action, quotes, on: Some(today), why: arguments.why.clone() };
    let added = match desk::add(&name, file.text(), &decision) {
        Ok(added) => added,
        Err(found) => {
            faults.extend(found);
            return Err(nothing_written(&name));
        }
    };
    let wrong = tried(story, &added);
    // Editors change their minds: the later decision holds, and the warning names the earlier one.
    let refused = wrong.iter().any(|fault| fault.code != desk::CONTRADICTING);
    faults.extend(wrong);
    if refused {
        return Err(nothing_written(&name));
    }
    file.write(added.source.text())?;
    Ok(Some(summary(&added, &decision.action)))
}

fn nothing_written(name: &str) -> Error {
    Error::refusal(format!("nothing was written to `{name}`"))
}

/// The story that a decision is about, and the decision with the ids and quotes of its events.
fn target(verb: &Verb, stories: &[Story]) -> Result<Target, Error> {
    match verb {
        Verb::Hide { event } => target::event(stories, event, Action::Hide),
        Verb::Approve { event } => target::event(stories, event, Action::Approve),
        Verb::Pin { event } => target::event(stories, event, Action::Pin),
        Verb::Retitle { event, to } => {
            target::event(stories, event, |event| Action::Retitle { event, to: to.clone() })
        }
        Verb::Redate { event, to } => {
            target::event(stories, event, |event| Action::Redate { event, to: *to })
        }
        Verb::Note { event, text } => {
            target::event(stories, event, |event| Action::Note { event, text: text.clone() })
        }
        Verb::Split { event, at } => {
            target::event(stories, event, |event| Action::Split { event, at: at.clone() })
        }
        Verb::Merge { events } => target::events(stories, events),
        Verb::Person { name, is, story } => {
            let action = Action::Person { name: name.clone(), is: is.clone() };
            target::person(stories, name, story.story.as_deref(), action)
        }
        Verb::DropPerson { name, story } => {
            let action = Action::DropPerson(name.clone());
            target::person(stories, name, story.story.as_deref(), action)
        }
    }
}

/// What would be wrong with the new decision.
fn tried(story: Story, added: &Addition) -> Vec<Diagnostic> {
    let Story { mut source, readings, .. } = story;
    source.desk = Some(added.source.clone());
    let found = story::arrange(source, readings).diagnostics;
    let is_new = |fault: &Diagnostic| {
        let place = fault.place.as_ref().filter(|it| it.source.name() == added.source.name());
        place.is_some_and(|place| added.span.contains(&place.span.start))
    };
    found.into_iter().filter(is_new).collect()
}

/// `content/clemency/_desk.yaml:12: hide 2018-06-06-…`
fn summary(addition: &Addition, action: &Action) -> String {
    let (name, line) =
        (addition.source.name(), addition.source.line_and_column(addition.span.start).0);
    format!("{name}:{line}: {} {}", action.verb(), action.named().join(" "))
}

/// A text on the command line: an event, a name, words to show.
fn written(text: &str) -> Result<String, String> {
    let blank = "it is blank; write a word or more between the quotes";
    if text.trim().is_empty() { Err(blank.into()) } else { Ok(text.to_owned()) }
}

/// A date on the command line.
fn edtf(text: &str) -> Result<When, String> {
    let hint = "write it as EDTF: 2018-06-06, 2018-06, 1996, 199X, 1996/2018, 1996~";
    When::from_edtf(text).ok_or_else(|| format!("it is no date; {hint}"))
}
