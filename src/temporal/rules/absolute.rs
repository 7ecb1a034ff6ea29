//! Dates that name their place on the calendar, or all of it but the year.

use super::{Example, Reader, Rule, clock, parts};
use crate::{
    source::DateOrder,
    temporal::{
        cursor::Cursor,
        holiday::Holiday,
        lexicon::{Cue, Sense, Senses, prose::Role},
        said::{DateFields, Part, Phrase, Said, Year},
        token::{DigitsForm, Kind, Token},
        value::Modifier,
    },
};

pub(super) const ISO_DATE: Rule = Rule {
    name: "iso-date",
    about: "A date as ISO 8601 writes it.",
    confidence: 0.99,
    examples: &[
        Example { text: "Signed on [2018-06-06] in Memphis.", means: "2018-06-06" },
        Example { text: "Part 2018-13-45 is out of stock.", means: "" },
    ],
    starts: Senses::DIGITS,
    read: Reader::One(|cursor| {
        let year = parts::four_digit_year(cursor)?;
        let month = glued_behind(cursor, |c| c.mark('-'))?;
        let day = glued_behind(cursor, |c| c.mark('-'))?;
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        Some(parts::day_or_impossible(Some(year), month, day, None))
    }),
};

pub(super) const NUMERIC_DATE: Rule = Rule {
    name: "numeric-date",
    about: "Three numbers with slashes or dots; the language or `date_order` says which is which.",
    confidence: 0.95,
    examples: &[
        Example { text: "Filed on [6/7/2018 at noon].", means: "2018-06-07T12:00" },
        Example { text: "Filed on [6/7/18].", means: "2018-06-07" },
        Example { text: "Filed on [25/12/2017].", means: "2017-12-25" },
        Example { text: "Retired on [31.12.2017].", means: "2017-12-31" },
        Example { text: "Some 2/3 of them, or 1/2/3.", means: "" },
        Example { text: "Host 10.12.19.84, version 3.4.2018, at x.org/2018/06/12/.", means: "" },
    ],
    starts: Senses::DIGITS,
    read: Reader::One(|cursor| {
        let order = cursor.date_order;
        if parts::label_before(cursor) {
            return None;
        }
        let first = cursor.digits(|d| d.form == DigitsForm::Plain && d.count <= 4)?;
        let mark = ['/', '-', '.']
            .into_iter()
            .find(|&mark| cursor.is_glued() && cursor.mark(mark).is_some())?;
        let second = cursor.glued_pair()?;
        if !cursor.is_glued() {
            return None;
        }
        cursor.mark(mark)?;
        let third = cursor.digits(|d| d.form == DigitsForm::Plain && matches!(d.count, 2 | 4))?;
        let goes_on = cursor.is_glued()
            && cursor
                .attempt(|c| {
                    c.mark('.').or_else(|| c.mark('-')).or_else(|| c.mark('/'))?;
                    c.is_glued().then_some(())
                })
                .is_some();
        if goes_on {
            return None;
        }
        numeric(order, (first.value, first.count), second, (third.value, third.count))
    }),
};

/// Which of three numbers is the day, the month and the year: the order asked for, else the one that
/// the calendar allows.
fn numeric(order: DateOrder, first: (i64, u8), second: u8, third: (i64, u8)) -> Option<Phrase> {
    let small = |n: i64| u8::try_from(n).ok();
    if first.1 == 4 {
        let year = Year::Full(i32::try_from(first.0).ok()?);
        return parts::day_fields(Some(year), second, small(third.0)?, None);
    }
    let year = match third {
        (value, 4) => Year::Full(i32::try_from(value).ok()?),
        (value, _) => Year::Short(small(value)?),
    };
    let first = small(first.0)?;
    let month_first = || parts::day_fields(Some(year), first, second, None);
    let day_first = || parts::day_fields(Some(year), second, first, None);
    match order {
        DateOrder::Mdy => month_first().or_else(day_first),
        DateOrder::Dmy | DateOrder::Ymd => day_first().or_else(month_first),
    }
}

fn glued_behind(cursor: &mut Cursor<'_>, mark: fn(&mut Cursor<'_>) -> Option<()>) -> Option<u8> {
    if !cursor.is_glued() {
        return None;
    }
    mark(cursor)?;
    cursor.glued_pair()
}

pub(super) const MONTH_DAY_YEAR: Rule = Rule {
    name: "month-day-year",
    about: "A full date, month first.",
    confidence: 0.99,
    examples: &[
        Example { text: "On [June 6, 2018], he signed.", means: "2018-06-06" },
        Example { text: "On [Wednesday, Jan. 3 2018] it rained.", means: "2018-01-03" },
        Example { text: "On [May 1st, 1886] they struck.", means: "1886-05-01" },
        Example { text: "She quit on [February 30, 2019].", means: "XXXX-02-30" },
    ],
    starts: Senses::MONTH.or(Senses::WEEKDAY),
    read: Reader::One(|cursor| {
        let weekday = parts::weekday_before(cursor);
        let month = parts::month(cursor)?;
        let day = month_day(cursor)?;
        let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
        let year = parts::year(cursor)?;
        Some(parts::day_or_impossible(Some(year), month, day, weekday))
    }),
};

