//! Whole folders in, a library out.

use std::fs;

use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::{diag::Severity, source::PassageKind};

/// A project of the given files.
fn project(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(root.path().join("content")).expect("a folder");
    for (path, text) in files {
        let file = root.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    root
}

fn options(root: &TempDir) -> Options {
    Options {
        root: root.path().to_owned(),
        drafts: false,
        future: false,
        today: date(2026, 11, 23),
        base_url: None,
    }
}

fn loaded(files: &[(&str, &str)]) -> Warned<Library> {
    let root = project(files);
    load(&options(&root)).expect("content that can be read")
}

/// Code and message of each diagnostic, and its line.
fn faults(warned: &Warned<Library>) -> Vec<(&'static str, &str, Option<usize>)> {
    let line = |d: &Diagnostic| d.place.as_ref().map(crate::source::Place::line);
    warned.diagnostics.iter().map(|d| (d.code, d.message.as_str(), line(d))).collect()
}

fn paths(story: &StorySource) -> Vec<&str> {
    story.articles.iter().map(|article| article.path.as_str()).collect()
}

/// A picture as text: the head of a GIF of one pixel.
const PICTURE: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0;";

#[test]
fn a_folder_without_front_matter_builds() {
    let warned = loaded(&[
        ("content/2018-06-14-first-meeting.md", "They met on Wednesday.\n"),
        ("content/notes.txt", "x"),
        ("content/second.md", "# The *second* one\n\nText.\n"),
    ]);
    assert_eq!(faults(&warned), []);
    let library = warned.value;
    assert_eq!(library.stories.len(), 1);
    let story = &library.stories[0];
    assert_eq!((story.slug.as_str(), paths(story)), ("", vec!["first-meeting", "second"]));
    let [first, second] = &story.articles[..] else { panic!("two articles") };
    assert_eq!(first.title, "First meeting");
    assert_eq!(first.date, Some(date(2018, 6, 14)));
    assert_eq!((second.title.as_str(), second.date), ("The second one", None));
    assert_eq!(second.text.markdown().trim(), "Text.", "the title is not shown twice");
    assert_eq!(second.document.passages[0].kind, PassageKind::Title);
    assert_eq!(library.files[0].path, "notes.txt");
}

#[test]
fn stories_articles_pictures_and_pages_find_their_places() {
    let warned = loaded(&[
        ("content/_index.md", "---\ntitle: Site\nlanguage: en-GB\n---\nWelcome.\n"),
        ("content/about.md", "# About\n"),
        ("content/clemency/_index.md", "---\ntitle: Clemency\ndate_order: ymd\n---\n"),
        ("content/clemency/_desk.yaml", "[]\n"),
        ("content/clemency/2018/2018-06-14-joint/index.md", "---\ntitle: Joint\n---\nText.\n"),
        ("content/clemency/2018/2018-06-14-joint/img/A b.jpg", PICTURE),
        ("content/clemency/map.png", PICTURE),
        ("content/clemency/Ünïcode Näme.md", "Text.\n"),
        ("content/clemency/_notes.md", "ignored"),
        ("content/clemency/.hidden.md", "ignored"),
        ("content/clemency/joint.md~", "ignored"),
        ("content/clemency/.joint.md.swp", "ignored"),
        ("content/Moon Race/landing.md", "Text.\n"),
        ("content/images/logo.svg", ""),
        ("templates/_parts.html", "x"),
        ("templates/.editorconfig", "x"),
        ("templates/timeline.html", "x"),
        ("static/.well-known/x", ""),
        ("static/_redirects", ""),
        ("static/.DS_Store", ""),
    ]);
    assert_eq!(faults(&warned), []);
    let library = warned.value;
    let slugs: Vec<_> = library.stories.iter().map(|story| story.slug.as_str()).collect();
    assert_eq!(slugs, ["clemency", "moon-race"]);
    let [clemency, moon] = &library.stories[..] else { panic!("two stories") };
    assert_eq!(paths(clemency), ["clemency/2018/joint", "clemency/unicode-name"]);
    assert_eq!(clemency.settings.date_order, Some(crate::source::DateOrder::Ymd));
    assert_eq!(clemency.articles[0].language, "en-GB");
    assert_eq!(clemency.articles[0].date, Some(date(2018, 6, 14)), "by the folder's name");
    assert_eq!(clemency.articles[0].folder(), "clemency/2018/joint");
    assert_eq!(clemency.articles[1].folder(), "clemency");
    assert!(clemency.desk.is_some());
    assert_eq!(moon.settings.title.as_deref(), Some("Moon Race"));
    let files: Vec<_> = library.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        files,
        [
            ".well-known/x",
            "_redirects",
            "clemency/2018/joint/img/A b.jpg",
            "clemency/map.png",
            "images/logo.svg"
        ]
    );
    let pages: Vec<_> =
        library.pages.iter().map(|page| (page.slug.as_str(), page.title.as_str())).collect();
    assert_eq!(pages, [("about", "About")]);
    let templates: Vec<_> = library.templates.iter().map(|source| source.name()).collect();
    assert_eq!(templates, ["templates/_parts.html", "templates/timeline.html"]);
    assert_eq!(library.home.expect("a home page").markdown(), "Welcome.\n");
}

