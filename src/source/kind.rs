//! What a file is when it is not a table of text, told by its first bytes.

use super::encoding::Opening;

/// A kind of file that holds no table of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
    /// Another ZIP archive.
    Zip,
    /// A gzip archive.
    Gzip,
    /// A web page.
    Html,
    /// JSON.
    Json,
    /// Bytes that are no text.
    Binary,
}

impl FileKind {
    /// Tells the kind by the first bytes; nothing where they may be a table of text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const SIGNATURES: [(&[u8], FileKind); 7] = [
            (b"\x89PNG\r\n\x1a\n", FileKind::Png),
            (b"\xFF\xD8\xFF", FileKind::Jpeg),
            (b"GIF8", FileKind::Gif),
            (b"%PDF-", FileKind::Pdf),
            (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
            (b"\x1F\x8B", FileKind::Gzip),
            (b"PK\x03\x04", FileKind::Zip),
        ];
        let unmarked = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        let start = unmarked.get(..4096).unwrap_or(unmarked);
        let signed = SIGNATURES
            .iter()
            .find(|(signature, _)| start.starts_with(signature))
            .map(|&(_, kind)| kind);
        match signed {
            Some(Self::Zip) if holds(start, b"[Content_Types].xml") || holds(start, b"xl/") => {
                Some(Self::Excel)
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
        if text.starts_with(b"<!doctype html") || text.starts_with(b"<html") {
            return Some(Self::Html);
        }
        let is_json = [&b"{\""[..], b"[{", b"{\n", b"{\r\n"]
            .iter()
            .any(|opening| text.starts_with(opening));
        is_json.then_some(Self::Json)
    }
}

/// Whether bytes may be text: a slip of some program may leave a few signs that no text has.
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
    fn kinds_are_told_by_their_first_bytes() {
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n...."), Some(FileKind::Png));
        assert_eq!(
            FileKind::of(b"PK\x03\x04....[Content_Types].xml"),
            Some(FileKind::Excel)
        );
        assert_eq!(FileKind::of(b"PK\x03\x04....data.csv"), Some(FileKind::Zip));
        assert_eq!(
            FileKind::of(b"  <!DOCTYPE html><html>"),
            Some(FileKind::Html)
        );
        assert_eq!(
            FileKind::of(b"\xEF\xBB\xBF<!doctype html>"),
            Some(FileKind::Html)
        );
        assert_eq!(FileKind::of(b"{\r\n  \"a\": 1"), Some(FileKind::Json));
        assert_eq!(FileKind::of(b"{\"a\":1}"), Some(FileKind::Json));
        assert_eq!(FileKind::of(b"a\0b\x01\xFF\x02"), Some(FileKind::Binary));
        assert_eq!(
            FileKind::of(b"name,share\nOAK\0TRUST,20\nASH TRUST,30\n"),
            None,
            "a stray zero byte"
        );
        assert_eq!(
            FileKind::of(b"\xFF\xFEa\0"),
            None,
            "UTF-16 text holds zero bytes"
        );
        assert_eq!(FileKind::of(b"TRUST_NAME,TRUST_UID"), None);
        assert_eq!(FileKind::of(b""), None);
    }
}
