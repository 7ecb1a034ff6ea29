//! Stretches that a business report names by their place in it: the latest quarter, the year-ago period.

use super::{Example, Reader, Rule, parts};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Pointer, Sense, Senses},
    said::{Amount, Part, Phrase, Said, Year},
    token::Token,
    value::DurationUnit,
};

pub(super) const REPORTED: Rule = Rule {
    name: "reported",
    about: "The stretch on which a text reports, or the same one of another year.",
    confidence: 0.75,
    examples: &[
        Example {
            text: "In [the first quarter] it lost money. In [the year-ago quarter] it earned some.",
            means: "2018-Q1 2017-Q1",
        },
        Example {
            text: "Sales for [the first quarter] fell; [a year earlier] they rose.",
            means: "2018-Q1 2017-Q1",
        },
        Example {
            text: "Of [the first quarter], or [the 2016 period], it says nothing.",
            means: "2018-Q1 2016-Q1",
        },
        Example { text: "Profit rose in [the latest quarter].", means: "2018-Q1" },
        Example {
            text: "In [the first quarter] it lost money; for [the quarter a year ago], after [a year-earlier] loss, it earned some.",
            means: "2018-Q1 2017-Q1 2017-Q1",
        },
        Example {
            text: "In [the first quarter] it earned less than in [the corresponding period last year].",
            means: "2018-Q1 2017-Q1",
        },
        Example { text: "The period was long, and the Quarter cold.", means: "" },
    ],
    starts: Senses::THE.or(Senses::REPORT).or(Senses::ARTICLE),
    read: Reader::One(|cursor| {
        let indefinite = cursor.cue(Cue::A).is_some();
        let article = !indefinite && cursor.cue(Cue::The).is_some();
        if cursor.attempt(|c| c.cue(Cue::YearAgo)).is_some() {
            let alone = term(cursor).unwrap_or(false);
            return Some(Said::Reported { years: -1, year: None, alone }.into());
        }
        let named = cursor.attempt(|cursor| match parts::four_digit_year(cursor)? {
            Year::Full(year) => Some(year),
            Year::Short(_) => None,
        });
        let comparable = cursor.cue(Cue::Comparable).is_some();
        if comparable && cursor.cue(Cue::YearAgo).is_some() {
            let alone = term(cursor).unwrap_or(false);
            return Some(Said::Reported { years: -1, year: None, alone }.into());
        }
        let latest = cursor.cue(Cue::Latest).is_some();
        let quarter = term(cursor)?;
        let compound = cursor.is_glued() && cursor.next().is_some_and(Token::is_dash);
        let alone = quarter && !comparable && !compound && !cursor.sees_noun();
        let told = named.is_some() || latest || alone;
        let ends = cursor.sees(|s| s == Sense::Cue(Cue::Ended));
        if comparable {
            let _ = cursor.any_cue(&[Cue::Of, Cue::In]);
            let _ = cursor.cue(Cue::The);
        }
        if article && (quarter || comparable) && cursor.attempt(a_year_back).is_some() {
            return Some(Said::Reported { years: -1, year: None, alone: true }.into());
        }
        let name = cursor.before(1).is_some_and(crate::temporal::token::Token::is_capital);
        let said = Said::Reported { years: 0, year: named, alone: latest };
        (article && told && !ends && !name).then(|| said.into())
    }),
};

/// `a year ago`, `a year earlier`, `last year` behind `the quarter`.
fn a_year_back(cursor: &mut Cursor<'_>) -> Option<()> {
    let last = cursor.sense(|s| (s == Sense::Pointer(Pointer::Last)).then_some(()));
    if last.is_none() {
        cursor.cue(Cue::A)?;
    }
    cursor.cue(Cue::YearWord)?;
    if last.is_some() { Some(()) } else { cursor.any_cue(&[Cue::Ago, Cue::Earlier]).map(drop) }
}

/// `quarter` or `period`: whether it is a quarter.
fn term(cursor: &mut Cursor<'_>) -> Option<bool> {
    let quarter = |s| (s == Sense::Unit(DurationUnit::Quarter)).then_some(true);
    cursor.sense(quarter).or_else(|| cursor.cue(Cue::Term).map(|()| false))
}

