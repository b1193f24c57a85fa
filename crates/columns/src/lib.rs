//! Reads selected columns of delimited text (CSV and similar formats) while the text arrives.
//!
//! In a file of five hundred columns of which fifteen are needed, most of the work is counting separators. [`Reader`]
//! turns 64 bytes at a time into bit masks of delimiters, line ends and quotes. It counts the separators between the
//! wanted columns without looking at each, and keeps only the wanted cells of each row. Records and cells are those of
//! the csv crate with `has_headers(false)` and `flexible(true)`; property tests compare the two.
//!
//! [`Keep`] is the form in which a column's cells are kept: text, words of a dictionary, or numbers. Each row keeps the
//! line on which it starts. A [`Fault`] reports a row of a doubtful shape.
//!
//! ```
//! use columns::{Accept, Column, Fault, Keep, Projection, Reader};
//!
//! let mut reader = Reader::new(Projection {
//!     delimiter: b',',
//!     columns: 3,
//!     wanted: vec![(0, Keep::Text), (2, Keep::Number(Accept { percent: true, ..Accept::default() }))],
//! });
//! reader.push(b"name,kind,share\n\"Ash, Oak\",MAT,2");
//! reader.push(b"0%\n\nElm,SAT\nYew,MAT,SUPP\n");
//! let table = reader.finish(|bytes| String::from_utf8_lossy(bytes).into_owned());
//!
//! assert_eq!(table.lines().collect::<Vec<_>>(), [2, 4, 5]);
//! let Some(Column::Text(names)) = table.column(0) else { unreachable!() };
//! assert_eq!(names.iter().collect::<Vec<_>>(), ["Ash, Oak", "Elm", "Yew"]);
//! let Some(Column::Numbers(shares)) = table.column(2) else { unreachable!() };
//! assert_eq!(shares.number(0), Some(20.0));
//! assert_eq!(shares.word(2), Some("SUPP"));
//! assert_eq!(table.faults(), [(4, Fault::ShortRow { found: 2, expected: 3 })]);
//! ```

mod bare;
mod blank;
mod block;
mod bytes;
mod cell;
mod column;
mod decimal;
mod dictionary;
mod lines;
mod marks;
mod numbers;
mod projection;
mod quotes;
mod reader;
mod rows;
mod strings;
mod table;
mod utf8;
mod words;

pub use bare::{bare, bare_bytes};
pub use blank::{is_blank, trimmed, with_plain_blanks};
pub use column::Column;
pub use decimal::plain_number;
pub use numbers::{NumberParts, Numbers, WORD_ELSEWHERE};
pub use projection::{Accept, Keep, Projection};
pub use reader::{LONGEST_RECORD, Reader};
pub use strings::Strings;
pub use table::{Fault, Table, TableParts};
pub use utf8::{Letters, StrayCell};
pub use words::Words;
