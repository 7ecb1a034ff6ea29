//! Dates that hang on another date: the day of publication or the date told last.

use super::{Example, Reader, Rule, absolute, parts};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Pointer, Sense, Senses},
    said::{Amount, Anchor, DateFields, Part, Phrase, Said, Target},
    token::{Kind, Token},
    value::{DurationUnit, Modifier, Reference, TimeOfDay},
};

pub(super) const DAY_SHIFT: Rule = Rule {
    name: "day-shift",
    about: "Today, yesterday, tomorrow.",
    confidence: 0.95,
    examples: &[
        Example { text: "She was freed [yesterday].", means: "2018-06-13" },
        Example { text: "[Today] the court ruled.", means: "2018-06-14" },
        Example { text: "It opens [the day after tomorrow].", means: "2018-06-16" },
        Example {
            text: "In today's world, the homes of tomorrow; he told the Today show.",
            means: "",
        },
    ],
    starts: Senses::SHIFT.or(Senses::THE),
    read: Reader::One(|cursor| {
        let shift = |s| if let Sense::DayShift(days) = s { Some(days) } else { None };
        let start = *cursor;
        let days = cursor.sense(shift)?;
        let of_tomorrow = days == 1 && start.follows(&[Cue::Of]);
        (!of_tomorrow && !of_the_age(cursor) && !parts::is_in_title(&start))
            .then(|| Said::DayShift(days).into())
    }),
};

/// Whether `'s` and a noun follow that make `today` the present age: `today's world`.
fn of_the_age(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if ahead.cue(Cue::Possessive).is_none() {
        return false;
    }
    let next = ahead;
    ahead.step();
    [next, ahead].iter().any(|at| at.sees(|s| s == Sense::OfTheAge))
}

pub(super) const PART_SHIFT: Rule = Rule {
    name: "part-shift",
    about: "A part of the day by one word: tonight.",
    confidence: 0.93,
    examples: &[
        Example { text: "They sing [tonight].", means: "2018-06-14TNI" },
        Example { text: "It burned down [last night].", means: "2018-06-13TNI" },
    ],
    starts: Senses::SHIFT.or(Senses::POINTER),
    read: Reader::One(|cursor| part_shift(cursor).map(Phrase::from)),
};

/// `tonight`, `last night`.
pub(super) fn part_shift(cursor: &mut Cursor<'_>) -> Option<Said> {
    let shift = |s| if let Sense::PartShift(days, part) = s { Some((days, part)) } else { None };
    let (days, part) = cursor.sense(shift)?;
    Some(Said::Time(TimeOfDay::Part(part), Some(Box::new(Said::DayShift(days)))))
}

pub(super) const WEEKDAY: Rule = Rule {
    name: "weekday",
    about: "A day of the week; the tense says whether it lies ahead.",
    confidence: 0.93,
    examples: &[
        Example { text: "They met on [Wednesday].", means: "2018-06-13" },
        Example { text: "He spoke [Thursday].", means: "2018-06-14" },
        Example { text: "The court will rule on [Monday].", means: "2018-06-18" },
        Example { text: "The fair opened on [Sat., June 9].", means: "2018-06-09" },
        Example { text: "She reads The Sun and the Sunday Times on Black Friday.", means: "" },
        Example { text: "They met on a [Sunday].", means: "XXXX-WXX-7" },
        Example {
            text: "The Monday Club saw Saturday Night Live; he writes for the Mail on Sunday.",
            means: "",
        },
    ],
    starts: Senses::WEEKDAY,
    read: Reader::One(|cursor| {
        let start = *cursor;
        let name_before = cursor.before(1).is_some_and(|before| {
            before.is_capital() && before.readings.is_empty() && cursor.is_glued()
        });
        let counted =
            cursor.follows_sense(|s| matches!(s, Sense::Ordinal(_) | Sense::Cue(Cue::Last)));
        let day = parts::weekday(cursor)?;
        let of_each = counted && cursor.sees(|s| s == Sense::Cue(Cue::Of));
        // `the Monday Club`, `#Friday13`
        let club = start.follows(&[Cue::The]) && cursor.next().is_some_and(Token::is_name);
        let tag = start.before(1).is_some_and(|token| token.is_mark('#'));
        let one = |s| matches!(s, Sense::Number(1) | Sense::Cue(Cue::A));
        let part = cursor.sees(|s| matches!(s, Sense::DayPart(_)));
        let some = start.follows_sense(one) && !part && !cursor.sees_noun();
        let said = if some { Said::SomeWeekday(day) } else { Said::Weekday(day) };
        (!name_before && !of_each && !club && !tag).then(|| said.into())
    }),
};

