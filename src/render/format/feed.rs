//! `feed.xml`: what was reported last, as Atom, of the site, a story, a person, a place or a tag. An event is
//! as new as the newest article that reports it; what no dated article reports is in no feed.

use atom_syndication::{
    Content as Body, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};
use jiff::civil::Date;

use super::{Content, Format, StoryPlan, Subject, cannot_write};
use crate::{diag::Warned, render::content::article_date, story};

/// How many events a feed holds.
const EVENTS: usize = 50;

/// One element a line, so that two builds can be compared by people.
const LINES: WriteConfig = WriteConfig { write_document_declaration: true, indent_size: Some(2) };

pub(super) const FORMAT: Format = Format {
    file: "feed.xml",
    media_type: "application/atom+xml",
    title: |words, _| Some(words.text("file-feed")),
    applies,
    write,
};

/// Where there is anything dated to tell. A site that is one story has the story's feed.
fn applies(content: &Content, subject: Subject<'_>) -> bool {
    match subject {
        Subject::Site => {
            !content.is_one_story() && content.stories.iter().any(|plan| plan.updated.is_some())
        }
        Subject::Story(plan) => plan.updated.is_some(),
        Subject::Topic(topic) => topic.entries.iter().any(|&(story, entry)| {
            let plan = &content.stories[story];
            newest_report(plan, &plan.story.entries[entry]).is_some()
        }),
    }
}

fn write(content: &Content, subject: Subject<'_>) -> Warned<Vec<u8>> {
    let written = feed(content, subject).write_with_config(Vec::new(), LINES);
    match written {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Warned::clean(bytes)
        }
        Err(error) => cannot_write(FORMAT.file, &error),
    }
}

fn feed(content: &Content, subject: Subject<'_>) -> Feed {
    let (title, settings, home) = match subject {
        Subject::Site => (content.title(), &content.settings, "index.html".to_owned()),
        Subject::Story(plan) => {
            (content.story_title(plan), &plan.story.source.settings, plan.timeline())
        }
        Subject::Topic(topic) => {
            (format!("{} · {}", topic.name, content.title()), &content.settings, topic.page())
        }
    };
    let own = subject.file(FORMAT.file);
    let reported = reported(content, subject);
    Feed {
        title: Text::plain(xml_text(&title)),
        subtitle: settings.description.as_deref().map(|text| Text::plain(xml_text(text))),
        id: id(content, &home),
        updated: timestamp(updated(content, subject, &reported)),
        lang: Some(settings.language.clone()),
        authors: vec![author(content)],
        generator: Some(Generator {
            value: "Dateline".into(),
            version: Some(env!("CARGO_PKG_VERSION").into()),
            ..Generator::default()
        }),
        links: vec![
            link("alternate", content.base.url(&home)),
            link("self", content.base.url(&own)),
        ],
        entries: entries(content, reported),
        ..Feed::default()
    }
}

fn author(content: &Content) -> Person {
    let name = content.settings.author.clone().unwrap_or_else(|| content.title());
    Person { name: xml_text(&name), ..Person::default() }
}

/// An event with the day of its newest report, its story and its index there.
type Reported<'a> = (Date, &'a StoryPlan, usize);

/// What a feed tells: the events that dated articles report, the last reported first.
fn reported<'a>(content: &'a Content, subject: Subject<'a>) -> Vec<Reported<'a>> {
    let of_story = |plan: &'a StoryPlan| (0..plan.story.entries.len()).map(move |at| (plan, at));
    let told: Vec<(&StoryPlan, usize)> = match subject {
        Subject::Site => content.stories.iter().flat_map(of_story).collect(),
        Subject::Story(plan) => of_story(plan).collect(),
        Subject::Topic(topic) => {
            topic.entries.iter().map(|&(story, at)| (&content.stories[story], at)).collect()
        }
    };
    let dated = told.into_iter().filter_map(|(plan, at)| {
        newest_report(plan, &plan.story.entries[at]).map(|date| (date, plan, at))
    });
    let mut reported: Vec<Reported<'_>> = dated.collect();
    reported.sort_by_key(|&(date, ..)| std::cmp::Reverse(date));
    reported
}

/// When what a feed tells of was last touched.
fn updated(content: &Content, subject: Subject<'_>, reported: &[Reported<'_>]) -> Option<Date> {
    match subject {
        Subject::Site => content.stories.iter().filter_map(|plan| plan.updated).max(),
        Subject::Story(plan) => plan.updated,
        Subject::Topic(_) => reported.first().map(|&(date, ..)| date),
    }
}

