// @ts-check
// The npm package as others get it: packed, unpacked on a plain page under a strict policy, and bundled by Vite; its types and schemas.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from '@playwright/test';
import { listen, serveSite } from '../host/serve.mjs';
import { watch } from './support.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tool = (/** @type {string} */ name) => `${root}www/node_modules/${name}`;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";
/** The examples of the package, in their order: the element, its events, the core. */
const EXAMPLES = [...readFileSync(`${root}pkg/README.md`, 'utf8').matchAll(/```(?:js|html)\n([^]*?)```/g)].map(([, code]) => code);
let place = '';

test.beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'hamyar-npm-'));
  execFileSync('npm', ['pack', `${root}pkg`, '--pack-destination', place, '--silent']);
  execFileSync('tar', ['xzf', 'hamyar-0.1.0.tgz'], { cwd: place });
});

test.afterAll(() => rmSync(place, { recursive: true }));

/** A page with an example of the element, one of the core, and the events of the first. @param {string} scripts @param {string} element */
const page = (scripts, element) => `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>…</title>${scripts}</head><body><main>${element}</main><output></output></body></html>`;

/** What both pages have to show. @param {import('@playwright/test').Page} tab @param {string} origin @param {(tab: import('@playwright/test').Page) => Promise<unknown>} go */
async function expectDrawn(tab, origin, go) {
  const faults = await watch(tab, [origin]);
  await go(tab);
  const chart = tab.locator('hamyar-chart');
  await expect(chart.locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
  await expect(chart).toHaveAttribute('data-drawn', 'true');
  await expect(tab.locator('output')).toContainText('51.4');
  await chart.locator('canvas[tabindex]').focus();
  await tab.keyboard.press('Enter');
  await expect(tab).toHaveTitle(/measure=rural_share_census/);
  await tab.keyboard.press('Escape');
  await chart.locator('[data-action="table"]').click();
  await expect(tab.locator('body')).toHaveAttribute('data-state', /^1\.t/);
  await expect.poll(() => tab.evaluate(() => document.fonts.check('16px Vazirmatn'))).toBe(true);
  expect(faults).toEqual([]);
}

test('unpacked beside a plain page, its examples run under a strict policy', async ({ page: tab }) => {
  const site = `${place}/plain`;
  cpSync(`${place}/package`, `${site}/hamyar`, { recursive: true });
  mkdirSync(`${site}/data`);
  cpSync(`${root}target/site/data/package.bin`, `${site}/data/package.bin`);
  const [element, events, core] = EXAMPLES;
  writeFileSync(`${site}/events.js`, events);
  // Without a bundler the package is where it lies.
  writeFileSync(`${site}/core.js`, core.replace("from 'hamyar'", "from './hamyar/hamyar.js'"));
  writeFileSync(`${site}/index.html`, page('<script type="module" src="events.js"></script><script type="module" src="core.js"></script>', element));
  const server = await serveSite(() => site, { 'content-security-policy': POLICY });
  try {
    await expectDrawn(tab, server.origin, (one) => one.goto(`${server.origin}/index.html`));
  } finally {
    server.close();
  }
});

test('a byte that is not that of the package is refused', async ({ page: tab }) => {
  const server = await listen(async (name) => {
    if (name === '/index.html') return { body: page('', EXAMPLES[0]) };
    const file = name.replace('/hamyar/', `${place}/package/`).replace(/^\/data\//, `${root}target/site/data/`);
    const body = readFileSync(file);
    if (name.endsWith('hamyar_bg.wasm')) body[body.length - 1] ^= 1;
    return { body };
  });
  try {
    await tab.goto(`${server.origin}/index.html`);
    await expect(tab.locator('hamyar-chart [role="alert"]')).toBeVisible({ timeout: 20_000 });
    await expect(tab.locator('hamyar-chart canvas')).toHaveCount(0);
  } finally {
    server.close();
  }
});

test('installed into a project of Vite, its examples run as they are built', async ({ page: tab }) => {
  test.setTimeout(90_000);
  const project = `${place}/vite`;
  mkdirSync(`${project}/public/data`, { recursive: true });
  writeFileSync(`${project}/package.json`, JSON.stringify({ name: 'guest', private: true, type: 'module' }));
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `${place}/hamyar-0.1.0.tgz`], { cwd: project });
  cpSync(`${project}/node_modules/hamyar`, `${project}/public/hamyar`, { recursive: true });
  cpSync(`${root}target/site/data/package.bin`, `${project}/public/data/package.bin`);
  const [element, events, core] = EXAMPLES;
  writeFileSync(`${project}/main.js`, `${core}\n${events}`);
  writeFileSync(`${project}/index.html`, page('<script type="module" src="/main.js"></script>', element.replace('src="hamyar/', 'src="/hamyar/')));
  // The events are listened to before the element comes.
  writeFileSync(`${project}/main.js`, `import './events.js';\n${core}`);
  writeFileSync(`${project}/events.js`, events);
  execFileSync('node', [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: project });
  const server = await serveSite(() => `${project}/dist`, { 'content-security-policy': POLICY });
  try {
    await expectDrawn(tab, server.origin, (one) => one.goto(`${server.origin}/index.html`));
  } finally {
    server.close();
  }
});

