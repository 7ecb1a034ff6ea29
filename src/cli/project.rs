//! The project that the options name, taken through the stages of the library.

use std::path::PathBuf;

use dateline::{
    diag::{Diagnostic, Error},
    load::{self, Skipped},
    publish, render,
};

use super::{Session, clock, session::ProjectOptions};

/// A site, planned.
pub(crate) struct Planned {
    /// Its pages.
    pub(crate) site: render::Site,
    /// How many stories it tells.
    pub(crate) stories: usize,
    /// What was left out.
    pub(crate) skipped: Skipped,
}

/// Loads and reads the project, up to its stories.
pub(crate) fn read(
    session: &Session,
    faults: &mut Vec<Diagnostic>,
) -> Result<dateline::Project, Error> {
    let ProjectOptions { root, base_url, drafts, future, today, .. } = &session.global.project;
    let options = load::Options {
        root: root.clone(),
        drafts: *drafts,
        future: *future,
        today: clock::today(*today)?,
        base_url: base_url.clone(),
    };
    let library = load::load(&options)?.unpack(faults);
    Ok(dateline::read(library).unpack(faults))
}

/// Loads, reads and plans the project.
pub(crate) fn plan(session: &Session, faults: &mut Vec<Diagnostic>) -> Result<Planned, Error> {
    Ok(planned(read(session, faults)?, faults))
}

/// Plans a project that was read.
pub(crate) fn planned(project: dateline::Project, faults: &mut Vec<Diagnostic>) -> Planned {
    let (stories, skipped) = (project.stories.len(), project.library.skipped);
    let site = render::plan(project).unpack(faults);
    Planned { site, stories, skipped }
}

/// Where the site is written, and what must not be overwritten.
pub(crate) struct Target {
    /// The output folder.
    pub(crate) output: PathBuf,
    home: Option<PathBuf>,
}

impl Target {
    /// As the options say.
    pub(crate) fn of(session: &Session) -> Self {
        let ProjectOptions { root, output, .. } = &session.global.project;
        let output = output.clone().unwrap_or_else(|| root.join("public"));
        Self { output, home: std::env::home_dir() }
    }

    /// How to publish there.
    pub(crate) fn options<'a>(
        &'a self,
        session: &'a Session,
        adopt: bool,
        progress: &'a (dyn Fn() + Sync),
    ) -> publish::Options<'a> {
        publish::Options {
            project: &session.global.project.root,
            home: self.home.as_deref(),
            adopt,
            fails_at: session.fails_at(),
            progress,
        }
    }
}
