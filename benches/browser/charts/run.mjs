// @ts-check
/**
 * Draws the same charts with Hamyar and with its peers, in one run, and prints the table: `node charts/run.mjs [runs]`, best by
 * `cargo xtask bench --only charts`. `CHROMIUM_PATH` names the browser.
 */
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';
import { keys } from './keys.mjs';
import { table } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, '../../../target');
const runs = Number(process.argv[2] ?? 3);

const LIBRARIES = ['hamyar', 'chartjs', 'uplot', 'echarts', 'plot', 'vega', 'plotly'];
const CASES = ['bar', 'lines', 'scatter', 'heat'];
/** Drawings after the first, and redraws, of one page. */
const REPEATS = 5;

await build({
  entryPoints: LIBRARIES.map((name) => path.join(here, `peers/${name}.mjs`)),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  external: ['/site/*'],
  outdir: path.join(target, 'bench/charts'),
  logLevel: 'error',
});
const server = await serve([
  ['/built/', path.join(target, 'bench')],
  ['/site/', path.join(target, 'site')],
  ['/packs/', path.join(target, 'bench/packs')],
  ['/', path.dirname(here)],
]);
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--disable-gpu', ...root] });

/** Time of the main thread while `step` of the page runs, beside what the page tells. @param {import('playwright-core').Page} page @param {import('playwright-core').CDPSession} session @param {string} step */
async function measured(page, session, step) {
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await busy();
  const times = await page.evaluate(async (name) => (await import(`${location.origin}/charts/page.mjs`))[name](), step);
  return { ...times, main: (await busy()) - before };
}

/** One library and one case in a page of its own. @param {string} library @param {string} name */
async function drawn(library, name) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(library, name, error.message));
  await page.goto(`${server.address}/charts/page.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const can = await page.evaluate(async ([one, other]) => (await import(`${location.origin}/charts/page.mjs`)).choose(one, other), [library, name]);
  /** @type {{ library: string, name: string, step: string, call: number, painted: number, main: number }[]} */
  const found = [];
  const tell = async (/** @type {string} */ step, /** @type {string} */ call) => {
    found.push({ library, name, step, ...(await measured(page, session, call)) });
  };
  if (can) {
    for (let idle = 0; idle < 3; idle += 1) await tell('nothing', 'nothing');
    await tell('first', 'once');
    await measured(page, session, 'once');
    for (let repeat = 0; repeat < REPEATS; repeat += 1) await tell('again', 'once');
    await measured(page, session, 'stand');
    await measured(page, session, 'redraw');
    for (let repeat = 0; repeat < REPEATS; repeat += 1) await tell('redraw', 'redraw');
  }
  await page.close();
  return found;
}

try {
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    console.log(`  run ${run + 1} of ${runs}`);
    for (const name of CASES) {
      // Each library is first once: what comes first finds a colder machine.
      const turned = LIBRARIES.map((_, place) => LIBRARIES[(place + run) % LIBRARIES.length] ?? '');
      for (const library of turned) found.push(...(await drawn(library, name)));
    }
  }
  console.log(table(found, { libraries: LIBRARIES, cases: CASES, browser: browser.version() }));
  console.log(await keys(browser, server.address));
} finally {
  await browser.close();
  server.close();
}
