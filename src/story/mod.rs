//! Events in, a [`Story`] out: what a reader sees, in order, merged, with sources and conflicts.
//!
//! ```text
//! (articles, events) ── mention, id ──▶ Mention ── merge, conflict, retelling ──▶ Draft ── desk ──▶ Draft ── entry, salience, order ──▶ Story
//! ```
//!
//! A mention is one source's telling. Mentions that tell the same thing make a draft, which has its
//! id before the desk's decisions change anything about it; of a draft the entry is made once.

mod alone;
mod conflict;
mod contrary;
mod copies;
pub mod coverage;
mod dating;
pub mod desk;
mod entry;
mod gist;
mod grammar;
mod id;
mod index;
mod mention;
mod merge;
mod names;
mod order;
mod retelling;
mod salience;
mod telling;
#[cfg(test)]
mod testing;
mod unite;
mod vector;
mod words;

use rayon::prelude::*;

pub use self::salience::Terms;

use self::{
    coverage::{LeftOut, Withheld},
    desk::{Decided, Ruling},
    entry::Draft,
    mention::Mention,
    names::People,
    telling::Tellings,
};
use crate::{
    diag::Warned,
    event::{Event, Kind, Unused},
    load::StorySource,
    source::Span,
    temporal::{Tagged, value::When},
};

/// An article's document, read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What the tagger found.
    pub tagged: Tagged,
    /// What happened.
    pub events: Vec<Event>,
    /// What is told again, without its date.
    pub retold: Vec<Event>,
    /// The dates that date nothing that happened.
    pub unused: Vec<Unused>,
}

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Read in prose.
    Extracted,
    /// Declared in front matter.
    Declared,
}

/// A source of an entry: a sentence of an article, or a declaration in its front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The index of the article in [`StorySource::articles`].
    pub article: usize,
    /// The sentence as it stands in the text, or the text of the declaration.
    pub quote: String,
    /// Where the expression that dates it stands, in bytes of the quote.
    pub expression: Option<std::ops::Range<usize>>,
    /// The index of the sentence in the article's [`Tagged::sentences`]; none for a declaration.
    pub sentence: Option<usize>,
    /// Where the sentence stands, in bytes of the article's file.
    pub span: Span,
    /// How many near-copies of the same text this citation stands for, itself not counted.
    pub copies: usize,
    /// How much its words agree with those of the entry's lead, 0 to 1; by this they were joined.
    pub likeness: f64,
    /// When this source says that it happened.
    pub when: When,
    /// What happened, in this source's words.
    pub headline: String,
    /// How likely the date is right, 0 to 1.
    pub confidence: f64,
    /// The rule that read the expression; none where the day of publication dates the sentence.
    pub rule: Option<&'static str>,
    /// Why the expression means that.
    pub why: String,
    /// The id that this mention would have as an entry of its own.
    pub id: String,
}

/// Why an entry shows its date and not one that other sources give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// The desk decided it.
    Desk,
    /// More articles give it, near-copies of one text counted once.
    Articles,
    /// As many articles give another, which was read less surely.
    Confidence,
    /// As many articles give another, as surely, but later.
    Earlier,
}

impl Preference {
    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Articles => "articles",
            Self::Confidence => "confidence",
            Self::Earlier => "earlier",
        }
    }
}

/// What some sources say instead of an entry's date.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// When it happened, according to them.
    pub when: When,
    /// The sources.
    pub citations: Vec<Citation>,
}

/// What a reader sees: one or more events that tell the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `<date>-<slug of the headline>` of its earliest mention.
    pub id: String,
    /// The ids of the other mentions.
    pub aliases: Vec<String>,
    /// When it happened.
    pub when: When,
    /// Whether it had happened at publication.
    pub kind: Kind,
    /// What happened.
    pub headline: String,
    /// The editor's note, or the text of a declared event.
    pub note: Option<String>,
    /// 0 to 1: how much of the story hangs on it.
    pub salience: f64,
    /// What that is made of.
    pub terms: Terms,
    /// Whether the timeline's first view shows it.
    pub key: bool,
    /// How likely it is right, 0 to 1.
    pub confidence: f64,
    /// Where it comes from.
    pub origin: Origin,
    /// Its sources; the first is the lead, whose sentence carries the displayed date.
    pub citations: Vec<Citation>,
    /// What other sources say.
    pub conflicts: Vec<Conflict>,
    /// Why they are not believed; none where no source says otherwise.
    pub preference: Option<Preference>,
    /// Who.
    pub people: Vec<String>,
    /// Where.
    pub places: Vec<String>,
    /// Tags of its articles and of its declaration.
    pub tags: Vec<String>,
}

