//! What the words of each language mean.
//!
//! A lexicon is plain data: lists of words for each sense. A word may stand in several lists
//! (`second` is an ordinal and a unit, `May` a month and an ordinary word), and an entry of several
//! words (`the day before yesterday`) is read as one. An entry written with a capital matches only
//! a capitalised word. To add a language, write its file and name it in [`ALL`].
//!
//! [`Vocabulary`] is a lexicon made ready for looking words up.

mod en;
pub mod prose;

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::holiday::Holiday;
use super::value::{DayPart, DurationUnit, Modifier, Season};
use prose::{Prose, ProseWords};

/// Every language that can be read.
pub const ALL: &[&Lexicon] = &[&en::LEXICON];

/// The time words of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// The ISO 639-1 code.
    pub code: &'static str,
    /// The twelve months, each with all its names.
    pub months: [&'static [&'static str]; 12],
    /// The seven days of the week from Monday on, each with all its names.
    pub weekdays: [&'static [&'static str]; 7],
    /// The same for several of each, from Monday on: `Sundays`.
    pub weekday_plurals: [&'static [&'static str]; 7],
    /// The months whose names people bear.
    pub borne_months: &'static [&'static str],
    /// The words for seasons.
    pub seasons: &'static [(&'static str, Season)],
    /// The words for parts of the day.
    pub day_parts: &'static [(&'static str, DayPart)],
    /// The same for several of each: `nights`.
    pub day_part_plurals: &'static [(&'static str, DayPart)],
    /// The words for clock times: `noon` is 12, `midnight` 24.
    pub clock_words: &'static [(&'static str, u8)],
    /// The words for units: one of them.
    pub units: &'static [(&'static str, DurationUnit)],
    /// The words for units: several of them.
    pub plural_units: &'static [(&'static str, DurationUnit)],
    /// Cardinal numbers in words.
    pub numbers: &'static [(&'static str, i32)],
    /// Numbers that multiply: `hundred`.
    pub scales: &'static [(&'static str, i32)],
    /// Ordinal numbers in words.
    pub ordinals: &'static [(&'static str, i32)],
    /// What follows the digits of an ordinal: `th`.
    pub ordinal_endings: &'static [&'static str],
    /// What follows the digits of a decade: `s`.
    pub decade_endings: &'static [&'static str],
    /// Decades in words: `nineties` is 90.
    pub decades: &'static [(&'static str, i32)],
    /// Quantities without a number: `several`, `a few`.
    pub vague: &'static [&'static str],
    /// Days counted from the reference date: `yesterday` is -1.
    pub day_shifts: &'static [(&'static str, i32)],
    /// Parts of a day counted from the reference date: `tonight`.
    pub part_shifts: &'static [(&'static str, i32, DayPart)],
    /// `last`, `this`, `next` and their kin.
    pub pointers: &'static [(&'static str, Pointer)],
    /// Words for a time just ahead, where the verb beside them looks ahead: `soon`.
    pub soon: &'static [&'static str],
    /// Words for a time without a place on the calendar: `now`, `recently`.
    pub references: &'static [(&'static str, super::value::Reference)],
    /// What makes a quantity vague or bounded: `about`, `more than`.
    pub quantifiers: &'static [(&'static str, Modifier)],
    /// Which part of a stretch is meant, before its name: `early`, `mid`.
    pub phases: &'static [(&'static str, Modifier)],
    /// The same as a noun: `the end of`.
    pub edges: &'static [(&'static str, Modifier)],
    /// Adverbs of frequency with the period they mean: `daily`.
    pub frequencies: &'static [(&'static str, DurationUnit)],
    /// Days that have a name.
    pub holidays: &'static [(&'static str, Holiday)],
    /// Words of time grammar.
    pub cues: &'static [(&'static str, Cue)],
    /// Nouns that a year before them names: `team`, `model`.
    pub named_by_year: &'static [&'static str],
    /// How often in a period, by one word: `twice`.
    pub times: &'static [&'static str],
    /// What bounds a quantity behind it: `or more`.
    pub bounds_behind: &'static [(&'static str, Modifier)],
    /// Adjectives between a number and a unit: `eight trading days`.
    pub measuring: &'static [&'static str],
    /// Nouns behind which `of 1500` counts: `army`.
    pub crowds: &'static [&'static str],
    /// Words that end the name of a street.
    pub streets: &'static [&'static str],
    /// Nouns for what happens in a year that may stand behind its name: `Olympics 2012`.
    pub event_nouns: &'static [&'static str],
    /// Nouns before which `today's` means the present age: `world`.
    pub of_the_age: &'static [&'static str],
    /// Verbs of which a length of time is the object: `take`, `last`.
    pub verbs_of_length: &'static [&'static str],
    /// Names that hold a word for a time and are none: `Sunday Times`.
    pub not_times: &'static [&'static str],
    /// Nouns before a number that is no year: `Route`, `Section`, `Boeing`.
    pub labels: &'static [&'static str],
    /// Words before a bare number that make it a count, and a date with a month no less a date: `than`.
    pub before_counts: &'static [&'static str],
    /// Nouns after a number that counts them: `people`, `dollars`.
    pub counted: &'static [&'static str],
    /// The order of numeric dates, by the region of the language tag; the first is the default.
    pub date_orders: &'static [(&'static str, crate::source::DateOrder)],
    /// The words that are no time words: verbs, function words, titles, names.
    pub prose: ProseWords,
}

