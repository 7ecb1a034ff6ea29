//! The words of a sentence in, its verbs with their tenses out; then the verb nearest to an expression.
//!
//! ```text
//! roles of the words ── TENSES, at each word ──▶ Verb (group of words, tense) ── Clauses::nearest ──▶ Tense
//! ```
//!
//! Tense is read by rules, from the auxiliaries, irregular forms and endings of the lexicon. A verb is read
//! as a group: of `will not have been held` and of `is heard` the first word decides. To add a rule, list it
//! in [`TENSES`]: its examples are its tests.

use std::ops::Range;

use super::{
    lexicon::{
        Cue, Sense, Senses,
        prose::{Prose, Role, Roles},
    },
    token::{Kind, Token},
};

/// Where a verb puts what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// `went`, `was convicted`, `has met`.
    Past,
    /// `is`, `has`, `is heard`.
    Present,
    /// `The court meets Monday`, `they are meeting`: a present that is told of what is fixed to come.
    Scheduled,
    /// `to meet`: ahead of the verb before it.
    Infinitive,
    /// `raised money to meet it`: what for something was done, mostly on the same day, but it may also lie
    /// ahead.
    Purpose,
    /// `will meet`, `is due`.
    Future,
    /// `would meet`: ahead as seen from the past.
    FutureInPast,
}

impl Tense {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Scheduled => "scheduled",
            Self::Infinitive => "infinitive",
            Self::Purpose => "purpose",
            Self::Future => "future",
            Self::FutureInPast => "future in the past",
        }
    }

    /// Whether it looks ahead of what is told.
    #[must_use]
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Future | Self::FutureInPast)
    }
}

/// A verb of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// Its tokens, auxiliaries and all: `will not have been held`.
    pub tokens: Range<usize>,
    /// Its tense.
    pub tense: Tense,
    /// The name of the rule that read it.
    pub rule: &'static str,
    /// Whether it may be a participle that goes with the noun before it: `a hearing called by him`.
    pub is_participle: bool,
    /// Whether an infinitive behind it tells what it was done for, and so when: `came to see him on
    /// Friday`, but not `agreed to see him on Friday`.
    pub has_purpose: bool,
}

/// A way to tell a tense.
#[derive(Debug)]
pub struct TenseRule {
    /// A name to cite in reports, in kebab case.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// Sentences, each with the verb that the rule reads in brackets.
    pub examples: &'static [&'static str],
    /// Where the verb puts what it tells; `None` where another verb says so.
    pub tense: Option<Tense>,
    /// The end of the verb that begins at a word, if the rule reads one there.
    read: fn(&Words<'_>, usize) -> Option<usize>,
}

