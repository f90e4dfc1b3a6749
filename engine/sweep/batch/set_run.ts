import type { CompiledSweep } from "../../../codegen/compile_sweep.ts";
import type { SweepJob } from "../job.ts";
import type { Followed } from "../totals/followed.ts";
import { rowLength, startRow } from "../totals/slots.ts";
import type { SetPlace } from "../totals/take_samples.ts";

/** A set on its way. */
export interface SetRun {
  readonly set: number;
  readonly numbers: Float64Array;
  readonly state: Float64Array;
  readonly followed: Followed;
  readonly place: SetPlace;
}

/**
 * Sets before the first bar. Their numbers, states and sampled returns stand in one buffer each.
 *
 * @param sets Which they are; `columns` are the numbers of the kernel for each, `followed` is what they are measured
 * against, by settings.
 */
export function startSets(
  { settings, variants, store }: SweepJob,
  { initial, stateIndex }: CompiledSweep,
  { sets, columns, followed }: {
    readonly sets: readonly number[];
    readonly columns: readonly Float64Array[];
    readonly followed: readonly Followed[];
  },
): SetRun[] {
  const numbers = rowsOf(columns, sets.length);
  const states = new Float64Array(sets.length * initial.length);
  const cashAt = stateIndex("cash");
  const samples = sets.map((set) => followed[variants[set]].ends.length);
  const returns = new Float64Array(samples.reduce((sum, count) => sum + count, 0));
  let returnsAt = 0;
  return sets.map((set, row) => {
    const { cash } = settings[variants[set]];
    const place = { rows: store.rows, at: set * rowLength, returns, returnsAt };
    returnsAt += samples[row];
    startRow(store.rows, place.at, cash);
    const state = states.subarray(row * initial.length, (row + 1) * initial.length);
    state.set(initial);
    state[cashAt] = cash;
    return { set, numbers: numbers[row], state, followed: followed[variants[set]], place };
  });
}

/** The numbers of each row of columns, in one buffer. */
function rowsOf(columns: readonly Float64Array[], count: number): Float64Array[] {
  const { length: width } = columns;
  const all = new Float64Array(count * width);
  for (let index = 0; index < width; index++) {
    const column = columns[index];
    for (let row = 0; row < count; row++) all[row * width + index] = column[row];
  }
  return Array.from({ length: count }, (_, row) => all.subarray(row * width, (row + 1) * width));
}
