//! How a story was made: what was read, found, used, merged and left out, and what the editors decided.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        content::{StoryPlan, all_citations},
        view,
    },
    View, entry,
    frame::Frame,
};
use crate::story::desk::{Change, Ruling};

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
        decisions: decisions(frame, plan),
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

/// The decisions that were applied, each with the entry that it is about.
fn decisions(frame: &Frame<'_>, plan: &StoryPlan) -> Vec<view::Decision> {
    let rulings = &plan.story.rulings;
    if rulings.is_empty() {
        return Vec::new();
    }
    let entries = plan.story.entries.iter().enumerate();
    let by_id: BTreeMap<&str, usize> = entries.map(|(at, it)| (it.id.as_str(), at)).collect();
    let link = |id: &String| Some(entry::link(frame, plan, *by_id.get(id.as_str())?));
    rulings.iter().map(|ruling| decision(frame, ruling, &link)).collect()
}

fn decision(
    frame: &Frame<'_>,
    ruling: &Ruling,
    link: &dyn Fn(&String) -> Option<view::EntryLink>,
) -> view::Decision {
    let date = |when| frame.dates.when(when);
    let untitled = |title: &String| view::Link { title: title.clone(), url: None };
    let titled =
        |entry: view::EntryLink| view::Link { title: entry.headline, url: Some(entry.url) };
    let (before, after, parts) = match &ruling.change {
        Change::Retitled { from, to } | Change::Renamed { from, to } => {
            (Some(from.clone()), Some(to.clone()), Vec::new())
        }
        Change::Redated { from, to } => (Some(date(*from)), Some(date(*to)), Vec::new()),
        Change::Noted(text) => (None, Some(text.clone()), Vec::new()),
        Change::Merged(headlines) => (None, None, headlines.iter().map(untitled).collect()),
        Change::Split(out) => (None, None, out.iter().filter_map(link).map(titled).collect()),
        Change::Hidden | Change::Approved | Change::Pinned | Change::Dropped => {
            (None, None, Vec::new())
        }
    };
    view::Decision {
        verb: ruling.change.verb(),
        entry: ruling.entry.as_ref().and_then(link),
        before,
        after,
        parts,
        on: ruling.on.map(|day| frame.date(day)),
        why: ruling.why.clone(),
    }
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

#[cfg(test)]
mod tests {
    use crate::{
        render::{
            fixture::{moon, project},
            plan,
        },
        story::{
            Story,
            desk::{Change, Ruling},
        },
        temporal::value::When,
    };

    fn page(story: Story) -> String {
        let site = plan(project(None, vec![story])).value;
        let page = site.render("moon/how-it-was-made/index.html").expect("a story has one");
        assert_eq!(page.diagnostics, []);
        String::from_utf8(page.value.bytes).expect("pages are text")
    }

    /// The items of the list of decisions, with single spaces and without markup.
    fn decisions(story: Story) -> Vec<String> {
        let page = page(story);
        let (_, list) = page.split_once("<h2>Decisions of the editors</h2>").expect("a list");
        let (list, _) = list.split_once("</ul>").expect("its end");
        let items = list.split("<li>").skip(1).map(|item| {
            let text = item.split('<').map(|it| it.split_once('>').map_or(it, |(_, it)| it));
            text.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        });
        items.collect()
    }

    #[test]
    fn every_decision_is_told_in_words() {
        let date = |edtf| When::from_edtf(edtf).expect("a date");
        let mut story = moon();
        let rulings = [
            (Change::Hidden, None),
            (Change::Approved, Some("1966-probe")),
            (Change::Pinned, Some("1966-probe")),
            (
                Change::Retitled { from: "A <b>probe</b>".into(), to: "The probe".into() },
                Some("1966-probe"),
            ),
            (Change::Redated { from: date("1966"), to: date("1966-21") }, Some("1966-probe")),
            (Change::Noted("In the Ocean of Storms.".into()), Some("1966-probe")),
            (Change::Merged(vec!["One".into(), "Two".into()]), Some("1966-probe")),
            (Change::Split(Some("1959-capsule".into())), Some("1966-probe")),
            (Change::Split(None), Some("1966-probe")),
            (Change::Renamed { from: "B. Aldrin".into(), to: "Buzz Aldrin".into() }, None),
            (Change::Dropped, None),
        ];
        story.rulings = rulings
            .into_iter()
            .map(|(change, entry)| Ruling {
                change,
                entry: entry.map(Into::into),
                on: None,
                why: None,
            })
            .collect();
        story.rulings[0].on = Some(jiff::civil::date(2018, 6, 20));
        story.rulings[0].why = Some("private".into());
        let probe = "The first probe came down softly:";
        assert_eq!(
            decisions(story),
            [
                "An entry was hidden by the editor private, 20 June 2018".to_owned(),
                format!("{probe} approved by the editor"),
                format!("{probe} made a key event by the editor"),
                format!(
                    "{probe} headline changed by the editor: “A &lt;b&gt;probe&lt;/b&gt;” → “The probe”"
                ),
                format!("{probe} date corrected by the editor: 1966 → spring 1966"),
                format!("{probe} note added by the editor: In the Ocean of Storms."),
                format!("{probe} told as one entry by the editor: “One”, “Two”"),
                format!("{probe} divided by the editor; “Work on a capsule began” stands alone"),
                format!("{probe} divided by the editor"),
                "“B. Aldrin” is named as “Buzz Aldrin” by the editor".to_owned(),
                "A name was taken out by the editor".to_owned(),
            ]
        );
    }

    #[test]
    fn a_story_without_decisions_does_not_mention_any() {
        assert!(!page(moon()).contains("Decisions of the editors"));
    }
}