pub(super) const DAY_MONTH_YEAR: Rule = Rule {
    name: "day-month-year",
    about: "A full date, day first.",
    confidence: 0.99,
    examples: &[
        Example { text: "On [6 June 2018] he signed.", means: "2018-06-06" },
        Example { text: "On [the 14th of July, 1789], it fell.", means: "1789-07-14" },
        Example { text: "It began on [Friday 1 September 1939].", means: "1939-09-01" },
        Example { text: "Caesar died on [15 March 44 BC].", means: "BC0044-03-15" },
        Example { text: "Bede (died [26 May 735]) was a monk.", means: "0735-05-26" },
    ],
    starts: Senses::DIGITS.or(Senses::THE).or(Senses::ORDINAL).or(Senses::WEEKDAY),
    read: Reader::One(|cursor| {
        let weekday = parts::weekday_before(cursor);
        let (day, month) = day_of_month(cursor)?;
        let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
        let year = cursor.attempt(early_year).or_else(|| parts::year(cursor))?;
        Some(parts::day_or_impossible(Some(year), month, day, weekday))
    }),
};

/// A year in three digits, where a clause or a bracket ends behind it.
fn early_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let digits = cursor.digits(|d| d.form == DigitsForm::Plain && d.count == 3)?;
    let ends = cursor.next().is_none_or(|token| {
        matches!(token.kind, Kind::SentenceEnd | Kind::Mark('.' | ',' | ';' | ')'))
    });
    let year = i32::try_from(digits.value).ok().map(Year::Full);
    year.filter(|_| ends && digits.value >= 100)
}

pub(super) const MONTH_DAY: Rule = Rule {
    name: "month-day",
    about: "A day of a month, month first; the year is found by the tense and the dates told before.",
    confidence: 0.97,
    examples: &[
        Example {
            text: "The [July Fourth] fair is off; in [June] first came rain.",
            means: "2018-07-04 2018-06",
        },
        Example { text: "Trump granted Johnson clemency on [June 6].", means: "2018-06-06" },
        Example { text: "He left on [Sept. 14th].", means: "2017-09-14" },
        Example { text: "They will vote on [June 20].", means: "2018-06-20" },
        Example { text: "It opened on [Sunday, March eleventh].", means: "2018-03-11" },
        Example {
            text: "The vote was moved from [June 3] to [June 20].",
            means: "2018-06-03 2018-06-20",
        },
        Example { text: "In [June] 12 people fell ill.", means: "2018-06" },
        Example { text: "They met on [Wednesday, June 13], in Memphis.", means: "2018-06-13" },
    ],
    starts: Senses::MONTH.or(Senses::WEEKDAY),
    read: Reader::One(|cursor| {
        let weekday = parts::weekday_before(cursor);
        let month = parts::month(cursor)?;
        let day = month_day(cursor)?;
        if parts::counts_follow(cursor) {
            return None;
        }
        Some(parts::day_or_impossible(None, month, day, weekday))
    }),
};

pub(super) const DAY_MONTH: Rule = Rule {
    name: "day-month",
    about: "A day of a month, day first; the year is found as for `month-day`.",
    confidence: 0.97,
    examples: &[
        Example { text: "The bridge opened on [6 June].", means: "2018-06-06" },
        Example { text: "It closed on [the 3rd of March].", means: "2018-03-03" },
        Example { text: "On [the sixth of June] they landed.", means: "2018-06-06" },
        Example { text: "The baker at 5 May Street shut.", means: "" },
    ],
    starts: Senses::DIGITS.or(Senses::THE).or(Senses::ORDINAL).or(Senses::WEEKDAY),
    read: Reader::One(|cursor| {
        let weekday = parts::weekday_before(cursor);
        let (day, month) = day_of_month(cursor)?;
        let street =
            cursor.next().is_some_and(Token::is_capital) && cursor.sees(|s| s == Sense::Street);
        (!street).then(|| parts::day_or_impossible(None, month, day, weekday))
    }),
};

/// The day behind a month: `6`, `6th`, `the 6th`.
fn month_day(cursor: &mut Cursor<'_>) -> Option<u8> {
    let behind_article = |cursor: &mut Cursor<'_>| {
        cursor.cue(Cue::The)?;
        parts::day(cursor)
    };
    // `June twelfth`, `July Fourth parades`; but `In June second helpings were free`, `In June first came rain`.
    let in_words = |cursor: &mut Cursor<'_>| {
        let named = cursor.next().is_some_and(Token::is_capital);
        let day = parts::ordinal_day(cursor)?;
        (named || cursor.is_glued() || !(cursor.sees_noun() || cursor.sees_verb())).then_some(day)
    };
    cursor
        .attempt(parts::day)
        .or_else(|| cursor.attempt(behind_article))
        .or_else(|| cursor.attempt(in_words))
}