/// A pointer, with the article: `the following`, `last`. Behind `the`, `next` follows the date told
/// last, and `last` means a length of time, which is another rule's.
fn pointer(cursor: &mut Cursor<'_>) -> Option<Pointer> {
    if verb_before(cursor) {
        return None;
    }
    let the_current = |s| (s == Sense::Pointer(Pointer::This)).then_some(Pointer::This);
    if cursor.sees(|s| s == Sense::Cue(Cue::The))
        && let Some(pointer) = cursor.sense(the_current)
    {
        return Some(pointer);
    }
    let article = cursor.cue(Cue::The).is_some();
    let following = |s| (s == Sense::Pointer(Pointer::Following)).then_some(Pointer::Following);
    if article && let Some(pointer) = cursor.sense(following) {
        return Some(pointer);
    }
    let found = cursor.sense(|sense| match sense {
        Sense::Pointer(Pointer::This) if article => None,
        Sense::Pointer(pointer) => Some(pointer),
        _ => None,
    })?;
    if article && found == Pointer::Last {
        return None;
    }
    let needs_article =
        matches!(found, Pointer::Previous | Pointer::Following) && !article && !cursor.follows(&[]);
    (!needs_article).then_some(found)
}

/// Whether the word before the cursor makes `last` a verb: `to last`, `may last`.
pub(super) fn verb_before(cursor: &Cursor<'_>) -> bool {
    // Most words are no such verb: this is asked first.
    if !cursor.next().is_some_and(|token| token.means(Sense::VerbOfLength)) {
        return false;
    }
    let mut ahead = *cursor;
    ahead.step();
    let length_follows = ahead.sees(|s| {
        matches!(s, Sense::PluralUnit(_) | Sense::Vague | Sense::Number(_) | Sense::Quantifier(_))
            || s == Sense::Cue(Cue::A)
    }) || ahead.next().is_some_and(|token| token.senses.meets(Senses::DIGITS));
    length_follows && cursor.before(1).is_some_and(|token| cursor.is_auxiliary(token))
}

/// `year-end`, `year's end`: the end of the year in which the text is.
fn year_end(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    cursor.attempt(|cursor| {
        cursor.sense(|s| (s == Sense::Unit(DurationUnit::Year)).then_some(()))?;
        let _ = cursor.dash().or_else(|| cursor.cue(Cue::Possessive));
        let edge = |s| if let Sense::Edge(modifier) = s { Some(modifier) } else { None };
        let modifier = cursor.sense(edge).filter(|&modifier| modifier == Modifier::End)?;
        (!cursor.sees_noun())
            .then_some(Phrase { said: Said::Running(DurationUnit::Year), modifier: Some(modifier) })
    })
}

/// Which part of the stretch: `early`, `late`.
fn phase(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    cursor.sense(|s| if let Sense::Phase(modifier) = s { Some(modifier) } else { None })
}

