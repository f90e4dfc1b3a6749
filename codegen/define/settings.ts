import { type Problem, throwProblems } from "./problem.ts";
import { inside, readChoice, type Reading, readNumber, readObject } from "./read_object.ts";
import type { Settings } from "./types.ts";
import { refuseZone } from "./zone.ts";

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
  pyramid: [0],
  atEnd: ["open", "close"],
  returns: ["auto", "bar", "day", "week", "month"],
} as const;

/** Bounds and defaults of the numbers. */
export const numbers = {
  cash: { default: 100_000, above: 0 },
  leverage: { default: 1, above: 0 },
  lot: { default: 0, min: 0 },
  percent: { default: 0, min: 0 },
  perUnit: { default: 0, min: 0 },
  perOrder: { default: 0, min: 0 },
  minimum: { default: 0, min: 0 },
  fixed: { default: 0, min: 0 },
  cooldown: { default: 0, min: 0, max: 1e8, integer: true },
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

const topKeys = [
  "cash",
  "leverage",
  "cashPolicy",
  "lot",
  "commission",
  "slippage",
  "execution",
  "statistics",
];
const commissionKeys = ["percent", "perUnit", "perOrder", "minimum"] as const;
const slippageKeys = ["percent", "fixed"] as const;
const executionKeys = [
  "preset",
  "fill",
  "ambiguity",
  "entryBarStops",
  "trailTiming",
  "opposite",
  "conflict",
  "pyramid",
  "cooldown",
  "atEnd",
];
const statisticsKeys = ["returns", "zone", "periodsPerYear"];

function readSettings(input: unknown, reading: Reading): Settings {
  const top = new Fields(input, reading, topKeys);
  const commission = new Fields(...top.at("commission"), commissionKeys);
  const slippage = new Fields(...top.at("slippage"), slippageKeys);
  const execution = new Fields(...top.at("execution"), executionKeys);
  const statistics = new Fields(...top.at("statistics"), statisticsKeys);
  return Object.freeze({
    cash: top.number("cash"),
    leverage: top.number("leverage"),
    cashPolicy: top.choice("cashPolicy"),
    lot: top.number("lot"),
    commission: Object.freeze({
      percent: commission.number("percent"),
      perUnit: commission.number("perUnit"),
      perOrder: commission.number("perOrder"),
      minimum: commission.number("minimum"),
    }),
    slippage: Object.freeze({
      percent: slippage.number("percent"),
      fixed: slippage.number("fixed"),
    }),
    execution: Object.freeze({
      preset: execution.choice("preset"),
      fill: execution.choice("fill"),
      ambiguity: execution.choice("ambiguity"),
      entryBarStops: execution.choice("entryBarStops"),
      trailTiming: execution.choice("trailTiming"),
      opposite: execution.choice("opposite"),
      conflict: execution.choice("conflict"),
      pyramid: execution.choice("pyramid"),
      cooldown: execution.number("cooldown"),
      atEnd: execution.choice("atEnd"),
    }),
    statistics: Object.freeze({
      returns: statistics.choice("returns"),
      zone: readZone(...statistics.at("zone")),
      periodsPerYear: statistics.number("periodsPerYear"),
    }),
  });
}

function readZone(value: unknown, reading: Reading): string {
  if (value === undefined || value === "UTC") return "UTC";
  const refused = refuseZone(value);
  if (refused === undefined) return value as string;
  reading.problems.push({ path: reading.path, ...refused });
  return "UTC";
}
