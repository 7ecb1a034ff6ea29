//! What stands in the output folder before a build: Dateline's own files by the manifest, and others'.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

use super::{
    cannot_write, hash_of_file,
    manifest::{self, Hash, Manifest},
    page_path,
};
use crate::{
    diag::{Diagnostic, Error},
    render::Page,
};

/// The pages of a site, by their paths.
type Pages = BTreeMap<String, Page>;

/// The output folder as it was found. Symlinks are entries of their own, and never followed.
pub(super) struct Published {
    output: PathBuf,
    manifest: Manifest,
    /// Files and symlinks by their path with `/`; whether it is a regular file.
    files: BTreeMap<String, bool>,
    /// Folders, in order: above before below.
    folders: BTreeSet<String>,
    /// Folders that hold nothing; git needs some.
    empty_folders: BTreeSet<String>,
}

/// A file that stays although no page is at its place.
pub(super) struct Kept {
    path: String,
    /// Whether Dateline wrote it, and someone changed it since.
    changed: bool,
}

impl Kept {
    /// What to say about it: nothing about files that were never Dateline's.
    pub(super) fn diagnostic(&self) -> Option<Diagnostic> {
        let path = &self.path;
        self.changed.then(|| {
            Diagnostic::warning(
                "changed-output",
                format!("`{path}` is no page any more, and was kept"),
            )
            .note("it was changed by someone else since Dateline wrote it")
            .hint("remove it by hand if nobody needs it")
        })
    }
}

/// How many of these Dateline wrote once.
pub(super) fn changed(kept: &[Kept]) -> usize {
    kept.iter().filter(|kept| kept.changed).count()
}

impl Published {
    /// Reads the folder `output`, but not the folder `staging`, which may stand in it.
    pub(super) fn read(output: &Path, manifest: Manifest, staging: &Path) -> Result<Self, Error> {
        let mut published = Self {
            output: output.to_owned(),
            manifest,
            files: BTreeMap::new(),
            folders: BTreeSet::new(),
            empty_folders: BTreeSet::new(),
        };
        if !output.exists() {
            return Ok(published);
        }
        let walk = WalkDir::new(output).min_depth(1).into_iter();
        for entry in walk.filter_entry(|entry| entry.path() != staging) {
            let entry = entry.map_err(|error| walk_error(output, error))?;
            let Some(path) = path_in(output, entry.path()) else {
                return Err(Error::refusal(format!("`{}` is not UTF-8", entry.path().display()))
                    .hint("rename it: Dateline cannot carry it over"));
            };
            if path == manifest::NAME {
                continue;
            }
            if let Some((parent, _)) = path.rsplit_once('/') {
                published.empty_folders.remove(parent);
            }
            if entry.file_type().is_dir() {
                published.empty_folders.insert(path.clone());
                published.folders.insert(path);
            } else {
                published.files.insert(path, entry.file_type().is_file());
            }
        }
        Ok(published)
    }

    /// Where the regular file `path` stands, if there is one.
    pub(super) fn file(&self, path: &str) -> Option<PathBuf> {
        self.files.get(path).filter(|&&regular| regular).map(|_| self.output.join(path))
    }

    /// Where the smaller picture `path` stands, if the last build made it by this recipe.
    pub(super) fn resized(&self, path: &str, recipe: Hash) -> Option<PathBuf> {
        self.file(path).filter(|_| self.manifest.made_by(path, recipe))
    }

    /// Whether the last build wrote these bytes at `path`.
    pub(super) fn wrote(&self, path: &str, hash: Hash) -> bool {
        self.manifest.lists_with(path, hash)
    }

    /// Errors about other people's files where pages shall stand.
    pub(super) fn in_the_way(&self, pages: &Pages, adopt: bool) -> Vec<Diagnostic> {
        let foreign = self.files.keys().filter(|path| !self.manifest.lists(path));
        let files = foreign.filter_map(|path| {
            if pages.contains_key(path) {
                return (!adopt).then_some((path, path.as_str()));
            }
            let below = format!("{path}/");
            let page = pages.range(below.clone()..).next().map(|(page, _)| page.as_str());
            let below = page.filter(|page| page.starts_with(&below));
            let above = || page_path::folders(path).find(|&folder| pages.contains_key(folder));
            Some((path, below.or_else(above)?))
        });
        let folders = self.empty_folders.iter().filter(|path| pages.contains_key(*path));
        files
            .chain(folders.map(|path| (path, path.as_str())))
            .map(|(path, page)| {
                let message = format!("`{path}` stands where the page `{page}` shall stand");
                Diagnostic::error("foreign-file", message)
                    .note(format!("Dateline did not write it: it is not in `{}`", manifest::NAME))
                    .hint("move it away, or give the page another `slug`")
            })
            .collect()
    }

