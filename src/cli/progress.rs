//! A bar on a terminal while long work goes on.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::Session;

/// The bar; nothing at all in a pipe or under `-q`.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// A sign of life while `what` is done.
    pub(crate) fn start(session: &Session, what: &'static str) -> Self {
        let bar = session.shows_progress().then(|| {
            let bar = ProgressBar::new_spinner().with_message(what);
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        Self { bar }
    }

    /// From here on `what` is counted, up to `total`.
    pub(crate) fn count(&self, what: &'static str, total: usize) {
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            bar.set_message(what);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
                bar.set_style(style);
            }
        }
    }

    /// One more is done.
    pub(crate) fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
