/**
 * Writes seeded bars into a folder as plain columns of doubles, with the results of a sweep on them and its time in one
 * thread. `sweeps.py` beside this file runs the same sets with numba and with vectorbt, compares and prints all times.
 *
 * Run: `deno run -A bench/peers/sweeps.ts FOLDER`, with `--bars N`, `--fast N` and `--slow N`.
 *
 * @module
 */
import { sweep, type SweepResult } from "../../engine/sweep/mod.ts";
import { numberOption } from "../number_option.ts";
import { randomBars } from "../random_bars.ts";
import { sweepGrid, sweepSettings, sweepStrategy } from "../sweep_case.ts";

const folder = Deno.args[0];
if (folder === undefined || folder.startsWith("--")) {
  throw new RangeError("Cannot write bars: expected a folder as the first argument");
}
const bars = randomBars(numberOption("bars", 200_000));
const grid = sweepGrid(numberOption("fast", 20), numberOption("slow", 20));

async function write(name: string, values: Float64Array): Promise<void> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  await Deno.writeFile(`${folder}/${name}.f64`, bytes);
}

await Deno.mkdir(folder, { recursive: true });
for (const name of ["open", "high", "low", "close"] as const) await write(name, bars[name]);
await write("grid", grid.matrix);
const options = { grid, settings: sweepSettings, workers: 0 };
const times: number[] = [];
let result: SweepResult | undefined;
for (let round = 0; round < 4; round++) {
  const before = performance.now();
  result = await sweep(sweepStrategy(true), bars, options);
  times.push(performance.now() - before);
}
for (const name of ["totalReturn", "maxDrawdown", "trades"] as const) {
  await write(name, result!.column(name));
}
const milliseconds = Math.min(...times);
await Deno.writeTextFile(`${folder}/times.json`, JSON.stringify({ milliseconds }));
console.log(`${grid.count} sets x ${bars.length} bars: ${milliseconds.toFixed(0)} ms`);
