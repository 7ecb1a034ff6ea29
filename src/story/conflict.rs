//! Clusters in, clusters out: those that tell one thing and differ about its date become one, and
//! the entry made of it will show both dates.
//!
//! Far more often two alike sentences with two dates are two happenings: a second earthquake, the
//! next day's toll; or one date that was read wrong. So both dates must stand in the text, one of them
//! in numbers, the words must agree far more than for merging, the dates be neighbours, and the
//! sources independent; a doubt leaves two entries.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    dating::{around, distance, homes},
    gist::Gist,
    index::Index,
    mention::Mention,
    merge::TELLING,
    telling::Tellings,
    words::split,
};
use crate::{
    event::Kind,
    temporal::value::{Precision, When},
};

/// How far dates of one precision may lie apart, and how much the words must agree.
fn neighbours(precision: Precision) -> Option<(i64, f64)> {
    match precision {
        // Time zones, the day of an act and of its news, slips of the pen.
        Precision::Day | Precision::Time => Some((3, 0.70)),
        // A year is remembered wrong by one, and long after in words of one's own.
        Precision::Year => Some((1, 0.50)),
        _ => None,
    }
}

/// How many words the two must have in common, one of them a name: `He died` is no evidence.
const COMMON_WORDS: usize = 3;

/// How many members of each cluster are compared, its earliest ones.
const COMPARED: usize = 4;

/// How much two clusters as wholes must be alike, and how much of what the headlines of each say the
/// other must say: a rig explodes and, two days later, sinks, in nearly the same sentences.
const ALIKE: f64 = 0.55;

/// How many years must have passed since both of two years before they are in dispute: what happens every
/// year is told in the same words every year, but only in that year and the next.
const HISTORY: i32 = 2;

/// How sure a date without a number must be to stand against one with a number.
const SURE: f64 = 0.9;

/// Which part of the articles that tell one date may tell the other too; who tells both tells
/// two happenings, if he is not the one who explains the dispute.
const TELLS_BOTH: f64 = 0.34;

/// Folds clusters that differ about a date, the pair that agrees most first.
pub(super) fn fold(tellings: &Tellings<'_>, clusters: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, a, b) in disputes(tellings, clusters) {
        if !partner.contains_key(&a) && !partner.contains_key(&b) {
            partner.insert(a, b);
            partner.insert(b, a);
        }
    }
    let mut folded = Vec::new();
    for (at, members) in clusters.iter().enumerate() {
        match partner.get(&at) {
            None => folded.push(members.clone()),
            Some(&other) if at < other => {
                let mut both = [members.as_slice(), &clusters[other]].concat();
                both.sort_unstable();
                folded.push(both);
            }
            Some(_) => {}
        }
    }
    folded
}

/// The finest date of a cluster.
fn date(tellings: &Tellings<'_>, members: &[usize]) -> Option<When> {
    let dates = members.iter().map(|&member| tellings.mentions[member].citation.when);
    let finer = |a: When, b: When| if b.precision() > a.precision() { b } else { a };
    dates.reduce(finer)
}

