//! Two dates in, whether both may be the date of one happening out.

use crate::temporal::value::{Calendar, Day, Precision, TimeOfDay, When};

/// A day before and a day after which nothing is, as numbers that order like the calendar; not for
/// arithmetic, and good for any year.
pub(super) fn ordinal(day: Day) -> i64 {
    i64::from(day.year()) * 372 + i64::from(day.month()) * 31 + i64::from(day.day())
}

/// How long a date's stretch is, in about days: the finer date is the shorter one.
pub(super) fn length(when: When) -> i64 {
    let (first, last) = reach(when);
    ordinal(last) - ordinal(first)
}

/// The days that a date may mean: `about June 7` reaches into the weeks around it.
pub(super) fn reach(when: When) -> (Day, Day) {
    let (first, last) = (when.first_day(), when.last_day());
    if !when.approximate {
        return (first, last);
    }
    let widened = match when.precision() {
        Precision::Day | Precision::Time => first.plus_days(-7).zip(last.plus_days(7)),
        Precision::Week => first.plus_days(-14).zip(last.plus_days(14)),
        Precision::Month => first.plus_months(-1).zip(last.plus_months(1)),
        Precision::Quarter | Precision::Season | Precision::Half => {
            first.plus_months(-3).zip(last.plus_months(3))
        }
        Precision::Year => first.plus_months(-12).zip(last.plus_months(12)),
        Precision::Decade | Precision::Century => None,
    };
    widened.unwrap_or((first, last))
}

/// Whether `a` and `b` may be dates of one thing: equal, or one inside the other. What happened
/// on a day is not what went on from one day to another, so a range holds only ranges.
pub(super) fn compatible(a: When, b: When) -> bool {
    supports(a, b) || supports(b, a)
}

/// Whether a source that says `coarse` agrees with the date `fine`.
pub(super) fn supports(coarse: When, fine: When) -> bool {
    let ((from, to), (first, last)) = (reach(coarse), (fine.first_day(), fine.last_day()));
    let alike = coarse.end.is_none() || fine.end.is_some();
    alike && from <= first && last <= to
}

/// Whether both name a time of the clock, and not the same.
pub(super) fn other_clock(a: When, b: When) -> bool {
    minutes_apart(a, b).is_some_and(|apart| apart > 0)
}

/// How many minutes the clocks of two writers may differ when they tell of one moment: the zones of
/// two shores of an ocean.
const ZONES: i32 = 8 * 60;

/// Whether both name a time of the clock, and cannot mean the same moment.
pub(super) fn clocks_apart(a: When, b: When) -> bool {
    minutes_apart(a, b).is_some_and(|apart| apart > ZONES)
}

fn minutes_apart(a: When, b: When) -> Option<i32> {
    let minute = |when: When| match when.start {
        Calendar::Time(_, TimeOfDay::Clock { hour, minute, .. }) => {
            Some(i32::from(hour) * 60 + i32::from(minute.unwrap_or(0)))
        }
        _ => None,
    };
    Some((minute(a)? - minute(b)?).abs())
}

/// A drawer in which what happened is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Bucket {
    /// What is dated to one day.
    Day(Day),
    /// What begins in a month, as a number in a row of months.
    Month(i64),
    /// Everything, whatever its date.
    Any,
}

/// The buckets in which what has the date `when` is found.
pub(super) fn homes(when: When) -> Vec<Bucket> {
    let day = is_one_day(when).then(|| Bucket::Day(when.first_day()));
    day.into_iter().chain([Bucket::Month(month(when.first_day()))]).collect()
}

/// The buckets in which is all that has a date as fine as `when`, or finer, and compatible with it.
pub(super) fn held_by(when: When) -> Vec<Bucket> {
    if is_one_day(when) {
        return vec![Bucket::Day(when.first_day())];
    }
    let (first, last) = reach(when);
    let first = month(first);
    (first..=month(last).min(first + MOST_MONTHS)).map(Bucket::Month).collect()
}

/// The buckets in which is what has a date of the same precision up to `distance` days or years away.
pub(super) fn around(when: When, distance: i64) -> Vec<Bucket> {
    let first = when.first_day();
    let steps = -distance..=distance;
    if is_one_day(when) {
        let days = steps.filter_map(|by| first.plus_days(i32::try_from(by).ok()?));
        return days.map(Bucket::Day).collect();
    }
    steps.map(|by| Bucket::Month(month(first) + 12 * by)).collect()
}

/// Whether a date is one day, known as such.
pub(super) fn is_one_day(when: When) -> bool {
    !when.approximate && when.first_day() == when.last_day()
}

fn month(day: Day) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month())
}

/// A century. What is said of longer stretches than that is not about one thing.
const MOST_MONTHS: i64 = 1200;

/// How many days or years lie between dates of one precision, day (or time) or year; `None` for any other pair.
pub(super) fn distance(a: When, b: When) -> Option<(Precision, i64)> {
    if a.end.is_some() || b.end.is_some() || a.approximate || b.approximate {
        return None;
    }
    let day = |when: When| matches!(when.precision(), Precision::Day | Precision::Time);
    let year = |when: When| when.precision() == Precision::Year;
    if day(a) && day(b) {
        let days = a.first_day().days_until(b.first_day())?;
        Some((Precision::Day, i64::from(days).abs()))
    } else if year(a) && year(b) {
        let years = i64::from(a.start.year()) - i64::from(b.start.year());
        Some((Precision::Year, years.abs()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(edtf: &str) -> When {
        When::from_edtf(edtf).unwrap()
    }

    #[test]
    fn clocks_of_one_moment() {
        use crate::temporal::value::{Calendar, TimeOfDay};
        let at = |hour: u8| {
            let time = TimeOfDay::Clock { hour, minute: None, second: None, utc: false };
            When::at(Calendar::Time(when("2010-04-22").first_day(), time))
        };
        let day = when("2010-04-22");
        for (a, b, other, apart) in [
            (at(10), at(10), false, false),
            (at(10), at(15), true, false),
            (at(1), at(14), true, true),
            (at(1), day, false, false),
        ] {
            assert_eq!((other_clock(a, b), clocks_apart(a, b)), (other, apart), "{a:?} and {b:?}");
        }
    }

    #[test]
    fn dates_of_one_happening() {
        for (a, b, expected) in [
            ("2018-06-06", "2018-06-06", true),
            ("2018-06-06", "2018-06-07", false),
            ("2018-06", "2018-06-06", true),
            ("2018-W23", "2018-06-06", true),
            ("2018-W24", "2018-06-06", false),
            ("1996", "1996-10", true),
            ("199X", "1996", true),
            ("2010-06-07~", "2010-06-10", true),
            ("2010-06-07~", "2010-06-24", false),
            ("2010-03~", "2010-04-02", true),
            ("1996/2018", "2018-06-06", false),
            ("1996/2018", "1997/2018", true),
            ("2018-06-06/2018-06-08", "2018-06", true),
            ("-0479", "-0479-08", true),
        ] {
            assert_eq!(compatible(when(a), when(b)), expected, "{a} and {b}");
            assert_eq!(compatible(when(b), when(a)), expected, "{b} and {a}");
        }
    }
}