#[test]
fn collisions_name_both_sides() {
    for (files, code, message) in [
        (
            &["content/a/Foo.md", "content/a/foo!.md"][..],
            "duplicate-slug",
            "`content/a/Foo.md` and `content/a/foo!.md` would both be published as `/a/foo`",
        ),
        (
            &["content/A/x.md", "content/a/y.md"],
            "duplicate-slug",
            "`content/A/` and `content/a/` would both be published as `/a`",
        ),
        (
            &["content/about/x.md", "content/about.md"],
            "duplicate-slug",
            "`content/about/` and `content/about.md` would both be published as `/about`",
        ),
        (
            &["content/a/events/x.md"],
            "reserved-slug",
            "`content/a/events/x.md` would be published under `events`, which the site needs itself",
        ),
        (
            &["content/tags/x.md"],
            "reserved-slug",
            "`content/tags/` would be published under `tags`, which the site needs itself",
        ),
        (
            &["content/how-it-was-made.md"],
            "reserved-slug",
            "`content/how-it-was-made.md` would be published under `how-it-was-made`, which the site needs itself",
        ),
        (
            &["content/a/con.md"],
            "reserved-slug",
            "`content/a/con.md` would be published under `con`, a device on Windows",
        ),
        (&["content/a/!!!.md"], "no-slug", "no address can be made of the name `content/a/!!!.md`"),
    ] {
        let files: Vec<_> = files.iter().map(|path| (*path, "Text.")).collect();
        let warned = loaded(&files);
        let found = faults(&warned);
        assert!(found.iter().any(|f| (f.0, f.1) == (code, message)), "{found:#?}");
    }
}

#[test]
fn what_is_not_due_is_left_out_and_counted() {
    let files = [
        ("content/a/draft.md", "---\ndraft: true\nunknown: x\n---\n"),
        ("content/a/future/index.md", "---\ndate: 2027-01-01\n---\n"),
        ("content/a/future/picture.jpg", ""),
        ("content/a/gone.md", "---\ndate: 2018-01-01\nexpires: 2026-11-23\n---\n"),
        ("content/a/live.md", "---\ndate: 2026-11-23\nexpires: 2026-11-24\n---\n"),
    ];
    let root = project(&files);
    let mut options = options(&root);
    let warned = load(&options).expect("content");
    assert_eq!(faults(&warned), []);
    assert_eq!(warned.value.skipped, Skipped { drafts: 1, future: 1, expired: 1 });
    assert_eq!(paths(&warned.value.stories[0]), ["a/live"]);
    assert_eq!(warned.value.files, [], "its pictures are left out with an article");
    (options.drafts, options.future) = (true, true);
    let warned = load(&options).expect("content");
    assert_eq!(warned.value.skipped, Skipped { drafts: 0, future: 0, expired: 1 });
    assert_eq!(paths(&warned.value.stories[0]), ["a/draft", "a/future", "a/live"]);
}

#[test]
fn encodings_are_read_or_refused() {
    let root = project(&[
        ("content/a/bom.md", "\u{FEFF}---\r\ntitle: With a mark\r\n---\r\nText\r\nhere.\r\n"),
        ("content/a/latin.md", ""),
    ]);
    fs::write(root.path().join("content/a/latin.md"), b"One\ncaf\xE9\n").expect("a file");
    let warned = load(&options(&root)).expect("content");
    let article = &warned.value.stories[0].articles[0];
    assert_eq!(article.title, "With a mark");
    assert_eq!(article.document.passages[1].text, "Text here.");
    assert_eq!(
        faults(&warned),
        [("invalid-utf8", "`content/a/latin.md` is not UTF-8: byte 7 is 0xE9", Some(2))]
    );
}