/// Every rule; of those that read a verb at a word, the first one decides.
pub const TENSES: &[TenseRule] = &[
    TenseRule {
        name: "may-have",
        about: "A modal before a perfect, which looks back.",
        examples: &["He [may have left] in June.", "He [would have been freed] on Monday."],
        tense: Some(Tense::Past),
        read: |words, at| {
            let have = words.behind(at, &[Role::Modal, Role::FutureInPast])?;
            words.group(have, &[Role::HavePresent], PARTICIPLES, false)
        },
    },
    TenseRule {
        name: "will",
        about: "An auxiliary of the future.",
        examples: &["They [will not be held] in June."],
        tense: Some(Tense::Future),
        read: |words, at| {
            words.group(at, FUTURE, WORDS_OF_VERBS, true).map(|end| words.with_base(end))
        },
    },
    TenseRule {
        name: "would",
        about: "An auxiliary of the future as seen from the past.",
        examples: &["It [would meet] on Monday."],
        tense: Some(Tense::FutureInPast),
        read: |words, at| {
            let would = &[Role::FutureInPast];
            words.group(at, would, WORDS_OF_VERBS, true).map(|end| words.with_base(end))
        },
    },
    TenseRule {
        name: "may",
        about: "A modal that looks ahead.",
        examples: &["It [may rule] on Monday.", "They [must leave] by Friday."],
        tense: Some(Tense::Future),
        read: |words, at| {
            let is_month = words.tokens[at].is_capital();
            // `could` may look back: `could not be reached on Monday`.
            let end = words.group(at, &[Role::ModalAhead], WORDS_OF_VERBS, true)?;
            (!is_month).then(|| words.with_base(end))
        },
    },
    TenseRule {
        name: "had",
        about: "A past perfect, and whatever was planned in it.",
        examples: &["It [had been due to expire] in June.", "They [had] a plan for June."],
        tense: Some(Tense::Past),
        read: |words, at| {
            let had = words.one(at, &[Role::HavePast])?;
            let end = words.group(at, &[Role::HavePast], PAST_PLANS, false).unwrap_or(had);
            Some(words.infinitive(end).unwrap_or(end))
        },
    },
    TenseRule {
        name: "was-due",
        about: "The same of what was expected or planned, ahead as seen from the past.",
        examples: &["It [was expected to rule] on Monday.", "It [was due] in June."],
        tense: Some(Tense::FutureInPast),
        read: |words, at| words.is(at, &[Role::BePast]).then(|| planned(words, at)).flatten(),
    },
    TenseRule {
        name: "due",
        about: "A word for what is expected or planned, before what is.",
        examples: &[
            "It [is due] in June.",
            "The talks, [set to resume] on Monday, failed.",
            "She [is due to be freed] on Monday.",
            "A hearing [has been set] for Monday.",
            "The vote [scheduled] for June is off.",
        ],
        tense: Some(Tense::Future),
        read: planned,
    },
    TenseRule {
        name: "was-to",
        about: "A past form of `be` before an infinitive.",
        examples: &["The king [was to come] in June."],
        tense: Some(Tense::FutureInPast),
        read: |words, at| words.infinitive(words.one(at, &[Role::BePast])?),
    },
    TenseRule {
        name: "is-to",
        about: "A form of `be`, or a verb of intention, before an infinitive.",
        examples: &["The king [is to come] in June.", "It [plans to close] on Monday."],
        tense: Some(Tense::Future),
        read: |words, at| words.infinitive(words.one(at, BEFORE_INFINITIVE)?),
    },
    TenseRule {
        name: "has-met",
        about: "A present perfect, which tells of the past.",
        examples: &["She [has often been seen] there since June."],
        tense: Some(Tense::Past),
        read: |words, at| {
            words
                .group(at, &[Role::HavePresent], PARTICIPLES, false)
                .map(|end| words.with_done(end))
        },
    },
    TenseRule {
        name: "is-meeting",
        about: "A present progressive, which is told of what is fixed to come.",
        examples: &["They [are arriving] on Monday."],
        tense: Some(Tense::Scheduled),
        read: |words, at| words.group(at, &[Role::BePresent], &[Role::Gerund], false),
    },
    TenseRule {
        name: "is-held",
        about: "A passive of the present.",
        examples: &["The rule [is applied] in May."],
        tense: Some(Tense::Present),
        read: |words, at| words.group(at, &[Role::BePresent], PARTICIPLES, false),
    },
    TenseRule {
        name: "is-on",
        about: "A form of `be` before a day, which is told of what is fixed to come.",
        examples: &["The fair [is] on Saturday.", "The game [is] Sunday."],
        tense: Some(Tense::Scheduled),
        read: |words, at| {
            let end = words.one(at, &[Role::BePresent])?;
            let day = words.one(end, &[Role::DatePreposition]).unwrap_or(end);
            words.is(day, &[Role::CalendarName]).then_some(end)
        },
    },
    TenseRule {
        name: "they-meet",
        about: "The same without an ending, behind its subject.",
        examples: &["The two sides [meet] on Monday.", "Germany [face] Mexico on Sunday."],
        tense: Some(Tense::Scheduled),
        read: |words, at| {
            let end = words.one(at, &[Role::Scheduling])?;
            words.ends_subject(at).then_some(end)
        },
    },
    TenseRule {
        name: "was",
        about: "A past form of an auxiliary, with what follows it.",
        examples: &[
            "She [was convicted] in 1996.",
            "He [did not come] in June.",
            "It [was forced to close] in June.",
        ],
        tense: Some(Tense::Past),
        read: |words, at| {
            let was = words.one(at, PAST_AUXILIARIES)?;
            let end = words.group(at, PAST_AUXILIARIES, WORDS_OF_VERBS, false).unwrap_or(was);
            Some(words.with_done(end))
        },
    },
    TenseRule {
        name: "being-held",
        about: "A passive in a participle or noun, of which the verb before it tells the time.",
        examples: &["They will start [getting beaten] in spring."],
        tense: None,
        read: |words, at| {
            let being = words.one(at, &[Role::Gerund, Role::Being])?;
            words.one(being, &[Role::Past, Role::Participle])
        },
    },
    TenseRule {
        name: "effort-to",
        about: "A noun or adjective before an infinitive, of which the verb before it tells the time.",
        examples: &["Rain stopped [efforts to mend] it on Friday.", "They were [able to land]."],
        tense: None,
        read: |words, at| words.infinitive(words.one(at, &[Role::Ability])?),
    },
    TenseRule {
        name: "began-to-meet",
        about: "A past verb before an infinitive that was done, or was not.",
        examples: &[
            "He [failed to come] on Monday.",
            "The council [voted to close] it on Monday.",
            "They [met to discuss] it on Monday.",
        ],
        tense: Some(Tense::Past),
        read: |words, at| {
            let end = words.one(at, &[Role::Implicative, Role::Assembling])?;
            words.infinitive(words.after_adverbs(end))
        },
    },
    TenseRule {
        name: "went",
        about: "A past form or participle; a capitalised one is a name.",
        examples: &["He [left] in June.", "The bridge [built] in 1953 fell."],
        tense: Some(Tense::Past),
        read: |words, at| words.one(at, &[Role::Past]).filter(|_| !words.tokens[at].is_capital()),
    },
    TenseRule {
        name: "is",
        about: "A present form of an auxiliary, or of a verb of intention.",
        examples: &["It [is] cold in June."],
        tense: Some(Tense::Present),
        read: |words, at| words.one(at, PRESENT),
    },
    TenseRule {
        name: "meets",
        about: "A present form of a verb for what has a day fixed.",
        examples: &["The court [meets] on Monday."],
        tense: Some(Tense::Scheduled),
        read: |words, at| words.one(at, &[Role::Present]),
    },
    TenseRule {
        name: "to-have-met",
        about: "A perfect infinitive, which looks back.",
        examples: &["She is said [to have left] on Friday."],
        tense: Some(Tense::Past),
        read: |words, at| {
            let have = words.one(at, &[Role::Infinitive])?;
            words.group(have, &[Role::HavePresent], PARTICIPLES, false)
        },
    },
    TenseRule {
        name: "to-meet",
        about: "An infinitive.",
        examples: &["It agreed [to buy] the mill in June."],
        tense: Some(Tense::Infinitive),
        read: |words, at| words.infinitive(at),
    },
];

