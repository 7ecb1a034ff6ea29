//! What templates see: these structs are the template API, documented field by field in the
//! README. A field more is an addition; a field less or of another meaning breaks sites.
//!
//! All text is escaped by the template engine. Only [`Html`] goes through as it is, and it is made
//! of Markdown or JSON by this crate alone. Links are relative to the page; `None` is left out.

use serde::{Serialize, Serializer};

/// Markup that was made safe; templates print it unescaped without any filter.
#[derive(Debug, Clone, Default)]
pub struct Html(pub(crate) String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// `site`, on every page.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// The site's title; of its only story where none is written.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Its BCP 47 language tag.
    pub language: String,
    /// Who is responsible.
    pub author: Option<String>,
    /// How to reach them; its `url` is absent where `contact` is neither an address nor a URL.
    pub contact: Option<Link>,
    /// The home page.
    pub url: String,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// `Dateline` and its version.
    pub generator: &'static str,
    /// The site's own values, from `extra` in its settings.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// `page`, on every page.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// Its title, without the site's.
    pub title: String,
    /// One sentence about it, for search engines and previews.
    pub description: Option<String>,
    /// The language in which its words are, a BCP 47 tag.
    pub language: String,
    /// The direction in which that language is written: `ltr` or `rtl`.
    pub direction: String,
    /// Its own address: absolute when `base_url` is set.
    pub url: String,
    /// The address under which it should be known; absent where `base_url` is not set, for it must be
    /// absolute, and where it is not listed.
    pub canonical: Option<String>,
    /// What stands before a path in the site to make a link of it, such as `../../`: write
    /// `{{ page.root }}site.css`.
    pub root: String,
    /// The same for machines: feeds, tables, calendars.
    pub alternates: Vec<Alternate>,
    /// What it is in a preview: `website` or `article`.
    pub kind: &'static str,
    /// The day on which what it tells was published.
    pub published: Option<Date>,
    /// The day on which that was last changed.
    pub modified: Option<Date>,
    /// The address of its picture, absolute; absent where `base_url` is not set.
    pub card: Option<String>,
    /// What it is about, as JSON-LD, safe inside a `script` element.
    pub json_ld: Option<Html>,
    /// Whether search engines should list it.
    pub listed: bool,
}

/// A file for machines that tells the same as a page.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// Where it is.
    pub url: String,
    /// Its media type: `text/csv`.
    pub media_type: &'static str,
    /// What it is called.
    pub title: String,
}

/// A link and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The text.
    pub title: String,
    /// Where it leads; absent where there is nothing to lead to.
    pub url: Option<String>,
}

/// An item of the main menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// The text.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Whether it leads to this very page.
    pub current: bool,
}

/// A day of publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Date {
    /// For people: `14 June 2018`.
    pub text: String,
    /// For `time`: `2018-06-14`.
    pub iso: String,
}

/// When something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct When {
    /// For people: `6 June 2018`, `c. 1996`, `winter 2017–18`.
    pub text: String,
    /// For the `datetime` of `time`; absent where HTML has no valid value (BC, uncertain, a range).
    pub datetime: Option<String>,
    /// EDTF, always there: `2018-06-06`, `1996~`.
    pub edtf: String,
    /// How exact it is, as the spine shows it: `day`, `month`, `year`, `about` or `range`.
    pub marker: &'static str,
}

/// How much there is in a story.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// How many entries its timeline has.
    pub events: usize,
    /// How many articles were read.
    pub articles: usize,
    /// From its first to its last year: `1957–1972`; absent without entries.
    pub span: Option<String>,
    /// The date of its newest article.
    pub updated: Option<Date>,
}

/// `story`, on the pages of a story; `stories`, on the home page and on `404.html`.
#[derive(Debug, Clone, Serialize)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Its timeline.
    pub url: String,
    /// Its page "how this was made".
    pub made: String,
    /// Its page of corrections.
    pub corrections: String,
    /// Its key events as a page to embed elsewhere.
    pub embed: String,
    /// The address of that page: absolute when `base_url` is set.
    pub embed_url: String,
    /// How much there is in it.
    pub facts: Facts,
    /// Its files for machines: JSON, feed.
    pub downloads: Vec<Link>,
    /// How its events lie in time: the data of an SVG path in a box of 120 by 40; home page only.
    pub density: Option<String>,
    /// Its own values, from `extra` in its settings.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// `timeline`: the entries of a story, of a chapter, or of a person, a place, a tag.
