// @ts-check
import { both, el } from '../dom.js';
import { save } from '../figure/download.js';
import { items } from '../findings.js';
import { PackageWorker } from '../package/client.js';
import { sentences } from './form.js';
import { giveFile, packageFiles, publishedTable } from './package.js';

/** @typedef {import('./desk.js').DeskPage} DeskPage */

/** The table of the rules in a package, and the draft of the one in the form. */
const FILE = 'rules.csv';
const DRAFT = 'rule';
/** The id of a rule that is only tried. */
const OWN = 'own-rule';
const COLUMNS = ['id', 'name_fa', 'name_en', 'left', 'operator', 'right', 'tolerance', 'severity'];

/** @type {Record<string, [string, string]>} */
const OPERATORS = { '=': ['برابر است با', 'equals'], '<=': ['بیشتر نیست از', 'is at most'], '<': ['کمتر است از', 'is less than'], '>=': ['کمتر نیست از', 'is at least'], '>': ['بیشتر است از', 'is more than'] };
/** @type {Record<string, [string, string]>} */
const SEVERITIES = { error: ['خطا', 'Error'], warning: ['هشدار', 'Warning'] };

/**
 * What the figures of this device must keep: every rule judged anew, and one of the person's own.
 * @param {DeskPage} page
 */
export function rules(page) {
  const form = el('form', { class: 'desk-form', novalidate: '', autocomplete: 'off' },
    text('name', 'نام قاعده', 'Name of the rule'),
    text('left', 'آنچه حساب می‌شود', 'What is computed', ['با شناسهٔ رقم‌ها یا با شاخص و جا و دوره، مانند', 'with ids of figures, or with a measure, a place and a period, such as'], 'O012 / O011 * 100', 'population_rural[IR@1395, 1395]'),
    choice('operator', 'باید', 'Must stand', OPERATORS),
    text('right', 'آنچه گفته شده', 'What is stated', ['شناسهٔ یک رقم یا یک عدد', 'the id of a figure, or a number']),
    text('tolerance', 'رواداری', 'Tolerance', ['خالی: نیمِ آخرین رقم گفته‌شده', 'empty: half of the last stated digit']),
    choice('severity', 'اگر نخواند', 'If it does not hold', SEVERITIES),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'button primary', 'data-action': 'try-rule' }, both('سنجیدن رقم‌ها', 'Judge the figures')),
      page.button('rules-file', 'بارگیری rules.csv', 'Download rules.csv', () => giveFile(page, async () => save(written(await publishedTable(FILE), entry(form)), 'text/csv', FILE)))));
  const state = el('p', { role: 'status', 'data-part': 'rules-state' });
  const result = el('ul', { class: 'findings', 'data-part': 'verdicts' });
  form.addEventListener('submit', (event) => { event.preventDefault(); void judge(page, entry(form), state, result); });
  form.addEventListener('input', () => page.store.keepDraft(DRAFT, entry(form)));
  void page.store.draft(DRAFT).then((draft) => { if (draft) fill(form, draft); });
  return el('section', { class: 'card', 'aria-labelledby': 'desk-rules-title' }, el('h2', { id: 'desk-rules-title' }, both('قاعده‌ها', 'Rules')),
    el('p', {}, both('رقم‌ها با رقم‌های این دستگاه دوباره سنجیده می‌شود. می‌توانید قاعده‌ای از خود هم بیفزایید؛ در rules.csv همراه بستهٔ داده می‌رود.',
      'The figures are judged anew, those of this device among them. You may add a rule of your own; it goes with the data package as rules.csv.')),
    form, state, result);
}

