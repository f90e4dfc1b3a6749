import { type Problem, throwProblems } from "./problem.ts";
import { readSettings } from "./read_settings.ts";
import type { Settings } from "./types.ts";

export { choices, numbers } from "./setting_bounds.ts";

/** Settings as written: everything may be left out. */
export type SettingsInput = {
  readonly [K in keyof Settings]?: Settings[K] extends object ? Partial<Settings[K]> : Settings[K];
};

/**
 * Complete, checked, frozen run settings.
 *
 * @param input Settings as written; what is left out has its default.
 * @throws {DefinitionError} With every problem at once.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(settings({ commission: { percent: 0.001 } }).cash, 100_000);
 * ```
 */
export function settings(input: SettingsInput = {}): Settings {
  const problems: Problem[] = [];
  const made = readSettings(input, { path: "", problems });
  const { tick, slippage } = made;
  if (slippage.ticks > 0 && tick === 0) {
    problems.push({
      path: "slippage.ticks",
      message: `Expected 0 without a tick but found ${slippage.ticks}`,
      remedy: "set tick to the smallest step of a price",
    });
  }
  throwProblems("use the settings", problems);
  return made;
}
