/**
 * Bars times sets that a sweep does in a second, with every statistic that needs no sorting, and the memory it takes.
 *
 * Run: `deno run -A bench/sweep_bench.ts`, with `--rounds N`; with `--fast F --slow S --bars N` one size alone. Each size
 * has a process of its own. In it runs with one Worker and with two take turns, and their results are compared; a time is
 * that of the whole call, the start of the Workers with it. `deno bench -A bench/sweep_bench.ts` has a small one.
 *
 * @module
 */
import { sweep, type SweepResult } from "../engine/sweep/mod.ts";
import { alignedTable } from "../engine/stats/table.ts";
import { checksum } from "./checksum.ts";
import { numberOption } from "./number_option.ts";
import { randomBars } from "./random_bars.ts";
import { sweepGrid, sweepSettings, sweepStrategy } from "./sweep_case.ts";

/** What one size came to. */
interface Measured {
  readonly sets: number;
  readonly bars: number;
  readonly stops: boolean;
  readonly trades: number;
  /** Milliseconds of the first call, with two Workers. */
  readonly first: number;
  /** Milliseconds of the fastest call in this thread, with one Worker and with two. */
  readonly fastest: readonly number[];
  /** Median over the rounds of half the time of one Worker over the time of two. */
  readonly efficiency: number;
  /** Milliseconds from a signal to the end. */
  readonly stopped: number;
  /** Bytes, most of all rounds. */
  readonly memory: number;
  readonly checksum: string;
}

const [fast, slow, length] = [
  numberOption("fast", 0),
  numberOption("slow", 0),
  numberOption("bars", 0),
];
const rounds = numberOption("rounds", 5);

function digestOf(result: SweepResult): string {
  const names = ["totalReturn", "sharpe", "maxDrawdown", "trades", "averageMae", "skew"] as const;
  return checksum(names.map((name) => result.column(name)));
}

async function measure(stops: boolean): Promise<Measured> {
  const bars = randomBars(length);
  const grid = sweepGrid(fast, slow);
  const options = { grid, settings: sweepSettings };
  const run = (workers: number, signal?: AbortSignal): Promise<SweepResult> =>
    sweep(sweepStrategy(stops), bars, {
      ...options,
      workers,
      ...(signal === undefined ? {} : { signal }),
    });
  const times: number[][] = [[], [], []];
  let [digest, trades] = ["", 0];
  const timed = async (workers: number): Promise<number> => {
    const before = performance.now();
    const result = await run(workers);
    const time = performance.now() - before;
    const found = digestOf(result);
    if (digest !== "" && found !== digest) throw new Error(`${workers} Workers: ${found}`);
    digest = found;
    trades = result.column("trades").reduce((sum, count) => sum + count, 0) / result.count;
    times[workers].push(time);
    return time;
  };
  const first = await timed(2);
  for (let round = 0; round < rounds; round++) {
    for (const workers of [1, 2]) await timed(workers);
  }
  await timed(0);
  const shares = times[1].map((time, round) => time / (2 * times[2][round + 1]));
  const stop = new AbortController();
  let at = NaN;
  setTimeout(() => {
    at = performance.now();
    stop.abort();
  }, times[2][1] / 2);
  await run(2, stop.signal);
  const status = await Deno.readTextFile("/proc/self/status");
  return {
    sets: grid.count,
    bars: length,
    stops,
    trades,
    first,
    fastest: times.map((list) => Math.min(...list)),
    efficiency: shares.sort((a, b) => a - b)[shares.length >> 1],
    stopped: performance.now() - at,
    memory: 1024 * Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]),
    checksum: digest,
  };
}

/** One size in a process of its own. */
async function measured(
  size: readonly [fast: number, slow: number, bars: number],
): Promise<Measured[]> {
  const [fast, slow, bars] = size.map(String);
  const { stdout, success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--quiet", import.meta.url, "--fast", fast, "--slow", slow, "--bars", bars],
      ...["--rounds", String(rounds)],
    ],
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return decoder.decode(stdout).trim().split("\n").map((line) => JSON.parse(line));
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
    rest.stopped.toFixed(0),
    (rest.memory / 1e6).toFixed(0),
    rest.checksum,
  ];
}

if (import.meta.main) {
  if (length > 0) {
    for (const stops of [true, false]) console.log(JSON.stringify(await measure(stops)));
  } else {
    const head = [
      "sets x bars",
      "trades",
      "ns, no Worker",
      "10⁹/s, no Worker",
      "one",
      "two",
      "two, first call",
      "efficiency",
      "stopped, ms",
      "MB",
      "checksum",
    ];
    const rows = [head];
    for (const size of [[100, 100, 5000], [50, 50, 200_000], [100, 100, 200_000]] as const) {
      rows.push(...(await measured(size)).map(rowOf));
    }
    console.log(alignedTable(rows, "lrrrrrrrrrr"));
  }
}

const small = randomBars(5000);
for (const stops of [true, false]) {
  const strategy = sweepStrategy(stops);
  Deno.bench(`400 sets x 5,000 bars${stops ? ", stops" : ""}`, { group: "sweep" }, async () => {
    await sweep(strategy, small, { grid: sweepGrid(20, 20), settings: sweepSettings, workers: 0 });
  });
}
