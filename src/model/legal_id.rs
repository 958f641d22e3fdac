//! The national id of a legal entity, «شناسهٔ ملی».

/// Weights of the first ten digits.
const WEIGHTS: [u32; 10] = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

/// Whether a text is the national id of a legal entity of Iran: eleven digits of ASCII, of which the
/// last is the check digit.
///
/// The check digit is the rest modulo 11 of the weighted sum of the first ten digits, to each of which
/// the tenth digit and 2 are added; a rest of ten is written as nought. The six digits after the third
/// are never all nought. The register publishes no text of this; it is what public validators agree on
/// (persian-tools, `legalId`), and known ids keep it.
///
/// ```
/// use hamyar::model::is_legal_id;
/// assert!(is_legal_id("10380284790"));
/// assert!(!is_legal_id("10380284792"));
/// assert!(!is_legal_id("1038028479"));
/// ```
pub fn is_legal_id(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|letter| letter.to_digit(10)).collect();
    let Some((check, first)) = digits.split_last() else { return false };
    let Some(tenth) = first.last().filter(|_| text.len() == 11 && first.len() == 10) else {
        return false;
    };
    let sum: u32 =
        first.iter().zip(WEIGHTS).map(|(digit, weight)| (digit + tenth + 2) * weight).sum();
    let serial = first.iter().skip(3).take(6);
    sum % 11 % 10 == *check && serial.into_iter().any(|digit| *digit > 0)
}
