// @ts-check
// What opens on a page: no finding of axe and no sideways scroll, in both languages and themes, at every width.
import { checkAccessibility, expect, expectToFit, open, press, test } from './support.mjs';

const WIDTHS = [320, 768, 1280];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ page: string, show: (page: Page) => Promise<void>, shown: string, part: string }} State */

/** A menu below a figure. @param {string} action @returns {Record<string, State>} */
function menuOf(action) {
  const menu = `figure[data-view="s4-paid-planned"] details.menu:has([data-action="${action}"])`;
  const show = async (/** @type {Page} */ page) => {
    if (await page.locator(menu).getAttribute('open') === null) await page.locator(`${menu} summary`).click();
  };
  return { [`${action} menu`]: { page: 's4', part: 'figure[data-view="s4-paid-planned"]', shown: `${menu}[open]`, show } };
}

/**
 * What opens, on which page, and how; opening it again while it is open changes nothing.
 * @type {Record<string, State>}
 *   `part` is what axe looks at: the rest of each page was looked at without anything open
 */
const STATES = {
  tooltip: {
    page: 's4', part: 'figure[data-view="s4-paid-planned"]', shown: '[role="tooltip"]:not([hidden])',
    async show(page) {
      await page.keyboard.press('Escape');
      const canvas = page.locator('figure[data-view="s4-paid-planned"] canvas[tabindex]');
      await canvas.blur();
      await canvas.focus();
    },
  },
  table: {
    page: 'index', part: 'figure[data-view="overview-rural-map"]', shown: 'figure[data-view="overview-rural-map"] [data-part="table"]:not([hidden])',
    show: (page) => press(page, 'figure[data-view="overview-rural-map"] button[data-action="table"]'),
  },
  'source card': {
    page: 's4', part: 'dialog', shown: 'dialog.source-card[open]',
    async show(page) {
      if (await page.locator('dialog[open]').count() === 0) await press(page, '[data-phrase="s4-groups"] .fact');
    },
  },
  'form error': {
    page: 'desk', part: '.desk-form', shown: '#field-value[aria-invalid="true"]',
    async show(page) {
      await page.fill('#field-value', 'abc');
      await press(page, '[data-action="save"]');
    },
  },
  'conflict dialog': {
    page: 'desk', part: 'dialog', shown: 'dialog.conflict[open]',
    async show(page) {
      if (await page.locator('dialog[open]').count() > 0) return;
      await page.evaluate(async () => {
        const { askConflict } = await import(/** @type {any} */ (new URL('js/desk/conflict.js', document.baseURI).href));
        const entry = { measure: 'facility_amount', value: '910', unit: 'billion_rial', note: 'یادداشتی که جا می‌خواهد و در پنجرهٔ باریک هم باید خوانده شود' };
        void askConflict({ id: 'O018', revision: 2, mine: { kind: 'correct', id: 'O018', base: 1, entry }, theirs: { state: 'corrected', entry: { ...entry, value: '920', note: '' } } });
      });
    },
  },
  ...menuOf('download'),
  ...menuOf('link'),
};

for (const [name, state] of Object.entries(STATES)) {
  test(`${name}: axe finds nothing and it fits`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const lang of /** @type {const} */ (['fa', 'en'])) {
      await open(page, state.page, { lang });
      for (const theme of ['light', 'dark']) {
        await press(page, `[data-set-theme="${theme}"]`);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForTimeout(100);
          await state.show(page);
          await expect(page.locator(state.shown).first()).toBeVisible();
          await expectToFit(page, `at ${width} in ${lang}`);
          await checkAccessibility(page, state.part);
        }
      }
    }
  });
}
