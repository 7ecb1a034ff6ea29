//! Two dates that share a field: `June 6–8, 2018`, `1914–18`.

use super::{Example, Pair, Reader, Rule, parts};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Senses},
    said::{DateFields, Part, Phrase, Year},
    token::DigitsForm,
};

pub(super) const MONTH_DAYS: Rule = Rule {
    name: "month-days",
    about: "Several days of one month, month first.",
    confidence: 0.97,
    examples: &[
        Example { text: "They met on [June 6]–[8, 2018].", means: "2018-06-06 2018-06-08" },
        Example { text: "It rained on [May 3] and [4].", means: "2018-05-03 2018-05-04" },
    ],
    starts: Senses::MONTH,
    read: Reader::Two(|cursor| {
        let month = parts::month(cursor)?;
        let first = parts::day(cursor)?;
        let first_end = cursor.position();
        let range = between(cursor)?;
        let second_start = cursor.position();
        let second = parts::day(cursor).filter(|&second| second > first)?;
        let year = cursor.attempt(|cursor| {
            let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
            parts::year(cursor)
        });
        if year.is_none() && (parts::counts_follow(cursor) || cursor.sees(is_time_word)) {
            return None;
        }
        Some(Pair {
            first: parts::day_fields(year, month, first, None)?,
            first_end,
            second_start,
            second: parts::day_fields(year, month, second, None)?,
            range,
        })
    }),
};

/// Whether the number before belongs to what follows: `June 6 and 7 p.m.`, `6 and 8 July`.
fn is_time_word(sense: crate::temporal::lexicon::Sense) -> bool {
    use crate::temporal::lexicon::Sense;
    matches!(
        sense,
        Sense::Month(_) | Sense::Unit(_) | Sense::PluralUnit(_) | Sense::Cue(Cue::Am | Cue::Pm)
    )
}

pub(super) const DAYS_MONTH: Rule = Rule {
    name: "days-month",
    about: "Several days of one month, day first.",
    confidence: 0.97,
    examples: &[
        Example { text: "They met on [6]–[8 June 2018].", means: "2018-06-06 2018-06-08" },
        Example { text: "It rained from [3rd] to [5th May].", means: "2018-05-03 2018-05-05" },
    ],
    starts: Senses::DIGITS.or(Senses::THE),
    read: Reader::Two(|cursor| {
        if parts::label_before(cursor) {
            return None;
        }
        let _ = cursor.cue(Cue::The);
        let first = parts::day(cursor)?;
        let first_end = cursor.position();
        let range = between(cursor)?;
        let second_start = cursor.position();
        let second = parts::day(cursor).filter(|&second| second > first)?;
        let _ = cursor.cue(Cue::Of);
        let month = parts::month(cursor)?;
        let year = cursor.attempt(|cursor| {
            let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
            parts::year(cursor)
        });
        Some(Pair {
            first: parts::day_fields(year, month, first, None)?,
            first_end,
            second_start,
            second: parts::day_fields(year, month, second, None)?,
            range,
        })
    }),
};

pub(super) const YEARS: Rule = Rule {
    name: "years",
    about: "A range of years.",
    confidence: 0.97,
    examples: &[
        Example { text: "The war of [1914]–[18] was not the last.", means: "1914 1918" },
        Example { text: "She was in prison ([1996]–[2018]).", means: "1996 2018" },
        Example { text: "Call 1996-2018-55.", means: "" },
        Example { text: "Updated in [2009] - 17 pages.", means: "2009" },
    ],
    starts: Senses::DIGITS,
    read: Reader::Two(|cursor| {
        if parts::label_before(cursor) {
            return None;
        }
        let Year::Full(first) = parts::four_digit_year(cursor)? else { return None };
        let first_end = cursor.position();
        let spaced = !cursor.is_glued();
        cursor.dash().or_else(|| cursor.mark('/'))?;
        let second_start = cursor.position();
        let second = second_year(cursor, first)?;
        let short = cursor.before(1).is_some_and(|token| token.span.len() == 2);
        if short && spaced {
            return None;
        }
        let goes_on =
            cursor.is_glued() && cursor.next().is_some_and(|t| t.is_dash() || t.is_mark('/'));
        if goes_on || parts::counts_follow(cursor) {
            return None;
        }
        let whole = |year| Phrase::from(DateFields::new(Some(Year::Full(year)), Part::Whole));
        Some(Pair {
            first: whole(first),
            first_end,
            second_start,
            second: whole(second),
            range: true,
        })
    }),
};

pub(super) const YEARS_BEFORE_CHRIST: Rule = Rule {
    name: "years-bc",
    about: "A range of years that run down to one before the common era.",
    confidence: 0.95,
    examples: &[Example { text: "They fought from [431] to [404 BC].", means: "BC0431 BC0404" }],
    starts: Senses::DIGITS,
    read: Reader::Two(|cursor| {
        let first = cursor.digits(|d| d.form == DigitsForm::Plain && (1..=4).contains(&d.count))?;
        let first_end = cursor.position();
        if !between(cursor)? {
            return None;
        }
        let second_start = cursor.position();
        let Year::Full(second) = parts::era_year(cursor)? else { return None };
        let first = 1 - i32::try_from(first.value).ok()?;
        let whole = |year| Phrase::from(DateFields::new(Some(Year::Full(year)), Part::Whole));
        (second <= 0 && first < second).then(|| Pair {
            first: whole(first),
            first_end,
            second_start,
            second: whole(second),
            range: true,
        })
    }),
};

/// The year at which a range of years ends: `2018`, or `18` behind `1914`.
fn second_year(cursor: &mut Cursor<'_>, first: i32) -> Option<i32> {
    let digits = cursor.digits(|d| d.form == DigitsForm::Plain && matches!(d.count, 2 | 4))?;
    let value = i32::try_from(digits.value).ok()?;
    let year = if digits.count == 2 { first / 100 * 100 + value } else { value };
    (first < year && year <= 2999).then_some(year)
}

/// What stands between two days: a dash or `to` make a range, `and` and `or` a list.
fn between(cursor: &mut Cursor<'_>) -> Option<bool> {
    cursor
        .dash()
        .or_else(|| cursor.cue(Cue::To))
        .or_else(|| cursor.cue(Cue::Until))
        .map(|()| true)
        .or_else(|| cursor.cue(Cue::And).map(|()| false))
}
