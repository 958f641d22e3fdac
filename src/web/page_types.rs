//! The TypeScript types of charts, facts and cards.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How a chart is laid out. `direction` follows `lang` when it is left out. */
export interface ChartOptions {
  /** Width of the plot in CSS px, 240 to 1600. */
  width: number;
  lang: Lang;
  direction?: 'rtl' | 'ltr';
}
/** One cell of a table; `evidence` names what it rests on, for `Workspace.card`, and `working` how it was computed. */
export interface ChartCell { text: string; numeric: boolean; evidence: string[]; working: string }
/** The equal view of a chart. `places[column][row]`: the place of a row when that column rises; `null` where it has nothing to sort by. */
export interface ChartTable { caption: string; heads: string[]; rows: ChartCell[][]; places: (number | null)[][]; foot: string }
/** The words of a chart. */
export interface ChartParts {
  title: string;
  subtitle: string;
  /** Size of the plot in CSS px. */
  width: number;
  height: number;
  /** How many marks the keyboard can reach. */
  marks: number;
  legend: string[];
  /** Description in one sentence, and in full. */
  /** What the chart is, in a sentence. */
  brief: string;
  /** The same with what stands out first. */
  short: string;
  /** All that the chart says. */
  long: string;
  /** "24 of 31", empty when nothing was expected. */
  coverage: string;
  sources: { source: string; text: string; evidence: string[] }[];
  notes: string[];
  /** Whether the data are made up to show how the view works. */
  example: boolean;
}
/** One mark, with its box in CSS px of the plot. */
export interface ChartMark {
  index: number;
  key: string;
  heading: string;
  value: string;
  details: string[];
  source: string;
  spoken: string;
  /** What was computed, with the formula in numbers; empty for what is stated. */
  working: string;
  evidence: string[];
  /** Row of the table that tells the same, counted from 0. */
  row: number;
  left: number;
  top: number;
  width: number;
  height: number;
}
/** What names a mark, with its place across in CSS px. `key` is such as `measure=jobs;area=24@1395;period=1400`. */
export interface MarkName {
  key: string;
  name: string;
  /** Its area or group; empty for what has no place. */
  place: string;
  /** Its line; empty where there is one. */
  series: string;
  period: string;
  left: number;
  width: number;
}
/** A fact in words, with its working and the figures behind it. */
export interface FactText { text: string; working: string; evidence: string[] }
/** Everything a reader needs to check one figure. `url` is http, https or empty. */
export interface SourceCard {
  heading: string;
  name: string;
  value: string;
  stage: 'actual' | 'in_hand' | 'approved' | 'planned' | 'target' | 'forecast' | 'carried' | 'unstated' | 'estimated' | '';
  /** Empty where it goes without saying. */
  stageWord: string;
  quote: string;
  reference: string;
  rows: { label: string; text: string }[];
  url: string;
  citation: string;
}
/** One statement without a figure. */
export interface Statement { id: string; source: string; theme: string; summary: string; quote: string; reference: string }
"#;
