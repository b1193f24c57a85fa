//! ZIP archives in memory: their list of members, and the bytes of one member at a time.
//!
//! An archive's statements about itself are not trusted: they are checked against limits when it is opened, and against
//! the unpacked bytes.

use std::cmp::Ordering;

use miniz_oxide::inflate::{TINFLStatus, decompress_slice_iter_to_slice};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipFileHeaderRecord, ZipSliceArchive};
use records::excerpt;

use super::{FileKind, LARGEST_ARCHIVE};

/// The checksum of ZIP with one table, made at compile time: one kilobyte in the page. The usual sixteen tables would
/// add 16 KB. Without any, 20 MB would take 0.7 seconds longer.
static CHECKSUM: crc::Crc<u32, crc::Table<1>> = crc::Crc::<u32, crc::Table<1>>::new(&crc::CRC_32_ISO_HDLC);

/// Members up to this size may have any compression ratio, because blanks compress very well.
const RATIO_JUDGED_ABOVE: u64 = 1024 * 1024;

/// Whether a file with these first bytes may be an archive. Only the whole file shows whether it is one:
/// [`is_archive`].
#[must_use]
pub(crate) fn may_be_archive(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06")
}

/// Whether bytes are an archive that may contain tables. A workbook does not count, although it is an archive of its
/// parts. An archive that contains a workbook and tables counts.
#[must_use]
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    match FileKind::of(bytes) {
        Some(FileKind::Zip) => true,
        Some(FileKind::Excel | FileKind::OpenDocument | FileKind::Numbers | FileKind::Document) => Archive::open(bytes)
            .is_ok_and(|archive| {
                let mut members = archive.members().iter();
                members.any(|member| has_table_ending(&member.name))
            }),
        _ => bytes.starts_with(b"PK\x05\x06"),
    }
}

fn has_table_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["csv", "tsv", "txt"]
        .iter()
        .any(|of_table| ending.eq_ignore_ascii_case(of_table))
}

/// The limits of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most entries, including folders.
    pub entries: usize,
    /// The highest compression ratio of a member of more than 1 MB.
    pub ratio: u64,
    /// The most bytes of all members together, unpacked.
    pub total: u64,
}

impl Limits {
    /// 1,000 entries, 200 times and [`LARGEST_ARCHIVE`].
    pub const DEFAULT: Self = Self {
        entries: 1_000,
        ratio: 200,
        total: LARGEST_ARCHIVE,
    };
}

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path within the archive, with `/` between folders. It is never a path for writing, because it may contain
    /// anything, including `../`.
    pub name: String,
    /// Its size in bytes, as the archive states it.
    pub size: u64,
    method: CompressionMethod,
    is_encrypted: bool,
    wayfinder: ZipArchiveEntryWayfinder,
}

impl Member {
    fn of(entry: &ZipFileHeaderRecord<'_>) -> Self {
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        Self {
            // Older Windows programs write backslashes, against the standard.
            name: name.replace('\\', "/"),
            size: entry.uncompressed_size_hint(),
            method: entry.compression_method(),
            is_encrypted: entry.flags().is_encrypted(),
            wayfinder: entry.wayfinder(),
        }
    }

    /// Whether it is a user's file, not a folder or a file of the Finder.
    fn is_wanted(&self) -> bool {
        let mut parts = self.name.split('/');
        let last = parts.next_back().unwrap_or_default();
        !last.is_empty()
            && last != ".DS_Store"
            // macOS's additional data for a file.
            && !last.starts_with("._")
            && parts.all(|folder| folder != "__MACOSX")
    }
}

/// A ZIP archive in memory, with its members listed but not unpacked.
///
/// ```
/// use read::source::Archive;
/// let bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\x27\x78\x21\x6A\x08\0\0\0\x08\0\0\0\x05\0\0\0\
///     a.csvu,v\n1,2\nPK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\x27\x78\x21\x6A\x08\0\0\0\x08\0\0\0\
///     \x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a.csvPK\x05\x06\0\0\0\0\x01\0\x01\0\x33\0\0\0+\0\0\0\0\0";
/// let archive = Archive::open(bytes).unwrap();
/// let member = &archive.members()[0];
/// assert_eq!((member.name.as_str(), member.size), ("a.csv", 8));
/// assert_eq!(archive.extract(member).unwrap(), b"u,v\n1,2\n");
/// ```
#[derive(Debug)]
pub struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    members: Vec<Member>,
}

