//! What is pasted anywhere on the page is handed in as what is dropped: files, or a text that is a table.

pub(crate) const NO_TABLE: &str = "What you pasted is no table. Copy cells with the names of their columns above them, or paste the file itself.";
