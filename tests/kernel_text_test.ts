import { assert, assertEquals, assertNotMatch } from "@std/assert";
import fc from "fast-check";
import { compile, showCode } from "../codegen/compile.ts";
import { settings, type SettingsInput } from "../codegen/define/settings.ts";
import { strategy, type StrategyInput } from "../codegen/define/strategy.ts";
import type { Strategy } from "../codegen/define/types.ts";
import { arbitrarySettings } from "./fuzz/settings.ts";
import { arbitraryStrategy } from "./fuzz/strategies.ts";
import { rewritten } from "./matrix/rewritten.ts";
import { type TextCase, textCases } from "./kernel_text/definitions.ts";

function codeOf({ strategy: written, settings: given = {}, direction }: TextCase): string {
  return showCode(strategy(written), settings(given), direction);
}

for (const [name, given] of Object.entries(textCases)) {
  Deno.test(`showCode() of ${name}`, async (t) => {
    await t.assertSnapshot(codeOf(given), { serializer: String });
  });
}

/** The text without comments, as words. */
function bare(code: string): string {
  return code.replaceAll(/\/\/.*$/gm, "");
}

const words: Readonly<Record<string, RegExp>> = {
  fees: /fee/i,
  slippage: /slip/i,
  trails: /trail/i,
  stops: /\b(stop|newStop|wantedStop|level)\b/,
  targets: /target/i,
  ambiguity: /ambiguous = |tradeAmbiguous\[/,
  shorts: /short/i,
  lots: /\blots?\b/,
  leverage: /leverage/,
  "time stops": /holdBars/,
  cooldowns: /cooldown/,
  "the end": /lastIndex/,
  "user columns": /user\d/,
  histories: /History|historyBars/,
  "exit signals": /longExit/,
  "values at signals": /signalValues/,
};

const plain = textCases["plain long"];

Deno.test("options that are off leave nothing in the text", () => {
  const code = bare(codeOf(plain));
  for (const [option, pattern] of Object.entries(words)) assertNotMatch(code, pattern, option);
});

Deno.test("an option leaves its words in the text when it is on", () => {
  const all = Object.values(textCases).map((given) => bare(codeOf(given))).join("\n");
  for (const [option, pattern] of Object.entries(words)) {
    assert(pattern.test(all), `no ${option} in any of the snapshots: ${pattern}`);
  }
});

Deno.test("one option that is on leaves the words of no other", () => {
  const on: Readonly<
    Record<string, Partial<TextCase> & { readonly risk?: StrategyInput["risk"] }>
  > = {
    fees: { settings: { commission: { perOrder: 1 } } },
    slippage: { settings: { slippage: { fixed: 1 } } },
    lots: { settings: { lot: 1 } },
    cooldowns: { settings: { execution: { cooldown: 2 } } },
    "time stops": { risk: [{ timeStop: 3 }] },
    targets: { risk: [{ takeProfit: 0.1 }] },
  };
  for (const [option, { settings: given = {}, risk = [] }] of Object.entries(on)) {
    const code = bare(codeOf({
      strategy: { ...plain.strategy, risk },
      settings: { ...plain.settings, ...given },
    }));
    const found = Object.keys(words).filter((other) => words[other].test(code));
    assertEquals(found, [option]);
  }
});

Deno.test("an order of a side that the direction removes leaves nothing in the text", () => {
  const both = textCases["one side of two"];
  assertNotMatch(bare(codeOf(both)), /long/i);
  const long = bare(codeOf({ ...both, direction: "LONG" }));
  assertNotMatch(long, /short/i);
});

Deno.test("definitions that differ in numbers only share one source", () => {
  const first = textCases["both sides, whole fractions, every cost"];
  const numbers = (text: string): string =>
    text.replaceAll(/(?<!\w)\d+(\.\d+)?/g, (n) => `${+n * 3}`);
  const other: TextCase = JSON.parse(
    JSON.stringify(first),
    (_, value) =>
      typeof value === "number" && value < 0.3
        ? value * 2
        : typeof value === "number"
        ? value + 1
        : typeof value === "string" && /\(/.test(value)
        ? numbers(value).replaceAll("bbands(close)", "bbands(close, 7, 3)")
        : value,
  );
  assertEquals(codeOf(other), codeOf(first));
  const sweep = (fast: number): string =>
    codeOf({
      strategy: {
        ...textCases["moving averages with two stops"].strategy,
        params: { fast, slow: 9 },
      },
    });
  assertEquals(sweep(2), sweep(8));
});

Deno.test("definitions that differ in numbers only share one kernel", () => {
  const kernel = (units: number, cash: number): unknown =>
    compile(
      strategy({ name: "x", long: { enter: `close > ${units}` }, size: { units } }),
      settings({ cash }),
    )
      .kernel;
  assert(kernel(2, 3) === kernel(4, 5));
});

/** Literals that indicators are written with. */
const written = [0, 0.015, 1, 2, 3, 4, 7, 100];

/** Another literal for each one but those that indicators are written with, equal ones for equal ones. */
function otherNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherNumbers);
  if (typeof value === "number" && !written.includes(value)) {
    // Halves would be literals of indicators: 0.03 that of the commodity channel index.
    return Number.isInteger(value) ? value + 1000 * Math.sign(value) : value / 2.1;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, otherNumbers(item)]));
}

Deno.test("no number of a definition is in the text", () => {
  let compared = 0;
  const run = fc.tuple(arbitraryStrategy, arbitrarySettings);
  for (const [made, given] of fc.sample(run, { numRuns: 500, seed: 3 })) {
    const other = otherNumbers(settings(given)) as SettingsInput;
    let changed: Strategy;
    try {
      changed = strategy(otherNumbers(rewritten(made)) as StrategyInput);
    } catch {
      // A fraction, say, that has become too large.
      continue;
    }
    assertEquals(showCode(changed, settings(other)), showCode(made, settings(given)));
    compared++;
  }
  assert(compared > 300, `${compared} compared`);
});

Deno.test("the text stays small", () => {
  for (const [name, given] of Object.entries(textCases)) {
    const statements = bare(codeOf(given)).match(/;$/gm)!.length;
    assert(statements < 1000, `${name}: ${statements} statements`);
  }
});
