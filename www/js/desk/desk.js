// @ts-check
import { Desk } from '../../pkg/hamyar_desk.js';
import { both, el } from '../dom.js';
import { backup as backupFile } from '../store/index.js';
import { reason } from '../figure/words.js';
import { atWork } from '../store/work.js';
import { askConflict } from './conflict.js';
import { Form, sentences } from './form.js';
import { handover } from './handover.js';
import { journalList } from './journal.js';
import { askDiscard, askReplace } from './lost.js';
import { rules } from './rules.js';

/**
 * @typedef {import('../../pkg/hamyar_desk.js').Change} Change
 * @typedef {import('../../pkg/hamyar_desk.js').StoreTransaction} StoreTransaction
 */

/** Why a save did not happen, and that the form keeps its text. */
const FAILURES = {
  quota: ['جای ذخیره در این دستگاه پر است. نوشتهٔ شما در فرم مانده و دادهٔ پیشین سالم است؛ جا باز کنید یا پشتیبان بگیرید و دوباره ثبت کنید.', 'The storage of this device is full. Your text is still in the form and the earlier data is whole; make room or download a backup, then save again.'],
  vanished: ['دادهٔ این دستگاه ناپدید شده است؛ نخست پشتیبان را بازگردانید یا از نو آغاز کنید.', 'The data of this device has vanished; first restore a backup or start again.'],
  newer: ['نسخهٔ تازه‌تری از برنامه باز است؛ صفحه را تازه کنید.', 'A newer version of the program is open; reload the page.'],
  unavailable: ['این مرورگر اجازهٔ ذخیره نمی‌دهد؛ نوشتهٔ شما فقط در همین صفحه است.', 'This browser does not allow storage; your text is only on this page.'],
  broken: ['انبار دادهٔ این دستگاه باز نمی‌شود؛ از پشتیبان آغاز کنید.', 'The store of this device cannot be opened; start from a backup.'],
  timeout: ['ثبت پاسخ نداد؛ همان را دوباره ثبت کنید، دوبار نوشته نمی‌شود.', 'Saving did not answer; save the same again, it will not be written twice.'],
  failed: ['ثبت نشد؛ نوشتهٔ شما در فرم مانده است. دوباره بکوشید.', 'Not saved; your text is still in the form. Try again.'],
};

/** How long typing must rest before the field being typed is judged: half a number is no fault. */
const REST_MS = 600;

