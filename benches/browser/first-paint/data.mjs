// @ts-check
/** The figures that the page of the chart comes with, as other pages would load them: all areas, and the population of each, in one file of text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const TABLES = ['areas', 'population'];
/** Of the second: area, period, source, people; the others are other measures, which a page of this chart has no use for. */
const COLUMNS = 4;
/** Of the first: id, code, list, level, area above, name. */
const NAMES = 6;

/** @param {string} folder of the data package */
export function written(folder) {
  const [areas = '', population = ''] = TABLES.map((name) => readFileSync(path.join(folder, `${name}.csv`), 'utf8'));
  const first = (/** @type {string} */ text, /** @type {number} */ count) => text.trim().split(/\r?\n/).map((line) => line.split(',').slice(0, count).join(',')).join('\n');
  return JSON.stringify({ areas: first(areas, NAMES), population: first(population, COLUMNS) });
}
