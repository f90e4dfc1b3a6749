import { ruleToJson } from "../../../codegen/define/parts_json.ts";
import { staticValue } from "../../../codegen/define/static.ts";
import type { Rule, Settings } from "../../../codegen/define/types.ts";
import { digestPanel } from "../../data/digest.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { Statistics } from "../../stats/gather.ts";
import { snakeCase } from "../../stats/statistic.ts";
import { statistics as registry } from "../../stats/registry.ts";
import type { OrderPriority, OrderStatus, PortfolioReason } from "../order_codes.ts";
import type { AssetSettings } from "../settings.ts";
import { exposureSummary } from "./exposure_summary.ts";
import { ordersByStatus } from "./order_rows.ts";
import type { PortfolioResult } from "./portfolio_result.ts";

/** Rules as they are written. */
export type RulesJson = readonly Readonly<Record<string, unknown>>[];

/** What `result.json` of a run over a panel holds, but for timings. Times in milliseconds since the epoch. */
export interface PortfolioJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** What it ran on; `digest` is equal for equal panels. */
  readonly data: {
    readonly symbols: readonly string[];
    readonly bars: number;
    /** Time of the first and the last bar; null without bars. */
    readonly first: number | null;
    readonly last: number | null;
    /** Whether open, high and low are copies of the close. */
    readonly priceOnly: boolean;
    readonly digest: string;
  };
  /** How the run was executed. */
  readonly run: { readonly simMode: SimMode };
  /** Every setting as resolved. */
  readonly settings: Settings & {
    readonly orderPriority: OrderPriority;
    readonly shortProceeds: "margin" | "credit";
    readonly maxPositions: number;
    readonly zone: string;
    readonly rules: RulesJson;
    readonly assets: Readonly<
      Record<string, Omit<AssetSettings, "rules"> & { readonly rules?: RulesJson }>
    >;
  };
  /** Values by key, null where undefined. */
  readonly statistics: Readonly<Record<string, number | null>>;
  /** Why, for each that is. */
  readonly undefined: Readonly<Record<string, string>>;
  /** From what prices brought to what is left after costs. */
  readonly attribution: Readonly<Record<string, number>>;
  /** Means and extremes of what was held, as shares of equity; null where equity was not above 0, or without bars. */
  readonly exposure: Readonly<Record<string, number | null>>;
  /** Mean correlation of what each two positions made from close to close; null of fewer than two. */
  readonly correlation: number | null;
  /** The assets that were traded. */
  readonly assets: readonly Readonly<Record<string, string | number | null>>[];
  /** What the result hangs on, and orders by what became of them. */
  readonly counts: {
    readonly "ambiguous_bars": number;
    readonly "ambiguous_stake": number;
    readonly "reduced_orders": number;
    readonly orders: Readonly<Record<OrderStatus, number>>;
    readonly rejected: Readonly<Record<PortfolioReason, number>>;
  };
  /** The bar at whose close equity was <= 0 and trading stopped; null: never. */
  readonly ruin: { readonly index: number; readonly time: number } | null;
}

/** Gathers what `result.json` holds. */
export function portfolioJson(
  result: PortfolioResult,
  { values, reasons }: Statistics,
): PortfolioJson {
  const { panel, settings, simMode, output } = result;
  const { symbols, length, time, priceOnly } = panel;
  const { ruinIndex } = output;
  const all = [...registry.values()];
  const assets = Object.entries(settings.assets).map(([symbol, asset]) => {
    const { rules, ...rest } = asset;
    return [symbol, rules === undefined ? rest : { ...rest, rules: rulesJson(rules) }];
  });
  return {
    schemaVersion: 1,
    data: {
      symbols,
      bars: length,
      first: length ? time[0] : null,
      last: length ? time[length - 1] : null,
      priceOnly,
      digest: digestPanel(panel),
    },
    run: { simMode },
    settings: {
      ...settings,
      rules: rulesJson(settings.rules),
      assets: Object.fromEntries(assets),
    },
    statistics: Object.fromEntries(
      all.map(({ key, name }) => [key, reasons[name] === undefined ? values[name] : null]),
    ),
    undefined: Object.fromEntries(
      all.flatMap(({ key, name }) => {
        const reason = reasons[name];
        return reason === undefined ? [] : [[key, reason]];
      }),
    ),
    attribution: { ...result.attribution },
    exposure: exposureJson(result),
    correlation: orNull(result.correlations.mean),
    assets: result.assets.filter(({ trades }) => trades > 0).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          snakeCase(name),
          typeof value === "number" ? orNull(value) : value,
        ]),
      )
    ),
    counts: {
      ambiguous_bars: output.ambiguousBars,
      ambiguous_stake: output.ambiguousStake,
      reduced_orders: output.reducedOrders,
      orders: ordersByStatus(output),
      rejected: result.rejected,
    },
    ruin: ruinIndex < 0 ? null : { index: ruinIndex, time: time[ruinIndex] },
  };
}

function exposureJson(result: PortfolioResult): Record<string, number | null> {
  const entries = Object.entries(exposureSummary(result));
  return Object.fromEntries(entries.map(([name, value]) => [snakeCase(name), orNull(value)]));
}

function rulesJson(rules: readonly Rule[]): RulesJson {
  const none = new Map<string, number>();
  return rules.map((rule) => ruleToJson(rule, (expression) => staticValue(expression, none)));
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
