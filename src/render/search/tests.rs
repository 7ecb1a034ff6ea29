//! The index of whole sites, and the theme's script on it, which runs where there is a `node`.

use std::{
    collections::BTreeMap,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use super::*;
use crate::{
    Project,
    render::{
        fixture::{article, citation, entry, moon, project, story},
        plan,
    },
    settings::EventPages,
    story::Story,
};

const SCRIPT: &str = include_str!("../../../static/search.js");

/// What stands below `search/` in the site of a project.
fn files_of(project: Project) -> BTreeMap<String, String> {
    let site = plan(project).value;
    let paths = site.pages.keys().filter_map(|path| path.strip_prefix("search/"));
    let texts = paths.map(|path| {
        let rendered = site.render(&format!("search/{path}")).expect("it is planned").value;
        (path.to_owned(), String::from_utf8(rendered.bytes).expect("all of it is text"))
    });
    texts.collect()
}

fn read(files: &BTreeMap<String, String>, path: &str) -> Value {
    serde_json::from_str(&files[path]).expect("it is JSON")
}

fn document(headline: &str, names: &[&str], said: &[&str]) -> Document {
    let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Document { headline: headline.into(), names: owned(names), said: owned(said), is_key: false }
}

/// A story of an event for each of these dates, headlines and sentences.
fn told(events: &[(&str, &str, &str)]) -> Story {
    let body: Vec<&str> = events.iter().map(|(.., said)| *said).collect();
    let articles = vec![article("told", "a", "A", "Courier", &body.join("\n\n"))];
    let entries = events.iter().enumerate().map(|(at, (date, headline, said))| {
        let cited = citation(&articles, 0, at, said, "", date);
        entry(&format!("{date}-{at}"), headline, vec![cited])
    });
    let entries = entries.map(|entry| crate::story::Entry { key: false, ..entry }).collect();
    story("told", "Told", articles, entries)
}

#[test]
fn a_term_has_its_documents_with_where_it_stands_in_them() {
    let documents = [
        document("Eagle lands", &["Moon"], &["The Eagle has landed on the Moon."]),
        document("Parade", &[], &["They saw an eagle."]),
    ];
    let shards = shards(postings(&documents));
    insta::assert_snapshot!(shards.concat(), @r"
    an F
    eagle DF
    has B
    landed B
    lands D
    moon C
    on B
    parade H
    saw F
    the B
    they F
    ");
}

#[test]
fn numbers_are_those_of_source_maps_without_sign() {
    assert_eq!(distances(&[0, 1, 32, 33, 1_058]), "ABfBhgB");
    let mut text = String::new();
    write_number(&mut text, 1_000_000);
    assert_eq!(text, "gywe");
}

#[test]
fn terms_are_spread_over_files_of_a_like_size_in_the_order_of_a_browser() {
    let words: Vec<String> = (0..4_000)
        .map(|n| format!("w{n}"))
        .chain(["\u{1d7f}", "𐐀", "\u{f900}"].map(str::to_owned))
        .collect();
    let documents: Vec<Document> = words.iter().map(|word| document(word, &[], &[])).collect();
    let files = files(&documents, &[], &Choices::new());
    let root: Value = serde_json::from_slice(&files["index.json"]).unwrap();
    let firsts: Vec<&str> =
        root["terms"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    let shards: Vec<&str> = (0..firsts.len())
        .map(|at| std::str::from_utf8(&files[&format!("terms/{at}.txt")]).unwrap())
        .collect();
    assert!(firsts.len() > 3 && files.len() == firsts.len() + 2);
    for (first, shard) in firsts.iter().zip(&shards) {
        assert!(shard.starts_with(&format!("{first} ")));
        assert!(shard.len() < SHARD + 64, "{}", shard.len());
    }
    let text = shards.concat();
    let terms: Vec<&str> = text.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert!(terms.is_sorted_by(|a, b| a.encode_utf16().lt(b.encode_utf16())));
    assert_eq!(terms.len(), words.len());
}

#[test]
fn the_same_site_has_the_same_index() {
    let build = || files_of(project(None, vec![moon(), told(&[("1996", "One", "One was.")])]));
    assert_eq!(build(), build());
}

#[test]
fn another_text_has_another_build() {
    let build = |headline| {
        let story = told(&[("1996", headline, "It was.")]);
        read(&files_of(project(None, vec![story])), "index.json")["build"].clone()
    };
    assert_ne!(build("One"), build("Two"));
}

#[test]
fn each_address_leads_to_a_page_of_the_site() {
    for pages in [EventPages::All, EventPages::Key, EventPages::None] {
        let mut moon = moon();
        moon.source.settings.event_pages = Some(pages);
        moon.entries[1].key = false;
        let site = plan(project(None, vec![moon.clone()])).value;
        let files = files_of(project(None, vec![moon]));
        let root = read(&files, "index.json");
        for event in read(&files, "results/0.json").as_array().unwrap() {
            let address = event[1].as_str().unwrap();
            let story = usize::try_from(event[0].as_u64().unwrap()).unwrap();
            let whole = if address.contains(['/', '#']) {
                address.to_owned()
            } else {
                let folder = root["stories"][story]["events"].as_str().unwrap();
                format!("{folder}{address}/index.html")
            };
            let path = whole.strip_prefix("../").unwrap().split('#').next().unwrap();
            assert!(site.pages.contains_key(path), "{whole}");
        }
    }
}

#[test]
fn what_is_not_published_is_not_found() {
    let told = told(&[("1996", "One was", "One was."), ("1997", "Secret was", "Secret was.")]);
    let mut hidden = told.clone();
    hidden.entries.remove(1);
    let has = |story: Story| {
        let files = files_of(project(None, vec![story]));
        let mut texts = files.iter().filter(|(path, _)| *path != "index.html");
        texts.any(|(_, text)| text.to_lowercase().contains("secret"))
    };
    assert!(has(told));
    assert!(!has(hidden));
}

#[test]
fn a_site_without_events_has_no_page_of_search() {
    assert!(files_of(project(None, vec![story("empty", "Empty", vec![], vec![])])).is_empty());
}

#[test]
fn the_page_lists_all_events_by_year() {
    let files = files_of(project(None, vec![moon(), told(&[("-0479", "Two", "Two was.")])]));
    let page = &files["index.html"];
    for part in [
        "<section id=\"y1969\">\n    <h3>1969</h3>",
        "<section id=\"y-479\">\n    <h3>480 BC</h3>",
        "<a href=\"../moon/events/1969-07-20-first-step/index.html\">",
        "<option value=\"moon\">",
        "<option value=\"1969\">1969 (1)</option>",
        "<span class=\"d\">Told</span>",
        "All events by year",
        "data-events=\"{&quot;one&quot;:&quot;{n} event&quot;",
    ] {
        assert!(page.contains(part), "the page lacks {part}");
    }
    assert_eq!(page.matches("<li><p class=\"when\">").count(), 7);
}

#[test]
fn of_very_many_events_the_page_lists_the_key_events_and_says_so() {
    let articles = vec![article("told", "a", "A", "P", "In 1950 it was.")];
    let entries = (0..3_100).map(|n| {
        let date = format!("{}", 1950 + n / 800);
        let cited = citation(&articles, 0, 0, "In 1950 it was.", "In 1950", &date);
        let entry = entry(&format!("{date}-{n}"), &format!("It was {n}"), vec![cited]);
        crate::story::Entry { key: n % 100 == 0, ..entry }
    });
    let entries = entries.collect();
    let files = files_of(project(None, vec![story("told", "Told", articles, entries)]));
    let page = &files["index.html"];
    assert_eq!(page.matches("<li><p class=\"when\">").count(), 31);
    assert!(page.contains("The key events of 3,100 events are listed here"));
    assert!(page.contains("<a href=\"../told/page/1951/index.html\">1951</a>"));
    assert_eq!(files.keys().filter(|path| path.starts_with("results/")).count(), 310);
}

#[test]
fn hostile_text_is_data() {
    let hostile = "</script><script>alert(1)</script> \" \\ \u{2028} {n} 1 2\n";
    let mut story = told(&[("1996", hostile, "One was.")]);
    story.source.settings.title = Some(hostile.into());
    story.entries[0].people = vec![hostile.into()];
    let files = files_of(project(None, vec![story]));
    assert_eq!(read(&files, "results/0.json")[0][2], hostile);
    for line in files["terms/0.txt"].lines() {
        let (term, list) = line.split_once(' ').expect("each line has two parts");
        assert!(term.chars().all(char::is_alphanumeric), "{term}");
        assert!(list.bytes().all(|byte| DIGITS.contains(&byte)), "{list}");
    }
    assert!(!files["index.html"].contains("<script>"));
}

#[test]
fn the_script_makes_no_markup_and_no_code_of_texts() {
    for way in
        ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("]
    {
        assert!(!SCRIPT.contains(way), "{way}");
    }
}

type Lists = Vec<Vec<String>>;

/// The terms of texts and what queries find, by headline, as the script has them; none where there is no `node`.
fn found_by_script(
    files: &BTreeMap<String, String>,
    texts: &[&str],
    queries: &[(&str, Value)],
) -> Option<(Lists, Lists)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let node = Command::new("node")
        .arg(root.join("tests/search.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else {
        eprintln!("skipped: the script of search was not run, for there is no `node`");
        return None;
    };
    let script = root.join("static/search.js");
    let request = json!({ "script": script, "files": files, "texts": texts, "queries": queries });
    let mut input = node.stdin.take().expect("it is a pipe");
    input.write_all(request.to_string().as_bytes()).unwrap();
    drop(input);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let texts = |list: &Value| -> Vec<String> {
        let texts = list.as_array().unwrap().iter();
        texts
            .map(|it| it.as_str().or_else(|| it["headline"].as_str()).unwrap().to_owned())
            .collect()
    };
    let lists = |of: &str| answer[of].as_array().unwrap().iter().map(texts).collect();
    Some((lists("terms"), lists("found")))
}

#[test]
fn the_script_reads_words_as_the_index_does() {
    let texts: Vec<&str> = fold::tests::TERMS.iter().map(|(text, _)| *text).collect();
    let Some((terms, _)) = found_by_script(&BTreeMap::new(), &texts, &[]) else { return };
    for ((text, expected), terms) in fold::tests::TERMS.iter().zip(terms) {
        assert_eq!(terms, *expected, "{text}");
    }
}

#[test]
fn the_script_finds_events_by_words_names_years_and_choices() {
    let mut told = told(&[
        ("1968-12-24", "Apollo 8 circled the Moon", "Three men saw the earth rise."),
        ("1969-07-20", "Eagle landed", "The lunar module of Apollo landed on the Moon."),
        ("1969-07-24", "Crew came home", "The crew of Apollo 11 came home to a café in Łódź."),
        ("1970/1972", "Пять полётов", "東京都で月の石が展示された。"),
    ]);
    told.entries[2].people = vec!["Neil Armstrong".into()];
    told.entries[1].people = vec!["Neil Armstrong".into()];
    told.entries[2].key = true;
    let files = files_of(project(None, vec![told, moon()]));
    let told = |query: &'static str| (query, json!({ "story": "told" }));
    let expected: [((&str, Value), &[&str]); 18] = [
        (told("apollo"), &["Apollo 8 circled the Moon", "Crew came home", "Eagle landed"]),
        (told("apollo moon"), &["Apollo 8 circled the Moon", "Eagle landed"]),
        (told("moon"), &["Apollo 8 circled the Moon", "Eagle landed"]),
        (told("Cafe LODZ"), &["Crew came home"]),
        (told("ear"), &["Apollo 8 circled the Moon"]),
        (told("ear rise"), &[]),
        (told("1971"), &["Пять полётов"]),
        (told("july 1969"), &["Crew came home", "Eagle landed"]),
        (told("полетов"), &["Пять полётов"]),
        (told("東京"), &["Пять полётов"]),
        (told("京"), &["Пять полётов"]),
        (told("京東"), &[]),
        (told("courier eagle"), &["Eagle landed"]),
        (told("nothing of it"), &[]),
        (told("circles lunatics"), &[]),
        (told("Apollo circling"), &["Apollo 8 circled the Moon"]),
        (
            ("", json!({ "story": "told", "person": "neil-armstrong", "year": "1969" })),
            &["Eagle landed", "Crew came home"],
        ),
        (("", json!({ "story": "told", "year": "1972" })), &["Пять полётов"]),
    ];
    let queries: Vec<_> = expected.iter().map(|(query, _)| query.clone()).collect();
    let Some((_, found)) = found_by_script(&files, &[], &queries) else { return };
    for ((query, expected), found) in expected.iter().zip(found) {
        assert_eq!(found, *expected, "{query:?}");
    }
}
