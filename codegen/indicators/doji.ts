import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * A bar with hardly a body: at most a share of its own range, or of the mean range of the n bars before it.
 *
 * With n = 10 TA-Lib CDLDOJI. A bar without a range has no body either and is a doji.
 */
export const doji: Indicator = {
  name: "doji",
  kind: "indicator",
  args: [
    { name: "share", type: "factor", default: 0.1 },
    { name: "n", type: "lag", default: 0 },
  ],
  returns: "boolean",
  summary: "Body of at most a share of the range",
  expand([share, n]): Expression {
    const body = call("abs", call("-", column("close"), column("open")));
    const range = call("-", column("high"), column("low"));
    // So common that it is structure: no mean is computed.
    if (n.tag === "number" && n.value === 0) return call("<=", body, call("*", share, range));
    // A parameter may be 0 as well: then neither mean nor lag adds to the look-back.
    const mean = call("sma", range, call("max", n, literal(1)));
    const before = call("lag", mean, call("min", n, literal(1)));
    const usual = call("?:", call(">", n, literal(0)), before, range);
    return call("<=", body, call("*", share, usual));
  },
};