pub(super) const POINTED_NAME: Rule = Rule {
    name: "pointed-name",
    about: "Last, this or next with a name: last Thursday, next June, this spring.",
    confidence: 0.92,
    examples: &[
        Example { text: "He resigned [last Thursday].", means: "2018-06-07" },
        Example { text: "They vote [next June].", means: "2019-06" },
        Example { text: "It rained [this spring].", means: "2018-SP" },
        Example { text: "She left [last October].", means: "2017-10" },
        Example { text: "He came [last Thanksgiving].", means: "2017-11-23" },
        Example { text: "She was shot [last Oct. 23].", means: "2017-10-23" },
        Example {
            text: "Two crashed [last May], in this [June 3] photo.",
            means: "2017-05 2018-06-03",
        },
        Example { text: "It meets on the last Tuesday of the month.", means: "" },
        Example {
            text: "They struck in [1916]; [the following spring] they starved.",
            means: "1916 1917-SP",
        },
    ],
    starts: Senses::POINTER.or(Senses::THE),
    read: Reader::One(|cursor| {
        let pointer = pointer(cursor)?;
        let target = cursor.sense(|sense| match sense {
            Sense::Season(season) => Some(Target::Part(Part::Season(season))),
            Sense::Holiday(holiday) => Some(Target::Part(Part::Holiday(holiday))),
            _ => None,
        });
        let target =
            target.or_else(|| parts::weekday(cursor).map(Target::Weekday)).or_else(|| {
                let month = parts::month(cursor)?;
                let day = cursor.attempt(parts::day);
                // `this June 3 photo`: the date is named, and `this` points at the photo.
                let named = day.is_some() && pointer != Pointer::Last;
                let part = day.map_or(Part::Month(month), |day| Part::Day(month, day));
                (!named).then_some(Target::Part(part))
            })?;
        // `the last Tuesday of the month`
        let of_each =
            matches!(target, Target::Weekday(_)) && cursor.sees(|s| s == Sense::Cue(Cue::Of));
        (!of_each).then(|| Said::Pointed(pointer, target).into())
    }),
};

pub(super) const MONTH_POINTED: Rule = Rule {
    name: "month-pointed",
    about: "A part of a year and the year that words point at: June last year.",
    confidence: 0.88,
    examples: &[
        Example { text: "In [June last year] it flooded.", means: "2017-06" },
        Example {
            text: "They wed in [1936]; in [May of the same year] they left.",
            means: "1936 1936-05",
        },
        Example { text: "It opens in [spring next year].", means: "2019-SP" },
        Example {
            text: "It fell in [the first half of this year], not [the second half of the year].",
            means: "2018-H1 2018-H2",
        },
        Example { text: "It rose in [the third quarter of last year].", means: "2017-Q3" },
        Example {
            text: "They struck in [1939]; on [June 14 of the following year] they won.",
            means: "1939 1940-06-14",
        },
    ],
    starts: Senses::MONTH.or(Senses::SEASON).or(Senses::DIGITS).or(Senses::THE).or(Senses::ORDINAL),
    read: Reader::One(|cursor| {
        let part = cursor.attempt(part_of_year)?;
        let of = cursor.cue(Cue::Of).is_some();
        let divided = matches!(part, Part::Half(_) | Part::Quarter(_));
        let the_year = of && divided && cursor.attempt(the_year).is_some();
        if the_year {
            return Some(Said::PartOfPointed(part, Pointer::This).into());
        }
        let pointer = pointer(cursor)?;
        cursor.sense(|s| (s == Sense::Unit(DurationUnit::Year)).then_some(()))?;
        Some(Said::PartOfPointed(part, pointer).into())
    }),
};

/// `the year`, and nothing that says which.
fn the_year(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.cue(Cue::The)?;
    cursor.sense(|s| (s == Sense::Unit(DurationUnit::Year)).then_some(()))?;
    let named = cursor.next().is_some_and(|token| token.senses.meets(Senses::DIGITS));
    (!named).then_some(())
}

/// `June`, `June 14`, `14 June`, `spring`.
fn part_of_year(cursor: &mut Cursor<'_>) -> Option<Part> {
    if let Some(day) = cursor.attempt(parts::day) {
        let _ = cursor.cue(Cue::Of);
        return Some(Part::Day(parts::month(cursor)?, day));
    }
    let season =
        cursor.sense(|s| if let Sense::Season(x) = s { Some(Part::Season(x)) } else { None });
    let part = season
        .or_else(|| cursor.attempt(absolute::half_in_words).map(Part::Half))
        .or_else(|| cursor.attempt(absolute::quarter_in_words).map(|(q, _)| Part::Quarter(q)));
    if part.is_some() {
        return part;
    }
    let month = parts::month(cursor)?;
    Some(cursor.attempt(parts::day).map_or(Part::Month(month), |day| Part::Day(month, day)))
}

