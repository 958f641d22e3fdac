// @ts-check
// A data package in a worker, under the policy of our own pages: progress, verdicts, answers, refusals.
import { readFileSync } from 'node:fs';
import { expect, open, test } from './support.mjs';

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the open data are read, judged and asked in a worker, with progress', async ({ page, request }) => {
  await open(page, 'help');
  const came = await page.evaluate(async () => {
    const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
    const { PackageWorker } = await import(/** @type {any} */ (at('js/package/client.js').href));
    const fetched = (/** @type {string} */ path) => fetch(at(`data/${path}`));
    const descriptor = await (await fetched('datapackage.json')).json();
    const bytes = async (/** @type {{ path: string }} */ { path }) => [path, new Uint8Array(await (await fetched(path)).arrayBuffer())];
    const files = Object.fromEntries(await Promise.all(descriptor.resources.map(bytes)));
    const worker = new PackageWorker();
    const code = (/** @type {any} */ error) => [error instanceof Error, error.code ?? error.message, error.messages?.fa ?? ''];
    const question = { measure: 'population_total', periods: ['1395'], areas: { level: 'province' }, by: ['area'] };
    const early = await worker.query(question).catch(code);
    /** @type {[string, number, number][]} */
    const told = [];
    const report = await worker.open(descriptor, files, (/** @type {string} */ step, /** @type {number} */ done, /** @type {number} */ all) => told.push([step, done, all]));
    const [table, unknown] = await Promise.all([worker.query(question), worker.query({ measure: 'loans' })]);
    const wrong = await worker.query({ ...question, by: ['galaxy'] }).catch(code);
    const pending = worker.query(question).catch(code);
    worker.close();
    const closed = await Promise.all([pending, worker.query(question).catch(code)]);
    const empty = new PackageWorker();
    const refused = await empty.open({ resources: [] }, {}).catch(code);
    empty.close();
    return { told, report, table, unknown, early, wrong, closed, refused };
  });

  const steps = came.told.map(([step]) => step).filter((step, place, all) => step !== all[place - 1]);
  expect(steps).toEqual(['read', 'check', 'prepare']);
  for (const step of steps) {
    const done = came.told.filter(([of]) => of === step).map(([, part, all]) => part / all);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect([done[0], done.at(-1)]).toEqual([0, 1]);
  }

  // What the site shows was found by the native build of the same rules.
  const shown = came.report.findings.filter((/** @type {any} */ one) => one.check !== '' || one.verdict !== 'pass');
  expect(shown).toEqual(await (await request.get('/data/findings.json')).json());
  expect(came.report.counts.rejected).toBe(0);

  const [, ...rows] = read('data/population.csv').trim().split('\n').map((line) => line.split(','));
  const printed = rows.filter(([area, period]) => /^\d\d@1395$/.test(area) && period === '1395').map(([area, , , total]) => [area, total]);
  const columns = ['area', 'value'].map((name) => came.table.columns.indexOf(name));
  expect(printed.length).toBe(31);
  expect(came.table.rows.map((/** @type {string[]} */ row) => columns.map((column) => row[column]))).toEqual(printed.sort());
  expect(came.table.columns).not.toContain('evidence');
  expect(came.unknown.refused.map((/** @type {any} */ one) => one.code)).toEqual(['query/unknown-measure']);

  expect(came.early).toEqual([true, 'no package is open', '']);
  expect(came.wrong.slice(0, 2)).toEqual([true, 'api/argument']);
  expect(came.wrong[2]).toMatch(/[آ-ی]/);
  expect(came.closed).toEqual([[true, 'the worker was closed', ''], [true, 'the worker was closed', '']]);
  expect(came.refused.slice(0, 2)).toEqual([true, 'package/empty']);
});

test('evidence of an answer is told row by row', async ({ page }) => {
  await open(page, 'help');
  const behind = await page.evaluate(async () => {
    const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
    const { Workspace, default: init } = await import(/** @type {any} */ (at('pkg/hamyar_desk.js').href));
    const [pack] = await Promise.all([fetch(at('data/package.bin')), init()]);
    const workspace = Workspace.open(new Uint8Array(await pack.arrayBuffer()));
    const answer = workspace.query({ measure: 'population_total', areas: { codes: ['01', '02'] }, by: ['period'] });
    const evidence = [...answer.table().rows.keys(), 99].map((row) => answer.evidence(row));
    return { evidence, card: workspace.card(evidence[0][0], 'en') };
  });
  expect(behind.evidence.slice(0, -1).every((/** @type {string[]} */ ids) => ids.length === 2)).toBe(true);
  expect(behind.evidence.at(-1)).toEqual([]);
  expect(JSON.stringify(behind.card)).toContain('population');
});
