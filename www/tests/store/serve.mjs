// @ts-check
/** Serves the store, its test page and idb, under the policy of the product; nothing else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../host/serve.mjs';

const WWW = fileURLToPath(new URL('../../', import.meta.url));
const IDB = fileURLToPath(import.meta.resolve('idb'));
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
  + "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hamyar";

/** @returns {Promise<{origin: string, close: () => void}>} */
export const serve = () => listen(async (path) => {
  const isOpen = ['/js/store/', '/tests/store/'].some((folder) => path.startsWith(folder));
  if (!isOpen && path !== '/vendor/idb.js') throw new Error('not served');
  const body = await readFile(isOpen ? join(WWW, path) : IDB);
  return { body, headers: { 'content-security-policy': POLICY, 'cache-control': 'no-store' } };
});
