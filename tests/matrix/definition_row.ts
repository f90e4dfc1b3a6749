import { assert, assertEquals } from "@std/assert";
import { settings } from "../../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { Bars } from "../../engine/data/bars.ts";
import { runReference } from "../../engine/reference/mod.ts";
import { runCompiled } from "../../engine/run/compiled.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { handBars, seededBars } from "./bars.ts";
import { assertSameRun } from "./same_run.ts";
import { type CellName, EmptyCell, type Row } from "./row.ts";

/** A use of a part of a definition, and what is shown of it. */
export interface PartExample<Input> {
  /** With text, if it holds expressions. */
  readonly text?: Input;
  /** In a shorter way of writing, if it has one. */
  readonly shorter?: Input;
  /** By builder. */
  readonly built: Input;
}

/** What is particular to a kind of part. */
export interface Particulars<Input, Example extends PartExample<Input>> {
  readonly example: Example | undefined;
  /** Whether random definitions hold it. */
  readonly fuzzed: boolean;
  /** Where to write an example, and its builder. */
  readonly where: string;
  /** Which generator should make it. */
  readonly generator: string;
  /** The definition that uses it on `handBars`. */
  readonly define: (written: Input, example: Example) => Partial<StrategyInput>;
  /** Asserts what a run over `handBars` with 1000 of cash did. */
  readonly check: (example: Example, output: RunOutput) => void;
  /** The bars that are run over. */
  readonly bars?: (example: Example) => Bars;
}

/** The row of a part of a definition; a part without expressions has no text cell. */
export function definitionRow<Input, Example extends PartExample<Input>>(
  name: string,
  particulars: Particulars<Input, Example>,
): Row {
  const { example, fuzzed, where, generator, define, check } = particulars;
  const bars = particulars.bars ?? (() => handBars);
  const make = (written: Input, given: Example): Strategy =>
    strategy(completed(define(written, given)));
  const cell = (run: (given: Example) => void) => (): void => {
    if (example === undefined) throw new EmptyCell();
    run(example);
  };
  const textCell = cell((given) => {
    const built = make(given.built, given);
    for (const written of [given.text, given.shorter]) {
      if (written !== undefined) assertEquals(make(written, given), built);
    }
  });
  const hasText = example === undefined || example.text !== undefined ||
    example.shorter !== undefined;
  return {
    name,
    remedies: remediesOf(where, generator),
    cells: {
      builder: cell((given) => assert(Object.isFrozen(make(given.built, given)))),
      ...(hasText ? { text: textCell } : {}),
      JSON: cell((given) => {
        const made = make(given.built, given);
        assertEquals(strategy(JSON.parse(JSON.stringify(made))), made);
      }),
      reference: cell((given) =>
        check(given, runReference(make(given.built, given), bars(given), { settings: plain }))
      ),
      compiled: cell((given) => {
        checkCompiled(make(given.built, given), bars(given));
        const input = completed(define(given.built, given));
        for (const long of [days, hours]) {
          const output = checkCompiled(strategy(oftenEntered(input)), long);
          const met = output.trades.count > 0 || output.refused.some((times) => times > 0);
          assert(met, "nothing happens on longer bars");
        }
      }),
      fuzz(): void {
        if (!fuzzed) throw new EmptyCell();
      },
    },
  };
}

function remediesOf(where: string, generator: string): Partial<Record<CellName, string>> {
  const names = ["builder", "text", "JSON", "reference", "compiled"] as const;
  return {
    ...Object.fromEntries(names.map((name) => [name, where])),
    fuzz: `let ${generator} make it`,
  };
}

/** A long position of one unit by the signal of bar 3 where nothing else is said. */
function completed(part: Partial<StrategyInput>): StrategyInput {
  return { name: "matrix", long: { enter: "u == 3" }, size: { units: 1 }, ...part };
}

/** The same with signals that are true now and then on any bars. */
function oftenEntered({ long, ...rest }: StrategyInput): StrategyInput {
  const enter = "crossOver(close, sma(close, 5))";
  const exit = long!.exit === undefined ? {} : { exit: "crossUnder(close, sma(close, 5))" };
  return { ...rest, long: { ...long!, enter, ...exit } };
}

const plain = settings({ cash: 1000 });
const days = seededBars(300, 2);
const hours: Bars = { ...days, time: days.time.map((time) => time / 24 * 5) };

function checkCompiled(made: Strategy, bars: Bars): RunOutput {
  const reference = runReference(made, bars, { settings: plain });
  for (const chunk of [1, 7, 1000]) {
    const compiled = runCompiled(made, bars, { settings: plain, chunk });
    assertSameRun(compiled, reference, `in chunks of ${chunk}`);
  }
  return reference;
}