/// Which of several like stretches is meant, seen from an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pointer {
    /// `last`: the one before the reference date's.
    Last,
    /// `this`: the reference date's own.
    This,
    /// `next`: the one after.
    Next,
    /// `the previous`: the one before the date told last.
    Previous,
    /// `the following`: the one after the date told last.
    Following,
    /// `that`, `the same`: the one told last.
    That,
}

/// A word of time grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the lexicon shows the words for each")]
pub enum Cue {
    A,
    The,
    Of,
    And,
    Half,
    /// Before a stretch in which something happened: `in`, `during`.
    In,
    For,
    On,
    At,
    From,
    Since,
    Until,
    By,
    To,
    Between,
    Before,
    After,
    Ago,
    Later,
    Earlier,
    /// `from now`, `hence`.
    FromNow,
    Within,
    Every,
    Per,
    Fiscal,
    First,
    Last,
    Am,
    Pm,
    Oclock,
    /// Behind four digits: `1130 hours`.
    ClockHours,
    BeforeChrist,
    AnnoDomini,
    UniversalTime,
    TimeZone,
    Old,
    Long,
    Possessive,
    YearWord,
    DayWord,
    NightWord,
    Eve,
    /// Between `last` and a length: `the past few`.
    Past,
    Coming,
    /// Before a stretch in which something happened, where `over` does not mean more than.
    Over,
    Ended,
    /// The `Q` of `Q2`.
    QuarterLetter,
    /// The `H` of `H1`.
    HalfLetter,
    Other,
    Or,
    /// Behind a number, before a unit: `two more weeks`.
    More,
    Another,
    /// Before a date from which on something holds: `as of`.
    AsOf,
    /// Before what lies ahead: `ahead of`.
    AheadOf,
    Than,
    /// Before an age: `aged`.
    Aged,
    /// Behind a length of time: `weeks away`.
    Away,
    /// Behind a number: how often, as in `three times a week`.
    Times,
    /// Before a stretch that is compared with another: `the corresponding period`.
    Comparable,
    /// Of several stretches reported on, the one at hand: `latest`.
    Latest,
    /// A stretch reported on: `period`.
    Term,
    /// `year-ago`, before what is compared.
    YearAgo,
    /// Before `year`: all of it.
    Full,
}

/// One meaning of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a list of the lexicon")]
pub enum Sense {
    Month(u8),
    Borne,
    Weekday(u8),
    Weekdays(u8),
    Season(Season),
    DayPart(DayPart),
    DayParts(DayPart),
    ClockWord(u8),
    Unit(DurationUnit),
    PluralUnit(DurationUnit),
    Number(i32),
    Scale(i32),
    Ordinal(i32),
    Decade(i32),
    Vague,
    DayShift(i32),
    PartShift(i32, DayPart),
    Pointer(Pointer),
    Reference(super::value::Reference),
    Soon,
    Quantifier(Modifier),
    Phase(Modifier),
    Edge(Modifier),
    Frequency(DurationUnit),
    Holiday(Holiday),
    Cue(Cue),
    NotTime,
    NamedByYear,
    Times,
    BoundBehind(Modifier),
    VerbOfLength,
    Measuring,
    Crowd,
    Street,
    EventNoun,
    OfTheAge,
    Label,
    BeforeCount,
    Counted,
    OrdinalEnding,
    DecadeEnding,
}

