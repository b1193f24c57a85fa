//! A file as it was downloaded: a table, or an archive with tables in it.

use crate::source::{Archive, Member, is_archive};

use super::{FileError, Recognised, read_file};

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The tables that were recognised and read.
    pub files: Vec<Recognised>,
    /// What should have been read and could not be.
    pub refused: Vec<FileError>,
    /// Other files of an archive, which are of no use here.
    pub passed_over: Vec<PassedOver>,
}

/// A file of an archive that is of no use here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// The archive and the path within it.
    pub file: String,
    /// What it is.
    pub reason: String,
}

/// Opens a file as it was downloaded. Of an archive every table that is recognised is read, wherever
/// it lies, and the others are named; nothing is unpacked to anywhere.
///
/// ```
/// use trust_gap::layout::open_file;
/// let opened = open_file("mats.csv", b"TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,A,London,40\n");
/// assert_eq!((opened.files.len(), opened.refused.len()), (1, 0));
/// ```
#[must_use]
pub fn open_file(name: &str, bytes: &[u8]) -> Opened {
    let mut opened = Opened::default();
    if is_archive(bytes) {
        match Archive::open(bytes) {
            Ok(archive) => opened.open_archive(name, &archive),
            Err(reason) => opened.refused.push(FileError::Archive {
                file: name.to_owned(),
                reason,
            }),
        }
    } else {
        match read_file(name, bytes) {
            Ok(file) => opened.files.push(file),
            Err(error) => opened.refused.push(error),
        }
    }
    opened
}

impl Opened {
    fn open_archive(&mut self, archive_name: &str, archive: &Archive<'_>) {
        for member in archive.members() {
            self.open_member(archive_name, archive, member);
        }
        if self.files.is_empty() && self.refused.is_empty() {
            self.passed_over.clear();
            let members = archive.members().iter();
            self.refused.push(FileError::NothingInArchive {
                file: archive_name.to_owned(),
                members: members.map(|member| member.name.clone()).collect(),
            });
        }
    }

    /// One member at a time is in memory.
    fn open_member(&mut self, archive_name: &str, archive: &Archive<'_>, member: &Member) {
        let file = format!("{archive_name}/{}", member.name);
        let bytes = match archive.extract(member) {
            Ok(bytes) => bytes,
            Err(reason) => {
                // The reason names the member.
                let file = archive_name.to_owned();
                self.refused.push(FileError::Archive { file, reason });
                return;
            }
        };
        match read_file(&file, &bytes) {
            Ok(read) => self.files.push(read),
            Err(error @ (FileError::NotOpened { .. } | FileError::Unrecognised { .. })) => {
                self.passed_over.push(PassedOver {
                    reason: error.what_it_is(),
                    file,
                });
            }
            Err(error) => self.refused.push(error),
        }
    }
}