impl Entry {
    /// Every source, those of its conflicts too.
    pub fn all_citations(&self) -> impl Iterator<Item = &Citation> {
        let others = self.conflicts.iter().flat_map(|conflict| &conflict.citations);
        self.citations.iter().chain(others)
    }
}

/// A story, told from its beginning.
#[derive(Debug, Clone)]
pub struct Story {
    /// Its folder, settings and articles.
    pub source: StorySource,
    /// What was read in each article, in the order of [`StorySource::articles`].
    pub readings: Vec<Reading>,
    /// Its entries, by time.
    pub entries: Vec<Entry>,
    /// What was found but is not published: below the confidence asked for, hidden by the desk, or not
    /// yet approved.
    pub left_out: Vec<LeftOut>,
    /// The decisions of the desk that were applied, in the order of its file.
    pub rulings: Vec<Ruling>,
}

/// Makes a story of its articles and what was read in them, in the same order.
///
/// The order of the articles makes no difference. The diagnostics are those of the desk file.
pub fn arrange(source: StorySource, readings: Vec<Reading>) -> Warned<Story> {
    let mentions = mentions(&source, &readings);
    let mut tellings = Tellings::new(&source, &readings, &mentions);
    let clusters = conflict::fold(&tellings, &unite::unite(&tellings, merge::merge(&tellings)));
    let (clusters, dateless) = retelling::join(&tellings, clusters);
    tellings.dateless = dateless;
    let drafts = clusters.into_iter().map(|members| Draft::new(&tellings, members)).collect();
    let people = People::new(&mentions, &source.articles);
    let Warned { value: desk, diagnostics } = desk::decide(&source, &tellings, drafts, people);

    let (mut entries, members, left_out) = published(&desk, &source, &tellings);
    salience::rank(&mut entries, &members, &tellings, &source, &readings);
    order::sort(&mut entries, &source.articles);
    salience::mark_key(&mut entries, source.settings.key_events);
    let rulings = desk.rulings(&tellings, &source.articles, &entries);
    Warned::with(Story { source, readings, entries, left_out, rulings }, diagnostics)
}

/// What the articles tell, with the ids on which everything that follows depends.
fn mentions(source: &StorySource, readings: &[Reading]) -> Vec<Mention> {
    let mut mentions = mention::gather(source, readings);
    names::drop_no_places(&mut mentions);
    id::assign(&mut mentions, &source.articles);
    mentions
}

/// The entries that are published, the mentions of each, and what is not.
fn published<'d>(
    desk: &'d Decided,
    source: &StorySource,
    tellings: &Tellings<'_>,
) -> (Vec<Entry>, Vec<&'d [usize]>, Vec<LeftOut>) {
    let mut entries = Vec::new();
    let mut members = Vec::new();
    let mut left_out = Vec::new();
    let entry_of = |draft| entry::build(draft, tellings, &source.articles, &desk.people);
    let all: Vec<_> = desk.drafts.par_iter().map(entry_of).collect();
    let mut made: Vec<alone::Made<'d>> = Vec::new();
    for (at, (draft, entry)) in desk.drafts.iter().zip(all).enumerate() {
        let Some(entry) = entry else { continue };
        match Withheld::of(draft, &entry, &source.settings, tellings.mentions) {
            Some(why) => left_out.push(LeftOut { entry, why, ruling: desk.hiding(at) }),
            None => made.push((draft, entry)),
        }
    }
    let passed_over = alone::passed_over(&made, tellings, source.settings.min_confidence);
    for (at, (draft, entry)) in made.into_iter().enumerate() {
        if let Some(&why) = passed_over.get(&at) {
            left_out.push(LeftOut { entry, why, ruling: None });
        } else {
            members.push(draft.members.as_slice());
            entries.push(Entry { key: draft.pinned, ..entry });
        }
    }
    (entries, members, left_out)
}

#[cfg(test)]
mod tests {
    use super::{
        testing::{Builder, lines},
        *,
    };

