//! Values as classes of colour: what a tile, a cell of a grid and an area of a map look like, and their key.

use crate::chart::captions::captions;
use crate::chart::classes::Classes;
use crate::chart::frame::{Drawing, Frame, within};
use crate::chart::pen::{Type, block, line, point, rect, stroke};
use crate::chart::prepared::{Datum, Form, Prepared, country};
use crate::chart::scene::{Dash, Fill, Ink, LegendEntry, Stroke};
use crate::chart::view::View;
use crate::list::{Gather, join};
use crate::model::Missing;

/// Height of the strip of classes with its words.
const FOOT: f64 = 74.0;
/// Where the strip begins and ends beside the chart.
const INSET: f64 = 8.0;

/// The classes of a chart.
pub(super) struct Classed<'a> {
    frame: Frame,
    pub(super) classes: Classes,
    prepared: &'a Prepared<'a>,
}

impl<'a> Classed<'a> {
    pub(super) fn new(prepared: &'a Prepared<'a>, view: &View, frame: Frame) -> Self {
        let classes = Classes::new(&view.encoding.classes, &prepared.data);
        Self { frame, classes, prepared }
    }

    /// Fill, edge and text colour of a figure.
    pub(super) fn look(&self, datum: &Datum<'_>) -> (Fill, Option<Stroke>, Ink) {
        let edge = |ink, width, dash| Some(stroke(ink, width, dash));
        let class = datum.span.as_ref().map(|span| self.classes.of_span(span));
        match (class, datum.missing) {
            (Some(None), _) => {
                (Fill::Solid(Ink::Paper), edge(Ink::Ink2, 1.5, Dash::Reference), Ink::Ink)
            }
            (Some(Some(class)), _) => {
                let edge = if datum.form == Form::Actual {
                    edge(Ink::Axis, 0.875, Dash::Solid)
                } else {
                    edge(Ink::Ink, 2.0, Dash::Reference)
                };
                let (ink, text) = self.classes.inks(class);
                (Fill::Solid(ink), edge, text)
            }
            (None, Some(Missing::Withheld)) => {
                (Fill::CrossHatch(Ink::Axis), edge(Ink::Axis, 1.0, Dash::Solid), Ink::Ink)
            }
            _ => (Fill::None, edge(Ink::Axis, 1.8, Dash::Slot), Ink::Ink3),
        }
    }

    /// The strip of the classes below the chart, and as a key what it does not tell: kinds of absence, what is
    /// not settled, bounds beyond one class. Classes whose words have no room there stand in the key too.
    pub(super) fn explain(&self, drawing: &mut Drawing) {
        let classes: Vec<String> = (1..=self.classes.count())
            .map(|class| self.classes.words(class, self.frame.lang))
            .gather();
        let step = self.step();
        let widest = classes.iter().map(|text| strip_type(step).width(text)).fold(0.0, f64::max);
        if widest > step - 4.0 {
            for (class, text) in (1..).zip(&classes) {
                let edge = Some(stroke(Ink::Axis, 0.875, Dash::Solid));
                let (ink, _) = self.classes.inks(class);
                drawing.legend.push(entry(Fill::Solid(ink), edge, text));
            }
        } else if classes.len() > 1 {
            self.strip(drawing, &classes);
        }
        drawing.legend.extend(self.keys());
        drawing.legend.extend(self.unclassed());
    }

    /// Width of a class on the strip.
    fn step(&self) -> f64 {
        (self.frame.width - 2.0 * INSET) / f64::from(self.classes.count())
    }

    /// Each kind of absence once, as it looks, and what is planned or not settled by its edge.
    fn keys(&self) -> Vec<LegendEntry> {
        let mut entries: Vec<LegendEntry> = Vec::new();
        for datum in &self.prepared.data {
            let (fill, edge, _) = self.look(datum);
            let (fill, word) = match datum.missing {
                Some(_) => (fill, datum.text()),
                None if datum.value.is_none() || datum.form == Form::Actual => continue,
                None if datum.form_word.is_empty() => (Fill::None, datum.note.as_str()),
                None => (Fill::None, datum.form_word.as_str()),
            };
            if entries.iter().all(|entry| entry.text != word) {
                entries.push(entry(fill, edge, word));
            }
        }
        entries
    }

    /// What a bound looks like that goes beyond one class.
    fn unclassed(&self) -> Option<LegendEntry> {
        let is_unclassed = |datum: &&Datum<'_>| {
            datum.span.as_ref().is_some_and(|span| self.classes.of_span(span).is_none())
        };
        let (fill, edge, _) = self.look(self.prepared.data.iter().find(is_unclassed)?);
        Some(entry(fill, edge, captions(self.frame.lang).unclassed))
    }

    /// A strip of the classes, low at the side where reading starts, with the country marked.
    fn strip(&self, drawing: &mut Drawing, classes: &[String]) {
        let top = drawing.height + 30.0;
        drawing.height += FOOT;
        let step = self.step();
        for (class, text) in (1..).zip(classes) {
            let from = INSET + step * f64::from(class - 1);
            let area = self.frame.span(from, from + step - 2.0, top, top + 12.0);
            let edge = Some(stroke(Ink::Axis, 0.875, Dash::Solid));
            let (ink, _) = self.classes.inks(class);
            drawing.ground.push(block(area, Fill::Solid(ink), edge));
            let middle = from + step / 2.0;
            drawing.ground.push(self.frame.middle(strip_type(step), middle, top + 30.0, text));
        }
        self.country_marker(drawing, step, top);
    }

    fn country_marker(&self, drawing: &mut Drawing, step: f64, top: f64) {
        let Some(country) = country(self.prepared.data.iter()) else { return };
        let at = INSET + step * self.classes.position(country.exact);
        let x = self.frame.across(at);
        let ink = stroke(Ink::Ink, 2.0, Dash::Solid);
        drawing.overlay.push(line(point(x, top - 4.0), point(x, top + 16.0), ink));
        let words = join(&[captions(self.frame.lang).country, &country.text], " ");
        let kind = Type::new(13.0, Ink::Ink).bold();
        let half = kind.width(&words) / 2.0;
        let at = within(at, half, self.frame.width - half);
        drawing.overlay.push(self.frame.middle(kind, at, top - 9.0, &words));
    }
}

fn strip_type(step: f64) -> Type {
    Type::new(if step < 66.0 { 12.0 } else { 13.0 }, Ink::Ink3)
}

/// An entry of a key with a filled swatch.
pub(super) fn entry(fill: Fill, edge: Option<Stroke>, text: &str) -> LegendEntry {
    let swatch = vec![block(rect(1.0, 1.0, 17.0, 11.0), fill, edge)];
    LegendEntry { swatch, text: text.to_owned() }
}
