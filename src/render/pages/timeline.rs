//! Entries in sections: by year, by month where a year is full, by decade where years are many.
//!
//! What lay ahead when it was last reported is set apart; stretches of time told before a section that
//! reach into it are named at its head.

use std::collections::BTreeMap;

use super::{
    super::{dates::Dates, view},
    entry::{self, Detail},
    facets,
    frame::Frame,
};
use crate::{
    event::Kind,
    story::Entry,
    temporal::value::{Precision, When},
};

/// From how many years on the sections are decades.
const MANY_YEARS: usize = 30;
/// From how many entries on the sections are decades, if there are some years to gather.
const MANY_ENTRIES: usize = 200;
const SOME_YEARS: usize = 12;
/// From how many entries on a year is divided into months.
const FULL_YEAR: usize = 40;
/// From how many empty years on a gap is worth telling, between years and between decades.
const GAP_OF_YEARS: i32 = 2;
const GAP_OF_DECADES: i32 = 10;
/// Up to how many years a stretch counts as covered by its entry, so that no gap is told in it.
const COVERED_YEARS: i32 = 10;
/// From how many entries on key events stand out.
const LONG: usize = 25;
/// How many stretches that are under way a section names.
const UNDER_WAY: usize = 3;

/// A section of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Decade(i32),
    Year(i32),
    Month(i32, u8),
}

impl Period {
    fn key(self) -> (i32, u8) {
        match self {
            Self::Decade(decade) => (decade.saturating_mul(10), 0),
            Self::Year(year) => (year, 0),
            Self::Month(year, month) => (year, month),
        }
    }

    /// Its anchor on the page.
    pub(super) fn anchor(self) -> String {
        match self {
            Self::Decade(_) => format!("d{}", self.key().0),
            Self::Year(year) => format!("y{year}"),
            Self::Month(year, month) => format!("m{year}-{month:02}"),
        }
    }

    /// Its folder below `page/`.
    pub(super) fn slug(self) -> String {
        match self {
            Self::Decade(_) => format!("{}s", self.key().0),
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{year}-{month:02}"),
        }
    }

    /// Its name for people.
    pub(super) fn label(self, dates: &Dates) -> String {
        match self {
            Self::Decade(decade) => dates.decade(decade),
            Self::Year(year) => dates.year(year),
            Self::Month(year, month) => dates.month(year, month),
        }
    }
}

/// Divides entries, given by their dates in order, into sections; each entry by its index.
///
/// Where one decade holds most of a story whose background reaches far back, its years stand alone;
/// where a year is full, its months do.
pub(super) fn divide(whens: &[When]) -> Vec<(Period, Vec<usize>)> {
    let by_year = group(whens, year_period);
    let years = by_year.len();
    let far = years > MANY_YEARS || (whens.len() > MANY_ENTRIES && years > SOME_YEARS);
    let decades = if far { group(whens, decade_period) } else { Vec::new() };
    let told_by_decade = |when: When| {
        let of_decade = decades.iter().find(|(period, _)| *period == decade_period(when));
        of_decade.is_some_and(|(_, list)| list.len() <= FULL_YEAR || list.len() * 2 <= whens.len())
    };
    let full: Vec<Period> =
        by_year.iter().filter(|(_, list)| list.len() > FULL_YEAR).map(|(year, _)| *year).collect();
    group(whens, |when| match year_period(when) {
        _ if told_by_decade(when) => decade_period(when),
        year if full.contains(&year) && when.precision() >= Precision::Month => {
            Period::Month(year_of(when), when.first_day().month())
        }
        year => year,
    })
}

fn year_period(when: When) -> Period {
    Period::Year(year_of(when))
}

fn decade_period(when: When) -> Period {
    Period::Decade(year_of(when).div_euclid(10))
}

/// Divides entries into the chapters of a long story.
pub(super) fn chapters(whens: &[When]) -> Vec<(Period, Vec<usize>)> {
    let by_year = group(whens, year_period);
    if by_year.len() > MANY_YEARS { group(whens, decade_period) } else { by_year }
}

fn year_of(when: When) -> i32 {
    when.first_day().year()
}

