import type { Expression } from "../define/expression.ts";
import { call, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Chande momentum oscillator: gains less losses, in percent of both; 0 when flat.
 *
 * T. Chande (1994), with Wilder's averages of both as in TA-Lib CMO instead of sums.
 */
export const cmo: Indicator = {
  name: "cmo",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Chande momentum oscillator, -100 to 100",
  expand([x, n]): Expression {
    const zero = literal(0);
    const before = call("lag", x, literal(1));
    const gains = call("rma", call("max", call("-", x, before), zero), n);
    const losses = call("rma", call("max", call("-", before, x), zero), n);
    const both = call("+", gains, losses);
    const share = call("/", call("-", gains, losses), both);
    return call("?:", call("==", both, zero), zero, call("*", literal(100), share));
  },
};
