//! The pictures that texts show in; warnings, and the smaller versions to make of them, out.
//!
//! ```text
//! articles, introductions, plain pages ── markdown::pictures ──┬─▶ of this site: shown, in several widths
//!                                                              └─▶ elsewhere, or not described: a warning
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        content::{Content, PlannedPicture},
        links,
    },
    body,
};
use crate::{
    diag::Diagnostic,
    load::{StaticFile, Text, markdown},
    picture::{Format, Picture},
    settings::Articles,
    source::Place,
};

/// The pictures among the files of a site, by their paths in it; no smaller versions yet.
pub(super) fn of_files(files: &[StaticFile]) -> BTreeMap<String, PlannedPicture> {
    let pictures = files.iter().filter_map(|file| {
        let planned =
            PlannedPicture { picture: file.picture?, file: file.file.clone(), smaller: Vec::new() };
        Some((file.path.clone(), planned))
    });
    pictures.collect()
}

/// Names the smaller versions of the pictures that pages show. No name is one of `taken`.
pub(super) fn plan_smaller(
    pictures: &mut BTreeMap<String, PlannedPicture>,
    shown: &BTreeSet<String>,
    mut taken: BTreeSet<String>,
) {
    for path in shown {
        let Some(planned) = pictures.get_mut(path) else { continue };
        for &width in planned.picture.widths() {
            if let Some(name) = name(path, &planned.picture, width)
                && taken.insert(name.clone())
            {
                planned.smaller.push((width, name));
            }
        }
    }
}

/// The path of a version: `a/b-480w.jpg` of `a/b.jpg`; none where the name would be too long.
fn name(path: &str, picture: &Picture, width: u32) -> Option<String> {
    const LONGEST: usize = 255;
    let name_at = path.rfind('/').map_or(0, |at| at + 1);
    let (stem, ending) = match path[name_at..].rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (&path[..name_at + stem.len()], Some(ending)),
        _ => (path, None),
    };
    let to = picture.smaller?;
    let ending = ending.filter(|_| to == picture.format).unwrap_or(Format::ending(to));
    let version = format!("{stem}-{width}w.{ending}");
    (version.len() - name_at <= LONGEST).then_some(version)
}

/// The pictures of the site that its texts show, and what is wrong with them.
#[derive(Default)]
pub(super) struct Look {
    /// Their paths in the site.
    pub(super) shown: BTreeSet<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Look {
    /// Looks through all texts that are published.
    pub(super) fn at(content: &Content) -> Self {
        let mut look = Self::default();
        if let Some(home) = content.home.as_ref().filter(|_| !content.is_one_story()) {
            look.text(content, home, "", content.settings.raw_html);
        }
        for plan in &content.stories {
            let source = &plan.story.source;
            if let Some(introduction) = &source.introduction {
                // As it is shown: by the settings of the site.
                look.text(content, introduction, &source.slug, content.settings.raw_html);
            }
            for article in source.articles.iter().filter(|it| plan.article(it).is_some()) {
                if let Some(image) = &article.image {
                    let place = || body::place_of_image(article, image);
                    look.picture(content, &article.text, article.folder(), &image.src, place);
                }
                if source.settings.articles == Articles::Full {
                    let raw_html = source.settings.raw_html;
                    look.text(content, &article.text, article.folder(), raw_html);
                }
            }
        }
        for page in &content.plain_pages {
            look.text(content, &page.text, "", content.settings.raw_html);
        }
        look.huge(content);
        look
    }

    fn text(&mut self, content: &Content, text: &Text, folder: &str, raw_html: bool) {
        for written in markdown::pictures(text, raw_html) {
            let place = || Place { source: text.source.clone(), span: written.span };
            let is_own = self.picture(content, text, folder, &written.address, place);
            if is_own && !written.described {
                let message =
                    "the picture has no description: people who cannot see it are told nothing";
                self.warn(Diagnostic::warning("missing-alt", message).hint(
                    "say what it shows between the brackets, like `![Two women embrace](a.jpg)`; \
                     write one that only decorates as `<img src=\"a.jpg\" alt=\"\">`",
                ), place());
            }
        }
    }

    /// Whether a picture stands on this site.
    fn picture(
        &mut self,
        content: &Content,
        text: &Text,
        folder: &str,
        address: &str,
        place: impl Fn() -> Place,
    ) -> bool {
        if links::leads_inside(&content.base, address) {
            self.shown.extend(body::site_path(content, text, folder, address));
            return true;
        }
        let message = "the picture stands on another site: it is linked, and not shown";
        self.warn(
            Diagnostic::warning("remote-picture", message)
                .note("a page that shows it would tell that site who reads it")
                .hint("put the file beside the article, and write its name"),
            place(),
        );
        false
    }

    /// Of pictures that are too large to be made smaller.
    fn huge(&mut self, content: &Content) {
        for path in &self.shown {
            let Some(planned) = content.pictures.get(path) else { continue };
            let Picture { width, height, .. } = planned.picture;
            if planned.picture.is_huge() {
                let message = format!(
                    "the picture `{path}` has {width} × {height} pixels: no smaller versions are made"
                );
                let hint = "save it with at most 50 million pixels; 2,400 in width are plenty";
                self.diagnostics.push(Diagnostic::warning("huge-picture", message).hint(hint));
            }
        }
    }

    fn warn(&mut self, mut warning: Diagnostic, place: Place) {
        warning.place = Some(place);
        self.diagnostics.push(warning);
    }
}
