//! Renders the first page as HTML, natively and with the page's own components, when the page is built. The first chart
//! is therefore shown before any program has loaded (`cargo xtask assets`, index.html).

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use futures::executor::block_on;

use crate::demonstration::{Demonstration, files_in};
use crate::later::Later;
use crate::shared::Shared;
use crate::state::State;
use crate::{App, AppProps};

/// The widths at which charts are drawn before their width is known, each with the class by which the style sheet
/// chooses one: a chart's card in a window of 1280 pixels or more, and on a phone of 375.
pub(crate) const WIDTHS: [(&str, u32); 2] = [("is-wide", 694), ("is-narrow", 317)];

/// Writes the demonstration's first page. The first argument is the file of its records, the second is the page.
pub(crate) fn run() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [records, page] = arguments.as_slice() else {
        eprintln!("trust-gap-page RECORDS PAGE: writes the first page of the records as HTML");
        return ExitCode::from(2);
    };
    match write(Path::new(records), Path::new(page)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{records}, {page}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// An unchanged page is not written again, so that no program that watches it rebuilds.
fn write(records: &Path, page: &Path) -> io::Result<()> {
    let records = fs::read(records)?;
    if files_in(&records).any(|file| file.is_none()) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // Yew makes the properties on a thread of its own, to which records cannot go: their bytes can.
    let renderer = yew::ServerRenderer::<App>::with_props(move || {
        let state = State::new(Demonstration::of(files_in(&records).collect()));
        let measured = Shared(state.measured());
        AppProps {
            state,
            measured,
            later: Later::Coming,
        }
    });
    let html = block_on(renderer.hydratable(false).render());
    if fs::read_to_string(page).is_ok_and(|known| known == html) {
        return Ok(());
    }
    fs::write(page, html)
}
