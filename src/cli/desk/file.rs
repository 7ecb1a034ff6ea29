//! A story's desk file on disk: read whole, and written in one step.
//!
//! It stands below the project, or is a link that stays in it. The new text goes into a file beside
//! it, which then takes its place, so that no moment leaves half a file.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use dateline::diag::Error;

/// A desk file.
#[derive(Debug)]
pub(super) struct DeskFile {
    /// Where it stands, links followed.
    path: PathBuf,
    /// What it holds, if it is there.
    text: Option<String>,
}

impl DeskFile {
    /// Reads the file `name` of the project at `root`; it need not be there.
    pub(super) fn open(root: &Path, name: &str) -> Result<Self, Error> {
        let path = root.join(name);
        let project = fs::canonicalize(root).map_err(|e| Error::io("cannot read", root, e))?;
        let path = real(&path).map_err(|e| Error::io("cannot read", &path, e))?;
        if !path.starts_with(&project) {
            let message = format!("`{name}` is a link that leads out of the project");
            return Err(Error::refusal(message).hint("copy what it leads to into the project"));
        }
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self { path, text: Some(text) }),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Self { path, text: None }),
            Err(cause) => Err(Error::io("cannot read", path, cause)),
        }
    }

    /// Whether it is there.
    pub(super) fn exists(&self) -> bool {
        self.text.is_some()
    }

    /// What it holds, with a byte order mark if it has one.
    pub(super) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Replaces its text, with the permissions that it has.
    pub(super) fn write(&self, text: &str) -> Result<(), Error> {
        let beside = self.path.with_extension(format!("yaml.{}~", std::process::id()));
        let written = self.write_beside(&beside, text);
        if written.is_err() {
            let _ = fs::remove_file(&beside); // the fault that is reported comes first
        }
        written
    }

    fn write_beside(&self, beside: &Path, text: &str) -> Result<(), Error> {
        let cannot_write = |cause| Error::io("cannot write", &self.path, cause);
        fs::write(beside, text).map_err(cannot_write)?;
        if self.exists() {
            let permissions = fs::metadata(&self.path).map_err(cannot_write)?.permissions();
            fs::set_permissions(beside, permissions).map_err(cannot_write)?;
        }
        fs::rename(beside, &self.path).map_err(cannot_write)
    }
}

/// The path with all links followed, also where the last part of it is not there yet.
fn real(path: &Path) -> io::Result<PathBuf> {
    let is_there = fs::symlink_metadata(path).is_ok();
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if !is_there => Ok(fs::canonicalize(folder)?.join(name)),
        _ => fs::canonicalize(path),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::DeskFile;

    #[test]
    fn a_file_is_made_and_replaced_with_its_permissions() {
        let project = tempfile::tempdir().unwrap();
        let path = project.path().join("_desk.yaml");
        let file = DeskFile::open(project.path(), "_desk.yaml").unwrap();
        assert!(!file.exists());
        file.write("- a\n").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let file = DeskFile::open(project.path(), "_desk.yaml").unwrap();
        assert_eq!(file.text(), "- a\n");
        file.write("- b\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "- b\n");
        assert!(fs::metadata(&path).unwrap().permissions().readonly());
        assert_eq!(fs::read_dir(project.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_inside_the_project_and_refused_outside() {
        use std::os::unix::fs::symlink;
        let (project, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(project.path().join("real.yaml"), "- a\n").unwrap();
        symlink("real.yaml", project.path().join("inside.yaml")).unwrap();
        DeskFile::open(project.path(), "inside.yaml").unwrap().write("- b\n").unwrap();
        assert_eq!(fs::read_to_string(project.path().join("real.yaml")).unwrap(), "- b\n");
        assert!(project.path().join("inside.yaml").is_symlink());
        fs::write(elsewhere.path().join("a.yaml"), "- a\n").unwrap();
        symlink(elsewhere.path().join("a.yaml"), project.path().join("outside.yaml")).unwrap();
        symlink(elsewhere.path().join("none.yaml"), project.path().join("nowhere.yaml")).unwrap();
        symlink(elsewhere.path(), project.path().join("folder")).unwrap();
        for name in ["outside.yaml", "nowhere.yaml", "folder/_desk.yaml"] {
            assert!(DeskFile::open(project.path(), name).is_err(), "{name}");
        }
        assert_eq!(fs::read_to_string(elsewhere.path().join("a.yaml")).unwrap(), "- a\n");
    }
}
