//! The parts of which expressions are made: numbers, days, years, amounts.

use crate::temporal::{
    cursor::Cursor,
    lexicon::{Cue, Sense},
    said::{Amount, DateFields, Part, Phrase, Said, Year},
    token::{DigitsForm, Kind, Token},
    value::{DurationUnit, Modifier},
};

use super::{Reader, Rule, absolute, relative};

/// The rules for plain dates, of which longer expressions are made: `10 p.m. Wednesday`.
const DATES: &[&Rule] = &[
    &absolute::ISO_DATE,
    &absolute::NUMERIC_DATE,
    &absolute::MONTH_DAY_YEAR,
    &absolute::DAY_MONTH_YEAR,
    &absolute::MONTH_DAY,
    &absolute::DAY_MONTH,
    &absolute::MONTH_YEAR,
    &absolute::HOLIDAY,
    &absolute::SEASON_YEAR,
    &absolute::QUARTER,
    &absolute::FISCAL_YEAR,
    &absolute::YEAR_ERA,
    &absolute::DECADE,
    &absolute::CENTURY,
    &absolute::YEAR,
    &absolute::MONTH,
    &relative::DAY_SHIFT,
    &relative::WEEKDAY,
    &relative::POINTED_NAME,
    &relative::MONTH_POINTED,
    &relative::POINTED_UNIT,
];

/// Reads a plain date: the longest that a rule reads.
pub(super) fn date(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let senses = cursor.next()?.senses;
    let mut longest: Option<(Cursor<'_>, Phrase)> = None;
    for rule in DATES.iter().filter(|rule| rule.starts.meets(senses)) {
        let Reader::One(read) = rule.read else { continue };
        let mut ahead = *cursor;
        if let Some(phrase) = read(&mut ahead)
            && longest.as_ref().is_none_or(|(end, _)| ahead.position() > end.position())
        {
            longest = Some((ahead, phrase));
        }
    }
    let (end, phrase) = longest?;
    *cursor = end;
    Some(phrase)
}

/// Reads a cardinal number in digits or in words: `22`, `twenty-two`, `a hundred and five`.
pub(super) fn cardinal(cursor: &mut Cursor<'_>) -> Option<i64> {
    let plain = |form| matches!(form, DigitsForm::Plain | DigitsForm::Grouped);
    if let Some(digits) = cursor.digits(|digits| plain(digits.form)) {
        return digits.value.checked_mul(millions(cursor));
    }
    number_in_words(cursor)
}

fn number_in_words(cursor: &mut Cursor<'_>) -> Option<i64> {
    cursor.attempt(|cursor| {
        let mut total = word_below_hundred(cursor);
        for _ in 0..SCALES {
            let scale = cursor.sense(|s| if let Sense::Scale(n) = s { Some(n) } else { None });
            let Some(scale) = scale else { break };
            // In `some million two years ago`, the second number is no part of the first.
            if scale >= MILLION {
                return total?.checked_mul(i64::from(scale));
            }
            total = Some(total.unwrap_or(1).checked_mul(i64::from(scale))?);
            let more = cursor.attempt(|cursor| {
                let _ = cursor.cue(Cue::And);
                word_below_hundred(cursor)
            });
            total = Some(total?.checked_add(more.unwrap_or(0))?);
        }
        total
    })
}

/// How many scales a number in words may have: `two hundred and five thousand three hundred`.
const SCALES: usize = 4;

/// The scale from which on a number stands alone.
const MILLION: i32 = 1_000_000;

/// `seven`, `twenty`, `twenty-two`.
pub(super) fn word_below_hundred(cursor: &mut Cursor<'_>) -> Option<i64> {
    let number = |s| if let Sense::Number(n) = s { Some(i64::from(n)) } else { None };
    let tens = cursor.sense(number)?;
    if tens < 20 {
        return Some(tens);
    }
    let ones = cursor.attempt(|cursor| {
        let _ = cursor.dash();
        cursor.sense(number).filter(|ones| (1..10).contains(ones))
    });
    Some(tens + ones.unwrap_or(0))
}

/// An ordinal in words or digits: `first`, `twenty-first`, `20th`.
pub(super) fn ordinal(cursor: &mut Cursor<'_>) -> Option<i64> {
    if let Some(digits) = cursor.digits(|d| d.form == DigitsForm::Ordinal) {
        return Some(digits.value);
    }
    let word = |s| if let Sense::Ordinal(n) = s { Some(i64::from(n)) } else { None };
    cursor.sense(word).or_else(|| {
        cursor.attempt(|cursor| {
            let tens = cursor
                .sense(|s| if let Sense::Number(n) = s { Some(i64::from(n)) } else { None })?;
            let _ = cursor.dash();
            let ones = cursor.sense(word).filter(|n| (1..10).contains(n))?;
            (tens >= 20).then_some(tens + ones)
        })
    })
}

/// A month's name, with the full stop of an abbreviation.
pub(super) fn month(cursor: &mut Cursor<'_>) -> Option<u8> {
    let month = cursor.sense(|s| if let Sense::Month(m) = s { Some(m) } else { None })?;
    let short = cursor.before(1).is_some_and(|token| token.span.len() <= 4);
    if short && cursor.is_glued() && !is_sentence_end(cursor, 1) {
        let _ = cursor.mark('.');
    }
    Some(month)
}

/// Whether the token `ahead` places behind the next one ends the sentence.
fn is_sentence_end(cursor: &Cursor<'_>, ahead: usize) -> bool {
    let mut cursor = *cursor;
    for _ in 0..ahead {
        if cursor.next().is_some_and(|token| token.kind == Kind::SentenceEnd) {
            return true;
        }
        if cursor.mark('.').is_none() {
            return false;
        }
    }
    cursor.next().is_none_or(|token| token.kind == Kind::SentenceEnd)
}

/// A day of a month in digits: `6`, `6th`.
pub(super) fn day(cursor: &mut Cursor<'_>) -> Option<u8> {
    let fits = |form| matches!(form, DigitsForm::Plain | DigitsForm::Ordinal);
    let digits = cursor.digits(|d| fits(d.form) && d.count <= 2 && (1..=31).contains(&d.value))?;
    u8::try_from(digits.value).ok()
}

/// A day of a month as an ordinal, in digits or words: `the 6th`, `the sixth`.
pub(super) fn ordinal_day(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.attempt(|cursor| {
        let _ = cursor.cue(Cue::The);
        u8::try_from(ordinal(cursor)?).ok().filter(|day| (1..=31).contains(day))
    })
}

/// A year in four digits, with or without an era; in fewer digits with one; two behind an apostrophe.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<Year> {
    era_year(cursor)
        .or_else(|| four_digit_year(cursor))
        .or_else(|| short_year(cursor))
        .or_else(|| cursor.attempt(spoken_year))
}

