/**
 * A strategy with a column whose function closes the Worker it runs in.
 *
 * @module
 */
import { column, crossOver, param, sma, strategy } from "../../mod.ts";

const closing = column("closing", ({ close }, out) => {
  (globalThis as unknown as { close(): void }).close();
  out.set(close);
});

export default strategy({
  name: "closing",
  long: { enter: crossOver(closing, sma(closing, param("length", 5))) },
});
