//! Names as written in, the people of an entry out: `Johnson` is `Alice Marie Johnson` where the
//! article, or else the story, knows one person of that name.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

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
    /// Full names whose last word articles mostly use for somebody else before they give them:
    /// `President Trump …, Ivanka Trump`. That word alone is not short for them.
    namesakes: BTreeSet<String>,
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
        let mut articles_with: BTreeMap<String, usize> = BTreeMap::new();
        for name in names.values().flatten().filter(|name| !run_on.contains_key(*name)) {
            *articles_with.entry(name.clone()).or_default() += 1;
        }
        let namesakes = namesakes(articles, articles_with.keys());
        let mut in_story = full_names(&articles_with, &namesakes);
        for (name, meant) in run_on {
            let full = in_story.get(&meant).cloned().unwrap_or(meant);
            in_story.insert(name, full);
        }
        let once = |names: &BTreeSet<String>| names.iter().map(|name| (name.clone(), 1)).collect();
        let forms = |names| full_names(&once(names), &namesakes);
        let by_article = names.iter().map(|(&at, names)| (at, forms(names))).collect();
        Self { by_article, in_story, namesakes, ..Self::default() }
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

    /// Whether an article has the name.
    pub(super) fn knows(&self, name: &str) -> bool {
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
        let own = last.chars().count() > 1 && !self.namesakes.contains(person);
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
        let decided = self.renamed.get(name).or_else(|| self.renamed.get(longer));
        let full = decided.map_or(longer, String::as_str);
        let dropped = [name, longer, full].into_iter().any(|name| self.dropped.contains(name));
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

/// How many articles must give a name in full first for each that does not, if its last word is to be
/// its short form: a caption or a headline may stand before the full name.
const INTRODUCED: usize = 3;

/// The full names that articles seldom introduce before they use the last word alone.
fn namesakes<'n>(
    articles: &[Article],
    names: impl Iterator<Item = &'n String>,
) -> BTreeSet<String> {
    let by_last = by_last_word(names);
    let introductions: Vec<_> =
        articles.par_iter().flat_map_iter(|article| introductions(article, &by_last)).collect();
    let mut counts: BTreeMap<&[&str], (usize, usize)> = BTreeMap::new();
    for (name, first) in introductions {
        let (before, behind) = counts.entry(name).or_default();
        *(if first { before } else { behind }) += 1;
    }
    let seldom = |&(_, &(before, behind)): &(&&[&str], &(usize, usize))| {
        behind > 0 && before < behind * INTRODUCED
    };
    counts.iter().filter(seldom).map(|(name, _)| name.join(" ")).collect()
}

/// The names that `article` gives in full, each with whether it does so before it uses the last word alone.
fn introductions<'n>(
    article: &'n Article,
    names: &'n ByLastWord<'n>,
) -> Vec<(&'n [&'n str], bool)> {
    let prose = article.document.passages.iter().filter(|passage| passage.kind.tells_events());
    let words: Vec<&str> = prose.flat_map(|passage| split(&passage.text)).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut introductions = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(names) = names.get(word).filter(|_| seen.insert(word)) else { continue };
        let given = names.iter().filter(|name| has_run(&words, name));
        introductions.extend(given.map(|name| (&name[..], words[..=at].ends_with(name))));
    }
    introductions
}

/// Whether a sentence has the words of `name` in a row.
pub(super) fn has_all(sentence: &str, name: &str) -> bool {
    has_run(&split(sentence).collect::<Vec<_>>(), &split(name).collect::<Vec<_>>())
}

fn has_run(sentence: &[&str], words: &[&str]) -> bool {
    !words.is_empty() && sentence.windows(words.len()).any(|run| run == words)
}

/// Takes out of the places of mentions what is none.
pub(super) fn drop_no_places(mentions: &mut [Mention]) {
    let none = no_places(mentions);
    for mention in mentions {
        mention.places.retain(|place| !none.contains(place));
    }
}

/// What is called a place in fewer of the sentences that name it, one of so many, is none.
const SELDOM_A_PLACE: usize = 33;

/// The names that sentences take for places, in a turn of phrase, and that most use for something else:
/// `at Acme` does not make a company a place.
fn no_places(mentions: &[Mention]) -> BTreeSet<String> {
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for place in mentions.iter().flat_map(|mention| tidy(&mention.places)) {
        *called.entry(place).or_default() += 1;
    }
    let mut by_first: HashMap<&str, Vec<(Vec<&str>, &str)>> = HashMap::new();
    for place in called.keys() {
        let words: Vec<&str> = split(place).collect();
        if let Some(&first) = words.first() {
            by_first.entry(first).or_default().push((words, place));
        }
    }
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in mentions {
        let words: Vec<&str> = split(&mention.citation.quote).collect();
        let begins = |at: usize| {
            let rest = &words[at..];
            let here = by_first.get(words[at]).into_iter().flatten();
            here.filter(move |(place, _)| rest.starts_with(place)).map(|&(_, place)| place)
        };
        for place in (0..words.len()).flat_map(begins).collect::<BTreeSet<_>>() {
            *named.entry(place).or_default() += 1;
        }
    }
    let seldom = |(place, called): &(&String, &usize)| {
        named.get(place.as_str()).is_some_and(|named| *named > *called * SELDOM_A_PLACE)
    };
    called.iter().filter(seldom).map(|(place, _)| place.clone()).collect()
}

