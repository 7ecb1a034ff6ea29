//! Lengths of time and things that recur: tagged, but no entries of a timeline.

use super::{
    Example, Reader, Rule, Series, parts,
    relative::{self, AMOUNTS},
};
use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Pointer, Sense, Senses},
    said::{Amount, Phrase, Said},
    token::Kind,
    value::{Duration, DurationUnit, Recurrence},
};

pub(super) const DURATION: Rule = Rule {
    name: "duration",
    about: "A length of time.",
    confidence: 0.84,
    examples: &[
        Example { text: "They talked for [seven months].", means: "P7M" },
        Example { text: "[Two days] after the vote they met.", means: "P2D" },
        Example { text: "After [22 years] behind bars she walked out.", means: "P22Y" },
        Example { text: "It took [more than four hours].", means: "PT4H" },
        Example { text: "He served [two and a half years].", means: "P2.5Y" },
        Example { text: "They waited [half an hour].", means: "PT0.5H" },
        Example { text: "It lasted [several weeks].", means: "PXW" },
        Example { text: "It will take [a couple of years].", means: "P2Y" },
        Example { text: "A [five-year] plan, a [three hour] meeting.", means: "P5Y PT3H" },
        Example { text: "The profit of [the nine months] fell.", means: "P9M" },
        Example { text: "It lasts [two to three weeks], or [six more months].", means: "P2W P6M" },
        Example { text: "She waited [another year], [a year or more].", means: "P1Y P1Y" },
        Example { text: "It took place in [one day].", means: "P1D" },
        Example {
            text: "He led it for [half a dozen years], it took [hundreds of years].",
            means: "P6Y PXY",
        },
        Example { text: "It grew for [66 million years].", means: "P66000000Y" },
        Example {
            text: "A day trader gave a minute-by-minute account; three quarters of voters agreed.",
            means: "",
        },
        Example {
            text: "He came second in a second; one day he rose, and one night he fell.",
            means: "",
        },
        Example { text: "Some 37 years old, a boy aged 6 months, the 12-year-olds.", means: "" },
        Example {
            text: "They sell cars at 400 a day, 24 hours a day, ten trucks a week.",
            means: "",
        },
        Example {
            text: "It pumps 900 barrels of oil a day, kills 30 people a year, costs $5 m a week.",
            means: "",
        },
    ],
    starts: AMOUNTS.or(Senses::THE),
    read: Reader::One(|cursor| {
        let is_age = cursor.follows(&[Cue::Aged]);
        let modifier = cursor.attempt(parts::quantifier_of_amount);
        let the = modifier.is_none() && cursor.cue(Cue::The).is_some();
        if is_age || the && !parts::plural_amount_follows(cursor) {
            return None;
        }
        let article = cursor.sees(|s| s == Sense::Cue(Cue::A));
        let rate = article && follows_counted(cursor);
        let told =
            cursor.follows(&[Cue::In, Cue::For, Cue::By, Cue::Within, Cue::After, Cue::Before]);
        let one_day = !told && parts::is_one_day(*cursor);
        let amount = parts::amount(cursor).filter(|_| !one_day)?;
        let tiny = matches!(amount.unit, DurationUnit::Second | DurationUnit::Quarter);
        let three_quarters = Amount { hundredths: Some(300), unit: DurationUnit::Quarter };
        let fraction = amount == three_quarters && cursor.sees(|s| s == Sense::Cue(Cue::Of));
        if fraction || (article && is_of_a_noun(cursor, amount.unit)) {
            return None;
        }
        if rate || (article && tiny) || is_adjective_or_rate(*cursor, article) {
            return None;
        }
        let behind =
            cursor.sense(|s| if let Sense::BoundBehind(bound) = s { Some(bound) } else { None });
        let modifier = modifier.or(behind);
        let after = cursor.sees(|s| s == Sense::Cue(Cue::After));
        let said = if after { Said::AfterEvent(amount) } else { Said::Duration(amount) };
        Some(Phrase { said, modifier })
    }),
};

/// Whether a day or a minute belongs to the noun behind it: `a day trader`, `a minute-by-minute account`.
fn is_of_a_noun(cursor: &Cursor<'_>, unit: DurationUnit) -> bool {
    let small = matches!(unit, DurationUnit::Day | DurationUnit::Weekend);
    parts::is_compound(cursor) || (small && cursor.sees_noun())
}

