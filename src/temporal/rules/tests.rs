//! The examples of the rules, held.

use super::ALL;
use crate::{
    source::Document,
    temporal::{Tagger, tense::TENSES},
};

/// The expressions and their values in a line read on Thursday, 14 June 2018.
fn read(tagger: &Tagger, line: &str) -> Vec<(String, String, &'static str)> {
    let mut document = Document::from_text("example", line, None);
    document.date = Some(jiff::civil::date(2018, 6, 14));
    for passage in &mut document.passages {
        passage.kind = crate::source::PassageKind::Paragraph;
    }
    let found = tagger.tag(&document);
    found
        .timexes
        .iter()
        .map(|timex| {
            let text = document.passages[timex.passage].text[timex.span.clone()].to_owned();
            (text, timex.value.timex_value(), timex.rule)
        })
        .collect()
}

/// The bracketed stretches of an example.
fn bracketed(text: &str) -> Vec<&str> {
    text.split('[').skip(1).map(|part| part.split(']').next().unwrap_or_default()).collect()
}

#[test]
fn every_example_holds() {
    let tagger = Tagger::new();
    let mut wrong = Vec::new();
    for rule in ALL {
        assert!(!rule.examples.is_empty(), "{} has no example", rule.name);
        for example in rule.examples {
            let found = read(&tagger, &example.text.replace(['[', ']'], ""));
            let expected: Vec<_> =
                bracketed(example.text).into_iter().zip(example.means.split(' ')).collect();
            let got: Vec<_> = found.iter().map(|(text, value, _)| (&**text, &**value)).collect();
            if got != expected {
                wrong.push(format!("{}: {:?}\n  got {found:?}", rule.name, example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the examples fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_reads_one_of_its_examples() {
    let tagger = Tagger::new();
    for rule in ALL {
        let reads = rule.examples.iter().any(|example| {
            let found = read(&tagger, &example.text.replace(['[', ']'], ""));
            found.iter().any(|(_, _, name)| *name == rule.name)
        });
        assert!(reads, "`{}` reads none of its examples", rule.name);
    }
}

#[test]
fn names_are_unique() {
    let tenses = TENSES.iter().map(|rule| rule.name);
    let names: Vec<_> = ALL.iter().map(|rule| rule.name).chain(tenses).collect();
    for (at, name) in names.iter().enumerate() {
        assert!(!names[..at].contains(name), "{name}");
    }
}
