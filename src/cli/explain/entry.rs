//! Why an entry of a timeline has its date: every citation, and what it was read from.

use std::fmt::Write as _;

use dateline::story::{
    Citation, Origin, Story, Terms,
    coverage::{LeftOut, Withheld},
    desk::{self, Change, Ruling},
};

use super::{Found, name, published};
use crate::cli::{dispute, table::one_line};

/// An entry in words.
pub(super) fn explain(found: &Found<'_>) -> String {
    let Found { story, entry, left_out } = *found;
    let mut out = format!("{}\n", entry.id);
    let origin = match entry.origin {
        Origin::Extracted => "read in prose",
        Origin::Declared => "declared in front matter",
    };
    let key = if entry.key { ", a key event" } else { "" };
    field(&mut out, "event", &one_line(&entry.headline));
    let precision = entry.when.precision().name();
    field(&mut out, "date", &format!("{} ({precision}), {}", entry.when.edtf(), entry.kind.name()));
    field(&mut out, "shown because", dispute::why(entry));
    field(&mut out, "people", &one_line(&entry.people.join(", ")));
    field(&mut out, "origin", origin);
    field(&mut out, "confidence", &format!("{:.2}", entry.confidence));
    if let Some(left_out) = left_out {
        field(&mut out, "not published", &withheld(story, left_out));
    } else {
        field(&mut out, "salience", &format!("{:.2}{key}", entry.salience));
        for (name, term) in terms(&entry.terms) {
            field(&mut out, "", &format!("{term}  {name}"));
        }
    }
    for alias in &entry.aliases {
        field(&mut out, "also known as", alias);
    }
    for ruling in story.rulings.iter().filter(|it| it.entry.as_ref() == Some(&entry.id)) {
        field(&mut out, "decided", &decided(story, ruling));
    }
    for (number, citation) in entry.citations.iter().enumerate() {
        out.push_str(&citation_text(story, citation, &format!("source {}", number + 1)));
    }
    for conflict in &entry.conflicts {
        let _ = writeln!(out, "\n  others say {}", conflict.when.edtf()); // a text takes all
        for citation in &conflict.citations {
            out.push_str(&citation_text(story, citation, "source"));
        }
    }
    out.push('\n');
    out
}

/// Why an entry is not published: by which decision, or by how much it falls short.
pub(super) fn withheld(story: &Story, left_out: &LeftOut) -> String {
    match (left_out.why, &left_out.ruling) {
        (Withheld::Hidden, Some(ruling)) => decided(story, ruling),
        (Withheld::Unsure, _) => {
            let (words, least) = (left_out.why.words(), story.source.settings.min_confidence);
            format!("{words}: {:.2}, and `min_confidence` is {least:.2}", left_out.entry.confidence)
        }
        _ => left_out.why.words().to_owned(),
    }
}

/// `redated from 2018-06-07 by content/clemency/_desk.yaml:3 on 2018-06-20: reason`
fn decided(story: &Story, ruling: &Ruling) -> String {
    let change = match &ruling.change {
        Change::Hidden => "hidden".to_owned(),
        Change::Approved => "approved".to_owned(),
        Change::Pinned => "pinned".to_owned(),
        Change::Retitled { from, .. } => format!("retitled from “{}”", one_line(from)),
        Change::Redated { from, .. } => format!("redated from {}", from.edtf()),
        Change::Noted(text) => format!("noted “{}”", one_line(text)),
        Change::Merged(headlines) => {
            let headlines: Vec<_> =
                headlines.iter().map(|it| format!("“{}”", one_line(it))).collect();
            format!("merged from {}", headlines.join(" and "))
        }
        Change::Split(Some(id)) => format!("split from {id}"),
        Change::Split(None) => "split".to_owned(),
        Change::Renamed { .. } => "renamed".to_owned(),
        Change::Dropped => "dropped".to_owned(),
    };
    let on = ruling.on.map(|day| format!(" on {day}")).unwrap_or_default();
    let why = ruling.why.as_deref().map(|why| format!(": {}", one_line(why)));
    let file = desk::file_name(&story.source).unwrap_or_default();
    format!("{change} by {file}:{}{on}{}", ruling.line, why.unwrap_or_default())
}

/// What the salience of an entry is made of, each with what it means.
fn terms(terms: &Terms) -> [(&'static str, String); 7] {
    let number = |term: f64| format!("{term:.2}");
    [
        (
            "how much the articles speak of the date, of the date they speak of most",
            number(terms.attention),
        ),
        ("how exact the date is", number(terms.exactness)),
        ("how near it is to what is told of the date", number(terms.centrality)),
        ("in how many articles and of how many publishers it is told", number(terms.sources)),
        ("how much of its sentence it makes up", number(terms.focus)),
        ("how near the top, or in titles, it is told", number(terms.prominence)),
        ("its place among the entries of the date", format!("{:4}", terms.place)),
    ]
}

fn citation_text(story: &Story, citation: &Citation, title: &str) -> String {
    let Some(article) = story.source.articles.get(citation.article) else { return String::new() };
    let line = article.text.source.line_and_column(citation.span.start).0;
    let publisher = article.publisher.as_deref().map(|name| format!(", {}", one_line(name)));
    let mut out = format!("\n  {title}  {}:{line}\n", name(article));
    let heading = format!("{}{}", one_line(&article.title), publisher.unwrap_or_default());
    field(&mut out, "article", &heading);
    field(&mut out, "quote", &format!("“{}”", one_line(&citation.quote)));
    let expression = citation.expression.clone().and_then(|range| citation.quote.get(range));
    if let (Some(text), Some(rule)) = (expression, citation.rule) {
        field(&mut out, "read", &format!("`{}`, by the rule `{rule}`", one_line(text)));
    }
    let meaning = format!("{} ({:.2})", citation.when.edtf(), citation.confidence);
    field(&mut out, "meaning", &meaning);
    if citation.sentence.is_some() {
        field(&mut out, "published", &published(article));
    }
    field(&mut out, "because", &one_line(&citation.why));
    let of_others = citation.likeness < 1.0;
    let likeness = format!("{:.2} of 1, in words, with source 1", citation.likeness);
    field(&mut out, "likeness", if of_others { &likeness } else { "" });
    if citation.copies > 0 {
        field(&mut out, "stands for", &format!("{} near-copies of the same text", citation.copies));
    }
    out
}

/// A line with a name and a value; nothing for an empty value.
pub(super) fn field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(out, "    {name:<15}{value}"); // a text takes all
    }
}
