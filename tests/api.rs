//! The template API as the README tells it: made from the structs that templates see, so that the two
//! cannot part. `DATELINE_UPDATE=1 cargo test --test api` writes it anew.

use std::{fmt::Write as _, fs, path::Path};

/// Where the tables begin and end in the README.
const BEGIN: &str = "### What the values hold\n";
const END: &str = "\n## ";

#[test]
fn the_readme_tells_the_fields_that_templates_see() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tables = tables(&fs::read_to_string(root.join("src/render/view.rs")).unwrap());
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let begin = readme.find(BEGIN).expect("the README has the section") + BEGIN.len();
    let end = begin + readme[begin..].find(END).unwrap_or(readme.len() - begin);
    if std::env::var_os("DATELINE_UPDATE").is_some() {
        fs::write(
            root.join("README.md"),
            format!("{}{tables}{}", &readme[..begin], &readme[end..]),
        )
        .unwrap();
        return;
    }
    for (line, (told, made)) in readme[begin..end].lines().zip(tables.lines()).enumerate() {
        assert_eq!(
            told,
            made,
            "line {} of the section; `DATELINE_UPDATE=1 cargo test --test api` mends it",
            line + 1
        );
    }
    assert_eq!(readme[begin..end].trim_end(), tables.trim_end());
}

/// A table for each struct: its fields, their types and what they are.
fn tables(source: &str) -> String {
    let mut out = String::new();
    let mut comment = String::new();
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            comment.push_str(text);
        } else if let Some(name) =
            line.strip_prefix("pub struct ").and_then(|it| it.strip_suffix(" {"))
        {
            let head = "| field | type | what it is |\n| --- | --- | --- |";
            writeln!(out, "\n**{name}**:{comment}\n\n{head}").unwrap();
            comment.clear();
        } else if let Some((name, kind)) = field(line) {
            writeln!(out, "| `{name}` | {} |{comment} |", words(kind)).unwrap();
            comment.clear();
        } else if !line.starts_with("#[") {
            comment.clear();
        }
    }
    out
}

fn field(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("pub ")?.strip_suffix(',')?.split_once(": ")
}

/// A type as those who write templates call it.
fn words(kind: &str) -> String {
    let inner = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = inner("Option<") {
        return format!("{}, may be absent", words(inner));
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", words(inner));
    }
    match kind {
        "String" | "&'static str" => "text".into(),
        "usize" | "u32" => "number".into(),
        "bool" => "true or false".into(),
        "Html" => "HTML".into(),
        kind if kind.contains("Map<") => "map".into(),
        kind => kind.into(),
    }
}
