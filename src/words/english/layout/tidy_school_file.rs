//! The Department's school performance file from 2023/24 on.

pub(crate) const NAME_OF_2024: &str = "the school performance file of 2023/24";
pub(crate) const NAME_OF_2025: &str = "the school performance file of 2024/25 or later";
