// @ts-check
/** What the driver calls in the page. Everything is timed on the main thread, from the call to the answer. */
import { Peer } from './built/peer.mjs';
import { dataPackage, QUESTIONS } from './data.mjs';

/** How often a run rolls up: what a reader does again and again once a package is open. */
const ROLL_UPS = 5;

/** @type {PerformanceEntryList} */
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ entryTypes: ['longtask'] });

export const made = dataPackage();
const encoder = new TextEncoder();

/** Time for the observer to hear of tasks that just ended, and for the browser to settle. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

/**
 * Runs one side on fresh bytes, which its worker takes away, and tells the longest task of the main
 * thread meanwhile: 0 when none was over 50 ms, for the browser names no shorter ones.
 * @template T
 * @param {(files: Record<string, Uint8Array<ArrayBuffer>>) => Promise<T>} work
 */
async function watched(work) {
  const files = Object.fromEntries(Object.entries(made.files).map(([path, text]) => [path, encoder.encode(text)]));
  await pause();
  const start = performance.now();
  const result = await work(files);
  await pause();
  const longest = Math.max(0, ...tasks.filter((task) => task.startTime >= start).map((task) => task.duration));
  return { ...result, longest };
}

/** @template T @param {() => Promise<T>} work @returns {Promise<[number, T]>} */
async function timed(work) {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

/** @template T @param {() => Promise<T>} work @returns {Promise<[number[], T]>} */
async function repeated(work) {
  const runs = [];
  for (let run = 0; run < ROLL_UPS; run += 1) runs.push(await timed(work));
  return [runs.map(([time]) => time), runs[0][1]];
}

/** Loads, judges and rolls up in the product's own worker. */
export function ours() {
  return watched(async (files) => {
    const { PackageWorker } = await import(/** @type {string} */ ('/site/js/package/client.js'));
    const begun = performance.now();
    const worker = new PackageWorker();
    /** @type {Record<string, number>} when each step began */
    const at = {};
    let told = 0;
    const report = await worker.open(made.descriptor, files, (/** @type {string} */ step) => {
      at[step] ??= performance.now();
      told += 1;
    });
    const open = performance.now();
    const ask = () => Promise.all(QUESTIONS.map((question) => worker.query({ ...question, by: ['period'] })));
    const [rollUps, answers] = await repeated(ask);
    worker.close();
    return {
      // Laying the figures out for questions is a part of loading, as it is in the peer.
      times: { start: at.read - begun, load: at.check - at.read + open - at.prepare, validate: at.prepare - at.check },
      rollUps,
      judged: { verdicts: report.findings.length, skipped: report.skipped.length, told },
      // Every row was accepted, so every figure that was made is there.
      figures: report.counts.rejected === 0 ? made.figures : NaN,
      sums: answers.flatMap((table, place) => sums(table, QUESTIONS[place])),
    };
  });
}

/** @param {{ columns: string[], rows: string[][], refused: unknown[] }} table @param {{ measure: string, scenario: string }} question */
function sums(table, { measure, scenario }) {
  if (table.refused.length > 0) throw new Error(`refused: ${JSON.stringify(table.refused)}`);
  const [area, period, value, reported] = ['area', 'period', 'value', 'reported'].map((name) => table.columns.indexOf(name));
  return table.rows.map((row) => {
    if (row[area] !== 'IR@1395') throw new Error(`not of the country: ${row[area]}`);
    return [measure, scenario, row[period], row[value], row[reported]].join(' ');
  });
}

/** The same with DuckDB, in its own worker. It judges nothing. */
export function peer() {
  return watched(async (files) => {
    const [start, duck] = await timed(() => Peer.start());
    const [load, figures] = await timed(() => duck.load(files));
    const [rollUps, sums] = await repeated(() => duck.rollUp());
    await duck.close();
    return { times: { start, load }, rollUps, figures, sums };
  });
}
