//! Days and times of day that hang on another: a day of the week, today, the 5th, noon.

use super::{Lack, Resolved, resolve};
use crate::temporal::{
    reference::{Beside, Context, Fact, Told},
    said::Said,
    tense::Tense,
    value::{Calendar, Day, Partial, PartialPart, TimeOfDay, Value},
};

pub(super) fn weekday(weekday: u8, context: &Context, told: &Told) -> Resolved {
    let unresolved = |lack| Resolved::unresolved(PartialPart::Weekday(weekday), lack);
    let none = || unresolved(Lack::Date);
    if let Some(Beside { date, runs: true, by_weekday: true }) = context.beside
        && let Calendar::Day(from) | Calendar::Time(from, _) = date
    {
        return on_or_after(from, weekday).map_or_else(none, |day| {
            Resolved::new(Calendar::Day(day), format!("the next one from {from}"), 0.95)
        });
    }
    if told.is_narrative()
        && let Some(day) = told.day
    {
        let next = on_or_after(day, weekday);
        return next.map_or_else(none, |found| {
            Resolved::new(Calendar::Day(found), format!("nearest from {day}, told before"), 0.75)
        });
    }
    let Some(published) = told.published else { return unresolved(Lack::Reference) };
    let ahead = match context.tense {
        Some(Tense::Scheduled | Tense::Infinitive) => !context.is(Fact::Possessive),
        tense => tense.is_some_and(Tense::is_ahead),
    };
    let forward = context.is(Fact::LooksForward) || ahead;
    let (found, why, certainty) = if forward {
        (on_or_after(published, weekday), "looking forward; nearest from", 0.95)
    } else if context.tense == Some(Tense::Purpose) {
        (on_or_before(published, weekday), "of what something was done for; nearest up to", 0.8)
    } else {
        (on_or_before(published, weekday), "nearest up to", 1.0)
    };
    found.map_or_else(none, |day| {
        Resolved::new(Calendar::Day(day), format!("{why} {published}"), certainty)
    })
}

pub(super) fn on_or_before(day: Day, weekday: u8) -> Option<Day> {
    let back = (i32::from(day.weekday()?) - i32::from(weekday)).rem_euclid(7);
    day.plus_days(-back)
}

pub(super) fn on_or_after(day: Day, weekday: u8) -> Option<Day> {
    let ahead = (i32::from(weekday) - i32::from(day.weekday()?)).rem_euclid(7);
    day.plus_days(ahead)
}

pub(super) fn day_of_month(day: u8, told: &Told) -> Resolved {
    let month = told.month.or(told.published.map(|day| (day.year(), day.month())));
    let found = month.and_then(|(year, month)| Some((Day::new(year, month, day)?, year, month)));
    let unresolved = |lack| Resolved::unresolved(PartialPart::Day(None, Some(day)), lack);
    match found {
        Some((day, year, month)) => {
            let month = Calendar::Month(year, month).timex_value();
            Resolved::new(Calendar::Day(day), format!("the month is {month}, told before"), 0.9)
        }
        None if month.is_some() => unresolved(Lack::Date),
        None => unresolved(Lack::Reference),
    }
}

/// What is counted from a day that is named itself.
pub(super) fn from_day(
    date: &Said,
    context: &Context,
    told: &Told,
    count: impl Fn(Day) -> Option<Calendar>,
) -> Resolved {
    let named = resolve(date, context, told);
    let lost = || Resolved::unresolved(PartialPart::Day(None, None), Lack::Date);
    let found = match named.value {
        Value::Calendar(Calendar::Day(day)) => count(day),
        Value::Unresolved(_) => return Resolved { reason: named.reason, ..lost() },
        _ => None,
    };
    match found {
        Some(calendar) => {
            let reason = format!("counted from {}: {}", named.value.timex_value(), named.reason);
            Resolved { value: calendar.into(), reason, ..named }
        }
        None => lost(),
    }
}

pub(super) fn short_decade(decade: i32, told: &Told) -> Resolved {
    let latest = told.published.map_or(202, |day| day.year().div_euclid(10));
    let found = latest - (latest - decade).rem_euclid(10);
    Resolved::new(Calendar::Decade(found), "the last decade of that name", 0.95)
}

pub(super) fn day_shift(days: i32, told: &Told) -> Resolved {
    let Some(published) = told.published else {
        return Resolved::unresolved(PartialPart::Day(None, None), Lack::Publication);
    };
    match published.plus_days(days) {
        Some(day) => {
            Resolved::new(Calendar::Day(day), format!("counted from publication, {published}"), 1.0)
        }
        None => Resolved::unresolved(PartialPart::Day(None, None), Lack::Date),
    }
}

pub(super) fn time_of_day(
    time: TimeOfDay,
    date: Option<&Said>,
    context: &Context,
    told: &Told,
) -> Resolved {
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
