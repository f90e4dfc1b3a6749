import { customColumns } from "../../codegen/define/custom_column.ts";
import type { ColumnFill, CustomColumn, Expression } from "../../codegen/define/expression.ts";
import { describe } from "../../codegen/define/describe.ts";
import type { Bars, Column } from "./bars.ts";
import { DataError, type DataProblem, problemLimit } from "./data_error.ts";

const filled = new WeakMap<Bars, Map<ColumnFill, Column>>();

/**
 * The values of a custom column: its function is called once for the bars, the same object, and its values are checked.
 *
 * @throws {DataError} If the function throws, returns something, detaches the column or writes ±Infinity; with the column
 * and, where there is one, the bar.
 */
export function customColumn(column: CustomColumn, bars: Bars): Column {
  const known = filled.get(bars) ?? new Map<ColumnFill, Column>();
  filled.set(bars, known);
  const values = known.get(column.fill) ?? fill(column, bars);
  known.set(column.fill, values);
  return values;
}

/** The bars as an object of one run's own where there are custom columns, so that each run fills these anew. */
export function barsOfRun(bars: Bars, expressions: readonly Expression[]): Bars {
  return customColumns(expressions).length === 0 ? bars : { ...bars };
}

function fill({ name, fill }: CustomColumn, bars: Bars): Column {
  const attempted = `fill column ${JSON.stringify(name)}`;
  const refuse = (value: string, expected: string, cause?: unknown): DataError =>
    new DataError([{ column: name, value, expected }], { attempted, cause });
  const out = new Float64Array(bars.length).fill(NaN);
  let returned: unknown;
  try {
    returned = fill(bars, out, 0, bars.length);
  } catch (error) {
    throw refuse(String(error), "no error from its function", error);
  }
  // `out.fill(1)` as the whole of a function gives `out`.
  if (returned !== undefined && returned !== out) {
    const what = returned instanceof Promise ? "a promise" : describe(returned);
    throw refuse(`a function that returns ${what}`, "one that writes into out");
  }
  if (out.length !== bars.length) {
    throw refuse(
      `${out.length} values`,
      `the ${bars.length} of out, which must not be transferred`,
    );
  }
  refuseInfinite(name, { out, bars, attempted });
  return out;
}

function refuseInfinite(
  column: string,
  { out, bars, attempted }: {
    readonly out: Column;
    readonly bars: Bars;
    readonly attempted: string;
  },
): void {
  const problems: DataProblem[] = [];
  let count = 0;
  for (let row = 0; row < out.length; row++) {
    const value = out[row];
    if (value !== Infinity && value !== -Infinity) continue;
    count++;
    if (count > problemLimit) continue;
    problems.push({ row, time: bars.time[row], column, value, expected: "a finite number or NaN" });
  }
  if (count > 0) throw new DataError(problems, { attempted, count });
}
