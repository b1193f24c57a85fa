//! A file read in pieces of any size: its kind is detected from its beginning, then it is read.

use std::fmt;

use records::intake::{Answer, Mapping, Purpose, ReadRequest, Refusal, SkippedFile};
use records::terms::Missing;
use records::{
    Choices, DoubtKind, Doubts, Fingerprinting, Grounds, OWN_SPREADSHEET, Question, Reading as Read, Recognised,
};

use crate::source::{
    Archive, FirstRecord, Header, LARGEST_ARCHIVE, LARGEST_TABLE, Member, OpenError, Rows, START, Start, is_archive,
    may_be_archive, trimmed,
};

use super::labels::Labels;
use super::{FileError, Heading, Layout, mapping, own_sheet, recognise};

/// Whether more of a file is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// More bytes are needed.
    More,
    /// The bytes so far show that the file cannot be read.
    Enough,
}

/// The result of reading a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// The tables that were recognised and read.
    pub files: Vec<Recognised>,
    /// Files that could not be read.
    pub refused: Vec<FileError>,
    /// Other files of an archive, which are not read.
    pub skipped: Vec<SkippedFile>,
    /// The beginning of a table without a known layout, for a preview. Otherwise empty.
    pub start: Vec<u8>,
}

impl From<Opened> for Answer {
    fn from(opened: Opened) -> Self {
        Self {
            files: opened.files,
            refused: opened.refused.iter().map(Refusal::from).collect(),
            skipped: opened.skipped,
            start: opened.start,
        }
    }
}

/// Reads a file.
///
/// ```
/// use read::layout::{Demand, Intake};
/// use records::intake::ReadRequest;
/// let mut intake = Intake::new("mats.csv", 75, ReadRequest::default());
/// assert_eq!(intake.push(b"TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SC"), Demand::More);
/// assert_eq!(intake.push(b"R_WGTAVG\n1,A,London,40\n"), Demand::More);
/// assert_eq!(intake.finish().files[0].records.trusts.len(), 1);
/// ```
#[derive(Debug)]
pub struct Intake {
    file: String,
    size: u64,
    request: ReadRequest,
    state: State,
}

#[derive(Debug)]
enum State {
    /// The file is too short so far to detect its kind.
    Beginning(Vec<u8>),
    /// An archive's list is at its end, so all bytes are kept.
    Archive(Vec<u8>),
    Table(Box<Reading>),
    Over(Opened),
}

impl Intake {
    /// Starts reading a file with this name and number of bytes.
    #[must_use]
    pub fn new(file: &str, size: u64, request: ReadRequest) -> Self {
        Self {
            file: file.to_owned(),
            size,
            request,
            state: State::Beginning(Vec::new()),
        }
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Demand {
        match &mut self.state {
            State::Beginning(before) if before.is_empty() && bytes.len() >= START => {
                self.begin(bytes);
            }
            State::Beginning(before) => {
                before.extend_from_slice(bytes);
                if before.len() >= START {
                    let before = std::mem::take(before);
                    self.begin(&before);
                }
            }
            State::Archive(before) => before.extend_from_slice(bytes),
            State::Table(reading) => reading.push(bytes),
            State::Over(_) => {}
        }
        match self.state {
            State::Over(_) => Demand::Enough,
            _ => Demand::More,
        }
    }

    /// Detects what the file is from its beginning, or from the whole file.
    fn begin(&mut self, bytes: &[u8]) {
        self.state = if may_be_archive(bytes) {
            if self.size > LARGEST_ARCHIVE {
                State::Over(self.refused(too_large(self.size, LARGEST_ARCHIVE)))
            } else {
                State::Archive(bytes.to_vec())
            }
        } else {
            match Reading::begin(&self.file, self.size, bytes, &self.request) {
                Ok(mut reading) => {
                    reading.push(bytes);
                    State::Table(Box::new(reading))
                }
                Err(error) => State::Over(Opened::refusing(error, bytes)),
            }
        };
    }

    fn refused(&self, reason: OpenError) -> Opened {
        let file = self.file.clone();
        Opened::refusing(FileError::NotOpened { file, reason }, &[])
    }

    /// The number of rows kept so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        match &self.state {
            State::Table(reading) => reading.rows.count(),
            _ => 0,
        }
    }

    /// The result of reading the file, once all of it has been pushed.
    #[must_use]
    pub fn finish(mut self) -> Opened {
        if let State::Beginning(before) = &mut self.state {
            let before = std::mem::take(before);
            self.begin(&before);
        }
        match self.state {
            State::Over(opened) => opened,
            State::Archive(bytes) => open_archive(&self.file, &bytes, &self.request),
            State::Table(reading) => match reading.finish() {
                Ok(file) => Opened {
                    files: vec![file],
                    ..Opened::default()
                },
                Err(error) => Opened::refusing(error, &[]),
            },
            State::Beginning(_) => Opened::default(),
        }
    }
}

fn too_large(bytes: u64, most: u64) -> OpenError {
    OpenError::TooLarge { bytes, most }
}

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    file: String,
    start: Start,
    plan: Plan,
    rows: Rows,
    fingerprinting: Fingerprinting,
    explained_by: Option<String>,
    choices: Choices,
    /// The decisions about the table so far.
    doubts: Doubts,
    /// Rows below the header with labels or units.
    labels: Labels,
}

