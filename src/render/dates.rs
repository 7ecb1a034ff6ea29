//! Dates as readers see them: `6 June 2018`, `c. 1996`, `winter 2017–18`, `480 BC`.
//!
//! ```text
//! Words (keys `date-…`) + Forms (CLDR's, by locale) ──▶ Dates ── when ──▶ text
//! ```
//!
//! Days, months, years and times are written as [CLDR](https://cldr.unicode.org) has it for the locale; what it
//! has no forms for, from decades to parts of the day, is said in the words of the theme. The text stands
//! alone, and has plain spaces only: it is also in tables and in files for other programs.

mod forms;

use std::sync::Arc;

use forms::{Field, Form, Forms, Piece, Place};

use super::words::{Argument, Dictionary, Words};
use crate::temporal::value::{Calendar, Day, DayPart, Precision, Season, TimeOfDay, When};

/// Up to which year the era is told: `79` alone could be any year, `AD 79` cannot.
const AMBIGUOUS_YEAR: i32 = 99;

/// How dates are shown in one language.
///
/// ```
/// use dateline::{render::Dates, temporal::value::When};
/// let [spring, day] = ["2015-21", "2018-06-06"].map(|date| When::from_edtf(date).unwrap());
/// assert_eq!(Dates::of("en-GB").when(spring), "spring 2015");
/// assert_eq!(Dates::of("en-GB").when(day), "6 June 2018");
/// assert_eq!(Dates::of("en-US").when(day), "June 6, 2018");
/// assert_eq!(Dates::of("de").when(day), "6. Juni 2018");
/// ```
#[derive(Debug, Clone)]
pub struct Dates {
    words: Arc<Words>,
    forms: Arc<Forms>,
}

impl Dates {
    /// For a BCP 47 tag, in the words of the embedded theme; in English where it has none in that
    /// language. This reads CLDR: it is made once and kept.
    #[must_use]
    pub fn of(language: &str) -> Self {
        Self::new(Arc::new(Dictionary::new(&[]).value.in_language(language)))
    }

    /// In the words of a theme, and in their locale.
    pub(super) fn new(words: Arc<Words>) -> Self {
        Self { forms: Arc::new(Forms::of(words.locale())), words }
    }

    /// A stretch of the calendar, or a range, in words.
    #[must_use]
    pub fn when(&self, when: When) -> String {
        let text = match when.end {
            None => self.calendar(when.start),
            Some(end) => self.range(when.start, end),
        };
        if when.approximate { self.say("date-approximate", &[("date", &text)]) } else { text }
    }

    /// A day of publication.
    pub(crate) fn date(&self, date: jiff::civil::Date) -> String {
        self.day(date.into())
    }

    /// A day: `6 June 2018`.
    pub(crate) fn day(&self, day: Day) -> String {
        let form = &self.forms.month(day.month()).day;
        form.fill(|piece| self.told(piece, day))
    }

    /// A month: `June 2018`.
    pub(crate) fn month(&self, of_year: i32, month: u8) -> String {
        self.month_named(of_year, month, str::to_owned)
    }

    /// A year: `2018`, `480 BC`.
    pub(crate) fn year(&self, year: i32) -> String {
        self.in_form_of_year(&self.bare_year(year))
    }

    /// From one year to another: `1996–2018`, `490–480 BC`, `44 BC – AD 14`.
    pub(crate) fn years(&self, from: i32, to: i32) -> String {
        let numbers = || self.closed(&self.year_number(from), &self.year_number(to));
        match (from > 0, to > 0) {
            _ if from == to => self.year(from),
            (true, true) if from <= AMBIGUOUS_YEAR => {
                self.in_form_of_year(&self.say("date-ad", &[("date", &numbers())]))
            }
            (true, true) => self.in_form_of_year(&numbers()),
            (false, false) => self.in_form_of_year(&self.say("date-bc", &[("date", &numbers())])),
            _ => {
                let to = self.say("date-ad", &[("date", &self.year_number(to))]);
                self.open(&self.year(from), &self.in_form_of_year(&to))
            }
        }
    }

