//! Small stories written by hand, for the tests of this module.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Reading, Story, arrange};
use crate::{
    diag::Warned,
    event::{Event, Kind},
    load::{Article, DeclaredEvent, StorySource, Text},
    settings::Settings,
    source::{Document, Passage, PassageKind, Source, Span, TextMap},
    temporal::{
        Sentence, Timex,
        said::Said,
        value::{Value, When},
    },
};

/// A story under construction.
#[derive(Clone)]
pub(super) struct Builder {
    pub(super) settings: Settings,
    articles: Vec<(Article, Reading)>,
    desk: Option<String>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self { settings: Settings::default(), articles: Vec::new(), desk: None }
    }

    /// Begins an article, published on `date`; what follows stands in it.
    pub(super) fn article(mut self, path: &str, date: &str) -> Self {
        self.articles.push((article(path, date.parse().ok()), Reading::default()));
        self
    }

    pub(super) fn edit(mut self, edit: impl FnOnce(&mut Article)) -> Self {
        edit(&mut self.last().0);
        self
    }

    /// Adds a sentence that tells nothing.
    pub(super) fn filler(mut self, sentence: &str) -> Self {
        add_sentence(self.last(), PassageKind::Paragraph, sentence);
        self
    }

    pub(super) fn heading(mut self, text: &str) -> Self {
        add_sentence(self.last(), PassageKind::Heading, text);
        self
    }

    /// Adds a sentence that tells `headline`, dated `edtf` by the expression in square brackets,
    /// or by the day of publication where there is none.
    pub(super) fn tells(mut self, edtf: &str, headline: &str, sentence: &str) -> Self {
        let quote = sentence.replace(['[', ']'], "");
        let (article, reading) = self.last();
        let span = add_sentence_to(article, reading, PassageKind::Paragraph, &quote);
        let passage = article.document.passages.len() - 1;
        let when = When::from_edtf(edtf).expect("a test's date");
        let at = reading.tagged.sentences.len() - 1;
        let timex = sentence.find('[').zip(sentence.find(']')).map(|(open, close)| {
            reading.tagged.timexes.push(Timex {
                sentence: at,
                passage,
                span: open..close - 1,
                said: Said::DayShift(0),
                value: Value::Calendar(when.start),
                modifier: None,
                range_end: None,
                confidence: 0.9,
                rule: "test",
                reason: "the test says so".into(),
            });
            reading.tagged.timexes.len() - 1
        });
        let kind = match article.date {
            Some(date) if when.first_day() > date.into() => Kind::Planned,
            _ => Kind::Happened,
        };
        reading.events.push(Event {
            sentence: at,
            passage,
            span,
            when,
            kind,
            timex,
            headline: headline.into(),
            quote,
            people: Vec::new(),
            places: Vec::new(),
            confidence: 0.9,
        });
        self
    }

    /// Tells something more in the last sentence.
    pub(super) fn also(mut self, edtf: &str, headline: &str) -> Self {
        let events = &mut self.last().1.events;
        let mut event = events.last().expect("a sentence told before").clone();
        event.when = When::from_edtf(edtf).expect("a test's date");
        event.headline = headline.into();
        events.push(event);
        self
    }

    /// Changes the last event.
    pub(super) fn event(mut self, edit: impl FnOnce(&mut Event)) -> Self {
        edit(self.last().1.events.last_mut().expect("an event told before"));
        self
    }

    /// Makes of the last event one that is told as known from before.
    pub(super) fn retold(mut self) -> Self {
        let reading = &mut self.last().1;
        reading.retold.extend(reading.events.pop());
        self
    }

    pub(super) fn declares(mut self, edtf: &str, headline: &str) -> Self {
        let events = &mut self.last().0.events;
        events.push(DeclaredEvent {
            when: When::from_edtf(edtf).expect("a test's date"),
            headline: headline.into(),
            text: None,
            kind: None,
            people: Vec::new(),
            places: Vec::new(),
            tags: Vec::new(),
            url: None,
            span: Span { start: events.len(), end: events.len() + 1 },
        });
        self
    }

    pub(super) fn desk(mut self, text: &str) -> Self {
        self.desk = Some(text.into());
        self
    }

    /// The same story with its articles in another order.
    pub(super) fn turned(mut self, by: usize) -> Self {
        self.articles.rotate_left(by);
        if by % 2 == 1 {
            self.articles.reverse();
        }
        self
    }

    pub(super) fn warned(self) -> Warned<Story> {
        let (articles, readings) = self.articles.into_iter().unzip();
        let desk = self.desk.map(|text| Arc::new(Source::new("content/s/_desk.yaml", text)));
        let settings = self.settings;
        let source = StorySource { slug: "s".into(), settings, introduction: None, articles, desk };
        arrange(source, readings)
    }

    /// The story; it must have met no fault.
    pub(super) fn story(self) -> Story {
        let warned = self.warned();
        assert_eq!(warned.diagnostics, [], "no fault was expected");
        warned.value
    }

    fn last(&mut self) -> &mut (Article, Reading) {
        self.articles.last_mut().expect("an article begun before")
    }
}

/// The entries as lines: `2018-06-06 headline | 2 sources`, and their conflicts.
pub(super) fn lines(story: &Story) -> Vec<String> {
    let line = |entry: &super::Entry| {
        let mut line = format!("{} {}", entry.when.edtf(), entry.headline);
        if entry.citations.len() > 1 {
            line.push_str(&format_args!(" ×{}", entry.citations.len()).to_string());
        }
        for conflict in &entry.conflicts {
            let others = conflict.citations.len();
            line.push_str(&format_args!(" | {} ×{others}", conflict.when.edtf()).to_string());
        }
        line
    };
    story.entries.iter().map(line).collect()
}

fn add_sentence((article, reading): &mut (Article, Reading), kind: PassageKind, text: &str) {
    add_sentence_to(article, reading, kind, text);
}

fn add_sentence_to(
    article: &mut Article,
    reading: &mut Reading,
    kind: PassageKind,
    text: &str,
) -> std::ops::Range<usize> {
    let passages = &mut article.document.passages;
    let start = 1000 + passages.iter().map(|passage| passage.text.len() + 2).sum::<usize>();
    passages.push(Passage { kind, text: text.into(), map: TextMap::identity(start) });
    let span = 0..text.len();
    reading.tagged.sentences.push(Sentence { passage: passages.len() - 1, span: span.clone() });
    span
}

/// An article without a text.
pub(super) fn article(path: &str, date: Option<Date>) -> Article {
    let source = Arc::new(Source::new(format!("content/{path}.md"), ""));
    Article {
        path: path.into(),
        slug: path.into(),
        slug_place: None,
        title: String::new(),
        date,
        updated: None,
        author: None,
        publisher: None,
        url: None,
        language: "en".into(),
        people: Vec::new(),
        places: Vec::new(),
        tags: Vec::new(),
        aliases: Vec::new(),
        image: None,
        events: Vec::new(),
        extract: true,
        extra: serde_json::Map::new(),
        text: Text { source, body: Span { start: 0, end: 0 } },
        document: Document {
            id: path.into(),
            date,
            language: "en".into(),
            date_order: None,
            passages: Vec::new(),
        },
    }
}
