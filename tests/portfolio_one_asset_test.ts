import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { exitReasons } from "../codegen/define/reasons.ts";
import { firstDifference } from "../engine/run/difference.ts";
import { runReference } from "../engine/reference/mod.ts";
import type { RunOutput } from "../engine/run/output.ts";
import {
  accountRules,
  arbitraryOneAsset,
  driver,
  panelOfOne,
} from "./portfolio_random/one_asset.ts";
import { engines } from "./portfolio_random/engines.ts";
import { portfolioSettings } from "./portfolio_cases/case.ts";

/** What both engines say; code names no reversal where it closes and enters with two orders. */
function common(
  { trades: { asset: _, ...trades }, ...output }: Omit<RunOutput, "trades" | "refused"> & {
    readonly trades: RunOutput["trades"] & { readonly asset?: Int32Array };
  },
): RunOutput {
  const [signal, reverse] = [exitReasons.indexOf("signal"), exitReasons.indexOf("reverse")];
  const reason = trades.reason.map((code) => code === reverse ? signal : code);
  return { ...output, trades: { ...trades, reason }, refused: [] };
}

for (const engine of engines) {
  Deno.test(`${engine.name}() equals runReference() on one asset in every bit`, () => {
    let trades = 0;
    fc.assert(
      fc.property(arbitraryOneAsset, (run) => {
        const { strategy, bars, settings: input } = run;
        const settings = portfolioSettings({ ...input, rules: accountRules(run) });
        if (!engine.has(settings)) return;
        const one = runReference(strategy, bars, { settings: input });
        const many = engine.run(panelOfOne(bars), driver(run), { settings });
        assertEquals(firstDifference(common(many), common(one)), undefined);
        trades += one.trades.count;
      }),
      { numRuns: Number(Deno.env.get("RUNS") ?? 150), seed: 7 },
    );
    // A driver that submits nothing would agree too.
    assertEquals(trades > 100, true);
  });
}
