//! A passage's text in, what its expressions say out, with what stands around each.
//!
//! ```text
//! text ── tokens ──▶ rules at each token, longest first ──▶ link ranges and lists ──▶ surroundings
//! ```

use std::ops::Range;

use super::{
    LeftOut,
    borne::Borne,
    cursor::Cursor,
    lexicon::{Cue, Pointer, Sense, Senses, Vocabulary},
    reference::Context,
    rules::{self, Reader, Rule},
    said::{DateFields, Part, Phrase, Said, Target, Year},
    surroundings,
    token::{self, Kind, Token},
    value::{DurationUnit, Modifier},
};
use crate::source::DateOrder;

/// An expression of a passage, not yet resolved.
#[derive(Debug)]
pub(super) struct Found {
    /// Where it stands, in bytes of the passage.
    pub(super) span: Range<usize>,
    /// What it says.
    pub(super) said: Said,
    /// How it is modified.
    pub(super) modifier: Option<Modifier>,
    /// The rule that read it.
    pub(super) rule: &'static Rule,
    /// What stands around it; its sentence is counted within the passage.
    pub(super) context: Context,
    /// Whether a range runs from it to the expression behind it.
    pub(super) opens_range: bool,
    /// Whether it stands beside the expression before it, in a list or at the end of a range.
    pub(super) listed: bool,
    /// Whether the expression behind it tells the same date again: `four days later, on July 20`.
    pub(super) apposed: bool,
    /// Its tokens in the passage.
    pub(super) tokens: Range<usize>,
}

/// What stands in a passage.
#[derive(Debug)]
pub(super) struct PassageReading {
    /// Where its sentences stand, in bytes.
    pub(super) sentences: Vec<Range<usize>>,
    /// Its expressions, in order.
    pub(super) found: Vec<Found>,
    /// The months whose names people bear in it.
    pub(super) borne: Borne,
}

/// Reads a passage.
pub(super) fn passage(
    text: &str,
    vocabulary: &Vocabulary,
    order: DateOrder,
    left_out: &LeftOut,
) -> PassageReading {
    let tokens = token::tokens(text, vocabulary);
    let mut sentences = Vec::new();
    let mut found = Vec::new();
    let mut borne = Borne::default();
    let mut start = 0;
    while start < tokens.len() {
        let rest = &tokens[start..];
        let length =
            rest.iter().position(|token| token.kind == Kind::SentenceEnd).unwrap_or(rest.len());
        let range = start..start + length;
        if !range.is_empty() {
            let mut in_sentence =
                expressions(text, &tokens, range.clone(), vocabulary, order, left_out, &mut borne);
            for it in &mut in_sentence {
                it.context.sentence = sentences.len();
            }
            link_ranges(text, &tokens, vocabulary, &mut in_sentence);
            surroundings::note(
                text,
                &tokens,
                range.clone(),
                vocabulary,
                left_out,
                &mut in_sentence,
            );
            found.append(&mut in_sentence);
            sentences.push(tokens[range.start].span.start..tokens[range.end - 1].span.end);
        }
        start += length + 1;
    }
    PassageReading { sentences, found, borne }
}

/// Reads the expressions of a sentence from left to right; where rules compete, the longest wins.
fn expressions(
    text: &str,
    tokens: &[Token<'_>],
    sentence: Range<usize>,
    vocabulary: &Vocabulary,
    order: DateOrder,
    left_out: &LeftOut,
    borne: &mut Borne,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let ends = tokens.get(at + 1).is_some_and(|next| next.is_plain);
        if tokens[at].senses == Senses::NONE || (ends && tokens[at].is_incomplete()) {
            at += 1;
            continue;
        }
        let cursor = Cursor::new(text, tokens, at, vocabulary, order);
        if let Some(end) = not_a_time(cursor) {
            at = end;
            continue;
        }
        match longest(cursor, left_out) {
            Some((_, reading)) if is_quoted_title(tokens, at, reading.end()) => at = reading.end(),
            Some((rule, reading)) => {
                at = reading.end();
                reading.into_found(rule, tokens, cursor.position(), &mut found);
            }
            None => {
                borne.note(&cursor);
                at += 1;
            }
        }
    }
    found
}

/// Whether quotation marks enclose just these tokens, which makes them a title: `“1984”`.
fn is_quoted_title(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let quote = |token: &Token<'_>| {
        matches!(token.kind, Kind::Mark('"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»'))
    };
    let opens = from.checked_sub(1).is_some_and(|at| quote(&tokens[at]) && tokens[from].glued);
    let closes = tokens.get(to).is_some_and(|token| quote(token) && token.glued);
    let lower = matches!(tokens[from].kind, Kind::Word { capital: false });
    opens && closes && !lower
}

