import { describe } from "./describe.ts";
import { didYouMean, type Problem } from "./problem.ts";

/** Where reading a definition is, and what was wrong so far. */
export interface Reading {
  readonly path: string;
  readonly problems: Problem[];
}

/** A place inside the one being read: `a.b`, or `a[2]` for a number. */
export function inside<T extends Reading>(reading: T, key: string | number): T {
  const word = typeof key === "number"
    ? `[${key}]`
    : key.length > 60
    ? `${key.slice(0, 60)}…`
    : key;
  const joint = typeof key === "number" || reading.path === "" ? word : `.${word}`;
  return { ...reading, path: reading.path + joint };
}

/** Notes a problem at the place being read. */
export function report(reading: Reading, message: string, remedy?: string): undefined {
  const path = reading.path === "" ? "definition" : reading.path;
  reading.problems.push({ path, message, ...(remedy === undefined ? {} : { remedy }) });
}

/**
 * The own properties of a plain object, unknown ones reported.
 *
 * @param known Names that are allowed; without it any are.
 */
export function readObject(
  value: unknown,
  reading: Reading,
  known?: readonly string[],
): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return report(reading, `Expected an object but found ${describe(value)}`);
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  for (const [key] of entries) {
    if (known === undefined || known.includes(key)) continue;
    const wanted = `Expected one of ${known.join(", ")} but found ${
      JSON.stringify(key.slice(0, 60))
    }`;
    report(reading, wanted, didYouMean(key, known).remedy);
  }
  return new Map(entries.filter(([key]) => known === undefined || known.includes(key)));
}

/** A value of a fixed list, or the first of the list where it is left out. */
export function readChoice<T extends string | number | boolean>(
  value: unknown,
  reading: Reading,
  choices: readonly T[],
): T {
  if (value === undefined) return choices[0];
  if (choices.includes(value as T)) return value as T;
  const list = choices.map((choice) => JSON.stringify(choice)).join(", ");
  const near = typeof value === "string"
    ? didYouMean(value, choices.map(String)).remedy
    : undefined;
  report(reading, `Expected one of ${list} but found ${describe(value)}`, near);
  return choices[0];
}

/** Bounds of a number in a definition. */
export interface NumberBounds {
  readonly default: number;
  /** Smallest value; `above` if that value itself is refused. */
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/** A finite number within bounds, or its default where it is left out. */
export function readNumber(value: unknown, reading: Reading, bounds: NumberBounds): number {
  if (value === undefined) return bounds.default;
  const { min = -Infinity, above = -Infinity, max = Infinity, integer = false } = bounds;
  const fine = typeof value === "number" && Number.isFinite(value) && value >= min &&
    value > above && value <= max && (!integer || Number.isInteger(value));
  if (fine) return value === 0 ? 0 : value as number;
  const kind = integer ? "a whole number" : "a finite number";
  const bound = min > -Infinity ? ` >= ${min}` : above > -Infinity ? ` > ${above}` : "";
  const most = max < Infinity ? ` and <= ${max}` : "";
  report(reading, `Expected ${kind}${bound}${most} but found ${describe(value)}`);
  return bounds.default;
}
