//! The words of a language that are no time words: what a sentence's frame is made of.
//!
//! ```text
//! ProseWords (a language's table) ── compile, once ──▶ Prose ── roles("was") ──▶ {past form of "be"}
//! ```
//!
//! A word has [`Roles`]: every part it may play. Which of them it plays is for the stages to say;
//! no stage names a word of any language.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use foldhash::fast::FixedState;

/// A part that a word may play in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A finite past form of a verb: `gave`, `arrested`.
    Past,
    /// A past participle: `given`, `arrested`.
    Participle,
    /// The base form of an irregular verb: `give`.
    Base,
    /// A present form, in the third person, that is hardly ever a noun: `begins`.
    Present,
    /// A present form in the plural of a verb for what has a day fixed: `meet`.
    Scheduling,
    /// A present participle or gerund: `giving`.
    Gerund,
    /// A present form of "be": `is`, `are`.
    BePresent,
    /// A past form of "be": `was`, `were`.
    BePast,
    /// The infinitive "be".
    Be,
    /// The participle `been`.
    Been,
    /// The participle `being`.
    Being,
    /// The participle `having`, which makes no clause with the one behind it.
    Having,
    /// A present form of "have".
    HavePresent,
    /// A past form of "have".
    HavePast,
    /// A present form of "do" before a negation or for emphasis.
    DoPresent,
    /// A past form of "do": `did`.
    DoPast,
    /// A participle that with `has` tells what somebody owns, so that `'s` before it is one: `Bell's got`.
    Possessing,
    /// An auxiliary of the future: `will`, `shall`.
    Future,
    /// The future seen from the past: `would`.
    FutureInPast,
    /// An auxiliary of possibility or duty: `may`, `should`.
    Modal,
    /// A modal that looks ahead: `may meet`, unlike `could meet`.
    ModalAhead,
    /// The mark of an infinitive: `to`.
    Infinitive,
    /// A word that makes an infinitive after it a plan: `expected`, `set`, `due`.
    Prospective,
    /// A present verb that makes an infinitive after it a plan: `plans`, `intends`.
    Intention,
    /// The same of a past verb: `agreed`, `hoped`.
    PastIntention,
    /// A past verb before an infinitive that says whether it was done: `managed to`.
    Implicative,
    /// A noun for what happens at a stroke, so that what it does is done on its day: `explosion`.
    Happening,
    /// A past verb of coming together, for what is done there and then: `met to discuss`, `voted to`.
    Assembling,
    /// A noun that needs no article, so that what stands before it marks no infinitive: `to hospital`.
    BareNoun,
    /// Such a noun that is a verb as well: `to court`, `to court investors`.
    NounOrVerb,
    /// A noun or adjective before an infinitive that says nothing of its time: `efforts to`.
    Ability,
    /// A verb that puts a date off or brings it forward: `postponed`.
    Postponing,
    /// A past verb by which what was planned does not take place, or not then: `cancelled`.
    Cancelling,
    /// A verb of mere saying: `said`, `told`. What was said is the news, not the saying.
    Saying,
    /// A verb of saying that is an act itself: `announced`, `accused`, `confirmed`.
    Announcing,
    /// A noun for the text itself, when it speaks of how it was printed: `article`, `version`.
    ImprintNoun,
    /// What is done to such a text: `amended`, `appeared`.
    Imprinting,
    /// A word that opens a source: `according` to.
    According,
    /// A word after which what is said is not told as true: `denied`, `rumours`.
    Denying,
    /// A past verb of whether something goes on: `began`, `ended`.
    Phase,
    /// A past form that takes no "be": `died`, `resigned`.
    Intransitive,
    /// A verb whose `it` stands for nothing: `rained`, `emerged`.
    Impersonal,
    /// A past verb of what an amount comes to over a period, whatever it is: `totalled`, `earned`.
    Totalling,
    /// A past verb of how an amount moves over a period: `rose`, `sank`.
    Moving,
    /// A word that makes a number a share or a large sum: `percent`, `million`.
    Amount,
    /// A verb that describes rather than happens: `owned`, `seemed`.
    Stative,
    /// A participle that describes when it follows "be": `based`, `known`.
    StativePassive,
    /// A word of habit: `usually`, `often`.
    Habit,
    /// A negation, or what comes down to one: `not`, `almost`.
    Negation,
    /// A word that opens a condition or a question, which tells no happening: `if`, `how`.
    Conditional,
    /// A word that opens a clause which depends on another: `when`, `after`, `because`.
    Subordinator,
    /// The word that opens a clause of what was said or thought: `that`.
    Complementizer,
    /// A word that opens a clause about the noun before it: `who`, `which`.
    Relative,
    /// A word that joins equals: `and`, `but`, `or`.
    Coordinator,
    /// A coordinator or adverb that links a sentence to the one before it: `but`, `meanwhile`.
    Connective,
    /// A preposition.
    Preposition,
    /// A preposition or adverb that belongs to a date: `on`, `since`, `around`.
    DatePreposition,
    /// A preposition after which a date is when something began: `since`.
    Onset,
    /// A preposition before when something ends, or at last begins: `not until`.
    Terminal,
    /// A small word that belongs to the verb before it: `burned down`.
    Particle,
    /// A preposition before the one who did it: `by`.
    Agent,
    /// A preposition that completes the noun before it: `of`.
    Partitive,
    /// A preposition that begins a stretch: `from`.
    Origin,
    /// A word that announces two things joined: `between`, `both`.
    Paired,
    /// A verb whose object asks for a phrase besides: `put the cap on the well`.
    Completed,
    /// A verb whose object asks for an infinitive besides: `asked the court to act`.
    Commanding,
    /// A noun for a stretch of time that a date may narrow: `the weekend of May 1`.
    DateNoun,
    /// An adverb that points out what follows it, so that nothing may end after it: `only in May`.
    Focusing,
    /// A noun that with a preposition before and after it makes one: `in time for`.
    Phrasal,
    /// A unit of length, after which a place is still to come: `a mile below the pier`.
    Measure,
    /// A word that grades the adjective after it: `more`, `very`.
    Degree,
    /// A participle that tells what a picture shows: `seen`.
    Depicting,
    /// A word for where in a picture somebody stands: `left`.
    Position,
    /// A past verb that before an infinitive tells what was a habit: `used to`.
    FormerHabit,
    /// A verb that takes a stretch of time for its object: `spent`.
    Spending,
    /// A word before the name of who took a picture: `Photograph`.
    Credit,
    /// An agency that sells pictures.
    PictureAgency,
    /// A word that means several, or stands before a noun that does: `people`, `many`.
    Several,
    /// An article or numeral that means one: `a`, `each`.
    Single,
    /// A word that with a capital begins a sentence, and hardly ever goes on a name: `The`, `On`.
    Opening,
    /// A word before a date that narrows it: `early`, `just`, `about`.
    DateModifier,
    /// A preposition after which a place may stand.
    PlacePreposition,
    /// A preposition after which a bare name is likely a place: `in`, `near`.
    Within,
    /// A word that compares: `than`.
    Comparison,
    /// An article, demonstrative or quantifier.
    Determiner,
    /// A personal pronoun as subject.
    Pronoun,
    /// A word for the one who speaks or is spoken to, or for what is theirs: `I`, `me`, `your`.
    Speaker,
    /// A pronoun for a man.
    Masculine,
    /// A pronoun for a woman.
    Feminine,
    /// A pronoun for a thing or body.
    Neuter,
    /// A pronoun for several.
    Plural,
    /// A possessive: `his`, `their`.
    Possessive,
    /// A title before a name: `President`, `Mr.`.
    Title,
    /// A title, office or relation that a capital does not make part of a name: `spokesman`.
    Office,
    /// A common first name.
    FirstName,
    /// A first name or title that only women bear: `Mary`, `Mrs`.
    FeminineName,
    /// A first name or title that only men bear: `John`, `Mr`.
    MasculineName,
    /// A noun for a person, whom a pronoun may mean: `husband`, `driver`.
    PersonNoun,
    /// A small word inside names: `van`, `de`.
    NameParticle,
    /// A word that makes the name it stands in an organisation: `Inc`, `Ministry`.
    Organisation,
    /// A word that makes the name it stands in a place: `River`, `Airport`.
    PlaceNoun,
    /// A capitalised word that is no name of a person or place: nationalities, feasts.
    NotAName,
    /// A word, written without its dot, whose dot does not end a sentence: `Mr`, `Corp`.
    Abbreviation,
    /// An abbreviation whose dot may end a sentence as well: `Inc`, `p.m`.
    FinalAbbreviation,
    /// An adverb.
    Adverb,
    /// A word that orders two happenings: `later`, `then`.
    Sequence,
    /// A month, weekday or other word of the calendar with a capital.
    CalendarName,
    /// A plural or mass word that begins sentences and is no name: `officials`, `police`.
    CommonNoun,
    /// A word that makes the noun behind it one of those told of before: `the same`, `another`.
    Anaphoric,
}

