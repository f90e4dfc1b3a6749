import type { Bars } from "../data/bars.ts";
import type { Series } from "./series.ts";

/** Wilder's parabolic stop and reverse. */
export function psar(
  bars: Bars,
  options: { readonly step: number; readonly max: number },
): Series {
  const { high, low } = bars;
  const { max } = options;
  const step = Math.min(options.step, max);
  const values = new Float64Array(bars.length).fill(NaN);
  if (bars.length < 2) return { values, from: 1 };
  const fall = low[0] - low[1];
  let rising = !(fall > 0 && fall > high[1] - high[0]);
  let level = rising ? low[0] : high[0];
  let extreme = rising ? high[1] : low[1];
  let share = step;
  for (let t = 1; t < bars.length; t++) {
    const before = Math.max(t - 1, 1);
    const top = Math.max(high[before], high[t]);
    const bottom = Math.min(low[before], low[t]);
    const touched = rising ? low[t] <= level : high[t] >= level;
    if (touched) {
      rising = !rising;
      level = rising ? Math.min(extreme, bottom) : Math.max(extreme, top);
      values[t] = level;
      extreme = rising ? high[t] : low[t];
      share = step;
    } else {
      values[t] = level;
      const further = rising ? high[t] > extreme : low[t] < extreme;
      if (further) {
        extreme = rising ? high[t] : low[t];
        share = Math.min(share + step, max);
      }
    }
    const next = level + share * (extreme - level);
    level = rising ? Math.min(next, bottom) : Math.max(next, top);
  }
  return { values, from: 1 };
}
