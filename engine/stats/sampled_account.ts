import { addValue, newMoments } from "./moments.ts";
import type { StatisticsInput } from "./input.ts";
import type { Sampling } from "./sampling.ts";

/** What the account held at the samples, on average. */
export interface SampledAccount {
  /** Mean of `|position value| / equity`. */
  readonly exposure: number;
  /** Mean of the equity. */
  readonly equity: number;
  /** False if a position was held at a sample whose equity was <= 0. */
  readonly solvent: boolean;
}

/** Replays the ledger from sample to sample. Means are Welford's, in sample order; 0 without samples. */
export function sampledAccount(
  { output, bars, settings: { gross } }: StatisticsInput,
  { count, ends }: Sampling,
): SampledAccount {
  const { equity, ledger } = output;
  const exposures = newMoments();
  const values = newMoments();
  let solvent = true;
  let held = 0;
  let row = 0;
  for (let k = 0; k < count; k++) {
    const t = ends === undefined ? k : ends[k];
    for (; row < ledger.count && ledger.index[row] <= t; row++) held = ledger.quantity[row];
    const value = gross === undefined ? Math.abs(held) * bars.close[t] : gross[t];
    const isHeld = gross === undefined ? held !== 0 : value !== 0;
    if (isHeld && equity[t] <= 0) solvent = false;
    addValue(values, equity[t]);
    addValue(exposures, isHeld ? value / equity[t] : 0);
  }
  return { exposure: exposures.mean, equity: values.mean, solvent };
}
