import type { Expression } from "../define/expression.ts";
import { call, column, literal } from "./build.ts";
import type { Indicator } from "./indicator.ts";
import { share } from "./share.ts";

/**
 * Average directional index: how one-sided the movement of highs and lows is (`adx`, of `dx` on each bar), with the
 * movement up and down in percent of the true range (`plusDi`, `minusDi`).
 *
 * J. W. Wilder (1978). TA-Lib ADX, DX, PLUS_DI and MINUS_DI with their look-backs; the sums are seeded as there, with one
 * bar less than in his book, which the smoothing soon forgets. TA-Lib takes sums below 1e-14 for 0; here 0 is 0.
 */
export const adx: Indicator = {
  name: "adx",
  kind: "indicator",
  args: [{ name: "n", type: "length", default: 14 }],
  returns: "number",
  outputs: ["adx", "plusDi", "minusDi", "dx"],
  summary: "Average directional index, 0 to 100",
  expand([n], output): Expression {
    const up = call("-", column("high"), call("lag", column("high"), literal(1)));
    const down = call("-", call("lag", column("low"), literal(1)), column("low"));
    const plus = directional({ move: up, other: down }, n);
    if (output === "plusDi") return plus;
    const minus = directional({ move: down, other: up }, n);
    if (output === "minusDi") return minus;
    const apart = call("abs", call("-", plus, minus));
    const dx = call("*", literal(100), share(apart, call("+", plus, minus)));
    return output === "dx" ? dx : call("rma", dx, n);
  },
};

/** The movement one way, where it is the larger of the two, in percent of the true range. */
function directional(
  { move, other }: { readonly move: Expression; readonly other: Expression },
  n: Expression,
): Expression {
  const larger = call("&&", call(">", move, other), call(">", move, literal(0)));
  const moved = call("wilderSum", call("?:", larger, move, literal(0)), n);
  return call("*", literal(100), share(moved, call("wilderSum", call("trueRange"), n)));
}
