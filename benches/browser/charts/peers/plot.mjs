// @ts-check
import * as Plot from '@observablehq/plot';
import { HEIGHT, WIDTH } from '../cases.mjs';

/** The library has no update: a drawing is replaced. @param {(data: any) => any} write */
const drawer = (write) => (/** @type {HTMLElement} */ box, /** @type {any} */ data) => {
  const show = (/** @type {any} */ next) => box.replaceChildren(Plot.plot({ width: WIDTH, height: HEIGHT, ...write(next) }));
  show(data);
  return { redraw: show, destroy: () => box.replaceChildren() };
};

export default {
  bar: drawer((/** @type {import('../cases.mjs').Bars} */ { names, values }) => ({ marginLeft: 90, marks: [Plot.barX(values, { y: names, x: values, tip: true })] })),
  lines: drawer((/** @type {import('../cases.mjs').Lines} */ { days, series }) => {
    const rows = series.flatMap(({ name, values }) => values.map((value, place) => ({ name, value, day: new Date((days[place] ?? 0) * 1000) })));
    return { marks: [Plot.lineY(rows, { x: 'day', y: 'value', stroke: 'name', tip: true })] };
  }),
  scatter: drawer((/** @type {import('../cases.mjs').Points} */ { x, y }) => ({ marks: [Plot.dot(x, { x, y, r: 2 })] })),
  heat: drawer((/** @type {import('../cases.mjs').Cells} */ { rows, columns, values }) => ({
    marks: [Plot.cell(values, { x: (/** @type {any} */ _, /** @type {number} */ place) => columns[place % columns.length], y: (/** @type {any} */ _, /** @type {number} */ place) => rows[Math.floor(place / columns.length)], fill: values })],
  })),
};
