//! The work behind an export.

use std::rc::Rc;

use gloo::file::{Blob, File};
use js_sys::Date;
use records::terms::DayOfYear;
use show::chart::Table;
use show::export::cleared::Cleared;
use show::export::sheet::{Sheet, StandalonePicture};
use show::export::svg::{self, Around};

use crate::download::download;
use crate::words::exporting as words;

use super::{Drawn, Form, Source, announce, clipboard, origins, painting};

/// Exports a source in this form.
pub(super) fn export(name: &str, source: &Cleared<Rc<Source>>, form: Form) {
    let done = match &**source.what() {
        Source::Words(words, what) => clipboard::copy_words(&source.map(|_| words.clone()), what),
        Source::Table(table) => export_table(name, source.map(|_| table.emit(())), None, form),
        Source::Chart(drawn) if Form::OF_TABLES.contains(&form) => {
            let table = source.map(|_| drawn.chart.0.table());
            export_table(name, table, Some(&drawn.source), form)
        }
        Source::Chart(drawn) => export_picture(name, &source.map(|_| drawn.clone()), form),
    };
    match (done, source.remark()) {
        (None, _) => announce(words::NO_PICTURE),
        (Some(()), Some(words)) => announce(words),
        (Some(()), None) => {}
    }
}

/// `source` is the source of a chart's figures, if its files are not those of the page.
fn export_table(name: &str, table: Cleared<Table>, source: Option<&str>, form: Form) -> Option<()> {
    if form == Form::Copy {
        clipboard::copy_words(&table.tabbed(), words::THE_FIGURES)
    } else {
        let mut origin = origins::of(name, table.origin());
        origin.source = origin.source.or_else(|| source.map(str::to_owned));
        let name = origin.file_name(name);
        start_download(&name, "csv", "text/csv", &table.of(origin).csv())
    }
}

/// Exports a CSV file that is made elsewhere.
pub(crate) fn export_csv(name: &str, text: &Cleared<String>) {
    if start_download(name, "csv", "text/csv", text).is_some()
        && let Some(words) = text.remark()
    {
        announce(words);
    }
}

/// Exports a picture with what is said around it, or what says the same. Returns `None` if the browser cannot make it.
fn export_picture(name: &str, cleared: &Cleared<Drawn>, form: Form) -> Option<()> {
    let drawn = cleared.what();
    let chart = &*drawn.chart.0;
    // If figures are withheld, the source may say so itself.
    let remark = cleared.remark();
    let source = match remark.filter(|words| !drawn.source.contains(words)) {
        Some(words) => format!("{} {words}", drawn.source),
        None => drawn.source.to_string(),
    };
    let origin = origins::of_picture(name, cleared.origin());
    let (figures, made_on, key) = (origin.figures_in_words(), today(), chart.key());
    let around = Around {
        subtitle: &words::subtitle(&figures, chart.subtitle()),
        key: &key,
        source: &source,
        rules: &origin.rules,
        made_on: &made_on,
    };
    let sheet = |size| Sheet::sized(chart, &around, size);
    let copy = |text: String, what| clipboard::copy_words(&cleared.map(|_| text), what);
    let file_name = form.name_of(name);
    let size = match form {
        Form::AlternativeText => return copy(svg::alternative_text(chart, &around), words::THE_ALTERNATIVE_TEXT),
        Form::Html => return copy(svg::html_figure(chart, &around), words::THE_HTML),
        Form::Svg(size) => {
            let svg = cleared.map(|_| svg::with_words(&sheet(size)));
            return start_download(&file_name, "svg", "image/svg+xml", &svg);
        }
        Form::Png(size) | Form::PictureCopy(size) => size,
        Form::Csv | Form::Copy => return None,
    };
    let canvas = painting::painted(&StandalonePicture::new(&sheet(size)))?;
    let canvas = cleared.map(|_| canvas);
    if matches!(form, Form::PictureCopy(_)) {
        clipboard::copy_picture(&canvas);
        return Some(());
    }
    let file_name = format!("{file_name}.png");
    painting::finish(&canvas, move |blob| match blob {
        Some(blob) => download(&file_name, &blob),
        None => announce(words::NO_PICTURE),
    })
}

fn start_download(name: &str, ending: &str, kind: &'static str, text: &Cleared<String>) -> Option<()> {
    let blob = text.map(|text| Blob::new_with_options(text.as_str(), Some(kind)));
    download(&format!("{name}.{ending}"), &blob);
    Some(())
}

/// Today's date for the user, in words: "25 November 2026".
pub(crate) fn today() -> String {
    in_words(&Date::new_0())
}

/// The day on which a file was last changed, in words.
pub(crate) fn day_of(file: &File) -> String {
    let changed = AsRef::<web_sys::File>::as_ref(file).last_modified();
    in_words(&Date::new(&changed.into()))
}

fn in_words(date: &Date) -> String {
    // JavaScript's months start at 0.
    let month = u8::try_from(date.get_month() + 1).unwrap_or_default();
    let day = u8::try_from(date.get_date()).unwrap_or_default();
    let day = DayOfYear::new(month, day).map(|day| day.to_string());
    format!("{} {}", day.unwrap_or_default(), date.get_full_year())
}
