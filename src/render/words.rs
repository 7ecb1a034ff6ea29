//! The words of the theme: a file per language in, what a page says in one of them out.
//!
//! ```text
//! embedded words/*.yaml ◂ the site's templates/words/*.yaml ── read ──▶ Dictionary ── in_language ──▶ Words ── say ──▶ text
//! ```
//!
//! A file maps keys to messages. A message is a text with names in braces (`How “{title}” was made`), or a
//! map from the plural categories of [CLDR](https://cldr.unicode.org/index/cldr-spec/plural-rules) to such
//! texts, chosen by `n`. The site's own file stands over the theme's key by key; what a language lacks
//! is said in English.

use std::{collections::BTreeMap, sync::Arc};

use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::{
    diag::{Diagnostic, Warned, nearest},
    load::node::{self, Content, Node},
    source::{Source, Span},
};

/// The language in which everything is said that another one lacks.
const FALLBACK: &str = "en";

/// Where the files stand, below `templates/`.
const FOLDER: &str = "words/";

/// The theme's own files, by language.
const EMBEDDED: &[(&str, &str)] = &[
    ("ar", include_str!("../../templates/words/ar.yaml")),
    ("de", include_str!("../../templates/words/de.yaml")),
    ("en", include_str!("../../templates/words/en.yaml")),
    ("es", include_str!("../../templates/words/es.yaml")),
    ("fr", include_str!("../../templates/words/fr.yaml")),
];

/// Whether a template is a file of words.
pub(super) fn is_file_of_words(name: &str) -> bool {
    language_of(name).is_some()
}

fn language_of(name: &str) -> Option<&str> {
    let name = name.strip_prefix("templates/").unwrap_or(name);
    name.strip_prefix(FOLDER)?.strip_suffix(".yaml")
}

/// A message: one text, or one for each plural category that the language tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Message {
    Text(String),
    Plural(Vec<(PluralCategory, String)>),
}

type Messages = BTreeMap<String, Message>;

impl Message {
    #[cfg(test)]
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::Plural(forms) => forms.iter().map(|(_, text)| text.as_str()).collect(),
        }
    }

    /// The text for a plural category.
    fn form(&self, category: Option<PluralCategory>) -> &str {
        let forms = match self {
            Self::Text(text) => return text,
            Self::Plural(forms) => forms,
        };
        let of = |wanted| forms.iter().find(|(category, _)| *category == wanted);
        let form = category.and_then(of).or_else(|| of(PluralCategory::Other));
        form.map_or("", |(_, text)| text)
    }
}

fn category_for(rules: Option<&PluralRules>, n: i64) -> Option<PluralCategory> {
    rules.map(|rules| rules.category_for(n))
}

/// All words, by language.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    languages: BTreeMap<String, Messages>,
}

impl Dictionary {
    /// Reads the theme's files with the site's own over them.
    pub(super) fn new(own: &[Arc<Source>]) -> Warned<Self> {
        let mut diagnostics = Vec::new();
        let mut languages: BTreeMap<String, Messages> = BTreeMap::new();
        for &(language, text) in EMBEDDED {
            let source = Arc::new(Source::new(format!("templates/{FOLDER}{language}.yaml"), text));
            languages.insert(language.to_owned(), read(&source, &mut diagnostics));
        }
        for source in own {
            let Some(language) = language_of(source.name()) else { continue };
            let messages = read(source, &mut diagnostics);
            diagnostics.extend(unused(source, &messages, &languages, own));
            languages.entry(language.to_owned()).or_default().extend(messages);
        }
        Warned::with(Self { languages }, diagnostics)
    }

