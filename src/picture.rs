//! Bytes of a picture in; what it is, the same picture without its metadata, or a smaller one out.
//!
//! ```text
//! bytes ── kind ──▶ Format ── measure ──▶ Picture       bytes ── clean ──▶ Cleaned ── resize ──▶ smaller
//! ```
//!
//! A photo knows where and when it was taken, by which camera, and often by whom. Cleaning keeps what
//! it takes to show the picture, and nothing else: each format has a list of the parts that stay, so
//! that a part that nobody thought of goes. The pixels stay as they are, byte by byte. What follows the
//! end of the picture (a film, a second picture, the rest of a larger file) goes too.
//!
//! The containers are read here, and not by a crate: those that edit them keep what they do not know,
//! and refuse a damaged file, where this must leave out the one and still show the other.

mod gif;
mod jpeg;
mod orientation;
mod png;
mod resize;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod webp;

pub use resize::resize;

/// A format that can be cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG, still or moving.
    Png,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
}

impl Format {
    /// The usual ending of a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
        }
    }
}

/// What the bytes of a file are, by their beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture that can be cleaned.
    Picture(Format),
    /// A picture of a format that holds metadata and cannot be cleaned: its name.
    Uncleanable(&'static str),
    /// Anything else.
    Other,
}

/// How many bytes of a file [`Kind::of`] looks at.
pub const BEGINNING: usize = 32;

/// Formats that hold metadata and cannot be cleaned: what they begin with, from which byte on, and the
/// name. Raw files of most cameras are TIFF inside.
const UNCLEANABLE: &[(usize, &[u8], &str)] = &[
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"II+\0", "TIFF"),
    (0, b"MM\0+", "TIFF"),
    (0, b"II\xBC", "JPEG XR"),
    (0, b"IIR", "a camera's raw file"),
    (0, b"IIU\0", "a camera's raw file"),
    (0, b"FUJIFILMCCD-RAW", "a camera's raw file"),
    (4, b"ftypcrx ", "a camera's raw file"),
    (4, b"ftyphe", "HEIC"),
    (4, b"ftypmif", "HEIC"),
    (4, b"ftypmsf", "HEIC"),
    (4, b"ftypavi", "AVIF"),
    (0, b"\xFF\x0A", "JPEG XL"),
    (4, b"JXL ", "JPEG XL"),
    (4, b"jP  ", "JPEG 2000"),
    (0, b"\xFF\x4F\xFF\x51", "JPEG 2000"),
    (0, b"8BPS", "Photoshop"),
];

impl Kind {
    /// Of a file that begins with these bytes, of which the first [`BEGINNING`] suffice.
    ///
    /// ```
    /// use dateline::picture::{Format, Kind};
    /// assert_eq!(Kind::of(b"\xFF\xD8\xFF\xE1"), Kind::Picture(Format::Jpeg));
    /// assert_eq!(Kind::of(b"II*\0"), Kind::Uncleanable("TIFF"));
    /// assert_eq!(Kind::of(b"<svg"), Kind::Other);
    /// ```
    #[must_use]
    pub fn of(beginning: &[u8]) -> Self {
        let starts =
            |at: usize, with: &[u8]| beginning.get(at..).is_some_and(|rest| rest.starts_with(with));
        if starts(0, jpeg::START) {
            Self::Picture(Format::Jpeg)
        } else if starts(0, png::START) {
            Self::Picture(Format::Png)
        } else if starts(0, b"RIFF") && starts(8, b"WEBP") {
            Self::Picture(Format::Webp)
        } else if starts(0, b"GIF87a") || starts(0, b"GIF89a") {
            Self::Picture(Format::Gif)
        } else {
            let found = UNCLEANABLE.iter().find(|(at, with, _)| starts(*at, with));
            found.map_or(Self::Other, |(_, _, name)| Self::Uncleanable(name))
        }
    }
}

/// A picture, measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Its format.
    pub format: Format,
    /// How wide it is when it stands upright, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// In which format smaller versions of it are made; none where it moves.
    pub smaller: Option<Format>,
}

impl Picture {
    /// Above how many pixels a picture is not decoded: a small file can claim to be huge.
    const MOST_PIXELS: u64 = 50_000_000;

    /// The widths in which a picture is offered beside its own.
    const WIDTHS: &[u32] = &[480, 960, 1600];

    /// The widths of the smaller versions that are worth making: each clearly narrower than it is.
    ///
    /// ```
    /// use dateline::picture::{Format, Picture};
    /// let format = Format::Jpeg;
    /// let picture = |width| Picture { format, width, height: 600, smaller: Some(format) };
    /// assert_eq!(picture(4000).widths(), [480, 960, 1600]);
    /// assert_eq!(picture(1000).widths(), [480]);
    /// ```
    #[must_use]
    pub fn widths(&self) -> &'static [u32] {
        if self.smaller.is_none() || self.is_huge() {
            return &[];
        }
        let fits = |&width: &u32| u64::from(width) * 5 <= u64::from(self.width) * 4;
        let count = Self::WIDTHS.iter().copied().take_while(fits).count();
        &Self::WIDTHS[..count]
    }

    /// Whether it has more pixels than are decoded.
    #[must_use]
    pub fn is_huge(&self) -> bool {
        u64::from(self.width) * u64::from(self.height) > Self::MOST_PIXELS
    }
}

/// What a picture is; `None` where the bytes end too early to say. The beginning of a file suffices
/// for most; of the others, all of it is asked for.
#[must_use]
pub fn measure(format: Format, bytes: &[u8]) -> Option<Picture> {
    let picture = match format {
        Format::Jpeg => jpeg::measure(bytes),
        Format::Png => png::measure(bytes),
        Format::Webp => webp::measure(bytes),
        Format::Gif => gif::measure(bytes),
    };
    picture.filter(|picture| picture.width > 0 && picture.height > 0)
}

/// A picture without its metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// What there is of it.
    pub bytes: Vec<u8>,
    /// Whether that is all of it, and not a file that was cut off.
    pub whole: bool,
}

/// The same picture without its metadata: only what it takes to show it, its colour profile and its
/// orientation among that. Of a damaged file, what can be told apart.
#[must_use]
pub fn clean(format: Format, bytes: &[u8]) -> Cleaned {
    match format {
        Format::Jpeg => jpeg::clean(bytes),
        Format::Png => png::clean(bytes),
        Format::Webp => webp::clean(bytes),
        Format::Gif => gif::clean(bytes),
    }
}

/// The sides of a picture as it is stored, as they are when it stands upright.
fn upright(width: u32, height: u32, orientation: u8) -> (u32, u32) {
    // 5 to 8 lie on their side.
    if orientation >= 5 { (height, width) } else { (width, height) }
}
