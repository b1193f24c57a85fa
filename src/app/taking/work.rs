//! How it is taken away.

use gloo::file::Blob;
use js_sys::Date;

use crate::app::download::Download;
use crate::export::csv_table;
use crate::export::sheet::Sheet;
use crate::export::svg::{self, Foot};
use crate::export::tab_table;
use crate::terms::DayOfYear;

use super::{Drawn, Taken, clipboard, painting, tell};

/// Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(super) fn take(name: &str, taken: Taken) {
    match taken {
        Taken::Csv(table) => hand_out(name, "csv", "text/csv", &csv_table::of_table(&table)),
        Taken::TableCopy(table) => clipboard::copy_words(&tab_table::of_table(&table), "The table"),
        Taken::Words(words) => clipboard::copy_words(&words, "The words"),
        Taken::Svg(drawn) => {
            if let Some(picture) = &*drawn.picture {
                let made_on = today();
                let text = svg::with_foot(picture, &foot(&drawn, &made_on));
                hand_out(name, "svg", "image/svg+xml", &text);
            }
        }
        Taken::Png(drawn) => {
            let name = name.to_owned();
            let painted = painted(&drawn).and_then(|canvas| {
                painting::finish(&canvas, move |blob| {
                    Download::of(format!("{name}.png"), blob).start();
                })
            });
            if painted.is_none() {
                tell("This browser could not make the picture: the SVG holds the same.");
            }
        }
        Taken::PictureCopy(drawn) => match painted(&drawn) {
            Some(canvas) => clipboard::copy_picture(&canvas),
            None => tell("This browser could not make the picture: the SVG holds the same."),
        },
    }
}

fn hand_out(name: &str, ending: &str, kind: &'static str, text: &str) {
    let blob = Blob::new_with_options(text, Some(kind));
    Download::of(format!("{name}.{ending}"), blob).start();
}

fn painted(drawn: &Drawn) -> Option<web_sys::HtmlCanvasElement> {
    let made_on = today();
    let sheet = Sheet::new((*drawn.picture).as_ref()?, &foot(drawn, &made_on));
    painting::painted(&sheet)
}

fn foot<'a>(drawn: &'a Drawn, made_on: &'a str) -> Foot<'a> {
    Foot {
        source: &drawn.source,
        // The source says them.
        rules: "",
        made_on,
    }
}

/// The day on the user's calendar, in words: "25 November 2026".
pub(in crate::app) fn today() -> String {
    in_words(&Date::new_0())
}

/// A day in words.
pub(super) fn in_words(date: &Date) -> String {
    // The browser's months begin with 0.
    let month = u8::try_from(date.get_month() + 1).unwrap_or_default();
    let day = u8::try_from(date.get_date()).unwrap_or_default();
    let day = DayOfYear::new(month, day).map(|day| day.to_string());
    format!("{} {}", day.unwrap_or_default(), date.get_full_year())
}
