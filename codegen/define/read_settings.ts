import { readZone } from "./dates.ts";
import { describe } from "./describe.ts";
import { inside, readChoice, type Reading, readNumber, readObject, report } from "./read_object.ts";
import { choices, numbers } from "./setting_bounds.ts";
import { readTiers } from "./tiers.ts";
import type {
  Commission,
  Execution,
  Financing,
  Settings,
  Slippage,
  StatisticsSettings,
} from "./types.ts";

/** Reads one object of the settings and hands out its fields. */
class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #reading: Reading;

  constructor(value: unknown, reading: Reading, known: readonly string[]) {
    this.#values = readObject(value === undefined ? {} : value, reading, known) ?? new Map();
    this.#reading = reading;
  }

  at(key: string): [unknown, Reading] {
    return [this.#values.get(key), inside(this.#reading, key)];
  }

  number(key: keyof typeof numbers): number {
    return readNumber(...this.at(key), numbers[key]);
  }

  choice<K extends keyof typeof choices>(key: K): typeof choices[K][number] {
    return readChoice<typeof choices[K][number]>(...this.at(key), choices[key]);
  }
}

const groups = {
  commission: ["percent", "perUnit", "perOrder", "minimum", "maximum", "tiers"],
  slippage: ["percent", "fixed", "spread", "ticks", "impact"],
  financing: ["borrow", "interest", "marginInterest", "funding"],
  execution: [
    "preset",
    "fill",
    "ambiguity",
    "entryBarStops",
    "trailTiming",
    "opposite",
    "conflict",
    "pyramid",
    "cooldown",
    "cooldownAfter",
    "maxTradesPerDay",
    "zone",
    "atEnd",
  ],
  statistics: ["returns", "zone", "periodsPerYear"],
} as const;
/** Names of all settings and groups of settings. */
const topKeys = [
  "cash",
  "leverage",
  "cashPolicy",
  "lot",
  "minQuantity",
  "maxQuantity",
  "tick",
  ...Object.keys(groups),
];

/**
 * Reads run settings; what is left out has its default.
 *
 * @param more Names beside those of settings that the caller reads.
 */
export function readSettings(
  input: unknown,
  reading: Reading,
  more: readonly string[] = [],
): Settings {
  const top = new Fields(input, reading, [...topKeys, ...more]);
  const group = (key: keyof typeof groups): Fields => new Fields(...top.at(key), groups[key]);
  const made: Settings = {
    cash: top.number("cash"),
    leverage: top.number("leverage"),
    cashPolicy: top.choice("cashPolicy"),
    lot: top.number("lot"),
    minQuantity: top.number("minQuantity"),
    maxQuantity: top.number("maxQuantity"),
    tick: top.number("tick"),
    commission: readCommission(...top.at("commission")),
    slippage: readSlippage(...top.at("slippage")),
    financing: readFinancing(group("financing")),
    execution: readExecution(group("execution")),
    statistics: readStatistics(group("statistics")),
  };
  refuseQuantities(made, reading);
  return Object.freeze(made);
}

/** Reads a commission. */
export function readCommission(value: unknown, reading: Reading): Commission {
  const fields = new Fields(value, reading, groups.commission);
  const made = Object.freeze({
    percent: fields.number("percent"),
    perUnit: fields.number("perUnit"),
    perOrder: fields.number("perOrder"),
    minimum: fields.number("minimum"),
    maximum: fields.number("maximum"),
    tiers: readTiers(...fields.at("tiers")),
  });
  refuseCommission(made, reading);
  return made;
}

/** Reads a slippage. */
export function readSlippage(value: unknown, reading: Reading): Slippage {
  const fields = new Fields(value, reading, groups.slippage);
  return Object.freeze({
    percent: fields.number("percent"),
    fixed: fields.number("fixed"),
    spread: fields.number("spread"),
    ticks: fields.number("ticks"),
    impact: fields.number("impact"),
  });
}

function readFinancing(fields: Fields): Financing {
  return Object.freeze({
    borrow: fields.number("borrow"),
    interest: fields.number("interest"),
    marginInterest: fields.number("marginInterest"),
    funding: readColumnName(...fields.at("funding")),
  });
}

function readExecution(fields: Fields): Execution {
  return Object.freeze({
    preset: fields.choice("preset"),
    fill: fields.choice("fill"),
    ambiguity: fields.choice("ambiguity"),
    entryBarStops: fields.choice("entryBarStops"),
    trailTiming: fields.choice("trailTiming"),
    opposite: fields.choice("opposite"),
    conflict: fields.choice("conflict"),
    pyramid: fields.number("pyramid"),
    cooldown: fields.number("cooldown"),
    cooldownAfter: fields.choice("cooldownAfter"),
    maxTradesPerDay: fields.number("maxTradesPerDay"),
    zone: readZone(...fields.at("zone")),
    atEnd: fields.choice("atEnd"),
  });
}

function readStatistics(fields: Fields): StatisticsSettings {
  return Object.freeze({
    returns: fields.choice("returns"),
    zone: readZone(...fields.at("zone")),
    periodsPerYear: fields.number("periodsPerYear"),
  });
}

function readColumnName(value: unknown, reading: Reading): string {
  if (value === undefined) return "";
  if (typeof value === "string" && value.length <= 200) return value;
  report(reading, `Expected the name of a column, or "" for none, but found ${describe(value)}`);
  return "";
}

function refuseQuantities({ minQuantity, maxQuantity }: Settings, reading: Reading): void {
  if (maxQuantity === 0 || maxQuantity >= minQuantity) return;
  const message = `Expected 0 or a number >= minQuantity but found ${maxQuantity}`;
  report(inside(reading, "maxQuantity"), message, "no entry would have a quantity");
}

function refuseCommission(
  { minimum, maximum, tiers, percent }: Commission,
  reading: Reading,
): void {
  if (maximum > 0 && maximum < minimum) {
    const message = `Expected 0 or a number >= minimum but found ${maximum}`;
    report(inside(reading, "maximum"), message, "raise it or lower minimum");
  }
  if (tiers.length > 0 && percent > 0) {
    const message = `Expected 0 beside tiers but found ${percent}`;
    report(inside(reading, "percent"), message, "tiers have percents of their own");
  }
}
