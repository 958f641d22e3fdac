//! Interval arithmetic, against values drawn from inside.

use hamyar::number::{Bound, Decimal, Interval};
use wasm_bindgen_test::wasm_bindgen_test;

use super::text::random::Random;

fn whole(value: i64) -> Decimal {
    Decimal::from_int(value)
}

fn between(low: Bound, high: Bound) -> Interval {
    Interval { low, high }
}

/// An interval of small whole ends, each open, reached or not.
fn interval(random: &mut Random) -> Interval {
    let low = random.below(21) as i64 - 10;
    let width = random.below(8) as i64;
    let end = |random: &mut Random, value: i64| match random.below(4) {
        0 => Bound::Open,
        1 if width > 0 => Bound::NotReached(whole(value)),
        _ => Bound::Reached(whole(value)),
    };
    between(end(random, low), end(random, low + width))
}

/// Some values of an interval: its ends where they are reached, and what lies near and between them.
fn inside(interval: Interval) -> Vec<Decimal> {
    let candidates = (-400..=400).map(|eighth| Decimal::new(eighth * 125, 3).unwrap());
    candidates.filter(|value| interval.contains(*value)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_result_of_values_lies_in_the_result_of_intervals() {
    let mut random = Random(7);
    for _ in 0..120 {
        let (left, right) = (interval(&mut random), interval(&mut random));
        let sum = left.checked_add(right).unwrap();
        let difference = left.checked_sub(right).unwrap();
        let product = left.checked_mul(right).unwrap();
        let quotient = left.checked_div(right).unwrap();
        for one in inside(left).into_iter().step_by(13) {
            for other in inside(right).into_iter().step_by(11) {
                assert!(sum.contains(one.checked_add(other).unwrap()), "{left:?} + {right:?}");
                assert!(
                    difference.contains(one.checked_sub(other).unwrap()),
                    "{left:?} - {right:?}"
                );
                assert!(product.contains(one.checked_mul(other).unwrap()), "{left:?} × {right:?}");
                let Some(quotient) = quotient else { continue };
                let exact = hamyar::number::Ratio::new(one, other).unwrap().rounded(12).unwrap();
                assert!(quotient.contains(exact), "{one} ÷ {other} of {left:?} ÷ {right:?}");
            }
        }
        assert_eq!(quotient.is_none(), right.contains(Decimal::ZERO));
    }
}

/// The ends are not only far enough out but no further than they must be.
#[wasm_bindgen_test(unsupported = test)]
fn the_ends_of_a_product_are_products_of_ends() {
    use Bound::{NotReached, Open, Reached};
    let [minus_two, one, three] = [-2, 1, 3].map(whole);
    let mixed = between(Reached(minus_two), NotReached(three));
    let positive = between(Reached(one), Reached(three));
    assert_eq!(
        mixed.checked_mul(positive).unwrap(),
        between(Reached(whole(-6)), NotReached(whole(9)))
    );
    assert_eq!(
        positive.checked_mul(between(NotReached(Decimal::ZERO), Open)).unwrap(),
        between(NotReached(Decimal::ZERO), Open)
    );
    let nought = Interval::exact(Decimal::ZERO);
    assert_eq!(between(Open, Open).checked_mul(nought).unwrap(), nought);
    assert_eq!(
        positive.checked_div(between(NotReached(Decimal::ZERO), Reached(one))).unwrap(),
        Some(between(Reached(one), Open))
    );
    assert_eq!(
        positive.checked_div(between(Reached(minus_two), NotReached(Decimal::ZERO))).unwrap(),
        Some(between(Open, Reached(Decimal::new(-5, 1).unwrap())))
    );
}

/// A quotient is the same without common factors, at any scale of decimals.
#[cfg(feature = "complete")]
#[wasm_bindgen_test(unsupported = test)]
fn common_factors_leave_the_quotient_as_it_is() {
    let mut random = Random(23);
    for _ in 0..300 {
        let (left, right) = (interval(&mut random), interval(&mut random));
        let factor = Interval::exact(Decimal::new(600, random.below(4) as u8).unwrap());
        let [left, right] = [left, right].map(|one| one.checked_mul(factor).unwrap());
        let [top, bottom] = left.cancelled(right);
        for scale in [0, 6, 12] {
            let quotient = top.checked_div_to(bottom, scale).unwrap();
            assert_eq!(
                quotient,
                left.checked_div_to(right, scale).unwrap(),
                "{left:?} ÷ {right:?}"
            );
        }
    }
    let least = Interval::exact(Decimal::new(i128::MIN, 0).unwrap());
    let one = Interval::exact(whole(1));
    assert_eq!(least.cancelled(one), [least, one]);
    assert_eq!(least.cancelled(least), [least, least]);
    let nought = Interval::exact(Decimal::ZERO);
    assert_eq!(nought.cancelled(nought), [nought, nought]);
    assert_eq!(nought.cancelled(Interval::exact(whole(-6))), [nought, Interval::exact(whole(-1))]);
}

#[wasm_bindgen_test(unsupported = test)]
fn inside_and_apart_agree_with_the_values() {
    let mut random = Random(11);
    for _ in 0..400 {
        let (left, right) = (interval(&mut random), interval(&mut random));
        let values = inside(left);
        if left.is_inside(right) {
            assert!(values.iter().all(|value| right.contains(*value)), "{left:?} in {right:?}");
        }
        if left.is_apart_from(right) {
            assert!(values.iter().all(|value| !right.contains(*value)), "{left:?} off {right:?}");
        }
        assert!(left.is_inside(left) && !left.is_apart_from(left));
        assert_eq!(left.is_apart_from(right), right.is_apart_from(left));
    }
}

/// A million sums of random amounts in rials, against a model that adds digit by digit.
#[wasm_bindgen_test(unsupported = test)]
fn a_million_sums_of_rials_are_right() {
    const SUMS: usize = if cfg!(target_arch = "wasm32") { 20_000 } else { 1_000_000 };
    let mut random = Random(1401);
    let mut wrong = 0;
    for _ in 0..SUMS {
        let [left, right] = [amount(&mut random), amount(&mut random)];
        let (sum, negative) = long_addition(&left, &right);
        let number = |(digits, negative): &(Vec<u8>, bool)| {
            let text: String = digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect();
            Decimal::parse(&format!("{}{text}", if *negative { "-" } else { "" })).unwrap()
        };
        let added = number(&left).checked_add(number(&right)).unwrap();
        wrong += usize::from(added != number(&(sum, negative)));
    }
    assert_eq!(wrong, 0);
}

/// Up to 24 digits, lowest first, and a sign.
fn amount(random: &mut Random) -> (Vec<u8>, bool) {
    let length = 1 + random.below(24) as usize;
    ((0..length).map(|_| random.below(10) as u8).collect(), random.below(4) == 0)
}

fn long_addition(left: &(Vec<u8>, bool), right: &(Vec<u8>, bool)) -> (Vec<u8>, bool) {
    let length = left.0.len().max(right.0.len()) + 1;
    let at = |digits: &[u8], place: usize| i16::from(digits.get(place).copied().unwrap_or(0));
    if left.1 == right.1 {
        let mut carry = 0;
        let digits = (0..length).map(|place| {
            let total = at(&left.0, place) + at(&right.0, place) + carry;
            carry = total / 10;
            (total % 10) as u8
        });
        return (digits.collect(), left.1);
    }
    let is_less = (0..length)
        .rev()
        .map(|place| at(&left.0, place).cmp(&at(&right.0, place)))
        .find(|order| order.is_ne())
        .is_some_and(|order| order.is_lt());
    let (more, less) = if is_less { (right, left) } else { (left, right) };
    let mut borrow = 0;
    let digits = (0..length).map(|place| {
        let total = at(&more.0, place) - at(&less.0, place) - borrow;
        borrow = i16::from(total < 0);
        (total + 10 * borrow) as u8
    });
    (digits.collect(), more.1)
}
