// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, open, test } from './support.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const views = JSON.parse(readFileSync(`${root}www/views/views.json`, 'utf8'));
const binary = process.env.HAMYAR_BIN ?? `${root}target/debug/hamyar`;

/** Widths and themes: each pair once per language and view. */
const SHAPES = /** @type {const} */ ([[720, 'auto'], [360, 'light'], [360, 'dark']]);
const render = promisify(execFile);

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`every view is the same SVG natively and from the wasm that is served (${lang})`, async ({ page }, testInfo) => {
    test.setTimeout(240_000);
    expect(existsSync(binary), `${binary} is built`).toBe(true);
    await open(page, 'help');
    const served = await page.evaluate(async ([language, all, shapes]) => {
      const core = await import(/** @type {any} */ (new URL('pkg/hamyar.js', document.baseURI).href));
      const { fetchPack } = await import(/** @type {any} */ (new URL('js/data.js', document.baseURI).href));
      await core.default();
      // Each by the core that a page draws it with.
      const { isRare, loadPictures } = await import(/** @type {any} */ (new URL('js/picture.js', document.baseURI).href));
      const pictures = await loadPictures();
      /** @type {Record<string, Uint8Array>} */
      const packs = { '': await fetchPack(new URL('data/', document.baseURI)), example: await fetchPack(new URL('data/example/', document.baseURI)) };
      const opened = [core, pictures].map(({ Workspace }) => Object.fromEntries(Object.entries(packs).map(([name, pack]) => [name, Workspace.open(pack)])));
      return Object.fromEntries(Object.entries(all).map(([name, view]) => [name, shapes.map(([width, theme]) =>
        opened[Number(isRare(view))][/** @type {any} */ (view).data ?? ''].chart(view, { width, lang: language }).toSvg(theme))]));
    }, /** @type {const} */ ([lang, views, SHAPES]));
    const native = await Promise.all(SHAPES.map(async ([width, theme]) => {
      const out = testInfo.outputPath(`${width}-${theme}`);
      await render(binary, ['render', `${root}www/data`, `${root}www/views/views.json`,
        '--lang', lang, '--width', String(width), '--theme', theme, '--out', out]);
      return (/** @type {string} */ name) => readFileSync(`${out}/${name}.svg`, 'utf8');
    }));
    for (const name of Object.keys(views)) {
      const drawn = native.map((read) => read(name));
      expect(new Set(drawn).size, `${name}: each width and theme is a drawing of its own`).toBe(SHAPES.length);
      SHAPES.forEach(([width, theme], at) => expect(served[name][at] === drawn[at], `${name} in ${lang}, ${width} px, ${theme}`).toBe(true));
    }
  });
}
