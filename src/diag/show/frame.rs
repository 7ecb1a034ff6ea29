//! One diagnostic for people: the line of the source with a caret, notes and a hint.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{escaped, needs_escape};
use crate::{
    diag::{Diagnostic, ENVIRONMENT, Severity},
    source::Place,
};

/// How many characters of a line are shown before and after the place.
const AROUND: usize = 160;

/// The frame of `diagnostic`, which stands for `folded` more of the same.
pub(super) fn render(diagnostic: &Diagnostic, folded: usize, styled: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(escaped(&diagnostic.message));
    // A fault of the environment has no kind that anyone could look up.
    let title = if diagnostic.code == ENVIRONMENT { title } else { title.id(diagnostic.code) };
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let more = (folded > 0).then(|| format!("and {folded} more of the same; `-v` shows them all"));
    let notes = diagnostic.notes.iter().chain(&more).map(|note| (Level::NOTE, "note", note));
    let hint = diagnostic.hint.iter().map(|hint| (Level::HELP, "help", hint));
    let remarks = notes.chain(hint);
    let Some(place) = &diagnostic.place else {
        let lines = remarks.map(|(_, word, text)| format!("\n  = {word}: {}", escaped(text)));
        return renderer.render(&[Group::with_title(title)]) + &lines.collect::<String>();
    };
    let remarks = remarks.map(|(level, _, text)| level.message(escaped(text)));
    let group = with_place(Group::with_title(title), diagnostic, place).elements(remarks);
    renderer.render(&[group])
}

fn with_place<'a>(group: Group<'a>, diagnostic: &Diagnostic, place: &'a Place) -> Group<'a> {
    let (line, column) = place.source.line_and_column(place.span.start);
    let excerpt = Excerpt::of(place);
    let label = diagnostic.label.as_deref().map(escaped);
    let annotation = AnnotationKind::Primary.span(excerpt.place).label(label);
    let snippet = Snippet::source(excerpt.line).line_start(line).annotation(annotation);
    let name = escaped(place.source.name());
    if excerpt.true_column {
        group.element(snippet.path(name))
    } else {
        group.element(Origin::path(name).line(line).char_column(column)).element(snippet)
    }
}

/// The line on which a place begins, cut around it, with what steers terminals escaped.
struct Excerpt {
    line: String,
    /// The place in `line`, in bytes; a place over several lines ends with the first.
    place: Range<usize>,
    /// Whether the place has the column in `line` that it has in the source.
    true_column: bool,
}

impl Excerpt {
    fn of(place: &Place) -> Self {
        let text = place.source.text();
        let start = text.floor_char_boundary(place.span.start.min(text.len()));
        let end = text.floor_char_boundary(place.span.end.clamp(start, text.len()));
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let (before, rest) = (&text[from..start], &text[start..to]);
        let (inside, after) = rest.split_at((end - start).min(rest.len()));
        let mut line = last_characters(before);
        let begin = line.len();
        let true_column = line == before;
        line.push_str(&first_characters(inside));
        let finish = line.len();
        line.push_str(&first_characters(after.trim_end_matches('\r')));
        Self { line, place: begin..finish, true_column }
    }
}

fn first_characters(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((at, _)) => visible(&text[..at]) + "…",
        None => visible(text),
    }
}

fn last_characters(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("…{}", visible(&text[at + c.len_utf8()..])),
        None => visible(text),
    }
}

fn visible(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            c if c != '\t' && needs_escape(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
        out
    })
}