pub(super) const DAY_OF_POINTED_MONTH: Rule = Rule {
    name: "day-of-pointed-month",
    about: "A day of a month that words point at: the first of this month.",
    confidence: 0.9,
    examples: &[Example { text: "He left on [the first of this month].", means: "2018-06-01" }],
    starts: Senses::THE.or(Senses::DIGITS).or(Senses::ORDINAL),
    read: Reader::One(|cursor| {
        let day = parts::ordinal_day(cursor)?;
        cursor.cue(Cue::Of)?;
        let pointer = pointer(cursor)?;
        cursor.sense(|s| (s == Sense::Unit(DurationUnit::Month)).then_some(()))?;
        Some(Said::DayOfPointedMonth(day, pointer).into())
    }),
};

pub(super) const WEEKEND: Rule = Rule {
    name: "weekend",
    about: "The weekend nearest to publication; the tense says which.",
    confidence: 0.75,
    examples: &[
        Example { text: "Two shelters opened over [the weekend].", means: "2018-W23-WE" },
        Example { text: "It will rain at [the weekend].", means: "2018-W24-WE" },
        Example {
            text: "At [the weekend] police searched it, and over [the holiday weekend].",
            means: "2018-W23-WE 2018-W23-WE",
        },
        Example { text: "The weekend edition sold out.", means: "" },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        let tied = cursor.follows(&[Cue::At, Cue::Over, Cue::In]);
        cursor.cue(Cue::The)?;
        cursor.sense(|s| (s == Sense::Unit(DurationUnit::Weekend)).then_some(()))?;
        let noun_follows = cursor.sees_noun() && !tied;
        let target = Target::Unit(DurationUnit::Weekend);
        (!noun_follows).then(|| Said::Pointed(Pointer::This, target).into())
    }),
};

pub(super) const DAY_BEFORE: Rule = Rule {
    name: "day-before",
    about: "The day, week, month or year before or after the one told last.",
    confidence: 0.7,
    examples: &[
        Example {
            text: "It shut on [March 9]. [The day before], a lorry broke through.",
            means: "2018-03-09 2018-03-08",
        },
        Example { text: "He came in [2001] and left [the year after].", means: "2001 2002" },
        Example { text: "The day before the vote was long.", means: "" },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        cursor.cue(Cue::The)?;
        let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
        let later = cursor.any_cue(&[Cue::Before, Cue::After])? == Cue::After;
        let ends = ends_clause(cursor);
        let fits =
            !matches!(unit, DurationUnit::Second | DurationUnit::Minute | DurationUnit::Hour);
        let amount = Amount { hundredths: Some(100), unit };
        (ends && fits).then(|| {
            Said::Distance { amount, later, anchor: Anchor::Narrative, to_the_day: false }.into()
        })
    }),
};

/// Whether the clause ends at the cursor.
fn ends_clause(cursor: &Cursor<'_>) -> bool {
    cursor.next().is_none_or(|token| {
        matches!(token.kind, Kind::SentenceEnd | Kind::Mark('.' | ',' | ';' | ')'))
    })
}

pub(super) const FROM_DATE: Rule = Rule {
    name: "from-date",
    about: "Days or weeks counted from a date that is named: the eve of June 6.",
    confidence: 0.85,
    examples: &[
        Example { text: "They wed on [the eve of June 6, 1944].", means: "1944-06-05" },
        Example { text: "It fell [two weeks after March 1].", means: "2018-03-15" },
        Example { text: "They will wed [a week from Monday].", means: "2018-06-25" },
        Example { text: "He came on [the day before Christmas 1914].", means: "1914-12-24" },
        Example { text: "It sits in [the week of March 5].", means: "2018-W10" },
        Example { text: "On the eve of the vote, the day after the war.", means: "" },
    ],
    starts: Senses::THE.or(AMOUNTS),
    read: Reader::One(|cursor| {
        if cursor.cue(Cue::The).is_none() {
            let amount = parts::amount(cursor)?;
            let later = cursor.any_cue(&[Cue::Before, Cue::After, Cue::From])? != Cue::Before;
            let days = i32::try_from(amount.hundredths? / 100).ok()?;
            let days = match amount.unit {
                DurationUnit::Day => days,
                DurationUnit::Week => days.checked_mul(7)?,
                DurationUnit::Fortnight => days.checked_mul(14)?,
                _ => return None,
            };
            return days_from(cursor, if later { days } else { -days });
        }
        if cursor.cue(Cue::Eve).is_some() {
            cursor.cue(Cue::Of)?;
            return days_from(cursor, -1);
        }
        let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
        let tie = cursor.any_cue(&[Cue::Of, Cue::Before, Cue::After])?;
        match (unit, tie) {
            (DurationUnit::Day, Cue::Before) => days_from(cursor, -1),
            (DurationUnit::Day, Cue::After) => days_from(cursor, 1),
            (DurationUnit::Day, Cue::Of) => days_from(cursor, 0),
            (DurationUnit::Week, Cue::Of) => {
                Some(Said::WeekOf(Box::new(super::clock::day(cursor)?)).into())
            }
            _ => None,
        }
    }),
};

