/**
 * Bars times sets that a sweep does in a second, with every statistic that needs no sorting, and the memory it takes.
 *
 * Run: `deno run -A bench/sweep_bench.ts`, with `--rounds N`; with `--fast F --slow S --bars N [--no-stops]` one
 * case alone. Each case has a process of its own, so that its first sweep is the first of a process: Workers start, and
 * nothing is warm. In later ones runs with one Worker, with two, and with two and `onProgress` take turns, and their results
 * are compared; a time is that of the whole call. `deno bench -A bench/sweep_bench.ts` has a small one.
 *
 * @module
 */
import { sweep, type SweepOptions, type SweepResult } from "../engine/sweep/mod.ts";
import { alignedTable } from "../engine/stats/table.ts";
import { checksum } from "./checksum.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";
import { sweepGrid, sweepSettings, sweepStrategy } from "./sweep_case.ts";
import { threadTime } from "./thread_time.ts";

/** What one size came to. */
interface Measured {
  readonly sets: number;
  readonly bars: number;
  readonly stops: boolean;
  readonly trades: number;
  /** Milliseconds of the first sweep of the process, with two Workers. */
  readonly first: number;
  /** Milliseconds of the fastest later sweep in this thread, with one Worker, with two. */
  readonly fastest: readonly number[];
  /** Median over the rounds of half the time of one Worker over the time of two. */
  readonly efficiency: number;
  /** The fastest time of two Workers with `onProgress` over that without. */
  readonly progress: number;
  /** What this thread spends more with `onProgress`, as a share of a core: other work of the machine does not change it. */
  readonly watching: number;
  /** Milliseconds from a signal to the end. */
  readonly stopped: number;
  /** Bytes, most of all rounds. */
  readonly memory: number;
  /** Bytes, most in the first sweep of the process. */
  readonly memoryOfFirst: number;
  readonly checksum: string;
}

const [fast, slow, length] = [
  numberOption("fast", 0),
  numberOption("slow", 0),
  numberOption("bars", 0),
];
const stops = !Deno.args.includes("--no-stops");
const rounds = numberOption("rounds", 5);

function digestOf(result: SweepResult): string {
  const names = ["totalReturn", "sharpe", "maxDrawdown", "trades", "averageMae", "skew"] as const;
  return checksum(names.map((name) => result.column(name)));
}

/** Bytes, most that the process has had so far. */
function peakMemory(): number {
  const status = Deno.readTextFileSync("/proc/self/status");
  return 1024 * Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

async function measure(): Promise<Measured> {
  const bars = randomBars(length);
  const grid = sweepGrid(fast, slow);
  const run = (
    workers: number,
    more: Pick<SweepOptions, "signal" | "onProgress"> = {},
  ): Promise<SweepResult> =>
    sweep(sweepStrategy(stops), bars, { grid, settings: sweepSettings, workers, ...more });
  let [digest, trades] = ["", 0];
  const shares: number[][] = [[], []];
  const timed = async (workers: number, more = {}): Promise<number> => {
    const [before, spent] = [performance.now(), threadTime()];
    const result = await run(workers, more);
    const time = performance.now() - before;
    if (workers === 2) shares["onProgress" in more ? 1 : 0].push((threadTime() - spent) / time);
    const found = digestOf(result);
    if (digest !== "" && found !== digest) throw new Error(`${workers} Workers: ${found}`);
    digest = found;
    trades = result.column("trades").reduce((sum, count) => sum + count, 0) / result.count;
    return time;
  };
  const first = await timed(2);
  const memoryOfFirst = peakMemory();
  shares[0] = [];
  let told = 0;
  const [one, two, watched]: number[][] = [[], [], []];
  const turns = [
    async () => one.push(await timed(1)),
    async () => two.push(await timed(2)),
    async () => watched.push(await timed(2, { onProgress: () => told++ })),
  ];
  for (let round = 0; round < rounds; round++) {
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  if (told < rounds) throw new Error(`onProgress was called ${told} times`);
  const none = Math.min(await timed(0), await timed(0));
  const stop = new AbortController();
  let at = NaN;
  setTimeout(() => {
    at = performance.now();
    stop.abort();
  }, Math.min(...two) / 2);
  const { stopped: early } = await run(2, { signal: stop.signal });
  if (!early) throw new Error("The sweep ended before it could be stopped");
  const stopped = performance.now() - at;
  return {
    sets: grid.count,
    bars: length,
    stops,
    trades,
    first,
    fastest: [none, Math.min(...one), Math.min(...two)],
    efficiency: median(one.map((time, round) => time / (2 * two[round]))),
    progress: Math.min(...watched) / Math.min(...two),
    watching: median(shares[1]) - median(shares[0]),
    stopped,
    memoryOfFirst,
    memory: peakMemory(),
    checksum: digest,
  };
}

/** One case in a process of its own. */
async function measured(
  [fast, slow, bars]: readonly [fast: number, slow: number, bars: number],
  stops: boolean,
): Promise<Measured> {
  const values = { fast, slow, bars, rounds };
  const { stdout, success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--quiet", import.meta.url],
      ...Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)]),
      ...(stops ? [] : ["--no-stops"]),
    ],
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}

function rowOf({ sets, bars, stops, trades, fastest, ...rest }: Measured): string[] {
  const rate = (time: number): string => (sets * bars / time / 1e6).toFixed(2);
  const nanoseconds = (fastest[0] * 1e6 / sets / bars).toFixed(2);
  return [
    `${sets} x ${bars}${stops ? ", stops" : ""}`,
    trades.toFixed(0),
    nanoseconds,
    ...fastest.map(rate),
    rate(rest.first),
    rest.efficiency.toFixed(2),
    rest.progress.toFixed(3),
    (100 * rest.watching).toFixed(2),
    rest.stopped.toFixed(0),
    (rest.memoryOfFirst / 1e6).toFixed(0),
    (rest.memory / 1e6).toFixed(0),
    rest.checksum,
  ];
}

if (import.meta.main) {
  if (length > 0) {
    console.log(JSON.stringify(await measure()));
  } else {
    const head = [
      "sets x bars",
      "trades",
      "ns, no Worker",
      "10⁹/s, no Worker",
      "one",
      "two",
      "two, first sweep",
      "efficiency",
      "with progress",
      "% of a core",
      "stopped, ms",
      "MB, first sweep",
      "MB",
      "checksum",
    ];
    const rows = [head];
    for (const size of [[100, 100, 5000], [50, 50, 200_000], [100, 100, 200_000]] as const) {
      for (const stops of [true, false]) rows.push(rowOf(await measured(size, stops)));
    }
    console.log(alignedTable(rows, "lrrrrrrrrrrrrr"));
  }
}

const small = randomBars(5000);
for (const stops of [true, false]) {
  const strategy = sweepStrategy(stops);
  Deno.bench(`400 sets x 5,000 bars${stops ? ", stops" : ""}`, { group: "sweep" }, async () => {
    await sweep(strategy, small, { grid: sweepGrid(20, 20), settings: sweepSettings, workers: 0 });
  });
}
