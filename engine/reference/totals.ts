import type { Bars } from "../data/bars.ts";
import type { Series } from "./series.ts";

/** Granville's on-balance volume. */
export function obv(bars: Bars): Series {
  return total(bars.volume, (volume, t) => {
    const before = t === 0 ? 0 : bars.close[t - 1];
    if (bars.close[t] > before) return volume;
    return bars.close[t] < before ? -volume : 0;
  });
}

/** Chaikin's accumulation and distribution. */
export function ad(bars: Bars): Series {
  const flows = bars.volume.map((volume, t) => {
    const [high, low, close] = [bars.high[t], bars.low[t], bars.close[t]];
    const weight = high === low ? 0 : (close - low - (high - close)) / (high - low);
    return weight * volume;
  });
  return total(flows, (flow) => flow);
}

/** The running sum of a term of each finite value; NaN on bars without one. */
function total(values: Float64Array, term: (value: number, t: number) => number): Series {
  let sum = 0;
  const totals = values.map((value, t) => {
    if (!Number.isFinite(value)) return NaN;
    sum = sum + term(value, t);
    return sum;
  });
  return { values: totals, from: 0 };
}
