import fc from "fast-check";
import type { Expression } from "../../codegen/define/expression.ts";
import { placesOf } from "../../codegen/define/places.ts";
import { settings } from "../../codegen/define/settings.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import { agree, arbitraryRun } from "../fuzz/agree.ts";
import { partsOf } from "../fuzz/parts.ts";
import { arbitrarySettings } from "../fuzz/settings.ts";
import { arbitraryStrategy } from "../fuzz/strategies.ts";
import { leaves, sameLeaf } from "./leaves.ts";
import { addReasons } from "./reason_rows.ts";

/** Names that the generators of `tests/fuzz` have produced: functions, and those of `partsOf`. */
export function fuzzedDefinitions(numRuns: number, seed: number): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.tag !== "call") return;
    const { name, output, args } = expression;
    names.add(output === undefined ? name : `${name}.${output}`);
    args.forEach(visit);
  };
  const add = (made: Strategy): void => {
    placesOf(made).forEach(({ expression }) => visit(expression));
    partsOf(made).forEach((name) => names.add(name));
  };
  fc.sample(arbitraryStrategy, { numRuns, seed }).forEach(add);
  return names;
}

/** Settings as `path=value` that the generators have produced, of numbers only `path` where it is not the default. */
export function fuzzedSettings(numRuns: number, seed: number): ReadonlySet<string> {
  const defaults = new Map(leaves(settings()));
  const names = new Set<string>();
  for (const input of fc.sample(arbitrarySettings, { numRuns, seed })) {
    for (const [path, value] of leaves(settings(input))) {
      names.add(`${path}=${value}`);
      if (!sameLeaf(value, defaults.get(path))) names.add(path);
    }
  }
  return names;
}

/** Reasons for which trades were closed and orders refused in random runs of both engines. */
export function fuzzedReasons(numRuns: number, seed: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const run of fc.sample(arbitraryRun, { numRuns, seed })) {
    const output = agree(run);
    if (output !== undefined) addReasons(output, names);
  }
  return names;
}
