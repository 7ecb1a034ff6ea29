//! What the pages of a site are made of: stories with what every page of theirs asks for.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use jiff::civil::Date;

use super::{address::Base, theme::Theme};
use crate::{
    load::{Article, PlainPage, Text, slug},
    picture::Picture,
    settings::{Articles, EventPages, Settings},
    story::{Entry, Story},
    temporal::value::When,
};

/// Up to how many entries each gets a page of its own, where settings do not say.
const ENTRIES_WITH_PAGES: usize = 1_000;

/// What the pages of a site are made of. Pages hold indices into it.
#[derive(Debug)]
pub struct Content {
    pub(crate) settings: Settings,
    pub(crate) home: Option<Text>,
    pub(crate) plain_pages: Vec<PlainPage>,
    pub(crate) stories: Vec<StoryPlan>,
    /// By [`TopicKind`].
    pub(crate) topics: [Vec<Topic>; 3],
    /// The names that lead to them.
    pub(crate) names: Names,
    pub(crate) base: Base,
    pub(crate) theme: Theme,
    /// The page that a file of `content/` became, by the file's name: for links between files.
    pub(crate) page_of_file: BTreeMap<String, String>,
    /// The pictures among the files of the site, by their paths in it.
    pub(crate) pictures: BTreeMap<String, PlannedPicture>,
}

/// A picture of the site, and the smaller versions of it.
#[derive(Debug)]
pub(crate) struct PlannedPicture {
    pub(crate) picture: Picture,
    /// Where the original stands.
    pub(crate) file: PathBuf,
    /// Their widths and paths in the site, the narrowest first; none where no page shows it.
    pub(crate) smaller: Vec<(u32, String)>,
}

impl Content {
    /// Whether the site is one story, told on the home page.
    pub(crate) fn is_one_story(&self) -> bool {
        self.stories.iter().any(|plan| plan.story.source.slug.is_empty())
    }

    /// The site's title; of its only story, or the program's name, where none is written.
    pub(crate) fn title(&self) -> String {
        let only = || match self.stories.as_slice() {
            [plan] => plan.story.source.settings.title.clone(),
            _ => None,
        };
        self.settings.title.clone().or_else(only).unwrap_or_else(|| "Timelines".into())
    }

    /// The title of a story; of the site where the story is the site.
    pub(crate) fn story_title(&self, plan: &StoryPlan) -> String {
        plan.story.source.settings.title.clone().unwrap_or_else(|| self.title())
    }

    /// The topic of this kind and name that has a page.
    pub(crate) fn topic(&self, kind: TopicKind, name: &str) -> Option<&Topic> {
        let slug = topic_slug(name)?;
        self.topics[kind as usize].get(topic_with(&self.topics[kind as usize], &slug)?)
    }
}

/// A story, and what its pages ask for again and again.
#[derive(Debug)]
pub(crate) struct StoryPlan {
    /// Its index in [`Content::stories`].
    pub(crate) index: usize,
    pub(crate) story: Story,
    /// Its pages beyond the first; empty while one page holds it.
    pub(crate) chapters: Vec<Chapter>,
    /// The entries that cite each article, in the order of time.
    pub(crate) cited: Vec<Vec<usize>>,
    /// The first and the last year that its entries touch.
    pub(crate) years: Option<(i32, i32)>,
    /// The date of its newest article.
    pub(crate) updated: Option<Date>,
    event_pages: EventPages,
    /// Where each entry stands: every page that names it links there.
    addresses: Vec<String>,
}

/// A part of a story that is too long for one page.
#[derive(Debug)]
pub(crate) struct Chapter {
    /// `1969`, `1960s`.
    pub(crate) slug: String,
    /// For people.
    pub(crate) label: String,
    /// Its entries.
    pub(crate) entries: Vec<usize>,
}

impl StoryPlan {
    pub(crate) fn new(index: usize, chapters: Vec<Chapter>, story: Story) -> Self {
        let mut cited = vec![Vec::new(); story.source.articles.len()];
        for (index, entry) in story.entries.iter().enumerate() {
            let articles: BTreeSet<usize> =
                entry.all_citations().map(|citation| citation.article).collect();
            for article in articles {
                if let Some(entries) = cited.get_mut(article) {
                    entries.push(index);
                }
            }
        }
        let by_number = if story.entries.len() <= ENTRIES_WITH_PAGES {
            EventPages::All
        } else {
            EventPages::Key
        };
        let event_pages = story.source.settings.event_pages.unwrap_or(by_number);
        let years = years(&story.entries);
        let updated = story.source.articles.iter().filter_map(article_date).max();
        let addresses = Vec::new();
        let plan = Self { index, story, chapters, cited, years, updated, event_pages, addresses };
        let entries = 0..plan.story.entries.len();
        Self { addresses: entries.map(|entry| plan.address(entry)).collect(), ..plan }
    }

