import { InputError, problemList } from "./input_error.ts";

/**
 * Values of parameters from texts such as `fast=10`.
 *
 * @throws {InputError} With every text that is no name and finite number, or names a parameter again.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readParams(["fast=10", "level=-0.5"]), { fast: 10, level: -0.5 });
 * ```
 */
export function readParams(texts: readonly string[]): Record<string, number> {
  const problems: string[] = [];
  const params = new Map<string, number>();
  for (const text of texts) {
    const [, name, number] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/.exec(text) ?? [];
    const value = Number(number);
    if (name === undefined || !Number.isFinite(value)) {
      problems.push(`--param: expected NAME=NUMBER but found ${JSON.stringify(text)}`);
    } else if (params.has(name)) {
      problems.push(`--param: expected ${name} once but found ${params.get(name)} and ${value}`);
    }
    params.set(name, value);
  }
  if (problems.length > 0) throw new InputError(problemList("read the params", problems));
  return Object.fromEntries(params);
}
