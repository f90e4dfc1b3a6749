import { assertAlmostEquals, assertEquals } from "@std/assert";
import { exitReasons } from "../../codegen/define/reasons.ts";
import type { RuleInput } from "../../codegen/define/rules.ts";
import type { SizeInput } from "../../codegen/define/sizes.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import { type RuleForms, ruleNames } from "../fuzz/parts.ts";
import { definitionRow } from "./definition_row.ts";
import type { Row } from "./row.ts";
import type { RuleExample } from "./rule_examples.ts";
import type { SizeExample } from "./size_examples.ts";

/** Rules and their forms, sizes, examples of both and what random definitions hold. */
export interface RuleRowOptions {
  readonly rules: RuleForms;
  readonly sizes: Readonly<Record<string, unknown>>;
  readonly ruleExamples: Readonly<Record<string, RuleExample>>;
  readonly sizeExamples: Readonly<Record<string, SizeExample>>;
  /** Names as of `partsOf`. */
  readonly fuzzed: ReadonlySet<string>;
}

const generator = "tests/fuzz/strategies.ts";

/** One row for each form of each rule and of each `after`, and for each size. */
export function ruleRows(options: RuleRowOptions): Row[] {
  const { rules, sizes, ruleExamples, sizeExamples, fuzzed } = options;
  return [
    ...ruleNames(rules).map((name) =>
      definitionRow<RuleInput, RuleExample>(`rule ${name}`, {
        example: own(ruleExamples, name),
        fuzzed: fuzzed.has(`rule ${name}`),
        where: "write an example of it in tests/matrix/rule_examples.ts, " +
          "and its builder in codegen/define/rule_builders.ts",
        generator,
        define: (rule, { enter = "u == 3", beside = [] }) => ({
          long: { enter },
          risk: [...beside, rule],
        }),
        check: (given, output) => checkExit(given, { output, reason: name.split(" ")[0] }),
      })
    ),
    ...Object.keys(sizes).map((name) =>
      definitionRow<SizeInput, SizeExample>(`size ${name}`, {
        example: own(sizeExamples, name),
        fuzzed: fuzzed.has(`size ${name}`),
        where: "write an example of it in tests/matrix/size_examples.ts, " +
          "and its builder in codegen/define/size_builders.ts",
        generator,
        define: (size, { enter = "u == 3", beside = [] }) => ({
          long: { enter },
          risk: beside,
          size,
        }),
        check: ({ quantity, row = 0 }, { trades }) =>
          assertAlmostEquals(trades.quantity[row], quantity, 1e-12, "another quantity"),
      })
    ),
  ];
}

/** The example of this name, if there is one. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function checkExit(
  { entryIndex = 4, exitIndex, exitPrice, quantity = 1 }: RuleExample,
  { output, reason }: { readonly output: RunOutput; readonly reason: string },
): void {
  const { trades } = output;
  assertEquals(trades.entryIndex[0], entryIndex, "another entry");
  assertEquals(exitReasons[trades.reason[0]], reason);
  assertEquals(trades.exitIndex[0], exitIndex, "another bar");
  assertEquals(trades.exitPrice[0], exitPrice, "another price");
  assertEquals(trades.quantity[0], quantity, "another quantity");
}