/// Where a plan ends that begins at a word: `is due to be freed`, `has been set`, `scheduled` for June.
fn planned(words: &Words<'_>, at: usize) -> Option<usize> {
    let been =
        words.one(at, &[Role::HavePresent]).and_then(|been| words.behind(been, &[Role::Been]));
    let be = words.behind(at, BE).or(been);
    let verb = be.unwrap_or(at);
    let end = words.one(verb, &[Role::Prospective])?;
    let past = words.is(verb, &[Role::Past]) && !words.sees_cue(end, Cue::For);
    let names_what =
        words.is(end, &[Role::Infinitive]) || !past && words.is(end, &[Role::Preposition]);
    // `was set up in June` was done; `was set to open in June` was ahead.
    let is_past = words.is(at, &[Role::BePast, Role::HavePresent])
        && (words.is(verb, &[Role::Past]) || been.is_some());
    let looks_ahead = words.is(end, &[Role::Infinitive]) || words.sees_cue(end, Cue::For);
    let told = match be {
        Some(_) => !is_past || looks_ahead,
        None => names_what && !words.is_cause(verb),
    };
    told.then(|| words.infinitive(end).unwrap_or(end))
}

/// What makes a future by itself: `will`.
const FUTURE: &[Role] = &[Role::Future];
const BE: &[Role] = &[Role::BePresent, Role::BePast, Role::Be, Role::Been];
/// What makes one before an infinitive: `plans to`, `is to`.
const BEFORE_INFINITIVE: &[Role] = &[Role::Intention, Role::BePresent];
const PAST_AUXILIARIES: &[Role] = &[Role::BePast, Role::DoPast];
const PRESENT: &[Role] = &[Role::BePresent, Role::HavePresent, Role::DoPresent, Role::Intention];
const PARTICIPLES: &[Role] = &[Role::Past, Role::Participle, Role::Been];
const PAST_PLANS: &[Role] = &[Role::Past, Role::Participle, Role::Been, Role::Prospective];
/// What a verb may consist of behind its first word.
const WORDS_OF_VERBS: &[Role] = &[
    Role::Be,
    Role::Been,
    Role::Being,
    Role::HavePresent,
    Role::Past,
    Role::Participle,
    Role::Gerund,
    Role::Base,
];
/// What may stand between the words of a verb.
const BETWEEN: &[Role] = &[Role::Adverb, Role::Negation];
/// What does not follow the mark of an infinitive, but the same word as a preposition: `to the`.
const NO_VERB: &[Role] = &[
    Role::Determiner,
    Role::Possessive,
    Role::Pronoun,
    Role::Preposition,
    Role::Gerund,
    Role::CalendarName,
    Role::BareNoun,
];

