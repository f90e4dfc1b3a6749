import { assert, assertEquals } from "@std/assert";
import { everything } from "../bench/everything.ts";
import { kernelSizes, optimizedLimit } from "../bench/kernel_size.ts";
import { showCode } from "../codegen/compile.ts";

Deno.test("the largest kernel is within what V8 optimises", async () => {
  const sizes = await kernelSizes(showCode(everything.strategy, everything.settings));
  assertEquals([...sizes.keys()].sort(), ["finish", "orders", "signals"]);
  for (const [name, bytes] of sizes) assert(bytes < optimizedLimit, `${name}: ${bytes} bytes`);
});
