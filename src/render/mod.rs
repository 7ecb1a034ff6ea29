//! Stories in, a [`Site`] out: a plan from path to page, each page able to render itself.
//!
//! ```text
//! (Library, Story…) ── pages ──▶ Site { path → Page } ── Page::render ──▶ Rendered
//! ```
//!
//! Nothing is rendered before it is published or asked for, so memory holds articles and entries,
//! never all the pages. No page can reach a file: copied files are named, and read by `publish`.

pub mod links;

use std::{collections::BTreeMap, path::PathBuf};

use crate::{
    Project,
    diag::{Diagnostic, Warned},
};

/// A site as planned: its pages by their path below the output folder, with `/`: `clemency/index.html`.
#[derive(Debug, Default)]
pub struct Site {
    /// The pages.
    pub pages: BTreeMap<String, Page>,
    /// What a build says about it at the end.
    pub counts: Counts,
}

impl Site {
    /// Renders the page at `path`; none if there is no such page.
    #[must_use]
    pub fn render(&self, path: &str) -> Option<Warned<Rendered>> {
        self.pages.get(path).map(|page| match page {
            Page::Copy(_) => Warned::clean(Rendered::default()),
            Page::Bytes(bytes) => {
                Warned::clean(Rendered { bytes: bytes.to_vec(), ..Rendered::default() })
            }
        })
    }
}

/// Plans the site of a project.
pub fn plan(project: Project) -> Warned<Site> {
    drop(project);
    Warned::clean(Site::default())
}

/// Keeps the first diagnostic of each cause.
#[must_use]
pub fn once_per_cause(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics
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
    /// A file to copy as it is.
    Copy(PathBuf),
    /// Bytes that are known already: a style sheet of the theme.
    Bytes(&'static [u8]),
}

/// A page, made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Where its links lead, as written.
    pub links: Vec<String>,
    /// The anchors that links may name.
    pub anchors: Vec<String>,
}