test('the types know views, events and messages, and refuse what is none', () => {
  const project = `${place}/types`;
  mkdirSync(`${project}/node_modules`, { recursive: true });
  cpSync(`${place}/package`, `${project}/node_modules/hamyar`, { recursive: true });
  writeFileSync(`${project}/guest.ts`, `
    import init, { Workspace } from 'hamyar';
    import type { View, ObservationsRow } from 'hamyar/types';
    import type { FrameMessage } from 'hamyar/element';
    const view: View = { query: { measure: 'facility_amount', by: ['period'] }, mark: 'bar', limit: 5 };
    // @ts-expect-error no such kind of picture
    const wrong: View = { query: {}, mark: 'pie' };
    // @ts-expect-error no such field
    const misspelt: View = { query: { measures: 'x' } };
    // @ts-expect-error no such scenario
    const row: Partial<ObservationsRow> = { scenario: 'guessed' };
    document.addEventListener('hamyar-select', ({ detail }) => detail.key.length);
    // @ts-expect-error a state is a text
    document.addEventListener('hamyar-change', ({ detail }) => detail.state.toFixed());
    const chart = document.createElement('hamyar-chart');
    chart.addEventListener('hamyar-error', ({ detail }) => detail.message);
    const height = (message: FrameMessage) => (message.type === 'height' ? message.height.toFixed() : message.type);
    export async function draw(bytes: Uint8Array) {
      await init();
      const workspace = Workspace.open(bytes);
      workspace.chart(view, { width: 720, lang: 'fa' }).toCsv();
      // @ts-expect-error a view has no such picture
      workspace.chart({ mark: 'pie' }, { width: 720, lang: 'fa' });
      return [wrong, misspelt, row, height];
    }
  `);
  for (const [module, resolution] of [['ESNext', 'bundler'], ['NodeNext', 'NodeNext']]) {
    writeFileSync(`${project}/tsconfig.json`, JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, target: 'ES2022', module, moduleResolution: resolution, lib: ['ES2023', 'DOM', 'ESNext.Disposable'], types: [] }, files: ['guest.ts'],
    }));
    writeFileSync(`${project}/package.json`, JSON.stringify({ type: 'module' }));
    execFileSync('node', [tool('typescript/bin/tsc'), '--project', project], { stdio: 'pipe' });
  }
});

test('the schemas take every view, ranking and package that we have, and refuse what the readers refuse', () => {
  const schema = (/** @type {string} */ name) => JSON.parse(readFileSync(`${place}/package/schema/${name}.schema.json`, 'utf8'));
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(`${root}www/${file}`, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false });
  const [view, ranking, whole] = ['view', 'ranking', 'package'].map((name) => ajv.compile(schema(name)));
  ajv.compile(schema('rows'));
  const views = { ...read('views/views.json'), ...read('views/gallery-views.json') };
  expect(Object.keys(views).length).toBeGreaterThan(90);
  for (const [name, one] of Object.entries(views)) expect([name, view(one), view.errors]).toEqual([name, true, null]);
  expect(ranking(read('data/example/ranking.json'))).toBe(true);
  for (const folder of ['data', 'data/example', 'data/gallery']) expect(whole(read(`${folder}/datapackage.json`)), folder).toBe(true);
  const good = views['s4-paid-planned'];
  for (const bad of [{ mark: 'pie' }, { limit: -1 }, { limit: 70_000 }, { limit: 1.5 }, { lmit: 3 }, { query: { measure: 5 } }, { query: { by: 'area' } }, { title: { fa: 'x' } },
    { encoding: { classes: ['1e9'] } }, { encoding: { classes: [15] } }, { query: { derive: { per: { factor: 2 } } } }, { notes: {} }]) {
    expect(view({ ...good, ...bad }), JSON.stringify(bad)).toBe(false);
  }
  for (const fine of [{ limit: null }, { query: { measure: 'x', derive: 'growth' } }, { query: { measure: 'x', derive: { per: { measure: 'y' } } } }, { query: { measure: 'x', during: ['1395', '1398'] } }]) {
    expect(view({ ...good, ...fine }), JSON.stringify(fine)).toBe(true);
  }
});
