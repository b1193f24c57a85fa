//! How it is taken away.

use gloo::file::{Blob, File};
use js_sys::Date;

use crate::app::download::Download;
use crate::export::csv_table;
use crate::export::sheet::Sheet;
use crate::export::svg::{self, Foot};
use crate::export::tab_table;
use crate::terms::DayOfYear;

use super::{Drawn, Taken, clipboard, painting, tell};

/// Takes it away unless it is to be withheld. Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(super) fn take(name: &str, is_cleared: bool, withheld: Option<&str>, taken: Taken) {
    if let (false, Some(_)) = (is_cleared, withheld) {
        tell(
            "Not taken away: figures that rest on fewer than 6 pupils may stand in it. On the page Data you can allow \
             it.",
        );
        return;
    }
    let done = match taken {
        Taken::Csv(table) => hand_out(name, "csv", "text/csv", &csv_table::of_table(&table)),
        Taken::TableCopy(table) => {
            clipboard::copy_words(&tab_table::of_table(&table), "The figures")
        }
        Taken::Words(words) => clipboard::copy_words(&words, "The paragraph"),
        Taken::Svg(drawn) => {
            let picture = drawn.chart.0.draw(drawn.width);
            let source = source(&drawn, withheld);
            let text = svg::with_foot(&picture, &foot(&source, &today()));
            hand_out(name, "svg", "image/svg+xml", &text)
        }
        Taken::Png(drawn) => painted(&drawn, withheld).and_then(|canvas| {
            let name = format!("{name}.png");
            painting::finish(&canvas, move |blob| Download::of(name, blob).start())
        }),
        Taken::PictureCopy(drawn) => {
            painted(&drawn, withheld).map(|canvas| clipboard::copy_picture(&canvas))
        }
    };
    match (done, withheld) {
        (None, _) => tell("This browser could not make the picture: the SVG holds the same."),
        (Some(()), Some(words)) => tell(words),
        (Some(()), None) => {}
    }
}

fn hand_out(name: &str, ending: &str, kind: &'static str, text: &str) -> Option<()> {
    let blob = Blob::new_with_options(text, Some(kind));
    Download::of(format!("{name}.{ending}"), blob).start();
    Some(())
}

fn painted(drawn: &Drawn, withheld: Option<&str>) -> Option<web_sys::HtmlCanvasElement> {
    let picture = drawn.chart.0.draw(drawn.width);
    let source = source(drawn, withheld);
    let sheet = Sheet::new(&picture, &foot(&source, &today()));
    painting::painted(&sheet)
}

/// Where the figures come from, and what is withheld of them.
fn source(drawn: &Drawn, withheld: Option<&str>) -> String {
    match withheld {
        Some(words) => format!("{} {words}", drawn.source),
        None => drawn.source.to_string(),
    }
}

const fn foot<'a>(source: &'a str, made_on: &'a str) -> Foot<'a> {
    Foot {
        source,
        // The source says them.
        rules: "",
        made_on,
    }
}

/// The day on the user's calendar, in words: "25 November 2026".
pub(in crate::app) fn today() -> String {
    in_words(&Date::new_0())
}

/// The day on which a file was last changed, in words.
pub(in crate::app) fn day_of(file: &File) -> String {
    let changed = AsRef::<web_sys::File>::as_ref(file).last_modified();
    in_words(&Date::new(&changed.into()))
}

fn in_words(date: &Date) -> String {
    // The browser's months begin with 0.
    let month = u8::try_from(date.get_month() + 1).unwrap_or_default();
    let day = u8::try_from(date.get_date()).unwrap_or_default();
    let day = DayOfYear::new(month, day).map(|day| day.to_string());
    format!("{} {}", day.unwrap_or_default(), date.get_full_year())
}