    fn clemency() -> Builder {
        Builder::new()
            .article("s/grant", "2018-06-06")
            .tells(
                "2018-06-06",
                "Trump granted clemency to Alice Marie Johnson",
                "President Trump granted clemency [today] to Alice Marie Johnson, a great-grandmother.",
            )
            .tells(
                "1996",
                "Johnson was convicted of drug trafficking and sentenced to life in prison",
                "Johnson was convicted of drug trafficking [in 1996] and sentenced to life in prison.",
            )
            .article("s/joint-interview", "2018-06-14")
            .tells(
                "1996",
                "Johnson was convicted of five counts of drug trafficking and one count of money laundering and sentenced to life in prison",
                "[In 1996], Johnson was convicted of five counts of drug trafficking and one count of money laundering and sentenced to life in prison.",
            )
            .tells(
                "2017-10",
                "Kim Kardashian West shared a video about Johnson on Twitter",
                "[In October 2017] Kim Kardashian West shared a video about Johnson on Twitter.",
            )
            .tells(
                "2018-W23",
                "Trump granted Johnson clemency",
                "Kardashian West had pleaded her case before Trump granted Johnson clemency [last week].",
            )
            .tells(
                "2018-06-13",
                "Kardashian West met Johnson for the first time in Memphis",
                "Kardashian West met Johnson for the first time [Wednesday] in Memphis.",
            )
            .article("s/home", "2018-06-20")
            .tells("2018-06-06", "Trump granted Johnson clemency", "Trump granted Johnson clemency [on June 6].")
            .tells("2018-06-06", "Johnson walked out of prison in Aliceville", "Johnson walked out of prison in Aliceville [the same day].")
    }

    #[test]
    fn the_same_thing_on_the_same_date_is_one_entry() {
        assert_eq!(
            lines(&clemency().story()),
            [
                "1996 Johnson was convicted of drug trafficking and sentenced to life in prison ×2",
                "2017-10 Kim Kardashian West shared a video about Johnson on Twitter",
                "2018-06-06 Trump granted Johnson clemency ×3",
                "2018-06-06 Johnson walked out of prison in Aliceville",
                "2018-06-13 Kardashian West met Johnson for the first time in Memphis",
            ]
        );
    }

    #[test]
    fn the_order_of_articles_makes_no_difference() {
        let entries = |story: Story| {
            let paths: Vec<_> = story.source.articles.iter().map(|it| it.path.clone()).collect();
            let by_path = |mut entry: Entry| {
                let sources: Vec<_> =
                    entry.citations.iter().map(|it| paths[it.article].clone()).collect();
                entry.citations.iter_mut().for_each(|it| it.article = 0);
                (sources, entry)
            };
            story.entries.into_iter().map(by_path).collect::<Vec<_>>()
        };
        let expected = entries(clemency().story());
        for turn in 1..4 {
            assert_eq!(entries(clemency().turned(turn).story()), expected);
        }
    }

    #[test]
    fn a_citation_knows_its_place() {
        let story = clemency().story();
        let citation = &story.entries[1].citations[0];
        assert_eq!(&citation.quote[citation.expression.clone().unwrap()], "In October 2017");
        assert_eq!((citation.rule, citation.why.as_str()), (Some("test"), "the test says so"));
        assert!(citation.span.start >= 1000, "in bytes of the file, below the front matter");
    }

    #[test]
    fn an_id_stays() {
        let ids = |story: Story| story.entries.into_iter().map(|it| it.id).collect::<Vec<_>>();
        let before = ids(clemency().story());
        assert_eq!(before[2], "2018-06-06-trump-granted-clemency-to-alice-marie-johnson");
        let after = clemency().article("s/unrelated", "2018-06-01").tells(
            "2018-05-30",
            "The town planted a tree",
            "The town planted a tree [on May 30].",
        );
        let after = ids(after.story());
        assert!(before.iter().all(|id| after.contains(id)));
    }

    #[test]
    fn equal_ids_are_told_apart() {
        let story = Builder::new()
            .article("s/a", "2018-06-07")
            .tells(
                "2018-06-06",
                "Miller died",
                "Old Adam Miller fell off his horse near Dover and died [Wednesday].",
            )
            .event(|event| event.headline = "Miller died".into())
            .also("2018-06-06", "Miller died")
            .story();
        let ids: Vec<_> = story.entries.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids[0], "2018-06-06-miller-died");
        assert!(ids[1].starts_with("2018-06-06-miller-died-") && ids[1].len() == 29, "{}", ids[1]);
    }
}
