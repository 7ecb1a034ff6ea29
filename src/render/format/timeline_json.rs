//! `timeline.json`: a story as [TimelineJS3](https://timeline.knightlab.com/docs/json-format.html) shows it.
//!
//! Its axis labels a negative year as so many years BC and knows no year 0, so 44 BC is -44. Dates are shown
//! in our words (`display_date`), for it knows neither `c.` nor quarters. Its texts are HTML, so ours are
//! escaped; those of which it takes markup away it reads as HTML twice, so they are escaped twice.

use serde::Serialize;

use super::{Content, Format, StoryPlan, Subject, cannot_write};
use crate::{
    diag::Warned,
    event::Kind,
    render::{dates::Dates, html::escape, words::Words},
    story::Entry,
    temporal::value::{Calendar, TimeOfDay, When},
};

/// How many years a stretch must last, and how many other entries must begin in it, to be shown as an era.
const ERA_YEARS: i32 = 2;
const ERA_ENTRIES: usize = 3;

pub(super) const FORMAT: Format = Format {
    file: "timeline.json",
    media_type: "application/json",
    title: |words, _| Some(words.text("file-timelinejs")),
    applies,
    write,
};

/// It takes a timeline without events for a fault.
fn applies(_: &Content, subject: Subject<'_>) -> bool {
    matches!(subject, Subject::Story(plan) if !plan.story.entries.is_empty())
}

#[derive(Serialize)]
struct File {
    title: Title,
    events: Vec<Slide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    eras: Vec<Era>,
}

#[derive(Serialize)]
struct Title {
    text: Text,
}

#[derive(Serialize)]
struct Slide {
    unique_id: String,
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    /// Whether it makes links of what looks like an address: it would break those that are there.
    autolink: bool,
}

#[derive(Serialize)]
struct Era {
    start_date: Date,
    end_date: Date,
    text: Text,
}

#[derive(Serialize)]
struct Text {
    headline: String,
    text: String,
}

/// A date of theirs: as exact as it has parts.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u8>,
}

fn write(content: &Content, subject: Subject<'_>) -> Warned<Vec<u8>> {
    let Subject::Story(plan) = subject else { return Warned::clean(Vec::new()) };
    let settings = &plan.story.source.settings;
    let (words, dates) =
        (content.theme.words(&settings.language), content.theme.dates(&settings.language));
    let entries = plan.story.entries.iter().enumerate();
    let about = settings.description.as_deref().unwrap_or_default();
    let file = File {
        title: Title {
            text: Text { headline: escape(&content.story_title(plan)), text: escape(about) },
        },
        events: entries.map(|(at, entry)| slide(content, plan, words, dates, at, entry)).collect(),
        eras: eras(plan),
    };
    match serde_json::to_vec_pretty(&file) {
        Ok(mut bytes) => {
            bytes.push(b'\n');
            Warned::clean(bytes)
        }
        Err(error) => cannot_write(FORMAT.file, &error),
    }
}

fn slide(
    content: &Content,
    plan: &StoryPlan,
    words: &Words,
    dates: &Dates,
    at: usize,
    entry: &Entry,
) -> Slide {
    let (start_date, end_date) = stretch(entry.when);
    Slide {
        unique_id: entry.id.clone(),
        start_date,
        end_date,
        display_date: twice_escaped(&dates.when(entry.when)),
        text: Text {
            headline: escape(&entry.headline),
            text: body(content, plan, words, dates, at),
        },
        group: (entry.kind == Kind::Planned).then(|| twice_escaped(&words.text("planned"))),
        autolink: false,
    }
}

fn twice_escaped(text: &str) -> String {
    escape(&escape(text))
}

