//! How a criterion turns values into points, in words.

use super::formula::number;
use super::{Criterion, Direction, Normaliser};
use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::text::Lang;

/// What a value of a criterion is held against, and which way is better where less is.
pub fn method(criterion: &Criterion) -> Bilingual {
    let (fa, en) = held_against(criterion);
    match criterion.direction {
        Direction::Up => Bilingual::new(fa, en),
        Direction::Down => {
            Bilingual::new(format!("{fa}؛ کمتر بهتر است"), format!("{en}; less is better"))
        }
    }
}

fn held_against(criterion: &Criterion) -> (String, String) {
    let most = |lang| number(criterion.most.unwrap_or(Decimal::ZERO), lang);
    let (fa, en) = match criterion.normaliser {
        Normaliser::Stated => {
            let (fa, en) = (most(Lang::Fa), most(Lang::En));
            return (format!("نمرهٔ داده‌شده از {fa}"), format!("points given, out of {en}"));
        }
        Normaliser::MinMax => (
            "جای مقدار میان کمترین و بیشترین",
            "where the value lies between the lowest and the highest",
        ),
        Normaliser::ShareOfMax => ("سهم از بیشترین مقدار", "as a share of the highest value"),
        Normaliser::Percentile => {
            ("سهم نامزدهایی که بهتر نیستند", "the share of candidates who are no better")
        }
    };
    (fa.to_owned(), en.to_owned())
}