/// Whether what was read is part of an age (`22-year-old`, `37 years old`), of an adjective that another
/// rule reads without its article (`a week-long strike`), or counts within a longer stretch (`24 hours
/// a day`).
fn is_adjective_or_rate(mut behind: Cursor<'_>, article: bool) -> bool {
    let rate = behind.sees(|s| matches!(s, Sense::Cue(Cue::A | Cue::Per))) && {
        let mut ahead = behind;
        ahead.any_cue(&[Cue::A, Cue::Per]).is_some()
            && ahead.sees(|s| matches!(s, Sense::Unit(_)))
            && !ahead.sees(|s| matches!(s, Sense::Ordinal(_)))
    };
    let dash = behind.dash().is_some();
    let old = behind.sees(|s| s == Sense::Cue(Cue::Old));
    let long = article && dash && behind.sees(|s| s == Sense::Cue(Cue::Long));
    rate || old || long
}

/// Whether a number, a sum or several things stand right before `a day`, which makes it a rate.
fn follows_counted(cursor: &Cursor<'_>) -> bool {
    let number = |back| cursor.before(back).is_some_and(|t| matches!(t.kind, Kind::Number(_)));
    let of_mass = cursor.before(2).is_some_and(|token| token.means(Sense::Cue(Cue::Of)));
    let verb = cursor.before(2).is_some_and(|token| cursor.is_auxiliary(token));
    cursor.before(1).is_some_and(|token| match token.kind {
        Kind::Number(_) | Kind::Mark('%') => true,
        // `€200 (£170) a day`
        Kind::Mark(')') => number(2) || number(3),
        Kind::Word { capital: false } => {
            cursor.is_plural_noun(token) && !verb
                || token.means(Sense::Counted)
                || of_mass
                || number(2)
        }
        _ => false,
    })
}

pub(super) const BARE: Rule = Rule {
    name: "duration-bare",
    about: "A length of time of which only the unit is told: for years.",
    confidence: 0.6,
    examples: &[
        Example { text: "They waited for [weeks], and had not met in [years].", means: "PXW PXY" },
        Example { text: "It may take [weeks] or [months].", means: "PXW PXM" },
        Example {
            text: "They spent [days] waiting; oil leaked over [several months], for [a year or two].",
            means: "PXD PXM P1Y",
        },
        Example { text: "He died [hours] before it opened, [days] after her.", means: "PTXH PXD" },
        Example { text: "In days of old, in years past, the years went by.", means: "" },
        Example { text: "He was seen there in the days before the fire.", means: "" },
    ],
    starts: Senses::UNIT,
    read: Reader::One(|cursor| {
        let within = cursor.follows(&[Cue::Within]);
        let the = cursor.follows(&[Cue::The]);
        let told = within
            || cursor.follows(&[Cue::In, Cue::For])
            || cursor.follows_sense(|s| s == Sense::VerbOfLength)
            || (cursor.follows(&[Cue::Or, Cue::And]) && follows_plural_unit(cursor, 2));
        let unit =
            cursor.sense(|s| if let Sense::PluralUnit(unit) = s { Some(unit) } else { None })?;
        let amount = Amount { hundredths: None, unit };
        let measured = [Cue::Before, Cue::After, Cue::Away];
        // `the weeks before the vote` are a stretch of time, not a length.
        if !the && cursor.sees(|s| matches!(s, Sense::Cue(cue) if measured.contains(&cue))) {
            return Some(Said::Duration(amount).into());
        }
        let goes_on = cursor.sees(|s| match s {
            Sense::Cue(Cue::Of) => !within,
            Sense::Cue(Cue::Past) => true,
            _ => false,
        }) || (cursor.sees_noun() && !cursor.sees_gerund())
            || cursor.next().is_some_and(|token| token.senses.meets(Senses::DIGITS));
        (told && !goes_on).then(|| Said::Duration(amount).into())
    }),
};

/// Whether the token `back` places behind names several units: `weeks`.
fn follows_plural_unit(cursor: &Cursor<'_>, back: usize) -> bool {
    cursor.before(back).is_some_and(|token| {
        token.readings.iter().any(|reading| matches!(reading.sense, Sense::PluralUnit(_)))
    })
}

