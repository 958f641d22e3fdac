// @ts-check
import Plotly from 'plotly.js-dist-min';
import { HEIGHT, WIDTH } from '../size.mjs';
import { show } from '../page.mjs';

await show((box, { names, values }) =>
  Plotly.newPlot(box, [{ type: 'bar', orientation: 'h', y: names, x: values }], { width: WIDTH, height: HEIGHT }, { displayModeBar: false }));
