//! Entries in, those that are left out because nothing in them stands alone out: a timeline has no text
//! before a headline, so `The letter was released` tells its reader nothing, and a headline that breaks
//! off tells half. What is hardly surer than the settings ask for helps no more beside what is.
//!
//! A day is worth more than a headline: where no other entry tells of it, the surest of them stays. So
//! does what several articles tell, and what the desk has put its hand to. A story of few entries can show
//! them all.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Entry, Origin, Withheld,
    entry::Draft,
    telling::{Standing, Tellings},
};
use crate::temporal::value::Day;

/// Which part of the way from what the settings ask for to certainty an entry must have gone beside others
/// of its day.
const MARGIN: f64 = 0.2;

/// A story of so many entries shows them all.
const FEW: usize = 60;

/// An entry with the draft that it was made of.
pub(super) type Made<'d> = (&'d Draft, Entry);

/// The days of which an entry tells, the first and the last.
type Days = (Day, Day);

/// Of entries that are to be published, the places of those that do not stand alone. `least` is how sure
/// the settings want an entry to be.
pub(super) fn passed_over(
    entries: &[Made<'_>],
    tellings: &Tellings<'_>,
    least: f64,
) -> BTreeMap<usize, Withheld> {
    if entries.len() <= FEW {
        return BTreeMap::new();
    }
    let sure = least + (1.0 - least) * MARGIN;
    let fallen: BTreeMap<usize, Withheld> = (0..entries.len())
        .filter_map(|at| Some((at, fault(&entries[at], tellings, sure)?)))
        .collect();
    let standing = (0..entries.len()).filter(|at| !fallen.contains_key(at));
    let told: BTreeSet<Days> = standing.map(|at| days(&entries[at].1)).collect();
    let mut kept: BTreeMap<Days, usize> = BTreeMap::new();
    for &at in fallen.keys() {
        let surer = |other: usize| entries[at].1.confidence > entries[other].1.confidence;
        let best = kept.entry(days(&entries[at].1)).or_insert(at);
        if surer(*best) {
            *best = at;
        }
    }
    // A month of which a week is told is told of.
    let inside = |(first, last): Days| {
        let from = told.range((first, first)..);
        from.take_while(|days| days.0 <= last).any(|days| days.1 <= last)
    };
    let stays = |at: &usize| {
        let days = days(&entries[*at].1);
        !inside(days) && kept.get(&days) == Some(at)
    };
    fallen.into_iter().filter(|(at, _)| !stays(at)).collect()
}

fn days(entry: &Entry) -> Days {
    (entry.when.first_day(), entry.when.last_day())
}

/// How the best of the headlines of an entry stands.
fn best(draft: &Draft, tellings: &Tellings<'_>) -> Option<Standing> {
    draft.members.iter().map(|&member| tellings.standing(member)).min()
}

/// Why an entry that one article tells does not stand alone: it has no headline that does, or is less than
/// `sure`.
fn fault((draft, entry): &Made<'_>, tellings: &Tellings<'_>, sure: f64) -> Option<Withheld> {
    let articles: BTreeSet<_> = entry.all_citations().map(|citation| citation.article).collect();
    if entry.origin == Origin::Declared || articles.len() > 1 || draft.is_edited() {
        return None;
    }
    let leans = best(draft, tellings) >= Some(Standing::Clipped);
    let doubtful = (entry.confidence < sure).then_some(Withheld::Doubtful);
    if leans { Some(Withheld::NotAlone) } else { doubtful }
}

#[cfg(test)]
mod tests {
    use crate::story::testing::Builder;

    /// A story of `entries` on as many days, and of some sentences that lean on the text before.
    fn headlines(entries: u32, desk: &str) -> Vec<String> {
        let mut story = Builder::new().article("s/a", "2018-06-14");
        for number in 0..entries {
            let day = format!("{}-0{}-{:02}", 1900 + number / 20, 1 + number % 2, 1 + number % 20);
            let headline = format!("Leeds opened school number {number}");
            story = story.tells(&day, &headline, &format!("{headline} [then]."));
        }
        let leaning = [
            ("1900-01-01", "The letter was read"),
            ("1900-05-01", "The letter was burned in Leeds"),
            ("1900-05-01", "The company bought a mill"),
        ];
        for (day, headline) in leaning {
            story = story.tells(day, headline, &format!("{headline} [then]."));
        }
        let told = story.desk(desk).story().entries.into_iter().map(|entry| entry.headline);
        told.filter(|headline| !headline.starts_with("Leeds")).collect()
    }

    #[test]
    fn what_leans_is_left_out_where_its_day_is_told_of() {
        assert_eq!(headlines(80, ""), ["The letter was burned in Leeds"]);
    }

    #[test]
    fn a_story_of_few_entries_shows_them_all() {
        assert_eq!(headlines(5, "").len(), 3);
    }

    #[test]
    fn the_sure_are_left_in_however_sure_they_must_be() {
        let mut story = Builder::new().article("s/a", "2018-06-14");
        for number in 0..70 {
            let headline = format!("Leeds opened school number {number}");
            story = story.tells("1900", &headline, &format!("{headline} [then]."));
        }
        story.settings.min_confidence = 0.85;
        assert!(story.story().left_out.is_empty());
    }

    #[test]
    fn what_the_desk_wants_stays() {
        let pinned = headlines(80, "- pin: 1900-01-01-the-letter-was-read");
        assert_eq!(pinned, ["The letter was read", "The letter was burned in Leeds"]);
        let titled = "- { retitle: 1900-01-01-the-letter-was-read, to: Moor’s letter was read }";
        assert!(headlines(80, titled).contains(&"Moor’s letter was read".to_owned()));
    }
}
