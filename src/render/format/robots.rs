//! `robots.txt`: everything may be read; where the sitemap is. A site's own file stands over it.

use std::fmt::Write as _;

use super::{Format, Scope};
use crate::diag::Warned;

pub(super) const FORMAT: Format = Format {
    file: "robots.txt",
    title: None,
    scope: Scope::Site,
    applies: |_| true,
    write: |content, _| {
        let mut text = String::from("User-agent: *\nAllow: /\n");
        // A sitemap is named by its whole address or not at all.
        if content.base.is_known() {
            let _ = writeln!(text, "Sitemap: {}", content.base.url("sitemap.xml"));
        }
        Warned::clean(text.into_bytes())
    },
};