impl<'a> Archive<'a> {
    /// Opens an archive within [`Limits::DEFAULT`].
    ///
    /// # Errors
    /// As [`Archive::open_within`].
    ///
    /// ```
    /// use read::source::{Archive, ArchiveError};
    /// let cut_off = Archive::open(b"PK\x03\x04 and a little more");
    /// assert_eq!(cut_off.unwrap_err(), ArchiveError::Damaged);
    /// ```
    pub fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        Self::open_within(bytes, Limits::DEFAULT)
    }

    /// Opens an archive: reads the list of entries at its end and checks it against the limits.
    ///
    /// Folders and the files that macOS adds are skipped.
    ///
    /// # Errors
    /// If the list is missing or unreadable, or states more than the limits allow. A member that cannot be unpacked is
    /// not an error here, because only the others may be needed.
    pub fn open_within(bytes: &'a [u8], limits: Limits) -> Result<Self, ArchiveError> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| ArchiveError::Damaged)?;
        let members = members(&zip, limits.entries)?;
        for member in &members {
            judge_ratio(member, limits.ratio)?;
        }
        judge_total(&members, limits.total)?;
        Ok(Self { zip, members })
    }

    /// Its files, in the order of its list.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Unpacks a member of this archive.
    ///
    /// Memory use is limited to the size stated when the archive was opened, whatever the packed
    /// bytes contain.
    ///
    /// # Errors
    /// If the member is encrypted or packed by a method other than deflate, or if its bytes differ from the stated
    /// number or checksum.
    pub fn extract(&self, member: &Member) -> Result<Vec<u8>, ArchiveError> {
        self.unpacked(member).map_err(|fault| ArchiveError::of(member, fault))
    }

    fn unpacked(&self, member: &Member) -> Result<Vec<u8>, MemberFault> {
        if member.is_encrypted {
            return Err(MemberFault::Encrypted);
        }
        let packed = self.zip.get_entry(member.wayfinder);
        let packed = packed.map_err(|_| MemberFault::Damaged)?;
        let stated = packed.claim_verifier();
        let bytes = match member.method {
            CompressionMethod::STORE => stored(packed.data(), stated.uncompressed_size)?,
            CompressionMethod::DEFLATE => inflated(packed.data(), stated.uncompressed_size)?,
            other => return Err(MemberFault::Method(other.as_u16())),
        };
        if CHECKSUM.checksum(&bytes) == stated.crc {
            Ok(bytes)
        } else {
            Err(MemberFault::Checksum)
        }
    }
}

/// Lists the wanted entries. Their number must be the stated one.
fn members(zip: &ZipSliceArchive<&[u8]>, most: usize) -> Result<Vec<Member>, ArchiveError> {
    let found = zip.entries_hint();
    if found > most as u64 {
        return Err(ArchiveError::TooManyEntries { found, most });
    }
    let mut entries = zip.entries();
    let mut members = Vec::new();
    for _ in 0..found {
        let Ok(Some(entry)) = entries.next_entry() else {
            return Err(ArchiveError::Damaged);
        };
        let member = Member::of(&entry);
        if member.is_wanted() {
            members.push(member);
        }
    }
    Ok(members)
}

fn judge_ratio(member: &Member, most: u64) -> Result<(), ArchiveError> {
    let packed = member.wayfinder.compressed_size_hint();
    if member.size <= RATIO_JUDGED_ABOVE || member.size <= packed.saturating_mul(most) {
        return Ok(());
    }
    let ratio = member.size / packed.max(1);
    Err(ArchiveError::of(member, MemberFault::Ratio { ratio, most }))
}

fn judge_total(members: &[Member], most: u64) -> Result<(), ArchiveError> {
    let sizes = members.iter().map(|member| member.size);
    let bytes = sizes.fold(0, u64::saturating_add);
    if bytes > most {
        return Err(ArchiveError::TooLarge { bytes, most });
    }
    Ok(())
}

fn stored(packed: &[u8], size: u64) -> Result<Vec<u8>, MemberFault> {
    check_size(packed.len(), size)?;
    Ok(packed.to_vec())
}

/// Inflates into a buffer of the stated size. More than that is not unpacked.
fn inflated(packed: &[u8], size: u64) -> Result<Vec<u8>, MemberFault> {
    let mut bytes = zeros(size).ok_or(MemberFault::NoMemory)?;
    match decompress_slice_iter_to_slice(&mut bytes, std::iter::once(packed), false, true) {
        Ok(written) => check_size(written, size).map(|()| bytes),
        Err(TINFLStatus::HasMoreOutput) => Err(MemberFault::Overlong),
        Err(TINFLStatus::FailedCannotMakeProgress) => Err(MemberFault::CutOff),
        Err(_) => Err(MemberFault::Damaged),
    }
}

/// This many zeros. `None` if there is not enough memory, because the page must not stop.
fn zeros(size: u64) -> Option<Vec<u8>> {
    let size = usize::try_from(size).ok()?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size).ok()?;
    bytes.resize(size, 0);
    Some(bytes)
}

fn check_size(found: usize, stated: u64) -> Result<(), MemberFault> {
    match (found as u64).cmp(&stated) {
        Ordering::Less => Err(MemberFault::CutOff),
        Ordering::Equal => Ok(()),
        Ordering::Greater => Err(MemberFault::Overlong),
    }
}

/// Why an archive, or a member of it, is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArchiveError {
    /// The list of entries at the end is missing or unreadable.
    Damaged,
    /// More entries than the limit.
    TooManyEntries {
        /// The number of entries that the archive states.
        found: u64,
        /// The limit.
        most: usize,
    },
    /// More bytes in all members together than the limit.
    TooLarge {
        /// The number of bytes that the archive states.
        bytes: u64,
        /// The limit.
        most: u64,
    },
    /// One member has a fault.
    Member {
        /// Its name, shortened if it is long.
        member: String,
        /// The fault.
        fault: MemberFault,
    },
}

/// A fault of one member of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberFault {
    /// It is protected by a password.
    Encrypted,
    /// It is packed by a method other than deflate, with this number in the standard.
    Method(u16),
    /// It states a higher compression ratio than files have.
    Ratio {
        /// How many times larger than packed it is.
        ratio: u64,
        /// The limit.
        most: u64,
    },
    /// There is not enough memory for it.
    NoMemory,
    /// It ends before its stated size.
    CutOff,
    /// It is larger than its stated size.
    Overlong,
    /// It is not at the stated position, or cannot be inflated.
    Damaged,
    /// It has the stated size, but not the stated checksum.
    Checksum,
}

impl ArchiveError {
    fn of(member: &Member, fault: MemberFault) -> Self {
        Self::Member {
            member: excerpt(&member.name),
            fault,
        }
    }
}

impl std::error::Error for ArchiveError {}
