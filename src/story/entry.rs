//! A draft in, an [`Entry`] out: which date it shows, which sentence leads, who and where.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Citation, Conflict, Entry, Origin, Preference, Terms, copies,
    dating::{compatible, supports},
    gist::Gist,
    mention::Mention,
    names::{People, has_all, tidy},
    telling::Tellings,
};
use crate::{event::Kind, load::Article, temporal::value::When};

/// What is to become an entry: its mentions, and what the desk has decided about it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    /// The id of its earliest mention, before the desk.
    pub(super) id: String,
    /// Its mentions, the earliest first.
    pub(super) members: Vec<usize>,
    /// The headline that the desk gave it.
    pub(super) title: Option<String>,
    /// The date that the desk gave it.
    pub(super) when: Option<When>,
    /// The desk's note.
    pub(super) note: Option<String>,
    /// Whether the desk took it out.
    pub(super) hidden: bool,
    /// Whether the desk approved it.
    pub(super) approved: bool,
    /// Whether the desk wants it in the first view.
    pub(super) pinned: bool,
}

impl Draft {
    /// Whether the desk has said something of it but that it is hidden.
    pub(super) fn is_edited(&self) -> bool {
        let told = self.title.is_some() || self.when.is_some() || self.note.is_some();
        told || self.approved || self.pinned
    }

    /// A draft of mentions that are in order, as no desk has seen it.
    pub(super) fn new(tellings: &Tellings<'_>, members: Vec<usize>) -> Self {
        let first = tellings.dated(&members).first().copied();
        let id = first.map(|first| tellings.mentions[first].citation.id.clone());
        Self { id: id.unwrap_or_default(), members, ..Self::default() }
    }
}

/// An entry cannot be surer than this by being read in many places.
const SUREST: f64 = 0.99;

/// Makes an entry of a draft; salience comes later. `None` if it has no mention.
pub(super) fn build(
    draft: &Draft,
    tellings: &Tellings<'_>,
    articles: &[Article],
    people: &People,
) -> Option<Entry> {
    let members: Vec<_> = draft.members.iter().map(|&member| &tellings.mentions[member]).collect();
    let sources = Sources::new(draft, tellings)?;
    let lead = sources.agreeing.first()?;
    let likeness = likeness(lead, &draft.members, tellings);
    let mut citations = cited(&sources.agreeing);
    let origin = |mention: &&Mention| mention.origin == Origin::Declared;
    let all = || sources.agreeing.iter().copied();
    let mut conflicts = sources.conflicts();
    let others = conflicts.iter_mut().flat_map(|conflict| &mut conflict.citations);
    for citation in citations.iter_mut().chain(others) {
        citation.likeness = likeness.get(citation.id.as_str()).copied().unwrap_or(1.0);
    }
    let dated = tellings.dated(&draft.members).into_iter();
    let dated: BTreeSet<_> =
        dated.map(|member| tellings.mentions[member].citation.id.as_str()).collect();
    let brings_date = |citation: &Citation| dated.contains(citation.id.as_str());
    for citation in citations.iter_mut().filter(|citation| !brings_date(citation)) {
        citation.when = sources.when;
        citation.why = "no date in the sentence; it tells again what others date".into();
    }
    let witnesses: Vec<_> = citations.iter().filter(|it| brings_date(it)).collect();
    let confidence = confidence(&witnesses, &draft.members, tellings);
    Some(Entry {
        id: draft.id.clone(),
        aliases: aliases(draft, &members),
        when: draft.when.unwrap_or(sources.when),
        kind: all().map(|mention| mention.kind).min().unwrap_or(Kind::Happened),
        headline: draft.title.clone().unwrap_or_else(|| sources.headline.clone()),
        note: draft.note.clone().or_else(|| all().find_map(|mention| mention.note.clone())),
        salience: 0.0,
        terms: Terms::default(),
        key: false,
        confidence,
        origin: if members.iter().any(origin) { Origin::Declared } else { Origin::Extracted },
        citations,
        preference: sources.preference.filter(|_| !conflicts.is_empty()),
        conflicts,
        people: unique(members.iter().flat_map(|mention| people.of(mention, articles))),
        places: unique(members.iter().flat_map(|mention| places(mention, articles))),
        tags: unique(members.iter().flat_map(|mention| tags(mention, articles))),
    })
}

