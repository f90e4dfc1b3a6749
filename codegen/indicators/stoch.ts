import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Slow stochastic: where the close lies in the range of the last n bars, smoothed twice by simple means; 0 when flat.
 *
 * G. Lane. TA-Lib STOCH with its simple averages; both outputs start together.
 */
export const stoch: Indicator = {
  name: "stoch",
  kind: "indicator",
  args: [
    { name: "n", type: "length", default: 14 },
    { name: "k", type: "length", default: 3 },
    { name: "d", type: "length", default: 3 },
  ],
  returns: "number",
  outputs: ["k", "d"],
  summary: "Slow stochastic, 0 to 100",
  expand([n, k, d], output): Expression {
    const top = call("highest", column("high"), n);
    const bottom = call("lowest", column("low"), n);
    const place = call("/", call("-", column("close"), bottom), call("-", top, bottom));
    const raw = call("?:", call("==", top, bottom), literal(0), call("*", literal(100), place));
    const slow = call("sma", raw, k);
    if (output === "d") return call("sma", slow, d);
    return call("settle", slow, call("-", d, literal(1)));
  },
};
