//! Times of day, alone and with their date.

use super::{Example, Reader, Rule, parts, relative};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Pointer, Sense, Senses},
    said::{Phrase, Said, Target},
    token::{DigitsForm, Token},
    value::{DayPart, DurationUnit, Modifier, TimeOfDay},
};

pub(super) const CLOCK: Rule = Rule {
    name: "clock",
    about: "A time of day, on the date told last.",
    confidence: 0.7,
    examples: &[
        Example {
            text: "On [June 6] the doors shut at [5:30 p.m.].",
            means: "2018-06-06 2018-06-06T17:30",
        },
        Example { text: "It was signed at [16:53].", means: "2018-06-14T16:53" },
        Example { text: "They met at [noon].", means: "2018-06-14T12:00" },
        Example {
            text: "It struck at [1130 GMT] and at [0930 hours].",
            means: "2018-06-14T11:30Z 2018-06-14T09:30",
        },
        Example {
            text: "At [2314] the mate saw smoke, and at 2000 feet fire.",
            means: "2018-06-14T23:14",
        },
        Example {
            text: "It ran from [2300] to [0200 GMT].",
            means: "2018-06-14T23:00 2018-06-14T02:00Z",
        },
        Example {
            text: "Doors shut at [6.30pm], or [18.59 BST].",
            means: "2018-06-14T18:30 2018-06-14T18:59",
        },
        Example { text: "They won 3:2 and lost 10-12, by 6.30 to 4.25.", means: "" },
        Example {
            text: "He won in 2:05:13, 25-21, 21:15 and 15:12, at Midnight Cowboy, by Darkness at Noon.",
            means: "",
        },
    ],
    starts: Senses::DIGITS.or(Senses::CLOCK_WORD).or(Senses::NUMBER).or(Senses::QUANTIFIER),
    read: Reader::One(|cursor| {
        let modifier = approximately(cursor);
        let time = time(cursor)?;
        Some(Phrase { said: Said::Time(time, None), modifier })
    }),
};

pub(super) const DATE_TIME: Rule = Rule {
    name: "date-time",
    about: "A time of day with its date.",
    confidence: 0.7,
    examples: &[
        Example { text: "It sank at [10 p.m. Wednesday].", means: "2018-06-13T22:00" },
        Example { text: "They met at 10 Mill Street on [Monday].", means: "2018-06-11" },
        Example { text: "He signed on [June 6, 2018 at 16:53].", means: "2018-06-06T16:53" },
        Example {
            text: "They left at [seven o'clock on Saturday evening], at [10 o'clock last night].",
            means: "2018-06-09T19:00 2018-06-13T22:00",
        },
        Example { text: "They will meet at [9 a.m. EDT on Monday].", means: "2018-06-18T09:00" },
        Example {
            text: "It struck at [10 p.m. Tuesday night], and at [12 noon today].",
            means: "2018-06-12T22:00 2018-06-14T12:00",
        },
        Example {
            text: "The ship sank at [4:20 a.m.] ([0220 GMT]) on [Tuesday].",
            means: "2018-06-12T04:20 2018-06-12T02:20Z 2018-06-12",
        },
        Example {
            text: "He stepped out at [02:56 UTC on July 21, 1969].",
            means: "1969-07-21T02:56Z",
        },
    ],
    starts: Senses::DIGITS
        .or(Senses::CLOCK_WORD)
        .or(Senses::NUMBER)
        .or(Senses::QUANTIFIER)
        .or(Senses::MONTH)
        .or(Senses::WEEKDAY)
        .or(Senses::SHIFT)
        .or(Senses::THE),
    read: Reader::One(|cursor| time_then_date(cursor).or_else(|| date_then_time(cursor))),
};

fn time_then_date(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    cursor.attempt(|cursor| {
        let modifier = approximately(cursor);
        let time = time(cursor)?;
        if let Some(date) = day_behind_bracket(*cursor) {
            return Some(Phrase { said: Said::Time(time, Some(Box::new(date))), modifier });
        }
        let _ = cursor.mark(',');
        let _ = cursor.cue(Cue::On).or_else(|| cursor.cue(Cue::Of));
        if let Some(Said::Time(TimeOfDay::Part(part), date)) = cursor.attempt(pointed_part) {
            return Some(Phrase { said: Said::Time(in_part(time, part), date), modifier });
        }
        let date = day(cursor)?;
        let time = part(cursor).map_or(time, |part| in_part(time, part));
        Some(Phrase { said: Said::Time(time, Some(Box::new(date))), modifier })
    })
}

