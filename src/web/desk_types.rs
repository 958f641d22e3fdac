//! The TypeScript types of the desk.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** One choice of a form or a filter. */
export interface Choice { id: string; fa: string; en: string; unit?: string; base?: string; level?: 'country' | 'province' | 'county' }
/** What one measure offers; `money` is only set side by side within one document. */
export interface Offer {
  id: string; fa: string; en: string; figures: number; money: boolean; bare: boolean;
  levels: ('country' | 'province' | 'county')[];
  periods: Choice[]; scenarios: string[]; stages: string[];
  sources: (Choice & { figures: number })[];
  /** What stands together: a choice of one of these is never empty. */
  combinations: { level: string; within: string; period: string; scenario: string; source: string }[];
}
/** Everything that can be asked; provinces by code. */
export interface Catalog { offers: Offer[]; provinces: Choice[]; scenarios: Choice[] }
/** What an answer can be written as. */
export type AnswerFormat = 'csv' | 'json-stat' | 'xlsx';
/** Everything that can be chosen; areas are those of the newest division. */
export interface Lists {
  measures: Choice[]; areas: Choice[]; units: Choice[]; programmes: Choice[]; sources: Choice[];
  scenario: Choice[]; stage: Choice[]; action_status: Choice[]; qualifier: Choice[]; missing: Choice[];
}
/** A row of the host's store. */
export interface StoreRow { key: string; revision: number; bytes: Uint8Array }
/** What to store in one strict transaction: all of it or nothing. */
export interface StoreTransaction {
  /** The last stored journal sequence must still be this one. */
  head: number;
  expect: { key: string; revision: number }[];
  /** Whether all own records and the whole journal are emptied first. */
  clear: boolean;
  puts: (StoreRow & { version: number })[];
  deletes: string[];
  journal: StoreRow[];
  at: string;
}
/** A form; every field as text, empty for nothing. */
export interface Entry {
  measure: string; area: string; group: string; period: string; scenario: string; stage: string;
  action_status: string; programme: string; scope: string; value: string; unit: string;
  qualifier: string; upper: string; missing: string; source: string; source_title: string;
  source_publisher: string; source_published: string; source_url: string; quote: string; note: string;
}
/** One change; `base` is the revision that the form was opened on. */
export type Change =
  | { kind: 'add'; entry: Entry }
  | { kind: 'correct'; id: string; base: number; entry: Entry }
  | { kind: 'withdraw'; id: string; base: number; reason: string };
/** Two contents of one figure. */
export interface Conflict {
  id: string;
  revision: number;
  mine: Change;
  theirs: { state: 'added' | 'corrected' | 'withdrawn'; entry: Entry; reason: string; at: string } | null;
}
/** What comes of taking in a backup of another device; nothing is to be stored where it has nothing new. */
export interface TakenIn {
  save: StoreTransaction | null;
  /** How many figures that changes. */
  count: number;
  /** Figures that both devices changed, each in its own way; `mine` is what the file says. */
  conflicts: Conflict[];
  findings: Diagnostic[];
}
/**
 * One change. `named` says the figure as this change left it, or took it away, and is `null` when it
 * cannot be read; `change` tells it before and after, where both are there and differ.
 */
export interface JournalLine {
  sequence: number; kind: 'commit' | 'undo' | 'redo'; of: number; id: string; added: boolean; withdrawn: boolean;
  named: { fa: string; en: string } | null;
  change: { from: { fa: string; en: string }; to: { fa: string; en: string } } | null; at: string; reason: string;
}
/** What was done on this device, newest first. */
export interface DeskJournal {
  lines: JournalLine[];
  canUndo: boolean;
  canRedo: boolean;
}
"#;
