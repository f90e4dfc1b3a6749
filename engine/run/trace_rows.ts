import type { Bars } from "../data/bars.ts";
import type {
  EntersEvent,
  MarkEvent,
  SignalName,
  TraceAction,
  TracedLevels,
  TracedOrder,
  TracedPosition,
  TraceEvent,
} from "../reference/trace.ts";
import type { BarRange } from "./bar_range.ts";
import type { TracedValues } from "./traced_values.ts";

/** One bar of a run. Money in account currency; the time in milliseconds since the epoch. */
export interface TraceRow {
  /** Index of the bar. */
  readonly index: number;
  /** Its time. */
  readonly time: number;
  /** Its prices. */
  readonly open: number;
  /** Highest price. */
  readonly high: number;
  /** Lowest price. */
  readonly low: number;
  /** Closing price. */
  readonly close: number;
  /** Traded volume; NaN where unknown. */
  readonly volume: number;
  /** Named expressions, and what the conditions compare, at its close. */
  readonly values: TracedValues;
  /** The signals that are true at its close. */
  readonly signals: readonly SignalName[];
  /**
   * Whether its enters count, or what silences them. `"unread"`: no signal is read, for an exit waits for volume, an
   * on-close order filled, or trading has ended.
   */
  readonly enters: EntersEvent["read"] | "unread";
  /** The levels that it was tested against, of what was held before it and of what was opened on it; most often one or none. */
  readonly levels: readonly TracedLevels[];
  /** Fills, refusals and orders that begin to wait, in the order in which they happened. */
  readonly actions: readonly TraceAction[];
  /** Orders that wait after its close, exits first. */
  readonly orders: readonly TracedOrder[];
  /** What is held after its close. */
  readonly position: TracedPosition | null;
  /** Cash after its close. */
  readonly cash: number;
  /** Account value at its close. */
  readonly equity: number;
  /** Whether equity was <= 0 at its close or before, which ends all trading. */
  readonly ruined: boolean;
}

/** What a bar has told so far. */
interface Draft {
  signals: readonly SignalName[];
  enters: TraceRow["enters"];
  readonly levels: TracedLevels[];
  readonly actions: TraceAction[];
  mark: MarkEvent | undefined;
}

/** Takes in what a run tells. */
export interface RowGatherer {
  /** The observer of the run. */
  readonly add: (event: TraceEvent) => void;
  /** The rows in order, once the run is over. */
  readonly rows: (bars: Bars, valuesAt: (t: number) => TracedValues) => TraceRow[];
}

/** Gathers a row for each bar of a range; nothing is kept of the others. */
export function rowGatherer({ from, to }: BarRange): RowGatherer {
  const drafts = new Map<number, Draft>();
  let current: Draft | undefined;
  const begin = (index: number, signals: readonly SignalName[]): void => {
    current = undefined;
    if (index < from || index >= to) return;
    current = { signals, enters: "unread", levels: [], actions: [], mark: undefined };
    drafts.set(index, current);
  };
  return {
    add: (event) => {
      if (event.type === "bar") return begin(event.index, event.signals);
      if (current === undefined) return;
      if (event.type === "levels") current.levels.push(event.levels);
      else if (event.type === "enters") current.enters = event.read;
      else if (event.type === "mark") current.mark = event;
      else current.actions.push(event);
    },
    rows: (bars, valuesAt) =>
      [...drafts].flatMap(([index, draft]) => rowOf(index, { draft, bars, valuesAt })),
  };
}

function rowOf(
  index: number,
  { draft: { mark, ...told }, bars, valuesAt }: {
    readonly draft: Draft;
    readonly bars: Bars;
    readonly valuesAt: (t: number) => TracedValues;
  },
): TraceRow[] {
  if (mark === undefined) return [];
  const { time, open, high, low, close, volume } = bars;
  const { position, orders, cash, equity, ruined } = mark;
  return [{
    index,
    time: time[index],
    open: open[index],
    high: high[index],
    low: low[index],
    close: close[index],
    volume: volume[index],
    values: valuesAt(index),
    ...told,
    orders,
    position,
    cash,
    equity,
    ruined,
  }];
}
