//! The same input gives the same bytes, wherever and whenever it is built.

use std::{fs, path::Path};

use crate::folder::{Tree, build_samples, copy_backwards, dateline, read_tree, succeed};

#[test]
fn two_builds_in_other_zones_locales_folders_and_orders_are_equal() {
    let (_one, first) = build_samples(&[]);
    let folder = tempfile::tempdir().unwrap();
    for part in ["content", "templates", "static"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(part);
        copy_backwards(&from, &folder.path().join("elsewhere").join(part));
    }
    let mut build = dateline(folder.path());
    build.args(["build", "--root", "elsewhere", "-o", "out"]);
    build.env("TZ", "Pacific/Auckland").env("LANG", "tr_TR.UTF-8").env("LC_ALL", "tr_TR.UTF-8");
    build.env("RAYON_NUM_THREADS", "1");
    succeed(&mut build);
    assert_equal(&first, &read_tree(&folder.path().join("out")));
}

#[test]
fn a_second_build_changes_nothing() {
    let (folder, first) = build_samples(&[]);
    let output = folder.path().join("public");
    let written = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let before = written(&output.join("index.html"));
    let mut build = dateline(Path::new(env!("CARGO_MANIFEST_DIR")));
    succeed(build.arg("build").arg("-o").arg(&output));
    assert_equal(&first, &read_tree(&output));
    assert_eq!(before, written(&output.join("index.html")));
}

fn assert_equal(one: &Tree, other: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other));
    let differ: Vec<_> = one.iter().filter(|(path, bytes)| other[*path] != **bytes).collect();
    assert!(
        differ.is_empty(),
        "these differ: {:?}",
        differ.iter().map(|d| d.0).collect::<Vec<_>>()
    );
}
