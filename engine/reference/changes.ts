import { rma } from "./recursions.ts";
import { combine, type Series, seriesFrom } from "./series.ts";

/** Change over `length` bars. */
export function momentum(x: Series, length: number): Series {
  return combine([x, before(x, length)], (now, then) => now - then);
}

/** Change over `length` bars, in percent. */
export function roc(x: Series, length: number): Series {
  return combine(
    [x, before(x, length)],
    (now, then) => then === 0 ? NaN : (now / then - 1) * 100,
  );
}

/** Chande's oscillator: Wilder's means of gains and losses, their difference in percent of their sum. */
export function cmo(x: Series, length: number): Series {
  const gain = combine([x, before(x, 1)], (now, then) => Math.max(now - then, 0));
  const loss = combine([x, before(x, 1)], (now, then) => Math.max(then - now, 0));
  return combine(
    [rma(gain, length), rma(loss, length)],
    (gains, losses) => gains + losses === 0 ? 0 : 100 * ((gains - losses) / (gains + losses)),
  );
}

/** The value `length` bars ago. */
function before(x: Series, length: number): Series {
  return seriesFrom(x.from + length, {
    bars: x.values.length,
    valueAt: (t) => x.values[t - length],
  });
}
