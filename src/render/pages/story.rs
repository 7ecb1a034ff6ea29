//! A story's timeline, whole or by chapters.

use super::{
    super::{content::StoryPlan, view},
    View, body,
    entry::Detail,
    frame::Frame,
    json_ld, timeline,
};
use crate::load::Article;

/// The timeline of a story, or one of its chapters.
pub(super) fn view(frame: &Frame<'_>, story: usize, chapter: Option<usize>) -> View {
    let plan = &frame.content.stories[story];
    let about = frame.story(plan);
    let chapter = chapter.and_then(|chapter| plan.chapters.get(chapter));
    let shown: Vec<usize> = match chapter {
        Some(chapter) => chapter.entries.clone(),
        None if plan.chapters.is_empty() => (0..plan.story.entries.len()).collect(),
        None => (0..plan.story.entries.len()).filter(|&i| plan.story.entries[i].key).collect(),
    };
    let shown: Vec<(usize, usize)> = shown.into_iter().map(|index| (story, index)).collect();
    let mut timeline = timeline::view(frame, &shown, Detail::TIMELINE);
    timeline.chapters = chapters(frame, plan);
    let title = match chapter {
        Some(chapter) => format!("{}: {}", about.title, chapter.label),
        None => about.title.clone(),
    };
    let page = view::Page {
        description: about.description.clone().or_else(|| Some(frame.about(&title, timeline.size))),
        alternates: frame.alternates(plan),
        modified: plan.updated.map(|date| frame.date(date)),
        json_ld: json_ld::timeline(frame, plan),
        ..frame.page(title)
    };
    let introduction = plan.story.source.introduction.as_ref().filter(|_| chapter.is_none());
    let introduction = body::introduction(frame, introduction, &plan.story.source.slug);
    let articles = if chapter.is_none() { articles(frame, plan) } else { Vec::new() };
    View::new("story.html", page)
        .with("story", &about)
        .with("timeline", &timeline)
        .with("chapter", &chapter.map(|chapter| chapter.label.clone()))
        .with_body("introduction", introduction)
        .with("articles", &articles)
}

fn chapters(frame: &Frame<'_>, plan: &StoryPlan) -> Vec<view::RailItem> {
    let most = plan.chapters.iter().map(|chapter| chapter.entries.len()).max().unwrap_or(1);
    let items = plan.chapters.iter().map(|chapter| {
        let link = frame.link(&plan.chapter(chapter));
        timeline::rail_item(chapter.label.clone(), link, chapter.entries.len(), most)
    });
    items.collect()
}

/// Up to how many articles a timeline lists.
const ARTICLES: usize = 200;

/// The articles of a story, the first first; none where they are too many to list.
fn articles(frame: &Frame<'_>, plan: &StoryPlan) -> Vec<view::Source> {
    let mut articles: Vec<&Article> = plan.story.source.articles.iter().collect();
    if articles.len() > ARTICLES {
        return Vec::new();
    }
    articles.sort_by_key(|article| article.date);
    articles.into_iter().map(|article| frame.source(plan, article, None, None)).collect()
}
