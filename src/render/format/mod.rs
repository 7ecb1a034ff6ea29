//! Files for machines, one output a file, in one table.
//!
//! To add one, write its module with a [`Format`] and name it in [`formats!`].

use super::{
    content::{Content, StoryPlan, Topic, TopicKind},
    dates,
    words::Words,
};
use crate::{
    diag::{Diagnostic, Warned},
    story::Entry,
    temporal::value::{Calendar, TimeOfDay, When},
};

/// A file for machines.
#[derive(Debug)]
pub struct Format {
    /// The name of its file.
    file: &'static str,
    /// Its media type.
    media_type: &'static str,
    /// What to call it where it is offered for download; none where it is not.
    title: fn(&Words, &StoryPlan) -> Option<String>,
    /// Whether there is one of something.
    applies: fn(&Content, Subject<'_>) -> bool,
    /// Writes it.
    write: fn(&Content, Subject<'_>) -> Warned<Vec<u8>>,
}

/// Of what a file tells, by indices into [`Content`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The site.
    Site,
    /// A story.
    Story(usize),
    /// A person, a place or a tag.
    Topic(TopicKind, usize),
}

/// Of what a file tells.
#[derive(Debug, Clone, Copy)]
enum Subject<'a> {
    Site,
    Story(&'a StoryPlan),
    Topic(&'a Topic),
}

macro_rules! formats {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every format.
        const ALL: &[Format] = &[$($name::FORMAT),*];
    };
}

formats! { events_json, events_csv, events_ics, timeline_json, feed, robots, sitemap }

/// The files that a site's own file of the same path stands over.
pub(super) const REPLACEABLE: &[&str] = &["robots.txt"];

impl Scope {
    fn subject(self, content: &Content) -> Option<Subject<'_>> {
        Some(match self {
            Self::Site => Subject::Site,
            Self::Story(story) => Subject::Story(content.stories.get(story)?),
            Self::Topic(kind, topic) => Subject::Topic(content.topics[kind as usize].get(topic)?),
        })
    }
}

impl Subject<'_> {
    /// The path of a file about it.
    fn file(self, name: &str) -> String {
        match self {
            Self::Site => name.to_owned(),
            Self::Story(plan) => plan.file(name),
            Self::Topic(topic) => topic.file(name),
        }
    }
}

impl Format {
    /// Writes the file about something.
    pub(super) fn render(&self, content: &Content, scope: Scope) -> Warned<Vec<u8>> {
        match scope.subject(content) {
            Some(subject) => (self.write)(content, subject),
            None => Warned::clean(Vec::new()),
        }
    }

    /// Its media type: `text/csv`.
    pub(super) fn media_type(&self) -> &'static str {
        self.media_type
    }
}

/// The files about something: which formats, and their paths.
pub(super) fn files(content: &Content, scope: Scope) -> Vec<(&'static Format, String)> {
    let Some(subject) = scope.subject(content) else { return Vec::new() };
    let formats = ALL.iter().filter(|format| (format.applies)(content, subject));
    formats.map(|format| (format, subject.file(format.file))).collect()
}

/// What a story offers for download.
pub(super) fn downloads(
    content: &Content,
    plan: &StoryPlan,
    words: &Words,
) -> Vec<(&'static Format, String, String)> {
    let files = files(content, Scope::Story(plan.index)).into_iter();
    let titled = |(format, path): (&'static Format, String)| {
        (format.title)(words, plan).map(|title| (format, title, path))
    };
    files.filter_map(titled).collect()
}

/// The path of the feed about something, if it has one.
pub(super) fn feed_of(content: &Content, scope: Scope) -> Option<String> {
    let files = files(content, scope).into_iter();
    files.filter(|(format, _)| format.file == feed::FORMAT.file).map(|(_, path)| path).next()
}

/// A file that only stories have.
fn of_stories(_: &Content, subject: Subject<'_>) -> bool {
    matches!(subject, Subject::Story(_))
}

/// A file that only the site has.
fn of_the_site(_: &Content, subject: Subject<'_>) -> bool {
    matches!(subject, Subject::Site)
}

/// Who reports an entry: the publishers of its articles, each once, the lead's first.
fn publishers(plan: &StoryPlan, entry: &Entry) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for citation in &entry.citations {
        let Some(article) = plan.story.source.articles.get(citation.article) else { continue };
        let name = article.publisher.as_ref().unwrap_or(&article.title);
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The time of the clock, with the `Z` of universal time where the text says that it is.
fn time(when: When) -> Option<String> {
    let Calendar::Time(_, time @ TimeOfDay::Clock { utc, .. }) = when.start else { return None };
    let clock = dates::clock(time)?;
    Some(if utc { format!("{clock}Z") } else { clock })
}

/// The fault that a file cannot be written.
fn cannot_write(file: &str, error: &dyn std::fmt::Display) -> Warned<Vec<u8>> {
    let fault = Diagnostic::error("export", format!("cannot write `{file}`: {error}"));
    Warned::with(Vec::new(), vec![fault])
}
