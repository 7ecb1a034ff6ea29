//! What an expression means: stretches of the calendar, durations, sets and references.
//!
//! Years are astronomical and `i32`: the year 0 is 1 BC, -263 is 264 BC. The civil calendar is the
//! proleptic Gregorian one; jiff does the arithmetic inside its range of ±9999 years.

use std::fmt;

use jiff::{Span, civil::Date};

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::struct_field_names, reason = "a day of a month has no other name")]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// A day, if the calendar has it.
    ///
    /// ```
    /// use dateline::temporal::value::Day;
    /// assert!(Day::new(2018, 2, 29).is_none());
    /// assert_eq!(Day::new(-263, 3, 1).unwrap().to_string(), "-0263-03-01");
    /// ```
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The astronomical year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// As a day of jiff, inside its range.
    #[must_use]
    pub fn to_civil(self) -> Option<Date> {
        let year = i16::try_from(self.year).ok()?;
        Date::new(year, i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?).ok()
    }

    /// The day `days` later, or earlier when negative; `None` outside jiff's range.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        // A span has limits of its own, beyond which jiff panics rather than errs.
        let span = Span::new().try_days(days).ok()?;
        Some(self.to_civil()?.checked_add(span).ok()?.into())
    }

    /// The same day `months` later; the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let index = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(index.div_euclid(12)).ok()?;
        let month = u8::try_from(index.rem_euclid(12)).ok()? + 1;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The day of the week, 1 (Monday) to 7.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        u8::try_from(self.to_civil()?.weekday().to_monday_one_offset()).ok()
    }

    /// The ISO week-numbering year and week.
    #[must_use]
    pub fn iso_week(self) -> Option<(i32, u8)> {
        let week = self.to_civil()?.iso_week_date();
        Some((i32::from(week.year()), u8::try_from(week.week()).ok()?))
    }

    /// The Monday of an ISO week.
    #[must_use]
    pub fn of_iso_week(year: i32, week: u8) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        let week = i8::try_from(week).ok()?;
        let monday = jiff::civil::Weekday::Monday;
        Some(jiff::civil::ISOWeekDate::new(year, week, monday).ok()?.date().into())
    }

    /// How many days lie between `self` and the later `other`, inside jiff's range.
    #[must_use]
    pub fn days_until(self, other: Self) -> Option<i32> {
        Some(self.to_civil()?.until(other.to_civil()?).ok()?.get_days())
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        let small = |n: i8| u8::try_from(n).unwrap_or(1); // jiff's months and days are positive
        Self { year: date.year().into(), month: small(date.month()), day: small(date.day()) }
    }
}

/// ISO 8601: `2018-06-06`, `-0263-03-01`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", IsoYear(self.year), self.month, self.day)
    }
}

/// A year as ISO 8601 writes it, four digits and a sign before the common era; more than four
/// digits carry the `Y` of EDTF.
struct IsoYear(i32);

impl fmt::Display for IsoYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            year @ 0..=9999 => write!(f, "{year:04}"),
            year @ -9999..=-1 => write!(f, "-{:04}", -year),
            year => write!(f, "Y{year}"),
        }
    }
}

/// How many days a month has.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year.rem_euclid(4) == 0
            && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A season of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

impl Season {
    /// The code of TIMEX3: `SU`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Winter => "WI",
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl DayPart {
    /// The code of TIMEX3: `MO`, `NI`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// A time of day, as exact as the text was, and with the zone that the text gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeOfDay {
    /// `the morning`.
    Part(DayPart),
    /// `5 p.m.`, `16:53:10`. 24 is the midnight at the end of the day.
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59, when given.
        minute: Option<u8>,
        /// 0 to 60, when given.
        second: Option<u8>,
        /// Whether the text says that the time is universal time.
        utc: bool,
    },
}