fn group(whens: &[When], period: impl Fn(When) -> Period) -> Vec<(Period, Vec<usize>)> {
    let mut groups: BTreeMap<(i32, u8), (Period, Vec<usize>)> = BTreeMap::new();
    for (index, &when) in whens.iter().enumerate() {
        let period = period(when);
        groups.entry(period.key()).or_insert_with(|| (period, Vec::new())).1.push(index);
    }
    groups.into_values().collect()
}

/// The timeline of entries, given by story and entry in the order of time.
pub(super) fn view(frame: &Frame<'_>, shown: &[(usize, usize)], detail: Detail) -> view::Timeline {
    let facets = facets::of(frame, shown);
    let told = |at: usize| {
        let (story, index) = shown[at];
        let plan = &frame.content.stories[story];
        view::Entry { facets: facets.of_entry(at), ..entry::view(frame, plan, index, detail) }
    };
    let (ahead, past): (Vec<usize>, Vec<usize>) =
        (0..shown.len()).partition(|&at| lies_ahead(frame, shown[at]));
    let whens: Vec<When> = past.iter().map(|&at| of(frame, shown[at]).when).collect();
    let groups = divide(&whens);
    let fullest = groups.iter().map(|(_, list)| list.len()).max().unwrap_or(1);
    let rail = groups.iter().map(|(period, list)| {
        let anchor = format!("#{}", period.anchor());
        rail_item(period.label(frame.dates), anchor, list.len(), fullest)
    });
    let rail = rail.collect();
    let mut covered = None;
    let sections = groups.iter().map(|(period, list)| {
        let gap = gap(frame.dates, covered, *period);
        covered = list.iter().map(|&index| covered_until(whens[index])).max().max(covered);
        let first = list.first().copied().unwrap_or_default();
        let under_way = under_way(&whens[..first], *period).into_iter().map(|index| {
            let (story, entry) = shown[past[index]];
            entry::link(frame, &frame.content.stories[story], entry)
        });
        view::Section {
            anchor: period.anchor(),
            label: period.label(frame.dates),
            count: list.len(),
            gap,
            under_way: under_way.collect(),
            entries: list.iter().map(|&index| told(past[index])).collect(),
        }
    });
    let sections = sections.collect();
    let size = shown.len();
    let key = shown.iter().filter(|&&at| of(frame, at).key).count();
    view::Timeline {
        rail,
        sections,
        ahead: set_apart(frame, shown, ahead.into_iter().map(told).collect()),
        size,
        key,
        // Where all are key events, or none, none stands out.
        long: size > LONG && key > 0 && key < size,
        interactive: size > LONG || !facets.offered.is_empty(),
        facets: facets.offered,
        chapters: Vec::new(),
    }
}

fn of<'a>(frame: &Frame<'a>, (story, index): (usize, usize)) -> &'a Entry {
    &frame.content.stories[story].story.entries[index]
}

/// Whether an entry was planned for a day after the newest article of its story.
fn lies_ahead(frame: &Frame<'_>, at: (usize, usize)) -> bool {
    let entry = of(frame, at);
    let updated = frame.content.stories[at.0].updated;
    entry.kind == Kind::Planned && updated.is_some_and(|day| entry.when.first_day() > day.into())
}

/// What lies ahead, after the newest article of the stories shown.
fn set_apart(
    frame: &Frame<'_>,
    shown: &[(usize, usize)],
    entries: Vec<view::Entry>,
) -> Option<view::Ahead> {
    let stories = shown.iter().map(|&(story, _)| &frame.content.stories[story]);
    let since = stories.filter_map(|plan| plan.updated).max()?;
    let since = frame.date(since);
    (!entries.is_empty()).then_some(view::Ahead { anchor: "ahead", since, entries })
}

/// The stretches among `before` that reach into a section, the latest first.
fn under_way(before: &[When], period: Period) -> Vec<usize> {
    let (from, month) = period.key();
    let reaches = |when: &When| {
        let last = when.last_day();
        when.end.is_some() && (last.year(), last.month()) >= (from, month.max(1))
    };
    let stretches = before.iter().enumerate().rev().filter(|(_, when)| reaches(when));
    stretches.map(|(index, _)| index).take(UNDER_WAY).collect()
}