/// Whether it was a plan, the sentence, the editor's note, who reports it, and the way to the entry where
/// the site's address is known.
fn body(content: &Content, plan: &StoryPlan, words: &Words, dates: &Dates, at: usize) -> String {
    let entry = &plan.story.entries[at];
    let mut html = String::new();
    let mut paragraph = |text: String| html.extend(["<p>", &text, "</p>"]);
    if entry.kind == Kind::Planned {
        paragraph(format!("<em>{}</em>", escape(&words.text("planned-then"))));
    }
    if let Some(lead) = entry.citations.first().filter(|lead| !lead.quote.trim().is_empty()) {
        paragraph(format!("“{}”", escape(&lead.quote)));
    }
    if let Some(note) = &entry.note {
        paragraph(escape(&format!("{} {note}", words.text("note"))));
    }
    let sources = sources(plan, dates, entry);
    if content.base.is_known() {
        let address = escape(&content.base.url(plan.entry(at)));
        let text = if sources.is_empty() { escape(&entry.headline) } else { sources.join("; ") };
        paragraph(format!("<a href=\"{address}\">{text}</a>"));
    } else if !sources.is_empty() {
        paragraph(sources.join("; "));
    }
    html
}

/// Who reports an entry, and when, each once.
fn sources(plan: &StoryPlan, dates: &Dates, entry: &Entry) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for citation in &entry.citations {
        let Some(article) = plan.story.source.articles.get(citation.article) else { continue };
        let name = escape(article.publisher.as_ref().unwrap_or(&article.title));
        let source = match article.date {
            Some(date) => format!("{name}, {}", escape(&dates.date(date))),
            None => name,
        };
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// Where a date begins, as exact as it has parts, and where it ends if it lasts longer than they say: on its
/// last day, or only its beginning would be drawn.
fn stretch(when: When) -> (Date, Option<Date>) {
    let last = when.end.unwrap_or(when.start);
    let end = || match last {
        Calendar::Time(..) => parts(last),
        _ => parts(Calendar::Day(last.last_day())),
    };
    match parts(when.start) {
        Some(start) => (start, when.end.and_then(|_| end())),
        None => (parts(Calendar::Day(when.first_day())).unwrap_or_default(), end()),
    }
}

/// A stretch of the calendar that their dates can say by leaving parts out.
fn parts(calendar: Calendar) -> Option<Date> {
    let date = |year, month, day| Date { year: of_the_axis(year), month, day, ..Date::default() };
    Some(match calendar {
        Calendar::Year(year) | Calendar::FiscalYear(year) => date(year, None, None),
        Calendar::Month(year, month) => date(year, Some(month), None),
        Calendar::Day(day) => date(day.year(), Some(day.month()), Some(day.day())),
        Calendar::Time(day, time) => {
            let day = date(day.year(), Some(day.month()), Some(day.day()));
            match time {
                TimeOfDay::Clock { hour: hour @ 0..24, minute, .. } => {
                    Date { hour: Some(hour), minute, ..day }
                }
                TimeOfDay::Clock { .. } | TimeOfDay::Part(_) => day,
            }
        }
        _ => return None,
    })
}

/// An astronomical year as their axis labels it: 1 BC, our 0, is -1.
fn of_the_axis(year: i32) -> i32 {
    if year > 0 { year } else { year.saturating_sub(1) }
}

/// The long stretches in which much else happened.
fn eras(plan: &StoryPlan) -> Vec<Era> {
    let entries = &plan.story.entries;
    let holds = |when: When| {
        let within =
            |other: &&Entry| (when.first_day()..=when.last_day()).contains(&other.when.first_day());
        entries.iter().filter(within).count() > ERA_ENTRIES
    };
    let is_era = |entry: &&Entry| {
        let years = entry.when.last_day().year().saturating_sub(entry.when.first_day().year());
        entry.when.end.is_some() && years >= ERA_YEARS && holds(entry.when)
    };
    let era = |entry: &Entry| {
        let (start_date, end_date) = stretch(entry.when);
        let text = Text { headline: escape(&entry.headline), text: String::new() };
        Some(Era { start_date, end_date: end_date?, text })
    };
    entries.iter().filter(is_era).filter_map(era).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::{moon, project};

    fn file(change: impl Fn(&mut Entry)) -> serde_json::Value {
        let mut story = moon();
        story.entries.iter_mut().for_each(change);
        let site = crate::render::plan(project(Some("https://x.org"), vec![story])).value;
        let rendered = site.render("moon/timeline.json").expect("each story has one").value;
        serde_json::from_slice(&rendered.bytes).unwrap()
    }

    #[test]
    fn dates_are_as_exact_as_their_parts() {
        let date = |year, month, day| Date { year, month, day, ..Date::default() };
        for (edtf, start, end) in [
            ("2018", date(2018, None, None), None),
            ("2018-06", date(2018, Some(6), None), None),
            ("-0479", date(-480, None, None), None),
            ("0000", date(-1, None, None), None),
            ("-0043-03-15", date(-44, Some(3), Some(15)), None),
            ("-0001/0001", date(-2, None, None), Some(date(1, Some(12), Some(31)))),
            ("1996/2018", date(1996, None, None), Some(date(2018, Some(12), Some(31)))),
            (
                "2018-06-06/2018-06-08",
                date(2018, Some(6), Some(6)),
                Some(date(2018, Some(6), Some(8))),
            ),
            ("201X", date(2010, Some(1), Some(1)), Some(date(2019, Some(12), Some(31)))),
            ("2018-34", date(2018, Some(4), Some(1)), Some(date(2018, Some(6), Some(30)))),
        ] {
            assert_eq!(stretch(When::from_edtf(edtf).unwrap()), (start, end), "{edtf}");
        }
    }

    #[test]
    fn a_slide_tells_what_the_entry_tells() {
        let file = file(|_| ());
        assert_eq!(file["title"]["text"]["headline"], "The race to the moon");
        let slide = &file["events"][4];
        assert_eq!(slide["start_date"], serde_json::json!({ "year": 1969, "month": 7, "day": 20 }));
        assert_eq!(slide["text"]["headline"], "Neil Armstrong stepped onto the surface");
        let text = slide["text"]["text"].as_str().unwrap();
        assert!(
            text.contains("<p>“Neil Armstrong stepped onto the surface on July 20, 1969.”</p>")
        );
        assert!(text.contains(
            "<a href=\"https://x.org/moon/events/1969-07-20-first-step/\">Example Courier, "
        ));
        assert_eq!(file["events"][1]["display_date"], "c. 1959");
        assert_eq!(file["events"][5]["group"], "planned");
        let plan = file["events"][5]["text"]["text"].as_str().unwrap();
        assert!(plan.starts_with("<p><em>planned when it was reported</em></p><p>“The last crew"));
    }

    #[test]
    fn a_stretch_that_holds_much_is_an_era() {
        assert_eq!(file(|_| ()).get("eras"), None);
        let long = file(|entry| {
            if entry.id == "1961-landing-asked" {
                entry.when = When::from_edtf("1957/1972").unwrap();
            }
        });
        assert_eq!(long["eras"][0]["end_date"]["year"], 1972);
    }

    #[test]
    fn hostile_text_is_no_markup() {
        let hostile = "<img src=x onerror=alert(1)> & \"";
        let file = file(|entry| {
            entry.headline = hostile.into();
            entry.note = Some(hostile.into());
            entry.citations[0].quote = hostile.into();
        });
        assert!(!file.to_string().contains("<img"));
        assert_eq!(file["events"][0]["text"]["headline"], escape(hostile));
        // Markup is taken out of a date by reading it as HTML, and what is left is read as HTML again.
        assert_eq!(twice_escaped("<b>"), "&amp;lt;b&amp;gt;");
    }

    #[test]
    fn a_story_without_events_has_no_file() {
        let mut story = moon();
        story.entries.clear();
        let site = crate::render::plan(project(None, vec![story])).value;
        assert!(!site.pages.contains_key("moon/timeline.json"));
    }
}