    /// The words of a page in the language of a BCP 47 tag: of the tag itself, else of the language
    /// without its region, else English.
    pub(super) fn in_language(&self, tag: &str) -> Words {
        let candidates = [tag, tag.split('-').next().unwrap_or_default(), FALLBACK];
        let known = candidates.into_iter().find(|&tag| self.languages.contains_key(tag));
        let known = known.unwrap_or(FALLBACK);
        let mut messages = self.languages.get(FALLBACK).cloned().unwrap_or_default();
        for language in [known.split('-').next().unwrap_or_default(), known] {
            messages.extend(self.languages.get(language).cloned().unwrap_or_default());
        }
        // A page in a language without words is English to its last date.
        let is_fallback = known == FALLBACK && !tag.starts_with(FALLBACK);
        let tag = if is_fallback { FALLBACK } else { tag };
        Words::new(tag, messages)
    }

    /// Whether there are words for the language of a tag.
    pub(super) fn knows(&self, tag: &str) -> bool {
        let primary = tag.split('-').next().unwrap_or_default();
        self.languages.contains_key(tag) || self.languages.contains_key(primary)
    }
}

/// Reads a file of words; what is no message in it is reported and left out.
fn read(source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Messages {
    let whole = Span { start: 0, end: source.text().len() };
    let tree = match node::yaml(source, whole, diagnostics) {
        Ok(tree) => tree,
        Err(fault) => {
            diagnostics.push(fault);
            return Messages::new();
        }
    };
    let Content::Map(entries) = &tree.content else {
        diagnostics.push(
            Diagnostic::error("words", "a file of words maps keys to texts")
                .at(source, tree.span)
                .hint("write lines like `skip: Skip to content`"),
        );
        return Messages::new();
    };
    let mut messages = Messages::new();
    for entry in entries {
        match message(&entry.value) {
            Ok(message) => drop(messages.insert(entry.key.clone(), message)),
            Err((fault, at)) => diagnostics.push(
                Diagnostic::error("words", format!("`{}`: {fault}", entry.key))
                    .at(source, at)
                    .hint("write a text, or a text for each of `one`, `other` and the other plurals of the language"),
            ),
        }
    }
    messages
}

fn message(node: &Node) -> Result<Message, (String, Span)> {
    let text = |node: &Node| match &node.content {
        Content::Scalar { text, .. } => Ok(text.clone()),
        _ => Err((format!("expected a text, found {}", node.describe()), node.span)),
    };
    let Content::Map(forms) = &node.content else { return text(node).map(Message::Text) };
    let mut plural = Vec::new();
    for form in forms {
        let Some(category) = category(&form.key) else {
            return Err((format!("`{}` is no plural category", form.key), form.key_span));
        };
        plural.push((category, text(&form.value)?));
    }
    let has_other = plural.iter().any(|(category, _)| *category == PluralCategory::Other);
    if !has_other {
        return Err(("the plural `other` is missing".to_owned(), node.span));
    }
    Ok(Message::Plural(plural))
}

/// The plural categories by their names in CLDR, which browsers use too.
const CATEGORIES: [(PluralCategory, &str); 6] = [
    (PluralCategory::Zero, "zero"),
    (PluralCategory::One, "one"),
    (PluralCategory::Two, "two"),
    (PluralCategory::Few, "few"),
    (PluralCategory::Many, "many"),
    (PluralCategory::Other, "other"),
];

fn category(name: &str) -> Option<PluralCategory> {
    CATEGORIES.iter().find(|(_, known)| *known == name).map(|(category, _)| *category)
}

fn name_of(category: PluralCategory) -> &'static str {
    CATEGORIES.iter().find(|(known, _)| *known == category).map_or("other", |(_, name)| name)
}

/// Keys of a site's file that look like slips of the theme's, and that no template of the site says.
fn unused(
    source: &Arc<Source>,
    messages: &Messages,
    known: &BTreeMap<String, Messages>,
    own: &[Arc<Source>],
) -> Option<Diagnostic> {
    let theme = known.get(FALLBACK)?;
    let is_said =
        |key: &String| own.iter().any(|template| template.text().contains(&format!("\"{key}\"")));
    let slips: Vec<String> = messages
        .keys()
        .filter(|key| !theme.contains_key(*key) && !is_said(key))
        .filter_map(|key| {
            let meant = nearest(key, theme.keys().map(String::as_str))?;
            Some(format!("`{key}` (is `{meant}` meant?)"))
        })
        .collect();
    (!slips.is_empty()).then(|| {
        let message = format!("the theme does not say {}", slips.join(", "));
        Diagnostic::warning("words", message).at(source, Span { start: 0, end: 0 })
    })
}

