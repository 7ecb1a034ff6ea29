//! Names from the command line in, the story they belong to and its ids and quotes out.

use std::collections::BTreeSet;

use dateline::{
    diag::Error,
    story::{
        Story,
        desk::{Action, Register},
    },
};

use crate::cli::events;

/// A decision, complete but for day and reason.
#[derive(Debug)]
pub(super) struct Target {
    /// The index of the story.
    pub(super) story: usize,
    /// What is decided.
    pub(super) action: Action,
    /// The sentence of each event.
    pub(super) quotes: Vec<String>,
}

/// What is decided about the event with this id or alias, also `STORY/ID`, published or not.
pub(super) fn event(
    stories: &[Story],
    name: &str,
    action: impl FnOnce(String) -> Action,
) -> Result<Target, Error> {
    let Found { story, id, quote } = find(&registers(stories), stories, name)?;
    Ok(Target { story, action: action(id), quotes: vec![quote] })
}

/// An event of a story.
struct Found {
    /// The index of the story.
    story: usize,
    id: String,
    quote: String,
}

/// The events of a merge; they must belong to one story.
pub(super) fn events(stories: &[Story], names: &[String]) -> Result<Target, Error> {
    let registers = registers(stories);
    let found: Vec<Found> =
        names.iter().map(|name| find(&registers, stories, name)).collect::<Result<_, _>>()?;
    let all: BTreeSet<usize> = found.iter().map(|it| it.story).collect();
    if all.len() > 1 {
        let list: Vec<_> = found.iter().map(|it| full_name(stories, it.story, &it.id)).collect();
        let message = format!("{} are events of several stories", list.join(" and "));
        return Err(Error::refusal(message).hint("only events of one story can be merged"));
    }
    let story = all.first().copied().unwrap_or_default();
    let (ids, quotes) = found.into_iter().map(|it| (it.id, it.quote)).unzip();
    Ok(Target { story, action: Action::Merge(ids), quotes })
}

/// The story that knows a name: the one that is `wanted`, or the only one that does.
pub(super) fn person(
    stories: &[Story],
    name: &str,
    wanted: Option<&str>,
    action: Action,
) -> Result<Target, Error> {
    if let Some(slug) = wanted.filter(|slug| stories.iter().all(|it| it.source.slug != **slug)) {
        let slugs = stories.iter().map(|story| story.source.slug.as_str());
        return Err(Error::unknown("story", slug, slugs, "stories are the folders of `content`"));
    }
    let registers = registers(stories);
    let considered = || {
        let all = stories.iter().zip(&registers).enumerate();
        all.filter(|(_, (story, _))| wanted.is_none_or(|slug| story.source.slug == slug))
    };
    let with_name: Vec<usize> = considered()
        .filter(|(_, (_, register))| register.people.contains(name))
        .map(|(at, _)| at)
        .collect();
    match with_name[..] {
        [story] => Ok(Target { story, action, quotes: Vec::new() }),
        [] => {
            let names = considered().flat_map(|(_, (_, register))| &register.people);
            let names = names.map(String::as_str);
            Err(Error::unknown("person", name, names, "write the name as an article has it"))
        }
        _ => {
            let slugs: Vec<_> =
                with_name.iter().map(|&at| format!("`{}`", stories[at].source.slug)).collect();
            let message = format!("several stories know `{name}`: {}", slugs.join(", "));
            Err(Error::refusal(message).hint("name one of them with --story"))
        }
    }
}

fn registers(stories: &[Story]) -> Vec<Register> {
    stories.iter().map(Register::of).collect()
}

fn find(registers: &[Register], stories: &[Story], name: &str) -> Result<Found, Error> {
    let (slug, id) = match name.rsplit_once('/') {
        Some((slug, id)) => (Some(slug), id),
        None => (None, name),
    };
    let considered = || {
        let all = stories.iter().zip(registers).enumerate();
        all.filter(|(_, (story, _))| slug.is_none_or(|slug| story.source.slug == slug))
    };
    let found: Vec<Found> = considered()
        .filter_map(|(story, (_, register))| {
            let (id, quote) = register.quotes.get_key_value(id)?;
            Some(Found { story, id: id.clone(), quote: quote.clone() })
        })
        .collect();
    if found.len() > 1 {
        let names: Vec<_> = found.iter().map(|it| full_name(stories, it.story, id)).collect();
        let message = format!("`{id}` is an event of several stories");
        return Err(Error::refusal(message).hint(format!("write {}", names.join(" or "))));
    }
    found.into_iter().next().ok_or_else(|| {
        let ids = considered().flat_map(|(_, (_, register))| register.quotes.keys());
        Error::unknown("event", name, ids.map(String::as_str), events::IDS)
    })
}

fn full_name(stories: &[Story], story: usize, id: &str) -> String {
    format!("`{}/{id}`", stories[story].source.slug)
}