/// The pairs of clusters that differ about a date, the surest first.
fn disputes(tellings: &Tellings<'_>, clusters: &[Vec<usize>]) -> Vec<(f64, usize, usize)> {
    let mut index = Index::default();
    let mut pairs = Vec::new();
    let dates: Vec<_> = clusters.iter().map(|members| date(tellings, members)).collect();
    for (at, members) in clusters.iter().enumerate() {
        let Some(when) = dates[at] else { continue };
        let Some((reach, _)) = neighbours(when.precision()) else { continue };
        let words: BTreeSet<u32> = members
            .iter()
            .take(COMPARED)
            .flat_map(|&member| tellings.vocabulary.telling(tellings.whole(member), TELLING))
            .collect();
        let words: Vec<_> = words.into_iter().collect();
        for other in index.candidates(&around(when, reach), &words) {
            let Some(other_date) = dates[other] else { continue };
            let dispute = dispute(tellings, (&clusters[other], other_date), (members, when));
            pairs.extend(dispute.map(|agreement| (agreement, other, at)));
        }
        for &word in &words {
            index.insert(at, &homes(when), word);
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

/// How much two clusters agree, if they differ about the date of one thing.
fn dispute(tellings: &Tellings<'_>, a: (&[usize], When), b: (&[usize], When)) -> Option<f64> {
    let (precision, apart) = distance(a.1, b.1)?;
    let (most, enough) = neighbours(precision)?;
    let (first, second) = if a.1.first_day() <= b.1.first_day() { (a, b) } else { (b, a) };
    if !(1..=most).contains(&apart) || told_before(tellings, first.0, second.1) {
        return None;
    }
    let [ours, theirs] = [a, b].map(|(members, when)| claims(tellings, members, when));
    if ours.is_empty() || theirs.is_empty() || !may_be_one(tellings, a.0, b.0) {
        return None;
    }
    if precision == Precision::Year && news(tellings, &[&ours[..], &theirs[..]].concat(), second.1)
    {
        return None;
    }
    let pairs = ours.iter().flat_map(|&x| theirs.iter().map(move |&y| (x, y)));
    let mention = |at: usize| &tellings.mentions[at];
    let pairs = pairs
        .filter(|&(x, y)| !names(mention(x), b.1) && !names(mention(y), a.1))
        .filter(|&(x, y)| gives_number(mention(x), a.1) || gives_number(mention(y), b.1));
    pairs.filter_map(|(x, y)| same_thing(tellings, x, y, enough)).max_by(f64::total_cmp)
}

fn same_thing(tellings: &Tellings<'_>, a: usize, b: usize, enough: f64) -> Option<f64> {
    let (words, name) = tellings.vocabulary.common(tellings.whole(a), tellings.whole(b));
    let agreement = tellings.agreement(a, b);
    let distinct = tellings.other_subject(a, b) || tellings.about_others(a, b);
    let alike = name && words >= COMMON_WORDS && !distinct && agreement >= enough;
    (alike && !tellings.contrary(a, b)).then_some(agreement)
}

/// The first mentions that claim `when`: with its number, or by an expression that was read as
/// surely as one, such as a weekday of the week before. A day of publication is no claim.
fn claims(tellings: &Tellings<'_>, members: &[usize], when: When) -> Vec<usize> {
    let claims = |&&member: &&usize| {
        let mention = &tellings.mentions[member];
        let read = mention.citation.rule.is_some() && mention.citation.confidence >= SURE;
        distance(mention.citation.when, when).is_some_and(|(_, apart)| apart == 0)
            && (read || gives_number(mention, when))
    };
    members.iter().filter(claims).take(COMPARED).copied().collect()
}

/// Whether a mention is declared, or has the number of the day (or year) in its text.
fn gives_number(mention: &Mention, when: When) -> bool {
    mention.citation.sentence.is_none() || names(mention, when)
}

/// Whether one of the dates in the quote has the number of the day, or else of the year.
fn names(mention: &Mention, when: When) -> bool {
    let first = when.first_day();
    let number = match when.precision() {
        Precision::Year => i64::from(first.year()),
        _ => i64::from(first.day()),
    };
    let dates = mention.dates.iter().filter_map(|date| mention.citation.quote.get(date.clone()));
    dates.flat_map(digits).any(|digits| digits.parse() == Ok(number))
}

/// The numbers of a text, also in `20th` and `20,`.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    let number = |word| {
        let end = str::find(word, |c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        &word[..end]
    };
    split(text).map(number)
}

/// All tell what has happened: what is put off is not in dispute.
fn have_happened(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    a.iter().chain(b).all(|&member| tellings.mentions[member].kind == Kind::Happened)
}

/// Whether one of these was published while the year of `when` was still news.
fn news(tellings: &Tellings<'_>, members: &[usize], when: When) -> bool {
    let years = members.iter().filter_map(|&member| tellings.mentions[member].published);
    years.map(|date| i32::from(date.year())).any(|year| year < when.last_day().year() + HISTORY)
}

fn may_be_one(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    have_happened(tellings, a, b) && independent(tellings, a, b) && alike(tellings, a, b)
}

/// Whether the clusters are alike as wholes.
fn alike(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    let vocabulary = &tellings.vocabulary;
    let (a, b) = (Gist::new(tellings, a), Gist::new(tellings, b));
    let covered = |a: &Gist, b: &Gist| a.covers(vocabulary, b, |_| 0.0);
    [a.agreement(vocabulary, &b), covered(&a, &b), covered(&b, &a)].iter().all(|&it| it >= ALIKE)
}

/// Most of those who tell one date do not tell the other.
fn independent(tellings: &Tellings<'_>, a: &[usize], b: &[usize]) -> bool {
    let articles = |members: &[usize]| -> BTreeSet<usize> {
        members.iter().map(|&member| tellings.mentions[member].citation.article).collect()
    };
    let (a, b) = (articles(a), articles(b));
    let both = a.intersection(&b).count();
    let [both, fewer] = [both, a.len().min(b.len())].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    f64::from(both) < f64::from(fewer) * TELLS_BOTH
}

/// Whether a source told the earlier date before the later one had come: then the later one is
/// another happening, as in the news of every day.
fn told_before(tellings: &Tellings<'_>, earlier: &[usize], later: When) -> bool {
    let published = |&member: &usize| tellings.mentions[member].published;
    earlier.iter().filter_map(published).any(|date| later.first_day() > date.into())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Builder, lines};

    fn moon() -> Builder {
        let filler = [
            "Armstrong and Aldrin trained for months in Houston.",
            "The Moon was a test of what two rivals could build.",
            "Apollo 11 carried three men and very little spare fuel.",
            "In Houston the controllers watched the numbers fall.",
        ];
        filler.into_iter().fold(Builder::new().article("s/filler", "1970-01-01"), Builder::filler)
    }

    /// A story of articles, each with its day of publication, a date and a headline.
    fn told(tellings: &[(&str, &str, &str)]) -> Vec<String> {
        let article =
            |story: Builder, (at, &(published, date, headline)): (usize, &(&str, &str, &str))| {
                let path = format!("s/{at}");
                let number = date.rsplit('-').next().unwrap_or_default();
                let sentence = format!("{headline} [{number}].");
                story.article(&path, published).tells(date, headline, &sentence)
            };
        lines(&tellings.iter().enumerate().fold(moon(), article).story())
    }

    #[test]
    fn why_a_date_is_preferred_is_told() {
        use super::super::Preference;
        let step = "Neil Armstrong stepped onto the Moon";
        let preference = |more: &[(&str, f64)]| {
            let story = more.iter().enumerate().fold(moon(), |story, (at, &(date, surety))| {
                let story = story.article(&format!("s/{at}"), &format!("197{at}-01-01"));
                let by = ["said Houston", "NASA wrote in its log", "Aldrin told his family"][at];
                let sentence = format!("{step} [on {date}], {by}.");
                story.tells(date, step, &sentence).event(|event| event.confidence = surety)
            });
            let entry = story.story().entries.remove(0);
            (entry.when.edtf(), entry.preference)
        };
        let (first, second) = ("1969-07-20", "1969-07-21");
        let shows = |date: &str, preference| (date.to_owned(), preference);
        assert_eq!(preference(&[(first, 0.9)]), shows(first, None));
        assert_eq!(
            preference(&[(first, 0.9), (second, 0.9)]),
            shows(first, Some(Preference::Earlier))
        );
        assert_eq!(
            preference(&[(first, 0.8), (second, 0.9)]),
            shows(second, Some(Preference::Confidence))
        );
        assert_eq!(
            preference(&[(first, 0.9), (second, 0.8), (second, 0.8)]),
            shows(second, Some(Preference::Articles))
        );
    }

    #[test]
    fn a_disputed_date_shows_both() {
        let step = "Armstrong stepped onto the Moon";
        let neil = "Neil Armstrong stepped onto the Moon";
        assert_eq!(
            told(&[
                ("1969-07-25", "1969-07-20", neil),
                ("2019-07-16", "1969-07-20", step),
                ("2022-07-21", "1969-07-21", neil)
            ]),
            ["1969-07-20 Neil Armstrong stepped onto the Moon ×2 | 1969-07-21 ×1"]
        );
        // Most articles decide, not the first.
        assert_eq!(
            told(&[
                ("1969-07-25", "1969-07-20", neil),
                ("2019-07-16", "1969-07-21", step),
                ("2022-07-21", "1969-07-21", neil)
            ]),
            ["1969-07-21 Armstrong stepped onto the Moon ×2 | 1969-07-20 ×1"]
        );
        // A tie goes to the earlier telling.
        assert_eq!(
            told(&[("1969-07-25", "1969-07-20", neil), ("2022-07-21", "1969-07-21", neil)]),
            ["1969-07-20 Neil Armstrong stepped onto the Moon | 1969-07-21 ×1"]
        );
    }

    #[test]
    fn a_year_may_be_disputed_long_after() {
        let (one, other) = (
            "Edison founded his laboratory in Menlo Park",
            "Thomas Edison founded his laboratory in Menlo Park",
        );
        assert_eq!(
            told(&[("1976-03-01", "1876", one), ("2010-03-01", "1875", other)]),
            ["1876 Edison founded his laboratory in Menlo Park | 1875 ×1"]
        );
    }

    #[test]
    fn alike_happenings_are_no_dispute() {
        let cases: &[&[(&str, &str, &str)]] = &[
            // The news of each day.
            &[
                ("2010-01-20", "2010-01-20", "A strong earthquake hit Haiti near Petit Goave"),
                ("2010-01-22", "2010-01-22", "A strong earthquake hit Haiti near Petit Goave"),
            ],
            // Too far apart.
            &[
                ("2010-03-01", "2010-01-12", "A strong earthquake hit Haiti near Petit Goave"),
                ("2010-03-02", "2010-01-20", "A strong earthquake hit Haiti near Petit Goave"),
            ],
            // Every year, told in the year itself.
            &[
                ("2009-02-01", "2009", "Obama spoke to Congress about the budget"),
                ("2010-02-01", "2010", "Obama spoke to Congress about the budget"),
            ],
            // Every year, told the year after.
            &[
                ("2009-02-01", "2008", "Obama spoke to Congress about the budget"),
                ("2010-02-01", "2009", "Obama spoke to Congress about the budget"),
            ],
            // Other years.
            &[
                ("2020-01-01", "2009", "Obama was sworn in at the Capitol"),
                ("2020-01-02", "2013", "Obama was sworn in at the Capitol"),
            ],
            // Other people, other numbers.
            &[
                ("2020-01-01", "1969-07-20", "Armstrong stepped onto the Moon"),
                ("2020-01-02", "1969-07-21", "Aldrin stepped onto the Moon"),
            ],
            // No name.
            &[
                ("2020-01-01", "1969-07-20", "it rained all day long"),
                ("2020-01-02", "1969-07-21", "it rained all day long"),
            ],
            // A plan that was put off.
            &[
                ("1969-01-01", "1969-07-15", "Armstrong stepped onto the Moon"),
                ("1969-08-02", "1969-07-16", "Armstrong stepped onto the Moon"),
            ],
        ];
        for case in cases {
            assert_eq!(told(case).len(), 2, "{case:?}");
        }
    }

    #[test]
    fn dates_are_in_dispute_that_are_read_surely_and_one_of_them_a_number() {
        let step = "Neil Armstrong stepped onto the Moon";
        let read = |first: &str, surety: f64, second: &str| {
            let story = moon()
                .article("s/a", "1969-07-25")
                .tells("1969-07-20", step, &format!("{step} {first}."))
                .event(|event| event.confidence = surety)
                .article("s/b", "1969-07-28")
                .tells("1969-07-21", step, &format!("{step} {second}."));
            story.story().entries.len()
        };
        let entries = |first: &str, second: &str| read(first, 0.9, second);
        assert_eq!(entries("[on July 20]", "[on July 21]"), 1);
        assert_eq!(entries("[on the 20th]", "[on the 21st]"), 1);
        assert_eq!(entries("[on Sunday]", "[on July 21]"), 1);
        // A weekday may be of another week, and two of them of the news of two days.
        assert_eq!(read("[on Sunday]", 0.7, "[on July 21]"), 2);
        assert_eq!(entries("[on Sunday]", "[on Monday]"), 2);
        // Who names the other date too knows of both.
        assert_eq!(entries("[on July 20]", "on July 20, not [on July 20 or 21]"), 2);
    }

    #[test]
    fn two_steps_of_one_story_are_no_dispute() {
        let tells = |story: Builder, path: &str, date: &str, sentence: &str| {
            let headline = sentence.split(" [").next().unwrap_or_default();
            story.article(path, "1912-05-20").tells(date, headline, sentence)
        };
        let mut story = moon();
        for (at, captain) in ["Smith", "Captain Smith", "Edward Smith"].iter().enumerate() {
            let struck = format!(
                "The Titanic under {captain} struck an iceberg in the North Atlantic [on April 14], and sank."
            );
            let sank = format!(
                "The Titanic under {captain} sank in the North Atlantic [on April 15], struck by an iceberg."
            );
            story = tells(story, &format!("s/struck-{at}"), "1912-04-14", &struck);
            story = tells(story, &format!("s/sank-{at}"), "1912-04-15", &sank);
        }
        assert_eq!(lines(&story.story()).len(), 2);
    }

    #[test]
    fn who_tells_both_dates_tells_two_happenings() {
        let (first, second) = (
            "Armstrong walked on the Moon for hours",
            "Armstrong walked on the Moon for hours again",
        );
        let both = |story: Builder| {
            story.tells("1969-07-20", first, &format!("{first} [on July 20].")).tells(
                "1969-07-21",
                second,
                &format!("{second} [on July 21]."),
            )
        };
        let story = both(both(moon().article("s/a", "1969-08-01")).article("s/b", "1969-08-02"));
        let dates: Vec<_> = story.story().entries.iter().map(|it| it.when.edtf()).collect();
        assert!(!dates.is_empty() && dates.iter().any(|date| date == "1969-07-21"), "{dates:?}");
    }
}
