// @ts-check
/**
 * A walk through the site and through a published one: `node run.mjs firefox|webkit`. Ends with `N passed, N failed`.
 * Run by `cargo xtask test --long --browsers`, which says where browsers are.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publish } from '../host/published.mjs';
import { listen } from '../host/serve.mjs';
import { alone, walk } from './walk.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const name = process.argv[2] === 'webkit' ? 'webkit' : 'firefox';

const published = await publish(['population', 's4-paid-planned'], { isPlain: true });
/** @type {[prefix: string, folder: string][]} */
const FOLDERS = [['/published/', published.site], ['/tests/', path.join(root, 'www/tests')], ['/', path.join(root, 'target/site')]];

/** Each page begins with the script that gathers its faults, as a file: policies let in nothing else. */
const server = await listen(async (asked) => {
  if (asked === '/faults.js') return { body: await readFile(path.join(here, 'faults.js')) };
  const [prefix, folder] = FOLDERS.find(([start]) => asked.startsWith(start)) ?? ['/', ''];
  const body = await readFile(path.join(folder, asked.slice(prefix.length)));
  if (!asked.endsWith('.html')) return { body };
  return { body: body.toString('utf8').replace('<head>', '<head><script src="/faults.js"></script>') };
});

const driver = name === 'webkit' ? await (await import('./webkit.mjs')).webkit() : await (await import('./firefox.mjs')).firefox();
let [passed, failed] = [0, 0];

/** @param {string} place */
const checks = (place) => async (/** @type {string} */ what, /** @type {() => Promise<void>} */ step) => {
  const start = performance.now();
  try {
    await step();
    passed += 1;
    console.log(`  ${place}: ${what} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`  ${place}: ${what}: FAILED: ${error instanceof Error ? error.message : error}`);
  }
};

console.log(`  ${driver.name}`);
try {
  const { origin } = server;
  await walk(driver, checks('published'), { page: `${origin}/published/population.html`, other: `${origin}/published/population.en.html`, rows: 31 });
  await walk(driver, checks('site'), { page: `${origin}/s4.html?lang=fa`, other: `${origin}/s4.html?lang=en`, rows: 2 });
  const check = checks('embedded');
  await check('the frame of a view', () => alone(driver, `${origin}/embed.html?view=s4-paid-planned&lang=fa`));
  await check('the element in a page of somebody else', () => alone(driver, `${origin}/tests/host/element.html`));
  await check('the chart alone, for frames', () => alone(driver, `${origin}/published/s4-paid-planned.frame.html`));
} finally {
  await driver.close();
  published.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
