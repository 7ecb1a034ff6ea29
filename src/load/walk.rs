//! Folders in, their files out: sorted, without what editors and systems leave behind.
//!
//! A symbolic link is followed inside the project and refused where it leads out of it: content is
//! pasted from anywhere, and must not publish what stands elsewhere on the machine.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Error};

/// A file of the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct File {
    /// Its path below the folder that was walked, with `/`: `clemency/interview.md`.
    pub(crate) path: String,
    /// Its path below the project, with `/`: `content/clemency/interview.md`.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) location: PathBuf,
}

/// Which files of a folder are none of the site's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ignore {
    /// In `content` and `templates`: dot files, and names with `_` that mean nothing here.
    Hidden,
    /// In `static`, where `.well-known`, `.nojekyll` and `_redirects` are meant: only what editors,
    /// systems and version control leave behind.
    Leftovers,
}

impl Ignore {
    fn covers(self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        let is_leftover = name.ends_with('~')
            || (name.starts_with('#') && name.ends_with('#'))
            || [".swp", ".swo", ".swx", ".bak", ".orig"].iter().any(|end| lower.ends_with(end))
            || [".ds_store", "thumbs.db", "desktop.ini", ".git", ".gitignore", ".gitkeep"]
                .contains(&lower.as_str());
        let is_hidden = name.starts_with('.')
            || (name.starts_with('_') && !matches!(name, "_index.md" | "_desk.yaml"));
        is_leftover || (self == Self::Hidden && is_hidden)
    }
}

/// The files below `folder` of the project at `root`, in the order of their paths; nothing if the
/// folder does not exist.
pub(crate) fn files(
    root: &Path,
    folder: &str,
    ignore: Ignore,
    sink: &mut Vec<Diagnostic>,
) -> Result<Vec<File>, Error> {
    let project = fs::canonicalize(root).map_err(|e| Error::io("cannot read", root, e))?;
    let top = root.join(folder);
    if fs::symlink_metadata(&top).is_err_and(|e| e.kind() == io::ErrorKind::NotFound) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let mut walk = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let step = match entry {
            Ok(entry) => step(&entry, root, &project, ignore),
            Err(error) if ignored(&error, ignore) => Step::Ignore,
            Err(error) => Step::Refuse(broken_link(root, error)?),
        };
        match step {
            Step::Keep(name) => {
                let path = name.strip_prefix(folder).unwrap_or(&name);
                let path = path.trim_start_matches('/').to_owned();
                found.push(File { path, location: root.join(&name), name });
            }
            Step::Enter | Step::Ignore => {}
            Step::Skip => walk.skip_current_dir(),
            Step::Refuse(fault) => sink.push(fault),
            Step::RefuseFolder(fault) => {
                sink.push(fault);
                walk.skip_current_dir();
            }
        }
    }
    Ok(found)
}

/// Editors lock a file with a link that leads nowhere.
fn ignored(error: &walkdir::Error, ignore: Ignore) -> bool {
    let name = error.path().and_then(Path::file_name);
    error.depth() > 0 && name.is_some_and(|name| ignore.covers(&name.to_string_lossy()))
}

/// What to do with an entry of a folder.
enum Step {
    Enter,
    Keep(String),
    Ignore,
    Skip,
    Refuse(Diagnostic),
    RefuseFolder(Diagnostic),
}

fn step(entry: &DirEntry, root: &Path, project: &Path, ignore: Ignore) -> Step {
    let is_folder = entry.file_type().is_dir();
    let refuse = |fault| if is_folder { Step::RefuseFolder(fault) } else { Step::Refuse(fault) };
    let lossy = entry.file_name().to_string_lossy();
    if entry.depth() > 0 && ignore.covers(&lossy) {
        return if is_folder { Step::Skip } else { Step::Ignore };
    }
    if entry.path_is_symlink()
        && !fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(project))
    {
        let message =
            format!("`{}` is a link that leads out of the project", shown(root, entry.path()));
        return refuse(
            Diagnostic::error("link-outside", message)
                .hint("copy what it leads to into the project"),
        );
    }
    if is_folder {
        return Step::Enter;
    }
    match project_name(root, entry.path()) {
        Some(name) if entry.file_type().is_file() => Step::Keep(name),
        Some(_) => Step::Ignore, // a pipe or a device
        None => refuse(
            Diagnostic::error(
                "file-name",
                format!("`{}` cannot be part of an address", shown(root, entry.path())),
            )
            .hint("rename the file: its name must be valid UTF-8, without `\\` and control characters"),
        ),
    }
}

/// The path below the project with `/`, if an address can be made of it.
fn project_name(root: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.iter();
    let parts: Option<Vec<&str>> = parts
        .map(|part| part.to_str())
        .map(|part| part.filter(|p| !p.contains(|c: char| c == '\\' || c.is_control())))
        .collect();
    parts.map(|parts| parts.join("/"))
}

fn shown(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    path.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

/// A link that leads nowhere or to a folder above itself is a fault of the content; anything else
/// that cannot be read is one of the environment.
fn broken_link(root: &Path, error: walkdir::Error) -> Result<Diagnostic, Error> {
    let path = error.path().map(Path::to_path_buf).unwrap_or_default();
    if error.loop_ancestor().is_some() {
        let message = format!("`{}` is a link to a folder above it", shown(root, &path));
        return Ok(Diagnostic::error("link-loop", message).hint("remove the link"));
    }
    let is_link = fs::symlink_metadata(&path).is_ok_and(|meta| meta.file_type().is_symlink());
    if is_link {
        let message = format!("`{}` is a link that leads nowhere", shown(root, &path));
        return Ok(Diagnostic::error("link-broken", message).hint("remove the link, or mend it"));
    }
    let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("cannot be walked"));
    Err(Error::io("cannot read", path, cause))
}
