/** Sets that came to nothing, and why. */
export interface SweepFailure {
  /** The first of them. */
  readonly from: number;
  /** The first behind them. */
  readonly to: number;
  /** What was thrown, or how their Worker died. */
  readonly reason: string;
}
