//! Files and standard input in, batches of texts out.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::ValueEnum;
use dateline::{
    diag::{Diagnostic, Error},
    load,
    source::{Document, Place, Source, TextMap},
};
use jiff::civil::Date;
use serde::Deserialize;

/// How much of a stream is read ahead: what is there is worked on at once, in parallel.
const READ_AHEAD: usize = 1 << 20;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// By the name of the file
    Auto,
    /// One document a line: {"id","text","dct"?,"title"?,"lang"?}
    Jsonl,
    /// An article in Markdown
    Markdown,
    /// Plain text
    Text,
}

impl Input {
    /// What the file `path` holds; `None` is standard input.
    fn of(self, path: Option<&Path>) -> Self {
        let extension = path.and_then(Path::extension).and_then(|extension| extension.to_str());
        match (self, extension) {
            (Self::Auto, Some("md" | "markdown")) => Self::Markdown,
            (Self::Auto, Some("jsonl" | "ndjson")) => Self::Jsonl,
            (Self::Auto, _) => Self::Text,
            (chosen, _) => chosen,
        }
    }
}

/// What documents have that do not say it.
pub(crate) struct Defaults<'a> {
    /// The date of publication.
    pub(crate) date: Option<Date>,
    /// The language.
    pub(crate) language: &'a str,
}

/// A text to be read, and the document made of it.
pub(crate) struct InputDocument<'a> {
    /// The `id`, as it was given.
    pub(crate) id: serde_json::Value,
    /// The whole text, to whose bytes the document's passages lead.
    pub(crate) text: std::borrow::Cow<'a, str>,
    /// What there is to read in it.
    pub(crate) document: Document,
    /// What is wrong with it, though it can be read.
    pub(crate) faults: Vec<Diagnostic>,
}

/// A line, or a file, that is no document.
pub(crate) struct Fault {
    /// The line, from 1.
    pub(crate) line: usize,
    /// What is wrong.
    pub(crate) error: String,
    /// The same, as it is shown to people.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A document as it was read, not parsed yet.
pub(crate) struct Item {
    name: Arc<str>,
    /// The line on which it begins, from 1.
    line: usize,
    holds: Input,
    bytes: Vec<u8>,
}

impl Item {
    /// Makes a document of it.
    pub(crate) fn parse(&self, defaults: &Defaults<'_>) -> Result<InputDocument<'_>, Fault> {
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let before = &self.bytes[..error.valid_up_to()];
            let line = self.line + before.split(|&b| b == b'\n').count() - 1;
            self.fault(line, format!("invalid UTF-8 at byte {}", before.len()))
        })?;
        match self.holds {
            Input::Jsonl => {
                document_of_line(text, defaults).map_err(|error| self.fault(self.line, error))
            }
            Input::Markdown => document_of_markdown(&self.name, text, defaults),
            Input::Auto | Input::Text => Ok(document_of_text(&self.name, text, defaults)),
        }
    }

    fn fault(&self, line: usize, error: String) -> Fault {
        let message = format!("{}:{line}: {error}", self.name);
        Fault { line, error, diagnostics: vec![Diagnostic::error("malformed-document", message)] }
    }
}

/// Takes a file as plain text.
fn document_of_text<'a>(name: &str, text: &'a str, defaults: &Defaults<'_>) -> InputDocument<'a> {
    let mut document = Document::from_text(name, text, None);
    document.date = defaults.date;
    defaults.language.clone_into(&mut document.language);
    InputDocument { id: name.into(), text: text.into(), document, faults: Vec::new() }
}

/// Reads a Markdown file as an article: front matter, then its passages.
fn document_of_markdown<'a>(
    name: &str,
    text: &'a str,
    defaults: &Defaults<'_>,
) -> Result<InputDocument<'a>, Fault> {
    let mut faults = Vec::new();
    let source = Arc::new(Source::new(name, text));
    let Some(article) = load::lone_article(&source, defaults.language).unpack(&mut faults) else {
        let first = faults.first();
        let line = first.and_then(|fault| fault.place.as_ref()).map_or(1, Place::line);
        let error = first.map_or_else(String::new, |fault| fault.message.clone());
        return Err(Fault { line, error, diagnostics: faults });
    };
    let mut document = article.document;
    name.clone_into(&mut document.id);
    document.date = document.date.or(defaults.date);
    // A title taken from the name of the file has no place in the text.
    document.passages.retain(|passage| passage.map != TextMap::default());
    Ok(InputDocument { id: name.into(), text: text.into(), document, faults })
}

