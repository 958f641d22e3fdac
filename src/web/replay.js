// @ts-check
/**
 * Replays a display list on a canvas. The table of operations stands in src/render/backend.rs.
 *
 * Colours are custom properties of the canvas, so that a change of theme only needs a replay.
 */

/** Names in the order of the indexes, with what stands where no style sheet gives a colour. */
const TONES = [
  ['paper', '#FFFFFF'], ['sunken', '#E8EDF0'], ['ink', '#13222E'], ['ink-2', '#3F4F5B'], ['ink-3', '#566571'],
  ['axis', '#71808B'], ['rule', '#D0D9DE'], ['grid', '#E3E9EC'], ['context', '#8894A0'], ['selection', '#E7EEFA'],
  ['focus-outer', '#13222E'], ['focus-inner', '#FFC61A'],
  ['cat-1', '#1245A6'], ['cat-2', '#B86800'], ['cat-3', '#066F68'], ['cat-4', '#B40946'],
  ['cat-5', '#8D4FB2'], ['cat-6', '#64A05C'], ['cat-7', '#663721'], ['cat-8', '#1B3140'],
  ['seq-1', '#D9EEEA'], ['seq-2', '#9CD2CC'], ['seq-3', '#4BA3AE'], ['seq-4', '#1F6A99'], ['seq-5', '#12386F'],
  ['seq-text-1', '#13222E'], ['seq-text-2', '#13222E'], ['seq-text-3', '#13222E'], ['seq-text-4', '#FFFFFF'], ['seq-text-5', '#FFFFFF'],
  ['div-1', '#12418F'], ['div-2', '#5F8FD0'], ['div-3', '#BCD0EA'], ['div-4', '#EEF1F2'], ['div-5', '#F0CFA6'], ['div-6', '#D08A35'], ['div-7', '#8F4C00'],
];
const DASHES = [[], [8, 5], [5, 4], [1.8, 4], [2, 4]];
const FONT = 'Vazirmatn, Tahoma, sans-serif';
/** Width of a tabular digit in em, as in the table of widths. */
const DIGIT = 0.66;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} ops
 * @param {string} strings
 * @param {number} width CSS px
 * @param {number} height CSS px
 * @param {number} ratio backing pixels a CSS px
 */
export function replay(canvas, ops, strings, width, height, ratio) {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const computed = getComputedStyle(canvas);
  const tones = TONES.map(([name, otherwise]) => computed.getPropertyValue(`--hy-${name}`).trim() || otherwise);
  new Player(context, ops, strings, tones).play();
}

class Player {
  /** @param {CanvasRenderingContext2D} context @param {Float32Array} ops @param {string} strings @param {string[]} tones */
  constructor(context, ops, strings, tones) {
    this.context = context;
    this.ops = ops;
    this.strings = strings;
    this.tones = tones;
    this.at = 0;
    this.read = 0;
  }

  next() { return this.ops[this.at++]; }

  play() {
    const acts = [() => { this.at = this.ops.length; }, () => this.fillRect(), () => this.strokeRect(), () => this.path(),
      () => this.polygon(), () => this.fillCircle(), () => this.strokeCircle(), () => this.text(), () => this.fillRects(), () => this.fillCircles()];
    while (this.at < this.ops.length) (acts[this.next()] ?? acts[0])();
  }

  filling() {
    this.context.fillStyle = this.tones[this.next()];
    this.context.globalAlpha = this.next();
  }

  stroking() {
    const { context } = this;
    context.strokeStyle = this.tones[this.next()];
    context.lineWidth = this.next();
    const dash = this.next();
    context.setLineDash(DASHES[dash] ?? []);
    context.lineCap = dash === 3 ? 'round' : 'butt';
    context.lineJoin = 'round';
    context.globalAlpha = 1;
  }

  rounded() {
    const [x, y, width, height, radius] = [this.next(), this.next(), this.next(), this.next(), this.next()];
    this.context.beginPath();
    this.context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  }

  fillRect() { this.filling(); this.rounded(); this.context.fill(); this.context.globalAlpha = 1; }

  strokeRect() { this.stroking(); this.rounded(); this.context.stroke(); }

  points() {
    const count = this.next();
    this.context.beginPath();
    for (let index = 0; index < count; index += 1) this.context.lineTo(this.next(), this.next());
  }

  path() { this.stroking(); this.points(); this.context.stroke(); }

  polygon() { this.filling(); this.points(); this.context.closePath(); this.context.fill(); this.context.globalAlpha = 1; }

  circle() {
    const [x, y, radius] = [this.next(), this.next(), this.next()];
    this.context.beginPath();
    this.context.arc(x, y, radius, 0, 2 * Math.PI);
  }

  fillCircle() { this.filling(); this.circle(); this.context.fill(); this.context.globalAlpha = 1; }

  strokeCircle() { this.stroking(); this.circle(); this.context.stroke(); }

  fillRects() {
    this.filling();
    const count = this.next();
    for (let index = 0; index < count; index += 1) this.context.fillRect(this.next(), this.next(), this.next(), this.next());
    this.context.globalAlpha = 1;
  }

  /** All in one path; what lies one over the other is no darker for it. */
  fillCircles() {
    this.filling();
    const [radius, count] = [this.next(), this.next()];
    this.context.beginPath();
    for (let index = 0; index < count; index += 1) {
      const [x, y] = [this.next(), this.next()];
      this.context.moveTo(x + radius, y);
      this.context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    this.context.fill();
    this.context.globalAlpha = 1;
  }

  text() {
    const { context } = this;
    const tone = this.tones[this.next()];
    const [x, y, size, flags, anchor, length] = [this.next(), this.next(), this.next(), this.next(), this.next(), this.next()];
    const text = this.strings.slice(this.read, this.read + length);
    this.read += length;
    context.font = `${flags & 1 ? 700 : 400} ${size}px ${FONT}`;
    context.textBaseline = 'alphabetic';
    context.direction = flags & 4 ? 'rtl' : 'ltr';
    context.fillStyle = tone;
    context.globalAlpha = 1;
    const halo = Boolean(flags & 8);
    const digits = flags & 2 && /^[\u06f0-\u06f9\u066b\u066c]+$/.test(text);
    if (digits) this.cells(text, x, y, size, anchor, halo);
    else {
      context.textAlign = anchor < 0 ? 'left' : anchor > 0 ? 'right' : 'center';
      this.put(text, x, y, halo);
    }
  }

  /** Digits in cells of one width, so that figures of a column can be compared. @param {string} text @param {number} x @param {number} y @param {number} size @param {number} anchor @param {boolean} halo */
  cells(text, x, y, size, anchor, halo) {
    const { context } = this;
    const widths = [...text].map((one) => (/[\u06f0-\u06f9]/.test(one) ? DIGIT * size : context.measureText(one).width));
    const whole = widths.reduce((sum, width) => sum + width, 0);
    let at = anchor < 0 ? x : anchor > 0 ? x - whole : x - whole / 2;
    context.textAlign = 'center';
    [...text].forEach((one, index) => {
      this.put(one, at + widths[index] / 2, y, halo);
      at += widths[index];
    });
  }

  /** @param {string} text @param {number} x @param {number} y @param {boolean} halo */
  put(text, x, y, halo) {
    const { context } = this;
    if (halo) {
      context.setLineDash([]);
      context.lineWidth = 3;
      context.lineJoin = 'round';
      [context.strokeStyle] = this.tones;
      context.strokeText(text, x, y);
    }
    context.fillText(text, x, y);
  }
}
