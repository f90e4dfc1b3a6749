import type { Expression } from "../../../codegen/define/expression.ts";
import { type Problem, throwProblems } from "../../../codegen/define/problem.ts";
import type { Axis } from "./axis.ts";
import { fulfils, refuseEmpty } from "./product.ts";
import { randomNumbers } from "./random.ts";

/** Draws in vain after which a draw is given up. */
const patience = 100_000;

/** Different sets drawn at random, each value evenly among those of its axis, that fulfil the conditions. */
export function drawSets(
  axes: readonly Axis[],
  { where, samples, seed, limit }: {
    readonly where: readonly Expression[];
    readonly samples: number;
    readonly seed: number;
    readonly limit: number;
  },
): Float64Array {
  const problems: Problem[] = [];
  if (samples > limit) {
    problems.push({
      path: "samples",
      message: `Expected at most ${limit.toLocaleString("en")} sets but found ${samples}`,
      remedy: "raise limit",
    });
  }
  throwProblems("make a grid", problems);
  const next = randomNumbers(seed);
  const rows = new Float64Array(samples * axes.length);
  const seen = new Set<string>();
  const values = new Map<string, number>();
  let inVain = 0;
  while (seen.size < samples && inVain < patience) {
    for (const axis of axes) values.set(axis.name, drawValue(axis, next()));
    const key = [...values.values()].join(" ");
    if (seen.has(key) || !fulfils(where, values)) {
      inVain++;
      continue;
    }
    rows.set([...values.values()], seen.size * axes.length);
    seen.add(key);
    inVain = 0;
  }
  if (seen.size === 0) refuseEmpty(patience);
  return rows.slice(0, seen.size * axes.length);
}

function drawValue(axis: Axis, chance: number): number {
  switch (axis.kind) {
    case "list":
      return axis.values[Math.floor(chance * axis.values.length)];
    case "uniform":
      return axis.from + chance * (axis.to - axis.from);
    case "logUniform":
      return axis.from * Math.pow(axis.to / axis.from, chance);
    case "integer":
      return axis.from + Math.floor(chance * (axis.to - axis.from + 1));
  }
}
