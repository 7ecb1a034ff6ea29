//! Clusters in, fewer out: what tells the happening of which most sources of its day tell is one
//! with it.
//!
//! `The well blew out`, `An explosion killed eleven workers` and `The rig exploded` share hardly a
//! word, so no two of them are merged as a pair. Dozens of such sentences with one date do share their
//! words crosswise. What joins a cluster here is therefore measured by the cluster as a whole: its
//! headline must say hardly anything that the cluster does not say. The more articles of a day
//! tell one thing, the surer the next one with that date is to mean it, and the less it must agree.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use rayon::prelude::*;

use super::{
    dating::{is_one_day, length, reach},
    gist::Gist,
    telling::Tellings,
};
use crate::temporal::value::{Day, When};

/// A cluster that fewer articles tell has no words of its own yet: what two sources share may be
/// chance.
const FEWEST_ARTICLES: usize = 3;

/// How many clusters of a day others may join, its largest ones.
const MOST_SEEDS: usize = 16;

/// How much must speak for one happening, if nothing speaks for the cluster beforehand: the part of
/// what a headline says that the cluster says too, and, for [`WHOLE`], how much the whole telling is like
/// the cluster.
const ENOUGH: f64 = 1.00;

/// How much less if the cluster is all that its day is known for.
const ENOUGH_LESS: f64 = 0.75;

/// What a likeness of the whole telling counts beside that of the headline: a sentence may tell of the
/// cluster's happening in passing.
const WHOLE: f64 = 0.5;

/// Which part of what a headline says the cluster must say in any case.
const COVERED: f64 = 0.30;

/// Articles that a day is taken to have beside its own: three of four say little about what a day
/// is known for, thirty of forty much.
const OTHER_ARTICLES: f64 = 10.0;

/// How many members of a cluster are measured, its first ones.
const COMPARED: usize = 8;

/// How much headlines must agree for a difference between them to mean something.
const COMPARABLE: f64 = 0.5;

/// Of the members with which a telling is comparable, what part may tell the contrary, as far as rules
/// without a grammar can see that.
const CONTRARY: f64 = 0.5;

/// A word that belongs to a cluster this far is part of what it tells.
const KNOWN: f64 = 0.5;

/// A word that belongs to it less far is foreign to it.
const UNKNOWN: f64 = 0.1;

/// What part of a cluster may come from sentences of which the other has the rest.
const TOLD_APART: f64 = 0.25;

/// How many days a stretch may be long in which the day of a happening is looked for, in about days.
const LONGEST: i64 = 372;

/// A cluster with what its members have in common.
pub(super) struct Group {
    members: Vec<usize>,
    articles: BTreeSet<usize>,
    gist: Gist,
}

impl Group {
    pub(super) fn new(tellings: &Tellings<'_>, members: Vec<usize>) -> Self {
        let article = |&member: &usize| tellings.mentions[member].citation.article;
        let articles = members.iter().map(article).collect();
        let gist = Gist::new(tellings, &members);
        Self { members, articles, gist }
    }

    fn absorb(&mut self, other: Self) {
        self.gist = self.gist.with(&other.gist);
        self.members.extend(other.members);
        self.articles.extend(other.articles);
    }

    /// The mentions.
    pub(super) fn members(&self) -> &[usize] {
        &self.members
    }

    /// The words of the members, each once.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        self.gist.words()
    }

    /// How much of what the headlines of `other` say this says too, and how much both tell the same, 0 to 1 each.
    pub(super) fn likeness(&self, tellings: &Tellings<'_>, other: &Self) -> (f64, f64) {
        let covered = self.gist.covers(&tellings.vocabulary, &other.gist, |_| 0.0);
        (covered, self.gist.agreement(&tellings.vocabulary, &other.gist))
    }

    /// Whether every number in the headline of a mention is one that the members give.
    pub(super) fn has_numbers_of(&self, tellings: &Tellings<'_>, mention: usize) -> bool {
        let numbers = tellings.vocabulary.numbers(tellings.headline(mention));
        numbers.into_iter().all(|number| self.gist.has(number) > 0.0)
    }

    fn is_seed(&self) -> bool {
        self.articles.len() >= FEWEST_ARTICLES
    }

    /// The one day on which it happened, if a member knows it.
    fn day(&self, tellings: &Tellings<'_>) -> Option<Day> {
        let whens = self.members.iter().map(|&member| tellings.mentions[member].citation.when);
        whens.filter(|&when| is_one_day(when)).map(When::first_day).next()
    }

    /// The days among which its day is, where it knows none.
    fn stretch(&self, tellings: &Tellings<'_>) -> Option<(Day, Day)> {
        let whens = self.members.iter().map(|&member| tellings.mentions[member].citation.when);
        let finest = whens.min_by_key(|&when| length(when))?;
        (finest.end.is_none() && length(finest) <= LONGEST).then(|| reach(finest))
    }
}

