//! Dateline: prose in, a sourced timeline out.
//!
//! ```text
//! content/ ──load──▶ Library ──tag──▶ Timex ──select──▶ Event ──arrange──▶ Story ──render──▶ Site ──publish──▶ public/
//! ```
//!
//! Every stage is a function of values. Files, the clock, the environment and the terminal stay at
//! the rim. A fault in content is a [`diag::Diagnostic`]; a fault of the environment a [`diag::Error`].
//! [`read`] composes the stages up to the stories, [`plan`] goes on to the site; nothing else does.

pub mod diag;
pub mod event;
pub mod load;
pub mod publish;
pub mod render;
pub mod settings;
pub mod source;
pub mod story;
pub mod temporal;

use std::collections::BTreeMap;

use rayon::prelude::*;

use diag::{Diagnostic, Warned};
use load::{Article, Library, StorySource};
use render::Site;
use story::{Reading, Story};
use temporal::{Tagged, Tagger, value::Value};

/// A library, read: its stories stand in [`Project::stories`], told.
#[derive(Debug)]
pub struct Project {
    /// The rest of the library; its own list of stories is empty.
    pub library: Library,
    /// The stories, by slug.
    pub stories: Vec<Story>,
}

/// Reads the articles of a library and arranges their events into stories.
pub fn read(mut library: Library) -> Warned<Project> {
    let tagger = Tagger::new();
    let sources = std::mem::take(&mut library.stories);
    let mut diagnostics = Vec::new();
    let mut unread = Unread::default();
    let mut stories = Vec::with_capacity(sources.len());
    for source in sources {
        let readings: Vec<Reading> =
            source.articles.par_iter().map(|article| read_article(&tagger, article)).collect();
        report_unread(&tagger, &source, &readings, &mut diagnostics, &mut unread);
        stories.push(story::arrange(source, readings).unpack(&mut diagnostics));
    }
    diagnostics.extend(unread.into_diagnostics());
    Warned::with(Project { library, stories }, diagnostics)
}

/// Reads a library and plans its site.
pub fn plan(library: Library) -> Warned<Site> {
    let mut diagnostics = Vec::new();
    let project = read(library).unpack(&mut diagnostics);
    let site = render::plan(project).unpack(&mut diagnostics);
    Warned::with(site, diagnostics)
}

fn read_article(tagger: &Tagger, article: &Article) -> Reading {
    if !article.extract {
        return Reading::default();
    }
    let found = tagger.tag(&article.document);
    let events = event::select(&article.document, &found);
    Reading { tagged: found, events }
}

/// What keeps articles from being read in full: a missing date, a language without a lexicon.
fn report_unread(
    tagger: &Tagger,
    story: &StorySource,
    readings: &[Reading],
    diagnostics: &mut Vec<Diagnostic>,
    unread: &mut Unread,
) {
    for (article, reading) in story.articles.iter().zip(readings) {
        if article.date.is_none() {
            diagnostics.extend(missing_date(article, &reading.tagged));
        }
        if article.extract && !tagger.reads(&article.document.language) {
            unread.note(article);
        }
    }
}

/// The first expression that an article without a date of publication leaves unresolved.
fn missing_date(article: &Article, tagged: &Tagged) -> Option<Diagnostic> {
    let timex = tagged.timexes.iter().find(|timex| matches!(timex.value, Value::Unresolved(_)))?;
    let passage = article.document.passages.get(timex.passage)?;
    let expression = passage.text.get(timex.span.clone())?;
    let message = format!("`{expression}` cannot be dated: the article has no date of publication");
    Some(
        Diagnostic::warning("missing-date", message)
            .at(&article.text.source, passage.source_span(&timex.span))
            .label("counted from the day of publication")
            .hint("write `date: YYYY-MM-DD` in the front matter, or begin the file's name with it"),
    )
}

/// The articles in languages that cannot be read: the first of each language, and how many.
#[derive(Default)]
struct Unread {
    languages: BTreeMap<String, (Diagnostic, usize)>,
}

impl Unread {
    fn note(&mut self, article: &Article) {
        let language = &article.document.language;
        let first = || {
            let message = format!(
                "there is no lexicon for `{language}`: the article is published and not read"
            );
            let start = article.text.body.start;
            let diagnostic = Diagnostic::warning("unread-language", message)
                .at(&article.text.source, start..start)
                .hint("correct `language`, declare its `events`, or write `extract: false`");
            (diagnostic, 0)
        };
        self.languages
            .entry(language.clone())
            .and_modify(|(_, more)| *more += 1)
            .or_insert_with(first);
    }

    fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.languages.into_values().map(|(diagnostic, more)| match more {
            0 => diagnostic,
            1 => diagnostic.note("and one more article"),
            more => diagnostic.note(format!("and {more} more articles")),
        })
    }
}
