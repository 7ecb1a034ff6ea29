//! Stretches that words point at, from the day of publication or the date told last: last week, that year,
//! the year-ago quarter.

use super::{
    Lack, Resolved,
    date::{date, fields_in, full_year, without_year},
    day::{on_or_after, on_or_before},
};
use crate::temporal::{
    lexicon::Pointer,
    reference::{Context, Fact, Told},
    said::{DateFields, Part, Target, Year},
    tense::Tense,
    value::{Calendar, Day, DurationUnit, PartialPart, Season},
};

/// The quarter that the text reports on, or the one a year before it.
pub(super) fn reported(years: i32, year: Option<i32>, alone: bool, told: &Told) -> Resolved {
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
        _ => return Resolved::unresolved(PartialPart::Year, Lack::Report),
    };
    Resolved::new(found, "the stretch on which the text reports", 0.8)
}

/// `the quarter ended July 31`: the quarter in which most of its three months lie.
pub(super) fn quarter_ended(
    month: u8,
    year: Option<Year>,
    context: &Context,
    told: &Told,
) -> Resolved {
    let middle = if month == 1 { 12 } else { month - 1 };
    let year = year.map(|year| Year::Full(full_year(year, told) - i32::from(month == 1)));
    let fields = DateFields::new(year, Part::Quarter((middle - 1) / 3 + 1));
    let resolved = date(&fields, &Context { tense: Some(Tense::Past), ..*context }, told);
    Resolved { reason: "the quarter of its middle month, last ended".into(), ..resolved }
}

/// `the year`: the one of publication, or the one told last where the text has left publication; a day is
/// always the one told last.
pub(super) fn running(unit: DurationUnit, context: &Context, told: &Told) -> Resolved {
    let hangs_on_publication =
        unit != DurationUnit::Day && told.is_news() && !told.is_far_away(context);
    let pointer = if hangs_on_publication { Pointer::This } else { Pointer::That };
    pointed(pointer, Target::Unit(unit), context, told)
}

/// A count of stretches of so many `years`, if it lies within a billion years of today, so that no sum or
/// difference of two such years overflows.
fn within_bounds(count: i32, years: i32) -> Option<i32> {
    const BILLION: i32 = 1_000_000_000;
    (-BILLION / years..=BILLION / years).contains(&count).then_some(count)
}

/// The stretch of the unit that holds `day`, moved by `steps`.
pub(super) fn step(day: Day, unit: DurationUnit, steps: i32) -> Option<Calendar> {
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
        DurationUnit::Year => Calendar::Year(within_bounds(day.year().checked_add(steps)?, 1)?),
        DurationUnit::Decade => {
            let decade = day.year().div_euclid(10).checked_add(steps)?;
            Calendar::Decade(within_bounds(decade, 10)?)
        }
        DurationUnit::Century => {
            let century = day.year().div_euclid(100).checked_add(steps)?;
            Calendar::Century(within_bounds(century, 100)?)
        }
        _ => return None,
    })
}

pub(super) fn pointed(
    pointer: Pointer,
    target: Target,
    context: &Context,
    told: &Told,
) -> Resolved {
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
    let ahead = context.tense.is_some_and(Tense::is_ahead) && told.is_news();
    let narrative = narrative && !(pointer == Pointer::Following && ahead);
    let (anchor, name) = if narrative {
        (told.anchor(context), "told before")
    } else {
        (told.published.map(Calendar::Day), "the day of publication")
    };
    let unresolved = |lack| Resolved::unresolved(unresolved_target(target), lack);
    let (no_anchor, not_found) = if narrative {
        (Lack::Reference, Lack::Exactness)
    } else {
        (Lack::Publication, Lack::Date)
    };
    let Some(anchor) = anchor else { return unresolved(no_anchor) };
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
        None => unresolved(not_found),
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

pub(super) fn unresolved_unit(unit: DurationUnit) -> PartialPart {
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

pub(super) fn part_of_pointed(
    part: Part,
    pointer: Pointer,
    context: &Context,
    told: &Told,
) -> Resolved {
    let here = pointer == Pointer::This && told.is_narrative();
    let pointer = if here { Pointer::That } else { pointer };
    let year = pointed(pointer, Target::Unit(DurationUnit::Year), context, told);
    let fields = DateFields::new(None, part);
    let lost = || Resolved::unresolved(without_year(&fields), Lack::Date);
    let Some(of) = year.value.calendar() else {
        return Resolved { reason: year.reason, ..lost() };
    };
    match fields_in(&fields, of.year()) {
        Some(calendar) => Resolved { value: calendar.into(), ..year },
        None => lost(),
    }
}

pub(super) fn day_of_pointed_month(
    day: u8,
    pointer: Pointer,
    context: &Context,
    told: &Told,
) -> Resolved {
    let month = pointed(pointer, Target::Unit(DurationUnit::Month), context, told);
    let lost = || Resolved::unresolved(PartialPart::Day(None, Some(day)), Lack::Date);
    let Some(Calendar::Month(of, number)) = month.value.calendar() else {
        return Resolved { reason: month.reason, ..lost() };
    };
    match Day::new(of, number, day) {
        Some(day) => Resolved { value: Calendar::Day(day).into(), ..month },
        None => lost(),
    }
}
