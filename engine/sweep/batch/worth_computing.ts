import type { SweepPlan } from "../../../codegen/compile_sweep.ts";
import type { NumberSlot } from "../../../codegen/program/program.ts";
import { groupRows } from "./group_rows.ts";

/** What is computed before for all sets: that of which there are at most half as many variants as sets. */
export function worthComputing(
  { candidates }: SweepPlan,
  sets: number,
  column: (number: NumberSlot) => Float64Array,
): ReadonlySet<string> {
  const most = Math.max(1, sets / 2);
  return new Set(
    candidates
      .filter(({ numbers }) => groupRows(numbers.map(column), sets).first.length <= most)
      .map(({ word }) => word),
  );
}