/// A value that stands in a message.
#[derive(Debug, Clone, Copy)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Number(i64),
}

/// What the pages in one language say.
#[derive(Debug)]
pub(crate) struct Words {
    tag: String,
    locale: Locale,
    messages: Messages,
    plurals: Option<PluralRules>,
    ordinals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
}

impl Words {
    fn new(tag: &str, messages: Messages) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        Self {
            tag: tag.to_owned(),
            messages,
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            ordinals: PluralRules::try_new_ordinal((&locale).into()).ok(),
            numbers: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok(),
            locale,
        }
    }

    /// The language in which they are, a BCP 47 tag.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// The language in which they are.
    pub(super) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The direction in which they are written: `ltr` or `rtl`.
    pub(super) fn direction(&self) -> String {
        self.text("direction")
    }

    /// A number as the language writes it: `1,500`.
    pub(super) fn number(&self, number: i64) -> String {
        let formatted = self.numbers.as_ref().map(|it| it.format(&number.into()).to_string());
        formatted.unwrap_or_else(|| number.to_string())
    }

    /// A message of the theme without anything in it.
    pub(super) fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message of the theme that counts.
    pub(super) fn count(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", Argument::Number(i64::try_from(n).unwrap_or(i64::MAX)))])
    }

    /// A message of the theme. That the theme has each key that its pages name is tested.
    pub(super) fn with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.say(key, arguments).unwrap_or_else(|_| key.to_owned())
    }

    /// A message with its arguments.
    ///
    /// # Errors
    ///
    /// A key that no file has: what is wrong, with the nearest one.
    pub(super) fn say(
        &self,
        key: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<String, String> {
        let message = self.message(key)?;
        let number = arguments.iter().find_map(|&(name, value)| match value {
            Argument::Number(n) if name == "n" => Some(n),
            _ => None,
        });
        let category = number.and_then(|n| category_for(self.plurals.as_ref(), n));
        Ok(self.fill(message.form(category), arguments))
    }

    /// A message as it is written, for a script that knows its numbers later: JSON of the text of each
    /// plural category, of `other` alone where it does not count.
    ///
    /// # Errors
    ///
    /// A key that no file has, as above.
    pub(super) fn forms(&self, key: &str) -> Result<String, String> {
        let forms: BTreeMap<&str, &str> = match self.message(key)? {
            Message::Text(text) => BTreeMap::from([("other", text.as_str())]),
            Message::Plural(forms) => {
                forms.iter().map(|(category, text)| (name_of(*category), text.as_str())).collect()
            }
        };
        serde_json::to_string(&forms).map_err(|error| error.to_string())
    }

    fn message(&self, key: &str) -> Result<&Message, String> {
        self.messages.get(key).ok_or_else(|| {
            match nearest(key, self.messages.keys().map(String::as_str)) {
                Some(meant) => format!("there are no words `{key}`; is `{meant}` meant?"),
                None => format!("there are no words `{key}`"),
            }
        })
    }

    /// A message of the theme in its form for so many, whatever stands in it.
    pub(super) fn of_number(
        &self,
        key: &str,
        n: i64,
        arguments: &[(&str, Argument<'_>)],
    ) -> String {
        self.formed(key, category_for(self.plurals.as_ref(), n), arguments)
    }

    /// A message of the theme in its form for the first, the second and so on: `20th century`.
    pub(super) fn of_ordinal(
        &self,
        key: &str,
        n: i64,
        arguments: &[(&str, Argument<'_>)],
    ) -> String {
        self.formed(key, category_for(self.ordinals.as_ref(), n), arguments)
    }

    fn formed(
        &self,
        key: &str,
        category: Option<PluralCategory>,
        arguments: &[(&str, Argument<'_>)],
    ) -> String {
        let message = self.messages.get(key);
        message.map_or(key.to_owned(), |it| self.fill(it.form(category), arguments))
    }

    /// Puts the arguments in the place of their names in braces.
    fn fill(&self, text: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                rest = &rest[before.len()..];
                break;
            };
            match arguments.iter().find(|(known, _)| *known == name) {
                Some((_, Argument::Text(text))) => out.push_str(text),
                Some(&(_, Argument::Number(number))) => out.push_str(&self.number(number)),
                None => out.extend(["{", name, "}"]),
            }
            rest = after;
        }
        out + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, text: &str) -> (Words, Vec<Diagnostic>) {
        let source = Source::new(format!("templates/words/{language}.yaml"), text);
        let warned = Dictionary::new(&[Arc::new(source)]);
        (warned.value.in_language(language), warned.diagnostics)
    }

    #[test]
    fn the_embedded_words_have_no_fault() {
        assert_eq!(Dictionary::new(&[]).diagnostics, []);
    }

    #[test]
    fn each_language_says_the_same_keys() {
        let dictionary = Dictionary::new(&[]).value;
        let english: Vec<&String> = dictionary.languages[FALLBACK].keys().collect();
        for (language, messages) in &dictionary.languages {
            assert_eq!(messages.keys().collect::<Vec<_>>(), english, "{language}");
        }
    }

    #[test]
    fn what_stands_in_braces_is_named_alike_in_each_language() {
        let of_text = |text: &str| {
            let parts = text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0));
            // The number of a century is there in two ways.
            let names = parts.map(|name| if name == "roman" { "n" } else { name }.to_owned());
            names.collect::<Vec<_>>()
        };
        let names = |message: &Message| -> std::collections::BTreeSet<String> {
            message.texts().into_iter().flat_map(of_text).collect()
        };
        let dictionary = Dictionary::new(&[]).value;
        for (language, messages) in &dictionary.languages {
            for (key, message) in &dictionary.languages[FALLBACK] {
                assert_eq!(names(&messages[key]), names(message), "{language}: {key}");
            }
        }
    }

    #[test]
    fn each_language_has_all_its_plural_forms() {
        let dictionary = Dictionary::new(&[]).value;
        let of_ordinals = ["date-century", "date-day-of-month"];
        for (language, messages) in &dictionary.languages {
            let locale: Locale = language.parse().unwrap();
            let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
            // French and Spanish tell millions apart, which no site counts.
            let counted = [0_usize, 1, 2, 3, 11, 100].map(|n| rules.category_for(n));
            for (key, message) in messages {
                let Message::Plural(forms) = message else { continue };
                let lacks = |it: &&PluralCategory| !forms.iter().any(|(known, _)| known == *it);
                let missing: Vec<_> = counted.iter().filter(lacks).collect();
                let expected = of_ordinals.contains(&key.as_str()) || missing.is_empty();
                assert!(expected, "{language}: `{key}` lacks {missing:?}");
            }
        }
    }

    #[test]
    fn french_signs_stand_after_no_break_spaces() {
        let dictionary = Dictionary::new(&[]).value;
        for (key, message) in &dictionary.languages["fr"] {
            for text in message.texts() {
                let loose = [" :", " ;", " ?", " !", " %", " »", "« "]
                    .iter()
                    .find(|it| text.contains(**it));
                assert_eq!(loose, None, "`{key}`: {text}");
            }
        }
    }

    #[test]
    fn the_form_follows_the_plural_rules_of_the_language() {
        let arabic = "events:\n  zero: لا\n  one: واحد\n  two: اثنان\n  few: قليل {n}\n  many: كثير {n}\n  other: آخر {n}\n";
        let (words, faults) = words("ar", arabic);
        assert_eq!(faults, []);
        let said: Vec<String> = [0, 1, 2, 3, 11, 100].map(|n| words.count("events", n)).to_vec();
        let heads: Vec<&str> = said.iter().map(|it| it.split(' ').next().unwrap()).collect();
        assert_eq!(heads, ["لا", "واحد", "اثنان", "قليل", "كثير", "آخر"]);
    }

    #[test]
    fn a_script_gets_all_forms() {
        let words = Dictionary::new(&[]).value.in_language("en");
        let events = r#"{"one":"{n} event","other":"{n} events"}"#;
        assert_eq!(words.forms("events").as_deref(), Ok(events));
        assert_eq!(words.forms("people").as_deref(), Ok(r#"{"other":"People"}"#));
        assert!(words.forms("peeple").is_err());
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let dictionary = Dictionary::new(&[]).value;
        assert_eq!(dictionary.in_language("en-GB").number(1_500), "1,500");
        assert_eq!(dictionary.in_language("en-IN").number(1_500_000), "15,00,000");
        let (swiss, _) = words("de-CH", "skip: Weiter");
        assert_eq!(swiss.number(15_000), "15'000");
    }

    #[test]
    fn arguments_stand_where_their_names_do() {
        let (words, faults) = words("en", "own-greeting: \"{who}, {who} and {n} of {nobody} {\"");
        assert_eq!(faults, []);
        let arguments = [("who", Argument::Text("{n}")), ("n", Argument::Number(2_000))];
        assert_eq!(words.with("own-greeting", &arguments), "{n}, {n} and 2,000 of {nobody} {");
    }

    #[test]
    fn an_unknown_key_is_a_fault_that_names_the_nearest() {
        let words = Dictionary::new(&[]).value.in_language("en");
        let fault = words.say("skipp", &[]).unwrap_err();
        assert_eq!(fault, "there are no words `skipp`; is `skip` meant?");
        assert_eq!(words.say("Ω", &[]).unwrap_err(), "there are no words `Ω`");
    }

    #[test]
    fn a_site_says_some_things_in_its_own_words() {
        let (words, faults) = words("en", "skip: To the news");
        assert_eq!((words.text("skip").as_str(), faults.len()), ("To the news", 0));
        assert_ne!(words.text("menu"), "menu");
    }

    #[test]
    fn a_key_that_a_template_of_the_site_says_is_no_slip() {
        let words = Source::new("templates/words/en.yaml", "skip-it: Over\nskippp: On");
        let template = Source::new("templates/page.html", "{{ \"skip-it\" | say }}");
        let faults = Dictionary::new(&[Arc::new(words), Arc::new(template)]).diagnostics;
        let messages: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(messages, ["the theme does not say `skippp` (is `skip` meant?)"]);
    }

    #[test]
    fn a_language_that_lacks_words_says_them_in_english() {
        let (words, _) = words("it", "skip: Vai al contenuto");
        assert_eq!(words.text("skip"), "Vai al contenuto");
        assert_eq!(words.text("direction"), "ltr");
        assert_eq!(Dictionary::new(&[]).value.in_language("xx").tag(), "en");
    }

    #[test]
    fn faults_have_their_place() {
        for (text, message, column) in [
            ("events: { one: x }", "`events`: the plural `other` is missing", 9),
            ("events: { ones: x }", "`events`: `ones` is no plural category", 11),
            ("skip: [a]", "`skip`: expected a text, found a list", 7),
            ("- a", "a file of words maps keys to texts", 1),
            ("skippp: a", "the theme does not say `skippp` (is `skip` meant?)", 1),
        ] {
            let (_, faults) = words("en", text);
            assert_eq!(faults.len(), 1, "{text}: {faults:?}");
            assert_eq!(faults[0].message, message);
            let place = faults[0].place.as_ref().unwrap();
            assert_eq!(place.source.line_and_column(place.span.start), (1, column), "{text}");
        }
    }
}
