// @ts-check
import { App } from './app.js';
import { json, ofSite } from './data.js';
import { begin } from './picture.js';
import { remembersRecords, Store } from './store/index.js';

/** What a page of the site has beside its charts: the store of this device, the desk, what few pages need. */

const page = document.documentElement.dataset.page ?? '';

const tellOwn = async (/** @type {boolean} */ hasOwn) => (await import('./store/notices.js')).tellOwn(hasOwn);
const tellBroken = async () => (await import('./store/notices.js')).show('broken');
const loadDesk = async () => (await import('./desk-core.js')).loadDesk();

/**
 * Draws everything on a page that comes from the data.
 * @param {Omit<import('./app.js').Shell, 'tellOwn' | 'tellBroken' | 'loadDesk'>} shell
 */
export async function start(shell) {
  const store = new Store();
  const [core, , content] = await Promise.all([
    loadCore(['desk', 'explore', 'gallery'].includes(page) || remembersRecords()), store.open(), json(ofSite(`views/${page}.json`)),
  ]);
  const app = new App({ shell: { ...shell, tellOwn, tellBroken, loadDesk }, store, core, content });
  await app.openData();
  app.fill();
  (await import('./store/notices.js')).announce(store, page === 'desk');
  if (page === 'about') await Promise.all([import('./findings.js').then(({ findings }) => findings()), import('./lists.js').then(({ lists }) => lists())]);
  const contest = /** @type {HTMLElement | null} */ (document.querySelector('[data-ranking]'));
  if (contest) (await import('./ranking.js')).ranking(contest, shell.lang);
  const maker = /** @type {HTMLElement | null} */ (document.querySelector('[data-builder]'));
  if (maker) await (await import('./builder/index.js')).builder(maker, shell.lang);
  if (page === 'explore') {
    (await import('./explore.js')).explore(app);
    (await import('./borders.js')).borders(app);
  }
  if (page === 'desk') await (await import('./desk/index.js')).desk(app, store);
  await app.listen();
  store.addEventListener('changed-elsewhere', () => void app.reload());
}

/** The core that this page needs. @param {boolean} desk */
async function loadCore(desk) {
  if (desk) return /** @type {any} */ (await loadDesk());
  const core = await import('../pkg/hamyar.js');
  await begin(core, 'pkg/hamyar_bg.wasm');
  return core;
}
