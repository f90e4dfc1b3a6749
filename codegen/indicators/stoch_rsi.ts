import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Stochastic of the relative strength index: where rsi(x, n) lies in its range of the last m bars, smoothed twice by simple
 * means; 0 when flat.
 *
 * T. Chande, S. Kroll, The New Technical Trader (1994), in TradingView's form. With k = 1 the outputs are TA-Lib STOCHRSI's
 * fastk and fastd: its timeperiod is n, its fastk_period m, its fastd_period d. Both outputs start together.
 */
export const stochRsi: Indicator = {
  name: "stochRsi",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "n", type: "length", default: 14 },
    { name: "k", type: "length", default: 3 },
    { name: "d", type: "length", default: 3 },
    { name: "m", type: "lag", default: 0 },
  ],
  returns: "number",
  outputs: ["k", "d"],
  summary: "Stochastic of the rsi over m bars, n if m is 0; 0 to 100",
  expand([x, n, k, d, m], output): Expression {
    const length = call("?:", call(">", m, literal(0)), m, n);
    const strength = call("rsi", x, n);
    const top = call("highest", strength, length);
    const bottom = call("lowest", strength, length);
    const place = call("/", call("-", strength, bottom), call("-", top, bottom));
    const raw = call("?:", call("==", top, bottom), literal(0), call("*", literal(100), place));
    const slow = call("sma", raw, k);
    if (output === "d") return call("sma", slow, d);
    return call("settle", slow, call("-", d, literal(1)));
  },
};