    /// A decade, as the name of a stretch of time: `1990s`, `480s BC`.
    pub(crate) fn decade(&self, decade: i32) -> String {
        let year = self.forms.number(i64::from(decade).abs() * 10, 1);
        let text = self.say("date-decade", &[("year", &year)]);
        if decade < 0 { self.say("date-bc", &[("date", &text)]) } else { text }
    }

    fn calendar(&self, calendar: Calendar) -> String {
        match calendar {
            Calendar::Century(n) => self.century(n),
            Calendar::Decade(n) => self.say("date-the-decade", &[("decade", &self.decade(n))]),
            Calendar::Year(y) => self.year(y),
            Calendar::FiscalYear(y) => {
                self.say("date-fiscal-year", &[("year", &self.bare_year(y))])
            }
            Calendar::Half(y, half) => self.part_of_year("date-part-of-year", half_name(half), y),
            Calendar::Quarter(y, q) => self.part_of_year("date-part-of-year", quarter_name(q), y),
            Calendar::FiscalQuarter(y, q) => {
                self.part_of_year("date-part-of-fiscal-year", quarter_name(q), y)
            }
            Calendar::Season(y, season) => self.season(y, season),
            Calendar::Month(y, month) => self.month(y, month),
            Calendar::Week(..) | Calendar::Weekend(..) => {
                self.days(calendar.first_day(), calendar.last_day())
            }
            Calendar::Day(day) => self.day(day),
            Calendar::Time(day, time) => self.time(day, time),
        }
    }

    fn century(&self, century: i32) -> String {
        let century = i64::from(century);
        let n = if century >= 0 { century + 1 } else { -century };
        let decimal = self.forms.number(n, 1);
        let roman = roman(n).unwrap_or_else(|| decimal.clone());
        let arguments = [("n", Argument::Text(&decimal)), ("roman", Argument::Text(&roman))];
        let text = self.words.of_ordinal("date-century", n, &arguments);
        if century < 0 { self.say("date-bc", &[("date", &text)]) } else { text }
    }

    fn part_of_year(&self, key: &str, part: &str, year: i32) -> String {
        self.say(key, &[("part", &self.words.text(part)), ("year", &self.bare_year(year))])
    }

    fn season(&self, year: i32, season: Season) -> String {
        let key = match season {
            Season::Winter => return self.winter(year),
            Season::Spring => "date-spring",
            Season::Summer => "date-summer",
            Season::Autumn => "date-autumn",
        };
        self.say(key, &[("year", &self.bare_year(year))])
    }

    /// A winter belongs to two years, and says so: `winter 2017–18`.
    fn winter(&self, ends_in: i32) -> String {
        let before = ends_in.saturating_sub(1);
        let (from, to) = match (before > AMBIGUOUS_YEAR, ends_in > 0) {
            (true, _) if before / 100 == ends_in / 100 => {
                (self.year_number(before), self.forms.number(i64::from(ends_in) % 100, 2))
            }
            (false, false) => (self.year_number(before), self.bare_year(ends_in)),
            _ => (self.bare_year(before), self.bare_year(ends_in)),
        };
        self.say("date-winter", &[("from", &from), ("to", &to)])
    }

    fn time(&self, day: Day, time: TimeOfDay) -> String {
        let date = self.day(day);
        match time {
            TimeOfDay::Clock { hour: 24.., .. } => date,
            TimeOfDay::Clock { hour, minute, utc, .. } => {
                let minute = self.forms.number(minute.unwrap_or_default().into(), 2);
                let time = self.forms.hour(hour).fill(|_| minute.clone());
                let key = if utc { "date-at-utc" } else { "date-at" };
                self.say(key, &[("date", &date), ("time", &time)])
            }
            TimeOfDay::Part(part) => {
                let part = self.words.text(match part {
                    DayPart::Morning => "date-morning",
                    DayPart::Midday => "date-midday",
                    DayPart::Afternoon => "date-afternoon",
                    DayPart::Evening => "date-evening",
                    DayPart::Night => "date-night",
                    DayPart::Daytime => "date-daytime",
                });
                self.say("date-in-part", &[("date", &date), ("part", &part)])
            }
        }
    }