/// The day and the month behind it: `6 June`, `the 6th of June`.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<(u8, u8)> {
    let start = *cursor;
    let article = |cursor: &mut Cursor<'_>| {
        let _ = cursor.cue(Cue::The);
        parts::day(cursor)
    };
    let day = cursor.attempt(article).or_else(|| parts::ordinal_day(cursor))?;
    let _ = cursor.cue(Cue::Of).or_else(|| cursor.dash());
    let month = parts::month(cursor)?;
    (!parts::label_before(&start)).then_some((day, month))
}

pub(super) const MONTH_YEAR: Rule = Rule {
    name: "month-year",
    about: "A month of a year.",
    confidence: 0.99,
    examples: &[
        Example { text: "It spread in [October 2017].", means: "2017-10" },
        Example { text: "It opened in [June, 1953].", means: "1953-06" },
        Example { text: "By [May of 1968] it was over.", means: "1968-05" },
        Example { text: "It shut in [Dec. '98].", means: "1998-12" },
    ],
    starts: Senses::MONTH,
    read: Reader::One(|cursor| {
        let month = parts::month(cursor)?;
        let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of)).or_else(|| cursor.dash());
        let year = parts::year(cursor)?;
        if parts::counts_follow(cursor) {
            return None;
        }
        Some(DateFields::new(Some(year), Part::Month(month)).into())
    }),
};

pub(super) const HOLIDAY: Rule = Rule {
    name: "holiday",
    about: "A day that has a name, fixed or moving.",
    confidence: 0.8,
    examples: &[
        Example { text: "They married on [Christmas Eve 1961].", means: "1961-12-24" },
        Example { text: "It closed on [New Year's Day].", means: "2018-01-01" },
        Example { text: "He was found on [Thanksgiving Day].", means: "2017-11-23" },
        Example { text: "They rose at [Easter 1916].", means: "1916-04-23" },
        Example { text: "They will vote on [Election Day].", means: "2018-11-06" },
        Example { text: "Rain spoilt the [Memorial Day] parade.", means: "2018-05-28" },
        Example { text: "Christmas sales and the Easter Rising.", means: "" },
    ],
    starts: Senses::HOLIDAY,
    read: Reader::One(|cursor| {
        let start = *cursor;
        let holiday =
            cursor.sense(|s| if let Sense::Holiday(holiday) = s { Some(holiday) } else { None })?;
        let year = cursor.attempt(|cursor| {
            let _ =
                cursor.mark(',').or_else(|| cursor.cue(Cue::Of)).or_else(|| cursor.cue(Cue::In));
            parts::year(cursor)
        });
        // `Christmas sales` are of a season, `the Christmas Day attack` is of a day.
        let is_day = start.next().is_some_and(|_| cursor.position() > start.position() + 1);
        let and_noun = cursor.sees(|s| s == Sense::Cue(Cue::And)) && {
            let mut ahead = *cursor;
            ahead.cue(Cue::And).is_some() && ahead.sees(|s| matches!(s, Sense::Holiday(_)))
        };
        let of_a_thing = year.is_none()
            && !is_day
            && (and_noun || cursor.sees_noun() && !cursor.sees(is_day_part));
        (!of_a_thing).then(|| DateFields::new(year, Part::Holiday(holiday)).into())
    }),
};

fn is_day_part(sense: Sense) -> bool {
    matches!(sense, Sense::DayPart(_))
}

pub(super) const NTH_WEEKDAY: Rule = Rule {
    name: "nth-weekday",
    about: "A day of the week by its number in a month.",
    confidence: 0.9,
    examples: &[
        Example { text: "They met on [the last Friday in May].", means: "2018-05-25" },
        Example { text: "It fell on [the third Monday of January 2016].", means: "2016-01-18" },
        Example { text: "The last Friday of [each month].", means: "P1M" },
    ],
    starts: Senses::THE.or(Senses::ORDINAL).or(Senses::DIGITS),
    read: Reader::One(|cursor| {
        let _ = cursor.cue(Cue::The);
        let last = cursor.cue(Cue::Last).is_some();
        let nth = if last { None } else { Some(u8::try_from(parts::ordinal(cursor)?).ok()?) };
        let weekday = parts::weekday(cursor)?;
        cursor.any_cue(&[Cue::In, Cue::Of])?;
        let month = parts::month(cursor)?;
        let _ = cursor.mark(',').or_else(|| cursor.cue(Cue::Of));
        let year = parts::year(cursor);
        let holiday = match nth {
            None => Holiday::Last { month, weekday },
            Some(nth @ 1..=5) => Holiday::Nth { month, weekday, nth, shift: 0 },
            Some(_) => return None,
        };
        Some(DateFields::new(year, Part::Holiday(holiday)).into())
    }),
};

