/**
 * Picking the best and the worst 25 scores of every row: 2,520 rows of 500 and 5,040 rows of 250, by `Ranker` and by a
 * sort with a comparator, on scores that are new in every row and on ones that last (momentum over 60 bars). Before
 * anything is timed both are held against each other bit for bit.
 *
 * Run: `deno bench bench/select_bench.ts`. The time of a score is the time shown divided by rows times assets.
 *
 * @module
 */
import { Ranker } from "../engine/portfolio/ranker.ts";
import { checksum } from "./checksum.ts";

const picked = 25;

/** Scores in rows. */
interface Scores {
  readonly rows: readonly Float64Array[];
  readonly assets: number;
}

/** Numbers in [-1, 1) by Marsaglia's 32-bit xorshift. */
function random(seed: number): () => number {
  let word = seed;
  return () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return word / 2 ** 31;
  };
}

/** About normal: the sum of four uniform numbers. */
function normal(next: () => number): number {
  return next() + next() + next() + next();
}

function newScores(length: number, assets: number): Scores {
  const next = random(123_456_789);
  const rows = Array.from(
    { length },
    () => Float64Array.from({ length: assets }, () => normal(next)),
  );
  return { rows, assets };
}

function momentum(length: number, assets: number): Scores {
  const next = random(987_654_321);
  const look = 60;
  const logs = [new Float64Array(assets)];
  for (let t = 1; t < length + look; t++) logs.push(logs[t - 1].map((x) => x + normal(next)));
  const rows = Array.from(
    { length },
    (_, t) => logs[t + look].map((x, asset) => x - logs[t][asset]),
  );
  return { rows, assets };
}

type Pick = (scores: Float64Array, out: Float64Array) => void;

const ranker = new Ranker();
const candidates: Readonly<Record<string, Pick>> = {
  "Ranker": (scores, out) => void ranker.topBottom(scores, picked, picked, out),
  "sort with a comparator": (scores, out) => {
    const order = Array.from(scores, (_, asset) => asset).sort((a, b) => scores[b] - scores[a]);
    out.fill(0);
    for (let k = 0; k < picked; k++) {
      out[order[k]] = 1 / picked;
      out[order[order.length - 1 - k]] = -1 / picked;
    }
  },
};

function allWeights(pick: Pick, { rows, assets }: Scores): string {
  return checksum(rows.map((scores) => {
    const out = new Float64Array(assets);
    pick(scores, out);
    return out;
  }));
}

const cases: Readonly<Record<string, Scores>> = {
  "new scores, 2,520 x 500": newScores(2520, 500),
  "new scores, 5,040 x 250": newScores(5040, 250),
  "momentum, 2,520 x 500": momentum(2520, 500),
  "momentum, 5,040 x 250": momentum(5040, 250),
};

for (const [group, scores] of Object.entries(cases)) {
  const [wanted, ...others] = Object.values(candidates).map((pick) => allWeights(pick, scores));
  if (others.some((found) => found !== wanted)) throw new Error(`${group}: weights differ`);
  console.log(`${group}: all agree, checksum ${wanted}`);
  const out = new Float64Array(scores.assets);
  for (const [name, pick] of Object.entries(candidates)) {
    Deno.bench({
      name,
      group,
      baseline: name !== "Ranker",
      n: 20,
      warmup: 5,
      fn: () => scores.rows.forEach((row) => pick(row, out)),
    });
  }
}