/// The time on the clock in the second half of the day, where it is told of an evening by an hour that
/// says nothing of it: `seven o'clock on Saturday evening`.
fn in_part(time: TimeOfDay, part: DayPart) -> TimeOfDay {
    let late = matches!(part, DayPart::Afternoon | DayPart::Evening | DayPart::Night);
    match time {
        TimeOfDay::Clock { hour: hour @ 1..=11, minute, second, utc }
            if late && (part != DayPart::Night || hour >= 6) =>
        {
            TimeOfDay::Clock { hour: hour + 12, minute, second, utc }
        }
        time => time,
    }
}

/// The day behind the bracket that follows, or that ends here: `4:20 a.m. (0220 GMT) Friday`.
fn day_behind_bracket(mut cursor: Cursor<'_>) -> Option<Said> {
    if cursor.mark('(').is_some() {
        time(&mut cursor)?;
    }
    cursor.mark(')')?;
    let _ = cursor.cue(Cue::On);
    day(&mut cursor)
}

fn date_then_time(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    cursor.attempt(|cursor| {
        let date = day(cursor)?;
        let _ = cursor.mark(',');
        let _ = cursor.cue(Cue::At);
        let modifier = approximately(cursor);
        let time = time(cursor)?;
        Some(Phrase { said: Said::Time(time, Some(Box::new(date))), modifier })
    })
}

/// A date that is a day.
pub(super) fn day(cursor: &mut Cursor<'_>) -> Option<Said> {
    use crate::temporal::said::Part;
    let said = parts::date(cursor)?.said;
    let is_day = match &said {
        Said::Date(fields) => matches!(fields.part, Part::Day(..) | Part::Holiday(_)),
        Said::Weekday(_) | Said::DayShift(_) => true,
        Said::Pointed(_, target) => {
            matches!(
                target,
                Target::Weekday(_)
                    | Target::Unit(DurationUnit::Day)
                    | Target::Part(Part::Day(..) | Part::Holiday(_))
            )
        }
        _ => false,
    };
    is_day.then_some(said)
}

fn approximately(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    parts::quantifier(cursor).filter(|&modifier| modifier == Modifier::Approx)
}

/// A time on the clock: `5 p.m.`, `5:30`, `noon`, `five o'clock`.
fn time(cursor: &mut Cursor<'_>) -> Option<TimeOfDay> {
    cursor.attempt(|cursor| {
        let start = *cursor;
        let twelve = cursor.attempt(twelve_before_its_word);
        let word = cursor.sense(|s| if let Sense::ClockWord(h) = s { Some(h) } else { None });
        if let Some(hour) = twelve.or(word) {
            if parts::is_in_title(&start)
                || cursor.next().is_some_and(|t| t.is_name() && !t.glued)
                    && start.next().is_some_and(Token::is_capital)
            {
                return None;
            }
            let _ = cursor.cue(Cue::TimeZone);
            let midnight = hour == 24;
            let minute = (!midnight).then_some(0);
            return Some(TimeOfDay::Clock { hour, minute, second: None, utc: false });
        }
        let (hour, minute, second) = clock_digits(cursor)?;
        let half = half_of_day(cursor, hour);
        let utc = cursor.cue(Cue::UniversalTime).is_some();
        let zone = utc || cursor.any_cue(&[Cue::TimeZone, Cue::ClockHours]).is_some();
        let hour = match half {
            Some(hour) => hour,
            None if minute.is_some() && (zone || is_told(&start)) => hour,
            None if second.is_some() && !start.follows(&[Cue::In, Cue::Possessive]) => hour,
            None if is_four_digits(&start) => hour,
            None => return None,
        };
        let minute = minute.or_else(|| half.map(|_| 0));
        Some(TimeOfDay::Clock { hour, minute, second, utc })
    })
}

/// `12 noon`.
fn twelve_before_its_word(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.digits(|d| d.value == 12 && d.form == DigitsForm::Plain)?;
    cursor.sense(|s| if let Sense::ClockWord(h) = s { Some(h) } else { None })
}

/// How many tokens before the second of two times `between` may stand: `between 5:30 and 6:15`.
const BETWEEN: usize = 6;

/// Whether the words before tell a time, not a score: `at 10:57`, `by 16:53`.
fn is_told(cursor: &Cursor<'_>) -> bool {
    cursor.follows(&[Cue::At, Cue::By, Cue::From, Cue::Until, Cue::To, Cue::Since, Cue::Between])
        || (cursor.follows(&[Cue::And]) && cursor.governed_by(&[Cue::Between], BETWEEN))
        || cursor.follows_sense(|s| matches!(s, Sense::Quantifier(_)))
}

