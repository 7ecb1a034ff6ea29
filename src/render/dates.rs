//! Dates as readers see them: `6 June 2018`, `c. 1996`, `winter 2017–18`, `480 BC`.
//!
//! The words of a language are one table, [`NAMES`]; a language without one is shown in English.

use crate::temporal::value::{Calendar, Day, DayPart, Precision, Season, TimeOfDay, When};

/// The words that dates are shown with, in one language.
struct Names {
    language: &'static str,
    months: [&'static str; 12],
    /// Winter, spring, summer, autumn.
    seasons: [&'static str; 4],
    /// Morning, midday, afternoon, evening, night, daytime.
    day_parts: [&'static str; 6],
    /// First to fourth, of quarters and halves.
    ordinals: [&'static str; 4],
}

const NAMES: &[Names] = &[Names {
    language: "en",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    seasons: ["winter", "spring", "summer", "autumn"],
    day_parts: ["morning", "midday", "afternoon", "evening", "night", "daytime"],
    ordinals: ["first", "second", "third", "fourth"],
}];

/// How dates are shown in one language.
///
/// ```
/// use dateline::{render::Dates, temporal::value::When};
/// let spring = When::from_edtf("2015-21").unwrap();
/// assert_eq!(Dates::of("en-US").when(spring), "spring 2015");
/// ```
#[derive(Clone, Copy)]
pub struct Dates {
    names: &'static Names,
}

impl Dates {
    /// For a BCP 47 tag; English where the language has no names here yet.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let primary = language.split('-').next().unwrap_or_default();
        let names = NAMES.iter().find(|names| names.language.eq_ignore_ascii_case(primary));
        Self { names: names.unwrap_or(&NAMES[0]) }
    }

    /// A stretch of the calendar, or a range, in words.
    #[must_use]
    pub fn when(self, when: When) -> String {
        let text = match when.end {
            None => self.calendar(when.start),
            Some(end) => self.range(when.start, end),
        };
        if when.approximate { format!("c. {text}") } else { text }
    }

    /// A day of publication.
    pub(crate) fn date(self, date: jiff::civil::Date) -> String {
        self.day(date.into())
    }

    /// A day: `6 June 2018`.
    pub(crate) fn day(self, day: Day) -> String {
        format!("{} {} {}", day.day(), self.month_name(day.month()), year(day.year()))
    }

    /// A month: `June 2018`.
    pub(crate) fn month(self, of_year: i32, month: u8) -> String {
        format!("{} {}", self.month_name(month), year(of_year))
    }

    fn month_name(self, month: u8) -> &'static str {
        self.names.months[usize::from(month.clamp(1, 12) - 1)]
    }

    fn ordinal(self, n: u8) -> &'static str {
        self.names.ordinals[usize::from(n.clamp(1, 4) - 1)]
    }

    fn calendar(self, calendar: Calendar) -> String {
        match calendar {
            Calendar::Century(n) => century(n),
            Calendar::Decade(n) => format!("the {}", decade(n)),
            Calendar::Year(y) => year(y),
            Calendar::FiscalYear(y) => format!("fiscal {}", year(y)),
            Calendar::Half(y, half) => format!("{} half {}", self.ordinal(half), year(y)),
            Calendar::Season(y, Season::Winter) => self.winter(y),
            Calendar::Season(y, season) => format!("{} {}", self.season(season), year(y)),
            Calendar::Quarter(y, q) => format!("{} quarter {}", self.ordinal(q), year(y)),
            Calendar::FiscalQuarter(y, q) => {
                format!("{} quarter of fiscal {}", self.ordinal(q), year(y))
            }
            Calendar::Month(y, month) => self.month(y, month),
            Calendar::Week(..) | Calendar::Weekend(..) => {
                self.days(calendar.first_day(), calendar.last_day())
            }
            Calendar::Day(day) | Calendar::Time(day, TimeOfDay::Clock { hour: 24.., .. }) => {
                self.day(day)
            }
            Calendar::Time(day, time) => format!("{}, {}", self.day(day), self.time(time)),
        }
    }

    fn season(self, season: Season) -> &'static str {
        let at = match season {
            Season::Winter => 0,
            Season::Spring => 1,
            Season::Summer => 2,
            Season::Autumn => 3,
        };
        self.names.seasons[at]
    }

    /// A winter belongs to two years, and says so: `winter 2017–18`.
    fn winter(self, ends_in: i32) -> String {
        let name = self.season(Season::Winter);
        match ends_in.checked_sub(1) {
            Some(before) if before > 0 && before / 100 == ends_in / 100 => {
                format!("{name} {before}–{:02}", ends_in % 100)
            }
            Some(before) => format!("{name} {}", years(before, ends_in)),
            None => format!("{name} {}", year(ends_in)),
        }
    }

