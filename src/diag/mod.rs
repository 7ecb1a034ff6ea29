//! Faults as values: what is wrong, where, and how to mend it.
//!
//! A stage returns [`Warned`]: its value and the diagnostics it met, so that one run reports them
//! all. A fault of the environment (a full disk, a missing permission) is an [`Error`] instead.
//! Nothing here prints: [`show`] makes text of diagnostics, for people and for machines, and `cli`
//! writes it.

mod nearest;
pub mod show;

use std::{fmt, path::PathBuf, sync::Arc};

pub use self::nearest::nearest;

use crate::source::{Place, Source, Span};

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is wrong; someone may want to look. Lets no run fail, however strict.
    Note,
    /// The site can be published; someone should look.
    Warning,
    /// Nothing is published until it is mended.
    Error,
}

/// One fault in content, settings or templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name for the kind of fault, in kebab case: `unknown-key`.
    pub code: &'static str,
    /// What is wrong, in lower case, with names in backticks.
    pub message: String,
    /// Where, when a place is known.
    pub place: Option<Place>,
    /// What to say at the place, beside the caret.
    pub label: Option<String>,
    /// What surrounds the fault: the page that was being rendered, the other page of a collision.
    pub notes: Vec<String>,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// An error without a place yet.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning without a place yet.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A note without a place yet.
    #[must_use]
    pub fn remark(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message)
    }

    fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            place: None,
            label: None,
            notes: Vec::new(),
            hint: None,
        }
    }

    /// Names the place.
    #[must_use]
    pub fn at(mut self, source: &Arc<Source>, span: impl Into<Span>) -> Self {
        self.place = Some(Place { source: Arc::clone(source), span: span.into() });
        self
    }

    /// Says something at the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A value, and the faults that were met while it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Warned<T> {
    /// The value.
    pub value: T,
    /// The faults, in the order in which they were met.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A value without faults.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// A value with faults.
    pub fn with(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Hands the diagnostics over to `sink` and keeps the value.
    pub fn unpack(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }

    /// Makes another value of this one.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: f(self.value), diagnostics: self.diagnostics }
    }
}

/// A fault of the environment: what was tried, on what, and what the system answered.
#[derive(Debug)]
pub struct Error {
    /// What was tried: `cannot write`.
    pub action: String,
    /// On which path.
    pub path: Option<PathBuf>,
    /// What the system answered.
    pub cause: Option<std::io::Error>,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Error {
    /// A fault on a path, such as `Error::io("cannot read", &path, cause)`.
    #[must_use]
    pub fn io(action: impl Into<String>, path: impl Into<PathBuf>, cause: std::io::Error) -> Self {
        Self { action: action.into(), path: Some(path.into()), cause: Some(cause), hint: None }
    }

    /// A refusal, such as to overwrite the home folder.
    #[must_use]
    pub fn refusal(message: impl Into<String>) -> Self {
        Self { action: message.into(), path: None, cause: None, hint: None }
    }

    /// Says how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.action)?;
        if let Some(path) = &self.path {
            write!(f, " `{}`", path.display())?;
        }
        if let Some(cause) = &self.cause {
            write!(f, ": {cause}")?;
        }
        Ok(())
    }
}

/// The code of a fault that is none of the content.
pub(crate) const ENVIRONMENT: &str = "environment";

/// An environment's fault in the words of content faults, so that one way shows both.
impl From<&Error> for Diagnostic {
    fn from(error: &Error) -> Self {
        Self { hint: error.hint.clone(), ..Self::error(ENVIRONMENT, error.to_string()) }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}
