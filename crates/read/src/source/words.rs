//! The words of `source`: files, archives and their faults.

/// Faults of an archive or a file in it.
mod archive {
    use std::fmt;

    use crate::source::{ArchiveError, MemberFault};

    impl ArchiveError {
        /// What a user can do about it.
        #[must_use]
        pub fn remedy(&self) -> &'static str {
            match self {
                Self::Damaged => "Download it again: the download may have been cut off.",
                Self::TooManyEntries { .. } | Self::TooLarge { .. } => "Unpack it and choose only the files you need.",
                Self::Member { fault, .. } => fault.remedy(),
            }
        }
    }

    impl MemberFault {
        /// What a user can do about it.
        #[must_use]
        pub const fn remedy(self) -> &'static str {
            match self {
                Self::Encrypted => "Unpack it with its password, then choose the file itself.",
                Self::Method(_) | Self::NoMemory => "Unpack it, then choose the file itself.",
                Self::Ratio { .. } => "It may be designed to fill a computer's memory. Download it from its publisher.",
                Self::Overlong | Self::CutOff | Self::Damaged | Self::Checksum => {
                    "Download it again: the download may have been damaged."
                }
            }
        }
    }

    impl fmt::Display for ArchiveError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Damaged => f.write_str("The list of files in the ZIP archive cannot be read"),
                Self::TooManyEntries { found, most } => write!(
                    f,
                    "The ZIP archive contains {found} files and folders, but at most {most} can be read"
                ),
                Self::TooLarge { bytes, most } => write!(
                    f,
                    "The ZIP archive unpacks to {} MB, but at most {} MB can be read",
                    bytes.div_ceil(1_048_576),
                    most / 1_048_576
                ),
                Self::Member { member, fault } => {
                    write!(f, "In the ZIP archive, “{member}” {fault}")
                }
            }
        }
    }

    impl fmt::Display for MemberFault {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Encrypted => f.write_str("is protected by a password"),
                Self::Method(method) => {
                    write!(f, "uses compression method {method}, but only deflate can be read")
                }
                Self::Ratio { ratio, most } => write!(
                    f,
                    "unpacks to {ratio} times its size, but at most {most} times can be read"
                ),
                Self::NoMemory => f.write_str("needs more memory than is available"),
                Self::CutOff => f.write_str("is smaller than its stated size"),
                Self::Overlong => f.write_str("is larger than its stated size"),
                Self::Damaged => f.write_str("cannot be unpacked"),
                Self::Checksum => f.write_str("does not match its checksum in the archive"),
            }
        }
    }
}

/// Why a file cannot be opened as a table.
mod error {
    use std::fmt;

    use crate::source::{FileKind, OpenError};

    impl OpenError {
        /// What a user can do about it.
        #[must_use]
        pub fn remedy(&self) -> &'static str {
            match self {
                Self::Empty => "Download it again: the download may have been cut off.",
                Self::NotATable(FileKind::Excel | FileKind::OldOffice | FileKind::OpenDocument) => {
                    "Open it in Excel or LibreOffice and save the sheet as CSV (File, Save as, CSV UTF-8). Then \
                    choose that file."
                }
                Self::NotATable(FileKind::Numbers) => {
                    "Open it in Numbers and export it (File, Export To, CSV). Then choose that file."
                }
                Self::NotATable(FileKind::Zip | FileKind::Gzip | FileKind::OtherArchive) => {
                    "Unpack it and choose the CSV file inside."
                }
                Self::NotATable(FileKind::Html) => {
                    "The link may lead to a page about the file. Download the CSV file itself."
                }
                Self::NotATable(_) => "Choose a CSV file.",
                Self::TooLarge { .. } => "Keep only the rows and columns you need, and try again.",
            }
        }
    }

    impl fmt::Display for OpenError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Empty => f.write_str("The file is empty"),
                Self::NotATable(kind) => write!(f, "The file is {kind}, not a CSV file"),
                Self::TooLarge { bytes, most } => write!(
                    f,
                    "The file is {} MB, but at most {} MB can be read",
                    bytes / 1_048_576,
                    most / 1_048_576
                ),
            }
        }
    }
}

/// Kinds of files that are not tables.
mod kind {
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
                Self::Binary => "binary data",
            })
        }
    }
}
