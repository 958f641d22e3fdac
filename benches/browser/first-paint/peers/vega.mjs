// @ts-check
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { HEIGHT, WIDTH } from '../size.mjs';
import { show } from '../page.mjs';

await show((box, { names, values }) => {
  const rows = names.map((name, place) => ({ name, value: values[place] }));
  const { spec } = compile({
    width: WIDTH - 100, height: HEIGHT - 60, data: { values: rows }, mark: { type: 'bar', tooltip: true },
    encoding: { y: { field: 'name', type: 'nominal', sort: '-x' }, x: { field: 'value', type: 'quantitative' } },
  });
  return new vega.View(vega.parse(spec), { renderer: 'canvas', container: box, hover: true }).runAsync();
});
