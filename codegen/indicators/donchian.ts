import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Donchian channel: highest high and lowest low of the last n bars, this one included, and their middle. TA-Lib DONCHIAN. */
export const donchian: Indicator = {
  name: "donchian",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 20 }],
  returns: "number",
  outputs: ["upper", "middle", "lower"],
  summary: "Donchian channel",
  expand([n], output): Expression {
    const upper = call("highest", column("high"), n);
    const lower = call("lowest", column("low"), n);
    if (output === "middle") return call("/", call("+", upper, lower), literal(2));
    return output === "upper" ? upper : lower;
  },
};
