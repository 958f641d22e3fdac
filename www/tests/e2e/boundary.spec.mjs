// @ts-check
// What the core throws at the boundary: an Error with its code, its place and its words in both languages.
import { expect, open, test } from './support.mjs';

/** @param {import('@playwright/test').Page} page @param {string} what */
const thrown = (page, what) => page.evaluate(async (name) => {
  const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
  const core = await import(/** @type {any} */ (at('pkg/hamyar.js').href));
  const { Import, default: init } = await import(/** @type {any} */ (at('pkg/hamyar_import.js').href));
  const { bytes, fetchPack } = await import(/** @type {any} */ (at('js/data.js').href));
  await Promise.all([core.default(), init()]);
  const pack = await fetchPack(at('data/'));
  const workspace = core.Workspace.open(pack);
  const damaged = pack.map((/** @type {number} */ byte, /** @type {number} */ place) => (place === 999 ? byte ^ 1 : byte));
  const descriptor = await (await fetch(at('data/datapackage.json'))).json();
  const files = { 'areas.csv': await bytes(at('data/areas.csv')) };
  const { population: view } = await (await fetch(at('views/views.json'))).json();
  const deep = () => { let value = /** @type {any} */ ({}); for (let depth = 0; depth < 100; depth += 1) value = { value }; return value; };
  /** @type {Record<string, () => unknown>} */
  const faults = {
    'a level that does not exist': () => workspace.chart({ ...view, query: { ...view.query, areas: { level: 'galaxy' } } }, { width: 720, lang: 'fa' }),
    'a mark that does not exist': () => workspace.chart({ ...view, mark: 'pie' }, { width: 720, lang: 'fa' }),
    'a view that is nothing': () => workspace.chart(null, { width: 720, lang: 'fa' }),
    'a view that is text': () => workspace.chart('population', { width: 720, lang: 'fa' }),
    'too deep a value': () => workspace.chart({ ...view, title: deep() }, { width: 720, lang: 'fa' }),
    'a language that does not exist': () => workspace.chart(view, { width: 720, lang: 'de' }),
    'a page in place of a pack': () => core.Workspace.open(new TextEncoder().encode('<!doctype html><title>404</title>')),
    'a damaged pack': () => core.Workspace.open(damaged),
    'a descriptor without resources': () => Import.read({ name: 'x' }, files),
    'a descriptor whose resources are no list': () => Import.read({ ...descriptor, resources: 'areas.csv' }, files),
    'an empty package': () => Import.read({ resources: [] }, {}),
    'a package without its figures': () => Import.read(descriptor, files),
    'files that are no bytes': () => Import.read(descriptor, { 'areas.csv': 'text' }),
  };
  try {
    faults[name]();
    return null;
  } catch (error) {
    const { name: kind, code, row, column, hint, message, messages, hints } = /** @type {any} */ (error);
    // After a refusal the instance goes on: nothing was poisoned.
    const marks = workspace.chart(view, { width: 720, lang: 'fa' }).parts().marks;
    return { isError: error instanceof Error, kind, code, row, column, hint, message, messages, hints, marks };
  }
}, what);

/** What is refused, its code and the place that is named. */
const REFUSED = {
  'a level that does not exist': ['api/argument', 'query.areas.level'],
  'a mark that does not exist': ['api/argument', 'mark'],
  'a view that is nothing': ['api/argument', ''],
  'a view that is text': ['api/argument', ''],
  'too deep a value': ['api/argument', ''],
  'a language that does not exist': ['api/argument', 'lang'],
  'a page in place of a pack': ['pack/not-a-pack', ''],
  'a damaged pack': ['pack/damaged', ''],
  'a package without its figures': ['file/missing', null],
  'a descriptor without resources': ['package/empty', 'resources'],
  'a descriptor whose resources are no list': ['api/argument', 'resources'],
  'an empty package': ['package/empty', 'resources'],
  'files that are no bytes': ['api/argument', ''],
};

test('every refusal is an Error with code, place, and words in both languages', async ({ page }) => {
  await open(page, 'help');
  for (const [what, [code, column]] of Object.entries(REFUSED)) {
    const error = await thrown(page, what);
    expect(error, what).not.toBe(null);
    expect(error, what).toMatchObject({ isError: true, kind: 'HamyarError', row: 0 });
    if (code !== null) expect(error?.code, what).toBe(code);
    if (column !== null) expect(error?.column, what).toBe(column);
    expect(error?.code, what).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(error?.messages.fa, what).toMatch(/[آ-ی]/);
    expect(error?.messages.en, what).toMatch(/[a-z]/);
    expect(error?.message, what).toContain(error?.messages.en);
    expect(error?.hint, what).toBe(error?.hints.en);
    expect(Boolean(error?.hints.fa), `${what}: a hint in both languages or in none`).toBe(Boolean(error?.hints.en));
    expect(error?.marks, `${what}: the next call works`).toBeGreaterThan(20);
  }
  const level = await thrown(page, 'a level that does not exist');
  expect(level?.hints.en).toContain('province');
  expect(level?.hints.fa).toContain('province');
});
