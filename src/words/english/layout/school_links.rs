//! The establishment links of Get Information About Schools: which school followed which.

pub(crate) const NAME: &str = "the establishment links of Get Information About Schools";
pub(crate) const PUBLISHED_AS: &str = "links_edubasealldata.csv";
