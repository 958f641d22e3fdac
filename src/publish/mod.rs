//! A data package as a folder that any static host serves: pages with their figures in the HTML, which come alive where
//! scripts run, and each figure as a file at a stable address. Pure: it reads and writes no files.
//!
//! The addresses of a view named `rate`: `rate.html` (Persian), `rate.en.html`, and for each of the two
//! languages `rate.fa.svg`, `rate.fa.csv`, `rate.fa.json` (JSON-stat 2) and `rate.fa.figure.html` (the figure alone);
//! `rate.frame.html` is the chart alone, for frames. `builder.html` makes snippets for pages of other people, of what
//! `catalogue.json` lists. All addresses in pages are
//! relative, so that the folder works wherever it lies. What a page draws with lies in `assets/`, by the
//! hash of its bytes. The same input gives the same bytes.

mod alone;
mod assets;
mod catalogue;
mod compressed;
mod downloads;
mod needed;
mod page;
mod servers;
mod story;
mod views;
mod words;

pub use assets::{Assets, Missing, NEEDED};
pub use catalogue::catalogue_of_build;
pub use compressed::compressed;
pub use needed::{is_enough, needed};
pub use story::story;
pub use views::default_views;

use self::catalogue::{Kit, published};
use crate::chart::View;
use crate::diag::Bilingual;
use crate::model::Dataset;
use crate::spec::Value;
use crate::text::Lang;

/// A path from the root of the site, and the bytes that lie there.
pub type File = (String, Vec<u8>);

/// One view with its data.
#[derive(Clone, Copy)]
pub struct Chart<'a> {
    /// Its name, which is its address: letters, digits, `-` and `_`.
    pub name: &'a str,
    /// What it draws.
    pub view: &'a View,
    /// The same as it was read, for the page, where it comes alive.
    pub spec: &'a Value,
    /// What is known on its day.
    pub dataset: &'a Dataset,
    /// What its page opens (`pack::write_for_pages`): all of the data, or what is [`needed`] of them.
    pub package: &'a [u8],
}

/// Whether a name can be the address of a view: of letters, digits, `-` and `_`, and none that the site needs itself.
///
/// ```
/// use hamyar::publish::is_address;
/// assert!(is_address("rural-share") && is_address("شغل"));
/// assert!(!is_address("../x") && !is_address("Index") && !is_address("rate.en") && !is_address(""));
/// ```
pub fn is_address(name: &str) -> bool {
    let is_plain = |one: char| one.is_alphanumeric() || matches!(one, '-' | '_' | '\u{200C}');
    let is_ours = [page::INDEX, page::BUILDER, "assets"].contains(&name.to_lowercase().as_str());
    !name.is_empty() && name.chars().all(is_plain) && !is_ours
}

/// The page of a view that other people's pages put into a frame.
fn frame(name: &str) -> String {
    format!("{name}.frame")
}

/// The page of a view that is one file with all it needs.
fn alone(name: &str) -> String {
    format!("{name}.alone")
}

/// A site as it is to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// All its files, in the order of their paths, each path once.
    pub files: Vec<File>,
    /// The names of views that draw nothing: no figure answers them, or they need boundaries. Their pages say so.
    pub empty: Vec<String>,
}

/// Makes a site.
///
/// `title` is that of the package; the charts stand on the first page in the order given. With `has_alone` each is also
/// a page in one file, which holds all that it needs, for where there is no server: `rate.alone.html`.
///
/// # Errors
/// [`Missing`] where a file is not among the assets that pages need.
///
/// ```
/// use hamyar::diag::Bilingual;
/// use hamyar::publish::{Assets, NEEDED, site};
/// let asset = |path: &&str| ((*path).to_owned(), path.as_bytes().to_vec());
/// let assets = Assets(NEEDED.iter().map(asset).collect());
/// let made = site(&Bilingual::new("دادهٔ باز", "Open data"), &[], &assets, false).unwrap();
/// let paths: Vec<&str> = made.files.iter().map(|(path, _)| path.as_str()).collect();
/// assert!(paths.contains(&"index.html") && paths.contains(&"index.en.html"));
/// assert!(paths.contains(&"nginx.conf") && paths.iter().any(|path| path.starts_with("assets/")));
/// ```
pub fn site(
    title: &Bilingual,
    charts: &[Chart<'_>],
    assets: &Assets,
    has_alone: bool,
) -> Result<Site, Missing> {
    let (mut files, look) = assets.files(charts.iter().any(|chart| chart.view.is_rare()))?;
    files.extend(servers::files());
    let (packages, packed): (Vec<_>, Vec<_>) =
        charts.iter().map(|chart| assets::Package::new(chart.package)).unzip();
    files.extend(packed);
    let drawn: Vec<_> = charts
        .iter()
        .zip(&packages)
        .map(|(chart, package)| downloads::both(chart, package))
        .collect();
    for (place, lang) in [Lang::Fa, Lang::En].into_iter().enumerate() {
        let shell = page::Shell { title, look: &look, lang, has_alone };
        let drawn: Vec<_> = drawn.iter().filter_map(|both| both.get(place)).collect();
        for one in &drawn {
            files.extend(shell.pages(one));
            files.extend(one.files());
            if has_alone {
                files.push(shell.alone_file(one, assets)?);
            }
        }
        files.extend(shell.lists(&drawn));
    }
    let (drawing, empty): (Vec<_>, Vec<_>) = drawn.iter().partition(|both| !both[0].is_empty());
    let kit = Kit { element: &look.script, frames: &look.frames, sheet: &look.sheet };
    files.push(catalogue::catalogue(title, &kit, drawing.into_iter().map(published).collect()));
    let mut empty: Vec<String> =
        empty.into_iter().map(|both| both[0].chart().name.to_owned()).collect();
    files.sort();
    // Views of one package have it in common.
    files.dedup();
    empty.sort();
    empty.dedup();
    Ok(Site { files, empty })
}
