import type { SweepPlan } from "../../../codegen/compile_sweep.ts";
import type { Column } from "../../data/bars.ts";
import { makeBars } from "../../data/make_bars.ts";
import { SetBatch } from "./set_batch.ts";
import { SetNumbers } from "./set_numbers.ts";
import { randomNumbers } from "../grid/random.ts";
import type { SweepJob } from "../job.ts";
import { blockLength } from "../totals/block_sums.ts";
import { followedBySettings } from "./followed_by_settings.ts";
import { rowLength } from "../totals/slots.ts";
import { barZones } from "../zones.ts";

const rehearsedBars = 2048;
/** Different sets, and how often each runs: what a whole sweep computes for all of its sets is computed for all of these. */
const [different, times] = [4, 3];
const rehearsedSets = different * times;
/** Bars times sets from which a rehearsal is worth the milliseconds that it takes. */
const leastWork = 10_000_000;

const rehearsed = new WeakSet<SweepPlan>();

/**
 * Runs a few sets of a job on wild prices, so that all paths of their kernel have been taken before V8 optimises it. What it
 * has not seen it leaves out, and when it then happens in the middle of a sweep the code is thrown away and made again.
 * Nothing of the rehearsal is kept.
 *
 * @param sets A batch of the plan, and whether there are many.
 */
export function rehearse(
  job: SweepJob,
  plan: SweepPlan,
  { sets: batch, many }: { readonly sets: readonly number[]; readonly many: boolean },
): void {
  const { bars, matrix, variants, names: { length: width } } = job;
  const work = bars.length * variants.length;
  if (rehearsed.has(plan) || work < leastWork || bars.length < rehearsedBars) return;
  rehearsed.add(plan);
  // What a function of the user's does when it is called once more cannot be known.
  if (plan.columns.some(({ kind }) => kind === "custom")) return;
  const sets = Array.from(
    { length: rehearsedSets },
    (_, k) => batch[Math.floor(batch.length * (k % different + 0.5) / different)],
  );
  const wild = wildBars(job);
  const scratch: SweepJob = {
    ...job,
    chunk: rehearsedBars / 2,
    bars: wild,
    zones: barZones(wild),
    matrix: Float64Array.from(
      sets.flatMap((set) => [...matrix.subarray(set * width, (set + 1) * width)]),
    ),
    settings: [job.settings[variants[sets[0]]]],
    variants: new Int32Array(rehearsedSets),
    store: {
      rows: new Float64Array(rehearsedSets * rowLength),
      blocks: new Float64Array(rehearsedSets * blockLength),
      states: new Int32Array(rehearsedSets),
    },
  };
  const rehearsal = new SetBatch(scratch, plan, {
    sets: sets.map((_, set) => set),
    many,
    numbers: new SetNumbers(scratch),
    followed: followedBySettings(scratch),
  });
  for (const _ of rehearsal.run());
}

/** Prices that stand still, trend, jump and gap, at the first times of the bars. */
function wildBars({ bars }: SweepJob): SweepJob["bars"] {
  const drawn = randomNumbers(1);
  const random = (): number => drawn() - 0.5;
  const column = (): Column => new Float64Array(rehearsedBars);
  const [open, high, low, close] = [column(), column(), column(), column()];
  let price = bars.close[0];
  for (let t = 0; t < rehearsedBars; t++) {
    const size = [0.001, 0.01, 0.05, 0.3][t >> 6 & 3];
    open[t] = price * (1 + size * random() * (t % 5 === 0 ? 1 : 0));
    close[t] = open[t] * (1 + size * random());
    high[t] = Math.max(open[t], close[t]) * (1 + size * Math.abs(random()));
    low[t] = Math.min(open[t], close[t]) * (1 - size * Math.abs(random()));
    price = close[t];
    if (price > 4 * bars.close[0] || price < bars.close[0] / 4) price = bars.close[0];
  }
  const others = [...bars.columns].map(([name, values]) =>
    [name, values.slice(0, rehearsedBars)] as const
  );
  return makeBars({
    symbol: bars.symbol,
    time: bars.time.slice(0, rehearsedBars),
    columns: new Map([...others, ["open", open], ["high", high], ["low", low], ["close", close]]),
  });
}