#[derive(Debug, Clone, Serialize)]
pub struct Timeline {
    /// Years, months or decades that have entries, with how many: navigation and density in one.
    pub rail: Vec<RailItem>,
    /// The entries, in sections by month, year or decade.
    pub sections: Vec<Section>,
    /// What lay ahead when it was last reported: planned for a day after the newest article.
    pub ahead: Option<Ahead>,
    /// How many entries it shows.
    pub size: usize,
    /// How many of them are key events.
    pub key: usize,
    /// Whether it is so long that key events should stand out.
    pub long: bool,
    /// Whether the theme's script adds anything to it.
    pub interactive: bool,
    /// By what its entries can be picked out: people, places, tags, publishers.
    pub facets: Vec<Facet>,
    /// The chapter pages, where the story is too long for one page; the sections then hold the key
    /// events only.
    pub chapters: Vec<RailItem>,
}

/// What lies ahead in a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct Ahead {
    /// Its anchor: `ahead`.
    pub anchor: &'static str,
    /// The date of the newest article, after which it was planned.
    pub since: Date,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// A kind of names by which the entries of a timeline can be picked out.
#[derive(Debug, Clone, Serialize)]
pub struct Facet {
    /// `person`, `place`, `tag` or `publisher`; on the page of search `story`, `person` or `year`.
    pub kind: &'static str,
    /// The names that several entries have, the most frequent first.
    pub values: Vec<FacetValue>,
}

/// A name by which entries can be picked out.
#[derive(Debug, Clone, Serialize)]
pub struct FacetValue {
    /// Its number on this page, which [`Entry::facets`] names.
    pub number: usize,
    /// How the address of the page names it: `alice-marie-johnson`.
    pub slug: String,
    /// The name.
    pub title: String,
    /// How many entries have it.
    pub count: usize,
}

/// A year of the rail.
#[derive(Debug, Clone, Serialize)]
pub struct RailItem {
    /// `1969`, `July 1969` or `1960s`.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// How many entries.
    pub count: usize,
    /// How many in relation to the fullest, 1 to 10.
    pub bar: usize,
}

/// A year of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its anchor: `y1969`.
    pub anchor: String,
    /// `1969`, `July 1969` or `1960s`.
    pub label: String,
    /// How many entries.
    pub count: usize,
    /// The years before it that have none, where they are worth telling: `1958–1960`.
    pub gap: Option<String>,
    /// Stretches of time told before that reach into it, the latest first.
    pub under_way: Vec<EntryLink>,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// `event`, on its own page; an entry of a timeline elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Its id, also its anchor.
    pub id: String,
    /// Ids under which it was known, anchors too.
    pub aliases: Vec<String>,
    /// Its own page, if it has one; else where it stands in the timeline.
    pub url: String,
    /// What happened.
    pub headline: String,
    /// When.
    pub when: When,
    /// Whether it lay ahead when it was reported.
    pub planned: bool,
    /// Whether it is one of the events on which the story hangs.
    pub key: bool,
    /// The editor's note.
    pub note: Option<String>,
    /// The sentence that it was read from; absent where a declaration has no text of its own.
    pub quote: Option<Quote>,
    /// How many articles report it, near-copies counted.
    pub reports: usize,
    /// How many of them print the same text as another of them.
    pub same_text: usize,
    /// How many texts these are.
    pub texts: usize,
    /// The articles, the lead first; in a timeline the first few.
    pub sources: Vec<Source>,
    /// How many more there are.
    pub more_sources: usize,
    /// The other accounts; in a timeline the first few.
    pub accounts: Vec<Account>,
    /// How many more there are.
    pub more_accounts: usize,
    /// What sources say about the date, the shown one first; empty where they agree.
    pub claims: Vec<Claim>,
    /// People, places and tags; in a timeline the first few.
    pub topics: Vec<Link>,
    /// How many more there are.
    pub more_topics: usize,
    /// Its story, where the timeline is not of one story.
    pub story: Option<Link>,
    /// How the lead's date was read; on the event's own page only.
    pub reading: Option<Reading>,
    /// The numbers of the names by which it can be picked out, with a space between two.
    pub facets: String,
}

/// A sentence, with the words that date it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// What stands before them.
    pub before: String,
    /// The words that date it; empty where the day of publication does.
    pub marked: String,
    /// What stands after them.
    pub after: String,
    /// Its BCP 47 language tag, where it differs from the page's.
    pub language: Option<String>,
}

