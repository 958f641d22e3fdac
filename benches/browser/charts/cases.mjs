// @ts-check
/** What every library draws: made-up numbers, the same on every run. */
import { random } from '../random.mjs';

/** Of each drawing, in CSS px. */
export const WIDTH = 720;
export const HEIGHT = 400;

/**
 * @typedef {{ names: string[], values: number[] }} Bars
 * @typedef {{ days: number[], series: { name: string, values: number[] }[] }} Lines `days` in seconds since 1970
 * @typedef {{ x: Float64Array, y: Float64Array }} Points
 * @typedef {{ rows: string[], columns: string[], values: Float64Array }} Cells row by row
 * @typedef {{ bar: Bars, lines: Lines, scatter: Points, heat: Cells }} Cases
 */

/** Months from Farvardin 1396 on are a little over thirty days. */
const MONTH = 30.44 * 86_400;
const BEGIN = 1_490_054_400;

/** @param {number} count @param {string} word */
const named = (count, word) => Array.from({ length: count }, (_, place) => `${word} ${String(place + 1).padStart(3, '0')}`);

/** @returns {Bars} */
function bar() {
  const next = random(31);
  const names = named(31, 'Province');
  return { names, values: names.map(() => Math.round(1000 + next() * 90_000)) };
}

/** @returns {Lines} */
function lines() {
  const next = random(12);
  const days = Array.from({ length: 96 }, (_, month) => Math.round(BEGIN + month * MONTH));
  const series = named(12, 'Province').map((name, place) => {
    let value = 200 + 60 * place;
    return { name, values: days.map(() => Math.round((value += (next() - 0.48) * 25))) };
  });
  return { days, series };
}

/** @returns {Points} */
function scatter() {
  const next = random(100_000);
  const x = Float64Array.from({ length: 100_000 }, () => Math.round(1000 * (next() + next() + next())));
  return { x, y: x.map((value) => Math.round(value * (0.4 + next()) + 500 * next())) };
}

/** @returns {Cells} */
function heat() {
  const next = random(480);
  const [rows, columns] = [named(480, 'County'), named(96, 'Month')];
  return { rows, columns, values: Float64Array.from({ length: rows.length * columns.length }, () => Math.round(1000 * next())) };
}

/** @returns {Cases} */
export const cases = () => ({ bar: bar(), lines: lines(), scatter: scatter(), heat: heat() });

/** What a filter leaves of each: about a half. @param {Cases} all @returns {Cases} */
export function filtered({ bar: bars, lines: { days, series }, scatter: { x, y }, heat: { rows, columns, values } }) {
  return {
    bar: { names: bars.names.slice(0, 16), values: bars.values.slice(0, 16) },
    lines: { days, series: series.slice(0, 6) },
    scatter: { x: x.slice(0, 50_000), y: y.slice(0, 50_000) },
    heat: { rows: rows.slice(0, 240), columns, values: values.slice(0, 240 * columns.length) },
  };
}