pub(super) const SEASON_YEAR: Rule = Rule {
    name: "season-year",
    about: "A season of a year.",
    confidence: 0.97,
    examples: &[
        Example { text: "It opened in [spring 2018].", means: "2018-SP" },
        Example { text: "In [the summer of 1914] nobody knew.", means: "1914-SU" },
    ],
    starts: Senses::SEASON.or(Senses::THE),
    read: Reader::One(|cursor| {
        let _ = cursor.cue(Cue::The);
        let season = cursor.sense(|s| if let Sense::Season(x) = s { Some(x) } else { None })?;
        let _ = cursor.cue(Cue::Of).or_else(|| cursor.mark(','));
        let year = parts::year(cursor)?;
        Some(DateFields::new(Some(year), Part::Season(season)).into())
    }),
};

pub(super) const QUARTER: Rule = Rule {
    name: "quarter",
    about: "A quarter of a year, calendar or fiscal.",
    confidence: 0.9,
    examples: &[
        Example { text: "Sales rose in [Q2 2018].", means: "2018-Q2" },
        Example { text: "It lost money in [the third quarter of 2017].", means: "2017-Q3" },
        Example { text: "[First-quarter] profit fell.", means: "2018-Q1" },
        Example { text: "The second quarter-final was dull.", means: "" },
    ],
    starts: Senses::LETTER
        .or(Senses::THE)
        .or(Senses::ORDINAL)
        .or(Senses::FISCAL)
        .or(Senses::DIGITS),
    read: Reader::One(|cursor| {
        let letter = cursor.attempt(|cursor| {
            cursor.cue(Cue::QuarterLetter)?;
            cursor.glued_pair().filter(|q| (1..=4).contains(q))
        });
        let (quarter, fiscal) = match letter {
            Some(quarter) => (quarter, false),
            None => quarter_in_words(cursor)?,
        };
        let mut ahead = *cursor;
        let of_another = ahead.cue(Cue::Of).is_some()
            && ahead.cue(Cue::The).is_some()
            && parts::ordinal(&mut ahead).is_some();
        if of_another || parts::is_compound(cursor) {
            return None;
        }
        let year = cursor.attempt(year_behind_part);
        // Of which fiscal year it is, only the company knows: without one it counts as the calendar's.
        let fiscal = year.is_some_and(|(_, of_year)| fiscal || of_year);
        let fields = DateFields::new(year.map(|(year, _)| year), Part::Quarter(quarter));
        Some(DateFields { fiscal, ..fields }.into())
    }),
};

/// `the third quarter`, `fiscal second-quarter`.
pub(super) fn quarter_in_words(cursor: &mut Cursor<'_>) -> Option<(u8, bool)> {
    use crate::temporal::value::DurationUnit;
    let _ = cursor.cue(Cue::The);
    let fiscal = cursor.cue(Cue::Fiscal).is_some();
    let _ = cursor.dash();
    let number = parts::ordinal(cursor)
        .or_else(|| cursor.cue(Cue::Last).map(|()| 4))
        .filter(|n| (1..=4).contains(n))?;
    let _ = cursor.dash();
    let is_quarter = |s| matches!(s, Sense::Unit(DurationUnit::Quarter)).then_some(());
    cursor.sense(is_quarter)?;
    Some((u8::try_from(number).ok()?, fiscal))
}

/// `of 2018`, `of fiscal 1998`, `2018`: and whether the year is a fiscal one.
fn year_behind_part(cursor: &mut Cursor<'_>) -> Option<(Year, bool)> {
    let _ = cursor.cue(Cue::Of).or_else(|| cursor.cue(Cue::In)).or_else(|| cursor.mark(','));
    let fiscal = cursor.cue(Cue::Fiscal).is_some();
    let _ = cursor.cue(Cue::YearWord);
    Some((parts::year(cursor)?, fiscal))
}

pub(super) const HALF: Rule = Rule {
    name: "half",
    about: "A half of a year.",
    confidence: 0.95,
    examples: &[
        Example { text: "Exports grew in [the first half of 2017].", means: "2017-H1" },
        Example { text: "Costs fell in [H2 2016].", means: "2016-H2" },
        Example { text: "Its [first-half] profit rose.", means: "2018-H1" },
        Example { text: "They scored in the second half.", means: "" },
    ],
    starts: Senses::LETTER.or(Senses::THE).or(Senses::ORDINAL).or(Senses::POINTER),
    read: Reader::One(|cursor| {
        let letter = cursor.attempt(|cursor| {
            cursor.cue(Cue::HalfLetter)?;
            cursor.glued_pair().filter(|half| (1..=2).contains(half))
        });
        let start = *cursor;
        let half = letter.or_else(|| cursor.attempt(half_in_words))?;
        let Some((year, fiscal)) = cursor.attempt(year_behind_part) else {
            // `first-half profit`
            let dashed = start.position() + 3 == cursor.position()
                && cursor.before(2).is_some_and(Token::is_dash);
            return (dashed && cursor.sees_noun())
                .then(|| DateFields::new(None, Part::Half(half)).into());
        };
        Some(DateFields { fiscal, ..DateFields::new(Some(year), Part::Half(half)) }.into())
    }),
};

