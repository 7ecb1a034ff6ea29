//! The folder beside the output in which the next site grows: `.public.dateline` for `public`.
//!
//! It holds `lock` (two builds never share it), `new` (the next site, after the exchange the last
//! one) and, while pages are moved one by one, `moving`. It goes away with the run; what a killed run
//! left, the next one finds.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use super::{Content, Made, cannot_write, hash_of_file, manifest::Hash, published, swap};
use crate::diag::Error;

/// The folder, locked for this run.
pub(super) struct Staging {
    folder: PathBuf,
    /// Held open: the system frees the lock when the run ends, however it ends.
    _lock: File,
}

impl Staging {
    /// Makes the folder and takes the lock; completes what a killed run was doing.
    ///
    /// # Errors
    ///
    /// Another build is at work on the same output; the folder cannot be made.
    pub(super) fn open(output: &Path) -> Result<Self, Error> {
        let name = output.file_name().unwrap_or_default().to_string_lossy();
        let beside = output.with_file_name(format!(".{name}.dateline"));
        let staging = match Self::lock(&beside, output) {
            Err(error) if output.is_dir() && is_forbidden(&error) => {
                Self::lock(&output.join(".dateline-staging"), output)? // as where `public` is mounted
            }
            staging => staging?,
        };
        swap::complete_moving(&staging, output)?;
        staging.remove_new()?;
        let new = staging.new_site();
        fs::create_dir(&new).map_err(|cause| cannot_write(new, cause))?;
        Ok(staging)
    }

    fn lock(folder: &Path, output: &Path) -> Result<Self, Error> {
        let path = folder.join("lock");
        loop {
            fs::create_dir_all(folder).map_err(|cause| cannot_write(folder, cause))?;
            let lock = match File::create(&path) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => continue, // a run just ended
                lock => lock.map_err(|cause| cannot_write(&path, cause))?,
            };
            match lock.try_lock() {
                Ok(()) if is_same_file(&lock, &path) => {
                    return Ok(Self { folder: folder.to_owned(), _lock: lock });
                }
                Ok(()) => {} // the run that held it removed it
                Err(TryLockError::WouldBlock) => return Err(busy(output)),
                Err(TryLockError::Error(cause)) => return Err(cannot_write(path, cause)),
            }
        }
    }

    /// The folder itself.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the next site grows.
    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// The journal: it is there while pages are moved one by one.
    pub(super) fn journal(&self) -> PathBuf {
        self.folder.join("moving")
    }

    /// Puts a page into the next site: linked to the published file where the bytes are equal.
    pub(super) fn put<'a>(
        &self,
        path: &'a str,
        content: &Content<'_>,
        old: Option<&Path>,
    ) -> Result<Made<'a>, Error> {
        let new = self.new_site().join(path);
        published::make_folder_of(&new)?;
        let hash = match content {
            Content::Bytes(bytes) => Hash::of(bytes),
            Content::Copy(file) => {
                hash_of_file(file).map_err(|cause| Error::io("cannot read", *file, cause))?
            }
        };
        let unchanged = old.is_some_and(|old| {
            is_equal(content, hash, old).unwrap_or(false) && fs::hard_link(old, &new).is_ok()
        });
        if !unchanged {
            write(content, &new).map_err(|cause| cannot_write(new, cause))?;
        }
        Ok(Made { path, hash, unchanged, recipe: None })
    }

    /// Removes the next site, or after the exchange the last one.
    pub(super) fn remove_new(&self) -> Result<(), Error> {
        let new = self.new_site();
        match fs::remove_dir_all(&new) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                Err(Error::io("cannot remove", new, cause))
            }
            _ => Ok(()),
        }
    }
}

/// A failed run leaves nothing beside the output. Faults are passed over: the next start cleans up.
impl Drop for Staging {
    fn drop(&mut self) {
        if self.journal().exists() {
            return;
        }
        let _ = self.remove_new();
        let _ = fs::remove_file(self.folder.join("lock"));
        let _ = fs::remove_dir(&self.folder);
    }
}

fn busy(output: &Path) -> Error {
    Error::refusal(format!("another build is writing `{}`", output.display()))
        .hint("wait until it has ended, or name another folder with `--output`")
}

fn is_forbidden(error: &Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    error
        .cause
        .as_ref()
        .is_some_and(|cause| matches!(cause.kind(), PermissionDenied | ReadOnlyFilesystem))
}

/// Whether the open file still is what its path names.
#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Elsewhere an open file cannot be removed under us.
#[cfg(not(unix))]
fn is_same_file(_: &File, path: &Path) -> bool {
    path.exists()
}

fn is_equal(content: &Content<'_>, hash: Hash, old: &Path) -> io::Result<bool> {
    let length = match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Copy(file) => fs::metadata(file)?.len(),
    };
    Ok(fs::metadata(old)?.len() == length && hash_of_file(old)? == hash)
}

fn write(content: &Content<'_>, new: &Path) -> io::Result<()> {
    match content {
        Content::Bytes(bytes) => fs::write(new, bytes),
        // Not `fs::copy`, which copies permissions too: a private picture must become readable.
        Content::Copy(file) => io::copy(&mut File::open(file)?, &mut File::create(new)?).map(drop),
    }
}
