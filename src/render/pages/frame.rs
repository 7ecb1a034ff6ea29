//! What every page shares: where it stands, how it links, what surrounds it.

use super::{
    super::{
        address::{Linker, web_address},
        content::{Content, StoryPlan, TopicKind},
        dates::Dates,
        format::{self, Format, Scope},
        links, view,
        words::{Argument, Words},
    },
    Kind,
};
use crate::load::Article;

/// A page in its surroundings.
pub(super) struct Frame<'a> {
    pub(super) content: &'a Content,
    pub(super) path: &'a str,
    pub(super) linker: Linker<'a>,
    pub(super) language: &'a str,
    pub(super) dates: &'a Dates,
    pub(super) words: &'a Words,
}

impl<'a> Frame<'a> {
    pub(super) fn new(content: &'a Content, path: &'a str, kind: Kind) -> Self {
        let linker = match kind {
            Kind::NotFound => Linker::Below(content.base.path()),
            _ => Linker::From(path),
        };
        let language = match kind {
            Kind::Timeline { story, .. }
            | Kind::Event { story, .. }
            | Kind::Article { story, .. }
            | Kind::Made { story }
            | Kind::Corrections { story }
            | Kind::Embed { story } => &content.stories[story].story.source.settings.language,
            _ => &content.settings.language,
        };
        let (words, dates) = (content.theme.words(language), content.theme.dates(language));
        Self { content, path, linker, language, dates, words }
    }

    /// The link to a page of the site.
    pub(super) fn link(&self, path: &str) -> String {
        self.linker.to(path)
    }

    /// A link with its text.
    pub(super) fn titled(&self, title: impl Into<String>, path: &str) -> view::Link {
        view::Link { title: title.into(), url: Some(self.link(path)) }
    }

    /// A day of publication.
    pub(super) fn date(&self, date: jiff::civil::Date) -> view::Date {
        view::Date { text: self.dates.date(date), iso: date.to_string() }
    }

    /// `page`, to be completed by the page.
    pub(super) fn page(&self, title: impl Into<String>) -> view::Page {
        view::Page {
            title: title.into(),
            description: Some(self.about_site()),
            language: self.words.tag().to_owned(),
            direction: self.words.direction(),
            url: self.content.base.url(self.path),
            canonical: self.canonical(self.path),
            root: self.linker.root(),
            alternates: Vec::new(),
            kind: "website",
            published: None,
            modified: None,
            card: None,
            json_ld: None,
            listed: true,
        }
    }

    /// A link of this page as a whole address, if the site's is known.
    pub(super) fn absolute(&self, link: &str) -> Option<String> {
        let base = &self.content.base;
        let target = links::resolve(base, self.path, link).filter(|_| base.is_known())?;
        Some(base.url(&target.path))
    }

    /// What machines can read in the place of a story's page.
    pub(super) fn alternates(&self, plan: &StoryPlan) -> Vec<view::Alternate> {
        let files = format::downloads(self.content, plan, self.words).into_iter();
        let alternate = |(format, title, path): (&Format, String, String)| view::Alternate {
            url: self.link(&path),
            media_type: format.media_type(),
            title,
        };
        files.map(alternate).collect()
    }

    /// The feed about something, under a title of its own.
    pub(super) fn feed(&self, of: Scope, title: &str) -> Option<view::Alternate> {
        let path = format::feed_of(self.content, of)?;
        let (url, title) = (self.link(&path), title.to_owned());
        Some(view::Alternate { url, media_type: "application/atom+xml", title })
    }

    /// The address under which the page at `path` should be known, if the site's is known.
    pub(super) fn canonical(&self, path: &str) -> Option<String> {
        self.content.base.is_known().then(|| self.content.base.url(path))
    }

    /// One sentence about the site, where a page has none of its own.
    fn about_site(&self) -> String {
        let title = self.content.title();
        let about = || self.words.with("about-site", &[("title", Argument::Text(&title))]);
        self.content.settings.description.clone().unwrap_or_else(about)
    }

    /// One sentence about a number of events with a name.
    pub(super) fn about(&self, name: &str, events: usize) -> String {
        let n = i64::try_from(events).unwrap_or(i64::MAX);
        let arguments = [("name", Argument::Text(name)), ("n", Argument::Number(n))];
        self.words.with("about-events", &arguments)
    }

    /// `site`.
    pub(super) fn site(&self) -> view::Site {
        let settings = &self.content.settings;
        view::Site {
            title: self.content.title(),
            description: settings.description.clone(),
            language: settings.language.clone(),
            author: settings.author.clone(),
            contact: settings.contact.as_deref().map(contact),
            url: self.link("index.html"),
            menu: self.menu(),
            generator: concat!("Dateline ", env!("CARGO_PKG_VERSION")),
            extra: settings.extra.clone(),
        }
    }

