/**
 * Writes seeded bars into a folder as plain columns of doubles, with the time of each indicator on them and some of its
 * values. `indicators.py` beside this file computes the same with polars and TA-Lib, compares and prints all times.
 *
 * Run: `deno run -A bench/peers/indicators.ts FOLDER`, with `--bars N` and `--rounds N`.
 *
 * @module
 */
import { evaluateColumns } from "../../engine/run/columns.ts";
import { indicatorCases } from "../indicator_cases.ts";
import { numberOption } from "../number_option.ts";
import { randomBars } from "../random_bars.ts";

/** What the peers have beside rolling windows; TA-Lib's PERCENTILE is a median for odd lengths only. */
const more = [
  { name: "median of 101", text: "median(close, 101)" },
  { name: "ema", text: "ema(close, 100)" },
  { name: "rsi", text: "rsi(close, 100)" },
  { name: "atr", text: "atr(100)" },
];
const compared = { from: 10_000, step: 997 };

const folder = Deno.args[0];
if (folder === undefined || folder.startsWith("--")) {
  throw new RangeError("Cannot write bars: expected a folder as the first argument");
}
const bars = randomBars(numberOption("bars", 6_900_000));
const rounds = numberOption("rounds", 3);

await Deno.mkdir(folder, { recursive: true });
for (const name of ["open", "high", "low", "close", "volume"] as const) {
  const { buffer, byteOffset, byteLength } = bars[name];
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  await Deno.writeFile(`${folder}/${name}.f64`, bytes);
}
const indicators = [...indicatorCases, ...more].map(({ name, text }) => {
  let fastest = Infinity;
  let values: Float64Array = new Float64Array();
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    [values] = evaluateColumns([text], bars);
    // The first round compiles.
    if (round > 0) fastest = Math.min(fastest, performance.now() - start);
  }
  const some: number[] = [];
  for (let t = compared.from; t < bars.length; t += compared.step) some.push(values[t]);
  return { name, text, nanoseconds: 1e6 * fastest / bars.length, values: some };
});
const versions = { Deno: Deno.version.deno, V8: Deno.version.v8 };
await Deno.writeTextFile(
  `${folder}/indicators.json`,
  JSON.stringify({ bars: bars.length, rounds, compared, versions, indicators }),
);
console.log(`${indicators.length} indicators on ${bars.length.toLocaleString("en")} bars`);
