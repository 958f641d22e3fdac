//! Hamyar (همیار): the data model and the charting logic for Iran's cooperatives, target counties
//! and facility totals.
//!
//! Data flows one way: `ingest → model → query → chart → render → web → www`. `ARCHITECTURE.md`
//! says what each room may import. The whole way in one piece, from the bytes of a Data Package to
//! an SVG document:
//!
//! ```
//! use hamyar::ingest::{Descriptor, Files, Resource, read_package};
//!
//! let tables = [
//!     ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
//!     ("measures", "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"),
//!     ("areas", "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n"),
//!     ("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n"),
//!     ("observations", "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\n"),
//! ];
//! let path = |name: &str| format!("{name}.csv");
//! let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
//! let resources = tables.iter().map(|(name, _)| resource(name)).collect();
//! let files: Files =
//!     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
//! let package = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
//! let dataset = package.value.dataset;
//! assert!(package.diagnostics.is_empty());
//!
//! use hamyar::chart::{Options, View, layout};
//! use hamyar::query::run;
//! use hamyar::render::{Theme, svg};
//! use hamyar::text::Lang;
//!
//! let view: View = serde_json::from_str(
//!     r#"{"query": {"measure": "jobs", "by": ["area"]}, "mark": "bar"}"#,
//! ).unwrap();
//! let answer = run(&dataset, &view.query);
//! let options = Options { width: 720.0, lang: Lang::Fa, direction: None };
//! let scene = layout(&dataset, &answer, &view, &options);
//! assert_eq!(scene.said[0].tip.value, "۹۰۰\u{A0}نفر");
//! assert!(svg(&scene, Theme::Auto).contains("اردبیل"));
//! ```

pub mod calendar;
pub mod chart;
pub mod check;
#[cfg(feature = "complete")]
pub mod copies;
pub mod diag;
pub mod export;
pub mod ingest;
pub mod list;
pub mod model;
pub mod number;
pub mod pack;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
pub mod publish;
pub mod query;
#[cfg(feature = "complete")]
pub mod ranking;
pub mod render;
#[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
pub mod schema;
pub mod spec;
#[cfg(feature = "complete")]
pub mod store;
pub mod tabulate;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
