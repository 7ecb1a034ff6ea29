//! `sitemap.xml`: the pages that search engines should know, and when they last changed.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::{Content, Format, of_the_site};
use crate::{
    diag::Warned,
    render::{
        content::{TopicKind, article_date},
        html::escape,
    },
};

/// More addresses than this a sitemap must not have.
const MOST: usize = 50_000;

pub(super) const FORMAT: Format = Format {
    file: "sitemap.xml",
    media_type: "application/xml",
    title: |_, _| None,
    applies: of_the_site,
    write: |content, _| {
        let mut text = String::from(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        ));
        for (path, changed) in pages(content).into_iter().take(MOST) {
            let _ = write!(text, "<url><loc>{}</loc>", escape(&content.base.url(&path)));
            if let Some(date) = changed {
                let _ = write!(text, "<lastmod>{date}</lastmod>");
            }
            text.push_str("</url>\n");
        }
        text.push_str("</urlset>\n");
        Warned::clean(text.into_bytes())
    },
};

/// The pages with the day of their last change: timelines and articles first, events after them.
fn pages(content: &Content) -> Vec<(String, Option<Date>)> {
    let stories = &content.stories;
    let mut pages = Vec::new();
    if !content.is_one_story() {
        let updated = stories.iter().filter_map(|plan| plan.updated).max();
        pages.push(("index.html".to_owned(), updated));
    }
    for plan in stories {
        pages.push((plan.timeline(), plan.updated));
        pages.extend(plan.chapters.iter().map(|chapter| (plan.chapter(chapter), plan.updated)));
    }
    for plan in stories {
        let articles = plan.story.source.articles.iter();
        pages.extend(articles.filter_map(|a| plan.article(a).map(|page| (page, article_date(a)))));
        let entries = plan.story.entries.iter();
        pages.extend(entries.filter_map(|entry| Some((plan.event_page(entry)?, plan.updated))));
        pages.push((plan.made(), plan.updated));
        pages.push((plan.corrections(), plan.updated));
    }
    for kind in TopicKind::ALL {
        let topics = &content.topics[kind as usize];
        pages.extend((!topics.is_empty()).then(|| (kind.index(), None)));
        pages.extend(topics.iter().map(|topic| (topic.page(), None)));
    }
    pages.extend(content.plain_pages.iter().map(|page| (format!("{}/index.html", page.slug), None)));
    pages
}
