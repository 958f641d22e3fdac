//! The TypeScript types of boundaries and rankings.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Which areas a file of boundaries gave ground; `level` and `list` are null where no shape is of an area. */
export interface OutlineReport {
  level: 'province' | 'county' | null; list: number | null; property: string; found: number;
  /** Names of shapes that are of no area of that list, or of more than one. */
  unknown: string[];
  /** Areas of that list without ground. */
  missing: { fa: string; en: string }[];
}
/** One criterion of a ranking. */
export interface RankingCriterion {
  id: string; name: string;
  /** How a value becomes points, and whether less is better. */
  method: string;
  /** As published, a plain decimal. */
  published: string;
  /** As it was set, in words of the language, and what of it counts once the total is made. */
  set: string; counted: string;
}
/** One candidate of a ranking, best first; those without a rank follow. */
export interface RankingRow {
  id: string; name: string;
  /** Empty without a rank. */
  rank: string;
  /** The rank by the published weights. */
  published: string;
  /** With two decimals; `part` is the same as a part of the total, only for placing a bar. */
  score: string; part: number;
  /** Id of the band, empty where no cut-off is reached, and what it is called. */
  band: string; bandName: string;
  /** Every sum with its numbers, or one line that says why there is no rank. */
  card: string[];
}
/** A ranking as a page shows it; every number is a text of the language. */
export interface RankingParts {
  name: string; total: string;
  /** What the weights as set add up to, and whether that is something else than the total. */
  sum: string; scaled: boolean;
  /** Whether the candidates are made up, and the mark to say so. */
  example: boolean; mark: string;
  criteria: RankingCriterion[];
  cutOffs: { name: string; atLeast: string; part: number }[];
  rows: RankingRow[];
}
"#;
