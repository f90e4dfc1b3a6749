import type { Strategy } from "../../codegen/define/types.ts";

/**
 * The values among those given that a strategy has parameters for, and those that none of the strategies has: a run refuses
 * these with a suggestion.
 *
 * @param given Values by name.
 * @param all Every strategy that the values are meant for.
 */
export function strategyParams(
  given: Readonly<Record<string, number>>,
  strategy: Strategy,
  all: readonly Strategy[],
): Record<string, number> {
  const has = ({ params }: Strategy, name: string): boolean => Object.hasOwn(params, name);
  return Object.fromEntries(
    Object.entries(given).filter(([name]) =>
      has(strategy, name) || !all.some((other) => has(other, name))
    ),
  );
}
