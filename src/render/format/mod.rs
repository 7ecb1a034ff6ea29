//! Files for machines, one output a file, in one table.
//!
//! To add one, write its module with a [`Format`] and name it in [`formats!`].

use super::content::{Content, StoryPlan};
use crate::diag::Warned;

/// A file for machines.
#[derive(Debug)]
pub struct Format {
    /// The name of its file.
    file: &'static str,
    /// What to call it where it is offered for download; none where it is not.
    title: Option<&'static str>,
    /// Of what there is one.
    scope: Scope,
    /// Whether there is anything to write for a story.
    applies: fn(&StoryPlan) -> bool,
    /// Writes it, for one story or for the whole site.
    write: fn(&Content, Option<&StoryPlan>) -> Warned<Vec<u8>>,
}

/// Of what there is a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Of every story.
    Story,
    /// Of the site.
    Site,
    /// Of every story, and of the site if it has other stories than the one at its root.
    Both,
}

macro_rules! formats {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every format.
        const ALL: &[Format] = &[$($name::FORMAT),*];
    };
}

formats! { events_json, feed, robots, sitemap }

/// The files that a site's own file of the same path stands over.
pub(super) const REPLACEABLE: &[&str] = &["robots.txt"];

impl Format {
    /// Writes the file of one story, or of the whole site.
    pub(super) fn render(&self, content: &Content, story: Option<usize>) -> Warned<Vec<u8>> {
        (self.write)(content, story.and_then(|story| content.stories.get(story)))
    }
}

/// The formats of a story, and the paths of their files.
pub(super) fn of_story(plan: &StoryPlan) -> impl Iterator<Item = (&'static Format, String)> {
    let of_stories = ALL.iter().filter(|format| format.scope != Scope::Site);
    of_stories
        .filter(|format| (format.applies)(plan))
        .map(|format| (format, plan.file(format.file)))
}

/// The formats of the whole site, and the paths of their files.
pub(super) fn of_site(content: &Content) -> impl Iterator<Item = (&'static Format, String)> {
    let of_sites = ALL.iter().filter(|format| match format.scope {
        Scope::Site => true,
        Scope::Both => !content.is_one_story() && content.stories.iter().any(format.applies),
        Scope::Story => false,
    });
    of_sites.map(|format| (format, format.file.to_owned()))
}

/// What a story offers for download: title and path.
pub(super) fn downloads(plan: &StoryPlan) -> impl Iterator<Item = (&'static str, String)> {
    of_story(plan).filter_map(|(format, path)| format.title.map(|title| (title, path)))
}

/// The path of a story's feed, if it has one.
pub(super) fn feed_of(plan: &StoryPlan) -> Option<String> {
    of_story(plan).find(|(format, _)| format.file == feed::FORMAT.file).map(|(_, path)| path)
}

/// The path of the site's feed, if it has one.
pub(super) fn feed_of_site(content: &Content) -> Option<String> {
    of_site(content).find(|(format, _)| format.file == feed::FORMAT.file).map(|(_, path)| path)
}
