import fc from "fast-check";
import { paramValues } from "../../codegen/define/param_values.ts";
import { settings } from "../../codegen/define/settings.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import type { Settings, Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import { firstDifference } from "../../engine/run/difference.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { arbitraryBars } from "./bars.ts";
import { assertMarked, assertPrices, assertSum } from "./identities.ts";
import { arbitrarySettings } from "./settings.ts";
import { arbitraryStrategy } from "./strategies.ts";

/** One random run. */
export interface Run {
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly settings: Settings;
  readonly direction: Direction;
  readonly params: Readonly<Record<string, number>>;
  readonly chunk: number;
}

/** Random runs: definitions, settings, bars, parameter values and chunk sizes. */
export const arbitraryRun: fc.Arbitrary<Run> = fc.record({
  strategy: arbitraryStrategy,
  bars: arbitraryBars,
  settings: arbitrarySettings.map((input) => settings(input)),
  direction: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Direction>("BOTH") },
    { weight: 1, arbitrary: fc.constantFrom<Direction>("LONG", "SHORT") },
  ),
  length: fc.constantFrom(3, 1, 5),
  chunk: fc.constantFrom(1, 2, 3, 7, 16, 64, 1000),
}).map(({ length, ...run }) => ({
  ...run,
  params: Object.hasOwn(run.strategy.params, "length") ? { length } : {},
}));

/** Runs both engines and throws on any difference; nothing if the direction leaves no side. */
export function agree(run: Run): RunOutput | undefined {
  const { strategy, bars, settings, direction, chunk } = run;
  const params = paramValues(strategy, run.params);
  let compiled: RunOutput;
  try {
    compiled = runCompiled(strategy, bars, { settings, params, direction, chunk });
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
  const reference = runReference(strategy, bars, { settings, params, direction });
  const difference = firstDifference(compiled, reference);
  if (difference !== undefined) throw new Error(describe(run, difference));
  checkIdentities(compiled, run);
  return compiled;
}

/** What holds for every run; equity that was closed at the end is cash already. */
function checkIdentities(output: RunOutput, run: Run): void {
  const { slippage } = run.settings;
  assertMarked(output, run);
  assertSum(output, run);
  if (Object.values(slippage).every((term) => term === 0)) assertPrices(output, run);
}

function describe(run: Run, difference: unknown): string {
  const { strategy, bars, settings, direction, chunk, params } = run;
  const rows = Array.from(
    { length: bars.length },
    (_, t) =>
      [bars.open, bars.high, bars.low, bars.close, bars.volume, bars.columns.get("u")!, bars.time]
        .map((column) => column[t]).join(" "),
  );
  return [
    `Compiled run and reference differ: ${JSON.stringify(difference)}`,
    JSON.stringify(strategy),
    JSON.stringify({ settings, direction, chunk, params }),
    ...rows,
  ].join("\n");
}