/// The sources of an entry by what they say about its date.
struct Sources<'m> {
    /// The date that most of them give, as exact as they have it.
    when: When,
    /// Why it is this one; none where nothing was to be decided.
    preference: Option<Preference>,
    /// Those that agree with it, the lead first, the others in order.
    agreeing: Vec<&'m Mention>,
    /// What happened, in the words of the lead or of another that says better who or what.
    headline: String,
    /// Those that do not.
    others: Vec<&'m Mention>,
}

impl<'m> Sources<'m> {
    /// The desk's date counts here if a source gives it.
    fn new(draft: &Draft, tellings: &Tellings<'m>) -> Option<Self> {
        let mentions = tellings.mentions;
        let dated = tellings.dated(&draft.members);
        let members: Vec<_> = dated.iter().map(|&member| &mentions[member]).collect();
        let given = |when: &When| members.iter().any(|it| supports(it.citation.when, *when));
        let (supported, preference) = most_supported(&members)?;
        let when = draft.when.filter(given).unwrap_or(supported);
        let preference = if draft.when.is_some() { Some(Preference::Desk) } else { preference };
        let agrees = |member: &usize| {
            !dated.contains(member) || compatible(mentions[*member].citation.when, when)
        };
        let (mut agreeing, others): (Vec<_>, Vec<_>) =
            draft.members.iter().copied().partition(agrees);
        let ranked = ranked(&agreeing, when, tellings);
        let (&lead, _) = ranked.split_first()?;
        let best = |&&at: &&usize| title_rank(agreeing[at], tellings);
        let title = ranked.iter().min_by_key(best)?;
        let headline = mentions[agreeing[*title]].citation.headline.clone();
        agreeing[..=lead].rotate_right(1);
        let all = |members: Vec<usize>| members.into_iter().map(|it| &mentions[it]).collect();
        Some(Self { when, preference, agreeing: all(agreeing), headline, others: all(others) })
    }

    /// What the others say, the earliest date first.
    fn conflicts(&self) -> Vec<Conflict> {
        let mut by_date: Vec<(When, Vec<&Mention>)> = Vec::new();
        for mention in &self.others {
            let when = mention.citation.when;
            match by_date.iter_mut().find(|(other, _)| compatible(*other, when)) {
                Some((finest, told)) => {
                    if when.precision() > finest.precision() {
                        *finest = when;
                    }
                    told.push(mention);
                }
                None => by_date.push((when, vec![mention])),
            }
        }
        by_date.sort_by_key(|(when, _)| (when.first_day(), when.last_day()));
        let conflict =
            |(when, told): (When, Vec<&Mention>)| Conflict { when, citations: cited(&told) };
        by_date.into_iter().map(conflict).collect()
    }
}

/// How long a quote is, in characters, that says enough and no more than a reader takes in at once.
const READABLE: std::ops::RangeInclusive<usize> = 30..=280;

/// The indices of some mentions, first that which leads: one that carries the displayed date and reads
/// best alone.
fn ranked(members: &[usize], when: When, tellings: &Tellings<'_>) -> Vec<usize> {
    let gist = Gist::new(tellings, members);
    let central = |&member: &usize| match members.len() {
        ..=2 => 0.0, // either of two is as like the other
        _ => gist.agreement(&tellings.vocabulary, &Gist::new(tellings, &[member])),
    };
    let of = |member: &usize| {
        let surety = tellings.mentions[*member].citation.confidence;
        (lead_rank(*member, when, tellings), central(member), surety)
    };
    let signs: Vec<_> = members.iter().map(of).collect();
    let mut ranked: Vec<_> = (0..members.len()).collect();
    ranked.sort_by(|&a, &b| {
        let ((rank_a, central_a, surety_a), (rank_b, central_b, surety_b)) = (&signs[a], &signs[b]);
        let nearer = || central_b.total_cmp(central_a);
        let surer = || surety_b.total_cmp(surety_a);
        rank_a.cmp(rank_b).then_with(nearer).then_with(surer).then(a.cmp(&b))
    });
    ranked
}