#[test]
fn faults_of_the_environment_are_errors_with_a_hint() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let missing = load(&options(&root)).expect_err("no content");
    assert!(missing.to_string().starts_with("cannot find the folder"));
    assert!(missing.hint.is_some_and(|hint| hint.contains("--root")));
    fs::write(root.path().join("content"), "x").expect("a file");
    let file = load(&options(&root)).expect_err("a file");
    assert_eq!(file.to_string(), "`content` is a file, not a folder");
}

#[test]
fn a_base_url_of_the_command_line_stands_over_the_one_of_the_site() {
    let root = project(&[("content/_index.md", "---\nbase_url: https://a.example/x/\n---\n")]);
    let mut options = options(&root);
    for (given, expected) in
        [(None, Some("https://a.example/x")), (Some("http://b.example/"), Some("http://b.example"))]
    {
        options.base_url = given.map(str::to_owned);
        let library = load(&options).expect("content").value;
        assert_eq!(library.settings.base_url.as_deref(), expected);
    }
    options.base_url = Some("example.org".into());
    assert!(load(&options).is_err());
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_project_only() {
    use std::os::unix::fs::symlink;
    let outside = project(&[("content/secret.md", "Secret.")]);
    let root = project(&[("content/a/x.md", "Text."), ("shared/y.md", "Text.")]);
    let at = |path: &str| root.path().join(path);
    symlink(at("shared/y.md"), at("content/a/y.md")).expect("a link");
    symlink(outside.path().join("content/secret.md"), at("content/a/secret.md")).expect("a link");
    symlink(outside.path().join("content"), at("content/a/folder")).expect("a link");
    symlink(at("nowhere"), at("content/a/dangling.md")).expect("a link");
    symlink(at("nowhere"), at("content/a/.#lock.md")).expect("a link");
    symlink(at("content"), at("content/a/zloop")).expect("a link");
    symlink(outside.path(), at("static")).expect("a link");
    let warned = load(&options(&root)).expect("content");
    assert_eq!(paths(&warned.value.stories[0]), ["a/x", "a/y"]);
    assert_eq!(warned.value.files, []);
    let found: Vec<_> =
        faults(&warned).iter().map(|(code, message, _)| (*code, message.to_string())).collect();
    let says = |code, path: &str, rest: &str| (code, format!("`{path}` {rest}"));
    assert_eq!(
        found,
        [
            says("link-broken", "content/a/dangling.md", "is a link that leads nowhere"),
            says("link-outside", "content/a/folder", "is a link that leads out of the project"),
            says("link-outside", "content/a/secret.md", "is a link that leads out of the project"),
            says("link-loop", "content/a/zloop", "is a link to a folder above it"),
            says("link-outside", "static", "is a link that leads out of the project"),
        ]
    );
}

#[test]
fn misplaced_files_are_spoken_of() {
    let warned = loaded(&[
        ("content/_desk.yaml", "[]"),
        ("content/a/index.md", "---\ntitle: A\n---\n"),
        ("content/a/b/_index.md", ""),
    ]);
    assert!(warned.diagnostics.iter().all(|d| d.severity == Severity::Warning));
    assert_eq!(warned.value.stories[0].settings.title.as_deref(), Some("A"));
    let messages: Vec<_> = faults(&warned).into_iter().map(|(_, message, _)| message).collect();
    assert_eq!(
        messages,
        [
            "`content/a/b/_index.md` is not read: it stands too deep",
            "`content/a/index.md` is read as `_index.md`",
            "`content/_desk.yaml` belongs to no story",
        ]
    );
    let empty = loaded(&[]);
    assert_eq!(faults(&empty), [("no-articles", "`content` holds no articles", None)]);
}

#[test]
fn a_desk_file_by_another_name_is_spoken_of_and_never_published() {
    let hides = "# why\n- { hide: x, why: secret }\n";
    let warned = loaded(&[
        ("content/a/_Desk.yaml", hides),
        ("content/a/_desk.yml", hides),
        ("content/a/a.md", "Text."),
        ("content/a/b/_desk.yml", "[]"),
        ("content/a/b/desk.yaml", "a table of desks"),
        ("content/a/b/deep/desk.yaml", "- pin: x\n  why: y\n"),
        ("content/a/c/index.md", "Text."),
        ("content/a/c/desk.yml", hides),
        ("content/a/desk.YAML", "[]"),
        ("content/images/_desk.yaml", hides),
        ("content/images/deep/_desk.yml", "[]"),
        ("content/images/desk.yaml", "\u{feff}# why\n- hyde: a\n- hide: b\n"),
        ("content/images/desk.yml", "- { legs: 4 }"),
        ("content/_desk.yml", hides),
        ("content/desk.yaml", hides),
        ("static/_desk.yaml", hides),
        ("static/desk.yaml", "- legs: 4"),
        ("static/data/Desk.yml", "\n- hide: {"),
        ("static/data/desk.yaml", "hide: x"),
    ]);
    assert!(warned.diagnostics.iter().all(|d| d.severity == Severity::Warning));
    assert!(warned.value.stories[0].desk.is_none());
    let is_read = "is not read: `_desk.yaml` is the name of a desk file";
    let too_deep = "is not read: it stands too deep";
    let (of_none, held) =
        ("belongs to no story", "is not published: it holds decisions of the desk");
    let expected = [
        ("misplaced-file", format!("`content/a/_Desk.yaml` {is_read}"), 2),
        ("misplaced-file", format!("`content/a/_desk.yml` {is_read}"), 2),
        ("misplaced-file", format!("`content/a/b/_desk.yml` {too_deep}"), 1),
        ("misplaced-file", format!("`content/a/desk.YAML` {is_read}"), 1),
        ("desk-without-story", format!("`content/images/_desk.yaml` {of_none}"), 2),
        ("desk-without-story", format!("`content/images/deep/_desk.yml` {of_none}"), 1),
        ("desk-without-story", format!("`content/_desk.yml` {of_none}"), 2),
        ("desk-without-story", format!("`content/desk.yaml` {of_none}"), 2),
        ("misplaced-file", format!("`content/images/desk.yaml` {held}"), 3),
        ("misplaced-file", format!("`content/a/b/deep/desk.yaml` {held}"), 1),
        ("misplaced-file", format!("`content/a/c/desk.yml` {held}"), 2),
        ("misplaced-file", format!("`static/_desk.yaml` {held}"), 2),
        ("misplaced-file", format!("`static/data/Desk.yml` {held}"), 2),
        ("misplaced-file", format!("`static/data/desk.yaml` {held}"), 1),
    ];
    let expected =
        expected.each_ref().map(|(code, what, line)| (*code, what.as_str(), Some(*line)));
    assert_eq!(faults(&warned), expected);
    let files: Vec<_> = warned.value.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["a/b/desk.yaml", "desk.yaml", "images/desk.yml"]);
}