/// `5`, `5:30`, `16:53:10`, `five`.
fn clock_digits(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>, Option<u8>)> {
    if let Some(word) = parts::word_below_hundred(cursor) {
        return Some((u8::try_from(word).ok().filter(|hour| (1..=12).contains(hour))?, None, None));
    }
    let is_number = cursor.next().is_some_and(|token| token.senses.meets(Senses::DIGITS));
    if !is_number || parts::label_before(cursor) {
        return None;
    }
    if let Some(time) = cursor.attempt(four_digits) {
        return Some(time);
    }
    if let Some(time) = cursor.attempt(dotted) {
        return Some(time);
    }
    let hour = cursor.digits(|d| d.form == DigitsForm::Plain && d.count <= 2 && d.value <= 24)?;
    let hour = u8::try_from(hour.value).ok()?;
    let minute = minutes(cursor);
    let second = minute.and_then(|_| minutes(cursor));
    Some((hour, minute, second))
}

/// `6.30` before `pm` or a time zone, as British papers write it.
fn dotted(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>, Option<u8>)> {
    let digits = cursor.digits(|d| matches!(d.form, DigitsForm::Decimal(minute) if minute < 60))?;
    let DigitsForm::Decimal(minute) = digits.form else { return None };
    let two_places =
        cursor.before(1).is_some_and(|t| t.span.len() == usize::from(digits.count) + 3);
    let hour = u8::try_from(digits.value).ok().filter(|hour| *hour <= 24)?;
    let told = [Cue::Am, Cue::Pm, Cue::UniversalTime, Cue::TimeZone];
    let is_told = cursor.sees(|s| matches!(s, Sense::Cue(cue) if told.contains(&cue)));
    (two_places && is_told).then_some((hour, Some(minute), None))
}

/// Whether a time of day in brackets follows, which makes the number before it one too: `by 1100
/// (1600 GMT)`.
fn bracketed_time_follows(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.mark('(').is_some() && four_digits(&mut ahead).is_some()
}

/// `1130` before `GMT` or `hours`, or before another such time to which it runs.
fn four_digits(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>, Option<u8>)> {
    let start = *cursor;
    let time = four_digits_alone(cursor)?;
    let zones = [Cue::UniversalTime, Cue::TimeZone, Cue::ClockHours];
    let is_told =
        |cursor: &Cursor<'_>| cursor.sees(|s| matches!(s, Sense::Cue(cue) if zones.contains(&cue)));
    let mut ahead = *cursor;
    let runs_on =
        ahead.any_cue(&[Cue::To, Cue::And, Cue::Until]).is_some() || ahead.dash().is_some();
    let other = runs_on && four_digits_alone(&mut ahead).is_some() && is_told(&ahead);
    let told =
        start.follows(&[Cue::At]) && cursor.sees(|s| matches!(s, Sense::Cue(Cue::The | Cue::On)));
    (is_told(cursor) || other || told || bracketed_time_follows(cursor)).then_some(time)
}

fn four_digits_alone(cursor: &mut Cursor<'_>) -> Option<(u8, Option<u8>, Option<u8>)> {
    let digits = cursor.digits(|d| d.form == DigitsForm::Plain && d.count == 4)?;
    let (hour, minute) = (u8::try_from(digits.value / 100).ok()?, digits.value % 100);
    let minute = u8::try_from(minute).ok().filter(|minute| *minute < 60)?;
    (hour <= 24).then_some((hour, Some(minute), None))
}

/// Whether the number at the cursor is a time of day that runs to another, not a year.
pub(super) fn is_four_digits(cursor: &Cursor<'_>) -> bool {
    four_digits(&mut { *cursor }).is_some()
}

/// `:30`, two digits below sixty.
fn minutes(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.attempt(|cursor| {
        if !cursor.is_glued() {
            return None;
        }
        cursor.mark(':')?;
        let minute = cursor.glued_pair().filter(|minute| *minute < 60)?;
        cursor.before(1).is_some_and(|token| token.span.len() == 2).then_some(minute)
    })
}

/// The hour on the 24-hour clock, if the words say in which half of the day it lies.
fn half_of_day(cursor: &mut Cursor<'_>, hour: u8) -> Option<u8> {
    let _ = cursor.cue(Cue::Oclock);
    let oclock = cursor.follows(&[Cue::Oclock]);
    let afternoon = match cursor.any_cue(&[Cue::Am, Cue::Pm]) {
        Some(cue) => cue == Cue::Pm,
        None => match cursor.attempt(in_the_part) {
            Some(part) => matches!(part, DayPart::Afternoon | DayPart::Evening),
            None => return oclock.then_some(hour),
        },
    };
    if !(1..=12).contains(&hour) {
        return (hour <= 24).then_some(hour);
    }
    Some(hour % 12 + if afternoon { 12 } else { 0 })
}