impl Sense {
    /// The set of this sense alone, for the quick test whether a rule can begin at a word.
    #[must_use]
    pub fn bit(self) -> Senses {
        Senses(match self {
            Self::Month(_) => Senses::MONTH.0,
            Self::Weekday(_) | Self::Weekdays(_) => Senses::WEEKDAY.0,
            Self::Season(_) => Senses::SEASON.0,
            Self::DayPart(_) => Senses::DAY_PART.0,
            Self::ClockWord(_) => Senses::CLOCK_WORD.0,
            Self::Unit(_) | Self::PluralUnit(_) => Senses::UNIT.0,
            Self::Number(_) | Self::Scale(_) => Senses::NUMBER.0,
            Self::Ordinal(_) => Senses::ORDINAL.0,
            Self::Decade(_) => Senses::DECADE.0,
            Self::Vague => Senses::VAGUE.0,
            Self::DayShift(_) | Self::PartShift(..) => Senses::SHIFT.0,
            Self::Pointer(_) | Self::Cue(Cue::Past | Cue::Coming) => Senses::POINTER.0,
            Self::Reference(_) | Self::Soon => Senses::REFERENCE.0,
            Self::Quantifier(_) => Senses::QUANTIFIER.0,
            Self::Phase(_) => Senses::PHASE.0,
            Self::Edge(_) => Senses::EDGE.0,
            Self::Frequency(_) | Self::Times => Senses::FREQUENCY.0,
            Self::Holiday(_) => Senses::HOLIDAY.0,
            Self::Cue(Cue::The) => Senses::THE.0,
            Self::Cue(Cue::A | Cue::Half | Cue::Another) => Senses::ARTICLE.0,
            Self::Cue(Cue::Every | Cue::Per) => Senses::EVERY.0,
            Self::Cue(Cue::Fiscal) => Senses::FISCAL.0,
            Self::Cue(Cue::YearAgo) => Senses::REPORT.0,
            Self::Cue(Cue::DayWord) => Senses::DAY_WORD.0,
            Self::Cue(Cue::AnnoDomini) => Senses::ERA.0,
            Self::Cue(Cue::QuarterLetter | Cue::HalfLetter) => Senses::LETTER.0,
            Self::NotTime => Senses::NOT_TIME.0,
            Self::Cue(_)
            | Self::Borne
            | Self::BoundBehind(_)
            | Self::DayParts(_)
            | Self::VerbOfLength
            | Self::Measuring
            | Self::Crowd
            | Self::Street
            | Self::EventNoun
            | Self::OfTheAge
            | Self::NamedByYear
            | Self::Label
            | Self::BeforeCount
            | Self::Counted
            | Self::OrdinalEnding
            | Self::DecadeEnding => 0,
        })
    }
}

/// A set of kinds of senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses(u32);

#[expect(missing_docs, reason = "the names say it")]
impl Senses {
    pub const MONTH: Self = Self(1);
    pub const WEEKDAY: Self = Self(1 << 1);
    pub const SEASON: Self = Self(1 << 2);
    pub const DAY_PART: Self = Self(1 << 3);
    pub const CLOCK_WORD: Self = Self(1 << 4);
    pub const UNIT: Self = Self(1 << 5);
    pub const NUMBER: Self = Self(1 << 6);
    pub const ORDINAL: Self = Self(1 << 7);
    pub const DECADE: Self = Self(1 << 8);
    pub const VAGUE: Self = Self(1 << 9);
    pub const SHIFT: Self = Self(1 << 10);
    pub const POINTER: Self = Self(1 << 11);
    pub const REFERENCE: Self = Self(1 << 12);
    pub const QUANTIFIER: Self = Self(1 << 13);
    pub const PHASE: Self = Self(1 << 14);
    pub const EDGE: Self = Self(1 << 15);
    pub const FREQUENCY: Self = Self(1 << 16);
    pub const HOLIDAY: Self = Self(1 << 17);
    pub const THE: Self = Self(1 << 18);
    pub const ARTICLE: Self = Self(1 << 19);
    pub const EVERY: Self = Self(1 << 20);
    pub const FISCAL: Self = Self(1 << 21);
    /// A number in digits.
    pub const DIGITS: Self = Self(1 << 22);
    /// An apostrophe, which may begin `'98`.
    pub const APOSTROPHE: Self = Self(1 << 23);
    pub const DAY_WORD: Self = Self(1 << 24);
    pub const ERA: Self = Self(1 << 25);
    pub const LETTER: Self = Self(1 << 26);
    pub const NOT_TIME: Self = Self(1 << 27);
    pub const REPORT: Self = Self(1 << 28);

