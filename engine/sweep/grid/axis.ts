import { describe } from "../../../codegen/define/describe.ts";
import { DefinitionError } from "../../../codegen/define/problem.ts";
import { inside, type Reading, readObject, report } from "../../../codegen/define/read_object.ts";
import { logRange, range } from "./ranges.ts";

/**
 * The values of one parameter: a number, a list, or as JSON has them `{ range: [from, to, step] }`,
 * `{ logRange: [from, to, count] }`; drawn at random within `{ uniform: [from, to] }` or `{ logUniform: [from, to] }`, the
 * logarithm evenly, or whole numbers within `{ integer: [from, to] }`.
 */
export type AxisInput =
  | number
  | readonly number[]
  | { readonly range: readonly number[] }
  | { readonly logRange: readonly number[] }
  | { readonly uniform: readonly number[] }
  | { readonly logUniform: readonly number[] }
  | { readonly integer: readonly number[] };

/** An axis as read: the values it has, or the numbers between which it is drawn. */
export type Axis =
  & { readonly name: string }
  & (
    | { readonly kind: "list"; readonly values: readonly number[] }
    | {
      readonly kind: "uniform" | "logUniform" | "integer";
      readonly from: number;
      readonly to: number;
    }
  );

const kinds = ["range", "logRange", "uniform", "logUniform", "integer"] as const;

/** Reads the values of a parameter. */
export function readAxis(name: string, input: unknown, reading: Reading): Axis | undefined {
  if (typeof input === "number") return listAxis(name, [input], reading);
  if (Array.isArray(input)) return listAxis(name, input, reading);
  if (typeof input !== "object" || input === null) {
    return report(
      reading,
      `Expected a number, a list or a range but found ${describe(input)}`,
      'write [10, 20], { "range": [5, 50, 5] } or { "logRange": [1, 100, 5] }',
    );
  }
  const fields = [...readObject(input, reading, kinds) ?? []];
  if (fields.length !== 1) {
    if (Object.keys(input).length === fields.length) {
      report(reading, `Expected one of ${kinds.join(", ")} but found ${fields.length}`);
    }
    return undefined;
  }
  const [kind, numbers] = fields[0] as [typeof kinds[number], unknown];
  const place = inside(reading, kind);
  if (kind === "range" || kind === "logRange") {
    const list = readNumbers(numbers, place, kind === "range" ? [2, 3] : [3]);
    return list && listAxis(name, madeRange(kind, list, place), reading);
  }
  const ends = readNumbers(numbers, place, [2]);
  if (ends === undefined) return undefined;
  const [from, to] = ends;
  if (!(from < to)) return report(place, `Expected from < to but found ${from} and ${to}`);
  if (kind === "logUniform" && from <= 0) {
    return report(place, `Expected ends above 0 but found ${from}`);
  }
  if (kind === "integer" && !(Number.isInteger(from) && Number.isInteger(to))) {
    return report(place, `Expected whole numbers but found ${from} and ${to}`);
  }
  return { name, kind, from, to };
}

function listAxis(
  name: string,
  values: readonly unknown[] | undefined,
  reading: Reading,
): Axis | undefined {
  if (values === undefined) return undefined;
  if (values.length === 0) return report(reading, "Expected at least one value but found none");
  const before = reading.problems.length;
  const seen = new Set<unknown>();
  values.forEach((value, index) => {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      report(inside(reading, index), `Expected a finite number but found ${describe(value)}`);
    } else if (seen.has(value)) {
      report(inside(reading, index), `Expected each value once but found ${value} again`);
    }
    seen.add(value);
  });
  if (reading.problems.length > before) return undefined;
  const numbers = (values as number[]).map((value) => (value === 0 ? 0 : value));
  return { name, kind: "list", values: Object.freeze(numbers) };
}

function madeRange(
  kind: "range" | "logRange",
  [from, to, last]: readonly number[],
  reading: Reading,
): readonly number[] | undefined {
  try {
    return kind === "range" ? range(from, to, last) : logRange(from, to, last);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return report(reading, error.problems[0].message);
  }
}

function readNumbers(
  value: unknown,
  reading: Reading,
  lengths: readonly number[],
): readonly number[] | undefined {
  const fine = Array.isArray(value) && lengths.includes(value.length) &&
    value.every((item) => typeof item === "number" && Number.isFinite(item));
  if (fine) return value;
  return report(
    reading,
    `Expected a list of ${lengths.join(" or ")} finite numbers but found ${
      Array.isArray(value) ? JSON.stringify(value).slice(0, 60) : describe(value)
    }`,
  );
}