    /// Files that the last build wrote and that are no pages any more.
    pub(super) fn stale(&self, pages: &Pages) -> impl Iterator<Item = &str> {
        self.manifest
            .paths()
            .filter(|path| self.files.contains_key(*path) && !pages.contains_key(*path))
    }

    /// Files that stay: others', and Dateline's own that someone changed.
    pub(super) fn kept(&self, pages: &Pages) -> Result<Vec<Kept>, Error> {
        let mut kept = Vec::new();
        for (path, &regular) in &self.files {
            if pages.contains_key(path) {
                continue;
            }
            let listed = self.manifest.lists(path);
            let ours = listed && regular && {
                let file = self.output.join(path);
                let hash = hash_of_file(&file).map_err(|e| Error::io("cannot read", file, e))?;
                self.manifest.lists_with(path, hash)
            };
            if !ours {
                kept.push(Kept { path: path.clone(), changed: listed });
            }
        }
        Ok(kept)
    }

    /// Puts the files that stay, and empty folders, into the new site as well.
    pub(super) fn carry_over(&self, kept: &[Kept], new: &Path) -> Result<(), Error> {
        for Kept { path, .. } in kept {
            let (from, to) = (self.output.join(path), new.join(path));
            make_folder_of(&to)?;
            carry(&from, &to).map_err(|cause| cannot_write(to, cause))?;
        }
        for path in &self.empty_folders {
            let to = new.join(path);
            fs::create_dir_all(&to).map_err(|cause| cannot_write(to, cause))?;
        }
        let folders = self.folders.iter().map(String::as_str).chain([""]);
        for (from, to) in folders.map(|path| (self.output.join(path), new.join(path))) {
            if let (Ok(found), true) = (fs::metadata(&from), to.is_dir()) {
                let kept = fs::set_permissions(&to, found.permissions());
                kept.map_err(|cause| cannot_write(to, cause))?;
            }
        }
        Ok(())
    }

    /// Removes what the last build wrote and is no page any more, the folders that are empty then,
    /// and, when nothing of the site is left, the manifest and the folder itself.
    pub(super) fn remove_stale(&self, pages: &Pages, kept: &[Kept]) -> Result<usize, Error> {
        let kept: BTreeSet<&str> = kept.iter().map(|kept| kept.path.as_str()).collect();
        let mut removed = 0;
        for path in self.stale(pages).filter(|path| !kept.contains(path)) {
            let file = self.output.join(path);
            fs::remove_file(&file).map_err(|cause| Error::io("cannot remove", file, cause))?;
            removed += 1;
        }
        for folder in self.folders.iter().rev().filter(|path| !self.empty_folders.contains(*path)) {
            let _ = fs::remove_dir(self.output.join(folder)); // those that hold something stay
        }
        if pages.is_empty() {
            let _ = fs::remove_file(self.output.join(manifest::NAME)); // there may be none
            let _ = fs::remove_dir(&self.output); // others' files keep it
        }
        Ok(removed)
    }
}

/// Links a file under a second name, so that inode and time stay; copies it where that cannot be.
fn carry(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    #[cfg(unix)]
    if fs::symlink_metadata(from)?.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::copy(from, to).map(drop)
}

/// Makes the folder in which `file` shall stand.
pub(super) fn make_folder_of(file: &Path) -> Result<(), Error> {
    match file.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(|cause| cannot_write(parent, cause)),
        None => Ok(()),
    }
}

/// The path of `file` below `folder`, with `/`.
pub(super) fn path_in(folder: &Path, file: &Path) -> Option<String> {
    let parts = file.strip_prefix(folder).ok()?.components();
    let parts: Option<Vec<_>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// What went wrong while a folder was walked.
pub(super) fn walk_error(folder: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(folder).to_owned();
    Error::io("cannot read", path, error.into())
}
