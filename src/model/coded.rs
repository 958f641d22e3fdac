//! Enumerations with stable codes, the same in files, addresses and code lists.

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

/// Declares an enumeration whose variants carry a stable code; serde reads and writes that code.
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

        impl $crate::model::Coded for $name {
            const CODES: &'static [&'static str] = &[$($code),+];

            fn at(place: usize) -> Option<Self> {
                Self::ALL.get(place).copied()
            }
        }
    };
}

pub(crate) use coded;
