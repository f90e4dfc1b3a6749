/**
 * Something that the caller can put right: a flag, a file, a definition. Printed without a stack trace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(new InputError("Cannot read bars.csv: found no such file").name, "InputError");
 * ```
 */
export class InputError extends Error {
  /** Always `InputError`. */
  override name = "InputError";
}

/** One message of everything that is wrong, each on a line of its own. */
export function problemList(attempted: string, problems: readonly string[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`Cannot ${attempted}: ${count}`, ...problems].join("\n  ");
}
