import { evaluate } from "../engine/reference/mod.ts";
import { assertTalib, talibCases } from "./talib_fixtures.ts";

Deno.test("evaluate() gives TA-Lib's values and warm-up", () => {
  for (const recorded of talibCases()) {
    assertTalib(evaluate(recorded.expression, recorded.bars, new Map()), recorded);
  }
});
