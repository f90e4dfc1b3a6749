import { costGroup, type CostStatistics } from "./cost_statistics.ts";
import { drawdownGroup, type DrawdownStatistics } from "./drawdown_statistics.ts";
import { equityGroup, type EquityStatistics } from "./equity_statistics.ts";
import { fillGroup, type FillStatistics } from "./fill_statistics.ts";
import { periodGroup, type PeriodStatistics } from "./period_statistics.ts";
import { returnGroup, type ReturnStatistics } from "./return_statistics.ts";
import { riskGroup, type RiskStatistics } from "./risk_statistics.ts";
import { snakeCase, type Statistic, type StatisticText } from "./statistic.ts";
import { tradeGroup, type TradeStatistics } from "./trade_statistics.ts";

/** Every statistic as measured. */
export interface MeasuredStatistics
  extends
    PeriodStatistics,
    EquityStatistics,
    ReturnStatistics,
    RiskStatistics,
    DrawdownStatistics,
    CostStatistics,
    TradeStatistics,
    FillStatistics {}

/** Name of a statistic. */
export type StatisticName = keyof MeasuredStatistics;

/** A heading and the statistics below it. */
export interface StatisticSection {
  /** The heading. */
  readonly title: string;
  /** In display order. */
  readonly statistics: readonly Statistic<StatisticName>[];
}

/** The statistics by heading, in display order. */
export const statisticSections: readonly StatisticSection[] = [
  periodGroup,
  equityGroup,
  returnGroup,
  riskGroup,
  drawdownGroup,
  costGroup,
  tradeGroup,
  fillGroup,
].map(({ title, statistics }) => ({
  title,
  statistics: Object.entries<StatisticText>(statistics).map(([name, text]) => ({
    name: name as StatisticName,
    key: snakeCase(name),
    ...text,
  })),
}));

/**
 * Every statistic by name, in display order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(statistics.get("maxDrawdown")?.key, "max_drawdown");
 * assertEquals(statistics.get("maxDrawdown")?.unit, "fraction");
 * ```
 */
export const statistics: ReadonlyMap<string, Statistic<StatisticName>> = new Map(
  statisticSections.flatMap((section) =>
    section.statistics.map((statistic) => [statistic.name, statistic])
  ),
);
