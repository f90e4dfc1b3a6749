import { readZone } from "../../codegen/define/dates.ts";
import { describe } from "../../codegen/define/describe.ts";
import { didYouMean, type Problem, throwProblems } from "../../codegen/define/problem.ts";
import {
  inside,
  readChoice,
  type Reading,
  readNumber,
  readObject,
  report,
} from "../../codegen/define/read_object.ts";
import { readCommission, readSettings, readSlippage } from "../../codegen/define/read_settings.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import { numbers, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Commission, Execution, Slippage } from "../../codegen/define/types.ts";
import type { Panel } from "../data/panel.ts";
import { orderPriorities, type OrderPriority } from "./order_codes.ts";
import { readNumberRules } from "./number_rules.ts";
import { refuseForPanel } from "./refuse_for_panel.ts";
import type { AssetSettings, PortfolioSettings } from "./settings.ts";

/** What differs for one asset, as written; groups stand as a whole, and what is left out is that of the account. */
export interface AssetSettingsInput {
  /** Money that one unit makes of a price of 1, > 0; 1 if left out. */
  readonly multiplier?: number;
  /** Smallest step of a price; 0: any price. */
  readonly tick?: number;
  /** Smallest step of a quantity; 0: any quantity. */
  readonly lot?: number;
  /** Commission of each fill, in place of the account's. */
  readonly commission?: Partial<Commission>;
  /** Slippage of each fill, in place of the account's. */
  readonly slippage?: Partial<Slippage>;
  /** Annual rate paid on the value of a short position. */
  readonly borrow?: number;
  /** Share of a bar's volume that all fills on it may take together, 0 to 1; 0: no limit. */
  readonly participation?: number;
  /** Rules of positions in it, with numbers only; each takes the place of the rule of its type of the account. */
  readonly rules?: readonly RuleInput[];
}

/** Settings of a run over a panel as written: everything may be left out. */
export interface PortfolioSettingsInput extends SettingsInput {
  /** Which market orders of one open fill first; default `"exitsFirst"`. */
  readonly orderPriority?: OrderPriority;
  /** Whether what a short sale brings in can be spent on long positions; default `"margin"`: not. */
  readonly shortProceeds?: "margin" | "credit";
  /** Positions that may be open at once; 0, the default: any number. */
  readonly maxPositions?: number;
  /**
   * Share of a bar's volume that all fills of an asset on it may take together, 0 to 1; what does not fit is tried again on
   * the bars that follow. 0, the default: no limit.
   */
  readonly participation?: number;
  /** IANA time zone whose dates end day orders, and of `execution.zone` where that is left out; default `"UTC"`. */
  readonly zone?: string;
  /** Rules of every position, with numbers only. */
  readonly rules?: readonly RuleInput[];
  /** What differs, by symbol. */
  readonly assets?: Readonly<Record<string, AssetSettingsInput>>;
  /** Name of the group of an asset, such as its sector, by symbol: the result adds its assets up. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Of a strategy: which entries come first, those for which the value of this text is highest; by index if left out. */
  readonly rank?: string;
}

/** Complete settings of a run over a panel, with what is read before it and after it. */
export interface GroupedSettings extends PortfolioSettings {
  /** Text by which a strategy ranks entries; empty: by index. */
  readonly rank: string;
  /** Name of the group of an asset, such as its sector, by symbol. */
  readonly groups: Readonly<Record<string, string>>;
}

/** The values each choice may have, the default first. */
export const portfolioChoices = {
  orderPriority: orderPriorities,
  shortProceeds: ["margin", "credit"],
} as const;

/** Bounds and defaults of the numbers that only portfolios have. */
export const portfolioNumbers = {
  maxPositions: { default: 0, min: 0, integer: true },
  participation: { default: 0, min: 0, max: 1 },
  multiplier: { default: 1, above: 0 },
} as const;

/** Longest name of a group. */
export const longestGroup = 100;

const ownKeys = [
  "orderPriority",
  "shortProceeds",
  "maxPositions",
  "participation",
  "zone",
  "rules",
  "assets",
  "groups",
  "rank",
];
const assetKeys = [
  "multiplier",
  "tick",
  "lot",
  "commission",
  "slippage",
  "borrow",
  "participation",
  "rules",
];

