import type { StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";

/** A strategy as a definition of nodes, the way builders write one; without its lets. */
export function rewritten({ name, long, short, risk, size }: Strategy): StrategyInput {
  return {
    name,
    ...(long === undefined ? {} : { long }),
    ...(short === undefined ? {} : { short }),
    risk: risk.map((rule) =>
      (rule.type === "timeStop"
        ? { timeStop: rule.bars }
        : { [rule.type]: { [rule.form]: rule.value } }) as never
    ),
    size: { [size.type]: size.value } as never,
  };
}
