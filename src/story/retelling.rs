//! Clusters in, clusters out: what articles tell again without a date goes to what they tell again.
//!
//! A sentence without a date has that of its article, as the news of the day. `The explosion killed 11 workers`
//! is no news in November, if hundreds of sentences have dated the explosion to April: then it is one more
//! telling of that, which brings no date. Two kinds come here: what the event stage has found to be
//! told as known from before, and what has a day of publication alone and says hardly anything else than
//! a cluster of an earlier day does.

use std::collections::BTreeSet;

use super::{
    dating::{Bucket, is_one_day},
    index::Index,
    merge::TELLING,
    telling::Tellings,
    unite::{Group, is_other},
};
use crate::temporal::value::{Day, When};

/// How many articles must have dated a happening by an expression to be believed.
const FEWEST_ARTICLES: usize = 2;

/// Which part of what a headline says a cluster must say too, where grammar says that it is known from before.
const KNOWN: f64 = 0.5;

/// The same where only the words say so: here the news of the day may resemble that of another.
const COVERED: f64 = 0.75;

/// What this part and the likeness of the whole telling must come to then.
const ALIKE: f64 = 1.3;

/// What articles tell of a day that they name.
struct Dated {
    cluster: usize,
    day: Day,
    /// How many articles give the date.
    articles: usize,
    group: Group,
}

/// Joins what has no date of its own to what it tells again. Hands back the clusters, in order, and the mentions
/// that bring no date to theirs.
pub(super) fn join(
    tellings: &Tellings<'_>,
    mut clusters: Vec<Vec<usize>>,
) -> (Vec<Vec<usize>>, BTreeSet<usize>) {
    let dated: Vec<_> =
        clusters.iter().enumerate().filter_map(|it| Dated::new(tellings, it)).collect();
    let mut index = Index::default();
    for (at, dated) in dated.iter().enumerate() {
        for word in dated.group.words() {
            index.insert(at, &[Bucket::Any], word);
        }
    }
    let retold = (0..tellings.mentions.len()).filter(|&it| tellings.mentions[it].retold);
    let mut dateless: BTreeSet<usize> = retold.collect();
    clusters.extend(dateless.iter().map(|&mention| vec![mention]));
    let mut joined = vec![Vec::new(); clusters.len()];
    for members in &mut clusters {
        if members.iter().all(|&member| is_undated(tellings, member))
            && let Some(to) = place(tellings, &dated, &mut index, members)
        {
            dateless.extend(members.iter());
            joined[to].append(members);
        }
    }
    for (cluster, mut joined) in clusters.iter_mut().zip(joined) {
        cluster.append(&mut joined);
        cluster.sort_unstable();
    }
    clusters.retain(|members| !members.is_empty());
    clusters.sort_unstable();
    (clusters, dateless)
}

/// Whether only its article dates a mention.
fn is_undated(tellings: &Tellings<'_>, mention: usize) -> bool {
    let citation = &tellings.mentions[mention].citation;
    citation.rule.is_none() && citation.sentence.is_some()
}

impl Dated {
    fn new(tellings: &Tellings<'_>, (cluster, members): (usize, &Vec<usize>)) -> Option<Self> {
        let dated: Vec<_> =
            members.iter().copied().filter(|&it| !is_undated(tellings, it)).collect();
        let citations = || dated.iter().map(|&it| &tellings.mentions[it].citation);
        let whens = citations().map(|it| it.when);
        let day = whens.filter(|&when| is_one_day(when)).map(When::first_day).next()?;
        let articles = citations().map(|it| it.article).collect::<BTreeSet<_>>().len();
        (articles >= FEWEST_ARTICLES).then(|| Self {
            cluster,
            day,
            articles,
            group: Group::new(tellings, dated),
        })
    }

    /// How well some mentions without a date tell this; `None` if they do not.
    fn fit(&self, tellings: &Tellings<'_>, group: &Group) -> Option<f64> {
        let first = &tellings.mentions[*group.members().first()?];
        let told = first.citation.when.first_day();
        let before = if first.retold { self.day <= told } else { self.day < told };
        let (covered, alike) = self.group.likeness(tellings, group);
        let fits = if first.retold {
            covered >= KNOWN
        } else {
            covered >= COVERED && covered + alike >= ALIKE
        };
        let numbers = || group.members().iter().all(|&it| self.group.has_numbers_of(tellings, it));
        (before && fits && numbers() && !is_other(tellings, &self.group, group))
            .then_some(covered + alike)
    }
}

