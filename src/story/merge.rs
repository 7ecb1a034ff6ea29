//! Mentions in, clusters out: the mentions that tell the same thing on the same date.
//!
//! Mentions come the finest date first. Each joins the cluster with which it agrees best, if it
//! agrees enough with the members of it and disagrees with none; otherwise it leads a cluster of its
//! own. So `last week` finds the days of that week already there and joins one of them, and no chain
//! of half-agreements makes a soup.

use std::collections::BTreeSet;

use super::{
    dating::{compatible, held_by, homes, length},
    index::Index,
    telling::Tellings,
};
use crate::temporal::value::Precision;

/// How much the words of two mentions must agree, by the coarser of their dates. A day has few
/// events of one story and a year has many.
fn enough(precision: Precision) -> f64 {
    match precision {
        Precision::Time | Precision::Day => 0.42,
        Precision::Week => 0.45,
        Precision::Month => 0.48,
        Precision::Quarter | Precision::Season | Precision::Half => 0.50,
        Precision::Year => 0.55,
        Precision::Decade | Precision::Century => 0.65,
    }
}

/// What two sentences of one article must agree more: a writer seldom tells a thing twice.
const SAME_ARTICLE: f64 = 0.10;

/// What two mentions must agree more if each names someone, or a number, that the other does not.
const ABOUT_OTHERS: f64 = 0.17;

/// What two mentions must agree more if one tells what was planned and the other what happened: most plans
/// of a day are of something else than what the day is told for.
const PLANNED: f64 = 0.04;

/// What two mentions must agree more if their headlines share nothing but names: who is not what.
const ONLY_NAMES: f64 = 0.12;

/// A mention joins a cluster on the average, but must reach this part of the agreement asked for
/// with each member.
const WITH_EACH: f64 = 0.5;

/// What each member of a cluster adds to it where several would do: `In July 1969` is said of the
/// landing that most sources tell, not of one that a single source has misdated.
const EACH_MEMBER: f64 = 0.03;

/// With how many members of a cluster, its first ones, a mention is compared.
const COMPARED: usize = 8;

/// The part of a mention's words, the telling ones, of which a candidate must have some: two texts of
/// equal weight that agree by [`enough`] cannot do so in the rest alone.
pub(super) const TELLING: f64 = 0.65;

/// The mentions that tell one thing. The first leads: no other has a finer date.
struct Cluster {
    members: Vec<usize>,
    words: BTreeSet<u32>,
}

/// Finds the clusters; each holds indices of mentions in ascending order, and so do their first ones.
pub(super) fn merge(tellings: &Tellings<'_>) -> Vec<Vec<usize>> {
    let dated = |&at: &usize| !tellings.mentions[at].retold;
    let mut order: Vec<_> = (0..tellings.mentions.len()).filter(dated).collect();
    order.sort_by_key(|&at| {
        let when = tellings.mentions[at].citation.when;
        (length(when), when.approximate, at)
    });
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index = Index::default();
    for mention in order {
        let at = best(tellings, &clusters, &mut index, mention).unwrap_or_else(|| {
            clusters.push(Cluster { members: Vec::new(), words: BTreeSet::new() });
            clusters.len() - 1
        });
        join(tellings, &mut clusters[at], at, &mut index, mention);
    }
    let mut groups: Vec<_> = clusters.into_iter().map(|cluster| cluster.members).collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

fn join(
    tellings: &Tellings<'_>,
    cluster: &mut Cluster,
    at: usize,
    index: &mut Index,
    mention: usize,
) {
    cluster.members.push(mention);
    if cluster.members.len() > COMPARED {
        return;
    }
    let homes = homes(tellings.mentions[cluster.members[0]].citation.when);
    for word in tellings.whole(mention).iter() {
        if cluster.words.insert(word) {
            index.insert(at, &homes, word);
        }
    }
}

/// The cluster into which `mention` fits best.
fn best(
    tellings: &Tellings<'_>,
    clusters: &[Cluster],
    index: &mut Index,
    mention: usize,
) -> Option<usize> {
    let when = tellings.mentions[mention].citation.when;
    let words = tellings.vocabulary.telling(tellings.whole(mention), TELLING);
    let candidates = index.candidates(&held_by(when), &words);
    let fitting = |at: usize| fit(tellings, &clusters[at], mention).map(|by| (by, at));
    let better = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1));
    candidates.into_iter().filter_map(fitting).max_by(better).map(|(_, at)| at)
}

/// How well `mention` fits into a cluster; `None` if it does not agree enough to join it.
fn fit(tellings: &Tellings<'_>, cluster: &Cluster, mention: usize) -> Option<f64> {
    let apart = |&member: &usize| tellings.told_apart(member, mention);
    if cluster.members.iter().any(apart) {
        return None;
    }
    let (mut agreed, mut asked, mut count) = (0.0, 0.0, 0.0);
    for &member in cluster.members.iter().take(COMPARED) {
        let needed = needed(tellings, member, mention)?;
        let agreement = tellings.agreement(member, mention);
        if agreement < needed * WITH_EACH || tellings.contrary(member, mention) {
            return None;
        }
        agreed += agreement;
        asked += needed;
        count += 1.0;
    }
    (agreed >= asked).then_some(agreed / count + EACH_MEMBER * count)
}

