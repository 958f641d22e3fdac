// @ts-check
/**
 * Keeps the whole set of one build, so that every page works without a network after one visit.
 * It never touches IndexedDB, and a new version waits until the person says so.
 */
const BUILD = '__BUILD__';
const NAME = `hamyar-${BUILD}`;
/** @type {{url: string, hash: string}[]} */
const FILES = /*__PRECACHE__*/[];
const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'SKIP_WAITING') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const address = new URL(event.request.url);
  if (event.request.method === 'GET' && address.origin === location.origin) event.respondWith(answer(event.request, address));
});

/** All files or none: a half cache is worse than none. */
async function keepAll() {
  const cache = await caches.open(NAME);
  try {
    await cache.addAll(FILES.map(({ url }) => new Request(url, { cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function forgetOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith('hamyar-') && name !== NAME) await caches.delete(name);
  }
  await worker.clients.claim();
}

/** @param {Request} request @param {URL} address */
async function answer(request, address) {
  const cache = await caches.open(NAME);
  const page = address.pathname.endsWith('/') ? new URL('index.html', address).href : request;
  const kept = await cache.match(page, { ignoreSearch: true });
  return kept ?? fetch(request);
}