pub(super) fn half_in_words(cursor: &mut Cursor<'_>) -> Option<u8> {
    let _ = cursor.cue(Cue::The);
    let number = parts::ordinal(cursor).or_else(|| cursor.cue(Cue::Last).map(|()| 2))?;
    let _ = cursor.dash();
    cursor.cue(Cue::Half)?;
    u8::try_from(number).ok().filter(|half| (1..=2).contains(half))
}

pub(super) const FISCAL_YEAR: Rule = Rule {
    name: "fiscal-year",
    about: "A fiscal year.",
    confidence: 0.9,
    examples: &[
        Example { text: "Spending rose in [fiscal 1998].", means: "FY1998" },
        Example { text: "Fiscal policy, and the fiscal rules.", means: "" },
        Example {
            text: "It closed [fiscal year 2017] in the red, and [FY2016].",
            means: "FY2017 FY2016",
        },
    ],
    starts: Senses::FISCAL,
    read: Reader::One(|cursor| {
        cursor.cue(Cue::Fiscal)?;
        let _ = cursor.cue(Cue::YearWord);
        let year = parts::year(cursor)?;
        Some(DateFields { fiscal: true, ..DateFields::new(Some(year), Part::Whole) }.into())
    }),
};

pub(super) const YEAR_ERA: Rule = Rule {
    name: "year-era",
    about: "A year with its era.",
    confidence: 0.99,
    examples: &[
        Example { text: "They fought in [480 BC].", means: "BC0480" },
        Example { text: "Vesuvius buried it in [AD 79].", means: "0079" },
        Example { text: "Farming began [about 10,000 BCE].", means: "BC10000" },
    ],
    starts: Senses::DIGITS.or(Senses::ERA),
    read: Reader::One(|cursor| {
        let year = parts::era_year(cursor)?;
        Some(DateFields::new(Some(year), Part::Whole).into())
    }),
};

pub(super) const DECADE: Rule = Rule {
    name: "decade",
    about: "Ten years by their name.",
    confidence: 0.95,
    examples: &[
        Example { text: "It closed in [the 1990s].", means: "199" },
        Example { text: "They met in [the '60s].", means: "196" },
        Example { text: "It grew in [the 1800s].", means: "18" },
        Example { text: "Rents rose in [the nineties].", means: "199" },
        Example { text: "Some 1000s died near the B2000's bend.", means: "" },
        Example { text: "She is in her 60s, he in his fifties.", means: "" },
    ],
    starts: Senses::THE.or(Senses::DIGITS).or(Senses::DECADE).or(Senses::APOSTROPHE),
    read: Reader::One(|cursor| {
        let goes_on = cursor.before(1).is_some_and(|it| matches!(it.kind, Kind::Word { .. }));
        if goes_on && cursor.is_glued() {
            return None;
        }
        let article = cursor.cue(Cue::The).is_some();
        let full = |d: crate::temporal::token::Digits| {
            let is_decade = d.value % 10 == 0 && (1100..2200).contains(&d.value);
            d.form == DigitsForm::Decade && d.count == 4 && is_decade
        };
        if let Some(digits) = cursor.digits(full) {
            // `the 1800s` are a century; `the 1900s` and `the 2000s` may be either.
            if digits.value % 100 == 0 && digits.value < 1900 {
                return Some(Said::Century(i32::try_from(digits.value / 100).ok()?).into());
            }
            return Some(Said::Decade(i32::try_from(digits.value / 10).ok()?).into());
        }
        let word = cursor.sense(|s| if let Sense::Decade(n) = s { Some(n) } else { None });
        if let Some(decade) = word {
            return article.then(|| Said::ShortDecade(decade / 10).into());
        }
        let quote = cursor.mark('\'').or_else(|| cursor.mark('’')).or_else(|| cursor.mark('‘'));
        let short =
            cursor.digits(|d| d.form == DigitsForm::Decade && d.count == 2 && d.value % 10 == 0)?;
        let decade = i32::try_from(short.value / 10).ok()?;
        (quote.is_some() || article).then(|| Said::ShortDecade(decade).into())
    }),
};

pub(super) const CENTURY: Rule = Rule {
    name: "century",
    about: "A century by its number.",
    confidence: 0.97,
    examples: &[
        Example { text: "The mill dates from [the 20th century].", means: "19" },
        Example { text: "An [eighteenth-century] house.", means: "17" },
        Example { text: "They built it in [the 3rd century BC].", means: "BC02" },
        Example { text: "He hit his third century of the tour.", means: "" },
    ],
    starts: Senses::THE.or(Senses::ORDINAL).or(Senses::DIGITS).or(Senses::NUMBER),
    read: Reader::One(|cursor| {
        use crate::temporal::value::DurationUnit;
        let its = cursor.before(1).is_some_and(|token| cursor.plays(token, Role::Possessive));
        let _ = cursor.cue(Cue::The);
        let number =
            i32::try_from(parts::ordinal(cursor)?).ok().filter(|n| (1..=99).contains(n))?;
        let _ = cursor.dash();
        let century = |s| {
            matches!(
                s,
                Sense::Unit(DurationUnit::Century) | Sense::PluralUnit(DurationUnit::Century)
            )
            .then_some(())
        };
        cursor.sense(century)?;
        // `his third century of the tour` is a score, `its 19th century walls` are old.
        if its && !cursor.sees_noun() {
            return None;
        }
        if cursor.cue(Cue::BeforeChrist).is_some() {
            return Some(Said::Century(-number).into());
        }
        let _ = cursor.cue(Cue::AnnoDomini);
        Some(Said::Century(number - 1).into())
    }),
};

