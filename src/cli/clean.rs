//! `dateline clean`: removes the files that the manifest lists, and nothing else.

use dateline::{
    diag::{Diagnostic, show::plural},
    publish,
};

use super::{Answer, Session, project::Target};

/// What `dateline clean` takes: the options of every verb alone.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Empties the output folder of what Dateline wrote there.
pub(crate) fn run(_: &Arguments, session: &Session, faults: &mut Vec<Diagnostic>) -> Answer {
    let target = Target::of(session);
    let removed = publish::clean(&target.output, &target.options(session, false, &|| {}))?;
    let removed = removed.unpack(faults);
    Ok(Some(format!("Removed {} from {}", plural(removed, "file"), target.output.display())))
}
