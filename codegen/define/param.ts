import { describe } from "./describe.ts";
import type { Param } from "./expression.ts";
import { refuseName } from "./names.ts";
import { throwProblems } from "./problem.ts";

/** Limits of a parameter. */
export interface ParamOptions {
  /** Smallest value accepted. */
  readonly min?: number;
  /** Largest value accepted. */
  readonly max?: number;
  /** Whether only whole numbers are accepted. */
  readonly integer?: boolean;
}

/**
 * A named number that a run may set.
 *
 * @param name Letters, digits and _; free of other meanings.
 * @param value Used when a run does not set it. Finite.
 * @param options Limits that every value must keep, this one too.
 * @throws {DefinitionError} If the name or a number cannot be used.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(param("fast", 20, { min: 2, integer: true }).default, 20);
 * ```
 */
export function param(name: string, value: number, options: ParamOptions = {}): Param {
  const problems: string[] = [];
  const made = checkParam(
    { tag: "param", name, default: value, ...options },
    (message) => problems.push(message),
  );
  throwProblems(
    "make a param",
    problems.map((message) => ({ path: `param ${String(name).slice(0, 60)}`, message })),
  );
  return made!;
}

/** Checks and freezes a parameter; says what is wrong through `report`. */
export function checkParam(
  raw: object,
  report: (message: string) => void,
): Param | undefined {
  const wrong: string[] = [];
  const read = raw as Readonly<Record<string, unknown>>;
  const name = Object.hasOwn(raw, "name") ? read.name : undefined;
  const bad = typeof name === "string" ? refuseName(name) : "Expected a name of the param";
  if (bad !== undefined) wrong.push(bad);
  const allowed = ["tag", "name", "default", "min", "max", "integer"];
  for (const key of Object.keys(raw)) {
    if (!allowed.includes(key)) {
      wrong.push(
        `Expected default, min, max or integer of a param but found ${describe(key)}`,
      );
    }
  }
  const number = (key: string, otherwise?: number): number | undefined => {
    const value = Object.hasOwn(raw, key) ? read[key] : undefined;
    if (value === undefined && key !== "default") return otherwise;
    if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value;
    wrong.push(`Expected a finite number as ${key} of the param but found ${describe(value)}`);
    return undefined;
  };
  const integer = Object.hasOwn(raw, "integer") ? read.integer : undefined;
  if (integer !== undefined && typeof integer !== "boolean") {
    wrong.push(`Expected true or false as integer of the param but found ${describe(integer)}`);
  }
  const param = {
    tag: "param" as const,
    name: name as string,
    default: number("default") as number,
    ...defined("min", number("min")),
    ...defined("max", number("max")),
    ...(integer === true ? { integer } : {}),
  };
  const refused = wrong.length > 0 ? undefined : refuseParamValue(param, param.default);
  if (refused !== undefined) wrong.push(refused);
  wrong.forEach(report);
  return wrong.length > 0 ? undefined : Object.freeze(param);
}

function defined<K extends string>(key: K, value: number | undefined): { [P in K]?: number } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };
}

/** Why a run cannot give the parameter this value, or nothing. */
export function refuseParamValue(param: Param, value: number): string | undefined {
  const { name, min = -Infinity, max = Infinity, integer = false } = param;
  if (!Number.isFinite(value)) return `Expected a finite number as ${name} but found ${value}`;
  if (integer && !Number.isInteger(value)) {
    return `Expected a whole number as ${name} but found ${value}`;
  }
  if (value < min) return `Expected ${name} >= ${min} but found ${value}`;
  if (value > max) return `Expected ${name} <= ${max} but found ${value}`;
  return undefined;
}