/// How often words stand in headlines of the story.
struct Usage(Vec<u32>);

impl Usage {
    fn new(tellings: &Tellings<'_>) -> Self {
        let mut counts = Vec::new();
        for word in (0..tellings.mentions.len()).flat_map(|it| tellings.headline(it).iter()) {
            let word = word as usize;
            if counts.len() <= word {
                counts.resize(word + 1, 0);
            }
            counts[word] += 1;
        }
        Self(counts)
    }
}

/// What happened on a day.
struct Of<'u> {
    groups: Vec<Group>,
    /// How many articles tell something of it.
    articles: usize,
    /// How often words stand in its headlines.
    words: BTreeMap<u32, u32>,
    usage: &'u Usage,
}

impl<'u> Of<'u> {
    fn new(tellings: &Tellings<'_>, groups: Vec<Group>, usage: &'u Usage) -> Self {
        let articles = groups.iter().map(|group| group.articles.len()).sum();
        let mut words = BTreeMap::new();
        let members = groups.iter().flat_map(|group| &group.members);
        for word in members.flat_map(|&member| tellings.headline(member).iter()) {
            *words.entry(word).or_default() += 1;
        }
        Self { groups, articles, words, usage }
    }

    /// How far a word belongs to this day rather than to the story at large, 0 to 1. That one
    /// headline has it is no sign.
    fn owns(&self, word: u32) -> f64 {
        let here = self.words.get(&word).map_or(0, |count| count - 1);
        let all = self.usage.0.get(word as usize).copied().unwrap_or_default();
        f64::from(here) / f64::from(all.max(1))
    }

    /// Joins the clusters until no more fits.
    fn unite(&mut self, tellings: &Tellings<'_>) {
        loop {
            let before = self.groups.len();
            let mut groups = std::mem::take(&mut self.groups);
            groups.sort_by_key(|group| (Reverse(group.articles.len()), group.members[0]));
            for group in groups {
                match self.best(tellings, &group, self.articles) {
                    Some((_, at)) => self.groups[at].absorb(group),
                    None => self.groups.push(group),
                }
            }
            if self.groups.len() == before {
                return;
            }
        }
    }

    /// The cluster that `group` fits best; `rivals` is how many articles it might mean instead.
    fn best(&self, tellings: &Tellings<'_>, group: &Group, rivals: usize) -> Option<(f64, usize)> {
        let seeds = self.groups.iter().enumerate().take(MOST_SEEDS);
        let seeds = seeds.filter(|(_, seed)| seed.is_seed());
        let fits =
            seeds.filter_map(|(at, seed)| Some((self.fit(tellings, seed, group, rivals)?, at)));
        fits.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
    }

    /// How well `group` fits into `seed`; `None` if it does not.
    fn fit(
        &self,
        tellings: &Tellings<'_>,
        seed: &Group,
        group: &Group,
        rivals: usize,
    ) -> Option<f64> {
        let vocabulary = &tellings.vocabulary;
        let dominance = count(seed.articles.len()) / (count(rivals) + OTHER_ARTICLES);
        let known = |word| dominance * self.owns(word);
        let covered = seed.gist.covers(vocabulary, &group.gist, known);
        let alike = seed.gist.agreement(vocabulary, &group.gist);
        let speaks_for = covered + WHOLE * alike;
        let enough = covered >= COVERED && speaks_for >= ENOUGH - ENOUGH_LESS * dominance;
        (enough && !is_other(tellings, seed, group)).then_some(speaks_for)
    }
}

/// Whether something speaks against one happening, however alike the words are.
pub(super) fn is_other(tellings: &Tellings<'_>, seed: &Group, group: &Group) -> bool {
    let some = |part: f64, of: &dyn Fn(usize) -> bool| {
        let members = || group.members.iter().take(COMPARED).copied();
        count(members().filter(|&it| of(it)).count()) > part * count(members().count())
    };
    some(TOLD_APART, &|it| seed.members.iter().any(|&member| tellings.told_apart(member, it)))
        || some(0.5, &|it| is_contrary(tellings, seed, it))
        || some(0.5, &|it| is_about_another(tellings, seed, it))
}

