import type { ExitReason, OrderReason } from "../../codegen/define/reasons.ts";
import type { RestingOrder } from "../../codegen/define/types.ts";

/** Told what happens in a run, in the order in which it happens. */
export type Trace = (event: TraceEvent) => void;

/** What an observer of a run is told. */
export type TraceEvent = BarEvent | LevelsEvent | EntersEvent | TraceAction | MarkEvent;

/** Something done to an order. */
export type TraceAction = QueuedEvent | FillEvent | RefusedEvent;

/** A signal of a strategy. */
export type SignalName = `${"long" | "short"}.${"enter" | "exit"}`;

/** A bar begins. */
export interface BarEvent {
  /** Kind of event. */
  readonly type: "bar";
  /** Its index. */
  readonly index: number;
  /** The signals that are true on it; whether they are read is another matter. */
  readonly signals: readonly SignalName[];
}

/** Levels that the bar is tested against: before it, and after what is opened or added at its open or inside it. */
export interface LevelsEvent {
  /** Kind of event. */
  readonly type: "levels";
  /** The levels. */
  readonly levels: TracedLevels;
}

/** The signals of the bar are read. */
export interface EntersEvent {
  /** Kind of event. */
  readonly type: "enters";
  /** Whether enters count, or what silences them. */
  readonly read: "read" | "cooldown" | "filter";
}

/** An order begins to wait, or goes on as another: a stop-limit whose stop was reached as a limit order. */
export interface QueuedEvent {
  /** Kind of event. */
  readonly type: "queued";
  /** The order. */
  readonly order: TracedOrder;
}

/** A fill. Money in account currency. */
export interface FillEvent {
  /** Kind of event. */
  readonly type: "fill";
  /** What it does to the position; an exit may take out a part of it. */
  readonly what: "entry" | "addition" | "exit";
  /** Side of the position. */
  readonly side: "long" | "short";
  /** Units, > 0. */
  readonly quantity: number;
  /** Price before slippage. */
  readonly base: number;
  /** Price with slippage. */
  readonly price: number;
  /** Commission. */
  readonly fee: number;
  /** Why it is an exit; null: it is none. */
  readonly reason: ExitReason | null;
  /** Bar of the signal of an entry or addition; null: an exit. */
  readonly signalIndex: number | null;
  /** The order that an entry or addition was; null: an exit. */
  readonly order: TracedOrder["type"] | null;
  /** Whether buying power made it smaller. */
  readonly reduced: boolean;
  /** Whether `ambiguity` decided it. */
  readonly ambiguous: boolean;
  /** Units held afterwards, negative for a short. */
  readonly held: number;
  /** Cash afterwards. */
  readonly cash: number;
}

/** An order is refused, cancelled, or expires. */
export interface RefusedEvent {
  /** Kind of event. */
  readonly type: "refused";
  /** Why. */
  readonly reason: OrderReason;
  /** The order, with its price as it was found. */
  readonly order: TracedOrder;
}

/** The bar is over; after the last one told again, when what was left has been cancelled or closed. */
export interface MarkEvent {
  /** Kind of event. */
  readonly type: "mark";
  /** What is held. */
  readonly position: TracedPosition | null;
  /** Orders that wait, exits first. */
  readonly orders: readonly TracedOrder[];
  /** Cash. */
  readonly cash: number;
  /** Account value at the close. */
  readonly equity: number;
  /** Whether equity was <= 0 at this close or an earlier one, which ends all trading. */
  readonly ruined: boolean;
}

/** An order that waits. */
export interface TracedOrder {
  /** What its fill would do to the position. */
  readonly what: "entry" | "addition" | "exit";
  /** Side of that position. */
  readonly side: "long" | "short";
  /** What fills it; a market order waits for the next open. */
  readonly type: "market" | RestingOrder["type"];
  /** The limit of a limit order, the stop of a stop or stop-limit, on the grid of `tick`; null: it has none. */
  readonly price: number | null;
  /** The limit of a stop-limit; null: it is none. */
  readonly limit: number | null;
  /** Last bar on which it works; null: until it is cancelled. */
  readonly lastIndex: number | null;
  /** Bar of the signal of an entry or addition; null: an exit. */
  readonly signalIndex: number | null;
  /** Why it is an exit; null: it is none. */
  readonly reason: ExitReason | null;
}

/** A stop and what an exit at it is named. */
export interface TracedStop {
  /** Price. */
  readonly price: number;
  /** The rule whose level it is. */
  readonly reason: "stopLoss" | "breakEven" | "trailingStop";
}

/** A level that is in force only from a gain on. */
export interface ArmedLevel {
  /** Price. */
  readonly price: number;
  /** Whether it is in force. */
  readonly armed: boolean;
}

/** The levels of a position; null where there is no such rule. */
export interface TracedLevels {
  /** Side of the position. */
  readonly side: "long" | "short";
  /** The stop in force. */
  readonly stop: TracedStop | null;
  /** The same inside the bar, where `trailTiming: "current"` lets the bar's own best price move the trail. */
  readonly stopInside: TracedStop | null;
  /** The target. */
  readonly target: number | null;
  /** Parts that have not gone out, and would before the target, nearest first. */
  readonly parts: readonly { readonly price: number; readonly quantity: number }[];
  /** The trail. */
  readonly trail: ArmedLevel | null;
  /** The stop of break-even. */
  readonly breakEven: ArmedLevel | null;
}

/** What is held at a close. */
export interface TracedPosition {
  /** Its side. */
  readonly side: "long" | "short";
  /** Units, > 0. */
  readonly quantity: number;
  /** Average price of what was bought or sold. */
  readonly average: number;
  /** Bar of the first entry. */
  readonly entryIndex: number;
  /** Entries after the first. */
  readonly additions: number;
  /** Profit of what is left at the close, as of an open trade. */
  readonly pnl: number;
}
