//! By what the entries of a timeline can be picked out: people, places, tags, publishers.
//!
//! Entries in; the names that several of them share out, with the numbers of each entry's. A script of the
//! theme makes choices of them; without it the same names lead to pages of their own.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    super::{content::TopicKind, view},
    frame::Frame,
};
use crate::load::slug;

/// From how many entries on a timeline can be filtered: a dozen can be looked over.
const WORTH_FILTERING: usize = 13;
/// How many names of a kind are offered.
const OFFERED: usize = 40;
/// How many entries must have a name.
const SHARED: usize = 2;

/// What can be picked out of a timeline.
#[derive(Default)]
pub(super) struct Facets {
    /// The names, by kind.
    pub(super) offered: Vec<view::Facet>,
    /// The numbers of the names of each entry, in the order in which the entries were given.
    of_entries: Vec<String>,
}

impl Facets {
    /// The numbers of the names of the entry at `at`, with a space between two.
    pub(super) fn of_entry(&self, at: usize) -> String {
        self.of_entries.get(at).cloned().unwrap_or_default()
    }
}

/// What can be picked out of `shown`, given by story and entry.
pub(super) fn of(frame: &Frame<'_>, shown: &[(usize, usize)]) -> Facets {
    if shown.len() < WORTH_FILTERING {
        return Facets::default();
    }
    let names: Vec<BTreeSet<Name>> = shown.iter().map(|&at| names(frame, at)).collect();
    let mut counts: BTreeMap<&Name, usize> = BTreeMap::new();
    names.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
    let mut offered = Vec::new();
    let mut numbers: BTreeMap<&Name, usize> = BTreeMap::new();
    for kind in KINDS {
        let of_kind = counts.iter().filter(|(name, _)| name.kind == kind);
        // A name that all entries share picks out nothing.
        let shared = of_kind.filter(|&(_, &count)| count >= SHARED && count < shown.len());
        let mut shared: Vec<(&Name, usize)> = shared.map(|(&name, &count)| (name, count)).collect();
        shared.sort_by_key(|&(name, count)| (Reverse(count), name));
        shared.truncate(OFFERED);
        let values = shared.into_iter().map(|(name, count)| {
            let number = numbers.len();
            numbers.insert(name, number);
            let (slug, title) = (name.slug.clone(), name.title.clone());
            view::FacetValue { number, slug, title, count }
        });
        let values: Vec<_> = values.collect();
        if !values.is_empty() {
            offered.push(view::Facet { kind, values });
        }
    }
    let of_entry = |names: &BTreeSet<Name>| {
        let numbers = names.iter().filter_map(|name| numbers.get(name).map(usize::to_string));
        numbers.collect::<Vec<_>>().join(" ")
    };
    let of_entries = names.iter().map(of_entry).collect();
    Facets { offered, of_entries }
}

/// The kinds of names, in the order in which they are offered.
const KINDS: [&str; 4] = ["person", "place", "tag", "publisher"];

/// A name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    kind: &'static str,
    slug: String,
    title: String,
}

fn names(frame: &Frame<'_>, (story, index): (usize, usize)) -> BTreeSet<Name> {
    let content = frame.content;
    let topics = content.names.of(story, index).iter().filter_map(|&number| {
        let name = content.names.get(number);
        let topic = &content.topics[name.kind as usize][name.topic?];
        let kind = match name.kind {
            TopicKind::People => "person",
            TopicKind::Places => "place",
            TopicKind::Tags => "tag",
        };
        Some(Name { kind, slug: topic.slug.clone(), title: topic.name.clone() })
    });
    let plan = &content.stories[story];
    let citations = plan.story.entries[index].all_citations();
    let publishers = citations.filter_map(|citation| {
        let article = plan.story.source.articles.get(citation.article)?;
        let title = article.publisher.clone()?;
        Some(Name { kind: "publisher", slug: slug::of(&title)?, title })
    });
    topics.chain(publishers).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            super::fixture::{moon, project},
            Kind,
        },
        *,
    };

    fn facets_of(shown: &[(usize, usize)]) -> Facets {
        let site = crate::render::plan(project(None, vec![moon()])).value;
        let frame = Frame::new(&site.content, "moon/index.html", Kind::Home);
        of(&frame, shown)
    }

    #[test]
    fn names_that_several_entries_share_are_offered() {
        let shown: Vec<(usize, usize)> = (0..18).map(|at| (0, at % 6)).collect();
        let facets = facets_of(&shown);
        let kinds: Vec<&str> = facets.offered.iter().map(|facet| facet.kind).collect();
        assert_eq!(kinds, ["person", "place", "tag", "publisher"]);
        let numbers: Vec<usize> =
            facets.offered.iter().flat_map(|facet| &facet.values).map(|it| it.number).collect();
        assert_eq!(numbers, (0..numbers.len()).collect::<Vec<_>>());
        for facet in &facets.offered {
            for value in &facet.values {
                let number = value.number.to_string();
                let has = |at: &usize| facets.of_entry(*at).split(' ').any(|it| it == number);
                assert_eq!((0..18).filter(has).count(), value.count, "{}", value.title);
            }
        }
    }

    #[test]
    fn a_short_timeline_is_not_filtered() {
        assert!(facets_of(&[(0, 0), (0, 1)]).offered.is_empty());
        assert_eq!(facets_of(&[(0, 0)]).of_entry(0), "");
    }
}
