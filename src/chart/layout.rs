//! The way from an answer to a scene.

use super::document::document;
use super::facets::facets;
use super::frame::{Drawing, Frame};
use super::mark::{
    distribution, dot, funnel, heat, map, pair, scatter, slope, stack, tile_map, timeline,
    waterfall,
};
use super::options::Options;
use super::pen::{Type, block, px, stroke};
use super::prepare::prepare;
use super::prepared::{Datum, Prepared};
use super::scene::{Dash, Fill, Ink, Scene, Table};
use super::shape::shape;
use super::teller::Teller;
use super::view::{HAS_ALL, MarkKind, View};
use super::words::words;
use super::writer::Writer;
use crate::chart::captions::captions;
use crate::list::Gather;
use crate::model::Dataset;
use crate::query::Answer;
use crate::text::Lang;
use crate::text::metrics::wrap;

/// Resolves a chart: every position and every string that will be seen.
///
/// `options.width` is the width of the plot in CSS px; the height follows from the data. Without
/// a row that can be drawn the scene holds no mark and says so in full size.
///
/// ```
/// # use hamyar::ingest::{Descriptor, Files, Resource, read_package};
/// #
/// # let tables = [
/// #     ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
/// #     ("measures", "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"),
/// #     ("areas", "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n"),
/// #     ("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n"),
/// #     ("observations", "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\n"),
/// # ];
/// # let path = |name: &str| format!("{name}.csv");
/// # let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// # let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// # let files: Files =
/// #     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// # let package = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// # let dataset = package.value.dataset;
/// use hamyar::chart::{Options, View, layout};
/// use hamyar::query::run;
/// use hamyar::text::Lang;
///
/// let view: View = serde_json::from_str(r#"{"query": {"measure": "jobs", "by": ["area"]}}"#).unwrap();
/// let options = Options { width: 720.0, lang: Lang::En, direction: None };
/// let scene = layout(&dataset, &run(&dataset, &view.query), &view, &options);
/// assert_eq!(scene.table.heads[0], "Area");
/// assert_eq!(scene.table.rows[0][0].text, "Ardabil");
/// assert_eq!(scene.said[0].tip.value, "900\u{A0}people");
/// ```
pub fn layout(dataset: &Dataset, answer: &Answer, view: &View, options: &Options) -> Scene {
    let shaped = shape(dataset, answer, view, options.lang);
    let writer = Writer::new(dataset, &shaped, view, options.lang);
    let prepared = prepared(&writer);
    let frame = Frame::new(options);
    let mut scene = placed(&prepared, dataset, view, frame);
    scene.said = prepared.rows().map(Datum::said).gather();
    scene.table = table(&prepared, options.lang);
    document(&mut scene, frame);
    scene
}

/// The same without what is said of each row, the table and what stands around the plot when the chart leaves
/// its page: for the eye, before anybody asks. A [`Teller`] says the rest.
pub fn place(
    dataset: &Dataset,
    answer: &Answer,
    view: &View,
    options: &Options,
) -> (Scene, Teller) {
    let shaped = shape(dataset, answer, view, options.lang);
    let writer = Writer::new(dataset, &shaped, view, options.lang);
    let prepared = prepared(&writer);
    let scene = placed(&prepared, dataset, view, Frame::new(options));
    let teller = Teller::new(&prepared, &writer);
    (scene, teller)
}

/// What is ready to be placed; made-up data say so in the description, which stands by itself.
fn prepared<'a>(writer: &'a Writer<'a>) -> Prepared<'a> {
    let mut prepared = prepare(writer);
    if prepared.example {
        let description = &mut prepared.description;
        for text in [&mut description.brief, &mut description.short, &mut description.long] {
            mark_as_example(text, writer.lang);
        }
    }
    prepared
}

/// The table; made-up data say so in its caption.
pub(super) fn table(prepared: &Prepared<'_>, lang: Lang) -> Table {
    let mut table = prepared.table(lang);
    if prepared.example {
        mark_as_example(&mut table.caption, lang);
    }
    table
}

fn placed<'a>(prepared: &'a Prepared<'a>, dataset: &Dataset, view: &View, frame: Frame) -> Scene {
    let mut drawing = match prepared.mark {
        _ if prepared.data.is_empty() => Drawing::default(),
        MarkKind::Bar if HAS_ALL && !prepared.piles.is_empty() => stack(prepared, view, frame),
        MarkKind::Slope if HAS_ALL => slope(prepared, frame),
        MarkKind::PlannedActual => pair(prepared, frame),
        MarkKind::Dot => dot(dataset, prepared, view, frame),
        MarkKind::Scatter if HAS_ALL => scatter(prepared, frame),
        MarkKind::Map if HAS_ALL => map(dataset, prepared, view, frame),
        MarkKind::Timeline if HAS_ALL => timeline(prepared, view, frame),
        MarkKind::HeatMap if HAS_ALL => heat(prepared, view, frame),
        MarkKind::TileMap => tile_map(dataset, prepared, view, frame),
        MarkKind::Waterfall if HAS_ALL => waterfall(prepared, frame),
        MarkKind::Funnel if HAS_ALL => funnel(prepared, frame),
        MarkKind::Distribution if HAS_ALL => distribution(prepared, frame),
        _ => facets(prepared, view, frame),
    };
    if let (Some(row), Some(mark)) = (prepared.row_of_others(), drawing.marks.last_mut()) {
        mark.row = row;
    }
    if drawing.marks.is_empty() {
        drawing = nothing(prepared, frame);
    }
    scene(prepared, frame, drawing)
}

/// Made-up data say so wherever a text may stand by itself, whatever a view calls them.
fn mark_as_example(text: &mut String, lang: Lang) {
    text.insert_str(0, words(lang).colon);
    text.insert_str(0, words(lang).example);
}

/// Nothing to draw: a dashed box in full size with the reason, no zero and no apology.
fn nothing(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let mut drawing = Drawing { height: 160.0, ..Drawing::default() };
    let area = frame.span(1.0, frame.width - 1.0, 1.0, 159.0);
    drawing.ground.push(block(area, Fill::None, Some(stroke(Ink::Axis, 1.8, Dash::Slot))));
    let reason = prepared.notes.first().map_or(captions(frame.lang).nothing, String::as_str);
    let kind = Type::new(14.0, Ink::Ink2);
    let lines = wrap(reason, &kind.style(), frame.width - 48.0, 4);
    for (index, text) in lines.iter().enumerate() {
        let baseline = 84.0 - 11.0 * (lines.len() as f64 - 1.0) + 22.0 * index as f64;
        drawing.ground.push(frame.middle(kind, frame.width / 2.0, baseline, text));
    }
    drawing
}

fn scene(prepared: &Prepared<'_>, frame: Frame, drawing: Drawing) -> Scene {
    Scene {
        lang: frame.lang,
        direction: frame.direction,
        mark: prepared.mark,
        width: px(frame.width),
        height: px(drawing.height.ceil()),
        title: prepared.title.clone(),
        subtitle: prepared.subtitle.clone(),
        legend: drawing.legend,
        ground: drawing.ground,
        marks: drawing.marks,
        overlay: drawing.overlay,
        said: Vec::new(),
        table: Table::default(),
        description: prepared.description.clone(),
        coverage: prepared.coverage.clone(),
        sources: prepared.sources.clone(),
        notes: prepared.notes.clone(),
        example: prepared.example,
        header: Vec::new(),
        header_items: Vec::new(),
        header_height: px(0.0),
        footer: Vec::new(),
        footer_height: px(0.0),
    }
}
