// @ts-check
/** A page for each contestant, as its own site would have it: the script, and beside it the data, are asked for by the page itself. */
import { build } from 'esbuild';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { written } from './data.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** @param {string} name @param {boolean} hasStyle */
const page = (name, hasStyle) => `<!doctype html>
<html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>${name}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${hasStyle ? `<link rel="stylesheet" href="${name}.css">` : ''}
<link rel="preload" as="fetch" crossorigin="anonymous" href="data.json"><script type="module" src="${name}.js"></script></head>
<body><div id="box" dir="ltr"></div></body></html>
`;

/** @param {string[]} names @param {string} data folder of the data package @param {string} out */
export async function write(names, data, out) {
  await build({
    entryPoints: names.map((name) => path.join(here, `peers/${name}.mjs`)),
    bundle: true, minify: true, format: 'esm', platform: 'browser', outdir: out, logLevel: 'error',
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'data.json'), written(data));
  for (const name of names) writeFileSync(path.join(out, `${name}.html`), page(name, existsSync(path.join(out, `${name}.css`))));
}
