// @ts-check
import { both, el } from '../dom.js';
import { whenIdle } from '../store/work.js';

/** A version that is there waits until the person says so, and then until this page is not in the middle of something. @param {ServiceWorkerRegistration} registration */
export function offer(registration) {
  const words = el('span', {}, both('نسخهٔ تازه آماده است؛ هر وقت خواستید.', 'A new version is ready, whenever you like.'));
  const button = el('button', { type: 'button', class: 'button' }, both('به نسخهٔ تازه برو', 'Go to the new version'));
  button.addEventListener('click', () => {
    button.disabled = true;
    whenIdle(() => renew(registration), () => words.replaceChildren(both('کاری در جریان است؛ نسخهٔ تازه پس از آن می‌آید.', 'Work is going on; the new version comes after it.')));
  });
  bar('update', words, button);
}

/** A line below the header of the page, once. @param {string} notice @param {...Node} content */
export function bar(notice, ...content) {
  if (document.querySelector(`[data-notice="${notice}"]`)) return;
  document.querySelector('.site-header')?.after(el('div', { class: 'update-bar', role: 'status', 'data-notice': notice }, ...content));
}

/** Puts the version that waits in charge and loads the page from it. @param {ServiceWorkerRegistration} [registration] */
export function renew(registration) {
  const reload = () => whenIdle(() => location.reload());
  // Another page may have been there first.
  if (!registration?.waiting) return reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  registration.waiting.postMessage('SKIP_WAITING');
}