/// An article as a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Who published it; its title where that is not known.
    pub name: String,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub date: Option<Date>,
    /// The sentence in the article; where articles are not published, the original.
    pub url: Option<String>,
    /// Where the original stands.
    pub original: Option<String>,
}

/// What another source says.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Its sentence.
    pub quote: Quote,
    /// When it says that it happened, where it says so in other words than the entry.
    pub when: Option<When>,
    /// The article.
    pub source: Source,
    /// How its date was read; on the event's own page only.
    pub reading: Option<Reading>,
}

/// How a date was read.
#[derive(Debug, Clone, Serialize)]
pub struct Reading {
    /// The words that say it: `last week`; empty where the day of publication dates the sentence.
    pub expression: String,
    /// Why they mean that date: `no year given; past tense; nearest before 2018-06-14`.
    pub why: String,
    /// The rule that read them.
    pub rule: Option<&'static str>,
}

/// What some sources say about a date.
#[derive(Debug, Clone, Serialize)]
pub struct Claim {
    /// The date.
    pub when: When,
    /// Whether it is the one shown.
    pub shown: bool,
    /// Why it is the one shown: `desk`, `articles` (more of them say so), `confidence` (it was read more
    /// surely), `earlier` (it was told first); absent for the others.
    pub because: Option<&'static str>,
    /// How many articles say so, near-copies counted.
    pub reports: usize,
    /// How many of them print the same text as another of them.
    pub same_text: usize,
    /// How many texts these are.
    pub texts: usize,
    /// How many articles say anything about the date.
    pub of: usize,
    /// The articles.
    pub sources: Vec<Source>,
    /// The words of the first.
    pub quote: Option<Quote>,
}

/// `article`.
#[derive(Debug, Clone, Serialize)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// When it was published.
    pub date: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where the original stands.
    pub original: Option<String>,
    /// Its language, a BCP 47 tag, where it differs from the page's.
    pub language: Option<String>,
    /// Its picture.
    pub image: Option<Image>,
    /// A link to its picture where that stands on another site: no page embeds what it would have to
    /// ask others for.
    pub image_link: Option<Link>,
    /// Its text, the sentences that became events marked; empty where only quotes are published.
    pub body: Html,
    /// The quoted sentences, where only those are published.
    pub quotes: Vec<ArticleQuote>,
    /// How many of its sentences became events.
    pub sentences: usize,
    /// The entries that cite it.
    pub entries: Vec<EntryLink>,
    /// Its people, places and tags.
    pub topics: Vec<Link>,
    /// The writer's own values, from `extra` in its front matter.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A quoted sentence of an article that is not published whole.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleQuote {
    /// Its anchor: `s14`.
    pub anchor: String,
    /// The sentence.
    pub quote: Quote,
    /// The entry that cites it.
    pub entry: EntryLink,
}

/// An entry, named.
#[derive(Debug, Clone, Serialize)]
pub struct EntryLink {
    /// What happened.
    pub headline: String,
    /// When.
    pub when: When,
    /// Where it stands.
    pub url: String,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct Image {
    /// Its address.
    pub src: String,
    /// What it shows; empty where it only decorates.
    pub alt: String,
    /// Whose it is.
    pub credit: Option<String>,
    /// How wide it is, in pixels; absent where that is not known (SVG).
    pub width: Option<u32>,
    /// How high it is.
    pub height: Option<u32>,
    /// Its versions and how wide they are; absent where there is only one.
    pub srcset: Option<String>,
    /// How wide it stands in the column of an article, for `srcset`; absent without.
    pub sizes: Option<&'static str>,
}

/// `topics`: the index of all people, places or tags.
#[derive(Debug, Clone, Serialize)]
pub struct Topics {
    /// `People`, `Places` or `Tags`, in the language of the page.
    pub title: String,
    /// Each of them, by name.
    pub topics: Vec<Topic>,
}

/// `topic`: a person, a place, a tag.
#[derive(Debug, Clone, Serialize)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// `People`, `Places` or `Tags`, linking to the index.
    pub kind: Link,
    /// Its page.
    pub url: String,
    /// How many entries name it.
    pub count: usize,
    /// The people, places and tags that its entries name most often; on its own page only.
    pub with: Vec<Link>,
    /// Its feed, where dated articles report any of its entries; on its own page only.
    pub feed: Option<String>,
}