pub(super) const YEAR: Rule = Rule {
    name: "year",
    about: "A year in four digits.",
    confidence: 0.93,
    examples: &[
        Example { text: "In [1996] she was convicted.", means: "1996" },
        Example { text: "The law of [1875] still holds.", means: "1875" },
        Example { text: "It was the worst storm since [1953].", means: "1953" },
        Example { text: "[The year 1950] began well.", means: "1950" },
        Example { text: "In [nineteen ninety-six] it shut.", means: "1996" },
        Example { text: "Some 2,018 people and 1800 men came.", means: "" },
        Example { text: "They took Route 1966 to Section 1996.", means: "" },
        Example { text: "It cost 1996 dollars, or $1996.", means: "" },
        Example {
            text: "By [1100] ([1600 GMT]) they were out.",
            means: "2018-06-14T11:00 2018-06-14T16:00Z",
        },
        Example { text: "The 1953 team met again; the 2012 model sold well.", means: "" },
        Example { text: "The [1987] crash cost him everything.", means: "1987" },
        Example { text: "The [1784] treaty; the decree ([1790]).", means: "1784 1790" },
        Example { text: "It broke its [1990] promise, a secret [1902] pact.", means: "1990 1902" },
        Example { text: "A Boeing 1747, a Windows 2000 and a Russell 2000.", means: "" },
        Example { text: "They sang at the Film Festival [2010].", means: "2010" },
        Example { text: "It hurt [post-1959] ties, and [1990] group profits.", means: "1959 1990" },
        Example { text: "By [the year two thousand and five] it was dry.", means: "2005" },
        Example { text: "User ada1815 left 1990 apples and 1950 metres of rope.", means: "" },
        Example {
            text: "Call 020 7946 2001 or 1800 200 1999, or come to 1984 Main Street.",
            means: "",
        },
        Example {
            text: "A garrison of 1500, a crowd of 1945; the index closed at 1995.",
            means: "",
        },
        Example {
            text: "He read Nineteen Eighty-Four, and pp. 1914-18 of the minutes.",
            means: "",
        },
        Example { text: "The album 1989 sold well; Orwell wrote “1984” on Jura.", means: "" },
    ],
    starts: Senses::DIGITS.or(Senses::NUMBER).or(Senses::THE),
    read: Reader::One(|cursor| {
        let year = cursor.attempt(the_year).or_else(|| lone_year(cursor))?;
        Some(DateFields::new(Some(year), Part::Whole).into())
    }),
};

/// A year that nothing names one, if what stands around it makes it no count, no label and no name.
fn lone_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let before = *cursor;
    let in_words = cursor.next().is_some_and(|token| matches!(token.kind, Kind::Word { .. }));
    let year = if in_words { parts::year(cursor)? } else { parts::four_digit_year(cursor)? };
    let Year::Full(value) = year else { return None };
    let number = LoneNumber { before, after: *cursor, value, in_words };
    let tied = number.is_tied();
    let is_other = number.is_label() || number.is_count(tied) || number.is_name();
    (!is_other && (tied || number.may_be_year())).then_some(year)
}

/// A number that could be a year, with the places before and after it.
struct LoneNumber<'t> {
    before: Cursor<'t>,
    after: Cursor<'t>,
    value: i32,
    in_words: bool,
}

