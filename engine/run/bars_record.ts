import type { Bars } from "../data/bars.ts";
import { digestBars } from "../data/digest.ts";

/** What a run was on, as files have it. */
export interface BarsRecord {
  /** Symbol of the bars. */
  readonly symbol: string;
  /** Number of bars. */
  readonly bars: number;
  /** Time of the first bar; null without bars. */
  readonly first: number | null;
  /** Time of the last bar; null without bars. */
  readonly last: number | null;
  /** Equal for equal columns. */
  readonly digest: string;
}

/** Bars as files have them. */
export function barsRecord(bars: Bars): BarsRecord {
  const { symbol, length, time } = bars;
  return {
    symbol,
    bars: length,
    first: length ? time[0] : null,
    last: length ? time[length - 1] : null,
    digest: digestBars(bars),
  };
}
