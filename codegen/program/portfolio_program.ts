import type { Settings } from "../define/types.ts";
import { barsColumn } from "./column_source.ts";
import { Lowering } from "./lower.ts";
import { lowerSettings } from "./lower_settings.ts";
import type { NumberSlot, Program } from "./program.ts";
import { settingsShape, type Shape } from "./shape.ts";

/** The settings of one asset: those of the account, with what is its own in their place. */
export interface AssetNumbers extends Settings {
  /** Money that one unit makes of a price of 1. */
  readonly multiplier: number;
}

/** What a run over many assets is compiled for. */
export interface PortfolioConfig {
  /** Settings of the account. */
  readonly settings: Settings;
  /** Settings of each asset; empty where no asset has any of its own. */
  readonly assets: readonly AssetNumbers[];
  /** Whether market orders close before others open. */
  readonly splits: boolean;
  /** Whether longs can be bought with what shorts bring in. */
  readonly credit: boolean;
}

/** Which orders and rules have been seen so far: the code for others is left out. */
export interface PortfolioNeeds {
  readonly stops: boolean;
  readonly gains: boolean;
  readonly trails: boolean;
  readonly trailsAfter: boolean;
  readonly breakEven: boolean;
  readonly timeStops: boolean;
  /** Parts that go out at gains. */
  readonly parts: boolean;
  readonly sessions: boolean;
  /** Orders that wait for a price. */
  readonly resting: boolean;
  /** Orders that fill at a close. */
  readonly onClose: boolean;
  /** Orders that turn a position round, or whose quantity follows from the account when they fill. */
  readonly atFill: boolean;
  /** Whether other orders, or code, are told of fills. */
  readonly told: boolean;
}

/** Nothing but market orders. */
export const noNeeds: PortfolioNeeds = {
  stops: false,
  gains: false,
  trails: false,
  trailsAfter: false,
  breakEven: false,
  timeStops: false,
  parts: false,
  sessions: false,
  resting: false,
  onClose: false,
  atFill: false,
  told: false,
};

/** The structure of a run over many assets: both sides, additions, quantities that orders bring with them. */
export interface PortfolioShape extends Shape, Omit<PortfolioConfig, "settings" | "assets"> {
  readonly needs: PortfolioNeeds;
  /** Whether costs and the like are those of each asset. */
  readonly perAsset: boolean;
}

/** The program of a portfolio run with its shape. */
export interface PortfolioProgram extends Program {
  readonly shape: PortfolioShape;
  /** Numbers that each asset has of its own. */
  readonly assetNumbers: readonly NumberSlot[];
}

/** The structure of a portfolio run. */
export function portfolioShape(config: PortfolioConfig, needs: PortfolioNeeds): PortfolioShape {
  const { settings, assets, splits, credit } = config;
  const all = assets.length === 0 ? [settings] : assets;
  const rules = {
    ...(needs.stops ? { stop: "own" as const } : {}),
    ...(needs.gains ? { take: "own" as const } : {}),
    ...(needs.trails ? { trail: "own" as const } : {}),
    ...(needs.trails && needs.trailsAfter ? { trailAfter: "own" as const } : {}),
    ...(needs.breakEven ? { breakEven: "own" as const } : {}),
    ...(needs.parts ? { scaleOut: { form: "fraction" as const, parts: 0, own: true } } : {}),
    ...(needs.sessions ? { session: "own" } : {}),
  };
  return {
    long: true,
    short: true,
    time: false,
    ...all.map(settingsShape).reduce(either),
    ...rules,
    size: "units",
    pyramid: true,
    manyAssets: true,
    mixedImpact: all.some(({ slippage }) => slippage.impact > 0) &&
      all.some(({ slippage }) => slippage.impact === 0),
    multiplier: assets.some(({ multiplier }) => multiplier !== 1),
    needs,
    perAsset: assets.length > 0,
    splits,
    credit,
  };
}

/** What either of two structures has: terms that some assets have are there for all. */
function either<T extends object>(a: T, b: T): T {
  const merged = Object.keys({ ...a, ...b }).map((key) => {
    const [one, other] = [a[key as keyof T], b[key as keyof T]];
    if (typeof one === "object" && one !== null) return [key, either(one, other as object)];
    return [key, typeof one === "boolean" ? one || other : one];
  });
  return Object.fromEntries(merged);
}

/** Numbers that an asset can have of its own. */
const ofAssets = new Set([
  "lot",
  "tick",
  "feePercent",
  "feePerUnit",
  "feePerOrder",
  "feeMinimum",
  "feeMaximum",
  "slipPercent",
  "slipFixed",
  "slipSpread",
  "slipTicks",
  "slipImpact",
  "borrowRate",
]);

/** The program of a portfolio run: no signals, only the numbers of the settings. */
export function portfolioProgram(shape: PortfolioShape): PortfolioProgram {
  const lowering = new Lowering();
  lowerSettings({}, shape, lowering);
  const columns = ["open", "high", "low", "close", "volume"].map((column) => barsColumn(column));
  const { funding } = shape.financing;
  const own = ({ word }: NumberSlot): boolean => shape.perAsset && ofAssets.has(word);
  return {
    shape,
    nodes: [],
    signals: new Map(),
    listed: false,
    values: new Map(),
    columns: [
      ...columns,
      { kind: "time" },
      ...(funding === undefined ? [] : [barsColumn(funding)]),
    ],
    numbers: lowering.numbers.filter((slot) => !own(slot)),
    assetNumbers: lowering.numbers.filter(own),
    history: () => 0,
    windows: [],
  };
}

/** So small a step that every price and quantity lies on it: no step at all. */
const noStep = 2 ** -200;

/** What an asset's number is where the setting is not there for it, but for others: a term that changes no bit. */
export function assetNumber({ word, value }: NumberSlot, asset: AssetNumbers): number {
  const found = value(new Map(), asset);
  if (found !== 0) return found;
  if (word === "lot" || word === "tick") return noStep;
  return word === "feeMinimum" ? -Infinity : word === "feeMaximum" ? Infinity : 0;
}
