// @ts-check
/**
 * Runs the bench in Chromium and prints its table: `node run.mjs [runs]`, best by `cargo xtask bench`, which
 * builds the site and gets what is needed. `CHROMIUM_PATH` names the browser.
 */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';
import { compare, table } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, '../../target');
const duckdb = path.join(here, 'node_modules/@duckdb/duckdb-wasm');
const runs = Number(process.argv[2] ?? 3);

/** One run of one side, in a page and with workers of its own. @param {import('playwright-core').Browser} browser @param {string} address @param {'ours' | 'peer'} side */
async function once(browser, address, side) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${address}/page.html`);
  const result = await page.evaluate(async (name) => {
    const bench = await import(`${location.origin}/page.mjs`);
    return { ...(await bench[name]()), made: bench.made.figures };
  }, side);
  await page.close();
  return result;
}

await build({ entryPoints: [path.join(here, 'peer.mjs')], bundle: true, format: 'esm', platform: 'browser', outfile: path.join(target, 'bench/peer.mjs'), logLevel: 'warning' });
const server = await serve([
  ['/built/', path.join(target, 'bench')],
  ['/site/', path.join(target, 'site')],
  ['/duckdb/', path.join(duckdb, 'dist')],
  ['/', here],
]);
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--disable-gpu', ...root] });
try {
  const [ours, peers] = [[], []];
  for (let run = 1; run <= runs; run += 1) {
    console.log(`  run ${run} of ${runs}`);
    const { made, ...result } = await once(browser, server.address, 'ours');
    const other = await once(browser, server.address, 'peer');
    compare(result, other, made);
    ours.push(result);
    peers.push(other);
  }
  const { version } = JSON.parse(await readFile(path.join(duckdb, 'package.json'), 'utf8'));
  console.log(table(ours, peers, { browser: browser.version(), peer: version }));
} finally {
  await browser.close();
  server.close();
}
