//! The reference date of a document, found as it is read: what its expressions hang on.
//!
//! ```text
//! Said of the whole document ──▶ Manner (news, narrative, mixed) ──▶ Told, which remembers each date in turn
//! ```
//!
//! News hangs on the day of publication. A text that tells of years far from it moves its own
//! reference date: what has no year takes it from the date told last. A text can change between them, so
//! both live here, and [`Told`] answers for each expression on what it hangs.

use jiff::civil::Date;

use super::{
    lexicon::Pointer,
    resolve::fields_in,
    said::{Anchor, DateFields, Part, Said, Target, Year},
    tense::Tense,
    value::{Calendar, Day, Duration, DurationUnit, Precision, Value},
};

/// A fact about the place of an expression, each on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A word before it looks forward: `by`, `until`, `through`.
    LooksForward,
    /// It bounds what has gone on since: `since the March 3 fire`.
    Since,
    /// It says on which day something held: `as of June 30`.
    AsOf,
    /// It stands before what is its own: `Tuesday's vote`.
    Possessive,
    /// It stands before a noun, as an adjective does, where the verb says nothing of it.
    Attributive,
    /// A sum stands right before it, which it may compare: `$33 million last year`.
    BehindSum,
    /// The sentence begins with it: `In February, …`.
    Fronted,
    /// It stands in a title or heading.
    InHeading,
    /// It heads a line of a chronicle: `20 April: the works begin`.
    HeadsLine,
    /// A word right before it places it in time: `in May`.
    Placed,
}

/// A set of facts, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts(u16);

/// What stands around an expression.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The tense of the nearest verb.
    pub tense: Option<Tense>,
    /// The facts that hold of its place.
    pub facts: Facts,
    /// The date before it, in a list with it or at the beginning of its range.
    pub beside: Option<Beside>,
    /// The index of its passage.
    pub passage: usize,
    /// The index of its sentence.
    pub sentence: usize,
}

/// The date that stands before another one, joined with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The date.
    pub date: Calendar,
    /// Whether time runs from it to the other; else they are a list.
    pub runs: bool,
    /// Whether it was told by the day of the week.
    pub by_weekday: bool,
}

impl Context {
    /// Whether `fact` holds.
    ///
    /// ```
    /// use dateline::temporal::reference::{Context, Fact};
    /// assert!(Context::default().noting(Fact::Fronted, true).is(Fact::Fronted));
    /// assert!(!Context::default().is(Fact::Fronted));
    /// ```
    #[must_use]
    pub fn is(&self, fact: Fact) -> bool {
        self.facts.0 & (1 << fact as u16) != 0
    }

    /// The same, with it noted whether `fact` holds.
    #[must_use]
    pub fn noting(self, fact: Fact, holds: bool) -> Self {
        let (bit, Facts(facts)) = (1 << fact as u16, self.facts);
        Self { facts: Facts(if holds { facts | bit } else { facts & !bit }), ..self }
    }

    fn place(&self) -> Place {
        Place { passage: self.passage, sentence: self.sentence }
    }
}

/// The dates that a document has told so far, and the one on which it was published.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The day of publication.
    pub(super) published: Option<Day>,
    manner: Manner,
    /// The first year that the text names, for what stands before it.
    pub(super) first_year: Option<i32>,
    /// The year that the heading above names.
    heading: Option<i32>,
    /// The day told last, as long as no other month is told.
    pub(super) day: Option<Day>,
    /// The month told last.
    pub(super) month: Option<(i32, u8)>,
    /// The year told last.
    pub(super) year: Option<i32>,
    /// The date told last.
    pub(super) last: Option<Calendar>,
    at: Place,
    /// A year far from publication, and where it was named.
    far: Option<FarYear>,
    /// A year that a narrative only mentions.
    aside: Option<Aside>,
    /// The days of which the text has named the year, with it: the month, the day, the year.
    named_days: Vec<(u8, u8, i32)>,
    /// The quarter on which the text reports.
    pub(super) reported: Option<Calendar>,
}