/// As TIMEX3 writes it after the `T`: `MO`, `17`, `16:53`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Part(part) => f.write_str(part.code()),
            Self::Clock { hour, minute, second, utc } => {
                write!(f, "{hour:02}")?;
                if let Some(minute) = minute {
                    write!(f, ":{minute:02}")?;
                }
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                if utc { f.write_str("Z") } else { Ok(()) }
            }
        }
    }
}

/// A stretch of the calendar that has a name: a day, a month, a decade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// A hundred years: 19 is 1900 to 1999. Negative before the common era: -3 is 300 to 201 BC.
    Century(i32),
    /// Ten years: 199 is 1990 to 1999.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A fiscal year, named as the text names it; on the calendar it counts as that year.
    FiscalYear(i32),
    /// A half of a year, 1 or 2.
    Half(i32, u8),
    /// A season; the winter of a year ends in its February.
    Season(i32, Season),
    /// A quarter, 1 to 4.
    Quarter(i32, u8),
    /// A quarter of a fiscal year.
    FiscalQuarter(i32, u8),
    /// A month, 1 to 12.
    Month(i32, u8),
    /// An ISO week, by its week-numbering year.
    Week(i32, u8),
    /// The Saturday and Sunday of an ISO week.
    Weekend(i32, u8),
    /// A day.
    Day(Day),
    /// A time on a day.
    Time(Day, TimeOfDay),
}

/// How exact a stretch of the calendar is, from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Precision {
    Century,
    Decade,
    Year,
    Half,
    Season,
    Quarter,
    Month,
    Week,
    Day,
    Time,
}

impl Precision {
    /// The word for it in `events.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Half => "half",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Time => "time",
        }
    }
}

