//! Whole sites, planned and rendered: every link resolves, hostile text stays text.

use std::collections::BTreeMap;

use super::{
    Page, Site,
    fixture::{article, citation, entry, moon, project, story},
    links::{self, PageLinks},
    plan,
};
use crate::{
    Project,
    diag::{Diagnostic, Severity},
    load::{Alias, Image},
    settings::{Articles, EventPages},
    source::{Source, Span},
    story::Story,
};

/// Plans and renders a whole project; all diagnostics, those of the links last.
fn build(project: Project) -> (Site, BTreeMap<String, String>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let site = plan(project).unpack(&mut found);
    let mut texts = BTreeMap::new();
    let mut seen = BTreeMap::new();
    for path in site.pages.keys() {
        let rendered = site.render(path).expect("the path was just listed").unpack(&mut found);
        texts.insert(path.clone(), String::from_utf8_lossy(&rendered.bytes).into_owned());
        if matches!(site.pages[path], Page::Html(_)) {
            let links = PageLinks { links: rendered.links, anchors: rendered.anchors };
            seen.insert(path.clone(), links);
        }
    }
    found.extend(links::check(&site, &seen));
    (site, texts, found)
}

fn moon_with(change: impl Fn(&mut Story)) -> Story {
    let mut story = moon();
    change(&mut story);
    story
}

#[test]
fn every_link_of_every_kind_of_site_resolves() {
    let at_root = |story: &mut Story| {
        story.source.slug = String::new();
        for article in &mut story.source.articles {
            article.path = article.slug.clone();
        }
    };
    for (name, project) in [
        ("no base", project(None, vec![moon()])),
        ("a base with a path", project(Some("https://x.org/a/b"), vec![moon()])),
        ("one story at the root", project(None, vec![moon_with(at_root)])),
        (
            "quotes",
            project(None, vec![moon_with(|s| s.source.settings.articles = Articles::Quotes)]),
        ),
        (
            "no articles",
            project(None, vec![moon_with(|s| s.source.settings.articles = Articles::None)]),
        ),
        (
            "no event pages",
            project(
                None,
                vec![moon_with(|s| s.source.settings.event_pages = Some(EventPages::None))],
            ),
        ),
        ("an empty story", project(None, vec![moon_with(|s| s.entries.clear())])),
        ("two stories", project(None, vec![moon(), story("empty", "Empty", vec![], vec![])])),
        ("no story", project(None, vec![])),
    ] {
        let (site, texts, found) = build(project);
        assert_eq!(found, [], "{name}");
        assert!(site.pages.contains_key("index.html"), "{name}");
        assert!(texts.values().all(|text| !text.contains("href=\"\"")), "{name}");
    }
}

