// @ts-check
/** What the page of one chart weighs, compressed as a host does. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** @param {string} site @param {string} view */
export function bytes(site, view) {
  const names = readdirSync(path.join(site, 'assets'), { recursive: true }).map(String);
  const assets = (/** @type {RegExp} */ pattern) => names.filter((name) => pattern.test(name)).map((name) => `assets/${name}`);
  const parts = /** @type {const} */ ([
    ['element', assets(/^hamyar-chart\./)],
    ['reader wasm', assets(/^hamyar_bg\./)],
    ['data of the view', assets(/package\.bin$/)],
    ['style sheet', assets(/\.css$/)],
    ['static figure (page with its table)', [`${view}.html`]],
    ['fonts', assets(/\.woff2$/)],
  ]);
  const sum = (/** @type {readonly string[]} */ files, /** @type {(body: Buffer) => { length: number }} */ pack) =>
    files.reduce((total, name) => {
      const body = readFileSync(path.join(site, name));
      return total + (name.endsWith('.woff2') ? body : pack(body)).length;
    }, 0) / 1024;
  const gzip = (/** @type {Buffer} */ body) => gzipSync(body, { level: 9 });
  const line = (/** @type {string} */ name, /** @type {readonly string[]} */ files, note = '') =>
    `  ${name.padEnd(38)}${sum(files, gzip).toFixed(1).padStart(7)}${sum(files, brotliCompressSync).toFixed(1).padStart(8)}${note}`;
  const goals = new Map([['static figure (page with its table)', 30], ['fonts', 85]]);
  const first = parts.slice(0, 3).flatMap(([, files]) => files);
  return [
    '', `KB of 1024 bytes                           gzip  brotli`,
    ...parts.map(([name, files]) => line(name, files, goals.has(name) ? `  goal ${goals.get(name)}` : '')),
    line('element, wasm and one view', first, '  goal 187 (gzip)'),
  ].join('\n');
}
