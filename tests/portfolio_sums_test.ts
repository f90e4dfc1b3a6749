import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { PortfolioResult } from "../engine/portfolio/result/portfolio_result.ts";
import { runPortfolioReference } from "../engine/reference/portfolio/mod.ts";
import { arbitraryActions, doing } from "./portfolio_random/actions.ts";
import { arbitraryPanel } from "./portfolio_random/panels.ts";
import { arbitraryPortfolioSettings } from "./portfolio_random/settings.ts";

/** Results of random orders, assets in two groups and in none. */
const arbitraryResult = fc.tuple(arbitraryPanel, arbitraryActions, arbitraryPortfolioSettings)
  .map(([panel, actions, settings]) => {
    const { symbols } = panel;
    const handlers = doing(actions, { symbols, heard: {} });
    const output = runPortfolioReference(panel, handlers, { settings });
    const named = symbols.map((symbol, at) => [symbol, ["one", "two"][at % 3]] as const);
    const groups = Object.fromEntries(named.filter(([, group]) => group !== undefined));
    return new PortfolioResult({
      panel,
      settings: { ...settings, groups, rank: "" },
      simMode: "event",
      output,
    });
  });

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

Deno.test("Results of random runs add up over trades, assets, groups and time", () => {
  let fills = 0;
  const property = fc.property(arbitraryResult, (result) => {
    const { panel, settings, output, assets, groups, equity, curves, attribution } = result;
    const { length } = panel;
    fills += output.ledger.count;
    const size = settings.cash + sum(assets.map(({ traded }) => traded));
    const gain = length === 0 ? 0 : equity[length - 1] - settings.cash;
    assertAlmostEquals(sum(assets.map(({ pnl }) => pnl)) + output.interest, gain, 1e-9 * size);
    const { gross, fees, slippage, financing, interest, net } = attribution;
    assertAlmostEquals(net, gain, 1e-9 * size);
    assertAlmostEquals(gross - fees - slippage - financing + interest, net, 1e-9 * size);

    for (const key of ["pnl", "fees", "traded", "trades", "wins", "meanGross"] as const) {
      const [whole, parts] = [assets, groups].map((rows) => sum(rows.map((row) => row[key])));
      if (groups.length > 0) assertAlmostEquals(parts, whole, 1e-9 * (size + Math.abs(whole)));
    }
    for (const by of ["asset", "group"] as const) {
      for (const gross of [false, true]) {
        const { names, values } = result.exposures({ by, gross });
        for (let t = 0; t < (names.length > 0 ? length : 0); t++) {
          const row = values.subarray(t * names.length, (t + 1) * names.length);
          const wanted = curves[gross ? "gross" : "net"][t];
          assertAlmostEquals(sum(row), wanted, 1e-9 * (1 + Math.abs(wanted)));
        }
      }
    }
    const named = result.orders.filter(({ reason }) => reason !== "").length;
    assertEquals(sum(Object.values(result.rejected)), named);
    const { symbols, values } = result.correlations;
    assert(values.every((value) => Math.abs(value) <= 1));
    symbols.forEach((_, row) => assertEquals(values[row * symbols.length + row], 1));
  });
  fc.assert(property, { numRuns: Number(Deno.env.get("RUNS") ?? 100), seed: 5 });
  assert(fills > 300, `${fills} fills`);
});
