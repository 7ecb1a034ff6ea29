//! Mentions in, what each tells in comparable words out.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    Reading,
    contrary::{Headline, contrary, contrary_beside},
    dating::{clocks_apart, other_clock},
    grammar::{Grammars, calls_off, fulfilled, main_clause, points_back},
    mention::{Mention, in_order},
    words::{Vocabulary, WordSet},
};
use crate::{
    event::{self, Anaphor, Kind, anaphors},
    load::StorySource,
    temporal::lexicon::prose::Prose,
};

/// The mentions of a story with their words.
pub(super) struct Tellings<'m> {
    /// The mentions, the earliest first.
    pub(super) mentions: &'m [Mention],
    /// The story's words.
    pub(super) vocabulary: Vocabulary,
    /// Those that bring no date to what they tell.
    pub(super) dateless: BTreeSet<usize>,
    words: Vec<Telling>,
}

/// How a headline stands with nothing before it, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It has a name: `BP bought Amoco`.
    Named,
    /// It has none, but says enough: `The company bought a rival`.
    Unnamed,
    /// It says as little as `The rival fell`.
    Brief,
    /// It breaks off.
    Clipped,
    /// It asks for what was said before, but has a name: `The man died in Norwalk`.
    Leaning,
    /// It asks for it and has none, or not for its subject: `The company was bought`, `Moor echoed that call`.
    Pointing,
    /// It has no more than a pronoun for it: `It was bought`.
    Nameless,
}

/// The words of a mention.
struct Telling {
    headline: WordSet,
    /// What the headline tells, without the clause that says when.
    core: WordSet,
    /// How the headline leans on what was told before, if it does.
    leans: Option<Standing>,
    /// Whether the headline tells that something does not take place.
    calls_off: bool,
    /// The headline's words in their order.
    in_order: Headline,
    /// Who or what the headline names first.
    subject: WordSet,
    /// Headline and quote, without the dates.
    whole: WordSet,
}

impl<'m> Tellings<'m> {
    /// Weighs the words of a story over all its sentences, told or not.
    pub(super) fn new(source: &StorySource, readings: &[Reading], mentions: &'m [Mention]) -> Self {
        let vocabulary = vocabulary(source, readings, mentions);
        let grammars = Grammars::new(&source.articles);
        let telling = |mention: &Mention| {
            let prose = grammars.of(&source.articles[mention.citation.article]);
            Telling::new(&vocabulary, prose, mention)
        };
        let words = mentions.par_iter().map(telling).collect();
        Self { mentions, vocabulary, dateless: BTreeSet::new(), words }
    }

    /// How much two mentions tell the same, 0 to 1. The headline says what happened and the sentence
    /// gives the particulars; one without the other misleads, as where a sentence tells two things.
    pub(super) fn agreement(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (&self.words[a], &self.words[b]);
        let headline = self.vocabulary.agreement(&a.headline, &b.headline);
        let whole = self.vocabulary.agreement(&a.whole, &b.whole);
        f64::midpoint(headline, whole)
    }

    /// How much of two sentences is the same, 0 to 1, whatever happened in them.
    pub(super) fn overlap(&self, a: usize, b: usize) -> f64 {
        self.vocabulary.agreement(&self.words[a].whole, &self.words[b].whole)
    }

    /// Whether both give a time of the clock, and cannot mean one moment.
    pub(super) fn clocks_apart(&self, a: usize, b: usize) -> bool {
        clocks_apart(self.mentions[a].citation.when, self.mentions[b].citation.when)
    }

    /// How much the headlines of two mentions agree, 0 to 1.
    pub(super) fn headlines_agree(&self, a: usize, b: usize) -> f64 {
        self.vocabulary.agreement(&self.words[a].headline, &self.words[b].headline)
    }