enum Plan {
    Published(&'static dyn Layout),
    Own(Mapping),
}

impl Reading {
    /// Looks at a file's beginning and decides how its rows are read.
    pub(super) fn begin(file: &str, size: u64, bytes: &[u8], request: &ReadRequest) -> Result<Self, FileError> {
        let not_opened = |reason| FileError::NotOpened {
            file: file.to_owned(),
            reason,
        };
        let begin = |encoding| {
            let mut start = Start::in_encoding(bytes, encoding).map_err(not_opened)?;
            if size > LARGEST_TABLE {
                return Err(not_opened(too_large(size, LARGEST_TABLE)));
            }
            let mut doubts = Doubts::of(file, &request.choices);
            find_header(&mut start, request, &mut doubts);
            let plan = plan(file, &start, request)?;
            Ok((start, doubts, plan))
        };
        let chosen = request.choices.encoding_of(file);
        let (start, doubts, (plan, explained_by)) = match begin(chosen) {
            // The mapping may name the columns in another encoding.
            Err(error) if chosen.is_some() => begin(None).map_err(|_| error)?,
            begun => begun?,
        };
        let wanted = match &plan {
            Plan::Published(layout) => layout.find(start.header()).wanted(layout.is_large()),
            Plan::Own(mapping) => own_sheet::wanted(start.header(), mapping),
        };
        let mut rows = start.rows(&wanted);
        if let Plan::Published(layout) = &plan
            && let Some((column, filter)) = layout.row_filter(start.header())
        {
            rows.only(column, filter);
        }
        rows.expect(size);
        let labels = Labels::below(&start);
        if labels.are_skipped(start.header(), &mut doubts.clone()) {
            rows.leave_out(labels.lines());
        }
        Ok(Self {
            file: file.to_owned(),
            rows,
            fingerprinting: Fingerprinting::default(),
            start,
            plan,
            explained_by,
            choices: request.choices.clone(),
            doubts,
            labels,
        })
    }

    /// Takes the next bytes, from the file's first.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.fingerprinting.push(bytes);
        self.rows.push(bytes);
    }

    /// Takes all of the file's bytes.
    pub(super) fn push_whole(&mut self, bytes: &[u8]) {
        self.fingerprinting.push(bytes);
        self.rows.push_whole(bytes);
    }

    /// The records, if some rows are usable.
    pub(super) fn finish(mut self) -> Result<Recognised, FileError> {
        let table = self.rows.decide(&mut self.doubts);
        let header = self.start.header();
        self.labels.decide(header, table.repeated_headers(), &mut self.doubts);
        let encoding = table.encoding();
        let heading = Heading {
            file: &self.file,
            header: self.start.header(),
            header_line: self.start.header_line(),
            choices: &self.choices,
        };
        let (layout, mut records) = match &self.plan {
            Plan::Published(layout) => (layout.name(), layout.read(heading, table)),
            Plan::Own(mapping) => {
                let records = own_sheet::read(heading, &table, mapping);
                (OWN_SPREADSHEET, records)
            }
        };
        records.doubts.splice(0..0, self.doubts.finish());
        let mut file = super::recognised(&self.file, layout, encoding, records)?;
        file.explained_by = self.explained_by;
        file.fingerprint = Some(self.fingerprinting.finish());
        Ok(file)
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Published(layout) => layout.name(),
            Self::Own(_) => OWN_SPREADSHEET,
        })
    }
}

/// Finds the header: the row with the column names of a layout, or of a table that the user explained. Rows above it
/// are not part of the table.
fn find_header(start: &mut Start, request: &ReadRequest, doubts: &mut Doubts) {
    let fits = |header: &Header| match &request.purpose {
        Purpose::Mapped(mapping) => mapping::check(mapping, header).is_ok(),
        Purpose::Recognise(explained) => {
            recognise(header).is_some() || explained.iter().any(|known| known.fits(header.names()))
        }
    };
    let is_known = start.look_for(fits);
    decide_header(start, is_known, doubts);
}

/// Decides whether the header that was found is the table's header.
pub(super) fn decide_header(start: &mut Start, is_known: bool, doubts: &mut Doubts) {
    let found = start.header_line();
    let above = start.above();
    let could_be = above.iter().filter(|record| record.filled() > 1);
    // Below the supposed header there may be another row that could name columns: one without numbers.
    let below = start.below().iter().take(ROWS_TRIED);
    let below: Vec<&FirstRecord> = below.filter(|record| has_only_names(record)).collect();
    let could_be = could_be.chain(below.iter().copied());
    let others: Vec<&FirstRecord> = could_be.filter(|_| !is_known).collect();
    if above.is_empty() && others.is_empty() {
        return;
    }
    let shown = if above.is_empty() {
        others.clone()
    } else {
        above.iter().collect()
    };
    let question = Question {
        kind: DoubtKind::HeaderRow,
        column: None,
        likeliest: Read::HeaderOnLine(found),
        others: others.iter().map(|record| Read::HeaderOnLine(record.line)).collect(),
        grounds: match is_known {
            true => Grounds::Settled,
            false => Grounds::Assumed,
        },
        evidence: shown.iter().map(|record| record.evidence()).collect(),
        rows: shown.len(),
        lines: shown.iter().map(|record| record.line).collect(),
    };
    if let Read::HeaderOnLine(line) = doubts.decide(question)
        && line != found
    {
        start.look_on_line(line);
    }
}

