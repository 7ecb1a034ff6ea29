//! A place in the tokens from which a rule reads.
//!
//! Every method reads one thing and moves past it, or leaves the cursor where it was.

use super::{
    lexicon::{
        Cue, Sense, Vocabulary,
        prose::{Role, Roles},
    },
    token::{Digits, DigitsForm, Kind, Token},
};

/// What function words do.
pub(super) const FUNCTION_WORDS: &[Role] = &[
    Role::Determiner,
    Role::Pronoun,
    Role::Possessive,
    Role::Preposition,
    Role::Coordinator,
    Role::Subordinator,
    Role::Complementizer,
    Role::Relative,
    Role::Connective,
    Role::Negation,
    Role::Infinitive,
];

/// What finite verbs are.
const VERBS: &[Role] = &[
    Role::Past,
    Role::Participle,
    Role::Present,
    Role::BePresent,
    Role::BePast,
    Role::HavePresent,
    Role::HavePast,
    Role::DoPresent,
    Role::DoPast,
    Role::Future,
    Role::FutureInPast,
    Role::Modal,
];

/// How many tokens back a verb is looked for.
const LOOK_BACK: usize = 40;

/// A place in the tokens of a passage. Copies are places to come back to.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    vocabulary: &'t Vocabulary,
    /// The order of numeric dates in this document.
    pub date_order: crate::source::DateOrder,
}

