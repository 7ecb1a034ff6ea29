//! Which pages a site has: every story's, then those over all stories, then files.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, btree_map::Entry as Slot},
    path::Path,
    sync::Arc,
};

use super::{
    super::{
        Content, Counts, Page, Scope, Site,
        address::Base,
        content::{Chapter, Names, StoryPlan, TopicKind, gather_topics},
        format, links, style,
        theme::{self, Theme},
    },
    Kind,
    pictures::{self, Look},
    plain, search, timeline,
};
use crate::{
    Project,
    diag::{Diagnostic, Warned},
    load::{Library, StaticFile, Text},
    source::{Place, Source, Span},
    story::Story,
    temporal::value::When,
};

/// Above how many entries a story is told on several pages.
const ENTRIES_ON_A_PAGE: usize = 1_500;

/// Plans the site of a project.
pub(in crate::render) fn plan(project: Project) -> Warned<Site> {
    let Project { library, stories } = project;
    let Library { settings, home, stories: _, pages, templates, styles, files, skipped: _ } =
        library;
    let mut planner = Planner::default();
    let languages = stories.iter().map(|story| story.source.settings.language.as_str());
    let languages = languages.chain([settings.language.as_str()]).collect();
    let theme = Theme::new(&templates, &languages).unpack(&mut planner.diagnostics);
    let stories: Vec<StoryPlan> = stories
        .into_iter()
        .enumerate()
        .map(|(at, it)| StoryPlan::new(at, chapters(&it, &theme), it))
        .collect();
    let topics = TopicKind::ALL.map(|kind| gather_topics(kind, &stories));
    let mut content = Content {
        base: Base::new(settings.base_url.as_deref()),
        settings,
        home,
        plain_pages: pages,
        names: Names::new(&stories, &topics),
        topics,
        page_of_file: pages_of_files(&stories),
        stories,
        theme,
        pictures: pictures::of_files(&files),
    };
    let Look { shown, diagnostics } = Look::at(&content);
    planner.diagnostics.extend(diagnostics);
    let taken = files.iter().map(|file| file.path.clone()).collect();
    pictures::plan_smaller(&mut content.pictures, &shown, taken);
    for (index, plan) in content.stories.iter().enumerate() {
        planner.story(&content, index, plan);
    }
    planner.site(&content);
    planner.files(files, &styles);
    planner.smaller_pictures(&content);
    planner.refuse_pages_below_pages();
    let counts = planner.counts(&content);
    Warned::with(Site { pages: planner.pages, content, counts }, planner.diagnostics)
}

/// The chapters of a story that is too long for one page.
fn chapters(story: &Story, theme: &Theme) -> Vec<Chapter> {
    if story.entries.len() <= ENTRIES_ON_A_PAGE {
        return Vec::new();
    }
    let dates = theme.dates(&story.source.settings.language);
    let whens: Vec<When> = story.entries.iter().map(|entry| entry.when).collect();
    let chapters = timeline::chapters(&whens).into_iter().map(|(period, entries)| Chapter {
        slug: period.slug(),
        label: period.label(dates),
        entries,
    });
    chapters.collect()
}

/// The begin of a file: the place of what concerns all of it.
const TOP: Span = Span { start: 0, end: 0 };

/// The page of an alias: a file where it is written as one (`2018/post.html`), else a folder's.
fn old_address(alias: &str) -> String {
    let end =
        if Path::new(alias).extension().is_some_and(|ending| ending == "html") { "" } else { "/" };
    links::normalise("", &format!("{alias}{end}"))
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

/// Who wants a page at a path.
struct Owner {
    /// For people: `the home page`.
    name: String,
    /// Where that is written.
    place: Option<Place>,
    is_alias: bool,
}

impl Owner {
    fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), place: None, is_alias: false }
    }

    fn at(mut self, text: &Text, span: Span) -> Self {
        self.place = Some(Place { source: Arc::clone(&text.source), span });
        self
    }

    /// Of two that cannot both stand, what the one to change says of how: aliases first, then what
    /// somebody has written.
    fn collision(message: String, both: [&Self; 2]) -> Diagnostic {
        let alias = both.into_iter().find(|owner| owner.is_alias);
        let written = || both.into_iter().find(|owner| owner.place.is_some());
        let mut fault = Diagnostic::error("duplicate-path", message).hint(if alias.is_some() {
            "take the alias out, or correct it: the page that stands there keeps its address"
        } else {
            "give one of them another `slug`, or another name"
        });
        fault.place = alias.or_else(written).and_then(|owner| owner.place.clone());
        fault
    }
}

