import type { LevelInput } from "../../../codegen/define/levels.ts";
import type { RuleInput } from "../../../codegen/define/rules.ts";
import type { PortfolioReason } from "../order_codes.ts";
import type { Bracket, OrderAmount, OrderOptions } from "../orders.ts";
import type { AssetPlan, PlannedOrder } from "./strategy_plan.ts";

/** What an order of a signal is submitted with, or why there is none. */
export type Made<T> = T | { readonly refused: PortfolioReason };

/** An order with its prices and its last bar. */
export interface PricedOrder {
  readonly options: OrderOptions;
  /** Time of the last bar on which it works; Infinity: until it is cancelled. */
  readonly lastTime: number;
}

/** An order that opens a position or adds to one, without the rules of the position. */
export interface EntryOrder extends PricedOrder {
  readonly options: OrderOptions & OrderAmount;
}

/** The order that a signal at a bar of the asset submits, without its quantity. */
export function pricedOrder(plan: AssetPlan, order: PlannedOrder, bar: number): Made<PricedOrder> {
  const { type, expires } = order;
  if (type === "market" || type === "marketOnClose") {
    return { options: { type }, lastTime: Infinity };
  }
  const price = order.price(bar);
  const limit = type === "stopLimit" ? order.limit(bar) : price;
  if (!Number.isFinite(price) || !Number.isFinite(limit)) return { refused: "orderPriceUndefined" };
  if (price <= 0 || limit <= 0) return { refused: "priceNotPositive" };
  const lastTime = plan.time[bar + expires] ?? Infinity;
  const prices = type === "limit"
    ? { limit: price }
    : { stop: price, ...(type === "stopLimit" ? { limit } : {}) };
  const life = lastTime === Infinity ? {} : { tif: "gtd", until: lastTime } as const;
  return { options: { type, ...prices, ...life }, lastTime };
}

/**
 * The order of an entry at a bar of the asset, where its numbers and those of its rules can be.
 *
 * @param equity What fractions of equity are of; left out: the equity when it fills, of the second leg of a reversal.
 * @param adds Whether it adds to a position, which keeps its rules.
 */
export function entryOrder(
  plan: AssetPlan,
  order: PlannedOrder,
  { bar, equity, adds }: {
    readonly bar: number;
    readonly equity: number | undefined;
    readonly adds: boolean;
  },
): Made<EntryOrder> {
  const priced = pricedOrder(plan, order, bar);
  if ("refused" in priced) return priced;
  const refused = adds ? undefined : refusedLevel(plan, bar);
  if (refused !== undefined) return { refused };
  const amount = amountOf(plan.size.kind, plan.size.value(bar), equity);
  if ("refused" in amount) return amount;
  return { ...priced, options: { ...priced.options, ...amount } };
}

/** Rules of a position whose entry a bar submits. */
export interface EntryRules {
  /** What its order brings. */
  readonly options: Pick<OrderOptions, "bracket">;
  /** What is set for the asset before it is submitted. */
  readonly set: readonly RuleInput[];
}

/** The rules of the position that an entry at a bar of the asset opens. */
export function entryRules(plan: AssetPlan, bar: number): EntryRules {
  const { bracketed, set } = plan.rulesAt(bar);
  return { options: bracketed.length === 0 ? {} : { bracket: bracketOf(bracketed) }, set };
}

/** Why a number of the rules cannot be, if one cannot. */
function refusedLevel({ numbers }: AssetPlan, bar: number): PortfolioReason | undefined {
  if (!numbers.every(({ value }) => Number.isFinite(value(bar)))) return "levelUndefined";
  return numbers.some(({ value, refuse }) => refuse(value(bar)) !== undefined)
    ? "levelBeyondEntry"
    : undefined;
}

function amountOf(
  kind: AssetPlan["size"]["kind"],
  value: number,
  equity: number | undefined,
): Made<OrderAmount> {
  const isOfEquity = kind === "percentOfEquity" || kind === "riskOfEquity";
  const amount = isOfEquity && equity !== undefined ? value * equity : value;
  if (!Number.isFinite(amount)) return { refused: "sizeUndefined" };
  if (amount <= 0) return { refused: "sizeTooSmall" };
  switch (kind) {
    case "units":
      return { quantity: amount };
    case "value":
      return { value: amount };
    case "percentOfEquity":
      return equity === undefined ? { equityFraction: amount } : { value: amount };
    case "riskOfEquity":
      return equity === undefined ? { equityRisk: amount } : { risk: amount };
  }
}

const names = { stopLoss: "stop", takeProfit: "takeProfit", trailingStop: "trail" } as const;

/** Rules with levels that are numbers as an order brings them. */
function bracketOf(rules: readonly RuleInput[]): Bracket {
  const levels = rules.flatMap((rule) => Object.entries(rule as Record<string, LevelInput>));
  return Object.fromEntries(
    levels.map(([name, level]) => [names[name as keyof typeof names], level]),
  );
}
