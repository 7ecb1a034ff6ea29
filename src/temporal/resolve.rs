//! From what an expression says to what it means, and why.
//!
//! ```text
//! Said + Context (tense, cue) + Told (publication, dates told before) ──▶ Resolved { Value, reason }
//! ```
//!
//! What an expression hangs on, [`reference`](super::reference) says; here is counted from there.

mod date;
mod day;
mod distance;
mod pointed;

pub(super) use date::fields_in;

use self::{
    date::date,
    day::{day_of_month, day_shift, from_day, short_decade, time_of_day, weekday},
    distance::{after_event, distance, length, to_the_day},
    pointed::{
        day_of_pointed_month, part_of_pointed, pointed, quarter_ended, reported, running, step,
    },
};
use crate::temporal::{
    reference::{Context, Told},
    said::Said,
    value::{Calendar, DurationUnit, Partial, PartialPart, Value},
};

/// What an expression means.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// The meaning.
    pub value: Value,
    /// Why, in words.
    pub reason: String,
    /// How sure the choice is, 0 to 1: it multiplies the rule's own confidence.
    pub certainty: f64,
}

impl Resolved {
    fn new(value: impl Into<Value>, reason: impl Into<String>, certainty: f64) -> Self {
        Self { value: value.into(), reason: reason.into(), certainty }
    }

    fn unresolved(part: PartialPart, lack: Lack) -> Self {
        Self::new(Value::Unresolved(Partial::new(part)), lack.words(), 0.3)
    }
}

/// What keeps an expression from being placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lack {
    /// There is nothing to count from.
    Reference,
    /// It hangs on publication, which has no date.
    Publication,
    /// It hangs on a date told before, and none is near.
    Told,
    /// It hangs on a date told before, which says too little: a year, where a day is needed.
    Exactness,
    /// No quarter is known on which the text reports.
    Report,
    /// Counted so, there is none: a 31 June, a year beyond all calendars.
    Date,
}

impl Lack {
    fn words(self) -> &'static str {
        match self {
            Self::Reference => "no date of publication and none told before",
            Self::Publication => "no date of publication",
            Self::Told => "no date told shortly before, from which it would count",
            Self::Exactness => "the date told before is not exact enough to count from",
            Self::Report => "on which quarter the text reports is not said",
            Self::Date => "the calendar has no such date",
        }
    }
}

impl From<Calendar> for Value {
    fn from(calendar: Calendar) -> Self {
        Self::Calendar(calendar)
    }
}

