//! How a story was made: what was read, found, used, merged and left out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{content::StoryPlan, view, words::Argument},
    View,
    frame::Frame,
};
use crate::{
    settings::Articles,
    story::{
        Entry,
        coverage::{self, Unused},
    },
    temporal::rules,
};

/// Up to how many articles a story lists the expressions that it did not use.
const LISTED_ARTICLES: usize = 300;
/// How many of them an article lists.
const LISTED_EXPRESSIONS: usize = 20;

/// How long, in characters, the beginning of a sentence is that was not used.
const LONGEST_SENTENCE: usize = 140;

/// The page "how this was made".
pub(super) fn view(frame: &Frame<'_>, story: usize) -> View {
    let plan = &frame.content.stories[story];
    let about = frame.story(plan);
    let story = &plan.story;
    let mentions: usize = story.entries.iter().map(|entry| entry.all_citations().count()).sum();
    let lists_unused = story.source.articles.len() <= LISTED_ARTICLES;
    let made = view::Made {
        articles: story.source.articles.len(),
        sentences: story.readings.iter().map(|reading| reading.tagged.sentences.len()).sum(),
        expressions: story.readings.iter().map(|reading| reading.tagged.timexes.len()).sum(),
        mentions: mentions + story.left_out.len(),
        entries: story.entries.len(),
        merged: mentions.saturating_sub(story.entries.len()),
        left_out: story.left_out.len(),
        min_confidence: percent(story.source.settings.min_confidence),
        decisions: story.rulings.len(),
        rules: rules(plan),
        read: read(frame, plan, lists_unused),
        lists_unused,
    };
    let title = [("title", Argument::Text(&about.title))];
    let page = view::Page {
        description: Some(frame.words.text("made-about")),
        ..frame.page(frame.words.with("made-of", &title))
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
    let citations = plan.story.entries.iter().flat_map(Entry::all_citations);
    for rule in citations.filter_map(|citation| citation.rule) {
        *counts.entry(rule).or_default() += 1;
    }
    let mut rules: Vec<_> = counts
        .into_iter()
        .map(|(name, count)| view::RuleUse { name, about: about(name), count })
        .collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.count));
    rules
}

/// What a rule reads, without how it finds what is left unsaid.
fn about(name: &'static str) -> &'static str {
    let rule = rules::ALL.iter().find(|rule| rule.name == name);
    let about = rule.map_or(name, |rule| rule.about);
    about.split([';', ':']).next().unwrap_or(about).trim_end_matches('.')
}

/// The sentences of each article that stand in the timeline.
fn used_sentences(plan: &StoryPlan) -> Vec<BTreeSet<usize>> {
    let mut used = vec![BTreeSet::new(); plan.story.source.articles.len()];
    for citation in plan.story.entries.iter().flat_map(Entry::all_citations) {
        if let (Some(of_article), Some(sentence)) =
            (used.get_mut(citation.article), citation.sentence)
        {
            of_article.insert(sentence);
        }
    }
    used
}

fn read(frame: &Frame<'_>, plan: &StoryPlan, lists_unused: bool) -> Vec<view::ArticleRead> {
    let whole = plan.story.source.settings.articles == Articles::Full;
    let confidential = coverage::confidential(&plan.story);
    let mut unused: BTreeMap<usize, Vec<Unused<'_>>> = BTreeMap::new();
    for sentence in coverage::unused(&plan.story) {
        if !confidential.contains(&(sentence.article, sentence.sentence)) {
            unused.entry(sentence.article).or_default().push(sentence);
        }
    }
    let articles = plan.story.source.articles.iter();
    let read = articles.zip(&plan.story.readings).zip(used_sentences(plan)).enumerate();
    let rows = read.map(|(at, ((article, reading), used))| {
        let idle = unused.remove(&at).unwrap_or_default();
        let listed = if lists_unused { LISTED_EXPRESSIONS } else { 0 };
        view::ArticleRead {
            source: frame.source(plan, article, None, None),
            expressions: reading.tagged.timexes.len(),
            used: used.len(),
            unused: idle.iter().take(listed).map(|it| unused_view(frame, it, whole)).collect(),
            more_unused: idle.len().saturating_sub(listed),
        }
    });
    rows.collect()
}

/// Of articles that are not published whole, only the expressions are shown.
fn unused_view(frame: &Frame<'_>, unused: &Unused<'_>, whole: bool) -> view::Unused {
    view::Unused {
        text: unused.expression.to_owned(),
        value: unused.value.clone(),
        date: unused.when.map(|when| frame.dates.when(when)),
        why: unused.why.words(),
        sentence: whole.then(|| shortened(unused.quote)),
    }
}

/// The beginning of a sentence, to a word's end.
fn shortened(sentence: &str) -> String {
    let Some((end, _)) = sentence.char_indices().nth(LONGEST_SENTENCE) else {
        return sentence.to_owned();
    };
    let end = sentence[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", sentence[..end].trim_end())
}
