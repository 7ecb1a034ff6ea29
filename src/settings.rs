//! Settings as written become settings as meant; the cascade site ▸ story ▸ article.
//!
//! `load` reads front matter into the written forms; here they are put over the defaults, once, by
//! full destructuring, so that a new field cannot be forgotten.

use crate::source::DateOrder;

/// Whether third parties' articles are published whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Articles {
    /// Whole.
    #[default]
    Full,
    /// As the quoted sentences only.
    Quotes,
    /// Not at all: citations link to the original.
    None,
}

/// Which entries get a page of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventPages {
    /// All of them.
    All,
    /// Key events.
    Key,
    /// None.
    None,
}

/// Whether an editor must approve what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Review {
    /// Everything is published but what the desk hides.
    #[default]
    Open,
    /// Only what the desk approved is published.
    Required,
}

/// The settings of the site or of a story, as meant: a story's stand over the site's.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The title, if one is written.
    pub title: Option<String>,
    /// One sentence about it.
    pub description: Option<String>,
    /// Where the site will stand: scheme, host and path, no slash at the end. Of the site only.
    pub base_url: Option<String>,
    /// A BCP 47 tag.
    pub language: String,
    /// The order of numeric dates; by the language when absent.
    pub date_order: Option<DateOrder>,
    /// Who is responsible.
    pub author: Option<String>,
    /// How to reach them: an address or a URL.
    pub contact: Option<String>,
    /// How articles are published.
    pub articles: Articles,
    /// Which entries get a page; by the number of entries when absent.
    pub event_pages: Option<EventPages>,
    /// Entries below are not published, 0 to 1.
    pub min_confidence: f64,
    /// Whether the desk must approve.
    pub review: Review,
    /// How many entries the first view shows; by salience when absent.
    pub key_events: Option<usize>,
    /// Whether raw HTML in Markdown goes through unsanitised.
    pub raw_html: bool,
    /// The writer's own values for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// Settings as written in one `_index.md`: what is absent is left to the level above.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of `Settings`")]
pub struct Written {
    pub title: Option<String>,
    pub description: Option<String>,
    pub base_url: Option<String>,
    pub language: Option<String>,
    pub date_order: Option<DateOrder>,
    pub author: Option<String>,
    pub contact: Option<String>,
    pub articles: Option<Articles>,
    pub event_pages: Option<EventPages>,
    pub min_confidence: Option<f64>,
    pub review: Option<Review>,
    /// `Some(None)` is `auto`, written over a number of the site.
    pub key_events: Option<Option<usize>>,
    pub raw_html: Option<bool>,
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Settings {
    /// What is meant where `written` stands below these settings.
    ///
    /// The title and the description name one level and are not inherited; `extra` is merged key by
    /// key; everything else that is not written is as it is above. A language written without a
    /// `date_order` brings its own.
    ///
    /// ```
    /// use dateline::settings::{Settings, Written};
    /// let site = Settings::default().with(Written { author: Some("Ann".into()), ..Written::default() });
    /// let story = site.with(Written { language: Some("en-GB".into()), ..Written::default() });
    /// assert_eq!((story.author.as_deref(), story.language.as_str()), (Some("Ann"), "en-GB"));
    /// ```
    #[must_use]
    pub fn with(&self, written: Written) -> Self {
        let above = self.clone();
        let Written {
            title,
            description,
            base_url,
            language,
            date_order,
            author,
            contact,
            articles,
            event_pages,
            min_confidence,
            review,
            key_events,
            raw_html,
            extra,
        } = written;
        Self {
            title,
            description,
            base_url: base_url.or(above.base_url),
            date_order: date_order_below(
                date_order,
                language.as_deref(),
                &above.language,
                above.date_order,
            ),
            language: language.unwrap_or(above.language),
            author: author.or(above.author),
            contact: contact.or(above.contact),
            articles: articles.unwrap_or(above.articles),
            event_pages: event_pages.or(above.event_pages),
            min_confidence: min_confidence.unwrap_or(above.min_confidence),
            review: review.unwrap_or(above.review),
            key_events: key_events.unwrap_or(above.key_events),
            raw_html: raw_html.unwrap_or(above.raw_html),
            extra: above.extra.into_iter().chain(extra).collect(),
        }
    }
}

/// The order of numeric dates where `written` and `language` stand below another level: a language
/// that differs from the one above is not read in the order that was written for that one.
#[must_use]
pub fn date_order_below(
    written: Option<DateOrder>,
    language: Option<&str>,
    language_above: &str,
    order_above: Option<DateOrder>,
) -> Option<DateOrder> {
    let same_language = language.is_none_or(|language| language == language_above);
    written.or(order_above.filter(|_| same_language))
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: None,
            description: None,
            base_url: None,
            language: "en".into(),
            date_order: None,
            author: None,
            contact: None,
            articles: Articles::default(),
            event_pages: None,
            min_confidence: 0.5,
            review: Review::default(),
            key_events: None,
            raw_html: false,
            extra: serde_json::Map::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_stands_over_the_site_key_by_key() {
        let json = |text: &str| match serde_json::from_str(text) {
            Ok(serde_json::Value::Object(map)) => map,
            _ => serde_json::Map::new(),
        };
        let site = Settings::default().with(Written {
            title: Some("Site".into()),
            base_url: Some("https://example.org".into()),
            date_order: Some(DateOrder::Dmy),
            key_events: Some(Some(5)),
            min_confidence: Some(0.7),
            extra: json(r#"{"a": 1, "b": 1}"#),
            ..Written::default()
        });
        let story = site.with(Written {
            key_events: Some(None),
            articles: Some(Articles::Quotes),
            extra: json(r#"{"b": 2}"#),
            ..Written::default()
        });
        assert_eq!(story.title, None, "a title names one level");
        assert_eq!(story.base_url, site.base_url);
        assert_eq!(story.date_order, Some(DateOrder::Dmy));
        assert_eq!(story.key_events, None, "`auto` stands over a number");
        assert!((story.min_confidence - 0.7).abs() < f64::EPSILON);
        assert_eq!((site.articles, story.articles), (Articles::Full, Articles::Quotes));
        assert_eq!(story.extra, json(r#"{"a": 1, "b": 2}"#));
    }

    #[test]
    fn another_language_brings_its_own_date_order() {
        let dmy = Some(DateOrder::Dmy);
        for (written, language, expected) in [
            (None, None, dmy),
            (None, Some("en-GB"), dmy),
            (None, Some("en-US"), None),
            (Some(DateOrder::Ymd), Some("en-US"), Some(DateOrder::Ymd)),
        ] {
            assert_eq!(date_order_below(written, language, "en-GB", dmy), expected);
        }
    }
}
