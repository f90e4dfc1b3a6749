import { readZone } from "./dates.ts";
import { describe } from "./describe.ts";
import { type Problem, throwProblems } from "./problem.ts";
import { inside, readChoice, type Reading, readNumber, readObject, report } from "./read_object.ts";
import { readTiers } from "./tiers.ts";
import type {
  Commission,
  Execution,
  Financing,
  Settings,
  Slippage,
  StatisticsSettings,
} from "./types.ts";

/** Settings as written: everything may be left out. */
export type SettingsInput = {
  readonly [K in keyof Settings]?: Settings[K] extends object ? Partial<Settings[K]> : Settings[K];
};

/** The values each choice may have, the default first. */
export const choices = {
  cashPolicy: ["reduce", "reject", "unlimited"],
  preset: ["default"],
  fill: ["nextOpen", "close"],
  ambiguity: ["stop", "target", "nearestOpen"],
  entryBarStops: [true, false],
  trailTiming: ["previous", "current"],
  opposite: ["reverse", "close", "ignore"],
  conflict: ["none", "long", "short"],
  cooldownAfter: ["any", "loss"],
  atEnd: ["open", "close"],
  returns: ["auto", "bar", "day", "week", "month"],
} as const;

/** Bounds and defaults of the numbers. */
export const numbers = {
  cash: { default: 100_000, above: 0 },
  leverage: { default: 1, above: 0 },
  lot: { default: 0, min: 0 },
  minQuantity: { default: 0, min: 0 },
  maxQuantity: { default: 0, min: 0 },
  tick: { default: 0, min: 0 },
  percent: { default: 0, min: 0 },
  perUnit: { default: 0, min: 0 },
  perOrder: { default: 0, min: 0 },
  minimum: { default: 0, min: 0 },
  maximum: { default: 0, min: 0 },
  fixed: { default: 0, min: 0 },
  spread: { default: 0, min: 0 },
  ticks: { default: 0, min: 0 },
  impact: { default: 0, min: 0 },
  borrow: { default: 0, min: 0 },
  interest: { default: 0, min: 0 },
  marginInterest: { default: 0, min: 0 },
  pyramid: { default: 0, min: 0, max: 1e6, integer: true },
  cooldown: { default: 0, min: 0, max: 1e8, integer: true },
  maxTradesPerDay: { default: 0, min: 0, max: 1e8, integer: true },
  periodsPerYear: { default: 0, min: 0 },
} as const;

/**
 * Complete, checked, frozen run settings.
 *
 * @param input Settings as written; what is left out has its default.
 * @throws {DefinitionError} With every problem at once.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(settings({ commission: { percent: 0.001 } }).cash, 100_000);
 * ```
 */
export function settings(input: SettingsInput = {}): Settings {
  const problems: Problem[] = [];
  const made = readSettings(input, { path: "", problems });
  throwProblems("use the settings", problems);
  return made;
}

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

function readSettings(input: unknown, reading: Reading): Settings {
  const top = new Fields(input, reading, topKeys);
  const group = (key: keyof typeof groups): Fields => new Fields(...top.at(key), groups[key]);
  const made: Settings = {
    cash: top.number("cash"),
    leverage: top.number("leverage"),
    cashPolicy: top.choice("cashPolicy"),
    lot: top.number("lot"),
    minQuantity: top.number("minQuantity"),
    maxQuantity: top.number("maxQuantity"),
    tick: top.number("tick"),
    commission: readCommission(group("commission")),
    slippage: readSlippage(group("slippage")),
    financing: readFinancing(group("financing")),
    execution: readExecution(group("execution")),
    statistics: readStatistics(group("statistics")),
  };
  refuseTogether(made, reading);
  return Object.freeze(made);
}

function readCommission(fields: Fields): Commission {
  return Object.freeze({
    percent: fields.number("percent"),
    perUnit: fields.number("perUnit"),
    perOrder: fields.number("perOrder"),
    minimum: fields.number("minimum"),
    maximum: fields.number("maximum"),
    tiers: readTiers(...fields.at("tiers")),
  });
}

function readSlippage(fields: Fields): Slippage {
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

/** Reports settings that cannot stand together. */
function refuseTogether(made: Settings, reading: Reading): void {
  const { minQuantity, maxQuantity, tick, commission, slippage } = made;
  const at = (path: string, message: string, remedy: string): void =>
    report({ ...reading, path }, message, remedy);
  if (maxQuantity > 0 && maxQuantity < minQuantity) {
    const message = `Expected 0 or a number >= minQuantity but found ${maxQuantity}`;
    at("maxQuantity", message, "no entry would have a quantity");
  }
  if (commission.maximum > 0 && commission.maximum < commission.minimum) {
    const message = `Expected 0 or a number >= minimum but found ${commission.maximum}`;
    at("commission.maximum", message, "raise it or lower minimum");
  }
  if (commission.tiers.length > 0 && commission.percent > 0) {
    const message = `Expected 0 beside tiers but found ${commission.percent}`;
    at("commission.percent", message, "tiers have percents of their own");
  }
  if (slippage.ticks > 0 && tick === 0) {
    const message = `Expected 0 without a tick but found ${slippage.ticks}`;
    at("slippage.ticks", message, "set tick to the smallest step of a price");
  }
}
