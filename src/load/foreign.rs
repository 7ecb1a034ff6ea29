//! A key that other tools read in, what says the same here out.
//!
//! Letters alone mislead: `pubdate` looks like `updated` and means `date`.

/// Keys of other tools that mean the same.
struct Foreign {
    /// The keys, in small letters without hyphens and underscores.
    keys: &'static str,
    /// What says it here, the best first; nothing where none is among the keys that may be written.
    ours: &'static [Ours],
}

/// A key of Dateline, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ours {
    /// The key.
    pub(crate) key: &'static str,
    /// With a value.
    pub(crate) form: &'static str,
}

/// What a key of other tools means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// What this key says.
    Of(Ours),
    /// Nothing that a key says.
    Nothing,
}

const fn ours(key: &'static str, form: &'static str) -> Ours {
    Ours { key, form }
}

const IMAGE: Ours = ours("image", "image: { src: meeting.jpg, alt: Two women embrace }");

const FOREIGN: &[Foreign] = &[
    Foreign {
        keys: "pubdate published publishedat publisheddate publishdate publicationdate \
               datepublished posted postedat created createdat",
        ours: &[ours("date", "date: 2018-06-14")],
    },
    Foreign {
        keys: "lastmod lastmodified lastmodifiedat lastupdated modified modifiedat datemodified \
               updatedat updateddate",
        ours: &[ours("updated", "updated: 2018-06-20")],
    },
    Foreign {
        keys: "expirydate expiresat unpublishdate",
        ours: &[ours("expires", "expires: 2026-01-01")],
    },
    Foreign {
        keys: "subtitle tagline summary excerpt description",
        ours: &[ours("description", "description: What it is about")],
    },
    Foreign { keys: "authors byline creator", ours: &[ours("author", "author: Ann Example")] },
    Foreign {
        keys: "outlet source publishedby sitename",
        ours: &[ours("publisher", "publisher: Example Courier")],
    },
    Foreign {
        keys: "link sourceurl originalurl canonical canonicalurl",
        ours: &[ours("url", "url: https://example.org/a")],
    },
    Foreign { keys: "permalink", ours: &[ours("slug", "slug: joint-interview")] },
    Foreign { keys: "redirectfrom", ours: &[ours("aliases", "aliases: [/old/address]")] },
    Foreign { keys: "lang locale", ours: &[ours("language", "language: en-GB")] },
    Foreign {
        keys: "category categories keywords topics",
        ours: &[ours("tags", "tags: [clemency, prison]")],
    },
    Foreign { keys: "cover coverimage thumbnail featuredimage", ours: &[IMAGE] },
    Foreign { keys: "imagealt imagecaption imagecredit", ours: &[IMAGE] },
    Foreign { keys: "layout template weight type toc comments", ours: &[] },
];

/// What a key of other tools means where the keys `known` may be written; `None` if it is no such key.
pub(crate) fn meaning(written: &str, known: &[&'static str]) -> Option<Meaning> {
    let plain: String =
        written.chars().filter(|c| !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect();
    let is_it = |foreign: &&Foreign| foreign.keys.split_whitespace().any(|key| key == plain);
    let foreign = FOREIGN.iter().find(is_it)?;
    let ours = foreign.ours.iter().find(|ours| known.contains(&ours.key));
    Some(ours.map_or(Meaning::Nothing, |ours| Meaning::Of(*ours)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_key_of_other_tools_is_known_however_it_is_written() {
        let article = ["date", "image", "tags", "title", "updated"];
        for (written, expected) in [
            ("pubDate", Some(Some("date"))),
            ("publish-date", Some(Some("date"))),
            ("last_modified", Some(Some("updated"))),
            ("Categories", Some(Some("tags"))),
            ("image_alt", Some(Some("image"))),
            ("subtitle", Some(None)),
            ("layout", Some(None)),
            ("titel", None),
        ] {
            let key = |meaning| if let Meaning::Of(ours) = meaning { Some(ours.key) } else { None };
            let found = meaning(written, &article).map(key);
            assert_eq!(found, expected, "{written}");
        }
        assert!(matches!(meaning("subtitle", &["description"]), Some(Meaning::Of(_))));
    }

    #[test]
    fn the_table_is_written_as_it_is_looked_up() {
        let mut seen = BTreeSet::new();
        for Foreign { keys, ours } in FOREIGN {
            for key in keys.split_whitespace() {
                assert!(key.bytes().all(|b| b.is_ascii_lowercase()), "{key}");
                assert!(seen.insert(key), "{key} is there twice");
            }
            assert!(ours.iter().all(|it| it.form.starts_with(&format!("{}: ", it.key))));
        }
    }
}
