import type { FillTotals } from "./run_totals.ts";
import type { Measured, StatisticGroup } from "./statistic.ts";

/** How much of the result hangs on assumptions about fills. */
export interface FillStatistics {
  /**
   * Bars inside which the order of events is unknown, so that `ambiguity` decided: stop and gain both touched, or a level
   * touched on the bar inside which the position was opened.
   */
  readonly ambiguousBars: Measured;
  /** Sum over them of `|other price - chosen price| * quantity`. */
  readonly ambiguousStake: Measured;
  /** Entries and additions made smaller because the buying power did not suffice. */
  readonly reducedOrders: Measured;
}

/** Texts of the fill statistics. */
export const fillGroup: StatisticGroup<FillStatistics> = {
  title: "Fills",
  statistics: {
    ambiguousBars: {
      label: "Ambiguous bars",
      unit: "count",
      computed: "streamed",
      summary: "Bars inside which the order of entry, stop and gain is unknown.",
      undefinedWhen: "",
    },
    ambiguousStake: {
      label: "Ambiguous stake",
      unit: "money",
      computed: "streamed",
      summary: "Difference that the other choice would have made on the ambiguous bars.",
      undefinedWhen: "",
    },
    reducedOrders: {
      label: "Reduced orders",
      unit: "count",
      computed: "streamed",
      summary: "Entries and additions made smaller because the buying power did not suffice.",
      undefinedWhen: "",
    },
  },
};

/** Takes over what the engine counted. */
export function fillStatistics(
  { ambiguousBars, ambiguousStake, reducedOrders }: FillTotals,
): FillStatistics {
  return { ambiguousBars, ambiguousStake, reducedOrders };
}