/// `search`: all events by year, and how they can be searched.
#[derive(Debug, Clone, Serialize)]
pub struct Search {
    /// How many events there are.
    pub size: usize,
    /// How many of them the page lists: all, or of very many the key events.
    pub shown: usize,
    /// What can be chosen beside words: `story`, `person`, `year`.
    pub facets: Vec<Facet>,
    /// The events that the page lists.
    pub years: Vec<SearchYear>,
    /// Where the others stand; empty where all are listed.
    pub chapters: Vec<SearchStory>,
}

/// A year of the page of search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchYear {
    /// Its anchor: `y1969`.
    pub anchor: String,
    /// `1969`, `480 BC`.
    pub label: String,
    /// Its events.
    pub entries: Vec<SearchEntry>,
}

/// An event on the page of search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchEntry {
    /// What happened.
    pub headline: String,
    /// When.
    pub when: When,
    /// Where it stands.
    pub url: String,
    /// The title of its story, where there are several.
    pub story: Option<String>,
}

/// A story whose events are not all on the page of search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchStory {
    /// Its timeline.
    pub timeline: Link,
    /// Its chapters, if it has any.
    pub chapters: Vec<Link>,
}

/// `made`: how a story was made.
#[derive(Debug, Clone, Serialize)]
pub struct Made {
    /// How many articles were read.
    pub articles: usize,
    /// How many sentences they have.
    pub sentences: usize,
    /// How many time expressions were found.
    pub expressions: usize,
    /// How many sentences were read as events, or declared.
    pub mentions: usize,
    /// How many entries they became.
    pub entries: usize,
    /// How many mentions joined an entry that was there already.
    pub merged: usize,
    /// How many were left out, by confidence or by the editors.
    pub left_out: usize,
    /// The confidence below which an event is left out, in per cent.
    pub min_confidence: u32,
    /// How many decisions of the editors were applied.
    pub decisions: usize,
    /// The rules that dated the entries, the busiest first.
    pub rules: Vec<RuleUse>,
    /// The articles.
    pub read: Vec<ArticleRead>,
    /// Whether unused expressions are listed; a long story gives their number only.
    pub lists_unused: bool,
}

/// `corrections`: what the editors of a story decided against what was read.
#[derive(Debug, Clone, Serialize)]
pub struct Corrections {
    /// Their decisions that were applied, the newest first; undated ones last, in the order of their
    /// file.
    pub decisions: Vec<Decision>,
}

/// A decision of the editors. Nothing in it tells what was hidden.
#[derive(Debug, Clone, Serialize)]
pub struct Decision {
    /// What was decided: `hide`, `approve`, `pin`, `retitle`, `redate`, `note`, `merge`, `split`,
    /// `person` or `drop_person`.
    pub verb: &'static str,
    /// The entry that it is about; absent for a name, and for what was hidden.
    pub entry: Option<EntryLink>,
    /// The headline, the date or the name as it was read.
    pub before: Option<String>,
    /// As it is shown; the words of a note.
    pub after: Option<String>,
    /// The headlines of what a `merge` joined; the entry that a `split` took out, if it is published.
    pub parts: Vec<Link>,
    /// The day on which it was decided.
    pub on: Option<Date>,
    /// The reason that the editors gave.
    pub why: Option<String>,
}

/// How often a rule dated a mention.
#[derive(Debug, Clone, Serialize)]
pub struct RuleUse {
    /// Its name.
    pub name: &'static str,
    /// What it reads, in words: `A day of a month, month first`.
    pub about: &'static str,
    /// How often.
    pub count: usize,
}

/// What was read in an article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleRead {
    /// The article.
    pub source: Source,
    /// How many time expressions were found in it.
    pub expressions: usize,
    /// How many of its sentences stand in the timeline.
    pub used: usize,
    /// The expressions that date no entry, the first few.
    pub unused: Vec<Unused>,
    /// How many more of them there are.
    pub more_unused: usize,
}

/// A dated sentence that stands in no entry.
#[derive(Debug, Clone, Serialize)]
pub struct Unused {
    /// The words that say when; empty where the day of publication would have dated it.
    pub text: String,
    /// What it means, as TIMEX3 writes it.
    pub value: String,
    /// The same in words; absent where it has no place on the calendar.
    pub date: Option<String>,
    /// Why it was not used.
    pub why: &'static str,
    /// The beginning of its sentence; absent where articles are not published whole.
    pub sentence: Option<String>,
}
