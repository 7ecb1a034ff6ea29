//! Drafts and `_desk.yaml` in, drafts as the editor decided out.
//!
//! ```text
//! Source ── yaml ──▶ values with places ── decision ──▶ Decision ── quotes, apply ──▶ drafts
//! ```
//!
//! Decisions are applied in the order of the file. A decision that cannot be applied leaves everything
//! as it is and is a diagnostic at its line. What a decision changes is never the id: it belongs to a
//! mention, and an entry keeps it through merging, splitting, retitling and redating.

mod decision;
mod quotes;
mod yaml;

use std::{cell::OnceCell, collections::BTreeMap, sync::Arc};

use self::{
    decision::{Action, Decision, nearest},
    quotes::Quotes,
    yaml::Written,
};
use super::{entry::Draft, names::People, telling::Tellings};
use crate::{
    diag::{Diagnostic, Severity, Warned},
    load::StorySource,
    source::Source,
};

/// Drafts and people as decided.
pub(super) struct Decided {
    /// The drafts; those that were merged into others have no members.
    pub(super) drafts: Vec<Draft>,
    /// The people.
    pub(super) people: People,
}

/// Applies the decisions of the story's desk file, if it has one.
pub(super) fn decide(
    source: &StorySource,
    tellings: &Tellings<'_>,
    drafts: Vec<Draft>,
    people: People,
) -> Warned<Decided> {
    let decided = Decided { drafts, people };
    let Some(file) = &source.desk else { return Warned::clean(decided) };
    let Warned { value: decisions, mut diagnostics } = decision::read(file);
    let mut desk = Desk::new(source, file, tellings, decided);
    for decision in decisions {
        if let Err(fault) = desk.apply(decision) {
            diagnostics.push(*fault);
        }
    }
    Warned::with(desk.decided, diagnostics)
}

/// A decision's fault; boxed, as a diagnostic is large and rare.
type Applied<T = ()> = Result<T, Box<Diagnostic>>;

struct Desk<'a> {
    story: &'a str,
    file: &'a Arc<Source>,
    tellings: &'a Tellings<'a>,
    /// The mention of each id.
    ids: BTreeMap<&'a str, usize>,
    /// The draft of each mention.
    owner: Vec<usize>,
    quotes: OnceCell<Quotes<'a>>,
    decided: Decided,
}

impl<'a> Desk<'a> {
    fn new(
        story: &'a StorySource,
        file: &'a Arc<Source>,
        tellings: &'a Tellings<'a>,
        decided: Decided,
    ) -> Self {
        let mentions = tellings.mentions.iter().enumerate();
        let ids = mentions.map(|(at, it)| (it.citation.id.as_str(), at)).collect();
        let mut owner = vec![0; tellings.mentions.len()];
        for (at, draft) in decided.drafts.iter().enumerate() {
            draft.members.iter().for_each(|&member| owner[member] = at);
        }
        let quotes = OnceCell::new();
        Self { story: &story.slug, file, tellings, ids, owner, quotes, decided }
    }

    fn apply(&mut self, decision: Decision) -> Applied {
        let quote = decision.quote.as_ref();
        match decision.action {
            Action::Hide(event) => {
                // What was to be hidden must not appear because its id has changed.
                let draft = self.draft(&event, quote, Severity::Error)?;
                (draft.hidden, draft.approved) = (true, false);
            }
            Action::Approve(event) => approve(self.draft(&event, quote, Severity::Warning)?),
            Action::Pin(event) => {
                let draft = self.draft(&event, quote, Severity::Warning)?;
                approve(draft);
                draft.pinned = true;
            }
            Action::Retitle { event, to } => {
                self.draft(&event, quote, Severity::Warning)?.title = Some(to);
            }
            Action::Redate { event, to } => {
                self.draft(&event, quote, Severity::Warning)?.when = Some(to);
            }
            Action::Note { event, text } => {
                self.draft(&event, quote, Severity::Warning)?.note = Some(text);
            }
            Action::Merge(events) => self.merge(&events)?,
            Action::Split { event, at } => self.split(&event, quote, &at)?,
            Action::Person { name, is } => {
                let known = self.decided.people.rename(&name.text, &is);
                self.known_person(known, &name)?;
            }
            Action::DropPerson(name) => {
                let known = self.decided.people.drop(&name.text);
                self.known_person(known, &name)?;
            }
        }
        Ok(())
    }

