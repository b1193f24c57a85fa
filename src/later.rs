//! The part of the program that comes later: the pages other than the first.
//!
//! `cargo xtask` builds the page's program in two parts (`xtask/parts`), so that the first page waits for no other. The
//! later part comes once the first page is drawn, or before, if an address or a link names another page.

use std::error::Error;

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

use crate::pages::{PageInput, later_page};

/// Renders a page of the later part.
pub(crate) type LaterPage = fn(PageInput) -> Html;

/// Where the later part is.
#[derive(Clone, Copy)]
pub(crate) enum Later {
    /// On its way, or not asked for.
    Coming,
    Here(LaterPage),
    /// The server did not send it.
    Failed,
}

impl PartialEq for Later {
    /// There is only one later part.
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Later {
    /// Loads the part, unless it is here.
    pub(crate) async fn load() -> Self {
        pages_of_later_part().await.map_or(Self::Failed, Self::Here)
    }
}

#[cfg(feature = "split")]
#[wasm_split(later, fallible)]
fn pages_of_later_part() -> Result<LaterPage, Box<dyn Error>> {
    Ok(later_page)
}

/// A build by Trunk alone has all pages in one part.
#[cfg(not(feature = "split"))]
async fn pages_of_later_part() -> Result<LaterPage, Box<dyn Error>> {
    Ok(later_page)
}