#[test]
fn the_hint_about_a_desk_file_says_where_it_belongs() {
    let rename = "rename it to `_desk.yaml`, or move its decisions there";
    let moved = "move its decisions into `_desk.yaml`, right in the folder of a story";
    for (files, expected) in [
        (["content/a.md", "content/_desk.yml"], rename),
        (["content/a.md", "content/desk.yaml"], rename),
        (["content/a/a.md", "content/a/_desk.yml"], rename),
        (["content/a/a.md", "content/_desk.yml"], moved),
        (["content/a/a.md", "content/_desk.yaml"], moved),
        (["content/a/a.md", "content/a/b/_desk.yaml"], moved),
        (["content/a/a.md", "content/b/_desk.yaml"], moved),
    ] {
        let warned = loaded(&files.map(|path| (path, "")));
        let hints: Vec<_> = warned.diagnostics.iter().map(|it| it.hint.as_deref()).collect();
        assert_eq!(hints, [Some(expected)], "{files:?}");
    }
}

#[test]
fn a_faulty_article_does_not_hide_the_others() {
    let warned = loaded(&[
        ("content/a/bad.md", "---\ntitle: Kim: a story\n---\n"),
        ("content/a/good.md", "Text."),
        ("content/a/worse.md", "---\ndate: 2018-02-30\n---\n"),
    ]);
    let codes: Vec<_> = faults(&warned).iter().map(|fault| (fault.0, fault.2)).collect();
    assert_eq!(codes, [("bad-yaml", Some(2)), ("impossible-date", Some(2))]);
    assert_eq!(paths(&warned.value.stories[0]), ["a/good", "a/worse"]);
}