pub(super) const COMPOUND: Rule = Rule {
    name: "duration-compound",
    about: "A length of time as an adjective: a week-long strike. An age is none.",
    confidence: 0.88,
    examples: &[
        Example { text: "A 22-year-old was freed.", means: "" },
        Example { text: "The [week-long] strike ended.", means: "P1W" },
        Example { text: "The [decades-long] feud went on.", means: "PXY" },
    ],
    starts: AMOUNTS.or(Senses::UNIT),
    read: Reader::One(|cursor| {
        if cursor.sees(|s| s == Sense::Cue(Cue::A)) {
            return None;
        }
        let amount = parts::amount(cursor).or_else(|| {
            let several = cursor.sees(|s| matches!(s, Sense::PluralUnit(_)));
            let unit = parts::unit(cursor)?;
            // Tens of years and hundreds of them are counted in years.
            let years = matches!(unit, DurationUnit::Decade | DurationUnit::Century);
            let unit = if several && years { DurationUnit::Year } else { unit };
            Some(Amount { hundredths: (!several).then_some(100), unit })
        })?;
        cursor.dash()?;
        cursor.cue(Cue::Long)?;
        Some(Said::Duration(amount).into())
    }),
};

pub(super) const SPAN_POINTED: Rule = Rule {
    name: "duration-pointed",
    about: "A length of time up to now or from now on: the past three months.",
    confidence: 0.76,
    examples: &[
        Example { text: "Over [the past three months] prices fell.", means: "P3M" },
        Example { text: "In [the next few days] it will snow.", means: "PXD" },
        Example { text: "In [the last 20 years] it grew.", means: "P20Y" },
        Example { text: "It grew over [the past year].", means: "P1Y" },
    ],
    starts: Senses::THE.or(Senses::POINTER),
    read: Reader::One(|cursor| {
        if relative::verb_before(cursor) {
            return None;
        }
        let article = cursor.cue(Cue::The).is_some();
        let first = cursor.sense(|s| matches!(s, Sense::Ordinal(1)).then_some(()));
        let pointer = cursor.sense(|s| match s {
            Sense::Pointer(
                pointer @ (Pointer::Last | Pointer::Next | Pointer::Previous | Pointer::Following),
            ) => Some(pointer),
            _ => None,
        });
        if first.is_none() && pointer.is_none() {
            return None;
        }
        let amount = parts::amount(cursor).or_else(|| {
            let single = article && first.is_none() && pointer == Some(Pointer::Last);
            let many = cursor.sees(|s| matches!(s, Sense::PluralUnit(_)));
            let unit = parts::unit(cursor)?;
            (single || many).then_some(Amount { hundredths: (!many).then_some(100), unit })
        })?;
        let tiny = matches!(amount.unit, DurationUnit::Second | DurationUnit::Minute);
        (!tiny || amount.hundredths != Some(100)).then(|| Said::Duration(amount).into())
    }),
};

pub(super) const EVERY: Rule = Rule {
    name: "every",
    about: "Something that recurs.",
    confidence: 0.7,
    examples: &[
        Example {
            text: "They meet [every Tuesday], or [every second Friday], and [each Christmas].",
            means: "XXXX-WXX-2 XXXX-WXX-5 P1Y",
        },
        Example {
            text: "It floods [every two years], and [each spring], or [every fourth year].",
            means: "P2Y XXXX-SP P4Y",
        },
        Example { text: "Every man, every street and each vote counted.", means: "" },
        Example {
            text: "Doors open on [Sundays] and [Friday nights].",
            means: "XXXX-WXX-7 XXXX-WXX-5TNI",
        },
    ],
    starts: Senses::EVERY.or(Senses::WEEKDAY),
    read: Reader::One(|cursor| {
        if let Some(day) = cursor.sense(|s| if let Sense::Weekdays(d) = s { Some(d) } else { None })
        {
            return Some(Said::Set(Recurrence::Weekday(day, None)).into());
        }
        if let Some(nights) = cursor.attempt(weekday_parts) {
            return Some(nights);
        }
        cursor.any_cue(&[Cue::Every, Cue::Per])?;
        let other = cursor.cue(Cue::Other).is_some();
        let weekday = cursor.attempt(|cursor| {
            let _ = parts::ordinal(cursor);
            parts::weekday(cursor)
        });
        if let Some(day) = weekday {
            return Some(Said::Set(Recurrence::Weekday(day, None)).into());
        }
        if cursor.sense(|s| matches!(s, Sense::Holiday(_)).then_some(())).is_some() {
            return Some(each(DurationUnit::Year));
        }
        if let Some(part) = cursor.sense(|s| if let Sense::DayPart(p) = s { Some(p) } else { None })
        {
            return Some(Said::Set(Recurrence::DayPart(part)).into());
        }
        if let Some(season) =
            cursor.sense(|s| if let Sense::Season(s) = s { Some(s) } else { None })
        {
            return Some(Said::Set(Recurrence::Season(season)).into());
        }
        if let Some(nth) = cursor.attempt(nth_unit) {
            return Some(Said::Set(Recurrence::Each(nth)).into());
        }
        if let Some(month) = parts::month(cursor) {
            return Some(Said::Set(Recurrence::Month(month)).into());
        }
        let amount = parts::amount(cursor).or_else(|| {
            let unit =
                cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
            Some(Amount { hundredths: Some(if other { 200 } else { 100 }), unit })
        })?;
        let duration = Duration { hundredths: amount.hundredths, unit: amount.unit };
        Some(Said::Set(Recurrence::Each(duration)).into())
    }),
};

