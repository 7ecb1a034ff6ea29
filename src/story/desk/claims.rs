//! Decisions in, whether each agrees with the earlier ones out.
//!
//! A decision makes claims: of an event or a name, in one aspect, one thing. Two decisions contradict
//! each other when they claim different things of the same aspect, and one repeats the others when
//! all its claims stand already.

use std::collections::BTreeMap;

use super::{decision::Action, yaml::Written};
use crate::source::Span;

/// What a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// The draft of an event.
    Draft(usize),
    /// A name, as it is written.
    Name(String),
}

/// In which respect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    /// Whether it is published.
    Publication,
    /// Whether it stands in the first view.
    FirstView,
    Headline,
    Date,
    Note,
    /// Under which name a person is shown.
    Name,
    /// Whether there is such a person.
    Person,
}

/// In which respect, and what is claimed.
type Claim = (Subject, Aspect, String);

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    /// Its verb.
    pub(super) verb: &'static str,
    /// The place of the verb.
    pub(super) at: Span,
    /// Its index among those that were applied.
    pub(super) applied: usize,
}

/// How a decision stands to the earlier ones.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// It says something new.
    New,
    /// It says what the named one has said.
    Repeats(Origin),
    /// It says something else than the named ones.
    Contradicts(Vec<Origin>),
}

/// What has been claimed so far.
#[derive(Debug, Default)]
pub(super) struct Claims {
    standing: BTreeMap<(Subject, Aspect), (String, Origin)>,
}

impl Claims {
    /// Takes in what a decision claims; `draft` is that of the event which it names. One that
    /// repeats changes nothing.
    pub(super) fn take(
        &mut self,
        action: &Action<Written>,
        draft: usize,
        origin: Origin,
    ) -> Agreement {
        let claims = claims(action, draft);
        let mut known = None;
        let mut contradicted: Vec<Origin> = Vec::new();
        let mut new = claims.is_empty();
        for (subject, aspect, claim) in &claims {
            match self.standing.get(&(subject.clone(), *aspect)) {
                None => new = true,
                Some((standing, earlier)) if standing == claim => {
                    known.get_or_insert(*earlier);
                }
                Some((_, earlier)) if contradicted.contains(earlier) => {}
                Some((_, earlier)) => contradicted.push(*earlier),
            }
        }
        match known {
            Some(earlier) if !new && contradicted.is_empty() => return Agreement::Repeats(earlier),
            _ => {}
        }
        for (subject, aspect, claim) in claims {
            self.standing.insert((subject, aspect), (claim, origin));
        }
        if contradicted.is_empty() { Agreement::New } else { Agreement::Contradicts(contradicted) }
    }

    /// The draft `other` becomes part of `first`: its claims are now about that one. Gives those that
    /// are set aside, since `first` stands otherwise.
    pub(super) fn join(&mut self, first: usize, other: usize) -> Vec<Origin> {
        let moved = |aspect: Aspect| (Subject::Draft(other), aspect);
        let mut aside = Vec::new();
        for aspect in OF_EVENTS {
            let Some((claim, origin)) = self.standing.remove(&moved(aspect)) else { continue };
            match self.standing.get(&(Subject::Draft(first), aspect)) {
                Some((standing, _)) if *standing == claim => {}
                Some(_) => aside.push(origin),
                None if claim == HIDDEN => aside.push(origin),
                None => {
                    self.standing.insert((Subject::Draft(first), aspect), (claim, origin));
                }
            }
        }
        aside
    }

    /// A part of the draft `from` is now the draft `new`: the claims of the decisions that go with it are
    /// about that one. What is hidden stays so in both.
    pub(super) fn part(&mut self, from: usize, new: usize, goes: impl Fn(Origin) -> bool) {
        for aspect in OF_EVENTS {
            let from = (Subject::Draft(from), aspect);
            let Some((claim, origin)) = self.standing.remove(&from) else { continue };
            let stays = claim == HIDDEN || !goes(origin);
            if claim == HIDDEN || goes(origin) {
                self.standing.insert((Subject::Draft(new), aspect), (claim.clone(), origin));
            }
            if stays {
                self.standing.insert(from, (claim, origin));
            }
        }
    }

    /// Whether a decision hides some event, all later ones applied.
    pub(super) fn hides(&self, origin: Origin) -> bool {
        self.standing.values().any(|(claim, by)| claim == HIDDEN && *by == origin)
    }
}

/// The aspects of events.
const OF_EVENTS: [Aspect; 5] =
    [Aspect::Publication, Aspect::FirstView, Aspect::Headline, Aspect::Date, Aspect::Note];

const HIDDEN: &str = "hidden";
const PUBLISHED: &str = "published";

/// What an action claims. Merging and splitting claim nothing of one event: see [`super::bonds`].
fn claims(action: &Action<Written>, draft: usize) -> Vec<Claim> {
    let event = |aspect, claim: &str| (Subject::Draft(draft), aspect, claim.to_owned());
    let name = |name: &str, aspect, claim: &str| {
        (Subject::Name(name.to_owned()), aspect, claim.to_owned())
    };
    match action {
        Action::Hide(_) => vec![event(Aspect::Publication, HIDDEN)],
        Action::Approve(_) => vec![event(Aspect::Publication, PUBLISHED)],
        Action::Pin(_) => {
            vec![event(Aspect::Publication, PUBLISHED), event(Aspect::FirstView, "there")]
        }
        Action::Retitle { to, .. } => vec![event(Aspect::Headline, to)],
        Action::Redate { to, .. } => vec![event(Aspect::Date, &to.edtf())],
        Action::Note { text, .. } => vec![event(Aspect::Note, text)],
        Action::Person { name: short, is } => {
            vec![name(&short.text, Aspect::Name, is), name(is, Aspect::Person, "somebody")]
        }
        Action::DropPerson(nobody) => {
            vec![name(&nobody.text, Aspect::Name, ""), name(&nobody.text, Aspect::Person, "nobody")]
        }
        Action::Merge(_) | Action::Split { .. } => Vec::new(),
    }
}
