import type { Panel } from "../data/panel.ts";
import { panelCursor, type PanelRows } from "./panel_rows.ts";
import type { RebalanceCalendar } from "./rebalance_bars.ts";
import type { TargetOptions } from "./target_orders.ts";
import { barsOf, type TargetPlan, targetPlan, type TargetPlanOptions } from "./target_plan.ts";

/**
 * Target weights: a plan, weights of all bars and assets (time-major), or a function that gives those of one bar, one an
 * asset, from what is known at its close.
 */
export type PortfolioWeights =
  | TargetPlan
  | Float64Array
  | ((t: number, bars: PanelRows) => Float64Array);

/** When targets are traded, and how they become orders. */
export interface PortfolioWeightsOptions extends TargetOptions {
  /** At bars 0, k, 2k …. */
  readonly every?: number;
  /** On the first (`weekly`, `monthly`) or last bar (`weekEnd`, `monthEnd`) of each local week or month. */
  readonly on?: "weekly" | "weekEnd" | "monthly" | "monthEnd";
  /** IANA time zone of these dates; that of the settings where left out. */
  readonly zone?: string;
}

/** Options as they are handed on. */
export interface ReadWeightsOptions {
  readonly calendar: TargetPlanOptions;
  readonly target: TargetOptions;
}

/**
 * Takes options apart.
 *
 * @param defaultZone Time zone of the calendar where none is given.
 * @throws {TypeError} For one that does not exist, or both `every` and `on`.
 */
export function readWeightsOptions(
  options: PortfolioWeightsOptions,
  defaultZone: string,
): ReadWeightsOptions {
  const { every, on, zone = defaultZone, band, minTrade, buffer } = options;
  const known = ["every", "on", "zone", "band", "minTrade", "buffer"];
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    throw new TypeError(
      `Cannot use the weights: found option ${JSON.stringify(key)}, expected ${known.join(", ")}`,
    );
  }
  // Both at once are refused where the calendar is made.
  const calendar = { every, on, ...(on === undefined ? {} : { zone }) } as RebalanceCalendar;
  return {
    calendar: every === undefined && on === undefined ? {} : { calendar },
    target: {
      ...(band === undefined ? {} : { band }),
      ...(minTrade === undefined ? {} : { minTrade }),
      ...(buffer === undefined ? {} : { buffer }),
    },
  };
}

/**
 * The plan of target weights in any of their forms.
 *
 * @throws {DataError} For weights that do not fit the panel.
 * @throws {RangeError} For a calendar that is none, or whose bars have no weights.
 * @throws {TypeError} For anything that is no weights.
 */
export function weightsPlan(
  weights: PortfolioWeights,
  panel: Panel,
  calendar: TargetPlanOptions,
): TargetPlan {
  if (weights instanceof Float64Array) return targetPlan(weights, panel, calendar);
  if (typeof weights === "function") {
    const { bars, moveTo } = panelCursor(panel);
    const weightsAt = (t: number): Float64Array => {
      moveTo(t);
      return weights(t, bars);
    };
    return targetPlan(weightsAt, panel, calendar);
  }
  if (!(weights?.bars instanceof Int32Array) || typeof weights.weightsAt !== "function") {
    throw new TypeError(
      "Cannot use the weights: expected a plan of targetPlan() or readWeights(), a Float64Array or a function",
    );
  }
  return { ...weights, bars: barsOf(weights.bars, panel, calendar) };
}
