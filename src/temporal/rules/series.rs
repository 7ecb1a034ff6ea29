//! Several dates that share a field: `June 6–8, 2018`, `1, 5 and 9 June`, `1914–18`.

use std::ops::Range;

use super::{Example, Reader, Rule, Series, absolute, parts};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Sense, Senses},
    said::{DateFields, Part, Phrase, Said, Year},
    token::DigitsForm,
};

pub(super) const MONTH_DAYS: Rule = Rule {
    name: "month-days",
    about: "Several days of one month, month first.",
    confidence: 0.97,
    examples: &[
        Example { text: "They met on [June 6]–[8, 2018].", means: "2018-06-06 2018-06-08" },
        Example {
            text: "It rained on [May 3] and [4], or [May 11]/[12].",
            means: "2018-05-03 2018-05-04 2018-05-11 2018-05-12",
        },
        Example {
            text: "They played on [June 1], [5], and [9].",
            means: "2018-06-01 2018-06-05 2018-06-09",
        },
        Example { text: "On [June 6], 8 people fell ill.", means: "2018-06-06" },
        Example { text: "A fire killed three on [June 6] and 25 were hurt.", means: "2018-06-06" },
        Example { text: "A fire killed three on [June 6] and 7 were hurt.", means: "2018-06-06" },
        Example {
            text: "The talks on [June 6] and [7] were held.",
            means: "2018-06-06 2018-06-07",
        },
        Example {
            text: "Bell said that the talks on [June 6] and [7] were held.",
            means: "2018-06-06 2018-06-07",
        },
        Example {
            text: "After a fire killed ten, the talks on [June 6] and [7] were held.",
            means: "2018-06-06 2018-06-07",
        },
        Example {
            text: "A fire killed three on [June 6] and [7].",
            means: "2018-06-06 2018-06-07",
        },
    ],
    starts: Senses::MONTH,
    read: Reader::Several(|cursor| {
        let start = cursor.position();
        let month = parts::month(cursor)?;
        let days = days(cursor, start)?;
        let year = cursor.attempt(year_behind);
        let counts = || parts::counts_follow(cursor) || cursor.sees(is_time_word);
        if year.is_none() && (counts() || !days.runs && tells_of_number(cursor, start)) {
            return None;
        }
        days.of_month(month, year, cursor.position())
    }),
};

/// Whether the number just before, the last of `days`, is no day, but the subject of the verb that
/// follows: `A fire killed three on March 4 and 25 were hurt`. The days of `The talks on March 4 and 6
/// were held` belong to a subject that had no verb yet, `The talks held on March 4 and 6 were` may be
/// either.
fn tells_of_number(cursor: &Cursor<'_>, start: usize) -> bool {
    let governed = start.checked_sub(1);
    cursor.sees_verb_of_several()
        && governed.is_some_and(|preposition| cursor.told_before(preposition))
}

/// Several days of a month.
struct Days {
    /// Each with its tokens.
    days: Vec<(u8, Range<usize>)>,
    /// Whether time runs from the first to the second.
    runs: bool,
}

impl Days {
    /// The dates; what stands behind the last day, up to `end`, belongs to it.
    fn of_month(mut self, month: u8, year: Option<Year>, end: usize) -> Option<Series> {
        if let Some((_, last)) = self.days.last_mut() {
            last.end = end;
        }
        let date = |(day, tokens)| Some((parts::day_fields(year, month, day, None)?, tokens));
        let items = self.days.into_iter().map(date).collect::<Option<_>>()?;
        Some(Series { items, runs: self.runs })
    }
}

/// `6–8`, `6 and 8`, `1, 5 and 9`: days in their order, of which the first begins at the token `start`.
fn days(cursor: &mut Cursor<'_>, start: usize) -> Option<Days> {
    let first = parts::day(cursor)?;
    let mut days = vec![(first, start..cursor.position())];
    let mut runs = false;
    let mut closed = false;
    while !closed {
        let last = days.last().map_or(first, |(day, _)| *day);
        let next = cursor.attempt(|cursor| {
            let comma = cursor.mark(',').is_some();
            let joint = between(cursor);
            let (to, end) = joint.map_or((false, false), |to| (to, true));
            (comma || joint.is_some()).then_some(())?;
            let start = cursor.position();
            let day = parts::day(cursor).filter(|day| *day > last)?;
            Some((day, start..cursor.position(), to, end))
        });
        let Some((day, tokens, to, end)) = next else { break };
        days.push((day, tokens));
        (runs, closed) = (to, end);
    }
    closed.then_some(Days { days, runs })
}