fn days_from(cursor: &mut Cursor<'_>, days: i32) -> Option<Phrase> {
    Some(Said::DaysFrom(days, Box::new(super::clock::day(cursor)?)).into())
}

pub(super) const POINTED_UNIT: Rule = Rule {
    name: "pointed-unit",
    about: "Last, this, next, the following or that with a unit: last week, the following day.",
    confidence: 0.78,
    examples: &[
        Example { text: "Trump granted her clemency [last week].", means: "2018-W23" },
        Example { text: "Prices rose [this year].", means: "2018" },
        Example {
            text: "It opens [next month], or in [the next year or so].",
            means: "2018-07 2019",
        },
        Example {
            text: "It began on [June 3]; [the following day] it ended.",
            means: "2018-06-03 2018-06-04",
        },
        Example { text: "They wed in [1936] and parted [that year].", means: "1936 1936" },
        Example {
            text: "At the last minute, this second, he ran; she reads This Week.",
            means: "",
        },
    ],
    starts: Senses::POINTER.or(Senses::THE),
    read: Reader::One(|cursor| {
        let pointer = pointer(cursor)?;
        let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
        let of_calendar = matches!(
            unit,
            DurationUnit::Day
                | DurationUnit::Week
                | DurationUnit::Weekend
                | DurationUnit::Month
                | DurationUnit::Quarter
                | DurationUnit::Year
                | DurationUnit::Decade
                | DurationUnit::Century
        );
        let title = cursor.before(1).is_some_and(Token::is_capital)
            && cursor.before(2).is_some_and(Token::is_capital);
        let modifier =
            cursor.sense(|s| if let Sense::BoundBehind(bound) = s { Some(bound) } else { None });
        (of_calendar && !title)
            .then_some(Phrase { said: Said::Pointed(pointer, Target::Unit(unit)), modifier })
    }),
};

pub(super) const AGO: Rule = Rule {
    name: "ago",
    about: "A count of units before the day of publication.",
    confidence: 0.66,
    examples: &[
        Example { text: "They met [three days ago].", means: "2018-06-11" },
        Example { text: "It shut [two years ago].", means: "2016" },
        Example { text: "It began [about three months ago].", means: "2018-03" },
        Example {
            text: "He left [several years ago], or just [months ago].",
            means: "PAST_REF PAST_REF",
        },
        Example { text: "It was built [half a century ago].", means: "1968" },
        Example { text: "It was built [3,000 years ago].", means: "BC0983" },
        Example { text: "[Fifty years ago today] it fell.", means: "1968-06-14" },
        Example { text: "The turn was two miles ago.", means: "" },
    ],
    starts: AMOUNTS.or(Senses::UNIT),
    read: Reader::One(|cursor| distance(cursor, &[Cue::Ago], false, Anchor::Publication)),
};

pub(super) const LATER: Rule = Rule {
    name: "later",
    about: "A count of units after or before the date told last.",
    confidence: 0.62,
    examples: &[
        Example {
            text: "It sailed on [March 3]. [Two weeks later] it sank.",
            means: "2018-03-03 2018-03-17",
        },
        Example { text: "It rose in [1948]. [Two years before], it fell.", means: "1948 1946" },
        Example {
            text: "He won in [1969], [eight years earlier] than planned.",
            means: "1969 1961",
        },
        Example {
            text: "It burned in [1912]; [a century earlier], in [1812], it was built.",
            means: "1912 1812 1812",
        },
        Example { text: "They stopped two doors later.", means: "" },
    ],
    starts: AMOUNTS.or(Senses::UNIT),
    read: Reader::One(|cursor| {
        distance(cursor, &[Cue::Later], true, Anchor::Narrative)
            .or_else(|| distance(cursor, &[Cue::Earlier], false, Anchor::Narrative))
            .or_else(|| {
                let phrase = distance(cursor, &[Cue::Before], false, Anchor::Narrative)?;
                ends_clause(cursor).then_some(phrase)
            })
    }),
};

