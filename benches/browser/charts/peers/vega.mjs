// @ts-check
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { HEIGHT, WIDTH } from '../cases.mjs';

/** @param {any} spec @param {(data: any) => any[]} write */
const drawer = (spec, write) => async (/** @type {HTMLElement} */ box, /** @type {any} */ data) => {
  const whole = { width: WIDTH - 100, height: HEIGHT - 60, data: { name: 'rows', values: write(data) }, ...spec };
  const view = new vega.View(vega.parse(compile(whole).spec), { renderer: 'canvas', container: box, hover: true });
  await view.runAsync();
  return {
    /** @param {any} next */
    async redraw(next) {
      await view.change('rows', vega.changeset().remove(vega.truthy).insert(write(next))).runAsync();
    },
    destroy: () => view.finalize(),
  };
};

const quantity = { type: 'quantitative' };

export default {
  bar: drawer({ mark: { type: 'bar', tooltip: true }, encoding: { y: { field: 'name' }, x: { field: 'value', ...quantity } } },
    (/** @type {import('../cases.mjs').Bars} */ { names, values }) => names.map((name, place) => ({ name, value: values[place] }))),
  lines: drawer({ mark: { type: 'line', tooltip: true }, encoding: { x: { field: 'day', type: 'temporal' }, y: { field: 'value', ...quantity }, color: { field: 'name' } } },
    (/** @type {import('../cases.mjs').Lines} */ { days, series }) => series.flatMap(({ name, values }) => values.map((value, place) => ({ name, value, day: (days[place] ?? 0) * 1000 })))),
  scatter: drawer({ mark: { type: 'circle', tooltip: true, size: 12 }, encoding: { x: { field: 'x', ...quantity }, y: { field: 'y', ...quantity } } },
    (/** @type {import('../cases.mjs').Points} */ { x, y }) => Array.from(x, (value, place) => ({ x: value, y: y[place] }))),
  heat: drawer({ mark: { type: 'rect', tooltip: true }, encoding: { x: { field: 'column' }, y: { field: 'row' }, color: { field: 'value', ...quantity } } },
    (/** @type {import('../cases.mjs').Cells} */ { rows, columns, values }) => Array.from(values, (value, place) => ({ value, column: columns[place % columns.length], row: rows[Math.floor(place / columns.length)] }))),
};
