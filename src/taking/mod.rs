//! What the user takes away: tables and pictures, as files or by the clipboard.

mod clipboard;
mod origins;
mod painting;
mod work;

pub(crate) use work::{day_of, today};

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::{document, window};
use show::chart::Table;
use show::export::cleared::Cleared;
use yew::prelude::*;

use crate::words::taking as words;

use super::components::SharedChart;
use super::shared::Shared;

/// What something is taken away of.
pub(crate) enum Source {
    /// A table, made when it is asked for.
    Table(Callback<(), Table>),
    /// A chart, with its table and its picture.
    Chart(Drawn),
    /// Words.
    Words(String),
}

/// In which form it is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
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
    pub(crate) const OF_TABLES: [Self; 2] = [Self::Csv, Self::Copy];

    pub(crate) const ALL: [Self; 5] = [
        Self::Csv,
        Self::Copy,
        Self::Svg,
        Self::Png,
        Self::PictureCopy,
    ];

    /// What stands on its button, what the button does, and the ending of the file that comes of it.
    pub(crate) const fn words(self) -> (&'static str, &'static str, &'static str) {
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
pub(crate) struct Drawn {
    pub(crate) chart: SharedChart,
    pub(crate) width: u32,
    pub(crate) source: AttrValue,
}

/// Whose figures a part of the page holds: where figures of few pupils have to be withheld, each page is made twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Medium {
    /// The screen's, all of which may leave.
    #[default]
    All,
    /// The screen's, which the user alone may see.
    Screen,
    /// Those that may leave. It is not on the screen: it is what is printed, and what its charts and tables register here
    /// is what is taken away of those on the screen.
    Print,
}

/// What may leave, by the names of the files.
type Registered = Rc<RefCell<Vec<(String, Cleared<Rc<Source>>)>>>;

/// How what is in a medium leaves the page: a context of all that is in it.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct ExportContext {
    pub(crate) medium: Medium,
    /// What all that is in the medium is made of, as far as it may leave.
    clearance: Option<Cleared<()>>,
    /// What the page for print has registered for the screen; the same for both.
    registry: Shared<Registered>,
}

/// The export context of the page, of which each medium has its own.
#[hook]
pub(crate) fn use_export_context(clearance: Cleared<()>) -> ExportContext {
    let first = use_memo((), |()| ExportContext::default());
    ExportContext {
        clearance: Some(clearance),
        ..(*first).clone()
    }
}

/// That something may leave, for as long as it is on the page.
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
    /// The same for a medium. Of the screen's alone nothing may leave.
    pub(crate) fn of(&self, medium: Medium) -> Self {
        let clearance = self.clearance().filter(|_| medium != Medium::Screen);
        let registry = self.registry.clone();
        Self {
            medium,
            clearance,
            registry,
        }
    }

    /// What makes of something in this medium something that may leave; nothing where none of it may.
    pub(crate) fn clearance(&self) -> Option<Cleared<()>> {
        self.clearance.clone()
    }

    /// Registers what may leave under a name.
    pub(crate) fn register(&self, name: &str, source: &Rc<Source>) -> Option<Registration> {
        let cleared = self.clearance.as_ref()?.map(|()| Rc::clone(source));
        let mut registry = self.registry.0.borrow_mut();
        registry.push((name.to_owned(), cleared));
        Some(Registration {
            source: Rc::clone(source),
            registry: self.registry.clone(),
        })
    }

    /// What may leave under a name: the charts of the screen's width.
    fn registered(&self, name: &str, on_screen: &Source) -> Option<Cleared<Rc<Source>>> {
        let registry = self.registry.0.borrow();
        let mut latest_first = registry.iter().rev();
        let (_, source) = latest_first.find(|(of, _)| of == name)?;
        Some(source.map(|of| match (&**of, on_screen) {
            (Source::Chart(drawn), Source::Chart(Drawn { width, .. })) => {
                let (width, drawn) = (*width, drawn.clone());
                Rc::new(Source::Chart(Drawn { width, ..drawn }))
            }
            _ => Rc::clone(of),
        }))
    }
}

/// The element in which the user is told what became of it, as [`told`] makes it.
const TOLD: &str = "told";

/// Has something taken away. `name` is that of the file without its ending. Of what the user alone may see what was
/// registered under that name is.
pub(crate) fn take(name: &str, export_context: &ExportContext, source: &Rc<Source>, form: Form) {
    let cleared = match &export_context.clearance {
        Some(clearance) => Some(clearance.map(|()| Rc::clone(source))),
        None => export_context.registered(name, source),
    };
    match cleared {
        Some(cleared) => work::take(name, &cleared, form),
        None => tell(words::NOT_READY),
    }
}

/// Prints the page that is on the screen: a report, of which all may leave.
pub(crate) fn print<T>(_: &Cleared<T>) {
    // Where the browser refuses, its own menu prints.
    let _ = window().print();
}

/// Tells the user, who may look or listen.
pub(crate) fn tell(words: &str) {
    if let Some(status) = document().get_element_by_id(TOLD) {
        status.set_text_content(Some(words));
    }
}

/// Where the user is told; always there, so that what appears in it is announced.
pub(crate) fn told() -> Html {
    html! { <p id={TOLD} class="told" role="status"></p> }
}
