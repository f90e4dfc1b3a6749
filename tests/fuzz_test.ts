import fc from "fast-check";
import { agree, arbitraryRun } from "./fuzz/agree.ts";

Deno.test("compiled runs equal the reference in every bit, and their money adds up", () => {
  // A failure prints the seed and the smallest run; `deno task fuzz` tries many more.
  fc.assert(fc.property(arbitraryRun, (run) => void agree(run)), { numRuns: 300, seed: 20_000 });
});
