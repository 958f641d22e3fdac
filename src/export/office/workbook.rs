//! The parts of a workbook.

use super::page::Page;
use super::sheet::{DAY, HEAD, NUMBER, STYLES, escaped, sheet};
use crate::number::MAX_SCALE;
use crate::text::Direction;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// First id of number formats that are not built in.
const FORMATS: usize = 164;

/// Every part with its path.
pub(super) fn parts(pages: &[Page], direction: Direction) -> Vec<(String, String)> {
    let part = |path: &str, text: String| (path.to_owned(), format!("{DECLARATION}{text}"));
    let mut parts = vec![
        part("[Content_Types].xml", content_types(pages.len())),
        part(
            "_rels/.rels",
            relationships(&[("rId1".to_owned(), "officeDocument", "xl/workbook.xml".to_owned())]),
        ),
        part("xl/workbook.xml", workbook(pages)),
        part("xl/_rels/workbook.xml.rels", relationships(&of_workbook(pages.len()))),
        part("xl/styles.xml", styles()),
    ];
    for (number, page) in (1..).zip(pages) {
        let text = sheet(page, direction, number == 1);
        parts.push(part(&format!("xl/worksheets/sheet{number}.xml"), text));
    }
    parts
}

fn content_types(pages: usize) -> String {
    let mut text = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut kind = |path: &str, kind: &str| {
        text.push_str(&format!(
            "<Override PartName=\"/xl/{path}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>"
        ));
    };
    kind("workbook", "sheet.main");
    kind("styles", "styles");
    (1..=pages).for_each(|number| kind(&format!("worksheets/sheet{number}"), "worksheet"));
    text.push_str("</Types>");
    text
}

/// Id, kind and target of each.
fn relationships(list: &[(String, &str, String)]) -> String {
    let mut text = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, kind, target) in list {
        text.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{DOCUMENT}/{kind}\" Target=\"{target}\"/>"
        ));
    }
    text.push_str("</Relationships>");
    text
}

fn of_workbook(pages: usize) -> Vec<(String, &'static str, String)> {
    let mut list = vec![("rId0".to_owned(), "styles", "styles.xml".to_owned())];
    list.extend((1..=pages).map(|number| {
        (format!("rId{number}"), "worksheet", format!("worksheets/sheet{number}.xml"))
    }));
    list
}

fn workbook(pages: &[Page]) -> String {
    let mut text = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>");
    for (number, page) in (1..).zip(pages) {
        let name = escaped(page.name);
        text.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"
        ));
    }
    text.push_str("</sheets></workbook>");
    text
}

/// Text, head, day, and a number with as many decimals as it was stated with, for each such count:
/// without a format Excel shows twelve digits as `5.8E+11`.
fn styles() -> String {
    let scales = 0..=usize::from(MAX_SCALE);
    let mut formats = format!("<numFmt numFmtId=\"{FORMATS}\" formatCode=\"yyyy\\-mm\\-dd\"/>");
    let mut styles = vec![(0, 0); STYLES];
    let mut set =
        |place: usize, style| styles.get_mut(place).into_iter().for_each(|it| *it = style);
    set(HEAD, (0, 1));
    set(DAY, (FORMATS, 0));
    for scale in scales {
        let id = FORMATS + 1 + scale;
        let decimals = if scale == 0 { String::new() } else { format!(".{}", "0".repeat(scale)) };
        formats.push_str(&format!("<numFmt numFmtId=\"{id}\" formatCode=\"#,##0{decimals}\"/>"));
        set(NUMBER + scale, (id, 0));
    }
    let mut cells = String::new();
    for (format, font) in &styles {
        cells.push_str(&format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
        ));
    }
    let count = usize::from(MAX_SCALE) + 2;
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{count}\">{formats}</numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{cells}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        styles.len()
    )
}
