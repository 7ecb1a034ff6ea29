//! The files of `content` in, what each of them is out: stories, articles, pages, pictures.
//!
//! Only names decide; nothing is read here.

use std::collections::BTreeMap;

use super::{
    slug,
    stray::{Fault, Stray},
    walk::{File, is_like_desk},
};
use crate::diag::Diagnostic;

/// What stands in `content`.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// `_index.md`.
    pub(crate) index: Option<File>,
    /// The story folders, or the one story at the root.
    pub(crate) stories: Vec<Folder>,
    /// Markdown at the root beside story folders.
    pub(crate) pages: Vec<Slot>,
    /// Files to copy to where they stand.
    pub(crate) files: Vec<File>,
    /// What may be meant as a desk file, and is none.
    pub(crate) strays: Vec<Stray>,
}

/// A story's folder.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// Its name; empty at the root.
    pub(crate) name: String,
    /// Its name as a slug.
    pub(crate) slug: String,
    /// `_index.md`.
    pub(crate) index: Option<File>,
    /// `_desk.yaml`.
    pub(crate) desk: Option<File>,
    /// Its articles.
    pub(crate) articles: Vec<Slot>,
    /// The files beside them.
    pub(crate) files: Vec<File>,
    /// What may be meant as its desk file, and is none.
    strays: Vec<Stray>,
}

/// An article's file and its place in the site.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    /// The file.
    pub(crate) file: File,
    /// The path above the article, of slugs; empty at the root.
    pub(crate) folder: String,
    /// The name of the file, or of the folder in which it is `index.md`, without its ending.
    pub(crate) name: String,
}

/// Whether a path ends in `index.md`.
pub(crate) fn is_index(path: &str) -> bool {
    let (_, file) = path.rsplit_once('/').unwrap_or(("", path));
    markdown_stem(file).is_some_and(|stem| stem == "index")
}

