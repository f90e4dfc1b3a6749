import fc from "fast-check";
import { settings as readSettings } from "../../codegen/define/settings.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { grid, type GridAxes } from "../../engine/sweep/grid/grid.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { assertSameBits } from "../sweeps/same_bits.ts";
import { manySets } from "../../engine/sweep/batch/run_sets.ts";
import { arbitraryRun, type Run } from "./agree.ts";

/** A random run, and which of its numbers are swept. */
interface RandomSweep {
  readonly run: Run;
  readonly lengths: readonly number[];
  readonly fees: readonly number[];
  /** Whether there are so many sets that their kernel passes prices by spans; then a few are compared. */
  readonly many: boolean;
}

const arbitrarySweep: fc.Arbitrary<RandomSweep> = fc.record({
  run: arbitraryRun,
  lengths: fc.constantFrom([3], [1, 3, 5], [2, 3, 4, 5, 9]),
  fees: fc.constantFrom([], [0, 0.01], [0.001]),
  many: fc.constantFrom(true, false, false, false),
});

/** Sweeps random strategies and compares sets with single runs of them, bit for bit; returns how many. */
export async function compareSweeps(
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<number> {
  let count = 0;
  const property = fc.asyncProperty(arbitrarySweep, async ({ run, lengths, fees, many }) => {
    const { strategy, bars, settings, direction, chunk } = run;
    const cashes = Array.from({ length: many ? manySets : 1 }, (_, k) => settings.cash * (1 + k));
    const axes: GridAxes = {
      ...(Object.hasOwn(strategy.params, "length") ? { length: lengths } : {}),
      ...(fees.length === 0 || many ? {} : { "settings.commission.perOrder": fees }),
      "settings.cash": cashes,
    };
    const options = { settings: readSettings(settings), direction, chunk, workers: 0 };
    try {
      const result = await sweep(strategy, bars, { grid: grid(axes), ...options });
      const some = many ? [0, result.count >> 1, result.count - 1] : undefined;
      assertSameBits(result, some);
      count += some?.length ?? result.count;
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
    }
  });
  await fc.assert(property, { numRuns: runs, seed });
  return count;
}
