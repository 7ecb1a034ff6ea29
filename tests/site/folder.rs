//! A project in a folder of its own, and what a build makes of it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The files below a folder, by their path with `/`.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// The sample stories of this repository, built with these arguments into a folder that lives as
/// long as the answer.
pub(crate) fn build_samples(arguments: &[&str]) -> (tempfile::TempDir, Tree) {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let mut build = dateline(Path::new(env!("CARGO_MANIFEST_DIR")));
    build.arg("build").arg("--output").arg(&output).args(arguments);
    succeed(&mut build);
    let tree = read_tree(&output);
    (folder, tree)
}

/// The program, to be run in `folder`, on a fixed day.
pub(crate) fn dateline(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1893456000"); // 2030-01-01
    command
}

/// Runs it, and says what it answered if it failed.
pub(crate) fn succeed(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Reads every file below a folder.
pub(crate) fn read_tree(folder: &Path) -> Tree {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Copies a folder, the last file first, so that the order on disk is another.
pub(crate) fn copy_backwards(from: &Path, to: &Path) {
    for (path, bytes) in read_tree(from).into_iter().rev() {
        let file: PathBuf = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}