/// Every part that a word may play.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(u128);

impl Roles {
    /// Whether `role` is among them.
    #[must_use]
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Whether any of `roles` is among them.
    #[must_use]
    pub fn any(self, roles: &[Role]) -> bool {
        roles.iter().any(|&role| self.has(role))
    }

    /// Whether the word is unknown.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u32)
    }
}

/// The prose words of one language, as its file lists them; all in lower case.
#[derive(Debug)]
pub struct ProseWords {
    /// The words that play each part, with spaces between them.
    pub words: &'static [(Role, &'static str)],
    /// The irregular verbs: base form, past forms, past participles, with `/` between them.
    pub irregular_verbs: &'static [(&'static str, &'static str, &'static str)],
    /// What the end of an unlisted word says about it.
    pub suffixes: &'static [(&'static str, &'static [Role])],
    /// The words to which [`ProseWords::suffixes`] do not apply: `hundred`, `morning`.
    pub no_suffix: &'static str,
    /// Several words that open a sentence and link it to the one before: `in addition`.
    pub connectives: &'static [&'static str],
    /// The mark of a genitive: `'s`.
    pub genitives: &'static [&'static str],
    /// The mark of an infinitive, which tells a plan in a headline: `to`.
    pub planned: &'static str,
    /// How the simple past of a regular verb ends, by the end of its base form: `e` becomes `ed`.
    pub past_endings: &'static [(&'static str, &'static str)],
    /// The auxiliaries of the passive past, of one and of several: `was`, `were`.
    pub passive: (&'static str, &'static str),
    /// The definite article: `the`.
    pub article: &'static str,
    /// The auxiliaries of the perfect, of one and of several: `has`, `have`.
    pub perfect: (&'static str, &'static str),
    /// How a superlative ends, the words that only end so, and the superlatives that do not.
    pub superlatives: (&'static str, &'static str, &'static str),
    /// Nouns so general that with an article they stand for what was told before: `the company`,
    /// `the move`.
    pub general_nouns: &'static str,
    /// Those of them that stand for a firm: `the company`, `the airline`.
    pub firm_nouns: &'static str,
    /// Nouns for what is counted over a period: `sales`, `unemployment`.
    pub rate_nouns: &'static str,
    /// How a word for several ends: `s`.
    pub plural_suffix: &'static str,
    /// How words end that only look so: `pass`, `focus`, `crisis`.
    pub singular_suffixes: &'static [&'static str],
    /// Words for one that none of those ends, with spaces between them: `debris`.
    pub singulars: &'static str,
    /// Words for several that one of those ends: `taxis`.
    pub plurals: &'static str,
}

