import fc from "fast-check";
import { settings as readSettings } from "../../codegen/define/settings.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { grid, type GridAxes } from "../../engine/sweep/grid/grid.ts";
import { sweep } from "../../engine/sweep/sweep.ts";
import { assertSameBits } from "../sweeps/same_bits.ts";
import { arbitraryRun, type Run } from "./agree.ts";

/** A random run, and which of its numbers are swept. */
interface RandomSweep {
  readonly run: Run;
  readonly lengths: readonly number[];
  readonly fees: readonly number[];
}

const arbitrarySweep: fc.Arbitrary<RandomSweep> = fc.record({
  run: arbitraryRun,
  lengths: fc.constantFrom([3], [1, 3, 5], [2, 3, 4, 5, 9]),
  fees: fc.constantFrom([], [0, 0.01], [0.001]),
});

/** Sweeps random strategies and compares every set with a single run of it, bit for bit; returns how many sets there were. */
export async function compareSweeps(
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<number> {
  let count = 0;
  const property = fc.asyncProperty(arbitrarySweep, async ({ run, lengths, fees }) => {
    const { strategy, bars, settings, direction, chunk } = run;
    const axes: GridAxes = {
      ...(Object.hasOwn(strategy.params, "length") ? { length: lengths } : {}),
      ...(fees.length === 0 ? {} : { "settings.commission.perOrder": fees }),
      "settings.cash": [settings.cash],
    };
    const options = { settings: readSettings(settings), direction, chunk, workers: 0 };
    try {
      const result = await sweep(strategy, bars, { grid: grid(axes), ...options });
      assertSameBits(result);
      count += result.count;
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
    }
  });
  await fc.assert(property, { numRuns: runs, seed });
  return count;
}