    fn draft(
        &mut self,
        event: &Written,
        quote: Option<&Written>,
        severity: Severity,
    ) -> Applied<&mut Draft> {
        let at = self.find(event, quote, severity)?;
        Ok(&mut self.decided.drafts[at])
    }

    /// The draft that an id names, else the one that a quote finds again.
    fn find(&self, event: &Written, quote: Option<&Written>, severity: Severity) -> Applied<usize> {
        let text = event.text.trim();
        let id = text.strip_prefix(self.story).and_then(|it| it.strip_prefix('/')).unwrap_or(text);
        if let Some(&mention) = self.ids.get(id) {
            return Ok(self.owner[mention]);
        }
        let quoted = quote.map(|quote| self.quotes().find(&quote.text, |_| true));
        let likest = quoted.unwrap_or_default().into_iter().min_by_key(|&mention| {
            let other = &self.tellings.mentions[mention].citation.id;
            (std::cmp::Reverse(common_start(id, other)), mention)
        });
        match likest {
            Some(mention) => Ok(self.owner[mention]),
            None => Err(Box::new(self.unknown_event(event, id, severity))),
        }
    }

    fn quotes(&self) -> &Quotes<'a> {
        let tellings = self.tellings;
        self.quotes.get_or_init(|| Quotes::new(tellings.mentions, &tellings.vocabulary))
    }

    fn unknown_event(&self, event: &Written, id: &str, severity: Severity) -> Diagnostic {
        let message = format!("no event of this story has the id `{id}`");
        let fault = match severity {
            Severity::Error => Diagnostic::error("unknown-event", message),
            Severity::Warning | Severity::Note => Diagnostic::warning("unknown-event", message),
        };
        // Ids begin with their dates: only those of the same years are worth comparing.
        let years = id.get(..4).unwrap_or(id);
        let of_years = self.ids.range(years..).map(|(&id, _)| id);
        let of_years = of_years.take_while(|id| id.starts_with(years));
        let hint = match nearest(id, of_years) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "remove the decision if the event has gone, or add its sentence as `quote`".into()
            }
        };
        fault.at(self.file, event.span).hint(hint)
    }

    /// Moves the mentions of all events but the first into the first.
    fn merge(&mut self, events: &[Written]) -> Applied {
        let mut found = Vec::new();
        for event in events {
            let at = self.find(event, None, Severity::Warning)?;
            if found.contains(&at) {
                let message =
                    format!("`{}` is already one event with another of the list", event.text);
                let fault = Diagnostic::warning("merged-already", message);
                return Err(Box::new(
                    fault.at(self.file, event.span).hint("remove it from the list"),
                ));
            }
            found.push(at);
        }
        let Some((&first, others)) = found.split_first() else { return Ok(()) };
        for &other in others {
            let taken = std::mem::take(&mut self.decided.drafts[other]);
            taken.members.iter().for_each(|&member| self.owner[member] = first);
            absorb(&mut self.decided.drafts[first], taken);
        }
        Ok(())
    }

    /// Takes the mentions that quote one of `at` out of an event. The part with the mention that gave
    /// the id keeps it, and with it what the desk decided before.
    fn split(&mut self, event: &Written, quote: Option<&Written>, at: &[Written]) -> Applied {
        let from = self.find(event, quote, Severity::Warning)?;
        let mut out = Vec::new();
        for sentence in at {
            let quoted = self.quotes().find(&sentence.text, |mention| self.owner[mention] == from);
            if quoted.is_empty() {
                let message = format!("`{}` has no such sentence", event.text);
                let fault =
                    Diagnostic::warning("unknown-quote", message).at(self.file, sentence.span);
                return Err(Box::new(fault.hint("copy it from one of the event's sources")));
            }
            out.extend(quoted);
        }
        let draft = &mut self.decided.drafts[from];
        let (mut moved, mut rest): (Vec<_>, Vec<_>) =
            draft.members.iter().copied().partition(|member| out.contains(member));
        if rest.is_empty() {
            let message = format!("these are all the sentences of `{}`", event.text);
            let fault = Diagnostic::warning("empty-split", message).at(self.file, event.span);
            return Err(Box::new(fault.hint("leave out those that are to stay")));
        }
        let id = self.ids.get(draft.id.as_str());
        if id.is_some_and(|id| moved.contains(id)) {
            std::mem::swap(&mut moved, &mut rest);
        }
        draft.members = rest;
        let new = self.decided.drafts.len();
        for &member in &moved {
            self.owner[member] = new;
        }
        self.decided.drafts.push(Draft::new(self.tellings.mentions, moved));
        Ok(())
    }

    fn known_person(&self, known: bool, name: &Written) -> Applied {
        if known {
            return Ok(());
        }
        let message = format!("nobody in this story is called `{}`", name.text);
        let fault = Diagnostic::warning("unknown-person", message).at(self.file, name.span);
        Err(Box::new(match nearest(&name.text, self.decided.people.names()) {
            Some(near) => fault.hint(format!("did you mean `{near}`?")),
            None => fault.hint("write the name as an article has it"),
        }))
    }
}

