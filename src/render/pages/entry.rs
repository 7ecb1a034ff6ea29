//! An entry as templates see it: quote, sources, other accounts, what sources say about the date.

use std::collections::BTreeSet;

use super::{
    super::{
        content::{StoryPlan, TopicKind},
        dates, view,
    },
    frame::Frame,
};
use crate::{
    event::Kind,
    story::{Citation, Entry, Preference},
    temporal::value::When,
};

/// How much of an entry is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detail {
    /// How many sources.
    sources: usize,
    /// How many other accounts.
    accounts: usize,
    /// How many people, places and tags.
    topics: usize,
    /// Whether it is told how each date was read.
    readings: bool,
    /// Whether the story is named.
    story: bool,
    /// Whether no more is shown than what happened, and when.
    brief: bool,
}

impl Detail {
    /// In the timeline of its story.
    pub(super) const TIMELINE: Self =
        Self { sources: 3, accounts: 3, topics: 5, readings: false, story: false, brief: false };
    /// In a timeline across stories.
    pub(super) const ACROSS: Self = Self { accounts: 0, story: true, ..Self::TIMELINE };
    /// In a long timeline that repeats what stands in others.
    pub(super) const BRIEF: Self = Self { story: true, brief: true, ..Self::TIMELINE };
    /// In a page elsewhere.
    pub(super) const EMBED: Self = Self { sources: 0, accounts: 0, topics: 0, ..Self::TIMELINE };
    /// On its own page.
    pub(super) const FULL: Self = Self {
        sources: usize::MAX,
        accounts: usize::MAX,
        topics: usize::MAX,
        readings: true,
        story: false,
        brief: false,
    };
}

/// The view of the entry `index` of a story.
pub(super) fn view(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    index: usize,
    detail: Detail,
) -> view::Entry {
    let entry = &plan.story.entries[index];
    if detail.brief {
        return brief(frame, plan, index, detail);
    }
    let lead = entry.citations.first();
    let (sources, more_sources) = sources(frame, plan, &entry.citations, detail.sources);
    let (accounts, more_accounts) = accounts(frame, plan, entry, detail);
    let (topics, more_topics) = topics(frame, plan, index, detail.topics);
    let name_story = || frame.titled(frame.content.story_title(plan), &plan.timeline());
    let reports = Reports::of(&entry.citations);
    view::Entry {
        id: entry.id.clone(),
        aliases: entry.aliases.clone(),
        url: frame.link(plan.entry(index)),
        headline: entry.headline.clone(),
        when: when(frame, entry.when),
        planned: entry.kind == Kind::Planned,
        key: entry.key,
        note: entry.note.clone().filter(|note| lead.is_none_or(|lead| lead.quote != *note)),
        quote: lead.and_then(|lead| quote(frame, plan, lead, &entry.headline)),
        reports: reports.articles,
        same_text: reports.same_text,
        texts: reports.texts,
        sources,
        more_sources,
        accounts,
        more_accounts,
        claims: claims(frame, plan, entry),
        topics,
        more_topics,
        story: detail.story.then(name_story),
        reading: lead.filter(|_| detail.readings).and_then(reading),
        facets: String::new(),
    }
}

/// The view of an entry that says no more than what happened, when, and in which story.
fn brief(frame: &Frame<'_>, plan: &StoryPlan, index: usize, detail: Detail) -> view::Entry {
    let entry = &plan.story.entries[index];
    let name_story = || frame.titled(frame.content.story_title(plan), &plan.timeline());
    let several = frame.content.stories.len() > 1;
    let reports = Reports::of(&entry.citations);
    view::Entry {
        id: entry.id.clone(),
        aliases: Vec::new(),
        url: frame.link(plan.entry(index)),
        headline: entry.headline.clone(),
        when: when(frame, entry.when),
        planned: entry.kind == Kind::Planned,
        key: entry.key,
        note: None,
        quote: None,
        reports: reports.articles,
        same_text: reports.same_text,
        texts: reports.texts,
        sources: Vec::new(),
        more_sources: 0,
        accounts: Vec::new(),
        more_accounts: 0,
        claims: Vec::new(),
        topics: Vec::new(),
        more_topics: 0,
        story: (detail.story && several).then(name_story),
        reading: None,
        facets: String::new(),
    }
}

/// The view of a date.
pub(super) fn when(frame: &Frame<'_>, when: When) -> view::When {
    view::When {
        text: frame.dates.when(when),
        datetime: dates::datetime(when),
        edtf: when.edtf(),
        marker: dates::marker(when),
    }
}

/// An entry's name, date and place.
pub(super) fn link(frame: &Frame<'_>, plan: &StoryPlan, index: usize) -> view::EntryLink {
    let entry = &plan.story.entries[index];
    view::EntryLink {
        headline: entry.headline.clone(),
        when: when(frame, entry.when),
        url: frame.link(plan.entry(index)),
    }
}

/// A citation's sentence; none where it says no more than the headline does.
pub(super) fn quote(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    citation: &Citation,
    headline: &str,
) -> Option<view::Quote> {
    let text = citation.quote.as_str();
    if text.trim().is_empty() || text == headline {
        return None;
    }
    let range = citation.expression.clone().unwrap_or(text.len()..text.len());
    let split = text.get(..range.start).zip(text.get(range.clone())).zip(text.get(range.end..));
    let ((before, marked), after) = split.unwrap_or(((text, ""), ""));
    let article = plan.story.source.articles.get(citation.article);
    let language = article.and_then(|article| frame.foreign(&article.language));
    Some(view::Quote {
        before: before.to_owned(),
        marked: marked.to_owned(),
        after: after.to_owned(),
        language,
    })
}

