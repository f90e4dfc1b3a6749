import {
  type CompiledPortfolio,
  compilePortfolio,
  type PortfolioStep,
} from "../../../codegen/compile_portfolio.ts";
import {
  noNeeds,
  type PortfolioConfig,
  type PortfolioNeeds,
} from "../../../codegen/program/portfolio_program.ts";
import { portfolioReasons } from "../order_codes.ts";
import type { PortfolioOutput } from "../output.ts";
import { PortfolioLogs } from "../portfolio_logs.ts";
import { localTime } from "../../data/local_time.ts";
import type { Panel } from "../../data/panel.ts";
import type { PortfolioSettings } from "../settings.ts";
import { firstRoom } from "../growing.ts";
import { accountColumns } from "./account_columns.ts";
import { assetNumbers } from "./asset_numbers.ts";
import type { EventLog } from "./event_log.ts";
import { expireAfter, expireBefore } from "./expiry.ts";
import { putNowhere } from "./nowhere.ts";
import { cancelEvery, orderHost } from "./order_ends.ts";
import { OrderTable } from "./order_table.ts";
import { compiledOutput } from "./output.ts";
import { pickForClose, pickForOpen, sortByType, sortPicked } from "./pick.ts";
import { RuleBook } from "./rule_book.ts";
import { needsOf } from "./rule_columns.ts";
import { codeOf, need, type RunState } from "./state.ts";
import { followTrails } from "./trailing.ts";
import { orderStatus as statuses } from "../../../codegen/emit/portfolio/order_columns.ts";

/** Generated code and what it works on, called step by step in the order of the bar. */
export class KernelRun {
  /** What orders are submitted to. */
  readonly state: RunState;
  readonly #config: PortfolioConfig;
  readonly #columns: readonly Float64Array[];
  readonly #logs: PortfolioLogs;
  #compiled: CompiledPortfolio;
  #compiledFor: PortfolioNeeds;
  /** Positions of what is read and written around every step; the same whatever is needed. */
  readonly #at: Readonly<
    Record<"pickedCount" | "restingCount" | "closingCount" | "trades" | "fills", number>
  >;
  #resting = 0;
  #closing = 0;