/// The path of a folder in the site: each part a slug.
pub(crate) fn address(folder: &str) -> String {
    let part = |part| slug::of(part).unwrap_or_default();
    folder.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn markdown_stem(file: &str) -> Option<&str> {
    let (stem, ending) = file.rsplit_once('.')?;
    let is_markdown = ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    is_markdown.then_some(stem)
}

/// Sorts out what the files of `content` are.
pub(crate) fn arrange(files: Vec<File>, sink: &mut Vec<Diagnostic>) -> Layout {
    let mut layout = Layout::default();
    let mut root = Folder::default();
    let mut folders: BTreeMap<String, Vec<File>> = BTreeMap::new();
    for file in files {
        match file.path.split_once('/') {
            Some((folder, _)) => folders.entry(folder.to_owned()).or_default().push(file),
            None => sort_in(file, &mut root, sink),
        }
    }
    for (name, files) in folders {
        let is_story = files.iter().any(|file| markdown_stem(&file.path).is_some());
        if !is_story {
            for file in files {
                sort_in_no_story(file, &mut layout);
            }
        } else if let Some(mut folder) = story(name, files, &layout.stories, sink) {
            layout.strays.append(&mut folder.strays);
            layout.stories.push(folder);
        }
    }
    layout.index = root.index.take();
    layout.files.append(&mut root.files);
    if layout.stories.is_empty() {
        if root.articles.is_empty() {
            sink.push(
                Diagnostic::warning("no-articles", "`content` holds no articles")
                    .hint("put Markdown files (`.md`) into `content/<story>/`"),
            );
        }
        layout.strays.append(&mut root.strays);
        layout.stories.push(root);
    } else {
        layout.pages = root.articles;
        let misnamed = root.strays.into_iter().map(|stray| stray.file);
        layout.strays.extend(root.desk.into_iter().chain(misnamed).map(without_story));
    }
    layout
}

fn story(
    name: String,
    files: Vec<File>,
    known: &[Folder],
    sink: &mut Vec<Diagnostic>,
) -> Option<Folder> {
    let shown = format!("content/{name}/");
    let Some(slug) = slug::of(&name) else {
        sink.push(no_slug(&shown));
        return None;
    };
    let device = slug::is_device(&slug).then(|| device(&shown, &slug));
    let twin = known.iter().find(|folder| folder.slug == slug);
    let twin = twin.map(|twin| duplicate(&format!("content/{}/", twin.name), &shown, &slug));
    if let Some(fault) = reserved(&shown, &slug, &[slug::SITE]).or(device).or(twin) {
        sink.push(fault);
        return None;
    }
    let mut folder = Folder { name, slug, ..Folder::default() };
    for file in files {
        sort_in(file, &mut folder, sink);
    }
    Some(folder)
}

/// Puts a file of a folder without articles among those to copy.
fn sort_in_no_story(file: File, layout: &mut Layout) {
    let (_, base) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    if is_like_desk(base) && base.starts_with('_') {
        layout.strays.push(without_story(file));
    } else {
        layout.files.push(file);
    }
}

/// A desk file that decides about nothing.
fn without_story(file: File) -> Stray {
    Stray { file, fault: Fault::WithoutStory }
}

/// Puts a file into its story.
fn sort_in(file: File, story: &mut Folder, sink: &mut Vec<Diagnostic>) {
    let (above, base) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let at_top = above == story.name;
    match base {
        "_index.md" if at_top => story.index = Some(file),
        "_desk.yaml" if at_top => story.desk = Some(file),
        _ if at_top && is_like_desk(base) => {
            story.strays.push(Stray { file, fault: Fault::Misnamed });
        }
        _ if is_like_desk(base) && base.starts_with('_') => {
            story.strays.push(Stray { file, fault: Fault::TooDeep });
        }
        "_index.md" => {
            let message = format!("`{}` is not read: it stands too deep", file.name);
            let warning = Diagnostic::warning("misplaced-file", message);
            sink.push(warning.hint("it belongs right into the folder of a story"));
        }
        _ if at_top && is_index(base) => index_for_story(file, story, sink),
        _ => match markdown_stem(base) {
            Some("index") => {
                let (above, name) = above.rsplit_once('/').unwrap_or(("", above));
                let (folder, name) = (above.to_owned(), name.to_owned());
                slot(file, &folder, name, story, sink);
            }
            Some(stem) => {
                let (folder, name) = (above.to_owned(), stem.to_owned());
                slot(file, &folder, name, story, sink);
            }
            None => story.files.push(file),
        },
    }
}

/// `index.md` right in a story's folder: what other tools call the `_index.md`.
fn index_for_story(file: File, story: &mut Folder, sink: &mut Vec<Diagnostic>) {
    let warning = |message| Diagnostic::warning("misplaced-file", message);
    if story.index.is_some() {
        let message = format!("`{}` is not read: `_index.md` stands beside it", file.name);
        sink.push(warning(message).hint("name it as an article, or move its text to `_index.md`"));
    } else {
        let message = format!("`{}` is read as `_index.md`", file.name);
        sink.push(warning(message).hint("rename it to `_index.md`"));
        story.index = Some(file);
    }
}

fn slot(file: File, folder: &str, name: String, story: &mut Folder, sink: &mut Vec<Diagnostic>) {
    if folder.split('/').any(|part| !folder.is_empty() && slug::of(part).is_none()) {
        sink.push(no_slug(&file.name));
        return;
    }
    story.articles.push(Slot { folder: address(folder), name, file });
}

/// Nothing in a name can be part of an address.
pub(crate) fn no_slug(name: &str) -> Diagnostic {
    Diagnostic::error("no-slug", format!("no address can be made of the name `{name}`"))
        .hint("give it a name with a letter or a digit")
}

/// Two files would have one address.
pub(crate) fn duplicate(first: &str, second: &str, path: &str) -> Diagnostic {
    let message = format!("`{first}` and `{second}` would both be published as `/{path}`");
    Diagnostic::error("duplicate-slug", message)
        .hint("rename one of them, or give an article another `slug`")
}

/// A name that pages of Dateline need.
pub(crate) fn reserved(name: &str, slug: &str, reserved: &[&[&str]]) -> Option<Diagnostic> {
    reserved.iter().any(|names| names.contains(&slug)).then(|| {
        let message =
            format!("`{name}` would be published under `{slug}`, which the site needs itself");
        Diagnostic::error("reserved-slug", message)
            .hint("rename it, or give the article another `slug`")
    })
}

/// A name that cannot be a file on Windows.
pub(crate) fn device(name: &str, slug: &str) -> Diagnostic {
    let message = format!("`{name}` would be published under `{slug}`, a device on Windows");
    Diagnostic::error("reserved-slug", message)
        .hint("rename it, or give the article another `slug`")
}