/// `nineteen ninety-six`, `two thousand and five`.
fn spoken_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let year_of_millennium = |year: &i64| (2000..2100).contains(year);
    if let Some(year) = cursor.attempt(|c| number_in_words(c).filter(year_of_millennium)) {
        return i32::try_from(year).ok().map(Year::Full);
    }
    let century = word_below_hundred(cursor).filter(|n| (10..=20).contains(n))?;
    let rest = word_below_hundred(cursor).filter(|n| (10..=99).contains(n))?;
    i32::try_from(century * 100 + rest).ok().map(Year::Full)
}

/// `1996`; but `2200 GMT` is a time.
pub(super) fn four_digit_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    cursor.attempt(|cursor| {
        let digits = cursor.digits(|d| {
            d.form == DigitsForm::Plain && d.count == 4 && (1000..=2999).contains(&d.value)
        })?;
        let zone = |sense| matches!(sense, Sense::Cue(Cue::UniversalTime | Cue::TimeZone));
        let year = i32::try_from(digits.value).ok().map(Year::Full);
        year.filter(|_| !cursor.sees(zone))
    })
}

/// `480 BC`, `AD 79`, `10,000 BC`.
pub(super) fn era_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    cursor.attempt(|cursor| {
        let before = cursor.cue(Cue::AnnoDomini).is_some();
        let plain = |form| matches!(form, DigitsForm::Plain | DigitsForm::Grouped);
        let number = cursor.digits(|d| plain(d.form) && (1..=999_999).contains(&d.value))?;
        let number = i32::try_from(number.value).ok()?;
        if before || cursor.cue(Cue::AnnoDomini).is_some() {
            return Some(Year::Full(number));
        }
        cursor.cue(Cue::BeforeChrist).map(|()| Year::Full(1 - number))
    })
}

/// `'98`.
pub(super) fn short_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    cursor.attempt(|cursor| {
        cursor.mark('\'').or_else(|| cursor.mark('’')).or_else(|| cursor.mark('‘'))?;
        cursor
            .glued_pair()
            .filter(|_| cursor.before(1).is_some_and(|t| t.span.len() == 2))
            .map(Year::Short)
    })
}

