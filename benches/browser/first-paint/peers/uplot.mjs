// @ts-check
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { HEIGHT, WIDTH } from '../size.mjs';
import { show } from '../page.mjs';

await show((box, { names, values }) => {
  const paths = /** @type {any} */ (uPlot.paths).bars({ size: [0.7] });
  new uPlot({
    width: WIDTH,
    height: HEIGHT,
    scales: { x: { time: false, range: (_, low, high) => [low - 1, high + 1] } },
    axes: [{ values: (_, at) => at.map((place) => names[place] ?? '') }, {}],
    series: [{}, { label: 'جمعیت', fill: 'teal', paths }],
  }, [names.map((_, place) => place), values], box);
  // It draws in a microtask.
  return Promise.resolve();
});
