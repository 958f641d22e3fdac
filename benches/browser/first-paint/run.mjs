// @ts-check
/**
 * From the start of a navigation to the frame that shows a chart: the page that `hamyar publish` writes beside pages of five libraries
 * and one without a chart, in one run. `node first-paint/run.mjs [samples]`, best by `cargo xtask bench --only first-paint`.
 * `CHROMIUM_PATH` names the browser.
 */
import path from 'node:path';
import { chromium } from 'playwright-core';
import { host, shippedHeaders } from '../host.mjs';
import { publish, root } from '../published.mjs';
import { bytes } from './bytes.mjs';
import { write } from './pages.mjs';
import { painted } from './painted.mjs';
import { table } from './table.mjs';

const VIEW = 'population';
const PEERS = ['blank', 'chartjs', 'uplot', 'echarts', 'plotly', 'vega'];
/** An odd number of samples has a middle; one more is taken first and not counted. */
const samples = Number(process.argv[2] ?? 9);

/** @type {{ name: string, cpu: number, line?: { latency: number, downloadThroughput: number, uploadThroughput: number } }[]} */
const CONDITIONS = [
  { name: 'local', cpu: 1 },
  { name: 'CPU 4× slower', cpu: 4 },
  { name: 'CPU 4×, 1.6 Mbit/s, 150 ms', cpu: 4, line: { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 } },
];

const site = publish('first-paint', [VIEW]);
const pages = path.join(root, 'target/bench/first-paint');
await write(PEERS, path.join(root, 'www/data'), pages);
const server = await host([
  { prefix: '/site/', folder: site, headers: await shippedHeaders(site) },
  { prefix: '/', folder: pages },
]);
const alone = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--disable-gpu', '--disable-quic', ...alone] });

/** One page in a profile of its own, where nothing is kept. @param {string} name @param {(typeof CONDITIONS)[number]} condition */
async function sample(name, { cpu, line }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1200 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(name, error.message));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (line) await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(painted);
  const before = server.asked.length;
  await page.goto(name === 'hamyar' ? `${server.address}/site/${VIEW}.html` : `${server.address}/${name}.html`, { waitUntil: 'commit' });
  const times = await page.evaluate(() => /** @type {any} */ (globalThis).whenPainted);
  const asked = server.asked.slice(before);
  const twice = asked.filter((one, place) => asked.indexOf(one) !== place);
  if (twice.length > 0) throw new Error(`${name} fetched twice: ${twice.join(', ')}`);
  await context.close();
  return times;
}

try {
  /** @type {import('./table.mjs').Sample[]} */
  const found = [];
  const contestants = ['hamyar', ...PEERS];
  for (const condition of CONDITIONS) {
    for (let turn = 0; turn <= samples; turn += 1) {
      // Each comes first once: what comes first finds a colder machine.
      const turned = contestants.map((_, place) => contestants[(place + turn) % contestants.length] ?? '');
      for (const name of turned) {
        const times = await sample(name, condition);
        if (turn > 0) found.push({ condition: condition.name, name, ...times });
      }
    }
    console.log(`  ${condition.name}: done`);
  }
  console.log(table(found, { conditions: CONDITIONS.map(({ name }) => name), browser: browser.version() }));
  console.log(bytes(site, VIEW));
} finally {
  await browser.close();
  server.close();
}
