//! An article: its text with the sentences that became events, or those sentences alone.

use std::collections::BTreeMap;

use super::{
    super::{
        address::web_address,
        content::{StoryPlan, TopicKind},
        html, view,
        words::Argument,
    },
    View, body, entry,
    frame::{Frame, sentence_anchor},
    json_ld,
};
use crate::{load::markdown::Mark, settings::Articles};

/// A sentence of an article that entries cite.
struct Cited<'a> {
    citation: &'a crate::story::Citation,
    entries: Vec<usize>,
}

/// The page of an article.
pub(super) fn view(frame: &Frame<'_>, story: usize, index: usize) -> View {
    let plan = &frame.content.stories[story];
    let article = &plan.story.source.articles[index];
    let cited = cited_sentences(plan, index);
    let whole = plan.story.source.settings.articles == Articles::Full;
    let mut body =
        if whole { marked_body(frame, plan, index, &cited) } else { body::Body::default() };
    let quotes = if whole { Vec::new() } else { quotes(frame, plan, &cited) };
    let names = [
        (TopicKind::People, &article.people),
        (TopicKind::Places, &article.places),
        (TopicKind::Tags, &article.tags),
    ];
    let topics = names.into_iter().flat_map(|(kind, names)| {
        names.iter().map(move |name| entry::topic_link(frame, kind, name))
    });
    let image = article.image.as_ref();
    let image = image.and_then(|image| body::image(frame, article, image, &mut body.written));
    let (image, image_link) = match image {
        Some(body::Picture::Own(image)) => (Some(image), None),
        Some(body::Picture::Elsewhere(link)) => (None, Some(link)),
        None => (None, None),
    };
    let card = image.as_ref().and_then(|image| frame.absolute(&image.src));
    let shown = view::Article {
        title: article.title.clone(),
        date: article.date.map(|date| frame.date(date)),
        updated: article.updated.map(|date| frame.date(date)),
        author: article.author.clone(),
        publisher: article.publisher.clone(),
        original: article.url.as_deref().and_then(web_address),
        language: frame.foreign(&article.language),
        image,
        image_link,
        body: body.html,
        quotes,
        sentences: cited.len(),
        entries: plan.cited[index].iter().map(|&at| entry::link(frame, plan, at)).collect(),
        topics: topics.collect(),
        extra: article.extra.clone(),
    };
    let first = cited.values().next().map(|cited| cited.citation.quote.clone());
    let page = view::Page {
        description: first.or_else(|| Some(article.title.clone())),
        json_ld: Some(json_ld::article(frame, plan, article, card.as_deref())),
        kind: "article",
        card,
        published: article.date.map(|date| frame.date(date)),
        modified: article.updated.or(article.date).map(|date| frame.date(date)),
        ..frame.page(article.title.clone())
    };
    let mut view =
        View::new("article.html", page).with("story", &frame.story(plan)).with("article", &shown);
    view.written = body.written;
    view
}

/// The sentences of an article that entries cite, by their place in the text.
fn cited_sentences(plan: &StoryPlan, article: usize) -> BTreeMap<usize, Cited<'_>> {
    let mut cited: BTreeMap<usize, Cited<'_>> = BTreeMap::new();
    for &index in &plan.cited[article] {
        let citations = plan.story.entries[index].all_citations();
        for citation in citations.filter(|citation| citation.article == article) {
            let Some(sentence) = citation.sentence else { continue };
            let known =
                cited.entry(sentence).or_insert_with(|| Cited { citation, entries: Vec::new() });
            if !known.entries.contains(&index) {
                known.entries.push(index);
            }
        }
    }
    cited
}

fn marked_body(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    index: usize,
    cited: &BTreeMap<usize, Cited<'_>>,
) -> body::Body {
    let article = &plan.story.source.articles[index];
    let marks: Vec<Mark> = cited
        .iter()
        .map(|(&at, sentence)| Mark {
            id: sentence_anchor(at),
            span: sentence.citation.span,
            after: sentence.entries.iter().map(|&at| pill(frame, plan, at)).collect(),
        })
        .collect();
    let raw_html = plan.story.source.settings.raw_html;
    body::render(frame, &article.text, article.folder(), &marks, raw_html)
}

/// The way back from a sentence to its entry.
fn pill(frame: &Frame<'_>, plan: &StoryPlan, index: usize) -> String {
    let entry = entry::link(frame, plan, index);
    let event = [("headline", Argument::Text(&entry.headline))];
    format!(
        " <a class=\"back\" href=\"{}\"><span class=\"vh\">{} </span>{}</a>",
        html::escape(&entry.url),
        html::escape(&frame.words.with("event-named", &event)),
        html::escape(&entry.when.text),
    )
}

fn quotes(
    frame: &Frame<'_>,
    plan: &StoryPlan,
    cited: &BTreeMap<usize, Cited<'_>>,
) -> Vec<view::ArticleQuote> {
    let quotes = cited.iter().filter_map(|(&at, sentence)| {
        Some(view::ArticleQuote {
            anchor: sentence_anchor(at),
            quote: entry::quote(frame, plan, sentence.citation, "")?,
            entry: entry::link(frame, plan, *sentence.entries.first()?),
        })
    });
    quotes.collect()
}