    /// Whether each headline has a name or number of which the other mention knows nothing: `Trump
    /// pardoned Smith`, `Trump pardoned Jones`.
    pub(super) fn about_others(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.words[a], &self.words[b]);
        self.vocabulary.names_another(&a.headline, &b.whole)
            && self.vocabulary.names_another(&b.headline, &a.whole)
    }

    /// Whether the headlines share who did it and no word about what was done.
    pub(super) fn share_no_more_than_names(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.words[a], &self.words[b]);
        let title = |word| a.in_order.is_title(word) || b.in_order.is_title(word);
        self.vocabulary.share_no_more_than_names(&a.headline, &b.headline, title)
    }

    /// Whether each headline begins with a name of which the other mention knows nothing: `Armstrong
    /// stepped onto the Moon`, `Aldrin stepped onto the Moon`.
    pub(super) fn other_subject(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.words[a], &self.words[b]);
        let unknown = |subject: &WordSet, whole: &WordSet| {
            !subject.is_empty() && self.vocabulary.common(subject, whole).0 == 0
        };
        unknown(&a.subject, &b.whole) && unknown(&b.subject, &a.whole)
    }

    /// Whether the headlines tell different things, however alike their words are: `Israel attacked
    /// Iran`, `Iran attacked Israel`.
    pub(super) fn contrary(&self, a: usize, b: usize) -> bool {
        self.is_called_off(a, b) || contrary(&self.words[a].in_order, &self.words[b].in_order)
    }

    /// How much of what the sentence of a mention tells is what happened, 0 to 1: a sentence that tells a
    /// thing in passing tells more of others.
    pub(super) fn focus(&self, mention: usize) -> f64 {
        let telling = &self.words[mention];
        self.vocabulary.coverage(&telling.whole, &telling.headline)
    }

    /// The same where some words are known to belong to what both may tell.
    pub(super) fn contrary_beside(&self, a: usize, b: usize, known: &dyn Fn(u32) -> bool) -> bool {
        self.is_called_off(a, b)
            || contrary_beside(&self.words[a].in_order, &self.words[b].in_order, known)
    }

    /// Whether one tells a plan, and the other that it came to nothing.
    fn is_called_off(&self, a: usize, b: usize) -> bool {
        let kinds = self.mentions[a].kind != self.mentions[b].kind;
        kinds && self.words[a].calls_off != self.words[b].calls_off
    }

    /// How much the headline tells a reader of whom or what it is about, with nothing before it.
    pub(super) fn standing(&self, mention: usize) -> Standing {
        let Telling { headline, subject, leans, .. } = &self.words[mention];
        let says_enough = || self.vocabulary.long_words(headline) >= SAYS_ENOUGH;
        let text = &self.mentions[mention].citation.headline;
        if let Some(leans) = leans {
            *leans
        } else if event::is_clipped(text) {
            Standing::Clipped
        } else if !subject.is_empty() {
            Standing::Named
        } else if says_enough() {
            Standing::Unnamed
        } else {
            Standing::Brief
        }
    }

    /// The words for what happened, without the clause that says when.
    pub(super) fn core(&self, mention: usize) -> &WordSet {
        &self.words[mention].core
    }

    /// The words of a mention's headline.
    pub(super) fn headline(&self, mention: usize) -> &WordSet {
        &self.words[mention].headline
    }

    /// Who or what the headline names first.
    pub(super) fn subject(&self, mention: usize) -> &WordSet {
        &self.words[mention].subject
    }

    /// All words of a mention.
    pub(super) fn whole(&self, mention: usize) -> &WordSet {
        &self.words[mention].whole
    }

    /// Those of some mentions that bring a date; all, if none does.
    pub(super) fn dated(&self, members: &[usize]) -> Vec<usize> {
        let bring = members.iter().copied().filter(|member| !self.dateless.contains(member));
        let bring: Vec<_> = bring.collect();
        if bring.is_empty() { members.to_vec() } else { bring }
    }

    /// Two things that one sentence tells, that one author declared, or to which one article gives
    /// two times of the clock, are two things.
    pub(super) fn told_apart(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.mentions[a], &self.mentions[b]);
        let one_sentence = a.origin == b.origin && a.citation.sentence == b.citation.sentence;
        a.citation.article == b.citation.article
            && (one_sentence || other_clock(a.citation.when, b.citation.when))
    }
}