/** The day where the documents appear, as the core takes it. Engines write whole dates differently. */
function today() {
  const numbers = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tehran', calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = Object.fromEntries(numbers.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The page of the data desk. */
export class DeskPage {
  /** @type {Desk} */ desk;
  /** @type {Form} */ form;
  /** @type {HTMLElement} */ state;
  /** @type {HTMLElement} */ heading;
  /** @type {HTMLElement} */ submit;
  /** @type {HTMLElement} */ withdrawButton;
  /** @type {HTMLElement} */ giveUpButton;
  /** @type {HTMLButtonElement} */ undoButton;
  /** @type {HTMLButtonElement} */ redoButton;
  /** @type {HTMLSelectElement} */ picker;
  /** @type {HTMLElement} */ journal;
  /** @type {HTMLElement} */ unsaved;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.root where the desk stands
   * @param {import('../../pkg/hamyar_desk.js').Workspace} parts.workspace the open data
   * @param {import('../store/store.js').Store} parts.store
   * @param {() => 'fa'|'en'} parts.lang
   * @param {(fa: string, en: string) => void} parts.say polite
   * @param {(fa: string, en: string) => void} parts.alarm assertive
   */
  constructor({ root, workspace, store, lang, say, alarm }) {
    this.root = root; this.workspace = workspace; this.store = store; this.lang = lang; this.say = say; this.alarm = alarm;
    /** @type {{kind: 'add'} | {kind: 'correct', id: string, base: number}} */
    this.target = { kind: 'add' };
    /** @type {Set<string>} */
    this.touched = new Set();
    /** Whether the form holds text that is stored nowhere but in a draft. */
    this.hasTyped = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    /** How many saves of this page ended well. */
    this.saves = 0;
    this.build();
    store.addEventListener('changed-elsewhere', () => void this.reload());
    store.addEventListener('persist', () => void this.countUnsaved());
  }

  /** Reads what is stored and fills the form with the draft that was left. */
  async start() {
    await this.reload();
    await this.bringDraft();
  }

  /** Fills the form with what was left unfinished of the figure that it shows. */
  async bringDraft() {
    const { target } = this;
    const draft = await this.store.draft(this.draftKey);
    if (!draft || this.target !== target || this.hasTyped) return;
    // What was typed against an older state must meet the newer one as a conflict.
    if (target.kind === 'correct' && draft.base) target.base = Number(draft.base);
    this.form.entry = draft;
    this.hasTyped = true;
    this.refresh();
    this.say('نوشتهٔ ناتمام شما بازگردانده شد.', 'Your unfinished text was brought back.');
  }

  /** Gives up what was typed. */
  async giveUp() {
    await this.store.dropDraft(this.draftKey);
    this.open(this.target.kind === 'correct' ? this.target.id : '');
  }

  async reload() {
    /** @type {Awaited<ReturnType<import('../store/store.js').Store['rows']>>} */
    let rows;
    let seen;
    // What was read before this page's own save ended would take that save out of sight.
    do {
      seen = this.saves;
      rows = await this.store.rows();
    } while (seen !== this.saves);
    /** @type {Desk | undefined} of the first reading, none */
    const old = this.desk;
    this.desk = Desk.open(this.workspace, rows.records, rows.journal);
    old?.free();
    this.tellFindings(this.desk.findings());
    this.refresh();
  }

  build() {
    this.form = new Form(this.workspace.lists(), () => this.typed());
    this.form.element.addEventListener('focusout', (event) => this.left(event));
    this.form.element.addEventListener('submit', (event) => { event.preventDefault(); void this.save(); });
    // Not live: what each change came to is said once, with what it was.
    this.state = el('p', { class: 'save-state', 'data-save': 'saved' });
    this.heading = el('h2', { id: 'desk-form-title' });
    this.submit = el('button', { type: 'submit', class: 'button primary', 'data-action': 'save' }, both('ثبت', 'Save'));
    this.fresh = this.button('new', 'رقم تازه', 'New figure', () => this.begin());
    this.withdrawButton = this.button('withdraw', 'پس گرفتن این رقم', 'Withdraw this figure', () => void this.withdraw());
    this.giveUpButton = this.button('give-up', 'دور انداختن نوشته', 'Throw the text away', () => void this.giveUp());
    this.form.element.append(el('div', { class: 'actions' }, this.submit, this.fresh, this.giveUpButton, this.withdrawButton));
    this.undoButton = this.button('undo', 'واگرد', 'Undo', () => void this.step('undo'));
    this.redoButton = this.button('redo', 'انجام دوباره', 'Redo', () => void this.step('redo'));
    this.picker = el('select', { id: 'desk-picker' });
    this.picker.addEventListener('change', () => this.open(this.picker.value));
    this.journal = el('div', { class: 'journal-box' });
    this.root.replaceChildren(
      el('section', { class: 'card', 'aria-labelledby': 'desk-form-title' }, this.heading,
        el('div', { class: 'field' }, el('label', { for: 'desk-picker' }, both('اصلاح یک رقم موجود', 'Correct an existing figure')), this.picker),
        this.form.element),
      el('section', { class: 'card', 'aria-labelledby': 'desk-journal-title' }, el('h2', { id: 'desk-journal-title' }, both('تاریخچهٔ این دستگاه', 'Journal of this device')),
        el('div', { class: 'actions' }, this.undoButton, this.redoButton, this.state), this.journal),
      this.backupSection(), handover(this), rules(this));
  }

  /** @param {string} action @param {string} fa @param {string} en @param {() => void} act */
  button(action, fa, en, act) {
    const button = el('button', { type: 'button', class: 'button', 'data-action': action }, both(fa, en));
    button.addEventListener('click', act);
    return button;
  }

  backupSection() {
    const input = el('input', { type: 'file', class: 'visually-hidden', id: 'desk-restore', accept: '.hamyar', 'data-role': 'restore' });
    input.addEventListener('change', () => void atWork(() => this.restore(input)));
    this.unsaved = el('p', { 'data-notice': 'backup' });
    return el('section', { class: 'card', 'aria-labelledby': 'desk-backup-title' }, el('h2', { id: 'desk-backup-title' }, both('پشتیبان', 'Backup')),
      el('p', {}, both('پشتیبان یک فایل است با همهٔ رقم‌ها و تاریخچهٔ این دستگاه. آن را جای دیگری نگه دارید.', 'A backup is one file with all figures and the journal of this device. Keep it somewhere else.')), this.unsaved,
      el('div', { class: 'actions' }, this.button('backup', 'بارگیری پشتیبان', 'Download a backup', () => void this.backup())),
      // The browser's own button speaks the browser's language.
      el('div', { class: 'actions' }, input, el('label', { for: 'desk-restore', class: 'button' }, both('بازگرداندن از فایل پشتیبان', 'Restore from a backup file'))));
  }

  /** Writes everything that depends on the language or on what is stored. */
  refresh() {
    const lang = this.lang();
    this.form.write(lang);
    const figures = this.desk.workspace().figures(lang);
    const chosen = this.target.kind === 'correct' ? this.target.id : '';
    this.picker.replaceChildren(el('option', { value: '' }, lang === 'fa' ? 'رقم تازه' : 'New figure'),
      ...figures.map(({ id, text }) => el('option', { value: id }, text)));
    this.picker.value = chosen;
    const correcting = this.target.kind === 'correct';
    this.heading.replaceChildren(correcting ? both('اصلاح رقم', 'Correct a figure') : both('رقم تازه', 'New figure'));
    this.withdrawButton.hidden = !correcting;
    this.giveUpButton.hidden = !this.hasTyped;
    const journal = this.desk.journal();
    this.undoButton.disabled = !journal.canUndo;
    this.redoButton.disabled = !journal.canRedo;
    this.journal.replaceChildren(journalList(journal, lang));
    this.root.dataset.own = String(this.desk.own().length);
    void this.countUnsaved();
  }

  /** Says how many changes stand in no backup file, and whether the browser may clear them. */
  async countUnsaved() {
    const count = await this.store.changesSinceBackup();
    const number = (/** @type {string} */ lang) => new Intl.NumberFormat(lang).format(count);
    const lines = count > 0 ? [both(`${number('fa-IR')} تغییر در هیچ فایل پشتیبانی نیست.`, `${number('en')} ${count === 1 ? 'change stands' : 'changes stand'} in no backup file.`)] : [];
    if (count > 0 && this.store.mayBeCleared) lines.push(both(' مرورگر قول نگهداری دادهٔ این دستگاه را نداده است.', ' The browser did not promise to keep the data of this device.'));
    this.unsaved.replaceChildren(...lines);
  }

  get draftKey() {
    return this.target.kind === 'correct' ? `correct/${this.target.id}` : 'add';
  }

  typed() {
    const base = this.target.kind === 'correct' ? { base: String(this.target.base) } : {};
    this.store.keepDraft(this.draftKey, { .../** @type {any} */ (this.form.entry), ...base });
    this.hasTyped = true;
    this.giveUpButton.hidden = false;
    this.check(this.touched);
    clearTimeout(this.rest);
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) this.rest = setTimeout(() => this.judge(activeElement.name), REST_MS);
  }

  /** @param {FocusEvent} event */
  left(event) {
    const name = /** @type {HTMLInputElement} */ (event.target).name;
    // A message that appears under a press would move the button away from the pointer.
    if (event.relatedTarget instanceof HTMLButtonElement) return;
    this.judge(name);
  }

  /** From now on the person sees what is said of this field. @param {string} name */
  judge(name) {
    if (!name || this.form.entry[/** @type {keyof import('../../pkg/hamyar_desk.js').Entry} */ (name)] === '') return;
    this.touched.add(name);
    this.check(this.touched);
  }

  /** Another figure, or none: nothing of it was typed yet. */
  untouch() {
    clearTimeout(this.rest);
    this.touched.clear();
    this.hasTyped = false;
  }

  /** @param {Set<string> | 'all'} touched */
  check(touched) {
    const findings = this.desk.validate(this.form.entry, this.target.kind === 'correct' ? this.target.id : '', today());
    this.form.show(findings, this.lang(), touched);
    return findings;
  }

  begin() {
    this.target = { kind: 'add' };
    this.untouch();
    this.form.entry = {};
    this.refresh();
    this.form.controls.get('measure')?.focus();
    void this.bringDraft();
  }

  /** @param {string} id */
  open(id) {
    const opened = id ? this.desk.form(id) : null;
    if (!opened) return this.begin();
    this.target = { kind: 'correct', id, base: opened.base };
    this.untouch();
    this.form.entry = opened.entry;
    this.refresh();
    void this.bringDraft();
  }

  async save() {
    const findings = this.check('all');
    const errors = findings.filter((one) => one.severity === 'error');
    if (errors.length > 0) {
      // What is said of the fields stays until they are mended, whatever is typed next.
      for (const name of this.form.controls.keys()) this.touched.add(name);
      this.form.focusError(findings);
      this.alarm(`${errors.length === 1 ? 'یک' : 'چند'} خانهٔ فرم باید درست شود؛ چیزی ثبت نشد.`, 'Some fields must be mended; nothing was saved.');
      return;
    }
    const entry = this.form.entry;
    await this.change(this.target.kind === 'add' ? { kind: 'add', entry } : { ...this.target, entry }, this.draftKey);
  }

  async withdraw() {
    if (this.target.kind !== 'correct') return;
    await this.change({ kind: 'withdraw', id: this.target.id, base: this.target.base, reason: this.form.entry.note }, this.draftKey);
  }

  /** @param {Change} change @param {string} draft */
  async change(change, draft) {
    /** @type {ReturnType<Desk['commit']>} */
    let outcome;
    try {
      outcome = this.desk.commit(change, new Date().toISOString());
    } catch (error) {
      this.alarm(reason(error, 'fa'), reason(error, 'en'));
      return;
    }
    if ('conflict' in outcome) return this.resolve(outcome.conflict, draft);
    /** @type {[string, string]} */
    const said = change.kind === 'withdraw' ? ['پس گرفته شد.', 'Withdrawn.'] : ['ثبت شد.', 'Saved.'];
    if (await this.keep(outcome.save, draft, () => this.change(change, draft))) {
      this.target = { kind: 'add' };
      this.untouch();
      this.form.entry = {};
      this.refresh();
      this.alarm('', '');
      this.say(...said);
    }
  }

  /**
   * @param {import('../../pkg/hamyar_desk.js').Conflict} conflict
   * @param {string} draft
   */
  async resolve(conflict, draft) {
    // Until the person answers, what they wrote is in the form alone.
    this.mark('failed');
    const answer = await askConflict(conflict);
    if (answer === 'mine') {
      const mine = /** @type {any} */ (conflict.mine);
      await this.change({ ...mine, base: conflict.revision }, draft);
    } else if (answer === 'theirs') {
      await this.store.dropDraft(draft);
      this.open(conflict.id);
      this.mark('saved');
      this.say('نوشتهٔ دیگری ماند.', 'The other version stays.');
    }
  }

  /**
   * Puts what a colleague's file says in the place of what stands here.
   * @param {import('../../pkg/hamyar_desk.js').Conflict} conflict
   * @returns {Promise<boolean>} whether it stands now
   */
  async settle(conflict) {
    try {
      const outcome = this.desk.commit(conflict.mine, new Date().toISOString());
      if ('conflict' in outcome) return false;
      return await this.keep(outcome.save, undefined, async () => this.alarm(...this.words('failed')));
    } catch (error) {
      this.alarm(reason(error, 'fa'), reason(error, 'en'));
      return false;
    }
  }

  /** @param {'undo'|'redo'} kind */
  async step(kind) {
    const transaction = this.desk[kind](new Date().toISOString());
    if (!transaction) return;
    if (await this.keep(transaction, undefined, () => this.step(kind))) {
      const [pressed, other] = kind === 'undo' ? [this.undoButton, this.redoButton] : [this.redoButton, this.undoButton];
      const hadFocus = document.activeElement === pressed;
      this.refresh();
      // A button that is switched off loses the focus, and with it the person's place on the page.
      if (hadFocus && pressed.disabled) other.focus();
      this.say(kind === 'undo' ? 'واگرد شد.' : 'دوباره انجام شد.', kind === 'undo' ? 'Undone.' : 'Done again.');
    }
  }

  /**
   * Stores a transaction; says so only when it is stored.
   * @param {StoreTransaction} transaction
   * @param {string | undefined} draft
   * @param {() => Promise<unknown>} again asks the core anew after another page saved
   * @returns {Promise<boolean>}
   */
  async keep(transaction, draft, again) {
    this.mark('saving');
    const { desk } = this;
    const result = await this.store.save(transaction, draft ? { draft } : {});
    if (result.saved) {
      this.saves += 1;
      // Another page's save may have made this one read everything anew meanwhile.
      if (desk === this.desk) desk.stored();
      else await this.reload();
      this.mark('saved');
      return true;
    }
    this.mark('failed');
    if (result.conflict || result.stale) {
      await this.reload();
      await again();
      return false;
    }
    this.refuse(result.error ?? 'failed');
    return false;
  }

  /** Says why nothing was saved. @param {keyof FAILURES} error */
  refuse(error) {
    this.alarm(...this.words(error));
  }

  /** Looks once more whether the database opens. */
  async retry() {
    await this.store.open();
    await this.reload();
    if (this.store.outcome.state === 'broken') this.refuse('broken');
  }

  /** Deletes a database that does not open, on the person's word. @returns {Promise<boolean>} whether it is gone */
  async discard() {
    if (!(await askDiscard())) return false;
    await this.store.discard();
    await this.reload();
    const isGone = this.store.outcome.state !== 'broken';
    if (isGone) this.say('انبار خراب پاک شد.', 'The broken store was deleted.');
    else this.refuse('broken');
    return isGone;
  }

  /** @param {'saving'|'saved'|'failed'} state */
  mark(state) {
    this.state.dataset.save = state;
    const words = { saving: ['در حال ثبت…', 'Saving…'], saved: ['ثبت شد', 'Saved'], failed: ['ثبت نشد', 'Not saved'] }[state];
    this.state.replaceChildren(both(words[0], words[1]));
  }

  async downloadBackup() {
    const { records, journal } = await this.store.rows();
    const now = new Date().toISOString();
    backupFile.download(/** @type {any} */ (Desk.backup(records, journal, now)), `hamyar-${now.slice(0, 10)}.hamyar`);
  }

  async backup() {
    await this.downloadBackup();
    if (!(await this.store.noteBackup())) {
      this.say('پشتیبان بارگیری شد، ولی یادداشتِ آن در این دستگاه ثبت نشد.', 'The backup was downloaded, but this device could not note it.');
      return;
    }
    void this.countUnsaved();
    this.say('پشتیبان بارگیری شد.', 'The backup was downloaded.');
  }

  /** @param {HTMLInputElement} input */
  async restore(input) {
    const file = input.files?.[0];
    if (!file) return;
    const bytes = await backupFile.read(file);
    input.value = '';
    try {
      if (!bytes) throw new Error('too large');
      let restored = this.desk.restore(bytes, new Date().toISOString());
      if (this.store.outcome.state === 'broken') {
        // Only a sound file is worth the database that may still be mended.
        if (!(await this.discard())) return;
        restored = this.desk.restore(bytes, new Date().toISOString());
      } else if (this.desk.journal().lines.length > 0) {
        if (!(await askReplace())) return;
        await this.downloadBackup();
      }
      const { save, findings, count } = restored;
      if (await this.keep(save, undefined, async () => this.alarm(...this.words('failed')))) {
        this.tellFindings(findings);
        this.refresh();
        const number = new Intl.NumberFormat(this.lang()).format(count);
        this.say(`پشتیبان بازگردانده شد: ${number} رقم.`, `The backup was restored: ${number} figures.`);
      }
    } catch {
      this.alarm('این فایل پشتیبانِ سالمِ همیار نیست؛ چیزی تغییر نکرد.', 'This file is not a whole backup of Hamyar; nothing was changed.');
    }
  }

  /** @param {keyof FAILURES} key @returns {[string, string]} */
  words(key) {
    return [FAILURES[key][0], FAILURES[key][1]];
  }

  /** @param {import('../../pkg/hamyar_desk.js').Diagnostic[]} findings */
  tellFindings(findings) {
    if (findings.length === 0) return;
    const text = (/** @type {'fa'|'en'} */ lang) => findings.map((one) => sentences(one, lang)).join(' ');
    this.alarm(text('fa'), text('en'));
  }
}
