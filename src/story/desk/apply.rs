//! Decisions in, drafts and people changed as they say out.

use std::{cell::OnceCell, cmp::Reverse, sync::Arc};

use super::{
    CONTRADICTING, Change, Decided,
    bonds::{Bonds, Kind},
    claims::{Agreement, Claims, Origin},
    decision::{Action, Decision, Item},
    ids::Ids,
    quotes::{Quoted, Quotes},
    ruling::{Applied, Effect},
    yaml::Written,
};
use crate::{
    diag::{Diagnostic, Warned, nearest},
    load::StorySource,
    source::Source,
    story::{Citation, entry::Draft, telling::Tellings},
};

/// What a decision does, or the fault that keeps it from doing anything; boxed, as a diagnostic is
/// large and rare.
type Tried<T> = Result<T, Box<Diagnostic>>;

/// The desk at work.
pub(super) struct Desk<'a> {
    source: &'a StorySource,
    file: &'a Arc<Source>,
    tellings: &'a Tellings<'a>,
    ids: Ids<'a>,
    quotes: OnceCell<Quotes<'a>>,
    decided: Decided,
    claims: Claims,
    bonds: Bonds,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Desk<'a> {
    /// A desk on which `decided` lies, as no decision has changed it.
    pub(super) fn new(
        source: &'a StorySource,
        file: &'a Arc<Source>,
        tellings: &'a Tellings<'a>,
        decided: Decided,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self {
            source,
            file,
            tellings,
            ids: Ids::new(tellings.mentions),
            quotes: OnceCell::new(),
            decided,
            claims: Claims::default(),
            bonds: Bonds::default(),
            diagnostics,
        }
    }

    /// What was decided, and what was wrong with it.
    pub(super) fn end(self) -> Warned<Decided> {
        Warned::with(self.decided, self.diagnostics)
    }

    /// Applies one decision.
    pub(super) fn apply(&mut self, item: Item) {
        let Item { decision, at } = item;
        let origin =
            Origin { verb: decision.action.verb(), at, applied: self.decided.applied.len() };
        match self.effect(&decision, origin) {
            Ok(Some(effect)) => {
                let (Decision { on, why, .. }, line) = (decision, self.line(origin));
                let also = Vec::new();
                self.decided.applied.push(Applied { effect, also, line, on, why, undone: false });
            }
            Ok(None) => {}
            Err(fault) => self.diagnostics.push(*fault),
        }
    }

    /// What a decision does; nothing if it repeats another.
    fn effect(&mut self, decision: &Decision<Written>, origin: Origin) -> Tried<Option<Effect>> {
        let Decision { action, quotes, .. } = decision;
        let of = Effect::OfEvent;
        match action {
            Action::Merge(events) => self.merge(events, quotes, origin),
            Action::Split { event, at } => self.split(event, quotes.first(), at, origin),
            Action::Person { name, is } => {
                let known = self.decided.people.rename(&name.text, is);
                self.known_person(known, name)?;
                let change = Change::Renamed { from: name.text.clone(), to: is.clone() };
                Ok(self.is_new(action, NO_DRAFT, origin).then_some(Effect::OfName(change)))
            }
            Action::DropPerson(name) => {
                let known = self.decided.people.drop(&name.text);
                self.known_person(known, name)?;
                Ok(self.is_new(action, NO_DRAFT, origin).then_some(Effect::OfName(Change::Dropped)))
            }
            Action::Hide(_) => self.change(decision, origin, |it| of(it, Change::Hidden)),
            Action::Approve(_) => self.change(decision, origin, |it| of(it, Change::Approved)),
            Action::Pin(_) => self.change(decision, origin, |it| of(it, Change::Pinned)),
            Action::Retitle { to, .. } => {
                self.change(decision, origin, |it| Effect::Retitled(it, to.clone()))
            }
            Action::Redate { to, .. } => {
                self.change(decision, origin, |it| Effect::Redated(it, *to))
            }
            Action::Note { text, .. } => {
                self.change(decision, origin, |it| of(it, Change::Noted(text.clone())))
            }
        }
    }

    /// Changes the one event that a decision names, found by a mention.
    fn change(
        &mut self,
        decision: &Decision<Written>,
        origin: Origin,
        effect: impl FnOnce(usize) -> Effect,
    ) -> Tried<Option<Effect>> {
        let Decision { action, quotes, .. } = decision;
        let Some(event) = action.named().first() else { return Ok(None) };
        let mention = self.find(event, quotes.first(), origin)?;
        let at = self.decided.owner[mention];
        let is_new = self.is_new(action, at, origin);
        Ok(is_new.then(|| {
            let effect = effect(mention);
            effect.edit(&mut self.decided.drafts[at]);
            effect
        }))
    }

    /// Moves the mentions of all events but the first into the first.
    fn merge(
        &mut self,
        events: &[Written],
        quotes: &[Written],
        origin: Origin,
    ) -> Tried<Option<Effect>> {
        let mut mentions = Vec::new();
        for (at, event) in events.iter().enumerate() {
            mentions.push(self.find(event, quotes.get(at), origin)?);
        }
        let drafts: Vec<_> = mentions.iter().map(|&it| self.decided.owner[it]).collect();
        let Some((&first, others)) = drafts.split_first() else { return Ok(None) };
        if let Some(again) = (1..drafts.len()).find(|&at| drafts[..at].contains(&drafts[at])) {
            return self.merged_already(&mentions, &events[again], origin);
        }
        let hidden = |&draft: &usize| self.decided.drafts[draft].hidden;
        if hidden(&first) && !others.iter().all(hidden) {
            return Err(Box::new(self.merged_into_hidden(&events[0])));
        }
        let members = |&draft: &usize| self.decided.drafts[draft].members.clone();
        let groups = drafts.iter().map(members).collect();
        for &other in others {
            let taken = std::mem::take(&mut self.decided.drafts[other]);
            taken.members.iter().for_each(|&member| self.decided.owner[member] = first);
            absorb(&mut self.decided.drafts[first], taken);
            let aside = self.claims.join(first, other);
            self.undo(&aside, origin, "sets aside", "the first event of the list decides");
        }
        self.bind(Kind::Joined, groups, origin);
        Ok(Some(Effect::Joined(mentions)))
    }

    /// The first event of a list, which decides for the others, is hidden, while another is not: nobody
    /// would see that one go.
    fn merged_into_hidden(&self, event: &Written) -> Diagnostic {
        let message =
            format!("`{}` is hidden and would hide the others; nothing was merged", event.text);
        let fault = Diagnostic::warning("merged-into-hidden", message).at(self.file, event.span);
        fault.hint("hide each of them, or begin the list with one that is published")
    }

    /// Events of a list that are one event before it is applied: by an earlier decision, or as read.
    fn merged_already(
        &mut self,
        mentions: &[usize],
        event: &Written,
        origin: Origin,
    ) -> Tried<Option<Effect>> {
        let earlier = match mentions {
            [a, rest @ ..] => rest.iter().map(|b| self.bonds.done(Kind::Joined, *a, *b)).collect(),
            [] => None,
        };
        let earlier: Option<Vec<Origin>> = earlier;
        if let Some(&[earlier, ..]) = earlier.as_deref() {
            self.repeated(origin, earlier);
            return Ok(None);
        }
        let message = format!("`{}` is already one event with another of the list", event.text);
        let fault = Diagnostic::warning("merged-already", message).at(self.file, event.span);
        Err(Box::new(fault.hint("remove it from the list")))
    }

    /// Takes the mentions that quote one of `at` out of an event. The part with the mention that gave
    /// the id keeps it. What the desk decided before goes with the mention that it was decided of; but
    /// what was hidden stays so in both parts.
    fn split(
        &mut self,
        event: &Written,
        quote: Option<&Written>,
        at: &[Written],
        origin: Origin,
    ) -> Tried<Option<Effect>> {
        let mention = self.find(event, quote, origin)?;
        let from = self.decided.owner[mention];
        let mut out = Vec::new();
        for sentence in at {
            let here = |it: usize| self.decided.owner[it] == from;
            let Quoted { mentions, edited } = self.quotes().find(&sentence.text, here);
            let Some(&first) = mentions.first() else {
                return self.not_in_event(mention, event, sentence, origin);
            };
            if edited {
                self.found_again(sentence, first, origin);
            }
            out.extend(mentions);
        }
        let draft = &self.decided.drafts[from];
        let (mut moved, mut rest): (Vec<_>, Vec<_>) =
            draft.members.iter().copied().partition(|member| out.contains(member));
        if rest.is_empty() {
            let message = format!("these are all the sentences of `{}`", event.text);
            let fault = Diagnostic::warning("empty-split", message).at(self.file, event.span);
            return Err(Box::new(fault.hint("leave out those that are to stay")));
        }
        let id = self.ids.get(draft.id.as_str());
        if id.is_some_and(|id| moved.contains(&id)) {
            std::mem::swap(&mut moved, &mut rest);
        }
        let effect = Effect::Parted(rest[0], moved[0]);
        self.hide_parts(from, [&rest, &moved]);
        let new = self.decided.drafts.len();
        for &member in &moved {
            self.decided.owner[member] = new;
        }
        let id = std::mem::take(&mut self.decided.drafts[from].id);
        let hidden = self.decided.drafts[from].hidden;
        let stays = Draft { id, ..self.as_decided(&rest, hidden) };
        self.decided.drafts[from] = stays;
        let leaves = self.as_decided(&moved, hidden);
        self.decided.drafts.push(leaves);
        let applied = &self.decided.applied;
        self.claims.part(from, new, |earlier| {
            applied[earlier.applied].effect.mention().is_some_and(|it| moved.contains(&it))
        });
        self.bind(Kind::Parted, vec![rest, moved], origin);
        Ok(Some(effect))
    }

    /// What hides an event hides each of the parts into which it is split.
    fn hide_parts(&mut self, draft: usize, parts: [&[usize]; 2]) {
        let Decided { applied, owner, drafts, .. } = &mut self.decided;
        let hides = |it: &&mut Applied| it.hidden().any(|mention| owner[mention] == draft);
        if drafts[draft].hidden
            && let Some(applied) = applied.iter_mut().rev().find(hides)
        {
            let bare = |part: &&[usize]| applied.hidden().all(|mention| !part.contains(&mention));
            let bare: Vec<_> = parts.into_iter().filter(bare).map(|part| part[0]).collect();
            applied.also.extend(bare);
        }
    }

    /// A draft of `members` with the decisions about them that hold.
    fn as_decided(&self, members: &[usize], hidden: bool) -> Draft {
        let mut draft = Draft::new(self.tellings, members.to_vec());
        for applied in self.decided.applied.iter().filter(|applied| !applied.undone) {
            if applied.effect.mention().is_some_and(|mention| members.contains(&mention)) {
                applied.effect.edit(&mut draft);
            }
        }
        draft.hidden |= hidden;
        draft
    }

    /// A sentence that the event has not, or no more, since it was taken out before.
    fn not_in_event(
        &mut self,
        mention: usize,
        event: &Written,
        sentence: &Written,
        origin: Origin,
    ) -> Tried<Option<Effect>> {
        let anywhere = self.quotes().find(&sentence.text, |_| true);
        let parted = |&it: &usize| self.bonds.done(Kind::Parted, mention, it);
        if let Some(earlier) = anywhere.mentions.iter().find_map(parted) {
            self.repeated(origin, earlier);
            return Ok(None);
        }
        let message = format!("`{}` has no such sentence", event.text);
        let fault = Diagnostic::warning("unknown-quote", message).at(self.file, sentence.span);
        Err(Box::new(fault.hint("copy it from one of the event's sources")))
    }

    /// The mention that an id names, else the one that a quote finds again.
    fn find(&mut self, event: &Written, quote: Option<&Written>, origin: Origin) -> Tried<usize> {
        let text = event.text.trim();
        let story = self.source.slug.as_str();
        let id = text.strip_prefix(story).and_then(|it| it.strip_prefix('/')).unwrap_or(text);
        if let Some(mention) = self.ids.get(id) {
            return Ok(mention);
        }
        let quoted = quote.map(|quote| (quote, self.quotes().find(&quote.text, |_| true)));
        let Some((quote, Quoted { mentions, edited })) = quoted else {
            return Err(Box::new(self.lost(event, id, quote, origin)));
        };
        let likest = mentions.into_iter().min_by_key(|&mention| {
            let other = &self.tellings.mentions[mention].citation.id;
            (Reverse(common_start(id, other)), mention)
        });
        let Some(likest) = likest else {
            return Err(Box::new(self.lost(event, id, Some(quote), origin)));
        };
        if edited {
            self.found_again(quote, likest, origin);
        }
        Ok(likest)
    }

    /// Says that a quote was found in other words: no event that the editor has not seen is taken without
    /// a word. One that is hidden is missed by nobody, so that it takes a warning.
    fn found_again(&mut self, quote: &Written, mention: usize, origin: Origin) {
        let Citation { id, quote: now, .. } = &self.tellings.mentions[mention].citation;
        let message = format!("this sentence is taken for “{now}”");
        let told = match origin.verb {
            "hide" => Diagnostic::warning("edited-quote", message),
            _ => Diagnostic::remark("edited-quote", message),
        };
        let hint = format!(
            "write it as it stands now (`{id}`), or remove the decision if it means another"
        );
        self.diagnostics.push(told.at(self.file, quote.span).hint(hint));
    }

    fn quotes(&self) -> &Quotes<'a> {
        let tellings = self.tellings;
        self.quotes.get_or_init(|| Quotes::new(tellings.mentions, &self.source.articles))
    }

    /// A decision that finds its event neither by id nor by quote.
    fn lost(
        &self,
        event: &Written,
        id: &str,
        quote: Option<&Written>,
        origin: Origin,
    ) -> Diagnostic {
        let nowhere = match quote {
            Some(_) => "no event of this story has the id `{}` or the quote",
            None => "no event of this story has the id `{}`",
        };
        let then = match origin.verb {
            "hide" => "; what it was to hide may be published",
            _ => "; nothing was changed",
        };
        let message = nowhere.replace("{}", id) + then;
        let fault = Diagnostic::warning("unknown-event", message).at(self.file, event.span);
        let alike = quote.map(|quote| self.quotes().likest(&quote.text));
        let owner = |mention: usize| self.decided.owner[mention];
        let gone = "remove the decision if the event has gone";
        fault.hint(match self.ids.candidates(id, &alike.unwrap_or_default(), owner) {
            Some(candidates) => format!("did you mean {candidates}?"),
            None if quote.is_some() => gone.into(),
            None if origin.verb == "merge" => format!("{gone}, or add its sentence to `quotes`"),
            None => format!("{gone}, or add its sentence as `quote`"),
        })
    }

    fn known_person(&self, known: bool, name: &Written) -> Tried<()> {
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

    /// Whether a decision says something new about an event or a name; what it contradicts is undone.
    fn is_new(&mut self, action: &Action<Written>, draft: usize, origin: Origin) -> bool {
        match self.claims.take(action, draft, origin) {
            Agreement::New => {}
            Agreement::Repeats(earlier) => {
                self.repeated(origin, earlier);
                return false;
            }
            Agreement::Contradicts(mut earlier) => {
                // What hides another part as well still holds: one part is taken out of it.
                earlier.retain(|it| !self.claims.hides(*it));
                self.contradicts(&earlier, origin);
            }
        }
        true
    }

    /// Notes which mentions a decision joined or parted.
    fn bind(&mut self, kind: Kind, groups: Vec<Vec<usize>>, origin: Origin) {
        let undone = self.bonds.take(kind, groups, origin, &self.decided.owner);
        self.contradicts(&undone, origin);
    }

    fn contradicts(&mut self, earlier: &[Origin], origin: Origin) {
        self.undo(earlier, origin, "contradicts", "the later one holds");
    }

    /// Says that earlier decisions hold no more, but for what hides other parts of an event as well.
    fn undo(&mut self, earlier: &[Origin], origin: Origin, how: &str, holds: &str) {
        for earlier in earlier {
            self.decided.applied[earlier.applied].undone = !self.claims.hides(*earlier);
            let (verb, line) = (origin.verb, self.line(*earlier));
            let message = format!("`{verb}` {how} `{}` on line {line}: {holds}", earlier.verb);
            let warning = Diagnostic::warning(CONTRADICTING, message);
            let hint = "remove the one that is not meant";
            self.diagnostics.push(warning.at(self.file, origin.at).hint(hint));
        }
    }

    fn repeated(&mut self, origin: Origin, earlier: Origin) {
        let (verb, line) = (origin.verb, self.line(earlier));
        let message = format!("`{verb}` adds nothing to `{}` on line {line}", earlier.verb);
        let warning = Diagnostic::warning("repeated-decision", message);
        self.diagnostics.push(warning.at(self.file, origin.at).hint("remove one of the two"));
    }

    fn line(&self, origin: Origin) -> usize {
        self.file.line_and_column(origin.at.start).0
    }
}

/// Stands for the draft of a decision that is about no event.
const NO_DRAFT: usize = usize::MAX;

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
