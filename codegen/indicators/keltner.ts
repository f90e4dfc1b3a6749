import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Keltner channel: an ema of the close, and k average true ranges above and below. All outputs start together.
 *
 * C. Keltner (1960) in the form of L. B. Raschke. TA-Lib KC differs: it averages the typical price.
 */
export const keltner: Indicator = {
  name: "keltner",
  kind: "indicator",
  args: [
    { name: "n", type: "length", default: 20 },
    { name: "k", type: "factor", default: 2 },
    { name: "m", type: "length", default: 10 },
  ],
  returns: "number",
  outputs: ["upper", "middle", "lower"],
  summary: "Keltner channel",
  expand([n, k, m], output): Expression {
    const middle = call("ema", column("close"), n);
    if (output === "middle") {
      // The range's average starts on bar m, the ema on bar n - 1.
      const later = call("+", call("-", m, n), literal(1));
      return call("settle", middle, call("max", later, literal(0)));
    }
    return call(output === "upper" ? "+" : "-", middle, call("*", k, call("atr", m)));
  },
};