/** @param {string} name @param {string} fa @param {string} en @param {[string, string]} [hint] @param {string[]} examples as they are typed */
function text(name, fa, en, hint, ...examples) {
  const id = `rule-${name}`;
  const code = name === 'left' || name === 'right';
  const help = hint ? [el('p', { id: `${id}-hint`, class: 'field-hint' }, both(...hint), ...examples.flatMap((one, at) => [at ? both(' یا ', ' or ') : ' ', el('code', { dir: 'ltr' }, one)]))] : [];
  return el('div', { class: 'field' }, el('label', { for: id }, both(fa, en)),
    el('input', { id, name, type: 'text', ...(code ? { dir: 'ltr', spellcheck: 'false' } : {}), ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) }), ...help);
}

/** @param {string} name @param {string} fa @param {string} en @param {Record<string, [string, string]>} words */
function choice(name, fa, en, words) {
  const id = `rule-${name}`;
  const options = Object.keys(words).map((value) => el('option', { value }));
  // An option holds text only, in one language at a time.
  const write = () => options.forEach((option) => { option.textContent = words[option.value][document.documentElement.lang === 'fa' ? 0 : 1]; });
  document.addEventListener('hamyar-language', write);
  write();
  return el('div', { class: 'field' }, el('label', { for: id }, both(fa, en)), el('select', { id, name }, ...options));
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
const entry = (form) => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

/** @param {HTMLFormElement} form @param {Record<string, any>} draft */
function fill(form, draft) {
  for (const [name, value] of Object.entries(draft)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = String(value);
  }
}

/**
 * The rules with the one in the form behind them, where one was written.
 * @param {Uint8Array<ArrayBuffer>} shipped @param {Record<string, string>} rule
 */
function written(shipped, rule) {
  if (!rule.left && !rule.right) return shipped;
  const own = [OWN, rule.name || rule.left, rule.name || rule.left, rule.left, rule.operator, rule.right, rule.tolerance, rule.severity];
  const before = new TextDecoder().decode(shipped).trimEnd();
  const heads = before.slice(0, before.indexOf('\n')).trim().split(',');
  const row = heads.map((head) => field(own[COLUMNS.indexOf(head)] ?? '')).join(',');
  return new TextEncoder().encode(`${before}\n${row}\n`);
}

/** A field of CSV that no spreadsheet takes for a formula; our reader takes the apostrophe away. @param {string} value */
const field = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/**
 * Judges in a worker, so that the page goes on answering.
 * @param {DeskPage} page @param {Record<string, string>} rule @param {HTMLElement} state @param {HTMLElement} result
 */
async function judge(page, rule, state, result) {
  const worker = new PackageWorker();
  state.replaceChildren(both('در حال سنجیدن…', 'Judging…'));
  result.replaceChildren();
  try {
    const { descriptor, files } = await packageFiles(page.desk.workspace(), { [FILE]: written(await publishedTable(FILE), rule) });
    const { findings, diagnostics, skipped } = await worker.open(descriptor, files);
    const lang = page.lang();
    const wrong = diagnostics.filter((one) => one.severity === 'error' && one.file.endsWith(FILE));
    const silent = skipped.filter((one) => one.check === OWN);
    const own = findings.filter((one) => one.check === OWN);
    const others = findings.filter((one) => one.check !== OWN && one.verdict !== 'pass');
    const held = findings.length - own.length - others.length;
    state.replaceChildren(...wrong.map((one) => el('strong', {}, `${sentences(one, lang)} `)), ...silent.map((one) => el('span', {}, both(`قاعدهٔ شما چیزی نگفت: ${one.reason.fa} `, `Your rule says nothing: ${one.reason.en} `))),
      both(`${number(held, 'fa-IR')} حکم می‌خواند.`, `${number(held, 'en')} verdicts hold.`));
    result.replaceChildren(...items(own), ...items(others));
  } catch (error) {
    state.replaceChildren(both('سنجیده نشد؛ دوباره بکوشید.', 'Could not be judged; try again.'));
    console.warn(error);
  } finally {
    worker.close();
  }
}

/** @param {number} value @param {string} lang */
const number = (value, lang) => new Intl.NumberFormat(lang).format(value);
