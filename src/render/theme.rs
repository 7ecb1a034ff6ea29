//! The theme: the templates and files embedded in the program, a site's own standing over them.
//!
//! ```text
//! embedded templates ◂ the site's templates ── parse ──▶ Theme ── view, template, words ──▶ HTML
//! ```
//!
//! There is one engine for each language in which pages are: it knows the words of that language as
//! the filter `say`, which parts of pages can use that see nothing of the page but what they are given.
//!
//! What goes wrong in a template is a diagnostic with the template's file, line and column.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::{
    dates::Dates,
    words::{self, Argument, Dictionary, Words},
};
use crate::{
    diag::{Diagnostic, Warned},
    source::{Source, Span},
};

macro_rules! embedded {
    ($include:ident, $folder:literal: $($path:literal),* $(,)?) => {
        &[$(($path, $include!(concat!("../../", $folder, "/", $path)))),*]
    };
}

/// The theme's templates, by path below `templates/`.
pub(super) const TEMPLATES: &[(&str, &str)] = embedded!(include_str, "templates":
    "404.html",
    "article.html",
    "base.html",
    "components/accounts.html",
    "components/card.html",
    "components/claims.html",
    "components/entry.html",
    "components/facts.html",
    "components/quote.html",
    "components/rail.html",
    "components/source.html",
    "components/story_foot.html",
    "components/timeline.html",
    "components/topics.html",
    "components/view.html",
    "components/when.html",
    "corrections.html",
    "embed.html",
    "event.html",
    "home.html",
    "made.html",
    "page.html",
    "redirect.html",
    "search.html",
    "story.html",
    "topic.html",
    "topics.html",
);

/// The theme's files, by path below `static/`, which is their path in the site.
pub(crate) const FILES: &[(&str, &[u8])] = embedded!(include_bytes, "static":
    "favicon.svg",
    "fonts/dateline-serif-LICENSE.txt",
    "fonts/dateline-serif.woff2",
    "search.js",
    "timeline.js",
);

/// The templates of a site, parsed, and the words of the languages in which its pages are.
pub(crate) struct Theme {
    /// By language tag.
    languages: BTreeMap<String, Language>,
    sources: BTreeMap<String, Arc<Source>>,
}

/// The templates in one language.
struct Language {
    tera: Tera,
    words: Arc<Words>,
    dates: Dates,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("templates", &self.sources.keys()).finish_non_exhaustive()
    }
}

impl Theme {
    /// Parses the theme with `own` templates over it, for pages in `languages` (BCP 47 tags). A template
    /// that cannot be parsed is reported and left out, so that one run reports them all.
    pub(crate) fn new(own: &[Arc<Source>], languages: &BTreeSet<&str>) -> Warned<Self> {
        let mut diagnostics = Vec::new();
        let (tera, sources) = parse(own).unpack(&mut diagnostics);
        let dictionary = Dictionary::new(own).unpack(&mut diagnostics);
        diagnostics.extend(languages.iter().filter_map(|tag| without_words(&dictionary, tag)));
        let languages = languages.iter().map(|&tag| {
            let words = Arc::new(dictionary.in_language(tag));
            let tera = speaking(tera.clone(), &words);
            (tag.to_owned(), Language { tera, dates: Dates::new(Arc::clone(&words)), words })
        });
        Warned::with(Self { languages: languages.collect(), sources }, diagnostics)
    }

    /// The words of one of its languages.
    ///
    /// # Panics
    ///
    /// For a language that it was not made for.
    pub(crate) fn words(&self, language: &str) -> &Words {
        &self.languages[language].words
    }

    /// How dates are shown in one of its languages.
    ///
    /// # Panics
    ///
    /// For a language that it was not made for.
    pub(crate) fn dates(&self, language: &str) -> &Dates {
        &self.languages[language].dates
    }