/// Moves past a name that holds a word for a time: `Sunday Times`.
fn not_a_time(mut cursor: Cursor<'_>) -> Option<usize> {
    cursor.next().filter(|token| token.senses.meets(Senses::NOT_TIME))?;
    cursor.sense(|s| (s == Sense::NotTime).then_some(()))?;
    Some(cursor.position())
}

enum Reading {
    One(Phrase, usize),
    Several(rules::Series, usize),
}

impl Reading {
    fn end(&self) -> usize {
        match self {
            Self::One(_, end) | Self::Several(_, end) => *end,
        }
    }

    fn into_found(
        self,
        rule: &'static Rule,
        tokens: &[Token<'_>],
        start: usize,
        out: &mut Vec<Found>,
    ) {
        let mut keep = |phrase: Phrase, range: Range<usize>, opens_range| {
            out.push(Found {
                span: tokens[range.start].span.start..tokens[range.end - 1].span.end,
                said: phrase.said,
                modifier: phrase.modifier,
                rule,
                context: Context::default(),
                listed: false,
                apposed: false,
                opens_range,
                tokens: range,
            });
        };
        match self {
            Self::One(phrase, end) => keep(phrase, start..end, false),
            Self::Several(series, _) => {
                for (index, (phrase, tokens)) in series.items.into_iter().enumerate() {
                    keep(phrase, tokens, index == 0 && series.runs);
                }
            }
        }
    }
}

/// The longest reading at the cursor; of equally long ones, the earlier rule's.
fn longest(cursor: Cursor<'_>, left_out: &LeftOut) -> Option<(&'static Rule, Reading)> {
    let senses = cursor.next()?.senses;
    let mut best: Option<(&'static Rule, Reading)> = None;
    let tried = |rule: &&Rule| rule.starts.meets(senses) && !left_out.has(rule.name);
    for rule in rules::ALL.iter().filter(tried) {
        let mut ahead = cursor;
        let reading = match rule.read {
            Reader::One(read) => {
                read(&mut ahead).map(|phrase| Reading::One(phrase, ahead.position()))
            }
            Reader::Several(read) => {
                read(&mut ahead).map(|series| Reading::Several(series, ahead.position()))
            }
        };
        let Some(reading) = reading.filter(|reading| reading.end() > cursor.position()) else {
            continue;
        };
        if best.as_ref().is_none_or(|(_, other)| reading.end() > other.end()) {
            best = Some((rule, reading));
        }
    }
    best
}

/// Notes which expression runs to the next: `May` to `June 2018`, `between 1990 and 1995`. What the
/// first leaves out, it takes from the second, and so on through a list: `March, April and May 2017`.
fn link_ranges(text: &str, tokens: &[Token<'_>], vocabulary: &Vocabulary, found: &mut [Found]) {
    for first in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(first);
        let goes_on = right.get(1).is_some_and(|next| next.listed);
        let (a, b) = (&mut left[first - 1], &mut right[0]);
        let joint = a.tokens.end..b.tokens.start;
        if joint.len() > 2 {
            continue;
        }
        let cursor = |at| Cursor::new(text, tokens, at, vocabulary, DateOrder::Mdy);
        a.apposed = is_apposed(a, b, tokens, cursor(joint.start));
        let comma = tokens.get(joint.start).is_some_and(|token| token.is_mark(','));
        let enumerated = comma && joint.len() == 1 && goes_on && are_alike(&a.said, &b.said);
        let joint = joined(tokens, &joint, cursor).or(enumerated.then_some((false, true)));
        let Some((runs, listed)) = joint else { continue };
        if !is_date(&a.said) || !is_date(&b.said) {
            continue;
        }
        b.listed = true;
        let between = cursor(a.tokens.start).follows(&[Cue::Between]);
        a.opens_range = a.opens_range || runs || (listed && between);
        take_year(&mut a.said, &b.said, a.opens_range);
    }
}

/// Whether both are months, or both days of a month.
fn are_alike(a: &Said, b: &Said) -> bool {
    let part = |said: &Said| match said {
        Said::Date(fields) => Some(std::mem::discriminant(&fields.part)),
        Said::PartOfPointed(part, _) => Some(std::mem::discriminant(part)),
        _ => None,
    };
    part(a).is_some() && part(a) == part(b)
}

/// Gives the first of two joined dates the year of the second: `May and June 2018`; of `December to
/// February 2018` the one before.
fn take_year(a: &mut Said, b: &Said, runs: bool) {
    let Said::Date(fields) = &*a else { return };
    let mut fields = *fields;
    if fields.year.is_some() || fields.part == Part::Whole {
        return;
    }
    match b {
        Said::Date(DateFields { year: Some(year), part, .. }) => {
            let turns = runs && month_of(fields.part) > month_of(*part);
            fields.year = Some(match year {
                Year::Full(year) if turns && month_of(*part).is_some() => Year::Full(year - 1),
                year => *year,
            });
            *a = Said::Date(fields);
        }
        Said::PartOfPointed(_, pointer) => *a = Said::PartOfPointed(fields.part, *pointer),
        _ => {}
    }
}

fn month_of(part: Part) -> Option<u8> {
    match part {
        Part::Month(month) | Part::Day(month, _) => Some(month),
        _ => None,
    }
}

/// Whether the second expression names the time at which the first one only points: `the next day, 5 June`,
/// `a century earlier, in 1812`.
fn is_apposed(a: &Found, b: &Found, tokens: &[Token<'_>], mut joint: Cursor<'_>) -> bool {
    let Said::Date(DateFields { year, part, .. }) = b.said else { return false };
    let day = matches!(part, Part::Day(..));
    let points = match a.said {
        Said::Distance { amount, .. } => day || (year.is_some() && counts(amount.unit, part)),
        Said::DayShift(_)
        | Said::Weekday(_)
        | Said::Pointed(_, Target::Weekday(_) | Target::Unit(DurationUnit::Day)) => day,
        Said::Pointed(_, Target::Unit(unit)) => year.is_some() && counts(unit, part),
        _ => false,
    };
    let comma = joint.mark(',').is_some();
    let _ = joint.any_cue(if day { &[Cue::On] } else { &[Cue::In] });
    points && comma && joint.position() == b.tokens.start && b.tokens.start < tokens.len()
}

/// Whether a count of the unit leads to such a part of a year.
fn counts(unit: DurationUnit, part: Part) -> bool {
    use DurationUnit::{Century, Decade, Month, Year};
    match part {
        Part::Whole => matches!(unit, Year | Decade | Century),
        Part::Month(_) => unit == Month,
        _ => false,
    }
}

/// How two expressions are joined: whether one runs to the other, and whether they are a list.
fn joined<'t>(
    tokens: &[Token<'_>],
    joint: &Range<usize>,
    cursor: impl Fn(usize) -> Cursor<'t>,
) -> Option<(bool, bool)> {
    let is = |at: usize, cues: &[Cue]| {
        let mut cursor = cursor(at);
        cursor.any_cue(cues).is_some()
    };
    match joint.len() {
        1 if tokens[joint.start].is_dash() || is(joint.start, &[Cue::To, Cue::Until]) => {
            Some((true, false))
        }
        1 if is(joint.start, &[Cue::And, Cue::Or]) || tokens[joint.start].is_mark('/') => {
            Some((false, true))
        }
        2 if is(joint.start, &[Cue::To, Cue::Until]) && is(joint.start + 1, &[Cue::The]) => {
            Some((true, false))
        }
        2 if tokens[joint.start].is_mark(',') && is(joint.start + 1, &[Cue::To, Cue::Until]) => {
            Some((true, false))
        }
        2 if tokens[joint.start].is_mark(',') && is(joint.start + 1, &[Cue::And, Cue::Or]) => {
            Some((false, true))
        }
        _ => None,
    }
}

fn is_date(said: &Said) -> bool {
    match said {
        Said::Date(_)
        | Said::Reported { .. }
        | Said::QuarterEnded(..)
        | Said::Running(_)
        | Said::DaysFrom(..)
        | Said::WeekOf(_)
        | Said::PartOfPointed(..)
        | Said::DayOfPointedMonth(..)
        | Said::Weekday(_)
        | Said::DayOfMonth(_)
        | Said::Decade(_)
        | Said::ShortDecade(_)
        | Said::Century(_)
        | Said::DayShift(_)
        | Said::Time(..) => true,
        Said::Pointed(pointer, target) => {
            *pointer != Pointer::That || !matches!(target, Target::Unit(_))
        }
        Said::Impossible { .. }
        | Said::SomeWeekday(_)
        | Said::Distance { .. }
        | Said::Duration(_)
        | Said::AfterEvent(_)
        | Said::Set(_)
        | Said::Reference(_) => false,
    }
}
