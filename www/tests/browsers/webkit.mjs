// @ts-check
/** WebKitGTK's small browser, driven by plain WebDriver on a screen that is none. `MINIBROWSER_PATH` names it, `WEBKIT_DRIVER_PATH` its driver. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** What WebDriver calls keys. @type {Record<string, string>} */
const KEYS = { ArrowDown: '\uE015', ArrowUp: '\uE013', ArrowLeft: '\uE012', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010' };

/** @returns {Promise<import('./firefox.mjs').Driver>} */
export async function webkit() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const address = `http://127.0.0.1:${port}`;
  // Inside a container there is nothing that its sandbox could be made of; it opens our own pages alone.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = spawn('xvfb-run', ['--auto-servernum', String(process.env.WEBKIT_DRIVER_PATH), `--port=${port}`], { env, stdio: 'ignore', detached: true });

  /** @param {string} method @param {string} path @param {object} [body] */
  async function call(method, path, body) {
    const response = await fetch(address + path, { method, headers: { 'Content-Type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async function begun() {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const status = await call('GET', '/status').catch(() => null);
      if (status) return;
      await pause(100);
    }
    throw new Error('its driver did not start');
  }

  const end = () => { if (driver.pid) process.kill(-driver.pid); };
  try {
    await begun();
    const wanted = { 'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER_PATH, args: ['--automation'] } };
    const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: wanted } });
    const session = `/session/${sessionId}`;
    return {
      name: `${capabilities.browserName} ${capabilities.browserVersion}`,
      open: (page) => call('POST', `${session}/url`, { url: page }),
      run: (work, ...values) => call('POST', `${session}/execute/sync`, { script: `return (${work}).apply(null, arguments)`, args: values }),
      async press(key) {
        const value = KEYS[key] ?? key;
        const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
        await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
      },
      async close() {
        await call('DELETE', session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
