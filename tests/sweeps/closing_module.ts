/**
 * A strategy whose module closes the Worker that imports it.
 *
 * @module
 */
import { strategy } from "../../mod.ts";

if ("WorkerGlobalScope" in globalThis) Deno.exit();

export default strategy({
  name: "closing",
  params: { length: 5 },
  long: { enter: "crossOver(close, sma(close, length))" },
});