/// What leads: a declaration, since somebody wrote it to be shown; else a sentence that carries the
/// displayed date in its own words, tells what happened rather than what was planned, says with nothing before it whom it is about, best by a name, is of a
/// readable length, and has a number in its date (`June 6` tells a reader more than `Wednesday`). Of several, what is most like all of
/// them: it tells the whole and little else. At last the earliest published.
fn lead_rank(member: usize, when: When, tellings: &Tellings<'_>) -> impl Ord + use<> {
    let mention = &tellings.mentions[member];
    let citation = &mention.citation;
    let expression = citation.expression.clone().and_then(|range| citation.quote.get(range));
    let numbered = expression.is_some_and(|text| text.contains(|c: char| c.is_ascii_digit()));
    (
        citation.when != when,
        mention.origin != Origin::Declared,
        expression.is_none(),
        mention.kind,
        tellings.standing(member),
        !READABLE.contains(&citation.quote.chars().count()),
        !numbered,
    )
}

/// Whose headline is shown: that of a declaration; else one that tells what happened rather than what
/// was planned, and says whom it is about.
fn title_rank(member: usize, tellings: &Tellings<'_>) -> impl Ord + use<> {
    let mention = &tellings.mentions[member];
    (mention.origin != Origin::Declared, mention.kind, tellings.standing(member))
}

/// The date with which most articles agree, and why it was preferred to another; of equal ones the
/// more trusted, then the earlier told. Then its most exact form.
fn most_supported(members: &[&Mention]) -> Option<(When, Option<Preference>)> {
    let mut dates: Vec<When> = Vec::new();
    for mention in members {
        if !dates.contains(&mention.citation.when) {
            dates.push(mention.citation.when);
        }
    }
    let quotes: Vec<_> = members.iter().map(|it| it.citation.quote.as_str()).collect();
    let texts = if dates.len() > 1 { copies::texts(&quotes) } else { vec![0; quotes.len()] };
    let standing: Vec<_> =
        dates.into_iter().map(|when| Standing::new(when, members, &texts)).collect();
    let best = standing.iter().max_by(|a, b| a.against(b))?;
    let other = standing.iter().filter(|it| !compatible(it.when, best.when));
    let preference = other.max_by(|a, b| a.against(b)).map(|other| best.preference(other));
    let equal = |it: &&Standing| it.articles == best.articles && compatible(it.when, best.when);
    let exact = |it: &&Standing| (it.when.precision(), !it.when.approximate, usize::MAX - it.first);
    standing.iter().filter(equal).max_by_key(exact).map(|it| (it.when, preference))
}

/// How well a date is supported.
struct Standing {
    when: When,
    /// How many articles give it, each with a text of its own.
    articles: usize,
    confidence: f64,
    /// The earliest mention that gives it.
    first: usize,
}

impl Standing {
    /// `texts` says which mentions are near-copies of one text.
    fn new(when: When, members: &[&Mention], texts: &[usize]) -> Self {
        let support = || {
            let all = members.iter().zip(texts);
            all.filter(|(it, _)| supports(it.citation.when, when))
        };
        let mut seen = BTreeSet::new();
        let of_own = support().filter(|&(_, text)| seen.insert(text));
        let articles: BTreeSet<_> = of_own.map(|(it, _)| it.citation.article).collect();
        let confidence = support().map(|(it, _)| it.citation.confidence).fold(0.0, f64::max);
        let first = members.iter().position(|it| it.citation.when == when).unwrap_or(usize::MAX);
        Self { when, articles: articles.len(), confidence, first }
    }

