//! `robots.txt`: everything may be read; where the sitemap is. A site's own file stands over it.

use std::fmt::Write as _;

use super::{Format, of_the_site};
use crate::diag::Warned;

pub(super) const FORMAT: Format = Format {
    file: "robots.txt",
    media_type: "text/plain",
    title: |_, _| None,
    applies: of_the_site,
    write: |content, _| {
        let mut text = String::from("User-agent: *\nAllow: /\n");
        // A sitemap is named by its whole address or not at all.
        if content.base.is_known() {
            let _ = writeln!(text, "Sitemap: {}", content.base.url("sitemap.xml"));
        }
        Warned::clean(text.into_bytes())
    },
};
