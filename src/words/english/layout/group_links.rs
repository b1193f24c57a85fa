//! The group links of Get Information About Schools: which school is in which trust since when.

pub(crate) const NAME: &str = "the group links of Get Information About Schools";
pub(crate) const PUBLISHED_AS: &str = "the download \u{201c}All group links\u{201d}";
