//! `dateline build`: the project in, its site in the output folder.

use std::time::Instant;

use dateline::{
    diag::{
        Diagnostic,
        show::{counts, plural},
    },
    load::Skipped,
    publish::{self, Report},
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
        return Ok(None);
    }
    let report = publish::publish(&planned.site, &target.output, &options)?.unpack(faults);
    let summary = summary(&planned, report, faults, start.elapsed().as_secs_f64());
    Ok(report.published.then_some(summary))
}

/// `Built 2 stories: 11 articles, 42 events, 87 pages in 0.12 s; skipped 1 draft`
fn summary(planned: &Planned, report: Report, faults: &[Diagnostic], seconds: f64) -> String {
    let counted = planned.site.counts;
    let parts = [
        format!(
            "Built {}: {}, {}, {} in {seconds:.2} s",
            plural(planned.stories, "story"),
            plural(counted.articles, "article"),
            plural(counted.events, "event"),
            plural(counted.pages, "page"),
        ),
        counts(faults),
        skipped(planned.skipped),
        if report.removed > 0 {
            format!("removed {}", plural(report.removed, "stale file"))
        } else {
            String::new()
        },
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
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
    use dateline::{load::Skipped, publish::Report, render::Counts};

    use super::{Planned, summary};

    #[test]
    fn the_summary_says_what_was_done_and_what_was_not() {
        let counts = Counts { articles: 11, events: 42, pages: 87 };
        let site = dateline::render::Site { counts, ..Default::default() };
        let mut planned = Planned { site, stories: 2, skipped: Skipped::default() };
        let report = Report { published: true, written: 87, unchanged: 0, removed: 0 };
        assert_eq!(
            summary(&planned, report, &[], 0.123),
            "Built 2 stories: 11 articles, 42 events, 87 pages in 0.12 s"
        );
        planned.skipped = Skipped { drafts: 2, future: 1, expired: 0 };
        assert!(
            summary(&planned, Report { removed: 3, ..report }, &[], 0.1)
                .ends_with("0.10 s; skipped 2 drafts, 1 future article; removed 3 stale files")
        );
    }
}
