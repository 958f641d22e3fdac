// Recomputes a ranking from what is published, in whole numbers of any length, without any code of
// the library that it checks:
//
//   node tests/recompute/ranking.mjs run.json values.csv
//
// prints `id,score,rank,band`, best first; whoever has no rank follows with three empty cells. The
// values are a CSV without quotes: a column `id`, and one for each criterion; an empty cell is a
// missing value. Further pairs of files give further lists, each with its head.
import { readFileSync } from "node:fs";

/** A millionth is the last decimal of a score as it is written. */
const MILLION = 1_000_000n;

/** An exact number: `top ÷ bottom`, where `bottom` is above zero. */
const exact = (top, bottom = 1n) => (bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom });
const plus = (a, b) => exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a, b) => plus(a, exact(-b.top, b.bottom));
const times = (a, b) => exact(a.top * b.top, a.bottom * b.bottom);
const over = (a, b) => exact(a.top * b.bottom, a.bottom * b.top);
const isZero = (a) => a.top === 0n;
const isEqual = (a, b) => a.top * b.bottom === b.top * a.bottom;
const atMost = (a, b) => a.top * b.bottom <= b.top * a.bottom;

/** Reads `-12.50`. */
function read(text) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) throw new Error(`not a plain decimal: ${text}`);
  const [, sign, whole, decimals = ""] = parts;
  return exact(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
}

/** The nearest number of millionths; a half goes away from zero. */
function millionths({ top, bottom }) {
  const size = top < 0n ? -top : top;
  const rounded = (2n * size * MILLION + bottom) / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}

/** Writes millionths without zeros at the end. */
function write(number) {
  const sign = number < 0n ? "-" : "";
  const digits = String(number < 0n ? -number : number).padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0+$/, "");
  return sign + digits.slice(0, -6) + (decimals && `.${decimals}`);
}

/** The part of 1 that a value is; `others` are the values of all who are ranked. */
function partOf(criterion, value, others) {
  const down = criterion.direction === "down";
  const highest = others.reduce((a, b) => (atMost(a, b) ? b : a));
  const lowest = others.reduce((a, b) => (atMost(a, b) ? a : b));
  const left = (part) => (down ? minus(exact(1n), part) : part);
  switch (criterion.normaliser ?? "stated") {
    case "stated": {
      const most = read(criterion.most);
      return left(over(atMost(value, most) ? value : most, most));
    }
    case "min_max": {
      const range = minus(highest, lowest);
      return isZero(range) ? exact(1n) : left(over(minus(value, lowest), range));
    }
    case "share_of_max":
      return left(isZero(highest) ? exact(0n) : over(value, highest));
    case "percentile": {
      const noBetter = others.filter((other) => (down ? atMost(value, other) : atMost(other, value)));
      return exact(BigInt(noBetter.length), BigInt(others.length));
    }
    default:
      throw new Error(`unknown normaliser: ${criterion.normaliser}`);
  }
}

/** What the weights that count add up to; null for a candidate without a rank. */
function baseOf(run, values) {
  const has = run.criteria.filter(({ id }) => values.get(id));
  switch (run.missing ?? "left_out") {
    case "nought":
      return read(run.total);
    case "left_out":
      return has.length === run.criteria.length ? read(run.total) : null;
    case "reweighed": {
      const sum = has.map(({ weight }) => read(weight)).reduce(plus, exact(0n));
      return isZero(sum) ? null : sum;
    }
    default:
      throw new Error(`unknown rule for missing values: ${run.missing}`);
  }
}

/** The exact sum of the points, of which nothing is rounded before it is written. */
function scoreOf(run, candidate, ranked) {
  let score = exact(0n);
  for (const criterion of run.criteria) {
    const value = candidate.values.get(criterion.id);
    if (!value) continue;
    const others = ranked.map(({ values }) => values.get(criterion.id)).filter(Boolean);
    const weight = over(times(read(criterion.weight), read(run.total)), candidate.base);
    score = plus(score, times(partOf(criterion, value, others), weight));
  }
  return score;
}

/** The candidates of a CSV, with the values that are there. */
function readCandidates(run, text) {
  if (text.includes('"')) throw new Error("quotes are not read here");
  const [head, ...rows] = text.trim().split(/\r?\n/).map((line) => line.split(","));
  return rows.map((row) => {
    const values = new Map();
    for (const { id } of run.criteria) {
      const cell = row[head.indexOf(id)] ?? "";
      if (cell !== "") values.set(id, read(cell));
    }
    return { id: row[head.indexOf("id")], values, base: baseOf(run, values) };
  });
}

/** By the bytes of the ids. */
const byId = (a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));

function lines(run, candidates) {
  const ranked = candidates.filter(({ base }) => base);
  for (const one of ranked) one.score = scoreOf(run, one, ranked);
  ranked.sort((a, b) => (isEqual(a.score, b.score) ? byId(a, b) : atMost(a.score, b.score) ? 1 : -1));
  const better = (one) => ranked.map(({ score }) => score).filter((score) => !atMost(score, one.score));
  const distinct = (scores) => scores.filter((one, at) => at === 0 || !isEqual(one, scores[at - 1]));
  const rank = (one) => 1 + (run.ties === "dense" ? distinct(better(one)) : better(one)).length;
  const band = ({ score }) => (run.cutOffs ?? []).find(({ atLeast }) => atMost(read(atLeast), score))?.id ?? "";
  const others = candidates.filter(({ base }) => !base).sort(byId);
  return [
    "id,score,rank,band",
    ...ranked.map((one) => [one.id, write(millionths(one.score)), rank(one), band(one)].join(",")),
    ...others.map(({ id }) => `${id},,,`),
  ];
}

const paths = process.argv.slice(2);
for (let at = 0; at + 1 < paths.length; at += 2) {
  const run = JSON.parse(readFileSync(paths[at], "utf8"));
  const candidates = readCandidates(run, readFileSync(paths[at + 1], "utf8"));
  console.log(lines(run, candidates).join("\n"));
}
