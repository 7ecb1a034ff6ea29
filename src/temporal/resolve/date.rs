//! Dates by their fields: named in full, or without a year, which is found here.
//!
//! ```text
//! DateFields ──▶ the weekday beside it · the date beside it · the year in force · the tense ──▶ Calendar
//! ```

use super::{Lack, Resolved};
use crate::temporal::{
    reference::{Beside, Context, Fact, Told},
    said::{DateFields, Part, Year},
    tense::Tense,
    value::{Calendar, Day, Partial, PartialPart, Value},
};

/// The year that is meant: of `'98` the one nearest to the year of a narrative; else within a lifetime
/// before publication, or a few years after it.
pub(super) fn full_year(year: Year, told: &Told) -> i32 {
    let digits = match year {
        Year::Full(year) => return year,
        Year::Short(digits) => i32::from(digits),
    };
    let latest = match told.year.filter(|_| told.is_narrative()) {
        Some(year) => year + 50,
        None => told.published.map_or(2030, |day| day.year() + 10),
    };
    let year = latest - latest.rem_euclid(100) + digits;
    if year > latest { year - 100 } else { year }
}

/// The stretch that the fields name in `year`, if the calendar has it.
pub(in crate::temporal) fn fields_in(fields: &DateFields, year: i32) -> Option<Calendar> {
    Some(match fields.part {
        Part::Whole if fields.fiscal => Calendar::FiscalYear(year),
        Part::Whole => Calendar::Year(year),
        Part::Half(half) => Calendar::Half(year, half),
        Part::Season(season) => Calendar::Season(year, season),
        Part::Quarter(quarter) if fields.fiscal => Calendar::FiscalQuarter(year, quarter),
        Part::Quarter(quarter) => Calendar::Quarter(year, quarter),
        Part::Month(month) => Calendar::Month(year, month),
        Part::Day(month, day) => Calendar::Day(Day::new(year, month, day)?),
        Part::Holiday(holiday) => Calendar::Day(holiday.in_year(year)?),
    })
}

pub(super) fn without_year(fields: &DateFields) -> PartialPart {
    match fields.part {
        Part::Whole => PartialPart::Year,
        Part::Half(half) => PartialPart::Half(half),
        Part::Season(season) => PartialPart::Season(season),
        Part::Quarter(quarter) => PartialPart::Quarter(Some(quarter)),
        Part::Month(month) => PartialPart::Month(Some(month)),
        Part::Day(month, day) => PartialPart::Day(Some(month), Some(day)),
        Part::Holiday(_) => PartialPart::Day(None, None),
    }
}

pub(super) fn date(fields: &DateFields, context: &Context, told: &Told) -> Resolved {
    if let Some(year) = fields.year {
        let Some(calendar) = fields_in(fields, full_year(year, told)) else {
            return Resolved::new(
                Value::Unresolved(Partial::new(without_year(fields))),
                "no such day",
                0.2,
            );
        };
        let agrees = fields.weekday.is_none_or(|day| calendar.first_day().weekday() == Some(day));
        let reason =
            if agrees { "named in full" } else { "named in full; the weekday is another's" };
        return Resolved::new(calendar, reason, if agrees { 1.0 } else { 0.7 });
    }
    if let Some(resolved) = by_weekday(fields, context, told) {
        return resolved;
    }
    if let Some(resolved) =
        context.beside.filter(|it| !it.by_weekday).and_then(|it| by_neighbour(fields, it))
    {
        return resolved;
    }
    let in_force = told.year_in_force(fields, context);
    if let Some(year) = in_force.filter(|&year| !is_to_come(fields, year, context, told)) {
        return in_told_year(fields, year, told);
    }
    if let Some(year) = told.year_named_for(fields).filter(|_| !told.is_narrative()) {
        let named = fields_in(fields, year);
        return named.map_or_else(
            || Resolved::unresolved(without_year(fields), Lack::Date),
            |date| Resolved::new(date, "no year given; the text has named it for this day", 0.97),
        );
    }
    match told.published {
        Some(published) => by_tense(fields, context, published),
        None => Resolved::unresolved(without_year(fields), Lack::Reference),
    }
}

/// Whether a day in `year` has not come by publication, while the verb tells what has happened: then the text has
/// named that year for something else, such as games to be held in it.
fn is_to_come(fields: &DateFields, year: i32, context: &Context, told: &Told) -> bool {
    let date = fields_in(fields, year).map(Calendar::first_day);
    let ahead = told.published.zip(date).is_some_and(|(published, date)| date > published);
    ahead && context.tense == Some(Tense::Past)
}