#[test]
fn a_site_has_these_pages() {
    let (site, ..) = build(project(None, vec![moon()]));
    let paths: Vec<&str> = site.pages.keys().map(String::as_str).collect();
    insta::assert_snapshot!(paths.join("\n"), @r#"
    404.html
    embed/moon/index.html
    favicon.svg
    feed.xml
    fonts/dateline-serif-LICENSE.txt
    fonts/dateline-serif.woff2
    index.html
    map.pdf
    moon/corrections/index.html
    moon/events.csv
    moon/events.ics
    moon/events.json
    moon/events/1957-10-satellite/index.html
    moon/events/1959-capsule/index.html
    moon/events/1961-landing-asked/index.html
    moon/events/1966-probe/index.html
    moon/events/1969-07-20-first-step/index.html
    moon/events/1972-12-07-last-crew/index.html
    moon/feed.xml
    moon/how-it-was-made/index.html
    moon/index.html
    moon/landing/index.html
    moon/timeline.json
    moon/weekly/index.html
    moon/wire/index.html
    people/index.html
    people/neil-armstrong/feed.xml
    people/neil-armstrong/index.html
    places/houston/feed.xml
    places/houston/index.html
    places/index.html
    places/moon/feed.xml
    places/moon/index.html
    robots.txt
    search.js
    search/facets.json
    search/index.html
    search/index.json
    search/results/0.json
    search/terms/0.txt
    site.css
    sitemap.xml
    tags/apollo/feed.xml
    tags/apollo/index.html
    tags/firsts/feed.xml
    tags/firsts/index.html
    tags/index.html
    tags/space/feed.xml
    tags/space/index.html
    tags/television/feed.xml
    tags/television/index.html
    timeline.js
    "#);
    assert_eq!((site.counts.articles, site.counts.events), (3, 6));
}

#[test]
fn event_pages_are_honoured() {
    let events = |pages: Option<EventPages>| {
        let (site, ..) = build(project(
            None,
            vec![moon_with(|story| {
                story.source.settings.event_pages = pages;
                story.entries[1].key = false;
            })],
        ));
        site.pages.keys().filter(|path| path.contains("/events/")).count()
    };
    assert_eq!(events(None), 6);
    assert_eq!(events(Some(EventPages::Key)), 5);
    assert_eq!(events(Some(EventPages::None)), 0);
}

#[test]
fn a_timeline_shows_dates_quotes_sources_and_disputes() {
    let (_, texts, _) = build(project(None, vec![moon()]));
    let page = &texts["moon/index.html"];
    for part in [
        "6 events · 3 articles · 1957–1972",
        "updated <time datetime=\"2018-06-14\">June 14, 2018</time>",
        "<li class=\"ev month\" id=\"1957-10-satellite\">",
        "<time datetime=\"1957-10\">October 1957</time>",
        "<span data-edtf=\"1959~\">c. 1959</span>",
        "<blockquote><p><mark>In October 1957</mark> a satellite circled the earth.</p></blockquote>",
        "<a href=\"landing/index.html#s3\">Example Courier",
        "<p class=\"gap\"><span>1962–1965: no reported events</span></p>",
        "Sources disagree on the date",
        "shown here, as it was told first",
        "July 21, 1969",
        "2 more accounts",
        "<span class=\"plan\">planned</span>",
        "<span>+2</span>",
        "<span id=\"1969-07-20-hatch\">",
        "Houston counted the evening of the 20th.",
        "<a href=\"events.json\">JSON</a>",
    ] {
        assert!(page.contains(part), "the timeline lacks {part}");
    }
    assert!(page.len() < 60_000, "{}", page.len());
}

#[test]
fn near_copies_are_told() {
    let told = |copies: &[usize]| {
        let story = moon_with(|story| {
            for (citation, &copies) in story.entries[4].citations.iter_mut().zip(copies) {
                citation.copies = copies;
            }
        });
        let (_, texts, _) = build(project(None, vec![story]));
        let page = &texts["moon/events/1969-07-20-first-step/index.html"];
        let start = page.find("Reported by").expect("the page says how many");
        page[start..].split('<').next().unwrap_or_default().to_owned()
    };
    assert_eq!(told(&[0, 0, 0]), "Reported by 3 articles");
    assert_eq!(told(&[1, 0, 0]), "Reported by 4 articles, 2 of them the same text");
    assert_eq!(told(&[1, 2, 0]), "Reported by 6 articles, 5 of them in 2 texts");
}

#[test]
fn an_article_marks_its_sentences_and_leads_back() {
    let (_, texts, _) = build(project(None, vec![moon()]));
    let page = &texts["moon/landing/index.html"];
    assert!(page.contains("<mark id=\"s1\" class=\"evd\">In 1961"));
    assert!(page.contains("href=\"../events/1961-landing-asked/index.html\""));
    assert!(page.contains("4 sentences became events"));
}

#[test]
fn what_cites_no_page_leads_to_the_original() {
    let none = moon_with(|story| story.source.settings.articles = Articles::None);
    let (site, texts, _) = build(project(None, vec![none]));
    assert!(!site.pages.contains_key("moon/wire/index.html"));
    assert!(texts["moon/index.html"].contains("https://example.org/landing#:~:text=In%201961"));
}

#[test]
fn long_stories_are_told_in_chapters() {
    let articles = vec![article("long", "a", "A", "P", "In 1950 it was.")];
    let entries = (0..1_600).map(|n| {
        let date = format!("{}", 1950 + n / 400);
        let cited = citation(&articles, 0, 0, "In 1950 it was.", "In 1950", &date);
        let mut entry = entry(&format!("{date}-{n}"), &format!("It was {n}"), vec![cited]);
        entry.key = n % 400 == 0;
        entry
    });
    let entries = entries.collect();
    let (site, texts, found) = build(project(None, vec![story("long", "Long", articles, entries)]));
    assert_eq!(found, []);
    let chapters: Vec<_> = site.pages.keys().filter(|path| path.contains("/page/")).collect();
    assert_eq!(
        chapters,
        [
            "long/page/1950/index.html",
            "long/page/1951/index.html",
            "long/page/1952/index.html",
            "long/page/1953/index.html"
        ]
    );
    assert_eq!(texts["long/index.html"].matches("<li class=\"ev ").count(), 4);
    assert_eq!(texts["long/page/1952/index.html"].matches("<li class=\"ev ").count(), 400);
    assert_eq!(site.pages.keys().filter(|path| path.contains("/events/")).count(), 4);
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\"> ' & \u{2028}";
    let body = format!("In 1961 {hostile} was.");
    let mut articles = vec![article("x", "a", hostile, hostile, &body)];
    articles[0].url = Some("javascript:alert(1)".into());
    articles[0].author = Some(hostile.into());
    let cited = citation(&articles, 0, 0, &body, "In 1961", "1961");
    let mut event = entry("1961-x", hostile, vec![cited]);
    event.people = vec![hostile.into()];
    event.note = Some(hostile.into());
    let mut story = story("x", hostile, articles, vec![event]);
    story.source.settings.description = Some(hostile.into());
    let mut project = project(Some("https://x.org"), vec![story]);
    project.library.settings.contact = Some("javascript:alert(1)".into());
    let (_, texts, found) = build(project);
    assert_eq!(found.iter().filter(|d| d.severity == Severity::Error).count(), 0, "{found:?}");
    // What is no markup, and is shown as none, may hold anything.
    let is_markup =
        |path: &str| ![".json", ".csv", ".ics"].iter().any(|ending| path.ends_with(ending));
    for (path, text) in texts.iter().filter(|(path, _)| is_markup(path)) {
        assert!(!text.contains("<script>"), "{path}");
        assert!(!text.contains("<img src=x"), "{path}");
        assert!(!text.contains("href=\"javascript:"), "{path}");
        assert!(!text.contains("</script><script"), "{path}");
    }
    assert!(
        !texts["x/index.html"].contains('\u{2028}') || texts["x/index.html"].contains("\\u2028")
    );
}

#[test]
fn links_of_writers_are_mended_or_warned_of_where_they_stand() {
    let (_, texts, found) = build(project(
        None,
        vec![moon_with(|story| {
            let broken = "See [it](/posts/gone/) there, or [below](#nope) about #nopes.";
            story.source.articles[1] = article(
                "moon",
                "wire",
                "W",
                "P",
                &format!(
                    "The first man walked on the moon that Sunday.\n\nBy universal time the first step fell on July 21, 1969.\n\n{broken}"
                ),
            );
        })],
    ));
    assert!(texts["moon/landing/index.html"].contains("<a href=\"../../map.pdf\">map</a>"));
    assert!(texts["moon/landing/index.html"].contains("<a href=\"../wire/index.html\">more</a>"));
    for fault in &found {
        assert_eq!(fault.severity, Severity::Warning);
        let place = fault.place.as_ref().expect("it was written in an article");
        assert_eq!((place.source.name(), place.line()), ("content/moon/wire.md", 7));
    }
    let messages: Vec<_> = found.iter().map(|fault| fault.message.as_str()).collect();
    insta::assert_snapshot!(messages.join("\n"), @r"
    a link leads to `moon/wire/index.html#nope`, and the page has no such anchor
    a link leads to `posts/gone/index.html`, which the site does not have
    ");
}

#[test]
fn a_path_that_two_pages_want_is_an_error_that_names_both() {
    let (_, _, found) = build(project(
        None,
        vec![moon_with(|story| {
            story.source.articles[1].path = "moon/how-it-was-made".into();
        })],
    ));
    assert_eq!(found[0].code, "duplicate-path");
    insta::assert_snapshot!(found[0].message, @"`content/moon/wire.md` and how the story `moon` was made would both be `moon/how-it-was-made/index.html`");
}

#[test]
fn an_alias_in_the_way_of_a_page_is_an_error_where_it_is_written() {
    for (alias, message) in [
        (
            "index.html",
            "the home page and an alias of `content/moon/wire.md` would both be `index.html`",
        ),
        (
            "moon/feed.xml",
            "an alias of `content/moon/wire.md` would be `moon/feed.xml/index.html`, below the file `moon/feed.xml`: a file of the story `moon`",
        ),
    ] {
        let (_, _, found) = build(project(
            Some("https://x.org"),
            vec![moon_with(|story| {
                let span = Span { start: 3, end: 8 };
                story.source.articles[1].aliases = vec![Alias { path: alias.into(), span }];
            })],
        ));
        let place = found[0].place.as_ref().expect("an alias is written in an article");
        assert_eq!((place.source.name(), place.span.start), ("content/moon/wire.md", 3));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].hint.as_ref().is_some_and(|hint| hint.contains("the alias")));
        assert_eq!(found[0].message, message);
    }
}