impl Calendar {
    /// The month of a day, week or other stretch that lies in one, and so on: the day itself.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::Century(_) => Precision::Century,
            Self::Decade(_) => Precision::Decade,
            Self::Year(_) | Self::FiscalYear(_) => Precision::Year,
            Self::Half(..) => Precision::Half,
            Self::Season(..) => Precision::Season,
            Self::Quarter(..) | Self::FiscalQuarter(..) => Precision::Quarter,
            Self::Month(..) => Precision::Month,
            Self::Week(..) | Self::Weekend(..) => Precision::Week,
            Self::Day(_) | Self::Time(_, TimeOfDay::Part(_)) => Precision::Day,
            Self::Time(..) => Precision::Time,
        }
    }

    /// The first year it touches.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Century(n) => n.saturating_mul(100),
            Self::Decade(n) => n.saturating_mul(10),
            Self::Year(y)
            | Self::FiscalYear(y)
            | Self::Half(y, _)
            | Self::Season(y, _)
            | Self::Quarter(y, _)
            | Self::FiscalQuarter(y, _)
            | Self::Month(y, _)
            | Self::Week(y, _)
            | Self::Weekend(y, _) => y,
            Self::Day(day) | Self::Time(day, _) => day.year,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.days().0
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.days().1
    }

    fn days(self) -> (Day, Day) {
        let months = |year, first: u8, count: u8| {
            let last = first + count - 1;
            let end = Day { year, month: last, day: days_in_month(year, last) };
            (Day { year, month: first, day: 1 }, end)
        };
        let years = |first: i32, count: i32| {
            let last = first.saturating_add(count - 1);
            (Day { year: first, month: 1, day: 1 }, Day { year: last, month: 12, day: 31 })
        };
        match self {
            Self::Century(n) => years(n.saturating_mul(100), 100),
            Self::Decade(n) => years(n.saturating_mul(10), 10),
            Self::Year(y) | Self::FiscalYear(y) => years(y, 1),
            Self::Half(y, half) => months(y, half.clamp(1, 2) * 6 - 5, 6),
            Self::Season(y, Season::Winter) => {
                let start = Day { year: y.saturating_sub(1), month: 12, day: 1 };
                (start, Day { year: y, month: 2, day: days_in_month(y, 2) })
            }
            Self::Season(y, Season::Spring) => months(y, 3, 3),
            Self::Season(y, Season::Summer) => months(y, 6, 3),
            Self::Season(y, Season::Autumn) => months(y, 9, 3),
            Self::Quarter(y, q) | Self::FiscalQuarter(y, q) => months(y, q.clamp(1, 4) * 3 - 2, 3),
            Self::Month(y, m) => months(y, m, 1),
            Self::Week(y, w) => week_days(y, w, 0),
            Self::Weekend(y, w) => week_days(y, w, 5),
            Self::Day(day) | Self::Time(day, _) => (day, day),
        }
    }

    /// Whether every day of `other` is a day of `self`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The `value` attribute of TIMEX3: `2018-06-06`, `2018-W23`, `199`, `BC0264`.
    #[must_use]
    pub fn timex_value(self) -> String {
        match self {
            Self::Century(n) if n < 0 => format!("BC{:02}", -n - 1),
            Self::Century(n) => format!("{n:02}"),
            Self::Decade(n) if n < 0 => format!("BC{:03}", -n - 1),
            Self::Decade(n) => format!("{n:03}"),
            Self::Year(y) => TimexYear(y).to_string(),
            Self::FiscalYear(y) => format!("FY{}", TimexYear(y)),
            Self::Half(y, half) => format!("{}-H{half}", TimexYear(y)),
            Self::Season(y, season) => format!("{}-{}", TimexYear(y), season.code()),
            Self::Quarter(y, q) => format!("{}-Q{q}", TimexYear(y)),
            Self::FiscalQuarter(y, q) => format!("FY{}-Q{q}", TimexYear(y)),
            Self::Month(y, m) => format!("{}-{m:02}", TimexYear(y)),
            Self::Week(y, w) => format!("{}-W{w:02}", TimexYear(y)),
            Self::Weekend(y, w) => format!("{}-W{w:02}-WE", TimexYear(y)),
            Self::Day(d) => format!("{}-{:02}-{:02}", TimexYear(d.year), d.month, d.day),
            Self::Time(d, time) => format!("{}T{time}", Self::Day(d).timex_value()),
        }
    }

    /// EDTF (ISO 8601-2): `2018-06-06`, `2018-21`, `199X`, a week as the interval of its days.
    #[must_use]
    pub fn edtf(self) -> String {
        match self {
            Self::Century(n) if n >= 0 => format!("{n:02}XX"),
            Self::Decade(n) if n >= 0 => format!("{n:03}X"),
            Self::Year(y) | Self::FiscalYear(y) => IsoYear(y).to_string(),
            Self::Half(y, half) => format!("{}-{}", IsoYear(y), 39 + half),
            Self::Season(y, season) => {
                let code = match season {
                    Season::Spring => 21,
                    Season::Summer => 22,
                    Season::Autumn => 23,
                    Season::Winter => 24,
                };
                format!("{}-{code}", IsoYear(y))
            }
            Self::Quarter(y, q) | Self::FiscalQuarter(y, q) => format!("{}-{}", IsoYear(y), 32 + q),
            Self::Month(y, m) => format!("{}-{m:02}", IsoYear(y)),
            Self::Day(day) | Self::Time(day, _) => day.to_string(),
            Self::Century(_) | Self::Decade(_) => {
                let (first, last) = self.days();
                format!("{}/{}", IsoYear(first.year), IsoYear(last.year))
            }
            Self::Week(..) | Self::Weekend(..) => {
                let (first, last) = self.days();
                format!("{first}/{last}")
            }
        }
    }

    /// Reads one date of EDTF, no interval and no mark.
    #[must_use]
    pub fn from_edtf(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let digits_only = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if let Some(long) = text.strip_prefix('Y') {
            return long.parse().ok().map(Self::Year);
        }
        if !negative && digits.len() == 4 && digits.ends_with('X') {
            let known = digits.trim_end_matches('X');
            return match (known.len(), known.parse().ok()?) {
                (3, n) => Some(Self::Decade(n)),
                (2, n) => Some(Self::Century(n)),
                _ => None,
            };
        }
        let mut parts = digits.split('-');
        let year = parts.next().filter(|y| y.len() == 4 && digits_only(y))?.parse::<i32>().ok()?;
        let year = if negative { -year } else { year };
        let two =
            |s: &str| (s.len() == 2 && digits_only(s)).then(|| s.parse::<u8>().ok()).flatten();
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Self::Year(year)),
            (Some(middle), None, _) => Self::from_edtf_month(year, middle, two(middle)),
            (Some(month), Some(day), None) => Day::new(year, two(month)?, two(day)?).map(Self::Day),
            _ => None,
        }
    }

    fn from_edtf_month(year: i32, text: &str, number: Option<u8>) -> Option<Self> {
        if let Some(week) = text.strip_prefix('W') {
            let week = week.parse().ok()?;
            return Day::of_iso_week(year, week).map(|_| Self::Week(year, week));
        }
        match number? {
            month @ 1..=12 => Some(Self::Month(year, month)),
            21 => Some(Self::Season(year, Season::Spring)),
            22 => Some(Self::Season(year, Season::Summer)),
            23 => Some(Self::Season(year, Season::Autumn)),
            24 => Some(Self::Season(year, Season::Winter)),
            quarter @ 33..=36 => Some(Self::Quarter(year, quarter - 32)),
            half @ 40..=41 => Some(Self::Half(year, half - 39)),
            _ => None,
        }
    }
}

