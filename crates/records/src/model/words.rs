//! Words of the room `model`: data sets.

/// With what a file was compared to see how much of the country it covers.
pub mod coverage {
    use crate::model::{Coverage, ReferenceList};
    use crate::terms::counted;

    /// "2 of the 216 trusts that the trust file has".
    pub fn compared(coverage: &Coverage) -> String {
        let of = match coverage.reference {
            ReferenceList::TrustFile => "in the trust file",
            ReferenceList::GroupLinks => "with secondary academies in the group links",
            ReferenceList::Nothing => "loaded",
        };
        format!(
            "{} of the {} {of}",
            coverage.covered,
            counted(coverage.of, "trust")
        )
    }
}
/// Whose arithmetic figures are.
mod data_set {
    use crate::model::Basis;

    impl Basis {
        /// The name in a list.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Computed => "Computed from schools",
                Self::Published => "As published for trusts",
            }
        }
    }
}
