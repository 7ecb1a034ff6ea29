//! What an expression says, before it is known when it was said.

use super::{
    holiday::Holiday,
    lexicon::Pointer,
    value::{DurationUnit, Modifier, Recurrence, Reference, Season, TimeOfDay},
};

/// A year as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// `1996`, `480 BC`: an astronomical year.
    Full(i32),
    /// `'98`: the last two digits.
    Short(u8),
}

/// The part of a year that a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The year as a whole.
    Whole,
    /// A half, 1 or 2.
    Half(u8),
    /// A season.
    Season(Season),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A day of a month.
    Day(u8, u8),
    /// A day that has a name.
    Holiday(Holiday),
}

/// A date by its fields; what is absent has to be found elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateFields {
    /// The year, if named.
    pub year: Option<Year>,
    /// The part of the year.
    pub part: Part,
    /// The day of the week that stands beside it, 1 (Monday) to 7.
    pub weekday: Option<u8>,
    /// Whether the year is a fiscal one.
    pub fiscal: bool,
}

impl DateFields {
    /// A part of a year, no more.
    #[must_use]
    pub fn new(year: Option<Year>, part: Part) -> Self {
        Self { year, part, weekday: None, fiscal: false }
    }
}

/// From where a distance is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The day of publication: `ago`, `last week`.
    Publication,
    /// The date told last: `later`, `the following day`.
    Narrative,
}

/// A count of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// In hundredths; `None` for `several`.
    pub hundredths: Option<i64>,
    /// The unit.
    pub unit: DurationUnit,
}

/// What a pointer such as `last` points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `last week`.
    Unit(DurationUnit),
    /// `last Thursday`.
    Weekday(u8),
    /// `last June`, `next spring`, `this quarter`, `last Christmas Day`.
    Part(Part),
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// `June 6, 2018`, `June 6`, `1996`, `third quarter`.
    Date(DateFields),
    /// `31 June`: a day that no calendar has.
    Impossible {
        /// The month, 1 to 12.
        month: u8,
        /// The day, as written.
        day: u8,
    },
    /// `Thursday`.
    Weekday(u8),
    /// `one Sunday`: a day of the week, of which nobody says in which week.
    SomeWeekday(u8),
    /// `the 5th`.
    DayOfMonth(u8),
    /// `the 1990s` as 199.
    Decade(i32),
    /// `the nineties` as 9: of which century is not said.
    ShortDecade(i32),
    /// `the 20th century` as 19.
    Century(i32),
    /// `yesterday` as -1.
    DayShift(i32),
    /// `last week`, `the following day`, `next June`.
    Pointed(Pointer, Target),
    /// `June last year`: a part of the year pointed at.
    PartOfPointed(Part, Pointer),
    /// `the latest quarter`, `the year-ago period`: the stretch that the text reports on.
    Reported {
        /// How many years from the one that the text reports on.
        years: i32,
        /// The year, if named: `the 1988 period`.
        year: Option<i32>,
        /// Whether the words mean a quarter even in a text that has told of none: `the latest quarter`.
        /// `The quarter` alone may be one of a city.
        alone: bool,
    },
    /// `the quarter ended July 31`, by the month in which it ended, 1 to 12, and the year if named.
    QuarterEnded(u8, Option<Year>),
    /// `the eve of June 6`, `two weeks after Christmas 1914`: so many days from a date that is named.
    DaysFrom(i32, Box<Said>),
    /// `the week of March 6`.
    WeekOf(Box<Said>),
    /// `the year`, `later in the week`: the one in which the text is.
    Running(DurationUnit),
    /// `the first of this month`.
    DayOfPointedMonth(u8, Pointer),
    /// `three days ago`, `two weeks later`.
    Distance {
        /// How far.
        amount: Amount,
        /// Whether forward.
        later: bool,
        /// From where.
        anchor: Anchor,
        /// Whether to the day: `fifty years ago today`.
        to_the_day: bool,
    },
    /// `10 p.m. Wednesday`, `the morning of June 6`, `noon`.
    Time(TimeOfDay, Option<Box<Said>>),
    /// `seven months`.
    Duration(Amount),
    /// `two days` before `after the siege`: counted from something that is told.
    AfterEvent(Amount),
    /// `every Tuesday`.
    Set(Recurrence),
    /// `now`.
    Reference(Reference),
}

/// What was read at one place: an expression and how it is modified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What it says.
    pub said: Said,
    /// `early`, `about`.
    pub modifier: Option<Modifier>,
}

impl From<Said> for Phrase {
    fn from(said: Said) -> Self {
        Self { said, modifier: None }
    }
}

impl From<DateFields> for Phrase {
    fn from(fields: DateFields) -> Self {
        Said::Date(fields).into()
    }
}
