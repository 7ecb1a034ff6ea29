//! GIF: a head, then blocks, each of which begins with a byte that names it.

use super::{Cleaned, Format, Picture};

/// How many bytes stand before the colours.
const HEAD: usize = 13;

const IMAGE: u8 = 0x2C;
const EXTENSION: u8 = 0x21;
const END: u8 = 0x3B;
const CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

/// The applications whose blocks say how often it is shown; others hold metadata.
const LOOPS: &[&[u8]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0"];

pub(super) fn measure(bytes: &[u8]) -> Option<Picture> {
    let side = |at| Some(u32::from(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?)));
    Some(Picture { format: Format::Gif, width: side(6)?, height: side(8)?, smaller: None })
}

pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let head = HEAD + bytes.get(10).map_or(0, |&flags| colours(flags));
    let (head, mut rest) = bytes.split_at(head.min(bytes.len()));
    let mut out = head.to_vec();
    while let Some(length) = block(rest) {
        let (block, behind) = rest.split_at(length);
        if is_kept(block) {
            out.extend(block);
        }
        rest = behind;
    }
    out.push(END);
    Cleaned { bytes: out, whole: rest.first() == Some(&END) }
}

/// The length of the table of colours that `flags` announce.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The length of the block that `bytes` begin with, if all of it is there.
fn block(bytes: &[u8]) -> Option<usize> {
    let mut at = match *bytes.first()? {
        IMAGE => 11 + colours(*bytes.get(9)?),
        EXTENSION => 2,
        _ => return None,
    };
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += length + 1;
        if length == 0 {
            return Some(at);
        }
    }
}

fn is_kept(block: &[u8]) -> bool {
    match block {
        [EXTENSION, APPLICATION, 11, rest @ ..] => LOOPS.iter().any(|name| rest.starts_with(name)),
        [EXTENSION, label, ..] => *label == CONTROL,
        _ => true,
    }
}
