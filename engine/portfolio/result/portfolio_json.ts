import { type CostReturn, type CostReturnJson, costsJson } from "../../run/cost_returns.ts";
import type { SimMode } from "../../run/result_fields.ts";
import type { Statistics } from "../../stats/gather.ts";
import { snakeCase } from "../../stats/statistic.ts";
import { type StatisticsJson, statisticsJson } from "../../stats/statistics_json.ts";
import type { OrderStatus, PortfolioReason } from "../order_codes.ts";
import { type PanelRecord, panelRecord } from "./panel_record.ts";
import { type PortfolioSettingsJson, portfolioSettingsJson } from "./settings_json.ts";
import { type StrategyRunRecord, strategyRunRecord } from "../strategy/run_record.ts";
import type { AssetRow } from "./asset_rows.ts";
import { exposureSummary } from "./exposure_summary.ts";
import type { GroupRow } from "./group_rows.ts";
import { ordersByStatus, partlyFilled } from "./order_rows.ts";
import type { PortfolioResult } from "./portfolio_result.ts";

/** What an asset or a group did; no number is null. */
export type RowJson = Readonly<Record<string, string | number | null>>;

/** What `result.json` of a run over a panel holds, but for timings. Times in milliseconds since the epoch. */
export interface PortfolioJson extends StatisticsJson {
  /** Changes with the meaning of the fields. */
  readonly schemaVersion: 1;
  /** What it ran on. */
  readonly data: PanelRecord;
  /** The strategy that drove it; null: code, weights or a list of orders did. */
  readonly strategy: StrategyRunRecord | null;
  /** How the run was executed; `digest` is equal for runs that are equal in every bit. */
  readonly run: {
    readonly simMode: SimMode;
    /** Symbol of what the statistics compare with, empty where it has none; null: there is no benchmark. */
    readonly benchmark: string | null;
    readonly digest: string;
  };
  /** Every setting as resolved. */
  readonly settings: PortfolioSettingsJson;
  /** Total return with every cost multiplied by 0, 1 and 2; of code that cannot be run again by 1 only, if there are costs. */
  readonly costs: readonly CostReturnJson[];
  /** From what prices brought to what is left after costs. */
  readonly attribution: Readonly<Record<string, number>>;
  /** Means and extremes of what was held, as shares of equity; null where equity was not above 0, or without bars. */
  readonly exposure: Readonly<Record<string, number | null>>;
  /** Mean correlation of what each two positions made from close to close; null of fewer than two. */
  readonly correlation: number | null;
  /** The assets that were traded. */
  readonly assets: readonly RowJson[];
  /** The groups of the settings; none where no asset has one. */
  readonly groups: readonly RowJson[];
  /** What the result hangs on, and orders by what became of them. */
  readonly counts: {
    readonly "ambiguous_bars": number;
    readonly "ambiguous_stake": number;
    readonly "reduced_orders": number;
    readonly "partly_filled": number;
    readonly orders: Readonly<Record<OrderStatus, number>>;
    readonly rejected: Readonly<Record<PortfolioReason, number>>;
  };
  /** The bar at whose close equity was <= 0 and trading stopped; null: never. */
  readonly ruin: { readonly index: number; readonly time: number } | null;
}

/** Gathers what `result.json` holds. */
export function portfolioJson(
  result: PortfolioResult,
  statistics: Statistics,
  costs: readonly CostReturn[],
): PortfolioJson {
  const { panel, settings, simMode, output } = result;
  const { time } = panel;
  const { ruinIndex } = output;
  return {
    schemaVersion: 1,
    data: panelRecord(panel),
    strategy: result.strategy === undefined ? null : strategyRunRecord(result.strategy),
    run: { simMode, benchmark: result.benchmark?.name ?? null, digest: result.digest },
    settings: portfolioSettingsJson(settings),
    ...statisticsJson(statistics),
    costs: costsJson(costs),
    attribution: { ...result.attribution },
    exposure: exposureJson(result),
    correlation: orNull(result.correlations.mean),
    assets: result.assets.filter(({ trades }) => trades > 0).map(rowJson),
    groups: result.groups.map(rowJson),
    counts: {
      ambiguous_bars: output.ambiguousBars,
      ambiguous_stake: output.ambiguousStake,
      reduced_orders: output.reducedOrders,
      partly_filled: partlyFilled(output),
      orders: ordersByStatus(output),
      rejected: result.rejected,
    },
    ruin: ruinIndex < 0 ? null : { index: ruinIndex, time: time[ruinIndex] },
  };
}

function rowJson(row: AssetRow | GroupRow): RowJson {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      snakeCase(name),
      typeof value === "number" ? orNull(value) : value,
    ]),
  );
}

function exposureJson(result: PortfolioResult): Record<string, number | null> {
  const entries = Object.entries(exposureSummary(result));
  return Object.fromEntries(entries.map(([name, value]) => [snakeCase(name), orNull(value)]));
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
