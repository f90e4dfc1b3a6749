import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";
import { share } from "./share.ts";

/**
 * Money flow index: the share of bars on which the typical price rose in the turnover of those of the last n on which it
 * moved, times 100; 0 where it did not move.
 *
 * G. Quong and A. Soudack (1989). TA-Lib MFI.
 */
export const mfi: Indicator = {
  name: "mfi",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  summary: "Money flow index, 0 to 100",
  expand([n]): Expression {
    const prices = call("+", call("+", column("high"), column("low")), column("close"));
    const typical = call("/", prices, literal(3));
    const before = call("lag", typical, literal(1));
    const flow = call("*", typical, column("volume"));
    // Not plainly 0, so that a volume that is missing is missed on every bar.
    const none = call("*", literal(0), flow);
    const sum = (comparison: string): Expression => {
      const counted = call("?:", call(comparison, typical, before), flow, none);
      return call("max", literal(0), call("windowSum", counted, n));
    };
    const [rising, falling] = [sum(">"), sum("<")];
    return call("*", literal(100), share(rising, call("+", rising, falling)));
  },
};
