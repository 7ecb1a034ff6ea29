//! Files to copy in; which of them are pictures, and warnings for those that must not be published, out.
//!
//! ```text
//! File ── its first bytes, its name ──┬─▶ a picture, measured: published without its metadata
//!                                     ├─▶ a picture that cannot be cleaned: a warning, and not published
//!                                     └─▶ any other file: copied as it is
//! ```
//!
//! The bytes decide, and not the name: a photo called `notes.dat` tells where it was taken all the same,
//! and a telephone's `photo.jpg` may be HEIC inside.

use std::{
    fs::File as Handle,
    io::{Read as _, Seek as _},
    path::Path,
};

use super::walk::File;
use crate::{
    diag::{Diagnostic, Error},
    picture::{BEGINNING, Kind, Picture, measure},
};

/// How many bytes of a picture are read to measure it, where they suffice.
const HEAD: u64 = 256 << 10;

/// Endings of names that promise a picture.
const PICTURES: &[&str] = &[
    "apng", "arw", "avif", "cr2", "cr3", "dng", "gif", "heic", "heif", "hif", "jfif", "jp2", "jpe",
    "jpeg", "jpg", "jxl", "nef", "orf", "png", "psd", "raf", "rw2", "tif", "tiff", "webp",
];

/// Endings of files that hold the metadata of the picture beside them.
const SIDECARS: &[&str] = &["aae", "xmp"];

/// What a file to copy is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Picture(Picture),
    Plain,
    /// It must not be published.
    HeldBack(Diagnostic),
}

/// Looks into a file.
pub(super) fn look(file: &File) -> Result<Found, Error> {
    let cannot_read = |cause| Error::io("cannot read", &file.location, cause);
    let ending = ending(&file.path);
    if SIDECARS.contains(&ending.as_str()) {
        return Ok(Found::HeldBack(sidecar(&file.name)));
    }
    let mut handle = Handle::open(&file.location).map_err(cannot_read)?;
    let mut bytes = Vec::new();
    let mut read = |upto: u64, handle: &mut Handle| {
        bytes.clear();
        handle.rewind()?;
        handle.take(upto).read_to_end(&mut bytes)?;
        Ok(std::mem::take(&mut bytes))
    };
    let beginning = read(BEGINNING as u64, &mut handle).map_err(cannot_read)?;
    let format = match Kind::of(&beginning) {
        Kind::Picture(format) => format,
        Kind::Uncleanable(name) => return Ok(Found::HeldBack(uncleanable(&file.name, name))),
        Kind::Other if PICTURES.contains(&ending.as_str()) => {
            return Ok(Found::HeldBack(broken(&file.name, "is no picture inside")));
        }
        Kind::Other => return Ok(Found::Plain),
    };
    for upto in [HEAD, u64::MAX] {
        let head = read(upto, &mut handle).map_err(cannot_read)?;
        if let Some(picture) = measure(format, &head) {
            return Ok(Found::Picture(picture));
        }
    }
    Ok(Found::HeldBack(broken(&file.name, "is damaged")))
}

fn ending(path: &str) -> String {
    let ending = Path::new(path).extension().unwrap_or_default();
    ending.to_string_lossy().to_ascii_lowercase()
}

fn uncleanable(name: &str, format: &str) -> Diagnostic {
    let message = format!(
        "`{name}` is not published: it is {format}, whose metadata (where and when a photo was taken) \
         cannot be taken out"
    );
    Diagnostic::warning("picture-format", message)
        .hint("save it as JPEG, PNG or WebP, and use that in its place")
}

fn broken(name: &str, what: &str) -> Diagnostic {
    let message =
        format!("`{name}` is not published: it {what}, so its metadata cannot be taken out");
    Diagnostic::warning("broken-picture", message)
        .hint("save it again as JPEG, PNG or WebP, or give it the ending of what it is")
}

fn sidecar(name: &str) -> Diagnostic {
    let message = format!("`{name}` is not published: it holds the metadata of a photo");
    Diagnostic::warning("picture-metadata", message)
        .hint("keep it outside of `content/` and `static/`")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::picture::{Format, testing};

    fn found(name: &str, bytes: &[u8]) -> Found {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("file");
        fs::write(&location, bytes).unwrap();
        look(&File { path: name.into(), name: format!("static/{name}"), location }).unwrap()
    }

    fn warning(name: &str, bytes: &[u8]) -> String {
        match found(name, bytes) {
            Found::HeldBack(warning) => {
                assert!(warning.hint.is_some());
                warning.message
            }
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn the_bytes_decide_what_a_picture_is() {
        let photo = testing::jpeg(40, 20, 95);
        let smaller = Some(Format::Jpeg);
        let picture = Picture { format: Format::Jpeg, width: 40, height: 20, smaller };
        for name in ["a.jpg", "a.PNG", "notes.dat", "a"] {
            assert_eq!(found(name, &photo), Found::Picture(picture), "{name}");
        }
        for (name, bytes) in [
            ("a.pdf", &b"%PDF-1.7"[..]),
            ("a.svg", b"<svg/>"),
            ("a.ico", b"\0\0\x01\0"),
            ("a.txt", b""),
            ("a.mp4", b"\0\0\0\x20ftypisom"),
        ] {
            assert_eq!(found(name, bytes), Found::Plain, "{name}");
        }
    }

    #[test]
    fn a_large_head_is_read_to_its_end() {
        let mut photo = testing::jpeg(40, 20, 95);
        for _ in 0..6 {
            photo = testing::with_segment(&photo, 0xE2, &vec![0; 60_000]);
        }
        assert!(photo.len() as u64 > HEAD);
        assert!(matches!(found("a.jpg", &photo), Found::Picture(picture) if picture.width == 40));
    }

    #[test]
    fn what_cannot_be_cleaned_is_held_back() {
        for (name, bytes, says) in [
            ("a.tif", &b"II*\0\x08\0\0\0"[..], "it is TIFF"),
            ("a.jpg", b"\0\0\0\x18ftypheic", "it is HEIC"),
            ("a.avif", b"\0\0\0\x18ftypavif", "it is AVIF"),
            ("photo.nef", b"MM\0*", "it is TIFF"),
            ("a.jpg", b"<html>", "is no picture inside"),
            ("a.JPG", b"", "is no picture inside"),
            ("a.heic", b"text", "is no picture inside"),
            ("a.jpg", b"\xFF\xD8\xFF\xE1\xFF\xFFExif", "is damaged"),
            ("a.png", b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", "is damaged"),
            ("a.webp", b"RIFF\x04\0\0\0WEBP", "is damaged"),
            ("photo.jpg.xmp", b"<x:xmpmeta/>", "metadata of a photo"),
        ] {
            let message = warning(name, bytes);
            assert!(message.starts_with(&format!("`static/{name}` is not published")), "{message}");
            assert!(message.contains(says), "{message}");
        }
    }
}
