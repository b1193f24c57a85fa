//! The result of reading a file, as bytes, sent from a worker to the page.

use crate::Recognised;
use borsh::io::{Error, Write};
use borsh::{BorshDeserialize, BorshSerialize};

/// Why a file was not used, as text.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Refusal {
    /// What the file looks like and why it cannot be used.
    pub words: String,
    /// What a user can do about it, with the files that can be used.
    pub remedy: String,
    /// The faulty rows, if it is about rows.
    pub problems: Vec<String>,
}

/// A file of an archive that is not read.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SkippedFile {
    /// The archive and the path within it.
    pub file: String,
    /// What it is.
    pub reason: String,
}

/// The result of reading a file, with errors as text.
///
/// ```
/// use read::layout::open_file;
/// use records::intake::Answer;
/// let answer = Answer::from(open_file("notes.csv", b"a,b\n1,2\n"));
/// let mut bytes = Vec::new();
/// answer.to_pieces(100, &mut |piece| bytes.extend_from_slice(piece));
/// assert_eq!(Answer::from_bytes(&bytes), Some(answer));
/// ```
#[derive(Debug, Clone, PartialEq, Default, BorshSerialize, BorshDeserialize)]
pub struct Answer {
    /// The tables that were recognised and read.
    pub files: Vec<Recognised>,
    /// Files that could not be read.
    pub refused: Vec<Refusal>,
    /// Other files of an archive, which are not read.
    pub skipped: Vec<SkippedFile>,
    /// The beginning of a table without a known layout, for a preview. Otherwise empty.
    pub start: Vec<u8>,
}

impl Answer {
    /// Passes the bytes on in pieces of at most this size, without keeping them.
    pub fn to_pieces(&self, size: usize, hand_out: &mut dyn FnMut(&[u8])) {
        let mut pieces = Pieces {
            size,
            piece: Vec::with_capacity(size),
            hand_out,
        };
        // Cannot fail: `Pieces` accepts everything.
        let _ = self.serialize(&mut pieces);
        let _ = pieces.flush();
    }

    /// The answer of all pieces together; `None` if they are not valid.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        borsh::from_slice(bytes).ok()
    }
}

/// Collects what is written and passes it on whenever there is enough for a piece.
struct Pieces<'a> {
    size: usize,
    piece: Vec<u8>,
    hand_out: &'a mut dyn FnMut(&[u8]),
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        let room = self.size - self.piece.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.piece.extend_from_slice(taken);
        if self.piece.len() == self.size {
            self.flush()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        if !self.piece.is_empty() {
            (self.hand_out)(&self.piece);
            self.piece.clear();
        }
        Ok(())
    }
}
