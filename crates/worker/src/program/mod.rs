//! Handling of the page's requests.

mod rank;
mod read_file;
mod serve;
mod show_preview;

use serve::ToPage;
pub(crate) use serve::serve;
