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

/// What a folder is for; by that, which of its files are none of the site's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// `content`: dot files and names with `_` that mean nothing here are left alone.
    Content,
    /// `templates`: `_parts.html` is a template like any other.
    Templates,
    /// `static`: `.well-known`, `.nojekyll` and `_redirects` are meant.
    Static,
}

impl Purpose {
    /// The name of the folder.
    fn folder(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Templates => "templates",
            Self::Static => "static",
        }
    }

    fn ignores(self, name: &str) -> bool {
        let is_dotted = name.starts_with('.');
        let is_private = name.starts_with('_') && name != "_index.md" && !is_like_desk(name);
        is_leftover(name)
            || match self {
                Self::Content => is_dotted || is_private,
                Self::Templates => is_dotted,
                Self::Static => false,
            }
    }
}

/// Whether a name is `_desk.yaml` or what one may write for it: `_desk.yml`, `desk.yaml`, `_Desk.yaml`.
/// Such a file is never passed over in silence, nor published where it holds decisions: it may say what
/// is hidden.
pub(crate) fn is_like_desk(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let stem = lower.strip_suffix(".yaml").or_else(|| lower.strip_suffix(".yml"));
    matches!(stem, Some("_desk" | "desk"))
}

/// What editors, systems and version control leave behind.
fn is_leftover(name: &str) -> bool {
    const ENDINGS: &[&str] = &["~", ".swp", ".swo", ".swx", ".bak", ".orig"];
    const NAMES: &[&str] =
        &[".ds_store", ".git", ".gitignore", ".gitkeep", "desktop.ini", "thumbs.db"];
    let lower = name.to_ascii_lowercase();
    NAMES.contains(&lower.as_str())
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || (name.starts_with('#') && name.ends_with('#'))
        || name.starts_with(".#")
}

/// The files of one folder of the project at `root`, in the order of their paths; nothing if it does
/// not exist.
pub(crate) fn files(
    root: &Path,
    purpose: Purpose,
    sink: &mut Vec<Diagnostic>,
) -> Result<Vec<File>, Error> {
    let project = fs::canonicalize(root).map_err(|e| Error::io("cannot read", root, e))?;
    let folder = purpose.folder();
    let top = root.join(folder);
    if fs::symlink_metadata(&top).is_err_and(|e| e.kind() == io::ErrorKind::NotFound) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let mut walk = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let step = match entry {
            Ok(entry) => step(&entry, root, &project, purpose),
            Err(error) if ignored(&error, purpose) => Step::Ignore,
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
fn ignored(error: &walkdir::Error, purpose: Purpose) -> bool {
    let name = error.path().and_then(Path::file_name);
    error.depth() > 0 && name.is_some_and(|name| purpose.ignores(&name.to_string_lossy()))
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

fn step(entry: &DirEntry, root: &Path, project: &Path, purpose: Purpose) -> Step {
    let is_folder = entry.file_type().is_dir();
    let refuse = |fault| if is_folder { Step::RefuseFolder(fault) } else { Step::Refuse(fault) };
    let lossy = entry.file_name().to_string_lossy();
    if entry.depth() > 0 && purpose.ignores(&lossy) {
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
