//! How a story was made: what was read, found, used, merged and left out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        content::{StoryPlan, all_citations},
        view,
    },
    View,
    frame::Frame,
};

/// Up to how many articles a story lists the expressions that it did not use.
const LISTED_ARTICLES: usize = 300;
/// How many of them an article lists.
const LISTED_EXPRESSIONS: usize = 20;

/// The page "how this was made".
pub(super) fn view(frame: &Frame<'_>, story: usize) -> View {
    let plan = &frame.content.stories[story];
    let about = frame.story(plan);
    let story = &plan.story;
    let mentions: usize = story.entries.iter().map(|entry| all_citations(entry).count()).sum();
    let lists_unused = story.source.articles.len() <= LISTED_ARTICLES;
    let made = view::Made {
        articles: story.source.articles.len(),
        sentences: story.readings.iter().map(|reading| reading.tagged.sentences.len()).sum(),
        expressions: story.readings.iter().map(|reading| reading.tagged.timexes.len()).sum(),
        mentions: mentions + story.left_out,
        entries: story.entries.len(),
        merged: mentions.saturating_sub(story.entries.len()),
        left_out: story.left_out,
        min_confidence: percent(story.source.settings.min_confidence),
        rules: rules(plan),
        read: read(frame, plan, lists_unused),
        lists_unused,
    };
    let page = view::Page {
        description: Some(format!("How the timeline “{}” was made", about.title)),
        ..frame.page(format!("How “{}” was made", about.title))
    };
    View::new("made.html", page).with("story", &about).with("made", &made)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies in 0 to 100")]
fn percent(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

/// The rules that dated citations, the busiest first.
fn rules(plan: &StoryPlan) -> Vec<view::RuleUse> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let citations = plan.story.entries.iter().flat_map(all_citations);
    for rule in citations.filter_map(|citation| citation.rule) {
        *counts.entry(rule).or_default() += 1;
    }
    let mut rules: Vec<_> =
        counts.into_iter().map(|(name, count)| view::RuleUse { name, count }).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.count));
    rules
}

/// The sentences of each article that stand in the timeline.
fn used_sentences(plan: &StoryPlan) -> Vec<BTreeSet<usize>> {
    let mut used = vec![BTreeSet::new(); plan.story.source.articles.len()];
    for citation in plan.story.entries.iter().flat_map(all_citations) {
        if let (Some(of_article), Some(sentence)) =
            (used.get_mut(citation.article), citation.sentence)
        {
            of_article.insert(sentence);
        }
    }
    used
}

fn read(frame: &Frame<'_>, plan: &StoryPlan, lists_unused: bool) -> Vec<view::ArticleRead> {
    let articles = plan.story.source.articles.iter();
    let read = articles.zip(&plan.story.readings).zip(used_sentences(plan));
    let rows = read.map(|((article, reading), used)| {
        let timexes = &reading.tagged.timexes;
        let idle: Vec<_> = timexes.iter().filter(|t| !used.contains(&t.sentence)).collect();
        let listed = if lists_unused { LISTED_EXPRESSIONS } else { 0 };
        let unused = idle.iter().take(listed).filter_map(|timex| {
            let passage = article.document.passages.get(timex.passage)?;
            let text = passage.text.get(timex.span.clone())?.to_owned();
            Some(view::Unused { text, value: timex.value.timex_value() })
        });
        view::ArticleRead {
            source: frame.source(plan, article, None, None),
            expressions: timexes.len(),
            used: used.len(),
            unused: unused.collect(),
            more_unused: idle.len().saturating_sub(listed),
        }
    });
    rows.collect()
}