    fn path(&self, rest: &str) -> String {
        match self.story.source.slug.as_str() {
            "" => rest.to_owned(),
            slug => format!("{slug}/{rest}"),
        }
    }

    /// The path of one of its files: `clemency/feed.xml`.
    pub(crate) fn file(&self, name: &str) -> String {
        self.path(name)
    }

    /// The path of its timeline.
    pub(crate) fn timeline(&self) -> String {
        self.path("index.html")
    }

    /// The path of a chapter.
    pub(crate) fn chapter(&self, chapter: &Chapter) -> String {
        self.path(&format!("page/{}/index.html", chapter.slug))
    }

    /// The path of its page "how this was made".
    pub(crate) fn made(&self) -> String {
        self.path("how-it-was-made/index.html")
    }

    /// The path of its page of corrections.
    pub(crate) fn corrections(&self) -> String {
        self.path("corrections/index.html")
    }

    /// The path of its page to embed elsewhere.
    pub(crate) fn embed(&self) -> String {
        match self.story.source.slug.as_str() {
            "" => "embed/index.html".to_owned(),
            slug => format!("embed/{slug}/index.html"),
        }
    }

    /// The path of an entry's own page, if it has one.
    pub(crate) fn event_page(&self, entry: &Entry) -> Option<String> {
        let has_page = match self.event_pages {
            EventPages::All => true,
            EventPages::Key => entry.key,
            EventPages::None => false,
        };
        has_page.then(|| self.path(&format!("events/{}/index.html", entry.id)))
    }

    /// Where an entry stands: on its own page, else on the timeline, with its anchor.
    pub(crate) fn entry(&self, index: usize) -> &str {
        &self.addresses[index]
    }

    fn address(&self, index: usize) -> String {
        let page = self.event_page(&self.story.entries[index]);
        page.unwrap_or_else(|| self.in_timeline(index))
    }

    /// Where an entry stands on the timeline, with its anchor.
    pub(crate) fn in_timeline(&self, index: usize) -> String {
        let id = &self.story.entries[index].id;
        let holds = |chapter: &&Chapter| chapter.entries.binary_search(&index).is_ok();
        let page = self.chapters.iter().find(holds).map(|chapter| self.chapter(chapter));
        format!("{}#{id}", page.unwrap_or_else(|| self.timeline()))
    }

    /// The path of an article's page, if articles are published.
    pub(crate) fn article(&self, article: &Article) -> Option<String> {
        let published = self.story.source.settings.articles != Articles::None;
        published.then(|| format!("{}/index.html", article.path))
    }
}

/// The first and the last year that entries touch.
fn years(entries: &[Entry]) -> Option<(i32, i32)> {
    let first = entries.iter().map(|entry| entry.when.first_day().year()).min();
    first.zip(entries.iter().map(|entry| entry.when.last_day().year()).max())
}

/// When an article was last touched.
pub(crate) fn article_date(article: &Article) -> Option<Date> {
    article.updated.max(article.date)
}

/// What a topic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicKind {
    /// Who.
    People,
    /// Where.
    Places,
    /// Anything else.
    Tags,
}

impl TopicKind {
    /// Each of them, in the order of the menu.
    pub(crate) const ALL: [Self; 3] = [Self::People, Self::Places, Self::Tags];

    /// Its folder in the site, and the key of its name in the words of the theme.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Places => "places",
            Self::Tags => "tags",
        }
    }

    /// The names that an entry has of this kind.
    pub(crate) fn of(self, entry: &Entry) -> &[String] {
        match self {
            Self::People => &entry.people,
            Self::Places => &entry.places,
            Self::Tags => &entry.tags,
        }
    }

    /// The path of its index.
    pub(crate) fn index(self) -> String {
        format!("{}/index.html", self.folder())
    }
}

/// A person, a place or a tag, over all stories.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) kind: TopicKind,
    pub(crate) slug: String,
    pub(crate) name: String,
    /// Its entries by time: story and entry.
    pub(crate) entries: Vec<(usize, usize)>,
}

