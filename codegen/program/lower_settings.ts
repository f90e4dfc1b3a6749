import type { Settings, Strategy } from "../define/types.ts";
import type { Lowering } from "./lower.ts";
import type { Shape } from "./shape.ts";

const day = 86_400_000;

/** The numbers of the settings that the code may read, under fixed words; those of rarer settings only if it does. */
export function lowerSettings(
  strategy: Pick<Strategy, "filter">,
  shape: Shape,
  lowering: Lowering,
): void {
  const numbers: Readonly<Record<string, (settings: Settings) => number>> = {
    leverage: ({ leverage }) => leverage,
    lot: ({ lot }) => lot,
    feePercent: ({ commission }) => commission.percent,
    feePerUnit: ({ commission }) => commission.perUnit,
    feePerOrder: ({ commission }) => commission.perOrder,
    feeMinimum: ({ commission }) => commission.minimum,
    slipPercent: ({ slippage }) => slippage.percent,
    slipFixed: ({ slippage }) => slippage.fixed,
    ...rareNumbers(shape),
  };
  for (const [word, read] of Object.entries(numbers)) {
    lowering.number(word, (_, settings) => read(settings));
  }
  lowering.number("cooldownBars", (_, { execution }) => execution.cooldown, true);
  lowering.number("lastIndex", () => -1, true);
  if (shape.pyramid) lowering.number("maxAdditions", (_, { execution }) => execution.pyramid, true);
  if (shape.dailyLimit !== undefined) {
    lowering.number("maxPositions", (_, { execution }) => execution.maxTradesPerDay, true);
  }
  lowerFilter(strategy, lowering);
}

function rareNumbers(shape: Shape): Record<string, (settings: Settings) => number> {
  const { slippage, financing, commission } = shape;
  const numbers: Record<string, [there: boolean, read: (settings: Settings) => number]> = {
    minQuantity: [shape.minQuantity, (settings) => settings.minQuantity],
    maxQuantity: [shape.maxQuantity, (settings) => settings.maxQuantity],
    tick: [shape.tick, (settings) => settings.tick],
    feeMaximum: [commission.maximum, (settings) => settings.commission.maximum],
    slipSpread: [slippage.spread, (settings) => settings.slippage.spread / 2],
    slipTicks: [slippage.ticks, (settings) => settings.slippage.ticks * settings.tick],
    slipImpact: [slippage.impact, (settings) => settings.slippage.impact],
    borrowRate: [financing.borrow, (settings) => settings.financing.borrow],
    interestRate: [financing.interest, (settings) => settings.financing.interest],
    marginRate: [financing.marginInterest, (settings) => settings.financing.marginInterest],
  };
  for (let tier = 0; tier < commission.tiers; tier++) {
    numbers[`tierUpTo${tier}`] = [true, (settings) => settings.commission.tiers[tier].upTo];
    numbers[`tierPercent${tier}`] = [true, (settings) => settings.commission.tiers[tier].percent];
  }
  return Object.fromEntries(
    Object.entries(numbers).filter(([, [there]]) => there).map(([word, [, read]]) => [word, read]),
  );
}

function lowerFilter({ filter }: Pick<Strategy, "filter">, lowering: Lowering): void {
  if (filter === undefined) return;
  const { from, to, weekdays, hours } = filter;
  if (from !== undefined) lowering.number("filterFrom", () => from);
  if (to !== undefined) lowering.number("filterTo", () => to + day);
  if (weekdays !== undefined) {
    const bits = weekdays.reduce((all, weekday) => all | (1 << weekday), 0);
    lowering.number("filterWeekdays", () => bits, true);
  }
  if (hours !== undefined) {
    lowering.number("filterOpens", () => hours[0] * 60_000);
    lowering.number("filterCloses", () => hours[1] * 60_000);
  }
}
