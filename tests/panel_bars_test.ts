import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { barsOf } from "../engine/data/bars_of.ts";
import { barsOfEach } from "../engine/data/bars_of_each.ts";
import { panelFromArrays } from "../engine/mod.ts";
import { arbitraryPanel } from "./portfolio_random/panels.ts";

Deno.test("barsOfEach() gives the bars of every asset as barsOf() does", () => {
  fc.assert(
    fc.property(arbitraryPanel, (panel) => {
      assertEquals([...barsOfEach(panel)], panel.symbols.map((symbol) => barsOf(panel, symbol)));
    }),
    { numRuns: 50, seed: 3 },
  );
});

Deno.test("barsOfEach() goes on over the edges of its tiles", () => {
  const [assets, bars] = [35, 300];
  const panel = panelFromArrays({
    symbols: Array.from({ length: assets }, (_, index) => `S${index}`),
    time: Array.from({ length: bars }, (_, t) => Date.UTC(2020, 0, 1 + t)),
    close: Array.from({ length: assets * bars }, (_, at) => at % 7 === 3 ? NaN : 1 + at),
    priceOnly: true,
  });
  assertEquals([...barsOfEach(panel)], panel.symbols.map((symbol) => barsOf(panel, symbol)));
});