/// What tells, right before the mark of an infinitive, that one follows.
const INTENDING: &[Role] = &[Role::Intention, Role::PastIntention, Role::BePresent, Role::BePast];

/// Verbs of which an infinitive lies ahead, or which say nothing of its time: `asked him to leave`.
const AHEAD_OF_THEM: &[Role] = &[
    Role::Intention,
    Role::PastIntention,
    Role::Prospective,
    Role::Commanding,
    Role::Saying,
    Role::Announcing,
    Role::Stative,
    Role::BePast,
];

/// What is no noun, though it may end as one in the plural does: `its`, `is`.
const NO_NOUN: &[Role] = &[
    Role::Determiner,
    Role::Possessive,
    Role::Preposition,
    Role::BePresent,
    Role::BePast,
    Role::HavePresent,
    Role::DoPresent,
    Role::Intention,
    Role::Present,
    Role::Adverb,
    Role::Coordinator,
    Role::Subordinator,
    Role::CalendarName,
];

/// How many words a verb may have behind its first, those between not counted.
const GROUP: usize = 4;
/// How many words may stand between two of them.
const GAP: usize = 3;
/// How many words a phrase of time may have up to the one that tells it: `the next day`.
const TIME_PHRASE: usize = 3;

/// A sentence as a row of words and their roles.
struct Words<'t> {
    tokens: &'t [Token<'t>],
    first: usize,
    roles: Vec<Roles>,
    /// Whether each word ends as a plural does.
    plurals: Vec<bool>,
}

