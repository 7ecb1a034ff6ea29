//! Which paths a page may have: below the output folder, and the same on every system.

use std::collections::BTreeMap;

use crate::{diag::Diagnostic, render::Page};

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What is wrong with the paths of a site's pages.
pub(super) fn check(pages: &BTreeMap<String, Page>) -> Vec<Diagnostic> {
    let bad = pages.keys().filter_map(|path| {
        let reason = fault(path)?;
        Some(Diagnostic::error(
            "page-path",
            format!("no page can stand at `{path}`, which {reason}"),
        ))
    });
    let nested = pages.keys().filter_map(|path| {
        let folder = folders(path).find(|folder| pages.contains_key(*folder))?;
        let message = format!("`{folder}` is a page and the folder of `{path}`");
        Some(Diagnostic::error("page-path", message).hint("give one of them another `slug`"))
    });
    bad.chain(nested).collect()
}

/// Why no page may have this path, if so: to be read after "which".
pub(super) fn fault(path: &str) -> Option<&'static str> {
    if path == super::manifest::NAME {
        return Some("is the manifest");
    }
    if path.starts_with('/') {
        return Some("begins at the root of the file system");
    }
    path.split('/').find_map(part_fault)
}

fn part_fault(part: &str) -> Option<&'static str> {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_ascii_lowercase();
    match part {
        "" => Some("has an empty part"),
        "." | ".." => Some("leads out of its folder"),
        _ if part.len() > 255 => Some("has a part of more than 255 bytes"),
        _ if part.contains('\\') => Some("holds a backslash"),
        _ if part.contains(char::is_control) => Some("holds a control character"),
        _ if part.contains([':', '*', '?', '"', '<', '>', '|']) => {
            Some("holds a character that Windows keeps for itself")
        }
        _ if part.ends_with(['.', ' ']) => Some("has a part that ends with a dot or a space"),
        _ if DEVICES.contains(&stem.as_str()) => Some("names a device of Windows"),
        _ => None,
    }
}

/// The folders above a path, the nearest last: `a`, `a/b` of `a/b/c`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

#[cfg(test)]
mod tests {
    use super::{check, fault};
    use crate::render::Page;

    #[test]
    fn paths_that_leave_the_output_are_refused() {
        for path in [
            "../a",
            "a/../../b",
            "/etc/a",
            "a//b",
            "",
            ".",
            "a\\b",
            "a\0b",
            "CON",
            "a/nul.html",
            "com1.txt",
            "a.",
            "a /b",
            "C:/a",
            ".dateline-manifest.json",
        ] {
            assert!(fault(path).is_some(), "{path:?}");
        }
        assert!(fault(&"a".repeat(256)).is_some());
        for path in ["index.html", "a/b c/é.html", ".nojekyll", "console/index.html", "..a"] {
            assert_eq!(fault(path), None, "{path:?}");
        }
    }

    #[test]
    fn a_page_is_no_folder() {
        let pages = ["a", "a/b"].map(|path| (path.to_owned(), Page::Bytes(b"".into())));
        assert!(check(&pages.into())[0].message.contains("`a` is a page and the folder of `a/b`"));
    }
}
