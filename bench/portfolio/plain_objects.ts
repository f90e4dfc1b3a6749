/**
 * An engine over many assets as one would write it in plain TypeScript: an object for each bar, order, position, fill and
 * trade, and Maps by symbol. It is what compiled runs are measured against.
 *
 * It means what docs/portfolio.md says, of which it has market orders with targets, limit and stop orders, OCO groups,
 * percent costs, buying power, and stop and target of positions that market orders open. Every asset has a bar at every
 * moment, and orders that do not fit are refused.
 *
 * @module
 */

import type {
  PlainAccount,
  PlainBars,
  PlainFill,
  PlainHandlers,
  PlainOrder,
  PlainPosition,
  PlainRequest,
  PlainResult,
  PlainSettings,
  PlainTrade,
} from "./plain_types.ts";

/** Runs code over bars. */
export function runPlain(
  feed: readonly PlainBars[],
  { onBar, onFill }: PlainHandlers,
  settings: PlainSettings,
): PlainResult {
  const broker = new PlainBroker(settings);
  const equity: number[] = [];
  let told = 0;
  feed.forEach((bars, t) => {
    broker.step(t, bars);
    for (; onFill !== undefined && told < broker.fills.length; told++) {
      onFill(broker, broker.fills[told]);
    }
    onBar(broker, t, bars);
    equity.push(broker.equity);
  });
  const { orders, fills, trades, refused } = broker;
  return { equity, orders, fills, trades, refused };
}

/** Orders, positions and cash. */
class PlainBroker implements PlainAccount {
  cash: number;
  equity: number;
  refused = 0;
  readonly positions = new Map<string, PlainPosition>();
  readonly orders: PlainOrder[] = [];
  readonly fills: PlainFill[] = [];
  readonly trades: PlainTrade[] = [];
  readonly #settings: PlainSettings;
  readonly #groups = new Map<string, PlainOrder[]>();
  #working: PlainOrder[] = [];
  #bars: PlainBars = new Map();
  #before: PlainBars = new Map();
  #t = -1;
  /** Sums of the values of all positions at their last closes, signed and not. */
  #net = 0;
  #gross = 0;

  constructor(settings: PlainSettings) {
    this.#settings = settings;
    this.cash = this.equity = settings.cash;
  }

  /** Submits an order that works from the next bar on. */
  order(request: PlainRequest): PlainOrder {
    const order: PlainOrder = {
      ...request,
      number: this.orders.length + 1,
      submitIndex: this.#t,
      equity: this.equity,
      status: "working",
      endIndex: -1,
      filled: 0,
      averagePrice: NaN,
      fee: 0,
    };
    this.orders.push(order);
    this.#working.push(order);
    if (order.oco !== undefined) {
      const group = this.#groups.get(order.oco)?.filter(({ status }) => status === "working") ?? [];
      this.#groups.set(order.oco, [...group, order]);
    }
    return order;
  }

  /** Goes through a bar up to its close. */
  step(t: number, bars: PlainBars): void {
    this.#t = t;
    this.#before = this.#bars;
    this.#bars = bars;
    const { stopLoss, takeProfit } = this.#settings;
    const hasRules = stopLoss !== undefined || takeProfit !== undefined;
    const market = this.#working.filter(({ type }) => type === "market");
    const resting = this.#working.filter(({ type }) => type !== "market");
    for (const order of market) this.#fillAtOpen(order, { opens: false });
    if (hasRules) {
      for (const position of [...this.positions.values()]) this.#exitJumped(position, market);
    }
    for (const order of market) this.#fillAtOpen(order, { opens: true });
    for (const order of resting) this.#fillResting(order, { inside: false });
    if (hasRules) {
      for (const position of [...this.positions.values()]) this.#exitInside(position);
    }
    for (const order of resting) this.#fillResting(order, { inside: true });
    this.#working = this.#working.filter(({ status }) => status === "working");
    this.#mark();
  }

