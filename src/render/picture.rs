//! A picture's file, read by `publish`, in; the bytes to publish and what is wrong with it, out.

use crate::{
    diag::{Diagnostic, Warned},
    picture::{Kind, clean, measure, resize},
};

/// The picture that stands at `path` of the site, or a version of it of `width` pixels.
///
/// Nothing that cannot be cleaned comes out, whatever became of the file since it was looked at.
pub(super) fn make(path: &str, width: Option<u32>, bytes: &[u8]) -> Warned<Vec<u8>> {
    let Kind::Picture(format) = Kind::of(bytes) else {
        let message = format!("the picture `{path}` was changed while the site was built");
        let fault = Diagnostic::error("broken-picture", message).hint("build again");
        return Warned::with(Vec::new(), vec![fault]);
    };
    let cleaned = clean(format, bytes);
    let Some(width) = width else {
        let cut = (!cleaned.whole).then(|| broken(path, "its end is missing"));
        return Warned::with(cleaned.bytes, cut.into_iter().collect());
    };
    let picture = measure(format, &cleaned.bytes).ok_or_else(|| "its head is damaged".to_owned());
    match picture.and_then(|picture| resize(&cleaned.bytes, &picture, width)) {
        // A version that would be no lighter helps nobody: few colours make a light picture.
        Ok(smaller)
            if smaller.len() >= cleaned.bytes.len() && Kind::of(&smaller) == Kind::of(bytes) =>
        {
            Warned::clean(cleaned.bytes)
        }
        Ok(smaller) => Warned::clean(smaller),
        Err(why) => Warned::with(cleaned.bytes, vec![broken(path, &why)]),
    }
}

fn broken(path: &str, why: &str) -> Diagnostic {
    Diagnostic::warning("broken-picture", format!("the picture `{path}` is damaged: {why}"))
        .hint("save it again, or take it from where it came from")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::testing;

    #[test]
    fn what_is_no_picture_any_more_is_not_published() {
        let made = make("a.jpg", None, b"II*\0");
        assert!(made.value.is_empty());
        assert_eq!(made.diagnostics[0].code, "broken-picture");
    }

    #[test]
    fn a_damaged_picture_is_shown_as_far_as_it_goes() {
        let mut bytes = testing::encoded(1000, 400, image::ImageFormat::Png);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xFF;
        let made = make("a.png", Some(480), &bytes);
        assert_eq!(made.value, bytes);
        let said = &made.diagnostics[0];
        assert!(said.message.starts_with("the picture `a.png` is damaged: "), "{said:?}");
    }

    #[test]
    fn no_version_is_heavier_than_the_picture() {
        let fine = testing::jpeg(1000, 400, 95);
        assert!(make("a.jpg", Some(480), &fine).value.len() < fine.len());
        let coarse = testing::jpeg(1000, 400, 1);
        let made = make("a.jpg", Some(960), &coarse).value;
        assert_eq!(made, clean(crate::picture::Format::Jpeg, &coarse).bytes);
    }
}
