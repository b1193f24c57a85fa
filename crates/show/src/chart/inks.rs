//! The inks of charts, in the palette of the Government Analysis Function.

use plot::{Filling, Ink};

/// Disadvantaged pupils.
pub(super) const DISADVANTAGED: Ink = Ink::new("ink-disadvantaged", "#12436d", Filling::Full);
/// Other pupils.
pub(super) const OTHER: Ink = Ink::new("ink-other", "#f46a25", Filling::Full);
/// The bar between the two.
pub(super) const CONNECTOR: Ink = Ink::new("ink-connector", "#b1b4b6", Filling::Full);
/// A trust.
pub(super) const TRUST: Ink = Ink::new("ink-trust", "#12436d", Filling::SeeThrough);
/// A region's figure.
pub(super) const MEAN: Ink = Ink::new("ink-mean", "#0b0c0c", Filling::Full);
/// A trust outside the 95% limits.
pub(super) const OUTSIDE: Ink = Ink::new("ink-outside", "#28a197", Filling::Edged);
/// A trust outside the 99.8% limits.
pub(super) const FAR_OUTSIDE: Ink = Ink::new("ink-far-outside", "#801650", Filling::Edged);
/// A trust in the background.
pub(super) const BEHIND: Ink = Ink::new("ink-behind", "#3d3d3d", Filling::SeeThrough);
/// The line of a limit.
pub(super) const LIMIT: Ink = Ink::new("ink-limit", "#3d3d3d", Filling::Full);
/// A trust with a hollow dot.
pub(super) const HOLLOW: Ink = Ink::new("ink-hollow", "#12436d", Filling::Hollow);
/// A trust with a filled dot, and its interval.
pub(super) const SOLID: Ink = Ink::new("ink-solid", "#12436d", Filling::Full);
/// Trusts that are compared, in their order. The later ones have hollow dots.
pub(super) const COMPARED: [Ink; 6] = [
    Ink::new("ink-compared-1", "#12436d", Filling::Full),
    Ink::new("ink-compared-2", "#f46a25", Filling::Full),
    Ink::new("ink-compared-3", "#28a197", Filling::Full),
    Ink::new("ink-compared-4", "#801650", Filling::Hollow),
    Ink::new("ink-compared-5", "#3d3d3d", Filling::Hollow),
    Ink::new("ink-compared-6", "#a285d1", Filling::Hollow),
];