/// Whether the members that say nearly the same say the contrary.
fn is_contrary(tellings: &Tellings<'_>, seed: &Group, mention: usize) -> bool {
    let alike = |&&member: &&usize| tellings.headlines_agree(member, mention) >= COMPARABLE;
    let comparable: Vec<_> = seed.members.iter().filter(alike).collect();
    let known = |word| seed.gist.has(word) >= KNOWN;
    let contrary = comparable
        .iter()
        .filter(|&&&member| tellings.contrary_beside(member, mention, &known))
        .count();
    count(contrary) > CONTRARY * count(comparable.len())
}

/// Whether the headline begins with a name that is not one of the cluster's.
fn is_about_another(tellings: &Tellings<'_>, seed: &Group, mention: usize) -> bool {
    let subject = tellings.subject(mention);
    !subject.is_empty() && subject.iter().all(|word| seed.gist.has(word) < UNKNOWN)
}

/// Joins clusters that tell what the largest of their day tell; each holds indices of mentions in
/// ascending order, and so do their first ones.
pub(super) fn unite(tellings: &Tellings<'_>, clusters: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let usage = Usage::new(tellings);
    let groups: Vec<_> =
        clusters.into_par_iter().map(|members| Group::new(tellings, members)).collect();
    let mut by_day: BTreeMap<Day, Vec<Group>> = BTreeMap::new();
    let mut coarse = Vec::new();
    for group in groups {
        match group.day(tellings) {
            Some(day) => by_day.entry(day).or_default().push(group),
            None => coarse.push(group),
        }
    }
    let days: Vec<_> = by_day.into_iter().collect();
    let united = days.into_par_iter().map(|(day, groups)| {
        let mut of = Of::new(tellings, groups, &usage);
        of.unite(tellings);
        (day, of)
    });
    let mut days: BTreeMap<Day, Of<'_>> = united.collect();
    let rest = place(tellings, &mut days, coarse);
    let groups = days.into_values().flat_map(|of| of.groups).chain(rest);
    let mut united: Vec<_> = groups.map(|group| group.members).collect();
    for members in &mut united {
        members.sort_unstable();
    }
    united.sort_unstable();
    united
}

/// Lets clusters that know no day join one of a day in their stretch; hands back those that do not.
fn place(
    tellings: &Tellings<'_>,
    days: &mut BTreeMap<Day, Of<'_>>,
    coarse: Vec<Group>,
) -> Vec<Group> {
    let mut rest = Vec::new();
    let mut coarse: Vec<_> =
        coarse.into_iter().map(|group| (group.stretch(tellings), group)).collect();
    coarse.sort_by_key(|(_, group)| (Reverse(group.articles.len()), group.members[0]));
    let mut undecided: BTreeMap<Option<(Day, Day)>, usize> = BTreeMap::new();
    for (stretch, group) in &coarse {
        *undecided.entry(*stretch).or_default() += group.articles.len();
    }
    for (stretch, group) in coarse {
        match stretch
            .and_then(|stretch| day_of(tellings, days, &group, stretch, undecided[&Some(stretch)]))
        {
            Some((day, at)) => {
                if let Some(of) = days.get_mut(&day) {
                    of.articles += group.articles.len();
                    of.groups[at].absorb(group);
                }
            }
            None => rest.push(group),
        }
    }
    rest
}

