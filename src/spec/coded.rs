//! Enumerations with stable codes, the same in files, addresses and code lists.

use super::{Fault, Value};

/// An enumeration with a stable code for each value.
pub trait Coded: Copy + 'static {
    /// Every code, in the order of the values.
    const CODES: &'static [&'static str];

    /// The value at a place in [`Coded::CODES`].
    fn at(place: usize) -> Option<Self>;
}

/// The value of a code such as `planned`; `None` for one that is not in the list.
pub fn from_code<T: Coded>(code: &str) -> Option<T> {
    T::at(place_of(T::CODES, code)?)
}

/// One search for every enumeration.
fn place_of(codes: &[&str], code: &str) -> Option<usize> {
    codes.iter().position(|known| *known == code)
}

/// The place of the code that a value holds.
pub(crate) fn read_place(codes: &'static [&'static str], value: &Value) -> Result<usize, Fault> {
    place_of(codes, super::read::text(value)?).ok_or_else(|| Fault::unknown_word(codes))
}

/// Declares an enumeration whose variants carry a stable code; serde and specifications read and
/// write that code.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }

        impl $crate::spec::Coded for $name {
            const CODES: &'static [&'static str] = &[$($code),+];

            fn at(place: usize) -> Option<Self> {
                Self::ALL.get(place).copied()
            }
        }

        impl $crate::spec::FromSpec for $name {
            fn read(value: &$crate::spec::Value) -> std::result::Result<Self, $crate::spec::Fault> {
                let codes = <Self as $crate::spec::Coded>::CODES;
                let place = $crate::spec::read_place(codes, value)?;
                <Self as $crate::spec::Coded>::at(place)
                    .ok_or_else(|| $crate::spec::Fault::unknown_word(codes))
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape() -> $crate::spec::Shape {
                $crate::spec::Shape::words::<Self>()
            }
        }
    };
}

pub(crate) use coded;
