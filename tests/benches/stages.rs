//! How long each stage of the way from prose to pages takes: `cargo bench`.
//!
//! The articles are made up of a few sentences of our own, with names, places and dates that differ
//! from article to article, so that the same happenings are told by some of them and not by all.
//!
//! `DATELINE_CORPUS` names a file of JSON lines, documents as `dateline extract` takes them, whose text,
//! repeated to 50 MB, `tag_megabytes` reads instead of the made-up sentences.

use std::{fmt::Write as _, fs};

use divan::{
    Bencher, black_box,
    counter::{BytesCount, ItemsCount},
};

use dateline::{
    event::{self, Selection},
    load::{self, Library, StorySource},
    render::{self, Site},
    source::Document,
    story::{self, Reading},
    temporal::Tagger,
};

/// How much text `tag_megabytes` reads.
const MEGABYTES: usize = 50;

/// How many articles the stages work on.
const ARTICLES: usize = 200;

const PEOPLE: &[&str] = &["Ada Quill", "Bruno Maar", "Carla Venn", "Dario Holt", "Edda Stone"];
const PLACES: &[&str] = &["Norwick", "Port Ember", "Lindale", "Castle Row"];
const MONTHS: &[&str] = &["January", "March", "June", "September", "November"];

fn main() {
    divan::main();
}

#[divan::bench]
fn load_articles(bencher: Bencher<'_, '_>) {
    let site = write_articles();
    bencher.counter(ItemsCount::new(ARTICLES)).bench(|| read_files(&site));
}

#[divan::bench]
fn tag(bencher: Bencher<'_, '_>) {
    let (tagger, story) = (Tagger::new(), story());
    bencher.counter(ItemsCount::new(ARTICLES)).bench(|| {
        for article in &story.articles {
            black_box(tagger.tag(black_box(&article.document)));
        }
    });
}

/// Reads 50 MB on one core: the figure is the tagger's throughput.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn tag_megabytes(bencher: Bencher<'_, '_>) {
    let (tagger, documents) = (Tagger::new(), documents());
    let bytes: usize = documents.iter().map(bytes).sum();
    let rounds = MEGABYTES * 1_000_000 / bytes.max(1);
    bencher.counter(BytesCount::new(bytes * rounds)).bench(|| {
        for document in (0..rounds).flat_map(|_| &documents) {
            black_box(tagger.tag(black_box(document)));
        }
    });
}

#[divan::bench]
fn select(bencher: Bencher<'_, '_>) {
    let (tagger, story) = (Tagger::new(), story());
    let readings = readings(&story);
    bencher.counter(ItemsCount::new(ARTICLES)).bench(|| {
        for (article, reading) in story.articles.iter().zip(&readings) {
            black_box(event::select(&tagger, &article.document, black_box(&reading.tagged)));
        }
    });
}

/// What an article takes may grow with the logarithm of how many the story has, and no faster.
#[divan::bench(args = [ARTICLES, 5 * ARTICLES, 25 * ARTICLES], sample_count = 5)]
fn arrange(bencher: Bencher<'_, '_>, articles: usize) {
    let story = story_of(articles);
    let readings = readings(&story);
    bencher
        .counter(ItemsCount::new(articles))
        .with_inputs(|| (story.clone(), readings.clone()))
        .bench_values(|(story, readings)| story::arrange(story, readings));
}

#[divan::bench(sample_count = 10)]
fn plan(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| dateline::read(read_files(&write_articles())).value)
        .bench_values(render::plan);
}

/// The story's timeline, the longest of its pages; then one of its articles.
#[divan::bench(args = ["index.html", "posts/a-0/index.html", "events.json"])]
fn render_page(bencher: Bencher<'_, '_>, page: &str) {
    let site = site();
    let path = site.pages.keys().find(|path| path.ends_with(page)).expect("the site has it");
    bencher.bench(|| site.render(black_box(path)));
}

/// The documents of `DATELINE_CORPUS`, or the made-up articles'.
fn documents() -> Vec<Document> {
    let Some(path) = std::env::var_os("DATELINE_CORPUS") else {
        return story().articles.into_iter().map(|article| article.document).collect();
    };
    let lines = fs::read_to_string(path).expect("DATELINE_CORPUS names a file");
    let document = |line: &str| {
        let fields: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text = fields["text"].as_str().expect("a document has a text");
        let mut document = Document::from_text("bench", text, None);
        document.date = fields["dct"].as_str().and_then(|date| date.parse().ok());
        document
    };
    lines.lines().map(document).collect()
}

fn bytes(document: &Document) -> usize {
    document.passages.iter().map(|passage| passage.text.len()).sum()
}

fn site() -> Site {
    dateline::plan(read_files(&write_articles())).value
}

fn story() -> StorySource {
    story_of(ARTICLES)
}

fn story_of(articles: usize) -> StorySource {
    read_files(&write(articles)).stories.remove(0)
}

fn readings(story: &StorySource) -> Vec<Reading> {
    let tagger = Tagger::new();
    let read = story.articles.iter().map(|article| {
        let found = tagger.tag(&article.document);
        let Selection { events, retold, unused } =
            event::select(&tagger, &article.document, &found);
        Reading { tagged: found, events, retold, unused }
    });
    read.collect()
}

fn read_files(site: &tempfile::TempDir) -> Library {
    let options = load::Options {
        root: site.path().to_owned(),
        drafts: false,
        future: true,
        today: jiff::civil::date(2026, 11, 23),
        base_url: None,
    };
    load::load(&options).expect("the articles can be read").value
}

fn write_articles() -> tempfile::TempDir {
    write(ARTICLES)
}

fn write(articles: usize) -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("there is a place for temporary files");
    let story = site.path().join("content/posts");
    fs::create_dir_all(&story).expect("a folder can be made");
    for number in 0..articles {
        let file = story.join(format!("a-{number}.md"));
        fs::write(file, article(number)).expect("an article can be written");
    }
    site
}

/// An article of twenty sentences, half of them dated.
fn article(number: usize) -> String {
    let of = |list: &[&'static str], at: usize| list[at % list.len()];
    let (year, day) = (2015 + number % 8, 1 + number % 28);
    let mut text = format!(
        "---\ntitle: The week in {place}\ndate: {year}-12-{day:02}\ntags: [harbour, council]\n---\n\n",
        place = of(PLACES, number),
    );
    for sentence in 0..10 {
        let at = number / 3 + sentence * 7;
        let (person, place, month) = (of(PEOPLE, at), of(PLACES, at / 2), of(MONTHS, at / 3));
        let day = 1 + at % 28;
        let _ = write!(
            text,
            "{person} opened the {sentence}th bridge of {place} on {month} {day}, {year}. \
             Many people of {place} had waited for it, and some had not.\n\n",
        );
    }
    text
}
