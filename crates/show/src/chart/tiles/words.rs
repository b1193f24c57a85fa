//! The tile map.

use records::terms::Unit;
use records::terms::letters::with_capital;

pub(crate) fn subtitle(unit: Unit) -> String {
    format!(
        "{} between other and disadvantaged pupils",
        with_capital(unit.difference_word())
    )
}