/// The day, and the cluster of it, that a cluster without a day fits best.
fn day_of(
    tellings: &Tellings<'_>,
    days: &BTreeMap<Day, Of<'_>>,
    group: &Group,
    (first, last): (Day, Day),
    undecided: usize,
) -> Option<(Day, usize)> {
    let within = || days.range(first..=last);
    let rivals = undecided + within().map(|(_, of)| of.articles).sum::<usize>();
    let best = within().filter_map(|(&day, of)| Some((of.best(tellings, group, rivals)?, day)));
    let best = best.max_by(|((a, _), x), ((b, _), y)| a.total_cmp(b).then(y.cmp(x)));
    best.map(|((_, at), day)| (day, at))
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Builder, lines};

    const DAY: &str = "1986-04-26";

    /// What made the 26th of April 1986 known, each time in other words.
    const EXPLOSION: &[&str] = &[
        "Reactor 4 of the Chernobyl plant exploded",
        "An explosion destroyed reactor 4 at Chernobyl",
        "At Chernobyl a reactor exploded",
        "A reactor at Chernobyl exploded in the night",
        "A reactor of the Chernobyl plant exploded and burned",
        "An explosion at Chernobyl tore the roof off reactor 4",
        "The Chernobyl reactor blew up in an explosion",
    ];

    /// A story with common and rare words in which each headline is told by an article of its own.
    fn story(tellings: &[(&str, &str)]) -> Vec<String> {
        let filler = [
            "The plant stood near Pripyat, a town of fifty thousand people.",
            "In Kiev the people bought milk and fish in the market as before.",
            "The reactor had been built in a hurry, and the workers knew it.",
            "Sweden measured what the wind had brought from the Ukraine.",
            "The government in Moscow said little, and the people asked much.",
            "A council of the town met, and the firemen were honoured.",
        ];
        let others = filler
            .iter()
            .fold(Builder::new().article("s/filler", "1986-06-01"), |s, text| s.filler(text));
        let tell = |story: Builder, (at, (date, headline)): (usize, &(&str, &str))| {
            let sentence = format!("{headline} [then].");
            story.article(&format!("s/{at:02}"), "1986-06-02").tells(date, headline, &sentence)
        };
        lines(&tellings.iter().enumerate().fold(others, tell).story())
    }

    fn explosion() -> Vec<(&'static str, &'static str)> {
        EXPLOSION.iter().map(|&headline| (DAY, headline)).collect()
    }

    /// How many entries there are beside that of the explosion.
    fn beside(more: &[(&str, &str)]) -> usize {
        let told = story(&[explosion().as_slice(), more].concat());
        assert!(told.iter().any(|line| line.contains(" ×")), "{told:?}");
        told.len() - 1
    }

    #[test]
    fn what_a_day_is_known_for_is_one_in_whatever_words() {
        assert_eq!(beside(&[]), 0);
        assert_eq!(beside(&[(DAY, "Reactor exploded")]), 0);
        assert_eq!(beside(&[("1986-04", "A reactor exploded at Chernobyl")]), 0);
    }

    #[test]
    fn the_surer_a_day_is_known_for_something_the_less_must_be_said() {
        let began = (DAY, "The Chernobyl disaster began with the explosion of a reactor");
        assert_eq!(story(&[&explosion()[..3], &[began]].concat()).len(), 2);
        assert_eq!(story(&[&explosion()[..], &[began]].concat()).len(), 1);
    }

    #[test]
    fn what_else_happened_on_the_day_stays_apart() {
        for other in [
            "Firemen from Pripyat climbed onto the roof",
            "Couples were married in Pripyat in the afternoon",
            "Moscow sent a commission under Shcherbina",
            "Doctors found the first cases of radiation sickness",
        ] {
            assert_eq!(beside(&[(DAY, other)]), 1, "{other}");
        }
    }

    #[test]
    fn the_same_on_another_day_stays_apart() {
        assert_eq!(beside(&[("1986-04-28", "Reactor 4 of the Chernobyl plant exploded")]), 1);
        assert_eq!(beside(&[("1986-03", "A reactor exploded at Chernobyl")]), 1);
    }

    #[test]
    fn the_contrary_stays_apart_from_many() {
        let council = [
            "The council of Pripyat approved the bridge",
            "The council of Pripyat approved the new bridge",
            "The bridge was approved by the council of Pripyat",
            "In Pripyat the council approved the bridge",
            "Pripyat approved the bridge",
        ];
        let count = |other: &str| {
            let all = council.iter().chain([&other]).map(|&headline| (DAY, headline));
            story(&all.collect::<Vec<_>>()).len()
        };
        let known = story(&council.map(|headline| (DAY, headline))).len();
        for other in [
            "The council of Pripyat rejected the bridge",
            "The council of Pripyat did not approve the bridge",
            "The council of Minsk approved the bridge",
        ] {
            assert_eq!(count(other), known + 1, "{other}");
        }
    }

    #[test]
    fn who_did_what_to_whom_holds_against_many() {
        let beat = [
            "Germany beat Brazil in Belo Horizonte",
            "Germany beat Brazil",
            "Germany beat Brazil in the semi-final",
            "In Belo Horizonte Germany beat Brazil",
        ];
        let of = |headlines: &[&'static str]| {
            story(&headlines.iter().map(|&it| ("2014-07-08", it)).collect::<Vec<_>>()).len()
        };
        assert_eq!(of(&beat), 1);
        assert_eq!(of(&[&beat[..], &["Brazil beat Germany"]].concat()), 2);
        assert_eq!(of(&[&beat[..], &["Brazil beat Germany in Belo Horizonte"]].concat()), 2);
    }

    #[test]
    fn two_things_that_one_sentence_tells_stay_two_however_many_print_it() {
        let tell = |story: Builder, at: usize| {
            let sentence = format!(
                "Johnson was freed from prison in Aliceville [on June 6] and flew home to Memphis, said source {at}."
            );
            story
                .article(&format!("s/{at}"), "2018-06-14")
                .tells("2018-06-06", "Johnson was freed from prison in Aliceville", &sentence)
                .also("2018-06-06", "Johnson flew home to Memphis")
        };
        assert_eq!((0..5).fold(Builder::new(), tell).story().entries.len(), 2);
    }
}
