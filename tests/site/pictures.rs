//! Pictures of a site: what they tell is gone from every published byte, and pages show them well.

use std::{fs, io::Cursor, path::Path};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::folder::{Tree, dateline, read_tree, succeed};

/// Where the photos of these tests were taken.
const SECRET: &[u8] = b"52.5163N 13.3777E";

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image =
        RgbImage::from_fn(width, height, |x, y| Rgb([x, y, x ^ y].map(|it| it.to_le_bytes()[0])));
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A photo that lies on its side and tells where it was taken.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // orientation: a quarter to the right
    exif.extend(b"\x01\x0E\0\x02\0\0\0\x11\0\0\0\x26\0\0\0\0"); // description, behind
    exif.extend(SECRET);
    let jpeg = encoded(width, height, ImageFormat::Jpeg);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut photo = [&jpeg[..2], b"\xFF\xE1", &length, &exif, &jpeg[2..]].concat();
    photo.extend(SECRET); // and a film behind the end
    photo
}

fn png() -> Vec<u8> {
    let png = encoded(700, 20, ImageFormat::Png);
    let text = [b"tEXtComment\0", SECRET].concat();
    let length = u32::try_from(text.len() - 4).unwrap().to_be_bytes();
    let sum = crc32fast::hash(&text).to_be_bytes();
    [&png[..33], &length, &text, &sum, &png[33..]].concat()
}

const ARTICLE: &str = "---
title: Lea bridge closed
image: { src: bridge.jpg, alt: 'The \"old\" <bridge>', credit: Ann Example }
---

The county closed the Lea bridge on Monday.

![A crack](crack.png) ![](bridge.jpg)

![A plan](https://elsewhere.example/plan.png)

<img src=\"//elsewhere.example/pixel.gif\" alt=\"x\"> ![Gone](gone.jpg)
";

/// An article whose picture stands elsewhere.
const ELSEWHERE: &str = "---
title: Ferry
image: { src: 'https://elsewhere.example/ferry.jpg', alt: A \"ferry\" }
---

The ferry ran again in April 2024.
";

/// A site with pictures of every kind, built; what was said on the way.
fn build(project: &Path) -> (Tree, String) {
    let output = dateline(project).args(["build", "--output", "public"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (read_tree(&project.join("public")), said)
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, bytes: &[u8]| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    };
    write("content/bridge/2024-03-12-closed/index.md", ARTICLE.as_bytes());
    write("content/bridge/2024-03-12-closed/bridge.jpg", &photo(1200, 1000));
    write("content/bridge/2024-03-12-closed/crack.png", &png());
    write("content/bridge/2024-05-02-ferry.md", ELSEWHERE.as_bytes());
    write("content/bridge/unused.jpg", &photo(1200, 1000));
    write("static/notes.dat", &photo(40, 30));
    write("static/scan.tif", &[b"II*\0", SECRET].concat());
    write("static/phone.jpg", &[b"\0\0\0\x18ftypheic", SECRET].concat());
    write("static/text.jpg", SECRET);
    write("static/photo.xmp", SECRET);
    write("static/plan.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    folder
}

#[test]
fn no_published_byte_tells_where_a_photo_was_taken() {
    let project = project();
    let (tree, said) = build(project.path());
    for (path, bytes) in &tree {
        assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET), "{path}");
    }
    for gone in ["scan.tif", "phone.jpg", "text.jpg", "photo.xmp"] {
        assert!(!tree.contains_key(gone), "{gone}");
        assert!(said.contains(&format!("`static/{gone}` is not published")), "{said}");
    }
    for kept in ["notes.dat", "plan.svg", "bridge/unused.jpg"] {
        assert!(tree.contains_key(kept), "{kept}");
    }
}

#[test]
fn pages_show_pictures_in_sizes_and_fetch_nothing_from_elsewhere() {
    let project = project();
    let (tree, said) = build(project.path());
    let page = std::str::from_utf8(&tree["bridge/closed/index.html"]).unwrap();
    // It lies on its side: upright it is as wide as it was stored high.
    for expected in [
        "<img src=\"bridge.jpg\" alt=\"The &quot;old&quot; &lt;bridge&gt;\" width=\"1000\" height=\"1200\" \
         srcset=\"bridge-480w.jpg 480w, bridge.jpg 1000w\"",
        "<img src=\"crack.png\" alt=\"A crack\" width=\"700\" height=\"20\" \
         srcset=\"crack-480w.png 480w, crack.png 700w\"",
        "loading=\"lazy\" decoding=\"async\"",
        "<figcaption>Ann Example</figcaption>",
        "<a href=\"https://elsewhere.example/plan.png\">A plan</a>",
        "<a href=\"//elsewhere.example/pixel.gif\">x</a>",
        "<img src=\"gone.jpg\" alt=\"Gone\"",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    assert!(!page.contains("src=\"http") && !page.contains("src=\"//"), "{page}");
    let ferry = std::str::from_utf8(&tree["bridge/ferry/index.html"]).unwrap();
    let link = "<a href=\"https://elsewhere.example/ferry.jpg\">A &quot;ferry&quot;</a>";
    assert!(ferry.contains(link) && !ferry.contains("<img"), "{ferry}");
    assert!(said.contains("content/bridge/2024-05-02-ferry.md:3:"), "{said}");
    let file = "content/bridge/2024-03-12-closed/index.md";
    for (line, told) in [
        (8, "the picture has no description"),
        (10, "the picture stands on another site"),
        (12, "the picture stands on another site"),
        (12, "a link leads to `bridge/closed/gone.jpg`"),
    ] {
        let at = said.find(told).unwrap_or_else(|| panic!("{told} in {said}"));
        let place = format!("{file}:{line}:");
        assert!(said[at..].contains(&place), "{told} at {place} in {said}");
    }

    let small = image::load_from_memory(&tree["bridge/closed/bridge-480w.jpg"]).unwrap();
    assert_eq!((small.width(), small.height()), (480, 576));
    let widths: Vec<&str> =
        tree.keys().map(String::as_str).filter(|path| path.contains("0w.")).collect();
    assert_eq!(widths, ["bridge/closed/bridge-480w.jpg", "bridge/closed/crack-480w.png"]);
}

#[test]
fn pictures_come_out_alike_again_and_elsewhere() {
    let (here, there) = (project(), project());
    let (first, _) = build(here.path());
    let (again, _) = build(here.path());
    let (elsewhere, _) = build(there.path());
    assert_eq!(first, again);
    assert_eq!(first, elsewhere);
    succeed(dateline(here.path()).arg("check"));
}
