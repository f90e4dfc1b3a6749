import type { Execution } from "../../../codegen/define/types.ts";
import type { Panel } from "../../data/panel.ts";
import type { Broker } from "../broker.ts";
import { type PortfolioReason, portfolioReasons } from "../order_codes.ts";
import type { Fill } from "../orders.ts";
import type { PortfolioHandlers } from "../panel_rows.ts";
import type { PortfolioSettings } from "../settings.ts";
import {
  type AssetState,
  newAssetState,
  noteFill,
  noteReversal,
  type WaitingOrder,
} from "./asset_state.ts";
import { type Candidate, chosen } from "./chosen.ts";
import { decide, type Decision } from "./decide.ts";
import { type EntryOrder, entryOrder, entryRules, pricedOrder } from "./entry_order.ts";
import type { StrategyPlan } from "./strategy_plan.ts";

/** Submits the orders that one strategy asks for all assets of a panel; section 10 of docs/portfolio.md. */
export class StrategyHandlers implements PortfolioHandlers {
  /** Signals that came to no order, by position in `portfolioReasons`. */
  readonly refused: number[] = portfolioReasons.map(() => 0);
  readonly #panel: Panel;
  readonly #execution: Execution;
  readonly #maxPositions: number;
  readonly #plan: StrategyPlan;
  readonly #assets: readonly AssetState[];
  #now = -1;
  #isRuined = false;
  #lastFill = -1;

  /** For one run of a plan. */
  constructor(plan: StrategyPlan, panel: Panel, settings: PortfolioSettings) {
    this.#panel = panel;
    this.#execution = settings.execution;
    this.#maxPositions = settings.maxPositions;
    this.#plan = plan;
    this.#assets = plan.assets.map((asset, index) => newAssetState(index, asset));
  }