/// How many rows below a header may be the real header.
const ROWS_TRIED: usize = 4;

/// Whether several cells of a row are filled, and none with a number or a code for a missing value.
fn has_only_names(record: &FirstRecord) -> bool {
    let is_name = |cell: &String| {
        let cell = trimmed(cell);
        cell.is_empty() || (Missing::from_code(cell).is_none() && !is_number(cell))
    };
    record.filled() > 1 && record.cells.iter().all(is_name)
}

fn is_number(cell: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || b".,%/+- ".contains(&byte);
    cell.bytes().all(is_part) && cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Plans how to read a table. If an explained table's mapping fits it, that table is returned too.
fn plan(file: &str, start: &Start, request: &ReadRequest) -> Result<(Plan, Option<String>), FileError> {
    let header = start.header();
    match &request.purpose {
        Purpose::Mapped(mapping) => {
            mapping::check(mapping, header).map_err(|reason| FileError::NotMapped {
                file: file.to_owned(),
                reason,
            })?;
            Ok((Plan::Own(mapping.clone()), None))
        }
        Purpose::Recognise(explained) => {
            if let Some(layout) = recognise(header) {
                return Ok((Plan::Published(layout), None));
            }
            match explained.iter().find(|known| known.fits(header.names())) {
                Some(known) => Ok((Plan::Own(known.mapping.clone()), Some(known.file.clone()))),
                None => Err(FileError::unrecognised(file, header)),
            }
        }
    }
}

/// Opens a downloaded file, completely in memory. In an archive, every recognised table is read, whatever its folder,
/// and other files are named. Files are unpacked only in memory.
///
/// ```
/// use read::layout::open_file;
/// let opened = open_file("mats.csv", b"TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG\n1,A,London,40\n");
/// assert_eq!((opened.files.len(), opened.refused.len()), (1, 0));
/// ```
#[must_use]
pub fn open_file(name: &str, bytes: &[u8]) -> Opened {
    open_file_as(name, bytes, ReadRequest::default())
}

/// Opens a downloaded file and reads it as requested.
#[must_use]
pub fn open_file_as(name: &str, bytes: &[u8], request: ReadRequest) -> Opened {
    let mut intake = Intake::new(name, bytes.len() as u64, request);
    intake.push(bytes);
    intake.finish()
}

fn open_archive(name: &str, bytes: &[u8], request: &ReadRequest) -> Opened {
    if !is_archive(bytes) {
        // A workbook: the message about the file's kind says so.
        let error = super::read_file_as(name, bytes, request).err();
        return error.map_or_else(Opened::default, |error| Opened::refusing(error, &[]));
    }
    let mut opened = Opened::default();
    // A mapping is for one table. Tables in an archive must be recognised.
    let request = ReadRequest::default().with(request.choices.clone());
    match Archive::open(bytes) {
        Ok(archive) => opened.open_members(name, &archive, &request),
        Err(reason) => opened.refused.push(FileError::Archive {
            file: name.to_owned(),
            reason,
        }),
    }
    opened
}

impl Opened {
    fn refusing(error: FileError, bytes: &[u8]) -> Self {
        let start = match error {
            FileError::Unrecognised { .. } => bytes.get(..START).unwrap_or(bytes).to_vec(),
            _ => Vec::new(),
        };
        Self {
            refused: vec![error],
            start,
            ..Self::default()
        }
    }

    fn open_members(&mut self, archive_name: &str, archive: &Archive<'_>, request: &ReadRequest) {
        for member in archive.members() {
            self.open_member(archive_name, archive, member, request);
        }
        if self.files.is_empty() && self.refused.is_empty() {
            self.skipped.clear();
            let members = archive.members().iter();
            self.refused.push(FileError::NothingInArchive {
                file: archive_name.to_owned(),
                members: members.map(|member| member.name.clone()).collect(),
            });
        }
    }

    /// Only one member at a time is in memory.
    fn open_member(&mut self, archive_name: &str, archive: &Archive<'_>, member: &Member, request: &ReadRequest) {
        let file = format!("{archive_name}/{}", member.name);
        let bytes = match archive.extract(member) {
            Ok(bytes) => bytes,
            Err(reason) => {
                // The error names the member.
                let file = archive_name.to_owned();
                self.refused.push(FileError::Archive { file, reason });
                return;
            }
        };
        match super::read_file_as(&file, &bytes, request) {
            Ok(read) => self.files.push(read),
            Err(error @ (FileError::NotOpened { .. } | FileError::Unrecognised { .. })) => {
                self.skipped.push(SkippedFile {
                    reason: error.what_it_is(),
                    file,
                });
            }
            Err(error) => self.refused.push(error),
        }
    }
}
