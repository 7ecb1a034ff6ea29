//! Articles and readings in, [`Mention`]s out: each event of each article and each declared event,
//! with what there is to cite, in the one order on which everything after this depends.

use std::{cmp::Ordering, ops::Range};

use jiff::civil::Date;

use super::{Citation, Origin, Reading};
use crate::{
    event::{Event, Kind},
    load::{Article, DeclaredEvent, StorySource},
    temporal::{Timex, value::Value},
};

/// One source's telling of one happening.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// What an entry will show of it.
    pub(super) citation: Citation,
    /// When its article was published.
    pub(super) published: Option<Date>,
    /// Whether it had happened by then.
    pub(super) kind: Kind,
    /// Whether it is told as known from before, without its date.
    pub(super) retold: bool,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// The people named, as named.
    pub(super) people: Vec<String>,
    /// The places named, as named.
    pub(super) places: Vec<String>,
    /// The tags of a declaration.
    pub(super) tags: Vec<String>,
    /// The text of a declaration, beyond its headline.
    pub(super) note: Option<String>,
    /// The dates in its quote, in bytes: they say when, so they are no sign of what.
    pub(super) dates: Vec<Range<usize>>,
}

/// Collects the mentions of a story, the earliest first: by day of publication (undated articles
/// last), then by path, then by place in the article. Ids are still to be given.
pub(super) fn gather(source: &StorySource, readings: &[Reading]) -> Vec<Mention> {
    let unread = Reading::default();
    let mut mentions = Vec::new();
    for index in in_order(source) {
        let article = &source.articles[index];
        let reading = readings.get(index).unwrap_or(&unread);
        let declared = article.events.iter().map(|event| declared(index, article, event));
        let read = |event: &Event| extracted(index, article, reading, event);
        let extracted = reading.events.iter().filter_map(read);
        let again = |event: &Event| Some(Mention { retold: true, ..read(event)? });
        let retold = reading.retold.iter().filter_map(again);
        let mut told: Vec<_> = declared.chain(extracted).chain(retold).collect();
        told.sort_by_key(|mention| mention.citation.span);
        mentions.append(&mut told);
    }
    mentions
}

/// The indices of a story's articles, the earliest first.
pub(super) fn in_order(source: &StorySource) -> Vec<usize> {
    let mut order: Vec<_> = (0..source.articles.len()).collect();
    order.sort_by(|&a, &b| earlier(&source.articles[a], &source.articles[b]));
    order
}

fn earlier(a: &Article, b: &Article) -> Ordering {
    let undated_last = |article: &Article| (article.date.is_none(), article.date);
    undated_last(a).cmp(&undated_last(b)).then_with(|| a.path.cmp(&b.path))
}

fn extracted(index: usize, article: &Article, reading: &Reading, event: &Event) -> Option<Mention> {
    let passage = article.document.passages.get(event.passage)?;
    let timexes = &reading.tagged.timexes;
    let timex = event.timex.and_then(|timex| timexes.get(timex));
    let citation = Citation {
        article: index,
        quote: event.quote.clone(),
        expression: timex.and_then(|timex| expression(timex, timexes, event)),
        sentence: Some(event.sentence),
        span: passage.source_span(&event.span),
        copies: 0,
        likeness: 1.0,
        when: event.when,
        headline: event.headline.clone(),
        confidence: event.confidence.clamp(0.0, 1.0),
        rule: timex.map(|timex| timex.rule),
        why: timex.map_or_else(|| undated(article), |timex| timex.reason.clone()),
        id: String::new(),
    };
    Some(Mention {
        citation,
        published: article.date,
        kind: event.kind,
        retold: false,
        origin: Origin::Extracted,
        people: event.people.clone(),
        places: event.places.clone(),
        tags: Vec::new(),
        note: None,
        dates: dates_of(timexes, event),
    })
}

fn undated(article: &Article) -> String {
    match article.date {
        Some(date) => format!("no date in the sentence; the news of {date}, when it was published"),
        None => "no date in the sentence".into(),
    }
}

/// Where the expression that dates `event` stands in its quote, to the end of a range; nowhere if it
/// stands in another cell of the same row.
fn expression(timex: &Timex, timexes: &[Timex], event: &Event) -> Option<Range<usize>> {
    if timex.sentence != event.sentence {
        return None;
    }
    let last = timex.range_end.and_then(|end| timexes.get(end)).unwrap_or(timex);
    in_quote(event, timex.span.start..last.span.end.max(timex.span.end))
}

/// Where every date of the sentence stands in its quote.
fn dates_of(timexes: &[Timex], event: &Event) -> Vec<Range<usize>> {
    let of_sentence = timexes.partition_point(|timex| timex.sentence < event.sentence);
    timexes[of_sentence..]
        .iter()
        .take_while(|timex| timex.sentence == event.sentence)
        .filter(|timex| matches!(timex.value, Value::Calendar(_) | Value::Unresolved(_)))
        .filter_map(|timex| in_quote(event, timex.span.clone()))
        .collect()
}

/// A stretch of the passage as a stretch of the event's quote, if it stands there.
fn in_quote(event: &Event, span: Range<usize>) -> Option<Range<usize>> {
    let start = span.start.checked_sub(event.span.start)?;
    let range = start..span.end.checked_sub(event.span.start)?;
    event.quote.get(range.clone())?;
    Some(range)
}

fn declared(index: usize, article: &Article, event: &DeclaredEvent) -> Mention {
    let citation = Citation {
        article: index,
        quote: event.text.clone().unwrap_or_else(|| event.headline.clone()),
        expression: None,
        sentence: None,
        span: event.span,
        copies: 0,
        likeness: 1.0,
        when: event.when,
        headline: event.headline.clone(),
        confidence: 1.0,
        rule: None,
        why: "declared in front matter".into(),
        id: String::new(),
    };
    Mention {
        citation,
        published: article.date,
        kind: event.kind.unwrap_or_else(|| kind_at(article.date, event)),
        retold: false,
        origin: Origin::Declared,
        people: event.people.clone(),
        places: event.places.clone(),
        tags: event.tags.clone(),
        note: event.text.clone(),
        dates: Vec::new(),
    }
}

/// What begins after publication was planned then; without a day of publication it has happened.
fn kind_at(published: Option<Date>, event: &DeclaredEvent) -> Kind {
    match published {
        Some(date) if event.when.first_day() > date.into() => Kind::Planned,
        _ => Kind::Happened,
    }
}
