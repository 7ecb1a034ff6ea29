//! Pictures with secrets in them, cleaned and made smaller.

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, metadata::Orientation};
use proptest::prelude::*;
use std::io::Cursor;

use super::{
    testing::{SECRET, encoded, exif, jpeg, webp, with_chunk, with_segment},
    *,
};

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("a picture")
}

fn orientation(bytes: &[u8]) -> Orientation {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap();
    reader.into_decoder().unwrap().orientation().unwrap()
}

/// What is cleaned shows the same pixels, all of them, and no secret.
fn cleans(format: Format, bytes: &[u8]) -> Vec<u8> {
    assert!(holds(bytes, SECRET), "the test hides nothing");
    let cleaned = clean(format, bytes);
    assert!(cleaned.whole);
    assert!(!holds(&cleaned.bytes, SECRET));
    assert_eq!(decoded(&cleaned.bytes), decoded(bytes));
    assert_eq!(clean(format, &cleaned.bytes), cleaned, "cleaning twice changes something");
    cleaned.bytes
}

#[test]
fn a_jpeg_keeps_its_pixels_and_loses_what_it_tells() {
    let exif = |orientation| [b"Exif\0\0", &exif(orientation)[..]].concat();
    let secret = |before: &[u8]| [before, SECRET].concat();
    let mut photo = jpeg(60, 40, 95);
    for (marker, body) in [
        (0xE1, exif(6)),
        (0xE1, secret(b"http://ns.adobe.com/xap/1.0/\0")),
        (0xE0, secret(b"JFXX\0\x10")),
        (0xE2, secret(b"MPF\0")),
        (0xED, secret(b"Photoshop 3.0\08BIM")),
        (0xEE, secret(b"Adobe\0\x64\0\0\0\0\x01")),
        (0xFE, secret(b"taken at ")),
        (0xE2, b"ICC_PROFILE\0\x01\x01profile".to_vec()),
    ] {
        photo = with_segment(&photo, marker, &body);
    }
    photo.extend(secret(b"a film behind the end"));
    let cleaned = cleans(Format::Jpeg, &photo);
    assert!(holds(&cleaned, b"ICC_PROFILE\0\x01\x01profile"));
    assert_eq!(orientation(&cleaned), Orientation::Rotate90);
    assert_eq!(measure(Format::Jpeg, &photo).map(|p| (p.width, p.height)), Some((40, 60)));
}

#[test]
fn the_small_picture_in_a_jpeg_head_goes() {
    let photo = jpeg(60, 40, 95);
    let head = photo.windows(5).position(|w| w == b"JFIF\0").expect("the encoder writes JFIF");
    // The head, longer by a picture of 1 by 6 pixels.
    let thumbnail = [&photo[head..head + 12], &[1, 6], SECRET, b"."].concat();
    let length = u16::try_from(thumbnail.len() + 2).unwrap().to_be_bytes();
    let with = [&photo[..head - 2], &length, &thumbnail, &photo[head + 14..]].concat();
    cleans(Format::Jpeg, &with);
}

#[test]
fn a_png_keeps_its_pixels_and_loses_what_it_tells() {
    let mut picture = encoded(60, 40, ImageFormat::Png);
    for (name, body) in [
        (b"tEXt", [b"Comment\0", SECRET].concat()),
        (b"zTXt", [b"Comment\0\0", SECRET].concat()),
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()),
        (b"tIME", SECRET[..7].to_vec()),
        (b"zzZz", SECRET.to_vec()),
        (b"eXIf", exif(8)),
    ] {
        picture = with_chunk(&picture, *name, &body);
    }
    picture.extend(SECRET); // the rest of a larger file that was cropped
    let cleaned = cleans(Format::Png, &picture);
    assert!(!holds(&cleaned, b"tIME"));
    assert_eq!(orientation(&cleaned), Orientation::Rotate270);
    assert_eq!(measure(Format::Png, &picture).map(|p| (p.width, p.height)), Some((40, 60)));
}

#[test]
fn a_webp_keeps_its_pixels_and_loses_what_it_tells() {
    let picture = webp(
        60,
        40,
        0x0C,
        &[(b"EXIF", &exif(3)), (b"XMP ", &[b"<x:xmpmeta>", SECRET].concat()), (b"zzzz", SECRET)],
    );
    let cleaned = cleans(Format::Webp, &picture);
    assert_eq!(orientation(&cleaned), Orientation::Rotate180);
    let smaller = Some(Format::Webp);
    let measured = Picture { format: Format::Webp, width: 60, height: 40, smaller };
    assert_eq!(measure(Format::Webp, &picture), Some(measured));
    assert_eq!(measure(Format::Webp, &encoded(60, 40, ImageFormat::WebP)), Some(measured));

    let upright = webp(60, 40, 0x0C, &[(b"EXIF", &exif(1)), (b"XMP ", SECRET)]);
    assert_eq!(clean(Format::Webp, &upright).bytes, webp(60, 40, 0, &[]));
}

