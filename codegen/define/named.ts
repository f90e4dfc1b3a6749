import { type Reading, readObject, report } from "./read_object.ts";

/** Whether a value is an object that names a form, not an expression. */
export function isForm(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Object.hasOwn(value, "tag");
}

/** What an object says that names one thing. */
export interface Named {
  /** The one of the names that it has. */
  readonly name: string;
  /** What stands there. */
  readonly content: unknown;
  /** The further properties that it has. */
  readonly more: ReadonlyMap<string, unknown>;
}

/** Reads an object with one property of these names, and any of `more`. */
export function readNamed(
  value: unknown,
  reading: Reading,
  { names, more = [] }: { readonly names: readonly string[]; readonly more?: readonly string[] },
): Named | undefined {
  const before = reading.problems.length;
  const entries = readObject(value, reading, [...names, ...more]);
  if (entries === undefined) return undefined;
  const found = [...entries].filter(([key]) => names.includes(key));
  if (found.length === 1) {
    const [name, content] = found[0];
    return { name, content, more: new Map([...entries].filter(([key]) => key !== name)) };
  }
  if (found.length > 1) {
    const keys = found.map(([key]) => key).join(" and ");
    return report(reading, `Expected one of ${names.join(", ")} but found ${keys}`);
  }
  return reading.problems.length > before ? undefined : reportNone(value as object, reading, names);
}

function reportNone(value: object, reading: Reading, names: readonly string[]): undefined {
  const absent = names.find((name) => Object.hasOwn(value, name));
  if (absent !== undefined) {
    const message = `Expected a value of ${absent} but found undefined`;
    return report({ ...reading, path: `${reading.path}.${absent}` }, message);
  }
  const found = Object.keys(value).length === 0 ? "an empty object" : "none";
  return report(reading, `Expected one of ${names.join(", ")} but found ${found}`);
}
