import type { Commission, Financing, Settings, Slippage } from "../../codegen/define/types.ts";

/**
 * The same settings with every cost multiplied by a factor; leverage, lot and all else stay, as do interest earned and the
 * column of funding rates, which are no costs of trading.
 */
export function scaleCosts<Kind extends Settings>(settings: Kind, factor: number): Kind {
  const { commission, slippage, financing } = settings;
  return factor === 1 ? settings : {
    ...settings,
    commission: scaleCommission(commission, factor),
    slippage: scaleSlippage(slippage, factor),
    financing: {
      ...financing,
      borrow: financing.borrow * factor,
      marginInterest: financing.marginInterest * factor,
    },
  };
}

/** A commission multiplied by a factor; the values at which tiers end stay. */
export function scaleCommission(commission: Commission, factor: number): Commission {
  return {
    percent: commission.percent * factor,
    perUnit: commission.perUnit * factor,
    perOrder: commission.perOrder * factor,
    minimum: commission.minimum * factor,
    maximum: commission.maximum * factor,
    tiers: commission.tiers.map((tier) => ({ ...tier, percent: tier.percent * factor })),
  };
}

/** Slippage multiplied by a factor. */
export function scaleSlippage(slippage: Slippage, factor: number): Slippage {
  return {
    percent: slippage.percent * factor,
    fixed: slippage.fixed * factor,
    spread: slippage.spread * factor,
    ticks: slippage.ticks * factor,
    impact: slippage.impact * factor,
  };
}

/** Whether holding a position or cash is paid or earns, so that cash changes between fills. */
export function hasFinancing({ borrow, interest, marginInterest, funding }: Financing): boolean {
  return borrow > 0 || interest > 0 || marginInterest > 0 || funding !== "";
}

/** Whether any cost is set. */
export function hasCosts({ commission, slippage, financing }: Settings): boolean {
  return hasFees(commission) || hasSlippage(slippage) || financing.borrow > 0 ||
    financing.marginInterest > 0;
}

/** Whether any part of a commission is set. */
export function hasFees({ tiers, ...fees }: Commission): boolean {
  return Object.values(fees).some((fee) => fee > 0) || tiers.some(({ percent }) => percent > 0);
}

/** Whether any part of slippage is set. */
export function hasSlippage(slippage: Slippage): boolean {
  return Object.values(slippage).some((part) => part > 0);
}