fn entries(content: &Content, mut reported: Vec<Reported<'_>>) -> Vec<Entry> {
    reported.truncate(EVENTS);
    reported.into_iter().map(|(date, plan, at)| entry(content, plan, at, date)).collect()
}

fn newest_report(plan: &StoryPlan, entry: &story::Entry) -> Option<Date> {
    let articles = &plan.story.source.articles;
    let cited = entry.all_citations().filter_map(|citation| articles.get(citation.article));
    cited.filter_map(article_date).max()
}

fn entry(content: &Content, plan: &StoryPlan, at: usize, reported: Date) -> Entry {
    let event = &plan.story.entries[at];
    let dates = content.theme.dates(&plan.story.source.settings.language);
    let quote = event.citations.first().map(|lead| lead.quote.as_str());
    let page = plan.entry(at);
    Entry {
        title: Text::plain(xml_text(&format!("{}: {}", dates.when(event.when), event.headline))),
        // Not the page's path: whether an event has a page of its own may change, its id may not.
        id: id(content, &plan.file(&format!("events/{}/index.html", event.id))),
        updated: timestamp(Some(reported)),
        links: vec![link("alternate", content.base.url(page))],
        content: quote.map(|quote| Body {
            value: Some(xml_text(quote)),
            content_type: Some("text".into()),
            ..Body::default()
        }),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.into(), href, ..Link::default() }
}

/// An id that does not change: the address, or a name of our own where the site has none yet.
fn id(content: &Content, page: &str) -> String {
    let url = content.base.url(page);
    if content.base.is_known() { url } else { format!("urn:dateline:{}", url.trim_matches('/')) }
}

/// The begin of a day, in universal time; a feed without any dated article is not planned.
fn timestamp(date: Option<Date>) -> FixedDateTime {
    let begin = date.and_then(|date| format!("{date}T00:00:00Z").parse().ok());
    begin.unwrap_or_default()
}

/// Text without the control characters that XML cannot hold at all.
fn xml_text(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{
        Site,
        fixture::{moon, project},
        plan,
    };

    /// A feed of a site, read again by another library.
    fn read(site: &Site, path: &str) -> feed_rs::model::Feed {
        let bytes = site.render(path).expect("the site has the feed").value.bytes;
        feed_rs::parser::parse(bytes.as_slice()).expect("another library reads it")
    }

    #[test]
    fn a_person_has_a_feed_of_what_names_them() {
        let site = plan(project(Some("https://x.org/a"), vec![moon()])).value;
        let feed = read(&site, "people/neil-armstrong/feed.xml");
        assert_eq!(feed.id, "https://x.org/a/people/neil-armstrong/");
        assert_eq!(feed.title.unwrap().content, "Neil Armstrong · The race to the moon");
        let links: Vec<_> = feed.links.iter().map(|it| it.href.as_str()).collect();
        let page = "https://x.org/a/people/neil-armstrong/";
        assert_eq!(links, [page, "https://x.org/a/people/neil-armstrong/feed.xml"]);
        let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        let of_story = read(&site, "moon/feed.xml");
        assert_eq!(ids.len(), 2);
        for id in ids {
            assert!(
                of_story.entries.iter().any(|entry| entry.id == id),
                "{id} is one and the same"
            );
        }
    }

    #[test]
    fn what_no_dated_article_reports_has_no_feed() {
        let mut story = moon();
        story.source.articles[2].date = None;
        story.entries[0].tags = vec!["undated".into()];
        let site = plan(project(None, vec![story])).value;
        assert!(site.pages.contains_key("tags/undated/index.html"));
        assert!(!site.pages.contains_key("tags/undated/feed.xml"));
        assert!(site.pages.contains_key("tags/apollo/feed.xml"));
    }

    #[test]
    fn hostile_text_stays_text() {
        let hostile = "]]></title><script>alert(1)</script>&amp;\u{0}\u{FFFF} \"'";
        let mut story = moon();
        story.entries[4].headline = hostile.into();
        story.entries[4].citations[0].quote = hostile.into();
        story.entries[4].people = vec![hostile.into()];
        story.source.settings.title = Some(hostile.into());
        let site = plan(project(None, vec![story])).value;
        let shown = xml_text(hostile);
        for path in ["moon/feed.xml", "feed.xml"] {
            let feed = read(&site, path);
            let entry = feed.entries.iter().find(|it| it.id.ends_with("first-step")).unwrap();
            let title = &entry.title.as_ref().unwrap().content;
            assert_eq!(*title, format!("July 20, 1969: {shown}"));
            let quote = entry.content.as_ref().and_then(|content| content.body.clone());
            assert_eq!(quote.as_deref(), Some(shown.as_str()));
        }
    }
}