  /** Sets the rules that every position has. */
  readonly onStart = (broker: Broker): void => {
    if (this.#plan.rules.length > 0) broker.setRules(this.#plan.rules);
  };

  /** Keeps what is known of the asset. */
  readonly onFill = (broker: Broker, fill: Fill): void => {
    const state = this.#assets[fill.asset];
    // What has filled on the bar that is told of is on the asset's next one: `onBar` has not counted it yet.
    const bar = fill.index > this.#now ? state.bar + 1 : state.bar;
    noteFill(state, fill, { bar, execution: this.#execution });
    this.#lastFill = fill.index;
    if (fill.order > 0 && broker.orderRow(fill.order).type === "marketOnClose") {
      state.filledOnClose = bar;
    }
  };

  /** Reads the signals of all assets with a bar: what has to go goes first, then come the entries by rank. */
  readonly onBar = (broker: Broker, t: number): void => {
    this.#now = t;
    const { present, assets } = this.#panel;
    const here = this.#assets.filter(({ index }) => present[t * assets + index] === 1);
    for (const state of here) state.bar++;
    if (this.#seesRuin(broker, t)) return;
    const { equity } = broker;
    const candidates: Candidate[] = [];
    for (const state of this.#assets) {
      state.isLeaving = false;
      if (!this.#waits(broker, state.entry)) state.entry = undefined;
      if (!this.#waits(broker, state.exit)) state.exit = undefined;
    }
    for (const state of here) {
      // Without a signal only a time rule asks for something.
      if (this.#plan.timeStop === Infinity && !state.plan.signals.any(state.bar)) continue;
      const decision = this.#decide(state, t);
      const candidate = this.#candidate(state, decision, equity);
      this.#leave(broker, state, decision, candidate);
      if (candidate !== undefined) candidates.push(candidate);
    }
    this.#enter(broker, candidates);
  };

  /** Whether trading has stopped: the account is flat and worth nothing, and not by what happened on this bar. */
  #seesRuin(broker: Broker, t: number): boolean {
    this.#isRuined ||= this.#lastFill < t && t > 0 && broker.cash <= 0 &&
      this.#assets.every(({ side }) => side === 0);
    return this.#isRuined;
  }

  /** Whether an order may still fill on a later bar. */
  #waits(broker: Broker, order: WaitingOrder | undefined): boolean {
    return order !== undefined && order.lastTime > this.#panel.time[this.#now] &&
      broker.orderRow(order.number).status === "working";
  }

  #decide(state: AssetState, t: number): Decision {
    const { passes, timeStop } = this.#plan;
    return decide(state, {
      execution: this.#execution,
      passes: passes?.[t] ?? true,
      timeStop,
    });
  }

  /** The entry that a decision asks for; nothing where its prices, levels or size cannot be. */
  #candidate(
    state: AssetState,
    { enter, keeps, exit }: Decision,
    equity: number,
  ): Candidate | undefined {
    if (enter === undefined) return undefined;
    const { plan, bar } = state;
    const order = entryOrder(plan, plan.sides[enter].entry, {
      bar,
      // The second leg of a reversal is sized with what the first one leaves.
      equity: exit === undefined ? equity : undefined,
      adds: keeps === "addition",
    });
    if ("refused" in order) return this.#refuse(order.refused);
    return { state, side: enter, keeps, rank: plan.rank(bar), order };
  }

  /** Takes out what has to go before an entry. */
  #leave(
    broker: Broker,
    state: AssetState,
    { cancelsEntry, exit, keeps }: Decision,
    candidate: Candidate | undefined,
  ): void {
    if (cancelsEntry === true || exit === "market") cancelEntry(broker, state);
    if (exit === undefined) return;
    if (exit === "order") return this.#submitExit(broker, state);
    const reverse = keeps === "reversal";
    state.isLeaving = true;
    if (reverse) noteReversal(state);
    if (exit === "rule") return;
    if (state.exit !== undefined) broker.cancel(state.exit.number);
    state.exit = undefined;
    // An entry at market turns the position round itself.
    if (candidate !== undefined && isMarket(candidate.order)) return;
    this.#close(broker, state, { reverse });
  }

  #submitExit(broker: Broker, state: AssetState): void {
    const { plan, bar, side } = state;
    if (side === 0) return;
    const order = pricedOrder(plan, plan.sides[side].exitOrder, bar);
    if ("refused" in order) return void this.#refuse(order.refused);
    const { options, lastTime } = order;
    // An addition that waits would outlive the position.
    cancelEntry(broker, state);
    if (options.type === "market") {
      state.isLeaving = true;
      return this.#close(broker, state, { reverse: false });
    }
    const number = broker.close(state.index, { ...options, tag: "exit" });
    if (number !== undefined) state.exit = { number, side, isMarket: false, lastTime };
  }

  #close(broker: Broker, state: AssetState, { reverse }: { readonly reverse: boolean }): void {
    const { index, side } = state;
    const number = broker.close(index, { reverse, tag: reverse ? "reverse" : "exit" });
    if (number === undefined || side === 0) return;
    state.exit = { number, side, isMarket: true, lastTime: Infinity };
  }

  /** Submits the entries that have a slot, in order of rank. */
  #enter(broker: Broker, candidates: readonly Candidate[]): void {
    const free = this.#maxPositions === 0 ? Infinity : this.#maxPositions - this.#occupied();
    const { taken, left } = chosen(candidates, free);
    for (const _ of left) this.#refuse("maxPositions");
    for (const { state, side, keeps, order } of taken) {
      const { index, plan, bar } = state;
      // An addition keeps the rules of its position.
      const rules = keeps === "addition" ? undefined : entryRules(plan, bar);
      if (rules !== undefined && rules.set.length > 0) broker.setRules(rules.set, index);
      const number = broker.order({
        ...order.options,
        ...rules?.options,
        asset: index,
        side: side === 1 ? "buy" : "sell",
        reverse: keeps === "reversal" && isMarket(order),
        tag: keeps ?? "entry",
      });
      state.entry = { number, side, isMarket: isMarket(order), lastTime: order.lastTime };
    }
  }

  /** Slots that are held: by positions that stay, and by entries that wait. */
  #occupied(): number {
    return this.#assets
      .filter(({ side, isLeaving, entry }) => side === 0 ? entry !== undefined : !isLeaving)
      .length;
  }

  #refuse(reason: PortfolioReason): undefined {
    this.refused[portfolioReasons.indexOf(reason)]++;
  }
}

function cancelEntry(broker: Broker, state: AssetState): void {
  if (state.entry !== undefined) broker.cancel(state.entry.number);
  state.entry = undefined;
}

function isMarket({ options }: EntryOrder): boolean {
  return options.type === "market";
}