/// `2018` behind days and their month, or behind a comma.
fn year_behind(cursor: &mut Cursor<'_>) -> Option<Year> {
    let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
    parts::year(cursor)
}

/// Whether the number before belongs to what follows: `June 6 and 7 p.m.`, `6 and 8 July`.
fn is_time_word(sense: Sense) -> bool {
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
        Example {
            text: "They met on [1], [5] and [9 June], or [6]/[7 June].",
            means: "2018-06-01 2018-06-05 2018-06-09 2018-06-06 2018-06-07",
        },
    ],
    starts: Senses::DIGITS.or(Senses::THE),
    read: Reader::Several(|cursor| {
        if parts::label_before(cursor) {
            return None;
        }
        let start = cursor.position();
        let _ = cursor.cue(Cue::The);
        let days = days(cursor, start)?;
        let _ = cursor.cue(Cue::Of);
        let month = parts::month(cursor)?;
        let year = cursor.attempt(year_behind);
        days.of_month(month, year, cursor.position())
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
    read: Reader::Several(|cursor| {
        if parts::label_before(cursor) {
            return None;
        }
        let start = cursor.position();
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
        Some(stretch((first, start..first_end), (second, second_start..cursor.position())))
    }),
};

pub(super) const YEARS_BEFORE_CHRIST: Rule = Rule {
    name: "years-bc",
    about: "A range of years that run down to one before the common era.",
    confidence: 0.95,
    examples: &[Example { text: "They fought from [431] to [404 BC].", means: "BC0431 BC0404" }],
    starts: Senses::DIGITS,
    read: Reader::Several(|cursor| {
        let start = cursor.position();
        let first = cursor.digits(|d| d.form == DigitsForm::Plain && (1..=4).contains(&d.count))?;
        let first_end = cursor.position();
        if !between(cursor)? {
            return None;
        }
        let second_start = cursor.position();
        let Year::Full(second) = parts::era_year(cursor)? else { return None };
        let first = 1 - i32::try_from(first.value).ok()?;
        let second_tokens = second_start..cursor.position();
        (second <= 0 && first < second)
            .then(|| stretch((first, start..first_end), (second, second_tokens)))
    }),
};

pub(super) const CENTURIES: Rule = Rule {
    name: "centuries",
    about: "Two centuries by their numbers.",
    confidence: 0.95,
    examples: &[
        Example { text: "It grew in [the 12th] and [15th centuries].", means: "11 14" },
        Example { text: "From [the 16th] to [the 18th century] it fell.", means: "15 17" },
    ],
    starts: Senses::THE.or(Senses::ORDINAL).or(Senses::DIGITS),
    read: Reader::Several(|cursor| {
        let start = cursor.position();
        let _ = cursor.cue(Cue::The);
        let first = parts::ordinal(cursor).filter(|n| (1..=99).contains(n))?;
        let first_end = cursor.position();
        let runs = between(cursor)?;
        let second_start = cursor.position();
        let phase = |s| if let Sense::Phase(modifier) = s { Some(modifier) } else { None };
        let modifier = cursor.sense(phase);
        let Reader::One(read) = absolute::CENTURY.read else { return None };
        let mut second = read(cursor)?;
        second.modifier = modifier;
        let first = match second.said {
            Said::Century(n) if n < 0 => -i32::try_from(first).ok()?,
            _ => i32::try_from(first).ok()? - 1,
        };
        let items = vec![
            (Said::Century(first).into(), start..first_end),
            (second, second_start..cursor.position()),
        ];
        Some(Series { items, runs })
    }),
};

/// From one year to another, each with its tokens.
fn stretch(from: (i32, Range<usize>), to: (i32, Range<usize>)) -> Series {
    let whole = |(year, tokens)| {
        (Phrase::from(DateFields::new(Some(Year::Full(year)), Part::Whole)), tokens)
    };
    Series { items: vec![whole(from), whole(to)], runs: true }
}

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
        .or_else(|| cursor.any_cue(&[Cue::And, Cue::Or]).map(|_| false))
        .or_else(|| cursor.mark('/').map(|()| false))
}