/// Where something was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Place {
    passage: usize,
    sentence: usize,
}

/// A year that a narrative only mentions: `the largest since 1813`.
#[derive(Debug, Clone, Copy)]
struct Aside {
    year: i32,
    at: Place,
    /// Whether the year was named, not pointed at.
    named: bool,
}

/// How a document dates what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Manner {
    /// From the day of publication.
    #[default]
    News,
    /// From the dates that it tells, but what lies right before publication may be news.
    Mixed,
    /// From the dates that it tells.
    Narrative,
}

/// A year far from publication that a sentence named.
#[derive(Debug, Clone, Copy)]
struct FarYear {
    year: i32,
    at: Place,
    /// Whether what goes on in the sentence happened in it: it stands at the beginning, or `that
    /// year` points at it.
    in_force: bool,
}

/// How far from publication, in years, a year must lie for the text around it to be history.
const FAR: i32 = 2;

fn is_far(published: Day, year: i32) -> bool {
    published.year().saturating_sub(year).saturating_abs() >= FAR
}

/// A narrative that runs on does not leap further ahead than so many years.
const LEAP: i32 = 20;

/// A text with this many years far from publication is a narrative, one with fewer may be mixed.
const MANY: usize = 8;

/// How many years far from publication a word that hangs on publication outweighs: profiles and reports on a
/// case name years long past, and are news.
const DEICTIC_WEIGHT: usize = 3;

/// What lies up to this many days before publication is news even in a text about the past.
const RECENT: i32 = 45;

/// In news, a date is told by so many passages before what counts from it, at most.
const NEAR: usize = 1;

/// What goes on from a date is told so many sentences after it, at most.
const GOES_ON: usize = 2;

/// A year named alone lies so many years back, at the least, for a text to be about it.
const FAR_BACK: i32 = 10;

/// Of how many days the years are remembered: a chronicle names thousands.
const NAMED_DAYS: usize = 64;

