//! A view in one language as what a page shows and as the files beside it.

use super::assets::Package;
use super::{Chart, File};
use crate::chart::{Options, Scene, layout};
use crate::export::{json_stat, table_csv};
use crate::query::{Answer, run};
use crate::render::{Theme, figure, svg};
use crate::text::Lang;

/// Widths that a figure is laid out for, in CSS px: what the column of a page leaves it, and a phone of 360 px. There nothing
/// moves when the chart comes alive.
pub(super) const WIDTHS: [f64; 2] = [640.0, 326.0];
/// Width of the drawing that leaves the page.
const FILE_WIDTH: f64 = 720.0;

/// A view laid out in one language.
pub(super) struct Drawn<'a> {
    chart: &'a Chart<'a>,
    package: &'a Package,
    lang: Lang,
    answer: Answer,
    wide: Scene,
    narrow: Scene,
}

impl<'a> Drawn<'a> {
    pub(super) fn new(chart: &'a Chart<'a>, package: &'a Package, lang: Lang) -> Self {
        let answer = run(chart.dataset, &chart.view.query);
        let [wide, narrow] = WIDTHS.map(|width| scene(chart, &answer, lang, width));
        Self { chart, package, lang, answer, wide, narrow }
    }

    pub(super) const fn chart(&self) -> &Chart<'a> {
        self.chart
    }

    /// What it comes alive with.
    pub(super) const fn package(&self) -> &Package {
        self.package
    }

    pub(super) const fn scene(&self) -> &Scene {
        &self.wide
    }

    /// The figure of the page.
    pub(super) fn figure(&self) -> String {
        figure(&self.wide, Some(&self.narrow), self.chart.name)
    }

    /// Whether it draws nothing.
    pub(super) const fn is_empty(&self) -> bool {
        self.wide.marks.is_empty()
    }

    /// The figure alone, for pages of somebody else that hold it as it is.
    pub(super) fn figure_file(&self) -> File {
        (self.figure_address(), self.figure().into_bytes())
    }

    pub(super) fn figure_address(&self) -> String {
        self.address("figure.html")
    }

    /// Where one of its files lies.
    pub(super) fn address(&self, ending: &str) -> String {
        format!("{}.{}.{ending}", self.chart.name, self.lang.code())
    }

    /// Drawing, table, the answer for programs, and the figure.
    pub(super) fn files(&self) -> [File; 4] {
        let Self { chart, lang, answer, .. } = self;
        let drawing = svg(&scene(chart, answer, *lang, FILE_WIDTH), Theme::Auto);
        let contents = [
            ("svg", drawing),
            ("csv", table_csv(&self.wide)),
            ("json", json_stat(chart.dataset, answer, *lang)),
        ];
        let [drawing, table, statistics] =
            contents.map(|(ending, text)| (self.address(ending), text.into_bytes()));
        [drawing, table, statistics, self.figure_file()]
    }
}

/// A view in both languages, Persian first.
pub(super) fn both<'a>(chart: &'a Chart<'a>, package: &'a Package) -> [Drawn<'a>; 2] {
    [Lang::Fa, Lang::En].map(|lang| Drawn::new(chart, package, lang))
}

fn scene(chart: &Chart<'_>, answer: &Answer, lang: Lang, width: f64) -> Scene {
    layout(chart.dataset, answer, chart.view, &Options { width, lang, direction: None })
}
