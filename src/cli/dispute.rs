//! What is said of a date that sources do not agree on.

use dateline::{
    diag::{Diagnostic, show::plural},
    story::{Citation, Entry, Preference, Story},
};

use super::table::one_line;

/// A note for each entry about whose date sources disagree. It is no warning: the articles
/// differ, and nothing about them is to be mended, so `--strict` lets it pass.
pub(crate) fn notes(stories: &[Story]) -> Vec<Diagnostic> {
    let disputed = |story: &Story| {
        let entries = story.entries.iter().filter(|entry| !entry.conflicts.is_empty());
        entries.filter_map(|entry| note(story, entry)).collect::<Vec<_>>()
    };
    stories.iter().flat_map(disputed).collect()
}

fn note(story: &Story, entry: &Entry) -> Option<Diagnostic> {
    let first = entry.conflicts.first()?.citations.first()?;
    let article = story.source.articles.get(first.article)?;
    let headline = one_line(&entry.headline);
    let message = format!("sources disagree on the date of `{headline}`");
    let (date, places) = (entry.when.edtf(), claim(story, &entry.citations));
    let mut note = Diagnostic::remark("disputed-date", message)
        .at(&article.text.source, first.span)
        .label(format!("here it is {}", first.when.edtf()))
        .note(format!("{date} is shown ({}): {places}", why(entry)));
    for other in &entry.conflicts {
        note = note.note(format!("{}: {}", other.when.edtf(), claim(story, &other.citations)));
    }
    let id = format!("{}/{}", story.source.slug, entry.id);
    Some(
        note.hint(format!(
            "`dateline explain {id}` quotes them all; `redate` in `_desk.yaml` decides"
        )),
    )
}

/// How many places of a claim are named.
const NAMED: usize = 5;

/// Where a date is claimed: `content/a.md:7, content/b.md:9 (and 2 near-copies)`.
fn claim(story: &Story, citations: &[Citation]) -> String {
    let places = citations.iter().take(NAMED).filter_map(|it| place(story, it));
    let more = citations.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    places.chain(more).collect::<Vec<_>>().join(", ")
}

fn place(story: &Story, citation: &Citation) -> Option<String> {
    let source = &story.source.articles.get(citation.article)?.text.source;
    let line = source.line_and_column(citation.span.start).0;
    let copies = match citation.copies {
        0 => String::new(),
        1 => " (and a near-copy)".to_owned(),
        more => format!(" (and {})", plural(more, "near-copy")),
    };
    Some(format!("{}:{line}{copies}", source.name()))
}

/// Why the date shown is the one shown; nothing where no source says otherwise.
pub(crate) fn why(entry: &Entry) -> &'static str {
    match entry.preference {
        None => "",
        Some(Preference::Desk) => "the editor decided",
        Some(Preference::Articles) => "more articles say so, near-copies counted once",
        Some(Preference::Confidence) => {
            "as many articles say otherwise, but it was read more surely"
        }
        Some(Preference::Earlier) => "as many articles say otherwise, but it was told first",
    }
}
