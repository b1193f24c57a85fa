//! What is wrong with an archive or a file in it.

use std::fmt;

use crate::source::{ArchiveError, MemberFault};

impl ArchiveError {
    /// What a user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Damaged => "Download it again: the download may have been cut off.",
            Self::TooManyEntries { .. } | Self::TooLarge { .. } => {
                "Unpack it and choose only the files you need."
            }
            Self::Member { fault, .. } => fault.remedy(),
        }
    }
}

impl MemberFault {
    /// What a user can do about it.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Encrypted => "Unpack it with its password and choose the file itself.",
            Self::Method(_) | Self::NoMemory => "Unpack it and choose the file itself.",
            Self::Ratio { .. } => {
                "It may have been made to fill a computer's memory: download it from its publisher."
            }
            Self::Overlong | Self::CutOff | Self::Damaged | Self::Checksum => {
                "Download it again: the download may have been damaged."
            }
        }
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("The ZIP archive has no readable list of its files"),
            Self::TooManyEntries { found, most } => write!(
                f,
                "The ZIP archive holds {found} files and folders; at most {most} are read"
            ),
            Self::TooLarge { bytes, most } => write!(
                f,
                "The ZIP archive unpacks to {} MB; at most {} MB are read",
                bytes.div_ceil(1_048_576),
                most / 1_048_576
            ),
            Self::Member { member, fault } => write!(f, "In the ZIP archive, “{member}” {fault}"),
        }
    }
}

impl fmt::Display for MemberFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted => f.write_str("is protected by a password"),
            Self::Method(method) => {
                write!(f, "is packed by method {method}; only deflate is read")
            }
            Self::Ratio { ratio, most } => write!(
                f,
                "unpacks to {ratio} times its size; at most {most} times are read"
            ),
            Self::NoMemory => f.write_str("is larger than the memory there is"),
            Self::CutOff => f.write_str("ends before its stated size"),
            Self::Overlong => f.write_str("goes on beyond its stated size"),
            Self::Damaged => f.write_str("cannot be unpacked"),
            Self::Checksum => f.write_str("has another checksum than the archive states"),
        }
    }
}
