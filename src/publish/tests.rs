//! Publishing, with the files of two sites and a project around them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Options, Report, clean, manifest, publish};
use crate::{
    diag::{Diagnostic, Error, Severity, Warned},
    load::{Library, Skipped},
    picture::testing,
    render::{Page, Site},
    settings::Settings,
};

/// A project in a folder of its own.
struct Project {
    folder: tempfile::TempDir,
    adopt: bool,
}

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("project/content/story")).unwrap();
        Self { folder, adopt: false }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    fn output(&self) -> PathBuf {
        self.root().join("public")
    }

    fn publish_in(&self, output: &Path, site: &Site) -> Result<Warned<Report>, Error> {
        let (root, home) = (self.root(), self.folder.path().join("home"));
        publish(site, output, &options(&root, &home, self.adopt))
    }

    fn publish(&self, pages: &[(&str, &'static str)]) -> Warned<Report> {
        self.publish_in(&self.output(), &site(pages)).unwrap()
    }

    fn publishes(&self, pages: &[(&str, &'static str)]) {
        let report = self.publish(pages);
        assert!(report.value.published);
        assert_eq!(report.diagnostics, []);
    }

    fn clean(&self) -> Warned<usize> {
        let (root, home) = (self.root(), self.folder.path().join("home"));
        clean(&self.output(), &options(&root, &home, false)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.output().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Every file of the output but the manifest, with its text.
    fn files(&self) -> Vec<(String, String)> {
        let walk = walkdir::WalkDir::new(self.output()).sort_by_file_name();
        let files =
            walk.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = super::published::path_in(&self.output(), entry.path()).unwrap();
                (path, fs::read_to_string(entry.path()).unwrap())
            })
            .filter(|(path, _)| path != manifest::NAME)
            .collect()
    }

    fn assert_files(&self, files: &[(&str, &str)]) {
        let expected: Vec<_> = files.iter().map(|&(p, t)| (p.to_owned(), t.to_owned())).collect();
        assert_eq!(self.files(), expected);
        assert!(!self.root().join(".public.dateline").exists(), "the staging folder was left");
    }
}

fn options<'a>(project: &'a Path, home: &'a Path, adopt: bool) -> Options<'a> {
    Options { project, home: Some(home), adopt, fails_at: Severity::Error, progress: &|| {} }
}

fn site(pages: &[(&str, &'static str)]) -> Site {
    let page = |&(path, text): &(&str, &'static str)| {
        (path.to_owned(), Page::Bytes(text.as_bytes().into()))
    };
    let pages = pages.iter().map(page).collect();
    Site { pages, ..crate::render::plan(empty_project()).value }
}

fn empty_project() -> crate::Project {
    let library = Library {
        settings: Settings::default(),
        home: None,
        stories: Vec::new(),
        pages: Vec::new(),
        templates: Vec::new(),
        styles: Vec::new(),
        files: Vec::new(),
        skipped: Skipped::default(),
    };
    crate::Project { library, stories: Vec::new() }
}

fn messages(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect()
}

#[test]
fn a_site_replaces_the_last_one_and_nothing_else() {
    let project = Project::new();
    let first = project.publish(&[("index.html", "1"), ("a/index.html", "a"), ("a/b/c.html", "c")]);
    assert_eq!(first.value, Report { published: true, written: 3, unchanged: 0, removed: 0 });
    for (path, text) in [("CNAME", "x.org"), (".git/HEAD", "ref"), ("a/notes.txt", "mine")] {
        project.write(path, text);
    }
    fs::create_dir_all(project.output().join(".git/refs/tags")).unwrap();
    let second = project.publish(&[("index.html", "2"), ("a/index.html", "a")]);
    assert_eq!(second.value, Report { published: true, written: 1, unchanged: 1, removed: 1 });
    assert_eq!(second.diagnostics, []);
    project.assert_files(&[
        (".git/HEAD", "ref"),
        ("CNAME", "x.org"),
        ("a/index.html", "a"),
        ("a/notes.txt", "mine"),
        ("index.html", "2"),
    ]);
    assert!(project.output().join(".git/refs/tags").is_dir());
    assert!(!project.output().join("a/b").exists(), "an empty folder was left");
}

#[cfg(unix)]
#[test]
fn what_did_not_change_keeps_its_inode() {
    use std::os::unix::fs::MetadataExt as _;
    let project = Project::new();
    let inode = |path| fs::metadata(project.output().join(path)).unwrap().ino();
    project.publishes(&[("a.html", "a"), ("b.html", "b")]);
    project.write("CNAME", "x.org");
    let before = [inode("a.html"), inode("b.html"), inode("CNAME")];
    project.publishes(&[("a.html", "a"), ("b.html", "c")]);
    let after = [inode("a.html"), inode("b.html"), inode("CNAME")];
    assert_eq!((before[0], before[2]), (after[0], after[2]));
    assert_ne!(before[1], after[1]);
}

#[test]
fn copied_files_are_files_of_the_site() {
    let project = Project::new();
    let picture = project.root().join("content/story/a.png");
    fs::write(&picture, "picture").unwrap();
    let mut with_picture = site(&[("index.html", "1")]);
    with_picture.pages.insert("story/a.png".into(), Page::Copy(picture.clone()));
    for unchanged in [0, 2] {
        let report = project.publish_in(&project.output(), &with_picture).unwrap().value;
        assert_eq!(report.unchanged, unchanged);
    }
    project.assert_files(&[("index.html", "1"), ("story/a.png", "picture")]);
    fs::remove_file(picture).unwrap();
    let error = project.publish_in(&project.output(), &with_picture).unwrap_err();
    assert!(error.to_string().starts_with("cannot read"), "{error}");
    project.assert_files(&[("index.html", "1"), ("story/a.png", "picture")]);
}

/// A site that shows a picture in two sizes.
fn with_sizes(original: &Path) -> Site {
    let picture = |width| Page::Picture { file: original.into(), of: "a.jpg".into(), width };
    let mut site = site(&[("index.html", "1")]);
    site.pages.insert("a.jpg".into(), picture(None));
    site.pages.insert("a-480w.jpg".into(), picture(Some(480)));
    site
}

#[test]
fn a_smaller_picture_is_made_once() {
    let project = Project::new();
    let original = project.root().join("content/story/a.jpg");
    fs::write(
        &original,
        testing::with_segment(&testing::jpeg(800, 600, 95), 0xFE, testing::SECRET),
    )
    .unwrap();
    let site = with_sizes(&original);
    // Where the last build left it, if it may be taken over.
    let left = || {
        let output = project.output();
        let manifest = super::target::manifest_of(&output, false).unwrap();
        let published = super::Published::read(&output, manifest, Path::new("")).unwrap();
        let resized = super::Resized::new(&site, &published);
        let recipe = resized.recipe(&site.pages["a-480w.jpg"]).unwrap().unwrap();
        assert_eq!(resized.recipe(&site.pages["a.jpg"]).unwrap(), None);
        resized.file("a-480w.jpg", recipe)
    };
    assert_eq!(left(), None);
    let first = project.publish_in(&project.output(), &site).unwrap();
    assert_eq!((first.value.written, first.diagnostics), (3, Vec::new()));
    let small = project.output().join("a-480w.jpg");
    assert_eq!(left(), Some(small.clone()));
    let second = project.publish_in(&project.output(), &site).unwrap();
    assert_eq!(second.value.unchanged, 3);
    for file in ["a.jpg", "a-480w.jpg"] {
        let bytes = fs::read(project.output().join(file)).unwrap();
        let mut windows = bytes.windows(testing::SECRET.len());
        assert!(!windows.any(|window| window == testing::SECRET), "{file}");
    }

    let made = fs::read(&small).unwrap();
    fs::write(&small, "changed by somebody").unwrap();
    assert_eq!(left(), None);
    assert!(project.publish_in(&project.output(), &site).unwrap().value.published);
    assert_eq!(fs::read(&small).unwrap(), made);

    fs::write(&original, testing::jpeg(900, 600, 95)).unwrap();
    assert_eq!(left(), None);
}

#[test]
fn a_damaged_picture_is_told_of_in_each_build() {
    let project = Project::new();
    let original = project.root().join("content/story/a.jpg");
    let mut damaged = testing::jpeg(800, 600, 95);
    // A table of codes that no decoder can use.
    let table = damaged.windows(2).position(|pair| pair == [0xFF, 0xC4]).unwrap();
    damaged[table + 5..table + 21].fill(0xFF);
    fs::write(&original, damaged).unwrap();
    let site = with_sizes(&original);
    for _ in 0..2 {
        let report = project.publish_in(&project.output(), &site).unwrap();
        assert!(report.value.published);
        let [said] = &report.diagnostics[..] else { panic!("{:?}", report.diagnostics) };
        assert!(said.message.starts_with("the picture `a.jpg` is damaged"), "{said:?}");
    }
}

#[test]
fn a_fault_leaves_the_last_site_whole() {
    let project = Project::new();
    project.publishes(&[("index.html", "1")]);
    let failed = project.publish(&[("index.html", "2"), ("../escaped.html", "x")]);
    assert!(!failed.value.published);
    assert!(failed.diagnostics[0].message.contains("`../escaped.html`"));
    project.assert_files(&[("index.html", "1")]);
    assert!(!project.root().join("escaped.html").exists());
}

#[test]
fn folders_that_are_not_for_output_are_refused() {
    let project = Project::new();
    let (root, above) = (project.root(), project.folder.path());
    for folder in ["home", "project/static", "elsewhere"] {
        fs::create_dir_all(above.join(folder)).unwrap();
    }
    fs::write(above.join("elsewhere/thesis.doc"), "years of work").unwrap();
    fs::write(above.join("file"), "").unwrap();
    let cases = [
        (PathBuf::from("/"), "root of the file system"),
        (above.join("home"), "your home folder"),
        (above.to_owned(), "above it"),
        (root.clone(), "is the project"),
        (root.join("content"), "overlaps"),
        (root.join("content/story"), "overlaps"),
        (root.join("content/../static/new"), "overlaps"),
        (above.join("elsewhere"), "it holds `thesis.doc`"),
        (above.join("file"), "is a file"),
    ];
    for (output, reason) in cases {
        let error = project.publish_in(&output, &site(&[("index.html", "1")])).unwrap_err();
        assert!(error.to_string().contains(reason), "{}: {error}", output.display());
        assert!(error.hint.is_some());
    }
    assert_eq!(fs::read_dir(above.join("elsewhere")).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn symlinks_are_neither_replaced_nor_followed() {
    let project = Project::new();
    let elsewhere = project.folder.path().join("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join("index.html"), "1").unwrap();
    let link = project.root().join("link");
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    let error = project.publish_in(&link.join(""), &site(&[("index.html", "1")])).unwrap_err();
    assert!(error.to_string().contains("is a symlink"), "{error}");

    project.publishes(&[("a/index.html", "a")]);
    fs::remove_dir_all(project.output().join("a")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, project.output().join("a")).unwrap();
    let failed = project.publish(&[("a/index.html", "b")]);
    assert_eq!(
        messages(&failed.diagnostics),
        ["`a` stands where the page `a/index.html` shall stand"]
    );
    assert_eq!(project.clean().value, 0);
    assert_eq!(fs::read_to_string(elsewhere.join("index.html")).unwrap(), "1");
}

#[test]
fn a_folder_with_dot_entries_alone_needs_no_manifest() {
    let project = Project::new();
    project.write(".git/HEAD", "ref");
    project.write("CNAME", "x.org");
    project.publishes(&[("index.html", "1")]);
    project.assert_files(&[(".git/HEAD", "ref"), ("CNAME", "x.org"), ("index.html", "1")]);
}

#[test]
fn a_folder_can_be_adopted() {
    let mut project = Project::new();
    project.write("index.html", "theirs");
    project.write("other.txt", "theirs");
    let refused = project.publish_in(&project.output(), &site(&[("index.html", "1")]));
    assert!(refused.unwrap_err().hint.unwrap().contains("--adopt"));
    project.adopt = true;
    project.publishes(&[("index.html", "1")]);
    project.assert_files(&[("index.html", "1"), ("other.txt", "theirs")]);
}

#[test]
fn other_peoples_files_are_not_overwritten() {
    let project = Project::new();
    project.publishes(&[("index.html", "1")]);
    project.write("a/index.html", "theirs");
    project.write("b", "theirs");
    fs::create_dir_all(project.output().join("c.html")).unwrap();
    let pages = [("a", "x"), ("a/index.html", "a"), ("b/index.html", "b"), ("c.html", "c")]
        .map(|page| page);
    let failed = project.publish(&pages[1..]);
    assert!(!failed.value.published);
    assert_eq!(
        messages(&failed.diagnostics),
        [
            "`a/index.html` stands where the page `a/index.html` shall stand",
            "`b` stands where the page `b/index.html` shall stand",
            "`c.html` stands where the page `c.html` shall stand",
        ]
    );
    let failed = project.publish(&pages[..1]);
    assert_eq!(
        messages(&failed.diagnostics),
        ["`a/index.html` stands where the page `a` shall stand"]
    );
    project.assert_files(&[("a/index.html", "theirs"), ("b", "theirs"), ("index.html", "1")]);
}

#[test]
fn a_page_that_someone_changed_is_kept_when_it_goes() {
    let project = Project::new();
    project.publishes(&[("a.html", "a"), ("b.html", "b")]);
    project.write("a.html", "corrected by hand");
    let second = project.publish(&[("c.html", "c")]);
    assert_eq!(second.value.removed, 1);
    assert_eq!(messages(&second.diagnostics), ["`a.html` is no page any more, and was kept"]);
    project.assert_files(&[("a.html", "corrected by hand"), ("c.html", "c")]);
}

#[test]
fn a_start_removes_what_a_killed_run_left() {
    let project = Project::new();
    project.publishes(&[("index.html", "1")]);
    let staging = project.root().join(".public.dateline");
    fs::create_dir_all(staging.join("new/half")).unwrap();
    fs::write(staging.join("new/half/page.html"), "half a pa").unwrap();
    fs::write(staging.join("lock"), "").unwrap();
    project.publishes(&[("index.html", "2")]);
    project.assert_files(&[("index.html", "2")]);
}

#[test]
fn a_start_completes_a_move_that_was_killed() {
    let project = Project::new();
    project.publishes(&[("a.html", "a"), ("b.html", "b"), ("old/c.html", "c")]);
    project.write("CNAME", "x.org");
    let next = tempfile::tempdir_in(project.root()).unwrap();
    let next_site = site(&[("a.html", "a2"), ("new/d.html", "d")]);
    let moved = project.publish_in(&next.path().join("public"), &next_site).unwrap();
    assert!(moved.value.published);
    let staging = project.root().join(".public.dateline");
    fs::create_dir_all(&staging).unwrap();
    fs::rename(next.path().join("public"), staging.join("new")).unwrap();
    fs::rename(staging.join("new/a.html"), project.output().join("a.html")).unwrap();
    fs::write(staging.join("moving"), "").unwrap();
    // The start completes the move before it finds that this site cannot be published.
    let failed = project.publish(&[("../x", "x")]);
    assert!(!failed.value.published);
    project.assert_files(&[("CNAME", "x.org"), ("a.html", "a2"), ("new/d.html", "d")]);
    assert_eq!(project.clean().value, 2);
}

#[test]
fn two_builds_do_not_share_an_output() {
    let project = Project::new();
    let held = super::Staging::open(&project.output()).unwrap();
    let error = project.publish_in(&project.output(), &site(&[("index.html", "1")])).unwrap_err();
    assert!(error.to_string().contains("another build"), "{error}");
    drop(held);
    project.publishes(&[("index.html", "1")]);
    project.assert_files(&[("index.html", "1")]);
}

#[test]
fn clean_removes_what_was_published_and_nothing_else() {
    let project = Project::new();
    assert_eq!(project.clean().value, 0);
    project.publishes(&[("index.html", "1"), ("a/b/index.html", "b")]);
    project.write("a/notes.txt", "mine");
    assert_eq!(project.clean().value, 2);
    project.assert_files(&[("a/notes.txt", "mine")]);
    assert!(!project.output().join("a/b").exists());
    fs::remove_dir_all(project.output()).unwrap();
    project.publishes(&[("index.html", "1")]);
    assert_eq!(project.clean().value, 1);
    assert!(!project.output().exists());
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let project = Project::new();
    fs::write(project.root().join("file"), "").unwrap();
    let error = project
        .publish_in(&project.root().join("file/public"), &site(&[("index.html", "1")]))
        .unwrap_err();
    assert!(error.to_string().contains("file/public"), "{error}");
}