    fn range(&self, from: Calendar, to: Calendar) -> String {
        match (from, to) {
            (Calendar::Day(a), Calendar::Day(b)) => self.days(a, b),
            (Calendar::Month(y, a), Calendar::Month(z, b)) if y == z && a != b => {
                let first = self.forms.month(a).with_year.part(Field::Month);
                self.month_named(z, b, |last| self.closed(first, last))
            }
            (Calendar::Year(a), Calendar::Year(b)) => self.years(a, b),
            _ => self.open(&self.calendar(from), &self.calendar(to)),
        }
    }

    /// `6–8 June 2018`, `28 May – 3 June 2018`, `28 December 2017 – 3 January 2018`: what both share is said
    /// once, and stands where the locale has it.
    fn days(&self, from: Day, to: Day) -> String {
        let (first, last) = (self.forms.month(from.month()), self.forms.month(to.month()));
        let of = |form: &Form, day| form.fill(|piece| self.told(piece, day));
        if from == to {
            self.day(to)
        } else if from.year() != to.year() {
            self.open(&self.day(from), &self.day(to))
        } else if from.month() == to.month() {
            let mark = last.day_mark();
            last.day.fill(|piece| match piece.field {
                Field::Day => {
                    let [first, last] = [from, to].map(|day| self.told(piece, day));
                    self.closed(&format!("{first}{mark}"), &last)
                }
                _ => self.told(piece, to),
            })
        } else if last.day.year_is(Place::Last) {
            self.open(&of(&first.day_without_year, from), &self.day(to))
        } else if last.day.year_is(Place::First) {
            self.open(&self.day(from), &of(&last.day_without_year, to))
        } else {
            self.open(&self.day(from), &self.day(to))
        }
    }

    /// A part of a day's form, for this day.
    fn told(&self, piece: &Piece, day: Day) -> String {
        match piece.field {
            Field::Day => {
                let number = self.forms.number(day.day().into(), piece.text.chars().count());
                let n = i64::from(day.day());
                self.words.of_number("date-day-of-month", n, &[("n", Argument::Text(&number))])
            }
            Field::Year => self.bare_year(day.year()),
            _ => piece.text.clone(),
        }
    }

    /// A month whose name is told by `name`.
    fn month_named(&self, year: i32, month: u8, name: impl Fn(&str) -> String) -> String {
        self.forms.month(month).with_year.fill(|piece| match piece.field {
            Field::Year => self.bare_year(year),
            _ => name(&piece.text),
        })
    }

    /// A year with its era where it needs one, as it stands in other dates.
    fn bare_year(&self, year: i32) -> String {
        let number = self.year_number(year);
        match year {
            ..=0 => self.say("date-bc", &[("date", &number)]),
            1..=AMBIGUOUS_YEAR => self.say("date-ad", &[("date", &number)]),
            _ => number,
        }
    }

    /// The number of a year in its era.
    fn year_number(&self, year: i32) -> String {
        let year = i64::from(year);
        self.forms.number(if year > 0 { year } else { 1 - year }, 1)
    }

    /// As a year stands alone.
    fn in_form_of_year(&self, year: &str) -> String {
        self.forms.year.fill(|_| year.to_owned())
    }

    /// A range of single words: `6–8`.
    fn closed(&self, from: &str, to: &str) -> String {
        self.say("date-range", &[("from", from), ("to", to)])
    }

    /// A range of several words: `28 May – 3 June`.
    fn open(&self, from: &str, to: &str) -> String {
        self.say("date-range-of-words", &[("from", from), ("to", to)])
    }

