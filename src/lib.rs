//! Dateline: prose in, a sourced timeline out.
//!
//! ```text
//! content/ ──load──▶ Library ──tag──▶ Timex ──select──▶ Event ──arrange──▶ Story ──render──▶ Site ──publish──▶ public/
//! ```
//!
//! Every stage is a function of values. Files, the clock, the environment and the terminal stay at
//! the rim. A fault in content is a [`diag::Diagnostic`]; a fault of the environment a [`diag::Error`].

pub mod diag;
pub mod event;
pub mod load;
pub mod publish;
pub mod render;
pub mod settings;
pub mod source;
pub mod story;
pub mod temporal;

use diag::Warned;
use load::Library;
use story::Story;

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
    let mut diagnostics = Vec::new();
    let stories = std::mem::take(&mut library.stories)
        .into_iter()
        .map(|source| {
            let readings = vec![story::Reading::default(); source.articles.len()];
            story::arrange(source, readings).unpack(&mut diagnostics)
        })
        .collect();
    Warned::with(Project { library, stories }, diagnostics)
}
