//! `events.ics`: a story as a calendar of all-day events (RFC 5545).
//!
//! An event lasts its whole stretch: a week seven days, a month its days; the end is the day after the last.
//! What is known to the year or no closer, or about, is on no calendar: it is left out, and the calendar
//! says how many are. A time of the clock stands in the description, for no zone moves a day. The stamp is
//! the date of the newest article, never the clock's.

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property, ValueType};

use super::{Content, Format, StoryPlan, Subject, publishers};
use crate::{
    diag::Warned,
    event::Kind,
    render::{
        dates::Dates,
        words::{Argument, Words},
    },
    story::Entry,
    temporal::value::{Day, Precision, When},
};

pub(super) const FORMAT: Format = Format {
    file: "events.ics",
    media_type: "text/calendar",
    title: |words, plan| Some(title(words, plan)),
    applies,
    write,
};

/// A calendar without anything in it is none to RFC 5545.
fn applies(_: &Content, subject: Subject<'_>) -> bool {
    matches!(subject, Subject::Story(plan) if left_out(plan) < plan.story.entries.len())
}

/// What it is called: with how many of the events, where it does not have all.
fn title(words: &Words, plan: &StoryPlan) -> String {
    let (all, left_out) = (plan.story.entries.len(), left_out(plan));
    if left_out == 0 {
        return words.text("file-ics");
    }
    words.with("file-ics-some", &[("n", count(all - left_out)), ("all", count(all))])
}

fn count(n: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn left_out(plan: &StoryPlan) -> usize {
    plan.story.entries.iter().filter(|entry| days(entry.when).is_none()).count()
}

/// The first day and the day after the last, as RFC 5545 writes them; none where a date has no days.
fn days(when: When) -> Option<(String, String)> {
    if when.approximate || when.precision() <= Precision::Year {
        return None;
    }
    let written = |day: Day| {
        let is_writable = (1..=9999).contains(&day.year());
        is_writable.then(|| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()))
    };
    Some((written(when.first_day())?, written(when.last_day().plus_days(1)?)?))
}

fn write(content: &Content, subject: Subject<'_>) -> Warned<Vec<u8>> {
    let Subject::Story(plan) = subject else { return Warned::clean(Vec::new()) };
    let language = &plan.story.source.settings.language;
    let words = content.theme.words(language);
    let dates = content.theme.dates(language);
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar
        .append_property(("PRODID", concat!("-//Dateline//", env!("CARGO_PKG_VERSION"), "//EN")));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.append_property(("X-WR-CALNAME", plain(&content.story_title(plan)).as_str()));
    let left_out = left_out(plan);
    calendar.append_property(("X-DATELINE-LEFT-OUT", left_out.to_string().as_str()));
    if left_out > 0 {
        let about = words.count("ics-left-out", left_out);
        calendar.append_property(("X-WR-CALDESC", plain(&about).as_str()));
    }
    let entries = plan.story.entries.iter().enumerate();
    let told = Told { content, plan, words, dates };
    for event in entries.filter_map(|(at, entry)| event(&told, at, entry)) {
        calendar.push(event);
    }
    Warned::clean(calendar.to_string().into_bytes())
}

/// What is told, and in which words.
struct Told<'a> {
    content: &'a Content,
    plan: &'a StoryPlan,
    words: &'a Words,
    dates: &'a Dates,
}

