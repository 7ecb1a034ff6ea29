//! The home page of a site with several stories: a row for each, the newest first.

use super::{
    super::{Scope, content::StoryPlan, view},
    View, body,
    frame::Frame,
};

/// The box in which the density of a story is drawn.
const WIDTH: usize = 120;
const HEIGHT: usize = 40;
const BAR: usize = 4;

/// The home page.
pub(super) fn view(frame: &Frame<'_>) -> View {
    let page = view::Page {
        alternates: frame.feed(Scope::Site, &frame.content.title()).into_iter().collect(),
        ..frame.page(frame.content.title())
    };
    let introduction = body::introduction(frame, frame.content.home.as_ref(), "");
    View::new("home.html", page)
        .with("stories", &stories(frame))
        .with_body("introduction", introduction)
}

/// All stories, the one with the newest article first.
pub(super) fn stories(frame: &Frame<'_>) -> Vec<view::Story> {
    let mut plans: Vec<&StoryPlan> = frame.content.stories.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.updated));
    let stories =
        plans.into_iter().map(|plan| view::Story { density: density(plan), ..frame.story(plan) });
    stories.collect()
}

/// How the entries lie in time: bars from the first year to the last, as the data of an SVG path.
fn density(plan: &StoryPlan) -> Option<String> {
    let at: Vec<i64> = plan
        .story
        .entries
        .iter()
        .map(|entry| entry.when.first_day())
        .map(|day| i64::from(day.year()) * 12 + i64::from(day.month()) - 1)
        .collect();
    let (first, last) = (*at.iter().min()?, *at.iter().max()?);
    let bars = WIDTH / BAR;
    let mut counts = vec![0_usize; bars];
    for month in at {
        let share = (month - first) * i64::try_from(bars - 1).ok()? / (last - first).max(1);
        counts[usize::try_from(share).ok()?.min(bars - 1)] += 1;
    }
    let most = counts.iter().copied().max()?.max(1);
    let drawn = counts.iter().enumerate().filter(|&(_, &count)| count > 0).map(|(bar, count)| {
        let height = (count * HEIGHT).div_ceil(most).max(BAR);
        format!("M{} {HEIGHT}v-{height}h{}v{height}z", bar * BAR, BAR - 1)
    });
    Some(drawn.collect())
}
