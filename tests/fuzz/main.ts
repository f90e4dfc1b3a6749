import fc from "fast-check";
import { parseArgs } from "@std/cli/parse-args";
import { agree, arbitraryRun } from "./agree.ts";
import { comparePortfolioRuns } from "../portfolio_random/compiled_property.ts";
import { compareSweeps } from "./sweeps.ts";
import { Tally } from "./tally.ts";

/**
 * Compares random compiled runs with the reference, bit for bit: `deno task fuzz --runs 20000 --seed 1`.
 *
 * With `--portfolio` runs over many assets instead, with `--sweeps` sweeps against single runs. Prints how often each reason, rule and setting occurred; of 20,000 runs each must have been met 50 times.
 */
async function main(): Promise<void> {
  const flags = parseArgs(Deno.args, {
    string: ["runs", "seed"],
    boolean: ["portfolio", "sweeps"],
  });
  const runs = Number(flags.runs ?? 20_000);
  const seed = Number(flags.seed ?? Date.now() % 2 ** 31);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    console.error("Cannot fuzz: expected --runs and --seed to be whole numbers");
    Deno.exit(2);
  }
  console.log(`${runs} runs, seed ${seed}`);
  if (flags.portfolio) {
    const counts = [...comparePortfolioRuns({ runs, seed })].sort();
    console.log(
      `No difference\n${
        counts.map(([name, count]) => `${String(count).padStart(9)}  ${name}`).join("\n")
      }`,
    );
    return;
  }
  if (flags.sweeps) {
    const sets = await compareSweeps({ runs, seed });
    console.log(`No difference in ${sets} sets`);
    return;
  }
  const tally = new Tally();
  const property = fc.property(arbitraryRun, (run) => {
    const output = agree(run);
    if (output !== undefined) tally.add(run, output);
  });
  fc.assert(property, { numRuns: runs, seed });
  console.log(`No difference\n${tally}`);
  const rare = runs < 20_000 ? [] : tally.rare(50);
  if (rare.length === 0) return;
  console.error(`Expected each at least 50 times in 20,000 runs, but not: ${rare.join(", ")}`);
  Deno.exit(1);
}

await main();
