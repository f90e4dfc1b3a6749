import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { strategyToJson } from "../codegen/define/json.ts";
import { strategy, type StrategyInput } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { barsOf } from "../engine/data/bars_of.ts";
import type { Panel } from "../engine/data/panel.ts";
import { firstPortfolioDifference } from "../engine/portfolio/difference.ts";
import { portfolio } from "../engine/portfolio/portfolio.ts";
import type { PortfolioResult } from "../engine/portfolio/result/portfolio_result.ts";
import { backtest } from "../engine/run/backtest.ts";
import { firstDifference } from "../engine/run/difference.ts";
import type { TradeRow } from "../engine/run/trade_rows.ts";
import { arbitraryRun } from "./fuzz/agree.ts";
import { arbitrarySettings } from "./fuzz/settings.ts";
import { arbitraryStrategy } from "./fuzz/strategies.ts";
import { panelOfOne } from "./portfolio_random/one_asset.ts";
import { arbitraryPanel } from "./portfolio_random/panels.ts";
import { refusesAlike, unlessRefused, withVolume } from "./portfolio_random/strategy_runs.ts";

const numRuns = Number(Deno.env.get("RUNS") ?? 250);

Deno.test("portfolio().strategy() on one asset equals backtest() in every bit", () => {
  let trades = 0;
  fc.assert(
    fc.property(arbitraryRun.map(withVolume), (run) => {
      const { strategy, bars, settings, chunk, ...options } = run;
      const simMode = chunk < 10 ? "event" : "batch";
      const account = portfolio(panelOfOne(bars), { ...settings, simMode });
      const many = unlessRefused(() => account.strategy(strategy, options));
      if (many === undefined || !refusesAlike(run)) return;
      const one = backtest(strategy, bars, { ...settings, ...options, simMode: "event" });
      const { trades: { asset: _, ...rows }, ...output } = many.output;
      assertEquals(
        firstDifference({ ...output, trades: rows, refused: [] }, { ...one.output, refused: [] }),
        undefined,
      );
      trades += one.output.trades.count;
    }),
    { numRuns, seed: 11 },
  );
  // Runs without trades would agree too.
  assert(trades > numRuns / 2, `${trades} trades`);
});

/** Columns of a panel that strategies of the fuzz read, with volume everywhere. */
function withColumns(panel: Panel): Panel {
  const { assets, present } = panel;
  const there = (value: (t: number, a: number) => number): Float64Array =>
    Float64Array.from(
      present,
      (is, at) => is === 1 ? value(Math.floor(at / assets), at % assets) : NaN,
    );
  const volume = there(() => 250);
  const u = there((t, a) => (t * t + 5 * a) % 9 - 4);
  return { ...panel, volume, columns: new Map([...panel.columns, ["volume", volume], ["u", u]]) };
}

Deno.test("portfolio().strategy() gives the same bits in both engines, within its slots", () => {
  let trades = 0;
  const settings = fc.tuple(
    arbitrarySettings,
    fc.constantFrom(1, 2, 3, 0),
    fc.constantFrom("", "u", "-close", "close / close[2]"),
  ).map(([settings, maxPositions, rank]) => ({ ...settings, maxPositions, rank }));
  fc.assert(
    fc.property(arbitraryPanel.map(withColumns), arbitraryStrategy, settings, (panel, any, own) => {
      const event = unlessRefused(() =>
        portfolio(panel, { ...own, simMode: "event" }).strategy(any)
      );
      if (event === undefined) return;
      const batch = portfolio(panel, own).strategy(any);
      assertEquals(firstPortfolioDifference(batch.output, event.output), undefined);
      assertEquals(batch.rejected, event.rejected);
      if (own.maxPositions > 0) assert(mostHeld(event) <= own.maxPositions);
      if (batch.simMode === "batch") trades += event.output.trades.count;
    }),
    { numRuns, seed: 13 },
  );
  assert(trades > numRuns / 2, `${trades} trades`);
});

/** The most positions that were open at once, after any fill. */
function mostHeld({ output: { ledger }, panel: { assets } }: PortfolioResult): number {
  const held = new Float64Array(assets);
  let most = 0;
  for (let row = 0; row < ledger.count; row++) {
    held[ledger.asset[row]] = ledger.quantity[row];
    most = Math.max(most, held.filter((quantity) => quantity !== 0).length);
  }
  return most;
}

/** A strategy that trades units, which depend on nothing but itself. */
function inUnits(any: Strategy): StrategyInput {
  return { ...strategyToJson(any), size: { units: 3 } } as StrategyInput;
}

/** What a trade is, whatever the panel around it. */
function core({ symbol: _, trade: __, ...row }: TradeRow): Partial<TradeRow> {
  const { entryIndex: ___, exitIndex: ____, barsHeld: _____, ...rest } = row;
  return rest;
}

Deno.test("portfolio().strategy() with money and room enough trades each asset by itself", () => {
  let trades = 0;
  const account = arbitrarySettings.map(({ financing: _, execution, ...rest }) => ({
    ...rest,
    cash: 1e9,
    cashPolicy: "unlimited" as const,
    execution: { ...execution, atEnd: "open" as const },
  }));
  fc.assert(
    fc.property(
      arbitraryPanel.map(withColumns),
      arbitraryStrategy,
      account,
      (panel, any, settings) => {
        const units = unlessRefused(() => strategy(inUnits(any)));
        if (units === undefined) return;
        const many = unlessRefused(() => portfolio(panel, settings).strategy(units));
        if (many === undefined) return;
        panel.symbols.forEach((symbol) => {
          const bars = barsOf(panel, symbol);
          const run = { strategy: units, bars, params: {} };
          if (!refusesAlike(run)) return;
          const one = backtest(units, bars, { ...settings, simMode: "event" });
          const own = many.trades.filter((row) => row.symbol === symbol);
          assertEquals(own.map(core), one.trades.map(core));
          trades += own.length;
        });
      },
    ),
    { numRuns, seed: 12 },
  );
  assert(trades > numRuns / 2, `${trades} trades`);
});