    fn against(&self, other: &Self) -> std::cmp::Ordering {
        self.articles
            .cmp(&other.articles)
            .then(self.confidence.total_cmp(&other.confidence))
            .then(other.first.cmp(&self.first))
    }

    /// In what it is better supported than another.
    fn preference(&self, other: &Self) -> Preference {
        if self.articles != other.articles {
            Preference::Articles
        } else if self.confidence.total_cmp(&other.confidence).is_ne() {
            Preference::Confidence
        } else {
            Preference::Earlier
        }
    }
}

fn cited(mentions: &[&Mention]) -> Vec<Citation> {
    copies::collapse(mentions.iter().map(|mention| mention.citation.clone()).collect())
}

/// How much each mention, by its id, tells the same as the lead.
fn likeness<'m>(
    lead: &Mention,
    members: &[usize],
    tellings: &Tellings<'m>,
) -> BTreeMap<&'m str, f64> {
    let id = |member: usize| tellings.mentions[member].citation.id.as_str();
    let first = members.iter().copied().find(|&member| id(member) == lead.citation.id);
    let like = |first: usize, other: usize| {
        if first == other { 1.0 } else { rounded(tellings.agreement(first, other)) }
    };
    let pairs = first
        .into_iter()
        .flat_map(|first| members.iter().map(move |&member| (id(member), like(first, member))));
    pairs.collect()
}

/// The ids of the other mentions, the earliest first.
fn aliases(draft: &Draft, members: &[&Mention]) -> Vec<String> {
    let ids = members.iter().map(|mention| mention.citation.id.clone());
    unique(ids.filter(|id| *id != draft.id))
}

/// How likely the entry is right, if each article may be wrong by itself (noisy or). What an
/// article says twice, and what is a copy, is no second witness; a declaration is taken at its word.
/// Beside the surest citation the others count as far as their headlines say what it says: that they
/// tell the same is no surer than their words agree.
fn confidence(citations: &[&Citation], members: &[usize], tellings: &Tellings<'_>) -> f64 {
    if citations.iter().any(|citation| citation.sentence.is_none()) {
        return 1.0;
    }
    let told: BTreeMap<&str, usize> = members
        .iter()
        .map(|&member| (tellings.mentions[member].citation.id.as_str(), member))
        .collect();
    let surest = citations.iter().rev().max_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let leading = surest.and_then(|citation| told.get(citation.id.as_str()));
    let mut by_article: BTreeMap<usize, f64> = BTreeMap::new();
    for &citation in citations {
        let alike = match (leading, told.get(citation.id.as_str())) {
            (Some(&a), Some(&b)) if a != b => tellings.headlines_agree(a, b),
            _ => 1.0,
        };
        let best = by_article.entry(citation.article).or_default();
        *best = best.max(citation.confidence * alike);
    }
    let wrong: f64 = by_article.values().map(|right| 1.0 - right).product();
    let most = by_article.values().copied().fold(SUREST, f64::max);
    rounded((1.0 - wrong).min(most))
}

/// Four decimals: more would print the last bits of the machine's logarithm.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// The places that the mention names, and those of its article that its sentence names.
fn places(mention: &Mention, articles: &[Article]) -> Vec<String> {
    let citation = &mention.citation;
    let about = &articles[citation.article].places;
    let about = about.iter().filter(|place| has_all(&citation.quote, place));
    tidy(&mention.places).chain(tidy(about)).collect()
}

/// The tags of the declaration, then those of the article: what one reads under a tag is told by it.
fn tags(mention: &Mention, articles: &[Article]) -> Vec<String> {
    tidy(&mention.tags).chain(tidy(&articles[mention.citation.article].tags)).collect()
}

