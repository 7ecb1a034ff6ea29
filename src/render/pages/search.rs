//! The page of search: a form, and all events by year; the files that a script asks for results.
//!
//! Stories in; out come the view of the page and, in the order of time, what the index reads of each event
//! and what results show of it.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::{
    super::{
        Content, Page,
        content::TopicKind,
        search::{self, BLOCK, Choices, Document, StoryOfIndex},
        view,
        words::Argument,
    },
    Kind, View, entry,
    frame::Frame,
    timeline::Period,
};
use crate::{
    load::slug,
    story::{Citation, Entry},
};

/// The path of the page.
pub(super) const PATH: &str = "search/index.html";

/// Up to how many events the page lists; of more it lists the key events.
const LISTED: usize = 3_000;
/// How many people are offered as a choice.
const PEOPLE: usize = 100;
/// Up to how many years are offered one by one; more are offered by decade.
const YEARS: usize = 30;
/// How many sentences of an event are read, and how much of each is shown.
const SENTENCES: usize = 4;
const LONGEST: usize = 220;
/// Up to how long a stretch of time is found by each of its years.
const STRETCH: i32 = 30;

/// Whether there is anything to search.
pub(super) fn has_page(content: &Content) -> bool {
    content.stories.iter().any(|plan| !plan.story.entries.is_empty())
}

/// The page.
pub(super) fn view(frame: &Frame<'_>) -> View {
    let all = in_order(frame.content);
    let facets = facets(frame, &all).into_iter().map(|facet| facet.offered).collect();
    let listed = listed(frame, &all);
    let is_whole = listed.len() == all.len();
    let search = view::Search {
        size: all.len(),
        shown: listed.len(),
        facets,
        years: years(frame, &listed),
        chapters: if is_whole { Vec::new() } else { chapters(frame) },
    };
    let title = frame.content.title();
    let about = frame.words.with("search-about", &[("title", Argument::Text(&title))]);
    let page = frame.page(frame.words.text("search"));
    View::new("search.html", view::Page { description: Some(about), ..page })
        .with("search", &search)
}

/// The files of the index, by their path in the site.
pub(super) fn files(content: &Content) -> Vec<(String, Page)> {
    let frame = Frame::new(content, PATH, Kind::Search);
    let all = in_order(content);
    let documents: Vec<Document> = all.iter().map(|&at| document(&frame, at)).collect();
    let mut choices = Choices::new();
    for facet in facets(&frame, &all) {
        let values = facet.offered.values.into_iter().map(|value| value.slug);
        choices.insert(facet.offered.kind, values.zip(facet.events).collect());
    }
    let files = search::files(&documents, &stories(&frame), &choices).into_iter();
    let files = files.map(|(path, bytes)| (format!("search/{path}"), Page::Bytes(bytes.into())));
    let blocks = all.chunks(BLOCK).enumerate().map(|(number, entries)| {
        (format!("search/results/{number}.json"), Page::SearchBlock(entries.into()))
    });
    files.chain(blocks).collect()
}

/// A file of results, given by story and entry.
pub(in crate::render) fn block(content: &Content, entries: &[(usize, usize)]) -> Vec<u8> {
    let frame = Frame::new(content, PATH, Kind::Search);
    let events: Vec<_> = entries.iter().map(|&at| shown(&frame, at)).collect();
    search::results(&events)
}

/// Every event by story and entry, in the order of time.
fn in_order(content: &Content) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = content
        .stories
        .iter()
        .flat_map(|plan| (0..plan.story.entries.len()).map(|entry| (plan.index, entry)))
        .collect();
    all.sort_by_key(|&at| (of(content, at).when.first_day(), at));
    all
}

fn of(content: &Content, (story, entry): (usize, usize)) -> &Entry {
    &content.stories[story].story.entries[entry]
}

/// What the index reads of an event.
fn document(frame: &Frame<'_>, at: (usize, usize)) -> Document {
    let content = frame.content;
    let entry = of(content, at);
    let names = TopicKind::ALL.into_iter().flat_map(|kind| kind.of(entry)).cloned();
    let articles = &content.stories[at.0].story.source.articles;
    let cited = entry.all_citations().filter_map(|citation| articles.get(citation.article));
    let publishers = cited.filter_map(|article| article.publisher.clone());
    let sentences = sentences(entry).into_iter().map(|citation| citation.quote.clone());
    Document {
        headline: entry.headline.clone(),
        names: names.chain(date_words(frame, entry)).collect(),
        said: sentences.chain(publishers).chain(entry.note.clone()).collect(),
        is_key: entry.key,
    }
}

