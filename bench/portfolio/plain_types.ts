/** Prices of an asset at a moment. */
export interface PlainBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly score: number;
}

/** The bars of all assets at a moment, by symbol. */
export type PlainBars = ReadonlyMap<string, PlainBar>;

/** An order as code submits it. Limit and stop orders have a side and a quantity, others a target. */
export interface PlainRequest {
  readonly symbol: string;
  readonly type: "market" | "limit" | "stop";
  readonly side?: "buy" | "sell";
  readonly quantity?: number;
  readonly targetQuantity?: number;
  readonly targetPercent?: number;
  readonly price?: number;
  readonly oco?: string;
}

/** An order. */
export interface PlainOrder extends PlainRequest {
  readonly number: number;
  readonly submitIndex: number;
  /** Equity when it was submitted. */
  readonly equity: number;
  status: "working" | "filled" | "cancelled" | "rejected";
  endIndex: number;
  filled: number;
  averagePrice: number;
  fee: number;
}

/** What is held of an asset. */
export interface PlainPosition {
  readonly symbol: string;
  /** Below 0 for a short. */
  quantity: number;
  average: number;
  readonly entryIndex: number;
  /** Bar of the last market order that opened it or added to it. */
  openedAt: number;
  entryFee: number;
  entrySlippage: number;
  /** Last close. */
  close: number;
  stop: number | undefined;
  target: number | undefined;
}

/** A fill of an order, or of a rule where `order` is 0. */
export interface PlainFill {
  readonly index: number;
  readonly symbol: string;
  readonly order: number;
  readonly quantity: number;
  readonly price: number;
  readonly fee: number;
}

/** What a fill took out of a position. */
export interface PlainTrade {
  readonly symbol: string;
  readonly quantity: number;
  readonly entryIndex: number;
  readonly entryPrice: number;
  readonly exitIndex: number;
  readonly exitPrice: number;
  readonly pnl: number;
  readonly fees: number;
  readonly slippage: number;
  readonly reason: "signal" | "reverse" | "stopLoss" | "takeProfit";
}

/** Settings, as in docs/portfolio_settings.md. */
export interface PlainSettings {
  readonly cash: number;
  readonly leverage: number;
  readonly commission: number;
  readonly slippage: number;
  readonly stopLoss?: number;
  readonly takeProfit?: number;
}

/** Code of the user's. */
export interface PlainHandlers {
  readonly onBar: (broker: PlainAccount, t: number, bars: PlainBars) => void;
  readonly onFill?: (broker: PlainAccount, fill: PlainFill) => void;
}

/** What code sees of the account, and how it submits orders that work from the next bar on. */
export interface PlainAccount {
  readonly equity: number;
  readonly positions: ReadonlyMap<string, PlainPosition>;
  readonly order: (request: PlainRequest) => PlainOrder;
}

/** What comes of a run. */
export interface PlainResult {
  readonly equity: readonly number[];
  readonly orders: readonly PlainOrder[];
  readonly fills: readonly PlainFill[];
  readonly trades: readonly PlainTrade[];
  readonly refused: number;
}
