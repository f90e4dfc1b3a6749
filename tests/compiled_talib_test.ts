import { evaluate } from "../engine/reference/mod.ts";
import { evaluateColumns } from "../engine/run/columns.ts";
import { assertSameBits } from "./matrix/same_run.ts";
import { assertTalib, talibCases } from "./talib_fixtures.ts";

Deno.test("the compiler gives TA-Lib's values and warm-up, and the reference's bits", () => {
  for (const recorded of talibCases()) {
    const { name, expression, bars } = recorded;
    const reference = evaluate(expression, bars, new Map());
    for (const chunk of [7, 1000]) {
      const [values] = evaluateColumns([expression], bars, { chunk });
      assertTalib(values, recorded);
      assertSameBits(values, reference, `${name} in chunks of ${chunk}`);
    }
  }
});
