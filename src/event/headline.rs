//! A clause in, its headline out: the clause as a copy editor would print it, without the date, the
//! attribution and the asides.
//!
//! ```text
//! Clause ── reach ──▶ words ── without dates, asides ──▶ words ── fit, render ──▶ "Trump granted Johnson clemency"
//! ```

use std::ops::Range;

use super::{
    clause::{Clause, Form, Link, Subject, could_be_participle},
    words::{Kind, Word},
};
use crate::temporal::lexicon::prose::{Prose, Role};

/// The length that a headline should have at most, in characters.
const WANTED: usize = 90;
/// The length that a headline must have at most, in characters, unless a single phrase is longer.
const LONGEST: usize = 140;

/// The length of a subject, in characters, beyond which it is cut before a clause about it.
const LONG_SUBJECT: usize = 60;

/// How many words of a subject, or after a verb, are read for a headline. It keeps the work of a
/// sentence in proportion to its length.
const FARTHEST_WORD: usize = 80;

/// A sentence in which events were found.
pub(super) struct Context<'a> {
    /// Its text.
    pub(super) sentence: &'a str,
    /// Its words.
    pub(super) words: &'a [Word],
    /// Its clauses.
    pub(super) clauses: &'a [Clause],
    /// The words that are dates of a happening.
    pub(super) dates: &'a [usize],
    /// Where its durations stand, in bytes.
    pub(super) durations: &'a [Range<usize>],
    /// The language.
    pub(super) prose: &'a Prose,
}

/// Writes the headline of the clause at `index`; none if it has no subject. `name` gives the name for which a pronoun stands.
pub(super) fn headline(
    context: &Context<'_>,
    index: usize,
    name: &dyn Fn(&Word) -> Option<String>,
) -> Option<String> {
    let clause = &context.clauses[index];
    let subject = context.subject_words(index);
    let subject_text = match subject.as_slice() {
        [only] if context.words[*only].has(Role::Pronoun) => name(&context.words[*only]),
        _ => None,
    };
    let subject_text = subject_text.unwrap_or_else(|| context.render(&subject));
    let predicate = context.fit(clause, index, subject_text.chars().count());
    if !subject_text.contains(char::is_alphanumeric) || context.is_scrap(&subject) {
        return None;
    }
    // `The first flight was` on that day: what is left when the date has gone is the happening.
    let only_date = predicate.is_empty() && clause.verb.bare_auxiliary;
    if only_date && context.tells_recency(&subject) {
        return None;
    }
    let verb = if only_date { String::new() } else { context.verb_text(index, &subject) };
    Some(finish(&[subject_text, verb, context.render(&predicate)].join(" ")))
}

/// Writes the headline of words that make no clause: what stands after the date of a chronicle.
pub(super) fn label(context: &Context<'_>, range: Range<usize>) -> String {
    let words: Vec<usize> = context.without_brackets(range.clone());
    let cut = |words: &[usize]| {
        let mut kept = words;
        while context.render(kept).chars().count() > LONGEST && kept.len() > 1 {
            let border =
                kept[..kept.len() - 1].iter().rposition(|&i| context.words[i].parts_clauses());
            kept = &kept[..border.unwrap_or(kept.len() - 1)];
        }
        context.render(kept)
    };
    finish(&cut(&words))
}

