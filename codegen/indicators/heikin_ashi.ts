import type { Expression } from "../define/expression.ts";
import { type Code, js } from "../emit/code.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/**
 * Heikin-Ashi bars: the close is the mean of the bar's four prices, the open the middle of the body before, and high and
 * low take both in.
 *
 * TA-Lib HA: the first open is the middle of the first bar's own body.
 */
export const heikinAshi: Indicator = {
  name: "heikinAshi",
  kind: "indicator",
  args: [],
  returns: "number",
  outputs: ["open", "high", "low", "close"],
  summary: "Heikin-Ashi bars",
  expand(_args, output): Expression {
    const [high, low] = [column("high"), column("low")];
    const prices = call("+", call("+", call("+", column("open"), high), low), column("close"));
    const close = call("/", prices, literal(4));
    const open = call("heikinAshiOpen", close);
    if (output === "close") return close;
    if (output === "open") return open;
    const side = output === "high" ? "max" : "min";
    return call(side, output === "high" ? high : low, call(side, open, close));
  },
};

/** The open of Heikin-Ashi bars with the closes given. */
export const heikinAshiOpen: Indicator = {
  name: "heikinAshiOpen",
  kind: "indicator",
  internal: true,
  args: [{ name: "x", type: "number" }],
  returns: "number",
  summary: "Open of Heikin-Ashi bars",
  step: {
    columns: ["open", "close"],
    lookBack: () => 0,
    state: { open: NaN, close: NaN },
    numbers: {},
    emit({ i, inputs: [x, open, close], value, start, steady, state }): Code {
      const [lastOpen, lastClose] = [state("open"), state("close")];
      const [body, own] = [js`(${lastOpen} + ${lastClose}) / 2`, js`(${open} + ${close}) / 2`];
      // Its input has no look-back: the first bar is the first of all.
      const next = steady ? body : js`${i} === ${start} ? ${own} : ${body}`;
      return js`const ${value} = ${next};
        ${lastOpen} = ${value};
        ${lastClose} = ${x};`;
    },
  },
};
