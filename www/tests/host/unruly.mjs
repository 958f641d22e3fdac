// @ts-check
/** A server whose every answer a test controls, and what pages and their worker made of it. */
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { TYPES } from './serve.mjs';

export const SITE = fileURLToPath(new URL('../../../target/site', import.meta.url));

const LIST = /const FILES = (\[.*\]);/;
/** In the plain run sets hold what the overview needs: each test gathers several. */
const FEW = process.env.HAMYAR_LONG ? null : new Set([...JSON.parse(await readFile(join(SITE, '../../www/first-chart.json'), 'utf8')),
  'js/store/notices.js', 'js/offline/mend.js', 'js/offline/offer.js']);

/** The files of a worker, as the build has listed them. @param {string} worker @returns {{url: string, hash: string}[]} */
const filesOf = (worker) => JSON.parse(LIST.exec(worker)?.[1] ?? '').filter((/** @type {{url: string}} */ { url }) => FEW?.has(url) ?? true);

/** Every file that a set holds. @returns {Promise<string[]>} */
export const listed = async () => filesOf(await readFile(join(SITE, 'sw.js'), 'utf8')).map(({ url }) => url);

/**
 * @typedef {'drop' | 'cut' | 'error' | 'portal' | 'slow' | 'gzip' | 'missing' | 'moved'} Fault
 * @typedef {{path: string, isWorker: boolean, count: number}} Asked `count`: how often it was asked before
 * @typedef {import('node:http').ServerResponse} Response
 */

const PORTAL = '<!doctype html><title>ورود</title><p>برای استفاده از اینترنت وارد شوید.</p>';

/** @type {Record<Fault, (response: Response, type: string, body: Buffer) => void>} */
const FAULTS = {
  drop: (response) => void response.socket?.destroy(),
  cut(response, type, body) {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, connection: 'close' });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
  },
  error: (response) => void response.writeHead(500, { connection: 'close' }).end('500'),
  portal: (response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(PORTAL),
  slow(response, type, body) {
    response.writeHead(200, { 'content-type': type, connection: 'close' });
    response.write(body.subarray(0, 100));
    setTimeout(() => response.end(body.subarray(100)), 1500);
  },
  gzip(response, type, body) {
    const packed = gzipSync(body);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', connection: 'close' });
    response.end(packed.subarray(0, Math.floor(packed.length / 2)));
  },
  missing: (response) => void response.writeHead(404, { connection: 'close' }).end(),
  moved: (response) => void response.writeHead(302, { location: '/elsewhere.js', connection: 'close' }).end(),
};

/** Serves a site until it is closed, below each of `folders`. */
export class Unruly {
  /** The folder served. */
  root = SITE;
  /** @type {(asked: Asked) => Fault | undefined} what becomes of a request */
  rule = () => undefined;
  /** @type {(path: string, text: string) => string | undefined} what is served in place of a file of text */
  change = () => undefined;
  /** @type {(path: string) => boolean} which files have other bytes */
  spoil = () => false;
  /** @type {Asked[]} */
  asked = [];
  origin = '';

  /** @param {string[]} folders */
  constructor(...folders) {
    this.folders = folders;
    this.server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(port = 0) {
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', () => resolve(undefined)));
    this.origin = `http://127.0.0.1:${this.port}`;
    return this;
  }

  get port() {
    return /** @type {import('node:net').AddressInfo} */ (this.server.address()).port;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Forgets what was asked. @param {(asked: Asked) => Fault | undefined} [rule] */
  now(rule = () => undefined) {
    this.rule = rule;
    this.asked = [];
  }

  /** How often it was asked for something. @param {string} path */
  times(path) {
    return this.asked.filter((one) => one.path === path).length;
  }

  /** How often by a page itself. @param {string} path */
  loads(path) {
    return this.asked.filter((one) => one.path === path && !one.isWorker).length;
  }

  /** @param {string} path */
  async #read(path) {
    const body = await readFile(join(this.root, path));
    if (this.spoil(path)) body[body.length - 1] ^= 1;
    if (!/\.(js|html|webmanifest)$/.test(path)) return body;
    const text = path === 'sw.js' ? body.toString().replace(LIST, (whole) => `const FILES = ${JSON.stringify(filesOf(whole))};`) : body.toString();
    return Buffer.from(this.change(path, text) ?? text);
  }

  /** @param {import('node:http').IncomingMessage} request @param {Response} response */
  async #answer(request, response) {
    const address = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const folder = this.folders.find((one) => address.startsWith(one)) ?? '/';
    const path = address.slice(folder.length) || 'index.html';
    const isWorker = /\/sw\.js$/.test(request.headers.referer ?? '');
    const count = this.times(path);
    if (request.method === 'GET') this.asked.push({ path, isWorker, count });
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    try {
      const fault = this.rule({ path, isWorker, count });
      const body = await this.#read(path);
      if (fault) FAULTS[fault](response, type, body);
      // Each request has a connection of its own: a browser asks again by itself where an old one breaks.
      else response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', connection: 'close' }).end(body);
    } catch {
      FAULTS.missing(response, type, Buffer.alloc(0));
    }
  }
}

