//! The next site takes the place of the last one: in one step, or under a journal.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

use super::{
    cannot_write,
    manifest::{self, Manifest},
    published::{make_folder_of, path_in, walk_error},
    staging::Staging,
};
use crate::diag::Error;

/// Puts the staged site in the output's place, and removes the last one.
pub(super) fn swap(staging: &Staging, output: &Path) -> Result<(), Error> {
    let new = staging.new_site();
    let swapped = if output.exists() { exchange(&new, output) } else { fs::rename(&new, output) };
    match swapped {
        Ok(()) => staging.remove_new(),
        Err(cause) if cannot_exchange(&cause) => {
            let journal = staging.journal();
            fs::write(&journal, b"").map_err(|cause| cannot_write(journal, cause))?;
            complete_moving(staging, output)
        }
        Err(cause) => Err(cannot_write(output, cause)),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, output, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the folders only cannot be exchanged: the system or the file system has no such call, or
/// the output is a mount point, or contains the staging folder.
fn cannot_exchange(cause: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, ResourceBusy, Unsupported};
    matches!(cause.kind(), CrossesDevices | InvalidInput | ResourceBusy | Unsupported)
}

/// Moves page by page, if the journal says so: pages, then stale files, then the manifest, then the
/// journal. Each step can be done again, so that a start after a kill goes on where it ended.
pub(super) fn complete_moving(staging: &Staging, output: &Path) -> Result<(), Error> {
    if !staging.journal().exists() {
        return Ok(());
    }
    let new = staging.new_site();
    if let Some(next) = Manifest::read(&new)? {
        let last = Manifest::read(output)?.unwrap_or_default();
        for file in files_of(&new)? {
            let path = path_in(&new, &file).unwrap_or_default();
            if next.lists(&path) {
                move_file(&file, &output.join(path))?;
            }
        }
        for path in last.paths().filter(|path| !next.lists(path)) {
            remove_stale(output, path)?;
        }
        move_file(&new.join(manifest::NAME), &output.join(manifest::NAME))?;
    }
    staging.remove_new()?;
    let journal = staging.journal();
    fs::remove_file(&journal).map_err(|cause| Error::io("cannot remove", journal, cause))
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = walk.filter_map(|entry| match entry {
        Ok(entry) => entry.file_type().is_file().then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(walk_error(folder, error))),
    });
    files.collect()
}

/// Moves a file in one step, from another file system by way of a copy beside its place.
fn move_file(from: &Path, to: &Path) -> Result<(), Error> {
    make_folder_of(to)?;
    let moved = match fs::rename(from, to) {
        Err(cause) if cause.kind() == io::ErrorKind::CrossesDevices => {
            let name = to.file_name().unwrap_or_default().to_string_lossy();
            let copy = to.with_file_name(format!(".{name}.dateline"));
            fs::copy(from, &copy).and_then(|_| fs::rename(&copy, to))
        }
        moved => moved,
    };
    moved.map_err(|cause| cannot_write(to, cause))
}

/// Removes a file of the last site, unless a symlink leads to it, and folders that are empty then.
fn remove_stale(output: &Path, path: &str) -> Result<(), Error> {
    let mut folders: Vec<_> =
        super::page_path::folders(path).map(|path| output.join(path)).collect();
    if folders.iter().any(|folder| folder.is_symlink()) {
        return Ok(());
    }
    let file = output.join(path);
    match fs::remove_file(&file) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            return Err(Error::io("cannot remove", file, cause));
        }
        _ => {}
    }
    while let Some(folder) = folders.pop() {
        if fs::remove_dir(folder).is_err() {
            break; // something stands in it
        }
    }
    Ok(())
}