impl Told {
    /// Nothing told yet, in a document in which all these expressions stand. Years far from
    /// publication speak for a narrative, words that hang on publication against it.
    #[must_use]
    pub fn new<'s>(published: Option<Date>, said: impl Iterator<Item = &'s Said>) -> Self {
        let published = published.map(Day::from);
        let (mut years, mut deictic, mut far_back) = (Vec::new(), 0, false);
        for said in said {
            years.extend(named_year(said));
            deictic += usize::from(hangs_on_publication(said));
            let back =
                |year: i32| published.map_or(i32::MAX, |day| day.year().saturating_sub(year));
            far_back |= names_date_in_year(said).is_some_and(|year| back(year) >= FAR)
                || named_year(said).is_some_and(|year| back(year) >= FAR_BACK);
        }
        let far = |year: &&i32| published.is_none_or(|day| is_far(day, **year));
        let far = years.iter().filter(far).count();
        let mostly_far = far * 5 >= years.len() * 3;
        let narrates = mostly_far && far >= MANY && far > deictic * DEICTIC_WEIGHT;
        // Where no word hangs on publication, all may hang on a single date of the past.
        let looks_back = mostly_far && far_back && deictic == 0;
        let manner = if narrates {
            Manner::Narrative
        } else if looks_back || published.is_none() {
            Manner::Mixed
        } else {
            Manner::News
        };
        Self { published, manner, first_year: years.first().copied(), ..Self::default() }
    }

    pub(super) fn is_news(&self) -> bool {
        self.manner == Manner::News
    }

    /// Leaves the heading above behind: a new one begins.
    pub fn enter_heading(&mut self) {
        self.heading = None;
    }

    /// Remembers a date that was told.
    pub fn remember(&mut self, said: &Said, value: &Value, context: &Context) {
        let year_pointed = matches!(said, Said::Pointed(_, Target::Unit(DurationUnit::Year)));
        if year_pointed && hangs_on_publication(said) {
            // `this year` brings a text back that has told of a year far away.
            self.far = None;
        }
        self.remember_report(said, value);
        self.remember_named_day(said);
        let Some(calendar) = value.calendar() else { return };
        let beside = if self.is_news() { compares(said) } else { hangs_on_publication(said) };
        if beside || (context.is(Fact::Since) && self.is_news()) {
            return;
        }
        if self.is_aside(said, calendar, context) {
            if !matches!(calendar, Calendar::Season(..)) {
                let named = matches!(said, Said::Date(_));
                self.aside = Some(Aside { year: calendar.year(), at: context.place(), named });
            }
            return;
        }
        self.at = context.place();
        self.move_to(calendar);
        self.remember_far_year(said, calendar, context);
    }

    fn remember_named_day(&mut self, said: &Said) {
        if let Said::Date(DateFields {
            year: Some(Year::Full(year)),
            part: Part::Day(month, day),
            ..
        }) = said
            && self.named_days.len() < NAMED_DAYS
        {
            self.named_days.push((*month, *day, *year));
        }
    }

    /// Makes `calendar` the date told last.
    fn move_to(&mut self, calendar: Calendar) {
        self.last = Some(calendar);
        self.year = Some(calendar.year());
        match calendar {
            Calendar::Day(day) | Calendar::Time(day, _) => {
                self.day = Some(day);
                self.month = Some((day.year(), day.month()));
            }
            Calendar::Month(year, month) => {
                self.day = self.day.filter(|day| (day.year(), day.month()) == (year, month));
                self.month = Some((year, month));
            }
            Calendar::Week(..) | Calendar::Weekend(..) => {
                let first = calendar.first_day();
                self.day = Some(first);
                self.month = Some((first.year(), first.month()));
            }
            other => {
                self.day = self.day.filter(|day| other.contains(Calendar::Day(*day)));
                self.month = self.month.filter(|&(y, m)| other.contains(Calendar::Month(y, m)));
            }
        }
    }

    /// Whether a text only mentions a year and stays where it is: `as in 1614`.
    fn is_aside(&self, said: &Said, calendar: Calendar, context: &Context) -> bool {
        let pointed = matches!(said, Said::Pointed(Pointer::Previous, _));
        let named = matches!(said, Said::Date(_));
        let season =
            matches!(said, Said::Date(DateFields { part: Part::Season(_), year: None, .. }));
        let bare = season || matches!(calendar, Calendar::Year(_)) && (named || pointed);
        let year = calendar.year();
        let leap = if season { 0 } else { LEAP };
        let leaps = match self.manner {
            Manner::Narrative => self.year.is_some_and(|told| year < told || year > told + leap),
            // What has told of months of these years looks back at most.
            Manner::Mixed => {
                self.is_far(year) && self.month.is_some_and(|(told, _)| !self.is_far(told))
            }
            Manner::News => false,
        };
        bare && leaps && !context.is(Fact::Fronted) && !context.is(Fact::InHeading)
    }

    /// Keeps the quarter on which a text reports, until it goes on to a longer stretch.
    fn remember_report(&mut self, said: &Said, value: &Value) {
        match value {
            Value::Calendar(quarter @ (Calendar::Quarter(..) | Calendar::FiscalQuarter(..))) => {
                let told = matches!(said, Said::Date(_) | Said::QuarterEnded(..));
                let ended = self.published.is_none_or(|day| quarter.last_day() <= day);
                let goes_on = self
                    .reported
                    .is_none_or(|last| ended && quarter.first_day() >= last.first_day());
                if told && goes_on {
                    self.reported = Some(*quarter);
                }
            }
            Value::Duration(Duration { hundredths: Some(count), unit: DurationUnit::Month })
                if *count >= 600 =>
            {
                self.reported = None;
            }
            _ => {}
        }
    }

    fn remember_far_year(&mut self, said: &Said, calendar: Calendar, context: &Context) {
        let (year, named) = (calendar.year(), named_year(said));
        let is_far = self.is_far(year);
        // News may have a year in its title, and tell of this one.
        let heads = !self.is_news() || is_far && context.is(Fact::Fronted);
        if named.is_some() && context.is(Fact::InHeading) && heads {
            self.heading = Some(year);
        }
        let continues = self.far.is_some_and(|far| far.year == year);
        if is_far && (named.is_some() || continues) {
            let that_year = Said::Pointed(Pointer::That, Target::Unit(DurationUnit::Year));
            let in_force = context.is(Fact::Fronted) || *said == that_year;
            self.far = Some(FarYear { year, at: context.place(), in_force });
        }
    }

    /// The year by which a date without one goes, if the text has set one.
    pub(super) fn year_in_force(&self, fields: &DateFields, context: &Context) -> Option<i32> {
        // `will` leaves even a narrative; what would be is told within it.
        let will = context.tense == Some(Tense::Future);
        let ahead = context.tense.is_some_and(Tense::is_ahead) || context.is(Fact::AsOf);
        if self.published.is_some() && (will || (ahead && !self.is_narrative())) {
            return None;
        }
        if let Some(Aside { year, at, named }) = self.aside
            && (at.sentence == context.sentence
                || (named && context.is(Fact::Fronted) && at.sentence + 1 == context.sentence))
        {
            return Some(year);
        }
        match self.manner {
            Manner::Narrative => self
                .year
                .or(self.heading)
                .or_else(|| self.first_year.filter(|_| !self.is_recent(fields))),
            Manner::Mixed => self
                .heading
                .or_else(|| self.far_year_in_force(fields, context))
                .or_else(|| self.year.filter(|_| self.goes_on(context) || !self.is_recent(fields))),
            Manner::News => self
                .heading
                .or_else(|| self.far_year_in_force(fields, context))
                .or_else(|| self.year_of_history(fields, context)),
        }
    }

    /// Whether a month or day was told just before.
    fn goes_on(&self, context: &Context) -> bool {
        self.last.is_some_and(|last| last.precision() >= Precision::Month)
            && context.sentence <= self.at.sentence + GOES_ON
    }

    /// The year of a month or day far from publication that was told just before, where the text goes on
    /// to tell of the past: `On 3 June 1966 … . On 20 July it fell.`
    fn year_of_history(&self, fields: &DateFields, context: &Context) -> Option<i32> {
        let last = self.last.filter(|last| last.precision() >= Precision::Month)?;
        let is_far = self.is_far(last.year());
        let near = context.passage == self.at.passage
            && context.sentence <= self.at.sentence + usize::from(context.is(Fact::Fronted));
        let goes_on = context.tense == Some(Tense::Past) && !context.is(Fact::Attributive);
        (is_far && near && goes_on && !self.is_recent(fields)).then_some(last.year())
    }

    /// Whether a year lies far from publication.
    fn is_far(&self, year: i32) -> bool {
        self.published.is_none_or(|day| is_far(day, year))
    }

    pub(super) fn is_narrative(&self) -> bool {
        self.manner == Manner::Narrative
    }

    /// A year named right before, in the same sentence or, where both sentences begin with their
    /// dates, in the sentence before: `In January 1848, … In February, …`.
    fn far_year_in_force(&self, fields: &DateFields, context: &Context) -> Option<i32> {
        let far = self.far.filter(|far| far.at.passage == context.passage)?;
        let same = far.at.sentence == context.sentence
            && far.in_force
            && !context.is(Fact::Attributive)
            && !self.is_recent(fields);
        let chained =
            far.at.sentence + 1 == context.sentence && far.in_force && context.is(Fact::Fronted);
        (same || chained).then_some(far.year)
    }

    /// The year that the text has named for the day before, if it has.
    pub(super) fn year_named_for(&self, fields: &DateFields) -> Option<i32> {
        let Part::Day(month, day) = fields.part else { return None };
        let named = self.named_days.iter().rev();
        named.copied().find(|&(m, d, _)| (m, d) == (month, day)).map(|(_, _, year)| year)
    }

    /// Whether the passage has named a year far from publication.
    pub(super) fn is_far_away(&self, context: &Context) -> bool {
        self.far.is_some_and(|far| far.at.passage == context.passage)
    }

    /// Whether the date lies right before publication when its year is taken from there.
    fn is_recent(&self, fields: &DateFields) -> bool {
        self.published.is_some_and(|published| {
            let this_year = [published.year(), published.year() - 1].into_iter();
            this_year.filter_map(|year| fields_in(fields, year)).any(|date| {
                let ago = date.first_day().days_until(published);
                ago.is_some_and(|days| (0..=RECENT).contains(&days))
            })
        })
    }

    /// The date from which `later` and `that` count: the one told last, while it is fresh.
    pub(super) fn anchor(&self, context: &Context) -> Option<Calendar> {
        if let Some(Aside { year, at, .. }) = self.aside
            && at >= self.at
            && at.sentence + 1 >= context.sentence
        {
            return Some(Calendar::Year(year));
        }
        self.last.filter(|_| self.is_fresh(context)).or(self.published.map(Calendar::Day))
    }

    /// Whether the date told last is near enough for what counts from it.
    pub(super) fn is_fresh(&self, context: &Context) -> bool {
        self.last.is_some() && (!self.is_news() || context.passage <= self.at.passage + NEAR)
    }

    pub(super) fn anchor_day(&self, context: &Context) -> Option<Day> {
        match self.last {
            Some(_) if self.is_fresh(context) => self.day,
            _ => self.published,
        }
    }
}

