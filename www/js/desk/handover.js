// @ts-check
import { archive } from '../../pkg/hamyar_desk.js';
import { both, el } from '../dom.js';
import { save } from '../figure/download.js';
import { reason } from '../figure/words.js';
import { backup as backupFile } from '../store/index.js';
import { atWork } from '../store/work.js';
import { FROM_FILE, askConflict } from './conflict.js';
import { giveFile, packageFiles } from './package.js';

/** @typedef {import('./desk.js').DeskPage} DeskPage */

/**
 * What offices pass on to each other: the data with the figures of this device, and the figures of
 * another device.
 * @param {DeskPage} page
 */
export function handover(page) {
  const input = el('input', { type: 'file', class: 'visually-hidden', id: 'desk-take-in', accept: '.hamyar', 'data-role': 'take-in' });
  input.addEventListener('change', () => void atWork(() => takeIn(page, input)));
  return el('section', { class: 'card', 'aria-labelledby': 'desk-handover-title' }, el('h2', { id: 'desk-handover-title' }, both('کار با همکاران', 'Working with colleagues')),
    el('p', {}, both('رقم‌های فایل پشتیبانِ یک همکار به رقم‌های این دستگاه افزوده می‌شود. رقمی که هر دو جدا از هم عوض کرده‌اید با هر دو نوشته پیش چشمتان می‌آید؛ شما برمی‌گزینید.',
      'The figures of a colleague’s backup file are added to those of this device. A figure that both of you changed apart is shown with both versions, and you choose.')),
    el('div', { class: 'actions' }, input, el('label', { for: 'desk-take-in', class: 'button' }, both('افزودن رقم‌های یک همکار', 'Add a colleague’s figures'))),
    el('p', {}, both('همهٔ داده با رقم‌های این دستگاه، به شکل بستهٔ دادهٔ Frictionless: جدول‌های CSV که هر برنامه‌ای باز می‌کند.',
      'All data with the figures of this device as a Frictionless Data Package: CSV tables that any program opens.')),
    el('div', { class: 'actions' }, page.button('package', 'بارگیری بستهٔ داده (ZIP)', 'Download the data package (ZIP)', () => giveFile(page, async () => {
      const { files } = await packageFiles(page.desk.workspace());
      save(/** @type {any} */ (archive(files)), 'application/zip', 'hamyar-data.zip');
      page.say('بستهٔ داده بارگیری شد.', 'The data package was downloaded.');
    }))));
}

/** @param {DeskPage} page @param {HTMLInputElement} input */
async function takeIn(page, input) {
  const file = input.files?.[0];
  if (!file) return;
  const bytes = await backupFile.read(file);
  input.value = '';
  /** @type {import('../../pkg/hamyar_desk.js').TakenIn} */
  let taken;
  try {
    if (!bytes) throw new Error('too large');
    taken = page.desk.takeIn(bytes, new Date().toISOString());
  } catch (error) {
    page.alarm(`این فایل را نمی‌توان افزود؛ چیزی تغییر نکرد. ${reason(error, 'fa')}`, `This file cannot be added; nothing was changed. ${reason(error, 'en')}`);
    return;
  }
  page.tellFindings(taken.findings);
  const again = async () => page.alarm(...page.words('failed'));
  if (taken.save && !(await page.keep(taken.save, undefined, again))) return;
  let count = taken.count;
  let left = 0;
  for (const conflict of taken.conflicts) {
    const answer = await askConflict(conflict, FROM_FILE);
    if (answer === 'later') left += 1;
    if (answer === 'mine' && await page.settle(conflict)) count += 1;
    if (answer === 'theirs' && bytes) await keepHere(page, bytes, conflict.id);
  }
  page.refresh();
  page.say(...told(count, left));
}

/**
 * Stores that what stands here was chosen, so that the same file does not ask again.
 * @param {DeskPage} page @param {Uint8Array} file @param {string} id
 */
async function keepHere(page, file, id) {
  try {
    const save = page.desk.keepHere(file, id, new Date().toISOString());
    if (save) await page.keep(save, undefined, async () => page.alarm(...page.words('failed')));
  } catch (error) {
    page.alarm(reason(error, 'fa'), reason(error, 'en'));
  }
}

/** @param {number} count @param {number} left @returns {[string, string]} */
function told(count, left) {
  const [fa, en] = ['fa-IR', 'en'].map((lang) => new Intl.NumberFormat(lang));
  if (count === 0 && left === 0) return ['این فایل چیز تازه‌ای نداشت.', 'This file had nothing new.'];
  const open = left > 0 ? [` ${fa.format(left)} رقم بی‌پاسخ ماند؛ همان فایل را دوباره بیفزایید.`, ` ${en.format(left)} left without an answer; add the same file again.`] : ['', ''];
  return [`${fa.format(count)} رقم افزوده شد.${open[0]}`, `${en.format(count)} ${count === 1 ? 'figure was' : 'figures were'} added.${open[1]}`];
}
