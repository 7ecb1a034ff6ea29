//! A headline in, what the grammar of its language says about it out.
//!
//! The words are those of the language's lexicon; of a language without one nothing is known, and what
//! frequency tells must do.

use super::words::BRIEF;
use crate::{
    load::Article,
    temporal::lexicon::{
        self,
        prose::{Prose, Role, Roles},
    },
};

/// The grammars of a story's languages.
#[derive(Debug, Default)]
pub(super) struct Grammars(Vec<(&'static str, Prose)>);

impl Grammars {
    /// Makes those ready in which `articles` are written.
    pub(super) fn new(articles: &[Article]) -> Self {
        let mut grammars = Self::default();
        for lexicon in articles.iter().filter_map(|article| lexicon::find(&article.language)) {
            if grammars.0.iter().all(|(code, _)| *code != lexicon.code) {
                grammars.0.push((lexicon.code, Prose::new(&lexicon.prose)));
            }
        }
        grammars
    }

    /// The grammar of an article's language, if it has a lexicon.
    pub(super) fn of(&self, article: &Article) -> Option<&Prose> {
        let code = lexicon::find(&article.language)?.code;
        self.0.iter().find(|(of, _)| *of == code).map(|(_, prose)| prose)
    }

    /// Whether a word may deny what an article says. Of a language without a lexicon, only that such words
    /// are short is known.
    pub(super) fn may_deny(&self, word: &str, article: &Article) -> bool {
        match self.of(article) {
            Some(prose) => prose.roles(word).has(Role::Negation),
            None => word.chars().count() <= BRIEF,
        }
    }
}

/// A headline without the clause that says when or why: `The spill began after a rig exploded` tells of
/// the spill.
pub(super) fn main_clause<'h>(headline: &'h str, prose: &Prose) -> &'h str {
    let depends = |(at, word): &(usize, &str)| *at > 0 && opens_clause(prose.roles(bare(word)));
    let pieces = headline.split_inclusive(char::is_whitespace).enumerate();
    let length = pieces.take_while(|piece| !depends(piece)).map(|(_, word)| word.len()).sum();
    headline[..length].trim_end()
}

/// The headline of a plan as it would be told when it has come true: `The Senate to vote on the bill` as `The Senate
/// voted on the bill`; none where it has no infinitive of a plan. Of the forms that a verb may have, `knows` finds one
/// that the story has.
pub(super) fn fulfilled(
    headline: &str,
    prose: &Prose,
    knows: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let words: Vec<&str> = headline.split_whitespace().collect();
    let mark = words.iter().skip(1).position(|&word| word == prose.words.planned)? + 1;
    let verb = words.get(mark + 1).copied()?;
    // `The firm hopes to sell`: that it hopes has come true.
    let of_verb = [Role::Intention, Role::Prospective, Role::Past, Role::Participle, Role::Present];
    if prose.roles(words[mark - 1]).any(&of_verb) {
        return None;
    }
    let past = if prose.is(verb, Role::Be) {
        prose.words.passive.0.to_owned()
    } else {
        prose.past_forms(verb).into_iter().find(|past| knows(past))?
    };
    Some([&words[..mark], &[past.as_str()], &words[mark + 2..]].concat().join(" "))
}

/// Whether a headline tells that something does not take place: `The Senate cancelled its vote`.
pub(super) fn calls_off(headline: &str, prose: &Prose) -> bool {
    let off = [Role::Cancelling, Role::Negation];
    headline.split_whitespace().any(|word| prose.roles(bare(word)).any(&off))
}

/// `He joined as a clerk` goes on: what compares need open no clause.
fn opens_clause(roles: Roles) -> bool {
    roles.any(&[Role::Subordinator, Role::Onset]) && !roles.has(Role::Comparison)
}

/// Whether a headline opens with a word for what was named before: `They met`, `His ship sank`.
pub(super) fn points_back(headline: &str, prose: &Prose) -> bool {
    let first = headline.split_whitespace().next().map(bare);
    // `US ships left`
    let initials = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    first.is_some_and(|word| {
        !initials(word) && prose.roles(word).any(&[Role::Pronoun, Role::Possessive])
    })
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Prose {
        Prose::new(&lexicon::find("en").expect("English has a lexicon").prose)
    }

    #[test]
    fn a_clause_of_time_or_reason_is_left_out() {
        for (headline, expected) in [
            ("The strike began after the mill had closed", "The strike began"),
            ("No train has left Leeds since the bridge fell", "No train has left Leeds"),
            ("The mill began as a barn", "The mill began as a barn"),
            ("When the bridge fell", "When the bridge fell"),
            ("", ""),
        ] {
            assert_eq!(main_clause(headline, &english()), expected);
        }
    }

    #[test]
    fn a_plan_is_told_as_it_comes_true() {
        let story = ["voted", "met", "stopped", "carried"];
        let knows = |word: &str| story.contains(&word);
        for (headline, expected) in [
            ("The Senate to vote on the bill", Some("The Senate voted on the bill")),
            ("Bell to meet Moor", Some("Bell met Moor")),
            ("The ferry to stop", Some("The ferry stopped")),
            ("The ferry to carry cars", Some("The ferry carried cars")),
            ("The bridge to be closed", Some("The bridge was closed")),
            ("The ferry to London sails", None),
            ("The firm hopes to stop", None),
            ("The Senate votes", None),
        ] {
            assert_eq!(fulfilled(headline, &english(), &knows).as_deref(), expected);
        }
    }

    #[test]
    fn who_was_named_before_is_not_named() {
        for (headline, expected) in [
            ("They met in Leeds", true),
            ("Its bridge fell", true),
            ("The bridge fell", false),
            ("Leeds lost its bridge", false),
            ("US engineers built the bridge", false),
        ] {
            assert_eq!(points_back(headline, &english()), expected, "{headline}");
        }
    }
}