impl LoneNumber<'_> {
    /// Whether a word before it ties it to time: `in 1500`, `early 1500`, `the fire of 1500`.
    fn is_tied(&self) -> bool {
        self.is_about()
            || self.before.follows(TIES)
            || (self.before.follows(JOINING) && !parts::is_number_among_numbers(&self.before))
            || follows_phase(&self.before)
            || self.before.follows_sense(|s| s == Sense::EventNoun)
    }

    /// Whether `about` stands before it.
    fn is_about(&self) -> bool {
        self.before.follows_sense(|s| s == Sense::Quantifier(Modifier::Approx))
    }

    /// Whether it is the number of a thing or a time of day: `Route 1966`, `at 1600`.
    fn is_label(&self) -> bool {
        parts::label_before(&self.before)
            || is_name_number(&self.before)
            || clock::is_four_digits(&self.before)
            || parts::is_address(&self.after)
    }

    /// Whether it counts: `almost 1900`, `a crowd of 1945`, `1500 villages`, `about 1500 died`.
    fn is_count(&self, tied: bool) -> bool {
        // `of 1500 villages` counts; `in 1500 villages burned` dates, but few write it.
        let crowd = self.before.follows(&[Cue::Of])
            && self.before.before(2).is_some_and(|token| token.means(Sense::Crowd));
        crowd
            || self.before.follows_sense(|s| s == Sense::BeforeCount)
            || self.before.follows(&[Cue::At])
            || (!tied && parts::is_number_among_numbers(&self.before))
            || (self.is_about() && self.after.sees_verb())
            || (self.value < 1900 && self.is_before_noun() && self.after.sees_plural())
            || parts::counts_follow(&self.after)
            || is_measure(&self.after)
    }

    /// Whether it names something: `the 1953 team`, `Nineteen Eighty-Four`.
    fn is_name(&self) -> bool {
        let names = self.follows_article() && self.after.sees(|s| s == Sense::NamedByYear);
        names || (self.in_words && self.before.is_title_case(self.after.position()))
    }

    /// Whether a number like it may be a year without a word that ties it to time.
    fn may_be_year(&self) -> bool {
        let noun = self.is_before_noun();
        let one = noun && !self.after.sees_plural();
        let begins = self.before.before(1).is_none_or(|token| token.kind == Kind::SentenceEnd);
        let of_thing = one && !begins && !self.after.sees_unit() && self.value % 100 != 0;
        parts::is_bracketed(&self.after)
            || match self.value {
                1900..=2099 => self.in_words || self.is_determined() || !noun || of_thing,
                1200..=1899 => self.is_determined() && one,
                _ => false,
            }
    }

    fn is_before_noun(&self) -> bool {
        !self.after.is_glued() && self.after.sees_noun()
    }

    fn follows_article(&self) -> bool {
        self.before.follows(&[Cue::The, Cue::A, Cue::Possessive])
    }

    /// Whether what stands before it determines a noun: `its 1990`, `a secret 1902`.
    fn is_determined(&self) -> bool {
        self.follows_article()
            || (self.before.determined(1) && !self.after.sees_plural())
            || (self.before.follows_adjective() && self.before.determined(2))
    }
}

/// `the year 1950`, `the year two thousand`.
fn the_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    cursor.cue(Cue::The)?;
    cursor.cue(Cue::YearWord)?;
    parts::four_digit_year(cursor).or_else(|| parts::year(cursor))
}

/// The words that tie a number behind them to time.
const TIES: &[Cue] = &[
    Cue::In,
    Cue::For,
    Cue::Since,
    Cue::Until,
    Cue::By,
    Cue::From,
    Cue::Of,
    Cue::Between,
    Cue::To,
    Cue::Before,
    Cue::After,
    Cue::YearWord,
];

/// The words that tie a year to the one before them: `1914 or 1915`.
const JOINING: &[Cue] = &[Cue::And, Cue::Or];

/// Whether a name stands right before the number, or letters that it goes on: `Apollo 1969`, `ada1815`.
fn is_name_number(cursor: &Cursor<'_>) -> bool {
    let Some(before) = cursor.before(1) else { return false };
    if cursor.is_glued() && matches!(before.kind, Kind::Word { .. }) {
        return true;
    }
    let dash = before.is_dash() && cursor.is_glued() && before.glued;
    let dashed_name = dash
        && cursor.before(2).is_some_and(|t| matches!(t.kind, Kind::Word { .. }))
        && !cursor.before(2).is_some_and(|t| {
            t.readings.iter().any(|r| matches!(r.sense, Sense::Phase(_) | Sense::Month(_)))
        });
    let name = before.is_capital()
        && !cursor.is_function_word(before)
        && !before.readings.iter().any(|reading| {
            matches!(
                reading.sense,
                Sense::Cue(_) | Sense::Phase(_) | Sense::Quantifier(_) | Sense::EventNoun
            )
        });
    name || dashed_name
}

/// Whether a mark behind the number makes it a part of something else: `1996%`, `1996.5`, `1996-B`.
fn is_measure(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    cursor.is_glued()
        && ahead.dash().is_some()
        && ahead.is_glued()
        && ahead
            .next()
            .is_some_and(|token| matches!(token.kind, Kind::Word { .. } | Kind::Number(_)))
}

pub(super) const EARLY_YEAR: Rule = Rule {
    name: "early-year",
    about: "A year in three digits, where the sentence or clause ends behind it.",
    confidence: 0.6,
    examples: &[
        Example { text: "Monks founded the abbey in [909].", means: "0909" },
        Example { text: "They met in room 909, and paid for 120 rooms.", means: "" },
    ],
    starts: Senses::DIGITS,
    read: Reader::One(|cursor| {
        if !cursor.follows(&[Cue::In, Cue::Since, Cue::Until, Cue::By])
            || parts::label_before(cursor)
        {
            return None;
        }
        let year = early_year(cursor)?;
        Some(DateFields::new(Some(year), Part::Whole).into())
    }),
};

