/**
 * A strategy with a column whose function takes five seconds.
 *
 * @module
 */
import { column, crossOver, param, sma, strategy } from "../../mod.ts";

const slow = column("slow", ({ close }, out) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_000);
  out.set(close);
});

export default strategy({
  name: "slow",
  long: { enter: crossOver(slow, sma(slow, param("length", 5))) },
});
