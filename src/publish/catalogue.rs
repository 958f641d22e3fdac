//! What the page that makes snippets reads: which charts there are, and where each of the three forms lies in which a
//! page of somebody else can hold one. Programs read it too; its addresses are from the root of the site.

use serde_json::{Value, json};

use super::assets::{Assets, ELEMENT, FRAME, Missing, Package, Sealed};
use super::downloads::{Drawn, both};
use super::page::specification;
use super::words::address;
use super::{Chart, File, frame};
use crate::diag::Bilingual;
use crate::render::figure_sheet;
use crate::text::Lang;

/// Where it lies.
pub(super) const CATALOGUE: &str = "catalogue.json";
/// Of the shape of the catalogue.
const VERSION: u32 = 1;
/// The style sheet of figures in the site of `cargo xtask build`, where addresses do not name their bytes.
const SHEET: &str = "embed/hamyar-figure.css";
/// Where the figures lie there.
const FIGURES: &str = "figures/";

/// What the forms load, beside the charts.
pub(super) struct Kit<'a> {
    /// The element.
    pub(super) element: &'a Sealed,
    /// What makes frames as high as their charts.
    pub(super) frames: &'a Sealed,
    /// How figures look that stand in a page as they are.
    pub(super) sheet: &'a Sealed,
}

/// The file; views that draw nothing are not offered.
pub(super) fn catalogue(title: &Bilingual, kit: &Kit<'_>, charts: Vec<Value>) -> File {
    let all = json!({
        "version": VERSION,
        "title": { "fa": title.fa, "en": title.en },
        "element": kit.element.entry(),
        "frames": kit.frames.entry(),
        "sheet": kit.sheet.entry(),
        "charts": charts,
    });
    (CATALOGUE.to_owned(), format!("{all:#}\n").into_bytes())
}

impl Sealed {
    fn entry(&self) -> Value {
        json!({ "address": self.address, "integrity": self.integrity })
    }
}

/// A chart of a published site.
pub(super) fn published(drawn: &[Drawn<'_>; 2]) -> Value {
    let [fa, _] = drawn;
    let Package { folder, sealed } = fa.package();
    let element = json!({
        "name": fa.chart().name,
        "view": specification(fa.chart().spec),
        "src": folder,
        "integrity": sealed.integrity,
    });
    let name = frame(fa.chart().name);
    let frames = [Lang::Fa, Lang::En].map(|lang| address(&name, lang));
    entry(drawn, &element, &frames, "")
}

/// A chart of the site that `cargo xtask build` made, where the element knows it by its name.
fn built(drawn: &[Drawn<'_>; 2]) -> Value {
    let name = drawn[0].chart().name;
    let frames = ["fa", "en"].map(|lang| format!("embed.html?view={name}&lang={lang}"));
    entry(drawn, &json!({ "view": name }), &frames, FIGURES)
}

fn entry(drawn: &[Drawn<'_>; 2], element: &Value, frames: &[String; 2], figures: &str) -> Value {
    let [fa, en] = drawn;
    let figure = |drawn: &Drawn<'_>| format!("{figures}{}", drawn.figure_address());
    json!({
        "name": fa.chart().name,
        "title": { "fa": fa.scene().title, "en": en.scene().title },
        "isExample": fa.scene().example,
        "element": element,
        "frame": { "fa": frames[0], "en": frames[1] },
        "figure": { "fa": figure(fa), "en": figure(en) },
    })
}

/// The catalogue of the site that `cargo xtask build` made, the figures of its charts and their style sheet.
///
/// # Errors
/// [`Missing`] where what the forms load is not among the assets.
///
/// ```
/// use hamyar::diag::Bilingual;
/// use hamyar::publish::{Assets, catalogue_of_build};
/// let script = |path: &str| (path.to_owned(), Vec::new());
/// let assets = Assets(["embed/hamyar-chart.js", "embed/hamyar-frame.js"].map(script).into());
/// let files = catalogue_of_build(&Bilingual::new("داده", "Data"), &[], &assets).unwrap();
/// assert_eq!(files[0].0, "catalogue.json");
/// assert!(catalogue_of_build(&Bilingual::new("داده", "Data"), &[], &Assets::default()).is_err());
/// ```
pub fn catalogue_of_build(
    title: &Bilingual,
    charts: &[Chart<'_>],
    assets: &Assets,
) -> Result<Vec<File>, Missing> {
    let sheet = (SHEET.to_owned(), figure_sheet().into_bytes());
    let element = (ELEMENT.to_owned(), assets.bytes(ELEMENT)?.to_vec());
    let frames = (FRAME.to_owned(), assets.bytes(FRAME)?.to_vec());
    let [sealed_element, sealed_frames, sealed_sheet] =
        [&element, &frames, &sheet].map(Sealed::new);
    let kit = Kit { element: &sealed_element, frames: &sealed_frames, sheet: &sealed_sheet };
    let (mut entries, mut files) = (Vec::new(), Vec::new());
    for chart in charts {
        let (package, _) = Package::new(chart.package);
        let drawn = both(chart, &package);
        if drawn[0].is_empty() {
            continue;
        }
        entries.push(built(&drawn));
        let placed = |drawn: &Drawn<'_>| {
            let (path, bytes) = drawn.figure_file();
            (format!("{FIGURES}{path}"), bytes)
        };
        files.extend(drawn.iter().map(placed));
    }
    let mut all = vec![catalogue(title, &kit, entries), sheet];
    all.extend(files);
    Ok(all)
}