/// The cluster that some mentions without a date tell again: of those that fit, what most articles tell.
fn place(
    tellings: &Tellings<'_>,
    dated: &[Dated],
    index: &mut Index,
    members: &[usize],
) -> Option<usize> {
    let group = Group::new(tellings, members.to_vec());
    let telling = tellings.vocabulary.telling(tellings.whole(*members.first()?), TELLING);
    let candidates = index.candidates(&[Bucket::Any], &telling).into_iter();
    let fitting = candidates.filter_map(|at| Some((dated[at].fit(tellings, &group)?, at)));
    let best = fitting.max_by(|(a, x), (b, y)| {
        dated[*x].articles.cmp(&dated[*y].articles).then(a.total_cmp(b)).then(y.cmp(x))
    });
    best.map(|(_, at)| dated[at].cluster)
}

#[cfg(test)]
mod tests {
    use super::super::{
        Story,
        coverage::{Why, Withheld, unused},
        testing::{Builder, lines},
    };

    /// Two articles that date the explosion of the first space shuttle lost, and an article of November that tells
    /// what `retell` adds.
    fn story(retell: impl FnOnce(Builder) -> Builder) -> Story {
        let exploded = "The shuttle Challenger exploded and killed seven astronauts";
        let filler = [
            "The shuttle had been built in California, and Florida was proud of it.",
            "The astronauts trained for a year before the shuttle was ready.",
            "Officials said that the company had warned of the cold.",
            "In Houston the company and its workers waited for the commission.",
        ];
        let story =
            filler.iter().fold(Builder::new().article("s/0", "1986-12-01"), |s, it| s.filler(it));
        let story = story
            .article("s/a", "1986-01-29")
            .tells("1986-01-28", exploded, &format!("{exploded} [on Tuesday]."))
            .article("s/b", "1986-02-10")
            .tells(
                "1986-01-28",
                "The explosion of Challenger killed seven astronauts",
                "The explosion of Challenger [on January 28] killed seven astronauts.",
            );
        retell(story.article("s/c", "1986-11-09")).story()
    }

    fn without_a_date(headline: &'static str) -> impl FnOnce(Builder) -> Builder {
        move |story| story.tells("1986-11-09", headline, &format!("{headline}."))
    }

    #[test]
    fn what_is_told_again_joins_what_others_date() {
        let headline = "The explosion killed seven astronauts";
        let again = story(|it| without_a_date(headline)(it).retold());
        assert_eq!(again.entries.len(), 1, "{:?}", lines(&again));
        let entry = &again.entries[0];
        assert_eq!((entry.when.edtf(), entry.conflicts.len()), ("1986-01-28".into(), 0));
        assert_eq!(entry.citations.len(), 3);
        let told = &entry.citations[2];
        assert_eq!(told.when.edtf(), "1986-01-28", "it brings no date of its own");
        assert_eq!(told.why, "no date in the sentence; it tells again what others date");
        let alone = story(|it| it);
        let surer = entry.confidence - alone.entries[0].confidence;
        assert!(surer < 0.001, "it is no witness of the date");
    }

    #[test]
    fn the_words_alone_must_say_hardly_anything_else() {
        let count = |headline| story(without_a_date(headline)).entries.len();
        assert_eq!(count("The explosion of Challenger killed seven astronauts"), 1);
        assert_eq!(count("The explosion of Challenger killed nine astronauts"), 2);
        assert_eq!(count("Challenger was built by a company in California"), 2);
        assert_eq!(count("The astronauts of Challenger were honoured in Houston"), 2);
    }

    #[test]
    fn what_nobody_dates_is_left_out_with_the_reason_and_the_desk_may_approve_it() {
        let crash = "The crash killed two divers";
        let untold = story(|it| without_a_date(crash)(it).retold());
        assert_eq!(untold.entries.len(), 1);
        let reasons: Vec<_> = unused(&untold).into_iter().map(|it| (it.quote, it.why)).collect();
        let retold = Why::Withheld(Withheld::Retold);
        assert_eq!(reasons, [("The crash killed two divers.", retold)]);
        let desk = "- approve: 1986-11-09-the-crash-killed-two-divers";
        let approved = story(|it| without_a_date(crash)(it).retold().desk(desk));
        assert_eq!(approved.entries.len(), 2);
    }

    #[test]
    fn who_tells_it_first_gives_no_id() {
        let headline = "The explosion killed seven astronauts";
        let again = story(|it| {
            without_a_date(headline)(it.article("s/aa", "1986-01-28"))
                .event(|event| {
                    event.when = crate::temporal::value::When::from_edtf("1986-01-28").unwrap();
                })
                .retold()
        });
        assert_eq!(again.entries.len(), 1, "{:?}", lines(&again));
        assert!(again.entries[0].id.contains("the-shuttle-challenger"), "{}", again.entries[0].id);
    }
}