/** A copy of the built site under another build id. @param {string} folder */
export async function rebuilt(folder) {
  await cp(SITE, folder, { recursive: true });
  const [, old] = /data-build="([^"]+)"/.exec(await readFile(join(folder, 'index.html'), 'utf8')) ?? [];
  const next = `next${old.slice(4)}`;
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(html|js|webmanifest)$/.test(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    if (text.includes(old)) await writeFile(join(folder, name), text.replaceAll(old, next));
  }
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const files = await Promise.all(JSON.parse(LIST.exec(worker)?.[1] ?? '').map(async (/** @type {{url: string}} */ { url }) => (
    { url, hash: createHash('sha256').update(await readFile(join(folder, url))).digest('hex') })));
  await writeFile(join(folder, 'sw.js'), worker.replace(LIST, `const FILES = ${JSON.stringify(files)};`));
  return { old, next };
}

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page */
export const isReady = (page) => page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 30_000 });

/** Opens a page and sees that all of it is there. @param {Page} page @param {string} address */
export async function openWhole(page, address) {
  // The browser's own page about a load that broke off, or a page that is loading itself again, may get in between.
  await expect(async () => { await page.goto(address); }).toPass({ timeout: 20_000 });
  await expectWhole(page);
}

/** @param {Page} page */
export async function expectWhole(page) {
  await isReady(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
  await expect(page.locator('figure[data-state="error"]')).toHaveCount(0);
  await expect(page.locator('figure[data-state="ready"]').first()).toBeVisible();
  expect(await page.evaluate(() => document.fonts.ready.then(() => getComputedStyle(document.body).fontFamily))).toContain('Vazirmatn');
}

/** The sets of this origin, and how many files each holds. @param {Page} page @returns {Promise<Record<string, number>>} */
export const sets = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).filter(({ url }) => !url.endsWith('hamyar-open-pages')).length));
  return Object.fromEntries(names.map((name, at) => [name, counts[at]]));
});

/** All that IndexedDB holds, in short. @param {Page} page */
export const stored = (page) => page.evaluate(async () => {
  /** @type {Record<string, unknown>} */
  const found = {};
  const result = (/** @type {IDBRequest} */ request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(String(name)));
    for (const store of database.objectStoreNames) {
      const rows = await result(database.transaction(store).objectStore(store).getAll());
      found[`${name}/${store}`] = JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? value.length : value));
    }
    database.close();
  }
  return found;
});

/** Waits until a worker is in charge that has gathered everything. @param {Page} page */
export async function expectKept(page) {
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  const files = await listed();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 }).toBe('activated');
  expect(Object.values(await sets(page))).toContain(files.length);
}

/** What a page says that did not come up: its alarm, or the line that needs no script. @param {Page} page */
export async function expectMessage(page) {
  await expect.poll(async () => {
    const said = await page.locator('#alert').textContent();
    // The line comes after ten seconds.
    await page.evaluate(() => { for (const animation of document.getAnimations()) animation.finish(); });
    return Boolean(said) || await page.locator('.late').isVisible();
  }, { timeout: 20_000 }).toBe(true);
}
