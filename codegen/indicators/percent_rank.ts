import { type Code, js } from "../emit/code.ts";
import type { Indicator } from "./indicator.ts";
import { emitSortedWindow } from "./sorted_window.ts";

/**
 * Share of the n values before this one that are not above it, in percent.
 *
 * TradingView ta.percentrank. TA-Lib PERCENTRANK counts only those below: the same where none are equal.
 */
export const percentRank: Indicator = {
  name: "percentRank",
  kind: "indicator",
  args: [{ name: "x", type: "number" }, { name: "n", type: "length" }],
  returns: "number",
  summary: "Percent of the n values before that are not above",
  step: {
    lookBack: (at) => at(1),
    window: (at) => at(1),
    room: (at) => at(1),
    state: {},
    numbers: { n: (at) => at(1) },
    emit(context): Code {
      const n = context.number("n");
      return emitSortedWindow(context, {
        wait: n,
        value({ values, place, old }): Code {
          // Before its place stand the others of the window that are not above it.
          const rank = js`(100 * (${place} + (${old} <= ${context.x}))) / ${n}`;
          if (context.finite) return rank;
          return js`${values}[${n} - 1] === Infinity || ${old} === Infinity ? NaN : ${rank}`;
        },
      });
    },
  },
};
