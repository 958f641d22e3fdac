// @ts-check
import Plotly from 'plotly.js-dist-min';
import { HEIGHT, WIDTH } from '../cases.mjs';

/** @param {(data: any) => any[]} write @param {any} [more] */
const drawer = (write, more) => async (/** @type {HTMLElement} */ box, /** @type {any} */ data) => {
  const layout = { width: WIDTH, height: HEIGHT, ...more };
  const show = (/** @type {any} */ next) => Plotly.react(box, write(next), layout, { displayModeBar: false });
  await show(data);
  return { redraw: show, destroy: () => Plotly.purge(box) };
};

export default {
  bar: drawer((/** @type {import('../cases.mjs').Bars} */ { names, values }) => [{ type: 'bar', orientation: 'h', y: names, x: values }]),
  lines: drawer((/** @type {import('../cases.mjs').Lines} */ { days, series }) => {
    const x = days.map((day) => new Date(day * 1000));
    return series.map(({ name, values }) => ({ type: 'scatter', mode: 'lines', name, x, y: values }));
  }),
  scatter: drawer((/** @type {import('../cases.mjs').Points} */ { x, y }) => [{ type: 'scattergl', mode: 'markers', x, y, marker: { size: 4 } }]),
  heat: drawer((/** @type {import('../cases.mjs').Cells} */ { rows, columns, values }) => [{
    type: 'heatmap', x: columns, y: rows, z: rows.map((_, row) => values.subarray(row * columns.length, (row + 1) * columns.length)),
  }]),
};
