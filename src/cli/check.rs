//! `dateline check`: everything that `build` does but the writing, and all that is wrong at once; and
//! what the articles do not agree on.

use dateline::{
    diag::{Diagnostic, show::counts},
    publish,
};

use super::{
    Answer, Session, build, dispute,
    progress::Progress,
    project::{self, Target},
};

/// What `dateline check` takes: the options of every verb alone.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Renders every page, follows every link, and writes nothing.
pub(crate) fn run(_: &Arguments, session: &Session, faults: &mut Vec<Diagnostic>) -> Answer {
    let progress = Progress::start(session, "Reading articles");
    let project = project::read(session, faults)?;
    let disputes = dispute::notes(&project.stories);
    let planned = project::planned(project, faults);
    progress.count("Checking pages", planned.site.pages.len());
    let advance = || progress.advance();
    let target = Target::of(session);
    publish::check(&planned.site, &target.options(session, false, &advance))?.unpack(faults);
    faults.extend(disputes);
    let checked = format!("Checked {}", build::amount(&planned));
    let found = if session.fails(faults) {
        Session::failure("it would not be published", faults)
    } else {
        counts(faults)
    };
    let parts = [checked, found, build::skipped(planned.skipped)];
    Ok(Some(build::joined(&parts)))
}
