//! A [`Site`] onto disk: rendered, checked, staged beside the output, swapped in one step.
//!
//! ```text
//! Site ── make ──▶ bytes, links ──▶ .public.dateline/new ── links hold ──▶ exchanged with public/ ──▶ the old one removed
//! ```
//!
//! [`publish`] and [`check`] drive the same loop; only what they do with a page's bytes differs.
//!
//! - A page whose bytes equal the published ones is hard-linked: it keeps inode and time.
//! - What Dateline did not write (`.git`, `CNAME`) is carried over; in the way of a page, it is an error.
//! - Any error leaves the published site as it was. So does a kill at any moment: a start removes
//!   what a killed run left, and nothing else.
//! - Where folders cannot be exchanged (a mount point, systems other than Linux and macOS), pages are
//!   moved one by one, the manifest last, under a journal that the next start completes. That is
//!   weaker: for a moment, pages of the old and of the new site stand side by side.

mod manifest;
mod page_path;
mod published;
mod resized;
mod staging;
mod swap;
mod target;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    diag::{Diagnostic, Error, Severity, Warned},
    render::{
        Page, Site,
        links::{self, PageLinks},
        once_per_cause,
    },
};
use manifest::{Hash, Manifest};
use published::Published;
use resized::Resized;
use staging::Staging;

/// How a site is published.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The project's folder, which no output may be or contain.
    pub project: &'a Path,
    /// The user's home, which no output may be or contain.
    pub home: Option<&'a Path>,
    /// Whether to take over a folder that is not empty and has no manifest.
    pub adopt: bool,
    /// From which severity on a fault keeps the site from being published.
    pub fails_at: Severity,
    /// Called when a page is made, from any thread.
    pub progress: &'a (dyn Fn() + Sync),
}

/// What publishing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Whether the new site stands; otherwise faults kept it back, and the old one does.
    pub published: bool,
    /// How many files are new or have new bytes.
    pub written: usize,
    /// How many files stayed as they were.
    pub unchanged: usize,
    /// How many files of the last site were removed.
    pub removed: usize,
}

/// Publishes a site in the folder `output`, or leaves the one that stands there whole.
///
/// # Errors
///
/// A refused output folder, another build at work on it, a full disk, a missing permission.
pub fn publish(site: &Site, output: &Path, options: &Options<'_>) -> Result<Warned<Report>, Error> {
    let output = target::resolve(output, options)?;
    let staging = Staging::open(&output)?;
    let manifest = target::manifest_of(&output, options.adopt)?;
    let published = Published::read(&output, manifest, staging.folder())?;
    let mut diagnostics = published.in_the_way(&site.pages, options.adopt);
    let resized = Resized::new(site, &published);
    let made = make_all(site, options, Some(&resized), |path, content| {
        staging.put(path, &content, published.file(path).as_deref())
    })?
    .unpack(&mut diagnostics);
    let kept = published.kept(&site.pages)?;
    diagnostics.extend(kept.iter().filter_map(published::Kept::diagnostic));
    if diagnostics.iter().any(|diagnostic| diagnostic.severity >= options.fails_at) {
        return Ok(Warned::with(Report::default(), diagnostics));
    }
    published.carry_over(&kept, &staging.new_site())?;
    let manifest: Manifest = made.iter().map(|made| (made.path, made.hash)).collect();
    let recipes = made.iter().filter_map(|made| Some((made.path, made.recipe?)));
    manifest.with_resized(recipes).write(&staging.new_site())?;
    swap::swap(&staging, &output)?;
    let unchanged = made.iter().filter(|made| made.unchanged).count();
    let report = Report {
        published: true,
        written: made.len() - unchanged,
        unchanged,
        removed: published.stale(&site.pages).count() - published::changed(&kept),
    };
    Ok(Warned::with(report, diagnostics))
}

/// Makes every page and checks where its links lead, and writes nothing.
///
/// # Errors
///
/// A file to copy cannot be read.
pub fn check(site: &Site, options: &Options<'_>) -> Result<Warned<()>, Error> {
    let made = make_all(site, options, None, |path, content| {
        if let Content::Copy(file) = content {
            File::open(file).map_err(|cause| Error::io("cannot read", file, cause))?;
        }
        Ok(Made { path, hash: Hash::default(), unchanged: false, recipe: None })
    })?;
    Ok(made.map(drop))
}