fn event(told: &Told<'_>, at: usize, entry: &Entry) -> Option<Event> {
    let Told { content, plan, .. } = *told;
    let (first, after) = days(entry.when)?;
    let stamp = plan.updated.map_or(format!("{first}T000000Z"), |day| {
        format!("{:04}{:02}{:02}T000000Z", day.year(), day.month(), day.day())
    });
    let on =
        |name: &str, day: String| Property::new(name, day).append_parameter(ValueType::Date).done();
    let mut event = Event::with_uid(&identifier(content, plan, entry));
    event
        .append_property(("DTSTAMP", stamp.as_str()))
        .append_property(on("DTSTART", first))
        .append_property(on("DTEND", after))
        .append_property(("TRANSP", "TRANSPARENT"))
        .summary(&plain(&entry.headline))
        .description(&plain(&description(told, entry)))
        .status(match entry.kind {
            Kind::Planned => EventStatus::Tentative,
            Kind::Happened => EventStatus::Confirmed,
        });
    if content.base.is_known() {
        event.url(&content.base.url(plan.entry(at)));
    }
    if let [place, ..] = entry.places.as_slice() {
        event.location(&plain(place));
    }
    Some(event.done())
}

/// An identifier that stays while the entry does.
fn identifier(content: &Content, plan: &StoryPlan, entry: &Entry) -> String {
    let host =
        content.base.url("").split('/').nth(2).filter(|host| !host.is_empty()).map(str::to_owned);
    let host =
        host.filter(|_| content.base.is_known()).unwrap_or_else(|| "dateline.invalid".into());
    format!("{}@{host}", plain(&plan.file(&entry.id)))
}

