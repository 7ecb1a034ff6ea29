//! `dateline build`: the project in, its site in the output folder.

use std::time::Instant;

use dateline::{
    diag::{
        Diagnostic,
        show::{counts, plural},
    },
    load::Skipped,
    publish,
    render::Counts,
};

use super::{
    Answer, Session,
    progress::Progress,
    project::{self, Planned, Target},
};

/// What `dateline build` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Take over an output folder that holds files which Dateline did not write
    #[arg(long)]
    adopt: bool,
}

/// Builds the site, or with faults leaves the last one as it stands.
pub(crate) fn run(
    arguments: &Arguments,
    session: &Session,
    faults: &mut Vec<Diagnostic>,
) -> Answer {
    let start = Instant::now();
    let progress = Progress::start(session, "Reading articles");
    let planned = project::plan(session, faults)?;
    progress.count("Making pages", planned.site.pages.len());
    let advance = || progress.advance();
    let target = Target::of(session);
    let options = target.options(session, arguments.adopt, &advance);
    if session.fails(faults) {
        publish::check(&planned.site, &options)?.unpack(faults);
        return Ok(Some(Session::failure("Nothing was published", faults)));
    }
    let report = publish::publish(&planned.site, &target.output, &options)?.unpack(faults);
    if !report.published {
        return Ok(Some(Session::failure("Nothing was published", faults)));
    }
    let parts = [
        format!("Built {} in {:.2} s", amount(&planned), start.elapsed().as_secs_f64()),
        counts(faults),
        skipped(planned.skipped),
        removed(report.removed),
    ];
    Ok(Some(joined(&parts)))
}

/// `2 stories: 11 articles, 42 events, 87 pages`
pub(crate) fn amount(planned: &Planned) -> String {
    let Counts { articles, events, pages } = planned.site.counts;
    format!(
        "{}: {}, {}, {}",
        plural(planned.stories, "story"),
        plural(articles, "article"),
        plural(events, "event"),
        plural(pages, "page"),
    )
}

/// The parts that say something, one after the other.
pub(crate) fn joined(parts: &[String]) -> String {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    parts.join("; ")
}

fn removed(count: usize) -> String {
    if count > 0 { format!("removed {}", plural(count, "stale file")) } else { String::new() }
}

/// `skipped 2 drafts, 1 future article`, or nothing.
pub(crate) fn skipped(skipped: Skipped) -> String {
    let Skipped { drafts, future, expired } = skipped;
    let kinds = [(drafts, "draft"), (future, "future article"), (expired, "expired article")];
    let parts: Vec<_> = kinds
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, noun)| plural(count, noun))
        .collect();
    if parts.is_empty() { String::new() } else { format!("skipped {}", parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use dateline::load::Skipped;

    use super::{joined, removed, skipped};

    #[test]
    fn the_summary_says_what_was_left_out_and_taken_away() {
        let parts =
            ["Built".to_owned(), skipped(Skipped { drafts: 2, future: 1, expired: 0 }), removed(3)];
        assert_eq!(
            joined(&parts),
            "Built; skipped 2 drafts, 1 future article; removed 3 stale files"
        );
        assert_eq!(joined(&["Built".to_owned(), skipped(Skipped::default()), removed(0)]), "Built");
    }
}
