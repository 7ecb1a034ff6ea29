//! Lengths of time, and what is counted by them: three days ago, two weeks later.

use super::{
    Lack, Resolved,
    pointed::{reported, step, unresolved_unit},
};
use crate::temporal::{
    reference::{Context, Fact, Told},
    said::{Amount, Anchor},
    tense::Tense,
    value::{Calendar, Duration, DurationUnit, Partial, PartialPart, Reference, TimeOfDay, Value},
};

pub(super) fn length(amount: Amount) -> Resolved {
    let duration = Duration { hundredths: amount.hundredths, unit: amount.unit };
    Resolved::new(Value::Duration(duration), "a length of time", 1.0)
}

/// `Two days after the siege, …`: where a narrative goes on with it, counted from the date told last, at
/// which the siege likely was; elsewhere a length of time.
pub(super) fn after_event(amount: Amount, context: &Context, told: &Told) -> Resolved {
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

pub(super) fn distance(
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
        return Resolved::unresolved(unresolved_unit(amount.unit), Lack::Told);
    }
    let (hundredths, unit) = in_years(hundredths, amount.unit);
    let amount = Amount { hundredths: Some(hundredths), unit };
    let sign = if later { 1 } else { -1 };
    let Some(count) = i32::try_from(hundredths / 100).ok().and_then(|n| n.checked_mul(sign)) else {
        return how_far_is_not_said(unit, later, context, told);
    };
    let (from, no_anchor, not_found) = match anchor {
        Anchor::Publication => (told.published.map(Calendar::Day), Lack::Publication, Lack::Date),
        Anchor::Narrative => (told.anchor(context), Lack::Reference, Lack::Exactness),
    };
    let Some(from) = from else {
        return Resolved::unresolved(unresolved_unit(amount.unit), no_anchor);
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
        // `Six months after the well burst, the firm turns to …`: the well did not burst today.
        Some(calendar)
            if anchor == Anchor::Narrative && is_to_come(from, calendar, context, told) =>
        {
            Resolved::unresolved(unresolved_unit(amount.unit), Lack::Told)
        }
        Some(calendar) => {
            let reason = format!("counted from {name}, {}", from.timex_value());
            Resolved::new(calendar, reason, certainty)
        }
        None => Resolved::unresolved(unresolved_unit(amount.unit), not_found),
    }
}

/// Whether what is counted from a date that has come leads to one that has not, without a verb that looks
/// ahead: then it is counted from something else.
fn is_to_come(from: Calendar, to: Calendar, context: &Context, told: &Told) -> bool {
    let ahead = context.tense.is_some_and(Tense::is_ahead) || context.is(Fact::LooksForward);
    let passes = |day| from.first_day() <= day && to.first_day() > day;
    told.is_news() && !ahead && told.published.is_some_and(passes)
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
pub(super) fn to_the_day(amount: Amount, later: bool, told: &Told) -> Resolved {
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
        None if told.published.is_none() => {
            Resolved::unresolved(PartialPart::Day(None, None), Lack::Publication)
        }
        None => Resolved::unresolved(PartialPart::Day(None, None), Lack::Date),
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
