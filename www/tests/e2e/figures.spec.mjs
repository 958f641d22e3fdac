// @ts-check
import { PAGES, checkAccessibility, expect, expectToFit, latin, open, press, test } from './support.mjs';

/** Persian text without isolation marks and with plain spaces. @param {string | null} text */
const plain = (text) => (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/[\u00a0\s]+/g, ' ').trim();

/** @param {import('@playwright/test').Page} page */
const mainText = async (page) => plain(await page.locator('main').innerText());

test('S4 tells paid from planned', async ({ page }) => {
  await open(page, 's4');
  const text = await mainText(page);
  for (const part of ['۵۸۰ میلیارد ریال', '۷۰۰ میلیارد', '۹۰۰ نفر', '۶۴۴٫۴', '+۲۰٫۶۹٪', 'برنامه نسبت به پرداخت', 'حداکثر ۵٫۲۴ درصد']) expect(text).toContain(part);
  await open(page, 's4', { lang: 'en' });
  const english = await mainText(page);
  for (const part of ['580 billion rial', '700 billion', '644.4', '+20.69%', 'at most 5.24 percent']) expect(english).toContain(part);
});

test('S4 as known on the day of the release shows the same for ever, also after a change on this device', async ({ page }) => {
  await open(page, 's4', { query: '&known=1401-02-18' });
  const asked = async () => {
    await expect(page.locator('[data-notice="known"]')).toContainText('در پایان ۱۸ اردیبهشت ۱۴۰۱ می‌دانستیم');
    const text = await mainText(page);
    for (const part of ['۵۸۰ میلیارد ریال', '۷۰۰ میلیارد', '+۲۰٫۶۹٪']) expect(text).toContain(part);
    return text;
  };
  const before = await asked();
  await open(page, 'desk');
  await page.selectOption('#desk-picker', 'O017');
  await page.fill('#field-value', '۵۸۳');
  await press(page, '[data-action="save"]');
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await open(page, 's4');
  await expect(page.locator('h1')).toContainText('۵۸۳');
  await open(page, 's4', { query: '&known=1401-02-18' });
  expect(await asked()).toBe(before);
  await page.locator('[data-notice="known"] a').click();
  await expect(page.locator('h1')).toContainText('۵۸۳');
  // A half year counts to its end, in whatever digits the address is written.
  await open(page, 's4', { query: '&known=۱۴۰۱-H1' });
  await expect(page.locator('[data-notice="known"]')).toContainText('در پایان ۳۱ شهریور ۱۴۰۱ می‌دانستیم');
  await open(page, 's4', { query: '&known=1401-13-01' });
  await expect(page.locator('[data-notice="known"]')).toContainText('known=1401-02-18');
});

test('what a day did not know yet is said to be told later, in no internal name', async ({ page }) => {
  for (const [lang, said, other] of /** @type {const} */ ([['fa', 'پس از آن روز گفته شده', 'پس گرفته'], ['en', 'told later or has no date', 'withdrawn']])) {
    for (const name of ['s4', 's2', 's0', 'index']) {
      await open(page, name, { lang, query: '&known=1401-02-18' });
      const text = await mainText(page);
      expect(text, `${name} ${lang}`).toContain(said);
      expect(text, `${name} ${lang}`).not.toContain(other);
      expect(text, `${name} ${lang}`).not.toMatch(/\b[OK]\d{2,3}\b/);
    }
  }
});

