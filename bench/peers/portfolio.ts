/**
 * Writes seeded bars of many assets into a folder as plain columns of doubles, time-major, with what runs of ours made of
 * them and how long they took. `portfolio.py` beside this file runs ml4t-backtest, vectorbt and backtrader on the same,
 * compares the equity and prints all times.
 *
 * Run: `deno run -A bench/peers/portfolio.ts FOLDER`, with `--processes N` and `--rounds N`.
 *
 * @module
 */
import { numberOption } from "../number_option.ts";
import { type PortfolioCase, settingsOf } from "../portfolio/cases.ts";
import { measured } from "../portfolio/measured.ts";
import type { EngineName } from "../portfolio/run_of.ts";
import { randomPanel } from "../random_panel.ts";

const daily = { drive: "code", length: 2520, assets: 500, picks: 25, every: 1 } as const;
const cases: readonly PortfolioCase[] = [
  { name: "daily 500", ...daily },
  { name: "daily 500, costs", ...daily, costs: true },
  { name: "daily 250, 20 years, costs", ...daily, length: 5040, assets: 250, costs: true },
  {
    ...daily,
    name: "minutes 100, costs",
    length: 8580,
    assets: 100,
    minutes: true,
    picks: 10,
    every: 390,
    costs: true,
  },
  { name: "500 bars of 100, costs", ...daily, length: 500, assets: 100, picks: 10, costs: true },
];

const folder = Deno.args[0];
if (folder === undefined || folder.startsWith("--")) {
  throw new RangeError("Cannot write bars: expected a folder as the first argument");
}
await Deno.mkdir(folder, { recursive: true });
const engines: Readonly<Record<string, { engine: EngineName; drive: PortfolioCase["drive"] }>> = {
  "barjit, by code": { engine: "compiled", drive: "code" },
  "barjit, by weights": { engine: "compiled", drive: "weights" },
};
const written = [];
for (const [number, made] of cases.entries()) {
  await writeColumns(made, number);
  const ours = [];
  for (const [name, { engine, drive }] of Object.entries(engines)) {
    const best = await measured({ ...made, drive }, {
      engine,
      processes: numberOption("processes", 3),
      rounds: numberOption("rounds", 8),
    });
    ours.push({ name, ...best });
  }
  written.push({ ...made, number, ...settingsOf(made), ours });
}
const versions = { Deno: Deno.version.deno, V8: Deno.version.v8 };
await Deno.writeTextFile(
  `${folder}/portfolio.json`,
  JSON.stringify({ versions, cases: written }),
);
console.log(`${cases.length} cases in ${folder}`);

async function writeColumns(made: PortfolioCase, number: number): Promise<void> {
  const { columns } = randomPanel(made);
  for (const [name, { buffer, byteOffset, byteLength }] of columns) {
    await Deno.writeFile(
      `${folder}/${number}_${name}.f64`,
      new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength),
    );
  }
}
