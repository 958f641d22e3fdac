// @ts-check
/** What came of the runs, in words. Nothing here judges a speed: that is for who reads it. */
import os from 'node:os';
import { median } from './median.mjs';

/**
 * @typedef {object} Side what one side came to in one run; times in ms
 * @property {Record<string, number>} times
 * @property {number[]} rollUps
 * @property {number} longest
 * @property {string[]} sums
 * @property {number} figures
 * @property {{ verdicts: number, skipped: number, told: number }} [judged]
 */

/** @param {Side[]} sides @param {string} name */
const time = (sides, name) => median(sides.map(({ times }) => times[name] ?? NaN));

/** @param {Side[]} sides */
const rollUp = (sides) => median(sides.flatMap(({ rollUps }) => rollUps));

/** @param {number} value */
const told = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));

/** @param {Side[]} sides */
function longest(sides) {
  const most = Math.max(...sides.map((side) => side.longest));
  return most === 0 ? 'none over 50' : told(most);
}

/** @param {string[][]} rows */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (/** @type {string} */ cell, /** @type {number} */ column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(padded).join('  '));
}

/**
 * Both must hold every figure and come to the same sums, or their times mean nothing.
 * @param {Side} ours @param {Side} peer @param {number} made how many figures were made
 */
export function compare(ours, peer, made) {
  if (ours.figures !== made || peer.figures !== made) throw new Error(`${made} figures were made, ${ours.figures} and ${peer.figures} were read`);
  const [left, right] = [ours, peer].map(({ sums }) => [...sums].sort());
  const at = left.findIndex((sum, place) => sum !== right[place]);
  if (at >= 0 || left.length !== right.length) throw new Error(`the sums differ: “${left[at]}” and “${right[at]}”, of ${left.length} and ${right.length}`);
}

/** @param {Side[]} ours @param {Side[]} peers @param {{ browser: string, peer: string }} versions */
export function table(ours, peers, versions) {
  const [{ figures, sums, judged }] = ours;
  const ratio = (/** @type {(sides: Side[]) => number} */ pick) => (pick(ours) / pick(peers)).toFixed(2);
  return [
    '',
    `${figures} figures, ${sums.length} sums of the country, equal in both; ${judged?.verdicts} verdicts, ${judged?.skipped} rules skipped, ${judged?.told} messages of progress`,
    `medians of ${ours.length} runs, ms from the call to the answer on the main thread`,
    `Chromium ${versions.browser}, ${os.cpus().length} x ${os.cpus()[0]?.model}, ${Math.round(os.totalmem() / 2 ** 30)} GB, load ${os.loadavg()[0].toFixed(1)}`,
    '',
    ...aligned([
      ['', 'Hamyar', `DuckDB-WASM ${versions.peer}`],
      ['start', told(time(ours, 'start')), told(time(peers, 'start'))],
      ['load', told(time(ours, 'load')), told(time(peers, 'load'))],
      ['validate by all rules', told(time(ours, 'validate')), '-'],
      ['roll up to the country', told(rollUp(ours)), told(rollUp(peers))],
      ['longest task of the main thread', longest(ours), longest(peers)],
    ]),
    '',
    `ratio of roll-ups ${ratio(rollUp)}, of loads ${ratio((sides) => time(sides, 'load'))}`,
  ].join('\n');
}