/// How much two mentions must agree to be one; `None` if their dates forbid it.
fn needed(tellings: &Tellings<'_>, a: usize, b: usize) -> Option<f64> {
    let (first, second) = (&tellings.mentions[a].citation, &tellings.mentions[b].citation);
    if !compatible(first.when, second.when)
        || tellings.other_subject(a, b)
        || tellings.clocks_apart(a, b)
    {
        return None;
    }
    let mut needed = enough(first.when.precision().min(second.when.precision()));
    if first.article == second.article {
        needed += SAME_ARTICLE;
    }
    if tellings.about_others(a, b) {
        needed += ABOUT_OTHERS;
    }
    if tellings.mentions[a].kind != tellings.mentions[b].kind {
        needed += PLANNED;
    }
    if tellings.share_no_more_than_names(a, b) {
        needed += ONLY_NAMES;
    }
    Some(needed)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Builder, lines};

    /// Sentences around those under test, so that a story has common and rare words.
    fn story() -> Builder {
        let filler = [
            "The President spoke to reporters at the White House about the case.",
            "Johnson had asked for clemency before, and the White House had not answered.",
            "Trump said that Johnson would come home to Memphis and to her family.",
            "The prison in Aliceville holds more than a thousand women.",
            "Her lawyers said that the sentence of life in prison was far too long.",
            "Officials said that the hearing would be closed.",
            "Officials said the case was not theirs, and the lawyers said it was.",
            "The officials said nothing more.",
            "Kim Kardashian West spoke of the case on Twitter and at the White House.",
        ];
        filler.into_iter().fold(Builder::new().article("s/filler", "2018-07-01"), Builder::filler)
    }

    /// A date and a headline; the sentence is made of both.
    type Told<'t> = (&'t str, &'t str);

    /// Whether two tellings in articles of June 14 and 20 make one entry.
    fn are_one((first, a): Told<'_>, (second, b): Told<'_>) -> bool {
        let sentence = |headline: &str| format!("{headline} [then].");
        let story = story()
            .article("s/a", "2018-06-14")
            .tells(first, a, &sentence(a))
            .article("s/b", "2018-06-20")
            .tells(second, b, &sentence(b))
            .story();
        story.entries.len() == 1
    }

    #[test]
    fn one_thing_or_two() {
        let granted = "Trump granted Johnson clemency";
        let long = "President Trump granted clemency to Alice Marie Johnson, a great-grandmother";
        for (a, b, expected) in [
            // The finer the shared date, the less agreement suffices.
            (("2018-06-06", granted), ("2018-06-06", long), true),
            (("2018-W23", granted), ("2018-06-06", long), true),
            (("2018-06", granted), ("2018-06-06", long), true),
            (("2018", granted), ("2018-06-06", granted), true),
            (("2018", "Trump freed her"), ("2018-06-06", granted), false),
            (("2018-06-07~", granted), ("2018-06-06", long), true),
            // Other dates.
            (("2018-06-06", granted), ("2018-06-12", granted), false),
            (("2018-W24", granted), ("2018-06-06", granted), false),
            (
                ("1996/2018", "Johnson was in prison"),
                ("2018-06-06", "Johnson was in prison"),
                false,
            ),
            // Other things on the same day.
            (
                ("2018-06-06", granted),
                ("2018-06-06", "Johnson left the prison in Aliceville"),
                false,
            ),
            (
                ("2018-06-06", granted),
                ("2018-06-06", "Kardashian West thanked Trump on Twitter"),
                false,
            ),
            (("2018-06-06", "Trump pardoned Smith"), ("2018-06-06", "Trump pardoned Jones"), false),
            (
                ("2018-06-06", "A bomb killed 5 people in Kabul"),
                ("2018-06-06", "A bomb killed 12 people in Basra"),
                false,
            ),
            (
                ("2018-06-06", "Officials said the road was closed"),
                ("2018-06-06", "Officials said the bridge had fallen"),
                false,
            ),
            // What both are about says nothing of what happened.
            (
                ("2018-06-06", "Mayor Carl Bell thanked the nurses"),
                ("2018-06", "Mayor Carl Bell fell down the stairs"),
                false,
            ),
            // Forms of words.
            (
                ("2018-06-06", "Aliceville prison released Johnson"),
                ("2018-06-06", "Aliceville prison releases Johnson"),
                true,
            ),
            // Without a language's grammar the passive looks like the reverse.
            (
                ("2018-06-06", "Johnson released from Aliceville prison"),
                ("2018-06-06", "The Aliceville prison releases Johnson"),
                false,
            ),
        ] {
            assert_eq!(are_one(a, b), expected, "{a:?} and {b:?}");
            assert_eq!(are_one(b, a), expected, "{b:?} and {a:?}");
        }
    }

    #[test]
    fn a_coarse_date_joins_what_most_sources_tell() {
        let landed = |story: Builder, path: &str, edtf: &str| {
            let sentence = "Apollo 11 landed in the Sea of Tranquility [then].";
            story.article(path, "1970-01-01").tells(
                edtf,
                "Apollo 11 landed in the Sea of Tranquility",
                sentence,
            )
        };
        let tellings = [
            ("s/a", "1969-07-28"),
            ("s/b", "1969-07-20"),
            ("s/c", "1969-07-20"),
            ("s/d", "1969-07"),
        ];
        let story =
            tellings.iter().fold(story(), |story, (path, edtf)| landed(story, path, edtf)).story();
        let sources: Vec<_> = story.entries.iter().map(|it| it.citations[0].copies + 1).collect();
        assert_eq!(sources, [3, 1], "{:?}", lines(&story));
    }

    #[test]
    fn half_agreements_make_no_chain() {
        let story = story()
            .article("s/a", "2018-06-14")
            .tells(
                "2018-06-06",
                "Nurses closed the clinic near the harbour",
                "Nurses closed the clinic near the harbour [on June 6].",
            )
            .article("s/b", "2018-06-15")
            .tells(
                "2018-06-06",
                "Nurses closed the clinic and pilots grounded planes",
                "Nurses closed the clinic and pilots grounded planes [on June 6].",
            )
            .article("s/c", "2018-06-16")
            .tells(
                "2018-06-06",
                "Pilots grounded planes over unpaid wages",
                "Pilots grounded planes over unpaid wages [on June 6].",
            )
            .story();
        assert_eq!(story.entries.len(), 2, "{:?}", lines(&story));
    }

    #[test]
    fn a_sentence_may_tell_two_things_and_each_finds_its_own() {
        let sentence = "Johnson was freed from prison [on June 6] and flew to Memphis.";
        let story = story()
            .article("s/a", "2018-06-14")
            .tells("2018-06-06", "Johnson was freed from prison", sentence)
            .also("2018-06-06", "Johnson flew to Memphis")
            .article("s/b", "2018-06-20")
            .tells("2018-06-06", "Johnson was freed from prison", sentence)
            .also("2018-06-06", "Johnson flew to Memphis")
            .story();
        let mut told = lines(&story);
        told.sort();
        assert_eq!(
            told,
            ["2018-06-06 Johnson flew to Memphis", "2018-06-06 Johnson was freed from prison"]
        );
        assert!(story.entries.iter().all(|entry| entry.citations[0].copies == 1));
    }

    #[test]
    fn what_was_planned_has_happened() {
        let story = story()
            .article("s/a", "2018-06-01")
            .tells(
                "2018-06-13",
                "Johnson will meet Kardashian West in Memphis",
                "Johnson will meet Kardashian West in Memphis [on June 13].",
            )
            .article("s/b", "2018-06-14")
            .tells(
                "2018-06-13",
                "Johnson met Kardashian West in Memphis",
                "Johnson met Kardashian West in Memphis [Wednesday].",
            )
            .story();
        assert_eq!(lines(&story), ["2018-06-13 Johnson met Kardashian West in Memphis ×2"]);
        assert_eq!(story.entries[0].kind, crate::event::Kind::Happened);
    }

    #[test]
    fn a_plan_joins_what_came_of_it_and_no_other() {
        let told = |plan: &str, came: &str| {
            let tells = |story: Builder, path: &str, published: &str, headline: &str| {
                let sentence = format!("{headline} [on Thursday].");
                story.article(path, published).tells("2018-06-14", headline, &sentence)
            };
            let story = tells(story(), "s/a", "2018-06-12", plan);
            let story = tells(story, "s/b", "2018-06-15", came).story();
            let leads = story.entries.last().map(|entry| entry.headline.clone());
            (story.entries.len(), leads.unwrap_or_default())
        };
        for (plan, came) in [
            ("The Senate to vote on the prison bill", "The Senate voted on the prison bill"),
            ("The Senate to announce a prison bill", "The Senate announced a prison bill"),
            ("Johnson to meet Kardashian West", "Johnson met Kardashian West"),
            ("The prison to be closed", "The prison was closed"),
        ] {
            assert_eq!(told(plan, came), (1, came.to_owned()), "{plan}");
        }
        for (plan, came) in [
            (
                "The Senate to vote on the prison bill",
                "The Senate cancelled its vote on the prison bill",
            ),
            ("The Senate to approve the prison bill", "The Senate rejected the prison bill"),
            ("The Senate to vote on the prison bill", "The Senate did not vote on the prison bill"),
            ("Johnson to meet Kardashian West", "Johnson met Smith"),
            ("The Senate to free 5 women", "The Senate freed 12 women"),
        ] {
            assert_eq!(told(plan, came).0, 2, "{plan}, {came}");
        }
    }

    #[test]
    fn a_declared_event_leads_what_prose_tells() {
        let story = story()
            .article("s/a", "2018-06-14")
            .tells(
                "2018-06-06",
                "Trump granted Johnson clemency",
                "Trump granted Johnson clemency [on June 6].",
            )
            .article("s/b", "2018-06-20")
            .declares("2018-06-06", "Trump grants clemency to Alice Johnson")
            .story();
        assert_eq!(lines(&story), ["2018-06-06 Trump grants clemency to Alice Johnson ×2"]);
    }
}
