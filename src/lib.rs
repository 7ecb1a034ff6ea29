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
pub mod picture;
pub mod publish;
pub mod render;
pub mod settings;
pub mod source;
pub mod story;
pub mod temporal;

use std::collections::BTreeMap;

use rayon::prelude::*;

use diag::{Diagnostic, Warned};
use event::Selection;
use load::{Article, Library, StorySource};
use render::Site;
use story::{Reading, Story};
use temporal::{Tagged, Tagger, Timex, said::Said, value::Value};

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
    let Selection { events, retold, unused } = event::select(tagger, &article.document, &found);
    Reading { tagged: found, events, retold, unused }
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
        diagnostics.extend(impossible_dates(article, &reading.tagged));
        if article.extract && !tagger.reads(&article.document.language) {
            unread.note(article);
        }
    }
}

/// Days in the prose that no calendar has: they date nothing, and somebody should know.
fn impossible_dates(article: &Article, tagged: &Tagged) -> Vec<Diagnostic> {
    let impossible = |timex: &&Timex| matches!(timex.said, Said::Impossible { .. });
    let diagnostic = |timex: &Timex| {
        let passage = article.document.passages.get(timex.passage)?;
        let expression = passage.text.get(timex.span.clone())?;
        let message = format!("`{expression}` is no day of the calendar, so it dates nothing");
        Some(
            Diagnostic::warning("impossible-date", message)
                .at(&article.text.source, passage.source_span(&timex.span))
                .hint("correct the date, or declare the event in the front matter's `events`"),
        )
    };
    tagged.timexes.iter().filter(impossible).filter_map(diagnostic).collect()
}

/// The first expression that an article without a date of publication leaves unresolved.
fn missing_date(article: &Article, tagged: &Tagged) -> Option<Diagnostic> {
    let unresolved = |timex: &&Timex| {
        matches!(timex.value, Value::Unresolved(_))
            && !matches!(timex.said, Said::Impossible { .. })
    };
    let timex = tagged.timexes.iter().find(unresolved)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use render::fixture::{article, project, story};
    use source::Source;

    /// A library of one story of these articles.
    fn library(articles: Vec<Article>) -> Library {
        let Project { mut library, mut stories } =
            project(None, vec![story("s", "S", articles, Vec::new())]);
        library.stories = stories.drain(..).map(|story| story.source).collect();
        library
    }

    fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
        diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    #[test]
    fn prose_becomes_a_page() {
        let body = "Trump granted Johnson clemency on June 6.";
        let warned = plan(library(vec![article("s", "a", "A", "Example Courier", body)]));
        assert_eq!(warned.diagnostics, []);
        let site = warned.value;
        assert_eq!((site.counts.articles, site.counts.events), (1, 1));
        let page = site.render("s/index.html").expect("the story has a timeline").value;
        let html = String::from_utf8(page.bytes).expect("pages are text");
        assert!(html.contains("<time datetime=\"2018-06-06\">June 6, 2018</time>"));
        assert!(html.contains("<mark>June 6</mark>"));
    }

    #[test]
    fn an_article_without_a_date_is_told_at_its_first_relative_expression() {
        let body =
            "The vote fell in 1996.\n\nThe governor resigned on Thursday. He left yesterday.";
        let mut undated = article("s", "a", "A", "P", body);
        undated.date = None;
        undated.document.date = None;
        let found = read(library(vec![undated.clone()])).diagnostics;
        assert_eq!(codes(&found), ["missing-date"]);
        let place = found[0].place.as_ref().expect("it stands in the article");
        assert_eq!(&place.source.text()[place.span.start..place.span.end], "Thursday");
        undated.extract = false;
        assert_eq!(read(library(vec![undated])).diagnostics, []);
    }

    /// A page of a story of one article.
    fn page(path: &str, body: &str, desk: &str) -> String {
        let mut library = library(vec![article("s", "a", "A", "Example Courier", body)]);
        library.stories[0].desk = Some(Source::new("content/s/_desk.yaml", desk).into());
        let warned = plan(library);
        assert_eq!(warned.diagnostics, []);
        let page = warned.value.render(path).expect("it is planned");
        String::from_utf8(page.value.bytes).expect("pages are text")
    }

    #[test]
    fn readers_are_told_what_the_editor_decided() {
        let body = "Trump granted Johnson clemency on June 6. The museum opened in 1996.\n\
                    Neil Armstrong and Buzz Aldrin landed on the Moon on July 20, 1969.";
        let desk = "\
- { redate: 2018-06-06-trump-granted-johnson-clemency, to: 2018-06-07, on: 2018-06-20, why: by the record }
- { redate: 1996-the-museum-opened, to: 1996 }
- { person: Buzz Aldrin, is: Edwin Aldrin }
";
        let page = page("s/corrections/index.html", body, desk);
        for expected in [
            "date corrected from June 6, 2018 to June 7, 2018",
            "Reason: by the record",
            "<time datetime=\"2018-06-20\">June 20, 2018</time>",
            "date confirmed, 1996",
            "“Buzz Aldrin” is named “Edwin Aldrin”",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
    }

    #[test]
    fn readers_are_told_how_a_story_was_made_in_words() {
        let body = "Trump granted Johnson clemency on June 6. They may meet in the spring of 2019. \
                    The museum closed in the winter, and the crowd may go away.\n\
                    A week later the mayor resigned.";
        let page = page(
            "s/how-it-was-made/index.html",
            body,
            "- hide: 2018-06-06-trump-granted-johnson-clemency",
        );
        for expected in [
            "<q>the spring of 2019</q> (spring 2019): <span lang=\"en\">it may or should be",
            "<q>A week later</q>: <span lang=\"en\">it cannot be placed",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        for word in ["XXXX", "2019-SP", "-21", "month-day", "min_confidence", "<code>"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
    }

    #[test]
    fn a_language_without_a_lexicon_is_told_once() {
        let french = |slug: &str| {
            let mut article = article("s", slug, "A", "P", "Il partit le 6 juin 2018.");
            article.document.language = "fr".into();
            article
        };
        let found = read(library(vec![french("a"), french("b"), french("c")])).diagnostics;
        assert_eq!(codes(&found), ["unread-language"]);
        assert_eq!(found[0].notes, ["and 2 more articles"]);
    }
}