    fn time(self, time: TimeOfDay) -> String {
        match time {
            TimeOfDay::Part(part) => {
                let at = match part {
                    DayPart::Morning => 0,
                    DayPart::Midday => 1,
                    DayPart::Afternoon => 2,
                    DayPart::Evening => 3,
                    DayPart::Night => 4,
                    DayPart::Daytime => 5,
                };
                self.names.day_parts[at].to_owned()
            }
            TimeOfDay::Clock { utc, .. } => {
                format!("{}{}", clock(time).unwrap_or_default(), if utc { " UTC" } else { "" })
            }
        }
    }

    fn range(self, from: Calendar, to: Calendar) -> String {
        match (from, to) {
            (Calendar::Day(a), Calendar::Day(b)) => self.days(a, b),
            (Calendar::Month(y, a), Calendar::Month(z, b)) if y == z => {
                format!("{}–{}", self.month_name(a), self.month(z, b))
            }
            (Calendar::Year(a), Calendar::Year(b)) => years(a, b),
            _ => format!("{} – {}", self.calendar(from), self.calendar(to)),
        }
    }

    /// `6–8 June 2018`, `28 May – 3 June 2018`, `28 December 2017 – 3 January 2018`.
    fn days(self, from: Day, to: Day) -> String {
        let same_year = from.year() == to.year();
        if same_year && from.month() == to.month() {
            format!("{}–{}", from.day(), self.day(to))
        } else if same_year {
            format!("{} {} – {}", from.day(), self.month_name(from.month()), self.day(to))
        } else {
            format!("{} – {}", self.day(from), self.day(to))
        }
    }
}

/// A year: `2018`, `480 BC`.
pub(crate) fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

/// From one year to another: `1996–2018`, `490–480 BC`, `44 BC – AD 14`.
pub(crate) fn years(from: i32, to: i32) -> String {
    match (from > 0, to > 0) {
        _ if from == to => year(from),
        (true, true) => format!("{from}–{to}"),
        (false, false) => format!("{}–{}", 1 - i64::from(from), year(to)),
        _ => format!("{} – AD {to}", year(from)),
    }
}

/// A decade: `1990s`, `480s BC`.
pub(crate) fn decade(decade: i32) -> String {
    if decade >= 0 {
        format!("{}0s", if decade == 0 { String::new() } else { decade.to_string() })
    } else {
        format!("{}0s BC", -i64::from(decade))
    }
}

fn century(century: i32) -> String {
    let (n, era) =
        if century >= 0 { (i64::from(century) + 1, "") } else { (-i64::from(century), " BC") };
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix} century{era}")
}

/// A time of the clock as hours and minutes: `16:53`; none for a part of the day, nor for the midnight
/// that ends it, which `before midnight` only borders on.
pub(crate) fn clock(time: TimeOfDay) -> Option<String> {
    match time {
        TimeOfDay::Clock { hour: hour @ 0..24, minute, .. } => {
            Some(format!("{hour:02}:{:02}", minute.unwrap_or_default()))
        }
        TimeOfDay::Clock { hour: 24.., .. } | TimeOfDay::Part(_) => None,
    }
}

/// The `datetime` of HTML's `time`: none where HTML has no valid value for it, which is before the
/// year 1, after 9999, for ranges, for what is uncertain, and for seasons and their like.
pub(crate) fn datetime(when: When) -> Option<String> {
    let valid = when.end.is_none()
        && !when.approximate
        && (1..=9999).contains(&when.start.year())
        && (1..=9999).contains(&when.first_day().year());
    if !valid {
        return None;
    }
    match when.start {
        Calendar::Year(_) | Calendar::Month(..) | Calendar::Day(_) | Calendar::Week(..) => {
            Some(when.start.timex_value())
        }
        Calendar::Time(day, time) => Some(match (clock(time), time) {
            (Some(clock), TimeOfDay::Clock { hour: 0..24, utc, .. }) => {
                format!("{day}T{clock}{}", if utc { "Z" } else { "" })
            }
            _ => day.to_string(),
        }),
        _ => None,
    }
}

