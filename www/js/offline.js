// @ts-check
import { both } from './dom.js';
import { scriptAddress } from './trusted.js';

const build = document.documentElement.dataset.build;

/** That a page was loaded again because its parts were of two builds: once, until they agree. */
export const MENDED = 'hamyar-mended';

/**
 * Registers the service worker after the page is drawn, says when the page works without a network,
 * and announces a new version. Nothing waits for any of it, and no update is forced.
 */
export function announceOffline() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  const { serviceWorker } = navigator;
  // A page without a worker has its parts from the server, and came up with them.
  if (!serviceWorker.controller) settled();
  const agree = () => void compare(serviceWorker.controller);
  agree();
  serviceWorker.addEventListener('controllerchange', agree);
  serviceWorker.register(scriptAddress(new URL('../sw.js', import.meta.url).href)).then((registration) => {
    void compare(registration.active);
    // A page that went past its worker looks for the version that it has itself.
    if (registration.active && !serviceWorker.controller) registration.update().catch(() => {});
    const announce = async () => {
      // What takes the worker off a device never says, and comes to know that it is asked.
      if (registration.waiting && serviceWorker.controller && await buildOf(registration.waiting)) (await import('./offline/offer.js')).offer(registration);
    };
    void announce();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => void announce());
      // The first one is not waited for by anybody.
      if (!registration.active) void compare(coming);
    });
  }).catch((error) => console.warn('no service worker:', error));
}

/**
 * Says that the page works without a network where the worker has the files of its build. A page that is
 * given files of another build is loaded again, once.
 * @param {ServiceWorker | null} worker
 */
async function compare(worker) {
  if (!worker) return;
  // Only then it knows which pages go on with an older set.
  while (worker.state !== 'activated') {
    if (worker.state === 'redundant') return;
    await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  }
  const kept = await buildOf(worker);
  const isInCharge = worker === navigator.serviceWorker.controller;
  if (kept === build) {
    document.querySelector('.offline-note')?.replaceChildren(both('آمادهٔ کار بدون اینترنت', 'Ready to work offline'));
    if (isInCharge) settled();
  } else if (isInCharge) await (await import('./offline/mend.js')).agreeAgain();
}

/** Of which build the files are that a worker gives this page; one that was switched off never says. @param {ServiceWorker} worker @returns {Promise<string>} */
function buildOf(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('BUILD', [port2]);
  });
}

/** Whatever happens next may be mended again. */
function settled() {
  if (document.documentElement.dataset.failed) return;
  try {
    sessionStorage.removeItem(MENDED);
  } catch {
    // A page that may not remember looks at how it was loaded.
  }
}
