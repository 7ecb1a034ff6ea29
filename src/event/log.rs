//! The passages of a document in, where each begins behind the time at its head out, if the document is
//! a log kept by the clock: `1955: The mayor takes the floor`.
//!
//! ```text
//! [Passage] ── four digits at the head ──▶ times ── latest first, or before ten ──▶ how far each head reaches
//! ```
//!
//! A chronicle of years looks the same, but it begins with the earliest and has no year `0930`.

use crate::source::Document;

/// How many entries make a log.
const FEWEST_ENTRIES: usize = 4;
/// Of so many steps from one entry to the next one may go the other way, as at midnight.
const STRAY_STEPS: usize = 10;
/// Before ten o'clock a time has a zero at its head.
const TEN: u32 = 1000;

/// For each passage how many bytes the time at its head takes; none where it has no such head, and
/// for all passages of a document that is no log.
pub(super) fn heads(document: &Document) -> Vec<Option<usize>> {
    let all = document.passages.iter().map(|passage| head(&passage.text));
    let all: Vec<Option<(u32, usize)>> = all.collect();
    let times: Vec<u32> = all.iter().flatten().map(|(time, _)| *time).collect();
    let log = is_log(&times);
    all.into_iter().map(|head| head.filter(|_| log).map(|(_, length)| length)).collect()
}

/// The time of day, as a number of hours and minutes, with which a text begins, and where it goes on.
fn head(text: &str) -> Option<(u32, usize)> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = text[4..].trim_start_matches(':');
    let told = rest.trim_start();
    let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '“' | '\'' | '‘');
    let marked = text[4..].starts_with(':') || told.starts_with(opens);
    (marked && told.len() < rest.len()).then_some((digits.parse().ok()?, text.len() - told.len()))
}

fn is_log(times: &[u32]) -> bool {
    let clock = |time: &u32| *time <= 2400 && time % 100 < 60;
    let steps = times.windows(2);
    let back = steps.clone().filter(|pair| pair[1] < pair[0]).count();
    let on = steps.filter(|pair| pair[1] > pair[0]).count();
    let latest_first = back > 0 && on * STRAY_STEPS <= back.max(STRAY_STEPS);
    let early = times.iter().any(|time| *time < TEN);
    times.len() >= FEWEST_ENTRIES && times.iter().all(clock) && (latest_first || early)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_told_from_a_chronicle() {
        let cases: &[(&[u32], bool)] = &[
            (&[2055, 2051, 2051, 2009], true),
            (&[0, 2358, 2331, 2002, 1955], true),
            (&[955, 1002, 1015, 1130], true),
            (&[1914, 1918, 1939, 1945], false),
            (&[1914, 1918, 1968, 1989], false),
            (&[2055, 2051, 2009], false),
            (&[2055, 2051, 1999, 1998], false),
        ];
        for (times, log) in cases {
            assert_eq!(is_log(times), *log, "{times:?}");
        }
    }

    #[test]
    fn a_head_is_four_digits_before_a_mark_or_a_capital() {
        assert_eq!(head("1955: the vote begins"), Some((1955, 6)));
        assert_eq!(head("0955 Crews set out"), Some((955, 5)));
        assert_eq!(head("1955 was a good year"), None);
        assert_eq!(head("19 crews set out"), None);
        assert_eq!(head("1955"), None);
    }
}
