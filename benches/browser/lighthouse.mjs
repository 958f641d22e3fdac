// @ts-check
/**
 * Lighthouse on the site that `hamyar publish` writes, served with the headers that it ships: the list of charts and the page of one, in both
 * languages. `node lighthouse.mjs`, best by `cargo xtask bench --lighthouse`. Fails where accessibility, best practices or findability are
 * below 100. `CHROMIUM_PATH` names the browser.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { host, shippedHeaders } from './host.mjs';
import { publish } from './published.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const VIEWS = ['population', 's2-rural-rank'];
const PAGES = ['index', ...VIEWS].flatMap((name) => [`${name}.html`, `${name}.en.html`]);

/** A browser of its own, and the port where it is driven. */
async function launch() {
  const profile = mkdtempSync(path.join(tmpdir(), 'hamyar-lighthouse-'));
  const alone = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = spawn(process.env.CHROMIUM_PATH ?? 'chromium', ['--headless=new', '--disable-gpu', '--remote-debugging-port=0', '--no-first-run', `--user-data-dir=${profile}`, ...alone, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  const port = await new Promise((resolve, reject) => {
    browser.stderr.on('data', (part) => {
      told += part;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(told)?.[1];
      if (found) resolve(Number(found));
    });
    browser.on('exit', () => reject(new Error(`the browser ended: ${told}`)));
  });
  const close = async () => {
    browser.kill();
    await once(browser, 'exit');
    rmSync(profile, { recursive: true, force: true });
  };
  return { port, close };
}

/** What keeps a category below 100. @param {any} report @param {string} category */
function faults({ categories, audits }, category) {
  const weighed = categories[category].auditRefs.filter((/** @type {any} */ { weight, id }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
  return weighed.map((/** @type {any} */ { id }) => {
    const items = (audits[id].details?.items ?? []).slice(0, 4).map((/** @type {any} */ item) => JSON.stringify(item.node?.snippet ?? item));
    return `    ${category}, ${id}: ${audits[id].title}${items.map((/** @type {string} */ item) => `\n      ${item}`).join('')}`;
  });
}

const site = publish('lighthouse', VIEWS);
const server = await host([{ prefix: '/', folder: site, headers: await shippedHeaders(site) }]);
const { port, close } = await launch();
let isWhole = true;
try {
  console.log(`\n${'Lighthouse'.padEnd(26)}${CATEGORIES.map((category) => category.padStart(16)).join('')}     speed (told, not judged)`);
  for (const page of PAGES) {
    const run = await lighthouse(`${server.address}/${page}`, { port, logLevel: 'error', output: 'json', onlyCategories: [...CATEGORIES, 'performance'] });
    if (!run || run.lhr.runtimeError) throw new Error(`${page}: ${run?.lhr.runtimeError?.message ?? 'no report'}`);
    const score = (/** @type {string} */ category) => Math.round(100 * (run.lhr.categories[category]?.score ?? NaN));
    console.log(`  ${page.padEnd(24)}${CATEGORIES.map((category) => String(score(category)).padStart(16)).join('')}${String(score('performance')).padStart(10)}`);
    const found = CATEGORIES.flatMap((category) => faults(run.lhr, category));
    if (found.length > 0) console.log(found.join('\n'));
    isWhole &&= CATEGORIES.every((category) => score(category) === 100);
  }
} finally {
  await close();
  server.close();
}
if (!isWhole) throw new Error('not every page has 100');
