import { assert, assertEquals } from "@std/assert";
import { valueType } from "../../codegen/define/value_type.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import type { FunctionSpec } from "../../codegen/define/function_spec.ts";
import type { ExpressionInput } from "../../codegen/define/scope.ts";
import { strategy } from "../../codegen/define/strategy.ts";
import type { PlainSize, Strategy } from "../../codegen/define/types.ts";
import { evaluate } from "../../engine/reference/mod.ts";
import { evaluateColumns } from "../../engine/run/columns.ts";
import { handBars, seededBars } from "./bars.ts";
import { assertSameBits, assertSameSizes } from "./same_run.ts";
import type { FunctionExample } from "./examples.ts";
import { EmptyCell, type Row } from "./row.ts";

/** What rows of functions are made from. */
export interface FunctionRowOptions {
  readonly examples: Readonly<Record<string, FunctionExample>>;
  /** Names that random definitions hold, in the form of `rowNames`. */
  readonly fuzzed: ReadonlySet<string>;
}

const example = "write an example of it in tests/matrix/operator_examples.ts or " +
  "tests/matrix/indicator_examples.ts, and its builder in codegen/define";
const remedies = {
  builder: example,
  text: example,
  JSON: example,
  reference: example,
  compiled: example,
  fuzz: "let tests/fuzz/expressions.ts make it",
} as const;

/** The rows of a function: one for each output. */
export function rowNames({ name, outputs }: FunctionSpec): string[] {
  return outputs === undefined ? [name] : outputs.map((output) => `${name}.${output}`);
}

/** One row for each output of each function. */
export function functionRows(
  specs: Iterable<FunctionSpec>,
  { examples, fuzzed }: FunctionRowOptions,
): Row[] {
  return [...specs].flatMap((spec) =>
    rowNames(spec).map((name) => {
      const given = Object.hasOwn(examples, name) ? examples[name] : undefined;
      const cell = (check: (given: FunctionExample) => void) => (): void => {
        if (given === undefined) throw new EmptyCell();
        check(given);
      };
      return {
        name: `${spec.kind} ${name}`,
        remedies,
        cells: {
          builder: cell(({ built }) => checkCalls(built, spec, name)),
          text: cell(({ text, built }) => assertEquals(using(text, built), using(built, built))),
          JSON: cell(checkJson),
          reference: cell(checkReference),
          compiled: cell(checkCompiled),
          fuzz(): void {
            if (!fuzzed.has(name)) throw new EmptyCell();
          },
        },
      };
    })
  );
}

/** A strategy that uses an expression, as its size or, if it is a condition, as its signal. */
function using(written: ExpressionInput, built: Expression): Strategy {
  const base = { name: "matrix" };
  return valueType(built) === "boolean"
    ? strategy({ ...base, long: { enter: written } })
    : strategy({ ...base, long: { enter: true }, size: { units: written } });
}

/** The expression as the strategy completes it. */
function completed({ built }: FunctionExample): Expression {
  const { long, size } = using(built, built);
  return valueType(built) === "boolean" ? long!.enter : (size as PlainSize).value;
}

function checkCalls(built: Expression, spec: FunctionSpec, row: string): void {
  const complete = completed({ built, text: "", values: [] });
  if (complete.tag !== "call") throw new Error("The builder makes no call");
  const output = complete.output === undefined ? "" : `.${complete.output}`;
  assertEquals(`${complete.name}${output}`, row, "The builder calls another function");
  assertEquals(complete.args.length, spec.args.length, "Arguments are missing");
}

function checkJson({ built }: FunctionExample): void {
  const made = using(built, built);
  const read = strategy(JSON.parse(JSON.stringify(made)));
  assertEquals(read, made);
  assertEquals(JSON.stringify(read), JSON.stringify(made));
}

function checkReference(given: FunctionExample): void {
  const found = evaluate(completed(given), given.bars ?? handBars, new Map());
  assertEquals(found.length, given.values.length);
  given.values.forEach((wanted, t) => {
    const near = Math.abs(found[t] - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
    assert(
      Number.isNaN(wanted) ? Number.isNaN(found[t]) : near,
      `expected ${wanted} on bar ${t} but found ${found[t]}`,
    );
  });
  assert(given.values.some((value) => value !== 0 && !Number.isNaN(value)), "shows no value");
}

const seeded = seededBars(120, 1);

function checkCompiled(given: FunctionExample): void {
  const expression = completed(given);
  for (const bars of [handBars, seeded]) {
    const wanted = evaluate(expression, bars, new Map());
    for (const chunk of [1, 7, 1000]) {
      assertSameSizes(expression, bars, { chunk });
      const [found] = evaluateColumns([expression], bars, { chunk });
      assertSameBits(found, wanted, `in chunks of ${chunk}`);
    }
  }
}
