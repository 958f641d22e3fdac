// @ts-check
import { Chart, registerables } from 'chart.js';
import { HEIGHT, WIDTH } from '../cases.mjs';

Chart.register(...registerables);

/** @param {HTMLElement} box @param {import('chart.js').ChartType} type @param {any} data @param {any} [options] */
function chart(box, type, data, options) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  box.append(canvas);
  const drawn = new Chart(canvas, { type, data, options: { animation: false, responsive: false, ...options } });
  return {
    /** @param {any} next */
    redraw(next) {
      drawn.data = next;
      drawn.update();
    },
    destroy: () => drawn.destroy(),
  };
}

/** A case whose data are written as the library takes them. @param {import('chart.js').ChartType} type @param {(data: any) => any} write @param {any} [options] */
const drawer = (type, write, options) => (/** @type {HTMLElement} */ box, /** @type {any} */ data) => {
  const { redraw, destroy } = chart(box, type, write(data), options);
  return { redraw: (/** @type {any} */ next) => redraw(write(next)), destroy };
};

const parsed = { parsing: false, normalized: true };

export default {
  bar: drawer('bar', (/** @type {import('../cases.mjs').Bars} */ { names, values }) => ({ labels: names, datasets: [{ data: values }] }), { indexAxis: 'y' }),
  lines: drawer('line', (/** @type {import('../cases.mjs').Lines} */ { days, series }) => ({
    datasets: series.map(({ name, values }) => ({ label: name, data: values.map((y, place) => ({ x: days[place], y })), pointRadius: 0 })),
  }), { ...parsed, scales: { x: { type: 'linear' } } }),
  scatter: drawer('scatter', (/** @type {import('../cases.mjs').Points} */ { x, y }) => ({
    datasets: [{ data: Array.from(x, (value, place) => ({ x: value, y: y[place] })), pointRadius: 2 }],
  }), parsed),
};
