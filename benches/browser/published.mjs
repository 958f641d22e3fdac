// @ts-check
/** The site that `hamyar publish` writes of a few views, for what is measured on it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} use each has a folder of its own @param {string[]} names of views of the pages @returns {string} where the site lies */
export function publish(use, names) {
  const place = path.join(root, 'target/bench/published', use);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const all = JSON.parse(readFileSync(path.join(root, 'www/views/views.json'), 'utf8'));
  const views = path.join(place, 'views.json');
  writeFileSync(views, JSON.stringify(Object.fromEntries(names.map((name) => [name, all[name]]))));
  const site = path.join(place, 'site');
  const program = process.env.HAMYAR_BIN ?? path.join(root, 'target/debug/hamyar');
  execFileSync(program, ['publish', path.join(root, 'www/data'), '--views', views, '--assets', path.join(root, 'target/site'), '--out', site, '--plain'], { stdio: 'inherit' });
  return site;
}
