/**
 * One engine on one case in a process of its own, as what was compiled for one run is in the way of others. Prints a line
 * of JSON, a `Measured`. Started by `measured`.
 *
 * @module
 */
import { randomPanel } from "../random_panel.ts";
import { threadTime } from "../thread_time.ts";
import type { PortfolioCase } from "./cases.ts";
import type { Measured } from "./measured.ts";
import { type EngineName, type Run, runOf } from "./run_of.ts";

if (import.meta.main) {
  const [given, engine, rounds] = Deno.args;
  const made = JSON.parse(given) as PortfolioCase;
  console.log(JSON.stringify(measure(made, engine as EngineName, Number(rounds))));
}

function measure(made: PortfolioCase, engine: EngineName, rounds: number): Measured {
  const run = runOf(made, randomPanel(made), engine);
  const held = memory("VmRSS");
  const times: number[] = [];
  const threads: number[] = [];
  let found: Run | undefined;
  let peak = NaN;
  for (let round = 0; round < rounds; round++) {
    const [clock, thread] = [performance.now(), threadTime()];
    found = run();
    times.push(performance.now() - clock);
    threads.push(threadTime() - thread);
    if (round === 0) peak = memory("VmHWM");
  }
  return { ...found!, equity: Array.from(found!.equity), times, threads, held, peak };
}

/** Bytes of the process by the count of Linux: what is resident now, or was at most so far; NaN where nobody counts. */
function memory(line: "VmRSS" | "VmHWM"): number {
  try {
    const status = Deno.readTextFileSync("/proc/self/status");
    return 1024 * Number(new RegExp(`${line}:\\s*(\\d+) kB`).exec(status)?.[1]);
  } catch {
    return line === "VmRSS" ? Deno.memoryUsage().rss : NaN;
  }
}