/**
 * Complete, checked, frozen settings of a run over a panel.
 *
 * @param input Settings as written; what is left out has its default.
 * @param panel The panel, whose symbols and columns the settings may name.
 * @throws {DefinitionError} With every problem at once.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const panel = { symbols: ["AAPL", "ES"], columns: new Map() };
 * const made = portfolioSettings({ assets: { ES: { multiplier: 50, tick: 0.25 } } }, panel);
 * assertEquals([made.orderPriority, made.assets.ES.multiplier], ["exitsFirst", 50]);
 * ```
 */
export function portfolioSettings(
  input: PortfolioSettingsInput,
  panel: Pick<Panel, "symbols" | "columns">,
): GroupedSettings {
  const problems: Problem[] = [];
  const reading: Reading = { path: "", problems };
  const base = readSettings(input, reading, ownKeys);
  const own: Record<string, unknown> = typeof input === "object" && input !== null
    ? { ...input }
    : {};
  const at = (key: string): [unknown, Reading] => [own[key], inside(reading, key)];
  const zone = readZone(...at("zone"));
  const hasZone = (own.execution as Partial<Execution> | undefined)?.zone !== undefined;
  const made: GroupedSettings = {
    ...base,
    execution: hasZone ? base.execution : Object.freeze({ ...base.execution, zone }),
    orderPriority: readChoice(...at("orderPriority"), portfolioChoices.orderPriority),
    shortProceeds: readChoice(...at("shortProceeds"), portfolioChoices.shortProceeds),
    maxPositions: readNumber(...at("maxPositions"), portfolioNumbers.maxPositions),
    participation: readNumber(...at("participation"), portfolioNumbers.participation),
    zone,
    rules: readNumberRules(...at("rules")),
    assets: readBySymbol(...at("assets"), panel.symbols, readAsset),
    groups: readBySymbol(...at("groups"), panel.symbols, readGroup),
    rank: readRank(...at("rank")),
  };
  refuseForPanel(made, panel, reading);
  throwProblems("use the settings of the portfolio", problems);
  return Object.freeze(made);
}

/** Reads an object whose keys are symbols of the panel. */
function readBySymbol<Kind>(
  value: unknown,
  reading: Reading,
  symbols: readonly string[],
  read: (value: unknown, reading: Reading) => Kind,
): Readonly<Record<string, Kind>> {
  const entries = value === undefined ? undefined : readObject(value, reading);
  const known = new Set(symbols);
  // Without a prototype: a symbol may be called as its properties are.
  const made: Record<string, Kind> = Object.create(null);
  for (const [symbol, own] of entries ?? []) {
    const place = inside(reading, symbol);
    if (known.has(symbol)) made[symbol] = read(own, place);
    else {
      const some = symbols.slice(0, 5).join(", ") + (symbols.length > 5 ? ", …" : "");
      const message = `Expected a symbol of the panel (${some}) but found ${
        JSON.stringify(symbol)
      }`;
      report(place, message, didYouMean(symbol, symbols).remedy);
    }
  }
  return Object.freeze(made);
}

function readGroup(value: unknown, reading: Reading): string {
  if (typeof value === "string" && value.trim() !== "" && value.length <= longestGroup) {
    return value;
  }
  const wanted = `the name of a group, of 1 to ${longestGroup} characters`;
  report(reading, `Expected ${wanted}, but found ${describe(value)}`);
  return "";
}

/** What the text means is for the strategy to say, whose parameters it may name. */
function readRank(value: unknown, reading: Reading): string {
  if (value === undefined || typeof value === "string") return value ?? "";
  report(reading, `Expected the text of an expression but found ${describe(value)}`);
  return "";
}

function readAsset(value: unknown, reading: Reading): AssetSettings {
  const given = readObject(value, reading, assetKeys) ?? new Map<string, unknown>();
  const at = (key: string): [unknown, Reading] => [given.get(key), inside(reading, key)];
  const made = {
    multiplier: readNumber(...at("multiplier"), portfolioNumbers.multiplier),
    tick: readNumber(...at("tick"), numbers.tick),
    lot: readNumber(...at("lot"), numbers.lot),
    commission: readCommission(...at("commission")),
    slippage: readSlippage(...at("slippage")),
    borrow: readNumber(...at("borrow"), numbers.borrow),
    participation: readNumber(...at("participation"), portfolioNumbers.participation),
    rules: readNumberRules(...at("rules")),
  };
  // What is left out is not there, so that it is that of the account.
  return Object.freeze(Object.fromEntries(Object.entries(made).filter(([key]) => given.has(key))));
}
