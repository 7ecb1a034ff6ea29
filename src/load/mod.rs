//! Files in, a [`Library`] out: stories with their articles, each with its document to read.
//!
//! ```text
//! content/ ── walk ──▶ files ── front_matter ──▶ what is written ── markdown ──▶ Article
//! ```
//!
//! This is the one module of the library that reads a site's files. Everything it returns is a value.

use std::{path::PathBuf, sync::Arc};

use jiff::civil::Date;

use crate::{
    diag::{Error, Warned},
    event::Kind,
    settings::Settings,
    source::{Document, Source, Span},
    temporal::value::When,
};

/// What to load, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The project's folder: `content`, `templates` and `static` stand in it.
    pub root: PathBuf,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether articles dated after `today` are published.
    pub future: bool,
    /// The day on which the site is built; only drafts, scheduling and expiry ask for it.
    pub today: Date,
    /// Stands over the site's `base_url`.
    pub base_url: Option<String>,
}

/// A site's content, as read.
#[derive(Debug, Clone)]
pub struct Library {
    /// The site's settings.
    pub settings: Settings,
    /// The home page's text in Markdown, below its front matter.
    pub home: Option<Text>,
    /// The stories, by slug.
    pub stories: Vec<StorySource>,
    /// Plain pages (about, contact), by slug.
    pub pages: Vec<PlainPage>,
    /// Templates that stand over the theme's, by path below `templates/`.
    pub templates: Vec<Arc<Source>>,
    /// Files to copy: `static/` and the pictures beside articles, by their path in the site.
    pub files: Vec<StaticFile>,
    /// How many articles were left out because of drafts, schedule and expiry.
    pub skipped: Skipped,
}

/// How many articles were left out, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Marked as drafts.
    pub drafts: usize,
    /// Dated after today.
    pub future: usize,
    /// Expired.
    pub expired: usize,
}

/// Markdown in its file.
#[derive(Debug, Clone)]
pub struct Text {
    /// The file.
    pub source: Arc<Source>,
    /// Where the Markdown stands in it, below the front matter.
    pub body: Span,
}

impl Text {
    /// The Markdown.
    #[must_use]
    pub fn markdown(&self) -> &str {
        self.source.text().get(self.body.start..self.body.end).unwrap_or_default()
    }
}

/// A story's folder.
#[derive(Debug, Clone)]
pub struct StorySource {
    /// The name of its folder as a slug; empty for the one story at the root.
    pub slug: String,
    /// Its settings, over the site's.
    pub settings: Settings,
    /// What stands in its `_index.md` below the front matter.
    pub introduction: Option<Text>,
    /// Its articles, by path.
    pub articles: Vec<Article>,
    /// Its `_desk.yaml`.
    pub desk: Option<Arc<Source>>,
}

/// An article.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its path in the site without the slashes at both ends, and its name in `events.json`:
    /// `clemency/joint-interview`, with the folders between.
    pub path: String,
    /// The last part of the path.
    pub slug: String,
    /// Its title; of its first heading or file name where none is written.
    pub title: String,
    /// When it was published.
    pub date: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where the original stands.
    pub url: Option<String>,
    /// Its BCP 47 tag.
    pub language: String,
    /// The people it is about, as written.
    pub people: Vec<String>,
    /// The places.
    pub places: Vec<String>,
    /// The tags.
    pub tags: Vec<String>,
    /// Old addresses that lead here, as paths in the site.
    pub aliases: Vec<String>,
    /// Its picture.
    pub image: Option<Image>,
    /// The events that its front matter declares.
    pub events: Vec<DeclaredEvent>,
    /// Whether its prose is read for dates.
    pub extract: bool,
    /// The writer's own values for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// Its Markdown.
    pub text: Text,
    /// What there is to read in it, from the title on.
    pub document: Document,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its address, as written.
    pub src: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
}

/// An event that front matter declares.
#[derive(Debug, Clone, PartialEq)]
pub struct DeclaredEvent {
    /// When.
    pub when: When,
    /// What.
    pub headline: String,
    /// More about it.
    pub text: Option<String>,
    /// Whether it had happened; by the article's date when absent.
    pub kind: Option<Kind>,
    /// Who.
    pub people: Vec<String>,
    /// Where.
    pub places: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// A page about it elsewhere.
    pub url: Option<String>,
    /// Where it is written, in bytes of the article's file.
    pub span: Span,
}

/// A plain page: linked, not read for dates.
#[derive(Debug, Clone)]
pub struct PlainPage {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its Markdown.
    pub text: Text,
}

/// A file to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path in the site, with `/`.
    pub path: String,
    /// Where it stands.
    pub file: PathBuf,
}

/// Reads a site's content.
///
/// # Errors
///
/// The environment's: a folder that is missing or cannot be read. Faults in content are diagnostics.
pub fn load(options: &Options) -> Result<Warned<Library>, Error> {
    let _ = options;
    Err(Error::refusal("loading is not written yet"))
}