/// The plan as it grows: no path is given away twice.
#[derive(Default)]
struct Planner {
    pages: BTreeMap<String, Page>,
    /// What stands at a path.
    owners: BTreeMap<String, Owner>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner {
    /// Puts a page at a path. A path that is taken is an error.
    fn add(&mut self, path: String, owner: Owner, page: Page) {
        match self.pages.entry(path) {
            Slot::Vacant(slot) => {
                self.owners.insert(slot.key().clone(), owner);
                slot.insert(page);
            }
            Slot::Occupied(slot) => {
                let path = slot.key();
                let another = Owner::new("another page");
                let first = self.owners.get(path).unwrap_or(&another);
                let message = format!("{} and {} would both be `{path}`", owner.name, first.name);
                self.diagnostics.push(Owner::collision(message, [&owner, first]));
            }
        }
    }

    fn html(&mut self, path: String, owner: impl Into<String>, kind: Kind) {
        self.add(path, Owner::new(owner), Page::Html(kind));
    }

    /// Takes out the pages below other pages: a file is no folder.
    fn refuse_pages_below_pages(&mut self) {
        let nested = self.pages.keys().filter_map(|path| {
            let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
            let folder = folders.find(|folder| self.pages.contains_key(*folder))?;
            Some((path.clone(), folder.to_owned()))
        });
        for (path, folder) in nested.collect::<Vec<_>>() {
            self.pages.remove(&path);
            if let (Some(below), Some(above)) = (self.owners.get(&path), self.owners.get(&folder)) {
                let message = format!(
                    "{} would be `{path}`, below the file `{folder}`: {}",
                    below.name, above.name
                );
                self.diagnostics.push(Owner::collision(message, [below, above]));
            }
        }
    }

    fn story(&mut self, content: &Content, story: usize, plan: &StoryPlan) {
        let name = match plan.story.source.slug.as_str() {
            "" => "the story".to_owned(),
            slug => format!("the story `{slug}`"),
        };
        self.html(plan.timeline(), name.clone(), Kind::Timeline { story, chapter: None });
        self.html(plan.made(), format!("how {name} was made"), Kind::Made { story });
        let corrections = format!("the corrections of {name}");
        self.html(plan.corrections(), corrections, Kind::Corrections { story });
        self.html(plan.embed(), format!("{name} to embed"), Kind::Embed { story });
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
        self.formats(content, Scope::Story(story), &format!("a file of {name}"));
    }

    fn articles(&mut self, story: usize, plan: &StoryPlan) {
        for (at, article) in plan.story.source.articles.iter().enumerate() {
            let Some(path) = plan.article(article) else { continue };
            let name = format!("`{}`", article.text.source.name());
            let slug = article.slug_place.unwrap_or(TOP);
            let page = Page::Html(Kind::Article { story, article: at });
            self.add(path, Owner::new(&name).at(&article.text, slug), page);
            for alias in &article.aliases {
                let owner = Owner::new(format!("an alias of {name}"));
                let owner = Owner { is_alias: true, ..owner.at(&article.text, alias.span) };
                let page = Page::Html(Kind::Redirect { story, article: at });
                self.add(old_address(&alias.path), owner, page);
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
                self.formats(content, Scope::Topic(kind, topic), &owner);
                self.html(shown.page(), owner, Kind::Topic { kind, topic });
            }
        }
        if search::has_page(content) {
            self.html(search::PATH.into(), "the page of search", Kind::Search);
            for (path, page) in search::files(content) {
                self.add(path, Owner::new("a file of the page of search"), page);
            }
        }
        for (at, page) in content.plain_pages.iter().enumerate() {
            let owner = Owner::new(format!("`{}`", page.text.source.name()));
            self.add(plain::path(page), owner.at(&page.text, TOP), Page::Html(Kind::Plain(at)));
        }
        self.html("404.html".into(), "the page for what is not found", Kind::NotFound);
        self.formats(content, Scope::Site, "a file of the site");
    }

    fn formats(&mut self, content: &Content, of: Scope, owner: &str) {
        for (format, path) in format::files(content, of) {
            self.add(path, Owner::new(owner), Page::Format { format, of });
        }
    }

    /// Files to copy; those of the site stand over the theme's and over `robots.txt`.
    fn files(&mut self, files: Vec<StaticFile>, styles: &[Arc<Source>]) {
        let own: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
        for replaceable in format::REPLACEABLE.iter().filter(|path| own.contains(**path)) {
            self.pages.remove(*replaceable);
        }
        for file in files {
            let owner = Owner::new(format!("the file `{}`", file.path));
            let StaticFile { path, file, picture } = file;
            let page = match picture {
                Some(_) => Page::Picture { file, of: path.clone(), width: None },
                None => Page::Copy(file),
            };
            self.add(path, owner, page);
        }
        let sheet = Cow::Owned(style::sheet(styles).into_bytes());
        let of_theme = theme::FILES.iter().map(|&(path, bytes)| (path, Cow::Borrowed(bytes)));
        for (path, bytes) in of_theme.chain([(style::PATH, sheet)]) {
            if !own.contains(path) {
                self.add(path.into(), Owner::new("a file of the theme"), Page::Bytes(bytes));
            }
        }
    }

    fn smaller_pictures(&mut self, content: &Content) {
        for (of, planned) in &content.pictures {
            for (width, path) in &planned.smaller {
                let owner = Owner::new(format!("a smaller version of `{of}`"));
                let (file, width) = (planned.file.clone(), Some(*width));
                self.add(path.clone(), owner, Page::Picture { file, of: of.clone(), width });
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
