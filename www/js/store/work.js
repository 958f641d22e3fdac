// @ts-check
/** What must not be cut in two by a page that is loaded again, such as saving or taking in a file. */
let running = 0;
/** @type {(() => void)[]} */
const waiting = [];

/**
 * Does something; the page goes to no other version meanwhile.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function atWork(work) {
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) for (const act of waiting.splice(0)) act();
  }
}

/** Acts once nothing is being done. @param {() => void} act @param {() => void} [waits] called if that is not now */
export function whenIdle(act, waits) {
  if (running === 0) return act();
  waits?.();
  waiting.push(act);
}