pub(super) const FROM_NOW: Rule = Rule {
    name: "from-now",
    about: "A count of units after the day of publication.",
    confidence: 0.85,
    examples: &[Example { text: "They will meet [three weeks from now].", means: "2018-W27" }],
    starts: AMOUNTS,
    read: Reader::One(|cursor| distance(cursor, &[Cue::FromNow], true, Anchor::Publication)),
};

/// The kinds of words with which an amount can begin.
pub(super) const AMOUNTS: Senses =
    Senses::NUMBER.or(Senses::DIGITS).or(Senses::ARTICLE).or(Senses::VAGUE).or(Senses::QUANTIFIER);

fn distance(cursor: &mut Cursor<'_>, cues: &[Cue], later: bool, anchor: Anchor) -> Option<Phrase> {
    cursor.attempt(|cursor| {
        let modifier = parts::quantifier(cursor);
        let amount = parts::amount(cursor).or_else(|| several(cursor))?;
        cursor.any_cue(cues)?;
        let today = cursor.sense(|s| (s == Sense::DayShift(0)).then_some(()));
        let to_the_day = anchor == Anchor::Publication && today.is_some();
        let modifier = modifier.or_else(|| is_round(amount).then_some(Modifier::Approx));
        Some(Phrase { said: Said::Distance { amount, later, anchor, to_the_day }, modifier })
    })
}

/// `years`, of which nobody says how many.
fn several(cursor: &mut Cursor<'_>) -> Option<Amount> {
    let unit = cursor.sense(|s| if let Sense::PluralUnit(unit) = s { Some(unit) } else { None })?;
    Some(Amount { hundredths: None, unit })
}

pub(super) const BEFORE_LAST: Rule = Rule {
    name: "before-last",
    about: "A stretch two steps from the one of publication.",
    confidence: 0.85,
    examples: &[
        Example { text: "It shut [the year before last].", means: "2016" },
        Example { text: "They vote [the week after next].", means: "2018-W26" },
    ],
    starts: Senses::THE,
    read: Reader::One(|cursor| {
        cursor.cue(Cue::The)?;
        let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
        let later = cursor.any_cue(&[Cue::Before, Cue::After])? == Cue::After;
        let end = if later { Pointer::Next } else { Pointer::Last };
        cursor.sense(|s| (s == Sense::Pointer(end)).then_some(()))?;
        let amount = Amount { hundredths: Some(200), unit };
        let anchor = Anchor::Publication;
        Some(Said::Distance { amount, later, anchor, to_the_day: false }.into())
    }),
};

/// Whether a count of years is a round one: `3,000 years ago` names no year.
fn is_round(amount: Amount) -> bool {
    let years = amount.hundredths.filter(|_| amount.unit == DurationUnit::Year);
    years.is_some_and(|hundredths| hundredths >= 20_000 && hundredths % 5_000 == 0)
}

