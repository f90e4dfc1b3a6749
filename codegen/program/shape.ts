import type {
  Direction,
  Gain,
  LevelForm,
  RestingOrder,
  Rule,
  ScaleOutRule,
  Settings,
  Side,
  Size,
  Strategy,
} from "../define/types.ts";

/** An order that waits: what it needs the code for. */
export interface OrderShape {
  readonly type: RestingOrder["type"];
  readonly expires: boolean;
}

/** The form of a level that all positions of a run have, or `"own"`: each position has its own, or no such level. */
export type LevelShape = LevelForm | "own";

/** The same of a gain. */
export type GainShape = Gain["form"] | "own";

/** The structure of a run: what the generated code depends on. Every number is left out. */
export interface Shape {
  readonly long: boolean;
  readonly short: boolean;
  readonly stop?: LevelShape;
  readonly take?: LevelShape;
  readonly trail?: LevelShape;
  readonly time: boolean;
  /** The gain from which on the trail is in force; absent: at once. */
  readonly trailAfter?: GainShape;
  /** The gain from which on the break-even stop is in force. */
  readonly breakEven?: GainShape;
  /** Whether columns hold a value of every asset at each bar. */
  readonly manyAssets?: boolean;
  /** Whether fills of some assets move the price and those of others do not. */
  readonly mixedImpact?: boolean;
  /** Whether a unit makes another money of a price of 1 than 1. */
  readonly multiplier?: boolean;
  /** Parts that go out at gains; `own`: each position has its own, or none, and form and number say nothing. */
  readonly scaleOut?: {
    readonly form: ScaleOutRule["form"];
    readonly parts: number;
    readonly own?: boolean;
  };
  /** Zone of the rule sessionEnd; `"own"`: each position has its own, or no such rule. */
  readonly session?: string;
  /** Orders of each side that are not market orders. */
  readonly longEntry?: OrderShape;
  readonly shortEntry?: OrderShape;
  readonly longExit?: OrderShape;
  readonly shortExit?: OrderShape;
  readonly filter?: {
    readonly zone: string;
    readonly from: boolean;
    readonly to: boolean;
    readonly weekdays: boolean;
    /** Whether the hours go over midnight. */
    readonly hours?: "within" | "over";
  };
  readonly pyramid: boolean;
  readonly size: Size["type"];
  readonly lot: boolean;
  readonly minQuantity: boolean;
  readonly maxQuantity: boolean;
  readonly tick: boolean;
  readonly leverage: boolean;
  readonly cashPolicy: Settings["cashPolicy"];
  /** Which terms of the commission there are. */
  readonly commission: {
    readonly any: boolean;
    readonly percent: boolean;
    readonly perUnit: boolean;
    readonly perOrder: boolean;
    readonly minimum: boolean;
    readonly maximum: boolean;
    /** Number of tiers instead of one percentage. */
    readonly tiers: number;
  };
  /** Which terms of the slippage there are. */
  readonly slippage: {
    readonly any: boolean;
    readonly percent: boolean;
    readonly fixed: boolean;
    readonly spread: boolean;
    readonly ticks: boolean;
    readonly impact: boolean;
  };
  readonly financing: {
    readonly any: boolean;
    readonly borrow: boolean;
    /** Column of the funding rate. */
    readonly funding?: string;
    readonly interest: boolean;
    readonly marginInterest: boolean;
  };
  readonly atClose: boolean;
  readonly ambiguity: Settings["execution"]["ambiguity"];
  readonly entryBarStops: boolean;
  readonly ownBarTrails: boolean;
  readonly opposite: Settings["execution"]["opposite"];
  readonly conflict: Settings["execution"]["conflict"];
  readonly cooldown: boolean;
  /** Whether only losses start a cooldown. */
  readonly afterLoss: boolean;
  /** Zone whose dates limit the number of positions. */
  readonly dailyLimit?: string;
  readonly closeAtEnd: boolean;
}

/** The structure of a strategy under settings. */
export function shapeOf(strategy: Strategy, settings: Settings, direction: Direction): Shape {
  const long = strategy.long !== undefined && direction !== "SHORT";
  const short = strategy.short !== undefined && direction !== "LONG";
  const sides = {
    long: long ? strategy.long : undefined,
    short: short ? strategy.short : undefined,
  };
  return {
    long,
    short,
    ...ruleShapes(strategy.risk),
    ...orderShapes(sides),
    ...filterShape(strategy),
    size: strategy.size.type,
    ...settingsShape(settings),
  };
}

