/**
 * What a bar costs: the compiled kernel against hand-written loops, as nanoseconds and as ratios.
 *
 * Run: `deno run -A bench/kernel_ratios.ts`, with `--bars N` and `--rounds N`. All candidates of a strategy take turns in
 * one process, and the fastest round of each counts, so that what else the machine does falls on all of them alike.
 *
 * @module
 */
import { cpus } from "node:os";
import { alignedTable } from "../engine/stats/table.ts";
import { checkAgreement } from "./agree.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { kernelCases } from "./kernel_cases.ts";
import { nativeBaselines } from "./native.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";

const bars = randomBars(numberOption("bars", 10_000_000));
const rounds = numberOption("rounds", 7);
const native = nativeBaselines();
const columns = [
  "compiled",
  "compiled, with excursions",
  "JavaScript",
  "C",
  "JavaScript, reused",
  "C, reused",
  "reference",
];
const table = [["ns per bar", ...columns.map((name) => name.replace("compiled, ", ""))]];
const ratios = [[
  "ratio",
  "compiled/JavaScript",
  "compiled/C",
  "with excursions/JavaScript",
  "/C",
  "checksum",
]];
const bare = [["ns per bar", "JavaScript", "without", "C", "without"]];

for (const kernelCase of kernelCases) {
  const candidates = candidatesOf(kernelCase, { bars, native, referenceBars: 20_000 });
  const checksum = checkAgreement(candidates, bars);
  const fastest = race(candidates);
  const ratio = (name: string, to: string): string => {
    const other = fastest.get(to);
    return other === undefined ? "-" : (fastest.get(name)! / other).toFixed(2);
  };
  const cell = (name: string): string => fastest.get(name)?.toFixed(2) ?? "-";
  table.push([kernelCase.name, ...columns.map(cell)]);
  const pairs = columns.slice(0, 2).flatMap((
    name,
  ) => [ratio(name, "JavaScript"), ratio(name, "C")]);
  ratios.push([kernelCase.name, ...pairs, checksum]);
  if (kernelCase.javascriptBare === undefined) continue;
  const reused = ["JavaScript", "JavaScript, bare", "C", "C, bare"].map((name) =>
    `${name}, reused`
  );
  bare.push([kernelCase.name, ...reused.map(cell)]);
}

const { deno, v8 } = Deno.version;
console.log(`${bars.length.toLocaleString("en")} bars, fastest of ${rounds} rounds`);
console.log(`Deno ${deno}, V8 ${v8}, ${cpus()[0]?.model.trim() ?? "unknown processor"}`);
console.log(
  native === undefined
    ? "There is no gcc: baselines in C are left out"
    : `${native.compiler}, ${native.flags.join(" ")}`,
);
console.log(`\n${alignedTable(table, "lrrrrrrrr")}`);
console.log(`\n${alignedTable(ratios, "lrrrrl")}`);
console.log(
  "\nAll but the reused ones allocate their output in the timed part, as a call of runCompiled does.",
);
console.log(`\nExcursions and ambiguity, buffers reused\n${alignedTable(bare, "lrrrr")}`);

/** Nanoseconds per bar of each candidate's fastest round. */
function race(candidates: readonly Candidate[]): Map<string, number> {
  const fastest = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, bars: count, run } of candidates) {
      if (name === "reference" && round > 0) continue;
      const start = performance.now();
      run();
      const spent = (performance.now() - start) * 1e6 / count;
      fastest.set(name, Math.min(fastest.get(name) ?? Infinity, spent));
    }
  }
  return fastest;
}
