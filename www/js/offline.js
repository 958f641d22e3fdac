// @ts-check
import { both, el } from './dom.js';
import { scriptAddress } from './trusted.js';

/**
 * Registers the service worker after the page is drawn, says when the page works without a network,
 * and announces a new version. Nothing waits for any of it, and no update is forced.
 */
export function announceOffline() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  const note = document.querySelector('.offline-note');
  const ready = () => note?.replaceChildren(both('آمادهٔ کار بدون اینترنت', 'Ready to work offline'));
  if (navigator.serviceWorker.controller) ready();
  navigator.serviceWorker.register(scriptAddress(new URL('../sw.js', import.meta.url).href)).then((registration) => {
    if (registration.active) ready();
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => {
        if (coming.state === 'activated') ready();
        if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(registration);
      });
    });
  }).catch((error) => console.warn('no service worker:', error));
}

/** @param {ServiceWorkerRegistration} registration */
function offer(registration) {
  if (document.querySelector('[data-notice="update"]')) return;
  const button = el('button', { type: 'button', class: 'button' }, both('به نسخهٔ تازه برو', 'Go to the new version'));
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('SKIP_WAITING');
  });
  document.querySelector('.site-header')?.after(
    el('div', { class: 'update-bar', role: 'status', 'data-notice': 'update' }, el('span', {}, both('نسخهٔ تازه آماده است؛ هر وقت خواستید.', 'A new version is ready, whenever you like.')), button));
}
