//! A second theme, `tests/theme`: templates, words and one style sheet of another make. That it shows all there is to
//! show, without anything of the built-in theme, is what the template API promises.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::folder::{Tree, copy_backwards, dateline, read_tree, succeed};

/// What the project's own stories lack: plans, decisions, an article of which only quotes are published, values of
/// the writer's own, an old address, a plain page.
const MORE: [(&str, &str); 4] = [
    (
        "content/about.md",
        "# About this book\n\nIt begins with [the first autumn](moon-race/2007-10-04-the-first-autumn.md).\n",
    ),
    ("content/lea-bridge/_index.md", "---\ntitle: The Lea bridge\narticles: quotes\n---\n"),
    (
        "content/lea-bridge/2024-03-12-bridge-closed.md",
        "---\ntitle: Lea bridge closed\npublisher: Alderton Courier\naliases: [/lea/]\nextra: { folio: C 12 }\n---\n\n\
         The county closed the Lea bridge on Monday. Engineers found a crack in January. The bridge opened in\n\
         1968. It will be inspected on April 2.\n",
    ),
    (
        "content/lea-bridge/_desk.yaml",
        "- { redate: 2024-01-engineers-found-a-crack, to: 2024-01-15, on: 2024-03-15, why: their report says so }\n\
         - { note: 2024-03-11-the-county-closed-the-lea-bridge, text: It was closed to carts only. }\n",
    ),
];

/// A page of each kind.
const PAGES: [(&str, &str); 13] = [
    ("404", "404.html"),
    ("article", "clemency/joint-interview/index.html"),
    ("corrections", "lea-bridge/corrections/index.html"),
    ("embed", "embed/lea-bridge/index.html"),
    ("event", "lea-bridge/events/1968-the-bridge-opened/index.html"),
    ("home", "index.html"),
    ("made", "moon-race/how-it-was-made/index.html"),
    ("page", "about/index.html"),
    ("redirect", "lea/index.html"),
    ("search", "search/index.html"),
    ("story", "moon-race/index.html"),
    ("topic", "people/alice-marie-johnson/index.html"),
    ("topics", "places/index.html"),
];

/// Classes that the program itself writes into the text of an article, whatever the theme.
const OF_TEXT: [&str; 4] = ["back", "caption", "evd", "vh"];

#[test]
fn every_kind_of_page_is_the_themes_own() {
    let (_folder, site) = build();
    for (kind, path) in PAGES {
        assert_eq!(kind_of(text(&site, path)), Some(kind), "{path}");
    }
    let kinds: BTreeSet<&str> = PAGES.iter().map(|(kind, _)| *kind).collect();
    for (path, page) in pages(&site) {
        assert!(kind_of(page).is_some_and(|kind| kinds.contains(kind)), "{path}");
        assert!(
            !page.replace("<script type=\"application/ld+json\">", "").contains("<script"),
            "{path}"
        );
    }
}

#[test]
fn every_entry_stands_with_date_quote_and_source_on_the_page_of_its_story() {
    let (_folder, site) = build();
    let mut entries = 0;
    for story in ["clemency", "lea-bridge", "moon-race"] {
        let page = text(&site, &format!("{story}/index.html"));
        let data: Value =
            serde_json::from_str(text(&site, &format!("{story}/events.json"))).unwrap();
        for event in data["events"].as_array().unwrap() {
            let id = event["id"].as_str().unwrap();
            let row = row(page, id).unwrap_or_else(|| panic!("no row for {id}"));
            let lead = &event["citations"][0];
            let told = words(row);
            let attributes = unescaped(row).replace("/index.html", "/");
            for said in
                [&event["headline"], &event["date"]["display"], &lead["quote"], &lead["publisher"]]
            {
                let said = said.as_str().unwrap();
                assert!(told.contains(said), "{id}: `{said}` is not in `{told}`");
            }
            let url = lead["url"].as_str().unwrap().strip_prefix(&format!("/{story}/")).unwrap();
            for attribute in [
                format!("href=\"{url}\""),
                format!("datetime=\"{}\"", lead["published"].as_str().unwrap()),
            ] {
                assert!(attributes.contains(&attribute), "{id}: no {attribute}");
            }
            entries += 1;
        }
    }
    assert!(entries > 50, "the stories have entries");
}