    /// The kinds that say nothing by themselves: an article, a number, `last`, `early`.
    pub const INCOMPLETE: Self = Self::THE
        .or(Self::ARTICLE)
        .or(Self::QUANTIFIER)
        .or(Self::VAGUE)
        .or(Self::POINTER)
        .or(Self::PHASE)
        .or(Self::EVERY)
        .or(Self::NUMBER)
        .or(Self::ORDINAL)
        .or(Self::EDGE)
        .or(Self::FISCAL)
        .or(Self::REPORT);

    /// No kind at all.
    pub const NONE: Self = Self(0);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every kind of `self` is one of `other`.
    #[must_use]
    pub const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether the sets share a kind.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One way to read a word, with the words that must follow it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The sense.
    pub sense: Sense,
    /// The further words of an entry of several words, in lower case.
    pub rest: Vec<&'static str>,
    /// Whether the word must be capitalised.
    pub capital: bool,
}

/// All that a word may mean.
#[derive(Debug, Clone, Default)]
pub struct Meanings {
    /// The readings, those of more words first.
    pub readings: Vec<Reading>,
    /// The kinds of all the readings.
    pub senses: Senses,
    /// The kinds of the readings of one word.
    pub alone: Senses,
    /// Whether the word goes on an entry of several words.
    pub goes_on: bool,
}

/// A lexicon made ready for looking words up.
#[derive(Debug)]
pub struct Vocabulary {
    /// The lexicon it was made of.
    pub lexicon: &'static Lexicon,
    /// Its prose words.
    pub prose: Prose,
    words: HashMap<String, Meanings, FixedState>,
    longest: usize,
}

impl Vocabulary {
    /// Makes `lexicon` ready.
    #[must_use]
    pub fn new(lexicon: &'static Lexicon) -> Self {
        let prose = Prose::new(&lexicon.prose);
        let mut vocabulary = Self { lexicon, prose, words: HashMap::default(), longest: 0 };
        for (entry, sense) in entries(lexicon) {
            vocabulary.add(entry, sense);
        }
        // Each word's readings are put in order by themselves, so the map's order does not matter.
        #[expect(clippy::iter_over_hash_type, reason = "every value is sorted alone")]
        for meanings in vocabulary.words.values_mut() {
            meanings.readings.sort_by_key(|reading| std::cmp::Reverse(reading.rest.len()));
        }
        vocabulary
    }

    fn add(&mut self, entry: &'static str, sense: Sense) {
        let mut parts = entry.split(' ');
        let first = parts.next().unwrap_or_default();
        let capital = first.chars().next().is_some_and(char::is_uppercase);
        let key = first.to_lowercase();
        self.longest = self.longest.max(key.len());
        let meanings = self.words.entry(key).or_default();
        let rest: Vec<_> = parts.collect();
        meanings.senses = meanings.senses.or(sense.bit());
        if rest.is_empty() {
            meanings.alone = meanings.alone.or(sense.bit());
        }
        meanings.readings.push(Reading { sense, rest: rest.clone(), capital });
        for word in rest {
            self.longest = self.longest.max(word.len());
            self.words.entry(word.to_owned()).or_default().goes_on = true;
        }
    }

    /// What `word`, in lower case and with straight apostrophes, may mean.
    #[must_use]
    pub fn meanings(&self, word: &str) -> Option<&Meanings> {
        if word.len() > self.longest { None } else { self.words.get(word) }
    }
}

