import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { Ranker } from "../engine/portfolio/ranker.ts";
import { ranks } from "../engine/portfolio/ranks.ts";
import { topBottom } from "../engine/portfolio/top_bottom.ts";
import { zScores } from "../engine/portfolio/z_scores.ts";
import { assertSameBits } from "./matrix/same_run.ts";

fc.configureGlobal({ seed: 1 });

/** What is asked of a row. */
interface Row {
  readonly scores: Float64Array;
  readonly n: number;
  readonly m: number;
}

/** The weights by sorting. */
function sortedWeights({ scores, n, m }: Row): Float64Array {
  const finite = [...scores.keys()].filter((asset) => Number.isFinite(scores[asset]));
  const descending = finite.toSorted((a, b) => scores[b] - scores[a] || a - b);
  const top = descending.slice(0, n);
  const rest = finite.filter((asset) => !top.includes(asset));
  const bottom = rest.toSorted((a, b) => scores[a] - scores[b] || a - b).slice(0, m);
  const weights = new Float64Array(scores.length);
  for (const asset of top) weights[asset] = 1 / n;
  for (const asset of bottom) weights[asset] = -1 / m;
  return weights;
}

function assertPicked(ranker: Ranker, row: Row, out?: Float64Array): void {
  const { scores, n, m } = row;
  const before = scores.slice();
  const found = ranker.topBottom(scores, n, m, out);
  assertSameBits(found, sortedWeights(row), `${n} and ${m} of ${[...scores].join()}`);
  assertEquals(scores, before);
}

const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 3, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e308, -1e308) },
);
const row: fc.Arbitrary<Row> = fc.record({
  scores: fc.array(score, { maxLength: 40 }).map((values) => Float64Array.from(values)),
  n: fc.integer({ min: 0, max: 12 }),
  m: fc.integer({ min: 0, max: 12 }),
});

/** Numbers in [-1, 1) by a linear congruential generator. */
function seeded(seed: number): () => number {
  let word = seed;
  return () => {
    word = (Math.imul(word, 1664525) + 1013904223) | 0;
    return word / 2 ** 31;
  };
}

Deno.test("topBottom() picks what a stable sort picks, from any scores", () => {
  fc.assert(
    fc.property(row, (given) => {
      const { scores, n, m } = given;
      assertSameBits(topBottom(scores, n, m), sortedWeights(given), [...scores].join());
    }),
    { numRuns: 2000 },
  );
});

Deno.test("Ranker.topBottom() is the same whatever rows came before", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const ranker = new Ranker();
      for (const given of rows) assertPicked(ranker, given);
    }),
    { numRuns: 500 },
  );
});

Deno.test("Ranker.topBottom() is right on rows that last, drift, jump, tie and lack scores", () => {
  const next = seeded(7);
  const length = 300;
  const ranker = new Ranker();
  const out = new Float64Array(length).fill(NaN);
  const kinds: readonly ((t: number) => number)[] = [
    () => next(),
    (t) => next() + t / 5,
    (t) => next() - t / 5,
    (t) => next() * 10 ** (t % 7),
    () => Math.round(4 * next()),
    () => (next() > 0.7 ? NaN : next()),
    () => (next() > 0.9 ? Infinity : next() < -0.9 ? -Infinity : next()),
    (t) => (next() > t / 10 ? next() : NaN),
    () => 1,
  ];
  for (const [n, m] of [[25, 25], [1, 1], [10, 0], [0, 10], [0, 0], [140, 140], [200, 150]]) {
    for (const kind of kinds) {
      for (let t = 0; t < 12; t++) {
        const scores = Float64Array.from({ length }, () => kind(t));
        assertPicked(ranker, { scores, n, m }, out);
      }
    }
  }
});

Deno.test("topBottom() lets the top take its n first where scores are few", () => {
  const scores = Float64Array.of(NaN, 5, 5, 1, Infinity);
  assertEquals([...topBottom(scores, 2, 2)], [0, 0.5, 0.5, -0.5, 0]);
  assertEquals([...topBottom(scores, 4, 4)], [0, 0.25, 0.25, 0.25, 0]);
  assertEquals([...topBottom(Float64Array.of(7, 7, 7), 1, 1)], [1, -1, 0]);
  assertEquals(topBottom(new Float64Array(0), 3, 3).length, 0);
});

Deno.test("topBottom() writes into the column that it is given", () => {
  const out = new Float64Array(3).fill(9);
  assert(topBottom(Float64Array.of(1, 2, 3), 1, 1, out) === out);
  assertEquals([...out], [-1, 0, 1]);
  assertEquals([...topBottom(Float64Array.of(3, 2, 1), 1, 0, out)], [1, 0, 0]);
});

Deno.test("topBottom() refuses numbers and arrays that cannot be", () => {
  const scores = Float64Array.of(1, 2, 3);
  for (const n of [-1, 0.5, NaN, Infinity]) {
    assertThrows(() => topBottom(scores, n, 1), RangeError, `found n ${n}, expected an integer`);
    assertThrows(() => topBottom(scores, 1, n), RangeError, `found m ${n}, expected an integer`);
  }
  assertThrows(() => topBottom(scores, 1, 1, new Float64Array(2)), RangeError, "an array of 2");
  assertThrows(() => topBottom(scores, 1, 1, scores), RangeError, "expected another");
});

Deno.test("ranks() counts what is below and half of what is equal", () => {
  fc.assert(fc.property(row, ({ scores }) => {
    const finite = [...scores].filter(Number.isFinite);
    const wanted = scores.map((score) => {
      const below = finite.filter((other) => other < score).length;
      const equal = finite.filter((other) => other === score).length;
      return Number.isFinite(score) ? below + (equal + 1) / 2 : NaN;
    });
    assertSameBits(ranks(scores), wanted, [...scores].join());
    assertSameBits(ranks(scores, scores), wanted, "in place");
  }));
});

Deno.test("zScores() have mean 0 and deviation 1, and leave out what is not finite", () => {
  const next = seeded(3);
  const scores = Float64Array.from({ length: 100 }, (_, asset) => asset % 9 ? 5 + next() : NaN);
  const found = zScores(scores);
  const values = found.filter(Number.isFinite);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  assertEquals([...found.keys()].filter((i) => Number.isNaN(found[i])).length, 12);
  // A hundred roundings of numbers about 1.
  assert(Math.abs(mean) < 1e-13 && Math.abs(squares / (values.length - 1) - 1) < 1e-13);
  assertSameBits(zScores(scores, scores), found, "in place");
});

Deno.test("zScores() of equal scores, or of one, are 0", () => {
  assertEquals([...zScores(Float64Array.of(0.1, 0.1, NaN, 0.1))], [0, 0, NaN, 0]);
  assertEquals([...zScores(Float64Array.of(NaN, 8))], [NaN, 0]);
  assertEquals([...zScores(Float64Array.of(NaN, Infinity))], [NaN, NaN]);
});
