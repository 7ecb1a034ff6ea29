//! WebP: chunks in a RIFF file, each with a name of four letters.

use super::{
    Cleaned, Format, Picture,
    orientation::{UPRIGHT, as_exif, of_exif},
    upright,
};

/// How many bytes stand before the first chunk.
const HEAD: usize = 12;

/// How many bytes of a frame that moves stand before its chunks.
const FRAME_HEAD: usize = 16;

/// What the first byte of `VP8X` says there is.
const HAS_XMP: u8 = 0x04;
const HAS_EXIF: u8 = 0x08;
const MOVES: u8 = 0x02;

pub(super) fn measure(bytes: &[u8]) -> Option<Picture> {
    let chunks = || Chunks { rest: bytes.get(HEAD..).unwrap_or_default() };
    let first = chunks().next()?;
    let flags = if first.name == b"VP8X" { *first.body.first()? } else { 0 };
    let is_pixels = |chunk: &Chunk<'_>| matches!(chunk.name, b"VP8 " | b"VP8L" | b"ANMF");
    let pixels = chunks().find(is_pixels)?;
    let (width, height) = match first.name {
        b"VP8X" => (side_of_canvas(first.body, 4)?, side_of_canvas(first.body, 7)?),
        b"VP8 " => lossy_sides(first.body)?,
        b"VP8L" => lossless_sides(first.body)?,
        _ => return None,
    };
    let mut orientation = UPRIGHT;
    if flags & HAS_EXIF != 0 {
        // EXIF stands behind the pixels.
        orientation =
            chunks().find(|chunk| chunk.name == b"EXIF").map(|chunk| of_exif(chunk.body))?;
    }
    let has_alpha = chunks().any(|chunk| chunk.name == b"ALPH");
    let (width, height) = upright(width, height, orientation);
    let smaller = match pixels.name {
        _ if flags & MOVES != 0 => None,
        // Lossy WebP cannot be written again as such.
        b"VP8 " if !has_alpha => Some(Format::Jpeg),
        _ => Some(Format::Webp),
    };
    Some(Picture { format: Format::Webp, width, height, smaller })
}

pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let chunks = || Chunks { rest: bytes.get(HEAD..).unwrap_or_default() };
    let exif = chunks().find(|chunk| chunk.name == b"EXIF");
    let orientation = exif.map_or(UPRIGHT, |chunk| of_exif(chunk.body));
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut extended = false;
    let mut whole = true;
    for chunk in chunks() {
        whole &= chunk.whole;
        match chunk.name {
            b"VP8X" if !extended && !chunk.body.is_empty() => {
                extended = true;
                let mut body = chunk.body.to_vec();
                body[0] &= !(HAS_XMP | HAS_EXIF);
                body[0] |= if orientation == UPRIGHT { 0 } else { HAS_EXIF };
                push(&mut out, *b"VP8X", &body);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ICCP" => {
                push(&mut out, *chunk.name, chunk.body);
            }
            b"ANMF" => push(&mut out, *b"ANMF", &frame(chunk.body)),
            _ => {}
        }
    }
    if extended && orientation != UPRIGHT {
        push(&mut out, *b"EXIF", &as_exif(orientation));
    }
    let length = u32::try_from(out.len() - 8).unwrap_or(u32::MAX); // no file of RIFF is longer
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Cleaned { bytes: out, whole }
}

/// A frame of a picture that moves, without chunks that are not pixels.
fn frame(body: &[u8]) -> Vec<u8> {
    let (head, chunks) = body.split_at(FRAME_HEAD.min(body.len()));
    let mut out = head.to_vec();
    for chunk in (Chunks { rest: chunks }) {
        if matches!(chunk.name, b"VP8 " | b"VP8L" | b"ALPH") {
            push(&mut out, *chunk.name, chunk.body);
        }
    }
    out
}

fn push(out: &mut Vec<u8>, name: [u8; 4], body: &[u8]) {
    out.extend(name);
    out.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(body);
    out.extend(&[0][..body.len() % 2]);
}

/// A side of the canvas, of three bytes.
fn side_of_canvas(body: &[u8], at: usize) -> Option<u32> {
    let [a, b, c] = *body.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes([a, b, c, 0]) + 1)
}

/// The sides that the frame of a lossy picture begins with, of fourteen bits.
fn lossy_sides(body: &[u8]) -> Option<(u32, u32)> {
    let [a, b, c, d] = *body.get(3..)?.strip_prefix(b"\x9D\x01\x2A")?.first_chunk()?;
    let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3FFF);
    Some((side(a, b), side(c, d)))
}

/// Those of a lossless one, each less one.
fn lossless_sides(body: &[u8]) -> Option<(u32, u32)> {
    let bits = u32::from_le_bytes(*body.strip_prefix(b"\x2F")?.first_chunk()?);
    Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}

/// A chunk.
struct Chunk<'a> {
    name: &'a [u8; 4],
    /// As much of it as there is.
    body: &'a [u8],
    whole: bool,
}

/// The chunks; the last one may be cut off.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let (name, rest) = self.rest.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (body, behind) = rest.split_at(length.min(rest.len()));
        self.rest = behind.get(length % 2..).unwrap_or_default();
        Some(Chunk { name, body, whole: body.len() == length })
    }
}
