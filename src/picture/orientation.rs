//! The orientation of a picture: the one value of EXIF that it takes to show it.

use image::metadata::Orientation;

/// How a picture stands that says nothing of it.
pub(super) const UPRIGHT: u8 = 1;

/// The orientation that EXIF tells, 1 to 8.
pub(super) fn of_exif(exif: &[u8]) -> u8 {
    // Some programs write the mark of JPEG into other formats too.
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(exif).map_or(UPRIGHT, Orientation::to_exif)
}

/// EXIF that tells an orientation and nothing else.
pub(super) fn as_exif(orientation: u8) -> [u8; 26] {
    let mut exif = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    exif[19] = orientation;
    exif
}
