//! The manifest: which files a build wrote, and their hashes, so that the next one removes those alone.

use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::Path};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{cannot_write, page_path};
use crate::diag::Error;

/// Its name in the output folder.
pub(super) const NAME: &str = ".dateline-manifest.json";

/// Who writes it.
const GENERATOR: &str = concat!("dateline ", env!("CARGO_PKG_VERSION"));

/// The version of its format.
const VERSION: u32 = 1;

/// A SHA-256 hash.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Hash([u8; 32]);

impl Hash {
    /// The hash of bytes that are at hand.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// In hexadecimal.
    pub(super) fn hex(self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}"); // writing to a text does not fail
            hex
        })
    }
}

/// Hashes bytes that come piece by piece.
#[derive(Default)]
pub(super) struct Hasher(Sha256);

impl Hasher {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// Paths with `/`, below the output folder, and the hashes of what was written there, in hexadecimal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    #[serde(default)]
    generator: String,
    files: BTreeMap<String, String>,
    /// Of the smaller pictures among them, the hash of what they were made of.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    resized: BTreeMap<String, String>,
}

impl<'a> FromIterator<(&'a str, Hash)> for Manifest {
    fn from_iter<T: IntoIterator<Item = (&'a str, Hash)>>(files: T) -> Self {
        let files = files.into_iter().map(|(path, hash)| (path.to_owned(), hash.hex())).collect();
        let generator = GENERATOR.into();
        Self { version: VERSION, generator, files, resized: BTreeMap::new() }
    }
}

impl Manifest {
    /// The manifest in `folder`; `None` if there is none.
    ///
    /// # Errors
    ///
    /// It cannot be read, or is not one: then nothing in the folder may be removed.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Error> {
        let path = folder.join(NAME);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(Error::io("cannot read", path, cause)),
        };
        Self::parse(&bytes).map(Some).map_err(|reason| {
            Error::refusal(format!("`{}` is no manifest of Dateline: {reason}", path.display()))
                .hint("remove it and build with `--adopt`, or name another folder with `--output`")
        })
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if manifest.version != VERSION {
            return Err(format!("its version is {}, not {VERSION}", manifest.version));
        }
        match manifest.files.keys().find_map(|path| Some((path, page_path::fault(path)?))) {
            Some((path, reason)) => Err(format!("it lists `{path}`, which {reason}")),
            None => Ok(manifest),
        }
    }

    /// Adds by which recipes the smaller pictures were made.
    pub(super) fn with_resized<'a>(self, recipes: impl Iterator<Item = (&'a str, Hash)>) -> Self {
        let resized = recipes.map(|(path, recipe)| (path.to_owned(), recipe.hex())).collect();
        Self { resized, ..self }
    }

    /// Whether the smaller picture at `path` was made by this recipe.
    pub(super) fn made_by(&self, path: &str, recipe: Hash) -> bool {
        self.resized.get(path).is_some_and(|listed| *listed == recipe.hex())
    }

    /// Writes it into `folder`.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Error> {
        let path = folder.join(NAME);
        let text = serde_json::to_string_pretty(self).unwrap_or_default(); // texts and numbers: cannot fail
        fs::write(&path, text + "\n").map_err(|cause| cannot_write(path, cause))
    }

    /// Whether it lists `path`.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether it lists `path` with this hash.
    pub(super) fn lists_with(&self, path: &str, hash: Hash) -> bool {
        self.files.get(path).is_some_and(|listed| *listed == hash.hex())
    }

    /// The paths it lists, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, Manifest};

    #[test]
    fn a_manifest_reads_what_it_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Manifest::from_iter([("a/index.html", Hash::of(b"a"))]);
        manifest.write(folder.path()).unwrap();
        let read = Manifest::read(folder.path()).unwrap().unwrap();
        assert_eq!(read, manifest);
        assert!(read.lists_with("a/index.html", Hash::of(b"a")));
        assert!(!read.lists_with("a/index.html", Hash::of(b"b")));
    }

    #[test]
    fn a_manifest_that_leads_outside_is_refused() {
        for path in ["../../home/ada/notes.md", "/etc/passwd", "a\\\\..\\\\b"] {
            let text = format!(r#"{{"version":1,"files":{{"{path}":"00"}}}}"#);
            assert!(Manifest::parse(text.as_bytes()).unwrap_err().contains("it lists"), "{path}");
        }
        assert!(Manifest::parse(br#"{"version":2,"files":{}}"#).is_err());
        assert!(Manifest::parse(b"[]").is_err());
    }
}
