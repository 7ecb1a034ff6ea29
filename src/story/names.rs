//! Names as written in, the people of an entry out: `Johnson` is `Alice Marie Johnson` where the
//! article, or else the story, knows one person of that name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::{
    mention::Mention,
    words::{split, split_adjoining},
};
use crate::load::Article;

/// Full names by the short forms that lead to them.
type Forms = BTreeMap<String, String>;

/// The people of a story.
#[derive(Debug, Default)]
pub(super) struct People {
    by_article: BTreeMap<usize, Forms>,
    in_story: Forms,
    /// Names that the desk changed.
    renamed: Forms,
    /// Names that the desk took out.
    dropped: BTreeSet<String>,
    /// Last words of names that some article uses for somebody else before it gives the name in full:
    /// `President Trump …, Ivanka Trump`. Alone, they are nobody's short form.
    shared: BTreeSet<String>,
}

impl People {
    /// Learns every name of a story.
    pub(super) fn new(mentions: &[Mention], articles: &[Article]) -> Self {
        let mut names: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for mention in mentions {
            names.entry(mention.citation.article).or_default().extend(tidy(&mention.people));
        }
        for (at, article) in articles.iter().enumerate() {
            names.entry(at).or_default().extend(tidy(&article.people));
        }
        let run_on = run_on(&names);
        let whole = |name: &&String| !run_on.contains_key(*name);
        let mut in_story = full_names(&names.values().flatten().filter(whole).cloned().collect());
        for (name, meant) in run_on {
            let full = in_story.get(&meant).cloned().unwrap_or(meant);
            in_story.insert(name, full);
        }
        let by_article = names.iter().map(|(&at, names)| (at, full_names(names))).collect();
        let names_in_full = by_last_word(in_story.values().collect::<BTreeSet<_>>().into_iter());
        let shared = articles
            .par_iter()
            .flat_map_iter(|article| shared_last_words(article, &names_in_full))
            .collect();
        Self { by_article, in_story, shared, ..Self::default() }
    }

    /// The desk says that `person` is `full`, even if it has dropped one of these names before. False
    /// if the story does not have the name.
    pub(super) fn rename(&mut self, person: &str, full: &str) -> bool {
        let known = self.knows(person);
        self.dropped.remove(person);
        self.dropped.remove(full);
        self.renamed.insert(person.into(), full.into());
        known
    }

    /// The desk says that `name` is not a person of this story. False if the story does not have it.
    pub(super) fn drop(&mut self, name: &str) -> bool {
        self.dropped.insert(name.into());
        self.knows(name) || self.renamed.values().any(|full| full == name)
    }

    /// Every name, as written or in full.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.in_story.keys().map(String::as_str)
    }

    fn knows(&self, name: &str) -> bool {
        self.in_story.contains_key(name)
    }

    /// The people of a mention by their full names: those it names, and those its article is about
    /// whom the sentence names.
    pub(super) fn of(&self, mention: &Mention, articles: &[Article]) -> Vec<String> {
        let at = mention.citation.article;
        let words: Vec<_> = split_adjoining(&mention.citation.quote).collect();
        let about =
            articles[at].people.iter().filter(|it| self.named_in(&words, &mention.people, it));
        let written = tidy(&mention.people).chain(tidy(about));
        written.filter_map(|name| self.full(at, &name)).collect()
    }

    /// Whether a sentence has the name in full, or its last word where that is nobody else's: not
    /// behind another capital (`John Smith` is not Jane), unless that is the title of someone whom
    /// the sentence is `known` to name by the last word. For places, use [`has_all`].
    fn named_in(&self, sentence: &[(&str, bool)], known: &[String], person: &str) -> bool {
        let words: Vec<_> = split(person).collect();
        let Some(last) = words.last() else { return false };
        let own = last.chars().count() > 1 && !self.shared.contains(*last);
        let titled = known.iter().any(|name| name == last);
        let anothers = |before: &str| {
            before.starts_with(char::is_uppercase) && !words.contains(&before) && !titled
        };
        let alone = |at: usize| {
            let (word, adjoins) = sentence[at];
            word == *last && !(adjoins && anothers(sentence[at - 1].0))
        };
        let plain: Vec<_> = sentence.iter().map(|&(word, _)| word).collect();
        has_run(&plain, &words) || (own && (0..sentence.len()).any(alone))
    }

    /// The full name, in the desk's form; `None` if the desk has taken it out.
    fn full(&self, article: usize, name: &str) -> Option<String> {
        let by_article = self.by_article.get(&article).and_then(|forms| forms.get(name));
        let longer = by_article.map_or(name, String::as_str);
        let longer = self.in_story.get(longer).map_or(longer, String::as_str);
        let known = if self.shared.contains(name) { name } else { longer };
        let decided = self.renamed.get(name).or_else(|| self.renamed.get(known));
        let full = decided.map_or(known, String::as_str);
        let dropped = [name, known, full].into_iter().any(|name| self.dropped.contains(name));
        (!dropped).then(|| full.to_owned())
    }
}

