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