    fn say<const N: usize>(&self, key: &str, arguments: &[(&str, &str); N]) -> String {
        self.words.with(key, &arguments.map(|(name, text)| (name, Argument::Text(text))))
    }
}

fn half_name(half: u8) -> &'static str {
    if half <= 1 { "date-first-half" } else { "date-second-half" }
}

fn quarter_name(quarter: u8) -> &'static str {
    match quarter {
        ..=1 => "date-first-quarter",
        2 => "date-second-quarter",
        3 => "date-third-quarter",
        4.. => "date-fourth-quarter",
    }
}

/// A number in Roman numerals, which end below 4000.
fn roman(number: i64) -> Option<String> {
    const NUMERALS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = (1..4000).contains(&number).then_some(number)?;
    let mut out = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            out.push_str(numeral);
            rest -= value;
        }
    }
    Some(out)
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

    fn clock_time(hour: u8, minute: Option<u8>, utc: bool) -> TimeOfDay {
        TimeOfDay::Clock { hour, minute, second: None, utc }
    }

    /// A stretch of the calendar, and how each language shows it: British and American English, German,
    /// French, Spanish, Arabic.
    type Row = (&'static str, [&'static str; 6]);

    const LANGUAGES: [&str; 6] = ["en-GB", "en-US", "de", "fr", "es", "ar"];

    #[rustfmt::skip]
    const STRETCHES: &[Row] = &[
        ("2018-06-06", ["6 June 2018", "June 6, 2018", "6. Juni 2018", "6 juin 2018", "6 de junio de 2018", "6 يونيو 2018"]),
        ("2018-03-01", ["1 March 2018", "March 1, 2018", "1. März 2018", "1er mars 2018", "1 de marzo de 2018", "1 مارس 2018"]),
        ("2018-08-21", ["21 August 2018", "August 21, 2018", "21. August 2018", "21 août 2018", "21 de agosto de 2018", "21 أغسطس 2018"]),
        ("-0043-03-15", ["15 March 44 BC", "March 15, 44 BC", "15. März 44 v. Chr.", "15 mars 44 av. J.-C.", "15 de marzo de 44 a. C.", "15 مارس 44 ق.م"]),
        ("0079-08-24", ["24 August AD 79", "August 24, AD 79", "24. August 79 n. Chr.", "24 août 79 apr. J.-C.", "24 de agosto de 79 d. C.", "24 أغسطس 79 م"]),
        ("2017-10", ["October 2017", "October 2017", "Oktober 2017", "octobre 2017", "octubre de 2017", "أكتوبر 2017"]),
        ("1996", ["1996", "1996", "1996", "1996", "1996", "1996"]),
        ("-0479", ["480 BC", "480 BC", "480 v. Chr.", "480 av. J.-C.", "480 a. C.", "480 ق.م"]),
        ("0000", ["1 BC", "1 BC", "1 v. Chr.", "1 av. J.-C.", "1 a. C.", "1 ق.م"]),
        ("0014", ["AD 14", "AD 14", "14 n. Chr.", "14 apr. J.-C.", "14 d. C.", "14 م"]),
        ("Y12000", ["12000", "12000", "12000", "12000", "12000", "12000"]),
        ("Y-65999999", ["66000000 BC", "66000000 BC", "66000000 v. Chr.", "66000000 av. J.-C.", "66000000 a. C.", "66000000 ق.م"]),
        ("199X", ["the 1990s", "the 1990s", "1990er-Jahre", "les années 1990", "década de 1990", "عقد 1990"]),
        ("18XX", ["19th century", "19th century", "19. Jahrhundert", "XIXe siècle", "siglo XIX", "القرن الـ19"]),
        ("00XX", ["1st century", "1st century", "1. Jahrhundert", "Ier siècle", "siglo I", "القرن الـ1"]),
        ("2018-21", ["spring 2018", "spring 2018", "Frühjahr 2018", "printemps 2018", "primavera de 2018", "ربيع 2018"]),
        ("2018-24", ["winter 2017–18", "winter 2017–18", "Winter 2017/18", "hiver 2017-18", "invierno de 2017-18", "شتاء 2017–18"]),
        ("2000-24", ["winter 1999–2000", "winter 1999–2000", "Winter 1999/2000", "hiver 1999-2000", "invierno de 1999-2000", "شتاء 1999–2000"]),
        ("2018-34", ["second quarter of 2018", "second quarter of 2018", "zweites Quartal 2018", "deuxième trimestre 2018", "segundo trimestre de 2018", "الربع الثاني من عام 2018"]),
        ("2018-40", ["first half of 2018", "first half of 2018", "erste Hälfte 2018", "premier semestre 2018", "primer semestre de 2018", "النصف الأول من عام 2018"]),
        ("2018-W23", ["4–10 June 2018", "June 4–10, 2018", "4.–10. Juni 2018", "4–10 juin 2018", "4–10 de junio de 2018", "4–10 يونيو 2018"]),
        ("1996~", ["c. 1996", "c. 1996", "ca. 1996", "v. 1996", "c. 1996", "نحو 1996"]),
    ];

    #[rustfmt::skip]
    const RANGES: &[Row] = &[
        ("2018-06-06/2018-06-08", ["6–8 June 2018", "June 6–8, 2018", "6.–8. Juni 2018", "6–8 juin 2018", "6–8 de junio de 2018", "6–8 يونيو 2018"]),
        ("2018-06-01/2018-06-03", ["1–3 June 2018", "June 1–3, 2018", "1.–3. Juni 2018", "1er–3 juin 2018", "1–3 de junio de 2018", "1–3 يونيو 2018"]),
        ("2018-05-28/2018-06-03", ["28 May – 3 June 2018", "May 28 – June 3, 2018", "28. Mai – 3. Juni 2018", "28 mai – 3 juin 2018", "28 de mayo – 3 de junio de 2018", "28 مايو – 3 يونيو 2018"]),
        ("2017-12-28/2018-01-03", ["28 December 2017 – 3 January 2018", "December 28, 2017 – January 3, 2018", "28. Dezember 2017 – 3. Januar 2018", "28 décembre 2017 – 3 janvier 2018", "28 de diciembre de 2017 – 3 de enero de 2018", "28 ديسمبر 2017 – 3 يناير 2018"]),
        ("-0479-09-20/-0479-09-22", ["20–22 September 480 BC", "September 20–22, 480 BC", "20.–22. September 480 v. Chr.", "20–22 septembre 480 av. J.-C.", "20–22 de septiembre de 480 a. C.", "20–22 سبتمبر 480 ق.م"]),
        ("2018-05/2018-06", ["May–June 2018", "May–June 2018", "Mai–Juni 2018", "mai–juin 2018", "mayo–junio de 2018", "مايو–يونيو 2018"]),
        ("2017-05/2018-06", ["May 2017 – June 2018", "May 2017 – June 2018", "Mai 2017 – Juni 2018", "mai 2017 – juin 2018", "mayo de 2017 – junio de 2018", "مايو 2017 – يونيو 2018"]),
        ("1996/2018", ["1996–2018", "1996–2018", "1996–2018", "1996–2018", "1996–2018", "1996–2018"]),
        ("-0489/-0479", ["490–480 BC", "490–480 BC", "490–480 v. Chr.", "490–480 av. J.-C.", "490–480 a. C.", "490–480 ق.م"]),
        ("-0043/0014", ["44 BC – AD 14", "44 BC – AD 14", "44 v. Chr. – 14 n. Chr.", "44 av. J.-C. – 14 apr. J.-C.", "44 a. C. – 14 d. C.", "44 ق.م – 14 م"]),
        ("0014/0117", ["AD 14–117", "AD 14–117", "14–117 n. Chr.", "14–117 apr. J.-C.", "14–117 d. C.", "14–117 م"]),
        ("199X/200X", ["the 1990s – the 2000s", "the 1990s – the 2000s", "1990er-Jahre – 2000er-Jahre", "les années 1990 – les années 2000", "década de 1990 – década de 2000", "عقد 1990 – عقد 2000"]),
        ("2018-06-06/2018-06-08~", ["c. 6–8 June 2018", "c. June 6–8, 2018", "ca. 6.–8. Juni 2018", "v. 6–8 juin 2018", "c. 6–8 de junio de 2018", "نحو 6–8 يونيو 2018"]),
    ];

    #[test]
    fn each_language_shows_dates_its_own_way() {
        for (at, language) in LANGUAGES.into_iter().enumerate() {
            let dates = Dates::of(language);
            for (edtf, shown) in STRETCHES.iter().chain(RANGES) {
                let when = When::from_edtf(edtf).unwrap_or_else(|| panic!("{edtf} is EDTF"));
                assert_eq!(dates.when(when), shown[at], "{edtf} in {language}");
            }
        }
    }

    /// What EDTF has no way to write.
    #[test]
    fn other_stretches_are_shown_in_words() {
        let june = Day::new(2018, 6, 6).unwrap();
        let afternoon = clock_time(16, Some(53), false);
        let morning = clock_time(5, None, true);
        #[rustfmt::skip]
        let rows = [
            (Calendar::Century(-3), ["3rd century BC", "3rd century BC", "3. Jahrhundert v. Chr.", "IIIe siècle av. J.-C.", "siglo III a. C.", "القرن الـ3 ق.م"]),
            (Calendar::Century(11), ["12th century", "12th century", "12. Jahrhundert", "XIIe siècle", "siglo XII", "القرن الـ12"]),
            (Calendar::Century(20), ["21st century", "21st century", "21. Jahrhundert", "XXIe siècle", "siglo XXI", "القرن الـ21"]),
            (Calendar::Decade(-48), ["the 480s BC", "the 480s BC", "480er-Jahre v. Chr.", "les années 480 av. J.-C.", "década de 480 a. C.", "عقد 480 ق.م"]),
            (Calendar::FiscalYear(1998), ["fiscal 1998", "fiscal 1998", "Geschäftsjahr 1998", "exercice 1998", "ejercicio 1998", "السنة المالية 1998"]),
            (Calendar::FiscalQuarter(1998, 3), ["third quarter of fiscal 1998", "third quarter of fiscal 1998", "drittes Quartal des Geschäftsjahrs 1998", "troisième trimestre de l’exercice 1998", "tercer trimestre del ejercicio 1998", "الربع الثالث من السنة المالية 1998"]),
            (Calendar::Season(-48, Season::Winter), ["winter 50–49 BC", "winter 50–49 BC", "Winter 50/49 v. Chr.", "hiver 50-49 av. J.-C.", "invierno de 50-49 a. C.", "شتاء 50–49 ق.م"]),
            (Calendar::Weekend(2018, 23), ["9–10 June 2018", "June 9–10, 2018", "9.–10. Juni 2018", "9–10 juin 2018", "9–10 de junio de 2018", "9–10 يونيو 2018"]),
            (Calendar::Time(june, afternoon), ["6 June 2018, 16:53", "June 6, 2018, 4:53 PM", "6. Juni 2018, 16:53 Uhr", "6 juin 2018, 16:53", "6 de junio de 2018, 16:53", "6 يونيو 2018، 4:53 م"]),
            (Calendar::Time(june, morning), ["6 June 2018, 05:00 UTC", "June 6, 2018, 5:00 AM UTC", "6. Juni 2018, 05:00 Uhr UTC", "6 juin 2018, 05:00 UTC", "6 de junio de 2018, 05:00 UTC", "6 يونيو 2018، 5:00 ص بالتوقيت العالمي"]),
            (Calendar::Time(june, clock_time(24, None, false)), ["6 June 2018", "June 6, 2018", "6. Juni 2018", "6 juin 2018", "6 de junio de 2018", "6 يونيو 2018"]),
            (Calendar::Time(june, TimeOfDay::Part(DayPart::Evening)), ["6 June 2018, evening", "June 6, 2018, evening", "6. Juni 2018, abends", "6 juin 2018, soir", "6 de junio de 2018, al anochecer", "6 يونيو 2018، مساءً"]),
        ];
        for (at, language) in LANGUAGES.into_iter().enumerate() {
            let dates = Dates::of(language);
            for (calendar, shown) in rows {
                assert_eq!(dates.when(When::at(calendar)), shown[at], "{language}");
            }
        }
    }

    #[test]
    fn headings_are_years_decades_and_gaps() {
        let dates = Dates::of("en-GB");
        for (shown, expected) in [
            (dates.decade(199), "1990s"),
            (dates.decade(0), "0s"),
            (dates.decade(-48), "480s BC"),
            (dates.year(1996), "1996"),
            (dates.month(2010, 2), "February 2010"),
            (dates.years(1999, 1999), "1999"),
            (dates.years(-478, 2), "479 BC – AD 2"),
        ] {
            assert_eq!(shown, expected);
        }
    }

    /// A site may have words of its own in any language.
    #[test]
    fn locales_without_words_of_the_theme_have_their_forms_all_the_same() {
        let in_locale = |tag: &str, edtf: &str| {
            let locale = tag.parse().unwrap();
            let dates = Dates { forms: Arc::new(Forms::of(&locale)), ..Dates::of("en") };
            dates.when(When::from_edtf(edtf).unwrap())
        };
        for (tag, edtf, shown) in [
            ("ja", "2018-06-06/2018-06-08", "2018年6月6日–8日"),
            ("ja", "2018-05-28/2018-06-03", "2018年5月28日 – 6月3日"),
            ("hu", "2018-06-06/2018-06-08", "2018. június 6.–8."),
            ("ru", "2018-06-06", "6 июня 2018 г."),
            ("ru", "2018-06", "июнь 2018 г."),
            ("ar-EG", "2018-06-06/2018-06-08", "٦–٨ يونيو ٢٠١٨"),
            ("fr-CA", "2018-06-06", "6 juin 2018"),
            ("en-AU", "2018-06-06", "6 June 2018"),
            ("tlh", "2018-06-06", "June 6, 2018"),
        ] {
            assert_eq!(in_locale(tag, edtf), shown, "{edtf} in {tag}");
        }
    }

    #[test]
    fn the_attribute_is_there_where_html_has_a_value() {
        let june = Day::new(2018, 6, 6).unwrap();
        let at = |time| Calendar::Time(june, time);
        for (calendar, html) in [
            (Calendar::Year(1996), Some("1996")),
            (Calendar::Year(-479), None),
            (Calendar::Year(12_000), None),
            (Calendar::Month(2017, 10), Some("2017-10")),
            (Calendar::Week(2018, 23), Some("2018-W23")),
            (Calendar::Weekend(2018, 23), None),
            (Calendar::Season(2018, Season::Spring), None),
            (Calendar::Day(june), Some("2018-06-06")),
            (at(clock_time(16, Some(53), false)), Some("2018-06-06T16:53")),
            (at(clock_time(5, None, true)), Some("2018-06-06T05:00Z")),
            (at(clock_time(24, None, false)), Some("2018-06-06")),
            (at(TimeOfDay::Part(DayPart::Evening)), Some("2018-06-06")),
        ] {
            assert_eq!(datetime(When::at(calendar)).as_deref(), html, "{calendar:?}");
        }
        for (edtf, _) in RANGES {
            assert_eq!(datetime(When::from_edtf(edtf).unwrap()), None, "{edtf}");
        }
        assert_eq!(datetime(When::from_edtf("1996~").unwrap()), None);
    }

    #[test]
    fn numerals_are_roman_below_four_thousand() {
        for (number, numeral) in
            [(1, Some("I")), (19, Some("XIX")), (944, Some("CMXLIV")), (0, None), (4000, None)]
        {
            assert_eq!(roman(number).as_deref(), numeral);
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