/// Names of several words by their last.
type ByLastWord<'n> = HashMap<&'n str, Vec<Vec<&'n str>>>;

fn by_last_word<'n>(names: impl Iterator<Item = &'n String>) -> ByLastWord<'n> {
    let mut by_last = ByLastWord::new();
    for name in names {
        let words: Vec<&str> = split(name).collect();
        if let [_, .., last] = words[..] {
            by_last.entry(last).or_default().push(words);
        }
    }
    by_last
}

/// The last words that `article` uses without the rest of a name before it gives the name in full.
fn shared_last_words(article: &Article, names: &ByLastWord<'_>) -> Vec<String> {
    let prose = article.document.passages.iter().filter(|passage| passage.kind.tells_events());
    let words: Vec<&str> = prose.flat_map(|passage| split(&passage.text)).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut shared = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(names) = names.get(word).filter(|_| seen.insert(word)) else { continue };
        let later = |name: &Vec<&str>| !words[..=at].ends_with(name) && has_run(&words, name);
        if names.iter().any(later) {
            shared.push((*word).to_owned());
        }
    }
    shared
}

/// Whether a sentence has the words of `name` in a row.
pub(super) fn has_all(sentence: &str, name: &str) -> bool {
    has_run(&split(sentence).collect::<Vec<_>>(), &split(name).collect::<Vec<_>>())
}

fn has_run(sentence: &[&str], words: &[&str]) -> bool {
    !words.is_empty() && sentence.windows(words.len()).any(|run| run == words)
}

/// Names with single spaces, none of them empty.
pub(super) fn tidy<'n>(
    names: impl IntoIterator<Item = &'n String>,
) -> impl Iterator<Item = String> {
    let single_spaces = |name: &String| name.split_whitespace().collect::<Vec<_>>().join(" ");
    names.into_iter().map(single_spaces).filter(|name| !name.is_empty())
}

/// The longest name that each name is short for, if no other could be meant.
fn full_names(names: &BTreeSet<String>) -> Forms {
    let words: Vec<Vec<&str>> = names.iter().map(|name| name.split(' ').collect()).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, words) in words.iter().enumerate() {
        for word in words {
            having.entry(word).or_default().push(at);
        }
    }
    let full = |(at, name): (usize, &String)| {
        let last = words[at].last().and_then(|last| having.get(last));
        let longer: Vec<_> = last
            .into_iter()
            .flatten()
            .map(|&other| &words[other])
            .filter(|other| short_for(&words[at], other))
            .collect();
        (name.clone(), only_one(&longer).unwrap_or_else(|| name.clone()))
    };
    names.iter().enumerate().map(full).collect()
}

/// How many times rarer a name must be than the one it begins with to be a slip of the text.
const RARER: usize = 3;

