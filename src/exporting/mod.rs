//! Exports: tables and pictures, as downloads or copies.

mod clipboard;
mod origins;
mod painting;
mod work;

pub(crate) use work::{day_of, export_csv, today};

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::{document, window};
use show::chart::Table;
use show::export::cleared::Cleared;
use show::export::sheet::Size;
use yew::prelude::*;

use crate::words::exporting as words;

use super::components::SharedChart;
use super::shared::Shared;

/// The source of an export.
pub(crate) enum Source {
    /// A table, made on demand.
    Table(Callback<(), Table>),
    /// A chart, with its table and its picture.
    Chart(Drawn),
    /// A text, and what it is.
    Words(String, &'static str),
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A table as a file, or a text.
    Csv,
    /// A copied table or text.
    Copy,
    /// A vector picture of this size as a file.
    Svg(Size),
    /// A raster picture as a file.
    Png(Size),
    PictureCopy(Size),
    /// A chart in words.
    AlternativeText,
    /// A chart as a part of a web page.
    Html,
}

impl Form {
    pub(crate) const OF_TABLES: [Self; 2] = [Self::Csv, Self::Copy];

    /// The pictures of a size.
    pub(crate) const fn pictures(size: Size) -> [Self; 3] {
        [Self::Svg(size), Self::Png(size), Self::PictureCopy(size)]
    }

    /// What says the same as a picture elsewhere.
    pub(crate) const BESIDE_PICTURES: [Self; 2] = [Self::AlternativeText, Self::Html];

    /// The label of its button, what the button does, and the file's ending.
    pub(crate) const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", words::DOWNLOAD, ".csv"),
            Self::Copy => (words::COPY_FIGURES, words::COPY_FIGURES, ""),
            Self::Svg(_) => ("SVG", words::DOWNLOAD, ".svg"),
            Self::Png(_) => ("PNG", words::DOWNLOAD, ".png"),
            Self::PictureCopy(_) => (words::COPY_PICTURE, words::COPY_PICTURE, ""),
            Self::AlternativeText => (words::COPY_ALTERNATIVE_TEXT, words::COPY_ALTERNATIVE_TEXT, ""),
            Self::Html => (words::COPY_HTML, words::COPY_HTML, ""),
        }
    }

    /// The name of what it hands out, of a source with this one.
    pub(crate) fn name_of(self, source: &str) -> String {
        match self {
            Self::Svg(size) | Self::Png(size) | Self::PictureCopy(size) => size.name_of(source),
            _ => source.to_owned(),
        }
    }
}

/// A chart, and the source of its figures.
#[derive(Clone)]
pub(crate) struct Drawn {
    pub(crate) chart: SharedChart,
    pub(crate) source: AttrValue,
}

/// Whose figures a part of the page shows. If figures for few pupils are withheld, each page is rendered twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Medium {
    /// The screen, if all of it can be exported.
    #[default]
    All,
    /// The screen, if it has figures that only the user may see.
    Screen,
    /// The cleared copy. It is not on screen: it is printed, and its charts and tables register what the screen's
    /// buttons export.
    Print,
}

/// Cleared sources, by file name.
type Registered = Rc<RefCell<Vec<(String, Cleared<Rc<Source>>)>>>;

/// The context that says how anything in a medium is exported.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct ExportContext {
    pub(crate) medium: Medium,
    /// The clearance for everything in this medium. `None` if nothing in it can be exported.
    clearance: Option<Cleared<()>>,
    /// What the cleared copy has registered for the screen. Both media share it.
    registry: Shared<Registered>,
}

/// The page's export context, from which each medium derives its own.
#[hook]
pub(crate) fn use_export_context(clearance: Cleared<()>) -> ExportContext {
    let first = use_memo((), |()| ExportContext::default());
    ExportContext {
        clearance: Some(clearance),
        ..(*first).clone()
    }
}

/// Keeps a source registered until it is dropped.
pub(crate) struct Registration {
    source: Rc<Source>,
    registry: Shared<Registered>,
}

impl Drop for Registration {
    fn drop(&mut self) {
        let mut registry = self.registry.0.borrow_mut();
        registry.retain(|(_, of)| !Rc::ptr_eq(of.what(), &self.source));
    }
}

impl ExportContext {
    /// The same context for a medium. Nothing in [`Medium::Screen`] is cleared.
    pub(crate) fn of(&self, medium: Medium) -> Self {
        let clearance = self.clearance().filter(|_| medium != Medium::Screen);
        let registry = self.registry.clone();
        Self {
            medium,
            clearance,
            registry,
        }
    }

    /// The clearance for this medium. Returns `None` if nothing in it can be exported.
    pub(crate) fn clearance(&self) -> Option<Cleared<()>> {
        self.clearance.clone()
    }

    /// Registers a source under a name, if it is cleared.
    pub(crate) fn register(&self, name: &str, source: &Rc<Source>) -> Option<Registration> {
        let cleared = self.clearance.as_ref()?.map(|()| Rc::clone(source));
        let mut registry = self.registry.0.borrow_mut();
        registry.push((name.to_owned(), cleared));
        Some(Registration {
            source: Rc::clone(source),
            registry: self.registry.clone(),
        })
    }

    /// The cleared source with this name.
    fn registered(&self, name: &str) -> Option<Cleared<Rc<Source>>> {
        let registry = self.registry.0.borrow();
        let mut latest_first = registry.iter().rev();
        let (_, source) = latest_first.find(|(of, _)| of == name)?;
        Some(source.clone())
    }
}

/// The id of the element in which announcements are shown.
const ANNOUNCEMENTS: &str = "told";

/// Exports a source. `name` is the file name without its ending. If the screen's own figures are not cleared, the
/// registered source with this name is exported.
pub(crate) fn export(name: &str, export_context: &ExportContext, source: &Rc<Source>, form: Form) {
    let cleared = match &export_context.clearance {
        Some(clearance) => Some(clearance.map(|()| Rc::clone(source))),
        None => export_context.registered(name),
    };
    match cleared {
        Some(cleared) => work::export(name, &cleared, form),
        None => announce(words::NOT_READY),
    }
}

/// Prints the current page, a report that is cleared.
pub(crate) fn print<T>(_: &Cleared<T>) {
    // If the browser refuses, the browser's own menu can print.
    let _ = window().print();
}

/// Announces a message, to be seen and heard.
pub(crate) fn announce(words: &str) {
    if let Some(status) = document().get_element_by_id(ANNOUNCEMENTS) {
        status.set_text_content(Some(words));
    }
}

/// The element for announcements. It is always rendered, so that changes in it are announced.
pub(crate) fn announcements() -> Html {
    html! { <p id={ANNOUNCEMENTS} class="told" role="status"></p> }
}
