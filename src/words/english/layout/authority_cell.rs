//! A cell that names a local authority to its code and region.

pub(crate) const AUTHORITY_CODE: &str = "the code or the name of a local authority of England";