/// `in the morning`.
fn in_the_part(cursor: &mut Cursor<'_>) -> Option<DayPart> {
    cursor.cue(Cue::In)?;
    cursor.cue(Cue::The)?;
    part(cursor)
}

fn part(cursor: &mut Cursor<'_>) -> Option<DayPart> {
    cursor.sense(|s| if let Sense::DayPart(part) = s { Some(part) } else { None })
}

pub(super) const DAY_PART: Rule = Rule {
    name: "day-part",
    about: "A part of a day that hangs on another: Wednesday night, this morning.",
    confidence: 0.65,
    examples: &[
        Example { text: "It burned down [Wednesday night].", means: "2018-06-13TNI" },
        Example { text: "The Evening Standard and Good Morning Norwick ran it.", means: "" },
        Example { text: "Police came [this morning].", means: "2018-06-14TMO" },
        Example {
            text: "It began on [June 3]; [that evening] it rained.",
            means: "2018-06-03 2018-06-03TEV",
        },
        Example { text: "He called [yesterday afternoon].", means: "2018-06-13TAF" },
        Example { text: "It shut by [mid-afternoon yesterday].", means: "2018-06-13TAF" },
        Example {
            text: "He left [early Monday morning], or [late last night].",
            means: "2018-06-11TMO 2018-06-13TNI",
        },
        Example { text: "It rained [late on Tuesday night].", means: "2018-06-12TNI" },
    ],
    starts: Senses::MONTH
        .or(Senses::WEEKDAY)
        .or(Senses::SHIFT)
        .or(Senses::POINTER)
        .or(Senses::THE)
        .or(Senses::HOLIDAY)
        .or(Senses::PHASE),
    read: Reader::One(|cursor| {
        let modifier = cursor.sense(|s| if let Sense::Phase(m) = s { Some(m) } else { None });
        if modifier == Some(Modifier::Mid) && cursor.dash().is_some() {
            let part = part(cursor)?;
            let day = cursor.attempt(day).map(Box::new);
            return Some(Phrase { said: Said::Time(TimeOfDay::Part(part), day), modifier });
        }
        let said = cursor.attempt(pointed_part).or_else(|| {
            cursor.attempt(|cursor| {
                let _ = modifier.and_then(|_| cursor.cue(Cue::On));
                let date = day(cursor)?;
                let part = part(cursor)?;
                Some(Said::Time(TimeOfDay::Part(part), Some(Box::new(date))))
            })
        });
        let said = said.or_else(|| relative::part_shift(cursor))?;
        Some(Phrase { said, modifier })
    }),
};

/// `this morning`, `the following night`.
fn pointed_part(cursor: &mut Cursor<'_>) -> Option<Said> {
    let article = cursor.cue(Cue::The).is_some();
    let pointer = cursor.sense(|sense| match sense {
        Sense::Pointer(Pointer::Next) if article => Some(Pointer::Following),
        Sense::Pointer(Pointer::Last) if article => None,
        Sense::Pointer(pointer) => Some(pointer),
        _ => None,
    })?;
    let part = part(cursor)?;
    let day = Said::Pointed(pointer, Target::Unit(DurationUnit::Day));
    Some(Said::Time(TimeOfDay::Part(part), Some(Box::new(day))))
}

pub(super) const PART_OF_DATE: Rule = Rule {
    name: "part-of-date",
    about: "A part of a day and its date behind it.",
    confidence: 0.95,
    examples: &[
        Example { text: "On [the night of June 6] she slept at home.", means: "2018-06-06TNI" },
        Example { text: "It fell on [the morning of 14 July 1789].", means: "1789-07-14TMO" },
        Example {
            text: "It began on [June 3]; on [the night of the 5th] it ended.",
            means: "2018-06-03 2018-06-05TNI",
        },
    ],
    starts: Senses::THE.or(Senses::DAY_PART),
    read: Reader::One(|cursor| {
        let _ = cursor.cue(Cue::The);
        let part = part(cursor)?;
        cursor.any_cue(&[Cue::Of, Cue::On])?;
        let date = cursor.attempt(day).or_else(|| the_nth(cursor))?;
        Some(Said::Time(TimeOfDay::Part(part), Some(Box::new(date))).into())
    }),
};

/// `the 6th`.
fn the_nth(cursor: &mut Cursor<'_>) -> Option<Said> {
    cursor.cue(Cue::The)?;
    let day = cursor.digits(|d| d.form == DigitsForm::Ordinal && (1..=31).contains(&d.value))?;
    u8::try_from(day.value).ok().map(Said::DayOfMonth)
}