/// Every entry of a lexicon with its sense, list by list.
fn entries(lexicon: &'static Lexicon) -> Vec<(&'static str, Sense)> {
    let Lexicon {
        code: _,
        months,
        weekdays,
        weekday_plurals,
        borne_months,
        seasons,
        day_parts,
        day_part_plurals,
        clock_words,
        units,
        plural_units,
        numbers,
        scales,
        ordinals,
        ordinal_endings,
        decade_endings,
        decades,
        vague,
        day_shifts,
        part_shifts,
        pointers,
        soon,
        references,
        quantifiers,
        phases,
        edges,
        frequencies,
        holidays,
        cues,
        named_by_year,
        times,
        bounds_behind,
        verbs_of_length,
        measuring,
        crowds,
        streets,
        event_nouns,
        of_the_age,
        not_times,
        labels,
        before_counts,
        counted,
        date_orders: _,
        prose: _,
    } = lexicon;
    let mut all = Vec::new();
    let mut list = |words: &[&'static str], sense: Sense| {
        all.extend(words.iter().map(|&word| (word, sense)));
    };
    for (number, names) in (1..).zip(months) {
        list(names, Sense::Month(number));
    }
    for (number, names) in (1..).zip(weekdays) {
        list(names, Sense::Weekday(number));
    }
    for (number, names) in (1..).zip(weekday_plurals) {
        list(names, Sense::Weekdays(number));
    }
    list(borne_months, Sense::Borne);
    list(named_by_year, Sense::NamedByYear);
    list(times, Sense::Times);
    list(soon, Sense::Soon);
    list(verbs_of_length, Sense::VerbOfLength);
    list(measuring, Sense::Measuring);
    list(crowds, Sense::Crowd);
    list(streets, Sense::Street);
    list(event_nouns, Sense::EventNoun);
    list(of_the_age, Sense::OfTheAge);
    list(not_times, Sense::NotTime);
    list(ordinal_endings, Sense::OrdinalEnding);
    list(decade_endings, Sense::DecadeEnding);
    list(vague, Sense::Vague);
    list(labels, Sense::Label);
    list(before_counts, Sense::BeforeCount);
    list(counted, Sense::Counted);
    all.extend(seasons.iter().map(|&(word, it)| (word, Sense::Season(it))));
    all.extend(day_parts.iter().map(|&(word, it)| (word, Sense::DayPart(it))));
    all.extend(day_part_plurals.iter().map(|&(word, it)| (word, Sense::DayParts(it))));
    all.extend(clock_words.iter().map(|&(word, it)| (word, Sense::ClockWord(it))));
    all.extend(units.iter().map(|&(word, it)| (word, Sense::Unit(it))));
    all.extend(plural_units.iter().map(|&(word, it)| (word, Sense::PluralUnit(it))));
    all.extend(numbers.iter().map(|&(word, it)| (word, Sense::Number(it))));
    all.extend(scales.iter().map(|&(word, it)| (word, Sense::Scale(it))));
    all.extend(ordinals.iter().map(|&(word, it)| (word, Sense::Ordinal(it))));
    all.extend(decades.iter().map(|&(word, it)| (word, Sense::Decade(it))));
    all.extend(day_shifts.iter().map(|&(word, it)| (word, Sense::DayShift(it))));
    all.extend(part_shifts.iter().map(|&(word, it, part)| (word, Sense::PartShift(it, part))));
    all.extend(pointers.iter().map(|&(word, it)| (word, Sense::Pointer(it))));
    all.extend(references.iter().map(|&(word, it)| (word, Sense::Reference(it))));
    all.extend(quantifiers.iter().map(|&(word, it)| (word, Sense::Quantifier(it))));
    all.extend(bounds_behind.iter().map(|&(word, it)| (word, Sense::BoundBehind(it))));
    all.extend(phases.iter().map(|&(word, it)| (word, Sense::Phase(it))));
    all.extend(edges.iter().map(|&(word, it)| (word, Sense::Edge(it))));
    all.extend(frequencies.iter().map(|&(word, it)| (word, Sense::Frequency(it))));
    all.extend(holidays.iter().map(|&(word, it)| (word, Sense::Holiday(it))));
    all.extend(cues.iter().map(|&(word, it)| (word, Sense::Cue(it))));
    all
}

/// Finds the lexicon for a BCP 47 tag by its primary language.
///
/// ```
/// use dateline::temporal::lexicon;
/// assert_eq!(lexicon::find("en-GB").unwrap().code, "en");
/// assert!(lexicon::find("tlh").is_none());
/// ```
#[must_use]
pub fn find(language: &str) -> Option<&'static Lexicon> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    ALL.iter().copied().find(|lexicon| lexicon.code.eq_ignore_ascii_case(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_and_weekday_has_a_name_and_means_only_that() {
        for lexicon in ALL {
            let vocabulary = Vocabulary::new(lexicon);
            for (number, names) in (1..).zip(lexicon.months) {
                assert!(!names.is_empty(), "{}: month {number}", lexicon.code);
                for name in names {
                    let months: Vec<_> = vocabulary.words[&name.to_lowercase()]
                        .readings
                        .iter()
                        .filter_map(|r| if let Sense::Month(m) = r.sense { Some(m) } else { None })
                        .collect();
                    assert_eq!(months, [number], "{}: {name}", lexicon.code);
                }
            }
            assert!(lexicon.weekdays.iter().all(|names| !names.is_empty()), "{}", lexicon.code);
        }
    }

    #[test]
    fn entries_are_spelled_as_tokens_are() {
        for lexicon in ALL {
            for (entry, sense) in entries(lexicon) {
                let rest = entry.split(' ').skip(1);
                assert!(!entry.is_empty() && entry.trim() == entry, "{sense:?}: {entry:?}");
                for word in rest {
                    assert_eq!(word, word.to_lowercase(), "{sense:?}: {entry:?}");
                }
            }
        }
    }
}
