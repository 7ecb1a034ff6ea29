//! Entries by time, as a chronology is read.
//!
//! By first day; what begins on the same day by length, the longest first: `1996` says what kind of year
//! it was before January 1996 and its first day follow, as a chapter's title stands before the chapter.
//! Within a day what has no clock time comes before what has, then by the clock; then what matters
//! more; then as it was told first.

use std::cmp::Ordering;

use super::Entry;
use crate::{
    load::Article,
    temporal::value::{Calendar, DayPart, TimeOfDay},
};

/// Puts entries in order; the order is total.
pub(super) fn sort(entries: &mut [Entry], articles: &[Article]) {
    entries.sort_by(|a, b| compare(a, b, articles));
}

fn compare(a: &Entry, b: &Entry, articles: &[Article]) -> Ordering {
    let days = a.when.first_day().cmp(&b.when.first_day());
    let longest = || b.when.last_day().cmp(&a.when.last_day());
    let clock = || minute(a.when.start).cmp(&minute(b.when.start));
    let salient = || b.salience.total_cmp(&a.salience);
    let told = || told(a, articles).cmp(&told(b, articles));
    days.then_with(longest).then_with(clock).then_with(salient).then_with(told)
}

/// When and where the lead was told, then the id, which no two entries share.
fn told<'e>(entry: &'e Entry, articles: &'e [Article]) -> impl Ord + 'e {
    let lead = entry.citations.first();
    let article = lead.and_then(|lead| articles.get(lead.article));
    let published = article.map(|article| (article.date.is_none(), article.date));
    (published, article.map(|article| &article.path), lead.map(|lead| lead.span), &entry.id)
}

/// The minute of the day, from 0; `None` where no time is given. A part of the day counts from where it begins.
fn minute(start: Calendar) -> Option<u16> {
    let Calendar::Time(_, time) = start else { return None };
    Some(match time {
        TimeOfDay::Clock { hour, minute, .. } => {
            u16::from(hour) * 60 + u16::from(minute.unwrap_or(0))
        }
        TimeOfDay::Part(part) => {
            60 * match part {
                DayPart::Daytime | DayPart::Morning => 6,
                DayPart::Midday => 12,
                DayPart::Afternoon => 13,
                DayPart::Evening => 18,
                DayPart::Night => 21,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::Builder;

    #[test]
    fn entries_read_as_a_chronology() {
        let expected = [
            "-0479",
            "Y-20000",
            "19XX",
            "1996/2018",
            "1996",
            "1996-01",
            "1996-01-01",
            "1996-01-02",
        ];
        let declare = |story: Builder, date: &&str| story.declares(date, &format!("In {date}"));
        let turned =
            expected.iter().rev().fold(Builder::new().article("s/a", "2020-01-01"), declare);
        let dates: Vec<_> = turned.story().entries.iter().map(|it| it.when.edtf()).collect();
        let mut by_time = expected;
        by_time.swap(0, 1);
        assert_eq!(dates, by_time);
    }

    #[test]
    fn the_clock_orders_a_day() {
        use crate::temporal::value::{Calendar, TimeOfDay, When};
        let at = |hour| {
            move |event: &mut crate::event::Event| {
                let time = TimeOfDay::Clock { hour, minute: None, second: None, utc: false };
                event.when = When::at(Calendar::Time(event.when.first_day(), time));
            }
        };
        let story = Builder::new()
            .article("s/a", "2020-01-02")
            .tells(
                "2020-01-01",
                "Fireworks lit the harbour",
                "Fireworks lit the harbour [at night].",
            )
            .event(at(23))
            .tells("2020-01-01", "Swimmers met in the cold", "Swimmers met in the cold [at nine].")
            .event(at(9))
            .tells("2020-01-01", "A law came into force", "A law came into force [on January 1].")
            .story();
        let told: Vec<_> = story.entries.iter().map(|it| it.headline.as_str()).collect();
        assert_eq!(
            told,
            ["A law came into force", "Swimmers met in the cold", "Fireworks lit the harbour"]
        );
    }
}
