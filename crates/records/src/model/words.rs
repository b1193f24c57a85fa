//! The words of `model`: data sets.

/// The words for what a file was compared with, to find how much of the country it covers.
pub mod coverage {
    use crate::model::{Coverage, ReferenceList};
    use crate::terms::counted;

    /// "2 of the 216 trusts in the trust file".
    pub fn compared(coverage: &Coverage) -> String {
        let of = match coverage.reference {
            ReferenceList::TrustFile => "in the trust file",
            ReferenceList::GroupLinks => "with secondary academies in the group links",
            ReferenceList::Nothing => "loaded",
        };
        format!("{} of the {} {of}", coverage.covered, counted(coverage.of, "trust"))
    }
}

/// Whether figures are computed or published.
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
