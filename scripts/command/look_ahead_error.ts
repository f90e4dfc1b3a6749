import type { Bars } from "../../engine/data/bars.ts";
import { formatTime } from "../../engine/data/time.ts";
import type { LookAhead } from "../../engine/run/look_ahead.ts";

/** Says where a run on the first bars is not the beginning of the run on all. */
export class LookAheadError extends Error {
  /** Always `LookAheadError`. */
  override name = "LookAheadError";

  /** Makes the error; `bars` are all bars. */
  constructor({ bar, field, left, right, bars: count }: LookAhead, bars: Bars) {
    const where = bar < 0 ? "" : ` at bar ${bar} (${formatTime(bars.time[bar])})`;
    super(
      `Looks ahead${where}: ${field} is ${left} on the first ${count} bars and ${right} on all ` +
        `${bars.length}`,
    );
  }
}
