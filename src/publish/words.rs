//! What pages say beside the words of charts, and the addresses of the two languages.

use crate::text::Lang;

/// The words of one language.
pub(super) struct Words {
    pub(super) skip: &'static str,
    pub(super) other: &'static str,
    pub(super) charts: &'static str,
    pub(super) all: &'static str,
    pub(super) files: &'static str,
    pub(super) table: &'static str,
    pub(super) drawing: &'static str,
    pub(super) statistics: &'static str,
    pub(super) alone: &'static str,
    pub(super) made: &'static str,
    pub(super) empty: &'static str,
    pub(super) builder: &'static str,
    pub(super) embed: &'static str,
    pub(super) no_script: &'static str,
}

const FA: Words = Words {
    skip: "رفتن به متن",
    other: "English",
    charts: "نمودارها",
    all: "همهٔ نمودارها",
    files: "این نمودار به شکل فایل",
    table: "جدول (CSV)",
    drawing: "نمودار (SVG)",
    statistics: "داده (JSON-stat)",
    alone: "همین نمودار، تعاملی، در یک فایل (HTML)",
    made: "ساخته با همیار. هر رقم با منبعش آمده است.",
    builder: "نمودار در صفحهٔ شما",
    embed: "این نمودار در صفحهٔ شما",
    no_script: "این صفحه پاره‌های آماده را با جاوااسکریپت می‌سازد. نشانی هر نمودار برای قاب در فهرست نمودارهاست: در نام صفحه‌اش پیش از \u{2066}.html\u{2069} بنویسید \u{2066}.frame\u{2069}.",
    empty: "این بسته هنوز رقمی ندارد که کشیده شود.",
};

const EN: Words = Words {
    skip: "Skip to the text",
    other: "فارسی",
    charts: "Charts",
    all: "All charts",
    files: "This chart as a file",
    table: "Table (CSV)",
    drawing: "Chart (SVG)",
    statistics: "Data (JSON-stat)",
    alone: "This chart, interactive, in one file (HTML)",
    made: "Made with Hamyar. Every figure comes with its source.",
    builder: "A chart on your page",
    embed: "This chart on your page",
    no_script: "This page makes its snippets with JavaScript. For a frame, take the address of a chart's page and write .frame before .html.",
    empty: "This package has no figures to draw yet.",
};

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fa => &FA,
        Lang::En => &EN,
    }
}

/// The other of the two languages.
pub(super) const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Fa => Lang::En,
        Lang::En => Lang::Fa,
    }
}

/// Where a page lies: Persian ones have the plain address.
pub(super) fn address(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => format!("{name}.html"),
        Lang::En => format!("{name}.en.html"),
    }
}
