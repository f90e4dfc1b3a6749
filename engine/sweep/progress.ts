/** How far a sweep is. */
export interface SweepProgress {
  /** Sets in all. */
  readonly sets: number;
  /** Share of the work that is done, 0 to 1. */
  readonly done: number;
  /** Milliseconds since the start. */
  readonly elapsed: number;
  /** Bars times sets per second so far. */
  readonly rate: number;
  /** Milliseconds that are left at this rate; NaN before there is one. */
  readonly left: number;
}

/** Tells how far a sweep is. */
export function progressOf(
  { sets, bars, done, elapsed }: {
    readonly sets: number;
    readonly bars: number;
    readonly done: number;
    readonly elapsed: number;
  },
): SweepProgress {
  const rate = elapsed > 0 ? done * sets * bars / elapsed * 1000 : 0;
  return { sets, done, elapsed, rate, left: done > 0 ? elapsed * (1 - done) / done : NaN };
}
