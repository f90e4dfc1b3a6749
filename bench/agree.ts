import type { Bars } from "../engine/data/bars.ts";
import { firstDifference } from "../engine/run/difference.ts";
import type { RunOutput } from "../engine/run/output.ts";
import { type Candidate, firstBars } from "./candidates.ts";
import { checksum } from "./checksum.ts";

/**
 * Holds the output of every candidate against that of the first, bit for bit: equity, every column of the trade log,
 * ledger, counts. Leaves all of them compiled and warm.
 *
 * @returns A checksum of the output, the same wherever the bits are.
 * @throws {Error} If two differ.
 */
export function checkAgreement(candidates: readonly Candidate[], bars: Bars): string {
  const [first] = candidates;
  warmUp(candidates, bars);
  const expected = first.run();
  for (const candidate of candidates) {
    const all = candidate.bars === bars.length;
    const wanted = all ? expected : first.runOn(firstBars(bars, candidate.bars));
    const difference = firstDifference(
      candidate.bare ? withoutExcursions(wanted) : wanted,
      candidate.run(),
    );
    if (difference === undefined) continue;
    const { bar, field, left, right } = difference;
    throw new Error(
      `Cannot compare ${first.name} with ${candidate.name}: ${field} is ${left} and ${right}, bar ${bar}`,
    );
  }
  // The long runs have shown branches that the short ones had not, and what was compiled without them is gone.
  warmUp(candidates, bars);
  return checksum([expected.equity, expected.trades.pnl]);
}

/** Short runs: a function that is entered often is compiled better than one that is entered once and loops for long. */
function warmUp(candidates: readonly Candidate[], bars: Bars): void {
  const short = firstBars(bars, 20_000);
  for (const { name, runOn } of candidates) {
    if (name === "reference") continue;
    for (let run = 0; run < 50; run++) runOn(short);
  }
}

/** What a candidate gives that leaves excursions and ambiguity out. */
function withoutExcursions(output: RunOutput): RunOutput {
  const { mfe, mae, ambiguous } = output.trades;
  const trades = {
    ...output.trades,
    mfe: new Float64Array(mfe.length),
    mae: new Float64Array(mae.length),
    ambiguous: new Int32Array(ambiguous.length),
  };
  return { ...output, trades, ambiguousBars: 0, ambiguousStake: 0 };
}
