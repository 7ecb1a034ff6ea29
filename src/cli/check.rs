//! `dateline check`: everything that `build` does but the writing, and all that is wrong at once.

use dateline::{
    diag::{Diagnostic, show::plural},
    publish,
};

use super::{
    Answer, Session, build,
    progress::Progress,
    project::{self, Target},
};

/// What `dateline check` takes: the options of every verb alone.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Renders every page, follows every link, and writes nothing.
pub(crate) fn run(_: &Arguments, session: &Session, faults: &mut Vec<Diagnostic>) -> Answer {
    let progress = Progress::start(session, "Reading articles");
    let planned = project::plan(session, faults)?;
    progress.count("Checking pages", planned.site.pages.len());
    let advance = || progress.advance();
    let target = Target::of(session);
    publish::check(&planned.site, &target.options(session, false, &advance))?.unpack(faults);
    let counted = planned.site.counts;
    let mut summary = format!(
        "Checked {}: {}, {}, {}",
        plural(planned.stories, "story"),
        plural(counted.articles, "article"),
        plural(counted.events, "event"),
        plural(counted.pages, "page"),
    );
    for part in [build::skipped(planned.skipped)].iter().filter(|part| !part.is_empty()) {
        summary = format!("{summary}; {part}");
    }
    Ok(Some(summary))
}