impl<'t> Words<'t> {
    fn new(text: &str, tokens: &'t [Token<'t>], range: Range<usize>, prose: &Prose) -> Self {
        let roles = |token: &Token<'_>| match token.kind {
            Kind::Word { .. } => prose.roles(&text[token.span.clone()]),
            _ => Roles::default(),
        };
        let plural = |token: &Token<'_>| {
            matches!(token.kind, Kind::Word { .. }) && prose.is_plural(&text[token.span.clone()])
        };
        Self {
            tokens,
            first: range.start,
            roles: tokens[range.clone()].iter().map(roles).collect(),
            plurals: tokens[range].iter().map(plural).collect(),
        }
    }

    fn is(&self, at: usize, roles: &[Role]) -> bool {
        self.roles.get(at - self.first).is_some_and(|of_word| of_word.any(roles))
    }

    /// Moves past a word that plays one of `roles`.
    fn one(&self, at: usize, roles: &[Role]) -> Option<usize> {
        self.is(at, roles).then_some(at + 1)
    }

    /// The word behind one that plays one of `roles`, and behind the adverbs after it.
    fn behind(&self, at: usize, roles: &[Role]) -> Option<usize> {
        self.one(at, roles).map(|next| self.after_adverbs(next))
    }

    fn after_adverbs(&self, at: usize) -> usize {
        at + (at..at + GAP).take_while(|&at| self.is(at, BETWEEN)).count()
    }

    /// Moves past a word of `first` and all that go on in `then`; at least one must, unless `alone`.
    fn group(&self, at: usize, first: &[Role], then: &[Role], alone: bool) -> Option<usize> {
        let mut end = self.one(at, first)?;
        let mut next = self.behind(at, first)?;
        for _ in 0..GROUP {
            let Some(behind) = self.behind(next, then) else { break };
            (end, next) = (next + 1, behind);
        }
        (alone || end > at + 1).then_some(end)
    }

    /// Moves past an infinitive and its mark: `to meet`.
    fn infinitive(&self, at: usize) -> Option<usize> {
        let verb = self.one(at, &[Role::Infinitive])?;
        let base = self.sees_base(verb).then_some(verb + 1)?;
        let auxiliary = &[Role::Be, Role::HavePresent];
        Some(self.group(verb, auxiliary, PARTICIPLES, false).unwrap_or(base))
    }

    /// The end of a verb that ends at `end`, or behind a base form that follows: `will rule`.
    fn with_base(&self, end: usize) -> usize {
        let main = self.after_adverbs(end);
        if self.sees_base(main) { main + 1 } else { end }
    }

    /// The end of a verb that ends at `end`, or behind an infinitive that it says was done: `forced to
    /// close`.
    fn with_done(&self, end: usize) -> usize {
        let done = self.is(end - 1, &[Role::Implicative]);
        self.infinitive(end).filter(|_| done).unwrap_or(end)
    }

    /// Whether a word follows that can be the base form of a verb behind the mark of an infinitive: `to
    /// close`, but not `to ferries`.
    fn sees_base(&self, at: usize) -> bool {
        let is_word =
            self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word { capital: false });
        let word = at.checked_sub(self.first).filter(|word| *word < self.roles.len());
        // `spoke to reporters`
        let noun = word.is_none_or(|word| self.plurals[word]) || self.is(at, NO_VERB);
        is_word && !noun && !self.is_noun_rather(at)
    }

    /// Whether the word at `at`, behind `to`, is a noun rather than the verb that it may be as well: `taken
    /// to court`, but not `wants to court voters` or `agreed to power the town`.
    fn is_noun_rather(&self, at: usize) -> bool {
        let mark = at.checked_sub(1).filter(|mark| *mark > self.first);
        let intended = mark.is_some_and(|mark| self.is(mark - 1, INTENDING));
        self.is(at, &[Role::NounOrVerb]) && !intended && !self.sees_object(at + 1)
    }

    /// Whether an object begins at `at` for certain: `the town`, but neither `the next day` nor `that he`.
    fn sees_object(&self, at: usize) -> bool {
        const TIME: Senses = Senses::UNIT
            .or(Senses::WEEKDAY)
            .or(Senses::MONTH)
            .or(Senses::DAY_PART)
            .or(Senses::SHIFT)
            .or(Senses::ORDINAL);
        let Some(token) = self.tokens.get(at) else { return false };
        let determined = self.is(at, &[Role::Determiner, Role::Possessive])
            && !self.is(at, &[Role::Complementizer]);
        let begins =
            determined || matches!(token.kind, Kind::Number(_) | Kind::Word { capital: true });
        let of_time = |token: &Token<'_>| {
            let mut alone = token.readings.iter().filter(|reading| reading.rest.is_empty());
            alone.any(|reading| reading.sense.bit().meets(TIME))
        };
        let near = &self.tokens[at..self.tokens.len().min(at + TIME_PHRASE)];
        begins && !near.iter().any(of_time)
    }

    fn sees_cue(&self, at: usize, cue: Cue) -> bool {
        self.tokens.get(at).is_some_and(|token| token.means(Sense::Cue(cue)))
    }

    /// Whether the word before `at` can end the subject of a verb in the plural.
    fn ends_subject(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.first) else {
            return false;
        };
        let plural = self.plurals[before - self.first] || self.tokens[before].is_capital();
        let noun = plural && !self.is(before, NO_NOUN);
        noun || (self.is(before, &[Role::Pronoun]) && !self.is(before, &[Role::Determiner]))
    }

    /// Whether the word gives a cause and no plan: `due to the rain`.
    fn is_cause(&self, at: usize) -> bool {
        self.is(at, &[Role::Preposition]) && self.is(at + 1, &[Role::Infinitive])
    }
}

