//! A story in, what the desk can decide about in it out: also what is not published.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Story, mentions, names::People},
    quotes::single_spaces,
};

/// The events and people of a story, as its articles have them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// The sentence of each event, by its id or alias.
    pub quotes: BTreeMap<String, String>,
    /// The names of people, as they are written or shown.
    pub people: BTreeSet<String>,
}

impl Register {
    /// The register of a story.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let mentions = mentions(&story.source, &story.readings);
        let written = People::new(&mentions, &story.source.articles);
        let shown = story.entries.iter().flat_map(|entry| &entry.people);
        let people = written.names().chain(shown.map(String::as_str)).map(Into::into).collect();
        let quotes = mentions.into_iter().map(|mention| mention.citation);
        let quotes = quotes.map(|it| (it.id, single_spaces(&it.quote))).collect();
        Self { quotes, people }
    }
}
