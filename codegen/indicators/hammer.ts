import type { Expression } from "../define/expression.ts";
import { call, column } from "./build.ts";
import type { Indicator } from "./indicator.ts";

const [open, high, low, close] = ["open", "high", "low", "close"].map(column);
const upper = call("-", high, call("max", open, close));
const lower = call("-", call("min", open, close), low);

/**
 * A lower shadow of at least `times` the body and an upper one of at most a share of the range, in a bar that has a range.
 *
 * S. Nison, Japanese Candlestick Charting Techniques (1991), without the trend before. TA-Lib CDLHAMMER is another: it
 * compares body and upper shadow with means over 10 bars, and asks that the body lies near the low of the bar before.
 */
export const hammer: Indicator = {
  name: "hammer",
  kind: "indicator",
  args: [
    { name: "times", type: "factor", default: 2 },
    { name: "share", type: "factor", default: 0.1 },
  ],
  returns: "boolean",
  summary: "Lower shadow of some bodies, hardly an upper one",
  expand: ([times, share]) => shadows({ long: lower, short: upper, times, share }),
};

/**
 * As {@linkcode hammer}, upside down.
 *
 * TA-Lib CDLSHOOTINGSTAR differs as CDLHAMMER does, and asks for a gap above the body of the bar before.
 */
export const shootingStar: Indicator = {
  ...hammer,
  name: "shootingStar",
  summary: "Upper shadow of some bodies, hardly a lower one",
  expand: ([times, share]) => shadows({ long: upper, short: lower, times, share }),
};

function shadows(
  { long, short, times, share }: {
    readonly long: Expression;
    readonly short: Expression;
    readonly times: Expression;
    readonly share: Expression;
  },
): Expression {
  const body = call("abs", call("-", close, open));
  const reaches = call(">=", long, call("*", times, body));
  const bare = call("<=", short, call("*", share, call("-", high, low)));
  return call("&&", call(">", high, low), call("&&", reaches, bare));
}
