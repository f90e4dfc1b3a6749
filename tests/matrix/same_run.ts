import { assert, assertEquals } from "@std/assert";
import { column, eq, ifElse, neg, type NumberInput } from "../../codegen/define/builders.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import { settings } from "../../codegen/define/settings.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import { valueType } from "../../codegen/define/value_type.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import { firstDifference } from "../../engine/run/difference.ts";
import type { RunOutput } from "../../engine/run/output.ts";

/** Asserts that two runs agree in every bit. */
export function assertSameRun(compiled: RunOutput, reference: RunOutput, what = ""): void {
  assertEquals(firstDifference(compiled, reference), undefined, what);
}

/** Asserts that two columns agree in every bit; any NaN is like another. */
export function assertSameBits(found: Float64Array, wanted: Float64Array, what: string): void {
  assertEquals(found.length, wanted.length, what);
  const t = found.findIndex((value, t) => !Object.is(value, wanted[t]));
  assert(t < 0, `${what}: expected ${wanted[t]} on bar ${t} but found ${found[t]}`);
}

/** Never ruined, never short of cash, in and out at every close without costs. */
const everyClose = settings({
  cash: 1e300,
  cashPolicy: "unlimited",
  execution: { fill: "close", opposite: "reverse" },
});

/**
 * Asserts that both engines agree in every bit where the position is reversed at every close and the expression is the
 * number of units, and where its opposite is; a condition chooses between two.
 */
export function assertSameSizes(
  expression: Expression,
  bars: Bars,
  { chunk }: { readonly chunk: number },
): void {
  const turns = Float64Array.from({ length: bars.length }, (_, t) => t % 2);
  const turning = { ...bars, columns: new Map([...bars.columns, ["turn", turns]]) };
  const turn = column("turn");
  // A static size <= 0 is refused when the strategy is made: a column keeps it from being static.
  const held = (units: NumberInput): Expression => ifElse(eq(turn, turn), units, 0);
  const sizes = valueType(expression) === "boolean"
    ? [ifElse(expression, 2, 1)]
    : [held(expression), held(neg(expression))];
  for (const units of sizes) {
    const made = strategy({
      name: "sizes",
      long: { enter: eq(turn, 1) },
      short: { enter: eq(turn, 0) },
      size: { units },
    });
    const compiled = runCompiled(made, turning, { settings: everyClose, chunk });
    assertSameRun(compiled, runReference(made, turning, { settings: everyClose }));
  }
}
