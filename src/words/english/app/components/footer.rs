//! The end of every page.

pub(crate) const PRIVACY: &str = "Everything happens in this browser. The page may fetch only its own files: no file \
                                  you open, and no figure in it, is ever sent anywhere. Once it is here, it works \
                                  offline.";

/// A link follows.
pub(crate) const TREACHEROUS: &str = "Comparisons of trusts are treacherous: intakes, contexts and numbers of pupils \
                                      differ, and small differences in rank are mostly chance. Read a figure together \
                                      with its table. ";

pub(crate) const METHOD: &str = "What the words mean, and how figures are made";
