//! Files in, a [`Library`] out: stories with their articles, each with its document to read.
//!
//! ```text
//! content/ ── walk ──▶ files ── layout ──▶ stories ── article: front_matter, markdown ──▶ Article
//! ```
//!
//! This is the one module of the library that reads a site's files. Everything it returns is a value.

mod article;
mod fields;
mod foreign;
mod front_matter;
mod layout;
pub mod markdown;
pub(crate) mod node;
mod picture;
pub(crate) mod slug;
mod stray;
#[cfg(test)]
mod tests;
mod walk;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::{
    diag::{Diagnostic, Error, Warned},
    event::Kind,
    picture::Picture,
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
    /// Templates that stand over the theme's, named by their path in the project:
    /// `templates/timeline.html`.
    pub templates: Vec<Arc<Source>>,
    /// Parts of the style sheet that stand over the theme's or follow them: `static/theme/rail.css`.
    pub styles: Vec<Arc<Source>>,
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
    /// Where its `slug` is written, in bytes of its file; none where its name makes the slug.
    pub slug_place: Option<Span>,
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
    pub aliases: Vec<Alias>,
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

impl Article {
    /// The path in the site from which the relative links of its Markdown start: its own where it is
    /// an `index.md` with its pictures beside it, else the one above.
    #[must_use]
    pub fn folder(&self) -> &str {
        match self.path.rsplit_once('/') {
            _ if layout::is_index(self.text.source.name()) => &self.path,
            Some((folder, _)) => folder,
            None => "",
        }
    }
}

/// An old address of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// A path in the site, without the slashes at both ends.
    pub path: String,
    /// Where it is written, in bytes of the article's file.
    pub span: Span,
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
    /// What there is to see in it, where it is a picture: it is published without its metadata.
    pub picture: Option<Picture>,
}

/// Reads a site's content.
///
/// # Errors
///
/// The environment's: a folder that is missing or cannot be read. Faults in content are diagnostics.
pub fn load(options: &Options) -> Result<Warned<Library>, Error> {
    let mut sink = Vec::new();
    let root = if options.root.as_os_str().is_empty() { Path::new(".") } else { &options.root };
    let base_url = options.base_url.as_deref().map(checked_base_url).transpose()?;
    let files = content(root, &mut sink)?;
    let layout = layout::arrange(files, &mut sink);
    for stray in &layout.strays {
        sink.push(stray::warning(stray)?);
    }

    let home = index(layout.index.as_ref(), front_matter::Level::Site, &mut sink)?;
    let mut settings = Settings::default().with(home.written);
    settings.base_url = base_url.or(settings.base_url);

    let mut library = Library {
        settings,
        home: home.text,
        stories: Vec::new(),
        pages: Vec::new(),
        templates: templates(root, &mut sink)?,
        styles: Vec::new(),
        files: copied(&layout.files, &mut sink)?,
        skipped: Skipped::default(),
    };
    for folder in &layout.stories {
        let story = story(folder, &mut library, options, &mut sink)?;
        library.stories.push(story);
    }
    pages(&layout.pages, &mut library, options, &mut sink)?;
    let statics = walk::files(root, walk::Purpose::Static, &mut sink)?;
    let (styles, statics): (Vec<_>, Vec<_>) = statics.into_iter().partition(is_style);
    library.styles = sources(&styles, &mut sink)?;
    library.files.extend(copied(&statics, &mut sink)?);
    library.stories.sort_by(|a, b| a.slug.cmp(&b.slug));
    library.files.sort_by(|a, b| a.path.cmp(&b.path));
    refuse_doubles(&library.files, root, &mut sink);
    Ok(Warned::with(library, sink))
}

/// Reads an article that belongs to no site, such as one that someone wants looked through; `None`
/// if it cannot be read. `language` is its language if it names none.
pub fn lone_article(source: &Arc<Source>, language: &str) -> Warned<Option<Article>> {
    article::lone(source, language)
}

fn checked_base_url(text: &str) -> Result<String, Error> {
    front_matter::site_address(text).ok_or_else(|| {
        Error::refusal(format!("`{text}` is no address of a site"))
            .hint("write it like `https://example.org/timelines`")
    })
}

/// The files below `content`, which must exist and stand in the project.
fn content(root: &Path, sink: &mut Vec<Diagnostic>) -> Result<Vec<walk::File>, Error> {
    const HINT: &str = "run it in the folder that holds `content`, or name it with --root";
    let folder = root.join("content");
    match fs::metadata(&folder) {
        Ok(meta) if meta.is_dir() => walk::files(root, walk::Purpose::Content, sink),
        Ok(_) => Err(Error::refusal("`content` is a file, not a folder").hint(HINT)),
        Err(cause) => {
            let action = match cause.kind() {
                io::ErrorKind::NotFound => "cannot find the folder",
                _ => "cannot read the folder",
            };
            Err(Error::io(action, folder, cause).hint(HINT))
        }
    }
}

