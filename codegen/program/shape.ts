import type { Direction, LevelForm, Settings, Size, Strategy } from "../define/types.ts";

/** The structure of a run: what the generated code depends on. Every number is left out. */
export interface Shape {
  readonly long: boolean;
  readonly short: boolean;
  readonly stop?: LevelForm;
  readonly take?: LevelForm;
  readonly trail?: LevelForm;
  readonly time: boolean;
  readonly size: Size["type"];
  readonly lot: boolean;
  readonly leverage: boolean;
  readonly cashPolicy: Settings["cashPolicy"];
  /** Which terms of the commission there are. */
  readonly commission: {
    readonly any: boolean;
    readonly percent: boolean;
    readonly perUnit: boolean;
    readonly perOrder: boolean;
    readonly minimum: boolean;
  };
  /** Which terms of the slippage there are. */
  readonly slippage: { readonly any: boolean; readonly percent: boolean; readonly fixed: boolean };
  readonly atClose: boolean;
  readonly ambiguity: Settings["execution"]["ambiguity"];
  readonly entryBarStops: boolean;
  readonly ownBarTrails: boolean;
  readonly opposite: Settings["execution"]["opposite"];
  readonly conflict: Settings["execution"]["conflict"];
  readonly cooldown: boolean;
  readonly closeAtEnd: boolean;
}

/** The structure of a strategy under settings. */
export function shapeOf(strategy: Strategy, settings: Settings, direction: Direction): Shape {
  const { commission, slippage, execution } = settings;
  const form = (type: string): LevelForm | undefined => {
    const rule = strategy.risk.find((rule) => rule.type === type);
    return rule !== undefined && rule.type !== "timeStop" ? rule.form : undefined;
  };
  const levels = { stop: form("stopLoss"), take: form("takeProfit"), trail: form("trailingStop") };
  return {
    long: strategy.long !== undefined && direction !== "SHORT",
    short: strategy.short !== undefined && direction !== "LONG",
    ...Object.fromEntries(Object.entries(levels).filter(([, form]) => form !== undefined)),
    time: strategy.risk.some((rule) => rule.type === "timeStop"),
    size: strategy.size.type,
    lot: settings.lot > 0,
    leverage: settings.leverage !== 1,
    cashPolicy: settings.cashPolicy,
    commission: {
      any: commission.percent + commission.perUnit + commission.perOrder + commission.minimum > 0,
      percent: commission.percent > 0,
      perUnit: commission.perUnit > 0,
      perOrder: commission.perOrder > 0,
      minimum: commission.minimum > 0,
    },
    slippage: {
      any: slippage.percent > 0 || slippage.fixed > 0,
      percent: slippage.percent > 0,
      fixed: slippage.fixed > 0,
    },
    atClose: execution.fill === "close",
    ambiguity: execution.ambiguity,
    entryBarStops: execution.entryBarStops,
    ownBarTrails: execution.trailTiming === "current",
    opposite: execution.opposite,
    conflict: execution.conflict,
    cooldown: execution.cooldown > 0,
    closeAtEnd: execution.atEnd === "close",
  };
}