/// Finds the verbs of the sentence `tokens[range]`, by the rules that are to be `tried`.
#[must_use]
pub fn verbs(
    text: &str,
    tokens: &[Token<'_>],
    range: Range<usize>,
    prose: &Prose,
    tried: impl Fn(&TenseRule) -> bool,
) -> Vec<Verb> {
    let words = Words::new(text, tokens, range.clone(), prose);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rules = TENSES.iter().filter(|rule| tried(rule));
        let read = rules.into_iter().find_map(|rule| Some((rule, (rule.read)(&words, at)?)));
        let Some((rule, end)) = read else {
            at += 1;
            continue;
        };
        if let Some(tense) = rule.tense {
            let is_participle = end == at + 1 && words.is(at, &[Role::Participle]);
            let has_purpose = tense == Tense::Past && !words.is(end - 1, AHEAD_OF_THEM);
            found.push(Verb {
                tokens: at..end,
                tense,
                rule: rule.name,
                is_participle,
                has_purpose,
            });
        }
        at = end;
    }
    found
}

/// How many tokens a comma counts for in the distance between an expression and a verb.
const COMMA: usize = 6;

/// How many tokens a verb behind the expression counts as further off: a date mostly follows its verb.
const BEHIND: usize = 3;

/// The same for a participle right behind it, which goes with the noun before: `a hearing on Thursday
/// devoted to it`.
const PARTICIPLE: usize = 8;

/// The same for a verb that somebody is quoted with, of a date that is not, and the other way round: `On
/// March 3, “we must act,” he said.`
const QUOTED: usize = 4 * COMMA;

/// How many verbs on either side of an expression are weighed.
const NEIGHBOURS: usize = 4;

/// The verbs of a sentence, and what stands between them and an expression.
#[derive(Debug)]
pub struct Clauses {
    verbs: Vec<Verb>,
    first: usize,
    /// How many marks stand before each token of the sentence.
    marks: Vec<usize>,
    /// The same for words that join clauses, marks included.
    joints: Vec<usize>,
    /// Whether each token stands in direct speech.
    speech: Vec<bool>,
}

