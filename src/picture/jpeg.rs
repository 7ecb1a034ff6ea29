//! JPEG: segments that each begin with a marker; the pixels follow a segment that begins a scan.

use std::borrow::Cow;

use super::{
    Cleaned, Format, Picture,
    orientation::{UPRIGHT, as_exif, of_exif},
    upright,
};

pub(super) const START: &[u8] = b"\xFF\xD8\xFF";

const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// What EXIF begins with in its segment.
const EXIF: &[u8] = b"Exif\0\0";

pub(super) fn measure(bytes: &[u8]) -> Option<Picture> {
    let frame = Segments::of(bytes).find(Segment::is_frame)?;
    let side =
        |at| Some(u32::from(u16::from_be_bytes(frame.body.get(at..)?.first_chunk().copied()?)));
    let (width, height) = upright(side(3)?, side(1)?, orientation(bytes));
    Some(Picture { format: Format::Jpeg, width, height, smaller: Some(Format::Jpeg) })
}

pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut out = vec![0xFF, 0xD8];
    let mut turned = Some(orientation(bytes)).filter(|&orientation| orientation != UPRIGHT);
    let mut whole = false;
    for segment in Segments::of(bytes) {
        if segment.marker == END {
            whole = true;
            break;
        }
        let Some(body) = segment.kept() else { continue };
        // Behind the segment that says that this is JPEG, which must be the first.
        if segment.marker != APP0
            && let Some(orientation) = turned.take()
        {
            push(&mut out, APP1, &[EXIF, &as_exif(orientation)].concat());
        }
        push(&mut out, segment.marker, &body);
        out.extend(segment.pixels);
    }
    out.extend([0xFF, END]);
    Cleaned { bytes: out, whole }
}

fn push(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    // A body comes out of a segment and is no longer than it was, so its length fits.
    let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(body);
}

/// The orientation that the first EXIF before the picture tells.
fn orientation(bytes: &[u8]) -> u8 {
    let head = Segments::of(bytes).take_while(|segment| !segment.is_frame());
    let mut exif = head
        .filter(|segment| segment.marker == APP1)
        .filter_map(|segment| segment.body.strip_prefix(EXIF));
    exif.next().map_or(UPRIGHT, of_exif)
}

/// A segment.
struct Segment<'a> {
    marker: u8,
    body: &'a [u8],
    /// What follows the beginning of a scan.
    pixels: &'a [u8],
}

impl<'a> Segment<'a> {
    /// Whether it tells the size of the picture.
    fn is_frame(&self) -> bool {
        matches!(self.marker, 0xC0..=0xCF) && !matches!(self.marker, 0xC4 | 0xC8 | 0xCC)
    }

    /// What of it is needed to show the picture.
    fn kept(&self) -> Option<Cow<'a, [u8]>> {
        let starts = |with: &[u8]| self.body.starts_with(with);
        match self.marker {
            // Tables, frames and scans.
            0xC0..=0xC7 | 0xC9..=0xCF | SCAN..=0xDF => Some(Cow::Borrowed(self.body)),
            // The resolution, without the small picture that may follow it.
            APP0 if starts(b"JFIF\0") => {
                let mut body = self.body.get(..14)?.to_vec();
                body[12..].fill(0);
                Some(Cow::Owned(body))
            }
            APP2 if starts(b"ICC_PROFILE\0") => Some(Cow::Borrowed(self.body)),
            // How the colours are stored.
            APP14 if starts(b"Adobe") => self.body.get(..12).map(Cow::Borrowed),
            _ => None,
        }
    }
}

/// The segments up to the end of the first picture, or to where they are damaged.
struct Segments<'a> {
    rest: &'a [u8],
}

impl<'a> Segments<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes.get(2..).unwrap_or_default() }
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        loop {
            let at = self.rest.iter().position(|&byte| byte == 0xFF)?;
            self.rest = &self.rest[at..];
            let at = self.rest.iter().position(|&byte| byte != 0xFF)?;
            let marker = self.rest[at];
            self.rest = &self.rest[at + 1..];
            match marker {
                END => {
                    self.rest = &[];
                    return Some(Segment { marker, body: &[], pixels: &[] });
                }
                // Nothing follows these.
                0x00 | 0x01 | 0xD0..=0xD8 => {}
                _ => break self.segment(marker),
            }
        }
    }
}

impl<'a> Segments<'a> {
    fn segment(&mut self, marker: u8) -> Option<Segment<'a>> {
        let length = usize::from(u16::from_be_bytes(*self.rest.first_chunk()?));
        let body = self.rest.get(2..length)?;
        self.rest = &self.rest[length..];
        let end = if marker == SCAN { end_of_pixels(self.rest) } else { 0 };
        let (pixels, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(Segment { marker, body, pixels })
    }
}

/// Where the pixels of a scan end: at a marker that is none of theirs.
fn end_of_pixels(bytes: &[u8]) -> usize {
    let is_end = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF);
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}