pub(super) const EDGE: Rule = Rule {
    name: "part-of-stretch",
    about: "The beginning, middle or end of a stretch, or about it.",
    confidence: 0.88,
    examples: &[
        Example { text: "It shut in [early June].", means: "2018-06" },
        Example { text: "It was planned [early in 1914].", means: "1914" },
        Example { text: "They will close it by [year-end].", means: "2018" },
        Example { text: "Sales rose in [the early spring].", means: "2018-SP" },
        Example { text: "Rents rose from [the mid-1990s] on.", means: "199" },
        Example { text: "It ends at [the end of next month].", means: "2018-07" },
        Example {
            text: "She was born [around 1500], he [c. 1480], or [c. 1200 BC].",
            means: "1500 1480 BC1200",
        },
        Example { text: "About 1500 men came, and around 1200 fled.", means: "" },
        Example { text: "It sold in [the middle of May 2017].", means: "2017-05" },
        Example { text: "They left [earlier this week].", means: "2018-W24" },
        Example {
            text: "It shut [late on Monday], or [earlier in the week].",
            means: "2018-06-11 2018-W24",
        },
        Example {
            text: "They spoke about [Monday]'s vote, and got around it.",
            means: "2018-06-11",
        },
        Example {
            text: "They left [later that day], on [June 3].",
            means: "2018-06-03 2018-06-03",
        },
    ],
    starts: Senses::PHASE.or(Senses::THE).or(Senses::EDGE).or(Senses::QUANTIFIER).or(Senses::UNIT),
    read: Reader::One(|cursor| {
        let placed = cursor.follows(&[Cue::In, Cue::Since, Cue::Until, Cue::By]);
        if let Some(phrase) = year_end(cursor) {
            return Some(phrase);
        }
        let start = *cursor;
        let _ = cursor.cue(Cue::The);
        let modifier = edge_of(cursor).or_else(|| phase_of(cursor)).or_else(|| {
            *cursor = start;
            parts::quantifier(cursor).filter(|&modifier| modifier == Modifier::Approx)
        })?;
        let about = modifier == Modifier::Approx;
        if about && !placed && counts_at(*cursor) {
            return None;
        }
        let inner = parts::date(cursor)
            .or_else(|| if about { cursor.attempt(whole_year) } else { None })
            .or_else(|| the_unit(cursor, modifier))
            .or_else(|| season(cursor))?;
        let is_name = matches!(inner.said, Said::Time(..) | Said::Duration(_));
        // `find a way around Monday's vote`: of a day by its name nobody says about.
        let by_name =
            matches!(inner.said, Said::Weekday(_) | Said::DayShift(_) | Said::Pointed(..));
        let is_name = is_name || (by_name && modifier == Modifier::Approx);
        (!is_name).then_some(Phrase { said: inner.said, modifier: Some(modifier) })
    }),
};

/// Whether a number at the cursor is the subject of a verb, which makes it a count: `about 1500 died`.
fn counts_at(mut cursor: Cursor<'_>) -> bool {
    parts::four_digit_year(&mut cursor).is_some() && cursor.sees_verb()
}

/// `1480` behind `c.`, which ties it to time.
fn whole_year(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let year = parts::four_digit_year(cursor)?;
    let counts = parts::counts_follow(cursor) || cursor.sees_noun();
    (!counts).then(|| DateFields::new(Some(year), Part::Whole).into())
}

/// `summer` behind `early`.
fn season(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let season = cursor.sense(|s| if let Sense::Season(x) = s { Some(x) } else { None })?;
    Some(DateFields::new(None, Part::Season(season)).into())
}

/// `early`, `late in`, `mid-`.
fn phase_of(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    let modifier = phase(cursor)?;
    if matches!(modifier, Modifier::Before | Modifier::After) {
        let glued = cursor.is_glued() && cursor.dash().is_some() && cursor.is_glued();
        return glued.then_some(modifier);
    }
    let _ = cursor.dash().or_else(|| cursor.any_cue(&[Cue::In, Cue::On]).map(drop));
    Some(modifier)
}

/// `end of`.
fn edge_of(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    cursor.attempt(|cursor| {
        let edge =
            cursor.sense(|s| if let Sense::Edge(modifier) = s { Some(modifier) } else { None })?;
        cursor.cue(Cue::Of)?;
        Some(edge)
    })
}

/// `the year` behind `the end of` or `late in`: the one in which the text is.
fn the_unit(cursor: &mut Cursor<'_>, modifier: Modifier) -> Option<Phrase> {
    let tied = cursor.follows(&[Cue::Of, Cue::In]) && modifier != Modifier::Approx;
    cursor.attempt(|cursor| {
        cursor.cue(Cue::The)?;
        let unit = cursor.sense(|s| match s {
            Sense::Unit(
                unit @ (DurationUnit::Day
                | DurationUnit::Week
                | DurationUnit::Month
                | DurationUnit::Year
                | DurationUnit::Decade
                | DurationUnit::Century),
            ) => Some(unit),
            _ => None,
        })?;
        (tied && !cursor.sees_noun()).then(|| Said::Running(unit).into())
    })
}

