import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { settings } from "../codegen/define/settings.ts";
import { whyNotCompiled } from "../engine/portfolio/compilable.ts";
import { runTargets } from "../engine/portfolio/run_targets.ts";
import type { PortfolioSettings } from "../engine/portfolio/settings.ts";
import { targetPlan } from "../engine/portfolio/target_plan.ts";
import { panelOf } from "./portfolio_cases/case.ts";
import { bits } from "./portfolio_random/bits.ts";
import { arbitraryPanel } from "./portfolio_random/panels.ts";
import { arbitraryPortfolioSettings } from "./portfolio_random/settings.ts";

const plain: PortfolioSettings = {
  ...settings({ cash: 1000 }),
  orderPriority: "exitsFirst",
  shortProceeds: "margin",
  maxPositions: 0,
  participation: 0,
  zone: "UTC",
  rules: [],
  assets: {},
};

Deno.test("runTargets() gives the same bits compiled and in the reference", () => {
  let fills = 0;
  const weight = fc.constantFrom(NaN, 0, 0.2, 0.4, -0.3);
  const property = fc.property(
    arbitraryPanel,
    fc.array(weight, { minLength: 160, maxLength: 160 }),
    arbitraryPortfolioSettings,
    fc.constantFrom({}, { band: 0.05 }, { buffer: 0.1 }, { minTrade: 50 }),
    (panel, weights, run, options) => {
      const rows = Float64Array.from(
        { length: panel.assets * panel.length },
        (_, cell) => weights[cell],
      );
      const plan = targetPlan(rows, panel);
      const both = (["batch", "event"] as const).map((simMode) =>
        runTargets(panel, plan, { settings: run, options, simMode })
      );
      assertEquals(bits(both[0]), bits(both[1]));
      fills += both[0].ledger.count;
    },
  );
  fc.assert(property, { numRuns: 100, seed: 6 });
  assert(fills > 500, `${fills} fills`);
});

Deno.test("whyNotCompiled() names what only the reference has", () => {
  assertEquals(whyNotCompiled(plain), undefined);
  const tiers = [{ upTo: 1000, percent: 0.01 }];
  const commission = { ...plain.commission, tiers };
  assertEquals(whyNotCompiled({ ...plain, commission }), undefined);
  assertEquals(
    whyNotCompiled({ ...plain, assets: { A: { commission } } }),
    "tiers of commission that differ by asset",
  );
  const limit = "a limit of participation";
  assertEquals(whyNotCompiled({ ...plain, participation: 0.1 }), limit);
});

Deno.test("runTargets() gives up what volume has held up where the next weights are traded", () => {
  const panel = panelOf({
    prices: { A: [10, 10, 10, 10, 10], B: [10, 10, 10, 10, 10] },
    volume: { A: [0, 20, 20, 20, 20], B: [0, 20, 20, 20, 20] },
  });
  const plan = targetPlan(
    Float64Array.of(0.5, 0.5, NaN, NaN, 0.03, NaN, NaN, NaN, NaN, NaN),
    panel,
  );
  const { orders, ledger } = runTargets(panel, plan, {
    settings: { ...plain, participation: 0.1 },
    options: { band: 0.02 },
  });
  // A: 4 units are within the band of 3, so that nothing is ordered; B goes on to the end.
  assertEquals([...orders.filled], [4, 8]);
  assertEquals([...orders.endIndex], [2, 4]);
  assertEquals(ledger.count, 6);
});