/// Each once, in the order in which they first came.
fn unique(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.into_iter().filter(|name| seen.insert(name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Builder;

    const STEP: &str = "Neil Armstrong stepped onto the Moon";

    fn step(story: Builder, path: &str, published: &str, edtf: &str, dated: &str) -> Builder {
        story.article(path, published).tells(edtf, STEP, &format!("{STEP} {dated}."))
    }

    #[test]
    fn the_most_exact_date_is_shown_and_its_sentence_leads() {
        let mut story =
            step(Builder::new(), "s/a", "1970-01-01", "1969", "[last year], to the joy of all");
        story = step(story, "s/b", "1971-01-01", "1969-07", "[in July 1969], as promised");
        story =
            step(story, "s/c", "1972-01-01", "1969-07-20", "[on July 20, 1969], before midnight");
        story =
            step(story, "s/d", "1973-01-01", "1969-07-20", "[on July 20, 1969], in a grey dust");
        let entry = &story.story().entries[0];
        assert_eq!(entry.when.edtf(), "1969-07-20");
        let sources: Vec<_> = entry.citations.iter().map(|it| it.article).collect();
        assert_eq!(sources, [2, 0, 1, 3], "the lead, then as they were published");
        assert_eq!(entry.id, "1969-neil-armstrong-stepped-onto-the-moon", "the earliest mention's");
        assert_eq!(entry.aliases.len(), 3);
    }

    #[test]
    fn the_sentence_that_reads_best_alone_leads() {
        let tells = |story: Builder, (path, headline, sentence): (&str, &str, &str)| {
            story.article(path, "1970-01-01").tells("1969-07-20", headline, sentence)
        };
        let landed = "The Eagle landed on the Moon";
        let long = format!(
            "The Eagle landed on the Moon [on July 20, 1969]{}.",
            ", and so on and on".repeat(20)
        );
        let story = [
            ("s/a", "It landed", "It landed on the Moon, as the Eagle [on July 20, 1969]."),
            ("s/b", landed, long.as_str()),
            ("s/c", landed, "The Eagle landed on the Moon [on Sunday], and Houston cheered."),
            (
                "s/d",
                landed,
                "Some of the wagers of Houston were won when the Eagle landed on the Moon [on July 20, 1969].",
            ),
            (
                "s/e",
                landed,
                "The Eagle landed on the Moon [on July 20, 1969], and Houston cheered.",
            ),
        ];
        let story = story.into_iter().fold(Builder::new(), tells).story();
        assert_eq!(story.entries.len(), 1, "{:?}", super::super::testing::lines(&story));
        assert_eq!(story.entries[0].citations[0].article, 4);
    }

    #[test]
    fn the_headline_says_who() {
        let shown = |told: &[(&str, &str, &str)]| {
            let tells =
                |story: Builder, (at, (edtf, headline, dated)): (usize, &(&str, &str, &str))| {
                    let sentence = format!(
                        "{headline} {dated}, and the Eagle of Apollo was the first to land."
                    );
                    story.article(&format!("s/{at}"), "1970-01-01").tells(edtf, headline, &sentence)
                };
            let story = told.iter().enumerate().fold(Builder::new(), tells).story();
            assert_eq!(story.entries.len(), 1, "{:?}", super::super::testing::lines(&story));
            let entry = &story.entries[0];
            (entry.headline.clone(), entry.citations[0].article)
        };
        let brief = [
            ("1969-07-20", "It landed on it", "[on July 20, 1969]"),
            ("1969-07-20", "The pair landed on it", "[on July 20, 1969]"),
        ];
        assert_eq!(shown(&brief).0, "The pair landed on it");
        let exact = ("1969-07-20", "[on July 20, 1969]");
        let named = "The Eagle landed on the grey Moon";
        for unnamed in ["They landed on the grey Moon", "The two pilots landed on the grey Moon"] {
            let told = [(exact.0, unnamed, exact.1), (exact.0, named, exact.1)];
            assert_eq!(shown(&told), (named.to_owned(), 1), "a name leads");
            let told = [(exact.0, unnamed, exact.1), ("1969-07", named, "[in July 1969]")];
            assert_eq!(shown(&told), (named.to_owned(), 0), "the date's sentence leads");
        }
    }

    #[test]
    fn what_one_article_prints_twice_is_no_copy() {
        let text =
            "[on July 20, 1969], watched by some six hundred million people around the world";
        let story = step(Builder::new(), "s/a", "1970-01-01", "1969-07-20", text);
        let twice = story.tells("1969-07-20", STEP, &format!("{STEP} {text}."));
        let copies = |story: Builder| story.story().entries[0].citations[0].copies;
        assert_eq!(copies(twice.clone()), 0);
        assert_eq!(copies(step(twice, "s/b", "1970-01-01", "1969-07-20", text)), 1);
    }

    #[test]
    fn copies_do_not_outvote_two_texts() {
        let wire =
            "[on July 20, 1969], watched by some six hundred million people around the world";
        let mut story = Builder::new();
        for path in ["s/a", "s/b", "s/c"] {
            story = step(story, path, "1970-01-01", "1969-07-20", wire);
        }
        story = step(
            story,
            "s/d",
            "1970-01-02",
            "1969-07-21",
            "[on July 21, 1969], by the clock of Greenwich",
        );
        story =
            step(story, "s/e", "1970-01-02", "1969-07-21", "[on July 21, 1969], said the almanac");
        let entry = story.story().entries.remove(0);
        assert_eq!(
            (entry.when.edtf(), entry.preference),
            ("1969-07-21".into(), Some(super::Preference::Articles))
        );
    }

    #[test]
    fn copies_stand_behind_one_citation_and_are_no_second_witness() {
        let text =
            "[on July 20, 1969], watched by some six hundred million people around the world";
        let one = step(Builder::new(), "s/a", "1970-01-01", "1969-07-20", text);
        let two = step(one.clone(), "s/b", "1970-01-01", "1969-07-20", text);
        let three = step(
            two.clone(),
            "s/c",
            "1970-01-02",
            "1969-07-20",
            "[on July 20, 1969], said Houston",
        );
        let shown = |story: Builder| {
            let entry = story.story().entries.remove(0);
            (entry.citations.iter().map(|it| it.copies).collect::<Vec<_>>(), entry.confidence)
        };
        assert_eq!(shown(one), (vec![0], 0.9));
        assert_eq!(shown(two), (vec![1], 0.9));
        assert_eq!(shown(three), (vec![1, 0], 0.99));
    }

    #[test]
    fn what_is_unsure_is_left_out() {
        let unsure = |least: f64| {
            let mut story = step(Builder::new(), "s/a", "1970-01-01", "1969", "[in 1969]");
            story = story.event(|event| event.confidence = 0.4);
            story.settings.min_confidence = least;
            let story = story.story();
            (story.entries.len(), story.left_out.len())
        };
        assert_eq!(unsure(0.5), (0, 1));
        assert_eq!(unsure(0.4), (1, 0));
    }

    #[test]
    fn people_places_and_tags_come_from_sentence_article_and_declaration() {
        let about = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let story = step(Builder::new(), "s/a", "1970-01-01", "1969-07-20", "[on July 20, 1969]")
            .event(|event| event.places = about(&["Moon"]))
            .edit(|article| {
                article.people = about(&["Neil Alden Armstrong", "Michael Collins"]);
                article.places = about(&["Houston"]);
                article.tags = about(&["space", "1969"]);
            });
        let entry = &story.event(|event| event.people = about(&["Armstrong"])).story().entries[0];
        assert_eq!(entry.people, ["Neil Alden Armstrong"]);
        assert_eq!(entry.places, ["Moon"]);
        assert_eq!(entry.tags, ["space", "1969"]);
    }

    #[test]
    fn a_declaration_is_planned_if_it_begins_after_publication() {
        let story = Builder::new()
            .article("s/a", "2018-06-01")
            .declares("2018-06-06", "The hearing opens")
            .declares("2018-05", "The court set a date")
            .story();
        let kinds: Vec<_> = story.entries.iter().map(|entry| entry.kind.name()).collect();
        assert_eq!(kinds, ["happened", "planned"]);
        assert_eq!(story.entries[0].citations[0].quote, "The court set a date");
        assert_eq!(story.entries[0].confidence.to_string(), "1");
    }
}
