import { call } from "./build.ts";
import type { Indicator } from "./indicator.ts";

/** Population covariance of the last n pairs of values: mean of products less product of the means. */
export const covariance: Indicator = {
  name: "covariance",
  kind: "indicator",
  args: [
    { name: "x", type: "number" },
    { name: "y", type: "number" },
    { name: "n", type: "length" },
  ],
  returns: "number",
  summary: "Population covariance",
  expand: ([x, y, n]) =>
    call("-", call("sma", call("*", x, y), n), call("*", call("sma", x, n), call("sma", y, n))),
};
