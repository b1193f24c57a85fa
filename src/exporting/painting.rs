//! Paints a sheet onto a canvas, at twice its size. The page's policy does not allow pictures from `blob:` addresses,
//! so an SVG cannot be drawn there.

use gloo::file::Blob;
use gloo::utils::document;
use js_sys::Function;
use show::export::cleared::Cleared;
use show::export::sheet::{StandalonePicture, Stroke};
use show::export::svg::anchor_word;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

/// Canvas pixels for each pixel of the sheet.
const SCALE: u32 = 2;

/// The sheet on a canvas outside the document. Returns `None` if the browser has no canvas.
pub(super) fn painted(sheet: &StandalonePicture) -> Option<HtmlCanvasElement> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(sheet.width * SCALE);
    canvas.set_height(sheet.height * SCALE);
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    let scale = f64::from(SCALE) * sheet.scale;
    context.scale(scale, scale).ok()?;
    for stroke in &sheet.strokes {
        paint(&context, stroke)?;
    }
    Some(canvas)
}

fn paint(context: &CanvasRenderingContext2d, stroke: &Stroke) -> Option<()> {
    match stroke {
        Stroke::Outline {
            path,
            fill,
            opacity,
            edge,
        } => {
            let path = Path2d::new_with_path_string(path).ok()?;
            if let Some(color) = fill {
                context.set_global_alpha(*opacity);
                context.set_fill_style_str(color);
                context.fill_with_path_2d(&path);
                context.set_global_alpha(1.0);
            }
            if let Some((color, width)) = edge {
                context.set_stroke_style_str(color);
                context.set_line_width(*width);
                context.stroke_with_path(&path);
            }
            Some(())
        }
        Stroke::Words {
            at,
            font,
            anchor,
            color,
            text,
        } => {
            context.set_font(font);
            context.set_fill_style_str(color);
            // A canvas has the same words as SVG for two of the anchors, and its own for the third.
            context.set_text_align(match anchor_word(*anchor) {
                "middle" => "center",
                word => word,
            });
            context.fill_text(text, at.0, at.1).ok()
        }
    }
}

/// Passes on the canvas as a PNG file, or `None` if the browser has no memory for it. Returns `None` if the browser
/// does not start.
pub(super) fn finish(
    canvas: &Cleared<HtmlCanvasElement>,
    act: impl FnOnce(Option<Cleared<Blob>>) + 'static,
) -> Option<()> {
    let of_canvas = canvas.map(|_| ());
    let act = Closure::once_into_js(move |blob: JsValue| {
        let blob = blob.dyn_into::<web_sys::Blob>().ok();
        act(blob.map(|blob| of_canvas.map(|()| Blob::from(blob))));
    });
    let canvas = canvas.what();
    canvas.to_blob(act.unchecked_ref::<Function>()).ok()
}
