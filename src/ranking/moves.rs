//! What other weights did to a list.

use super::formula::number;
use super::{Outcome, Ranking, Row, Rules};
use crate::diag::Bilingual;
use crate::list::{Gather, in_order, join};
use crate::number::Decimal;
use crate::text::Lang;

/// How many candidates a sentence names; the others are counted.
const MOST: usize = 3;

/// Who has another rank or another band than before, in one or two sentences: those who moved
/// furthest are named.
pub fn moves(rules: &Rules, before: &Ranking, after: &Ranking) -> Bilingual {
    let stayed = Bilingual::new("ترتیب فهرست عوض نشد.", "The order of the list did not change.");
    let ranks = ranks(before, after);
    let ranks = if ranks.is_empty() {
        stayed
    } else {
        sentence(&Bilingual::new("رتبه‌ها عوض شد", "Ranks changed"), &ranks)
    };
    let bands = bands(rules, before, after);
    if bands.is_empty() {
        return ranks;
    }
    let bands = sentence(&Bilingual::new("رده عوض شد", "Bands changed"), &bands);
    Bilingual::new(format!("{} {}", ranks.fa, bands.fa), format!("{} {}", ranks.en, bands.en))
}

/// A candidate with what it had before and what it has now.
struct Move<'a> {
    name: &'a Bilingual,
    from: Bilingual,
    to: Bilingual,
    /// How far it is.
    far: u32,
}

/// Rows of one candidate in both lists, in the order of the second.
fn pairs<'a>(before: &'a Ranking, after: &'a Ranking) -> Vec<(&'a Row, &'a Row)> {
    let earlier = |row: &Row| before.rows.iter().find(|one| one.id == row.id);
    after.rows.iter().filter_map(|row| Some((earlier(row)?, row))).gather()
}

fn ranks<'a>(before: &'a Ranking, after: &'a Ranking) -> Vec<Move<'a>> {
    let mut moves = Vec::new();
    for (from, to) in pairs(before, after) {
        if let (Outcome::Ranked { rank: left, .. }, Outcome::Ranked { rank: right, .. }) =
            (&from.outcome, &to.outcome)
            && left != right
        {
            let Bilingual { fa, en } = told(*left);
            let from = Bilingual::new(format!("رتبهٔ {fa}"), format!("rank {en}"));
            let (name, far) = (&to.name, left.abs_diff(*right));
            moves.push(Move { name, from, to: told(*right), far });
        }
    }
    in_order(moves, |left, right| right.far.cmp(&left.far))
}

fn told(rank: u32) -> Bilingual {
    let rank = Decimal::from_int(rank.into());
    Bilingual::new(number(rank, Lang::Fa), number(rank, Lang::En))
}

fn bands<'a>(rules: &Rules, before: &'a Ranking, after: &'a Ranking) -> Vec<Move<'a>> {
    let mut moves = Vec::new();
    for (from, to) in pairs(before, after) {
        if let (Outcome::Ranked { band: left, .. }, Outcome::Ranked { band: right, .. }) =
            (&from.outcome, &to.outcome)
            && left != right
        {
            let band = |band: &Option<String>| band_name(rules, band.as_deref());
            moves.push(Move { name: &to.name, from: band(left), to: band(right), far: 0 });
        }
    }
    moves
}

/// What a band is called, by its id; `None` where no cut-off is reached.
pub fn band_name(rules: &Rules, band: Option<&str>) -> Bilingual {
    let found = rules.cut_offs.iter().find(|cut_off| Some(cut_off.id.as_str()) == band);
    found.map_or_else(|| Bilingual::new("بی‌رده", "no band"), |cut_off| cut_off.name.clone())
}

fn sentence(what: &Bilingual, moves: &[Move<'_>]) -> Bilingual {
    let rest = Decimal::from_int(moves.len().saturating_sub(MOST) as i64);
    let named = moves.iter().take(MOST);
    let mut fa = named.clone().map(|one| line(one, Lang::Fa)).gather();
    let mut en = named.map(|one| line(one, Lang::En)).gather();
    if !rest.is_zero() {
        fa.push(format!("و {} نامزد دیگر", number(rest, Lang::Fa)));
        en.push(format!("and {} more", number(rest, Lang::En)));
    }
    Bilingual::new(
        format!("{}: {}.", what.fa, join(&fa, "؛ ")),
        format!("{}: {}.", what.en, join(&en, "; ")),
    )
}

fn line(one: &Move<'_>, lang: Lang) -> String {
    let Move { name, from, to, .. } = one;
    match lang {
        Lang::Fa => format!("{} از {} به {}", name.fa, from.fa, to.fa),
        Lang::En => format!("{} from {} to {}", name.en, from.en, to.en),
    }
}
