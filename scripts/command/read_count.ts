import { InputError } from "./input_error.ts";

/**
 * A whole number from the text of a flag.
 *
 * @param name The flag with its dashes.
 * @throws {InputError} If it is none, or below the least.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readCount("--runs", "20", { min: 1 }), 20);
 * ```
 */
export function readCount(
  name: string,
  text: string,
  { min }: { readonly min: number },
): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= Number.MAX_SAFE_INTEGER) return value;
  throw new InputError(
    `Cannot read ${name}: expected a whole number >= ${min} but found ${JSON.stringify(text)}`,
  );
}
