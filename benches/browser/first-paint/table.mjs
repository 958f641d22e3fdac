// @ts-check
/** What came of the samples, in words, beside what is to be kept. */
import os from 'node:os';
import { median } from '../median.mjs';

/** @typedef {{ condition: string, name: string, first: number, isFigure: boolean, drawn: number }} Sample times in ms */
/** @typedef {{ label: string, name: string, pick: 'first' | 'drawn', goals: number[] }} Row */

/** Each is told as a multiple of the blank page by the same clock. @type {Row[]} */
const ROWS = [
  { label: 'blank page, first content', name: 'blank', pick: 'first', goals: [] },
  { label: 'Hamyar, figure as written', name: 'hamyar', pick: 'first', goals: [1.08, 1.08, 1.08] },
  { label: 'blank page, drawn', name: 'blank', pick: 'drawn', goals: [] },
  { label: 'Hamyar, alive', name: 'hamyar', pick: 'drawn', goals: [1.4, 1.9, 2.0] },
  { label: 'uPlot', name: 'uplot', pick: 'drawn', goals: [] },
  { label: 'Chart.js', name: 'chartjs', pick: 'drawn', goals: [] },
  { label: 'ECharts', name: 'echarts', pick: 'drawn', goals: [] },
  { label: 'Vega-Lite', name: 'vega', pick: 'drawn', goals: [] },
  { label: 'Plotly', name: 'plotly', pick: 'drawn', goals: [] },
];

/** @param {Sample[]} found @param {{ conditions: string[], browser: string }} run */
export function table(found, { conditions, browser }) {
  const lines = [
    '',
    'From the start of a navigation to the frame with the chart: medians, ms (first to third quarter), and as a multiple of the blank page with the same data',
    `Chromium ${browser}, ${os.cpus().length} × ${os.cpus()[0]?.model}, load ${os.loadavg()[0]?.toFixed(1)}`,
  ];
  conditions.forEach((condition, place) => {
    const own = found.filter((sample) => sample.condition === condition);
    const times = (/** @type {string} */ name, /** @type {'first' | 'drawn'} */ pick) => own.filter((sample) => sample.name === name).map((sample) => sample[pick]);
    const partial = own.filter(({ name, isFigure }) => name === 'hamyar' && !isFigure).length;
    lines.push('', `${condition} (${times('blank', 'drawn').length} samples of each${partial > 0 ? `; ${partial} first showed a part of the figure alone` : ''})`);
    for (const { label, name, pick, goals } of ROWS) {
      const all = times(name, pick);
      const ratio = median(all) / median(times('blank', pick));
      const goal = goals[place];
      const told = goal === undefined ? '' : `  goal ${goal.toFixed(2)}${ratio <= goal ? '' : ', missed'}`;
      lines.push(`  ${label.padEnd(26)}${median(all).toFixed(0).padStart(6)}  ${spread(all).padStart(13)}  ${ratio.toFixed(2).padStart(6)}${told}`);
    }
  });
  return lines.join('\n');
}

/** @param {number[]} values */
function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (/** @type {number} */ part) => (sorted[Math.round(part * (sorted.length - 1))] ?? NaN).toFixed(0);
  return `(${at(0.25)} to ${at(0.75)})`;
}
