import { type Problem, throwProblems } from "../../codegen/define/problem.ts";
import { choices } from "../../codegen/define/settings.ts";
import type { GroupedSettings } from "./portfolio_settings.ts";

/** Settings of `execution` that only a strategy reads. */
const signalSettings = ["opposite", "conflict", "pyramid", "cooldown", "cooldownAfter"] as const;

/**
 * Refuses settings about signals where code, weights or a list submit the orders: there they have nothing to say.
 *
 * @throws {DefinitionError} With every one that is not its default.
 */
export function refuseSignalSettings({ execution, rank }: GroupedSettings): void {
  const found = signalSettings.map((key) => {
    const [only] = key === "pyramid" || key === "cooldown" ? [0] : choices[key];
    return { path: `execution.${key}`, value: execution[key], only };
  });
  const problems = [...found, { path: "rank", value: rank, only: "" }]
    .filter(({ value, only }) => value !== only)
    .map(({ path, value, only }): Problem => ({
      path,
      message: `Expected ${JSON.stringify(only)} but found ${JSON.stringify(value)}`,
      remedy: "it is about signals of strategies, and here other orders are submitted",
    }));
  throwProblems("use the settings of the portfolio", problems);
}
