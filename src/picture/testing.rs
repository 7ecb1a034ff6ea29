//! Pictures for tests, with what cameras write into them.

use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
};

/// What no published byte may hold: it stands in every piece of metadata made here.
pub(crate) const SECRET: &[u8] = b"52.5163N 13.3777E";

/// A picture whose pixels all differ, red on the left and green above.
pub(crate) fn pixels(width: u32, height: u32) -> RgbImage {
    let shade = |at: u32, of: u32| u8::try_from(at * 255 / of.max(1)).unwrap();
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([255 - shade(x, width), 255 - shade(y, height), shade(x * 7 % width, width)])
    })
}

pub(crate) fn jpeg(width: u32, height: u32, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let image = pixels(width, height);
    let encoder = JpegEncoder::new_with_quality(&mut out, quality);
    encoder.write_image(image.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    out
}

pub(crate) fn encoded(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    DynamicImage::from(pixels(width, height)).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// EXIF with a place, and an orientation.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    // Two entries: orientation, and a description that stands behind them.
    exif.extend(2_u16.to_le_bytes());
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x0E, 0x01, 2, 0]);
    exif.extend(u32::try_from(SECRET.len()).unwrap().to_le_bytes());
    exif.extend(38_u32.to_le_bytes());
    exif.extend([0; 4]);
    exif.extend(SECRET);
    exif
}

/// A JPEG with one more segment at its begin.
pub(crate) fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, body, &jpeg[2..]].concat()
}

/// A PNG with one more chunk behind its header.
pub(crate) fn with_chunk(png: &[u8], name: [u8; 4], body: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8 + 25;
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let named = [&name[..], body].concat();
    let sum = crc32fast::hash(&named).to_be_bytes();
    [&png[..HEADER], &length, &named, &sum, &png[HEADER..]].concat()
}

/// A lossless WebP in the extended form, with more chunks behind its pixels.
pub(crate) fn webp(width: u32, height: u32, flags: u8, behind: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let simple = encoded(width, height, image::ImageFormat::WebP);
    let mut extended = vec![flags, 0, 0, 0];
    for side in [width, height] {
        extended.extend(&(side - 1).to_le_bytes()[..3]);
    }
    let mut chunks = riff_chunk(*b"VP8X", &extended);
    chunks.extend(&simple[12..]);
    for (name, body) in behind {
        chunks.extend(riff_chunk(**name, body));
    }
    let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &chunks].concat()
}

fn riff_chunk(name: [u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [&name[..], &length[..], body, &[0][..body.len() % 2]].concat()
}
