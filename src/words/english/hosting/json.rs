//! The little of JSON that the list needs: lists, objects and texts, each at its place.

use std::fmt::Display;

pub(crate) const TEXT: &str = "a text in double quotes";
pub(crate) const CLOSING_QUOTE: &str = "the double quote that ends the text";
pub(crate) const ESCAPED_SIGN: &str = "two backslashes, or one before a sign that needs it";
pub(crate) const LETTERS_NUMBER: &str = "a letter's number";
pub(crate) const END: &str = "the end";
pub(crate) const END_OF_LINE: &str = "the end of the line";

pub(crate) fn comma_or(close: impl Display) -> String {
    format!("a comma or {close}")
}

pub(crate) fn unexpected(
    line: impl Display,
    column: impl Display,
    what: impl Display,
    found: impl Display,
) -> String {
    format!("in line {line}, column {column}, there should be {what} and is {found}")
}
