// @ts-check
/** What came of the runs, in words. Nothing here judges a speed: that is for who reads it. */
import os from 'node:os';
import { median } from '../median.mjs';

/** @typedef {{ library: string, name: string, step: string, call: number, painted: number, main: number }} Found */

/** @param {number} value */
const told = (value) => (Number.isNaN(value) ? '-' : value < 100 ? value.toFixed(1) : value.toFixed(0));

/**
 * @param {Found[]} found
 * @param {{ libraries: string[], cases: string[], browser: string }} of
 */
export function table(found, { libraries, cases, browser }) {
  const of = (/** @type {string} */ library, /** @type {string} */ name, /** @type {string} */ step, /** @type {'main' | 'painted'} */ time) =>
    median(found.filter((one) => one.library === library && one.name === name && one.step === step).map((one) => one[time]));
  const lines = [`medians, ms of the main thread / until the frame is painted, less those of an empty frame`, `Chromium ${browser}, ${os.cpus().length} x ${os.cpus()[0]?.model.trim()}, load ${os.loadavg()[0]?.toFixed(1)}`, ''];
  lines.push(['', ...libraries].map((word) => word.padStart(16)).join(''));
  for (const name of cases) {
    for (const step of ['first', 'again', 'redraw']) {
      const cells = libraries.map((library) => {
        const [main, painted] = /** @type {const} */ (['main', 'painted']).map((time) => of(library, name, step, time) - of(library, name, 'nothing', time));
        return `${told(main ?? NaN)} / ${told(painted ?? NaN)}`.padStart(16);
      });
      lines.push(`${name} ${step}`.padStart(16) + cells.join(''));
    }
  }
  return lines.join('\n');
}
