//! How a locale writes dates: a locale in, the forms of its days, months, years and times out.
//!
//! ```text
//! locale ── icu_datetime, once for each month ──▶ parts ── numbers taken out ──▶ Forms
//! ```
//!
//! The forms are read off dates that `icu_datetime` has formatted: what is left of them when day and year
//! are taken out is filled for any date, also beyond the years that its calendars reach, and for ranges,
//! which say the parts that both ends share once. Nothing of CLDR is asked when pages are rendered.

use std::fmt;

use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter as Formatter, NoCalendarFormatter,
    fieldsets::{MD, T, Y, YM, YMD},
    input::{Date, Time},
    options::YearStyle::NoEra,
    parts,
};
use icu_decimal::{
    DecimalFormatter,
    input::Decimal,
    options::{DecimalFormatterOptions, GroupingStrategy},
};
use icu_locale_core::{Locale, locale};
use writeable::{Part, PartsWrite, Writeable};

/// What a part of a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Literal,
    Year,
    Month,
    Day,
    Minute,
}

/// A part of a date, with its text in the date that it was read off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) field: Field,
    pub(super) text: String,
}

/// A date with its numbers taken out: `{day} June {year}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form(Vec<Piece>);

impl Form {
    /// The text, with each part but the literal ones in the words of `told`.
    pub(super) fn fill(&self, told: impl Fn(&Piece) -> String) -> String {
        let text = |piece: &Piece| match piece.field {
            Field::Literal => piece.text.clone(),
            _ => told(piece),
        };
        self.0.iter().map(text).collect()
    }

    fn position(&self, field: Field) -> Option<usize> {
        self.0.iter().position(|piece| piece.field == field)
    }

    /// The part of a kind.
    pub(super) fn part(&self, field: Field) -> &str {
        self.position(field).map_or("", |at| &self.0[at].text)
    }

    /// Whether the year stands before day and month, or after both; neither where it is between them.
    pub(super) fn year_is(&self, place: Place) -> bool {
        let [year, month, day] =
            [Field::Year, Field::Month, Field::Day].map(|it| self.position(it));
        match place {
            Place::First => year < month && year < day,
            Place::Last => year > month && year > day,
        }
    }
}

/// Where a part stands among others.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    First,
    Last,
}

/// How the days of one month, and the month, are written.
#[derive(Debug, Clone, Default)]
pub(super) struct Month {
    /// `6 June 2018`.
    pub(super) day: Form,
    /// `6 June`.
    pub(super) day_without_year: Form,
    /// `June 2018`.
    pub(super) with_year: Form,
}

impl Month {
    /// What belongs to the number of a day, and is repeated with it: the point of `6. Juni`. It stands right
    /// after the number where no year follows, unlike the comma of `June 6, 2018`.
    pub(super) fn day_mark(&self) -> &str {
        let pieces = &self.day_without_year.0;
        let next = self.day_without_year.position(Field::Day).and_then(|at| pieces.get(at + 1));
        let literal = next.filter(|piece| piece.field == Field::Literal);
        literal.and_then(|piece| piece.text.split(' ').next()).unwrap_or_default()
    }
}

/// How a locale writes dates, times and their numbers.
#[derive(Debug)]
pub(super) struct Forms {
    months: Vec<Month>,
    /// `2018`.
    pub(super) year: Form,
    hours: Vec<Form>,
    numbers: Option<DecimalFormatter>,
}

/// The date that the forms are read off: its numbers have as many digits as they need.
const YEAR: i32 = 2018;
const DAY: u8 = 6;
const MINUTE: u8 = 53;

impl Forms {
    /// The forms of a locale; of English where CLDR does not know the language.
    pub(super) fn of(locale: &Locale) -> Self {
        let forms = Self::read(locale);
        forms.filter(Self::are_known).or_else(|| Self::read(&locale!("en"))).unwrap_or_default()
    }