#[test]
fn a_template_that_fails_everywhere_is_one_fault() {
    let mut project = project(None, vec![moon()]);
    let text =
        "{% extends \"base.html\" %}\n{% block main %}{{ event.headlin }}{% endblock main %}\n";
    let own = Source::new("templates/event.html", text);
    project.library.templates.push(std::sync::Arc::new(own));
    let mut found = Vec::new();
    let site = plan(project).unpack(&mut found);
    for path in site.pages.keys().filter(|path| path.contains("/events/")) {
        site.render(path).expect("listed").unpack(&mut found);
    }
    assert_eq!(found.len(), 6);
    let found = super::once_per_cause(found);
    assert_eq!(found.len(), 1);
    let place = found[0].place.as_ref().expect("template faults have a place");
    assert_eq!((place.source.name(), place.line()), ("templates/event.html", 2));
    assert_eq!(found[0].notes[1], "and on 5 more pages");
}

#[test]
fn a_broken_link_of_a_template_is_an_error() {
    let mut project = project(None, vec![moon()]);
    let own = Source::new(
        "templates/404.html",
        "<a href=\"/nowhere/\">x</a> <a href=\"/moon/#y9\">y</a>",
    );
    project.library.templates.push(std::sync::Arc::new(own));
    let (_, _, found) = build(project);
    let messages: Vec<_> = found.iter().map(|d| (d.severity, d.message.as_str())).collect();
    assert_eq!(
        messages,
        [
            (
                Severity::Error,
                "a link leads to `moon/index.html#y9`, and the page has no such anchor"
            ),
            (Severity::Error, "a link leads to `nowhere/index.html`, which the site does not have"),
        ]
    );
}

