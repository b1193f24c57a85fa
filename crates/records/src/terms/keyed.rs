//! Enums whose values have a word each, by which addresses and the command line know them.

/// Gives an enum `ALL`, in the order given, `key` and `from_key`.
#[macro_export]
macro_rules! keyed {
    ($type:ident { $($value:ident => $key:literal),+ $(,)? }) => {
        impl $type {
            /// All of them, in the order in which they are offered.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$value),+];

            /// The word used in addresses and on the command line.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key),+
                }
            }

            /// What has this key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|of| of.key() == key)
            }
        }
    };
}

#[doc(inline)]
pub use crate::keyed;
