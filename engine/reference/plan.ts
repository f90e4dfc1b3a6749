import type { Direction, Settings, Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../data/bars.ts";
import { evaluator } from "./evaluator.ts";
import { filterPasses } from "./filter.ts";
import { type LocalTime, localTimes } from "./local_time.ts";
import { type PlannedOrder, planOrder } from "./plan_order.ts";
import { type PlannedRules, planRules } from "./plan_rules.ts";
import { type PlannedSize, planSize } from "./plan_size.ts";

/** Which way a position points: 1 long, -1 short. */
export type SideSign = 1 | -1;

/** The signals of one side, one a bar, 1 or 0, and the orders that they submit. */
export interface PlannedSide {
  readonly enter: Float64Array;
  readonly exit: Float64Array;
  readonly entry: PlannedOrder;
  readonly exitOrder: PlannedOrder;
}

/** What fills, levels and costs of one asset read and never change. */
export interface Market {
  readonly bars: Bars;
  readonly settings: Settings;
  /** Money that one unit makes of a price of 1. */
  readonly multiplier: number;
  /** Share of a bar's volume that its fills may take together; 0: no limit. */
  readonly participation: number;
  /** Local time in the zone of the execution settings, one a bar. */
  readonly local: readonly LocalTime[];
}

/** Everything a run reads and never changes. */
export interface Plan extends Market {
  readonly sides: Readonly<Record<SideSign, PlannedSide>>;
  readonly rules: PlannedRules;
  readonly size: PlannedSize;
  /** Whether enters are read, one a bar. */
  readonly filter: readonly boolean[];
  /** Rates that longs pay to shorts, one a bar; left out: no funding. */
  readonly funding: Float64Array | undefined;
}

/** Evaluates every expression of a strategy on every bar. */
export function planRun(
  strategy: Strategy,
  bars: Bars,
  options: {
    readonly settings: Settings;
    readonly params: ReadonlyMap<string, number>;
    readonly direction: Direction;
  },
): Plan {
  const { settings, direction } = options;
  const evaluates = evaluator(bars, options.params);
  const side = (name: "long" | "short", removedBy: Direction): PlannedSide => {
    const signals = direction === removedBy ? undefined : strategy[name];
    return {
      enter: evaluates.column(signals?.enter),
      exit: evaluates.column(signals?.exit),
      entry: planOrder(signals?.entry, evaluates),
      exitOrder: planOrder(signals?.exitOrder, evaluates),
    };
  };
  const { funding } = settings.financing;
  return {
    bars,
    settings,
    multiplier: 1,
    participation: 0,
    sides: { 1: side("long", "SHORT"), [-1]: side("short", "LONG") },
    rules: planRules(strategy.risk, bars, evaluates),
    size: planSize(strategy.size, evaluates),
    filter: filterPasses(strategy.filter, bars.time),
    local: localTimes(bars.time, settings.execution.zone),
    funding: funding === "" ? undefined : evaluates.column({ tag: "column", name: funding }),
  };
}
