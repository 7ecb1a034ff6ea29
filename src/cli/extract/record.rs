//! What `extract` says about a document: the JSON line's fields, in its order.
//!
//! Others build on these names, this order and these units; changes are additions.

use dateline::{
    event,
    source::{Passage, Span},
    temporal::{Tagger, Timex, value::Calendar},
};
use serde::Serialize;

use super::input::InputDocument;

/// A document's time expressions and events.
#[derive(Debug, Serialize)]
pub(crate) struct Record<'a> {
    /// Its id, as given.
    pub(crate) id: &'a serde_json::Value,
    /// Its time expressions, in the order of the text.
    pub(crate) timexes: Vec<TimexRecord>,
    /// Its events, in the order of the text.
    pub(crate) events: Vec<EventRecord>,
}

/// A time expression. Offsets count code points of the whole text.
#[derive(Debug, Serialize)]
pub(crate) struct TimexRecord {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub(crate) modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) begin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) finish: Option<String>,
    pub(crate) confidence: f64,
    pub(crate) rule: &'static str,
    /// Where it stands, in bytes of the whole text.
    #[serde(skip)]
    pub(crate) span: Span,
}

/// An event. Offsets are its sentence's, in code points of the whole text.
#[derive(Debug, Serialize)]
pub(crate) struct EventRecord {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) date: String,
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timex: Option<usize>,
    pub(crate) headline: String,
    pub(crate) confidence: f64,
}

impl<'a> Record<'a> {
    /// Reads the document.
    pub(crate) fn of(text: &'a InputDocument<'_>, tagger: &Tagger) -> Self {
        let document = &text.document;
        let found = tagger.tag(document);
        let events = event::select(tagger, document, &found).events;
        let code_points = CodePoints::new(&text.text);
        let passage = |index: usize| document.passages.get(index);
        Self {
            id: &text.id,
            timexes: found
                .timexes
                .iter()
                .filter_map(|timex| {
                    Some(timex_record(timex, passage(timex.passage)?, &code_points))
                })
                .collect(),
            events: events
                .iter()
                .filter_map(|event| {
                    Some(event_record(event, passage(event.passage)?, &code_points))
                })
                .collect(),
        }
    }
}

fn timex_record(timex: &Timex, passage: &Passage, code_points: &CodePoints<'_>) -> TimexRecord {
    let span = passage.source_span(&timex.span);
    // When a fiscal year begins is not known.
    let fiscal =
        |date: &Calendar| matches!(date, Calendar::FiscalYear(_) | Calendar::FiscalQuarter(..));
    let calendar = timex.value.calendar().filter(|date| !fiscal(date));
    TimexRecord {
        start: code_points.before(span.start),
        end: code_points.before(span.end),
        text: passage.text.get(timex.span.clone()).unwrap_or_default().to_owned(),
        kind: timex.value.timex_type(),
        value: timex.value.timex_value(),
        modifier: timex.modifier.map(dateline::temporal::value::Modifier::name),
        begin: calendar.map(|calendar| calendar.first_day().to_string()),
        finish: calendar.map(|calendar| calendar.last_day().to_string()),
        confidence: two_decimals(timex.confidence),
        rule: timex.rule,
        span,
    }
}

fn event_record(event: &event::Event, passage: &Passage, points: &CodePoints<'_>) -> EventRecord {
    let span = passage.source_span(&event.span);
    EventRecord {
        start: points.before(span.start),
        end: points.before(span.end),
        date: event.when.edtf(),
        kind: event.kind.name(),
        timex: event.timex,
        headline: event.headline.clone(),
        confidence: two_decimals(event.confidence),
    }
}

/// Confidences are estimates; more decimals would promise too much.
fn two_decimals(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}

/// Counts code points before a byte, after one pass over the text.
struct CodePoints<'a> {
    text: &'a [u8],
    /// How many code points begin before byte `n * STRIDE`.
    counts: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    const STRIDE: usize = 256;

    fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let counts = text
            .chunks(Self::STRIDE)
            .scan(0, |count, chunk| {
                let before = *count;
                *count += Self::starts(chunk);
                Some(before)
            })
            .collect();
        Self { text, counts }
    }

    /// How many code points begin before `byte`.
    fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let chunk = (byte / Self::STRIDE).min(self.counts.len().saturating_sub(1));
        let counted = self.counts.get(chunk).copied().unwrap_or(0);
        counted + Self::starts(&self.text[chunk * Self::STRIDE..byte])
    }

    /// How many bytes are no continuation bytes of UTF-8.
    fn starts(bytes: &[u8]) -> usize {
        bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn code_points_are_counted_over_the_strides() {
        let text = "aé日𝄞".repeat(300);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(byte), count);
        }
        assert_eq!(points.before(text.len()), 1200);
        assert_eq!(points.before(usize::MAX), 1200);
        assert_eq!(CodePoints::new("").before(0), 0);
    }
}
