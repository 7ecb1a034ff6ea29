//! `dateline explain`: why an event has its date, and what was read on a line of an article.
//!
//! ```text
//! EVENT-ID, STORY/ID ──▶ its entry, with every citation, also where it is not published
//! FILE:LINE          ──▶ every expression and event on the line, also those that were not used
//! ```

mod entry;
mod line;

use std::io::{self, Write as _};

use dateline::{
    diag::{Diagnostic, Error},
    load::Article,
    story::{Entry, Story, coverage::LeftOut},
};

use super::{Answer, Session, events, output_fault, project};

/// What `dateline explain` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// An event's id, its story and id, or a line: 2018-06-06-… , clemency/2018-06-06-… , content/a.md:41
    #[arg(value_name = "EVENT-ID|STORY/ID|FILE:LINE")]
    target: String,
}

/// Explains an event or a line.
pub(crate) fn run(
    arguments: &Arguments,
    session: &Session,
    faults: &mut Vec<Diagnostic>,
) -> Answer {
    let project = project::read(session, faults)?;
    let target = arguments.target.as_str();
    let text = if let Some((file, number)) = as_line(target) {
        let (story, article) = find_article(&project.stories, session, file)?;
        line::explain(story, article, number)?
    } else {
        let found = find_entries(&project.stories, target)?;
        found.iter().map(entry::explain).collect()
    };
    io::stdout().lock().write_all(text.as_bytes()).map_err(output_fault)?;
    Ok(None)
}

/// `content/a.md:41`, also with a column behind it, as compilers and editors write places.
fn as_line(target: &str) -> Option<(&str, usize)> {
    let (rest, last) = target.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    match rest.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?))) {
        Some((file, line)) => Some((file, line)),
        None => Some((rest, last)),
    }
}

/// The article of a file, named as from the project or from here.
fn find_article<'a>(
    stories: &'a [Story],
    session: &Session,
    file: &str,
) -> Result<(&'a Story, usize), Error> {
    let root = session.global.project.root.to_string_lossy();
    let file = file.strip_prefix("./").unwrap_or(file);
    let from_root = file.strip_prefix(&*root).map_or(file, |rest| rest.trim_start_matches('/'));
    let ends_so = |name: &str| name.strip_suffix(from_root).is_some_and(|rest| rest.ends_with('/'));
    let articles = || {
        stories.iter().flat_map(|story| {
            story
                .source
                .articles
                .iter()
                .enumerate()
                .map(move |(index, article)| (story, index, article))
        })
    };
    let exact = articles().find(|(.., article)| name(article) == from_root);
    let found = exact.or_else(|| articles().find(|(.., article)| ends_so(name(article))));
    found.map(|(story, index, _)| (story, index)).ok_or_else(|| {
        let names = articles().map(|(.., article)| name(article));
        Error::unknown("article", file, names, "articles are the Markdown files below `content`")
    })
}

/// The name of an article's file.
fn name(article: &Article) -> &str {
    article.text.source.name()
}

/// An entry, published or not.
#[derive(Clone, Copy)]
struct Found<'a> {
    story: &'a Story,
    entry: &'a Entry,
    /// What keeps it from being published.
    left_out: Option<&'a LeftOut>,
}

/// The entries of a story, those that are published first.
fn entries(story: &Story) -> impl Iterator<Item = Found<'_>> {
    let published = story.entries.iter().map(|entry| (entry, None));
    let others = story.left_out.iter().map(|it| (&it.entry, Some(it)));
    published.chain(others).map(move |(entry, left_out)| Found { story, entry, left_out })
}

/// The entries with this id, or with a mention that had it.
fn find_entries<'a>(stories: &'a [Story], target: &str) -> Result<Vec<Found<'a>>, Error> {
    let (story, id) = match target.rsplit_once('/') {
        Some((story, id)) => (Some(story), id),
        None => (None, target),
    };
    let all: Vec<_> = stories
        .iter()
        .filter(|candidate| story.is_none_or(|slug| candidate.source.slug == slug))
        .flat_map(entries)
        .collect();
    let found: Vec<_> = all
        .iter()
        .copied()
        .filter(|it| it.entry.id == id || it.entry.aliases.iter().any(|alias| alias == id))
        .collect();
    if found.is_empty() {
        let ids = all.iter().map(|it| it.entry.id.as_str());
        return Err(Error::unknown("event", target, ids, events::IDS));
    }
    Ok(found)
}

/// The day of publication of an article, in words.
fn published(article: &Article) -> String {
    article.date.map_or_else(|| "no date is given".to_owned(), |date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::as_line;

    #[test]
    fn lines_are_told_from_ids() {
        assert_eq!(as_line("content/a.md:41"), Some(("content/a.md", 41)));
        assert_eq!(as_line("content/a.md:41:7"), Some(("content/a.md", 41)));
        assert_eq!(as_line("clemency/2018-06-06-a"), None);
    }
}
