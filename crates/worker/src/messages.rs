//! What the page asks, and the words by which the worker answers.
//!
//! A message of the page is an array of two: a [`Request`] as bytes and, where one is to be read, a file. A message of the
//! worker is an array of which the first entry is one of the words below. Answers are the largest that is sent: they come
//! in pieces, so that neither side holds them twice.

use borsh::{BorshDeserialize, BorshSerialize};
use method::RankingJob;
use read::layout::{Preview, ReadRequest, SavedMapping};
use records::Choices;

/// The worker waits to be asked.
pub const READY: &str = "ready";
/// So much is done. Two numbers follow: bytes of a file and the rows in them, or draws of chance and those of the whole.
pub const PROGRESS: &str = "progress";
/// Bytes of the answer follow.
pub const PIECE: &str = "piece";
/// The answer is whole.
pub const DONE: &str = "done";
/// There is no answer. A reason follows.
pub const UNREADABLE: &str = "unreadable";
/// The worker has stopped. A reason follows. `assets/worker.js` sends it, too.
pub const STOPPED: &str = "stopped";

/// Bytes of an answer that go in one message.
pub const PIECE_SIZE: usize = 1024 * 1024;

/// What the page asks of a worker.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Request {
    /// To read the file that comes with it. The answer is [`read::layout::Answer`].
    Read(ReadRequest),
    /// To show what becomes of a table's first rows. The answer is [`Preview`].
    Preview(PreviewRequest),
    /// To rank families. The answer is [`method::FamilyRanks`] of each.
    Rank(RankingJob),
}

/// What is asked of a table whose columns the user explains.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct PreviewRequest {
    /// The file's name.
    pub file: String,
    /// How it begins.
    pub start: Vec<u8>,
    /// What its columns are said to be, as long as they have these names. Without it, and for other names, the best guess
    /// is made.
    pub explained: Option<SavedMapping>,
    /// What the user chose where the file allows several readings.
    pub choices: Choices,
}

impl Request {
    /// As bytes.
    ///
    /// ```
    /// use read::layout::ReadRequest;
    /// use worker::Request;
    /// let request = Request::Read(ReadRequest::default());
    /// assert_eq!(Request::from_bytes(&request.to_bytes()), Some(request));
    /// assert_eq!(Request::from_bytes(b"hello"), None);
    /// ```
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing into memory cannot fail.
        borsh::to_vec(self).unwrap_or_default()
    }

    /// From bytes; nothing where they are none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        borsh::from_slice(bytes).ok()
    }
}

/// The answer to a [`PreviewRequest`] from bytes; nothing where they are none.
#[must_use]
pub fn preview_from_bytes(bytes: &[u8]) -> Option<Preview> {
    borsh::from_slice(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::{FamilyRanks, IntervalChoices};
    use read::layout::{Field, Mapping, preview};

    #[test]
    fn what_is_asked_arrives_as_it_was_sent() {
        let mut mapping = Mapping::default();
        mapping.set(Field::Urn, Some("number"));
        let explained = SavedMapping {
            file: "mine.csv".to_owned(),
            columns: vec!["number".to_owned(), "pass".to_owned()],
            mapping: mapping.clone(),
        };
        for request in [
            Request::Read(ReadRequest::mapped(mapping)),
            Request::Read(ReadRequest::recognise(vec![explained.clone()])),
            Request::Preview(PreviewRequest {
                file: "mine.csv".to_owned(),
                start: b"number,pass\n136572,33%\n".to_vec(),
                explained: Some(explained),
                choices: Choices::default(),
            }),
            Request::Rank(RankingJob::new(&[], &IntervalChoices::default()).with_pairs()),
        ] {
            assert_eq!(Request::from_bytes(&request.to_bytes()), Some(request));
        }
    }

    #[test]
    fn bytes_that_are_no_request_or_answer_are_told_from_one() {
        let whole = Request::Read(ReadRequest::default()).to_bytes();
        for cut in 0..whole.len() {
            assert_eq!(Request::from_bytes(&whole[..cut]), None, "{cut}");
        }
        assert_eq!(preview_from_bytes(b"\xff\xff\xff\xff"), None);
        assert_eq!(FamilyRanks::all_from_bytes(b"\x01"), None);
    }

    #[test]
    fn a_preview_arrives_as_it_was_made() {
        let table = b"School number,Pass 5+\n136572,33%\n136573,SUPP\n136574,many\n";
        let made = preview("mine.csv", table, None, &Choices::default()).unwrap();
        assert_eq!(made.rows.len(), 3);
        let bytes = borsh::to_vec(&made).unwrap();
        assert_eq!(preview_from_bytes(&bytes), Some(made));
    }
}
