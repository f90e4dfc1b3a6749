import { describe } from "../../codegen/define/describe.ts";
import { type Reading, report } from "../../codegen/define/read_object.ts";

/** A list that is not empty. */
export function readList(value: unknown, reading: Reading, of: string): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  const found = Array.isArray(value) ? "an empty one" : describe(value);
  report(reading, `Expected a list of ${of} but found ${found}`);
  return [];
}

/** Notes names that are found more than once. */
export function refuseDoubles(names: readonly string[], reading: Reading): void {
  const doubles = new Set(names.filter((name, index) => names.indexOf(name) < index));
  for (const name of doubles) {
    report(reading, `Expected different names but found ${JSON.stringify(name)} more than once`);
  }
}
