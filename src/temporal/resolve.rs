//! From what an expression says to what it means, and why.
//!
//! ```text
//! Said + Context (tense, cue) + Told (publication, dates told before) ──▶ Resolved { Value, reason }
//! ```
//!
//! What an expression hangs on, [`reference`](super::reference) says; here is counted from there.

use super::{
    lexicon::Pointer,
    reference::{Beside, Context, Fact, Told},
    said::{Amount, Anchor, DateFields, Part, Said, Target, Year},
    tense::Tense,
    value::{
        Calendar, Day, Duration, DurationUnit, Partial, PartialPart, Reference, Season, TimeOfDay,
        Value,
    },
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

    fn unresolved(part: PartialPart) -> Self {
        let reason = "no date of publication and none told before";
        Self::new(Value::Unresolved(Partial::new(part)), reason, 0.3)
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

fn length(amount: Amount) -> Resolved {
    let duration = Duration { hundredths: amount.hundredths, unit: amount.unit };
    Resolved::new(Value::Duration(duration), "a length of time", 1.0)
}

/// `Two days after the siege, …`: where a narrative goes on with it, counted from the date told last, at
/// which the siege likely was; elsewhere a length of time.
fn after_event(amount: Amount, context: &Context, told: &Told) -> Resolved {
    let goes_on = told.is_narrative() && context.is(Fact::Fronted) && told.is_fresh(context);
    let from = told.anchor(context).filter(|_| goes_on && amount.hundredths.is_some());
    match from {
        Some(_) => {
            let counted = distance(amount, true, Anchor::Narrative, context, told);
            Resolved { certainty: 0.6, ..counted }
        }
        None => length(amount),
    }
}

/// The year that is meant: of `'98` the one nearest to the year of a narrative; else within a lifetime
/// before publication, or a few years after it.
fn full_year(year: Year, told: &Told) -> i32 {
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
pub(super) fn fields_in(fields: &DateFields, year: i32) -> Option<Calendar> {
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

fn without_year(fields: &DateFields) -> PartialPart {
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

fn date(fields: &DateFields, context: &Context, told: &Told) -> Resolved {
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
    if let Some(year) = told.year_in_force(fields, context) {
        return in_told_year(fields, year, told);
    }
    if let Some(year) = told.year_named_for(fields).filter(|_| !told.is_narrative()) {
        let named = fields_in(fields, year);
        return named.map_or_else(
            || Resolved::unresolved(without_year(fields)),
            |date| Resolved::new(date, "no year given; the text has named it for this day", 0.97),
        );
    }
    match told.published {
        Some(published) => by_tense(fields, context, published),
        None => Resolved::unresolved(without_year(fields)),
    }
}

/// `Wednesday, June 13`: the nearest year in which the day falls on that weekday, on the side to which
/// the tense looks.
fn by_weekday(fields: &DateFields, context: &Context, told: &Told) -> Option<Resolved> {
    let weekday = fields.weekday?;
    let in_force = told.year_in_force(fields, context);
    let near = in_force.or(told.published.map(Day::year)).or(told.year)?;
    let day = |year| fields_in(fields, year).map(Calendar::first_day);
    let fits = |year: &i32| day(*year).is_some_and(|day| day.weekday() == Some(weekday));
    let on_side = |year: &i32| match (context.tense, told.published, in_force) {
        (Some(Tense::Past), Some(published), None) => day(*year).is_none_or(|it| it <= published),
        (Some(Tense::Future), Some(published), None) => day(*year).is_none_or(|it| it >= published),
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
    let Some(here) = here else { return Resolved::unresolved(without_year(fields)) };
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
    let around = || [-1, 0, 1].into_iter().filter_map(|n| fields_in(fields, published.year() + n));
    let is_report = matches!(fields.part, Part::Quarter(_) | Part::Half(_));
    let before = || around().rfind(|date| date.first_day() <= published);
    let after = || around().find(|date| date.last_day() >= published);
    let nearest = || around().min_by_key(|date| gap(*date, published));
    // What lies ahead of a past tense must be much nearer.
    let ahead = |date: &Calendar| i32::from(date.first_day() > published) + 1;
    let nearest_past =
        || around().min_by_key(|date| gap(*date, published).saturating_mul(ahead(date)));
    let pick = |found: Option<Calendar>, why: &str, certainty| match found {
        Some(date) => Resolved::new(date, format!("no year given; {why} {published}"), certainty),
        None => Resolved::unresolved(without_year(fields)),
    };
    // Of a day nearly a year away the year would be named, whatever the tense.
    let day_and_other = |day: Option<Calendar>, other: Option<Calendar>, near: i32| {
        day.filter(|day| {
            matches!(day, Calendar::Day(_))
                && distance_in_days(*day, published) <= near
                && other.is_none_or(|other| distance_in_days(other, published) >= YEAR_NAMED)
        })
    };
    let is_near = |date: Option<Calendar>| {
        date.is_some_and(|date| distance_in_days(date, published) <= SCHEDULED)
    };
    let soon = day_and_other(after(), before(), SOON);
    let just_past = day_and_other(before(), after(), JUST_PAST);
    match (context.tense, context.is(Fact::LooksForward)) {
        (Some(tense), _) if is_report && tense != Tense::Past => pick(nearest(), "nearest to", 0.9),
        (tense, _) if context.is(Fact::Attributive) && tense != Some(Tense::Future) => {
            pick(nearest_past(), "before a noun; nearest to", 0.97)
        }
        _ if context.is(Fact::Attributive) => pick(nearest(), "before a noun; nearest to", 0.9),
        (Some(Tense::Past), _) if soon.is_some() => pick(
            soon,
            "the last one lies so far back that its year would be named; next after",
            0.8,
        ),
        (Some(Tense::Future), _) | (_, true) if just_past.is_some() => pick(
            just_past,
            "the next one lies so far ahead that its year would be named; last before",
            0.8,
        ),
        (Some(Tense::Future), _) => pick(after(), "future tense; nearest after", 0.97),
        (Some(Tense::Past), false) => pick(before(), "past tense; nearest before", 1.0),
        (Some(Tense::Past), true) => {
            pick(nearest(), "past tense, looking forward; nearest to", 0.85)
        }
        (_, true) => pick(after(), "a word that looks forward; nearest after", 0.9),
        (Some(Tense::Scheduled), false) if is_near(after()) => {
            pick(after(), "a present of what is to come; nearest after", 0.88)
        }
        (Some(Tense::Present | Tense::Scheduled), false) => {
            pick(nearest(), "present tense; nearest to", 0.88)
        }
        (Some(Tense::Infinitive), false) => pick(nearest(), "infinitive; nearest to", 0.85),
        (None, false) => pick(nearest(), "no verb; nearest to", 0.85),
    }
}

/// What has a day fixed is told of so many days ahead, at most.
const SCHEDULED: i32 = 200;
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

fn weekday(weekday: u8, context: &Context, told: &Told) -> Resolved {
    let unresolved = || Resolved::unresolved(PartialPart::Weekday(weekday));
    if let Some(Beside { date, runs: true, by_weekday: true }) = context.beside
        && let Calendar::Day(from) | Calendar::Time(from, _) = date
    {
        return on_or_after(from, weekday).map_or_else(unresolved, |day| {
            Resolved::new(Calendar::Day(day), format!("the next one from {from}"), 0.95)
        });
    }
    if told.is_narrative()
        && let Some(day) = told.day
    {
        let next = on_or_after(day, weekday);
        return next.map_or_else(unresolved, |found| {
            Resolved::new(Calendar::Day(found), format!("nearest from {day}, told before"), 0.75)
        });
    }
    let Some(published) = told.published else { return unresolved() };
    let ahead = match context.tense {
        Some(Tense::Future) => true,
        Some(Tense::Scheduled | Tense::Infinitive) => !context.is(Fact::Possessive),
        _ => false,
    };
    let forward = context.is(Fact::LooksForward) || ahead;
    let (found, why, certainty) = if forward {
        (on_or_after(published, weekday), "looking forward; nearest from", 0.95)
    } else {
        (on_or_before(published, weekday), "nearest up to", 1.0)
    };
    found.map_or_else(unresolved, |day| {
        Resolved::new(Calendar::Day(day), format!("{why} {published}"), certainty)
    })
}

fn on_or_before(day: Day, weekday: u8) -> Option<Day> {
    let back = (i32::from(day.weekday()?) - i32::from(weekday)).rem_euclid(7);
    day.plus_days(-back)
}

fn on_or_after(day: Day, weekday: u8) -> Option<Day> {
    let ahead = (i32::from(weekday) - i32::from(day.weekday()?)).rem_euclid(7);
    day.plus_days(ahead)
}

fn day_of_month(day: u8, told: &Told) -> Resolved {
    let month = told.month.or(told.published.map(|day| (day.year(), day.month())));
    let found = month.and_then(|(year, month)| Some((Day::new(year, month, day)?, year, month)));
    match found {
        Some((day, year, month)) => {
            let month = Calendar::Month(year, month).timex_value();
            Resolved::new(Calendar::Day(day), format!("the month is {month}, told before"), 0.9)
        }
        None => Resolved::unresolved(PartialPart::Day(None, Some(day))),
    }
}

/// The quarter that the text reports on, or the one a year before it.
fn reported(years: i32, year: Option<i32>, alone: bool, told: &Told) -> Resolved {
    let moved = |of: i32| year.unwrap_or(of + years);
    let last_quarter = || told.published.and_then(|day| step(day, DurationUnit::Quarter, -1));
    let base = told.reported.or_else(|| last_quarter().filter(|_| alone));
    let found = match (base, told.published) {
        (Some(Calendar::Quarter(of, quarter)), _) => Calendar::Quarter(moved(of), quarter),
        (Some(Calendar::FiscalQuarter(of, quarter)), _) => {
            Calendar::FiscalQuarter(moved(of), quarter)
        }
        (_, Some(published)) if years != 0 || year.is_some() => {
            Calendar::Year(moved(published.year()))
        }
        _ => return Resolved::unresolved(PartialPart::Year),
    };
    Resolved::new(found, "the stretch on which the text reports", 0.8)
}

/// `the quarter ended July 31`: the quarter in which most of its three months lie.
fn quarter_ended(month: u8, year: Option<Year>, context: &Context, told: &Told) -> Resolved {
    let middle = if month == 1 { 12 } else { month - 1 };
    let year = year.map(|year| Year::Full(full_year(year, told) - i32::from(month == 1)));
    let fields = DateFields::new(year, Part::Quarter((middle - 1) / 3 + 1));
    let resolved = date(&fields, &Context { tense: Some(Tense::Past), ..*context }, told);
    Resolved { reason: "the quarter of its middle month, last ended".into(), ..resolved }
}

/// What is counted from a day that is named itself.
fn from_day(
    date: &Said,
    context: &Context,
    told: &Told,
    count: impl Fn(Day) -> Option<Calendar>,
) -> Resolved {
    let named = resolve(date, context, told);
    let found = match named.value {
        Value::Calendar(Calendar::Day(day)) => count(day),
        _ => None,
    };
    match found {
        Some(calendar) => {
            let reason = format!("counted from {}: {}", named.value.timex_value(), named.reason);
            Resolved { value: calendar.into(), reason, ..named }
        }
        None => Resolved::unresolved(PartialPart::Day(None, None)),
    }
}

/// `the year`: the one of publication, or the one told last where the text has left publication; a day is
/// always the one told last.
fn running(unit: DurationUnit, context: &Context, told: &Told) -> Resolved {
    let hangs_on_publication =
        unit != DurationUnit::Day && told.is_news() && !told.is_far_away(context);
    let pointer = if hangs_on_publication { Pointer::This } else { Pointer::That };
    pointed(pointer, Target::Unit(unit), context, told)
}

fn short_decade(decade: i32, told: &Told) -> Resolved {
    let latest = told.published.map_or(202, |day| day.year().div_euclid(10));
    let found = latest - (latest - decade).rem_euclid(10);
    Resolved::new(Calendar::Decade(found), "the last decade of that name", 0.95)
}

fn day_shift(days: i32, told: &Told) -> Resolved {
    let Some(published) = told.published else {
        return Resolved::unresolved(PartialPart::Day(None, None));
    };
    match published.plus_days(days) {
        Some(day) => {
            Resolved::new(Calendar::Day(day), format!("counted from publication, {published}"), 1.0)
        }
        None => Resolved::unresolved(PartialPart::Day(None, None)),
    }
}

/// The stretch of the unit that holds `day`, moved by `steps`.
fn step(day: Day, unit: DurationUnit, steps: i32) -> Option<Calendar> {
    Some(match unit {
        DurationUnit::Day => Calendar::Day(day.plus_days(steps)?),
        DurationUnit::Week | DurationUnit::Weekend | DurationUnit::Fortnight => {
            let (year, week) = day.plus_days(steps.checked_mul(7)?)?.iso_week()?;
            if unit == DurationUnit::Weekend {
                Calendar::Weekend(year, week)
            } else {
                Calendar::Week(year, week)
            }
        }
        DurationUnit::Month => {
            let day = day.plus_months(steps)?;
            Calendar::Month(day.year(), day.month())
        }
        DurationUnit::Quarter => {
            let day = day.plus_months(steps.checked_mul(3)?)?;
            Calendar::Quarter(day.year(), (day.month() - 1) / 3 + 1)
        }
        DurationUnit::Year => Calendar::Year(day.year().checked_add(steps)?),
        DurationUnit::Decade => Calendar::Decade(day.year().div_euclid(10).checked_add(steps)?),
        DurationUnit::Century => Calendar::Century(day.year().div_euclid(100).checked_add(steps)?),
        _ => return None,
    })
}

fn pointed(pointer: Pointer, target: Target, context: &Context, told: &Told) -> Resolved {
    let last_year = pointer == Pointer::Last && target == Target::Unit(DurationUnit::Year);
    if last_year && context.is(Fact::BehindSum) && told.is_news() && told.reported.is_some() {
        return reported(-1, None, true, told);
    }
    let this_day = pointer == Pointer::This
        && target == Target::Unit(DurationUnit::Day)
        && told.is_narrative();
    let pointer = if this_day { Pointer::That } else { pointer };
    let narrative = matches!(pointer, Pointer::Previous | Pointer::Following | Pointer::That);
    // `over the next month` in a report of what is to come
    let ahead = context.tense == Some(Tense::Future) && told.is_news();
    let narrative = narrative && !(pointer == Pointer::Following && ahead);
    let (anchor, name) = if narrative {
        (told.anchor(context), "told before")
    } else {
        (told.published.map(Calendar::Day), "the day of publication")
    };
    let Some(anchor) = anchor else { return Resolved::unresolved(unresolved_target(target)) };
    let found = match target {
        Target::Unit(unit) => pointed_unit(pointer, unit, anchor, narrative, context, told),
        Target::Weekday(day) => pointed_weekday(pointer, day, anchor.first_day()),
        Target::Part(part) => pointed_part(pointer, part, anchor).and_then(|date| {
            // `should be ready this spring`, said in autumn, is the next one.
            let is_over = ahead && pointer == Pointer::This && date.last_day() < anchor.first_day();
            if is_over { pointed_part(Pointer::Next, part, anchor) } else { Some(date) }
        }),
    };
    let certainty = if narrative { 0.85 } else { 1.0 };
    match found {
        Some(calendar) => Resolved::new(
            calendar,
            format!("seen from {}, {name}", anchor.timex_value()),
            certainty,
        ),
        None => Resolved::unresolved(unresolved_target(target)),
    }
}

/// What is known of a target that hangs on nothing.
fn unresolved_target(target: Target) -> PartialPart {
    match target {
        Target::Unit(unit) => unresolved_unit(unit),
        Target::Weekday(day) => PartialPart::Weekday(day),
        Target::Part(part) => without_year(&DateFields::new(None, part)),
    }
}

fn unresolved_unit(unit: DurationUnit) -> PartialPart {
    match unit {
        DurationUnit::Second | DurationUnit::Minute | DurationUnit::Hour | DurationUnit::Day => {
            PartialPart::Day(None, None)
        }
        DurationUnit::Week | DurationUnit::Fortnight => PartialPart::Week,
        DurationUnit::Weekend => PartialPart::Weekend,
        DurationUnit::Month => PartialPart::Month(None),
        DurationUnit::Quarter => PartialPart::Quarter(None),
        _ => PartialPart::Year,
    }
}

fn pointed_unit(
    pointer: Pointer,
    unit: DurationUnit,
    anchor: Calendar,
    narrative: bool,
    context: &Context,
    told: &Told,
) -> Option<Calendar> {
    let steps = match pointer {
        Pointer::Last | Pointer::Previous => -1,
        Pointer::This | Pointer::That => 0,
        Pointer::Next | Pointer::Following => 1,
    };
    // `that day` needs a day: a year told last has none.
    let from = match unit {
        DurationUnit::Day | DurationUnit::Week | DurationUnit::Weekend if narrative => {
            told.anchor_day(context)?
        }
        DurationUnit::Month if narrative && told.last == Some(anchor) => {
            let (year, month) = told.month?;
            Day::new(year, month, 1)?
        }
        // `over the weekend`, told on a Tuesday, was the last one.
        DurationUnit::Weekend if pointer == Pointer::This && context.tense == Some(Tense::Past) => {
            on_or_before(anchor.first_day(), 6)?
        }
        _ => anchor.first_day(),
    };
    step(from, unit, steps)
}

fn pointed_weekday(pointer: Pointer, weekday: u8, from: Day) -> Option<Calendar> {
    let day = match pointer {
        Pointer::Last | Pointer::Previous => on_or_before(from.plus_days(-1)?, weekday),
        Pointer::Next | Pointer::Following => on_or_after(from.plus_days(1)?, weekday),
        Pointer::This | Pointer::That => {
            let (year, week) = from.iso_week()?;
            Day::of_iso_week(year, week)?.plus_days(i32::from(weekday) - 1)
        }
    };
    day.map(Calendar::Day)
}

fn pointed_part(pointer: Pointer, part: Part, anchor: Calendar) -> Option<Calendar> {
    let year = anchor.year();
    let fields = DateFields::new(None, part);
    let around = || (-1..=2).filter_map(|shift| fields_in(&fields, year + shift));
    match pointer {
        Pointer::Last | Pointer::Previous => {
            // Of the month just past nobody says `last May`: that is the one of the year before.
            let nearest = |date: &Calendar| match date {
                Calendar::Month(..) if pointer == Pointer::Last => date.last_day().plus_days(MONTH),
                _ => Some(date.last_day()),
            };
            around().rfind(|date| nearest(date).is_some_and(|day| day < anchor.first_day()))
        }
        Pointer::Next | Pointer::Following => {
            around().find(|date| date.first_day() > anchor.last_day())
        }
        // A winter is named by the year in which it ends; from summer on it is the next one's.
        Pointer::This | Pointer::That => {
            let late =
                matches!(part, Part::Season(Season::Winter)) && anchor.first_day().month() >= 6;
            fields_in(&fields, if late { year + 1 } else { year })
        }
    }
}

/// How many days a month must lie back for `last` to mean it.
const MONTH: i32 = 30;

fn part_of_pointed(part: Part, pointer: Pointer, context: &Context, told: &Told) -> Resolved {
    let here = pointer == Pointer::This && told.is_narrative();
    let pointer = if here { Pointer::That } else { pointer };
    let year = pointed(pointer, Target::Unit(DurationUnit::Year), context, told);
    let fields = DateFields::new(None, part);
    match year.value.calendar().and_then(|year| fields_in(&fields, year.year())) {
        Some(calendar) => Resolved { value: calendar.into(), ..year },
        None => Resolved::unresolved(without_year(&fields)),
    }
}

fn day_of_pointed_month(day: u8, pointer: Pointer, context: &Context, told: &Told) -> Resolved {
    let month = pointed(pointer, Target::Unit(DurationUnit::Month), context, told);
    let found = match month.value.calendar() {
        Some(Calendar::Month(year, month)) => Day::new(year, month, day),
        _ => None,
    };
    match found {
        Some(day) => Resolved { value: Calendar::Day(day).into(), ..month },
        None => Resolved::unresolved(PartialPart::Day(None, Some(day))),
    }
}

fn distance(
    amount: Amount,
    later: bool,
    anchor: Anchor,
    context: &Context,
    told: &Told,
) -> Resolved {
    let Some(hundredths) = amount.hundredths else {
        return how_far_is_not_said(amount.unit, later, context, told);
    };
    let from_publication = anchor == Anchor::Narrative && later && !told.is_fresh(context);
    if from_publication && context.tense == Some(Tense::Past) {
        return Resolved::unresolved(unresolved_unit(amount.unit));
    }
    let (hundredths, unit) = in_years(hundredths, amount.unit);
    let amount = Amount { hundredths: Some(hundredths), unit };
    let sign = if later { 1 } else { -1 };
    let count = i32::try_from(hundredths / 100).unwrap_or(i32::MAX).saturating_mul(sign);
    let from = match anchor {
        Anchor::Publication => told.published.map(Calendar::Day),
        Anchor::Narrative => told.anchor(context),
    };
    let Some(from) = from else {
        return Resolved::unresolved(unresolved_unit(amount.unit));
    };
    let a_year_back = !later && amount.unit == DurationUnit::Year && hundredths == 100;
    if a_year_back && told.is_news() && told.reported.is_some() {
        return reported(-1, None, true, told);
    }
    let found = match anchor {
        Anchor::Publication => step_from(from, amount.unit, count, hundredths, sign),
        Anchor::Narrative => step_told(from, amount.unit, count, context, told),
    };
    let (name, certainty) = match anchor {
        Anchor::Publication => ("publication", 1.0),
        Anchor::Narrative => ("the date told before", 0.85),
    };
    match found {
        Some(calendar) => {
            let reason = format!("counted from {name}, {}", from.timex_value());
            Resolved::new(calendar, reason, certainty)
        }
        None => Resolved::unresolved(unresolved_unit(amount.unit)),
    }
}

/// Decades and centuries as years: `half a century`.
fn in_years(hundredths: i64, unit: DurationUnit) -> (i64, DurationUnit) {
    let years = match unit {
        DurationUnit::Decade => 10,
        DurationUnit::Century => 100,
        DurationUnit::Millennium => 1000,
        _ => return (hundredths, unit),
    };
    (hundredths.saturating_mul(years), DurationUnit::Year)
}

/// `several years ago`, `days later`: of what came after a date told before, the year is that one's.
fn how_far_is_not_said(
    unit: DurationUnit,
    later: bool,
    context: &Context,
    told: &Told,
) -> Resolved {
    let value = if !later {
        Value::Reference(Reference::Past)
    } else if context.tense == Some(Tense::Past) {
        let near = told.is_fresh(context) && unit < DurationUnit::Year;
        let year = told.anchor(context).filter(|_| near).map(Calendar::year);
        Value::Unresolved(Partial { year, ..Partial::new(unresolved_unit(unit)) })
    } else {
        Value::Reference(Reference::Future)
    };
    Resolved::new(value, "how far is not said", 0.8)
}

/// `fifty years ago today`: the same day of another year, month or week.
fn to_the_day(amount: Amount, later: bool, told: &Told) -> Resolved {
    let count = amount.hundredths.and_then(|n| i32::try_from(n / 100).ok());
    let count = count.map(|count| if later { count } else { -count });
    let found = told.published.zip(count).and_then(|(from, count)| match amount.unit {
        DurationUnit::Day => from.plus_days(count),
        DurationUnit::Week => from.plus_days(count.checked_mul(7)?),
        DurationUnit::Month => from.plus_months(count),
        DurationUnit::Year => from.plus_months(count.checked_mul(12)?),
        DurationUnit::Decade => from.plus_months(count.checked_mul(120)?),
        DurationUnit::Century => from.plus_months(count.checked_mul(1200)?),
        _ => None,
    });
    match found {
        Some(day) => Resolved::new(Calendar::Day(day), "counted to the day from publication", 1.0),
        None => Resolved::unresolved(PartialPart::Day(None, None)),
    }
}

/// Counts from the day of publication: `three days ago` is a day, `two weeks ago` a week.
fn step_from(
    from: Calendar,
    unit: DurationUnit,
    count: i32,
    hundredths: i64,
    sign: i32,
) -> Option<Calendar> {
    let day = from.first_day();
    match unit {
        DurationUnit::Second | DurationUnit::Minute | DurationUnit::Hour => {
            // Without the hour of publication, only whole days are certain.
            let hours = if unit == DurationUnit::Hour { count } else { 0 };
            Some(Calendar::Day(day.plus_days(hours / 24)?))
        }
        DurationUnit::Fortnight => step(day, DurationUnit::Week, count.checked_mul(2)?),
        DurationUnit::Year if hundredths % 100 == 50 => {
            let months = count.checked_mul(12)?.checked_add(6 * sign)?;
            step(day, DurationUnit::Month, months)
        }
        _ => step(day, unit, count),
    }
}

/// Counts from the date told last, as exactly as it was told.
fn step_told(
    from: Calendar,
    unit: DurationUnit,
    count: i32,
    context: &Context,
    told: &Told,
) -> Option<Calendar> {
    match unit {
        DurationUnit::Second | DurationUnit::Minute => told.anchor_day(context).map(Calendar::Day),
        DurationUnit::Hour => {
            let hour = match from {
                Calendar::Time(_, TimeOfDay::Clock { hour, .. }) => i32::from(hour),
                _ => 0,
            };
            let days = hour.checked_add(count)?.div_euclid(24);
            told.anchor_day(context)?.plus_days(days).map(Calendar::Day)
        }
        DurationUnit::Day => Some(Calendar::Day(told.anchor_day(context)?.plus_days(count)?)),
        DurationUnit::Week | DurationUnit::Fortnight => {
            let days = if unit == DurationUnit::Week { 7 } else { 14 };
            let day = told.anchor_day(context)?.plus_days(count.checked_mul(days)?)?;
            Some(Calendar::Day(day))
        }
        _ => step(from.first_day(), unit, count),
    }
}

fn time_of_day(time: TimeOfDay, date: Option<&Said>, context: &Context, told: &Told) -> Resolved {
    let some_day = Partial { time: Some(time), ..Partial::new(PartialPart::Day(None, None)) };
    let unresolved = || Resolved::new(Value::Unresolved(some_day), "no day told", 0.4);
    let Some(date) = date else {
        return told.anchor_day(context).map_or_else(unresolved, |day| {
            Resolved::new(Calendar::Time(day, time), format!("on {day}, told before"), 0.85)
        });
    };
    let resolved = resolve(date, context, told);
    match resolved.value {
        Value::Calendar(Calendar::Day(day)) => {
            Resolved { value: Calendar::Time(day, time).into(), ..resolved }
        }
        Value::Unresolved(day) => {
            Resolved { value: Value::Unresolved(Partial { time: Some(time), ..day }), ..resolved }
        }
        _ => unresolved(),
    }
}