/// Removes the files that the manifest in `output` lists, and folders that are empty then.
///
/// # Errors
///
/// A refused output folder, a missing permission.
pub fn clean(output: &Path, options: &Options<'_>) -> Result<Warned<usize>, Error> {
    if !output.exists() {
        return Ok(Warned::clean(0));
    }
    let output = target::resolve(output, options)?;
    let staging = Staging::open(&output)?;
    let manifest = target::manifest_of(&output, false)?;
    let published = Published::read(&output, manifest, staging.folder())?;
    let nothing = BTreeMap::new();
    let kept = published.kept(&nothing)?;
    let diagnostics: Vec<_> = kept.iter().filter_map(published::Kept::diagnostic).collect();
    let removed = published.remove_stale(&nothing, &kept)?;
    Ok(Warned::with(removed, diagnostics))
}

/// What a page consists of.
enum Content<'a> {
    Bytes(Vec<u8>),
    Copy(&'a Path),
}

/// A page that was made.
struct Made<'a> {
    path: &'a str,
    hash: Hash,
    unchanged: bool,
    /// Of a smaller picture, the hash of what it was made of.
    recipe: Option<Hash>,
}

/// Makes every page in parallel, hands its content to `keep` and lets it go, and checks the links.
fn make_all<'a>(
    site: &'a Site,
    options: &Options<'_>,
    last: Option<&Resized<'_>>,
    keep: impl Fn(&'a str, Content<'_>) -> Result<Made<'a>, Error> + Sync,
) -> Result<Warned<Vec<Made<'a>>>, Error> {
    let mut diagnostics = page_path::check(&site.pages);
    if !diagnostics.is_empty() {
        return Ok(Warned::with(Vec::new(), diagnostics));
    }
    // Page by page, for neighbours are alike: the long timelines stand together, and one thread
    // would be left with them.
    let each: Vec<_> = site.pages.iter().collect();
    let pages = each.par_iter().with_max_len(1).map(|&(path, page)| {
        let mut faults = Vec::new();
        let mut links = PageLinks::default();
        let made = if page.file().is_some() {
            make_of_file(path, page, last, &mut faults, &keep)?
        } else {
            let rendered =
                site.render(path).map(|page| page.unpack(&mut faults)).unwrap_or_default();
            links = PageLinks { links: rendered.links, anchors: rendered.anchors };
            keep(path, Content::Bytes(rendered.bytes))?
        };
        (options.progress)();
        Ok((made, links, faults))
    });
    let mut all = Vec::with_capacity(site.pages.len());
    let mut links = BTreeMap::new();
    for (made, of_page, faults) in pages.collect::<Result<Vec<_>, Error>>()? {
        diagnostics.extend(faults);
        links.insert(made.path.to_owned(), of_page);
        all.push(made);
    }
    let mut diagnostics = once_per_cause(diagnostics);
    diagnostics.extend(links::check(site, &links));
    Ok(Warned::with(all, diagnostics))
}

/// Makes what is made of a file: a copy, a picture, or a smaller one, which the last build may have made.
fn make_of_file<'a>(
    path: &'a str,
    page: &Page,
    last: Option<&Resized<'_>>,
    faults: &mut Vec<Diagnostic>,
    keep: &impl Fn(&'a str, Content<'_>) -> Result<Made<'a>, Error>,
) -> Result<Made<'a>, Error> {
    let file = page.file().unwrap_or(Path::new(""));
    if let Page::Copy(_) = page {
        return keep(path, Content::Copy(file));
    }
    let recipe = last.map_or(Ok(None), |last| last.recipe(page))?;
    if let Some(made) = last.zip(recipe).and_then(|(last, recipe)| last.file(path, recipe)) {
        return Ok(Made { recipe, ..keep(path, Content::Copy(&made))? });
    }
    let bytes = fs::read(file).map_err(|cause| Error::io("cannot read", file, cause))?;
    let Warned { value: bytes, diagnostics } = page.of_file(bytes);
    // What a warning belongs to is made again, so that it is told again.
    let recipe = recipe.filter(|_| diagnostics.is_empty());
    faults.extend(diagnostics);
    Ok(Made { recipe, ..keep(path, Content::Bytes(bytes))? })
}

/// The hash of a file, read piece by piece.
fn hash_of_file(path: &Path) -> io::Result<Hash> {
    let mut file = File::open(path)?;
    let mut hasher = manifest::Hasher::default();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hasher.finish()),
            read => hasher.update(&buffer[..read]),
        }
    }
}

/// An error about a file that cannot be written, with what usually helps.
fn cannot_write(path: impl Into<PathBuf>, cause: io::Error) -> Error {
    let hint = match cause.kind() {
        io::ErrorKind::StorageFull => "the disk is full; the published site was left as it was",
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotADirectory => "`--output` names another folder",
        _ => "the published site was left as it was",
    };
    Error::io("cannot write", path, cause).hint(hint)
}
