// Reads an answer in JSON-stat with another's reader and compares it with the same answer in columns.
//
//   node json_stat.mjs ANSWER.json COLUMNS.json
//
// `ANSWER.json` is of `hamyar query --format json-stat`, `COLUMNS.json` of `hamyar query --json`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import JSONstat from 'jsonstat-toolkit';

const [answer, columns] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));

const dataset = JSONstat(answer);
assert.equal(dataset.class, 'dataset');
assert.equal(dataset.n, dataset.size.reduce((cells, size) => cells * size, 1));
assert.equal(dataset.n, answer.value.length);
for (const id of dataset.id) {
  assert.ok(dataset.Dimension(id).label, id);
  for (const category of dataset.Dimension(id).Category()) assert.ok(category.label, id);
}

const cells = dataset.toTable({ type: 'arrobj', field: 'id', content: 'id', status: true });
const rows = columns.rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns.columns[at], cell])));
assert.ok(rows.length > 0, 'no rows to compare');
for (const row of rows) {
  row.area ||= row.group;
  const fits = (cell) =>
    dataset.id.every((id) => id === 'row' || !row[id] || cell[id] === row[id]);
  const own = cells.filter((cell) => fits(cell) && cell.value === (row.value === '' ? null : Number(row.value)));
  assert.ok(own.length > 0, `no cell for ${JSON.stringify(row)}`);
  const exactness = row.missing || (row.qualifier === 'exact' ? '' : row.qualifier);
  const told = [exactness, row.status === 'confirmed' ? '' : row.status].filter(Boolean).join();
  assert.ok(own.some((cell) => (cell.status ?? '') === told), `no status for ${JSON.stringify(row)}`);
}
console.log(`  ${rows.length} rows in ${dataset.n} cells of ${dataset.id.join(' × ')}`);
