// @ts-check
import { WIDTH } from '../cases.mjs';
import { opener } from '../opener.mjs';

/** The areas by these names, of one province each. @param {string[]} names @param {'province' | 'county'} level */
function areas(names, level) {
  const rows = names.map((name, place) => `${place}@1395,${place},1395,${level},${level === 'county' ? 'P@1395' : 'IR@1395'},${name},${name}`);
  const province = level === 'county' ? ['P@1395,P,1395,province,IR@1395,استان,Province'] : [];
  return ['id,code,division,level,parent,name_fa,name_en', 'IR@1395,IR,1395,country,,ایران,Iran', ...province, ...rows];
}

/** @param {number} count from Farvardin 1396 on */
const months = (count) => Array.from({ length: count }, (_, month) => `${1396 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);

/** What only the full core draws. */
const RARE = ['scatter', 'heat'];

/** Areas, figures and the view of a case. @type {Record<string, (data: any) => { areas: string[], figures: string[], view: any }>} */
const WRITTEN = {
  bar: (/** @type {import('../cases.mjs').Bars} */ { names, values }) => ({
    areas: areas(names, 'province'),
    figures: values.map((value, place) => `${place}@1395,1396,${value},`),
    view: { query: { measure: 'jobs', by: ['area'], areas: { level: 'province' } }, mark: 'bar', sort: 'descending' },
  }),
  lines: (/** @type {import('../cases.mjs').Lines} */ { days, series }) => ({
    areas: areas(series.map(({ name }) => name), 'province'),
    figures: series.flatMap(({ values }, place) => months(days.length).map((month, at) => `${place}@1395,${month},${values[at]},`)),
    view: { query: { measure: 'jobs', by: ['area', 'period'], areas: { level: 'province' } }, mark: 'line', limit: 2000 },
  }),
  scatter: (/** @type {import('../cases.mjs').Points} */ { x, y }) => ({
    areas: areas(Array.from(x, (_, place) => `${place}`), 'county'),
    figures: Array.from(x, (value, place) => `${place}@1395,1396,${value},${y[place]}`),
    view: { query: { measure: 'members', by: ['area'], areas: { level: 'county' } }, mark: 'scatter', encoding: { x: { measure: 'jobs' } } },
  }),
  heat: (/** @type {import('../cases.mjs').Cells} */ { rows, columns, values }) => ({
    areas: areas(rows, 'county'),
    figures: rows.flatMap((_, row) => months(columns.length).map((month, column) => `${row}@1395,${month},${values[row * columns.length + column]},`)),
    view: { query: { measure: 'jobs', by: ['area', 'period'], areas: { level: 'county' } }, mark: 'heat_map' },
  }),
};

/** @type {any} */
let workspaces;

/** Opens the data of a case: a peer is handed its arrays before it is timed, too. @param {string} name @param {any} all @param {any} fewer */
async function prepare(name, all, fewer) {
  const write = WRITTEN[name];
  if (!write) return;
  const opened = await opener(RARE.includes(name));
  const open = (/** @type {any} */ data) => {
    const { areas: places, figures, view } = write(data);
    return { workspace: opened(places, figures), view };
  };
  workspaces = new Map([[all, open(all)], [fewer, open(fewer)]]);
}

const ignore = () => {};

/** @param {HTMLElement} box @param {any} data */
function draw(box, data) {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `width: ${WIDTH}px`;
  box.append(canvas);
  /** @type {any} */
  let chart;
  const redraw = (/** @type {any} */ next) => {
    chart?.free();
    const { workspace, view } = workspaces.get(next);
    chart = workspace.chart(view, { width: WIDTH, lang: 'en' });
    chart.attach(canvas, devicePixelRatio, ignore, ignore, ignore);
  };
  redraw(data);
  return { redraw, destroy: () => chart.free() };
}

export default Object.assign({ prepare }, Object.fromEntries(Object.keys(WRITTEN).map((name) => [name, draw])));
