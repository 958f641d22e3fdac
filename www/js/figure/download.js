// @ts-check
import { fetchOfSite } from '../data.js';
import { el } from '../dom.js';

/** The files of our font, each with the letters that it has. */
const FONT_FILES = [['arabic', 'U+600-8FF, U+200C-200E, U+FB50-FEFC'], ['latin', 'U+0-2FF, U+2000-200B, U+200F-2BFF']];

/** @type {Promise<string> | undefined} */
let faces;

/**
 * Gives a file to the person, without a network.
 * @param {BlobPart} content
 * @param {string} type
 * @param {string} name
 */
export function save(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * A drawing that brings its font along: words that were measured for one font run into their neighbours in another.
 * Without a network, or where a page lets no font in, it is as it was.
 * @param {string} svg
 */
export async function withFont(svg) {
  faces ??= Promise.all(FONT_FILES.map(([name, letters]) => face(`fonts/vazirmatn-${name}-wght-normal.woff2`, letters))).then((all) => all.join(''));
  const style = await faces.catch(() => { faces = undefined; return ''; });
  return style ? svg.replace('<title>', `<style>${style}</style><title>`) : svg;
}

/** @param {string} path @param {string} letters */
async function face(path, letters) {
  const response = await fetchOfSite(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const address = await dataAddress(new Blob([await response.arrayBuffer()], { type: 'font/woff2' }));
  return `@font-face{font-family:Vazirmatn;font-weight:100 900;src:url(${address});unicode-range:${letters}}`;
}

/** @param {Blob} blob @returns {Promise<string>} */
function dataAddress(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/**
 * A chart as PNG: its SVG drawn on a canvas of the given scale.
 * @param {string} svg
 * @param {number} scale
 * @returns {Promise<Blob>}
 */
export async function png(svg, scale) {
  const image = new Image();
  // Pages of others let pictures in as data more often than as blobs.
  image.src = await dataAddress(new Blob([await withFont(svg)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = el('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
