import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { exitReasons } from "../../codegen/define/reasons.ts";
import { settings } from "../../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { handBars, seededBars } from "./bars.ts";
import { assertSameRun } from "./same_run.ts";
import { EmptyCell, type Row } from "./row.ts";
import type { RuleExample, SizeExample } from "./rule_examples.ts";

/** Rules and their forms, sizes, examples of both and what random definitions hold. */
export interface RuleRowOptions {
  readonly rules: Readonly<Record<string, { readonly forms: readonly string[] }>>;
  readonly sizes: Readonly<Record<string, unknown>>;
  readonly ruleExamples: Readonly<Record<string, RuleExample>>;
  readonly sizeExamples: Readonly<Record<string, SizeExample>>;
  readonly fuzzed: ReadonlySet<string>;
}

/** One row for each form of each rule, and for each size. */
export function ruleRows(options: RuleRowOptions): Row[] {
  const { rules, sizes, ruleExamples, sizeExamples, fuzzed } = options;
  const forms = Object.entries(rules).flatMap(([rule, { forms }]) =>
    forms.map((form) => `${rule} ${form}`)
  );
  return [
    ...forms.map((name) =>
      row(`rule ${name}`, fuzzed.has(name), {
        example: own(ruleExamples, name),
        define: ({ risk }) => ({ risk: [risk] }),
        check: (given, output) => checkExit(given, { output, reason: name.split(" ")[0] }),
      })
    ),
    ...Object.keys(sizes).map((name) =>
      row(`size ${name}`, fuzzed.has(`size ${name}`), {
        example: own(sizeExamples, name),
        define: ({ size }) => ({ size }),
        check: ({ quantity }, { trades }) =>
          assertAlmostEquals(trades.quantity[0], quantity, 1e-12, "another quantity"),
      })
    ),
  ];
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What is particular to rules and to sizes. */
interface Particulars<Example> {
  readonly example: Example | undefined;
  readonly define: (
    written: { readonly risk: never; readonly size: never },
  ) => Partial<StrategyInput>;
  readonly check: (example: Example, output: RunOutput) => void;
}

const add = "write an example of it in tests/matrix/rule_examples.ts, " +
  "and its builder in codegen/define/rule_builders.ts";
const remedies = {
  builder: add,
  text: add,
  JSON: add,
  reference: add,
  compiled: add,
  fuzz: "let tests/fuzz/strategies.ts make it",
} as const;

function row<Example extends { readonly text: unknown; readonly built: unknown }>(
  name: string,
  fuzzed: boolean,
  { example, define, check }: Particulars<Example>,
): Row {
  const make = (written: unknown, enter = "u == 3"): Strategy => {
    const part = define({ risk: written as never, size: written as never });
    return strategy({ name: "matrix", long: { enter }, size: { units: 1 }, ...part });
  };
  const cell = (run: (given: Example) => void) => (): void => {
    if (example === undefined) throw new EmptyCell();
    run(example);
  };
  return {
    name,
    remedies,
    cells: {
      builder: cell(({ built }) => assert(Object.isFrozen(make(built)))),
      text: cell(({ text, built }) => assertEquals(make(text), make(built))),
      JSON: cell(({ built }) =>
        assertEquals(strategy(JSON.parse(JSON.stringify(make(built)))), make(built))
      ),
      reference: cell((given) =>
        check(given, runReference(make(given.built), handBars, { settings: plain }))
      ),
      compiled: cell(({ built }) => {
        checkCompiled(make(built), handBars);
        checkCompiled(make(built, "crossOver(close, sma(close, 5))"), seeded);
      }),
      fuzz(): void {
        if (!fuzzed) throw new EmptyCell();
      },
    },
  };
}

const plain = settings({ cash: 1000 });
const seeded = seededBars(300, 2);

function checkCompiled(made: Strategy, bars: Bars): void {
  const reference = runReference(made, bars, { settings: plain });
  assert(reference.trades.count > 0, "no trade");
  for (const chunk of [1, 7, 1000]) {
    const compiled = runCompiled(made, bars, { settings: plain, chunk });
    assertSameRun(compiled, reference, `in chunks of ${chunk}`);
  }
}

function checkExit(
  { exitIndex, exitPrice }: RuleExample,
  { output, reason }: { readonly output: RunOutput; readonly reason: string },
): void {
  const { trades } = output;
  assertEquals(trades.entryIndex[0], 4, "another entry");
  assertEquals(exitReasons[trades.reason[0]], reason);
  assertEquals(trades.exitIndex[0], exitIndex, "another bar");
  assertEquals(trades.exitPrice[0], exitPrice, "another price");
}
