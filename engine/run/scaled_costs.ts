import type { Settings } from "../../codegen/define/types.ts";

/** The same settings with every cost multiplied by a factor; leverage, lot and all else stay. */
export function scaleCosts(settings: Settings, factor: number): Settings {
  const { commission, slippage } = settings;
  return factor === 1 ? settings : {
    ...settings,
    commission: {
      percent: commission.percent * factor,
      perUnit: commission.perUnit * factor,
      perOrder: commission.perOrder * factor,
      minimum: commission.minimum * factor,
    },
    slippage: { percent: slippage.percent * factor, fixed: slippage.fixed * factor },
  };
}

/** Whether any cost is set. */
export function hasCosts({ commission, slippage }: Settings): boolean {
  return [commission, slippage].some((group) => Object.values(group).some((cost) => cost > 0));
}
