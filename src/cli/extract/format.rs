//! How `extract` writes what it found. One variant a format, one function each.

use std::fmt::Write as _;

use clap::ValueEnum;

use super::{
    input::{Fault, InputDocument},
    record::{Record, TimexRecord},
};
use crate::cli::table::{self, Align};

/// A format of `extract`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A table for people
    Table,
    /// One JSON object a line, a line a document
    Jsonl,
    /// The text with inline <TIMEX3> elements
    Timeml,
    /// One row an expression, with the headline of the event that it dates
    Csv,
}

impl Format {
    /// What stands before the first document.
    pub(crate) fn opening(self) -> &'static [u8] {
        match self {
            Self::Csv => {
                b"id,start,end,text,type,value,mod,begin,finish,confidence,rule,headline\n"
            }
            Self::Table | Self::Jsonl | Self::Timeml => b"",
        }
    }

    /// What is written for a document.
    pub(crate) fn document(self, text: &InputDocument<'_>, record: &Record<'_>) -> Vec<u8> {
        match self {
            Self::Table => people(text, record).into_bytes(),
            Self::Jsonl => json_line(record),
            Self::Timeml => timeml(text, record).into_bytes(),
            Self::Csv => csv_rows(text, record),
        }
    }

    /// What is written in a malformed document's place.
    pub(crate) fn fault(self, fault: &Fault) -> Vec<u8> {
        match self {
            Self::Jsonl => {
                json_line(&FaultRecord { id: (), line: fault.line, error: &fault.error })
            }
            Self::Table | Self::Timeml | Self::Csv => Vec::new(),
        }
    }
}

/// The JSON line in a malformed document's place.
#[derive(serde::Serialize)]
struct FaultRecord<'a> {
    /// Always null.
    id: (),
    line: usize,
    error: &'a str,
}

fn json_line(value: &impl serde::Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default(); // no map with odd keys, so it cannot fail
    line.push(b'\n');
    line
}

/// The document's name, and a line for each expression: what it means, and the event it dates.
fn people(text: &InputDocument<'_>, record: &Record<'_>) -> String {
    let rows: Vec<_> = record
        .timexes
        .iter()
        .enumerate()
        .map(|(index, timex)| {
            vec![
                timex.text.clone(),
                timex.value.clone(),
                timex.modifier.unwrap_or_default().to_owned(),
                timex.rule.to_owned(),
                format!("{:.2}", timex.confidence),
                headline(record, index).to_owned(),
            ]
        })
        .collect();
    let head = ["EXPRESSION", "VALUE", "MOD", "RULE", "SURE", "EVENT"];
    let align = [Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Left];
    let mut out = format!("{}\n", table::one_line(&text.document.id));
    if rows.is_empty() {
        out.push_str("  no dates found\n");
    } else {
        out.push_str(&table::lay_out(&head, &align, &rows));
    }
    out.push('\n');
    out
}

/// The headline of the event that an expression dates.
fn headline<'a>(record: &'a Record<'_>, timex: usize) -> &'a str {
    let event = record.events.iter().find(|event| event.timex == Some(timex));
    event.map_or("", |event| &event.headline)
}

fn csv_rows(text: &InputDocument<'_>, record: &Record<'_>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (index, timex) in record.timexes.iter().enumerate() {
        let row = csv_row(&text.document.id, timex, headline(record, index));
        if writer.write_record(&row).is_err() {
            break; // writing to memory does not fail
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn csv_row(id: &str, timex: &TimexRecord, headline: &str) -> [String; 12] {
    [
        table::safe_cell(id),
        timex.start.to_string(),
        timex.end.to_string(),
        table::safe_cell(&timex.text),
        timex.kind.to_owned(),
        timex.value.clone(),
        timex.modifier.unwrap_or_default().to_owned(),
        timex.begin.clone().unwrap_or_default(),
        timex.finish.clone().unwrap_or_default(),
        timex.confidence.to_string(),
        timex.rule.to_owned(),
        table::safe_cell(headline),
    ]
}

/// The text as `TempEval` has it: `TimeML` with the identifier, the date of publication, and the
/// expressions inline.
fn timeml(text: &InputDocument<'_>, record: &Record<'_>) -> String {
    let mut out = String::from("<TimeML>\n");
    let _ = writeln!(out, "<DOCID>{}</DOCID>", Xml(&text.document.id));
    if let Some(date) = text.document.date {
        let _ = writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{date}\" \
             functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>"
        );
    }
    let _ = writeln!(out, "<TEXT>{}</TEXT>\n</TimeML>", with_inline_timexes(&text.text, record));
    out
}

fn with_inline_timexes(text: &str, record: &Record<'_>) -> String {
    let mut timexes: Vec<_> = record.timexes.iter().enumerate().collect();
    timexes.sort_by_key(|(_, timex)| timex.span);
    let mut out = String::with_capacity(text.len() + timexes.len() * 48);
    let mut at = 0;
    for (index, timex) in timexes {
        let (Some(before), Some(inside)) =
            (text.get(at..timex.span.start), text.get(timex.span.start..timex.span.end))
        else {
            continue; // it does not stand in the text as such: a title taken from a file's name
        };
        let _ = write!(out, "{}<TIMEX3 tid=\"t{}\"", Xml(before), index + 1);
        let _ = write!(out, " type=\"{}\" value=\"{}\"", timex.kind, Xml(&timex.value));
        if let Some(modifier) = timex.modifier {
            let _ = write!(out, " mod=\"{modifier}\"");
        }
        let _ = write!(out, ">{}</TIMEX3>", Xml(inside));
        at = timex.span.end;
    }
    let _ = write!(out, "{}", Xml(&text[at..]));
    out
}

/// Text as XML 1.0 has it, in elements and attributes; what XML cannot hold becomes U+FFFD.
struct Xml<'a>(&'a str);

impl std::fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' => f.write_char(c)?,
                '\r' => f.write_str("&#13;")?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn xml_holds_no_markup_and_no_control_characters() {
        assert_eq!(
            Xml("a<b> & \"c\"\u{1}\r\n").to_string(),
            "a&lt;b&gt; &amp; &quot;c&quot;\u{fffd}&#13;\n"
        );
    }
}
