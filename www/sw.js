// @ts-check
/**
 * Keeps the whole set of one build, so that every page works without a network after one visit.
 * It never touches IndexedDB, and a new version waits until the person says so. What it keeps and what it gives
 * is held against the hashes of the build. A page goes on with the set that it came from until it is closed.
 */
const BUILD = '__BUILD__';
/** @type {{url: string, hash: string}[]} */
const FILES = /*__PRECACHE__*/[];
const worker = /** @type {any} */ (self);
const SCOPE = new URL('./', location.href);

/** Several sites may lie below one origin: the name of a set ends with the folder of its site. */
const NAME = `hamyar-${BUILD}${SCOPE.pathname}`;
/** @type {Map<string, string>} the hash of each file by its whole address */
const HASHES = new Map(FILES.map(({ url, hash }) => [new URL(url, SCOPE).href, hash]));
/** Where a set keeps which pages go on with an older one. No file of a site is called so. */
const PAGES = new URL('hamyar-open-pages', SCOPE).href;
/** Files that are fetched at a time while a set is gathered. */
const LANES = 6;

/** What a browser must know a file as, whatever a server calls it. */
const TYPES = new Map(Object.entries({
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', wasm: 'application/wasm',
  json: 'application/json; charset=utf-8', webmanifest: 'application/manifest+json; charset=utf-8', csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', txt: 'text/plain; charset=utf-8', md: 'text/markdown; charset=utf-8',
}));

/** @typedef {Record<string, string>} OpenPages names of older sets by the ids of the pages that go on with them */
/** @type {Promise<OpenPages> | undefined} */
let openPages;
const pagesOfOlderSets = () => (openPages ??= readPages(NAME).then((pages) => pages ?? {}));

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'SKIP_WAITING') worker.skipWaiting();
  if (event.data === 'BUILD') event.waitUntil(tellBuild(event.source?.id, event.ports[0]));
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { method, url } = event.request;
  // A fault of this worker must not keep a page from a server that has it.
  if (method === 'GET' && url.startsWith(SCOPE.href)) event.respondWith(answer(event).catch(() => fetch(event.request)));
});

/**
 * All files or none. What an attempt that was broken off had gathered stays for the next one: the old version is
 * in charge until all is there.
 */
async function keepAll() {
  const earlier = await Promise.all((await ownSets()).map((name) => caches.open(name)));
  const cache = await caches.open(NAME);
  const waiting = [...HASHES];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await keep(cache, earlier, ...next);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    waiting.length = 0;
    // What has no room must not take any.
    if (/** @type {Error} */ (error).name === 'QuotaExceededError') await caches.delete(NAME);
    throw error;
  }
}

/** Takes a file from a set of this device, else from the server. @param {Cache} cache @param {Cache[]} earlier @param {string} address @param {string} hash */
async function keep(cache, earlier, address, hash) {
  for (const set of earlier) {
    const kept = await sound(await set.match(address), address, hash);
    if (kept) return cache.put(address, kept);
  }
  const fetched = await fetchSound(address, hash, ['no-cache', 'reload']);
  if (!fetched) throw new Error(`not whole: ${address}`);
  return cache.put(address, fetched);
}

/** Asks the server until the bytes are those of this build. @param {string} address @param {string} hash @param {RequestCache[]} ways */
async function fetchSound(address, hash, ways) {
  for (const cache of ways) {
    try {
      const found = await sound(await fetch(address, { cache }), address, hash);
      if (found) return found;
    } catch {
      // A connection that broke off is asked once more, as is one that brought something else.
    }
  }
  return null;
}

/**
 * The response, if its bytes are those of this build.
 * @param {Response | undefined} response @param {string} address @param {string} hash
 */
async function sound(response, address, hash) {
  if (response?.status !== 200) return null;
  const bytes = await response.arrayBuffer();
  if (await sha256(bytes) !== hash) return null;
  const headers = new Headers(response.headers);
  // They told of the bytes on their way.
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  headers.set('content-type', TYPES.get(address.split('.').at(-1) ?? '') ?? 'application/octet-stream');
  return new Response(bytes, { headers });
}

/** @param {ArrayBuffer} bytes */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The older set in charge goes on for the pages that are open; all others are deleted. */
async function takeOver() {
  const others = (await ownSets()).filter((name) => name !== NAME);
  const before = await lastInCharge(others);
  /** @type {OpenPages} */
  const pages = { ...before?.pages };
  if (before) {
    for (const client of await worker.clients.matchAll({ type: 'all' })) pages[client.id] ??= before.name;
  }
  // A build that came back has the files of its pages.
  for (const [page, name] of Object.entries(pages)) if (name === NAME) delete pages[page];
  openPages = Promise.resolve(pages);
  // A version that is just being gathered is none of the others.
  const isAlone = !worker.registration.installing && !worker.registration.waiting;
  await forget(isAlone ? others : [], pages);
  await worker.clients.claim();
}

/** A worker is ended when nothing asks it, and begins anew. @param {OpenPages} pages */
async function remember(pages) {
  await (await caches.open(NAME)).put(PAGES, Response.json(pages));
}

/** @param {string[]} others from the oldest on */
async function lastInCharge(others) {
  for (const name of [...others].reverse()) {
    const pages = await readPages(name) ?? (isOldStyle(name) ? {} : null);
    if (pages) return { name, pages };
  }
  return null;
}