fn week_days(year: i32, week: u8, from: i32) -> (Day, Day) {
    let monday = Day::of_iso_week(year, week).unwrap_or(Day { year, month: 1, day: 1 });
    let plus = |days| monday.plus_days(days).unwrap_or(monday);
    (plus(from), plus(6))
}

/// A year as TIMEX3 writes it: `2018`, `BC0264`.
struct TimexYear(i32);

impl fmt::Display for TimexYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 > 0 { write!(f, "{:04}", self.0) } else { write!(f, "BC{:04}", 1 - self.0) }
    }
}

/// When an event happened: a stretch of the calendar, or from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The stretch, or where a range begins.
    pub start: Calendar,
    /// Where a range ends.
    pub end: Option<Calendar>,
    /// Whether the text says `about`, `around`, `circa`.
    pub approximate: bool,
}

impl When {
    /// Exactly this stretch.
    #[must_use]
    pub fn at(start: Calendar) -> Self {
        Self { start, end: None, approximate: false }
    }

    /// From one stretch to another; just the first if the second does not come after it.
    #[must_use]
    pub fn range(start: Calendar, end: Calendar) -> Self {
        let later = end.last_day() > start.last_day();
        Self { start, end: later.then_some(end), approximate: false }
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.start.first_day()
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.end.unwrap_or(self.start).last_day()
    }

    /// How exact it is; of a range, the coarser of its ends.
    #[must_use]
    pub fn precision(self) -> Precision {
        let start = self.start.precision();
        self.end.map_or(start, |end| start.min(end.precision()))
    }

    /// EDTF: `2018-06-06`, `2018-06~`, `1996/2018`.
    ///
    /// ```
    /// use dateline::temporal::value::When;
    /// for text in ["2018-06-06", "201X", "2018-06~", "1996/2018", "-0479", "2018-24"] {
    ///     assert_eq!(When::from_edtf(text).unwrap().edtf(), text);
    /// }
    /// assert!(When::from_edtf("2018-13").is_none());
    /// ```
    #[must_use]
    pub fn edtf(self) -> String {
        let mark = if self.approximate { "~" } else { "" };
        let (first, last) = (self.start.edtf(), self.end.map(Calendar::edtf));
        match (first.split_once('/'), last) {
            // A week is an interval already: a range of weeks runs from its first day to its last.
            (Some((from, to)), None) => format!("{from}{mark}/{to}{mark}"),
            (Some((from, _)), Some(last)) => {
                format!("{from}{mark}/{}{mark}", last.rsplit('/').next().unwrap_or(&last))
            }
            (None, None) => format!("{first}{mark}"),
            (None, Some(last)) => {
                format!("{first}{mark}/{}{mark}", last.rsplit('/').next().unwrap_or(&last))
            }
        }
    }

