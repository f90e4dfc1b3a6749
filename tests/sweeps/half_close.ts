/**
 * A strategy with a column that a function fills, which goes to Workers as this module.
 *
 * @module
 */
import { column, crossOver, crossUnder, param, sma, strategy } from "../../mod.ts";

const half = column("half", ({ close }, out, from, to) => {
  for (let t = from; t < to; t++) out[t] = close[t] / 2;
});
const mean = sma(half, param("length", 5));

export default strategy({
  name: "half",
  long: { enter: crossOver(half, mean), exit: crossUnder(half, mean) },
});