/// The prose words of one language, compiled for fast look-up.
#[derive(Debug)]
pub struct Prose {
    /// The table.
    pub words: &'static ProseWords,
    roles: HashMap<&'static str, Roles, FixedState>,
    general_nouns: HashSet<&'static str>,
    firm_nouns: HashSet<&'static str>,
    rate_nouns: HashSet<&'static str>,
    /// Whether a word is one for several, against what its end says.
    numbers: HashMap<&'static str, bool, FixedState>,
}

impl Prose {
    /// Compiles a language's table; to be done once.
    #[must_use]
    pub fn new(words: &'static ProseWords) -> Self {
        let listed = words.words.iter().copied();
        let verbs = words.irregular_verbs.iter().flat_map(|&(base, past, participles)| {
            [(Role::Base, base), (Role::Past, past), (Role::Participle, participles)]
        });
        let exempt: HashSet<&str> = words.no_suffix.split_whitespace().collect();
        let mut roles: HashMap<&'static str, Roles, FixedState> =
            exempt.iter().map(|&word| (word, Roles::default())).collect();
        for (role, list) in listed.chain(verbs) {
            for word in list.split([' ', '/']).filter(|word| !word.is_empty()) {
                // A listed word (`announced` as a verb of saying) is still what its end says.
                let known = roles.entry(word).or_insert_with(|| suffix_roles(words, word));
                *known = known.with(role);
            }
        }
        let general_nouns = words.general_nouns.split_whitespace().collect();
        let firm_nouns = words.firm_nouns.split_whitespace().collect();
        let rate_nouns = words.rate_nouns.split_whitespace().collect();
        let singulars = words.singulars.split_whitespace().map(|word| (word, false));
        let plurals = words.plurals.split_whitespace().map(|word| (word, true));
        let numbers = singulars.chain(plurals).collect();
        Self { words, roles, general_nouns, firm_nouns, rate_nouns, numbers }
    }

