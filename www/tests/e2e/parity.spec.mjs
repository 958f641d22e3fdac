// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, open, test } from './support.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const views = JSON.parse(readFileSync(`${root}www/views/views.json`, 'utf8'));
const binary = process.env.HAMYAR_BIN ?? `${root}target/debug/hamyar`;

test('every view is the same SVG natively and from the wasm that is served', async ({ page }) => {
  test.setTimeout(120_000);
  expect(existsSync(binary), `${binary} is built`).toBe(true);
  await open(page, 'help');
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    const served = await page.evaluate(async ([language, all]) => {
      const core = await import(/** @type {any} */ (new URL('pkg/hamyar.js', document.baseURI).href));
      const { fetchPack } = await import(/** @type {any} */ (new URL('js/data.js', document.baseURI).href));
      await core.default();
      const open = async (/** @type {string} */ folder) => core.Workspace.open(await fetchPack(new URL(folder, document.baseURI)));
      const sets = { '': await open('data/'), example: await open('data/example/') };
      return Object.fromEntries(Object.entries(all).map(([name, view]) => {
        const chart = sets[/** @type {any} */ (view).data ?? ''].chart(view, { width: 720, lang: language });
        return [name, chart.toSvg('auto')];
      }));
    }, /** @type {const} */ ([lang, views]));
    for (const name of Object.keys(views)) {
      const native = execFileSync(binary, ['render', `${root}www/data`, `${root}www/views/views.json`, '--name', name, '--lang', lang], { encoding: 'utf8', maxBuffer: 1 << 26 });
      expect(served[name] === native, `${name} in ${lang}`).toBe(true);
    }
  }
});
