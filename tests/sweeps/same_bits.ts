import { assertEquals } from "@std/assert";
import { sweepStatistics } from "../../engine/sweep/metrics.ts";
import type { SweepResult } from "../../engine/sweep/result.ts";

/** Every statistic of every set, or of some, has the bits of a single backtest. */
export function assertSameBits(
  result: SweepResult,
  sets: readonly number[] = Array.from({ length: result.count }, (_, set) => set),
): void {
  for (const set of sets) {
    const single = result.rerun(set).statistics;
    const found = result.statistics(set);
    for (const { name } of sweepStatistics) {
      assertEquals(
        found[name],
        single[name],
        `${name} of set ${set}: ${JSON.stringify(result.params(set))}`,
      );
    }
  }
}
