import { describe } from "../../codegen/define/describe.ts";
import { type Reading, report } from "../../codegen/define/read_object.ts";

/** A name that is not empty; an empty one where there is none. */
export function readName(value: unknown, reading: Reading): string {
  if (typeof value === "string" && value.trim() !== "" && value.length <= 200) return value;
  report(reading, `Expected a name of up to 200 characters but found ${describe(value)}`);
  return "";
}