/// `fourth year` behind `every`.
fn nth_unit(cursor: &mut Cursor<'_>) -> Option<Duration> {
    let nth = parts::ordinal(cursor).filter(|nth| (2..100).contains(nth))?;
    let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
    Some(Duration { hundredths: Some(nth * 100), unit })
}

/// `Monday nights`.
fn weekday_parts(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let day = parts::weekday(cursor)?;
    let part = cursor.sense(|s| if let Sense::DayParts(part) = s { Some(part) } else { None })?;
    Some(Said::Set(Recurrence::Weekday(day, Some(part))).into())
}

pub(super) const WEEKDAY_PARTS: Rule = Rule {
    name: "weekday-parts",
    about: "The same part of two days of the week, over and over.",
    confidence: 0.8,
    examples: &[Example {
        text: "They play on [Monday] and [Tuesday nights].",
        means: "XXXX-WXX-1TNI XXXX-WXX-2TNI",
    }],
    starts: Senses::WEEKDAY,
    read: Reader::Several(|cursor| {
        let start = cursor.position();
        let first = parts::weekday(cursor)?;
        let first_end = cursor.position();
        cursor.any_cue(&[Cue::And, Cue::Or])?;
        let second_start = cursor.position();
        let second = weekday_parts(cursor)?;
        let Said::Set(Recurrence::Weekday(_, part)) = second.said else { return None };
        let first = Said::Set(Recurrence::Weekday(first, part)).into();
        let items = vec![(first, start..first_end), (second, second_start..cursor.position())];
        Some(Series { items, runs: false })
    }),
};

pub(super) const RATE: Rule = Rule {
    name: "rate",
    about: "How often in a period.",
    confidence: 0.8,
    examples: &[
        Example { text: "It happens [twice a year], or [three times a week].", means: "P1Y P1W" },
        Example { text: "She won once, at times, and three times.", means: "" },
    ],
    starts: Senses::FREQUENCY.or(Senses::NUMBER).or(Senses::DIGITS),
    read: Reader::One(|cursor| {
        let once = cursor.sense(|s| (s == Sense::Times).then_some(()));
        if once.is_none() {
            parts::cardinal(cursor)?;
            cursor.cue(Cue::Times)?;
        }
        cursor.any_cue(&[Cue::A, Cue::Every, Cue::Per])?;
        let unit = cursor.sense(|s| if let Sense::Unit(unit) = s { Some(unit) } else { None })?;
        Some(each(unit))
    }),
};

/// Once in each such unit.
fn each(unit: DurationUnit) -> Phrase {
    Said::Set(Recurrence::Each(Duration { hundredths: Some(100), unit })).into()
}

pub(super) const FREQUENCY: Rule = Rule {
    name: "frequency",
    about: "An adverb or adjective of frequency.",
    confidence: 0.7,
    examples: &[
        Example { text: "The ferry runs [daily].", means: "P1D" },
        Example { text: "She reads the Daily Mail; prices rise 8.5% annually.", means: "" },
    ],
    starts: Senses::FREQUENCY,
    read: Reader::One(|cursor| {
        let token = cursor.next()?;
        let name =
            token.is_capital() && cursor.before(1).is_some_and(|b| b.kind != Kind::SentenceEnd);
        let rate = (1..=2).any(|back| {
            cursor.before(back).is_some_and(|b| matches!(b.kind, Kind::Number(_) | Kind::Mark('%')))
        });
        let unit =
            cursor.sense(|s| if let Sense::Frequency(unit) = s { Some(unit) } else { None })?;
        (!name && !rate).then(|| each(unit))
    }),
};