    /// Whether `word` grades a noun above all others, as far as its form says it: `worst`, `strongest`.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en").unwrap().prose;
    /// assert!(prose.is_superlative("strongest") && prose.is_superlative("worst"));
    /// assert!(!prose.is_superlative("strong") && !prose.is_superlative("forest"));
    /// ```
    #[must_use]
    pub fn is_superlative(&self, word: &str) -> bool {
        let word = fold(word);
        let (suffix, others, irregular) = self.words.superlatives;
        let listed = |list: &str| list.split(' ').any(|other| other == &*word);
        listed(irregular) || word.ends_with(suffix) && !listed(others)
    }

    /// Whether `word` is the definite article.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// assert!(tagger.vocabulary("en").unwrap().prose.is_article("The"));
    /// ```
    #[must_use]
    pub fn is_article(&self, word: &str) -> bool {
        fold(word) == self.words.article
    }

    /// Whether `noun`, one or several, stands with an article for what was told before.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en").unwrap().prose;
    /// assert!(prose.is_general("Letters"));
    /// assert!(!prose.is_general("bridge"));
    /// ```
    #[must_use]
    pub fn is_general(&self, noun: &str) -> bool {
        let noun = fold(noun);
        let one = noun.strip_suffix(self.words.plural_suffix);
        let general = |noun: &str| self.general_nouns.contains(noun) || self.is_firm(noun);
        general(&noun) || one.is_some_and(general)
    }

    /// Whether `noun` with an article stands for a firm named before.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en").unwrap().prose;
    /// assert!(prose.is_firm("company"));
    /// assert!(!prose.is_firm("letter"));
    /// ```
    #[must_use]
    pub fn is_firm(&self, noun: &str) -> bool {
        self.firm_nouns.contains(&*fold(noun))
    }

    /// Whether `noun` means what is counted over a month, a quarter or a year.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en").unwrap().prose;
    /// assert!(prose.is_rate("Unemployment"));
    /// assert!(!prose.is_rate("users"));
    /// ```
    #[must_use]
    pub fn is_rate(&self, noun: &str) -> bool {
        self.rate_nouns.contains(&*fold(noun))
    }

    /// Every part that `word`, in any case, may play; empty for a word that the language does not
    /// list and whose end says nothing.
    ///
    /// ```
    /// use dateline::temporal::{Tagger, lexicon::prose::Role};
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en-US").unwrap().prose;
    /// assert!(prose.roles("Gave").has(Role::Past));
    /// assert!(prose.roles("convicted").has(Role::Participle));
    /// assert!(!prose.roles("hundred").has(Role::Past));
    /// ```
    #[must_use]
    pub fn roles(&self, word: &str) -> Roles {
        let word = fold(word);
        self.roles.get(&*word).copied().unwrap_or_else(|| suffix_roles(self.words, &word))
    }

