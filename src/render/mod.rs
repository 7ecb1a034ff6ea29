//! Stories in, a [`Site`] out: a plan from path to page, each page able to render itself.
//!
//! ```text
//! Project ── pages::plan ──▶ Site { path → Page } ── Page::render ── view ── theme ──▶ Rendered
//! ```
//!
//! Nothing is rendered before it is published or asked for, so memory holds articles and entries,
//! never all the pages. No page can reach a file: files to copy and pictures are named, and read by
//! `publish`, which asks [`Page::of_file`] what of their bytes may be published.

mod address;
mod content;
mod dates;
mod diagnostics;
#[cfg(test)]
pub(crate) mod fixture;
mod format;
mod html;
pub mod links;
mod pages;
mod picture;
mod search;
mod style;
#[cfg(test)]
mod tests;
mod theme;
pub mod view;
mod words;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{Project, diag::Warned, source::Place};

pub use content::Content;
pub use dates::Dates;
pub use diagnostics::once_per_cause;
pub use format::{Format, Scope};
pub use pages::Kind;

/// A site as planned.
#[derive(Debug)]
pub struct Site {
    /// The pages, by their path below the output folder, with `/`: `clemency/index.html`.
    pub pages: BTreeMap<String, Page>,
    /// What they are made of.
    pub content: Content,
    /// What a build says about it at the end.
    pub counts: Counts,
}

impl Site {
    /// Renders the page at `path`; none if there is no such page. A page with a [`Page::file`] comes out
    /// empty, for this crate's `publish` reads it.
    #[must_use]
    pub fn render(&self, path: &str) -> Option<Warned<Rendered>> {
        self.pages.get(path).map(|page| page.render(path, &self.content))
    }
}

/// How much there is in a site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles.
    pub articles: usize,
    /// Entries on all timelines.
    pub events: usize,
    /// Pages (HTML).
    pub pages: usize,
}

/// A file of the site, not yet made.
#[derive(Debug)]
pub enum Page {
    /// A page of a template and its data.
    Html(Kind),
    /// A file for machines.
    Format {
        /// Which.
        format: &'static Format,
        /// Of what it tells.
        of: Scope,
    },
    /// A file to copy as it is.
    Copy(PathBuf),
    /// A picture, published without its metadata.
    Picture {
        /// Where the original stands.
        file: PathBuf,
        /// Its path in the site.
        of: String,
        /// How wide; as it is when absent.
        width: Option<u32>,
    },
    /// Bytes that are known already: a font of the theme, its style sheet.
    Bytes(Cow<'static, [u8]>),
    /// What results of a search show of some entries, each given by its story and its number in it.
    SearchBlock(Box<[(usize, usize)]>),
}

impl Page {
    /// The file that it is made of, for `publish` to read.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Copy(file) | Self::Picture { file, .. } => Some(file),
            Self::Html(_) | Self::Format { .. } | Self::Bytes(_) | Self::SearchBlock(_) => None,
        }
    }

    /// What is published of the bytes of its file: of a picture, what it takes to show it.
    pub fn of_file(&self, bytes: Vec<u8>) -> Warned<Vec<u8>> {
        match self {
            Self::Picture { of, width, .. } => picture::make(of, *width, &bytes),
            _ => Warned::clean(bytes),
        }
    }

    /// Makes the file for its `path` in the site; empty where it is made of a [`Page::file`].
    pub fn render(&self, path: &str, content: &Content) -> Warned<Rendered> {
        let plain = |bytes| Rendered { bytes, ..Rendered::default() };
        match self {
            Self::Html(kind) => pages::render(*kind, path, content),
            Self::Format { format, of } => format.render(content, *of).map(plain),
            Self::Copy(_) | Self::Picture { .. } => Warned::clean(Rendered::default()),
            Self::Bytes(bytes) => Warned::clean(plain(bytes.to_vec())),
            Self::SearchBlock(entries) => {
                Warned::clean(plain(pages::search::block(content, entries)))
            }
        }
    }
}

/// A page, made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Where its links lead, each once; links to other sites are left out.
    pub links: Vec<Link>,
    /// The anchors that links may name.
    pub anchors: Vec<String>,
}

/// A link inside the site, as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub target: String,
    /// Where the writer of an article wrote it; none where a template did.
    pub written: Option<Place>,
}

/// Plans the site of a project.
pub fn plan(project: Project) -> Warned<Site> {
    pages::plan(project)
}
