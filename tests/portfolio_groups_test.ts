import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { portfolio, type PortfolioResult } from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const symbols = ["A", "B", "C", "D"];
const rows = [[10, 20, 5, 8], [10, 20, 5, 8], [12, 22, 6, 8], [11, 18, 7, 8]];

/** Long A and C, short B; D is never traded. */
function run(groups: Record<string, string>): PortfolioResult {
  return portfolio(closesPanel(symbols, rows), { cash: 1000, groups }).onBar((broker, t) => {
    if (t !== 0) return;
    broker.buy("A", 10);
    broker.sell("B", 5);
    broker.buy("C", 20);
  });
}

const grouped = run({ B: "tech", A: "tech", D: "idle" });

Deno.test("PortfolioResult.groups adds up the assets of each group, those without one too", () => {
  const { groups, assets, statistics } = grouped;
  assertEquals(
    groups.map(({ group, assets, trades, wins, pnl }) => [
      group,
      assets,
      trades,
      wins,
      pnl,
    ]),
    [["tech", 2, 2, 0, 20], ["", 1, 1, 0, 40], ["idle", 1, 0, 0, 0]],
  );
  assertEquals(groups[0].contribution, 0.02);
  assertEquals(groups.map(({ share }) => share), [20 / 60, 40 / 60, 0]);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value);
  assertAlmostEquals(total(assets.map(({ turnover }) => turnover)), statistics.turnover, 1e-12);
  assertAlmostEquals(groups[0].turnover, assets[0].turnover + assets[1].turnover, 1e-12);
  const { equity, curves } = grouped;
  assertAlmostEquals(
    assets[1].meanNet,
    -(5 * 20 / equity[1] + 5 * 22 / equity[2] + 5 * 18 / equity[3]) / 4,
    1e-15,
  );
  assertEquals(assets[1].meanGross, -assets[1].meanNet);
  assertAlmostEquals(total(groups.map(({ meanGross }) => meanGross)), total([...curves.gross]) / 4);
});

Deno.test("PortfolioResult.exposures() are columns of assets or groups that add up to the curves", () => {
  const { curves, equity } = grouped;
  const net = grouped.exposures({ by: "asset" });
  assertEquals([net.names, net.values.length], [symbols, 16]);
  assertEquals([...net.values.subarray(8, 12)], [
    120 / equity[2],
    -110 / equity[2],
    120 / equity[2],
    0,
  ]);
  const gross = grouped.exposures({ by: "group", gross: true });
  assertEquals(gross.names, ["tech", "", "idle"]);
  for (let t = 0; t < 4; t++) {
    assertAlmostEquals(
      gross.values.subarray(3 * t, 3 * t + 3).reduce((a, b) => a + b),
      curves.gross[t],
    );
    assertAlmostEquals(
      net.values.subarray(4 * t, 4 * t + 4).reduce((a, b) => a + b),
      curves.net[t],
    );
  }
  assertThrows(() => grouped.exposures({ by: "sector" as never }), RangeError, "asset or group");
});

Deno.test("Groups are in the page and in JSON; without any there is no table", () => {
  const page = String(grouped);
  assertStringIncludes(page, "Groups by profit\nGroup   Trades  Won  Profit");
  assertStringIncludes(
    page,
    "\n(none)       1    0   40.00         4.00%  66.67%  0.00     8.71%      8.93",
  );
  const json = JSON.parse(JSON.stringify(grouped));
  assertEquals(json.settings.groups, { B: "tech", A: "tech", D: "idle" });
  assertEquals(json.groups.map(({ group }: { group: string }) => group), ["tech", "", "idle"]);
  const plain = run({});
  assertEquals([plain.groups, plain.exposures({ by: "group" }).names], [[], []]);
  assertEquals(String(plain).includes("Group"), false);
});
