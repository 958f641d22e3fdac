// @ts-check
import { both } from '../dom.js';
import { MENDED } from '../offline.js';
import { bar, renew } from './offer.js';

/** A version that is being gathered is waited for this long; on a slow line the page says what to do meanwhile. */
const GATHER_MS = 30_000;

const CLOSE = /** @type {const} */ (['همهٔ زبانه‌های همیار را ببندید و دوباره باز کنید؛ اگر باز هم چنین بود، کمی بعد دوباره بیایید.',
  'Close all tabs of Hamyar and open it again; if that does not help, come back a little later.']);

/**
 * A page that did not come up: from parts of two builds, or with damaged ones. It is loaded again, once.
 * @returns {Promise<readonly [fa: string, en: string]>} what the person can do; never, where the page is being loaded again
 */
export async function mend() {
  if (!(await isReachable())) return ['اینترنت در دسترس نیست؛ پس از وصل شدن، صفحه را تازه کنید.', 'There is no network; reload the page once there is.'];
  if (!isFirst()) return CLOSE;
  await again();
  return new Promise(() => {});
}

/** A page that came up, and whose worker has files of another build. */
export async function agreeAgain() {
  if (isFirst() && !isTyping()) return again();
  bar('two-versions', both(`این صفحه و آنچه در این دستگاه نگه داشته شده از دو نسخه‌اند. ${CLOSE[0]}`, `This page and what is kept on this device are of two versions. ${CLOSE[1]}`));
}

async function again() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await gather(registration);
  if (!navigator.serviceWorker?.controller) await refresh();
  renew(registration);
}

/** Whether the page was not loaded again for this already; where it may not remember, by how it was loaded. */
function isFirst() {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  try {
    const isSecond = sessionStorage.getItem(MENDED);
    sessionStorage.setItem(MENDED, 'true');
    return !isSecond;
  } catch {
    return navigation?.type !== 'reload';
  }
}

/** Asks past the worker, which answers GET alone. */
const isReachable = () => fetch(new URL('../../sw.js', import.meta.url), { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);

const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false;

/** Lets the browser look for a newer version, and waits until it is there. @param {ServiceWorkerRegistration} [registration] */
async function gather(registration) {
  await registration?.update().catch(() => {});
  const coming = registration?.installing;
  if (!coming) return;
  await new Promise((resolve) => {
    coming.addEventListener('statechange', resolve);
    setTimeout(resolve, GATHER_MS);
  });
}

/** Without a worker the browser may hold old parts for fresh: whatever this page has loaded is asked for again. */
async function refresh() {
  const parts = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith(location.origin));
  await Promise.all([...new Set(parts)].map((part) => fetch(part, { cache: 'reload' }).catch(() => {})));
}
