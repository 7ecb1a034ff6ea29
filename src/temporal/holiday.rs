//! Days that have a name: where they fall in a year.

use super::value::Day;

/// How a named day is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// The same date every year: the month, 1 to 12, and the day.
    Fixed(u8, u8),
    /// Counted from a day of the week: the fourth Thursday of November.
    Nth {
        /// The month, 1 to 12.
        month: u8,
        /// The day of the week, 1 (Monday) to 7.
        weekday: u8,
        /// Which of them, from 1.
        nth: u8,
        /// So many days later.
        shift: i32,
    },
    /// The last such day of the week in a month.
    Last {
        /// The month, 1 to 12.
        month: u8,
        /// The day of the week, 1 (Monday) to 7.
        weekday: u8,
    },
    /// So many days from Easter Sunday.
    Easter(i32),
}

impl Holiday {
    /// Where it falls in `year`; `None` where the calendar does not say.
    ///
    /// ```
    /// use dateline::temporal::{holiday::Holiday, value::Day};
    /// assert_eq!(Holiday::Easter(-2).in_year(2018), Day::new(2018, 3, 30));
    /// let thanksgiving = Holiday::Nth { month: 11, weekday: 4, nth: 4, shift: 0 };
    /// assert_eq!(thanksgiving.in_year(1999), Day::new(1999, 11, 25));
    /// ```
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::new(year, month, day),
            Self::Nth { month, weekday, nth, shift } => {
                let first = Day::new(year, month, 1)?;
                let ahead = (i32::from(weekday) - i32::from(first.weekday()?)).rem_euclid(7);
                first.plus_days(ahead + 7 * (i32::from(nth) - 1) + shift)
            }
            Self::Last { month, weekday } => {
                let last = Day::new(year, month, super::value::days_in_month(year, month))?;
                let back = (i32::from(last.weekday()?) - i32::from(weekday)).rem_euclid(7);
                last.plus_days(-back)
            }
            Self::Easter(shift) => easter(year)?.plus_days(shift),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Meeus gives (*Astronomical
/// Algorithms*, chapter 8). The names are his. Before 1583 the Church counted otherwise.
#[expect(clippy::many_single_char_names, reason = "the source's names")]
fn easter(year: i32) -> Option<Day> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::new(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31).ok()? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2024, 3, 31)] {
            assert_eq!(Holiday::Easter(0).in_year(year), Day::new(year, month, day), "{year}");
        }
        assert_eq!(Holiday::Easter(0).in_year(1500), None);
    }

    #[test]
    fn days_are_counted_in_their_month() {
        let election = Holiday::Nth { month: 11, weekday: 1, nth: 1, shift: 1 };
        assert_eq!(election.in_year(1998), Day::new(1998, 11, 3));
        assert_eq!(Holiday::Last { month: 5, weekday: 1 }.in_year(2018), Day::new(2018, 5, 28));
    }
}
