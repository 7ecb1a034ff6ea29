//! A build that is killed leaves the last site or the next one, never a mix.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Child, Stdio},
};

use crate::folder::{dateline, read_tree, succeed};

#[test]
fn a_killed_build_leaves_a_whole_site() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path();
    let build_of = |word| {
        write_articles(project, word);
        succeed(dateline(project).arg("build"));
        read_tree(&project.join("public"))
    };
    let next = build_of("next");
    let last = build_of("last");
    write_articles(project, "next");
    for pages in [0, 1, 20, 60, usize::MAX] {
        let mut child = dateline(project).arg("build").stdout(Stdio::null()).spawn().unwrap();
        wait_for_pages(project, pages, &mut child);
        child.kill().unwrap();
        child.wait().unwrap();
        let found = read_tree(&project.join("public"));
        assert!(found == last || found == next, "a mix after {pages} pages");
    }
    succeed(dateline(project).arg("build"));
    assert_eq!(read_tree(&project.join("public")), next);
    assert!(!project.join(".public.dateline").exists());
}

/// Waits until the next site has this many files, or the build has ended.
fn wait_for_pages(project: &Path, pages: usize, child: &mut Child) {
    let new = project.join(".public.dateline/new");
    let count = || walkdir::WalkDir::new(&new).into_iter().filter_map(Result::ok).count();
    while child.try_wait().unwrap().is_none() && count() <= pages {
        std::thread::yield_now();
    }
}

/// Articles enough to be killed in their midst, all with the same word.
fn write_articles(project: &Path, word: &str) {
    let story = project.join("content/story");
    fs::create_dir_all(&story).unwrap();
    for number in 0..60 {
        let mut text = format!("---\ntitle: Article {number}, {word}\ndate: 2018-06-14\n---\n");
        for day in 1..20 {
            let _ = write!(text, "The {word} court met in case {number} on May {day}, 2018. ");
        }
        fs::write(story.join(format!("article-{number}.md")), text).unwrap();
    }
}