pub(super) const SHORT_YEAR: Rule = Rule {
    name: "short-year",
    about: "A year by its last two digits, behind an apostrophe.",
    confidence: 0.85,
    examples: &[
        Example { text: "It was built in ['98].", means: "1998" },
        Example { text: "He said 'no'.", means: "" },
    ],
    starts: Senses::APOSTROPHE,
    read: Reader::One(|cursor| {
        if !cursor.follows(TIES) {
            return None;
        }
        let year = parts::short_year(cursor)?;
        Some(DateFields::new(Some(year), Part::Whole).into())
    }),
};

pub(super) const MONTH: Rule = Rule {
    name: "month",
    about: "A month; its year is found by the tense and the dates told before.",
    confidence: 0.92,
    examples: &[
        Example { text: "It began in [March].", means: "2018-03" },
        Example { text: "The vote is due in [October].", means: "2018-10" },
        Example { text: "Strikes ran from [May] to [June].", means: "2018-05 2018-06" },
        Example {
            text: "It was capped by [mid-March], after [early May].",
            means: "2018-03 2018-05",
        },
        Example {
            text: "In [March] Trump signed it; since [May] Turkey has jailed 40.",
            means: "2018-03 2018-05",
        },
        Example { text: "[March], [April] and [May] were dry.", means: "2018-03 2018-04 2018-05" },
        Example { text: "He may march; May I? April Smith and Theresa May left.", means: "" },
        Example { text: "[March]: the works begin.", means: "2018-03" },
        Example { text: "April said she would march.", means: "" },
        Example { text: "The March on Washington and the August Wilson play.", means: "" },
    ],
    starts: Senses::MONTH,
    read: Reader::One(|cursor| {
        let start = *cursor;
        let ambiguous =
            cursor.next()?.readings.iter().any(|r| r.capital && matches!(r.sense, Sense::Month(_)));
        let named =
            start.before(1).is_some_and(|before| before.is_capital() && before.readings.is_empty());
        let month = parts::month(cursor)?;
        let name_follows = !cursor.is_glued()
            && cursor.next().is_some_and(|token| token.is_capital() && token.readings.is_empty());
        let phase = follows_phase(&start);
        let heads_line = start.before(1).is_none() && cursor.next().is_some_and(|t| t.is_mark(':'));
        let tied = phase
            || heads_line
            || listed_with_month(cursor)
            || start.follows(TIES)
            || start.follows(JOINING)
            || start.follows(&[Cue::On, Cue::Past])
            || start.follows_sense(|s| matches!(s, Sense::Pointer(_)));
        // `In March Trump signed it`, but `March Madness`, `to May Smith`.
        let placed = start.follows(&[Cue::In, Cue::Since, Cue::Until, Cue::By, Cue::From]);
        if named
            || (name_follows && !phase && !placed)
            || (ambiguous && !tied)
            || (ambiguous && article_before(&start))
            || (!tied && speaks(cursor))
        {
            return None;
        }
        Some(DateFields::new(None, Part::Month(month)).into())
    }),
};

/// Whether another month follows in a list: `March, April and May`.
fn listed_with_month(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let joint = ahead.mark(',').is_some() || ahead.any_cue(JOINING).is_some();
    joint && ahead.sees(|s| matches!(s, Sense::Month(_)))
}

/// Whether a verb of saying follows, whose subject is a person: `April said`.
fn speaks(cursor: &Cursor<'_>) -> bool {
    cursor.next().is_some_and(|token| cursor.plays(token, Role::Saying))
}

/// Whether `early` or `mid-` stands right before the cursor.
fn follows_phase(cursor: &Cursor<'_>) -> bool {
    let mut behind = *cursor;
    if cursor.before(1).is_some_and(|token| token.is_dash() && token.glued) {
        behind.step_back();
    }
    behind.follows_sense(|s| matches!(s, Sense::Phase(_)))
}

fn article_before(cursor: &Cursor<'_>) -> bool {
    cursor.follows(&[Cue::The, Cue::A])
}

pub(super) const DAY_OF_MONTH: Rule = Rule {
    name: "day-of-month",
    about: "A day by its number alone; the month is the one told last.",
    confidence: 0.8,
    examples: &[
        Example {
            text: "It began on [June 3] and ended on [the 5th].",
            means: "2018-06-03 2018-06-05",
        },
        Example {
            text: "It was set for [June 3], then for [the 5th].",
            means: "2018-06-03 2018-06-05",
        },
        Example { text: "On the 5th floor, at the 9th hole, on the 4th day.", means: "" },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        if !cursor.follows(&[
            Cue::On,
            Cue::For,
            Cue::By,
            Cue::Until,
            Cue::To,
            Cue::And,
            Cue::Since,
            Cue::From,
        ]) {
            return None;
        }
        cursor.cue(Cue::The)?;
        let digits =
            cursor.digits(|d| d.form == DigitsForm::Ordinal && (1..=31).contains(&d.value))?;
        let counted = cursor.sees_noun() || cursor.sees(|s| matches!(s, Sense::Unit(_)));
        (!counted).then(|| u8::try_from(digits.value).ok())?.map(|day| Said::DayOfMonth(day).into())
    }),
};
