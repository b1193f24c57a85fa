//! Kinds of files that are no tables.

use std::fmt;

use crate::source::FileKind;

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "a PNG picture",
            Self::Jpeg => "a JPEG picture",
            Self::Gif => "a GIF picture",
            Self::Pdf => "a PDF document",
            Self::Excel => "an Excel workbook (.xlsx)",
            Self::OldOffice => "an old Excel or Word file",
            Self::OpenDocument => "an OpenDocument spreadsheet (.ods)",
            Self::Numbers => "an Apple Numbers spreadsheet",
            Self::Document => "a Word or PowerPoint document",
            Self::Zip => "a ZIP archive",
            Self::Gzip => "a gzip archive",
            Self::OtherArchive => "a 7z or RAR archive",
            Self::Html => "a web page",
            Self::Xml => "an XML file",
            Self::Json => "a JSON file",
            Self::Binary => "not text",
        })
    }
}