/// Names with single spaces, none of them empty.
pub(super) fn tidy<'n>(
    names: impl IntoIterator<Item = &'n String>,
) -> impl Iterator<Item = String> {
    let single_spaces = |name: &String| name.split_whitespace().collect::<Vec<_>>().join(" ");
    names.into_iter().map(single_spaces).filter(|name| !name.is_empty())
}

/// In how many times more articles than all others of a name somebody must be to be meant by it.
const BETTER_KNOWN: usize = 5;

/// The longest name that each name is short for, if no other could be meant; names come with the number
/// of articles that have them. The last word of one of the `namesakes` is not short for it.
fn full_names(names: &BTreeMap<String, usize>, namesakes: &BTreeSet<String>) -> Forms {
    let counts: Vec<usize> = names.values().copied().collect();
    let all: Vec<&String> = names.keys().collect();
    let words: Vec<Vec<&str>> = all.iter().map(|name| name.split(' ').collect()).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, words) in words.iter().enumerate() {
        for word in words {
            having.entry(word).or_default().push(at);
        }
    }
    let full = |(at, name): (usize, &String)| {
        let last = words[at].last().and_then(|last| having.get(last));
        let meant = |&&other: &&usize| {
            let alone = words[at].len() == 1;
            short_for(&words[at], &words[other]) && !(alone && namesakes.contains(all[other]))
        };
        let longer: Vec<_> = last
            .into_iter()
            .flatten()
            .filter(meant)
            .map(|&other| (&words[other], counts[other]))
            .collect();
        (name.clone(), best_known(&longer).unwrap_or_else(|| name.clone()))
    };
    all.iter().copied().enumerate().map(full).collect()
}

/// The longest form of the one whom most articles mean by a name, if few mean others.
fn best_known(names: &[(&Vec<&str>, usize)]) -> Option<String> {
    let (most, _) = names.iter().max_by_key(|(name, count)| (*count, Reverse(*name)))?;
    let is_form =
        |name: &Vec<&str>| name == *most || short_for(name, most) || short_for(most, name);
    let (own, others): (Vec<_>, Vec<_>) = names.iter().partition(|(name, _)| is_form(name));
    let sum = |names: &[(&Vec<&str>, usize)]| names.iter().map(|(_, count)| count).sum::<usize>();
    let known = others.is_empty() || sum(&own) >= sum(&others) * BETTER_KNOWN;
    let forms: Vec<_> = own.iter().map(|(name, _)| *name).collect();
    only_one(&forms).filter(|_| known)
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
        let short = ends.filter(often).last().or_else(|| before_capitals(name))?;
        Some(((*name).to_owned(), short.to_owned()))
    };
    articles.iter().filter_map(meant).collect()
}

/// A name of two words or more without the capitals behind it, which are a body's or a head line's: `Ann
/// Lee ABC`.
fn before_capitals(name: &str) -> Option<&str> {
    let (short, last) = name.rsplit_once(' ').filter(|(short, _)| short.contains(' '))?;
    let capitals =
        |word: &str| word.chars().count() > 1 && !word.contains(|c: char| !c.is_uppercase());
    let numeral = last.chars().all(|c| "IVX".contains(c));
    (capitals(last) && !numeral && !short.split(' ').any(capitals)).then_some(short)
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
            let names = names.iter().map(|name| ((*name).to_owned(), 1)).collect();
            assert_eq!(full_names(&names, &BTreeSet::new())[short], full);
        }
    }

    #[test]
    fn a_last_name_is_that_of_the_best_known() {
        let full = |known: usize, namesakes: &[&str]| {
            let names = [("Bell", 9), ("Anna Bell", known), ("Carl Bell", 2)];
            let names = names.map(|(name, count)| (name.to_owned(), count)).into();
            let namesakes = namesakes.iter().map(ToString::to_string).collect();
            full_names(&names, &namesakes)["Bell"].clone()
        };
        assert_eq!(full(9, &[]), "Bell");
        assert_eq!(full(10, &[]), "Anna Bell");
        assert_eq!(full(2, &["Carl Bell"]), "Anna Bell");
    }

    #[test]
    fn what_is_called_a_place_once_in_many_sentences_is_none() {
        use super::super::testing::Builder;
        let tells = |story: Builder, at: usize| {
            let sentence = format!("Acme opened mill {at} [on May {}] near Leeds.", 1 + at % 28);
            let story = story.tells(
                &format!("2020-05-{:02}", 1 + at % 28),
                "Acme opened a mill",
                &sentence,
            );
            story.event(|event| {
                event.places = vec!["Leeds".into()];
                if at == 0 {
                    event.places.push("Acme".into());
                }
            })
        };
        let places = |sentences: usize| {
            let article = Builder::new().article("s/a", "2020-06-01");
            let story = (0..sentences).fold(article, tells).story();
            story.entries.into_iter().flat_map(|it| it.places).collect::<BTreeSet<_>>()
        };
        assert_eq!(places(10), BTreeSet::from(["Acme".to_owned(), "Leeds".to_owned()]));
        assert_eq!(places(40), BTreeSet::from(["Leeds".to_owned()]));
    }

    #[test]
    fn capitals_behind_a_name_are_no_part_of_it() {
        for (name, expected) in [
            ("Ann Lee ABC", Some("Ann Lee")),
            ("Ann Lee III", None),
            ("ANN MARY LEE", None),
            ("Ann LEE", None),
        ] {
            assert_eq!(before_capitals(name), expected);
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
