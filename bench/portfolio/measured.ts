import type { PortfolioCase } from "./cases.ts";
import type { EngineName, Run } from "./run_of.ts";

/** Runs of one engine on one case in one process, in order. */
export interface Measured extends Run {
  /** Milliseconds by the clock of each run. */
  readonly times: readonly number[];
  /** Milliseconds that the processor spent on the thread in each run. */
  readonly threads: readonly number[];
  /** Bytes resident before the first run, with the data. */
  readonly held: number;
  /** Bytes resident at most, from the start of the process to the end of the first run. */
  readonly peak: number;
}

/** The best of some processes. */
export interface Best extends Run {
  /** Milliseconds of the fastest first run, and of the fastest later one. */
  readonly first: number;
  readonly later: number;
  /** The same by time of the processor. */
  readonly firstThread: number;
  readonly laterThread: number;
  /** Bytes of the process that took the least. */
  readonly held: number;
  readonly peak: number;
}

/** What is to be measured, and how often. */
export interface Measuring {
  readonly engine: EngineName;
  readonly processes: number;
  /** Runs in each process. */
  readonly rounds: number;
}

/**
 * Runs a case in processes of its own, one after the other.
 *
 * @throws {Error} If one of them fails.
 */
export async function measured(
  made: PortfolioCase,
  { engine, processes, rounds }: Measuring,
): Promise<Best> {
  const found: Measured[] = [];
  for (let process = 0; process < processes; process++) {
    const script = new URL("measure.ts", import.meta.url).href;
    const args = ["run", "-q", "-A", script, JSON.stringify(made), engine, String(rounds)];
    const command = new Deno.Command(Deno.execPath(), { args, stderr: "inherit" });
    const { success, stdout } = await command.output();
    if (!success) throw new Error(`Cannot measure ${made.name} with ${engine}: the process failed`);
    found.push(JSON.parse(new TextDecoder().decode(stdout)));
  }
  const least = (field: "times" | "threads", from: number, to?: number): number =>
    Math.min(...found.flatMap((one) => one[field].slice(from, to)));
  const [{ equity, orders, fills }] = found;
  const [{ held, peak }] = found.toSorted((a, b) => a.peak - b.peak);
  return {
    engine,
    equity,
    orders,
    fills,
    held,
    peak,
    first: least("times", 0, 1),
    later: least("times", 1),
    firstThread: least("threads", 0, 1),
    laterThread: least("threads", 1),
  };
}
