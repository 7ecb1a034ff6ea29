//! The style sheet: parts in, one sheet out.
//!
//! ```text
//! embedded static/theme/*.css ◂ the site's files of the same names ── join ──▶ site.css
//! ```
//!
//! A part is a component of the page; tokens come first. The site's own parts follow the theme's, in the
//! order of their names. Comments and the white space around lines stay behind: readers load this sheet
//! with every first page.

use std::{collections::BTreeMap, sync::Arc};

use crate::source::Source;

/// The sheet's path in the site. A site's own file of that path stands over all of it.
pub(super) const PATH: &str = "site.css";

macro_rules! parts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../static/theme/", $name)))),*]
    };
}

/// The theme's parts, in the order in which they stand in the sheet.
const PARTS: &[(&str, &str)] = parts![
    "tokens.css",
    "page.css",
    "lede.css",
    "rail.css",
    "view.css",
    "spine.css",
    "entry.css",
    "quote.css",
    "sources.css",
    "accounts.css",
    "topics.css",
    "column.css",
    "rows.css",
    "articles.css",
    "stories.css",
    "embed.css",
    "search.css",
];

/// Joins the theme's parts with the site's `own` in the place of those of the same name, or after them.
pub(super) fn sheet(own: &[Arc<Source>]) -> String {
    let name =
        |source: &Arc<Source>| source.name().rsplit('/').next().unwrap_or_default().to_owned();
    let mut own: BTreeMap<String, &str> =
        own.iter().map(|source| (name(source), source.text())).collect();
    let mut sheet = String::new();
    for &(name, text) in PARTS {
        sheet.push_str(&compact(own.remove(name).unwrap_or(text)));
    }
    sheet.extend(own.into_values().map(compact));
    sheet
}

/// The text without comments, empty lines, and white space around lines. Strings stay as they are.
fn compact(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, found) = rest.split_at(at);
        bare.push_str(before);
        let taken = match found.as_bytes() {
            [b'/', b'*', ..] => {
                rest = found.find("*/").map_or("", |end| &found[end + 2..]);
                continue;
            }
            [b'/', ..] => 1,
            _ => end_of_string(found),
        };
        bare.push_str(&found[..taken]);
        rest = &found[taken..];
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Where the string ends that `text` begins with, in bytes.
fn end_of_string(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            _ if Some(character) == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn comments_and_margins_are_left_behind() {
        for (text, expected) in [
            ("/* a */\n  b { c: d }\n\n", "b { c: d }\n"),
            ("a { b: \"/* c */\" } /* \" */", "a { b: \"/* c */\" }\n"),
            ("a { b: '\\'/*' }", "a { b: '\\'/*' }\n"),
            ("a { font: b/c } /* open", "a { font: b/c }\n"),
            ("a { b: \"open", "a { b: \"open\n"),
        ] {
            assert_eq!(compact(text), expected);
        }
    }

    #[test]
    fn a_part_of_the_site_stands_over_the_themes_and_others_follow() {
        let part =
            |name: &str, text: &str| Arc::new(Source::new(format!("static/theme/{name}"), text));
        let sheet =
            sheet(&[part("zebra.css", ".z {}"), part("rail.css", ".r {}"), part("a.css", ".a {}")]);
        assert!(sheet.ends_with(".a {}\n.z {}\n"));
        assert!(sheet.contains("\n.r {}\n") && !sheet.contains(".b10"));
    }

    /// The classes that a style sheet names.
    fn styled(sheet: &str) -> BTreeSet<&str> {
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let names = sheet
            .split('.')
            .skip(1)
            .map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default());
        names
            .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()) && *name != "woff2")
            .collect()
    }

    #[test]
    fn no_class_is_without_use_and_none_without_style() {
        // Classes whose names pages put together of what they are given.
        let made = ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10"];
        let made: BTreeSet<&str> =
            made.into_iter().chain(["day", "month", "year", "about", "range"]).collect();
        let sheet = sheet(&[]);
        let styled: BTreeSet<&str> = styled(&sheet).difference(&made).copied().collect();
        let templates: String =
            super::super::theme::TEMPLATES.iter().map(|(_, text)| *text).collect();
        let text = templates
            + include_str!("pages/article.rs")
            + include_str!("../load/markdown.rs")
            + include_str!("../../static/timeline.js")
            + include_str!("../../static/search.js");
        for class in &styled {
            assert!(is_word_of(&text, class), "no page has the class `{class}`");
        }
        for attribute in markup(&text).split("class=\"").skip(1) {
            let names = attribute.split('"').next().unwrap_or_default().split_whitespace();
            for class in names.map(|name| name.trim_end_matches('\\')).filter(|name| *name != "b") {
                let has_style = styled.contains(class) || made.contains(class);
                assert!(has_style, "the class `{class}` has no style");
            }
        }
    }

    /// Templates without their tags.
    fn markup(templates: &str) -> String {
        let mut parts = templates.split("{%").flat_map(|part| part.split("{{"));
        let first = parts.next().unwrap_or_default().to_owned();
        let after = |part: &str| {
            let end = part.find("%}").or_else(|| part.find("}}"));
            end.map_or(String::new(), |end| part[end + 2..].to_owned())
        };
        first + &parts.map(after).collect::<String>()
    }

    fn is_word_of(text: &str, word: &str) -> bool {
        let is_border =
            |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '_');
        text.match_indices(word).any(|(at, _)| {
            is_border(text[..at].chars().next_back())
                && is_border(text[at + word.len()..].chars().next())
        })
    }
}
