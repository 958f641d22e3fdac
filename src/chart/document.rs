//! What stands around the plot when a chart leaves the page: title, key, sources.

use super::captions::captions;
use super::frame::Frame;
use super::pen::{Type, moved, px};
use super::scene::{Ink, Item, Label, Point, Scene};
use crate::list::{Gather, join};
use crate::text::metrics::wrap;

/// Lays out header and footer of a scene as a file.
pub(super) fn document(scene: &mut Scene, frame: Frame) {
    let mut top = 4.0;
    let mut header = Vec::new();
    if scene.example {
        let kind = Type::new(13.0, Ink::Category(4)).bold();
        lines(&mut header, frame, kind, captions(frame.lang).example, &mut top, 22.0);
    }
    lines(&mut header, frame, Type::new(18.0, Ink::Ink).bold(), &scene.title, &mut top, 30.0);
    lines(&mut header, frame, Type::new(14.0, Ink::Ink2), &scene.subtitle, &mut top, 24.0);
    top += 6.0;
    scene.header_items = legend(scene, frame, &mut header, &mut top);
    scene.header = header;
    scene.header_height = px(top + 6.0);

    let mut bottom = 10.0;
    let mut footer = Vec::new();
    let sources = scene.sources.iter().map(|line| line.text.as_str());
    let coverage = Some(scene.coverage.as_str()).filter(|text| !text.is_empty());
    let source_line: Vec<&str> = coverage.into_iter().chain(sources).gather();
    let kind = Type::new(13.0, Ink::Ink3);
    lines(&mut footer, frame, kind, &join(&source_line, " · "), &mut bottom, 23.0);
    for note in &scene.notes {
        lines(&mut footer, frame, kind, note, &mut bottom, 23.0);
    }
    scene.footer = footer;
    scene.footer_height = px(bottom + 6.0);
}

/// Wraps a text to the width and moves `top` below it.
fn lines(out: &mut Vec<Label>, frame: Frame, kind: Type, text: &str, top: &mut f64, height: f64) {
    if text.is_empty() {
        return;
    }
    for line in wrap(text, &kind.style(), frame.width, 6) {
        let item = frame.begin(kind, 0.0, *top + height * 0.72, &line);
        if let Item::Label(label) = item {
            out.push(label);
        }
        *top += height;
    }
}

/// The key in reading order, on as many lines as it needs.
fn legend(scene: &Scene, frame: Frame, header: &mut Vec<Label>, top: &mut f64) -> Vec<Item> {
    let kind = Type::new(13.0, Ink::Ink2);
    let mut items = Vec::new();
    let mut at = 0.0;
    for entry in &scene.legend {
        let width = 26.0 + kind.width(&entry.text) + 18.0;
        if at > 0.0 && at + width > frame.width {
            at = 0.0;
            *top += 24.0;
        }
        let left = if frame.is_rtl() { frame.width - at - 18.0 } else { at };
        let by = Point { x: px(left), y: px(*top + 5.0) };
        items.extend(entry.swatch.iter().map(|item| moved(item, by)));
        if let Item::Label(label) = frame.begin(kind, at + 26.0, *top + 16.0, &entry.text) {
            header.push(label);
        }
        at += width;
    }
    if !scene.legend.is_empty() {
        *top += 26.0;
    }
    items
}
