//! All words that people read, and nothing else: a sentence is made here or nowhere.
//!
//! Each language has a folder, and in it each room of the engine a folder of its own name, which may know what that
//! room may know. A room asks for a sentence by what it says and gives what it tells of; word order, plurals and
//! small words are made here, for they differ between languages. Names that stand in files (columns, regions,
//! authorities) are no words: they are read as they are published.
//!
//! A page speaks one language, so that nobody downloads another: to add Welsh, add `words/welsh` with the same names
//! beside `words/english` and choose it here by a feature. What it lacks does not compile. `tests/words.rs` fails when
//! words stand elsewhere.

mod english;

pub(crate) use english::*;
