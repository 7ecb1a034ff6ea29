//! Where a site may be published: the refusals that keep other people's files safe.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Options, cannot_write, manifest::Manifest};
use crate::diag::Error;

/// Folders of the project in which no output may stand.
const SOURCES: [&str; 3] = ["content", "templates", "static"];

/// The output folder as an absolute path without symlinks above it; the folder above it is made.
///
/// # Errors
///
/// It is a symlink, no folder, or one that must not be replaced.
pub(super) fn resolve(output: &Path, options: &Options<'_>) -> Result<PathBuf, Error> {
    let absolute = std::path::absolute(output)
        .map_err(|cause| Error::io("cannot find", output, cause))?
        .components()
        .collect::<PathBuf>(); // without a slash at the end, which would follow a symlink
    let resolved = match fs::symlink_metadata(&absolute) {
        Ok(found) if found.is_symlink() => return Err(refused(output, "is a symlink")),
        Ok(found) if !found.is_dir() => return Err(refused(output, "is a file")),
        Ok(_) => fs::canonicalize(&absolute),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => make_above(&absolute),
        Err(cause) => Err(cause),
    };
    let resolved = resolved.map_err(|cause| cannot_write(output, cause))?;
    match reason_to_refuse(&resolved, options) {
        Some(reason) => Err(refused(output, reason)),
        None => Ok(resolved),
    }
}

fn make_above(absolute: &Path) -> io::Result<PathBuf> {
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Ok(absolute.to_owned());
    };
    fs::create_dir_all(parent)?;
    Ok(fs::canonicalize(parent)?.join(name))
}

fn reason_to_refuse(output: &Path, options: &Options<'_>) -> Option<&'static str> {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    if output.parent().is_none() {
        return Some("is the root of the file system");
    }
    if options.home.and_then(canonical).is_some_and(|home| home.starts_with(output)) {
        return Some("is your home folder, or above it");
    }
    let project = canonical(options.project)?;
    if project.starts_with(output) {
        return Some("is the project, or above it");
    }
    SOURCES
        .iter()
        .filter_map(|name| canonical(&project.join(name)))
        .any(|source| output.starts_with(&source) || source.starts_with(output))
        .then_some("overlaps `content`, `templates` or `static`")
}

fn refused(output: &Path, reason: &str) -> Error {
    Error::refusal(format!("refused to publish in `{}`: it {reason}", output.display()))
        .hint("name a folder of its own, such as `--output public`")
}

/// The manifest of an output folder; an empty one where none is needed.
///
/// # Errors
///
/// The folder holds files, and no manifest says that Dateline wrote any of them.
pub(super) fn manifest_of(output: &Path, adopt: bool) -> Result<Manifest, Error> {
    if let Some(manifest) = Manifest::read(output)? {
        return Ok(manifest);
    }
    let stranger = match fs::read_dir(output) {
        Ok(entries) => entries
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .filter(|name| !name.starts_with('.') && name != "CNAME")
            .min(),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => return Err(Error::io("cannot read", output, cause)),
    };
    match stranger {
        Some(name) if !adopt => Err(Error::refusal(format!(
            "refused to publish in `{}`: it holds `{name}`, and no manifest says that Dateline wrote it",
            output.display()
        ))
        .hint("name an empty folder with `--output`, or take this one over with `--adopt`: files that are in no page's way stay")),
        _ => Ok(Manifest::default()),
    }
}
