// @ts-check
import { el } from '../dom.js';

/**
 * A tooltip inside a plot: opens on hover, touch and focus, stays while the pointer is over it,
 * and closes on Escape.
 * @param {HTMLElement} plot
 */
export function createTooltip(plot) {
  const box = el('div', { class: 'tooltip', role: 'tooltip', hidden: '' });
  plot.append(box);
  let held = false;
  box.addEventListener('pointerenter', () => { held = true; });
  box.addEventListener('pointerleave', () => { held = false; hide(); });

  function hide() {
    if (!held) box.hidden = true;
  }

  /**
   * @param {import('../../pkg/hamyar.js').ChartMark} mark
   * @param {'fa'|'en'} lang
   */
  function show(mark, lang) {
    box.lang = lang;
    box.dir = lang === 'fa' ? 'rtl' : 'ltr';
    box.replaceChildren(
      el('p', { class: 'tooltip-heading' }, mark.heading),
      el('p', { class: 'tooltip-value' }, mark.value),
      ...mark.details.map((line) => el('p', { class: 'tooltip-detail' }, line)),
      ...(mark.source ? [el('p', { class: 'tooltip-source' }, mark.source)] : []),
    );
    box.hidden = false;
    place(mark);
  }

  /** Above the mark as long as that is on the screen: the marks it is compared with lie below. @param {import('../../pkg/hamyar.js').ChartMark} mark */
  function place(mark) {
    const room = plot.clientWidth;
    const width = box.offsetWidth;
    const below = mark.top + mark.height + 10;
    const above = mark.top - box.offsetHeight - 10;
    const middle = mark.left + mark.width / 2 - width / 2;
    box.style.left = `${Math.max(0, Math.min(middle, room - width))}px`;
    box.style.top = `${plot.getBoundingClientRect().top + above >= 0 ? above : below}px`;
  }

  return {
    show,
    hide() { held = false; box.hidden = true; },
    /** Hides unless the pointer rests on it. */
    release: hide,
    get open() { return !box.hidden; },
  };
}
