import type { ExitReason } from "../../codegen/define/reasons.ts";
import type {
  OrderStatus,
  OrderType,
  PortfolioReason,
  QuantityKind,
  TimeInForce,
} from "./order_codes.ts";

/** How far a level lies from the fill price (of a trail: from the best price); a bare number is a fraction. */
export type LevelNumber =
  | number
  | { readonly fraction: number }
  | { readonly distance: number }
  | { readonly price: number };

/**
 * Rules of the position that an order opens or adds to. Each takes the place of the rule of its type that the position,
 * its asset or the account has. They are no orders: they end with the position and never open another.
 */
export interface Bracket {
  /** Protective stop. */
  readonly stop?: LevelNumber;
  /** Target; `riskMultiple` counts the distance to the stop. */
  readonly takeProfit?: LevelNumber | { readonly riskMultiple: number };
  /** Stop that follows the best price. */
  readonly trail?: LevelNumber;
}

/** How far behind the best price the stop of a trailing-stop order lies; a bare number is a fraction. */
export type TrailNumber = number | { readonly fraction: number } | { readonly distance: number };

/** Everything of an order but what it is of and how much. */
export interface OrderOptions {
  /** What fills it; left out: told by `limit`, `stop` and `trail`, and a market order without any of them. */
  readonly type?: OrderType;
  /** Worst price of a limit order, > 0. */
  readonly limit?: number;
  /** Price from which a stop or stop-limit works, > 0. */
  readonly stop?: number;
  /** Of a trailing stop. */
  readonly trail?: TrailNumber;
  /** How long it works; `"gtc"` if left out. */
  readonly tif?: TimeInForce;
  /** Of `"gtd"`: the last moment, milliseconds since the epoch, UTC. */
  readonly until?: number;
  /** Text of the user's, carried to the order table. */
  readonly tag?: string;
  /** Whether it only takes out what is held, and never opens or adds. */
  readonly reduceOnly?: boolean;
  /** Name of a group: when one of its orders fills, the others are cancelled. */
  readonly oco?: string;
  /** Number of the order that must have filled before this one works. */
  readonly parent?: number;
  /** Rules of the position that it opens or adds to. */
  readonly bracket?: Bracket;
  /**
   * Whether it turns round what is held against it: all of that is closed first, in a trade with the reason `"reverse"`,
   * and its own quantity is opened. One that is `reduceOnly` closes with this reason and opens nothing.
   */
  readonly reverse?: boolean;
}

/** How much an order is of: exactly one of them, finite; targets of any sign, the others > 0. */
export interface OrderAmount {
  /** Units. */
  readonly quantity?: number;
  /** Money, over the base price of the fill. */
  readonly value?: number;
  /** Signed units to hold afterwards. */
  readonly targetQuantity?: number;
  /** Signed value to hold afterwards, at the base price of the fill. */
  readonly targetValue?: number;
  /** The same as a fraction of the equity at the close at which it is submitted. */
  readonly targetPercent?: number;
  /** Money as a fraction of the equity when it fills, over the base price of the fill; it closes what is against it. */
  readonly equityFraction?: number;
  /** Money that the position's first stop would lose, without costs; it closes what is against it. */
  readonly risk?: number;
  /** The same as a fraction of the equity when it fills. */
  readonly equityRisk?: number;
}

/** An order as user code submits it. */
export interface OrderInput extends OrderOptions, OrderAmount {
  /** Symbol or index. */
  readonly asset: string | number;
  /** Wanted of all but targets. */
  readonly side?: "buy" | "sell";
}

/** What `modify` changes of an order that works or waits; what is left out stays. */
export interface OrderChanges {
  /** The new number, of the kind that the order was submitted with. */
  readonly amount?: number;
  /** New limit. */
  readonly limit?: number;
  /** New stop, of a stop or a stop-limit that has not been reached. */
  readonly stop?: number;
  /** New distance of a trailing stop, from the best price so far; its level never loosens. */
  readonly trail?: TrailNumber;
}

/** An order as it is at a moment. */
export interface OrderRow {
  /** Place in the order of submission, from 1. */
  readonly number: number;
  /** Index of the asset. */
  readonly asset: number;
  /** Its symbol. */
  readonly symbol: string;
  /** 1 buys, -1 sells, 0 a target that has not filled. */
  readonly side: 1 | -1 | 0;
  /** What fills it. */
  readonly type: OrderType;
  /** How long it works. */
  readonly tif: TimeInForce;
  /** What `amount` counts. */
  readonly kind: QuantityKind;
  /** Its number as submitted or modified. */
  readonly amount: number;
  /** Limit on the grid of the tick; NaN without. */
  readonly limit: number;
  /** Stop on the grid, of a trailing stop the level now; NaN without. */
  readonly stop: number;
  /** What has become of it. */
  readonly status: OrderStatus;
  /** Why it ended without a fill, or why the opening leg of a filled one was refused. */
  readonly reason: PortfolioReason | undefined;
  /** Bar at whose close it was submitted; -1: before the first. */
  readonly submitIndex: number;
  /** Bar on which it ended; -1: it has not. */
  readonly endIndex: number;
  /** Units bought or sold. */
  readonly filled: number;
  /** Average price of them with slippage; NaN without. */
  readonly price: number;
  /** Commissions of them. */
  readonly fee: number;
  /** Number of its parent; 0: none. */
  readonly parent: number;
  /** Text of the user's; empty without. */
  readonly tag: string;
}

/** A fill of an order or a rule. An order that turns a position round has two. */
export interface Fill {
  /** Bar. */
  readonly index: number;
  /** Index of the asset. */
  readonly asset: number;
  /** Its symbol. */
  readonly symbol: string;
  /** 1 bought, -1 sold. */
  readonly side: 1 | -1;
  /** Units, > 0. */
  readonly quantity: number;
  /** Price with slippage. */
  readonly price: number;
  /** Commission. */
  readonly fee: number;
  /** Profit of the trade that it closed, after its share of costs; 0 of an entry. */
  readonly pnl: number;
  /** Number of the order; 0: a rule. */
  readonly order: number;
  /** `"entry"`: it opened a position or added to one; else why what it took out was closed. */
  readonly reason: ExitReason | "entry";
}
