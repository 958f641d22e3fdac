// @ts-check
/**
 * Takes the service worker off every device: whoever serves the site puts this file in the place of `sw.js`. It
 * deletes what was kept of this site and of no other, leaves IndexedDB alone, and goes. Pages go on with the server.
 */
const worker = /** @type {any} */ (self);
const SCOPE = new URL('./', location.href);

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(worker.skipWaiting()));
// A browser that was busy with the old worker may have missed it: pages ask what waits.
worker.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) {
    if (name.startsWith('hamyar-') && await isOwn(name)) await caches.delete(name);
  }
  await worker.registration.unregister();
}

/** The name of a set ends with the folder of its site; sets of old were named by the build alone. @param {string} name */
async function isOwn(name) {
  if (name.includes('/')) return name.slice(name.indexOf('/')) === SCOPE.pathname;
  const kept = await (await caches.open(name)).keys();
  const overviews = kept.map(({ url }) => url).filter((url) => url.endsWith('/index.html'));
  return overviews.length === 1 && overviews[0] === new URL('index.html', SCOPE).href;
}
