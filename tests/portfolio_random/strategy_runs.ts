import { rulePlaces } from "../../codegen/define/places.ts";
import { paramValues } from "../../codegen/define/param_values.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { isStaticExpression } from "../../codegen/define/static.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import { evaluate } from "../../engine/reference/mod.ts";
import type { Run } from "../fuzz/agree.ts";

/** A run whose bars all have volume: what waits for some does so as orders do, not as signals. */
export function withVolume(run: Run): Run {
  const volume = run.bars.volume.map((value) => value > 0 ? value : 250);
  const columns = new Map([...run.bars.columns, ["volume", volume]]);
  return { ...run, bars: { ...run.bars, volume, columns } };
}

/** What is made; nothing where a definition is refused. */
export function unlessRefused<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return undefined;
  }
}

/**
 * Whether no number is refused at the signal that a backtest takes, or takes until its order fills: numbers of rules that
 * no definition could have, and those that are none at the signal of an order that waits.
 */
export function refusesAlike(
  { strategy, bars, params }: Pick<Run, "strategy" | "bars" | "params">,
): boolean {
  const waits = [strategy.long, strategy.short].some((side) => side?.entry !== undefined);
  const values = paramValues(strategy, params);
  return rulesOf(strategy).every(({ expression, refuse = () => undefined }) =>
    [...evaluate(expression, bars, values)].every((value) =>
      Number.isFinite(value) ? refuse(value) === undefined : !waits
    )
  ) && !(waits && hasSeriesSize(strategy));
}

function rulesOf({ risk }: Strategy): ReturnType<typeof rulePlaces> {
  return risk.flatMap((rule) => rulePlaces(rule, ""))
    .filter(({ expression }) => !isStaticExpression(expression));
}

function hasSeriesSize({ size }: Strategy): boolean {
  return size.type === "volatilityTarget" || "value" in size && !isStaticExpression(size.value);
}