#[test]
fn what_the_editors_decided_and_what_sources_dispute_is_shown() {
    let (_folder, site) = build();
    let has = |path: &str, said: &str| {
        let told = words(text(&site, path));
        assert!(told.contains(said), "{path}: `{said}` is not in `{told}`");
    };
    has("lea-bridge/index.html", "It was closed to carts only.");
    has("lea-bridge/index.html", "no entries for 1969–2023");
    has("lea-bridge/index.html", "2 April 2024 planned");
    has("lea-bridge/corrections/index.html", "date corrected from January 2024 to 15 January 2024");
    has("lea-bridge/corrections/index.html", "their report says so");
    has("lea-bridge/bridge-closed/index.html", "C 12");
    let step = "moon-race/events/1969-07-20-neil-armstrong-stepped-onto-the-moon/index.html";
    has(step, "Sources disagree on the date");
    has(step, "21 July 1969, 02:56 UTC");
}

#[test]
fn nothing_of_the_built_in_theme_is_left() {
    let (_folder, site) = build();
    let of_text = BTreeSet::from(OF_TEXT.map(str::to_owned));
    let used: BTreeSet<String> = pages(&site).flat_map(|(_, page)| classes(page)).collect();
    let used: BTreeSet<String> = used.difference(&of_text).cloned().collect();

    let own = styled(text(&site, "site.css"));
    assert_eq!(used, own.difference(&of_text).cloned().collect(), "used on pages, and styled");

    let parts = read_tree(&sources().join("static/theme"));
    let built_in: BTreeSet<String> =
        parts.keys().flat_map(|part| styled(text(&parts, part))).collect();
    assert!(built_in.contains("rail"), "the built-in theme has classes");
    assert_eq!(used.intersection(&built_in).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The project's stories and those above, in the second theme; the folder lives as long as the answer.
fn build() -> (tempfile::TempDir, Tree) {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path();
    copy_backwards(&sources().join("content"), &project.join("content"));
    copy_backwards(&sources().join("tests/theme"), project);
    for (path, text) in MORE {
        let file = project.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    succeed(dateline(project).args(["build", "--strict"]));
    let site = read_tree(&project.join("public"));
    (folder, site)
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("there is no `{path}`"));
    std::str::from_utf8(bytes).unwrap()
}

fn pages(site: &Tree) -> impl Iterator<Item = (&str, &str)> {
    let paths =
        site.keys().filter(|path| Path::new(path).extension().is_some_and(|it| it == "html"));
    paths.map(|path| (path.as_str(), text(site, path)))
}

/// The kind of page that the theme says it is.
fn kind_of(page: &str) -> Option<&str> {
    Some(page.split_once("<body data-ledger=\"")?.1.split_once('"')?.0)
}

/// The row of the register that has an id.
fn row<'a>(page: &'a str, id: &str) -> Option<&'a str> {
    Some(page.split_once(&format!("<tr id=\"{id}\""))?.1.split_once("</tr>")?.0)
}

/// What a reader reads: the text between tags, with single spaces.
fn words(html: &str) -> String {
    let text: String =
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    let text = unescaped(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(html: &str) -> String {
    let html = html.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'");
    html.replace("&#x2F;", "/").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The classes of a page's elements.
fn classes(page: &str) -> impl Iterator<Item = String> {
    let lists = page.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    lists.flat_map(str::split_whitespace).map(str::to_owned)
}

/// The classes that a style sheet names. A dot before a letter is a class, but for file names in addresses.
fn styled(sheet: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let names =
        sheet.split('.').skip(1).map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default());
    let classes = names
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()) && *name != "woff2");
    classes.map(str::to_owned).collect()
}