/// The day of the week before a date, with the comma: `Wednesday, `.
pub(super) fn weekday_before(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.attempt(|cursor| {
        let day = weekday(cursor)?;
        let _ = cursor.mark(',');
        let _ = cursor.attempt(|c| {
            c.cue(Cue::The)?;
            c.sees(|s| matches!(s, Sense::Ordinal(_))).then_some(())
        });
        Some(day)
    })
}

/// The name of a day of the week, with the full stop of an abbreviation. A short name that is also
/// a word (`Sun`) needs the stop or a date behind it.
pub(super) fn weekday(cursor: &mut Cursor<'_>) -> Option<u8> {
    cursor.attempt(|cursor| {
        let day = cursor.sense(|s| if let Sense::Weekday(d) = s { Some(d) } else { None })?;
        let length = cursor.before(1).map_or(0, |token| token.span.len());
        let stop = length <= 5 && cursor.is_glued() && !is_sentence_end(cursor, 1);
        let stopped = stop && cursor.mark('.').is_some();
        let mut ahead = *cursor;
        let _ = ahead.mark(',');
        let date_follows = ahead.sees(|s| matches!(s, Sense::Month(_)))
            || ahead.digits(|digits| digits.count <= 2).is_some();
        (length > 3 || stopped || date_follows).then_some(day)
    })
}

/// A unit, one or several.
pub(super) fn unit(cursor: &mut Cursor<'_>) -> Option<DurationUnit> {
    cursor.sense(|sense| match sense {
        Sense::Unit(unit) | Sense::PluralUnit(unit) => Some(unit),
        _ => None,
    })
}

/// What bounds a quantity: `about`, `more than`.
pub(super) fn quantifier(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    cursor.sense(|s| if let Sense::Quantifier(modifier) = s { Some(modifier) } else { None })
}

/// How many units: a number in hundredths, or a word such as `several`.
#[derive(Clone, Copy)]
enum Count {
    Hundredths(i64),
    Vague,
}

/// How many: `three`, `2 1/2`, `a`, `half a`, `several`, `two and a half`.
fn count(cursor: &mut Cursor<'_>) -> Option<Count> {
    if cursor.sense(|s| (s == Sense::Vague).then_some(())).is_some() {
        // `several hundred years`
        let _ = cursor.sense(|s| matches!(s, Sense::Scale(_)).then_some(()));
        return Some(Count::Vague);
    }
    if let Some(decimal) = cursor.digits(|d| matches!(d.form, DigitsForm::Decimal(_))) {
        let DigitsForm::Decimal(hundredths) = decimal.form else { return None };
        let count = decimal.value.checked_mul(100)?.checked_add(i64::from(hundredths))?;
        return Some(Count::Hundredths(count.checked_mul(millions(cursor))?));
    }
    if let Some(whole) = cardinal(cursor) {
        let half = if cursor.attempt(half_behind).is_some() { 50 } else { 0 };
        return Some(Count::Hundredths(whole.checked_mul(100)?.checked_add(half)?));
    }
    cursor.attempt(article_or_half)
}

/// What bounds an amount: `about` before `three weeks`. Words of place that bound as well (`over three
/// years`) stay outside before an adjective: `over a three-year period`.
pub(super) fn quantifier_of_amount(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    let modifier = quantifier(cursor)?;
    let adjective = cursor.sees(|s| s == Sense::Cue(Cue::A)) && {
        let mut ahead = *cursor;
        ahead.cue(Cue::A).is_some() && attributive_amount(&mut ahead).is_some()
    };
    let begins = cursor.before(2).is_none_or(|token| token.kind == Kind::SentenceEnd);
    let vague = cursor.sees(|s| s == Sense::Vague);
    // `oil leaked over several months`, `Over ten days, the toll doubled`: there it means during.
    let during = cursor.follows(&[Cue::Over]) && (begins || vague);
    (!adjective && !during).then_some(modifier)
}

/// Whether a count of several units follows: `nine months`.
pub(super) fn plural_amount_follows(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    cardinal(&mut ahead).is_some() && ahead.sees(|s| matches!(s, Sense::PluralUnit(_)))
}

/// Whether `one day` or `one night` follows, which may mean some day.
pub(super) fn is_one_day(mut cursor: Cursor<'_>) -> bool {
    let one = cursor.sense(|s| (s == Sense::Number(1)).then_some(()));
    one.is_some() && cursor.sees(|s| s == Sense::Unit(DurationUnit::Day))
}

/// A number and the unit behind it in the singular, which make an adjective: `five-year`.
fn attributive_amount(cursor: &mut Cursor<'_>) -> Option<()> {
    let number = cardinal(cursor)?;
    let _ = cursor.dash();
    cursor.sense(|s| matches!(s, Sense::Unit(_)).then_some(()))?;
    (number > 1).then_some(())
}

