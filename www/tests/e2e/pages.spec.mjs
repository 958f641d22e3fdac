// @ts-check
import { EMBEDDED, PAGES, checkAccessibility, comeNear, expect, expectToFit, open, press, test } from './support.mjs';

const WIDTHS = [320, 768, 1280];
/** Looking at every element takes seconds, so the widths are shared out among the two themes; the long run takes all in both. */
const [FIRST_WIDTHS, OTHER_WIDTHS] = process.env.HAMYAR_LONG ? [WIDTHS, WIDTHS] : [[320, 1280], [768]];

/** The charts that belong on each page; one that is missing is a fault, not a page without charts. */
const VIEWS = {
  index: ['s2-small-villages', 'overview-rural-map', 'national-unemployment-survey', 'population-change', 'population-growth'],
  s0: ['s0-dev-coops', 's0-plan-result', 's0-monthly-registered', 's0-registered-country', 's0-registered-dey', 's0-active', 's0-formation-stages', 's0-members-required', 's0-formation-members', 's0-projects-handed', 's0-capital-target', 's0-capital-reached', 's0-mean-members', 's0-mean-jobs'],
  s1: ['s1-project-cost', 's1-project-idle', 's1-joint-cost', 's1-idle-capital'],
  s2: ['s2-unemployment-dots', 's2-rural-rank', 's2-map-status', 's2-small-villages', 's2-rural-share',
    'survey-extremes-1391', 'survey-extremes-1395', 'survey-extremes-1398', 'survey-extremes-1400', 's2-deadline-board', 's2-reporting-rate', 's2-on-time-rate', 's2-field-completeness',
    's2-action-board', 's2-action-achievement', 's2-helpers', 's2-experience-notes'],
  s3: ['example-monthly-line', 's3-credit-lines', 's3-guarantees', 's3-training', 's3-days-to-registration', 's3-assemblies', 's3-supervision', 's3-supervision-sound',
    's3-troubled-stock', 's3-troubled-new', 's3-troubled-resolved', 's3-troubled-kinds'],
  s4: ['s4-paid-planned', 'pairs', 'basij-jobs', 'jobs-made-planned', 's4-money-funnel', 's4-loan-stock', 's4-mean-loan', 's4-run-rate'],
  explore: ['explore', 'population', 'example-borders', 'example-records'],
  gallery: ['gallery-bar-ranked', 'gallery-bar-negative', 'gallery-bar-balance', 'gallery-bar-long-names', 'gallery-bar-grouped', 'gallery-bar-rest', 'gallery-bar-stacked',
    'gallery-bar-share', 'gallery-bar-bounded', 'gallery-bar-bounds-only', 'gallery-bar-absent', 'gallery-bar-span', 'gallery-bar-one', 'gallery-dot-bounded',
    'gallery-line-months', 'gallery-line-gaps', 'gallery-area', 'gallery-panels', 'gallery-slope', 'gallery-heat-map', 'gallery-planned-actual',
    'gallery-funnel', 'gallery-waterfall', 'gallery-dot', 'gallery-tiles', 'gallery-tiles-negative', 'gallery-tiles-482', 'gallery-map', 'gallery-timeline', 'gallery-tiles-county', 'gallery-scatter', 'gallery-bubble',
    'gallery-distribution', 'gallery-bar-482'],
  about: [], help: [], desk: [], builder: [], security: [],
};

/** Digits that do not belong on a page. */
const FOREIGN = { fa: /[0-9]/, en: /[۰-۹٠-٩]/ };

for (const name of PAGES) {
  // One language is opened in light and the other in dark; each is then switched to the other theme.
  for (const [lang, themes] of /** @type {const} */ ([['fa', ['light', 'dark']], ['en', ['dark', 'light']]])) {
    test(`${name} in ${lang}: drawn, fits, in its digits, and axe finds nothing`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page, name, { lang, theme: themes[0] });
      for (const theme of themes) {
        await press(page, `[data-set-theme="${theme}"]`);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await atEachWidth(page, VIEWS[/** @type {keyof typeof VIEWS} */ (name)], theme === themes[0] ? FIRST_WIDTHS : OTHER_WIDTHS);
      }
      const text = await page.evaluate(() => visibleText());
      expect(text.length).toBeGreaterThan(20);
      expect(text.filter((piece) => FOREIGN[lang].test(piece))).toEqual([]);
      expect(await page.evaluate(smallTexts), 'text under 12 px').toEqual([]);
    });
  }
}

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`the frame in ${lang}: drawn, fits, and axe finds nothing`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [place, view] of EMBEDDED.entries()) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await open(page, 'embed', { lang, theme: place % 2 ? 'dark' : 'light', query: `&view=${view}` });
      await atEachWidth(page, [view], WIDTHS);
    }
  });
}

/** @param {import('@playwright/test').Page} page @param {string[]} views @param {number[]} widths */
async function atEachWidth(page, views, widths) {
  await expect(page.locator('html')).not.toHaveAttribute('data-failed', /.*/);
  await expect(page.locator('[data-missing]'), 'sentences without their facts').toHaveCount(0);
  await expect(page.locator('[data-phrase]:empty'), 'sentences left out').toHaveCount(0);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(150);
    await everyFigureIsDrawn(page, views);
    await expectToFit(page, `at ${width}`);
    await checkAccessibility(page);
  }
}

/**
 * Whether a canvas holds anything; looked at small, which is a hundredth of the pixels to fetch.
 * @param {Element} canvas
 */
function isPainted(canvas) {
  const small = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true });
  small?.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0, 64, 64);
  const pixels = small?.getImageData(0, 0, 64, 64).data ?? [];
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] > 0) return true;
  return false;
}

/** Texts that a person sees in letters under 12 px; those of charts are looked at as scenes. */
function smallTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {HTMLElement} */ (node.parentElement);
    if (node.textContent?.trim() && parent.checkVisibility() && Number.parseFloat(getComputedStyle(parent).fontSize) < 12) small.push(node.textContent.trim());
  }
  return small;
}

/** @param {import('@playwright/test').Page} page @param {string[]} views */
async function everyFigureIsDrawn(page, views) {
  await comeNear(page);
  const figures = page.locator('figure[data-view]');
  expect((await figures.evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.view))).sort()).toEqual([...views].sort());
  for (let index = 0; index < await figures.count(); index += 1) {
    const figure = figures.nth(index);
    await expect(figure).toHaveAttribute('data-state', 'ready');
    await expect(figure.locator('[data-part="title"]')).not.toBeEmpty();
    await expect(figure.locator('[data-part="source"]')).not.toBeEmpty();
    await expect.poll(() => figure.locator('[data-part="plot"] canvas').evaluate(isPainted), 'something is on the canvas').toBe(true);
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    /** Text a person sees, without codes, quotes and what is marked as another language. */
    // @ts-ignore
    window.visibleText = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = /** @type {HTMLElement} */ (node.parentElement);
        const own = parent.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang;
        if (own && parent.checkVisibility() && !parent.closest('code, kbd, blockquote, [dir="ltr"].code, input, option')) found.push(node.textContent?.trim() ?? '');
      }
      return found.filter(Boolean);
    };
  });
});
