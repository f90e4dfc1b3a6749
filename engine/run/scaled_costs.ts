import type { Financing, Settings } from "../../codegen/define/types.ts";

/**
 * The same settings with every cost multiplied by a factor; leverage, lot and all else stay, as do interest earned and the
 * column of funding rates, which are no costs of trading.
 */
export function scaleCosts(settings: Settings, factor: number): Settings {
  const { commission, slippage, financing } = settings;
  return factor === 1 ? settings : {
    ...settings,
    commission: {
      percent: commission.percent * factor,
      perUnit: commission.perUnit * factor,
      perOrder: commission.perOrder * factor,
      minimum: commission.minimum * factor,
      maximum: commission.maximum * factor,
      tiers: commission.tiers.map((tier) => ({ ...tier, percent: tier.percent * factor })),
    },
    slippage: {
      percent: slippage.percent * factor,
      fixed: slippage.fixed * factor,
      spread: slippage.spread * factor,
      ticks: slippage.ticks * factor,
      impact: slippage.impact * factor,
    },
    financing: {
      ...financing,
      borrow: financing.borrow * factor,
      marginInterest: financing.marginInterest * factor,
    },
  };
}

/** Whether holding a position or cash is paid or earns, so that cash changes between fills. */
export function hasFinancing({ borrow, interest, marginInterest, funding }: Financing): boolean {
  return borrow > 0 || interest > 0 || marginInterest > 0 || funding !== "";
}

/** Whether any cost is set. */
export function hasCosts({ commission, slippage, financing }: Settings): boolean {
  const { tiers, ...fees } = commission;
  return [
    ...Object.values(fees),
    ...tiers.map(({ percent }) => percent),
    ...Object.values(slippage),
    financing.borrow,
    financing.marginInterest,
  ].some((cost) => cost > 0);
}
