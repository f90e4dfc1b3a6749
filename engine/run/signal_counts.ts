import type { Strategy } from "../../codegen/define/types.ts";
import type { Direction } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { evaluate, filterPasses, lookBack } from "../reference/mod.ts";
import type { SignalCount } from "./result_fields.ts";

/** What is counted: the signals of a strategy on bars. */
export interface SignalRun {
  readonly strategy: Strategy;
  readonly bars: Bars;
  readonly params: ReadonlyMap<string, number>;
  readonly direction: Direction;
}

/** On how many bars each signal was true, and of enters on how many of them the filter let it pass, by the reference engine: asked only where a run has no trades. */
export function countSignals({ strategy, bars, params, direction }: SignalRun): SignalCount[] {
  const sides = [
    ["long", direction === "SHORT" ? undefined : strategy.long],
    ["short", direction === "LONG" ? undefined : strategy.short],
  ] as const;
  const passes = filterPasses(strategy.filter, bars.time);
  return sides.flatMap(([side, signals]) =>
    (["enter", "exit"] as const).flatMap((kind) => {
      const expression = signals?.[kind];
      if (expression === undefined) return [];
      const truths = evaluate(expression, bars, params);
      const firstPossible = lookBack(expression, params);
      let count = 0;
      let passed = 0;
      for (let t = firstPossible; t < truths.length; t++) {
        count += truths[t];
        if (passes[t]) passed += truths[t];
      }
      const filtered = kind === "enter" && strategy.filter !== undefined;
      const found = { signal: `${side}.${kind}`, bars: count, firstPossible };
      return [filtered ? { ...found, passed } : found];
    })
  );
}