    /// The simple past of the irregular verb whose participle is `participle`.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en-US").unwrap().prose;
    /// assert_eq!(prose.simple_past("given"), Some("gave"));
    /// assert_eq!(prose.simple_past("arrested"), None);
    /// ```
    #[must_use]
    pub fn simple_past(&self, participle: &str) -> Option<&'static str> {
        let mut verbs = self.words.irregular_verbs.iter();
        let (_, past, _) = verbs.find(|(_, _, done)| done.split('/').any(|d| d == participle))?;
        past.split('/').next().filter(|past| !past.is_empty())
    }

    /// The forms that the simple past of a verb may have, by its base form: those of the table for an irregular
    /// one; else all that its spelling allows, with the last letter doubled or not.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en-US").unwrap().prose;
    /// assert_eq!(prose.past_forms("meet"), ["met"]);
    /// assert!(prose.past_forms("vote").contains(&"voted".to_owned()));
    /// assert!(prose.past_forms("stop").contains(&"stopped".to_owned()));
    /// ```
    #[must_use]
    pub fn past_forms(&self, base: &str) -> Vec<String> {
        let irregular = self.words.irregular_verbs.iter().filter(|(listed, ..)| *listed == base);
        let listed: Vec<_> =
            irregular.flat_map(|(_, past, _)| past.split('/')).map(str::to_owned).collect();
        if !listed.is_empty() {
            return listed;
        }
        let endings = self.words.past_endings.iter();
        let spelt =
            endings.filter_map(|(end, past)| Some(format!("{}{past}", base.strip_suffix(end)?)));
        let doubled = base.chars().last().into_iter().flat_map(|last| {
            let open = self.words.past_endings.iter().filter(|(end, _)| end.is_empty());
            open.map(move |(_, past)| format!("{base}{last}{past}"))
        });
        spelt.chain(doubled).collect()
    }

    /// Whether `word` ends as one for several does.
    ///
    /// ```
    /// use dateline::temporal::Tagger;
    /// let tagger = Tagger::new();
    /// let prose = &tagger.vocabulary("en-US").unwrap().prose;
    /// assert!(prose.is_plural("reporters") && !prose.is_plural("discuss"));
    /// assert!(prose.is_plural("taxis") && !prose.is_plural("crisis"));
    /// ```
    #[must_use]
    pub fn is_plural(&self, word: &str) -> bool {
        let singular = || self.words.singular_suffixes.iter().any(|suffix| word.ends_with(suffix));
        word.ends_with(self.words.plural_suffix)
            && self.numbers.get(&*fold(word)).copied().unwrap_or_else(|| !singular())
    }

    /// Whether `word` plays `role`; see [`Prose::roles`].
    #[must_use]
    pub fn is(&self, word: &str, role: Role) -> bool {
        self.roles(word).has(role)
    }
}

fn suffix_roles(words: &ProseWords, word: &str) -> Roles {
    let ends = |suffix: &str| {
        // A stem needs two letters, or `ed` itself and `wing` would be verbs.
        word.strip_suffix(suffix).is_some_and(|stem| stem.chars().nth(1).is_some())
    };
    let matching = words.suffixes.iter().filter(|(suffix, _)| ends(suffix));
    let by_end =
        matching.flat_map(|(_, roles)| *roles).fold(Roles::default(), |all, &role| all.with(role));
    if is_designation(word) { by_end.with(Role::NotAName) } else { by_end }
}

/// Whether a word is letters with digits behind them, which nobody is called: `A380`, `Covid-19`.
fn is_designation(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// In lower case, with typewriter apostrophes.
fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'' || b == b'-') {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Prose {
        Prose::new(&crate::temporal::lexicon::find("en").expect("English has a lexicon").prose)
    }

    #[test]
    fn words_play_their_parts() {
        for (word, role, expected) in [
            ("gave", Role::Past, true),
            ("given", Role::Participle, true),
            ("Signed", Role::Past, true),
            ("hundred", Role::Past, false),
            ("morning", Role::Gerund, false),
            ("leaving", Role::Gerund, true),
            ("announced", Role::Announcing, true),
            ("announced", Role::Past, true),
            ("didn’t", Role::Negation, true),
            ("Mr", Role::Abbreviation, true),
            ("zzz", Role::Past, false),
            ("A380", Role::NotAName, true),
            ("Covid-19", Role::NotAName, true),
            ("A380's", Role::NotAName, false),
        ] {
            assert_eq!(english().is(word, role), expected, "{word}: {role:?}");
        }
    }

    #[test]
    fn an_end_in_is_may_be_of_one_or_of_several() {
        for word in
            ["taxis", "skis", "tsunamis", "rabbis", "Kuwaitis", "Israelis", "bikinis", "alibis"]
        {
            assert!(english().is_plural(word), "{word}");
        }
        for word in [
            "crisis",
            "analysis",
            "Paris",
            "virus",
            "debris",
            "axis",
            "metropolis",
            "hepatitis",
            "tennis",
            "this",
            "his",
            "is",
            "pass",
        ] {
            assert!(!english().is_plural(word), "{word}");
        }
    }

    #[test]
    fn every_listed_word_is_in_lower_case() {
        let words = english().words;
        let verbs = words.irregular_verbs.iter();
        let forms = verbs.flat_map(|(base, past, done)| [*base, *past, *done]);
        let listed = words.words.iter().map(|(_, list)| *list);
        for word in forms
            .chain(listed)
            .chain([words.no_suffix, words.singulars, words.plurals])
            .flat_map(str::split_whitespace)
        {
            assert_eq!(fold(word), word, "a word is looked up in lower case");
        }
    }
}
