//! Division of 128 bits in a hundred bytes of wasm; the compiler's own takes a thousand.

/// Quotient and rest. Of a division by zero nothing comes but the rest.
#[inline(never)]
pub(super) fn divide(top: u128, bottom: u128) -> (u128, u128) {
    if let (Ok(top), Ok(bottom)) = (u64::try_from(top), u64::try_from(bottom))
        && let (Some(quotient), Some(rest)) = (top.checked_div(bottom), top.checked_rem(bottom))
    {
        return (quotient.into(), rest.into());
    }
    if bottom == 0 {
        return (0, top);
    }
    let (mut left, mut quotient, mut rest) = (top, 0, 0);
    for _ in 0..u128::BITS {
        // Magnitudes of `i128` end at 2^127, so the bit that leaves here is never a one.
        rest = rest << 1 | left >> (u128::BITS - 1);
        left <<= 1;
        quotient <<= 1;
        if rest >= bottom {
            rest -= bottom;
            quotient |= 1;
        }
    }
    (quotient, rest)
}

/// The whole part of a quotient, towards zero.
pub(super) fn quotient(top: i128, bottom: i128) -> i128 {
    let (whole, _) = divide(top.unsigned_abs(), bottom.unsigned_abs());
    let whole = i128::try_from(whole).unwrap_or(i128::MAX);
    if (top < 0) == (bottom < 0) { whole } else { -whole }
}

#[cfg(test)]
mod tests {
    use super::{divide, quotient};

    #[test]
    fn divides_as_the_compiler_does() {
        let most = i128::MAX.unsigned_abs() + 1;
        let some = [
            0,
            1,
            2,
            3,
            7,
            10,
            99,
            1000,
            10_u128.pow(19),
            10_u128.pow(38),
            u128::from(u64::MAX),
            most,
        ];
        for top in some {
            for bottom in some.into_iter().filter(|bottom| *bottom > 0) {
                for (top, bottom) in
                    [(top, bottom), (top.saturating_sub(1), bottom), (top, bottom / 3 + 1)]
                {
                    assert_eq!(
                        divide(top, bottom),
                        (top / bottom, top % bottom),
                        "{top} / {bottom}"
                    );
                }
            }
        }
        assert_eq!(divide(5, 0), (0, 5));
        let signed = [-10_i128.pow(30), -7, 7, 10_i128.pow(30)];
        for (top, bottom) in signed.iter().flat_map(|top| signed.map(|bottom| (*top, bottom))) {
            assert_eq!(quotient(top, bottom), top / bottom);
        }
    }
}
