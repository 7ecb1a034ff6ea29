//! Hand-made projects for tests: articles as text, entries that cite their sentences.

use std::{path::PathBuf, sync::Arc};

use crate::{
    Project,
    event::Kind,
    load::{Article, Library, Skipped, StaticFile, StorySource, Text, markdown},
    settings::Settings,
    source::{Document, Source, Span},
    story::{Citation, Conflict, Entry, Origin, Preference, Reading, Story},
    temporal::{Sentence, Tagged, value::When},
};

/// An article of one paragraph a line.
pub(crate) fn article(
    story: &str,
    slug: &str,
    title: &str,
    publisher: &str,
    body: &str,
) -> Article {
    let front = "---\n---\n";
    let folder = if story.is_empty() { String::new() } else { format!("{story}/") };
    let source = Source::new(format!("content/{folder}{slug}.md"), format!("{front}{body}\n"));
    let body = Span { start: front.len(), end: source.text().len() };
    let text = Text { source: Arc::new(source), body };
    let document = Document {
        id: slug.into(),
        date: "2018-06-14".parse().ok(),
        language: "en-US".into(),
        date_order: None,
        passages: markdown::read(&text).passages,
    };
    Article {
        path: format!("{folder}{slug}"),
        slug: slug.into(),
        slug_place: None,
        title: title.into(),
        date: "2018-06-14".parse().ok(),
        updated: None,
        author: Some("A. Writer".into()),
        publisher: Some(publisher.into()),
        url: Some(format!("https://example.org/{slug}")),
        language: "en-US".into(),
        people: Vec::new(),
        places: Vec::new(),
        tags: Vec::new(),
        aliases: Vec::new(),
        image: None,
        events: Vec::new(),
        extract: true,
        extra: serde_json::Map::new(),
        text,
        document,
    }
}

/// A citation of `quote`, which stands in `articles[article]`, dated by `expression` in it.
pub(crate) fn citation(
    articles: &[Article],
    article: usize,
    sentence: usize,
    quote: &str,
    expression: &str,
    date: &str,
) -> Citation {
    let text = articles[article].text.source.text();
    let start = text.find(quote).expect("the quote stands in the article");
    let at = quote.find(expression).expect("the expression stands in the quote");
    Citation {
        article,
        quote: quote.into(),
        expression: (!expression.is_empty()).then(|| at..at + expression.len()),
        sentence: Some(sentence),
        span: Span { start, end: start + quote.len() },
        copies: 0,
        likeness: 1.0,
        when: When::from_edtf(date).expect("the date is EDTF"),
        headline: quote.into(),
        confidence: 0.97,
        rule: Some("month-day"),
        why: "no year given; past tense; nearest before 2018-06-14".into(),
        id: format!("{date}-mention"),
    }
}

/// An entry with these citations, dated by the first.
pub(crate) fn entry(id: &str, headline: &str, citations: Vec<Citation>) -> Entry {
    Entry {
        id: id.into(),
        aliases: Vec::new(),
        when: citations[0].when,
        kind: Kind::Happened,
        headline: headline.into(),
        note: None,
        salience: 0.93,
        terms: crate::story::Terms::default(),
        key: true,
        confidence: 0.97,
        origin: Origin::Extracted,
        citations,
        conflicts: Vec::new(),
        preference: None,
        people: Vec::new(),
        places: Vec::new(),
        tags: Vec::new(),
    }
}

/// A story of these articles and entries.
pub(crate) fn story(slug: &str, title: &str, articles: Vec<Article>, entries: Vec<Entry>) -> Story {
    let sentences = (0..3).map(|n| Sentence { passage: 0, span: n..n + 1 }).collect();
    let tagged = Tagged { sentences, timexes: Vec::new() };
    let reading = Reading { tagged, ..Reading::default() };
    let readings = articles.iter().map(|_| reading.clone());
    Story {
        readings: readings.collect(),
        source: StorySource {
            slug: slug.into(),
            settings: Settings { title: Some(title.into()), ..Settings::default() },
            introduction: None,
            articles,
            desk: None,
        },
        entries,
        left_out: Vec::new(),
        rulings: Vec::new(),
    }
}

