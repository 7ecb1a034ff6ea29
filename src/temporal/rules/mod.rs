//! How words for time combine.
//!
//! ```text
//! Cursor ── Rule::read ──▶ Phrase (one expression) or a series (`June 6–8`)
//! ```
//!
//! To add a rule, write it in the file of its kind and list it in [`ALL`]. Its examples are its
//! tests and its manual: an expression in brackets and what it means, and, for lines in which nothing
//! is to be found, no bracket. Where rules compete for the same words, the longest reading wins, and
//! of equally long ones the rule that stands earlier.

mod absolute;
mod clock;
mod duration;
pub(super) mod parts;
mod relative;
mod report;
mod series;

use std::ops::Range;

use super::{cursor::Cursor, lexicon::Senses, said::Phrase};

/// A way to say a time.
#[derive(Debug)]
pub struct Rule {
    /// A name to cite in reports, in kebab case.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// How likely a reading of it is right when nothing has to be guessed, 0 to 1.
    pub confidence: f64,
    /// What it reads and what that means, and what it leaves alone.
    pub examples: &'static [Example],
    /// The kinds of words with which it can begin.
    pub starts: Senses,
    /// Reads a time, or leaves the matter to other rules.
    pub read: Reader,
}

/// A line of prose with its times in brackets.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The line, such as `They met [a week ago].`; without brackets there is nothing to be read.
    pub text: &'static str,
    /// The TIMEX3 values of the bracketed times, with a space between two, in an article of
    /// Thursday, 14 June 2018 in `en-US`.
    pub means: &'static str,
}

/// What a rule reads.
#[derive(Debug, Clone, Copy)]
pub enum Reader {
    /// One expression.
    One(fn(&mut Cursor<'_>) -> Option<Phrase>),
    /// Several that share a field and make a range or a list.
    Several(fn(&mut Cursor<'_>) -> Option<Series>),
}

/// Expressions that share a field.
#[derive(Debug)]
pub struct Series {
    /// What each says, and its tokens.
    pub items: Vec<(Phrase, Range<usize>)>,
    /// Whether time runs from the first to the second; else they are a list.
    pub runs: bool,
}

/// Every rule. Of equally long readings, the earlier rule wins.
pub const ALL: &[Rule] = &[
    absolute::ISO_DATE,
    absolute::NUMERIC_DATE,
    series::MONTH_DAYS,
    series::DAYS_MONTH,
    series::YEARS,
    series::YEARS_BEFORE_CHRIST,
    series::CENTURIES,
    duration::WEEKDAY_PARTS,
    absolute::MONTH_DAY_YEAR,
    absolute::DAY_MONTH_YEAR,
    absolute::MONTH_DAY,
    absolute::DAY_MONTH,
    absolute::MONTH_YEAR,
    absolute::HOLIDAY,
    absolute::NTH_WEEKDAY,
    absolute::SEASON_YEAR,
    absolute::QUARTER,
    absolute::HALF,
    absolute::FISCAL_YEAR,
    absolute::YEAR_ERA,
    absolute::DECADE,
    absolute::CENTURY,
    absolute::YEAR,
    absolute::EARLY_YEAR,
    absolute::SHORT_YEAR,
    absolute::MONTH,
    absolute::DAY_OF_MONTH,
    relative::DAY_SHIFT,
    relative::PART_SHIFT,
    relative::WEEKDAY,
    relative::POINTED_NAME,
    relative::MONTH_POINTED,
    relative::DAY_OF_POINTED_MONTH,
    relative::WEEKEND,
    relative::DAY_BEFORE,
    relative::BEFORE_LAST,
    relative::AGO,
    relative::LATER,
    relative::FROM_NOW,
    clock::DATE_TIME,
    clock::CLOCK,
    clock::DAY_PART,
    clock::PART_OF_DATE,
    relative::POINTED_UNIT,
    relative::EDGE,
    relative::SEASON,
    relative::REFERENCE,
    relative::SOON,
    relative::FROM_DATE,
    report::REPORTED,
    report::STRETCH_ENDED,
    report::RUNNING_YEAR,
    report::PART_OF_OTHER_YEAR,
    duration::EVERY,
    duration::DURATION,
    duration::BARE,
    duration::COMPOUND,
    duration::SPAN_POINTED,
    duration::RATE,
    duration::FREQUENCY,
];

/// Finds a rule by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests;
