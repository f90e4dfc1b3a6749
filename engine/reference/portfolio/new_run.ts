import type { Bars } from "../../data/bars.ts";
import type { Panel } from "../../data/panel.ts";
import { portfolioReasons } from "../../portfolio/order_codes.ts";
import { checkRun } from "../../portfolio/check_run.ts";
import type { PortfolioSettings } from "../../portfolio/settings.ts";
import { type Account, newAccount } from "../account.ts";
import { localTimes } from "../local_time.ts";
import { valuesOf } from "./rules_of.ts";
import type { Asset, Book, Run } from "./state.ts";

/**
 * A run before its first bar.
 *
 * @throws {RangeError} If the settings name an asset or a column that the panel does not have.
 * @throws {TypeError} If a rule holds what is not a number.
 */
export function newRun(panel: Panel, settings: PortfolioSettings): Run {
  checkRun(panel, settings);
  const book: Book = {
    cash: settings.cash,
    interest: 0,
    ambiguousBars: 0,
    ambiguousStake: 0,
    reducedOrders: 0,
  };
  const assets = panel.symbols.map((_, index) => newAsset(panel, settings, { index, book }));
  // What is not a number shows here, and not when a position opens.
  for (const asset of assets) {
    valuesOf(settings.rules, asset);
    valuesOf(asset.rules, asset);
  }
  return {
    panel,
    settings,
    assets,
    local: localTimes(panel.time, settings.zone),
    book,
    orders: [],
    alive: [],
    equity: new Float64Array(panel.length),
    trades: [],
    ledger: [],
    refused: portfolioReasons.map(() => 0),
    happened: [],
    value: 0,
    gross: 0,
    shorts: 0,
    rules: settings.rules,
    now: -1,
    ruinIndex: -1,
    phase: "bars",
  };
}

function newAsset(
  panel: Panel,
  settings: PortfolioSettings,
  { index, book }: { readonly index: number; readonly book: Book },
): Asset {
  const symbol = panel.symbols[index];
  const { multiplier = 1, participation = settings.participation, rules = [], borrow, ...own } =
    settings.assets[symbol] ?? {};
  const barOf: number[] = [];
  const lastAt: number[] = [];
  for (let t = 0; t < panel.length; t++) {
    if (panel.present[t * panel.assets + index] === 1) barOf.push(t);
    lastAt.push(barOf.length - 1);
  }
  const bars = ownBars(panel, index, barOf);
  const { financing } = settings;
  return {
    index,
    symbol,
    market: {
      bars,
      settings: {
        ...settings,
        ...own,
        financing: { ...financing, borrow: borrow ?? financing.borrow },
      },
      multiplier,
      participation,
      local: localTimes(bars.time, settings.execution.zone),
    },
    barOf,
    lastAt,
    account: accountOf(book),
    valuePrice: NaN,
    value: 0,
    rules,
  };
}

/** The bars of one asset without the moments at which it has none. */
function ownBars(panel: Panel, asset: number, barOf: readonly number[]): Bars {
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(barOf, (t) => column[t * panel.assets + asset]);
  return {
    symbol: panel.symbols[asset],
    length: barOf.length,
    time: Float64Array.from(barOf, (t) => panel.time[t]),
    open: pick(panel.open),
    high: pick(panel.high),
    low: pick(panel.low),
    close: pick(panel.close),
    volume: pick(panel.volume),
    columns: new Map(),
  };
}

/** The account of one asset, whose cash and counts are those of the run. */
function accountOf(book: Book): Account {
  const account = newAccount(0, { bars: 0, trace: undefined });
  for (const name of ["cash", "ambiguousBars", "ambiguousStake", "reducedOrders"] as const) {
    Object.defineProperty(account, name, {
      get: () => book[name],
      set: (value: number) => {
        book[name] = value;
      },
    });
  }
  return account;
}
