//! The two languages of the product and their directions.

use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// A language of the product.
    #[derive(Default)]
    Lang {
        /// Persian, the default.
        #[default]
        Fa = "fa",
        /// English.
        En = "en",
    }
}

coded! {
    /// The base direction of a text.
    Direction {
        /// Right to left.
        Rtl = "rtl",
        /// Left to right.
        Ltr = "ltr",
    }
}

/// One language of a text.
///
/// ```
/// use hamyar::{diag::Bilingual, text::{Lang, pick}};
/// assert_eq!(pick(&Bilingual::new("استان", "Province"), Lang::En), "Province");
/// ```
pub fn pick(text: &Bilingual, lang: Lang) -> &str {
    match lang {
        Lang::Fa => &text.fa,
        Lang::En => &text.en,
    }
}

impl Lang {
    /// The base direction of texts in this language.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Fa => Direction::Rtl,
            Self::En => Direction::Ltr,
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        crate::spec::from_code(code)
    }
}

/// The English word for so many; Persian has one form after a number.
///
/// ```
/// use hamyar::text::english_noun;
/// assert_eq!([0, 1, 2].map(|many| english_noun(many, ["area", "areas"])), ["areas", "area", "areas"]);
/// ```
pub const fn english_noun(many: usize, [one, more]: [&'static str; 2]) -> &'static str {
    if many == 1 { one } else { more }
}
