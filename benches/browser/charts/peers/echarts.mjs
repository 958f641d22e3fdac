// @ts-check
import * as echarts from 'echarts';
import { HEIGHT, WIDTH } from '../cases.mjs';

/** @param {(data: any) => any} write */
const drawer = (write) => (/** @type {HTMLElement} */ box, /** @type {any} */ data) => {
  const chart = echarts.init(box, null, { width: WIDTH, height: HEIGHT });
  const show = (/** @type {any} */ next) => chart.setOption({ animation: false, tooltip: {}, ...write(next) }, { notMerge: true });
  show(data);
  return { redraw: show, destroy: () => chart.dispose() };
};

export default {
  bar: drawer((/** @type {import('../cases.mjs').Bars} */ { names, values }) => ({ xAxis: {}, yAxis: { data: names }, series: [{ type: 'bar', data: values }] })),
  lines: drawer((/** @type {import('../cases.mjs').Lines} */ { days, series }) => ({
    xAxis: { type: 'time' },
    yAxis: {},
    series: series.map(({ name, values }) => ({ type: 'line', name, showSymbol: false, data: values.map((value, place) => [(days[place] ?? 0) * 1000, value]) })),
  })),
  scatter: drawer((/** @type {import('../cases.mjs').Points} */ { x, y }) => {
    const data = new Float64Array(2 * x.length);
    x.forEach((value, place) => data.set([value, y[place] ?? 0], 2 * place));
    return { xAxis: {}, yAxis: {}, series: [{ type: 'scatter', large: true, symbolSize: 4, data }] };
  }),
  heat: drawer((/** @type {import('../cases.mjs').Cells} */ { rows, columns, values }) => ({
    xAxis: { data: columns },
    yAxis: { data: rows },
    visualMap: { min: 0, max: 1000 },
    series: [{ type: 'heatmap', data: Array.from(values, (value, place) => [place % columns.length, Math.floor(place / columns.length), value]) }],
  })),
};
