#!/usr/bin/env -S deno run --allow-read
/**
 * How many of five shares to hold, and by their return over how many months: all pairs in one half of the data, the best
 * of them held against the other half. The code is the default export, which each Worker imports.
 *
 * @module
 */
import { formatValue, readPanel, slicePanel, sweepPortfolio, topBottom } from "../../mod.ts";
import type { PortfolioCode } from "../../mod.ts";
import { stocksPath } from "../demo_data.ts";

const rotation: PortfolioCode = ({ months, count }) => ({
  weights: (_, bars) => {
    const before = bars.row("close", months);
    return topBottom(bars.row("close").map((now, asset) => now / before[asset] - 1), count, 0);
  },
  on: "monthly",
  buffer: 0.01,
});
export default rotation;

if (import.meta.main) {
  const panel = await readPanel(await stocksPath(), { priceOnly: true });
  const halves = [{ to: "2004-12-31" }, { from: "2005-01-01" }].map((h) => slicePanel(panel, h));
  const [first, second] = await Promise.all(
    halves.map((half) =>
      sweepPortfolio(new URL(import.meta.url), half, {
        grid: { months: [1, 3, 6, 9, 12], count: [1, 2, 3] },
        settings: { commission: { percent: 0.001 } },
        workers: 2,
      })
    ),
  );
  for (const set of first.rank().slice(0, 3)) {
    const { months, count } = first.params(set);
    const sharpes = [first, second].map((half) => formatValue(half.column("sharpe")[set], "ratio"));
    console.log(`${count} by ${months} months: Sharpe ${sharpes.join(", later ")}`);
  }
}