/// Finds what `said` means.
#[must_use]
pub fn resolve(said: &Said, context: &Context, told: &Told) -> Resolved {
    match said {
        Said::Date(fields) => date(fields, context, told),
        Said::Impossible { month, day } => {
            let day = PartialPart::Day(Some(*month), Some(*day));
            Resolved::new(Value::Unresolved(Partial::new(day)), "the calendar has no such day", 1.0)
        }
        Said::SomeWeekday(day) => {
            let day = Partial::new(PartialPart::Weekday(*day));
            Resolved::new(Value::Unresolved(day), "in which week is not said", 0.9)
        }
        Said::Weekday(day) => weekday(*day, context, told),
        Said::DayOfMonth(day) => day_of_month(*day, told),
        Said::Reported { years, year, alone } => reported(*years, *year, *alone, told),
        Said::QuarterEnded(month, year) => quarter_ended(*month, *year, context, told),
        Said::Running(unit) => running(*unit, context, told),
        Said::DaysFrom(days, date) => {
            from_day(date, context, told, |day| day.plus_days(*days).map(Calendar::Day))
        }
        Said::WeekOf(date) => from_day(date, context, told, |day| step(day, DurationUnit::Week, 0)),
        Said::Decade(decade) => Resolved::new(Calendar::Decade(*decade), "named in full", 1.0),
        Said::ShortDecade(decade) => short_decade(*decade, told),
        Said::Century(century) => Resolved::new(Calendar::Century(*century), "named in full", 1.0),
        Said::DayShift(days) => day_shift(*days, told),
        Said::DayOfPointedMonth(day, pointer) => {
            day_of_pointed_month(*day, *pointer, context, told)
        }
        Said::PartOfPointed(part, pointer) => part_of_pointed(*part, *pointer, context, told),
        Said::Pointed(pointer, target) => pointed(*pointer, *target, context, told),
        Said::Distance { amount, later, to_the_day: true, .. } => to_the_day(*amount, *later, told),
        Said::Distance { amount, later, anchor, .. } => {
            distance(*amount, *later, *anchor, context, told)
        }
        Said::Time(time, date) => time_of_day(*time, date.as_deref(), context, told),
        Said::Duration(amount) => length(*amount),
        Said::AfterEvent(amount) => after_event(*amount, context, told),
        Said::Set(value) => Resolved::new(Value::Set(*value), "something that recurs", 1.0),
        Said::Reference(reference) => Resolved::new(
            Value::Reference(*reference),
            "a time without a place on the calendar",
            1.0,
        ),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use crate::{source::Document, temporal::Tagger};

    /// Why the last expression of a text means what it does.
    fn reason(text: &str, published: Option<Date>) -> String {
        let document = Document { date: published, ..Document::from_text("a", text, None) };
        let found = Tagger::new().tag(&document).timexes.pop();
        found.map(|timex| timex.reason).unwrap_or_default()
    }

    /// What the last expression of a text means, published on June 14, 2018.
    fn meaning(title: &str, text: &str) -> String {
        let text = format!("{title}\n\n{text}");
        let document = Document::from_text("a", &text, Some(title));
        let document = Document { date: Some(date(2018, 6, 14)), ..document };
        let found = Tagger::new().tag(&document).timexes.pop();
        found.map(|timex| timex.value.timex_value()).unwrap_or_default()
    }

    #[test]
    fn a_year_that_the_text_names_for_something_else_dates_no_news() {
        let plain = "The harbour";
        for (title, text, expected) in [
            // A title may name a year of which the news does not tell; a heading that begins with one does.
            (
                "The judge of the fraud of 2009 takes over the fund",
                "The pier burned on Monday. It was built in a year, said Bell, who was there on May 2.",
                "2018-05-02",
            ),
            (
                "2009: the year of the pier",
                "The pier burned on Monday; the mill had burned on May 2.",
                "2009-05-02",
            ),
            (
                "Tue Jun 14, 2018 4:17 pm LEEDS (XY)",
                "May 3, 2018 - The pier burns.\n\nOct. 4 - The mill says it will close.",
                "2018-10-04",
            ),
            // Games to come.
            (
                "Leeds is glad of the games of 2021",
                "The games of 2021 are near, and in 2021 they will be here. In 2021 all will come. A fire \
                 closed the pier on April 20.",
                "2018-04-20",
            ),
            // A text that has told of this year looks back.
            (
                plain,
                "The crew checked the hull in May. The worst fire burned there in 1989. The owner set money \
                 aside on April 20.",
                "2018-04-20",
            ),
            // What is counted from a date told before has happened by now.
            (
                plain,
                "LEEDS, June 12 (XY) — More than six months later the firm still counts the cost.",
                "XXXX-XX",
            ),
            (plain, "18 JANUARY, 2200 GMT", "2018-01-18T22:00Z"),
        ] {
            assert_eq!(meaning(title, text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_placed_says_what_is_missing() {
        let news = Some(date(2018, 6, 14));
        for (text, published, expected) in [
            ("The museum closed on Friday.", None, "no date of publication and none told before"),
            (
                "A week later the museum closed.",
                news,
                "no date told shortly before, from which it would count",
            ),
            ("The museum closed yesterday.", None, "no date of publication"),
            (
                "The bridge was built in 1932. The museum closed two days later.",
                None,
                "the date told before is not exact enough to count from",
            ),
        ] {
            assert_eq!(reason(text, published), expected, "{text}");
        }
    }
}