/** @param {string} name @returns {Promise<OpenPages | null>} of a set that was never in charge none */
async function readPages(name) {
  const kept = await (await caches.open(name)).match(PAGES);
  return kept ? kept.json() : null;
}

/** Deletes the sets that no open page goes on with, and forgets the pages that were closed. @param {string[]} sets @param {OpenPages} pages */
async function forget(sets, pages) {
  const open = (await worker.clients.matchAll({ type: 'all', includeUncontrolled: true })).map((/** @type {{id: string}} */ { id }) => id);
  for (const page of Object.keys(pages)) if (!open.includes(page)) delete pages[page];
  await remember(pages);
  const needed = new Set(Object.values(pages));
  await Promise.all(sets.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
}

/** Sets were once named without a folder, by the build alone. @param {string} name */
const isOldStyle = (name) => !name.includes('/');

/** The names of the sets of this site, of whatever build, from the oldest on; never those of another one. */
async function ownSets() {
  const names = (await caches.keys()).filter((name) => name.startsWith('hamyar-'));
  const isOwn = await Promise.all(names.map((name) => (isOldStyle(name) ? holdsThisSite(name) : name.slice(name.indexOf('/')) === SCOPE.pathname)));
  return names.filter((_, at) => isOwn[at]);
}

/** Each site has one overview: a set that holds another one is not of this site alone. @param {string} name */
async function holdsThisSite(name) {
  const kept = await (await caches.open(name)).keys();
  const overviews = kept.map(({ url }) => url).filter((url) => url.endsWith('/index.html'));
  return overviews.length === 1 && overviews[0] === new URL('index.html', SCOPE).href;
}

/** @param {any} event */
async function answer(event) {
  const { request, clientId, resultingClientId } = event;
  const pages = await pagesOfOlderSets();
  const isPage = request.mode === 'navigate';
  const address = addressOf(request.url);
  if (!isPage && pages[clientId]) return fromOlderSet(pages, clientId, resultingClientId, address);
  const hash = HASHES.get(address);
  const kept = hash && (await ofThisSet(address, hash));
  if (kept) return kept;
  if (hash) event.waitUntil(giveWay());
  if (isPage) return fetch(request).catch(() => explain());
  // A file of another build must not get among those of this one.
  return hash ? Response.error() : fetch(request);
}

/** Without what is asked of a page, and with the page that a folder stands for. @param {string} text */
function addressOf(text) {
  const address = new URL(text);
  address.search = address.hash = '';
  return address.pathname.endsWith('/') ? new URL('index.html', address).href : address.href;
}

/** A file as it was published: what is damaged or gone is fetched once and kept again. @param {string} address @param {string} hash */
async function ofThisSet(address, hash) {
  const cache = await caches.open(NAME);
  const kept = await sound(await cache.match(address), address, hash).catch(() => null);
  if (kept) return kept;
  const fetched = await fetchSound(address, hash, ['reload']);
  // A device without room still shows the page.
  if (fetched) await cache.put(address, fetched.clone()).catch(() => {});
  return fetched;
}

/** A set that cannot be made whole any more does not wait: the version that the server has is there for the next load. */
async function giveWay() {
  const { registration } = worker;
  await registration.update().catch(() => {});
  (registration.waiting ?? registration.installing)?.postMessage('SKIP_WAITING');
}

/**
 * A page of an older version goes on with its own files, and so does a worker that it starts.
 * @param {OpenPages} pages @param {string} page @param {string} started @param {string} address
 */
async function fromOlderSet(pages, page, started, address) {
  if (started) {
    pages[started] = pages[page];
    await remember(pages);
  }
  const kept = await (await caches.open(pages[page])).match(address);
  return kept ?? (HASHES.has(address) ? Response.error() : fetch(address));
}

/** Tells a page of which build the files are that it gets; the page that it took the place of may have been the last of an older one. @param {string} page @param {MessagePort} port */
async function tellBuild(page, port) {
  const pages = await pagesOfOlderSets();
  port.postMessage((pages[page] ?? NAME).slice('hamyar-'.length).split('/')[0]);
  const older = Object.values(pages);
  if (older.length > 0) await forget([...new Set(older)], pages);
}

/** What stands in the place of a page that can be had neither from this device nor from the server. */
function explain() {
  const body = `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>این صفحه باز نشد · همیار</title><link rel="stylesheet" href="${SCOPE.pathname}hamyar.css"></head>
<body><main><h1>این صفحه اکنون باز نمی‌شود</h1>
<p>نسخه‌ای که در این دستگاه نگه داشته شده آسیب دیده یا ناقص است و اینترنت هم در دسترس نیست. رقم‌هایی که خودتان ثبت کرده‌اید دست نخورده است.
به اینترنت وصل شوید و صفحه را تازه کنید؛ همیار خودش را درست می‌کند.</p>
<div lang="en-GB" dir="ltr"><h2>This page cannot be opened now</h2>
<p>The copy on this device is damaged or incomplete, and there is no network. The figures that you entered are untouched.
Connect to the internet and reload the page; Hamyar mends itself.</p></div>
<p><a href="">دوباره / <span lang="en-GB">Try again</span></a></p></main></body></html>`;
  const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";
  return new Response(body, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } });
}
