//! The smaller pictures of the last build: which of them can be taken over, for that costs nothing,
//! where making them anew means decoding the original.
//!
//! One can if the manifest says that it was made of an original of the same bytes, in the same width,
//! by the same version of the program, and if it still has the bytes that it had.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::{hash_of_file, manifest::Hash, published::Published};
use crate::{
    diag::Error,
    render::{Page, Site},
};

/// Counted up when pictures are made in another way within a version of the program.
const WAY: u32 = 1;

/// What the last build left of smaller pictures.
pub(super) struct Resized<'a> {
    published: &'a Published,
    /// The hash of each original, once somebody has asked for it.
    originals: BTreeMap<&'a Path, OnceLock<Hash>>,
}

impl<'a> Resized<'a> {
    pub(super) fn new(site: &'a Site, published: &'a Published) -> Self {
        let originals = site.pages.values().filter_map(|page| match page {
            Page::Picture { file, width: Some(_), .. } => Some((file.as_path(), OnceLock::new())),
            _ => None,
        });
        Self { published, originals: originals.collect() }
    }

    /// The hash of all that the bytes of a smaller picture depend on; none for other pages.
    pub(super) fn recipe(&self, page: &Page) -> Result<Option<Hash>, Error> {
        let Page::Picture { file, width: Some(width), .. } = page else { return Ok(None) };
        let original = self.original(file).map_err(|e| Error::io("cannot read", file, e))?;
        let version = env!("CARGO_PKG_VERSION");
        let recipe = format!("{version} {WAY} {width} {}", original.hex());
        Ok(Some(Hash::of(recipe.as_bytes())))
    }

    fn original(&self, file: &Path) -> io::Result<Hash> {
        let known = self.originals.get(file);
        if let Some(hash) = known.and_then(OnceLock::get) {
            return Ok(*hash);
        }
        let hash = hash_of_file(file)?;
        if let Some(known) = known {
            let _ = known.set(hash); // another thread may have been faster
        }
        Ok(hash)
    }

    /// Where the last build put the picture at `path`, if it was made by this recipe.
    pub(super) fn file(&self, path: &str, recipe: Hash) -> Option<PathBuf> {
        let file = self.published.resized(path, recipe)?;
        let hash = hash_of_file(&file).ok()?;
        self.published.wrote(path, hash).then_some(file)
    }
}
