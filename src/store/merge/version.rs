//! Versions of packages, compared as people read them.

/// The later of two versions: 10 is later than 9, 1.0.1 than 1.0, and 1.0 than 1.0-draft.
pub(super) fn later(one: &str, other: &str) -> String {
    let is_one = (pieces(one), one) >= (pieces(other), other);
    if is_one { one } else { other }.to_owned()
}

/// Words come before the end of a version, numbers after it; longer numbers are greater.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    Word(&'a str),
    End,
    Number(usize, &'a str),
}

fn pieces(version: &str) -> Vec<Piece<'_>> {
    let piece = |text| {
        let digits = str::trim_start_matches(text, '0');
        let is_number = !str::is_empty(text) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Piece::Number(digits.len(), digits) } else { Piece::Word(text) }
    };
    version.split(['.', '-', '+']).map(piece).chain([Piece::End]).collect()
}
