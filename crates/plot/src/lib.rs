//! A grammar of charts: a plot is two axes and a handful of marks.
//!
//! A mark (a range, dot, tick, line, text, path or area) has a position in the data's units or in a row, with an
//! optional offset in pixels; an [`Ink`]; and a [`Subject`] if it represents something. Small plots over the same axis,
//! each with its heading, are facets of one plot ([`Plot::facet`]). One layout pass collects the margins that marks
//! need, decides between narrow and wide ([`Width`]) and converts every position to pixels. The result is a
//! [`Picture`]: typed marks, the same natively and in the browser, drawn through plotters by this project's own
//! backend.
//!
//! This crate does not depend on what is charted.
//!
//! ```
//! use plot::{Axis, Mark, Plot, Rows, Subject, Width};
//! let x = Axis::numbers(0.0, 10.0).labels(|number| number.to_string());
//! let mut plot = Plot::rows(Width::new(400), x, Rows::default());
//! for (name, low, high) in [("One", 2.0, 4.0), ("Two", 3.0, 9.0)] {
//!     let about = Subject::new(name, format!("{name}: {low} to {high}"));
//!     plot.row(Some(about), [Mark::name(name), Mark::range(low, high), Mark::dot(high)]);
//! }
//! let picture = plot.draw("What it shows", "One and two.");
//! assert_eq!(picture.stops().len(), 2);
//! ```

mod along;
mod apart;
mod axis;
mod backend;
mod draw;
mod ink;
mod labels;
mod layout;
mod mark;
mod picture;
mod stops;
mod swarm;
mod text;
mod width;

pub use along::Along;
pub use axis::Axis;
pub use ink::{Filling, Ink};
pub use layout::{Frame, Plot, Rows};
pub use mark::Mark;
pub use picture::{Anchor, DrawnMark, Picture, Shape, Subject};
pub use stops::{Step, Stop};
pub use text::{lines, shortened, width};
pub use width::{Both, Width};
