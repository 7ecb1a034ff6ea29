//! PNG: chunks, each with a name of four letters and a sum that proves it.

use super::{
    Cleaned, Format, Picture,
    orientation::{UPRIGHT, as_exif, of_exif},
    upright,
};

pub(super) const START: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The chunks that it takes to show a picture, as it is and as it moves.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"bKGD", b"pHYs", b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn measure(bytes: &[u8]) -> Option<Picture> {
    let header = Chunks::of(bytes).next().filter(|chunk| chunk.name == b"IHDR")?;
    let side = |at| Some(u32::from_be_bytes(*header.body.get(at..)?.first_chunk()?));
    let (width, height) = upright(side(0)?, side(4)?, orientation(bytes));
    let moves = head(bytes).any(|chunk| chunk.name == b"acTL");
    let smaller = (!moves).then_some(Format::Png);
    Some(Picture { format: Format::Png, width, height, smaller })
}

pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut out = START.to_vec();
    let mut whole = false;
    let mut turned = Some(orientation(bytes)).filter(|&orientation| orientation != UPRIGHT);
    for chunk in Chunks::of(bytes).filter(|chunk| KEPT.contains(&chunk.name)) {
        if chunk.name == b"IDAT"
            && let Some(orientation) = turned.take()
        {
            push(&mut out, *b"eXIf", &as_exif(orientation));
        }
        out.extend(chunk.whole);
        if chunk.name == b"IEND" {
            whole = true;
            break;
        }
    }
    Cleaned { bytes: out, whole }
}

fn push(out: &mut Vec<u8>, name: [u8; 4], body: &[u8; 26]) {
    out.extend(26_u32.to_be_bytes());
    let named = [&name[..], body].concat();
    out.extend(&named);
    out.extend(crc32fast::hash(&named).to_be_bytes());
}

/// The orientation, where it is told before the pixels.
fn orientation(bytes: &[u8]) -> u8 {
    let exif = head(bytes).find(|chunk| chunk.name == b"eXIf");
    exif.map_or(UPRIGHT, |chunk| of_exif(chunk.body))
}

/// The chunks before the pixels.
fn head(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    Chunks::of(bytes).take_while(|chunk| chunk.name != b"IDAT")
}

/// A chunk.
struct Chunk<'a> {
    name: &'a [u8; 4],
    body: &'a [u8],
    /// With its length, its name and its sum.
    whole: &'a [u8],
}

/// The chunks, up to where they are damaged.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Chunks<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes.get(START.len()..).unwrap_or_default() }
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        const AROUND: usize = 12;
        let length = usize::try_from(u32::from_be_bytes(*self.rest.first_chunk()?)).ok()?;
        let (whole, rest) = self.rest.split_at_checked(length.checked_add(AROUND)?)?;
        self.rest = rest;
        Some(Chunk { name: whole[4..].first_chunk()?, body: &whole[8..8 + length], whole })
    }
}
