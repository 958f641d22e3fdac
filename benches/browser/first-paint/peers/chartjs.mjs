// @ts-check
/** Of the library only what a bar chart with a tooltip takes, as its manual advises. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { HEIGHT, WIDTH } from '../size.mjs';
import { show } from '../page.mjs';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

await show((box, { names, values }) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  box.append(canvas);
  new Chart(canvas, { type: 'bar', data: { labels: names, datasets: [{ data: values }] }, options: { indexAxis: 'y', animation: false, responsive: false } });
});