pub(super) const SEASON: Rule = Rule {
    name: "season",
    about: "A season; its year is found by the tense and the dates told before.",
    confidence: 0.7,
    examples: &[
        Example { text: "It froze in [the winter].", means: "2018-WI" },
        Example { text: "It opened in [spring].", means: "2018-SP" },
        Example {
            text: "It slept over [the winter months], as in their [winter].",
            means: "2018-WI 2018-WI",
        },
        Example { text: "Prices fall and springs break; she read The Boys of Summer.", means: "" },
    ],
    starts: Senses::SEASON.or(Senses::THE),
    read: Reader::One(|cursor| {
        let before = *cursor;
        let article = cursor.cue(Cue::The).is_some();
        let season = cursor.sense(|s| if let Sense::Season(x) = s { Some(x) } else { None })?;
        let ties = [
            Cue::In,
            Cue::For,
            Cue::By,
            Cue::Until,
            Cue::Since,
            Cue::From,
            Cue::Of,
            Cue::Before,
            Cue::After,
        ];
        let its = before.determined(1) && !before.follows(&[Cue::The, Cue::A]);
        let months = cursor
            .attempt(|c| c.sense(|s| (s == Sense::PluralUnit(DurationUnit::Month)).then_some(())));
        let into = article && before.follows(&[Cue::To]);
        let listed = before.follows(&[Cue::And])
            && before.before(2).is_some_and(|token| token.senses.meets(Senses::SEASON));
        let over = before.follows_sense(|s| s == Sense::Quantifier(Modifier::MoreThan)) && article;
        let noun_follows = cursor.sees_noun();
        // `the Boys of Summer`, `Summer Glau`: inside a sentence only a name has the capital.
        let name = before.before(1).is_some_and(|token| matches!(token.kind, Kind::Word { .. }))
            && cursor.before(1).is_some_and(Token::is_capital);
        let tied = listed
            || its
            || months.is_some()
            || over
            || into
            || before.follows(&ties) && !(article && cursor.sees(|s| s == Sense::Cue(Cue::Of)));
        (tied && !name && !(article && noun_follows && !before.follows(&[Cue::In])))
            .then(|| DateFields::new(None, Part::Season(season)).into())
    }),
};

pub(super) const REFERENCE: Rule = Rule {
    name: "reference",
    about: "Now, recently, the future: a time without a place on the calendar.",
    confidence: 0.8,
    examples: &[
        Example { text: "It is [now] a museum.", means: "PRESENT_REF" },
        Example { text: "He moved there [recently].", means: "PAST_REF" },
        Example { text: "A now-cancelled deal, and the Songs For Norwick Now show.", means: "" },
        Example { text: "The past president; the Future of Banking.", means: "" },
    ],
    starts: Senses::REFERENCE.or(Senses::THE),
    read: Reader::One(|cursor| {
        let start = *cursor;
        let reference =
            cursor.sense(|s| if let Sense::Reference(r) = s { Some(r) } else { None })?;
        let compound = reference == Reference::Present
            && cursor.is_glued()
            && cursor.next().is_some_and(Token::is_dash);
        let several = cursor.position() > start.position() + 1;
        let article = start.sees(|s| s == Sense::Cue(Cue::The));
        let of_a_thing = article && cursor.sees_noun();
        let title = several && cursor.before(1).is_some_and(Token::is_capital);
        (!compound && !of_a_thing && !title && !parts::is_in_title(&start))
            .then(|| Said::Reference(reference).into())
    }),
};

pub(super) const SOON: Rule = Rule {
    name: "soon",
    about: "A time just ahead, where the verb beside it looks ahead.",
    confidence: 0.7,
    examples: &[
        Example {
            text: "They will [soon] vote, and may [soon] leave.",
            means: "FUTURE_REF FUTURE_REF",
        },
        Example {
            text: "He soon left, and would soon return; come as soon as you can.",
            means: "",
        },
    ],
    starts: Senses::REFERENCE,
    read: Reader::One(|cursor| {
        let auxiliary = |token: Option<&Token<'_>>| token.is_some_and(|it| cursor.looks_ahead(it));
        let before = auxiliary(cursor.before(1));
        let mut ahead = *cursor;
        ahead.sense(|s| (s == Sense::Soon).then_some(()))?;
        let looks_ahead = before || auxiliary(ahead.next());
        *cursor = ahead;
        looks_ahead.then(|| Said::Reference(Reference::Future).into())
    }),
};