    fn menu(&self) -> Vec<view::MenuItem> {
        let home = if self.content.is_one_story() { "timeline" } else { "stories" };
        let mut items = vec![(self.words.text(home), "index.html".to_owned())];
        // A phone shows the first few.
        let search = super::search::has_page(self.content);
        items.extend(search.then(|| (self.words.text("search"), super::search::PATH.to_owned())));
        let topics = TopicKind::ALL.into_iter().filter(|&kind| self.has_topics(kind));
        items.extend(topics.map(|kind| (self.words.text(kind.folder()), kind.index())));
        let plain = &self.content.plain_pages;
        items.extend(plain.iter().map(|page| (page.title.clone(), super::plain::path(page))));
        let items = items.into_iter().map(|(title, path)| view::MenuItem {
            title,
            url: self.link(&path),
            current: path == self.path,
        });
        items.collect()
    }

    fn has_topics(&self, kind: TopicKind) -> bool {
        !self.content.topics[kind as usize].is_empty()
    }

    /// `story`.
    pub(super) fn story(&self, plan: &StoryPlan) -> view::Story {
        let files = format::downloads(self.content, plan, self.words).into_iter();
        let downloads = files.map(|(_, title, path)| self.titled(title, &path)).collect();
        view::Story {
            title: self.content.story_title(plan),
            description: plan.story.source.settings.description.clone(),
            url: self.link(&plan.timeline()),
            made: self.link(&plan.made()),
            corrections: self.link(&plan.corrections()),
            embed: self.link(&plan.embed()),
            embed_url: self.content.base.url(&plan.embed()),
            facts: self.facts(plan),
            downloads,
            density: None,
            extra: plan.story.source.settings.extra.clone(),
        }
    }

    fn facts(&self, plan: &StoryPlan) -> view::Facts {
        view::Facts {
            events: plan.story.entries.len(),
            articles: plan.story.source.articles.len(),
            span: plan.years.map(|(first, last)| self.dates.years(first, last)),
            updated: plan.updated.map(|date| self.date(date)),
        }
    }

    /// The language of a text, where it is another than the page's.
    pub(super) fn foreign(&self, language: &str) -> Option<String> {
        (!same_language(language, self.words.tag())).then(|| language.to_owned())
    }

    /// An article as a source, leading to `anchor` in it; `quote` finds it again in the original.
    pub(super) fn source(
        &self,
        plan: &StoryPlan,
        article: &Article,
        anchor: Option<usize>,
        quote: Option<&str>,
    ) -> view::Source {
        let own = plan.article(article).map(|page| match anchor {
            Some(sentence) => self.link(&format!("{page}#{}", sentence_anchor(sentence))),
            None => self.link(&page),
        });
        let original = article.url.as_deref().and_then(web_address);
        let in_original = || {
            let original = original.clone()?;
            Some(quote.map_or(original.clone(), |quote| with_text_fragment(&original, quote)))
        };
        view::Source {
            name: article.publisher.clone().unwrap_or_else(|| article.title.clone()),
            title: article.title.clone(),
            date: article.date.map(|date| self.date(date)),
            url: own.or_else(in_original),
            original,
        }
    }
}

fn same_language(a: &str, b: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary(a) == primary(b)
}

/// The anchor of a sentence, by its index in the document.
pub(super) fn sentence_anchor(sentence: usize) -> String {
    format!("s{}", sentence + 1)
}

/// How to reach someone: a web address, a mail address, or just words.
fn contact(contact: &str) -> view::Link {
    let mail = contact.strip_prefix("mailto:").unwrap_or(contact);
    let is_mail = mail.contains('@') && !mail.contains([' ', '/', ':', '<', '"']);
    let url = web_address(contact).or_else(|| is_mail.then(|| format!("mailto:{mail}")));
    view::Link { title: mail.to_owned(), url }
}

/// How many words at either end of a quote find it again in the original.
const FRAGMENT_WORDS: usize = 6;

/// The address with a text fragment, which scrolls browsers to the quote.
pub(super) fn with_text_fragment(url: &str, quote: &str) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let words: Vec<&str> = quote.split_whitespace().collect();
    let encode =
        |words: &[&str]| utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string();
    let fragment = if words.len() <= 2 * FRAGMENT_WORDS {
        encode(&words)
    } else {
        let (start, end) = (&words[..FRAGMENT_WORDS], &words[words.len() - FRAGMENT_WORDS..]);
        format!("{},{}", encode(start), encode(end))
    };
    let separator = if url.contains('#') { "" } else { "#" };
    format!("{url}{separator}:~:text={fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_mail_web_or_words() {
        let url = |text: &str| contact(text).url;
        assert_eq!(url("desk@x.org").as_deref(), Some("mailto:desk@x.org"));
        assert_eq!(url("mailto:desk@x.org").as_deref(), Some("mailto:desk@x.org"));
        assert_eq!(url("https://x.org").as_deref(), Some("https://x.org"));
        assert_eq!(url("javascript:x@y"), None);
        assert_eq!(url("room 4, ask for Ann @ the desk"), None);
    }

    #[test]
    fn text_fragments_name_both_ends_of_a_long_quote() {
        assert_eq!(
            with_text_fragment("https://x.org", "a, b-c"),
            "https://x.org#:~:text=a%2C%20b%2Dc"
        );
        let long = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(
            with_text_fragment("https://x.org#p", &long),
            "https://x.org#p:~:text=1%202%203%204%205%206,15%2016%2017%2018%2019%2020"
        );
    }
}