test('the card of a derived mark, and of how a pair compares, begins with the formula in numbers', async ({ page }) => {
  await open(page, 's4', { lang: 'en' });
  const working = page.getByRole('dialog').locator('.source-card-working');
  const loans = page.locator('figure[data-view="s4-mean-loan"] canvas').first();
  await loans.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(working).toContainText(/5,000\smillion\srials = 640,000 \(.+\) ÷ 128 \(/);
  await page.keyboard.press('Escape');
  const pairs = page.locator('figure[data-view="pairs"]');
  await pairs.locator('[data-action="table"]').click();
  await pairs.getByRole('button', { name: /64\.8%/ }).click();
  await expect(working).toContainText('64.8% taken up = 100 × 6.8 ÷ 10.5');
  await expect(page.getByRole('dialog').locator('.source-card-figure')).toHaveCount(2);
  await page.keyboard.press('Escape');
  // What is stated has no working.
  await pairs.getByRole('button', { name: /^6\.8/ }).click();
  await expect(page.getByRole('dialog').locator('.source-card-figure')).toHaveCount(1);
  await expect(working).toHaveCount(0);
});

test('the links of a page ask for the language and the day that its address asks for', async ({ page }) => {
  await open(page, 's4', { lang: 'en' });
  await page.locator('main a[href*="known="]').click();
  await expect(page.locator('[data-notice="known"]')).toContainText('This page is as known at the end of');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const addressOf = (/** @type {string} */ link) => page.locator(link).first().evaluate((one) => /** @type {HTMLAnchorElement} */ (one).search + /** @type {HTMLAnchorElement} */ (one).hash);
  expect(await addressOf('.site-nav a[href^="s2.html"]')).toBe('?lang=en&known=1401-02-18');
  // The desk works on today, and a part of a page stays the part that it is.
  expect(await addressOf('.site-footer a[href^="desk.html"]')).toBe('?lang=en#desk-restore');
  await page.locator('[data-set-lang="fa"]').click();
  expect(await addressOf('.site-nav a[href^="s2.html"]')).toBe('?lang=fa&known=1401-02-18');
  await expect(page.locator('.site-nav a[aria-current="page"]')).toHaveAttribute('href', /^s4\.html/);
  // Nothing is asked where the address asks for nothing.
  await page.goto('/s4.html');
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
  await expect(page.locator('.site-nav a[aria-current="page"]')).toHaveAttribute('href', 's4.html');
});

/**
 * Sums that would add planned to paid (580 + 700) or one figure to itself (580 + 580), in any set of
 * digits, grouped in any way or not at all, in any unit of money.
 */
const SUMS = /(?<![\d.,٫])(?:1 ?280|1 ?160)(?: ?000)*(?![\d])/;

/** A text as digits of one set without grouping, so that a number is found however it is written. @param {string} text */
const bare = (text) => latin(text).replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/(?<=\d)[٬,'’](?=\d{3})/g, '');

/** What a drawing says: its texts and labels, not its coordinates. @param {string} svg */
const told = (svg) => [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label).concat(svg.replace(/<style>[^]*?<\/style>/g, '').split(/<[^>]*>/)).join('\n');

test('the search for sums finds them in every way of writing', () => {
  for (const text of ['۱٬۲۸۰\u00a0میلیارد ریال', '1,280 billion', '۱۲۸۰ میلیارد', '1 280', '۱٬۱۶۰٬۰۰۰ میلیون', '1,160,000,000,000', '"1280"', told('<text x="3">۱٬۲۸۰</text>'), told('<g aria-label="1,160 bn">')]) {
    expect(bare(text), text).toMatch(SUMS);
  }
  for (const text of ['۱۲۸۰۵', '31,280', '12,800', '1.1280', told('<text x="1280">۵۸۰</text>')]) expect(bare(text), text).not.toMatch(SUMS);
});

test('nothing adds planned to paid, or one figure told twice: pages, charts, tables, drawings, files', async ({ page }) => {
  test.setTimeout(180_000);
  /** @type {[string, string][]} */
  const texts = [];
  for (const name of PAGES) {
    await open(page, name);
    for (const lang of ['fa', 'en']) {
      await press(page, `[data-set-lang="${lang}"]`);
      // What lies in a hidden table counts too, and so do labels that are only read aloud.
      texts.push([`${name} in ${lang}`, await page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'))].join('\n'))]);
    }
  }
  for (const lang of /** @type {const} */ (['fa', 'en'])) {
    const views = await page.evaluate(async (language) => {
      const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
      const core = await import(/** @type {any} */ (at('pkg/hamyar.js').href));
      const { fetchPack } = await import(/** @type {any} */ (at('js/data.js').href));
      await core.default();
      const all = await (await fetch(at('views/views.json'))).json();
      const opened = async (/** @type {string} */ folder) => core.Workspace.open(await fetchPack(at(folder)));
      const sets = { '': await opened('data/'), example: await opened('data/example/') };
      const found = [];
      for (const [name, view] of Object.entries(all)) {
        const chart = sets[/** @type {'' | 'example'} */ (view.data ?? '')].chart(view, { width: 720, lang: language });
        found.push({ name, parts: JSON.stringify(chart.parts()), svg: chart.toSvg('auto'), csv: chart.toCsv() });
      }
      return found;
    }, lang);
    for (const { name, parts, svg, csv } of views) {
      texts.push([`parts of ${name} in ${lang}`, parts], [`drawing of ${name} in ${lang}`, told(svg)], [`file of ${name} in ${lang}`, csv]);
    }
  }
  // The figures that would be added are there to be seen, in each kind of text.
  for (const kind of ['s4', 'parts of s4-paid-planned', 'drawing of s4-paid-planned', 'file of s4-paid-planned']) {
    for (const lang of ['fa', 'en']) {
      const text = bare(texts.find(([name]) => name === `${kind} in ${lang}`)?.[1] ?? '');
      for (const part of ['580', '700']) expect(text, `${kind} in ${lang}`).toContain(part);
    }
  }
  for (const [name, text] of texts) expect(bare(text).match(SUMS)?.[0] ?? null, name).toBe(null);
});

/** Numbers of sentences on S2, and a figure that its source card must show. */
const COMPUTED = ['8', '24', '11.30', '13.96', '70.82'];

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`each number in a sentence of S2 opens its source (${lang})`, async ({ page }) => {
    await open(page, 's2', { lang });
    const facts = page.locator('main .fact');
    const texts = (await facts.allTextContents()).map((text) => latin(text).replace('٫', '.'));
    for (const number of COMPUTED) {
      const place = texts.findIndex((text) => text.match(/[\d.]+/)?.[0] === number);
      expect(place, `${number} among ${texts.join(' | ')}`).toBeGreaterThanOrEqual(0);
      const fact = facts.nth(place);
      expect(await fact.getAttribute('aria-label')).toMatch(lang === 'fa' ? /منبع/ : /Source/);
      await fact.focus();
      await page.keyboard.press('Enter');
      const card = page.getByRole('dialog');
      await expect(card.locator('.source-card-figure').first()).not.toBeEmpty();
      await expect(card.locator('dl dd').first()).not.toBeEmpty();
      if (number.includes('.')) await expect(card.locator('.source-card-working'), 'how it was computed').toContainText('÷');
      await page.keyboard.press('Escape');
      await expect(card).toHaveCount(0);
      await expect(fact).toBeFocused();
    }
    // A count over many counties: all of them can be read, some at a time.
    await page.locator('[data-phrase="s2-count-province"] .fact').first().click();
    const card = page.getByRole('dialog');
    const told = card.locator('.source-card-figure');
    const before = await told.count();
    await card.locator('button.source-card-rest').click();
    expect(await told.count()).toBeGreaterThan(before);
    while (await card.locator('button.source-card-rest').count() > 0) await card.locator('button.source-card-rest').click();
    expect(await told.count(), 'figures of eight counties').toBeGreaterThanOrEqual(8);
  });
}

for (const [lang, rows] of /** @type {['fa'|'en', Record<string, string>][]} */ ([
  ['fa', { عنوان: 'پرداخت ۷۰۰ میلیارد ریال تسهیلات', ناشر: 'سبلان ما', تاریخ: '۱۸ اردیبهشت ۱۴۰۱', 'خوانده از': 'متن در دست', پروانه: 'اعلام نشده', پردازش: 'همان رقم چاپ‌شده' }],
  ['en', { Title: 'Payment of 700 billion rials', Publisher: 'Sabalan-e Ma', Date: '18 Ordibehesht 1401', 'Read from': 'text at hand', Licence: 'not stated', Processing: 'as printed' }],
])) {
  test(`row 8: the card of a number tells producer, title, dates, licence, processing and quote (${lang})`, async ({ page }) => {
    await open(page, 's4', { lang });
    await page.locator('h1 .fact').first().click();
    const card = page.getByRole('dialog');
    await expect(card.locator('blockquote')).toContainText('۵۸۰ میلیارد ریال');
    const told = await card.locator('dl').evaluate((list) => [...list.querySelectorAll('dt')].map((term) => [String(term.textContent), String(term.nextElementSibling?.textContent)]));
    const said = new Map(told);
    expect(said.size, 'each label once').toBe(told.length);
    for (const [label, text] of Object.entries(rows)) expect(plain(said.get(label) ?? ''), label).toContain(text);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expectToFit(page, `at ${width}`);
      await checkAccessibility(page, 'dialog');
    }
    // A document whose table tells a licence shows it.
    await open(page, 's3', { lang });
    const example = page.locator('figure[data-example] .source-link').first();
    await example.click();
    await expect(card).toContainText(lang === 'fa' ? 'MIT یا Apache-2.0' : 'MIT OR Apache-2.0');
  });
}

test('S2 shows what was stated, what was computed, and no verdict', async ({ page }) => {
  await open(page, 's2');
  const text = await mainText(page);
  for (const part of ['۳۱', '۶۹', '۵٬۶۱۳', '۲٬۳۲۷', '۱٬۶۴۸', '۷۱', '۷۰٫۸۲', 'حدود ۸ واحد درصد', '۳۴', 'حدود ۲۶', '۱۱٫۳۰', '۱۲٫۵۶', '۱۳٫۹۶', '۸ از ۲۴']) {
    expect(text, part).toContain(part);
  }
  expect(text).toContain('بدون رقم');
});

test('a sentence that is written anew while its source is open keeps the place of the keyboard', async ({ page }) => {
  await open(page, 's2');
  const fact = page.locator('main .fact').nth(3);
  const told = await fact.textContent();
  const anew = () => page.evaluate(() => document.dispatchEvent(new Event('hamyar-language')));
  const mark = () => fact.evaluate((one) => one.classList.add('before'));
  await mark();
  await fact.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await anew();
  await page.keyboard.press('Escape');
  await expect(fact).toBeFocused();
  await expect(fact, 'the sentence is another').not.toHaveClass(/before/);
  await mark();
  await anew();
  await expect(fact).toBeFocused();
  await expect(fact).not.toHaveClass(/before/);
  expect(await fact.textContent()).toBe(told);
});

test('what was recomputed is listed, what does not agree first', async ({ page }) => {
  for (const [lang, texts] of /** @type {[string, string[]][]} */ ([['fa', ['۴۴٫۰۴ − ۲۵٫۹۴ ≈ ۱۸٫۱', '۴۸٬۴۷۱', '۱۷ + ۱۵ = ۳۲', '۱٬۶۴۸ ÷ ۲٬۳۲۷ × ۱۰۰ ≈ ۷۰٫۸۲']], ['en', ['44.04 − 25.94 ≈ 18.1', '48,471', '17 + 15 = 32', '1,648 ÷ 2,327 × 100 ≈ 70.82']]])) {
    await open(page, 'about', { lang });
    const list = page.locator('[data-findings] li');
    const verdicts = await list.evaluateAll((items) => items.map((item) => /** @type {HTMLElement} */ (item).dataset.verdict));
    expect(verdicts.filter((verdict) => verdict === 'fail')).toHaveLength(6);
    expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeGreaterThan(20);
    expect(verdicts.slice(0, 6)).toEqual(Array(6).fill('fail'));
    const text = plain(await page.locator('[data-findings]').innerText());
    for (const part of texts) expect(text).toContain(part);
  }
});
