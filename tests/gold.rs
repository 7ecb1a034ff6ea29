//! The gold articles: each names the events that a careful editor would take from it.
//!
//! `tests/gold/*.md` end in an HTML comment that Dateline does not read: `EDTF | kind | headline` for
//! each event expected, `! words` for a sentence that must not become one. The list is complete: an
//! event that is not on it is wrong. What Dateline does not reach yet stands in `known-open.txt`, line
//! by line: a line that is met must be taken out of it, and no new one may appear.

use std::{collections::BTreeSet, fs, path::Path};

use dateline::{
    event::Event,
    load::{self, Article},
};

struct Gold {
    name: String,
    expected: Vec<String>,
    refused: Vec<String>,
}

fn gold_articles(folder: &Path) -> Vec<(Gold, String)> {
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let (_, expectations) =
            text.split_once("<!-- expect").expect("an expectation in each article");
        let expectations = expectations.split("-->").next().unwrap();
        let lines = expectations.lines().map(str::trim).filter(|line| !line.is_empty());
        let (refused, expected): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with('!'));
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let gold = Gold {
            name,
            expected: expected.into_iter().map(str::to_owned).collect(),
            refused: refused.into_iter().map(|line| line[1..].trim().to_owned()).collect(),
        };
        all.push((gold, text));
    }
    assert!(all.len() >= 25, "{} gold articles", all.len());
    all
}

/// Reads all the articles as one story.
fn read(articles: &[(Gold, String)]) -> Vec<(Article, Vec<Event>)> {
    let site = tempfile::tempdir().unwrap();
    let story = site.path().join("content/gold");
    fs::create_dir_all(&story).unwrap();
    for (gold, text) in articles {
        fs::write(story.join(&gold.name).with_extension("md"), text).unwrap();
    }
    let library = load::load(&load::Options {
        root: site.path().to_owned(),
        drafts: true,
        future: true,
        today: jiff::civil::date(2026, 11, 23),
        base_url: None,
    });
    let project = dateline::read(library.unwrap().value).value;
    let story = project.stories.into_iter().next().unwrap();
    let events = story.readings.into_iter().map(|reading| reading.events);
    story.source.articles.into_iter().zip(events).collect()
}

fn line(event: &Event) -> String {
    format!("{} | {} | {}", event.when.edtf(), event.kind.name(), event.headline)
}

fn plain(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything in which what was found differs from what was expected, one line each.
fn differences(gold: &Gold, events: &[Event]) -> Vec<String> {
    let found: Vec<String> = events.iter().map(line).collect();
    let mut missing: Vec<&String> = gold.expected.iter().collect();
    let mut differences = Vec::new();
    for line in &found {
        match missing.iter().position(|expected| *expected == line) {
            Some(at) => drop(missing.remove(at)),
            None => differences.push(format!("{}: found {line}", gold.name)),
        }
    }
    differences.extend(missing.into_iter().map(|line| format!("{}: missed {line}", gold.name)));
    for words in &gold.refused {
        if events.iter().any(|event| plain(&event.quote).contains(&plain(words))) {
            differences.push(format!("{}: told ! {words}", gold.name));
        }
    }
    differences
}

#[test]
fn gold_articles_give_their_events() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let articles = gold_articles(&folder);
    let readings = read(&articles);
    let mut open = BTreeSet::new();
    for (gold, _) in &articles {
        let (_, events) = readings
            .iter()
            .find(|(article, _)| {
                article.text.source.name().ends_with(&format!("/{}.md", gold.name))
            })
            .unwrap_or_else(|| panic!("`{}` was not loaded", gold.name));
        open.extend(differences(gold, events));
    }
    let known_file = folder.join("known-open.txt");
    if std::env::var_os("DATELINE_GOLD_WRITE").is_some() {
        let lines: Vec<_> = open.iter().map(|line| format!("{line}\n")).collect();
        fs::write(&known_file, lines.concat()).unwrap();
        return;
    }
    let known = fs::read_to_string(&known_file).unwrap_or_default();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    let new: Vec<_> = open.difference(&known).cloned().collect();
    let met: Vec<_> = known.difference(&open).cloned().collect();
    let expected: usize = articles.iter().map(|(gold, _)| gold.expected.len()).sum();
    println!("{expected} events expected, {} lines open", open.len());
    assert!(new.is_empty(), "not as expected:\n{}", new.join("\n"));
    assert!(met.is_empty(), "met, so take them out of known-open.txt:\n{}", met.join("\n"));
}
