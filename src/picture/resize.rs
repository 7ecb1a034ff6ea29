//! A smaller version of a picture, upright, in its own colours.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageFormat,
    ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
    imageops::FilterType,
    metadata::Orientation,
};

use super::{Format, Picture};

/// The quality of JPEG, of 100: above it the eye gains little.
const QUALITY: u8 = 80;

/// How much memory the pixels of one picture may take.
const MOST_MEMORY: u64 = 512 << 20;

/// Makes a version of `width` pixels, and never more than it has, of a picture, in the format that its [`Picture::smaller`] names.
///
/// A pure function: the same bytes and width make the same bytes.
///
/// # Errors
///
/// Why it cannot be decoded, in words: damaged pixels, or more of them than are decoded.
pub fn resize(bytes: &[u8], picture: &Picture, width: u32) -> Result<Vec<u8>, String> {
    let to = picture.smaller.ok_or("it moves")?;
    if picture.is_huge() {
        return Err("it has too many pixels".into());
    }
    decode_and_encode(bytes, picture, width.min(picture.width), to)
        .map_err(|error| error.to_string())
}

fn decode_and_encode(
    bytes: &[u8],
    picture: &Picture,
    width: u32,
    to: Format,
) -> Result<Vec<u8>, ImageError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(picture.format));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile()?;
    let large = DynamicImage::from_decoder(decoder)?;
    let mut small = plain(shrink(&large, picture, width, orientation), to);
    drop(large);
    small.apply_orientation(orientation);
    let profile = profile.filter(|profile| describes(profile, &small));
    encode(&small, profile, to)
}

fn format(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
    }
}

/// Makes it small as it is stored; what is small is quickly turned.
fn shrink(
    large: &DynamicImage,
    picture: &Picture,
    width: u32,
    orientation: Orientation,
) -> DynamicImage {
    let exact = u64::from(width) * u64::from(picture.height) / u64::from(picture.width);
    let height = u32::try_from(exact).unwrap_or(u32::MAX).max(1);
    let (width, height) =
        if orientation.to_exif() >= 5 { (height, width) } else { (width, height) };
    // Plain averages down to twice the size, which is fast; then a filter of plain arithmetic, so that it
    // comes out alike on every machine.
    let (twice_width, twice_height) = (width.saturating_mul(2), height.saturating_mul(2));
    let averaged = (twice_width < large.width() && twice_height < large.height())
        .then(|| large.thumbnail_exact(twice_width, twice_height));
    averaged.as_ref().unwrap_or(large).resize_exact(width, height, FilterType::CatmullRom)
}

/// In eight bits, and with the channels that the format has.
fn plain(image: DynamicImage, to: Format) -> DynamicImage {
    let colour = image.color();
    match (colour.has_color(), colour.has_alpha() && to != Format::Jpeg) {
        // WebP has no grey.
        (false, false) if to != Format::Webp => image.into_luma8().into(),
        (false, true) if to != Format::Webp => image.into_luma_alpha8().into(),
        (_, false) => image.into_rgb8().into(),
        (_, true) => image.into_rgba8().into(),
    }
}

/// Whether a colour profile is one of the channels that the picture has: what was stored for print
/// comes out of the decoder as red, green and blue.
fn describes(profile: &[u8], image: &DynamicImage) -> bool {
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(space)
}

fn encode(
    image: &DynamicImage,
    profile: Option<Vec<u8>>,
    to: Format,
) -> Result<Vec<u8>, ImageError> {
    let mut out = Vec::new();
    match to {
        Format::Jpeg => write(JpegEncoder::new_with_quality(&mut out, QUALITY), image, profile)?,
        Format::Webp => write(WebPEncoder::new_lossless(&mut out), image, profile)?,
        Format::Png | Format::Gif => write(PngEncoder::new(&mut out), image, profile)?,
    }
    Ok(out)
}

fn write(
    mut encoder: impl ImageEncoder,
    image: &DynamicImage,
    profile: Option<Vec<u8>>,
) -> Result<(), ImageError> {
    if let Some(profile) = profile {
        // A format that takes no profile shows the picture all the same.
        let _ = encoder.set_icc_profile(profile);
    }
    let colour = ExtendedColorType::from(image.color());
    encoder.write_image(image.as_bytes(), image.width(), image.height(), colour)
}
