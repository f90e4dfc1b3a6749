import type { Bars } from "../engine/data/bars.ts";
import { sliceBars } from "../engine/data/slice.ts";
import { runReference } from "../engine/reference/mod.ts";
import { runCompiled } from "../engine/run/compiled.ts";
import type { RunOutput } from "../engine/run/output.ts";
import { allocateOutput, type Baseline, trimOutput } from "./baselines/output.ts";
import type { KernelCase } from "./kernel_cases.ts";
import type { NativeBaselines } from "./native.ts";

/** One way to run a strategy. */
export interface Candidate {
  /** `compiled`, `JavaScript`, `C`, with what is particular to it. */
  readonly name: string;
  /** Bars of a run. */
  readonly bars: number;
  /** What is timed: from bars and definition to the finished output. */
  readonly run: () => RunOutput;
  /** The same over bars of choice, for checks and warm-up. */
  readonly runOn: (bars: Bars) => RunOutput;
  /** Whether it leaves excursions and ambiguity out. */
  readonly bare: boolean;
}

/** What candidates are made from. */
export interface CandidateOptions {
  readonly bars: Bars;
  readonly native: NativeBaselines | undefined;
  /** Bars that the reference engine is given. */
  readonly referenceBars: number;
}

/**
 * The ways to run a case.
 *
 * `compiled` is a whole call of `runCompiled`: look-up of the kernel, buffers, chunks, trimmed columns. `JavaScript` and
 * `C` have the same duty: they allocate equity and logs and trim them. `reused` ones write into buffers of the run
 * before, which leaves out the operating system's work for fresh memory. `with excursions` reads those too, which barjit
 * computes when they are asked for and the baselines as they go.
 */
export function candidatesOf(kernelCase: KernelCase, options: CandidateOptions): Candidate[] {
  const { strategy, settings, javascript, native } = kernelCase;
  const { bars, referenceBars } = options;
  const baselines: [name: string, baseline: Baseline | undefined][] = [
    ["JavaScript", javascript],
    ["C", options.native?.baselines.get(native)],
    ["JavaScript, bare", kernelCase.javascriptBare],
    ["C, bare", options.native?.baselines.get(`${native}_bare`)],
  ];
  const start = firstBars(bars, referenceBars);
  const candidate = (name: string, runOn: Candidate["runOn"], over = bars): Candidate => ({
    name,
    bars: over.length,
    run: () => runOn(over),
    runOn,
    bare: name.includes("bare"),
  });
  return [
    candidate("compiled", (over) => runCompiled(strategy, over, { settings })),
    candidate("compiled, with excursions", (over) => {
      const output = runCompiled(strategy, over, { settings });
      // Reading them computes them, which the baselines do in every run.
      return { ...output, trades: { ...output.trades } };
    }),
    ...baselines.flatMap(([name, baseline]) => {
      if (baseline === undefined) return [];
      const fresh = candidate(name, (over) => runFresh(baseline, over));
      return [fresh, candidate(`${name}, reused`, reusing(baseline, bars.length))];
    }),
    candidate("reference", (over) => runReference(strategy, over, { settings }), start),
  ];
}

/** The first of the bars, as views. */
export function firstBars(bars: Bars, count: number): Bars {
  return count < bars.length ? sliceBars(bars, { to: bars.time[count] }) : bars;
}

function runFresh(baseline: Baseline, bars: Bars): RunOutput {
  const output = allocateOutput(bars.length);
  baseline(bars, output);
  return trimOutput(output);
}

function reusing(baseline: Baseline, most: number): Candidate["runOn"] {
  let output: RunOutput | undefined;
  return (bars) => {
    output ??= allocateOutput(most);
    output.refused.fill(0);
    baseline(bars, output);
    return { ...trimOutput(output), equity: output.equity.subarray(0, bars.length) };
  };
}