/// `a`, `half a`, `a half`, `a hundred`.
fn article_or_half(cursor: &mut Cursor<'_>) -> Option<Count> {
    let half = cursor.cue(Cue::Half).is_some();
    let article = cursor.cue(Cue::A).is_some();
    let _ = cursor.dash();
    let half = half || (article && cursor.cue(Cue::Half).is_some());
    let _ = cursor.dash();
    let scaled = cursor.sees(|s| matches!(s, Sense::Scale(_)));
    if article
        && scaled
        && let Some(scale) = cursor.attempt(scale_or_number)
    {
        return Some(Count::Hundredths(scale.checked_mul(if half { 50 } else { 100 })?));
    }
    (half || article).then_some(Count::Hundredths(if half { 50 } else { 100 }))
}

/// `and a half`, `1/2` behind a whole number.
fn half_behind(cursor: &mut Cursor<'_>) -> Option<()> {
    let fraction = cursor.attempt(|cursor| {
        let one = cursor.digits(|d| d.value == 1 && d.form == DigitsForm::Plain)?;
        cursor.mark('/')?;
        let two = cursor.digits(|d| d.value == 2 && d.form == DigitsForm::Plain)?;
        (one.count == 1 && two.count == 1).then_some(())
    });
    fraction.or_else(|| cursor.mark('½')).or_else(|| cursor.attempt(and_a_half))
}

/// A count of units: `three weeks`, `a year`, `22-year`, `half an hour`, `two more weeks`; of `two to three
/// weeks` the lower one.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Option<Amount> {
    cursor.attempt(|cursor| {
        let another = cursor.cue(Cue::Another).is_some();
        let count = match count(cursor) {
            Some(count) => count,
            None if another => Count::Hundredths(100),
            None => return None,
        };
        let _ = cursor.attempt(|cursor| to_more(cursor, count));
        let _ = cursor.cue(Cue::More);
        let _ = cursor.cue(Cue::Of);
        let is_year = matches!(count, Count::Hundredths(n) if (190_000..210_000).contains(&n));
        let _ = cursor.sense(|s| (s == Sense::Measuring && !is_year).then_some(()));
        let dash = cursor.dash().is_some();
        let fraction = dash && cursor.sees(|s| s == Sense::PluralUnit(DurationUnit::Quarter));
        let unit = unit(cursor).filter(|_| !fraction)?;
        let more = if cursor.attempt(and_a_half).is_some() { 50 } else { 0 };
        let _ = cursor.attempt(|cursor| or_two(cursor, count));
        let hundredths = match count {
            Count::Hundredths(hundredths) => Some(hundredths.checked_add(more)?),
            Count::Vague => None,
        };
        Some(Amount { hundredths, unit })
    })
}

/// `million`, `hundred and five` behind an article.
fn scale_or_number(cursor: &mut Cursor<'_>) -> Option<i64> {
    match millions(cursor) {
        1 => number_in_words(cursor),
        scale => Some(scale),
    }
}

/// `million`, `billion` behind a number: by how much it multiplies, 1 where it does not.
fn millions(cursor: &mut Cursor<'_>) -> i64 {
    let million = |s| match s {
        Sense::Scale(n) if n >= MILLION => Some(i64::from(n)),
        _ => None,
    };
    cursor.sense(million).unwrap_or(1)
}

/// `to three`, `or four`, `–6` behind a smaller number.
fn to_more(cursor: &mut Cursor<'_>, less: Count) -> Option<()> {
    let Count::Hundredths(less) = less else { return None };
    cursor.any_cue(&[Cue::To, Cue::Or]).map(drop).or_else(|| cursor.dash())?;
    let more = cardinal(cursor)?;
    (less % 100 == 0 && less / 100 < more && more < MANY).then_some(())
}

/// `or two` behind `a year`.
fn or_two(cursor: &mut Cursor<'_>, less: Count) -> Option<()> {
    cursor.cue(Cue::Or)?;
    let Count::Hundredths(less) = less else { return None };
    let more = word_below_hundred(cursor)?;
    let counts = cursor.sees_unit() || cursor.sees_noun();
    (more * 100 > less && !counts).then_some(())
}

/// A number from which on a range of amounts is not expected: it may be a year.
const MANY: i64 = 1000;

/// `and a half`.
fn and_a_half(cursor: &mut Cursor<'_>) -> Option<()> {
    let _ = cursor.dash();
    cursor.cue(Cue::And)?;
    let _ = cursor.dash();
    let _ = cursor.cue(Cue::A);
    let _ = cursor.dash();
    cursor.cue(Cue::Half)
}