  /**
   * A run that has not begun.
   *
   * @throws {CodeGenerationError} If code generation from strings is forbidden.
   */
  constructor(panel: Panel, settings: PortfolioSettings, events: EventLog) {
    const { symbols, assets, length } = panel;
    const own = assetNumbers(symbols, settings);
    const room = firstRoom(length * assets);
    this.#config = {
      settings,
      assets: own,
      splits: settings.orderPriority === "exitsFirst",
      credit: settings.shortProceeds === "credit",
    };
    this.#compiled = compilePortfolio(this.#config, noNeeds, length - 1);
    this.#compiledFor = noNeeds;
    const { state, stateIndex } = this.#compiled;
    this.#at = {
      pickedCount: stateIndex("pickedCount"),
      restingCount: stateIndex("restingCount"),
      closingCount: stateIndex("closingCount"),
      trades: stateIndex("trades"),
      fills: stateIndex("fills"),
    };
    state[stateIndex("assets")] = assets;
    state[stateIndex("mostPositions")] = settings.maxPositions || assets;
    const { list, account } = accountColumns(assets);
    const rules = new RuleBook(panel, settings);
    const table = new OrderTable(room);
    const [cashAt, valueAt, ruinAt] = ["cash", "heldValue", "ruinIndex"].map(stateIndex);
    const ofEach = (value: (index: number) => number): Float64Array =>
      Float64Array.from(symbols, (_, index) => value(index));
    this.state = {
      panel,
      settings,
      ticks: ofEach((index) => (own[index] ?? settings).tick),
      lots: ofEach((index) => (own[index] ?? settings).lot),
      multipliers: ofEach((index) => own[index]?.multiplier ?? 1),
      needsVolume: Uint8Array.from(
        symbols,
        (_, index) => Number((own[index] ?? settings).slippage.impact > 0),
      ),
      account,
      rules,
      table,
      events,
      arrays: {
        picked: new Int32Array(0),
        resting: new Int32Array(0),
        closing: new Int32Array(0),
        valuePrice: new Float64Array(assets).fill(NaN),
        assetValue: new Float64Array(assets),
        ownNumbers: this.#compiled.ownNumbers,
        assets: list,
        rules: rules.list,
        partAt: rules.lists.partAt,
        partFraction: rules.lists.partFraction,
        zones: rules.lists.zones,
        dayTime: settings.execution.maxTradesPerDay > 0
          ? localTime(panel.time, settings.execution.zone)
          : new Float64Array(0),
        orders: table.columns,
        host: undefined!,
      },
      alive: [],
      market: [],
      timed: [],
      trailing: [],
      reducing: new Map(),
      groups: new Map(),
      pickedCount: 0,
      refused: portfolioReasons.map(() => 0),
      needs: noNeeds,
      cash: () => state[cashAt],
      heldValue: () => state[valueAt],
      isRuined: () => state[ruinAt] >= 0,
      knownEquity: NaN,
      bar: -1,
      now: -1,
      phase: "bars",
    };
    this.state.arrays.host = orderHost(this.state);
    need(this.state, needsOf(rules.all));
    if (events.ofFills || events.ofOrders) need(this.state, { told: true });
    const { open, high, low, close, volume, time, columns } = panel;
    const { funding } = settings.financing;
    this.#columns = [
      ...[open, high, low, close, volume, time],
      ...(funding === "" ? [] : [columns.get(funding)!]),
    ];
    this.#logs = new PortfolioLogs(length, room);
  }

  /** Everything of bar `t` that comes before code is told of it. */
  beforeCode(t: number): void {
    const { state } = this;
    state.bar = t;
    if (state.alive.length > 0) this.#compact();
    if (!state.isRuined()) {
      expireBefore(state, t);
      const { resting, closing } = sortByType(state);
      this.#resting = resting;
      this.#closing = closing;
      pickForOpen(state, t);
      this.#call("early", t);
      sortPicked(state, t, state.panel.open);
      this.#call("atOpen", t);
      this.#call("inside", t);
      followTrails(state, t);
      this.#call("toClose", t);
      expireAfter(state, t);
    }
    state.now = t;
    state.knownEquity = NaN;
  }

  /** The rest of bar `t`: orders that fill at its close, and its mark. */
  afterCode(t: number): void {
    const { state } = this;
    if (state.settings.execution.fill === "close" && !state.isRuined()) {
      pickForClose(state, t);
      sortPicked(state, t, state.panel.close);
      this.#call("atClose", t);
    }
    this.#call("mark", t);
  }

  /** The end of the data: orders are cancelled; what is held is closed or left open. */
  end(): void {
    const last = this.state.panel.length - 1;
    if (last < 0) return;
    cancelEvery(this.state, codeOf("endOfData"), last);
    this.#call("finish", last);
    this.state.knownEquity = NaN;
  }

  /** What has come of it. */
  output(): PortfolioOutput {
    const { state, stateIndex } = this.#compiled;
    return compiledOutput(this.state, {
      logs: this.#logs,
      read: (word) => state[stateIndex(word)],
    });
  }

  #call(step: PortfolioStep, t: number): void {
    const { state: run } = this;
    if (run.needs !== this.#compiledFor) this.#compile();
    const { kernel, numbers, state } = this.#compiled;
    const pass = kernel[step];
    if (pass === undefined) return;
    const at = this.#at;
    state[at.pickedCount] = run.pickedCount;
    state[at.restingCount] = this.#resting;
    state[at.closingCount] = this.#closing;
    // An order has two legs at most, and opens what rules can close at once; rules close each position once, in parts.
    const orders = run.pickedCount + this.#resting + this.#closing;
    const { lists } = run.rules;
    const exits = (2 + lists.mostParts) * run.panel.assets;
    const out = this.#logs.reserve((3 + lists.mostParts) * orders + exits, {
      trades: state[at.trades],
      fills: state[at.fills],
    });
    run.arrays.orders = run.table.columns;
    run.arrays.partAt = lists.partAt;
    run.arrays.partFraction = lists.partFraction;
    pass(this.#columns, numbers, state, run.arrays, out, t, t + 1);
  }

  /** Makes the code for what is needed now; what is held and counted stays. */
  #compile(): void {
    const { needs, account, panel } = this.state;
    const { state } = this.#compiled;
    const compiled = compilePortfolio(this.#config, needs, panel.length - 1);
    this.#compiled = { ...compiled, state };
    putNowhere(account, this.#compiledFor, needs);
    this.#compiledFor = needs;
  }

  #compact(): void {
    const { state } = this;
    const { alive, table } = state;
    const { orderStatus } = table.at;
    let kept = 0;
    for (const row of alive) {
      const status = orderStatus[row];
      if (status === statuses.working || status === statuses.waiting) alive[kept++] = row;
      else if (table.hasAll) table.forget(row);
    }
    alive.length = kept;
  }
}