/// `Wednesday, June 13`: the nearest year in which the day falls on that weekday, on the side to which
/// the tense looks.
pub(super) fn by_weekday(fields: &DateFields, context: &Context, told: &Told) -> Option<Resolved> {
    let weekday = fields.weekday?;
    let in_force = told.year_in_force(fields, context);
    let near = in_force.or(told.published.map(Day::year)).or(told.year)?;
    let day = |year| fields_in(fields, year).map(Calendar::first_day);
    let fits = |year: &i32| day(*year).is_some_and(|day| day.weekday() == Some(weekday));
    let on_side = |year: &i32| match (context.tense, told.published, in_force) {
        (Some(Tense::Past), Some(published), None) => day(*year).is_none_or(|it| it <= published),
        (Some(tense), Some(published), None) if tense.is_ahead() => {
            day(*year).is_none_or(|it| it >= published)
        }
        _ => true,
    };
    let around = || (0..=WEEKDAYS_RETURN).flat_map(|n| [near - n, near + n]).filter(fits);
    let close = |year: &i32| {
        told.published
            .zip(day(*year))
            .is_some_and(|(published, day)| distance_in_days(Calendar::Day(day), published) <= SOON)
    };
    let year = around().find(close).or_else(|| around().find(on_side));
    let year = year.or_else(|| around().next())?;
    let reason =
        format!("no year given; in {year} the day falls on that weekday, nearest to {near}");
    Some(Resolved::new(fields_in(fields, year)?, reason, 1.0))
}

/// After how many years, at most, a date falls on the same weekday, the end of a century aside.
const WEEKDAYS_RETURN: i32 = 6;

/// In the year of the date before it: the next one where time runs from that to this one, else the
/// nearest.
fn by_neighbour(fields: &DateFields, beside: Beside) -> Option<Resolved> {
    let year = beside.date.year();
    let mut around = (-1..=1).filter_map(|n| fields_in(fields, year + n));
    let from = beside.date.first_day();
    let found = if beside.runs {
        around.find(|date| date.last_day() >= from)
    } else {
        around.min_by_key(|date| distance_in_days(*date, from))
    };
    let reason = format!("no year given; beside {}", beside.date.timex_value());
    found.map(|date| Resolved::new(date, reason, 0.93))
}

/// The year of the date told last, or the next one where the months would run far back.
fn in_told_year(fields: &DateFields, year: i32, told: &Told) -> Resolved {
    let here = fields_in(fields, year);
    let Some(here) = here else {
        return Resolved::unresolved(without_year(fields), Lack::Date);
    };
    let gap =
        told.last.filter(|last| last.year() == year && told.month.is_some()).and_then(|last| {
            let (from, to) = (last.first_day(), here.first_day());
            from.days_until(to)
        });
    let shifted = match gap {
        Some(days) if days < -BACK => Some(year + 1),
        Some(days) if days > AHEAD => Some(year - 1),
        _ => None,
    };
    if let Some(other) = shifted
        && let Some(calendar) = fields_in(fields, other)
    {
        let reason = format!("no year given; nearest to {}, told before", shown(told.last));
        return Resolved::new(calendar, reason, 0.8);
    }
    let reason = match told.last {
        Some(last) => format!("no year given; the year of {}, told before", shown(Some(last))),
        None => format!("no year given; the first year that the text names is {year}"),
    };
    Resolved::new(here, reason, 0.97)
}

/// A month this many days before the date told last belongs to the year after.
const BACK: i32 = 200;

/// A month this many days after it belongs to the year before.
const AHEAD: i32 = 330;

fn shown(calendar: Option<Calendar>) -> String {
    calendar.map_or_else(String::new, Calendar::timex_value)
}