/// A document as JSON lines bring it.
#[derive(Deserialize)]
struct Line<'a> {
    id: serde_json::Value,
    #[serde(borrow)]
    text: std::borrow::Cow<'a, str>,
    dct: Option<String>,
    title: Option<String>,
    lang: Option<String>,
}

fn document_of_line<'a>(
    line: &'a str,
    defaults: &Defaults<'_>,
) -> Result<InputDocument<'a>, String> {
    let Line { id, text, dct, title, lang } =
        serde_json::from_str(line).map_err(|error| in_this_line(&error))?;
    let name = match &id {
        serde_json::Value::String(name) => name.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        other => return Err(format!("`id` is `{other}`, expected a text or a number")),
    };
    let date = dct.map(|dct| {
        dct.parse::<Date>()
            .map_err(|_| format!("`dct` is `{dct}`, expected a date such as 2018-06-14"))
    });
    let mut document = Document::from_text(name, &text, title.as_deref());
    document.date = date.transpose()?.or(defaults.date);
    document.language = lang.unwrap_or_else(|| defaults.language.to_owned());
    Ok(InputDocument { id, text, document, faults: Vec::new() })
}

/// The parser counts lines from the one it was given; that one is named already.
fn in_this_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    format!("{reason}, in column {}", error.column())
}

/// Opens the files, or standard input where none is named; each gives batches.
///
/// # Errors
///
/// A file that cannot be opened.
pub(crate) fn open(files: &[PathBuf], input: Input) -> Result<Vec<Batches>, Error> {
    let standard = [PathBuf::from("-")];
    let files = if files.is_empty() { &standard } else { files };
    files.iter().map(|path| Batches::open(path, input)).collect()
}

/// A stream of documents.
pub(crate) struct Batches {
    name: Arc<str>,
    path: PathBuf,
    holds: Input,
    reader: Option<BufReader<Box<dyn Read + Send>>>,
    line: usize,
}

impl Batches {
    fn open(path: &Path, input: Input) -> Result<Self, Error> {
        let standard = path.as_os_str() == "-";
        let reader: Box<dyn Read + Send> = if standard {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(|cause| Error::io("cannot read", path, cause))?)
        };
        Ok(Self {
            name: path.display().to_string().into(),
            path: path.to_owned(),
            holds: input.of((!standard).then_some(path)),
            reader: Some(BufReader::with_capacity(READ_AHEAD, reader)),
            line: 0,
        })
    }

    /// The next documents: a file, or as many lines as have come in already, at least one.
    ///
    /// # Errors
    ///
    /// The stream cannot be read.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<Item>>, Error> {
        let batch = match self.holds {
            Input::Jsonl => self.lines(),
            Input::Auto | Input::Markdown | Input::Text => self.whole(),
        };
        batch.map_err(|cause| Error::io("cannot read", &self.path, cause))
    }

    fn whole(&mut self) -> io::Result<Option<Vec<Item>>> {
        let Some(mut reader) = self.reader.take() else { return Ok(None) };
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        Ok(Some(vec![self.item(1, bytes)]))
    }

    /// Whole lines that are there already. Waiting for more than the first would keep a process
    /// that writes a line and waits for its answer waiting forever.
    fn lines(&mut self) -> io::Result<Option<Vec<Item>>> {
        let mut batch = Vec::new();
        while let Some(reader) = &mut self.reader {
            if !batch.is_empty() && !reader.buffer().contains(&b'\n') {
                break;
            }
            let mut bytes = Vec::new();
            if reader.read_until(b'\n', &mut bytes)? == 0 {
                self.reader = None;
                break;
            }
            self.line += 1;
            if self.line == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                batch.push(self.item(self.line, bytes));
            }
        }
        Ok((!batch.is_empty()).then_some(batch))
    }

    fn item(&self, line: usize, bytes: Vec<u8>) -> Item {
        Item { name: Arc::clone(&self.name), line, holds: self.holds, bytes }
    }
}
