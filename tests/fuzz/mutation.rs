//! Real articles, broken in the ways in which files break: bytes, cuts, pastes, nesting.
//!
//! The same seed breaks them the same way. `DATELINE_MUTATIONS=2000 cargo test --test fuzz` tries
//! more of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use dateline::{
    diag::{
        Diagnostic, Severity,
        show::{Look, people},
    },
    load::{self, Options},
    publish, render,
};

/// How many articles stand in one project.
const BATCH: u64 = 50;

#[test]
fn broken_articles_build_or_are_refused_with_a_clear_word() {
    let wanted = std::env::var("DATELINE_MUTATIONS").ok().and_then(|count| count.parse().ok());
    let originals = originals();
    for batch in 0..wanted.unwrap_or(300_u64).div_ceil(BATCH) {
        println!("batch {batch}: seeds from {}", batch * BATCH); // shown when it fails
        let project = tempfile::tempdir().unwrap();
        let story = project.path().join("content/story");
        fs::create_dir_all(&story).unwrap();
        for seed in batch * BATCH..(batch + 1) * BATCH {
            let article = mutated(&originals, &mut Random::new(seed));
            fs::write(story.join(format!("2018-06-14-{seed}.md")), article).unwrap();
        }
        assert_faults_are_clear(&check(project.path()));
    }
}

/// Takes a project through all stages, and gives what they complain about.
fn check(root: &Path) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let options = Options {
        root: root.to_owned(),
        drafts: true,
        future: true,
        today: jiff::civil::date(2018, 6, 30),
        base_url: None,
    };
    let library = load::load(&options).unwrap().unpack(&mut faults);
    let project = dateline::read(library).unpack(&mut faults);
    let site = render::plan(project).unpack(&mut faults);
    let options = publish::Options {
        project: root,
        home: None,
        adopt: false,
        fails_at: Severity::Error,
        progress: &|| {},
    };
    publish::check(&site, &options).unwrap().unpack(&mut faults);
    faults
}

fn assert_faults_are_clear(faults: &[Diagnostic]) {
    for fault in faults {
        assert!(!fault.message.is_empty(), "{fault:?}");
        assert!(
            fault.hint.is_some() || fault.label.is_some() || !fault.notes.is_empty(),
            "{fault:?}"
        );
        if let Some(place) = &fault.place {
            assert!(place.span.start <= place.span.end, "{fault:?}");
            assert!(place.span.end <= place.source.text().len() + 1, "{fault:?}");
        }
    }
    // Whoever has to mend an article must be told which one it is.
    for refusal in faults.iter().filter(|fault| fault.severity == Severity::Error) {
        let look = Look { all: true, ..Look::default() };
        let shown = people(std::slice::from_ref(refusal), look);
        assert!(shown.contains("content/story/2018-06-14-"), "{shown}");
    }
}

/// The sample articles.
fn originals() -> Vec<Vec<u8>> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(content)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    assert!(files.len() > 5, "the sample articles are there");
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn mutated(originals: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut article = originals[random.below(originals.len())].clone();
    for _ in 0..=random.below(3) {
        MUTATIONS[random.below(MUTATIONS.len())](&mut article, originals, random);
    }
    article
}

type Mutation = fn(&mut Vec<u8>, &[Vec<u8>], &mut Random);

const MUTATIONS: &[Mutation] = &[
    // Bytes that no encoding explains.
    |article, _, random| {
        for _ in 0..=random.below(20) {
            if !article.is_empty() {
                let at = random.below(article.len());
                article[at] = random.byte();
            }
        }
    },
    // A copy that stopped halfway.
    |article, _, random| article.truncate(random.below(article.len() + 1)),
    // Front matter twice.
    |article, originals, random| {
        let other = &originals[random.below(originals.len())];
        article.splice(0..0, other.iter().copied());
    },
    // Nesting without end.
    |article, _, random| {
        let openers = ["[", "> ", "- ", "(", "*", "<b>", "![", "{", "`", "&", "| "];
        let deep = openers[random.below(openers.len())].repeat(1 << random.below(12));
        insert(article, deep.as_bytes(), random);
    },
    // Words that YAML, Markdown or the tagger take for something.
    |article, _, random| {
        let words = [
            "---\n",
            "+++\n",
            "\n...\n",
            "\t",
            "\r",
            "\u{feff}",
            "\u{202e}",
            "\0",
            ": ",
            "&a *a",
            "!!binary ",
            "99999999999999999999",
            "2018-99-99",
            "the 0th of June 0000",
            "BC BC BC",
            "𝒟",
            "e\u{301}",
            "events:\n  - date: x\n",
            "date: 2018-06-31\n",
            "slug: ../..\n",
            "<script>",
            "{{ x }}",
            "{% raw %}",
        ];
        for _ in 0..=random.below(8) {
            insert(article, words[random.below(words.len())].as_bytes(), random);
        }
    },
    // A stretch taken out, or told again.
    |article, _, random| {
        let (a, b) = (random.below(article.len() + 1), random.below(article.len() + 1));
        let piece: Vec<u8> = article.drain(a.min(b)..a.max(b)).collect();
        if random.below(2) == 0 {
            insert(article, &piece.repeat(2), random);
        }
    },
];

fn insert(article: &mut Vec<u8>, piece: &[u8], random: &mut Random) {
    let at = random.below(article.len() + 1);
    article.splice(at..at, piece.iter().copied());
}

/// Numbers that look random and are the same on every machine (`SplitMix64`).
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}