fn named_year(said: &Said) -> Option<i32> {
    match said {
        Said::Date(DateFields { year: Some(Year::Full(year)), .. }) => Some(*year),
        Said::Time(_, Some(date)) | Said::DaysFrom(_, date) | Said::WeekOf(date) => {
            named_year(date)
        }
        _ => None,
    }
}

/// The year of a month or day that is named with it.
fn names_date_in_year(said: &Said) -> Option<i32> {
    match said {
        Said::Date(DateFields {
            year: Some(Year::Full(year)),
            part: Part::Month(_) | Part::Day(..),
            ..
        }) => Some(*year),
        Said::Time(_, Some(date)) | Said::DaysFrom(_, date) => names_date_in_year(date),
        _ => None,
    }
}

/// Whether the words only compare, as business reports do: `up from $3 million a year earlier`.
fn compares(said: &Said) -> bool {
    match said {
        Said::Reported { years, .. } => *years != 0,
        Said::Pointed(Pointer::Last, Target::Unit(DurationUnit::Year)) => true,
        Said::Distance { amount, later, .. } => {
            !later && amount.unit == DurationUnit::Year && amount.hundredths == Some(100)
        }
        _ => false,
    }
}

/// Whether the words tell a day by its name of the week, or by its distance from today.
pub(super) fn names_weekday(said: &Said) -> bool {
    match said {
        Said::Weekday(_) | Said::DayShift(_) => true,
        Said::Time(_, Some(date)) => names_weekday(date),
        _ => false,
    }
}

/// Whether only the day of publication gives the words a meaning: `yesterday`, `last week`.
fn hangs_on_publication(said: &Said) -> bool {
    match said {
        Said::DayShift(_) | Said::Weekday(_) => true,
        Said::Pointed(pointer, _)
        | Said::PartOfPointed(_, pointer)
        | Said::DayOfPointedMonth(_, pointer) => {
            matches!(pointer, Pointer::Last | Pointer::This | Pointer::Next)
        }
        Said::Distance { anchor, .. } => *anchor == Anchor::Publication,
        Said::Time(_, Some(date)) => hangs_on_publication(date),
        _ => false,
    }
}
