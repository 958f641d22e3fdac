//! The two languages of the product and their directions.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Persian, the default.
    #[default]
    Fa,
    /// English.
    En,
}

/// The base direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Right to left.
    Rtl,
    /// Left to right.
    Ltr,
}

impl Lang {
    /// The base direction of texts in this language.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Fa => Direction::Rtl,
            Self::En => Direction::Ltr,
        }
    }

    /// The code of the language, as in the `lang` attribute: `fa` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fa => "fa",
            Self::En => "en",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "fa" => Some(Self::Fa),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}
