//! Files named like a desk file that no story reads in, warnings out; and none of their decisions
//! into the site.
//!
//! ```text
//! Stray ── place of its decisions ──▶ warning
//! File to copy ── named so, and holds decisions? ──▶ warning, or the file
//! ```
//!
//! A desk file may say what is hidden and why. One that is misnamed or stands in the wrong place is not read,
//! so that what it hides is published: nobody must learn that from readers.

use std::{fs, sync::Arc};

use super::{
    TOP,
    node::{self, Content, Node},
    walk::{File, is_like_desk},
};
use crate::{
    diag::{Diagnostic, Error},
    source::{Source, Span},
    story::desk,
};

/// A file that may be meant as a desk file, and is none.
#[derive(Debug)]
pub(crate) struct Stray {
    /// The file.
    pub(crate) file: File,
    /// What is wrong with it.
    pub(crate) fault: Fault,
}

/// Why a file is no desk file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It stands where one is read, under another name.
    Misnamed,
    /// It stands in a folder below that of its story.
    TooDeep,
    /// It stands beside or below no story.
    WithoutStory,
}

/// Where a desk file belongs.
const BELONGS: &str = "move its decisions into `_desk.yaml`, right in the folder of a story";

/// Warns of a file that is not read.
pub(crate) fn warning(stray: &Stray) -> Result<Diagnostic, Error> {
    let name = &stray.file.name;
    let (code, message, hint) = match stray.fault {
        Fault::Misnamed => (
            "misplaced-file",
            format!("`{name}` is not read: `_desk.yaml` is the name of a desk file"),
            "rename it to `_desk.yaml`, or move its decisions there",
        ),
        Fault::TooDeep => {
            ("misplaced-file", format!("`{name}` is not read: it stands too deep"), BELONGS)
        }
        Fault::WithoutStory => {
            ("desk-without-story", format!("`{name}` belongs to no story"), BELONGS)
        }
    };
    let source = source(&stray.file)?;
    let at = decisions(&source).unwrap_or(TOP);
    Ok(Diagnostic::warning(code, message).at(&source, at).hint(hint))
}

/// Those of `files` that may be copied into the site: all but desk files, however well hidden.
pub(crate) fn publishable<'f>(
    files: &'f [File],
    sink: &mut Vec<Diagnostic>,
) -> Result<Vec<&'f File>, Error> {
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        match held_back(file)? {
            Some(warning) => sink.push(warning),
            None => kept.push(file),
        }
    }
    Ok(kept)
}

/// The warning about a file that is named like a desk file and holds decisions.
fn held_back(file: &File) -> Result<Option<Diagnostic>, Error> {
    let (_, base) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    if !is_like_desk(base) {
        return Ok(None);
    }
    let source = source(file)?;
    Ok(decisions(&source).map(|at| {
        let message = format!("`{}` is not published: it holds decisions of the desk", file.name);
        let hint = format!("{BELONGS}, or give the file another name if they are none");
        Diagnostic::warning("misplaced-file", message).at(&source, at).hint(hint)
    }))
}

/// The text of a file, whatever its encoding.
fn source(file: &File) -> Result<Arc<Source>, Error> {
    let bytes =
        fs::read(&file.location).map_err(|e| Error::io("cannot read", &file.location, e))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Arc::new(Source::new(&file.name, text.trim_start_matches('\u{feff}'))))
}

/// Where the first decision stands in a text. What cannot be read as YAML may hold one.
fn decisions(source: &Arc<Source>) -> Option<Span> {
    let whole = Span { start: 0, end: source.text().len() };
    // Only whether there are decisions counts; how they are written is told where they are read.
    let mut unheard = Vec::new();
    match node::yaml(source, whole, &mut unheard) {
        Ok(Node { content: Content::List(items), .. }) => items.iter().find_map(verb),
        Ok(node) => verb(&node),
        Err(fault) => Some(fault.place.map_or(TOP, |place| place.span)),
    }
}

/// The place of a verb of the desk among the keys of a map.
fn verb(node: &Node) -> Option<Span> {
    let Content::Map(entries) = &node.content else { return None };
    entries.iter().find(|entry| desk::is_verb(&entry.key)).map(|entry| entry.key_span)
}