impl Topic {
    /// The path of its page.
    pub(crate) fn page(&self) -> String {
        self.file("index.html")
    }

    /// The path of one of its files: `people/neil-armstrong/feed.xml`.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("{}/{}/{name}", self.kind.folder(), self.slug)
    }
}

/// The folder of a topic; none for a name without any letter or digit.
pub(crate) fn topic_slug(name: &str) -> Option<String> {
    let slug = slug::of(name)?;
    Some(if slug::is_device(&slug) { format!("{slug}-1") } else { slug })
}

/// Gathers the topics of a kind by slug: names that differ in case or accents only are one topic,
/// under the name most often used. A name without any letter or digit gets no page.
pub(crate) fn gather_topics(kind: TopicKind, stories: &[StoryPlan]) -> Vec<Topic> {
    type Named<'a> = (BTreeMap<&'a str, usize>, Vec<(When, usize, usize)>);
    let mut found: BTreeMap<String, Named<'_>> = BTreeMap::new();
    let mut slugs: BTreeMap<&str, Option<String>> = BTreeMap::new();
    for (s, plan) in stories.iter().enumerate() {
        for (e, entry) in plan.story.entries.iter().enumerate() {
            for name in kind.of(entry) {
                let slug = slugs.entry(name).or_insert_with(|| topic_slug(name));
                let Some(slug) = slug.clone() else { continue };
                let (names, entries) = found.entry(slug).or_default();
                *names.entry(name).or_default() += 1;
                if entries.last().is_none_or(|&(_, ls, le)| (ls, le) != (s, e)) {
                    entries.push((entry.when, s, e));
                }
            }
        }
    }
    let topics = found.into_iter().map(|(slug, (names, mut entries))| {
        entries.sort_by_key(|(when, ..)| when.first_day());
        let most = names.values().max().copied();
        let name = names.iter().find(|(_, count)| Some(**count) == most).map(|(name, _)| *name);
        let entries = entries.into_iter().map(|(_, s, e)| (s, e)).collect();
        Topic { kind, slug, name: name.unwrap_or_default().to_owned(), entries }
    });
    topics.collect()
}

fn topic_with(topics: &[Topic], slug: &str) -> Option<usize> {
    topics.binary_search_by(|topic| topic.slug.as_str().cmp(slug)).ok()
}

/// The names of people, places and tags that the entries of a site have, numbered: pages ask for them
/// far too often to compare them as texts.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By kind, then by the letters.
    all: Vec<Name>,
    /// The numbers of each entry's names, of each story.
    of_entries: Vec<Vec<Box<[u32]>>>,
}

/// A name, and the topic that it leads to, an index in [`Content::topics`].
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) kind: TopicKind,
    pub(crate) text: String,
    pub(crate) topic: Option<usize>,
}

impl Names {
    pub(crate) fn new(stories: &[StoryPlan], topics: &[Vec<Topic>; 3]) -> Self {
        let entries = || stories.iter().flat_map(|plan| &plan.story.entries);
        let mut numbers: [BTreeMap<&str, u32>; 3] = TopicKind::ALL.map(|kind| {
            entries().flat_map(|entry| kind.of(entry)).map(|it| (it.as_str(), 0)).collect()
        });
        let mut all = Vec::new();
        for kind in TopicKind::ALL {
            for (&text, number) in &mut numbers[kind as usize] {
                let slug = topic_slug(text);
                let topic = slug.and_then(|slug| topic_with(&topics[kind as usize], &slug));
                *number = u32::try_from(all.len()).unwrap_or(u32::MAX);
                all.push(Name { kind, text: text.to_owned(), topic });
            }
        }
        let of_entry = |entry: &Entry| {
            let of_kind = |kind: TopicKind| {
                let numbers = &numbers[kind as usize];
                kind.of(entry).iter().map(|name| numbers[name.as_str()])
            };
            TopicKind::ALL.into_iter().flat_map(of_kind).collect()
        };
        let of_story = |plan: &StoryPlan| plan.story.entries.iter().map(of_entry).collect();
        Self { of_entries: stories.iter().map(of_story).collect(), all }
    }

    /// How many there are; their numbers are below that.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The name with a number.
    pub(crate) fn get(&self, number: u32) -> &Name {
        &self.all[number as usize]
    }

    /// The numbers of an entry's names: people, places, tags, each in the entry's order.
    pub(crate) fn of(&self, story: usize, entry: usize) -> &[u32] {
        &self.of_entries[story][entry]
    }
}
