import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";

const [open, close] = [column("open"), column("close")];

/**
 * A body that covers the body of the bar before and goes the other way: up after down. One end of the two bodies may be
 * equal, not both.
 *
 * TA-Lib CDLENGULFING > 0.
 */
export const bullishEngulfing: Indicator = {
  name: "bullishEngulfing",
  kind: "indicator",
  args: [],
  returns: "boolean",
  summary: "Up body that covers the down body before it",
  expand: () => engulfing(open, close),
};

/** As {@linkcode bullishEngulfing}, down after up. TA-Lib CDLENGULFING < 0, which takes a bar that ends where it began for up. */
export const bearishEngulfing: Indicator = {
  ...bullishEngulfing,
  name: "bearishEngulfing",
  summary: "Down body that covers the up body before it",
  expand: () => engulfing(close, open),
};

/** The body of this bar from `bottom` to `top` holds that of the bar before, which has them the other way round. */
function engulfing(bottom: Expression, top: Expression): Expression {
  const bottomBefore = call("lag", top, literal(1));
  const topBefore = call("lag", bottom, literal(1));
  const turned = call("<", bottomBefore, topBefore);
  const covers = call("&&", call("<=", bottom, bottomBefore), call(">=", top, topBefore));
  const beyond = call("||", call("<", bottom, bottomBefore), call(">", top, topBefore));
  return call("&&", turned, call("&&", covers, beyond));
}
