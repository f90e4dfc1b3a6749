/**
 * Sweeps in Workers: the tests in `tests/sweeps`, in a process of their own that does not check types, for Deno would check
 * those of each Worker anew.
 *
 * @module
 */
import { assert } from "@std/assert";

for (const name of ["any_workers", "kept_workers", "pool", "portfolios", "workers"]) {
  Deno.test(`tests/sweeps/${name}.ts`, async () => {
    const path = new URL(`./sweeps/${name}.ts`, import.meta.url);
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["test", "-q", "-A", "--no-check", path.href],
      env: { NO_COLOR: "1" },
    }).output();
    const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    assert(success, text);
  });
}
