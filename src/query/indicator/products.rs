//! A quotient of products.

use crate::model::Figure;
use crate::number::{Decimal, Interval};
use crate::query::quotient::{denominator, divided, is_about, numerator};
use crate::query::refuse::Reason;

/// `factor × above ÷ below`, each the product of its figures, with all values that the figures
/// allow; divided and rounded once.
pub(super) fn quotient_of_products(
    factor: Decimal,
    above: &[&Figure],
    below: &[&Figure],
) -> Result<Figure, Reason> {
    let mut tops = vec![Interval::exact(factor)];
    for figure in above {
        tops.push(numerator(figure)?);
    }
    let mut bottoms = Vec::new();
    for figure in below {
        bottoms.push(denominator(figure)?);
    }
    cancel(&mut tops, &mut bottoms);
    divided(product(&tops)?, product(&bottoms)?, is_about(above) || is_about(below))
}

/// Takes common factors out, so that products of sums of money in rial stay in range.
fn cancel(tops: &mut [Interval], bottoms: &mut [Interval]) {
    for top in tops {
        for bottom in bottoms.iter_mut() {
            [*top, *bottom] = top.cancelled(*bottom);
        }
    }
}

fn product(intervals: &[Interval]) -> Result<Interval, Reason> {
    let mut product = Interval::exact(Decimal::from_int(1));
    for interval in intervals {
        product = product.checked_mul(*interval).map_err(|_| Reason::Overflow)?;
    }
    Ok(product)
}
