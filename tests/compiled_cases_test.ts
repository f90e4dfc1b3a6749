import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import { assertCase, cases } from "./cases.ts";
import { assertSameRun } from "./matrix/same_run.ts";

for (const hand of cases) {
  Deno.test(`runCompiled() by hand: ${hand.name}`, () => {
    const { strategy, bars, ...options } = hand;
    const reference = runReference(strategy, bars, options);
    for (const chunk of [1, 2, 1000]) {
      const compiled = runCompiled(strategy, bars, { ...options, chunk });
      assertCase(hand, compiled);
      assertSameRun(compiled, reference, `${hand.name} in chunks of ${chunk}`);
    }
  });
}