impl Clauses {
    /// Reads the sentence `tokens[range]` by the rules that are to be `tried`.
    #[must_use]
    pub fn new(
        text: &str,
        tokens: &[Token<'_>],
        range: Range<usize>,
        prose: &Prose,
        tried: impl Fn(&TenseRule) -> bool,
    ) -> Self {
        let sentence = &tokens[range.clone()];
        let mark =
            |token: &Token<'_>| matches!(token.kind, Kind::Mark(',' | ';' | ':' | '“' | '”' | '"'));
        let joint = |token: &Token<'_>| mark(token) || token.means(Sense::Cue(Cue::And));
        Self {
            first: range.start,
            marks: counts_before(sentence, mark),
            joints: counts_before(sentence, joint),
            speech: direct_speech(sentence),
            verbs: verbs(text, tokens, range, prose, tried),
        }
    }

    /// The verb nearest to the expression that covers the tokens `from..to`.
    #[must_use]
    pub fn nearest(&self, from: usize, to: usize) -> Option<&Verb> {
        let before = self.verbs.partition_point(|verb| verb.tokens.start < from);
        let after = self.verbs.partition_point(|verb| verb.tokens.start < to);
        let left = &self.verbs[before.saturating_sub(NEIGHBOURS)..before];
        // An infinitive behind an expression tells what for: `came on Tuesday to help`.
        let right = self.verbs[after..].iter().take(NEIGHBOURS);
        let right = right.filter(|verb| verb.tense != Tense::Infinitive);
        left.iter().chain(right).min_by_key(|verb| self.distance(verb, from, to, before > 0))
    }

    /// The tense of the verb nearest to the expression that covers the tokens `from..to`.
    #[must_use]
    pub fn tense(&self, from: usize, to: usize) -> Option<Tense> {
        let verb = self.nearest(from, to)?;
        Some(if self.is_purpose(verb) { Tense::Purpose } else { verb.tense })
    }

    /// Whether a verb tells what for something was done that the verb before it tells.
    fn is_purpose(&self, verb: &Verb) -> bool {
        let before = self.verbs.partition_point(|it| it.tokens.start < verb.tokens.start);
        let marks = |at: usize| self.marks[at - self.first];
        // `a report to be released on Tuesday` is to come.
        let active = verb.tense == Tense::Infinitive && verb.tokens.len() == 2;
        self.verbs[..before].last().is_some_and(|done| {
            let together = marks(done.tokens.end) == marks(verb.tokens.start);
            active && done.has_purpose && together
        })
    }

    /// How far a verb is from the expression, in tokens; what parts clauses and what stands behind counts
    /// as further.
    fn distance(&self, verb: &Verb, from: usize, to: usize, others: bool) -> usize {
        let is_behind = verb.tokens.start >= to;
        let (start, end, counts) = if is_behind {
            (to, verb.tokens.start, &self.joints)
        } else {
            (verb.tokens.end.min(from), from, &self.marks)
        };
        let commas = counts[end - self.first] - counts[start - self.first];
        let behind = match (is_behind && others, verb.is_participle && verb.tokens.start == to) {
            (true, true) => PARTICIPLE,
            (true, false) => BEHIND,
            (false, _) => 0,
        };
        let spoken = |at: usize| self.speech.get(at - self.first).is_some_and(|spoken| *spoken);
        let quoted = if spoken(verb.tokens.start) == spoken(from) { 0 } else { QUOTED };
        end - start + commas * COMMA + behind + quoted
    }
}

/// Whether each of `tokens` stands in direct speech: between quotes that a mark sets off from the rest of
/// the sentence. The quotes of `the dam “will be opened” on Friday` only lend words to it.
fn direct_speech(tokens: &[Token<'_>]) -> Vec<bool> {
    const SETS_OFF: &[char] = &[',', '.', '?', '!', ':'];
    let sets_off = |at: Option<usize>| {
        let mark = at.and_then(|at| tokens.get(at)).map(|token| token.kind);
        matches!(mark, Some(Kind::Mark(mark)) if SETS_OFF.contains(&mark))
    };
    let mut speech = vec![false; tokens.len()];
    let mut opened: Option<usize> = None;
    let mut any = false;
    for (at, token) in tokens.iter().enumerate() {
        let straight = token.is_mark('"');
        let tight = at > 0 && token.glued && !tokens[at - 1].is_dash();
        if matches!(token.kind, Kind::Mark('”' | '»')) || straight && (opened.is_some() || tight)
        {
            // What closes and was never opened began with the sentence.
            let from = opened.take().or_else(|| (!any).then_some(0));
            if let Some(from) =
                from.filter(|from| sets_off(at.checked_sub(1)) || sets_off(from.checked_sub(1)))
            {
                speech[from..at].fill(true);
            }
            any = true;
        } else if straight || matches!(token.kind, Kind::Mark('“' | '„' | '«')) {
            (opened, any) = (Some(at), true);
        }
    }
    if let Some(from) = opened.filter(|from| sets_off(from.checked_sub(1))) {
        speech[from..].fill(true);
    }
    speech
}

/// How many of the tokens before each, and before the end, `count`.
fn counts_before(tokens: &[Token<'_>], count: impl Fn(&Token<'_>) -> bool) -> Vec<usize> {
    let mut sum = 0;
    let mut sums = Vec::with_capacity(tokens.len() + 1);
    sums.push(0);
    for token in tokens {
        sum += usize::from(count(token));
        sums.push(sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporal::{
        lexicon::{self, Vocabulary},
        token,
    };

    /// The verbs of a sentence, as text, with their rules.
    fn read(vocabulary: &Vocabulary, text: &str) -> Vec<(String, &'static str)> {
        let tokens = token::tokens(text, vocabulary);
        verbs(text, &tokens, 0..tokens.len() - 1, &vocabulary.prose, |_| true)
            .into_iter()
            .map(|verb| {
                let (first, last) = (&tokens[verb.tokens.start], &tokens[verb.tokens.end - 1]);
                (text[first.span.start..last.span.end].to_owned(), verb.rule)
            })
            .collect()
    }

    #[test]
    fn every_rule_reads_its_examples() {
        let vocabulary = Vocabulary::new(lexicon::find("en").unwrap());
        for rule in TENSES {
            assert!(!rule.examples.is_empty(), "{} has no example", rule.name);
            for example in rule.examples {
                let (_, rest) = example.split_once('[').expect("a verb is in brackets");
                let (verb, _) = rest.split_once(']').expect("the bracket is closed");
                let found = read(&vocabulary, &example.replace(['[', ']'], ""));
                let reads = found.iter().any(|it| (&*it.0, it.1) == (verb, rule.name));
                let is_silent =
                    found.iter().all(|it| !it.0.contains(verb) && !verb.contains(&it.0));
                let holds = if rule.tense.is_some() { reads } else { is_silent };
                assert!(holds, "{}: {example:?}: {found:?}", rule.name);
            }
        }
    }

    /// The tense of the date in brackets.
    fn tense_of(text: &str) -> Option<Tense> {
        let vocabulary = Vocabulary::new(lexicon::find("en").unwrap());
        let (before, rest) = text.split_once('[').expect("a date is in brackets");
        let date = rest.split_once(']').expect("the bracket is closed").0;
        let span = before.len()..before.len() + date.len();
        let text = text.replace(['[', ']'], "");
        let tokens = token::tokens(&text, &vocabulary);
        let from = tokens.partition_point(|token| token.span.start < span.start);
        let to = tokens.partition_point(|token| token.span.start < span.end);
        let range = 0..tokens.len() - 1;
        Clauses::new(&text, &tokens, range, &vocabulary.prose, |_| true).tense(from, to)
    }

    #[test]
    fn a_noun_behind_to_is_no_infinitive() {
        for (text, tense) in [
            ("He was taken to hospital on [Friday].", Tense::Past),
            ("Bell spoke to reporters on [Friday].", Tense::Past),
            ("He agreed to discuss it on [Friday].", Tense::Infinitive),
            ("He asked her to come on [Friday].", Tense::Infinitive),
            ("They heard of a report to be released on [Friday].", Tense::Infinitive),
            ("They used a crane to lift the bell on [Friday].", Tense::Purpose),
            ("The city closed the road to mend it on [Friday].", Tense::Purpose),
            ("The panel was convened to hear the case on [Friday].", Tense::Purpose),
            ("The panel convened to hear the case on [Friday].", Tense::Past),
            ("The council voted to pass the law on [Friday].", Tense::Past),
            // Nouns that are verbs as well.
            ("He was taken to court on [Friday].", Tense::Past),
            ("He was sent to jail the next day, [Friday].", Tense::Past),
            ("She told the paper of the road to power on [Friday].", Tense::Past),
            ("The firm agreed to power the town on [Friday].", Tense::Infinitive),
            ("The city voted money to school the children on [Friday].", Tense::Purpose),
            ("The firm plans to trial the drug on [Friday].", Tense::Future),
            ("The city wants to jail protesters on [Friday].", Tense::Future),
            ("The firm is to court investors on [Friday].", Tense::Future),
        ] {
            assert_eq!(tense_of(text), Some(tense), "{text}");
        }
    }

    #[test]
    fn direct_speech_has_tenses_of_its_own() {
        for (text, tense) in [
            ("On [March 3], \"we must act,\" said the mayor.", Tense::Past),
            ("On [March 3], “we must act,” said the mayor.", Tense::Past),
            ("“We must act,” Bell told them, on [March 3].", Tense::Past),
            ("We must act,\" he said on [March 3].", Tense::Past),
            ("Bell said the dam \"will be opened\" on [March 3].", Tense::Future),
        ] {
            assert_eq!(tense_of(text), Some(tense), "{text}");
        }
    }

    #[test]
    fn what_is_no_verb() {
        let vocabulary = Vocabulary::new(lexicon::find("en").unwrap());
        for text in [
            "Due to the rain.",
            "From May to the fall.",
            "No way to ferries.",
            "A hundred Reds, Ted and Fred.",
        ] {
            assert_eq!(read(&vocabulary, text), [], "{text}");
        }
    }
}
