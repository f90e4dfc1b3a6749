/**
 * One backtest over ten million bars: the compiled kernel against hand-written loops in JavaScript and C and against
 * the reference engine. Before anything is timed, all of them are held against each other bit for bit.
 *
 * Run: `deno bench -A bench/kernel_bench.ts`, with fewer bars `deno bench -A bench/kernel_bench.ts -- --bars 1000000`.
 * The time of a bar is the time shown divided by the bars in the name. For ratios see kernel_ratios.ts.
 *
 * @module
 */
import { checkAgreement } from "./agree.ts";
import { candidatesOf } from "./candidates.ts";
import { kernelCases } from "./kernel_cases.ts";
import { nativeBaselines } from "./native.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";

const bars = randomBars(numberOption("bars", 10_000_000));
const native = nativeBaselines();
if (native === undefined) console.log("There is no gcc: baselines in C are left out");

for (const kernelCase of kernelCases) {
  const candidates = candidatesOf(kernelCase, { bars, native, referenceBars: 20_000 });
  const checksum = checkAgreement(candidates, bars);
  console.log(`${kernelCase.name}: all agree, checksum ${checksum}`);
  for (const { name, bars: count, run } of candidates) {
    const slow = name === "reference";
    Deno.bench({
      name: `${slow ? kernelCase.name : name} (${count.toLocaleString("en")} bars)`,
      // Fewer bars than the others: not to be compared by time of a run.
      group: slow ? "reference" : kernelCase.name,
      baseline: name === "JavaScript",
      ...(slow ? { n: 1, warmup: 0 } : { n: 5, warmup: 1 }),
      fn: () => void run(),
    });
  }
}