fn templates(root: &Path, sink: &mut Vec<Diagnostic>) -> Result<Vec<Arc<Source>>, Error> {
    sources(&walk::files(root, walk::Purpose::Templates, sink)?, sink)
}

/// Whether a file of `static/` is a part of the style sheet, and no file to copy.
fn is_style(file: &walk::File) -> bool {
    let name = file.path.strip_prefix("theme/");
    name.and_then(|name| name.strip_suffix(".css")).is_some_and(|stem| !stem.contains('/'))
}

/// Reads files; those that are no text are reported and left out.
fn sources(files: &[walk::File], sink: &mut Vec<Diagnostic>) -> Result<Vec<Arc<Source>>, Error> {
    let mut sources = Vec::with_capacity(files.len());
    for file in files {
        sources.extend(article::source(file)?.unpack(sink));
    }
    Ok(sources)
}

/// An `_index.md`, read.
#[derive(Default)]
struct Index {
    written: crate::settings::Written,
    text: Option<Text>,
}

fn index(
    file: Option<&walk::File>,
    level: front_matter::Level,
    sink: &mut Vec<Diagnostic>,
) -> Result<Index, Error> {
    let Some(file) = file else { return Ok(Index::default()) };
    let Some(source) = article::source(file)?.unpack(sink) else { return Ok(Index::default()) };
    let Some(matter) = front_matter::read(&source, sink) else { return Ok(Index::default()) };
    let written = front_matter::settings(&source, matter.node.as_ref(), level, sink);
    let text = Text { source, body: matter.body };
    let text = (!text.markdown().trim().is_empty()).then_some(text);
    Ok(Index { written, text })
}

/// Reads a story's folder; its pictures go to the files of the library.
fn story(
    folder: &layout::Folder,
    library: &mut Library,
    options: &Options,
    sink: &mut Vec<Diagnostic>,
) -> Result<StorySource, Error> {
    let is_root = folder.slug.is_empty();
    let (settings, introduction) = if is_root {
        (library.settings.clone(), library.home.clone())
    } else {
        let index = index(folder.index.as_ref(), front_matter::Level::Story, sink)?;
        let mut settings = library.settings.with(index.written);
        settings.title.get_or_insert_with(|| slug::readable(&folder.name));
        (settings, index.text)
    };
    let desk = match &folder.desk {
        Some(file) => article::source(file)?.unpack(sink),
        None => None,
    };
    let reserved = if is_root { &[slug::SITE, slug::STORY][..] } else { &[slug::STORY] };
    let articles =
        articles(&folder.articles, &folder.slug, &settings, reserved, library, options, sink)?;
    let moved = moved_folders(&folder.articles, &articles);
    let files = stray::publishable(&folder.files, sink)?.into_iter();
    let files = files.filter_map(|file| Some((beside(file, &moved)?, file)));
    library.files.extend(static_files(files.collect(), sink)?);
    Ok(StorySource { slug: folder.slug.clone(), settings, introduction, articles, desk })
}

/// Reads articles in parallel; they come back in the order of their paths.
fn articles(
    slots: &[layout::Slot],
    story: &str,
    settings: &Settings,
    reserved: &[&[&str]],
    library: &mut Library,
    options: &Options,
    sink: &mut Vec<Diagnostic>,
) -> Result<Vec<Article>, Error> {
    let read: Vec<Warned<article::Outcome>> = slots
        .par_iter()
        .map(|slot| article::read(slot, settings, options))
        .collect::<Result<_, _>>()?;
    let mut articles: BTreeMap<String, Article> = BTreeMap::new();
    for outcome in read {
        match outcome.unpack(sink) {
            article::Outcome::Faulty => {}
            article::Outcome::Skipped(why) => library.skipped.count(why),
            article::Outcome::Live(article) => {
                if let Some(fault) = refused(&article, story, reserved, articles.get(&article.path))
                {
                    sink.push(fault);
                } else {
                    articles.insert(article.path.clone(), *article);
                }
            }
        }
    }
    Ok(articles.into_values().collect())
}

