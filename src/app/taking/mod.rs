//! What the user takes away: tables and pictures, as files or by the clipboard.
//!
//! The work is in the program's part for other pages and comes when something is first taken; what is here says only
//! what that is.

mod clipboard;
mod origins;
mod painting;
mod work;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use yew::prelude::*;

use crate::chart::Table;
use crate::words::app::taking as words;

use super::components::SharedChart;
use super::parts::{Part, when_here};

pub(in crate::app) use origins::set_origin;
pub(in crate::app) use work::{day_of, today};

/// What something is taken away of.
pub(in crate::app) enum Source {
    /// A table, made when it is asked for.
    Table(Callback<(), Table>),
    /// A chart, with its table and its picture.
    Chart(Drawn),
    /// Words.
    Words(String),
}

/// In which form it is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Form {
    /// A table as a file, or words.
    Csv,
    /// A table, or words, to paste.
    Copy,
    /// A picture as a file of strokes.
    Svg,
    /// A picture as a file of points.
    Png,
    /// A picture to paste.
    PictureCopy,
}

impl Form {
    pub(in crate::app) const OF_TABLES: [Self; 2] = [Self::Csv, Self::Copy];

    pub(in crate::app) const ALL: [Self; 5] = [
        Self::Csv,
        Self::Copy,
        Self::Svg,
        Self::Png,
        Self::PictureCopy,
    ];

    /// What stands on its button, what the button does, and the ending of the file that comes of it.
    pub(in crate::app) const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", words::DOWNLOAD, ".csv"),
            Self::Copy => (words::COPY_FIGURES, words::COPY_FIGURES, ""),
            Self::Svg => ("SVG", words::DOWNLOAD, ".svg"),
            Self::Png => ("PNG", words::DOWNLOAD, ".png"),
            Self::PictureCopy => (words::COPY_PICTURE, words::COPY_PICTURE, ""),
        }
    }
}

/// A chart as wide as it is on the screen, and where its figures come from.
#[derive(Clone)]
pub(in crate::app) struct Drawn {
    pub(in crate::app) chart: SharedChart,
    pub(in crate::app) width: u32,
    pub(in crate::app) source: AttrValue,
}

thread_local! {
    /// What is withheld from what is taken away, in words; nothing where nothing is. One for the page: no table or
    /// picture may be handed out without asking it, whichever page it stands on.
    static WITHHELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Has figures of few pupils withheld from now on, or no longer.
pub(in crate::app) fn withhold(words: Option<String>) {
    WITHHELD.set(words);
}

/// What the user is told where the pages' part does not come.
pub(in crate::app) const NOT_FETCHED: &str = words::NOT_FETCHED;

/// The place where the user is told what became of it, as [`told`] makes it.
const TOLD: &str = "told";

/// Has something taken away. `name` is that of the file without its ending; `is_cleared` says that what has to be
/// withheld has been.
pub(in crate::app) fn take(name: &str, is_cleared: bool, source: &Rc<Source>, form: Form) {
    let (name, source) = (name.to_owned(), Rc::clone(source));
    when_here(Part::Pages, move |is_here| {
        if is_here {
            let withheld = WITHHELD.with_borrow(Clone::clone);
            work::take(&name, is_cleared, withheld.as_deref(), &source, form);
        } else {
            tell(NOT_FETCHED);
        }
    });
}

/// Tells the user, who may look or listen.
pub(in crate::app) fn tell(words: &str) {
    if let Some(place) = document().get_element_by_id(TOLD) {
        place.set_text_content(Some(words));
    }
}

/// Where the user is told; always there, so that what appears in it is announced.
pub(in crate::app) fn told() -> Html {
    html! { <p id={TOLD} class="told" role="status"></p> }
}
