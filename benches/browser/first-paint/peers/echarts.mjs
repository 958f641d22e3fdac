// @ts-check
/** Of the library only what a bar chart with a tooltip takes, as its manual advises. */
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { HEIGHT, WIDTH } from '../size.mjs';
import { show } from '../page.mjs';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

await show((box, { names, values }) => {
  init(box, null, { width: WIDTH, height: HEIGHT })
    .setOption({ animation: false, tooltip: {}, xAxis: {}, yAxis: { data: names, inverse: true }, series: [{ type: 'bar', data: values }] });
});
