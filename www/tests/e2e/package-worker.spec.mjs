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
    const [asks, shows] = await Promise.all(['import', 'desk'].map((name) => import(/** @type {any} */ (at(`pkg/hamyar_${name}.js`).href))));
    const [pack] = await Promise.all([fetch(at('data/package.bin')), asks.default(), shows.default()]);
    const bytes = new Uint8Array(await pack.arrayBuffer());
    const workspace = asks.Workspace.open(bytes);
    const answer = workspace.query({ measure: 'population_total', areas: { codes: ['01', '02'] }, by: ['period'] });
    const evidence = [...answer.table().rows.keys(), 99].map((row) => answer.evidence(row));
    return { evidence, card: shows.Workspace.open(bytes).card(evidence[0][0], 'en') };
  });
  expect(behind.evidence.slice(0, -1).every((/** @type {string[]} */ ids) => ids.length === 2)).toBe(true);
  expect(behind.evidence.at(-1)).toEqual([]);
  expect(JSON.stringify(behind.card)).toContain('population');
});

test('tables of JSON, in files and inside the descriptor, are the tables of cells', async ({ page }) => {
  await open(page, 'help');
  const came = await page.evaluate(async () => {
    const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
    const { Import, default: init } = await import(/** @type {any} */ (at('pkg/hamyar_import.js').href));
    await init();
    const bytes = (/** @type {unknown} */ value) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
    const tables = {
      units: [['id', 'base', 'exponent', 'name_fa', 'name_en'], ['rial', 'rial', '0', 'ریال', 'rials']],
      measures: [['id', 'name_fa', 'name_en', 'unit', 'kind', 'area_rule', 'time_rule'], ['paid', 'پرداخت', 'Paid', 'rial', 'flow', 'sum', 'sum']],
      areas: [['id', 'code', 'division', 'level', 'parent', 'name_fa', 'name_en'], ['IR@1402', 'IR', '1402', 'country', '', 'ایران', 'Iran']],
      sources: [['id', 'kind', 'title_fa', 'title_en'], ['S', 'press', 'خبر', 'News']],
      observations: [['id', 'measure', 'area', 'period', 'scenario', 'value', 'unit', 'source'], ['O', 'paid', 'IR@1402', '1402', 'actual', 'VALUE', 'rial', 'S']],
    };
    // More than a double holds: exact only where the digits themselves are read.
    const value = '9007199254740993.25';
    const text = (/** @type {string[][]} */ rows) => JSON.stringify(rows).replace('"VALUE"', value);
    const cells = (/** @type {string[][]} */ rows) => rows.map((row) => row.join(',')).join('\n').replace('VALUE', value);
    const all = Object.entries(tables);
    const named = (/** @type {string} */ ending) => ({ resources: all.map(([name]) => ({ name, path: `${name}.${ending}` })) });
    const inside = `{"resources": [${all.map(([name, rows]) => `{"name": "${name}", "data": ${text(rows)}}`).join(',')}]}`;
    const read = [
      Import.read(bytes(named('csv')), Object.fromEntries(all.map(([name, rows]) => [`${name}.csv`, bytes(cells(rows))]))),
      Import.read(bytes(named('json')), Object.fromEntries(all.map(([name, rows]) => [`${name}.json`, bytes(text(rows))]))),
      Import.read(bytes(inside), {}),
    ];
    const reports = read.map((one) => one.report());
    const packs = read.map((one) => one.pack().join());
    const rows = read[2].workspace().query({ measure: 'paid', by: ['period'] }).table();
    return { reports, same: packs.map((pack) => pack === packs[0]), rows: JSON.stringify(rows) };
  });
  for (const [counts, diagnostics] of came.reports) expect([counts.accepted, counts.rejected, diagnostics]).toEqual([5, 0, []]);
  expect(came.same).toEqual([true, true, true]);
  expect(came.rows).toContain('9007199254740993.25');
});
