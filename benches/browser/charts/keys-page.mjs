// @ts-check
/** What the driver calls in the page: one line of many days on its canvas, with a live region. */
import { opener } from './opener.mjs';

/** @type {number[]} */
const found = [];
let pressed = 0;
/** Kept: a chart that nobody holds is freed. @type {unknown} */
let shown;

/** Persian days from 1375 on, as ids: each month of 29 days, which is enough for a line. @param {number} count */
function* days(count) {
  for (let day = 0; day < count; day += 1) {
    const month = Math.floor(day / 29);
    const [year, of, date] = [1375 + Math.floor(month / 12), (month % 12) + 1, (day % 29) + 1];
    yield `${year}-${String(of).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  }
}

/** @param {number} count of points @returns {Promise<number>} nodes of the document */
export async function show(count) {
  const open = await opener();
  const figures = [...days(count)].map((day, place) => `0@1395,${day},${(place * 37) % 991},`);
  const workspace = open(['id,code,division,level,parent,name_fa,name_en', 'IR@1395,IR,1395,country,,ایران,Iran', '0@1395,0,1395,province,IR@1395,استان,Province'], figures);
  const view = { query: { measure: 'jobs', by: ['area', 'period'], areas: { level: 'province' } }, mark: 'line' };
  const box = /** @type {HTMLElement} */ (document.getElementById('box'));
  const canvas = document.createElement('canvas');
  const live = document.createElement('p');
  canvas.tabIndex = 0;
  live.setAttribute('role', 'status');
  box.replaceChildren(canvas, live);
  canvas.addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true });
  const chart = workspace.chart(view, { width: 720, lang: 'fa' });
  const say = (/** @type {string} */ text) => {
    live.textContent = text;
    if (pressed) found.push(performance.now() - pressed);
    pressed = 0;
  };
  chart.attach(canvas, devicePixelRatio, () => {}, say, () => {});
  shown = chart;
  canvas.focus();
  return document.querySelectorAll('*').length;
}

export const times = () => (shown ? found : []);
