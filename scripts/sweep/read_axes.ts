import type { AxisInput } from "../../engine/sweep/grid/axis.ts";
import { range } from "../../engine/sweep/grid/ranges.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { InputError, problemList } from "../command/input_error.ts";

const kinds = { log: "logRange", uniform: "uniform", loguniform: "logUniform", integer: "integer" };

/**
 * Values of parameters from texts such as `fast=5:50:5`.
 *
 * @throws {InputError} With every text that has no name and values, or names a parameter again.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readAxes(["fast=5:15:5,50", "level=log:1:100:3"]), {
 *   fast: [5, 10, 15, 50],
 *   level: { logRange: [1, 100, 3] },
 * });
 * ```
 */
export function readAxes(texts: readonly string[]): Record<string, AxisInput> {
  const problems: string[] = [];
  const axes = new Map<string, AxisInput>();
  for (const text of texts) {
    const [, name, values] = /^\s*([^=\s]+)\s*=\s*(\S(?:.*\S)?)\s*$/.exec(text) ?? [];
    const axis = name === undefined ? "NAME=VALUES" : readValues(values);
    if (typeof axis === "string") {
      problems.push(`--sweep: expected ${axis} but found ${JSON.stringify(text)}`);
    } else if (axes.has(name)) {
      problems.push(`--sweep: expected ${name} once but found ${JSON.stringify(text)} again`);
    } else axes.set(name, axis);
  }
  if (problems.length > 0) throw new InputError(problemList("read the grid", problems));
  return Object.fromEntries(axes);
}

/** The values, or what was expected. */
function readValues(text: string): AxisInput | string {
  const [, kind, ends] = /^([a-z]+):(.*)$/i.exec(text) ?? [];
  if (kind !== undefined) {
    const known = kinds[kind.toLowerCase() as keyof typeof kinds];
    const numbers = ends.split(":").map(numberOf);
    if (known === undefined) return `one of ${Object.keys(kinds).join(", ")} before the colon`;
    if (numbers.some(Number.isNaN)) return "finite numbers with colons between them";
    return { [known]: numbers } as unknown as AxisInput;
  }
  const values: number[] = [];
  for (const piece of text.split(",")) {
    const numbers = piece.split(":").map(numberOf);
    if (numbers.some(Number.isNaN)) return "numbers and ranges FROM:TO:STEP";
    if (numbers.length > 3) return "ranges of at most three numbers, FROM:TO:STEP";
    const made = numbers.length === 1 ? numbers : rangeOf(numbers);
    if (typeof made === "string") return made;
    for (const value of made) values.push(value);
  }
  return values;
}

function rangeOf([from, to, step]: readonly number[]): readonly number[] | string {
  try {
    return range(from, to, step);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems[0].message.replace(/^Expected | but found.*$/g, "");
  }
}

function numberOf(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : NaN;
}
