// @ts-check
/**
 * The worker of `client.js`: one data package, read, judged and asked in a core of its own, whose memory is
 * given back as a whole when the worker ends.
 */
import init, { Import } from '../../pkg/hamyar_import.js';

/** @typedef {import('./client.js').Step} Step */
/** @typedef {import('./client.js').Call} Call */

const ready = init({ module_or_path: new URL('../../pkg/hamyar_import_bg.wasm', import.meta.url) });

/** @type {import('../../pkg/hamyar_import.js').Workspace | undefined} */
let workspace;

addEventListener('message', async (/** @type {MessageEvent<Call>} */ { data: call }) => {
  try {
    await ready;
    postMessage({ id: call.id, value: call.name === 'open' ? open(call) : query(call.question) });
  } catch (error) {
    postMessage({ id: call.id, failed: plain(error) });
  }
});

/** @param {import('./client.js').OpenCall} call */
function open({ id, descriptor, files }) {
  const tell = (/** @type {Step} */ step) => (/** @type {number} */ done, /** @type {number} */ all) => postMessage({ id, step, done, all });
  tell('read')(0, 1);
  const read = Import.read(descriptor, files, tell('read'));
  const [counts, diagnostics] = read.report();
  const verdicts = read.check(tell('check'));
  tell('prepare')(0, 1);
  workspace = read.workspace();
  workspace.prepare();
  tell('prepare')(1, 1);
  return { counts, diagnostics, ...verdicts };
}

/** @param {object} question */
function query(question) {
  if (!workspace) throw new Error('no package is open');
  const answer = workspace.query(question);
  try {
    return answer.table();
  } finally {
    answer.free();
  }
}

/** What is kept of an error on its way to another thread: only messages of errors cross by themselves. @param {unknown} error */
function plain(error) {
  return error instanceof Error ? { ...error, message: error.message } : { message: String(error) };
}
