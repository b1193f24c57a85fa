//! Detects, from a file's first bytes, which kind of file it is if it is not a text table.

use super::encoding::Opening;

/// A kind of file that is not a table of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A PDF document.
    Pdf,
    /// An Excel workbook (`.xlsx`).
    Excel,
    /// An old Excel workbook or another old Office file.
    OldOffice,
    /// An OpenDocument spreadsheet (`.ods`).
    OpenDocument,
    /// A spreadsheet of Apple's Numbers.
    Numbers,
    /// A document of Word or PowerPoint.
    Document,
    /// Another ZIP archive.
    Zip,
    /// A gzip archive.
    Gzip,
    /// A 7z or RAR archive.
    OtherArchive,
    /// A web page.
    Html,
    /// XML that is not a web page.
    Xml,
    /// JSON.
    Json,
    /// Bytes that are not text.
    Binary,
}

impl FileKind {
    /// Detects the kind from the first bytes; `None` if they may be a table of text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const SIGNATURES: [(&[u8], FileKind); 10] = [
            (b"\x89PNG\r\n\x1a\n", FileKind::Png),
            (b"\xFF\xD8\xFF", FileKind::Jpeg),
            (b"GIF8", FileKind::Gif),
            (b"%PDF-", FileKind::Pdf),
            (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
            (b"{\\rtf", FileKind::OldOffice),
            (b"\x1F\x8B", FileKind::Gzip),
            (b"7z\xBC\xAF\x27\x1C", FileKind::OtherArchive),
            (b"Rar!\x1A\x07", FileKind::OtherArchive),
            (b"PK\x03\x04", FileKind::Zip),
        ];
        /// What the ZIP archives of each kind contain, the likeliest first.
        const PACKED: [(&[u8], FileKind); 6] = [
            (b"opendocument.spreadsheet", FileKind::OpenDocument),
            (b"Index/Document.iwa", FileKind::Numbers),
            (b"word/", FileKind::Document),
            (b"ppt/", FileKind::Document),
            (b"[Content_Types].xml", FileKind::Excel),
            (b"xl/", FileKind::Excel),
        ];
        let unmarked = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let start = unmarked.get(..4096).unwrap_or(unmarked);
        let text = start.trim_ascii_start();
        let signed = SIGNATURES
            .iter()
            .find(|(signature, _)| text.starts_with(signature))
            .map(|&(_, kind)| kind);
        match signed {
            Some(Self::Zip) => {
                let packed = PACKED.iter().find(|(name, _)| holds(start, name));
                Some(packed.map_or(Self::Zip, |&(_, kind)| kind))
            }
            Some(kind) => Some(kind),
            None => Self::of_text(start),
        }
    }

    fn of_text(start: &[u8]) -> Option<Self> {
        if Opening::of(start).0.utf16.is_some() {
            return None;
        }
        if !is_text(start) {
            return Some(Self::Binary);
        }
        let text = start.trim_ascii_start().to_ascii_lowercase();
        match text.as_slice() {
            // A column's name is never a tag.
            [b'<', b'a'..=b'z' | b'!' | b'?', ..] if text.contains(&b'>') => {
                let is_page = [&b"<!doctype html"[..], b"<html", b"<body", b"<table", b"<div"];
                if holds(&text, b"progid=\"excel.sheet\"") {
                    Some(Self::OldOffice)
                } else if is_page.iter().any(|tag| holds(&text, tag)) {
                    Some(Self::Html)
                } else {
                    Some(Self::Xml)
                }
            }
            [b'{' | b'[', rest @ ..] => {
                let next = rest.trim_ascii_start().first();
                let is_json = matches!(next, Some(b'"' | b'{' | b'['));
                is_json.then_some(Self::Json)
            }
            _ => None,
        }
    }
}

/// Whether bytes may be text. A few control characters may be a program's mistakes.
fn is_text(start: &[u8]) -> bool {
    let is_strange = |byte: &&u8| matches!(**byte, 0..=8 | 14..=25 | 27..=31);
    start.iter().filter(is_strange).count() * 20 <= start.len()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_detected_from_their_first_bytes() {
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n...."), Some(FileKind::Png));
        assert_eq!(
            FileKind::of(b"PK\x03\x04....[Content_Types].xml"),
            Some(FileKind::Excel)
        );
        assert_eq!(FileKind::of(b"PK\x03\x04....data.csv"), Some(FileKind::Zip));
        assert_eq!(FileKind::of(b"  <!DOCTYPE html><html>"), Some(FileKind::Html));
        assert_eq!(FileKind::of(b"\xEF\xBB\xBF<!doctype html>"), Some(FileKind::Html));
        assert_eq!(FileKind::of(b"{\r\n  \"a\": 1"), Some(FileKind::Json));
        for (start, kind) in [
            (&b"[\n  {\"urn\": 1}\n]"[..], FileKind::Json),
            (b"\n%PDF-1.7", FileKind::Pdf),
            (b"<table><tr><td>urn</td></tr></table>", FileKind::Html),
            (b"<?xml version=\"1.0\"?><html>", FileKind::Html),
            (b"<svg xmlns=\"x\"></svg>", FileKind::Xml),
            (b"<?mso-application progid=\"Excel.Sheet\"?>", FileKind::OldOffice),
            (b"{\\rtf1\\ansi a,b}", FileKind::OldOffice),
            (b"PK\x03\x04..[Content_Types].xml..word/", FileKind::Document),
            (b"PK\x03\x04..opendocument.spreadsheet", FileKind::OpenDocument),
            (b"PK\x03\x04..Index/Document.iwa", FileKind::Numbers),
            (b"Rar!\x1A\x07\x01", FileKind::OtherArchive),
        ] {
            assert_eq!(FileKind::of(start), Some(kind));
        }
        assert_eq!(FileKind::of(b"<5,[c],{x}\n1,2,3\n"), None);
        assert_eq!(FileKind::of(b"{\"a\":1}"), Some(FileKind::Json));
        assert_eq!(FileKind::of(b"a\0b\x01\xFF\x02"), Some(FileKind::Binary));
        assert_eq!(
            FileKind::of(b"name,share\nOAK\0TRUST,20\nASH TRUST,30\n"),
            None,
            "a stray zero byte"
        );
        assert_eq!(FileKind::of(b"\xFF\xFEa\0"), None, "UTF-16 text holds zero bytes");
        assert_eq!(FileKind::of(b"TRUST_NAME,TRUST_UID"), None);
        assert_eq!(FileKind::of(b""), None);
    }
}