/** What the settings alone decide. */
export function settingsShape(
  settings: Settings,
): Omit<Shape, "long" | "short" | "time" | "size"> {
  const { commission, slippage, execution } = settings;
  const tiers = commission.tiers.length;
  return {
    pyramid: execution.pyramid > 0,
    lot: settings.lot > 0,
    minQuantity: settings.minQuantity > 0,
    maxQuantity: settings.maxQuantity > 0,
    tick: settings.tick > 0,
    leverage: settings.leverage !== 1,
    cashPolicy: settings.cashPolicy,
    commission: {
      any: commission.percent + commission.perUnit + commission.perOrder + commission.minimum > 0 ||
        tiers > 0,
      percent: commission.percent > 0 || tiers > 0,
      perUnit: commission.perUnit > 0,
      perOrder: commission.perOrder > 0,
      minimum: commission.minimum > 0,
      maximum: commission.maximum > 0,
      tiers,
    },
    slippage: slippageShape(slippage),
    financing: financingShape(settings),
    atClose: execution.fill === "close",
    ambiguity: execution.ambiguity,
    entryBarStops: execution.entryBarStops,
    ownBarTrails: execution.trailTiming === "current",
    opposite: execution.opposite,
    conflict: execution.conflict,
    cooldown: execution.cooldown > 0,
    afterLoss: execution.cooldown > 0 && execution.cooldownAfter === "loss",
    ...(execution.maxTradesPerDay > 0 ? { dailyLimit: execution.zone } : {}),
    closeAtEnd: execution.atEnd === "close",
  };
}

function ruleShapes(
  risk: readonly Rule[],
): Pick<
  Shape,
  "stop" | "take" | "trail" | "time" | "trailAfter" | "breakEven" | "scaleOut" | "session"
> {
  const shapes: Record<string, unknown> = { time: false };
  for (const rule of risk) {
    if (rule.type === "stopLoss") shapes.stop = rule.form;
    if (rule.type === "takeProfit") shapes.take = rule.form;
    if (rule.type === "trailingStop") {
      shapes.trail = rule.form;
      if (rule.after !== undefined) shapes.trailAfter = rule.after.form;
    }
    if (rule.type === "breakEven") shapes.breakEven = rule.after.form;
    if (rule.type === "scaleOut") {
      shapes.scaleOut = { form: rule.form, parts: rule.parts.length };
    }
    if (rule.type === "sessionEnd") shapes.session = rule.zone;
    if (rule.type === "timeStop") shapes.time = true;
  }
  return shapes as ReturnType<typeof ruleShapes>;
}

function orderShapes(
  sides: Readonly<Record<"long" | "short", Side | undefined>>,
): Pick<Shape, "longEntry" | "shortEntry" | "longExit" | "shortExit"> {
  const orders = (["long", "short"] as const).flatMap((side) =>
    ([["Entry", "entry"], ["Exit", "exitOrder"]] as const).flatMap(([word, key]) => {
      const order = sides[side]?.[key];
      if (order === undefined) return [];
      return [[`${side}${word}`, { type: order.type, expires: order.expires !== undefined }]];
    })
  );
  return Object.fromEntries(orders);
}

function filterShape({ filter }: Strategy): Pick<Shape, "filter"> {
  if (filter === undefined) return {};
  const { zone, from, to, weekdays, hours } = filter;
  return {
    filter: {
      zone,
      from: from !== undefined,
      to: to !== undefined,
      weekdays: weekdays !== undefined,
      ...(hours === undefined ? {} : { hours: hours[0] > hours[1] ? "over" : "within" }),
    },
  };
}

function slippageShape(slippage: Settings["slippage"]): Shape["slippage"] {
  const terms = {
    percent: slippage.percent > 0,
    fixed: slippage.fixed > 0,
    spread: slippage.spread > 0,
    ticks: slippage.ticks > 0,
    impact: slippage.impact > 0,
  };
  return { any: Object.values(terms).some((term) => term), ...terms };
}

function financingShape({ financing }: Settings): Shape["financing"] {
  const { borrow, interest, marginInterest, funding } = financing;
  return {
    any: borrow > 0 || interest > 0 || marginInterest > 0 || funding !== "",
    borrow: borrow > 0,
    ...(funding === "" ? {} : { funding }),
    interest: interest > 0,
    marginInterest: marginInterest > 0,
  };
}