/// A row of the rail.
pub(super) fn rail_item(label: String, url: String, count: usize, most: usize) -> view::RailItem {
    view::RailItem { label, url, count, bar: (count * 10).div_ceil(most.max(1)).clamp(1, 10) }
}

/// The last year of which an entry may be said to tell.
fn covered_until(when: When) -> i32 {
    let (first, last) = (year_of(when), when.last_day().year());
    if last.saturating_sub(first) <= COVERED_YEARS { last } else { first }
}

/// The years between the last one covered and `period`, where there are enough of them.
fn gap(dates: &Dates, covered: Option<i32>, period: Period) -> Option<String> {
    let least = match period {
        Period::Decade(_) => GAP_OF_DECADES,
        Period::Year(_) | Period::Month(..) => GAP_OF_YEARS,
    };
    let (from, to) = (covered?.checked_add(1)?, period.key().0.checked_sub(1)?);
    (to.checked_sub(from)? >= least - 1).then(|| dates.years(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whens(dates: &[&str]) -> Vec<When> {
        dates.iter().map(|date| When::from_edtf(date).unwrap()).collect()
    }

    fn labels(whens: &[When]) -> Vec<String> {
        divide(whens).iter().map(|(period, _)| period.label(&Dates::of("en"))).collect()
    }

    #[test]
    fn sections_are_years_decades_or_months_by_what_there_is() {
        assert_eq!(
            labels(&whens(&["-0479", "1996", "1996-05", "2018-06-06"])),
            ["480 BC", "1996", "2018"]
        );
        let many: Vec<When> =
            (1950..=1990).filter_map(|year| When::from_edtf(&year.to_string())).collect();
        assert_eq!(labels(&many), ["1950s", "1960s", "1970s", "1980s", "1990s"]);
        let mut skewed: Vec<When> =
            (1800..1840).filter_map(|year| When::from_edtf(&year.to_string())).collect();
        skewed.extend((0..60).map(|n| When::from_edtf(["2010", "2011"][n % 2]).unwrap()));
        skewed.sort_by_key(|when| when.first_day());
        assert_eq!(labels(&skewed), ["1800s", "1810s", "1820s", "1830s", "2010", "2011"]);
        let mut full = whens(&["2004", "2010"]);
        full.extend((1..=28).flat_map(|day| {
            [format!("2010-01-{day:02}"), format!("2010-02-{day:02}")]
                .map(|date| When::from_edtf(&date).unwrap())
        }));
        assert_eq!(labels(&full), ["2004", "2010", "January 2010", "February 2010"]);
    }

    #[test]
    fn gaps_name_the_years_without_entries() {
        let timeline = |dates: &[&str]| {
            let whens = whens(dates);
            let periods = divide(&whens);
            let mut covered = None;
            let gaps = periods.into_iter().map(|(period, list)| {
                let gap = gap(&Dates::of("en"), covered, period);
                covered = list.iter().map(|&i| covered_until(whens[i])).max().max(covered);
                gap
            });
            gaps.collect::<Vec<_>>()
        };
        let gap = |text: &str| Some(text.to_owned());
        assert_eq!(timeline(&["1996", "1998", "2001"]), [None, None, gap("1999–2000")]);
        assert_eq!(timeline(&["199X", "1999"]), [None, None]);
        assert_eq!(timeline(&["1996/2018", "2005"]), [None, gap("1997–2004")]);
        assert_eq!(timeline(&["-0479", "0003"]), [None, gap("479 BC – AD 2")]);
    }

    #[test]
    fn a_section_names_the_stretches_that_reach_into_it() {
        let whens = whens(&["1961/1972", "1962", "1962-03/1963-01", "1962-05-01/1962-05-04"]);
        assert_eq!(under_way(&whens, Period::Year(1963)), [2, 0]);
        assert_eq!(under_way(&whens, Period::Month(1963, 2)), [0]);
        assert_eq!(under_way(&whens, Period::Decade(197)), [0]);
        assert_eq!(under_way(&whens, Period::Year(1973)), [0; 0]);
    }

    #[test]
    fn bars_are_tenths_of_the_fullest() {
        for (count, most, bar) in [(1, 100, 1), (100, 100, 10), (55, 100, 6), (0, 0, 1)] {
            assert_eq!(rail_item(String::new(), String::new(), count, most).bar, bar);
        }
    }
}