fn approve(draft: &mut Draft) {
    (draft.approved, draft.hidden) = (true, false);
}

/// Adds the mentions of `other`, and what the desk decided about it where nothing was decided about `draft`.
fn absorb(draft: &mut Draft, other: Draft) {
    draft.members.extend(other.members);
    draft.members.sort_unstable();
    draft.title = draft.title.take().or(other.title);
    draft.when = draft.when.or(other.when);
    draft.note = draft.note.take().or(other.note);
    draft.approved |= other.approved;
    draft.pinned |= other.pinned;
}

/// How many bytes two ids have in common at their beginning.
fn common_start(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::super::{
        Story,
        testing::{Builder, lines},
    };
    use crate::settings::Review;

    fn story() -> Builder {
        Builder::new()
            .article("s/first", "2018-06-07")
            .tells(
                "2018-06-06",
                "Trump freed Johnson",
                "Trump freed Johnson [on June 6] after a long campaign.",
            )
            .event(|event| event.people = vec!["A. Johnson".into(), "Donald Trump".into()])
            .tells(
                "2018-06-07",
                "Her family met her at the gate",
                "Her family met her at the gate [on Thursday].",
            )
            .article("s/second", "2018-06-09")
            .tells(
                "2018-06-06",
                "Trump freed Johnson",
                "Trump freed Johnson [on Wednesday], the White House said.",
            )
            .tells(
                "2018-06-08",
                "Lawyers filed a second plea in Memphis",
                "Lawyers filed a second plea in Memphis [on Friday].",
            )
    }

    #[test]
    fn decisions_change_entries_and_never_ids() {
        let freed = "2018-06-06 Trump freed Johnson ×2";
        let gate = "2018-06-07 Her family met her at the gate";
        let plea = "2018-06-08 Lawyers filed a second plea in Memphis";
        let id = "2018-06-07-her-family-met-her-at-the-gate";
        let first = "2018-06-06-trump-freed-johnson";
        for (desk, expected) in [
            (String::new(), vec![freed, gate, plea]),
            ("# nothing yet\n".into(), vec![freed, gate, plea]),
            (format!("- {{ hide: {id}, on: 2018-06-20, why: private }}"), vec![freed, plea]),
            (format!("- hide: s/{id}"), vec![freed, plea]),
            (format!("- hide: {id}\n- approve: {id}"), vec![freed, gate, plea]),
            (
                format!("- {{ retitle: {id}, to: 'no: her family met her' }}"),
                vec![freed, "2018-06-07 no: her family met her", plea],
            ),
            (
                format!("- {{ redate: {id}, to: 2018-06-05 }}"),
                vec!["2018-06-05 Her family met her at the gate", freed, plea],
            ),
            (
                format!("- merge: [{first}, {id}]"),
                vec!["2018-06-06 Trump freed Johnson ×2 | 2018-06-07 ×1", plea],
            ),
            (
                format!(
                    "- split: {first}\n  at: ['Trump freed Johnson on Wednesday, the White House said.']"
                ),
                vec![
                    "2018-06-06 Trump freed Johnson",
                    "2018-06-06 Trump freed Johnson",
                    gate,
                    plea,
                ],
            ),
            (
                "- hide: gone\n  quote: Her family met her at the gate  on Thursday.".into(),
                vec![freed, plea],
            ),
            (
                "- hide: gone\n  quote: Her family met her at the gate on that Thursday.".into(),
                vec![freed, plea],
            ),
        ] {
            let story = story().desk(&desk).story();
            assert_eq!(lines(&story), expected, "{desk}");
            let known: Vec<_> = story.entries.iter().map(|it| it.id.as_str()).collect();
            assert!(known.contains(&first), "{desk}: {known:?}");
        }
    }

    #[test]
    fn only_what_is_approved_is_published_where_review_is_required() {
        let mut reviewed = story().desk("- approve: 2018-06-06-trump-freed-johnson\n- pin: 2018-06-07-her-family-met-her-at-the-gate");
        reviewed.settings.review = Review::Required;
        reviewed.settings.key_events = Some(1);
        let story = reviewed.story();
        assert_eq!(story.entries.len(), 2);
        assert_eq!(story.left_out, 1);
        let keys: Vec<_> = story.entries.iter().map(|entry| entry.key).collect();
        assert_eq!(keys, [false, true]);
    }

    #[test]
    fn people_are_named_as_the_desk_says() {
        let people = |desk: &str| story().desk(desk).story().entries[0].people.clone();
        assert_eq!(people(""), ["A. Johnson", "Donald Trump"]);
        let named = people("- { person: A. Johnson, is: Alice Marie Johnson }");
        assert_eq!(named, ["Alice Marie Johnson", "Donald Trump"]);
        assert_eq!(people("- drop_person: Donald Trump"), ["A. Johnson"]);
    }

    #[test]
    fn a_note_is_printed() {
        let story =
            story().desk("- { note: 2018-06-06-trump-freed-johnson, text: '1.10' }").story();
        assert_eq!(story.entries[0].note.as_deref(), Some("1.10"));
    }

    #[test]
    fn the_parts_of_a_split_merge_again() {
        let desk = "
- split: 2018-06-06-trump-freed-johnson
  at: Trump freed Johnson on June 6 after a long campaign.
- retitle: 2018-06-06-trump-freed-johnson
  to: Johnson went free
- merge: [2018-06-06-trump-freed-johnson, ALIAS]";
        let alias = story().story().entries[0].aliases[0].clone();
        let story = story().desk(&desk.replace("ALIAS", &alias)).story();
        assert_eq!(lines(&story)[0], "2018-06-06 Johnson went free ×2");
    }

    #[test]
    fn faults_name_their_line_and_leave_the_entry() {
        for (desk, expected) in [
            ("- hyde: x", "1 unknown-key: `hyde` is not a decision — did you mean `hide`?"),
            (
                "\n- { hide: 2018-06-06-trump-freed-jonson }",
                "2 unknown-event: no event of this story has the id `2018-06-06-trump-freed-jonson` — did you mean `2018-06-06-trump-freed-johnson`?",
            ),
            (
                "- approve: nothing",
                "1 unknown-event: no event of this story has the id `nothing` — remove the decision if the event has gone, or add its sentence as `quote`",
            ),
            (
                "- approve: 2018-06-06-trump-freed-johnson\n  quot: x",
                "2 unknown-key: unknown key `quot` beside `approve` — did you mean `quote`?",
            ),
            (
                "- hide: [a, b]",
                "1 wrong-type: `hide` must be a text — put a text that has `: ` or begins with a sign between quotes",
            ),
            (
                "- merge: [a]",
                "1 wrong-type: `merge` must be a list of at least 2 texts — put a text that has `: ` or begins with a sign between quotes",
            ),
            ("- retitle: a", "1 missing-key: `retitle` needs `to`: a text — add `to: …`"),
            (
                "- { redate: a, to: June 6 }",
                "1 wrong-type: `June 6` is not a date — write it as EDTF: `2018-06-06`, `2018-06`, `1996`, `199X`, `1996/2018`, `1996~`",
            ),
            (
                "- { hide: a, pin: a }",
                "1 two-decisions: `hide` and `pin` are two decisions — write an item of the list for each",
            ),
            (
                "hide: a",
                "1 wrong-type: a list of decisions is expected — begin each decision with `- `, as in `- { hide: ID }`",
            ),
            ("- a", "1 wrong-type: a decision is a mapping — write it as `- { hide: ID }`"),
            (
                "- { person: Zoe, is: x }",
                "1 unknown-person: nobody in this story is called `Zoe` — write the name as an article has it",
            ),
            (
                "- { person: A. Jonson, is: x }",
                "1 unknown-person: nobody in this story is called `A. Jonson` — did you mean `A. Johnson`?",
            ),
            (
                "- split: 2018-06-06-trump-freed-johnson\n  at: [He sang.]",
                "2 unknown-quote: `2018-06-06-trump-freed-johnson` has no such sentence — copy it from one of the event's sources",
            ),
            (
                "- &x { hide: a }\n- *x",
                "2 bad-yaml: the desk file cannot be read: aliases are not read — write the value again",
            ),
        ] {
            let warned = story().desk(desk).warned();
            let shown: Vec<_> = warned
                .diagnostics
                .iter()
                .map(|it| {
                    let line = it.place.as_ref().map_or(0, crate::source::Place::line);
                    format!(
                        "{line} {}: {} — {}",
                        it.code,
                        it.message,
                        it.hint.as_deref().unwrap_or("")
                    )
                })
                .collect();
            assert_eq!(shown, [expected], "{desk}");
            assert_eq!(warned.value.entries, story().story().entries, "{desk}");
        }
    }

    #[test]
    fn broken_files_are_refused_without_panic() {
        let deep = "[".repeat(10_000);
        for desk in [
            "- {",
            "- hide: \"",
            "\t- x",
            "- hide: a\n b: c",
            "---\n- hide: a\n---\n- b",
            &deep,
            "- \u{0}",
            "%",
            "- ? [a]: b",
            "é: [",
            "- !!x hide: y",
        ] {
            let warned = story().desk(desk).warned();
            assert!(!warned.diagnostics.is_empty(), "{desk}");
            assert_eq!(warned.value.entries.len(), 3, "{desk}");
        }
    }

    #[test]
    fn places_count_bytes_behind_wide_letters_and_a_mark() {
        let warned = story().desk("\u{feff}# déjà\n- { hide: é, why: x }").warned();
        let place = warned.diagnostics[0].place.as_ref().unwrap();
        assert_eq!(&place.source.text()[place.span.start..place.span.end], "é");
    }

    #[test]
    fn a_desk_of_no_articles_is_no_trouble() {
        let story: Story = Builder::new().desk("[]").story();
        assert_eq!(story.entries, []);
    }
}
