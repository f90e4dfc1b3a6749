import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { filterSpecs } from "../codegen/define/filter.ts";
import { functions } from "../codegen/define/functions.ts";
import { orderSpecs } from "../codegen/define/orders.ts";
import { exitReasons, orderReasons } from "../codegen/define/reasons.ts";
import { ruleSpecs } from "../codegen/define/rules.ts";
import { sizeSpecs } from "../codegen/define/sizes.ts";
import { choices, numbers } from "../codegen/define/settings.ts";
import { orderNames, ruleNames } from "./fuzz/parts.ts";
import { functionExamples } from "./matrix/examples.ts";
import { functionRows, rowNames } from "./matrix/function_rows.ts";
import { fuzzedDefinitions, fuzzedReasons, fuzzedSettings } from "./matrix/fuzzed.ts";
import { filterExamples, orderExamples } from "./matrix/order_examples.ts";
import { orderRows } from "./matrix/order_rows.ts";
import { reasonRows } from "./matrix/reason_rows.ts";
import { assertFull, reportRows } from "./matrix/row.ts";
import { ruleExamples } from "./matrix/rule_examples.ts";
import { ruleRows } from "./matrix/rule_rows.ts";
import { settingRows } from "./matrix/setting_rows.ts";
import { sizeExamples } from "./matrix/size_examples.ts";

const seed = 1;
let definitions: ReadonlySet<string> | undefined;
/** Names in 3000 random definitions; drawn once for the tests that ask. */
function fuzzedNames(): ReadonlySet<string> {
  return definitions ??= fuzzedDefinitions(3000, seed);
}

Deno.test("functions fill every cell of the matrix", () => {
  const options = { examples: functionExamples, fuzzed: fuzzedNames() };
  assertFull(functionRows(functions.values(), options));
});

Deno.test("rules and sizes fill every cell of the matrix", () => {
  const fuzzed = fuzzedNames();
  const registries = { rules: ruleSpecs, sizes: sizeSpecs };
  assertFull(ruleRows({ ...registries, ruleExamples, sizeExamples, fuzzed }));
});

Deno.test("orders and filters fill every cell of the matrix", () => {
  const fuzzed = fuzzedNames();
  const registries = { orders: orderSpecs, filters: filterSpecs };
  assertFull(orderRows({ ...registries, orderExamples, filterExamples, fuzzed }));
});

Deno.test("settings fill every cell of the matrix", () => {
  const fuzzed = fuzzedSettings(3000, seed);
  assertFull(settingRows({ choices, numbers, fuzzed }));
});

Deno.test("reasons fill every cell of the matrix", () => {
  const fuzzed = fuzzedReasons(500, seed);
  const registries = { exits: exitReasons, orders: orderReasons };
  assertFull(reasonRows({ ...registries, fuzzed }));
});

Deno.test("the matrix has no example of a name that is in no registry", () => {
  const rows = new Set([...functions.values()].flatMap(rowNames));
  assertEquals(Object.keys(functionExamples).filter((name) => !rows.has(name)), []);
  const sorted = (names: Iterable<string>): string[] => [...names].toSorted();
  assertEquals(sorted(Object.keys(ruleExamples)), sorted(ruleNames(ruleSpecs)));
  assertEquals(sorted(Object.keys(sizeExamples)), sorted(Object.keys(sizeSpecs)));
  assertEquals(sorted(Object.keys(orderExamples)), sorted(orderNames(orderSpecs)));
  assertEquals(sorted(Object.keys(filterExamples)), sorted(Object.keys(filterSpecs)));
});

Deno.test("a function without an example is reported with all of its cells", () => {
  const spec = { ...functions.get("macd")!, name: "vwap", outputs: ["line", "band"] };
  const rows = functionRows([spec], { examples: functionExamples, fuzzed: new Set() });
  const report = reportRows(rows).split("\n");
  assertEquals(report.length, 2);
  assertStringIncludes(report[1], "indicator vwap.band: no builder, text, JSON, reference");
  assertStringIncludes(report[1], "compiled, fuzz: write an example of it in tests/matrix/");
  assertStringIncludes(report[1], "tests/fuzz/expressions.ts");
});

Deno.test("a rule, size, order, filter, setting or reason that nothing exercises is reported", () => {
  const fuzzed = new Set<string>();
  const rules = { ladder: { forms: ["fraction"], after: ["price"] } };
  const missing = [
    ...ruleRows({ rules, sizes: { martingale: {} }, ruleExamples, sizeExamples, fuzzed }),
    ...orderRows({
      orders: { iceberg: { expires: true } },
      filters: { holidays: {} },
      orderExamples,
      filterExamples,
      fuzzed,
    }),
  ];
  const empty = "no builder, text, JSON, reference, compiled, fuzz";
  assertEquals(reportRows(missing).split("\n").map((line) => line.replace(/: (?!no).*/, "")), [
    `rule ladder fraction: ${empty}`,
    `rule ladder after price: ${empty}`,
    `size martingale: ${empty}`,
    `order iceberg entry: ${empty}`,
    `order iceberg exitOrder: ${empty}`,
    `order iceberg expires: ${empty}`,
    `filter holidays: ${empty}`,
  ]);
  const wider = { ...choices, fill: [...choices.fill, "nextClose"] };
  const report = reportRows(settingRows({ choices: wider, numbers, fuzzed }));
  assert(/^setting execution.fill nextClose: no reference, compiled, fuzz/m.test(report), report);
  assert(/^setting execution.fill nextClose: builder: /m.test(report), report);
  const { cooldown: _, ...fewer } = numbers;
  const unread = reportRows(settingRows({ choices, numbers: fewer, fuzzed }));
  assertStringIncludes(unread, "setting execution.cooldown: no builder: enter it in choices");
  const reasons = reasonRows({ exits: ["session"], orders: [], fuzzed });
  assertStringIncludes(reportRows(reasons), "reason exit session: no reference, compiled, fuzz");
});