    /// Reads EDTF, level 0 and the parts of level 1 that [`When::edtf`] writes. `?` and `%` (uncertain)
    /// are read as `~`.
    #[must_use]
    pub fn from_edtf(text: &str) -> Option<Self> {
        let marked = |part: &str| {
            let bare = part.trim_end_matches(['~', '?', '%']);
            Calendar::from_edtf(bare).map(|date| (date, bare.len() < part.len()))
        };
        match text.trim().split_once('/') {
            None => {
                let (start, approximate) = marked(text.trim())?;
                Some(Self { start, end: None, approximate })
            }
            Some((from, to)) => {
                let ((start, a), (end, b)) = (marked(from)?, marked(to)?);
                let ordered = start.first_day() <= end.first_day();
                ordered.then(|| Self { approximate: a || b, ..Self::range(start, end) })
            }
        }
    }
}

/// A stretch of time that is not placed on the calendar: `seven months`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many units, in hundredths (`two and a half` is 250); `None` for `several`, `some`.
    pub hundredths: Option<i64>,
    /// The unit.
    pub unit: DurationUnit,
}

/// A unit of durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DurationUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
    /// `a while`: no unit is named.
    Unknown,
}

/// TimeML writes `P7M`, `PT2H`, `PXD`, `P2.5Y`; a fortnight is two weeks, a decade ten years.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, factor, code) = match self.unit {
            DurationUnit::Second => (true, 1, "S"),
            DurationUnit::Minute => (true, 1, "M"),
            DurationUnit::Hour => (true, 1, "H"),
            DurationUnit::Day => (false, 1, "D"),
            DurationUnit::Weekend => (false, 1, "WE"),
            DurationUnit::Week => (false, 1, "W"),
            DurationUnit::Fortnight => (false, 2, "W"),
            DurationUnit::Month => (false, 1, "M"),
            DurationUnit::Half => (false, 6, "M"),
            DurationUnit::Quarter | DurationUnit::Season => (false, 3, "M"),
            DurationUnit::Year => (false, 1, "Y"),
            DurationUnit::Decade => (false, 10, "Y"),
            DurationUnit::Century => (false, 100, "Y"),
            DurationUnit::Millennium => (false, 1000, "Y"),
            DurationUnit::Unknown => return f.write_str("PXX"),
        };
        f.write_str(if time { "PT" } else { "P" })?;
        match self.hundredths.and_then(|n| n.checked_mul(factor)) {
            None => f.write_str("X")?,
            Some(n) if n % 100 == 0 => write!(f, "{}", n / 100)?,
            Some(n) if n % 10 == 0 => write!(f, "{}.{}", n / 100, n % 100 / 10)?,
            Some(n) => write!(f, "{}.{:02}", n / 100, n % 100)?,
        }
        f.write_str(code)
    }
}

/// A reference without a place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// What recurs, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recurrence {
    /// `daily`, `every two years`: once in each such length.
    Each(Duration),
    /// `every Tuesday`, `Monday nights`: the day of the week, 1 (Monday) to 7, and the part of it.
    Weekday(u8, Option<DayPart>),
    /// `every morning`.
    DayPart(DayPart),
    /// `every March`: the month, 1 to 12.
    Month(u8),
    /// `every spring`.
    Season(Season),
}

/// As TIMEX3 writes it: `P1D`, `XXXX-WXX-2`.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Each(duration) => duration.fmt(f),
            Self::Weekday(day, None) => write!(f, "XXXX-WXX-{day}"),
            Self::Weekday(day, Some(part)) => write!(f, "XXXX-WXX-{day}T{}", part.code()),
            Self::DayPart(part) => write!(f, "XXXX-XX-XXT{}", part.code()),
            Self::Month(month) => write!(f, "XXXX-{month:02}"),
            Self::Season(season) => write!(f, "XXXX-{}", season.code()),
        }
    }
}

