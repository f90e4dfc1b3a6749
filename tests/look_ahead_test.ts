import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { paramValues } from "../codegen/define/param_values.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import type { Settings } from "../codegen/define/types.ts";
import type { Bars } from "../engine/data/bars.ts";
import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import type { RunOutput } from "../engine/run/output.ts";
import { arbitraryRun, type Run } from "./fuzz/agree.ts";
import { assertMarked, assertPrices, assertSum } from "./fuzz/identities.ts";

type Engine = typeof runReference;
const engines: Readonly<Record<string, Engine>> = {
  compiled: runCompiled,
  reference: runReference,
};

/** A run whose last position is left open, on bars of any kind; nothing if no side is left to trade. */
function attempt(engine: Engine, run: Run, bars = run.bars): RunOutput | undefined {
  const { strategy, direction } = run;
  try {
    const params = paramValues(strategy, run.params);
    return engine(strategy, bars, { settings: leftOpen(run.settings), params, direction });
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

function leftOpen(settings: Settings): Settings {
  return { ...settings, execution: { ...settings.execution, atEnd: "open" } };
}

function firstBars(bars: Bars, length: number): Bars {
  const columns = new Map(
    [...bars.columns].map(([name, column]) => [name, column.subarray(0, length)]),
  );
  const prices = Object.fromEntries(columns) as unknown as Bars;
  return { ...bars, ...prices, length, time: bars.time.subarray(0, length), columns };
}

/** Columns of the trades closed before a bar, and of the fills up to it. */
function history({ trades, ledger, equity }: RunOutput, bars: number): unknown {
  const closed = [...trades.exitIndex.subarray(0, trades.count)]
    .filter((index) => index >= 0 && index < bars).length;
  const fills = [...ledger.index.subarray(0, ledger.count)].filter((index) => index < bars).length;
  const { count: _, ...columns } = trades;
  return {
    equity: equity.slice(0, bars),
    trades: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, [...column.subarray(0, closed)]]),
    ),
    ledger: (["index", "cash", "quantity"] as const).map((name) => [
      ...ledger[name].subarray(0, fills),
    ]),
  };
}

for (const [name, engine] of Object.entries(engines)) {
  Deno.test(`a ${name} run on the first bars is the beginning of the run on all bars`, () => {
    fc.assert(
      fc.property(arbitraryRun, fc.double({ min: 0, max: 1, noNaN: true }), (run, part) => {
        const all = attempt(engine, run);
        if (all === undefined) return;
        const bars = Math.floor(part * run.bars.length);
        const beginning = attempt(engine, run, firstBars(run.bars, bars))!;
        assertEquals(history(beginning, bars), history(all, bars));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  Deno.test(`equity of a ${name} run is cash and position at the close`, () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const output = attempt(engine, run);
        if (output !== undefined) assertMarked(output, run);
      }),
      { numRuns: 400, seed: 2 },
    );
  });

  Deno.test(`profits of a ${name} run add up to the change of equity`, () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const output = attempt(engine, run);
        if (output !== undefined) assertSum(output, run);
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  Deno.test(`prices of a ${name} run without slippage lie in the range of their bars`, () => {
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const slippage = { percent: 0, fixed: 0, spread: 0, ticks: 0, impact: 0 };
        const settings = { ...run.settings, slippage };
        const output = attempt(engine, { ...run, settings });
        if (output !== undefined) assertPrices(output, { ...run, settings });
      }),
      { numRuns: 400, seed: 4 },
    );
  });
}
