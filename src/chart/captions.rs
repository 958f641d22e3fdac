//! The few words that belong to geometry: names of reference lines and of groups of rows.

use crate::text::Lang;

/// Words of one language.
pub(super) struct Captions {
    pub(super) country: &'static str,
    pub(super) above: &'static str,
    pub(super) equal: &'static str,
    pub(super) below: &'static str,
    pub(super) open: &'static str,
    pub(super) their_province: &'static str,
    pub(super) the_country: &'static str,
    pub(super) unknown: &'static str,
    pub(super) difference: &'static str,
    pub(super) under: &'static str,
    pub(super) to: &'static str,
    pub(super) and_over: &'static str,
    pub(super) unclassed: &'static str,
    pub(super) area_is: &'static str,
    pub(super) area_above: &'static str,
    pub(super) nothing: &'static str,
    pub(super) listed: &'static str,
    pub(super) probable: &'static str,
    pub(super) list_comma: &'static str,
    pub(super) example: &'static str,
    pub(super) decade: &'static str,
    pub(super) jalali: &'static str,
    pub(super) gregorian: &'static str,
}

const FA: Captions = Captions {
    country: "کشور",
    above: "بالاتر از {}",
    equal: "برابر با {}",
    below: "پایین‌تر از {}",
    open: "نامعلوم نسبت به {}",
    their_province: "استان خود",
    the_country: "کشور",
    unknown: "نامعلوم",
    difference: "اختلاف",
    under: "زیر",
    to: "تا",
    and_over: "و بالاتر",
    unclassed: "کران یا بازه؛ رده نامعلوم",
    area_is: "مساحت دایره:",
    area_above: "استان",
    nothing: "رقمی برای کشیدن نیست.",
    listed: "شناخته‌شده",
    probable: "محتمل",
    list_comma: "، ",
    example: "نمونه، نه دادهٔ واقعی",
    decade: "دههٔ {}",
    jalali: "خورشیدی",
    gregorian: "میلادی",
};

const EN: Captions = Captions {
    country: "Country",
    above: "Above {}",
    equal: "Equal to {}",
    below: "Below {}",
    open: "Not known against {}",
    their_province: "their province",
    the_country: "the country",
    unknown: "Unknown",
    difference: "Difference",
    under: "under",
    to: "to",
    and_over: "and up",
    unclassed: "A bound or range: class not known",
    area_is: "Area of a circle:",
    area_above: "Province",
    nothing: "There is no figure to draw.",
    listed: "Known",
    probable: "Probable",
    list_comma: ", ",
    example: "Example, not real data",
    decade: "{}s",
    jalali: "Jalali",
    gregorian: "Gregorian",
};

/// The words of a language.
pub(super) const fn captions(lang: Lang) -> &'static Captions {
    match lang {
        Lang::Fa => &FA,
        Lang::En => &EN,
    }
}

/// What made-up data are called wherever they leave the page.
pub const fn example_mark(lang: Lang) -> &'static str {
    captions(lang).example
}

/// The words for the table and for the chart in words, which a figure without scripts folds away.
pub const fn figure_words(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Fa => ["جدول", "شرح نمودار"],
        Lang::En => ["Table", "Chart in words"],
    }
}
