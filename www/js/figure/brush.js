// @ts-check
import { el } from '../dom.js';
import { part, steering } from './steer.js';

/** Fewer px than this are a press. */
const DRAG = 10;

/**
 * Draws a window over the plot while a mouse is drawn across it, and then shows what lies in that alone.
 * @param {import('./figure.js').Figure} figure
 * @param {number} start where it was pressed, in px of the window of the browser
 */
export function brush(figure, start) {
  const { plot } = figure;
  const window = el('div', { class: 'brush', hidden: '' });
  plot.append(window);
  const box = plot.getBoundingClientRect();
  const place = (/** @type {number} */ x) => Math.max(0, Math.min(box.width, x - box.left));
  const ends = (/** @type {number} */ x) => [place(Math.min(start, x)), place(Math.max(start, x))];
  const stop = new AbortController();
  const { signal } = stop;
  const end = () => { stop.abort(); window.remove(); };
  addEventListener('pointermove', ({ clientX }) => {
    const [left, right] = ends(clientX);
    window.hidden = right - left < DRAG;
    window.style.left = `${left}px`;
    window.style.width = `${right - left}px`;
  }, { signal });
  addEventListener('pointercancel', end, { signal });
  addEventListener('pointerup', ({ clientX }) => {
    end();
    const [left, right] = ends(clientX);
    if (right - left < DRAG) return;
    keepFromChoosing(plot);
    const marks = figure.chart.marks().filter((mark) => mark.left + mark.width / 2 >= left && mark.left + mark.width / 2 <= right);
    steering(figure).showPeriods(marks.map((mark) => part(mark.key, 'period') ?? ''));
  }, { signal });
}

/** The press that ended the drag is no choice of a mark. @param {HTMLElement} plot */
function keepFromChoosing(plot) {
  const stop = new AbortController();
  plot.addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort());
}