impl Context<'_> {
    /// The words of a clause's subject.
    pub(super) fn subject_words(&self, index: usize) -> Vec<usize> {
        match &self.clauses[index].subject {
            Subject::Own(range) => self.shortened(self.subject_proper(range.clone())),
            Subject::Antecedent(range) => {
                let mut noun = self.subject_proper(range.clone());
                // `Under Rene Preval, who …`: the preposition governs the noun, it is no part of it.
                if noun.len() > 1 && self.words[noun[0]].has(Role::Preposition) {
                    noun.remove(0);
                }
                noun
            }
            Subject::Of(other) => self.subject_words(*other),
        }
    }

    /// Whether a subject begins with a letter that has lost its word.
    fn is_scrap(&self, subject: &[usize]) -> bool {
        subject.first().is_some_and(|&i| {
            let word = &self.words[i];
            word.kind == Kind::Word
                && word.span.len() == 1
                && word.roles.is_empty()
                && !word.capital
        })
    }

    /// Whether a subject only says how long ago something was: `The last earthquake was in 1860`.
    fn tells_recency(&self, subject: &[usize]) -> bool {
        subject.iter().any(|&i| self.words[i].has(Role::CalendarName) && !self.words[i].capital)
    }

    /// A subject up to the clause that tells which one is meant, if it is long.
    fn shortened(&self, subject: Vec<usize>) -> Vec<usize> {
        let border = subject.iter().position(|&i| {
            self.clauses.iter().any(|c| c.link == Link::Restriction && c.opens == i)
        });
        match border {
            Some(border) if border > 0 && self.render(&subject).chars().count() > LONG_SUBJECT => {
                subject[..border].to_vec()
            }
            _ => subject,
        }
    }

    /// A subject without what stands before it (dates, links, places) and inside it (asides).
    fn subject_proper(&self, range: Range<usize>) -> Vec<usize> {
        let mut start = range.start.max(range.end.saturating_sub(FARTHEST_WORD));
        start = self.after_stray_bracket(start..range.end).unwrap_or(start);
        while let Some(next) = self.after_lead(start, range.end) {
            start = next;
        }
        self.without_asides(start..range.end)
    }

    /// Where the words go on after the last bracket that closes what nothing opened.
    fn after_stray_bracket(&self, range: Range<usize>) -> Option<usize> {
        let mut depth = 0_usize;
        let mut after = None;
        for i in range.start..range.end.saturating_sub(1) {
            match self.words[i].kind {
                Kind::Mark('(') => depth += 1,
                Kind::Mark(')') if depth == 0 => after = Some(i + 1),
                Kind::Mark(')') => depth -= 1,
                _ => {}
            }
        }
        after
    }

    /// Where the words go on after one thing that leads up to the subject at `start`.
    fn after_lead(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let word = words[start..end].first()?;
        if let Kind::Mark(mark) = word.kind {
            let paired = matches!(mark, '\'' | '’' | '‘' | '"')
                && words[start + 1..end]
                    .iter()
                    .any(|w| matches!(w.kind, Kind::Mark('\'' | '’' | '"')));
            return (mark != '(' && !paired).then_some(start + 1);
        }
        if let Some(after) = self.after_date(start, end) {
            return Some(after);
        }
        // `Sunday, the 10th, it rained`
        let day = word.has(Role::Determiner)
            && words[start..end].get(1).is_some_and(|w| w.kind == Kind::Number)
            && words[start..end].get(2).is_some_and(|w| w.is(','));
        if day && start + 3 < end {
            return Some(start + 3);
        }
        let phrase = self.connective(start, end);
        if phrase > 0 && start + phrase < end {
            return Some(start + phrase);
        }
        let leads = word.any(&[
            Role::Preposition,
            Role::Subordinator,
            Role::Gerund,
            Role::Participle,
            Role::Adverb,
            Role::According,
            Role::Sequence,
        ]);
        if !leads || word.any(&[Role::Pronoun]) {
            return None;
        }
        let comma = (start..end).find(|&i| words[i].is(','));
        if let Some(comma) = comma.filter(|&i| i + 1 < end) {
            return Some(comma + 1);
        }
        // `In Paris the company`: the next article or pronoun begins the subject.
        let next = (start + 2..end).find(|&i| {
            words[i].any(&[Role::Determiner, Role::Pronoun, Role::Possessive])
                && !words[i - 1].has(Role::Preposition)
        });
        let opener = word.any(&[Role::Adverb, Role::Subordinator]) && start + 1 < end;
        next.or_else(|| opener.then_some(start + 1))
    }

    /// Where the words go on after a date with its preposition at `start`.
    fn after_date(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        let mut at = start;
        while at < end && words[at].any(&[Role::DatePreposition, Role::DateModifier]) {
            at += 1;
        }
        // `At the 1996 Olympics`: the date tells which ones.
        let article = at > start && words[at - 1].has(Role::Determiner);
        let noun = words[at..end].get(1).is_some_and(Word::is_noun_like);
        let names = article && noun;
        (at < end && words[at].is_date() && !names).then_some(at + 1)
    }

    /// How many words at `start` only link the sentence to the one before.
    fn connective(&self, start: usize, end: usize) -> usize {
        let first = &self.words[start];
        let text = self.text(start..end).to_lowercase();
        let phrase = self.prose.words.connectives.iter().find(|phrase| {
            text.strip_prefix(**phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if let Some(phrase) = phrase {
            return phrase.split(' ').count();
        }
        let nominal = !first.has(Role::Coordinator)
            && self.words.get(start + 1).is_some_and(|w| w.has(Role::Preposition));
        usize::from(first.has(Role::Connective) && !nominal)
    }

    /// The words of `range` without what stands between commas, brackets or dashes.
    fn without_asides(&self, range: Range<usize>) -> Vec<usize> {
        let kept = self.without_brackets(range);
        let commas: Vec<usize> = kept
            .iter()
            .copied()
            .filter(|&i| self.words[i].is(',') || self.words[i].is('—'))
            .collect();
        let list = kept.iter().any(|&i| self.words[i].has(Role::Coordinator));
        let dates = kept.iter().copied().filter(|i| !self.is_removed_date(*i, &kept));
        let closed = commas.len() > 1 && commas.last() == kept.last();
        match commas.first() {
            Some(&opens) if closed || !list => {
                let end = commas.last().copied().filter(|&end| end > opens);
                dates.filter(|&i| i < opens || end.is_some_and(|end| i > end)).collect()
            }
            _ => dates.collect(),
        }
    }

    fn without_brackets(&self, range: Range<usize>) -> Vec<usize> {
        let mut depth = 0_usize;
        let outside = range.filter(|&i| {
            let word = &self.words[i];
            if word.is('(') {
                depth += 1;
            }
            let inside = depth > 0;
            if word.is(')') {
                depth = depth.saturating_sub(1);
            }
            !inside && !word.is(')')
        });
        outside.collect()
    }

    /// Whether the word at `i` goes with a date that leaves the headline.
    fn is_removed_date(&self, i: usize, among: &[usize]) -> bool {
        self.dates.iter().any(|&date| {
            let start = self.date_start(date);
            (start..=date).contains(&i) && among.contains(&date)
        })
    }

    /// Where the phrase of a date begins: its preposition and what narrows it belong to it.
    pub(super) fn date_start(&self, date: usize) -> usize {
        let words = self.words;
        let plain = |i: usize| words[i].kind == Kind::Word && words[i].quoted == words[date].quoted;
        // `the well about 1600`: an adverb after an article is a noun.
        let noun =
            |i: usize| words[i].has(Role::Adverb) && i > 0 && words[i - 1].has(Role::Determiner);
        let modifier = |i: usize| plain(i) && words[i].has(Role::DateModifier) && !noun(i);
        let mut start = date;
        while start > 0 && modifier(start - 1) {
            start -= 1;
        }
        if start > 0 && plain(start - 1) && words[start - 1].has(Role::DatePreposition) {
            start -= 1;
            while start > 0 && modifier(start - 1) {
                start -= 1;
            }
        } else {
            // No preposition: an article or adverb before the date may belong to the verb.
            start =
                (start..=date).find(|&i| i == date || !words[i].has(Role::Adverb)).unwrap_or(date);
        }
        // `in or about 1720`
        let joined = start > 1
            && words[start - 1].has(Role::Coordinator)
            && words[start - 2].has(Role::DatePreposition);
        if joined { start - 2 } else { start }
    }

    /// The verb as the headline has it, with the auxiliary that a participle lacks.
    fn verb_text(&self, index: usize, subject: &[usize]) -> String {
        let clause = &self.clauses[index];
        let verb = &clause.verb;
        let main = &self.words[verb.main];
        // `almost collapsed` is not `collapsed`; `then collapsed` is.
        let adverbs = (clause.start..verb.span.start)
            .rev()
            .take_while(|&i| self.words[i].has(Role::Adverb) && !subject.contains(&i));
        let told = adverbs.filter(|&i| !self.words[i].any(&[Role::Connective, Role::Sequence]));
        let start = told.last().unwrap_or(verb.span.start);
        let words: Vec<usize> = (start..verb.span.end).collect();
        let words: Vec<usize> =
            words.iter().copied().filter(|&i| !self.is_removed_date(i, &words)).collect();
        if matches!(clause.link, Link::Aside | Link::Restriction)
            && could_be_participle(main, verb)
            && !main.has(Role::Intransitive)
            && self.words.get(clause.opens).is_none_or(|w| !w.has(Role::Relative))
            && !self.opens_with_relative(clause)
        {
            let passive = self.passive(subject);
            return format!("{passive} {}", self.render(&words));
        }
        if clause.link == Link::Shared
            && let Subject::Of(other) = clause.subject
            && self.shares_auxiliary(clause)
            && self.clauses[other].verb.passive
        {
            let host = &self.clauses[other].verb;
            let auxiliaries: Vec<usize> = (host.span.start..host.main)
                .filter(|&i| !self.words[i].is_date() && !self.words[i].has(Role::Adverb))
                .collect();
            return format!("{} {}", self.render(&auxiliaries), self.render(&words));
        }
        if verb.form == Form::Future
            && let Some(planned) = self.planned_verb(&words)
        {
            return planned;
        }
        self.render(&words)
    }

    /// Whether a verb without an auxiliary can only mean what was done to its subject: `given` is no
    /// simple past, `died` takes no auxiliary, `founded a school` has an object of its own.
    fn shares_auxiliary(&self, clause: &Clause) -> bool {
        let verb = &clause.verb;
        let main = &self.words[verb.main];
        let object = self.words.get(verb.span.end).is_some_and(|w| {
            let noun = w.is_noun_like() || w.kind == Kind::Number;
            noun || w.any(&[Role::Determiner, Role::Possessive, Role::Pronoun])
        });
        let patient = !main.has(Role::Past) || !main.has(Role::Intransitive) && !object;
        could_be_participle(main, verb) && patient
    }

    fn opens_with_relative(&self, clause: &Clause) -> bool {
        self.words[clause.opens..clause.verb.span.start].iter().any(|w| w.has(Role::Relative))
    }

    fn passive(&self, subject: &[usize]) -> &'static str {
        let (one, several) = self.prose.words.passive;
        let plural = subject.last().is_some_and(|&i| {
            let text = &self.sentence[self.words[i].span.clone()];
            text.ends_with(self.prose.words.plural_suffix) && !self.words[i].capital
        });
        if plural { several } else { one }
    }

    /// `will open` and `is expected to open` as `to open`; nothing for `plans to open`.
    fn planned_verb(&self, words: &[usize]) -> Option<String> {
        let to = self.prose.words.planned;
        let infinitive = words.iter().position(|&i| self.words[i].has(Role::Infinitive));
        let first = &self.words[*words.first()?];
        match infinitive {
            Some(at) if first.has(Role::BePresent) => {
                Some(format!("{to} {}", self.render(&words[at + 1..])))
            }
            None if first.has(Role::Future) => Some(format!("{to} {}", self.render(&words[1..]))),
            None if first.has(Role::BePresent) => Some(self.render(&words[1..])),
            _ => None,
        }
    }

    /// The words after the verb that make a headline of a wanted length, after a subject of
    /// `subject` characters.
    fn fit(&self, clause: &Clause, index: usize, subject: usize) -> Vec<usize> {
        let from = clause.verb.span.end;
        let until = self.reach(index).min(from + FARTHEST_WORD);
        let kept = self.without_brackets(from..until);
        let kept = self.without_dates(&kept);
        let kept = self.without_trailing_aside(kept);
        let verb = self.text(clause.verb.span.clone()).chars().count();
        let length = |kept: &[usize]| subject + verb + 2 + self.render(kept).chars().count();
        let borders = |weak: bool| {
            let all = (2..kept.len()).rev();
            all.filter(|&i| self.is_border(&kept, i, weak)).collect::<Vec<_>>()
        };
        let whole = length(&kept);
        if whole <= WANTED {
            return kept;
        }
        let (strong, weak) = (borders(false), borders(true));
        let within =
            |borders: &[usize], most| borders.iter().copied().find(|&i| length(&kept[..i]) <= most);
        let best = match within(&strong, WANTED) {
            None if whole <= LONGEST => return kept,
            best => best.or_else(|| within(&strong, LONGEST)),
        };
        let best = best.or_else(|| within(&weak, WANTED)).or_else(|| within(&weak, LONGEST));
        let best = best.or_else(|| weak.last().copied());
        let Some(border) = best else { return kept };
        let mut kept = kept[..border].to_vec();
        // `108 minutes | after he had left it`
        while kept.last().is_some_and(|&i| self.is_duration(i)) {
            kept.pop();
        }
        kept
    }

    fn is_duration(&self, i: usize) -> bool {
        let at = self.words[i].span.start;
        self.durations.iter().any(|duration| duration.contains(&at))
    }

    /// Whether a headline may end before the word at `i` of `kept`.
    fn is_border(&self, kept: &[usize], i: usize, weak: bool) -> bool {
        let word = &self.words[kept[i]];
        let clause = word.any(&[Role::Subordinator, Role::Relative])
            && !word.any(&[Role::Determiner, Role::DateModifier])
            && self.clauses.iter().any(|c| c.opens == kept[i] || c.opens + 1 == kept[i]);
        let mark = match word.kind {
            Kind::Mark(';' | ':' | '—') => true,
            Kind::Mark(',') => weak,
            _ => false,
        };
        let open = self.words[kept[i - 1]].any(&[
            Role::Preposition,
            Role::Determiner,
            Role::Coordinator,
            Role::Infinitive,
        ]);
        let phrase = weak
            && (word.any(&[Role::Preposition, Role::Coordinator]) && !word.has(Role::Infinitive));
        let after_verb = self.clauses.iter().any(|c| c.verb.span.contains(&kept[i - 1]));
        (clause || mark || phrase) && !open && !after_verb
    }

    /// Where the clause at `index` ends, with the clauses that the headline takes along.
    fn reach(&self, index: usize) -> usize {
        let mut end = self.clauses[index].end;
        for next in &self.clauses[index + 1..] {
            let dated = self.dates.iter().any(|d| (next.opens..next.end).contains(d));
            let comma = self.words.get(next.opens).is_some_and(|w| w.is(','));
            let follows = match next.link {
                Link::Shared => !dated,
                Link::Restriction | Link::Said => true,
                Link::Subordinate | Link::Condition => !dated && !comma,
                _ => false,
            };
            if !follows || next.opens > end {
                break;
            }
            end = next.end;
        }
        end
    }

    /// `kept` without the dates of happenings and the marks around them.
    fn without_dates(&self, kept: &[usize]) -> Vec<usize> {
        let removed = |i: usize| self.is_removed_date(i, kept);
        let mut out: Vec<usize> = Vec::new();
        let mut skipped = false;
        for (at, &i) in kept.iter().enumerate() {
            let word = &self.words[i];
            if removed(i) {
                skipped = true;
                continue;
            }
            let link = word.any(&[Role::DatePreposition, Role::Coordinator])
                || word.is(',')
                || word.is('—');
            let before_date = kept.get(at + 1).is_some_and(|&next| removed(next));
            // The comma after a date, and what joins two dates, goes with them.
            if skipped && (word.is(',') || link && before_date) {
                if out.last().is_some_and(|&last| self.words[last].is(',')) {
                    out.pop();
                } else if !before_date && word.is(',') && self.needs_comma(kept, at) {
                    out.push(i);
                }
                continue;
            }
            skipped = false;
            out.push(i);
        }
        out
    }

    /// Whether the comma at `at` parts more than the date before it: an aside follows.
    fn needs_comma(&self, kept: &[usize], at: usize) -> bool {
        kept.get(at + 1).is_some_and(|&i| {
            let word = &self.words[i];
            !word.any(&[Role::PlacePreposition]) || word.any(&[Role::Gerund, Role::According])
        })
    }

    /// `kept` up to the first comma after which only an aside follows.
    fn without_trailing_aside(&self, mut kept: Vec<usize>) -> Vec<usize> {
        let aside = (0..kept.len()).find(|&at| self.opens_aside(&kept, at));
        if let Some(at) = aside {
            kept.truncate(at);
        }
        while kept.last().is_some_and(|&i| Self::dangles(&self.words[i])) {
            kept.pop();
        }
        kept
    }

    fn dangles(word: &Word) -> bool {
        matches!(word.kind, Kind::Mark(c) if !matches!(c, '"' | '%' | '\'' | '’' | ')'))
            || word.has(Role::Coordinator)
    }

    fn opens_aside(&self, kept: &[usize], at: usize) -> bool {
        let words = self.words;
        let word = &words[kept[at]];
        if word.has(Role::According) {
            return true;
        }
        if !matches!(word.kind, Kind::Mark(',' | ';' | '—' | ':')) || word.quoted {
            return false;
        }
        let Some(next) = kept.get(at + 1).map(|&i| &words[i]) else { return true };
        if !word.is(',') {
            return true;
        }
        if next.any(&[Role::Gerund, Role::According, Role::Relative, Role::Subordinator]) {
            return true;
        }
        let rest = &kept[at + 1..];
        let until = rest.iter().position(|&i| words[i].has(Role::Coordinator));
        let list = until.is_some_and(|n| {
            rest[..n].iter().all(|&i| !self.clauses.iter().any(|c| c.verb.span.contains(&i)))
        });
        let place = at > 0 && next.capital && words[kept[at - 1]].capital && next.is_noun_like();
        let joins = next.has(Role::Coordinator);
        !(list || place || joins)
    }

    fn text(&self, range: Range<usize>) -> &str {
        match (self.words.get(range.start), range.end.checked_sub(1).map(|i| &self.words[i])) {
            (Some(first), Some(last)) if first.span.start < last.span.end => {
                &self.sentence[first.span.start..last.span.end]
            }
            _ => "",
        }
    }

    /// The text of words, with one space wherever the sentence has white space or lost a word.
    fn render(&self, indices: &[usize]) -> String {
        let mut out = String::new();
        let mut last: Option<usize> = None;
        for &i in indices {
            let word = &self.words[i];
            if let Some(last) = last {
                let gap = &self.sentence[self.words[last].span.end..word.span.start];
                let closes =
                    matches!(word.kind, Kind::Mark(',' | ';' | ':' | ')') | Kind::Genitive);
                let space = if last + 1 == i { !gap.is_empty() } else { !closes };
                if space {
                    out.push(' ');
                }
            }
            out.extend(
                self.sentence[word.span.clone()].split_whitespace().flat_map(|part| [part, " "]),
            );
            out.truncate(out.trim_end().len());
            last = Some(i);
        }
        out
    }
}

/// Balances quotes, drops a final mark and gives the first letter its capital.
fn finish(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = [" ,", " ;", " :"].iter().fold(text, |text, mark| text.replace(mark, &mark[1..]));
    let text = balanced(&text);
    let text = text.trim().trim_end_matches([',', ';', ':', '-', '–', '—', '!', '?']).trim_end();
    let text = text.strip_suffix('.').filter(|t| !t.contains('.')).unwrap_or(text);
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

/// `text` without double quotes when they do not come in pairs.
fn balanced(text: &str) -> String {
    let opened = text.matches(['“', '„', '«']).count();
    let closed = text.matches(['”', '»']).count();
    let straight = text.matches('"').count();
    let mut text = text.to_owned();
    if opened != closed {
        text = text.replace(['“', '”', '„', '«', '»'], "");
    }
    if straight % 2 == 1 {
        text = text.replace('"', "");
    }
    text
}
