import fc from "fast-check";
import * as builders from "../../codegen/define/builders.ts";
import type { Expression } from "../../codegen/define/expression.ts";
import { isStatic } from "../../codegen/define/function_spec.ts";
import type { FunctionSpec } from "../../codegen/define/function_spec.ts";
import { functions } from "../../codegen/define/functions.ts";
import { param } from "../../codegen/define/param.ts";

const columns = ["open", "high", "low", "close", "volume", "u"].map((name) =>
  builders.column(name)
);
const lengthParam = param("length", 3, { min: 1, integer: true });
const levelParam = param("level", 2);

/** Numbers as literals and parameters. */
const literal: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 0.5, 10, 50, 100).map((value) => ({
    tag: "number" as const,
    value,
  })),
  fc.constant(levelParam),
);

const length: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 7 }).map((value) => ({ tag: "number" as const, value })),
  },
  fc.constant(lengthParam),
  fc.constant(builders.add(lengthParam, 1)),
);

const zero: Expression = { tag: "number", value: 0 };

/** Zones on both sides of UTC, with changes by an hour and by half of one. */
const zone: fc.Arbitrary<Expression> = fc.constantFrom(
  "UTC",
  "America/New_York",
  "Australia/Lord_Howe",
).map((value) => ({ tag: "text", value }));

function argumentsOf(spec: FunctionSpec, depth: number): fc.Arbitrary<Expression[]> {
  const list = spec.args.map((arg) => {
    if (arg.type === "boolean") return condition(depth - 1);
    if (arg.type === "zone") return zone;
    if (!isStatic(arg.type)) return number(depth - 1);
    if (arg.type === "lag") return fc.oneof({ weight: 3, arbitrary: length }, fc.constant(zero));
    return arg.type === "factor" ? literal : length;
  });
  return fc.tuple(...list).map((args) => {
    if (spec.name === "slope") args[1] = builders.add(args[1], 1);
    // Lengths of these must rise.
    const fast = args[1];
    if (spec.name === "macd" || spec.name === "ppo") args[2] = builders.add(fast, 2);
    if (spec.name === "ultimate") {
      args[1] = builders.add(args[0], args[1]);
      args[2] = builders.add(args[1], args[2]);
    }
    if (spec.name === "psar") return args.map((arg) => builders.abs(arg));
    return args;
  });
}

function call(spec: FunctionSpec, depth: number): fc.Arbitrary<Expression> {
  const output = spec.outputs === undefined
    ? fc.constant(undefined)
    : fc.constantFrom(...spec.outputs);
  return fc.tuple(argumentsOf(spec, depth), output)
    .map(([args, name]) => builders.call(spec.name, args, name));
}

const specs = [...functions.values()];
const numeric = specs.filter((spec) => spec.returns !== "boolean");
const conditions = specs.filter((spec) => spec.returns === "boolean");

/** A number: a column, a literal, or any function that gives one. */
export function number(depth: number): fc.Arbitrary<Expression> {
  const leaf = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...columns) }, literal);
  if (depth <= 0) return leaf;
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 3, arbitrary: fc.constantFrom(...numeric).chain((spec) => call(spec, depth)) },
  );
}

/** A condition. */
export function condition(depth: number): fc.Arbitrary<Expression> {
  if (depth <= 0) {
    return fc.oneof(
      fc.tuple(number(0), number(0)).map(([a, b]) => builders.gt(a, b)),
      fc.boolean().map((value) => ({ tag: "boolean" as const, value })),
    );
  }
  return fc.constantFrom(...conditions).chain((spec) => call(spec, depth));
}
