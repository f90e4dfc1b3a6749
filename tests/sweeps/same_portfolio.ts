import { assertEquals } from "@std/assert";
import type { PortfolioResult } from "../../engine/portfolio/result/portfolio_result.ts";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import type { PortfolioSweepResult } from "../../engine/sweep/portfolio/result.ts";

/** Every statistic of a set, and why there is none, is that of a single run. */
export function assertSameRun(
  result: PortfolioSweepResult,
  set: number,
  single: PortfolioResult,
): void {
  const found = result.statistics(set);
  const why = result.reasons(set);
  for (const { name } of sweepStatistics) {
    const what = `${name} of set ${set}: ${JSON.stringify(result.params(set))}`;
    assertEquals(found[name], single.statistics[name], what);
    assertEquals(why[name], single.statisticReasons[name], what);
  }
}

/** What a sweep found, to be compared. */
export function foundBy(result: PortfolioSweepResult): unknown {
  return Array.from(
    { length: result.count },
    (_, set) =>
      result.state(set) === "done"
        ? [result.statistics(set), result.reasons(set), result.blocks(set)]
        : result.state(set),
  );
}