/// Names that only a lost stop has made: `Ann Lee Harbour Bank` in one article, where many have
/// `Ann Lee`. Each with the name that is meant.
fn run_on(names: &BTreeMap<usize, BTreeSet<String>>) -> Forms {
    let mut articles: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.values().flatten() {
        *articles.entry(name).or_default() += 1;
    }
    let meant = |(name, count): (&&str, &usize)| {
        let ends = name.match_indices(' ').map(|(end, _)| &name[..end]).skip(1);
        let often = |short: &&str| articles.get(short).is_some_and(|of| *of > count * RARER);
        let short = ends.filter(often).last()?;
        Some(((*name).to_owned(), short.to_owned()))
    };
    articles.iter().filter_map(meant).collect()
}

/// The longest of `names`, if all others are short for it.
fn only_one(names: &[&Vec<&str>]) -> Option<String> {
    let longest = names.iter().max_by_key(|name| name.len())?;
    let one = names.iter().all(|name| name == longest || short_for(name, longest));
    one.then(|| longest.join(" "))
}

/// Whether `short` leaves out words of `long`: the last word alone, or several in their order. A
/// first name alone may be anyone's, and who has one initial lacks none: `George W. Bush` is not
/// `George H. W. Bush`.
fn short_for(short: &[&str], long: &[&str]) -> bool {
    let mut rest = long.iter();
    let in_order = short.iter().all(|word| rest.any(|other| other == word));
    let enough = short.len() > 1 || short.last() == long.last();
    let initials = |name: &[&str]| name.iter().filter(|word| is_initial(word)).count();
    let same_initials = initials(short) == 0 || initials(short) == initials(long);
    short.len() < long.len() && in_order && enough && same_initials
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_become_full_names() {
        for (names, short, full) in [
            (
                &["Johnson", "Alice Johnson", "Alice Marie Johnson"][..],
                "Johnson",
                "Alice Marie Johnson",
            ),
            (
                &["Johnson", "Alice Johnson", "Alice Marie Johnson"],
                "Alice Johnson",
                "Alice Marie Johnson",
            ),
            (&["Trump", "Donald Trump", "Ivanka Trump"], "Trump", "Trump"),
            (&["Kim Kardashian", "Kim Kardashian West"], "Kim Kardashian", "Kim Kardashian West"),
            (&["George W. Bush", "George H. W. Bush"], "George W. Bush", "George W. Bush"),
            (&["George W. Bush", "George H. W. Bush", "George Bush"], "George Bush", "George Bush"),
            (&["John Kennedy", "John F. Kennedy"], "John Kennedy", "John F. Kennedy"),
            (&["Alice", "Alice Marie Johnson"], "Alice", "Alice"),
            (&["Johnson"], "Johnson", "Johnson"),
        ] {
            let names = names.iter().map(ToString::to_string).collect();
            assert_eq!(full_names(&names)[short], full);
        }
    }

    #[test]
    fn a_name_that_ran_on_is_the_one_that_others_have() {
        let article = |at: usize| {
            let name = if at == 7 { "Ann Lee Harbour" } else { "Ann Lee" };
            (at, BTreeSet::from([name.to_owned()]))
        };
        let meant = run_on(&(0..8).map(article).collect());
        assert_eq!(meant, Forms::from([("Ann Lee Harbour".into(), "Ann Lee".into())]));
        assert_eq!(run_on(&(5..8).map(article).collect()), Forms::new());
    }

    #[test]
    fn a_last_name_behind_another_given_name_is_somebody_else() {
        let people = People::default();
        for (sentence, known, expected) in [
            ("Jane Smith was arrested", &[][..], true),
            ("Police arrested Smith", &[], true),
            ("Police arrested John Smith", &[], false),
            ("John Smith was arrested", &["John Smith"], false),
            ("In Leeds, Smith was arrested", &[], true),
            ("Police arrested Mayor Smith", &["Smith"], true),
            ("John Smith met Smith", &[], true),
        ] {
            let words: Vec<_> = split_adjoining(sentence).collect();
            let known: Vec<_> = known.iter().map(ToString::to_string).collect();
            assert_eq!(people.named_in(&words, &known, "Jane Smith"), expected, "{sentence}");
        }
    }
}