/// A date of a month and a day, if the calendar can have it.
pub(super) fn day_fields(
    year: Option<Year>,
    month: u8,
    day: u8,
    weekday: Option<u8>,
) -> Option<Phrase> {
    use crate::temporal::value::Day;
    let exists = match year {
        Some(Year::Full(year)) => Day::new(year, month, day).is_some(),
        Some(Year::Short(_)) | None => Day::new(2000, month, day).is_some(),
    };
    let fields = DateFields { weekday, ..DateFields::new(year, Part::Day(month, day)) };
    exists.then(|| Said::Date(fields).into())
}

/// The same, but for a day that the calendar cannot have, such as 31 June: the words are a date all the
/// same, and nothing shorter is to be read in them.
pub(super) fn day_or_impossible(
    year: Option<Year>,
    month: u8,
    day: u8,
    weekday: Option<u8>,
) -> Phrase {
    day_fields(year, month, day, weekday)
        .unwrap_or(Phrase { said: Said::Impossible { month, day }, modifier: None })
}

/// Whether the next word is counted by a number before it: `people`, `dollars`, `%`, `km`.
pub(super) fn counts_follow(cursor: &Cursor<'_>) -> bool {
    let unit_mark =
        cursor.next().is_some_and(|t| matches!(t.kind, Kind::Mark('%' | '°' | '/' | '€' | '£')));
    let glued_word = cursor.is_glued()
        && cursor.next().is_some_and(|t| matches!(t.kind, Kind::Word { .. }))
        && !cursor.sees(|s| s == Sense::Cue(Cue::Possessive));
    unit_mark || glued_word || cursor.sees(|s| s == Sense::Counted)
}

/// Whether what stands before makes a number no date: a label, a currency sign, a `#`.
pub(super) fn label_before(cursor: &Cursor<'_>) -> bool {
    let Some(before) = cursor.before(1) else { return false };
    let sign = matches!(
        before.kind,
        Kind::Mark('$' | '€' | '£' | '¥' | '#' | '№' | '.' | '_' | '/' | '+' | '=')
    ) && cursor.is_glued();
    let label = |back| cursor.before(back).is_some_and(|token| token.means(Sense::Label));
    let abbreviated = before.is_mark('.') && before.glued && label(2);
    sign || is_tail_of_number(cursor) || label(1) || abbreviated
}

/// Whether the number goes on one before a dash, as in a telephone number: `555-2018`. A range of
/// years is read as a whole from its first year on.
fn is_tail_of_number(cursor: &Cursor<'_>) -> bool {
    let number = |back| cursor.before(back).is_some_and(|t| matches!(t.kind, Kind::Number(_)));
    let dash = cursor.before(1).is_some_and(|token| token.is_dash() && token.glued);
    dash && cursor.is_glued() && number(2)
}

/// Whether a dash and a word follow without a space, which make another word: `quarter-final`.
pub(super) fn is_compound(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    cursor.is_glued()
        && ahead.dash().is_some()
        && ahead.is_glued()
        && ahead.next().is_some_and(|token| matches!(token.kind, Kind::Word { .. }))
}

/// Whether a number stands right beside the next one, as in a telephone number.
pub(super) fn is_number_among_numbers(cursor: &Cursor<'_>) -> bool {
    let number =
        |token: Option<&Token<'_>>| token.is_some_and(|t| matches!(t.kind, Kind::Number(_)));
    let mut ahead = *cursor;
    ahead.step();
    number(cursor.before(1)) || number(ahead.next())
}

/// How many words the name of a street may have before `Street`.
const STREET: usize = 3;

/// Whether the name of a street follows, of which the number before is a house's: `1984 Main Street`.
pub(super) fn is_address(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    (0..=STREET).any(|_| {
        let capital = ahead.next().is_some_and(Token::is_capital);
        let street = capital && ahead.sees(|s| s == Sense::Street);
        ahead.step();
        street
    })
}

/// Whether the next word has a capital that only a name or a title gives it: the `Today` show. At the
/// beginning of a sentence every word has one.
pub(super) fn is_in_title(cursor: &Cursor<'_>) -> bool {
    let capital = cursor.next().is_some_and(Token::is_capital);
    let before = cursor.before(1).filter(|token| matches!(token.kind, Kind::Word { .. }));
    capital && before.is_some()
}

/// Whether the token just before the cursor stands in brackets of its own.
pub(super) fn is_bracketed(cursor: &Cursor<'_>) -> bool {
    cursor.before(2).is_some_and(|token| token.is_mark('('))
        && cursor.next().is_some_and(|token| token.is_mark(')'))
}
