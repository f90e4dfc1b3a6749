import { longestWait } from "./protocol.ts";
import { SweepWorker } from "./sweep_worker.ts";

/** Bytes of jobs after which a Worker ends: it may hold what it has seen, for one that waits collects no garbage. */
const mostBytes = 128e6;
/** The same while more sweeps are to come, often of the same bars. */
const mostHeldBytes = 1e9;

/** A Worker that waits, since when. */
interface Kept {
  readonly worker: SweepWorker;
  readonly since: number;
}

let kept: readonly Kept[] = [];
let holders = 0;

/** A Worker with this entry: one that waits where there is one, otherwise a new one. */
export function takeWorker(entry: URL, sealed: boolean): SweepWorker {
  // One that is about to end itself would not hear of a job.
  const oldest = performance.now() - longestWait + 1000;
  kept.filter(({ since }) => since < oldest).forEach(end);
  const found = kept.findLast(({ worker }) =>
    worker.entry.href === entry.href && worker.sealed === sealed
  );
  if (found === undefined) return new SweepWorker(entry, sealed);
  kept = kept.filter((one) => one !== found);
  return found.worker;
}

/** Lets a Worker that has ended its part of a sweep well wait for the next; as many as there are cores do, the latest ones. */
export function keepWorker(worker: SweepWorker): void {
  const one = { worker, since: performance.now() };
  kept = [...kept, one];
  const most = holders > 0 ? mostHeldBytes : mostBytes;
  if (worker.bytes > most || !worker.rest(() => end(one))) end(one);
  kept.slice(0, -navigator.hardwareConcurrency).forEach(end);
}

/** Lets Workers wait that hold more, until it is disposed of: for callers that run one sweep after the other. */
export function holdWorkers(): Disposable {
  holders++;
  return {
    [Symbol.dispose](): void {
      holders--;
      if (holders === 0) kept.filter(({ worker }) => worker.bytes > mostBytes).forEach(end);
    },
  };
}

/**
 * Ends the Workers that wait for another sweep, and gives their memory free. They do not keep a process alive, and end by
 * themselves after ten seconds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { barsFrom } from "../../data/bars_from.ts";
 * import { sweep } from "../sweep.ts";
 * const close = Array.from({ length: 100 }, (_, t) => 100 + 10 * Math.sin(t / 9));
 * const bars = barsFrom({ time: close.map((_, day) => day * 86_400_000), close }, { priceOnly: true });
 * const above = { name: "above", params: { n: 3 }, long: { enter: "close > sma(close, n)" } };
 * const result = await sweep(above, bars, { grid: { n: [2, 4, 8] }, workers: 1 });
 * assertEquals(result.done, 3);
 * closeWorkers();
 * ```
 */
export function closeWorkers(): void {
  kept.forEach(end);
}

function end(one: Kept): void {
  kept = kept.filter((other) => other !== one);
  one.worker.end();
}
