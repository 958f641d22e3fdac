// @ts-check
/** A site that `hamyar publish` wrote of a few views, and the server of an old host that it lies on. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveSite } from './serve.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const binary = process.env.HAMYAR_BIN ?? `${root}target/debug/hamyar`;
/** It lies below a folder of its host. */
const FOLDER = '/old/site/charts/';

/**
 * @param {string[]} names of views of the pages
 * @param {{ isPlain: boolean, data?: string, more?: string[] }} options whether the files have no compressed copies, which take half a minute to make; another data package, and more of the command
 */
export async function publish(names, { isPlain, data = `${root}www/data`, more = [] }) {
  const place = mkdtempSync(path.join(tmpdir(), 'hamyar-publish-'));
  const site = path.join(place, FOLDER);
  const all = JSON.parse(readFileSync(`${root}www/views/views.json`, 'utf8'));
  writeFileSync(`${place}/views.json`, JSON.stringify(Object.fromEntries(names.map((name) => [name, all[name]]))));
  execFileSync(binary, ['publish', data, '--views', `${place}/views.json`, '--assets', `${root}target/site`, '--out', site, ...(isPlain ? ['--plain'] : []), ...more]);
  // As the settings that are written beside the pages say.
  const server = await serveSite(() => place, { 'access-control-allow-origin': '*' });
  return {
    site,
    folder: FOLDER,
    origin: server.origin,
    base: server.origin + FOLDER,
    /** What a page around its frames loads. */
    frameScript: `${server.origin}${FOLDER}assets/${readdirSync(`${site}/assets`).find((name) => /^hamyar-frame\.\w+\.js$/.test(name))}`,
    close() {
      server.close();
      rmSync(place, { recursive: true });
    },
  };
}
