//! People, places and tags: the index of each kind, and a timeline of every one of them.

use std::cmp::Reverse;

use super::{
    super::{
        Scope,
        content::{Topic, TopicKind},
        view,
    },
    View, entry,
    entry::Detail,
    frame::Frame,
    timeline,
};

/// Up to how many entries the page of a topic quotes; more are told by date and headline.
const IN_FULL: usize = 200;
/// Up to how many entries the page of a topic shows all.
const ON_A_PAGE: usize = 1_500;
/// How many companions a topic names.
const COMPANIONS: usize = 12;

/// The index of a kind.
pub(super) fn index(frame: &Frame<'_>, kind: TopicKind) -> View {
    let mut topics: Vec<view::Topic> =
        frame.content.topics[kind as usize].iter().map(|topic| shown(frame, topic)).collect();
    topics.sort_by_cached_key(|topic| topic.name.to_lowercase());
    let topics = view::Topics { title: frame.words.text(kind.folder()), topics };
    View::new("topics.html", frame.page(frame.words.text(kind.folder()))).with("topics", &topics)
}

/// The page of a topic.
pub(super) fn view(frame: &Frame<'_>, kind: TopicKind, index: usize) -> View {
    let topic = &frame.content.topics[kind as usize][index];
    let entries = entries(frame, topic);
    let detail = match frame.content.stories.len() {
        _ if entries.len() > IN_FULL => Detail::BRIEF,
        0 | 1 => Detail::TIMELINE,
        _ => Detail::ACROSS,
    };
    let timeline = timeline::view(frame, &entries, detail);
    let shown = view::Topic { with: companions(frame, topic), ..shown(frame, topic) };
    let feed = frame.feed(Scope::Topic(kind, index), &topic.name);
    let shown = view::Topic { feed: feed.as_ref().map(|feed| feed.url.clone()), ..shown };
    let page = view::Page {
        alternates: feed.into_iter().collect(),
        description: Some(frame.about(&topic.name, topic.entries.len())),
        ..frame.page(topic.name.clone())
    };
    View::new("topic.html", page).with("topic", &shown).with("timeline", &timeline)
}

/// The entries that the page of a topic shows: all, or the key events where they are very many.
fn entries(frame: &Frame<'_>, topic: &Topic) -> Vec<(usize, usize)> {
    if topic.entries.len() <= ON_A_PAGE {
        return topic.entries.clone();
    }
    let is_key = |&&(s, e): &&(usize, usize)| frame.content.stories[s].story.entries[e].key;
    topic.entries.iter().filter(is_key).take(ON_A_PAGE).copied().collect()
}

fn shown(frame: &Frame<'_>, topic: &Topic) -> view::Topic {
    view::Topic {
        name: topic.name.clone(),
        kind: frame.titled(frame.words.text(topic.kind.folder()), &topic.kind.index()),
        url: frame.link(&topic.page()),
        count: topic.entries.len(),
        with: Vec::new(),
        feed: None,
    }
}

/// The people, places and tags that the entries of a topic name most often.
fn companions(frame: &Frame<'_>, topic: &Topic) -> Vec<view::Link> {
    let names = &frame.content.names;
    let mut counts = vec![0_usize; names.len()];
    for &(story, entry) in &topic.entries {
        names.of(story, entry).iter().for_each(|&number| counts[number as usize] += 1);
    }
    let is_own = |number: u32| {
        let name = names.get(number);
        let leads_to = name.topic.map(|at| &frame.content.topics[name.kind as usize][at].slug);
        name.kind == topic.kind && leads_to == Some(&topic.slug)
    };
    let counted = (0..).zip(counts).filter(|&(number, count)| count > 0 && !is_own(number));
    let mut others: Vec<(u32, usize)> = counted.collect();
    others.sort_by_key(|&(number, count)| (Reverse(count), number));
    let others = others.into_iter().take(COMPANIONS);
    others.map(|(number, _)| entry::name_link(frame, number)).collect()
}