#[test]
fn a_gif_loses_its_comments() {
    // One pixel, said to be shown for ever; a comment and XMP before it.
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    let loops = b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0";
    let control = b"\x21\xF9\x04\0\0\0\0\0";
    let pixel = b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let comment = [b"\x21\xFE\x11", SECRET, b"\0"].concat();
    let xmp = [b"\x21\xFF\x0BXMP DataXMP\x11", SECRET, b"\0"].concat();
    let with = [&head[..], loops, &comment, &xmp, control, pixel, b"\x3B", SECRET].concat();
    let without = [&head[..], loops, control, pixel, b"\x3B"].concat();
    assert_eq!(clean(Format::Gif, &with), Cleaned { bytes: without, whole: true });
    let measured = Picture { format: Format::Gif, width: 1, height: 1, smaller: None };
    assert_eq!(measure(Format::Gif, &with), Some(measured));
}

#[test]
fn a_smaller_version_stands_upright_and_tells_nothing() {
    let exif = [b"Exif\0\0", &exif(6)[..]].concat();
    let photo = with_segment(&jpeg(1000, 600, 95), 0xE1, &exif);
    let picture = measure(Format::Jpeg, &photo).unwrap();
    assert_eq!((picture.width, picture.height, picture.widths()), (600, 1000, &[480][..]));
    let small = resize(&photo, &picture, 480).unwrap();
    assert_eq!(small, resize(&photo, &picture, 480).unwrap());
    assert!(!holds(&small, SECRET) && !holds(&small, b"Exif"));
    let small = decoded(&small).into_rgb8();
    assert_eq!(small.dimensions(), (480, 800));
    // Turned by a quarter: what was on the left, red, is above.
    let [above, below] = [2, 797].map(|y| small.get_pixel(240, y).0[0]);
    assert!(above > 240 && below < 15, "{above} {below}");
}

#[test]
fn a_smaller_version_is_made_of_each_format() {
    for (bytes, format) in [
        (encoded(1000, 10, ImageFormat::Png), Format::Png),
        (encoded(1000, 10, ImageFormat::WebP), Format::Webp),
    ] {
        let picture = measure(format, &bytes).unwrap();
        let small = resize(&bytes, &picture, 480).unwrap();
        assert_eq!(Kind::of(&small), Kind::Picture(format));
        assert_eq!(decoded(&small).into_rgb8().dimensions(), (480, 4));
    }
}

#[test]
fn what_moves_or_claims_to_be_huge_is_not_made_smaller() {
    let moving = with_chunk(&encoded(1000, 10, ImageFormat::Png), *b"acTL", &[0; 8]);
    let moving = measure(Format::Png, &moving).unwrap();
    assert_eq!((moving.smaller, moving.widths()), (None, &[][..]));

    // A head of a few bytes that claims 60,000 by 60,000 pixels.
    let mut bomb = encoded(1000, 10, ImageFormat::Png);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let picture = measure(Format::Png, &bomb).unwrap();
    assert!(picture.is_huge() && picture.widths().is_empty());
    assert!(resize(&bomb, &picture, 480).is_err());
    // Nor where somebody measured it wrongly: the decoder has a limit of its own.
    let small = Picture { width: 1000, height: 1000, ..picture };
    assert!(resize(&bomb, &small, 480).is_err());
}

#[test]
fn of_a_damaged_picture_what_is_there_stays() {
    for (format, bytes) in [
        (Format::Jpeg, jpeg(60, 40, 95)),
        (Format::Png, encoded(60, 40, ImageFormat::Png)),
        (Format::Webp, encoded(60, 40, ImageFormat::WebP)),
    ] {
        let cut = clean(format, &bytes[..bytes.len() - 20]);
        assert!(!cut.whole, "{format:?}");
        assert_eq!(measure(format, &cut.bytes), measure(format, &bytes));
    }
}

proptest! {
    /// Nothing makes it panic, and what is cleaned is clean.
    #[test]
    fn hostile_bytes_are_read_to_their_end(
        at in prop::collection::vec((0_usize..3000, any::<u8>()), 0..20),
        cut in 0_usize..4000,
        which in 0_usize..3,
    ) {
        let (format, mut bytes) = match which {
            0 => (Format::Jpeg, with_segment(&jpeg(30, 20, 95), 0xFE, SECRET)),
            1 => (Format::Png, with_chunk(&encoded(30, 20, ImageFormat::Png), *b"tEXt", SECRET)),
            _ => (Format::Webp, webp(30, 20, 0x08, &[(b"EXIF", &exif(3))])),
        };
        for (at, byte) in at {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len().min(cut).max(12));
        let cleaned = clean(format, &bytes);
        prop_assert!(cleaned.bytes.len() <= bytes.len() + 64);
        prop_assert_eq!(&clean(format, &cleaned.bytes).bytes, &cleaned.bytes);
        if let Some(picture) = measure(format, &bytes) {
            let _ = resize(&cleaned.bytes, &picture, 480);
        }
        let _ = clean(Format::Gif, &bytes);
        let _ = measure(Format::Gif, &bytes);
    }
}