impl<'t> Cursor<'t> {
    /// Starts before the token `at`.
    #[must_use]
    pub fn new(
        text: &'t str,
        tokens: &'t [Token<'t>],
        at: usize,
        vocabulary: &'t Vocabulary,
        date_order: crate::source::DateOrder,
    ) -> Self {
        Self { text, tokens, at, vocabulary, date_order }
    }

    /// The index of the next token.
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next token.
    #[must_use]
    pub fn next(&self) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at)
    }

    /// The token `back` places behind the cursor: 1 is the one just before the next.
    #[must_use]
    pub fn before(&self, back: usize) -> Option<&'t Token<'t>> {
        self.at.checked_sub(back).and_then(|at| self.tokens.get(at))
    }

    /// Whether several words from here up to the token `end` are all capitalised, as in a title.
    #[must_use]
    pub fn is_title_case(&self, end: usize) -> bool {
        let words = self.tokens.get(self.at..end).unwrap_or_default();
        let mut words = words.iter().filter(|token| matches!(token.kind, Kind::Word { .. }));
        words.clone().count() > 1 && words.all(Token::is_capital)
    }

    /// Moves past the next token, if there is one.
    pub fn step(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len());
    }

    /// Moves one token back, if there is one.
    pub fn step_back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Whether the next token names a unit of time.
    #[must_use]
    pub fn sees_unit(&self) -> bool {
        self.sees(|s| matches!(s, Sense::Unit(_) | Sense::PluralUnit(_)))
    }

    /// The text of a token.
    #[must_use]
    pub fn text_of(&self, token: &Token<'_>) -> &'t str {
        &self.text[token.span.clone()]
    }

    /// Whether the next token follows the one before without a space.
    #[must_use]
    pub fn is_glued(&self) -> bool {
        self.next().is_some_and(|token| token.glued && token.kind != Kind::SentenceEnd)
    }

    /// Reads with `read`, or stays.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// Reads a word (or an entry of several words) in the first sense that `pick` accepts.
    pub fn sense<T>(&mut self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let token = self.next()?;
        for reading in token.readings {
            if reading.capital && !token.is_capital() {
                continue;
            }
            if let Some(found) = pick(reading.sense)
                && self.matches(&reading.rest)
            {
                self.at += 1 + reading.rest.len();
                return Some(found);
            }
        }
        None
    }

    fn matches(&self, rest: &[&str]) -> bool {
        rest.iter().zip(self.at + 1..).all(|(word, at)| {
            self.tokens.get(at).is_some_and(|token| {
                let text = &self.text[token.span.clone()];
                text.eq_ignore_ascii_case(word)
                    || !text.is_ascii() && super::token::normal(text) == **word
            })
        })
    }

    /// Reads a word of time grammar.
    pub fn cue(&mut self, cue: Cue) -> Option<()> {
        self.sense(|sense| matches!(sense, Sense::Cue(found) if found == cue).then_some(()))
    }

    /// Reads any of several words of time grammar.
    pub fn any_cue(&mut self, cues: &[Cue]) -> Option<Cue> {
        self.sense(|sense| match sense {
            Sense::Cue(cue) if cues.contains(&cue) => Some(cue),
            _ => None,
        })
    }

    /// Reads a mark.
    pub fn mark(&mut self, mark: char) -> Option<()> {
        self.next().filter(|token| token.is_mark(mark))?;
        self.at += 1;
        Some(())
    }

    /// Reads a dash of any length.
    pub fn dash(&mut self) -> Option<()> {
        self.next().filter(|token| token.is_dash())?;
        self.at += 1;
        Some(())
    }

    /// Reads a number in digits that `accept` takes.
    pub fn digits(&mut self, accept: impl Fn(Digits) -> bool) -> Option<Digits> {
        let Kind::Number(digits) = self.next()?.kind else { return None };
        if !accept(digits) {
            return None;
        }
        self.at += 1;
        Some(digits)
    }

    /// Reads plain digits, glued to the token before, of one or two places.
    pub fn glued_pair(&mut self) -> Option<u8> {
        if !self.is_glued() {
            return None;
        }
        let digits = self.digits(|d| d.form == DigitsForm::Plain && d.count <= 2)?;
        u8::try_from(digits.value).ok()
    }

    /// Whether the next token can be read in a sense that `pick` accepts.
    #[must_use]
    pub fn sees(&self, pick: impl Fn(Sense) -> bool) -> bool {
        let mut ahead = *self;
        ahead.sense(|sense| pick(sense).then_some(())).is_some()
    }

    /// Whether the next token is a word that may be a noun: no function word and no verb.
    #[must_use]
    pub fn sees_noun(&self) -> bool {
        let word = self.next().filter(|token| matches!(token.kind, Kind::Word { .. }));
        let grammar = |sense| matches!(sense, Sense::Cue(_) | Sense::Pointer(_));
        word.is_some_and(|token| {
            let roles = self.vocabulary.prose.roles(self.text_of(token));
            !roles.any(FUNCTION_WORDS) && !roles.any(VERBS) && !self.sees(grammar)
        })
    }

    /// Whether the next word is a finite verb.
    #[must_use]
    pub fn sees_verb(&self) -> bool {
        self.next().is_some_and(|t| self.vocabulary.prose.roles(self.text_of(t)).any(VERBS))
    }

    /// Whether the next word is a finite verb that several can be the subject of: `were`, not `was`.
    #[must_use]
    pub fn sees_verb_of_several(&self) -> bool {
        let prose = &self.vocabulary.prose;
        let one = [prose.words.passive.0, prose.words.perfect.0];
        self.next().is_some_and(|token| {
            let text = self.text_of(token);
            let roles = prose.roles(text);
            roles.any(VERBS) && !roles.has(Role::Present) && !one.contains(&text)
        })
    }

    /// Whether the clause has told something with a finite verb before the token `at`. A word of one
    /// that stands right before it may be a participle instead: `the talks held on`; what was said is
    /// told by another verb than the saying.
    #[must_use]
    pub fn told_before(&self, at: usize) -> bool {
        const SAYING: &[Role] = &[Role::Saying, Role::Announcing];
        let roles = |token: &Token<'_>| match token.kind {
            Kind::Word { capital: false } => self.vocabulary.prose.roles(self.text_of(token)),
            _ => Roles::default(),
        };
        let opens = |token: &Token<'_>| {
            let mark = matches!(token.kind, Kind::SentenceEnd | Kind::Mark(',' | ';' | ':'));
            mark || roles(token).has(Role::Complementizer)
        };
        let words = self.tokens[..at].iter().rev().take(LOOK_BACK);
        let clause = words.take_while(|token| !opens(token));
        clause.skip(1).map(roles).any(|roles| roles.any(VERBS) && !roles.any(SAYING))
    }

    /// Whether the next word is a participle or gerund: `waiting`.
    #[must_use]
    pub fn sees_gerund(&self) -> bool {
        self.next().is_some_and(|t| self.vocabulary.prose.is(self.text_of(t), Role::Gerund))
    }

    /// Whether the token `back` places behind determines a noun: an article, `that`, `its`.
    #[must_use]
    pub fn determined(&self, back: usize) -> bool {
        const DETERMINING: &[Role] = &[Role::Determiner, Role::Possessive];
        self.before(back)
            .is_some_and(|token| self.vocabulary.prose.roles(self.text_of(token)).any(DETERMINING))
    }

    /// Whether the token just before is a word that can stand between an article and its noun: no
    /// function word, no verb and no name.
    #[must_use]
    pub fn follows_adjective(&self) -> bool {
        self.before(1).is_some_and(|token| {
            let roles = self.vocabulary.prose.roles(self.text_of(token));
            let word = matches!(token.kind, Kind::Word { .. }) && !token.is_capital();
            word && !roles.any(FUNCTION_WORDS) && !roles.any(VERBS)
        })
    }

    /// Whether `token` stands before the base form of a verb: `to`, `may`, `will`.
    #[must_use]
    pub fn is_auxiliary(&self, token: &Token<'_>) -> bool {
        const AUXILIARIES: &[Role] = &[
            Role::Infinitive,
            Role::Modal,
            Role::Future,
            Role::FutureInPast,
            Role::DoPast,
            Role::DoPresent,
        ];
        self.vocabulary.prose.roles(self.text_of(token)).any(AUXILIARIES)
    }

    /// Whether `token` makes the verb behind it look ahead of today: `will`, `may`, `to`.
    #[must_use]
    pub fn looks_ahead(&self, token: &Token<'_>) -> bool {
        const AHEAD: &[Role] = &[Role::Infinitive, Role::ModalAhead, Role::Future];
        self.vocabulary.prose.roles(self.text_of(token)).any(AHEAD)
    }

    /// Whether `token` plays `role` in a sentence.
    #[must_use]
    pub fn plays(&self, token: &Token<'_>, role: Role) -> bool {
        self.vocabulary.prose.is(self.text_of(token), role)
    }

    /// Whether `token` marks an infinitive.
    #[must_use]
    pub fn is_infinitive_marker(&self, token: &Token<'_>) -> bool {
        self.vocabulary.prose.is(self.text_of(token), Role::Infinitive)
    }

    /// Whether `token` is a function word of the language.
    #[must_use]
    pub fn is_function_word(&self, token: &Token<'_>) -> bool {
        self.vocabulary.prose.roles(self.text_of(token)).any(FUNCTION_WORDS)
    }

    /// Whether the next token is a word that looks like the plural of a noun.
    #[must_use]
    pub fn sees_plural(&self) -> bool {
        self.next().is_some_and(|token| self.vocabulary.prose.is_plural(self.text_of(token)))
    }

    /// Whether `token` is a word that looks like a plural noun: no function word and no verb.
    #[must_use]
    pub fn is_plural_noun(&self, token: &Token<'_>) -> bool {
        let text = self.text_of(token);
        let roles = self.vocabulary.prose.roles(text);
        let verb = token.readings.iter().any(|reading| reading.sense == Sense::VerbOfLength);
        let plural = self.vocabulary.prose.is_plural(text);
        plural && !verb && !roles.any(FUNCTION_WORDS) && !roles.any(VERBS)
    }

    /// Whether the token just before can be read as one of `cues`.
    #[must_use]
    pub fn follows(&self, cues: &[Cue]) -> bool {
        self.before(1).is_some_and(|token| {
            token.readings.iter().any(|reading| {
                reading.rest.is_empty()
                    && matches!(reading.sense, Sense::Cue(cue) if cues.contains(&cue))
            })
        })
    }

    /// Whether the words just before are an entry, of one word or up to three, for one of `cues`.
    #[must_use]
    pub fn comes_behind(&self, cues: &[Cue]) -> bool {
        (1..=3).filter_map(|back| self.at.checked_sub(back)).any(|at| {
            let mut behind = Self { at, ..*self };
            behind.any_cue(cues).is_some() && behind.at == self.at
        })
    }

    /// Whether one of `cues` stands up to `reach` tokens before, with no verb and no mark between.
    #[must_use]
    pub fn governed_by(&self, cues: &[Cue], reach: usize) -> bool {
        for at in (self.at.saturating_sub(reach)..self.at).rev() {
            let mut behind = Self { at, ..*self };
            if behind.any_cue(cues).is_some() {
                return behind.at <= self.at;
            }
            let token = &self.tokens[at];
            let word = matches!(token.kind, Kind::Word { .. } | Kind::Number(_));
            let roles = self.vocabulary.prose.roles(self.text_of(token));
            if !word || (roles.any(VERBS) && !token.is_capital()) {
                return false;
            }
        }
        false
    }

    /// Whether the token just before has a sense that `pick` accepts.
    #[must_use]
    pub fn follows_sense(&self, pick: impl Fn(Sense) -> bool) -> bool {
        self.before(1).is_some_and(|token| {
            token.readings.iter().any(|reading| reading.rest.is_empty() && pick(reading.sense))
        })
    }
}
