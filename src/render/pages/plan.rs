//! Which pages a site has: every story's, then those over all stories, then files.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry as Slot};

use super::{
    super::{
        Content, Counts, Page, Site,
        address::Base,
        content::{Chapter, Names, StoryPlan, TopicKind, gather_topics},
        dates::Dates,
        format,
        theme::{self, Theme},
    },
    Kind, plain, timeline,
};
use crate::{
    Project,
    diag::{Diagnostic, Warned},
    load::{Library, StaticFile},
    source::{Place, Span},
    story::Story,
    temporal::value::When,
};

/// Above how many entries a story is told on several pages.
const ENTRIES_ON_A_PAGE: usize = 1_500;

/// Plans the site of a project.
pub(in crate::render) fn plan(project: Project) -> Warned<Site> {
    let Project { library, stories } = project;
    let Library { settings, home, stories: _, pages, templates, files, skipped: _ } = library;
    let mut planner = Planner::default();
    let stories: Vec<StoryPlan> = stories
        .into_iter()
        .enumerate()
        .map(|(at, it)| StoryPlan::new(at, chapters(&it), it))
        .collect();
    let topics = TopicKind::ALL.map(|kind| gather_topics(kind, &stories));
    let content = Content {
        base: Base::new(settings.base_url.as_deref()),
        settings,
        home,
        plain_pages: pages,
        names: Names::new(&stories, &topics),
        topics,
        page_of_file: pages_of_files(&stories),
        stories,
        theme: Theme::new(&templates).unpack(&mut planner.diagnostics),
    };
    for (index, plan) in content.stories.iter().enumerate() {
        planner.story(index, plan);
    }
    planner.site(&content);
    planner.files(files);
    let counts = planner.counts(&content);
    Warned::with(Site { pages: planner.pages, content, counts }, planner.diagnostics)
}

/// The chapters of a story that is too long for one page.
fn chapters(story: &Story) -> Vec<Chapter> {
    if story.entries.len() <= ENTRIES_ON_A_PAGE {
        return Vec::new();
    }
    let dates = Dates::of(&story.source.settings.language);
    let whens: Vec<When> = story.entries.iter().map(|entry| entry.when).collect();
    let chapters = timeline::chapters(&whens).into_iter().map(|(period, entries)| Chapter {
        slug: period.slug(),
        label: period.label(dates),
        entries,
    });
    chapters.collect()
}

fn pages_of_files(stories: &[StoryPlan]) -> BTreeMap<String, String> {
    let articles = stories.iter().flat_map(|plan| {
        let articles = plan.story.source.articles.iter();
        articles.filter_map(|article| {
            Some((article.text.source.name().to_owned(), plan.article(article)?))
        })
    });
    articles.collect()
}

/// The plan as it grows: no path is given away twice.
#[derive(Default)]
struct Planner {
    pages: BTreeMap<String, Page>,
    /// What stands at a path, for people.
    owners: BTreeMap<String, String>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner {
    /// Puts a page at a path. A path that is taken is an error, at `place` if there is one.
    fn add(&mut self, path: String, owner: String, page: Page, place: Option<Place>) {
        match self.pages.entry(path) {
            Slot::Vacant(slot) => {
                self.owners.insert(slot.key().clone(), owner);
                slot.insert(page);
            }
            Slot::Occupied(slot) => {
                let path = slot.key();
                let first = self.owners.get(path).map_or("another page", String::as_str);
                let message = format!("{owner} and {first} would both be `{path}`");
                let mut diagnostic = Diagnostic::error("duplicate-path", message)
                    .hint("give one of them another `slug`, or another name");
                diagnostic.place = place;
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn html(&mut self, path: String, owner: impl Into<String>, kind: Kind) {
        self.add(path, owner.into(), Page::Html(kind), None);
    }

    fn story(&mut self, story: usize, plan: &StoryPlan) {
        let name = match plan.story.source.slug.as_str() {
            "" => "the story".to_owned(),
            slug => format!("the story `{slug}`"),
        };
        self.html(plan.timeline(), name.clone(), Kind::Timeline { story, chapter: None });
        self.html(plan.made(), format!("how {name} was made"), Kind::Made { story });
        for (at, chapter) in plan.chapters.iter().enumerate() {
            let owner = format!("a chapter of {name}");
            self.html(plan.chapter(chapter), owner, Kind::Timeline { story, chapter: Some(at) });
        }
        for (at, entry) in plan.story.entries.iter().enumerate() {
            if let Some(path) = plan.event_page(entry) {
                self.html(
                    path,
                    format!("the event `{}`", entry.id),
                    Kind::Event { story, entry: at },
                );
            }
        }
        self.articles(story, plan);
        for (format, path) in format::of_story(plan) {
            let page = Page::Format { format, story: Some(story) };
            self.add(path, format!("a file of {name}"), page, None);
        }
    }

    fn articles(&mut self, story: usize, plan: &StoryPlan) {
        for (at, article) in plan.story.source.articles.iter().enumerate() {
            let Some(path) = plan.article(article) else { continue };
            let owner = format!("`{}`", article.text.source.name());
            let place = || {
                Some(Place {
                    source: std::sync::Arc::clone(&article.text.source),
                    span: Span { start: 0, end: 0 },
                })
            };
            let page = Page::Html(Kind::Article { story, article: at });
            self.add(path, owner.clone(), page, place());
            for alias in &article.aliases {
                let path = super::super::links::normalise("", &format!("{alias}/"));
                let page = Page::Html(Kind::Redirect { story, article: at });
                self.add(path, format!("an alias of {owner}"), page, place());
            }
        }
    }

    fn site(&mut self, content: &Content) {
        if !content.is_one_story() {
            self.html("index.html".into(), "the home page", Kind::Home);
        }
        for kind in TopicKind::ALL {
            let topics = &content.topics[kind as usize];
            if !topics.is_empty() {
                let owner = format!("the index of {}", kind.folder());
                self.html(kind.index(), owner, Kind::Topics(kind));
            }
            for (topic, shown) in topics.iter().enumerate() {
                let owner = format!("the page of `{}`", shown.name);
                self.html(shown.page(), owner, Kind::Topic { kind, topic });
            }
        }
        for (at, page) in content.plain_pages.iter().enumerate() {
            let owner = format!("`{}`", page.text.source.name());
            self.html(plain::path(page), owner, Kind::Plain(at));
        }
        self.html("404.html".into(), "the page for what is not found", Kind::NotFound);
        for (format, path) in format::of_site(content) {
            let page = Page::Format { format, story: None };
            self.add(path, "a file of the site".into(), page, None);
        }
    }

    /// Files to copy; those of the site stand over the theme's and over `robots.txt`.
    fn files(&mut self, files: Vec<StaticFile>) {
        let own: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
        for replaceable in format::REPLACEABLE.iter().filter(|path| own.contains(**path)) {
            self.pages.remove(*replaceable);
        }
        for file in files {
            let owner = format!("the file `{}`", file.path);
            self.add(file.path, owner, Page::Copy(file.file), None);
        }
        for &(path, bytes) in theme::FILES {
            if !own.contains(path) {
                self.add(path.into(), "a file of the theme".into(), Page::Bytes(bytes), None);
            }
        }
    }

    fn counts(&self, content: &Content) -> Counts {
        let stories = || content.stories.iter().map(|plan| &plan.story);
        Counts {
            articles: stories().map(|story| story.source.articles.len()).sum(),
            events: stories().map(|story| story.entries.len()).sum(),
            pages: self.pages.values().filter(|page| matches!(page, Page::Html(_))).count(),
        }
    }
}
