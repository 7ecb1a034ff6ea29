//! What a page is about, for machines: JSON-LD in the vocabulary of schema.org.

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
        embed(&json!({
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": frame.content.story_title(plan),
            "numberOfItems": entries.len(),
            "itemListElement": items,
        }))
    })
}

/// An event on its own page.
pub(super) fn event(frame: &Frame<'_>, plan: &StoryPlan, index: usize) -> Html {
    let mut event = happening(frame, plan, index);
    event["@context"] = json!("https://schema.org");
    if let Some(lead) = plan.story.entries[index].citations.first() {
        event["description"] = json!(lead.quote);
    }
    embed(&event)
}

/// An article.
pub(super) fn article(frame: &Frame<'_>, article: &Article) -> Html {
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.title,
        "url": frame.content.base.url(frame.path),
        "inLanguage": article.language,
    });
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            about[key] = value;
        }
    };
    set("datePublished", article.date.map(|date| json!(date.to_string())));
    set("dateModified", article.updated.map(|date| json!(date.to_string())));
    let named = |kind: &str, name: &String| json!({ "@type": kind, "name": name });
    set("author", article.author.as_ref().map(|name| named("Person", name)));
    set("publisher", article.publisher.as_ref().map(|name| named("Organization", name)));
    set("isBasedOn", article.url.as_deref().and_then(web_address).map(|url| json!(url)));
    embed(&about)
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
        if let Some(end) = end.and_then(iso) {
            event["endDate"] = json!(end);
        }
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
