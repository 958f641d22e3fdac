// @ts-check
import uPlot from 'uplot';
import { HEIGHT, WIDTH } from '../cases.mjs';

/** @param {HTMLElement} box @param {any} options @param {any} data */
function chart(box, options, data) {
  const drawn = new uPlot({ width: WIDTH, height: HEIGHT, ...options }, data, box);
  return { drawn, destroy: () => drawn.destroy() };
}

/** @param {HTMLElement} box @param {import('../cases.mjs').Bars} data */
function bar(box, { names, values }) {
  let shown = names;
  const places = (/** @type {number} */ count) => Array.from({ length: count }, (_, place) => place);
  const paths = /** @type {any} */ (uPlot.paths).bars({ size: [0.7] });
  const options = {
    scales: { x: { time: false, range: (/** @type {any} */ _, /** @type {number} */ low, /** @type {number} */ high) => [low - 1, high + 1] } },
    axes: [{ values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map((place) => shown[place] ?? '') }, {}],
    series: [{}, { label: 'Value', fill: 'teal', paths }],
  };
  const { drawn, destroy } = chart(box, options, [places(names.length), values]);
  return {
    /** @param {import('../cases.mjs').Bars} next */
    redraw(next) {
      shown = next.names;
      drawn.setData([places(next.names.length), next.values]);
    },
    destroy,
  };
}

/** @param {HTMLElement} box @param {import('../cases.mjs').Lines} data */
function lines(box, { days, series }) {
  const colors = series.map((_, place) => `hsl(${place * 30} 60% 40%)`);
  const options = { series: [{}, ...series.map(({ name }, place) => ({ label: name, stroke: colors[place] }))] };
  const { drawn, destroy } = chart(box, options, [days, ...series.map(({ values }) => values)]);
  return {
    /** @param {import('../cases.mjs').Lines} next */
    redraw(next) {
      const shown = new Set(next.series.map(({ name }) => name));
      drawn.batch(() => series.forEach(({ name }, place) => drawn.setSeries(place + 1, { show: shown.has(name) })));
    },
    destroy,
  };
}

/** Circles in one path, as the library's own example draws them. @param {any} plot @param {number} index */
function circles(plot, index) {
  uPlot.orient(plot, index, (/** @type {any[]} */ ...at) => {
    const [, x, y, scaleX, scaleY, toX, toY, left, top, width, height, , , , , arc] = [at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9], at[10], 0, 0, 0, 0, at[14]];
    const [xs, ys] = plot.data[index];
    const path = new Path2D();
    for (let place = 0; place < xs.length; place += 1) {
      const [cx, cy] = [toX(xs[place], scaleX, width, left), toY(ys[place], scaleY, height, top)];
      path.moveTo(cx + 2, cy);
      arc(path, cx, cy, 2, 0, 2 * Math.PI);
    }
    plot.ctx.fillStyle = 'teal';
    plot.ctx.fill(path);
    return [x, y];
  });
  return null;
}

/** @param {HTMLElement} box @param {import('../cases.mjs').Points} data */
function scatter(box, { x, y }) {
  const range = { range: [0, 5000] };
  const options = { mode: 2, scales: { x: { time: false, range: [0, 3000] }, y: range }, series: [{}, { label: 'Points', paths: circles }] };
  const { drawn, destroy } = chart(box, options, [null, [x, y]]);
  return { redraw: (/** @type {import('../cases.mjs').Points} */ next) => drawn.setData(/** @type {any} */ ([null, [next.x, next.y]])), destroy };
}

const shades = Array.from({ length: 256 }, (_, place) => `hsl(180 60% ${95 - place / 4}%)`);

/** @param {HTMLElement} box @param {import('../cases.mjs').Cells} data */
function heat(box, data) {
  let cells = data;
  const draw = (/** @type {any} */ plot) => {
    const { rows, columns, values } = cells;
    const { left, top, width, height } = plot.bbox;
    const [wide, high] = [width / columns.length, height / rows.length];
    for (let place = 0; place < values.length; place += 1) {
      plot.ctx.fillStyle = shades[Math.floor((values[place] ?? 0) / 4)];
      plot.ctx.fillRect(left + (place % columns.length) * wide, top + Math.floor(place / columns.length) * high, wide, high);
    }
  };
  const options = { scales: { x: { time: false, range: [0, 96] }, y: { range: [0, 480] } }, series: [{}, {}], hooks: { draw: [draw] } };
  const { drawn, destroy } = chart(box, options, [[0, 96], [null, null]]);
  return {
    /** @param {import('../cases.mjs').Cells} next */
    redraw(next) {
      cells = next;
      drawn.redraw();
    },
    destroy,
  };
}

export default { bar, lines, scatter, heat };
