//! The command line of Dateline.
//!
//! ```text
//! arguments ── cli ──▶ a verb runs ──▶ exit code: 0 · 1 (content faults) · 2 (usage, environment)
//! ```

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
