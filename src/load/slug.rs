//! Names of files in, parts of addresses out.

use jiff::civil::Date;

use super::fields::calendar_date;

/// How long a part of an address may be; a file system's limit is 255 bytes.
const LONGEST: usize = 120;

/// Names that the pages of the site itself need, beside its stories.
pub(crate) const SITE: &[&str] = &["404", "embed", "people", "places", "search", "tags"];

/// Names that the pages of a story need, beside its articles.
pub(crate) const STORY: &[&str] = &["corrections", "events", "how-it-was-made", "page"];

/// Names that are devices on Windows: nobody there could check the site out.
const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Whether `slug` is a device on Windows.
pub(crate) fn is_device(slug: &str) -> bool {
    DEVICES.contains(&slug)
}

/// `name` as a part of an address: `a` to `z`, digits, single hyphens. `None` if nothing is left.
pub(crate) fn of(name: &str) -> Option<String> {
    let mut slug = plain(name);
    if slug.len() > LONGEST {
        let end = slug[..LONGEST].rfind('-').unwrap_or(LONGEST);
        slug.truncate(end);
    }
    (!slug.is_empty()).then_some(slug)
}

/// Any text as `a` to `z`, digits, single hyphens; letters of other scripts are written in these.
///
/// A symbol is left out: its name in English (`grinning`, `eur`) was said by nobody.
pub(crate) fn plain(text: &str) -> String {
    let has_name = |c: char| !slug::slugify(c.to_string()).is_empty();
    let is_symbol = |c: char| !c.is_ascii() && !c.is_alphanumeric() && has_name(c);
    slug::slugify(text.replace(is_symbol, " "))
}

/// The date with which a file name begins, and the rest: `2018-06-14-title`.
pub(crate) fn split_date(name: &str) -> (Option<Date>, &str) {
    let date = name.get(..10).and_then(|text| calendar_date(text).ok());
    match (date, name.get(10..)) {
        (Some(date), Some("")) => (Some(date), name),
        (Some(date), Some(rest)) => match rest.strip_prefix(['-', '_', ' ']) {
            Some(title) if !title.trim().is_empty() => (Some(date), title),
            _ => (None, name),
        },
        _ => (None, name),
    }
}

/// A file name made readable: `joint-interview` is `Joint interview`.
pub(crate) fn readable(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_whatever_the_name() {
        for (name, slug) in [
            ("Joint Interview", Some("joint-interview")),
            ("Ärger über Öl", Some("arger-uber-ol")),
            ("A\u{308}rger", Some("arger")),
            ("Москва", Some("moskva")),
            ("../../etc/passwd", Some("etc-passwd")),
            ("a\\b\0c", Some("a-b-c")),
            ("A 😀day™ of 5°", Some("a-day-of-5")),
            ("हिन्दी – ½", Some("hindii-1-2")),
            ("😀", None),
            ("!!!", None),
        ] {
            assert_eq!(of(name).as_deref(), slug, "{name}");
        }
        assert!(of(&"word ".repeat(100)).is_some_and(|slug| slug.len() <= LONGEST));
    }

    #[test]
    fn a_date_is_split_from_the_name() {
        let june = Some(jiff::civil::date(2018, 6, 14));
        for (name, date, rest) in [
            ("2018-06-14-title", june, "title"),
            ("2018-06-14 title", june, "title"),
            ("2018-06-14", june, "2018-06-14"),
            ("2018-13-14-title", None, "2018-13-14-title"),
            ("2018-06-14title", None, "2018-06-14title"),
            ("title", None, "title"),
            ("ééééééééé", None, "ééééééééé"),
        ] {
            assert_eq!(split_date(name), (date, rest), "{name}");
        }
    }

    #[test]
    fn a_file_name_becomes_a_title() {
        for (name, title) in [("joint-interview", "Joint interview"), ("émile_zola", "Émile zola")]
        {
            assert_eq!(readable(name), title);
        }
    }
}
