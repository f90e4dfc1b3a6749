import { combine, type Series } from "./series.ts";
import { sma, wma } from "./windows.ts";

/** End of the straight line through the last `length` values: `3 * wma - 2 * sma`. */
export function linearRegression(x: Series, length: number): Series {
  return combine(
    [wma(x, length), sma(x, length)],
    (weighted, plain) => 3 * weighted - 2 * plain,
  );
}

/** Rise per bar of that line, which passes through the mean in the middle of the window. */
export function slope(x: Series, length: number): Series {
  return combine(
    [wma(x, length), sma(x, length)],
    (weighted, plain) => 3 * (weighted - plain) / ((length - 1) / 2),
  );
}