impl Telling {
    fn new(vocabulary: &Vocabulary, prose: Option<&Prose>, mention: &Mention) -> Self {
        // What came of a plan is told in the same words, but for the form of the verb.
        let planned = prose.filter(|_| mention.kind == Kind::Planned);
        let knows = |word: &str| vocabulary.knows(word);
        let fulfilled = planned.and_then(|it| fulfilled(&mention.citation.headline, it, &knows));
        let text = fulfilled.as_deref().unwrap_or(&mention.citation.headline);
        let headline = vocabulary.words([text]);
        let leans = match prose {
            Some(prose) => leans(vocabulary, text, prose),
            None => vocabulary.opens_with_grammar(text).then_some(Standing::Nameless),
        };
        let quote = vocabulary.words(beside_dates(mention));
        let whole = vocabulary.union(&headline, &quote);
        let dates = vocabulary.words(dates(mention));
        let subject = vocabulary.first_name(text, &dates);
        let clause = vocabulary.words([prose.map_or(text, |prose| main_clause(text, prose))]);
        let core = vocabulary.without(&clause, &dates);
        let in_order = vocabulary.headline(text, &dates);
        let calls_off = prose.is_some_and(|prose| calls_off(text, prose));
        Self { headline, core, leans, calls_off, in_order, subject, whole }
    }
}

/// How a headline takes for told what the readers of the story have not been told.
fn leans(vocabulary: &Vocabulary, headline: &str, prose: &Prose) -> Option<Standing> {
    let unknown = |anaphor: &Anaphor<'_>| match anaphor {
        Anaphor::Pointing(_) => true,
        Anaphor::Definite(noun) => !vocabulary.is_familiar(noun),
    };
    if points_back(headline, prose) {
        return Some(Standing::Nameless);
    }
    let anaphors = anaphors(headline, prose);
    let first = match anaphors.as_slice() {
        [Anaphor::Pointing(words)] => headline.starts_with(words),
        [Anaphor::Definite(_)] => true,
        _ => false,
    };
    let named =
        headline.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let standing = if first && named { Standing::Leaning } else { Standing::Pointing };
    anaphors.iter().any(unknown).then_some(standing)
}

fn dates(mention: &Mention) -> impl Iterator<Item = &str> {
    mention.dates.iter().filter_map(|date| mention.citation.quote.get(date.clone()))
}

/// The pieces of the quote between its dates.
fn beside_dates(mention: &Mention) -> Vec<&str> {
    let quote = mention.citation.quote.as_str();
    let starts = std::iter::once(0).chain(mention.dates.iter().map(|date| date.end));
    let ends = mention.dates.iter().map(|date| date.start).chain([quote.len()]);
    starts.zip(ends).filter_map(|(start, end)| quote.get(start..end)).collect()
}

/// How many words that are no grammar say what happened.
const SAYS_ENOUGH: usize = 2;

/// How many articles are counted as one piece of work.
const ARTICLES_AT_ONCE: usize = 64;

/// Words are numbered as they first come, whoever counts them.
fn vocabulary(source: &StorySource, readings: &[Reading], mentions: &[Mention]) -> Vocabulary {
    let articles = in_order(source);
    let pieces = articles.par_chunks(ARTICLES_AT_ONCE);
    let counted: Vec<_> = pieces.map(|articles| counted(source, readings, articles)).collect();
    let mut vocabulary = Vocabulary::default();
    for piece in counted {
        vocabulary.absorb(piece);
    }
    let adds = |mention: &&Mention| {
        let citation = &mention.citation;
        let known = vocabulary.knows(&citation.quote) && vocabulary.knows(&citation.headline);
        citation.sentence.is_none() || !known
    };
    let adding: Vec<_> = mentions.par_iter().filter(adds).collect();
    for mention in adding {
        match mention.citation.sentence {
            Some(_) => vocabulary.learn(&mention.citation.quote),
            None => vocabulary.count(&mention.citation.quote),
        }
        vocabulary.learn(&mention.citation.headline);
    }
    source.settings.title.iter().for_each(|title| vocabulary.entitle(title));
    vocabulary.weigh();
    vocabulary
}

/// The words of the sentences of some articles.
fn counted(source: &StorySource, readings: &[Reading], articles: &[usize]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for &article in articles {
        let Some(reading) = readings.get(article) else { continue };
        let passages = &source.articles[article].document.passages;
        vocabulary.begin_article();
        for sentence in &reading.tagged.sentences {
            let passage = passages.get(sentence.passage);
            if let Some(text) = passage.and_then(|it| it.text.get(sentence.span.clone())) {
                vocabulary.count(text);
            }
        }
    }
    vocabulary
}
