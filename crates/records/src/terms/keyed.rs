//! Enums with a key for each value, used in addresses and on the command line.

/// Gives an enum `ALL` (in the given order), `key` and `from_key`.
#[macro_export]
macro_rules! keyed {
    ($type:ident { $($value:ident => $key:literal),+ $(,)? }) => {
        impl $type {
            /// All values, in the order offered.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$value),+];

            /// The word used in addresses and on the command line.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key),+
                }
            }

            /// The value with this key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|of| of.key() == key)
            }
        }
    };
}

#[doc(inline)]
pub use crate::keyed;
