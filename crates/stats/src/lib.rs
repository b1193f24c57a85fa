//! Numbers to intervals, limits, shrunken figures and ranks with intervals.
//!
//! This crate is about numbers and chance only; it does not depend on schools, trusts, files or
//! screens. Its inputs are plain numbers, or types with only valid ones, so its functions cannot
//! fail otherwise: invalid input returns `None`, or the reason where there are several, and no function panics.
//!
//! The formulas are those of the project's method paper, sections 4 to 7, each with its source in
//! its documentation. The results are the same to the last bit natively and in the browser:
//! exponentials and the like come from `libm`, random numbers from a fixed seed.

pub mod funnel;
mod gap_parts;
mod interval;
mod level;
pub mod meta_regression;
pub mod moments;
pub mod normal;
mod quantile;
pub mod ranks;
mod sample;
pub mod sampling;
mod shrinkage;
mod tails;
mod towards;
mod wilson;

pub use gap_parts::{GapParts, TwoGroups, gap_parts};
pub use interval::Interval;
pub use level::Level;
pub use quantile::five_numbers;
pub use sample::Sample;
pub use shrinkage::{Measurement, Shrunken, shrink};
pub use towards::{ShrunkenTowards, Towards, robust_critical};
pub use wilson::wilson;
pub use wilson::wilson_of_z;

/// The number, or the nearer end of the range if it is outside. The standard library's `clamp` can
/// panic with numbers in its words, and formatting them would be part of the page.
fn within(number: f64, lowest: f64, highest: f64) -> f64 {
    number.max(lowest).min(highest)
}
