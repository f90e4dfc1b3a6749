import type { ExitReason } from "../../codegen/define/reasons.ts";
import type { LevelForm, LevelRule, Rule } from "../../codegen/define/types.ts";
import type {
  AssetSettings,
  Broker,
  Handlers,
  OrderStatus,
  Panel,
  PanelView,
  PortfolioReason,
  PortfolioSettings,
} from "../../engine/portfolio/types.ts";

/** Open, high, low, close; one number: all of them; nothing: no bar. */
export type Row = readonly [number, number, number, number] | number | undefined;

/** A row of the trade log; what a case leaves out is not compared. */
export interface ExpectedTrade {
  readonly asset?: number;
  readonly side?: 1 | -1;
  readonly quantity?: number;
  readonly entryIndex?: number;
  readonly entryPrice?: number;
  readonly exitIndex?: number;
  readonly exitPrice?: number;
  /** `"open"` is -1. */
  readonly reason?: ExitReason | "open";
  readonly pnl?: number;
  readonly fees?: number;
  readonly slippage?: number;
  readonly financing?: number;
  readonly mfe?: number;
  readonly mae?: number;
  readonly ambiguous?: 0 | 1;
}

/** A row of the order table; what a case leaves out is not compared. */
export interface ExpectedOrder {
  readonly status: OrderStatus;
  /** `null`: none. */
  readonly reason?: PortfolioReason | null;
  readonly side?: 1 | -1 | 0;
  readonly endIndex?: number;
  readonly filled?: number;
  readonly price?: number;
  readonly fee?: number;
  readonly stop?: number;
  readonly limit?: number;
}

/** What a run must give. `interest`, counts are 0 and `ruinIndex` -1 if left out; the rest is then not compared. */
export interface Expected {
  readonly trades: readonly ExpectedTrade[];
  readonly orders?: readonly ExpectedOrder[];
  readonly equity?: readonly number[];
  /** Rows of index, asset, cash, quantity. */
  readonly ledger?: readonly (readonly [number, number, number, number])[];
  readonly ambiguousBars?: number;
  readonly ambiguousStake?: number;
  readonly reducedOrders?: number;
  readonly interest?: number;
  readonly ruinIndex?: number;
}

/** A run over a few bars of a few assets with results computed by hand. */
export interface PortfolioCase {
  readonly name: string;
  readonly panel: Panel;
  /** A new set for every run, as code may remember things. */
  readonly handlers: () => Handlers;
  readonly settings: PortfolioSettings;
  readonly expected: Expected;
}

/** What code does at the close of a bar; -1: before the first. */
export type Script = Readonly<Record<number, (broker: Broker, bars?: PanelView) => unknown>>;

/** What a case is written with. */
export interface PortfolioCaseParts {
  /** Rows by symbol, one a bar. */
  readonly prices: Readonly<Record<string, readonly Row[]>>;
  readonly times?: readonly number[];
  /** By symbol; NaN where left out. */
  readonly volume?: Readonly<Record<string, readonly number[]>>;
  /** Further columns: rows of the panel with a value for each asset. */
  readonly columns?: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly does?: Script;
  readonly handlers?: () => Handlers;
  readonly settings?:
    & Omit<Partial<PortfolioSettings>, "execution" | SettingGroup>
    & {
      readonly [K in SettingGroup | "execution"]?: Partial<PortfolioSettings[K]>;
    };
  readonly expected: Expected;
}

type SettingGroup = "commission" | "slippage" | "financing";

/** A case; cash is 1000 and everything else the default, without costs, unless said. */
export function makeCase(name: string, parts: PortfolioCaseParts): PortfolioCase {
  const { does = {}, handlers } = parts;
  const scripted = (): Handlers => ({
    onStart: (broker) => void does[-1]?.(broker),
    onBar: (broker, t, bars) => void does[t]?.(broker, bars),
  });
  return {
    name,
    panel: panelOf(parts),
    handlers: handlers ?? scripted,
    settings: portfolioSettings(parts.settings),
    expected: parts.expected,
  };
}

/** A rule whose level is a number. */
export function level(type: LevelRule["type"], form: LevelForm, value: number): LevelRule {
  return { type, form, value: { tag: "number", value } };
}

/** A time rule. */
export function timeStop(bars: number): Rule {
  return { type: "timeStop", bars: { tag: "number", value: bars } };
}

/** What differs for assets, by symbol. */
export type Differs = Readonly<Record<string, AssetSettings>>;

/** Complete settings: 1000 of cash, no costs, defaults. */
export function portfolioSettings(
  input: PortfolioCaseParts["settings"] = {},
): PortfolioSettings {
  return {
    cash: 1000,
    leverage: 1,
    cashPolicy: "reduce",
    lot: 0,
    minQuantity: 0,
    maxQuantity: 0,
    tick: 0,
    orderPriority: "exitsFirst",
    shortProceeds: "margin",
    maxPositions: 0,
    participation: 0,
    zone: "UTC",
    rules: [],
    assets: {},
    statistics: { returns: "auto", zone: "UTC", periodsPerYear: 0 },
    ...input,
    commission: {
      percent: 0,
      perUnit: 0,
      perOrder: 0,
      minimum: 0,
      maximum: 0,
      tiers: [],
      ...input.commission,
    },
    slippage: { percent: 0, fixed: 0, spread: 0, ticks: 0, impact: 0, ...input.slippage },
    financing: { borrow: 0, interest: 0, marginInterest: 0, funding: "", ...input.financing },
    execution: {
      preset: "default",
      fill: "nextOpen",
      ambiguity: "stop",
      entryBarStops: true,
      trailTiming: "previous",
      opposite: "reverse",
      conflict: "none",
      pyramid: 0,
      cooldown: 0,
      cooldownAfter: "any",
      maxTradesPerDay: 0,
      zone: "UTC",
      atEnd: "open",
      ...input.execution,
    },
  };
}

/** A panel of rows by symbol. */
export function panelOf(
  { prices, times, volume = {}, columns = {} }: Pick<
    PortfolioCaseParts,
    "prices" | "times" | "volume" | "columns"
  >,
): Panel {
  const symbols = Object.keys(prices);
  const assets = symbols.length;
  const length = Math.max(0, ...symbols.map((symbol) => prices[symbol].length));
  const field = (which: number): Float64Array =>
    Float64Array.from({ length: length * assets }, (_, at) => {
      const row = prices[symbols[at % assets]][Math.floor(at / assets)];
      return typeof row === "number" ? row : row?.[which] ?? NaN;
    });
  const named = new Map([
    ["open", field(0)],
    ["high", field(1)],
    ["low", field(2)],
    ["close", field(3)],
    [
      "volume",
      Float64Array.from(
        { length: length * assets },
        (_, at) => volume[symbols[at % assets]]?.[Math.floor(at / assets)] ?? NaN,
      ),
    ],
    ...Object.entries(columns).map((
      [name, rows],
    ): [string, Float64Array] => [name, Float64Array.from(rows.flat())]),
  ]);
  return {
    symbols,
    indexOf: (symbol) => symbols.indexOf(symbol),
    assets,
    length,
    time: Float64Array.from(
      times ?? Array.from({ length }, (_, t) => Date.UTC(2020, 0, 6) + t * 86_400_000),
    ),
    open: named.get("open")!,
    high: named.get("high")!,
    low: named.get("low")!,
    close: named.get("close")!,
    volume: named.get("volume")!,
    columns: named,
    present: Uint8Array.from(named.get("close")!, (close) => Number.isNaN(close) ? 0 : 1),
    priceOnly: false,
  };
}
