// @ts-check
import { defineConfig } from '@playwright/test';

// `cargo xtask test` sets these; by hand, `npx playwright test` in www/ works without them.
const { CHROMIUM_PATH, HAMYAR_LONG, HAMYAR_PORT = '4173', HAMYAR_XTASK } = process.env;
const xtask = HAMYAR_XTASK ? `"${HAMYAR_XTASK}"` : 'cargo xtask';
const baseURL = `http://127.0.0.1:${HAMYAR_PORT}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '../target/e2e/output',
  reporter: [['list'], ['json', { outputFile: '../target/e2e/results.json' }]],
  // A test that passes at the second try has found something.
  retries: 0,
  workers: 2,
  // Two browsers on two cores, and whatever else the machine has to do: what comes late is late, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // Test by test, not file by file: the longest file alone would keep one worker busy at the end.
  fullyParallel: true,
  forbidOnly: true,
  // Tests with @long in their title run with `cargo xtask test --long` only.
  grepInvert: HAMYAR_LONG ? undefined : /@long/,
  use: {
    baseURL,
    locale: 'fa-IR',
    timezoneId: 'Asia/Tehran',
    // Every test has a browser of its own, in which the worker would fetch the whole site once more, and keep
    // what a test puts in the place of a file. The tests of what it does, and of whole pages as served, allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `${xtask} serve --no-build --port ${HAMYAR_PORT}`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