fn by_tense(fields: &DateFields, context: &Context, published: Day) -> Resolved {
    let years = Years { fields, published };
    let is_report = matches!(fields.part, Part::Quarter(_) | Part::Half(_));
    let attributive = context.is(Fact::Attributive);
    let chronicle = context.is(Fact::HeadsLine);
    let ahead = context.tense.is_some_and(Tense::is_ahead);
    let (found, why, certainty) = match (context.tense, context.is(Fact::LooksForward)) {
        (_, false) if chronicle && !ahead => {
            (years.soon().or_else(|| years.before()), "heads a line; nearest to", 0.9)
        }
        (Some(tense), _) if is_report && tense != Tense::Past => {
            (years.nearest(), "nearest to", 0.9)
        }
        _ if ahead && attributive => (years.nearest(), "before a noun; nearest to", 0.9),
        _ if attributive => (years.nearest_past(), "before a noun; nearest to", 0.97),
        (Some(Tense::Past), _) if years.soon().is_some() => (
            years.soon(),
            "the last one lies so far back that its year would be named; next after",
            0.8,
        ),
        (_, forward) if (ahead || forward) && years.just_past().is_some() => (
            years.just_past(),
            "the next one lies so far ahead that its year would be named; last before",
            0.8,
        ),
        (Some(Tense::Future | Tense::FutureInPast), _) => {
            (years.after(), "future tense; nearest after", 0.97)
        }
        (Some(Tense::Past), false) => (years.before(), "past tense; nearest before", 1.0),
        (Some(Tense::Past), true) => {
            (years.nearest(), "past tense, looking forward; nearest to", 0.85)
        }
        (_, true) => (years.after(), "a word that looks forward; nearest after", 0.9),
        (Some(Tense::Scheduled), false) if years.is_after_near() => {
            (years.after(), "a present of what is to come; nearest after", 0.88)
        }
        (Some(Tense::Present | Tense::Scheduled), false) => {
            (years.nearest(), "present tense; nearest to", 0.88)
        }
        (Some(Tense::Infinitive | Tense::Purpose), false) => {
            (years.nearest(), "infinitive; nearest to", 0.85)
        }
        (None, false) => (years.nearest(), "no verb; nearest to", 0.85),
    };
    match found {
        Some(date) => Resolved::new(date, format!("no year given; {why} {published}"), certainty),
        None => Resolved::unresolved(without_year(fields), Lack::Date),
    }
}

/// The dates that fields without a year can mean, in the years around publication.
struct Years<'f> {
    fields: &'f DateFields,
    published: Day,
}

impl Years<'_> {
    fn around(&self) -> impl DoubleEndedIterator<Item = Calendar> {
        let year = self.published.year();
        [-1, 0, 1].into_iter().filter_map(move |n| fields_in(self.fields, year + n))
    }

    fn before(&self) -> Option<Calendar> {
        self.around().rfind(|date| date.first_day() <= self.published)
    }

    fn after(&self) -> Option<Calendar> {
        self.around().find(|date| date.last_day() >= self.published)
    }

    fn nearest(&self) -> Option<Calendar> {
        self.around().min_by_key(|date| gap(*date, self.published))
    }

    /// The nearest one, where what lies ahead must be much nearer than what lies back.
    fn nearest_past(&self) -> Option<Calendar> {
        let weight = |date: &Calendar| i32::from(date.first_day() > self.published) + 1;
        self.around().min_by_key(|date| gap(*date, self.published).saturating_mul(weight(date)))
    }

    /// A day not far ahead, where the one before lies nearly a year back: its year would be named.
    fn soon(&self) -> Option<Calendar> {
        self.day_unlike(self.after(), self.before(), SOON)
    }

    /// A day not far back, where the one after lies nearly a year ahead.
    fn just_past(&self) -> Option<Calendar> {
        self.day_unlike(self.before(), self.after(), JUST_PAST)
    }

    fn day_unlike(
        &self,
        day: Option<Calendar>,
        other: Option<Calendar>,
        near: i32,
    ) -> Option<Calendar> {
        let far = |other| distance_in_days(other, self.published) >= YEAR_NAMED;
        day.filter(|day| {
            matches!(day, Calendar::Day(_))
                && distance_in_days(*day, self.published) <= near
                && other.is_none_or(far)
        })
    }

    fn is_after_near(&self) -> bool {
        self.after().is_some_and(|date| distance_in_days(date, self.published) <= SCHEDULED)
    }
}

/// What has a day fixed is told of so many days ahead, at most.
const SCHEDULED: i32 = 210;

/// A day up to so many days ahead is meant even by a past tense …
const SOON: i32 = 80;

/// … and one up to so many days back even by a future tense …
const JUST_PAST: i32 = 60;

/// … when the other one lies at least so many days away.
const YEAR_NAMED: i32 = 270;

/// How many days lie between a stretch and a day, on either side.
fn distance_in_days(calendar: Calendar, day: Day) -> i32 {
    let back = calendar.last_day().days_until(day).unwrap_or(i32::MAX);
    let ahead = day.days_until(calendar.first_day()).unwrap_or(i32::MAX);
    back.max(ahead)
}

/// How many days lie between a stretch and a day; the past is a little nearer than the future.
fn gap(calendar: Calendar, day: Day) -> i32 {
    if calendar.contains(Calendar::Day(day)) {
        return 0;
    }
    let until = calendar.last_day().days_until(day).unwrap_or(i32::MAX);
    if until >= 0 {
        until
    } else {
        day.days_until(calendar.first_day()).map_or(i32::MAX, |d| d + 15)
    }
}
