import { assert, assertEquals } from "@std/assert";
import { settings, type SettingsInput } from "../../codegen/define/settings.ts";
import type { Settings } from "../../codegen/define/types.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { backtest } from "../../engine/run/backtest.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import { type Case, cases } from "../cases.ts";
import { seededBars } from "./bars.ts";
import { assertSameRun } from "./same_run.ts";
import { leaves, sameLeaf } from "./leaves.ts";
import { EmptyCell, type Row } from "./row.ts";

/** The registries of settings, and `path=value` and `path` of what random settings hold. */
export interface SettingRowOptions {
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
  readonly numbers: Readonly<Record<string, { readonly default: number }>>;
  readonly fuzzed: ReadonlySet<string>;
}

/** Settings that are read by statistics only. */
const statisticsOnly = "statistics.";

/** What the matrix tries of settings that are neither a choice nor a number. */
const others: Readonly<Record<string, unknown>> = {
  zone: "America/New_York",
  funding: "rate",
  tiers: [{ upTo: 200, percent: 0.01 }, { upTo: 2000, percent: 0.003 }],
};

/** What must stand beside a setting. */
const beside: Readonly<Record<string, SettingsInput>> = { "slippage.ticks": { tick: 0.5 } };

/** One row for each value of each choice, and for each other setting. Settings have no text form. */
export function settingRows(options: SettingRowOptions): Row[] {
  return leaves(settings()).flatMap(([path, standard]) => {
    const key = path.slice(path.lastIndexOf(".") + 1);
    if (Object.hasOwn(options.choices, key)) {
      return options.choices[key].map((value) =>
        row(`${path} ${value}`, { path, value, only: true, ...options })
      );
    }
    const isNumber = Object.hasOwn(options.numbers, key);
    if (!isNumber && !Object.hasOwn(others, key)) return [unregistered(path)];
    const value = isNumber ? Number(standard) + 3 : others[key];
    return [row(path, { path, value, only: false, ...options })];
  });
}

function unregistered(path: string): Row {
  return {
    name: `setting ${path}`,
    remedies: {
      builder: "enter it in choices or numbers of codegen/define/settings.ts, or in others here",
    },
    cells: {
      builder(): void {
        throw new EmptyCell();
      },
    },
  };
}

const remedies = {
  builder: "read it in codegen/define/settings.ts",
  JSON: "read it in codegen/define/settings.ts",
  reference: "write a case of tests/cases in which it matters",
  compiled: "write a case of tests/cases in which it matters",
  fuzz: "let tests/fuzz/settings.ts make it",
} as const;

/** A setting and a value of it. */
interface Tried extends SettingRowOptions {
  readonly path: string;
  readonly value: unknown;
  /** Whether cases and random runs must have this value; else any but the default will do. */
  readonly only: boolean;
}

function row(title: string, { path, value, only, fuzzed }: Tried): Row {
  const nested = nest(path.split("."), value) as SettingsInput;
  const input = { ...beside[path], ...nested };
  const resolved = (): Settings => settings(input);
  const builder = (): void => {
    assertEquals(new Map(leaves(resolved())).get(path), value, "is not read");
    assert(Object.isFrozen(resolved()));
  };
  const JSONCell = (): void =>
    assertEquals(settings(JSON.parse(JSON.stringify(resolved()))), resolved());
  const name = `setting ${title}`;
  if (path.startsWith(statisticsOnly)) {
    // Not met in random runs: both engines' outputs are measured by the same code.
    const measure = (simMode: "batch" | "event") => (): void => checkMeasured(input, simMode);
    const cells = { reference: measure("event"), compiled: measure("batch") };
    return { name, remedies, cells: { builder, JSON: JSONCell, ...cells } };
  }
  const met = (): Case[] => casesWith(path, only ? value : undefined);
  return {
    name,
    remedies,
    cells: {
      builder,
      JSON: JSONCell,
      reference: () => met().forEach((hand) => void runReference(hand.strategy, hand.bars, hand)),
      compiled(): void {
        for (const hand of met()) {
          const reference = runReference(hand.strategy, hand.bars, hand);
          for (const chunk of [1, 7, 1000]) {
            assertSameRun(runCompiled(hand.strategy, hand.bars, { ...hand, chunk }), reference);
          }
        }
      },
      fuzz(): void {
        if (!fuzzed.has(only ? `${path}=${value}` : path)) throw new EmptyCell();
      },
    },
  };
}

const measured = seededBars(300, 3);

function checkMeasured(input: SettingsInput, simMode: "batch" | "event"): void {
  const trend = { name: "matrix", long: { enter: "rising(close, 2)", exit: "falling(close, 2)" } };
  const { statistics } = backtest(trend, measured, { ...input, simMode });
  for (const key of ["volatility", "sharpe", "sortino"] as const) {
    assert(Number.isFinite(statistics[key]), `${key} is ${statistics[key]}`);
  }
}

function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

/** A few hand-computed cases with this value; with any but the default if it is left out. Throws if there are none. */
function casesWith(path: string, value: unknown): Case[] {
  const standard = new Map(leaves(settings())).get(path);
  const found = cases.filter((hand) => {
    const given = new Map(leaves(hand.settings)).get(path);
    return value === undefined ? !sameLeaf(given, standard) : given === value;
  });
  if (found.length === 0) throw new EmptyCell();
  return found.slice(0, 5);
}
