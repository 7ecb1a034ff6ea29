//! What was read on a line of an article: every expression and event, used or not.

use std::fmt::Write as _;

use dateline::{
    diag::Error,
    event::Event,
    load::Article,
    source::{Document, Source, Span},
    story::{Citation, Entry, Reading, Story},
    temporal::{Timex, value::Value},
};

use super::{
    entry::{field, withheld},
    name, published,
};
use crate::cli::table::one_line;

/// A line of the article `index` in words.
pub(super) fn explain(story: &Story, index: usize, line: usize) -> Result<String, Error> {
    let (Some(article), Some(reading)) =
        (story.source.articles.get(index), story.readings.get(index))
    else {
        return Err(Error::refusal("the article was not read"));
    };
    let lines = article.text.source.text().lines().count();
    let Some(text) = article.text.source.text().lines().nth(line.wrapping_sub(1)) else {
        let message = format!("`{}` has no line {line}", name(article));
        return Err(Error::refusal(message).hint(format!("it has {lines} lines")));
    };
    let mut out = format!("{}:{line}\n  {}\n", name(article), one_line(text));
    let on_line = OnLine { story, index, article, reading, line };
    let parts = [on_line.timexes(), on_line.undated_events(), on_line.declarations()].concat();
    out.push_str(if parts.is_empty() {
        "\n  nothing on this line was read as a date\n"
    } else {
        &parts
    });
    Ok(out)
}

/// A line, and where to look.
struct OnLine<'a> {
    story: &'a Story,
    index: usize,
    article: &'a Article,
    reading: &'a Reading,
    line: usize,
}

impl OnLine<'_> {
    fn timexes(&self) -> String {
        let timexes = self.reading.tagged.timexes.iter().enumerate();
        let here = timexes.filter(|(_, timex)| {
            let span = span_of(&self.article.document, timex.passage, &timex.span);
            span.is_some_and(|span| self.touches(span))
        });
        here.map(|(index, timex)| self.timex(index, timex)).collect()
    }

    fn timex(&self, index: usize, timex: &Timex) -> String {
        let passage = self.article.document.passages.get(timex.passage);
        let text =
            passage.and_then(|passage| passage.text.get(timex.span.clone())).unwrap_or_default();
        let mut out = format!("\n  `{}`\n", one_line(text));
        let (kind, value) = (timex.value.timex_type(), timex.value.timex_value());
        let modifier = timex.modifier.map(|modifier| format!(", {}", modifier.name()));
        let modifier = modifier.unwrap_or_default();
        let confidence = timex.confidence;
        field(&mut out, "meaning", &format!("{value} ({kind}{modifier}, {confidence:.2})"));
        field(&mut out, "rule", timex.rule);
        field(&mut out, "published", &published(self.article));
        field(&mut out, "because", &one_line(&timex.reason));
        let events: Vec<_> =
            self.reading.events.iter().filter(|event| event.timex == Some(index)).collect();
        for event in &events {
            field(&mut out, "dates", &self.use_of(event));
        }
        if events.is_empty() {
            field(&mut out, "dates", &format!("nothing: {}", self.unused(index, &timex.value)));
        }
        out
    }

    /// Why an expression dates nothing.
    fn unused(&self, index: usize, value: &Value) -> &'static str {
        let noted = self.reading.unused.iter().find(|unused| unused.timex == index);
        match value {
            Value::Calendar(_) | Value::Unresolved(_) => noted
                .map_or("it ends the stretch that another one begins", |unused| {
                    unused.ground.words()
                }),
            Value::Reference(_) => "it names no stretch of the calendar",
            Value::Duration(_) => "it says how long, not when",
            Value::Set(_) => "it recurs",
        }
    }

    /// Events that the day of publication dates, or would date if they were news.
    fn undated_events(&self) -> String {
        let mut out = String::new();
        let news = self.reading.events.iter().filter(|event| event.timex.is_none());
        let told = news.map(|event| (event, "the day of publication"));
        let again = self.reading.retold.iter();
        let again = again.map(|event| (event, "the day of publication; but it is told as known"));
        for (event, what) in told.chain(again) {
            let span = span_of(&self.article.document, event.passage, &event.span);
            if span.is_some_and(|span| self.touches(span)) {
                let _ = writeln!(out, "\n  {}, {what}", event.when.edtf()); // a text takes all
                field(&mut out, "dates", &self.use_of(event));
            }
        }
        out
    }

    fn declarations(&self) -> String {
        let mut out = String::new();
        for event in self.article.events.iter().filter(|event| self.touches(event.span)) {
            let _ = writeln!(out, "\n  {}, declared here", event.when.edtf()); // a text takes all
            field(&mut out, "dates", &one_line(&event.headline));
        }
        out
    }

    fn use_of(&self, event: &Event) -> String {
        let headline = one_line(&event.headline);
        let cited = |citation: &Citation| {
            citation.article == self.index
                && citation.sentence == Some(event.sentence)
                && citation.headline == event.headline
                && (citation.when == event.when || event.timex.is_none())
        };
        let left_out = || self.story.left_out.iter().find(|it| it.entry.all_citations().any(cited));
        if let Some(Entry { id, .. }) =
            self.story.entries.iter().find(|it| it.all_citations().any(cited))
        {
            format!("“{headline}”, in the entry {id}")
        } else if let Some(left_out) = left_out() {
            let (id, why) = (&left_out.entry.id, withheld(self.story, left_out));
            format!("“{headline}”, in {id}, which is not published: {why}")
        } else {
            format!("“{headline}”, told by another source in the same words, which stands for it")
        }
    }

    fn touches(&self, span: Span) -> bool {
        let source: &Source = &self.article.text.source;
        let first = source.line_and_column(span.start).0;
        let last = source.line_and_column(span.end.max(span.start + 1) - 1).0;
        (first..=last).contains(&self.line)
    }
}

/// Where a stretch of a passage stands in the file.
fn span_of(document: &Document, passage: usize, span: &std::ops::Range<usize>) -> Option<Span> {
    Some(document.passages.get(passage)?.source_span(span))
}
