//! Words of charts: labels as data, one file a language, and the sentences made of them.

mod en;
mod fa;
mod figure;
mod form;
mod name;
mod shown;
mod source;
mod working;

pub(super) use crate::text::pick;
pub(super) use figure::{derived, figure_text, number_text};
pub(super) use form::Forms;
pub(super) use name::{code_word, measure_name, place_name};
pub(super) use shown::Shown;
pub(super) use source::{published_text, source_text};
pub(super) use working::{comparison_text, decimals_of, share_text, working_text};

use super::view::HAS_ALL;
use crate::text::Lang;

/// Labels and sentence parts of one language. `{}` marks where a part goes.
pub(super) struct Words {
    pub(super) about: &'static str,
    pub(super) at_least: &'static str,
    pub(super) at_most: &'static str,
    pub(super) more_than: &'static str,
    pub(super) less_than: &'static str,
    pub(super) between: &'static str,
    pub(super) comma: &'static str,
    pub(super) colon: &'static str,
    pub(super) stop: &'static str,
    pub(super) inferred: &'static str,
    pub(super) no_date: &'static str,
    pub(super) undated: &'static str,
    pub(super) computed: &'static str,
    pub(super) sum_of: &'static str,
    pub(super) last_value: &'static str,
    pub(super) days: &'static str,
    pub(super) coverage: &'static str,
    pub(super) example: &'static str,
    pub(super) area: &'static str,
    pub(super) period: &'static str,
    pub(super) item: &'static str,
    pub(super) detail: &'static str,
    pub(super) province: &'static str,
    pub(super) country: &'static str,
    pub(super) stage: &'static str,
    pub(super) value: &'static str,
    pub(super) difference: &'static str,
    pub(super) difference_country: &'static str,
    pub(super) comparison: &'static str,
    pub(super) rank: &'static str,
    pub(super) document: &'static str,
    pub(super) status: &'static str,
    pub(super) nothing_to_check: &'static str,
    pub(super) unknown: &'static str,
    pub(super) more_rows: &'static str,
    pub(super) no_companion: &'static str,
    pub(super) unplaced: &'static str,
    pub(super) panel: &'static str,
    pub(super) more_panels: &'static str,
    pub(super) no_area: &'static str,
    pub(super) hidden: &'static str,
    pub(super) no_stack: &'static str,
    pub(super) between_slopes: &'static str,
    pub(super) several: &'static str,
    pub(super) kind_bar: &'static str,
    pub(super) kind_line: &'static str,
    pub(super) kind_area: &'static str,
    pub(super) kind_slope: &'static str,
    pub(super) kind_pair: &'static str,
    pub(super) kind_dot: &'static str,
    pub(super) kind_map: &'static str,
    pub(super) kind_county_map: &'static str,
    pub(super) kind_scatter: &'static str,
    pub(super) kind_heat: &'static str,
    pub(super) not_drawn: &'static str,
    pub(super) kind_stack: &'static str,
    pub(super) kind_waterfall: &'static str,
    pub(super) kind_funnel: &'static str,
    pub(super) kind_distribution: &'static str,
    pub(super) class_head: &'static str,
    pub(super) class_unknown: &'static str,
    pub(super) of_before: &'static str,
    pub(super) of_first: &'static str,
    pub(super) of_whole: &'static str,
    pub(super) and_more: &'static str,
    pub(super) rest_counties: &'static str,
    pub(super) rest_provinces: &'static str,
    pub(super) rest_rows: &'static str,
    pub(super) side_by_side: &'static str,
    pub(super) no_parts: &'static str,
    pub(super) negative_share: &'static str,
    pub(super) not_one: &'static str,
    pub(super) not_flow: &'static str,
    pub(super) flow_differs: &'static str,
    pub(super) flow_unsaid: &'static str,
    pub(super) kind_outlines: &'static str,
    pub(super) no_outlines: &'static str,
    pub(super) no_raw: &'static str,
    pub(super) outlines_of: &'static str,
    pub(super) no_outline: &'static str,
    pub(super) kind_timeline: &'static str,
    pub(super) due_head: &'static str,
    pub(super) came_head: &'static str,
    pub(super) due_on: &'static str,
    pub(super) came_on: &'static str,
    pub(super) no_due: &'static str,
    pub(super) last_day: &'static str,
    pub(super) early: &'static str,
    pub(super) late: &'static str,
    pub(super) not_in_over: &'static str,
    pub(super) not_in_today: &'static str,
    pub(super) not_in_yet: &'static str,
    pub(super) not_in_left: &'static str,
    pub(super) in_time: &'static str,
    pub(super) came_late: &'static str,
    pub(super) not_in: &'static str,
    pub(super) allowed: &'static str,
    pub(super) no_deadline: &'static str,
    pub(super) counted: &'static str,
    pub(super) highest: &'static str,
    pub(super) lowest: &'static str,
    pub(super) single: &'static str,
    pub(super) all_equal: &'static str,
    pub(super) trend: &'static str,
    /// The same of one line among several.
    pub(super) trend_of_line: &'static str,
    pub(super) base_changed: &'static str,
    pub(super) gaps: &'static str,
    pub(super) bounds: &'static str,
    pub(super) sources: &'static str,
    pub(super) inferred_note: &'static str,
    pub(super) publisher: &'static str,
    pub(super) title: &'static str,
    pub(super) date: &'static str,
    pub(super) locator: &'static str,
    pub(super) paragraph: &'static str,
    pub(super) headline: &'static str,
    pub(super) table_row: &'static str,
    pub(super) not_recorded: &'static str,
    pub(super) precision: &'static str,
    pub(super) processing: &'static str,
    pub(super) as_printed: &'static str,
    pub(super) as_entered: &'static str,
    pub(super) made_up: &'static str,
    pub(super) from_records: &'static str,
    pub(super) corrected: &'static str,
    pub(super) converted: &'static str,
    pub(super) author: &'static str,
    pub(super) licence: &'static str,
    pub(super) not_stated: &'static str,
    pub(super) mentions: &'static str,
    pub(super) mentioned: &'static str,
    pub(super) stage_not_told: &'static str,
    pub(super) as_known: &'static str,
    pub(super) note: &'static str,
    pub(super) accessed: &'static str,
}

/// A word of pictures that only a build with all of them draws: another build need not carry it.
const fn rare(word: &'static str) -> &'static str {
    if HAS_ALL { word } else { "" }
}

/// The words of a language.
pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fa => &fa::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Puts parts into the places of a sentence, in order.
pub(super) fn put(template: &str, parts: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut parts = parts.iter();
    for piece in template.split('{') {
        let Some(after) = piece.strip_prefix('}') else {
            out.push_str(piece);
            continue;
        };
        out.push_str(parts.next().copied().unwrap_or_default());
        out.push_str(after);
    }
    out
}