/// What is known of a date that has no place on the calendar, for want of a reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Partial {
    /// The year, if that is known.
    pub year: Option<i32>,
    /// What is known within the year.
    pub part: PartialPart,
    /// The time of day, if one is told.
    pub time: Option<TimeOfDay>,
}

/// What is known of a date within its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it; months and days are counted from 1")]
pub enum PartialPart {
    Year,
    Half(u8),
    Season(Season),
    Quarter(Option<u8>),
    Month(Option<u8>),
    Week,
    Weekend,
    Weekday(u8),
    /// A day: its month and its day of the month, as far as they are known.
    Day(Option<u8>, Option<u8>),
}

impl Partial {
    /// Of an unknown year.
    #[must_use]
    pub fn new(part: PartialPart) -> Self {
        Self { year: None, part, time: None }
    }
}

/// As TIMEX3 writes it: `XXXX-06-06`, `XXXX-WXX-4`, `1792-WXX`.
impl fmt::Display for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = |n: Option<u8>| n.map_or_else(|| "XX".to_owned(), |n| format!("{n:02}"));
        match self.year {
            Some(year) => TimexYear(year).fmt(f)?,
            None => f.write_str("XXXX")?,
        }
        match self.part {
            PartialPart::Year => {}
            PartialPart::Half(half) => write!(f, "-H{half}")?,
            PartialPart::Season(season) => write!(f, "-{}", season.code())?,
            PartialPart::Quarter(Some(quarter)) => write!(f, "-Q{quarter}")?,
            PartialPart::Quarter(None) => f.write_str("-QX")?,
            PartialPart::Month(month) => write!(f, "-{}", digits(month))?,
            PartialPart::Week => f.write_str("-WXX")?,
            PartialPart::Weekend => f.write_str("-WXX-WE")?,
            PartialPart::Weekday(day) => write!(f, "-WXX-{day}")?,
            PartialPart::Day(month, day) => write!(f, "-{}-{}", digits(month), digits(day))?,
        }
        self.time.map_or(Ok(()), |time| write!(f, "T{time}"))
    }
}

/// What an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A stretch of the calendar.
    Calendar(Calendar),
    /// `XXXX-06-06`, `XXXX-WXX-4`: what is known of a date whose reference date is not.
    Unresolved(Partial),
    /// `PAST_REF` and its kin.
    Reference(Reference),
    /// A duration.
    Duration(Duration),
    /// Something that recurs: `P1W`, `XXXX-WXX-2`.
    Set(Recurrence),
}

impl Value {
    /// The `type` attribute of TIMEX3.
    #[must_use]
    pub fn timex_type(&self) -> &'static str {
        match self {
            Self::Calendar(Calendar::Time(..))
            | Self::Unresolved(Partial { time: Some(_), .. }) => "TIME",
            Self::Calendar(_) | Self::Unresolved(_) | Self::Reference(_) => "DATE",
            Self::Duration(_) => "DURATION",
            Self::Set(_) => "SET",
        }
    }

    /// The `value` attribute of TIMEX3.
    #[must_use]
    pub fn timex_value(&self) -> String {
        match self {
            Self::Calendar(calendar) => calendar.timex_value(),
            Self::Unresolved(partial) => partial.to_string(),
            Self::Set(recurrence) => recurrence.to_string(),
            Self::Reference(Reference::Past) => "PAST_REF".into(),
            Self::Reference(Reference::Present) => "PRESENT_REF".into(),
            Self::Reference(Reference::Future) => "FUTURE_REF".into(),
            Self::Duration(duration) => duration.to_string(),
        }
    }

    /// The stretch of the calendar, if it is one.
    #[must_use]
    pub fn calendar(&self) -> Option<Calendar> {
        if let Self::Calendar(calendar) = self { Some(*calendar) } else { None }
    }
}

/// The `mod` attribute of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "TimeML 1.2.1 defines them")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl Modifier {
    /// As TimeML writes it: `ON_OR_BEFORE`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}