    /// Renders `template` for the page at `page`, in one of its languages.
    ///
    /// # Panics
    ///
    /// For a language that it was not made for.
    pub(crate) fn render(
        &self,
        template: &str,
        view: &Context,
        page: &str,
        language: &str,
    ) -> Result<String, Diagnostic> {
        self.languages[language].tera.render(template, view).map_err(|error| {
            let faults = Fault::all_of(&error);
            let diagnostic = faults.first().map(|fault| fault.diagnostic(&self.sources));
            diagnostic
                .unwrap_or_else(|| Diagnostic::error("template", error.to_string()))
                .note(format!("while the page `{page}` was rendered"))
        })
    }
}

/// Parses the embedded templates with `own` over them. A template that cannot be parsed is reported and
/// left out.
fn parse(own: &[Arc<Source>]) -> Warned<(Tera, BTreeMap<String, Arc<Source>>)> {
    let mut sources: BTreeMap<String, Arc<Source>> = TEMPLATES
        .iter()
        .map(|&(path, text)| {
            (path.to_owned(), Arc::new(Source::new(format!("templates/{path}"), text)))
        })
        .collect();
    let templates = own.iter().filter(|source| !words::is_file_of_words(source.name()));
    sources.extend(templates.map(|source| (template_name(source), Arc::clone(source))));
    let mut diagnostics = Vec::new();
    loop {
        let mut tera =
            speaking(Tera::default(), &Arc::new(Dictionary::default().in_language("en")));
        let texts = sources.iter().map(|(path, source)| (path.as_str(), source.text()));
        let Err(error) = tera.add_raw_templates(texts) else {
            return Warned::with((tera, sources), diagnostics);
        };
        let faults = Fault::all_of(&error);
        diagnostics.extend(faults.iter().map(|fault| fault.diagnostic(&sources)));
        if !fall_back(&mut sources, &faults) {
            // What is wrong cannot be laid to one template: the embedded theme alone is sound.
            let bare = || (Tera::default(), BTreeMap::new());
            let embedded = if own.is_empty() { bare() } else { parse(&[]).value };
            return Warned::with(embedded, diagnostics);
        }
    }
}

/// The engine with the filters that know a language.
fn speaking(mut tera: Tera, words: &Arc<Words>) -> Tera {
    let of_filter = Arc::clone(words);
    tera.register_filter("say", move |key: &str, values: Kwargs, _: &State<'_>| {
        say(&of_filter, key, &values)
    });
    let of_filter = Arc::clone(words);
    tera.register_filter("number", move |number: i64, _: Kwargs, _: &State<'_>| {
        of_filter.number(number)
    });
    let of_filter = Arc::clone(words);
    tera.register_filter("forms", move |key: &str, _: Kwargs, _: &State<'_>| {
        of_filter.forms(key).map_err(tera::Error::message)
    });
    tera
}

