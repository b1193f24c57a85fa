//! The page's requests, and the words that begin the worker's answers.
//!
//! The page sends an array of two: a [`Request`] as bytes and, if one is to be read, a file. The worker sends arrays
//! that begin with one of the words below. Answers can be large, so they come in pieces, and neither side holds them
//! twice.

use borsh::{BorshDeserialize, BorshSerialize};
use method::RankingJob;
use records::Choices;
use records::intake::{Preview, ReadRequest, SavedMapping};

/// The worker is ready for requests.
pub const READY: &str = "ready";
/// The progress. Two numbers follow: bytes of a file and the rows in them, or random draws made and in total.
pub const PROGRESS: &str = "progress";
/// Bytes of the answer follow.
pub const PIECE: &str = "piece";
/// The answer is complete.
pub const DONE: &str = "done";
/// There is no answer. A reason follows.
pub const UNREADABLE: &str = "unreadable";
/// The worker has stopped. A reason follows. `assets/worker.js` sends it, too.
pub const STOPPED: &str = "stopped";

/// The most bytes of an answer in one message.
pub const PIECE_SIZE: usize = 1024 * 1024;

/// A request to a worker.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Request {
    /// Read the file that comes with it. The answer is [`records::intake::Answer`].
    Read(ReadRequest),
    /// Preview a table's first rows. The answer is [`Preview`].
    Preview(PreviewRequest),
    /// Rank families of trusts. The answer is [`method::FamilyRanks`] of each.
    Rank(RankingJob),
}

/// The preview of a table whose columns the user explains.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct PreviewRequest {
    /// The file's name.
    pub file: String,
    /// Its beginning.
    pub start: Vec<u8>,
    /// The user's explanation of its columns. Without one, or if the columns' names differ, the columns are guessed.
    pub explained: Option<SavedMapping>,
    /// The user's choices of readings.
    pub choices: Choices,
}

impl Request {
    /// As bytes.
    ///
    /// ```
    /// use records::intake::ReadRequest;
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

    /// From bytes; `None` if they are not a request.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        borsh::from_slice(bytes).ok()
    }
}

/// The answer to a [`PreviewRequest`] from bytes; `None` if they are not a preview.
#[must_use]
pub fn preview_from_bytes(bytes: &[u8]) -> Option<Preview> {
    borsh::from_slice(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::{FamilyRanks, IntervalChoices};
    use read::layout::preview;
    use records::intake::{Field, Mapping};

    #[test]
    fn requests_survive_a_round_trip() {
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
    fn bytes_that_are_not_a_request_or_an_answer_are_refused() {
        let whole = Request::Read(ReadRequest::default()).to_bytes();
        for cut in 0..whole.len() {
            assert_eq!(Request::from_bytes(&whole[..cut]), None, "{cut}");
        }
        assert_eq!(preview_from_bytes(b"\xff\xff\xff\xff"), None);
        assert_eq!(FamilyRanks::all_from_bytes(b"\x01"), None);
    }

    #[test]
    fn a_preview_survives_a_round_trip() {
        let table = b"School number,Pass 5+\n136572,33%\n136573,SUPP\n136574,many\n";
        let made = preview("mine.csv", table, None, &Choices::default()).unwrap();
        assert_eq!(made.rows.len(), 3);
        let bytes = borsh::to_vec(&made).unwrap();
        assert_eq!(preview_from_bytes(&bytes), Some(made));
    }
}
