//! Dateline: prose in, a sourced timeline out.
//!
//! ```text
//! content/ ──load──▶ Library ──tag──▶ Timex ──select──▶ Event ──arrange──▶ Story ──render──▶ Site ──publish──▶ public/
//! ```
//!
//! Every stage is a function of values. Files, the clock, the environment and the terminal stay at
//! the rim. A fault in content is a [`diag::Diagnostic`]; a fault of the environment a [`diag::Error`].

pub mod diag;
pub mod event;
pub mod load;
pub mod publish;
pub mod render;
pub mod settings;
pub mod source;
pub mod story;
pub mod temporal;