/// `{{ "events" | say(n=3) }}`: a message with its arguments.
fn say(words: &Words, key: &str, values: &Kwargs) -> TeraResult<String> {
    let values: Vec<(String, Value)> =
        values.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
    let arguments: Vec<(&str, Argument<'_>)> = values
        .iter()
        .map(|(name, value)| {
            let argument = match (value.as_i64(), value.as_str()) {
                (Some(number), _) => Argument::Number(number),
                (None, text) => Argument::Text(text.unwrap_or_default()),
            };
            (name.as_str(), argument)
        })
        .collect();
    words.say(key, &arguments).map_err(tera::Error::message)
}

/// The warning that pages in this language will speak English.
fn without_words(dictionary: &Dictionary, language: &str) -> Option<Diagnostic> {
    (!dictionary.knows(language)).then(|| {
        let message =
            format!("the theme has no words in the language `{language}`: its pages speak English");
        let primary = language.split('-').next().unwrap_or_default();
        Diagnostic::warning("words", message).hint(format!(
            "translate `en.yaml` of the theme's words into `templates/words/{primary}.yaml`"
        ))
    })
}

/// The name by which templates know a template: its path below `templates/`.
fn template_name(source: &Source) -> String {
    source.name().strip_prefix("templates/").unwrap_or(source.name()).to_owned()
}

/// Puts the embedded template in the place of each faulty one, or none; whether anything changed.
fn fall_back(sources: &mut BTreeMap<String, Arc<Source>>, faults: &[Fault]) -> bool {
    let mut changed = false;
    for name in faults.iter().filter_map(|fault| fault.template.as_deref()) {
        let embedded = TEMPLATES.iter().find(|(path, _)| *path == name);
        let is_embedded = |source: &Arc<Source>| embedded.is_some_and(|e| e.1 == source.text());
        if sources.get(name).is_none_or(is_embedded) {
            continue;
        }
        match embedded {
            Some((path, text)) => {
                let source = Source::new(format!("templates/{path}"), *text);
                sources.insert(name.to_owned(), Arc::new(source));
            }
            None => drop(sources.remove(name)),
        }
        changed = true;
    }
    changed
}

/// What the template engine complains about.
struct Fault {
    message: String,
    template: Option<String>,
    /// Line and column, from 1, and the length in characters.
    place: Option<(usize, usize, usize)>,
}

impl Fault {
    fn all_of(error: &tera::Error) -> Vec<Self> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let one_line = span.start_line == span.end_line;
                let length = if one_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
                vec![Self {
                    message: report.message().to_owned(),
                    template: Some(report.filename().to_owned()),
                    place: Some((span.start_line, span.start_col + 1, length.max(1))),
                }]
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                vec![Self::of(tpl, format!("the template `{tpl}` includes or extends itself"))]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = format!("`{current}` extends `{parent}`, which does not exist");
                vec![Self::of(current, message)]
            }
            _ => Self::of_reports(&error.to_string()),
        }
    }

    fn of(template: &str, message: String) -> Self {
        Self { message, template: Some(template.to_owned()), place: None }
    }

    /// Reads the reports that the engine hands out as text only: unknown filters and their like.
    fn of_reports(text: &str) -> Vec<Self> {
        let reports = text.split("\n\n").map(|report| {
            let mut lines = report.lines();
            let first = lines.next().unwrap_or_default();
            let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
            let locus = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
            let mut parts = locus.unwrap_or_default().rsplitn(3, ':');
            let column = parts.next().and_then(|n| n.parse().ok());
            let line = parts.next().and_then(|n| n.parse().ok());
            let template = parts.next().map(str::to_owned);
            let place = line.zip(column).map(|(line, column)| (line, column, 1));
            // `Component … is defined in both … and …` names two templates, and no place.
            let template = template.or_else(|| first.rsplit('`').nth(1).map(str::to_owned));
            Self { message, template, place }
        });
        reports.collect()
    }

    fn diagnostic(&self, sources: &BTreeMap<String, Arc<Source>>) -> Diagnostic {
        let mut letters = self.message.chars();
        let message = letters.next().map(|c| c.to_lowercase().chain(letters).collect::<String>());
        let diagnostic = Diagnostic::error("template", message.unwrap_or_default());
        match self.template.as_ref().and_then(|name| sources.get(name)) {
            Some(source) => diagnostic.at(source, self.span(source)),
            None => diagnostic,
        }
    }

    fn span(&self, source: &Source) -> Span {
        let (line, column, length) = self.place.unwrap_or((1, 1, 1));
        let text = source.text();
        let start_of_line = match line {
            0 | 1 => 0,
            line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
        };
        let byte = |characters: usize| {
            let rest = &text[start_of_line..];
            rest.char_indices().nth(characters).map_or(text.len(), |(at, _)| start_of_line + at)
        };
        Span { start: byte(column - 1), end: byte(column - 1 + length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(path: &str, text: &str) -> Vec<Arc<Source>> {
        vec![Arc::new(Source::new(format!("templates/{path}"), text))]
    }

    fn place(diagnostic: &Diagnostic) -> (String, usize, usize) {
        let place = diagnostic.place.as_ref().expect("a template fault has a place");
        let (line, column) = place.source.line_and_column(place.span.start);
        (place.source.name().to_owned(), line, column)
    }

    fn themed(own: &[Arc<Source>]) -> Warned<Theme> {
        Theme::new(own, &BTreeSet::from(["en"]))
    }

    #[test]
    fn the_embedded_theme_parses() {
        assert_eq!(themed(&[]).diagnostics, []);
    }

    #[test]
    fn a_template_of_the_site_stands_over_the_theme() {
        let theme = themed(&own("404.html", "gone: {{ page }}")).value;
        let mut view = Context::new();
        view.insert("page", "<b>");
        assert_eq!(theme.render("404.html", &view, "404.html", "en").unwrap(), "gone: &lt;b&gt;");
    }

    #[test]
    fn a_syntax_error_has_its_place_and_the_embedded_template_stands_in() {
        let warned = themed(&own("404.html", "one\n  {{ page. }}\n"));
        assert_eq!(warned.diagnostics.len(), 1);
        assert_eq!(place(&warned.diagnostics[0]).1, 2);
        assert!(warned.value.sources["404.html"].text().contains("extends"));
    }

    #[test]
    fn unknown_names_have_their_place() {
        let warned = themed(&own("own.html", "\n{{ page | shout }} {{ <nope /> }}"));
        let messages: Vec<_> = warned.diagnostics.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages, ["unknown filter `shout`", "unknown component `nope`"]);
        assert_eq!(place(&warned.diagnostics[0]), ("templates/own.html".into(), 2, 11));
    }

    #[test]
    fn templates_speak_the_language_of_the_page() {
        let own = [
            own("404.html", "{{ \"probe\" | say(n=n) }}, {{ 1500 | number }}"),
            vec![Arc::new(Source::new(
                "templates/words/en.yaml",
                "probe: { one: one, other: \"{n} <\" }",
            ))],
            vec![Arc::new(Source::new(
                "templates/words/de.yaml",
                "probe: { one: eins, other: \"{n} >\" }",
            ))],
        ]
        .concat();
        let theme = Theme::new(&own, &BTreeSet::from(["en", "de-AT"])).value;
        let render = |language: &str, n: usize| {
            let mut view = Context::new();
            view.insert("n", &n);
            theme.render("404.html", &view, "404.html", language).unwrap()
        };
        assert_eq!(render("en", 1), "one, 1,500");
        assert_eq!(render("en", 2_000), "2,000 &lt;, 1,500");
        assert_eq!(render("de-AT", 2), "2 &gt;, 1\u{a0}500");
    }

    #[test]
    fn words_that_no_file_has_are_a_fault_with_its_place() {
        let theme = themed(&own("404.html", "\n  {{ \"skipp\" | say }}")).value;
        let fault = theme.render("404.html", &Context::new(), "404.html", "en").unwrap_err();
        assert_eq!(fault.message, "there are no words `skipp`; is `skip` meant?");
        assert_eq!(place(&fault), ("templates/404.html".into(), 2, 16));
    }

    #[test]
    fn a_rendering_error_names_the_page() {
        let theme = themed(&own("404.html", "{% if true %}{{ story.titel }}{% endif %}")).value;
        let mut view = Context::new();
        view.insert("story", &BTreeMap::from([("title", "x")]));
        let fault = theme.render("404.html", &view, "a/index.html", "en").unwrap_err();
        assert_eq!(place(&fault).0, "templates/404.html");
        assert_eq!(fault.notes, ["while the page `a/index.html` was rendered"]);
    }

    #[test]
    fn faults_that_no_template_owns_end_in_the_embedded_theme() {
        for text in [
            "{% include \"own.html\" %}",
            "{% extends \"own.html\" %}",
            "{% extends \"nowhere.html\" %}",
            "{% component entry(a) %}{% endcomponent entry %}",
        ] {
            let warned = themed(&own("own.html", text));
            assert!(!warned.diagnostics.is_empty(), "{text}");
            assert!(warned.value.sources.contains_key("base.html"), "{text}");
        }
    }
}