/// How the timeline's spine marks the exactness of a date: a disc for a day, a half disc for a
/// month, a ring for a year, a dashed ring for `about`, a bar for a stretch.
pub(crate) fn marker(when: When) -> &'static str {
    match when.precision() {
        _ if when.approximate => "about",
        _ if when.end.is_some() => "range",
        Precision::Day | Precision::Time => "day",
        Precision::Month => "month",
        Precision::Year => "year",
        Precision::Century
        | Precision::Decade
        | Precision::Half
        | Precision::Season
        | Precision::Quarter
        | Precision::Week => "range",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Calendar {
        Calendar::Day(Day::new(year, month, day).unwrap())
    }

    fn clock_time(hour: u8, minute: Option<u8>, utc: bool) -> TimeOfDay {
        TimeOfDay::Clock { hour, minute, second: None, utc }
    }

    #[test]
    fn stretches_of_the_calendar_are_shown_in_words() {
        let june = Day::new(2018, 6, 6).unwrap();
        for (calendar, shown, html) in [
            (Calendar::Century(19), "20th century", None),
            (Calendar::Century(20), "21st century", None),
            (Calendar::Century(11), "12th century", None),
            (Calendar::Century(-3), "3rd century BC", None),
            (Calendar::Decade(199), "the 1990s", None),
            (Calendar::Decade(-48), "the 480s BC", None),
            (Calendar::Year(1996), "1996", Some("1996")),
            (Calendar::Year(-479), "480 BC", None),
            (Calendar::Year(12_000), "12000", None),
            (Calendar::FiscalYear(1998), "fiscal 1998", None),
            (Calendar::Half(2018, 1), "first half 2018", None),
            (Calendar::Season(2018, Season::Spring), "spring 2018", None),
            (Calendar::Season(2018, Season::Winter), "winter 2017–18", None),
            (Calendar::Season(2000, Season::Winter), "winter 1999–2000", None),
            (Calendar::Season(-48, Season::Winter), "winter 50–49 BC", None),
            (Calendar::Quarter(2018, 2), "second quarter 2018", None),
            (Calendar::FiscalQuarter(1998, 3), "third quarter of fiscal 1998", None),
            (Calendar::Month(2017, 10), "October 2017", Some("2017-10")),
            (Calendar::Week(2018, 23), "4–10 June 2018", Some("2018-W23")),
            (Calendar::Weekend(2018, 23), "9–10 June 2018", None),
            (day(2018, 6, 6), "6 June 2018", Some("2018-06-06")),
            (day(-43, 3, 15), "15 March 44 BC", None),
            (
                Calendar::Time(june, clock_time(16, Some(53), false)),
                "6 June 2018, 16:53",
                Some("2018-06-06T16:53"),
            ),
            (
                Calendar::Time(june, clock_time(5, None, true)),
                "6 June 2018, 05:00 UTC",
                Some("2018-06-06T05:00Z"),
            ),
            (Calendar::Time(june, clock_time(24, None, false)), "6 June 2018", Some("2018-06-06")),
            (
                Calendar::Time(june, TimeOfDay::Part(DayPart::Evening)),
                "6 June 2018, evening",
                Some("2018-06-06"),
            ),
        ] {
            let when = When::at(calendar);
            assert_eq!(Dates::of("en-GB").when(when), shown);
            assert_eq!(datetime(when).as_deref(), html, "{shown}");
        }
    }

    #[test]
    fn ranges_say_shared_parts_once() {
        for (edtf, shown) in [
            ("2018-06-06/2018-06-08", "6–8 June 2018"),
            ("2018-05-28/2018-06-03", "28 May – 3 June 2018"),
            ("2017-12-28/2018-01-03", "28 December 2017 – 3 January 2018"),
            ("2018-05/2018-06", "May–June 2018"),
            ("2017-05/2018-06", "May 2017 – June 2018"),
            ("1996/2018", "1996–2018"),
            ("-0489/-0479", "490–480 BC"),
            ("-0043/0014", "44 BC – AD 14"),
            ("1996~", "c. 1996"),
            ("199X/200X", "the 1990s – the 2000s"),
        ] {
            let when = When::from_edtf(edtf).unwrap();
            assert_eq!(Dates::of("en-US").when(when), shown);
            assert_eq!(datetime(when), None, "{edtf} has no valid `datetime`");
        }
    }

    #[test]
    fn markers_follow_precision() {
        for (edtf, expected) in [
            ("2018-06-06", "day"),
            ("2018-06", "month"),
            ("2018", "year"),
            ("2018~", "about"),
            ("2018-06-06/2018-06-08", "range"),
            ("201X", "range"),
            ("2018-21", "range"),
        ] {
            assert_eq!(marker(When::from_edtf(edtf).unwrap()), expected, "{edtf}");
        }
    }
}
