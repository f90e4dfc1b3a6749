import { exitReasons, orderReasons } from "../../codegen/define/reasons.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { cases } from "../cases.ts";
import { EmptyCell, type Row } from "./row.ts";

/** The registries of reasons, and those met in random runs, as `exit …` and `order …`. */
export interface ReasonRowOptions {
  readonly exits: readonly string[];
  readonly orders: readonly string[];
  readonly fuzzed: ReadonlySet<string>;
}

const add = "write a case of tests/cases that ends with it";
const remedies = {
  reference: add,
  compiled: add,
  fuzz: "let tests/fuzz make runs that end with it",
} as const;

/** One row for each reason, met in hand-computed cases by both engines and in random runs. */
export function reasonRows({ exits, orders, fuzzed }: ReasonRowOptions): Row[] {
  const reference = new Set<string>();
  const compiled = new Set<string>();
  for (const { strategy, bars, ...options } of cases) {
    addReasons(runReference(strategy, bars, options), reference);
    addReasons(runCompiled(strategy, bars, options), compiled);
  }
  const names = [
    ...exits.map((reason) => `exit ${reason}`),
    ...orders.map((reason) => `order ${reason}`),
  ];
  const cell = (met: ReadonlySet<string>, name: string) => (): void => {
    if (!met.has(name)) throw new EmptyCell();
  };
  return names.map((name) => ({
    name: `reason ${name}`,
    remedies,
    cells: {
      reference: cell(reference, name),
      compiled: cell(compiled, name),
      fuzz: cell(fuzzed, name),
    },
  }));
}

/** Adds the reasons for which a run closed trades and refused orders. */
export function addReasons({ trades, refused }: RunOutput, names: Set<string>): void {
  for (const code of trades.reason.subarray(0, trades.count)) {
    if (code >= 0) names.add(`exit ${exitReasons[code]}`);
  }
  refused.forEach((count, index) => {
    if (count > 0) names.add(`order ${orderReasons[index]}`);
  });
}