/// When it was, whether that was a plan, the sentence, the editor's note, and who reports it.
fn description(told: &Told<'_>, entry: &Entry) -> String {
    let Told { plan, words, dates, .. } = *told;
    let planned = (entry.kind == Kind::Planned).then(|| words.text("planned-then"));
    let quote = entry.citations.first().map(|lead| format!("“{}”", lead.quote));
    let note = entry.note.as_ref().map(|note| format!("{} {note}", words.text("note")));
    let reported = Some(publishers(plan, entry).join(", "));
    let lines = [Some(dates.when(entry.when)), planned, quote, note, reported];
    let lines: Vec<String> = lines.into_iter().flatten().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Text of which the format can hold every character: line feeds are its only controls.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|&c| c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};

    use super::*;
    use crate::{
        render::fixture::{moon, project},
        temporal::value::{self, TimeOfDay},
    };

    fn calendar(change: impl Fn(&mut Entry)) -> String {
        let mut story = moon();
        story.entries.iter_mut().for_each(change);
        let site = crate::render::plan(project(Some("https://x.org/a"), vec![story])).value;
        let rendered = site.render("moon/events.ics").expect("each story has a calendar").value;
        String::from_utf8(rendered.bytes).unwrap()
    }

    /// The lines of a calendar, folded ones joined.
    fn lines(calendar: &str) -> Vec<String> {
        calendar.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    /// The events of a calendar as another library reads them.
    fn events(calendar: &str) -> Vec<ICalendarComponent> {
        let calendar = ICalendar::parse(calendar).expect("another library reads it");
        let is_event =
            |it: &ICalendarComponent| it.component_type == ICalendarComponentType::VEvent;
        calendar.components.into_iter().filter(is_event).collect()
    }

    fn text_of(event: &ICalendarComponent, name: &str) -> String {
        let entry = event.entries.iter().find(|entry| entry.name.as_str() == name);
        let text = entry.and_then(|entry| entry.values.first()?.as_text().map(str::to_owned));
        text.unwrap_or_else(|| panic!("{name} is a text"))
    }

    #[test]
    fn another_library_reads_whole_days() {
        let utc = TimeOfDay::Clock { hour: 23, minute: Some(53), second: None, utc: true };
        let calendar = calendar(|entry| {
            if let value::Calendar::Day(day) = entry.when.start {
                entry.when = When::at(value::Calendar::Time(day, utc));
            }
        });
        let events = events(&calendar);
        let days = events.iter().map(|event| {
            let day = |name: &str| {
                let entry = event.entries.iter().find(|entry| entry.name.as_str() == name).unwrap();
                let date = entry.values[0].as_partial_date_time().expect("a date");
                assert_eq!((date.hour, date.tz_hour), (None, None), "no zone moves it");
                (date.year.unwrap(), date.month.unwrap(), date.day.unwrap())
            };
            (day("DTSTART"), day("DTEND"))
        });
        assert_eq!(
            days.collect::<Vec<_>>(),
            [
                ((1957, 10, 1), (1957, 11, 1)),
                ((1966, 3, 1), (1966, 6, 1)),
                ((1969, 7, 20), (1969, 7, 21)),
                ((1972, 12, 7), (1972, 12, 8)),
            ]
        );
        let description = text_of(&events[2], "DESCRIPTION");
        let (when, _) = description.split_once('\n').unwrap();
        assert!(when.contains("53") && when.ends_with("UTC"), "the time is told in words: {when}");
    }

    #[test]
    fn a_plan_is_told_as_one() {
        let events = events(&calendar(|_| ()));
        let planned: Vec<bool> = events
            .iter()
            .map(|event| text_of(event, "DESCRIPTION").contains("\nplanned when it was reported\n"))
            .collect();
        assert_eq!(planned, [false, false, false, true]);
    }

    #[test]
    fn a_story_without_a_known_day_has_no_calendar() {
        let mut story = moon();
        story.entries.retain(|entry| days(entry.when).is_none());
        assert_eq!(story.entries.len(), 2);
        let site = crate::render::plan(project(None, vec![story])).value;
        assert!(!site.pages.contains_key("moon/events.ics"));
    }

    #[test]
    fn days_end_the_day_after() {
        for (edtf, expected) in [
            ("2018-06-06", Some(("20180606", "20180607"))),
            ("2017-12-31", Some(("20171231", "20180101"))),
            ("2018-06-06/2018-06-08", Some(("20180606", "20180609"))),
            ("2018-02", Some(("20180201", "20180301"))),
            ("0044-03-15", Some(("00440315", "00440316"))),
            ("2018", None),
            ("2018/2019-03", None),
            ("2018-21", Some(("20180301", "20180601"))),
            ("2018-34", Some(("20180401", "20180701"))),
            ("2018-06~", None),
            ("-0043-03-15", None),
            ("9999-12-31", None),
        ] {
            let days = days(When::from_edtf(edtf).unwrap());
            let days = days.as_ref().map(|(first, after)| (first.as_str(), after.as_str()));
            assert_eq!(days, expected, "{edtf}");
        }
    }

    #[test]
    fn a_calendar_says_what_it_leaves_out() {
        let lines = lines(&calendar(|_| ()));
        for line in [
            "DTSTART;VALUE=DATE:19690720",
            "DTEND;VALUE=DATE:19690721",
            "DTSTAMP:20180614T000000Z",
            "UID:moon/1969-07-20-first-step@x.org",
            "URL:https://x.org/a/moon/events/1969-07-20-first-step/",
            "X-WR-CALNAME:The race to the moon",
            "X-WR-CALDESC:2 events are not in this calendar\\, as no more than their year is known.",
            "X-DATELINE-LEFT-OUT:2",
        ] {
            assert!(lines.iter().any(|it| it == line), "{line} is missing in {lines:#?}");
        }
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 4);
    }

    #[test]
    fn hostile_text_adds_no_line() {
        let hostile = "a\r\nEND:VEVENT\rDTSTART:1; b, c\\ \u{7}\nX:1";
        let calendar = calendar(|entry| {
            entry.headline = hostile.into();
            entry.places = vec![hostile.into()];
            entry.citations[0].quote = hostile.into();
        });
        assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']));
        let lines = lines(&calendar);
        assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 4);
        assert!(
            lines.iter().any(|line| line == "SUMMARY:a\\nEND:VEVENTDTSTART:1\\; b\\, c\\\\ \\nX:1"),
            "{lines:#?}"
        );
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        let events = events(&calendar);
        assert_eq!(events.len(), 4);
        assert_eq!(text_of(&events[2], "SUMMARY"), "a\nEND:VEVENTDTSTART:1; b, c\\ \nX:1");
    }
}
