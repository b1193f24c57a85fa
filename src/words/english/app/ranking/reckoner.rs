//! The page's side: what is not known of the view on the screen goes to a worker.

pub(crate) const NOT_PASSED_ON: &str = "the browser did not pass the figures on";
