//! What a page is about, for machines: JSON-LD in the vocabulary of schema.org.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    super::{address::web_address, content::StoryPlan, dates, view::Html},
    frame::Frame,
};
use crate::{load::Article, story::Entry, temporal::value::When};

/// How many events a timeline names.
const EVENTS: usize = 50;

/// A timeline: its key events, or all if there are few.
pub(super) fn timeline(frame: &Frame<'_>, plan: &StoryPlan) -> Option<Html> {
    let entries = &plan.story.entries;
    let few = entries.len() <= EVENTS;
    let shown = (0..entries.len()).filter(|&at| few || entries[at].key).take(EVENTS);
    let items = shown.enumerate().map(|(position, at)| {
        json!({
            "@type": "ListItem",
            "position": position + 1,
            "item": happening(frame, plan, at),
        })
    });
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then(|| {
        let list = json!({
            "@context": CONTEXT,
            "@type": "ItemList",
            "name": frame.content.story_title(plan),
            "url": frame.content.base.url(&plan.timeline()),
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "numberOfItems": entries.len(),
            "itemListElement": items,
        });
        embed(&list)
    })
}

/// An event on its own page, with the articles that report it, and the way to the page.
pub(super) fn event(frame: &Frame<'_>, plan: &StoryPlan, index: usize) -> Html {
    let entry = &plan.story.entries[index];
    let mut event = happening(frame, plan, index);
    if let Some(lead) = entry.citations.first() {
        event["description"] = json!(lead.quote);
    }
    let named = |kind: &str, names: &[String]| -> Vec<Value> {
        names.iter().map(|name| json!({ "@type": kind, "name": name })).collect()
    };
    set(&mut event, "about", some(named("Person", &entry.people)));
    set(&mut event, "location", some(named("Place", &entry.places)));
    set(&mut event, "subjectOf", some(reports(frame, plan, entry)));
    let trail = [
        (frame.content.story_title(plan), plan.timeline()),
        (entry.headline.clone(), plan.entry(index).to_owned()),
    ];
    embed(&json!({ "@context": CONTEXT, "@graph": [event, breadcrumbs(frame, &trail)] }))
}

/// An article, and the way to its page.
pub(super) fn article(frame: &Frame<'_>, plan: &StoryPlan, article: &Article) -> Html {
    let mut about = news(frame, plan, article);
    about["inLanguage"] = json!(article.language);
    set(&mut about, "dateModified", article.updated.map(|date| json!(date.to_string())));
    let author = article.author.as_ref();
    set(&mut about, "author", author.map(|name| json!({ "@type": "Person", "name": name })));
    let original = article.url.as_deref().and_then(web_address);
    let citation =
        original.map(|url| json!({ "@type": "CreativeWork", "name": article.title, "url": url }));
    set(&mut about, "citation", citation);
    let trail = [
        (frame.content.story_title(plan), plan.timeline()),
        (article.title.clone(), frame.path.to_owned()),
    ];
    embed(&json!({ "@context": CONTEXT, "@graph": [about, breadcrumbs(frame, &trail)] }))
}

/// The vocabulary.
const CONTEXT: &str = "https://schema.org";
/// How many articles an event names.
const REPORTS: usize = 20;

/// The articles that report an entry, each once.
fn reports(frame: &Frame<'_>, plan: &StoryPlan, entry: &Entry) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let articles = entry.citations.iter().filter(|citation| seen.insert(citation.article));
    let articles = articles.filter_map(|citation| plan.story.source.articles.get(citation.article));
    articles.take(REPORTS).map(|article| news(frame, plan, article)).collect()
}

fn news(frame: &Frame<'_>, plan: &StoryPlan, article: &Article) -> Value {
    let mut news = json!({ "@type": "NewsArticle", "headline": article.title });
    let own = plan.article(article).map(|page| frame.content.base.url(&page));
    let url = own.or_else(|| article.url.as_deref().and_then(web_address));
    set(&mut news, "url", url.map(|url| json!(url)));
    set(&mut news, "datePublished", article.date.map(|date| json!(date.to_string())));
    let publisher = article.publisher.as_ref();
    let publisher = publisher.map(|name| json!({ "@type": "Organization", "name": name }));
    set(&mut news, "publisher", publisher);
    news
}

/// The way from the home page to a page.
fn breadcrumbs(frame: &Frame<'_>, trail: &[(String, String)]) -> Value {
    let home = (frame.content.title(), "index.html".to_owned());
    let home = (!frame.content.is_one_story()).then_some(home);
    let items = home.iter().chain(trail).enumerate().map(|(at, (name, path))| {
        json!({
            "@type": "ListItem",
            "position": at + 1,
            "name": name,
            "item": frame.content.base.url(path),
        })
    });
    let items: Vec<Value> = items.collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// A list that holds something.
fn some(list: Vec<Value>) -> Option<Value> {
    (!list.is_empty()).then_some(Value::Array(list))
}

fn set(object: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object[key] = value;
    }
}

fn happening(frame: &Frame<'_>, plan: &StoryPlan, index: usize) -> Value {
    let entry: &Entry = &plan.story.entries[index];
    let mut event = json!({
        "@type": "Event",
        "name": entry.headline,
        "url": frame.content.base.url(plan.entry(index)),
    });
    let When { start, end, approximate } = entry.when;
    let iso = |date| dates::datetime(When { start: date, end: None, approximate });
    if let Some(start) = iso(start) {
        event["startDate"] = json!(start);
        set(&mut event, "endDate", end.and_then(iso).map(|end| json!(end)));
    }
    event
}

/// JSON that can stand inside a `script` element: nothing in it closes the element or opens a
/// comment, and no line separator breaks old readers.
fn embed(value: &Value) -> Html {
    let mut out = String::new();
    for c in value.to_string().chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    Html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_a_script_cannot_end_it() {
        let hostile = json!({ "name": "</script><!-- & \u{2028}\u{2029}" });
        let Html(text) = embed(&hostile);
        assert_eq!(text, r#"{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029"}"#);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