/// A site of one entry with all its fields, on a base with a path.
fn one_entry() -> BTreeMap<String, String> {
    build(project(
        Some("https://x.org/a"),
        vec![moon_with(|story| {
            story.entries.drain(..4);
            story.entries.truncate(1);
            story.entries[0].citations.truncate(1);
        })],
    ))
    .1
}

#[test]
fn a_story_for_other_programs() {
    let texts = one_entry();
    insta::assert_snapshot!(texts["moon/events.json"], @r#"
    {
      "version": 1,
      "generator": "dateline 0.1.0",
      "story": {
        "title": "The race to the moon",
        "slug": "moon",
        "url": "https://x.org/a/moon/"
      },
      "events": [
        {
          "id": "1969-07-20-first-step",
          "aliases": [
            "1969-07-20-hatch"
          ],
          "url": "https://x.org/a/moon/events/1969-07-20-first-step/",
          "date": {
            "edtf": "1969-07-20",
            "start": "1969-07-20",
            "end": "1969-07-20",
            "precision": "day",
            "approximate": false,
            "display": "July 20, 1969"
          },
          "kind": "happened",
          "headline": "Neil Armstrong stepped onto the surface",
          "note": "Houston counted the evening of the 20th.",
          "salience": 0.93,
          "key": true,
          "confidence": 0.97,
          "origin": "extracted",
          "citations": [
            {
              "article": "moon/landing",
              "title": "The landing",
              "publisher": "Example Courier",
              "published": "2018-06-14",
              "url": "https://x.org/a/moon/landing/#s3",
              "original": "https://example.org/landing",
              "quote": "Neil Armstrong stepped onto the surface on July 20, 1969.",
              "expression": "on July 20, 1969",
              "line": 7,
              "copies": 0,
              "rule": "month-day",
              "why": "no year given; past tense; nearest before 2018-06-14"
            }
          ],
          "conflicts": [
            {
              "date": {
                "edtf": "1969-07-21",
                "start": "1969-07-21",
                "end": "1969-07-21",
                "precision": "day",
                "approximate": false,
                "display": "July 21, 1969"
              },
              "citations": [
                {
                  "article": "moon/wire",
                  "title": "Steps",
                  "publisher": "Example Wire",
                  "published": "2018-06-14",
                  "url": "https://x.org/a/moon/wire/#s2",
                  "original": "https://example.org/wire",
                  "quote": "By universal time the first step fell on July 21, 1969.",
                  "expression": "on July 21, 1969",
                  "line": 5,
                  "copies": 0,
                  "rule": "month-day",
                  "why": "no year given; past tense; nearest before 2018-06-14"
                }
              ]
            }
          ],
          "ground": "earlier",
          "people": [
            "Neil Armstrong"
          ],
          "places": [
            "Moon",
            "Houston"
          ],
          "tags": [
            "apollo",
            "space",
            "firsts",
            "television"
          ]
        }
      ]
    }
    "#);
}

#[test]
fn a_story_for_spreadsheets() {
    let texts = one_entry();
    assert_eq!(texts["moon/events.csv"].matches("\r\n").count(), 2);
    let table = texts["moon/events.csv"].replace("\r\n", "\n");
    insta::assert_snapshot!(table, @r#"
    id,date,start,end,precision,time,approximate,display,kind,headline,quote,note,reports,publishers,articles,other_dates,people,places,tags,key,salience,confidence,url
    1969-07-20-first-step,1969-07-20,1969-07-20,1969-07-20,day,,false,"July 20, 1969",happened,Neil Armstrong stepped onto the surface,"Neil Armstrong stepped onto the surface on July 20, 1969.",Houston counted the evening of the 20th.,1,Example Courier,https://example.org/landing,1969-07-21,Neil Armstrong,Moon; Houston,apollo; space; firsts; television,true,0.9300,0.9700,https://x.org/a/moon/events/1969-07-20-first-step/
    "#);
}

#[test]
fn a_story_for_calendars() {
    let texts = one_entry();
    let calendar = texts["moon/events.ics"].replace("\r\n", "\n");
    assert!(!calendar.contains('\r'));
    insta::assert_snapshot!(calendar, @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Dateline//0.1.0//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    X-WR-CALNAME:The race to the moon
    X-DATELINE-LEFT-OUT:0
    BEGIN:VEVENT
    DESCRIPTION:July 20\, 1969\n“Neil Armstrong stepped onto the surface on J
     uly 20\, 1969.”\nEditor’s note: Houston counted the evening of the 20t
     h.\nExample Courier
    DTEND;VALUE=DATE:19690721
    DTSTAMP:20180614T000000Z
    DTSTART;VALUE=DATE:19690720
    LOCATION:Moon
    STATUS:CONFIRMED
    SUMMARY:Neil Armstrong stepped onto the surface
    TRANSP:TRANSPARENT
    UID:moon/1969-07-20-first-step@x.org
    URL:https://x.org/a/moon/events/1969-07-20-first-step/
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn a_story_for_timelinejs() {
    let texts = one_entry();
    insta::assert_snapshot!(texts["moon/timeline.json"], @r#"
    {
      "title": {
        "text": {
          "headline": "The race to the moon",
          "text": ""
        }
      },
      "events": [
        {
          "unique_id": "1969-07-20-first-step",
          "start_date": {
            "year": 1969,
            "month": 7,
            "day": 20
          },
          "display_date": "July 20, 1969",
          "text": {
            "headline": "Neil Armstrong stepped onto the surface",
            "text": "<p>“Neil Armstrong stepped onto the surface on July 20, 1969.”</p><p>Editor’s note: Houston counted the evening of the 20th.</p><p><a href=\"https://x.org/a/moon/events/1969-07-20-first-step/\">Example Courier, June 14, 2018</a></p>"
          },
          "autolink": false
        }
      ]
    }
    "#);
}

#[test]
fn a_story_for_feed_readers() {
    let texts = one_entry();
    insta::assert_snapshot!(texts["moon/feed.xml"], @r#"
    <?xml version="1.0"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <title>The race to the moon</title>
      <id>https://x.org/a/moon/</id>
      <updated>2018-06-14T00:00:00+00:00</updated>
      <author>
        <name>The race to the moon</name>
      </author>
      <generator version="0.1.0">Dateline</generator>
      <link href="https://x.org/a/moon/" rel="alternate"/>
      <link href="https://x.org/a/moon/feed.xml" rel="self"/>
      <entry>
        <title>July 20, 1969: Neil Armstrong stepped onto the surface</title>
        <id>https://x.org/a/moon/events/1969-07-20-first-step/</id>
        <updated>2018-06-14T00:00:00+00:00</updated>
        <link href="https://x.org/a/moon/events/1969-07-20-first-step/" rel="alternate"/>
        <content type="text">Neil Armstrong stepped onto the surface on July 20, 1969.</content>
      </entry>
    </feed>
    "#);
}

#[test]
fn a_site_for_search_engines() {
    let texts = one_entry();
    insta::assert_snapshot!(texts["sitemap.xml"], @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://x.org/a/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/landing/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/wire/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/weekly/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/events/1969-07-20-first-step/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/how-it-was-made/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/moon/corrections/</loc><lastmod>2018-06-14</lastmod></url>
    <url><loc>https://x.org/a/people/</loc></url>
    <url><loc>https://x.org/a/people/neil-armstrong/</loc></url>
    <url><loc>https://x.org/a/places/</loc></url>
    <url><loc>https://x.org/a/places/houston/</loc></url>
    <url><loc>https://x.org/a/places/moon/</loc></url>
    <url><loc>https://x.org/a/tags/</loc></url>
    <url><loc>https://x.org/a/tags/apollo/</loc></url>
    <url><loc>https://x.org/a/tags/firsts/</loc></url>
    <url><loc>https://x.org/a/tags/space/</loc></url>
    <url><loc>https://x.org/a/tags/television/</loc></url>
    </urlset>
    "#);
    assert_eq!(
        texts["robots.txt"],
        "User-agent: *\nAllow: /\nSitemap: https://x.org/a/sitemap.xml\n"
    );
}

/// What a page says in JSON-LD, read again.
fn json_ld(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("it has some");
    let (text, _) = rest.split_once("</script>").expect("the element ends");
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn a_timeline_is_a_list_of_events_to_search_engines() {
    let (_, texts, _) = build(project(Some("https://x.org/a"), vec![moon()]));
    let list = json_ld(&texts["moon/index.html"]);
    assert_eq!((&list["@type"], &list["numberOfItems"]), (&"ItemList".into(), &6.into()));
    let items = list["itemListElement"].as_array().unwrap();
    let dates: Vec<_> = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            assert_eq!((&item["@type"], &item["position"]), (&"ListItem".into(), &(at + 1).into()));
            assert_eq!(item["item"]["@type"], "Event");
            (item["item"]["startDate"].as_str(), item["item"]["endDate"].as_str())
        })
        .collect();
    assert_eq!(
        dates,
        [
            (Some("1957-10"), None),
            (None, None), // about
            (Some("1961"), None),
            (Some("1966-03-01"), Some("1966-05-31")),
            (Some("1969-07-20"), None),
            (Some("1972-12-07"), None),
        ]
    );
    assert_eq!(items[5]["item"]["eventStatus"], "https://schema.org/EventScheduled");
}

#[test]
fn an_event_names_who_reports_it_to_search_engines() {
    insta::assert_snapshot!(
        serde_json::to_string_pretty(&json_ld(
            &one_entry()["moon/events/1969-07-20-first-step/index.html"]
        ))
        .unwrap(),
        @r#"
        {
          "@context": "https://schema.org",
          "@graph": [
            {
              "@type": "Event",
              "about": [
                {
                  "@type": "Person",
                  "name": "Neil Armstrong"
                }
              ],
              "description": "Neil Armstrong stepped onto the surface on July 20, 1969.",
              "location": [
                {
                  "@type": "Place",
                  "name": "Moon"
                },
                {
                  "@type": "Place",
                  "name": "Houston"
                }
              ],
              "name": "Neil Armstrong stepped onto the surface",
              "startDate": "1969-07-20",
              "subjectOf": [
                {
                  "@type": "NewsArticle",
                  "datePublished": "2018-06-14",
                  "headline": "The landing",
                  "publisher": {
                    "@type": "Organization",
                    "name": "Example Courier"
                  },
                  "url": "https://x.org/a/moon/landing/"
                }
              ],
              "url": "https://x.org/a/moon/events/1969-07-20-first-step/"
            },
            {
              "@type": "BreadcrumbList",
              "itemListElement": [
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/",
                  "name": "The race to the moon",
                  "position": 1
                },
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/moon/",
                  "name": "The race to the moon",
                  "position": 2
                },
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/moon/events/1969-07-20-first-step/",
                  "name": "Neil Armstrong stepped onto the surface",
                  "position": 3
                }
              ]
            }
          ]
        }
        "#
    );
}

#[test]
fn an_article_names_its_original_to_search_engines() {
    let (_, texts, _) = build(project(
        Some("https://x.org/a"),
        vec![moon_with(|story| {
            let image = Image { src: "/map.pdf".into(), alt: "A map".into(), credit: None };
            story.source.articles[0].image = Some(image);
        })],
    ));
    insta::assert_snapshot!(
        serde_json::to_string_pretty(&json_ld(&texts["moon/landing/index.html"])).unwrap(),
        @r#"
        {
          "@context": "https://schema.org",
          "@graph": [
            {
              "@type": "NewsArticle",
              "author": {
                "@type": "Person",
                "name": "A. Writer"
              },
              "citation": {
                "@type": "CreativeWork",
                "name": "The landing",
                "url": "https://example.org/landing"
              },
              "datePublished": "2018-06-14",
              "headline": "The landing",
              "image": "https://x.org/a/map.pdf",
              "inLanguage": "en-US",
              "publisher": {
                "@type": "Organization",
                "name": "Example Courier"
              },
              "url": "https://x.org/a/moon/landing/"
            },
            {
              "@type": "BreadcrumbList",
              "itemListElement": [
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/",
                  "name": "The race to the moon",
                  "position": 1
                },
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/moon/",
                  "name": "The race to the moon",
                  "position": 2
                },
                {
                  "@type": "ListItem",
                  "item": "https://x.org/a/moon/landing/",
                  "name": "The landing",
                  "position": 3
                }
              ]
            }
          ]
        }
        "#
    );
}

#[test]
fn pages_name_the_same_for_machines() {
    let (_, texts, _) = build(project(None, vec![moon()]));
    let alternates = |path: &str| {
        let links = texts[path].lines().filter(|line| line.starts_with("<link rel=\"alternate\""));
        links.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(alternates("moon/index.html"), @r#"
    <link rel="alternate" type="application/json" href="events.json" title="JSON">
    <link rel="alternate" type="text/csv" href="events.csv" title="CSV">
    <link rel="alternate" type="text/calendar" href="events.ics" title="Calendar (ICS, 4 of 6 events)">
    <link rel="alternate" type="application/json" href="timeline.json" title="TimelineJS">
    <link rel="alternate" type="application/atom+xml" href="feed.xml" title="Feed (Atom)">
    "#);
    for (path, href) in
        [("index.html", "feed.xml"), ("people/neil-armstrong/index.html", "feed.xml")]
    {
        let found = alternates(path);
        assert_eq!(found.lines().count(), 1, "{path}: {found}");
        assert!(
            found.contains(&format!("type=\"application/atom+xml\" href=\"{href}\"")),
            "{found}"
        );
    }
    assert_eq!(alternates("404.html"), "");
}
