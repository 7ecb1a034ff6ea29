//! The passages of a document in, the date of its row for each cell of a table out.
//!
//! ```text
//! [Passage] ── tables ──▶ cells that are nothing but a date ── their distance ──▶ rows ──▶ a date for each cell
//! ```
//!
//! Passages do not say where a row begins. Cells that hold a date alone stand in one column, so the
//! distance between them is the width of the table; where it shows none, a date belongs to the next
//! cell.

use std::ops::Range;

use crate::{
    source::{Document, Passage, PassageKind},
    temporal::{Tagged, Timex},
};

/// For each passage the date of its row: an index in [`Tagged::timexes`], none for a cell that is a
/// date itself and for what is no cell.
pub(super) fn dates(document: &Document, tagged: &Tagged) -> Vec<Option<usize>> {
    let mut of_rows = vec![None; document.passages.len()];
    let alone = dates_alone(document, tagged);
    for table in tables(&document.passages) {
        let dates: Vec<usize> = table.clone().filter(|&cell| alone[cell].is_some()).collect();
        let width = width(&dates);
        for &date in &dates {
            let row = match width {
                Some(width) => {
                    let start = date - (date - table.start) % width;
                    start..(start + width).min(table.end)
                }
                None => date..(date + 2).min(table.end),
            };
            for cell in row.filter(|&cell| alone[cell].is_none()) {
                of_rows[cell] = alone[date];
            }
        }
    }
    of_rows
}

/// For each passage the expression that it consists of, if it is a cell and nothing more.
fn dates_alone(document: &Document, tagged: &Tagged) -> Vec<Option<usize>> {
    let mut alone = vec![None; document.passages.len()];
    for (index, timex) in tagged.timexes.iter().enumerate() {
        let Some(passage) = document.passages.get(timex.passage) else { continue };
        let cell = passage.kind == PassageKind::Cell && timex.value.calendar().is_some();
        if cell && fills(timex, &tagged.timexes, &passage.text) {
            alone[timex.passage] = Some(index);
        }
    }
    alone
}

/// Whether nothing but marks stands in `text` beside an expression and the end of its range.
fn fills(timex: &Timex, timexes: &[Timex], text: &str) -> bool {
    let end = timex.range_end.and_then(|end| timexes.get(end)).map_or(&timex.span, |t| &t.span).end;
    let beside = [text.get(..timex.span.start), text.get(end..)];
    beside.iter().flatten().all(|rest| !rest.contains(char::is_alphanumeric))
}

/// The stretches of passages that are cells.
fn tables(passages: &[Passage]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    passages.chunk_by(|a, b| a.kind == b.kind).filter_map(move |chunk| {
        let table = at..at + chunk.len();
        at = table.end;
        (chunk[0].kind == PassageKind::Cell).then_some(table)
    })
}

/// The width of the table that has dates alone at `dates`, if their distance shows it.
fn width(dates: &[usize]) -> Option<usize> {
    let steps = dates.windows(2).map(|pair| pair[1] - pair[0]);
    let common = steps.fold(0, greatest_common_divisor);
    (common > 1).then_some(common)
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