/// A project of these stories.
pub(crate) fn project(base_url: Option<&str>, stories: Vec<Story>) -> Project {
    let library = Library {
        settings: Settings { base_url: base_url.map(Into::into), ..Settings::default() },
        home: None,
        stories: Vec::new(),
        pages: Vec::new(),
        templates: Vec::new(),
        styles: Vec::new(),
        files: vec![StaticFile {
            path: "map.pdf".into(),
            file: PathBuf::from("static/map.pdf"),
            picture: None,
        }],
        skipped: Skipped::default(),
    };
    Project { library, stories }
}

/// A small story with everything in it: several accounts, a dispute, a plan, dates of each kind.
#[expect(clippy::too_many_lines, reason = "it is data")]
pub(crate) fn moon() -> Story {
    let articles = vec![
        article(
            "moon",
            "landing",
            "The landing",
            "Example Courier",
            "In 1961 the president asked for a landing within the decade.\n\nIn spring 1966 the first probe came down softly.\n\nNeil Armstrong stepped onto the surface on July 20, 1969. A [map](/map.pdf) and [more](wire.md) tell the rest.\n\nThe last crew will leave on December 7, 1972.",
        ),
        article(
            "moon",
            "wire",
            "Steps",
            "Example Wire",
            "The first man walked on the moon that Sunday.\n\nBy universal time the first step fell on July 21, 1969.",
        ),
        article(
            "moon",
            "weekly",
            "Twelve years",
            "Example Weekly",
            "In October 1957 a satellite circled the earth.\n\nAbout 1959 work on a capsule began. On July 20 the hatch opened.",
        ),
    ];
    let cite = |article, sentence, quote, expression, date| {
        citation(&articles, article, sentence, quote, expression, date)
    };
    let mut entries = vec![
        entry(
            "1957-10-satellite",
            "A satellite circled the earth",
            vec![cite(
                2,
                0,
                "In October 1957 a satellite circled the earth.",
                "In October 1957",
                "1957-10",
            )],
        ),
        entry(
            "1959-capsule",
            "Work on a capsule began",
            vec![cite(2, 1, "About 1959 work on a capsule began.", "About 1959", "1959~")],
        ),
        entry(
            "1961-landing-asked",
            "The president asked for a landing within the decade",
            vec![cite(
                0,
                0,
                "In 1961 the president asked for a landing within the decade.",
                "In 1961",
                "1961",
            )],
        ),
        entry(
            "1966-probe",
            "The first probe came down softly",
            vec![cite(
                0,
                1,
                "In spring 1966 the first probe came down softly.",
                "In spring 1966",
                "1966-21",
            )],
        ),
        entry(
            "1969-07-20-first-step",
            "Neil Armstrong stepped onto the surface",
            vec![
                cite(
                    0,
                    2,
                    "Neil Armstrong stepped onto the surface on July 20, 1969.",
                    "on July 20, 1969",
                    "1969-07-20",
                ),
                cite(
                    1,
                    0,
                    "The first man walked on the moon that Sunday.",
                    "that Sunday",
                    "1969-07-20",
                ),
                cite(2, 2, "On July 20 the hatch opened.", "On July 20", "1969-07-20"),
            ],
        ),
        entry(
            "1972-12-07-last-crew",
            "The last crew leaves",
            vec![cite(
                0,
                3,
                "The last crew will leave on December 7, 1972.",
                "on December 7, 1972",
                "1972-12-07",
            )],
        ),
    ];
    let step = &mut entries[4];
    step.people = vec!["Neil Armstrong".into()];
    step.places = vec!["Moon".into(), "Houston".into()];
    step.tags = ["apollo", "space", "firsts", "television"].map(Into::into).to_vec();
    step.aliases = vec!["1969-07-20-hatch".into()];
    step.note = Some("Houston counted the evening of the 20th.".into());
    let other = cite(
        1,
        1,
        "By universal time the first step fell on July 21, 1969.",
        "on July 21, 1969",
        "1969-07-21",
    );
    step.conflicts = vec![Conflict { when: other.when, citations: vec![other] }];
    step.preference = Some(Preference::Earlier);
    entries[5].kind = Kind::Planned;
    entries[0].people = vec!["Neil Armstrong".into()];
    story("moon", "The race to the moon", articles, entries)
}
