//! The id of an event that is not there in, the events that may be meant out.

use std::collections::BTreeMap;

/// How many events are named.
const MOST: usize = 3;

/// How alike two ids must be (Levenshtein) to take one for a slip of the other.
const ALIKE: f64 = 0.7;

/// No id is longer than this; to compare a longer text would only take time.
const LONGEST_ID: usize = 200;

/// The events that may be meant, in words: those with an id like `id`, then those of `alike` (mentions
/// whose quotes are like that of the decision), then those of its date. Each is named once, by its
/// `owner`.
pub(super) fn candidates(
    id: &str,
    alike: &[usize],
    ids: &BTreeMap<&str, usize>,
    owner: impl Fn(usize) -> usize,
) -> Option<String> {
    let names: BTreeMap<usize, &str> = ids.iter().map(|(&id, &mention)| (mention, id)).collect();
    let quoted = alike.iter().filter_map(|mention| Some((*names.get(mention)?, *mention)));
    let all = spelled(id, ids).into_iter().chain(quoted).chain(dated(id, ids));
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (name, mention) in all {
        if found.len() < MOST && found.iter().all(|&(_, event)| event != owner(mention)) {
            found.push((name, owner(mention)));
        }
    }
    let names: Vec<_> = found.iter().map(|(name, _)| format!("`{name}`")).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) })
}

/// Ids of the same years that are spelled alike, the likest first.
fn spelled<'a>(id: &'a str, ids: &'a BTreeMap<&'a str, usize>) -> Vec<(&'a str, usize)> {
    if id.len() > LONGEST_ID {
        return Vec::new();
    }
    let likeness = |(name, mention)| (strsim::normalized_levenshtein(id, name), name, mention);
    let beginning = id.get(..4).unwrap_or(id);
    let mut likely: Vec<_> = beginning_with(beginning, ids)
        .map(likeness)
        .filter(|&(likeness, ..)| likeness >= ALIKE)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    likely.into_iter().map(|(_, name, mention)| (name, mention)).collect()
}

/// Ids of the same date.
fn dated<'a>(id: &'a str, ids: &'a BTreeMap<&'a str, usize>) -> Vec<(&'a str, usize)> {
    let end = id.find(|c: char| c != '-' && !c.is_ascii_digit()).unwrap_or(id.len());
    let date = id[..end].trim_end_matches('-');
    if date.is_empty() {
        return Vec::new();
    }
    let same = |name: &str| matches!(name.as_bytes().get(date.len()), None | Some(b'-'));
    beginning_with(date, ids).filter(|&(name, _)| same(name)).collect()
}

fn beginning_with<'a>(
    beginning: &'a str,
    ids: &'a BTreeMap<&'a str, usize>,
) -> impl Iterator<Item = (&'a str, usize)> {
    let from = ids.range(beginning..).map(|(&name, &mention)| (name, mention));
    from.take_while(move |(name, _)| name.starts_with(beginning))
}
