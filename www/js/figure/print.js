// @ts-check
/** Ink on paper: the drawing of a chart as elements of the page, so that it prints as lines and letters and not as dots. */
import { ofDocument } from '../dom.js';

const SVG = 'http://www.w3.org/2000/svg';
/** A tag or a text of a drawing as the core writes it. */
const PIECE = /<(\/?)([a-z]+)((?: [\w-]+="[^"]*")*)(\/?)>|([^<]+)/gi;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
/** @type {Record<string, string>} */
const LETTERS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** @param {string} text */
const plain = (text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => LETTERS[found]);

const create = ofDocument('createElementNS');

/**
 * Elements of a drawing, made one by one: a page under our policy parses no markup.
 * @param {string} text that the core wrote
 * @returns {SVGElement}
 */
export function elementsOf(text) {
  const root = create(SVG, 'g');
  /** @type {Element[]} */
  const open = [root];
  for (const [, closes, name, attributes, isEmpty, words] of text.matchAll(PIECE)) {
    const inside = open[open.length - 1];
    if (words) inside.append(plain(words));
    else if (closes) open.pop();
    else {
      const element = create(SVG, name);
      for (const [, key, value] of attributes.matchAll(ATTRIBUTE)) if (key !== 'xmlns') element.setAttribute(key, plain(value));
      inside.append(element);
      if (!isEmpty) open.push(element);
    }
  }
  return /** @type {SVGElement} */ (root.firstElementChild);
}

/**
 * The plot alone; what stands around it the page prints itself.
 * @param {string} text
 * @param {{width: number, height: number, short: string}} parts
 */
export function plotOnPaper(text, { width, height, short }) {
  const drawing = elementsOf(text);
  const plot = [...drawing.children].filter((child) => child.tagName === 'g')[1];
  const [left, top] = (plot.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  drawing.replaceChildren(plot);
  for (const [name, value] of Object.entries({ viewBox: `${left} ${top} ${width} ${height}`, width: String(width), height: String(height), class: 'on-paper', 'aria-label': short })) drawing.setAttribute(name, value);
  return drawing;
}
