// @ts-check
/**
 * A page that is alone has its files inside: each in a block that no browser runs, compressed and in letters. Fonts and
 * styles stand in its style sheet.
 */
import { hold } from '../data.js';

/** @type {Record<string, string>} */
const TYPES = { wasm: 'application/wasm', json: 'application/json', css: 'text/css', csv: 'text/csv' };

/** @param {string} letters @returns {Uint8Array<ArrayBuffer>} */
const decoded = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

/** @param {BodyInit} body @param {string} path */
const answer = (body, path) => new Response(body, { headers: { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' } });

/** The bytes of a font as the style sheet holds them. @param {string} path */
function font(path) {
  const file = path.split('/').at(-1) ?? '';
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = rules.find((rule) => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue('font-family') !== '' && rule.cssText.includes(`#${file}`));
  return /base64,([\w+/=]+)/.exec(face?.cssText ?? '')?.[1];
}

/** @param {string} path @returns {Promise<Response>} */
async function held(path) {
  if (path === 'hamyar.css') return answer(document.querySelector('style')?.textContent ?? '', path);
  const letters = path.startsWith('fonts/') ? font(path) : document.querySelector(`script[data-file="${CSS.escape(path)}"]`)?.textContent;
  if (!letters) return new Response(null, { status: 404 });
  if (path.startsWith('fonts/')) return answer(decoded(letters), path);
  return answer(new Blob([decoded(letters)]).stream().pipeThrough(new DecompressionStream('gzip')), path);
}

hold(held);