/// Why an article cannot be published under its path, if so.
fn refused(
    article: &Article,
    story: &str,
    reserved: &[&[&str]],
    other: Option<&Article>,
) -> Option<Diagnostic> {
    let source = &article.text.source;
    let below = article.path.strip_prefix(story).unwrap_or(&article.path).trim_start_matches('/');
    let first = below.split('/').next().unwrap_or_default();
    let at = |part: &str| if part == article.slug { place_of_slug(article) } else { TOP };
    if let Some(fault) = layout::reserved(source.name(), first, reserved) {
        return Some(fault.at(source, at(first)));
    }
    if let Some(device) = below.split('/').find(|part| slug::is_device(part)) {
        return Some(layout::device(source.name(), device).at(source, at(device)));
    }
    let other = other?;
    let fault = layout::duplicate(other.text.source.name(), source.name(), &article.path);
    // Who wrote a `slug` can write another one.
    let only_other = article.slug_place.is_none() && other.slug_place.is_some();
    let blamed = if only_other { other } else { article };
    Some(fault.at(&blamed.text.source, place_of_slug(blamed)))
}

/// The begin of a file: the place of what concerns all of it.
const TOP: Span = Span { start: 0, end: 0 };

fn place_of_slug(article: &Article) -> Span {
    article.slug_place.unwrap_or(TOP)
}

/// Where the files beside each `index.md` go: to its article's path, or nowhere with an article
/// that is left out.
fn moved_folders<'a>(
    slots: &'a [layout::Slot],
    articles: &'a [Article],
) -> BTreeMap<&'a str, Option<&'a str>> {
    let paths: BTreeMap<&str, &str> = articles
        .iter()
        .map(|article| (article.text.source.name(), article.path.as_str()))
        .collect();
    let indices = slots.iter().filter(|slot| layout::is_index(&slot.file.name));
    indices
        .map(|slot| {
            let folder = slot.file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            (folder, paths.get(slot.file.name.as_str()).copied())
        })
        .collect()
}

/// Files to copy to where they stand.
fn copied(files: &[walk::File], sink: &mut Vec<Diagnostic>) -> Result<Vec<StaticFile>, Error> {
    let files = stray::publishable(files, sink)?.into_iter();
    static_files(files.map(|file| (file.path.clone(), file)).collect(), sink)
}

/// Files to copy to their addresses, the pictures among them measured; without those that would tell
/// where a photo was taken.
fn static_files(
    files: Vec<(String, &walk::File)>,
    sink: &mut Vec<Diagnostic>,
) -> Result<Vec<StaticFile>, Error> {
    let found: Vec<picture::Found> =
        files.par_iter().map(|(_, file)| picture::look(file)).collect::<Result<_, _>>()?;
    let mut kept = Vec::with_capacity(files.len());
    for ((path, file), found) in files.into_iter().zip(found) {
        let picture = match found {
            picture::Found::Picture(picture) => Some(picture),
            picture::Found::Plain => None,
            picture::Found::HeldBack(warning) => {
                sink.push(warning);
                continue;
            }
        };
        kept.push(StaticFile { path, file: file.location.clone(), picture });
    }
    Ok(kept)
}

/// The address of a file of a story: under the article whose folder it stands in.
fn beside(file: &walk::File, moved: &BTreeMap<&str, Option<&str>>) -> Option<String> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let mut ancestor = folder;
    let address = loop {
        if let Some(path) = moved.get(ancestor) {
            let rest = &folder[ancestor.len()..];
            break format!("{}{}", (*path)?, layout::address(rest));
        }
        match ancestor.rsplit_once('/') {
            Some((above, _)) => ancestor = above,
            None => break layout::address(folder),
        }
    };
    Some(if address.is_empty() { name.to_owned() } else { format!("{address}/{name}") })
}

/// Reads the plain pages that stand beside story folders.
fn pages(
    slots: &[layout::Slot],
    library: &mut Library,
    options: &Options,
    sink: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    let settings = library.settings.clone();
    let pages = articles(slots, "", &settings, &[slug::SITE], library, options, sink)?;
    for page in pages {
        let place = place_of_slug(&page);
        let Article { slug, title, text, .. } = page;
        match library.stories.iter().find(|story| story.slug == slug) {
            Some(story) => {
                let folder = format!("content/{}/", story.slug);
                let fault = layout::duplicate(&folder, text.source.name(), &slug);
                sink.push(fault.at(&text.source, place));
            }
            None => library.pages.push(PlainPage { slug, title, text }),
        }
    }
    Ok(())
}

/// Two files for one address; `files` are sorted.
fn refuse_doubles(files: &[StaticFile], root: &Path, sink: &mut Vec<Diagnostic>) {
    let name = |file: &StaticFile| {
        file.file.strip_prefix(root).unwrap_or(&file.file).display().to_string()
    };
    for pair in files.windows(2).filter(|pair| pair[0].path == pair[1].path) {
        sink.push(layout::duplicate(&name(&pair[0]), &name(&pair[1]), &pair[0].path));
    }
}

impl Skipped {
    fn count(&mut self, why: article::Why) {
        match why {
            article::Why::Draft => self.drafts += 1,
            article::Why::Future => self.future += 1,
            article::Why::Expired => self.expired += 1,
        }
    }
}