  #mark(): void {
    this.#net = 0;
    this.#gross = 0;
    for (const position of this.positions.values()) {
      position.close = this.#bars.get(position.symbol)!.close;
      const value = position.quantity * position.close;
      this.#net += value;
      this.#gross += Math.abs(value);
    }
    this.equity = this.cash + this.#net;
  }

  #fillAtOpen(order: PlainOrder, { opens }: { readonly opens: boolean }): void {
    if (order.status !== "working") return;
    const { open } = this.#bars.get(order.symbol)!;
    this.#fill(order, { base: open, opens });
  }

  #fillResting(order: PlainOrder, { inside }: { readonly inside: boolean }): void {
    if (order.status !== "working") return;
    const { type, side, price = NaN } = order;
    const bar = this.#bars.get(order.symbol)!;
    // A buy limit and a sell stop are reached from above.
    const fromAbove = (type === "limit") === (side === "buy");
    const extreme = inside ? (fromAbove ? bar.low : bar.high) : bar.open;
    if (fromAbove ? extreme > price : extreme < price) return;
    const base = inside ? price : bar.open;
    this.#fill(order, { base, opens: true, ...(type === "limit" ? { limit: price } : {}) });
  }

  /** Fills the closing leg of an order and, if it may, its opening leg. */
  #fill(
    order: PlainOrder,
    { base, opens, limit }: {
      readonly base: number;
      readonly opens: boolean;
      readonly limit?: number;
    },
  ): void {
    const position = this.positions.get(order.symbol);
    const held = position?.quantity ?? 0;
    const wanted = this.#missing(order, base);
    if (position !== undefined && held * wanted < 0) {
      const quantity = Math.min(Math.abs(wanted), Math.abs(held));
      const turns = Math.abs(wanted) > Math.abs(held);
      const reason = turns ? "reverse" : "signal";
      this.#close(position, { quantity, base, limit, reason, order });
      if (!turns) return this.#end(order, "filled");
    }
    if (order.quantity === undefined && wanted === 0 && (opens || held !== 0)) {
      return this.#end(order, "filled");
    }
    if (opens) this.#open(order, { base, limit });
  }

  #missing({ symbol, side, quantity, targetQuantity, ...order }: PlainOrder, base: number): number {
    if (quantity !== undefined) return (side === "buy" ? 1 : -1) * (quantity - order.filled);
    const held = this.positions.get(symbol)?.quantity ?? 0;
    const target = targetQuantity ?? order.targetPercent! * order.equity / base;
    const found = target - held;
    return Math.abs(found) < 1e-9 * Math.max(Math.abs(target), Math.abs(held)) ? 0 : found;
  }

  #open(
    order: PlainOrder,
    { base, limit }: { readonly base: number; readonly limit: number | undefined },
  ): void {
    const { symbol } = order;
    const position = this.positions.get(symbol);
    const wanted = this.#missing(order, base);
    const quantity = Math.abs(wanted);
    const side = wanted > 0 ? 1 : -1;
    const price = this.#price(base, side, limit);
    const fee = this.#settings.commission * quantity * price;
    const held = position?.quantity ?? 0;
    const average = position === undefined
      ? price
      : (position.average * Math.abs(held) + price * quantity) / (Math.abs(held) + quantity);
    const levels = this.#levels(average, side);
    const isBeyond = (levels.stop ?? -side * Infinity) * side >= price * side ||
      (levels.target ?? side * Infinity) * side <= price * side;
    if (isBeyond || !this.#fits(position, { base, price, quantity, fee })) {
      this.refused++;
      return this.#end(order, order.filled > 0 ? "filled" : "rejected");
    }
    const slippage = Math.abs(price - base) * quantity;
    this.#pay(order, { symbol, signed: wanted, price, fee });
    if (position === undefined) {
      this.positions.set(symbol, {
        symbol,
        quantity: wanted,
        average,
        entryIndex: this.#t,
        openedAt: this.#t,
        entryFee: fee,
        entrySlippage: slippage,
        close: this.#before.get(symbol)?.close ?? base,
        ...levels,
      });
      this.#revalue(this.positions.get(symbol)!, 0);
    } else {
      position.quantity += wanted;
      position.openedAt = this.#t;
      position.entryFee += fee;
      position.entrySlippage += slippage;
      Object.assign(position, { average, ...levels });
      this.#revalue(position, held);
    }
    this.#end(order, "filled");
  }

  /** Whether an opening leg fits into the buying power. */
  #fits(
    position: PlainPosition | undefined,
    { base, price, quantity, fee }: Readonly<Record<"base" | "price" | "quantity" | "fee", number>>,
  ): boolean {
    const { leverage } = this.#settings;
    const held = position?.quantity ?? 0;
    const value = held * (position?.close ?? 0);
    const here = held * base;
    const equity = this.cash + (this.#net - value + here);
    const available = leverage * equity - (this.#gross - Math.abs(value) + Math.abs(here));
    return quantity * price + leverage * fee <= available;
  }

  #close(
    position: PlainPosition,
    { quantity, base, limit, reason, order }: {
      readonly quantity: number;
      readonly base: number;
      readonly limit?: number | undefined;
      readonly reason: PlainTrade["reason"];
      readonly order?: PlainOrder;
    },
  ): void {
    const { symbol, average, entryIndex } = position;
    const before = position.quantity;
    const side = before > 0 ? 1 : -1;
    const price = this.#price(base, -side, limit);
    const fee = this.#settings.commission * quantity * price;
    const share = quantity / Math.abs(before);
    const entryFee = position.entryFee * share;
    const entrySlippage = position.entrySlippage * share;
    const fees = entryFee + fee;
    this.#pay(order, { symbol, signed: -side * quantity, price, fee });
    this.trades.push({
      symbol,
      quantity: side * quantity,
      entryIndex,
      entryPrice: average,
      exitIndex: this.#t,
      exitPrice: price,
      pnl: side * quantity * (price - average) - fees,
      fees,
      slippage: entrySlippage + Math.abs(price - base) * quantity,
      reason,
    });
    position.entryFee -= entryFee;
    position.entrySlippage -= entrySlippage;
    position.quantity = share === 1 ? 0 : before - side * quantity;
    this.#revalue(position, before);
    if (position.quantity === 0) this.positions.delete(symbol);
  }

  #pay(
    order: PlainOrder | undefined,
    { symbol, signed, price, fee }: {
      readonly symbol: string;
      readonly signed: number;
      readonly price: number;
      readonly fee: number;
    },
  ): void {
    this.cash = this.cash - signed * price - fee;
    const quantity = Math.abs(signed);
    const { number = 0, oco } = order ?? {};
    this.fills.push({ index: this.#t, symbol, order: number, quantity: signed, price, fee });
    if (order === undefined) return;
    order.averagePrice = order.filled === 0
      ? price
      : (order.averagePrice * order.filled + price * quantity) / (order.filled + quantity);
    order.filled += quantity;
    order.fee += fee;
    if (oco === undefined) return;
    for (const other of this.#groups.get(oco) ?? []) {
      if (other !== order && other.status === "working") this.#end(other, "cancelled");
    }
  }

  #revalue({ quantity, close }: PlainPosition, before: number): void {
    this.#net += (quantity - before) * close;
    this.#gross += (Math.abs(quantity) - Math.abs(before)) * close;
  }

  #end(order: PlainOrder, status: PlainOrder["status"]): void {
    order.status = status;
    order.endIndex = this.#t;
  }

  #price(base: number, side: number, limit: number | undefined): number {
    const price = base + side * this.#settings.slippage * base;
    if (limit === undefined) return price;
    return side > 0 ? Math.min(price, limit) : Math.max(price, limit);
  }

  #levels(average: number, side: number): Pick<PlainPosition, "stop" | "target"> {
    const { stopLoss, takeProfit } = this.#settings;
    return {
      stop: stopLoss === undefined ? undefined : average * (1 - side * stopLoss),
      target: takeProfit === undefined ? undefined : average * (1 + side * takeProfit),
    };
  }

  /** Takes a position out at the open if it is beyond a level, and cancels what was to be added to it. */
  #exitJumped(position: PlainPosition, market: readonly PlainOrder[]): void {
    const { symbol, quantity: held } = position;
    if (!this.#exitAtOpen(position)) return;
    const { open } = this.#bars.get(symbol)!;
    for (const order of market) {
      if (order.symbol !== symbol || order.status !== "working" || order.filled > 0) continue;
      if (this.#missing(order, open) * held <= 0) continue;
      this.#end(order, "cancelled");
    }
  }

  #exitAtOpen(position: PlainPosition): boolean {
    const { symbol, stop, target } = position;
    const { open: base } = this.#bars.get(symbol)!;
    const side = position.quantity > 0 ? 1 : -1;
    const quantity = Math.abs(position.quantity);
    if (stop !== undefined && base * side <= stop * side) {
      this.#close(position, { quantity, base, reason: "stopLoss" });
      return true;
    }
    if (target === undefined || base * side < target * side) return false;
    this.#close(position, { quantity, base, limit: target, reason: "takeProfit" });
    return true;
  }

  /** Takes a position out where the bar touches a level; where it touches both, at the stop. */
  #exitInside(position: PlainPosition): void {
    const { symbol, stop, target } = position;
    if (position.openedAt === this.#t && this.#exitAtOpen(position)) return;
    const { high, low } = this.#bars.get(symbol)!;
    const side = position.quantity > 0 ? 1 : -1;
    const quantity = Math.abs(position.quantity);
    const [worst, best] = side > 0 ? [low, high] : [high, low];
    if (stop !== undefined && worst * side <= stop * side) {
      this.#close(position, { quantity, base: stop, reason: "stopLoss" });
    } else if (target !== undefined && best * side >= target * side) {
      this.#close(position, { quantity, base: target, limit: target, reason: "takeProfit" });
    }
  }
}