/// The article that a citation stands in, as a source.
fn source(frame: &Frame<'_>, plan: &StoryPlan, citation: &Citation) -> Option<view::Source> {
    let article = plan.story.source.articles.get(citation.article)?;
    Some(frame.source(plan, article, citation.sentence, Some(&citation.quote)))
}

/// The first `most` articles of some citations, each once, and how many more there are.
fn sources(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    citations: &[Citation],
    most: usize,
) -> (Vec<view::Source>, usize) {
    let mut seen = BTreeSet::new();
    let first_of_article = citations.iter().filter(|citation| seen.insert(citation.article));
    let (shown, more) = limit(first_of_article.collect(), most);
    (shown.into_iter().filter_map(|citation| source(frame, plan, citation)).collect(), more)
}

/// How many articles report something.
#[derive(Debug, Clone, Copy)]
struct Reports {
    /// All of them, near-copies counted.
    articles: usize,
    /// Those that print the same text as another.
    same_text: usize,
    /// How many texts these are.
    texts: usize,
}

impl Reports {
    fn of(citations: &[Citation]) -> Self {
        let distinct: BTreeSet<usize> = citations.iter().map(|citation| citation.article).collect();
        let copied =
            || citations.iter().map(|citation| citation.copies).filter(|&copies| copies > 0);
        Self {
            articles: distinct.len() + copied().sum::<usize>(),
            same_text: copied().map(|copies| copies + 1).sum(),
            texts: copied().count(),
        }
    }
}

fn accounts(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    entry: &Entry,
    detail: Detail,
) -> (Vec<view::Account>, usize) {
    let mut told: BTreeSet<&str> =
        entry.citations.first().map(|lead| lead.quote.as_str()).into_iter().collect();
    let others = entry.citations.iter().skip(1).filter(|citation| told.insert(&citation.quote));
    let (others, more) = limit(others.collect(), detail.accounts);
    let accounts = others.into_iter().filter_map(|citation| {
        let differs = citation.when != entry.when;
        Some(view::Account {
            quote: quote(frame, plan, citation, &entry.headline)?,
            when: differs.then(|| when(frame, citation.when)),
            source: source(frame, plan, citation)?,
            reading: detail.readings.then(|| reading(citation)).flatten(),
        })
    });
    (accounts.collect(), more)
}

fn reading(citation: &Citation) -> Option<view::Reading> {
    let expression = citation.expression.clone().and_then(|range| citation.quote.get(range));
    (!citation.why.is_empty()).then(|| view::Reading {
        expression: expression.unwrap_or_default().to_owned(),
        why: citation.why.clone(),
        rule: citation.rule,
    })
}

/// What sources say about the date: the shown one first, then the others.
fn claims(frame: &Frame<'_>, plan: &StoryPlan, entry: &Entry) -> Vec<view::Claim> {
    if entry.conflicts.is_empty() {
        return Vec::new();
    }
    let of = {
        let articles: BTreeSet<usize> = entry.all_citations().map(|c| c.article).collect();
        articles.len() + entry.all_citations().map(|c| c.copies).sum::<usize>()
    };
    let claim = |date: When, citations: &[Citation], shown: bool| {
        let Reports { articles, same_text, texts } = Reports::of(citations);
        view::Claim {
            when: when(frame, date),
            shown,
            because: entry.preference.filter(|_| shown).map(Preference::name),
            reports: articles,
            same_text,
            texts,
            of,
            sources: sources(frame, plan, citations, usize::MAX).0,
            quote: citations.first().and_then(|first| quote(frame, plan, first, "")),
        }
    };
    let shown = claim(entry.when, &entry.citations, true);
    let others = entry.conflicts.iter().map(|other| claim(other.when, &other.citations, false));
    std::iter::once(shown).chain(others).collect()
}

/// The first `most` people, places and tags of an entry, and how many more there are.
fn topics(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    index: usize,
    most: usize,
) -> (Vec<view::Link>, usize) {
    let numbers = frame.content.names.of(plan.index, index);
    let shown = numbers.iter().take(most).map(|&number| name_link(frame, number));
    (shown.collect(), numbers.len().saturating_sub(most))
}

/// A name that entries have, by its number, linked to its page.
pub(super) fn name_link(frame: &Frame<'_>, number: u32) -> view::Link {
    let name = frame.content.names.get(number);
    let topic = name.topic.map(|topic| &frame.content.topics[name.kind as usize][topic]);
    let page = topic.map(|topic| frame.link(&topic.page()));
    view::Link { title: name.text.clone(), url: page }
}

/// A person, a place or a tag by its name, linked where it has a page.
pub(super) fn topic_link(frame: &Frame<'_>, kind: TopicKind, name: &str) -> view::Link {
    let page = frame.content.topic(kind, name).map(|topic| frame.link(&topic.page()));
    view::Link { title: name.to_owned(), url: page }
}

/// The first `most` of a list, and how many more there are.
fn limit<T>(mut list: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = list.len().saturating_sub(most);
    list.truncate(most);
    (list, more)
}