/// The date as it is shown, and the years that it touches.
fn date_words(frame: &Frame<'_>, entry: &Entry) -> Vec<String> {
    let (first, last) = (entry.when.first_day().year(), entry.when.last_day().year());
    let between = if last.saturating_sub(first) <= STRETCH { first..=last } else { last..=last };
    let years = std::iter::once(first).chain(between);
    let years = years.map(|year| Period::Year(year).label(frame.dates));
    std::iter::once(entry::when(frame, entry.when).text).chain(years).collect()
}

/// The first few citations that differ in what they say, the lead first.
fn sentences(entry: &Entry) -> Vec<&Citation> {
    let mut sentences: Vec<&Citation> = Vec::new();
    for citation in entry.all_citations() {
        let is_new = sentences.iter().all(|other| other.quote != citation.quote);
        if is_new && citation.quote != entry.headline {
            sentences.push(citation);
        }
        if sentences.len() == SENTENCES {
            break;
        }
    }
    sentences
}

/// The beginning of a long sentence.
fn cut(quote: &str) -> String {
    let Some((end, _)) = quote.char_indices().nth(LONGEST) else { return quote.to_owned() };
    let end = quote[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", quote[..end].trim_end())
}

/// What results show of an event: story, address, headline, date, then its sentences.
fn shown(frame: &Frame<'_>, at: (usize, usize)) -> Vec<Value> {
    let plan = &frame.content.stories[at.0];
    let entry = of(frame.content, at);
    let address = frame.link(plan.entry(at.1));
    let page =
        address.strip_prefix(&events_of(frame, at.0)).and_then(|it| it.strip_suffix("/index.html"));
    let address = page.map_or_else(|| address.clone(), str::to_owned);
    let sentences = sentences(entry).into_iter().map(|citation| {
        let text = cut(&citation.quote);
        let article = plan.story.source.articles.get(citation.article);
        match article.and_then(|article| frame.foreign(&article.language)) {
            Some(language) => json!([text, language]),
            None => json!(text),
        }
    });
    let date = entry::when(frame, entry.when).text;
    let event = [json!(at.0), json!(address), json!(entry.headline), json!(date)];
    event.into_iter().chain(sentences).collect()
}

/// Where the pages of a story's events are.
fn events_of(frame: &Frame<'_>, story: usize) -> String {
    frame.link(&frame.content.stories[story].file("events/"))
}

fn stories(frame: &Frame<'_>) -> Vec<StoryOfIndex> {
    let stories = frame.content.stories.iter().map(|plan| StoryOfIndex {
        title: frame.content.story_title(plan),
        events: events_of(frame, plan.index),
        language: frame.foreign(&plan.story.source.settings.language),
    });
    stories.collect()
}

/// A kind of choice, and the events that each of its values leaves, by their number.
struct Facet {
    offered: view::Facet,
    events: Vec<Vec<usize>>,
}

impl Facet {
    /// Of values as the address has them, their titles and their events.
    fn new(kind: &'static str, values: Vec<(String, String, Vec<usize>)>) -> Self {
        let (mut offered, mut all) = (Vec::new(), Vec::new());
        for (number, (slug, title, events)) in values.into_iter().enumerate() {
            offered.push(view::FacetValue { number, slug, title, count: events.len() });
            all.push(events);
        }
        Self { offered: view::Facet { kind, values: offered }, events: all }
    }
}

/// What can be chosen, of each kind by which anything can be left out.
fn facets(frame: &Frame<'_>, all: &[(usize, usize)]) -> Vec<Facet> {
    let facets = [stories_to_choose(frame, all), people(frame, all), years_to_choose(frame, all)];
    let picks = |facet: &Facet| facet.events.iter().any(|events| events.len() < all.len());
    facets.into_iter().filter(picks).collect()
}

fn stories_to_choose(frame: &Frame<'_>, all: &[(usize, usize)]) -> Facet {
    let values = frame.content.stories.iter().map(|plan| {
        let events = (0..).zip(all).filter(|(_, at)| at.0 == plan.index);
        let events: Vec<usize> = events.map(|(number, _)| number).collect();
        (plan.story.source.slug.clone(), frame.content.story_title(plan), events)
    });
    Facet::new("story", values.filter(|(_, _, events)| !events.is_empty()).collect())
}

/// The people whom most events name, in the order of their names.
fn people(frame: &Frame<'_>, all: &[(usize, usize)]) -> Facet {
    let mut numbers: Vec<Vec<usize>> =
        frame.content.stories.iter().map(|it| vec![0; it.story.entries.len()]).collect();
    for (number, &(story, entry)) in all.iter().enumerate() {
        numbers[story][entry] = number;
    }
    let mut people: Vec<_> = frame.content.topics[TopicKind::People as usize].iter().collect();
    people.sort_by_key(|topic| Reverse(topic.entries.len()));
    people.truncate(PEOPLE);
    people.sort_by_cached_key(|topic| slug::plain(&topic.name));
    let values = people.into_iter().map(|topic| {
        let events = topic.entries.iter().map(|&(story, entry)| numbers[story][entry]);
        let mut events: Vec<usize> = events.collect();
        events.sort_unstable();
        (topic.slug.clone(), topic.name.clone(), events)
    });
    Facet::new("person", values.collect())
}

/// Years in which events lie, or decades.
fn years_to_choose(frame: &Frame<'_>, all: &[(usize, usize)]) -> Facet {
    let touched = |&at: &(usize, usize)| {
        let when = of(frame.content, at).when;
        (when.first_day().year(), when.last_day().year())
    };
    let mut firsts: Vec<i32> = all.iter().map(|at| touched(at).0).collect();
    firsts.dedup();
    let by_year = firsts.len() <= YEARS;
    let mut spans: Vec<(i32, i32, Period)> = firsts
        .into_iter()
        .map(|year| match year.div_euclid(10) {
            _ if by_year => (year, year, Period::Year(year)),
            decade => {
                let first = decade.saturating_mul(10);
                (first, first.saturating_add(9), Period::Decade(decade))
            }
        })
        .collect();
    spans.dedup();
    let values = spans.into_iter().map(|(from, to, period)| {
        let reaches = |at: &(usize, usize)| touched(at).0 <= to && touched(at).1 >= from;
        let events = (0..).zip(all).filter(|(_, at)| reaches(at)).map(|(number, _)| number);
        let slug = if from == to { from.to_string() } else { format!("{from}..{to}") };
        (slug, period.label(frame.dates), events.collect())
    });
    Facet::new("year", values.collect())
}

/// What the page lists: everything, or the key events; of these the most salient, if even they are many.
fn listed(frame: &Frame<'_>, all: &[(usize, usize)]) -> Vec<(usize, usize)> {
    if all.len() <= LISTED {
        return all.to_vec();
    }
    let entry = |at: &(usize, usize)| of(frame.content, *at);
    let mut key: Vec<_> = all.iter().copied().enumerate().filter(|(_, at)| entry(at).key).collect();
    if key.len() > LISTED {
        key.sort_by(|(_, a), (_, b)| entry(b).salience.total_cmp(&entry(a).salience));
        key.truncate(LISTED);
        key.sort_unstable();
    }
    key.into_iter().map(|(_, at)| at).collect()
}

fn years(frame: &Frame<'_>, listed: &[(usize, usize)]) -> Vec<view::SearchYear> {
    let several = frame.content.stories.len() > 1;
    let year = |at: &(usize, usize)| of(frame.content, *at).when.first_day().year();
    let years = listed.chunk_by(|a, b| year(a) == year(b)).map(|entries| {
        let period = Period::Year(entries.first().map(year).unwrap_or_default());
        let entries = entries.iter().map(|&(story, index)| {
            let plan = &frame.content.stories[story];
            let view::EntryLink { headline, when, url } = entry::link(frame, plan, index);
            let story = several.then(|| frame.content.story_title(plan));
            view::SearchEntry { headline, when, url, story }
        });
        view::SearchYear {
            anchor: period.anchor(),
            label: period.label(frame.dates),
            entries: entries.collect(),
        }
    });
    years.collect()
}

/// Where the events stand that the page does not list.
fn chapters(frame: &Frame<'_>) -> Vec<view::SearchStory> {
    let stories = frame.content.stories.iter().map(|plan| view::SearchStory {
        timeline: frame.titled(frame.content.story_title(plan), &plan.timeline()),
        chapters: plan
            .chapters
            .iter()
            .map(|chapter| frame.titled(chapter.label.clone(), &plan.chapter(chapter)))
            .collect(),
    });
    stories.collect()
}
