import { assertEquals } from "@std/assert";
import {
  column,
  eq,
  gt,
  ifElse,
  isNaN,
  lt,
  neg,
  type NumberInput,
} from "../../codegen/define/builders.ts";
import { valueType } from "../../codegen/define/value_type.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import { settings } from "../../codegen/define/settings.ts";
import type { ParamValues } from "../../codegen/define/static.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import { firstDifference } from "../../engine/run/difference.ts";
import type { RunOutput } from "../../engine/run/output.ts";

/** Never ruined, never short of cash, in and out at every close without costs. */
const everyClose = settings({
  cash: 1e300,
  cashPolicy: "unlimited",
  execution: { fill: "close", opposite: "reverse" },
});

/** How an expression is looked at. */
export interface LookOptions {
  readonly params?: ParamValues;
  /** Bars per call of the kernel. */
  readonly chunk?: number;
  /** Whether to compare each run with the reference, bit for bit. */
  readonly verify?: boolean;
}

/**
 * The value of an expression on every bar, computed by the compiled kernel; conditions are 1 and 0.
 *
 * A kernel hands out no series. But the size of an entry is an expression, and the trade log keeps it: so the position
 * is reversed at every close and the expression is the number of units. A quantity > 0 is the value in every bit; the
 * opposite of the expression shows values < 0 so, and a third run, whose size is one of four whole numbers, tells 0, NaN
 * and the infinities apart.
 */
export function compiledValues(
  expression: Expression,
  bars: Bars,
  options: LookOptions = {},
): Float64Array {
  const look = (size: Expression): Float64Array => quantities(size, withTurns(bars), options);
  if (valueType(expression) === "boolean") {
    return look(ifElse(expression, 2, 1)).map((kind) => (kind === 2 ? 1 : 0));
  }
  // A static size <= 0 is refused when the strategy is made: a column keeps it from being static.
  const value = ifElse(gt(column("close"), 0), expression, 0);
  const finite = ifElse(lt(value, overflow), gt(value, neg(overflow)), false);
  const kinds = look(
    ifElse(isNaN(value), 1, ifElse(finite, ifElse(eq(value, 0), 2, 3), ifElse(gt(value, 0), 4, 5))),
  );
  const above = look(value);
  const below = look(neg(value));
  return kinds.map((kind, t) => {
    if (kind === 2) return 0;
    if (kind === 4) return Infinity;
    if (kind === 5) return -Infinity;
    if (kind !== 3) return NaN;
    return above[t] > 0 ? above[t] : -below[t];
  });
}

/** More than any finite number is not to be had as a literal: an overflow gives it. */
const overflow: NumberInput = { tag: "call", name: "exp", args: [{ tag: "number", value: 1000 }] };

/** The quantity bought or sold at each close; NaN where the size was refused. */
function quantities(units: Expression, bars: Bars, options: LookOptions): Float64Array {
  const turn = column("turn");
  const made = strategy({
    name: "look",
    long: { enter: eq(turn, 1) },
    short: { enter: eq(turn, 0) },
    size: { units },
  });
  const { verify = false, ...run } = options;
  const output = runCompiled(made, bars, { settings: everyClose, ...run });
  if (verify) assertSameRun(output, runReference(made, bars, { settings: everyClose, ...run }));
  const found = new Float64Array(bars.length).fill(NaN);
  const { count, entryIndex, quantity } = output.trades;
  for (let row = 0; row < count; row++) found[entryIndex[row]] = quantity[row];
  return found;
}

/** Asserts that two runs agree in every bit. */
export function assertSameRun(compiled: RunOutput, reference: RunOutput, what = ""): void {
  assertEquals(firstDifference(compiled, reference), undefined, what);
}

/** The bars with a column that says which side's turn it is. */
function withTurns(bars: Bars): Bars {
  const turn = Float64Array.from({ length: bars.length }, (_, t) => t % 2);
  return { ...bars, columns: new Map([...bars.columns, ["turn", turn]]) };
}