    fn read(locale: &Locale) -> Option<Self> {
        let dates: DateTimeFormatterPreferences = locale.into();
        let day = Formatter::try_new(dates, YMD::long().with_year_style(NoEra)).ok()?;
        let month = Formatter::try_new(dates, YM::long().with_year_style(NoEra)).ok()?;
        let year = Formatter::try_new(dates, Y::long().with_year_style(NoEra)).ok()?;
        let day_of_year = Formatter::try_new(dates, MD::long()).ok()?;
        let date = |month| Date::try_new_gregorian(YEAR, month, DAY).ok();
        let months = (1..=12).filter_map(date).map(|date| Month {
            day: form(&day.format(&date)),
            day_without_year: form(&day_of_year.format(&date)),
            with_year: form(&month.format(&date)),
        });
        let time = NoCalendarFormatter::try_new(dates, T::hm()).ok()?;
        let hours = (0..24).filter_map(|hour| Time::try_new(hour, MINUTE, 0, 0).ok());
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Never);
        Some(Self {
            months: months.collect(),
            year: form(&year.format(&date(1)?)),
            hours: hours.map(|at| form(&time.format(&at))).collect(),
            numbers: DecimalFormatter::try_new(locale.into(), options).ok(),
        })
    }

    /// Whether months have names here: those of no language are `M01` and so on.
    fn are_known(&self) -> bool {
        self.months.first().is_none_or(|month| month.with_year.part(Field::Month) != "M01")
    }

    /// How a month and its days are written.
    pub(super) fn month(&self, month: u8) -> &Month {
        &self.months[usize::from(month.clamp(1, 12) - 1)]
    }

    /// How the times of an hour are written, below 24.
    pub(super) fn hour(&self, hour: u8) -> &Form {
        &self.hours[usize::from(hour.min(23))]
    }

    /// A number in the digits of the locale, at least so many, without grouping: a year is never `1,996`.
    pub(super) fn number(&self, number: i64, digits: usize) -> String {
        let mut decimal = Decimal::from(number);
        decimal.pad_start(i16::try_from(digits).unwrap_or_default());
        let formatted = self.numbers.as_ref().map(|it| it.format(&decimal).to_string());
        formatted.unwrap_or_else(|| format!("{number:0digits$}"))
    }
}

/// ISO 8601, for the case that no data could be read at all, which compiled data excludes.
impl Default for Forms {
    fn default() -> Self {
        let literal = |text: &str| Piece { field: Field::Literal, text: text.to_owned() };
        let part = |field| Piece { field, text: String::from("00") };
        let month = |number: u8| {
            let month = Piece { field: Field::Month, text: format!("{number:02}") };
            let year_and_month = [part(Field::Year), literal("-"), month.clone()];
            Month {
                day: Form([&year_and_month[..], &[literal("-"), part(Field::Day)]].concat()),
                day_without_year: Form(vec![month, literal("-"), part(Field::Day)]),
                with_year: Form(year_and_month.to_vec()),
            }
        };
        let hour = |hour: u8| Form(vec![literal(&format!("{hour:02}:")), part(Field::Minute)]);
        Self {
            months: (1..=12).map(month).collect(),
            year: Form(vec![part(Field::Year)]),
            hours: (0..24).map(hour).collect(),
            numbers: None,
        }
    }
}

fn form(formatted: &impl Writeable) -> Form {
    let mut parts = Parts { pieces: Vec::new(), field: Field::Literal };
    // Writing to a `Vec` cannot fail.
    let _ = formatted.write_to_parts(&mut parts);
    Form(parts.pieces)
}

/// Gathers what is written by part.
struct Parts {
    pieces: Vec<Piece>,
    /// What is being written.
    field: Field,
}

impl fmt::Write for Parts {
    /// The spaces of a date are plain ones: it is searched for, compared, and stands in tables.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let text = text.replace(['\u{a0}', '\u{202f}'], " ");
        match self.pieces.last_mut() {
            Some(last) if last.field == self.field => last.text.push_str(&text),
            _ => self.pieces.push(Piece { field: self.field, text }),
        }
        Ok(())
    }
}

impl PartsWrite for Parts {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        let fields = [
            (parts::YEAR, Field::Year),
            (parts::MONTH, Field::Month),
            (parts::DAY, Field::Day),
            (parts::MINUTE, Field::Minute),
        ];
        let outer = self.field;
        // What stands inside a part, such as the digits of a number, is the part.
        let inner = fields.iter().find(|(known, _)| *known == part).map(|(_, field)| *field);
        self.field = inner.unwrap_or(outer);
        let written = write(self);
        self.field = outer;
        written
    }
}
