//! What a page is about, for machines: JSON-LD in the vocabulary of schema.org.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    super::{address::web_address, content::StoryPlan, dates, view::Html},
    frame::Frame,
};
use crate::{
    event::Kind,
    load::Article,
    story::Entry,
    temporal::value::{Calendar, Day, When},
};

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

/// An article, with the whole address of its picture, and the way to its page.
pub(super) fn article(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    article: &Article,
    picture: Option<&str>,
) -> Html {
    let mut about = news(frame, plan, article);
    about["inLanguage"] = json!(article.language);
    set(&mut about, "dateModified", article.updated.map(|date| json!(date.to_string())));
    let author = article.author.as_ref();
    set(&mut about, "author", author.map(|name| json!({ "@type": "Person", "name": name })));
    set(&mut about, "image", picture.map(|address| json!(address)));
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
    let (start, end) = dates_of(entry.when);
    set(&mut event, "startDate", start.map(Value::from));
    set(&mut event, "endDate", end.map(Value::from));
    if entry.kind == Kind::Planned {
        event["eventStatus"] = json!("https://schema.org/EventScheduled");
    }
    let lead = entry.citations.first().filter(|lead| !lead.quote.is_empty());
    set(&mut event, "description", lead.map(|lead| json!(lead.quote)));
    event
}

/// The first and the last date, where they are certain and search engines can read them; only the first of
/// what has one date of its own.
fn dates_of(when: When) -> (Option<String>, Option<String>) {
    let can_be_read = |day: Day| (1..=9999).contains(&day.year());
    if when.approximate || !can_be_read(when.first_day()) || !can_be_read(when.last_day()) {
        return (None, None);
    }
    let own = |date: Calendar| match date {
        Calendar::Week(..) => None, // ISO 8601 has weeks, search engines read days
        date => dates::datetime(When::at(date)),
    };
    let first = || Some(when.first_day().to_string());
    let last = || Some(when.last_day().to_string());
    match (own(when.start), when.end) {
        (Some(start), None) => (Some(start), None),
        (None, None) => (first(), last()),
        (start, Some(end)) => (start.or_else(first), own(end).or_else(last)),
    }
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

    #[test]
    fn dates_are_those_that_search_engines_read() {
        for (edtf, start, end) in [
            ("2018-06-06", Some("2018-06-06"), None),
            ("2018-06", Some("2018-06"), None),
            ("2018", Some("2018"), None),
            ("2018-W23", Some("2018-06-04"), Some("2018-06-10")),
            ("2018-21", Some("2018-03-01"), Some("2018-05-31")),
            ("201X", Some("2010-01-01"), Some("2019-12-31")),
            ("1996/2018", Some("1996"), Some("2018")),
            ("2018-06-06/2018-23", Some("2018-06-06"), Some("2018-11-30")),
            ("2018-06~", None, None),
            ("-0043-03-15", None, None),
            ("-0043/0014", None, None),
            ("Y12000", None, None),
        ] {
            let (first, last) = dates_of(When::from_edtf(edtf).unwrap());
            assert_eq!((first.as_deref(), last.as_deref()), (start, end), "{edtf}");
        }
    }
}