pub(super) const STRETCH_ENDED: Rule = Rule {
    name: "stretch-ended",
    about: "A year or a quarter by the day on which it ended, which is another expression.",
    confidence: 0.65,
    examples: &[
        Example {
            text: "In [the quarter] ended [April 30] it lost money.",
            means: "2018-Q1 2018-04-30",
        },
        Example {
            text: "In [the quarter] ended [June 30, 2017], it rose.",
            means: "2017-Q2 2017-06-30",
        },
        Example { text: "For [the year] ended [March 31] it made some.", means: "P1Y 2018-03-31" },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        cursor.cue(Cue::The)?;
        let _ = cursor.cue(Cue::Fiscal);
        let unit = cursor.sense(|s| match s {
            Sense::Unit(unit @ (DurationUnit::Year | DurationUnit::Quarter)) => Some(unit),
            _ => None,
        })?;
        let mut ahead = *cursor;
        ahead.cue(Cue::Ended)?;
        let month = parts::month(&mut ahead)?;
        let _ = ahead.attempt(parts::day);
        let _ = ahead.mark(',');
        let year = ahead.attempt(parts::four_digit_year);
        Some(match unit {
            DurationUnit::Quarter => Said::QuarterEnded(month, year).into(),
            _ => Said::Duration(Amount { hundredths: Some(100), unit }).into(),
        })
    }),
};

pub(super) const RUNNING_YEAR: Rule = Rule {
    name: "running-year",
    about: "The year in which the text is.",
    confidence: 0.75,
    examples: &[
        Example { text: "Sales for [the full year] will fall.", means: "2018" },
        Example {
            text: "Over [the first five months] of [the year] they rose.",
            means: "P5M 2018",
        },
        Example {
            text: "It was the book of the year; in the year of the plague he left.",
            means: "",
        },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        let of_months = cursor.follows(&[Cue::Of])
            && cursor.before(2).is_some_and(|token| {
                token.readings.iter().any(|reading| matches!(reading.sense, Sense::PluralUnit(_)))
            });
        let tied = of_months || cursor.follows(&[Cue::In, Cue::For, Cue::Within, Cue::Until]);
        cursor.cue(Cue::The)?;
        let full = cursor.any_cue(&[Cue::Full, Cue::Fiscal]).is_some();
        cursor.sense(|s| (s == Sense::Unit(DurationUnit::Year)).then_some(()))?;
        let goes_on = cursor.sees(|s| {
            matches!(
                s,
                Sense::Cue(
                    Cue::Of
                        | Cue::Ended
                        | Cue::Before
                        | Cue::After
                        | Cue::Possessive
                        | Cue::AnnoDomini
                )
            )
        }) || cursor.sees_noun()
            || cursor.next().is_some_and(|token| token.senses.meets(Senses::DIGITS));
        ((tied || full) && !goes_on).then(|| Said::Running(DurationUnit::Year).into())
    }),
};

pub(super) const PART_OF_OTHER_YEAR: Rule = Rule {
    name: "quarter-pointed",
    about: "A quarter and, before it, its year: last year's third quarter.",
    confidence: 0.93,
    examples: &[
        Example { text: "In [last year's third quarter] it lost money.", means: "2017-Q3" },
        Example { text: "The charge fell in [the 2016 second quarter].", means: "2016-Q2" },
        Example {
            text: "In [the first quarter] it lost less than in [last year's quarter].",
            means: "2018-Q1 2017-Q1",
        },
    ],
    starts: Senses::POINTER.or(Senses::THE).or(Senses::DIGITS),
    read: Reader::One(|cursor| {
        let pointed = cursor.attempt(|cursor| {
            let pointer = cursor
                .sense(|s| if let Sense::Pointer(pointer) = s { Some(pointer) } else { None })?;
            cursor.sense(|s| (s == Sense::Unit(DurationUnit::Year)).then_some(pointer))
        });
        if let Some(pointer) = pointed {
            cursor.cue(Cue::Possessive)?;
            let Some(part) = cursor.attempt(ordinal_quarter) else {
                term(cursor).filter(|_| pointer == Pointer::Last)?;
                return Some(Said::Reported { years: -1, year: None, alone: true }.into());
            };
            return Some(Said::PartOfPointed(part, pointer).into());
        }
        let _ = cursor.cue(Cue::The);
        let year = parts::four_digit_year(cursor)?;
        let part = ordinal_quarter(cursor)?;
        Some(Phrase::from(crate::temporal::said::DateFields::new(Some(year), part)))
    }),
};

fn ordinal_quarter(cursor: &mut Cursor<'_>) -> Option<Part> {
    let number = parts::ordinal(cursor).filter(|n| (1..=4).contains(n))?;
    let _ = cursor.dash();
    cursor.sense(|s| (s == Sense::Unit(DurationUnit::Quarter)).then_some(()))?;
    u8::try_from(number).ok().map(Part::Quarter)
}
