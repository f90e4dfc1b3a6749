import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { column } from "../codegen/define/builders.ts";
import { DefinitionError } from "../codegen/define/problem.ts";
import { type Experiment, experiment } from "../engine/experiment/experiment.ts";
import { workersOf } from "../engine/experiment/run_all.ts";
import type {
  ExperimentResult,
  ExperimentRunOptions,
} from "../engine/experiment/run_experiment.ts";
import { isLocked, lockStore } from "../engine/experiment/store/lock.ts";
import { gridPart } from "../engine/experiment/store/joined_sets.ts";
import { Manifest } from "../engine/experiment/store/manifest.ts";
import { ResultFiles } from "../engine/experiment/store/result_files.ts";
import { loadArrow } from "../engine/files/arrow_bytes.ts";
import type { StatisticName } from "../engine/stats/registry.ts";
import type { SetState } from "../engine/sweep/job.ts";
import { rankSets } from "../engine/sweep/report/rank_sets.ts";
import { readResults, readStore } from "../engine/experiment/store/read_store.ts";
import type { ExperimentInput } from "../engine/experiment/types.ts";
import { FileError } from "../engine/files/file_error.ts";
import { sweepStatistics } from "../engine/sweep/metrics.ts";
import { range } from "../engine/sweep/grid/ranges.ts";
import { sweep } from "../engine/sweep/sweep.ts";
import { cross, crosses, dip, named } from "./experiments/crosses.ts";
import { barsCsv, directoryOf, namesIn } from "./script_run.ts";

const quick = { maxWorkers: 0 };

/** Runs an experiment and returns the names of what happened after it had been run before. */
async function runAgain(
  made: Experiment,
  store: string,
  options: Partial<ExperimentRunOptions> = {},
): Promise<{ readonly events: string[]; readonly result: ExperimentResult }> {
  const path = `${store}/manifest.jsonl`;
  const before = (await Deno.readTextFile(path)).lastIndexOf("\n") + 1;
  const result = await made.run({ store, ...quick, ...options });
  const added = (await Deno.readTextFile(path)).slice(before).trim();
  return {
    events: added === "" ? [] : added.split("\n").map((line) => JSON.parse(line).event),
    result,
  };
}

async function problemsOf(input: unknown): Promise<string> {
  return (await assertRejects(() => experiment(input as ExperimentInput), DefinitionError)).message;
}

Deno.test("experiment() makes a simulation of each strategy, instrument and grid, with ids that follow from contents", async () => {
  const { simulations } = await experiment(crosses());
  assertEquals(
    simulations.map((
      { strategy, instrument, sets, timeframe },
    ) => [strategy, instrument, sets, timeframe]),
    [
      ["cross", "ABC", 22, "1m"],
      ["dip", "ABC", 1, "1m"],
      ["cross", "XYZ", 22, "1m"],
      ["dip", "XYZ", 1, "1m"],
    ],
  );
  const ids = (made: Experiment): string[] => made.simulations.map(({ id }) => id);
  assertEquals(new Set(simulations.map(({ id }) => id)).size, 4);
  assertEquals(ids(await experiment(crosses())), simulations.map(({ id }) => id));
  const longer = ids(await experiment({ ...crosses(), direction: "LONG" }));
  const richer = ids(await experiment({ ...crosses(), settings: { cash: 60_000 } }));
  const later = ids(await experiment(crosses(401)));
  assertEquals(
    new Set([...simulations.map(({ id }) => id), ...longer, ...richer, ...later]).size,
    16,
  );
});

Deno.test("Experiment.run() stores what sweep() gives, bit for bit, and rerun() gives any of it in full", async () => {
  using directory = await directoryOf({});
  const store = `${directory.path}/store`;
  const input = crosses();
  const made = await experiment(input);
  const { simulations, stopped } = await made.run({ store, ...quick, checkpoint: 4000 });
  assertEquals([stopped, simulations.map(({ status }) => status)], [
    false,
    Array(4).fill("completed"),
  ]);
  const [first] = simulations;
  const { axes, where } = input.grids![0] as { axes: never; where: string };
  const { grid } = await import("../engine/sweep/grid/grid.ts");
  const swept = await sweep(cross, named("ABC", 400), {
    grid: grid(axes, { where }),
    settings: { cash: 50_000 },
    workers: 0,
  });
  const stored = await readResults(store, first);
  assertEquals(stored.grid.matrix, swept.grid.matrix);
  for (const { name } of sweepStatistics) {
    assertEquals(stored.column(name), swept.column(name), name);
  }
  assertEquals(stored.blocks(7), swept.blocks(7));
  assertEquals(stored.state(7), "done");
  const full = await made.rerun(first.simulation.id, 7);
  assertEquals(full.statistics.sharpe, swept.column("sharpe")[7]);
  assertEquals(full.params, { fast: 5, slow: 10 });
  assertEquals(full.settings.commission.percent, 0.001);
  const alone = await readResults(store, simulations[1]);
  assertEquals([alone.grid.count, alone.grid.names], [1, []]);
  const single = await made.rerun(simulations[1].simulation.id, 0);
  assertEquals(alone.column("totalReturn")[0], single.statistics.totalReturn);
});

Deno.test("Experiment.run() runs everything under each of several settings", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const cheap = { name: "cheap", cash: 50_000 };
  const dear = { ...cheap, name: "dear", commission: { percent: 0.002 } };
  const input = { ...crosses(), grids: [], settings: [cheap, dear] };
  const made = await experiment(input);
  const named = made.simulations.map(({ strategy, instrument, settingsName }) =>
    [strategy, instrument, settingsName].join(" ")
  );
  assertEquals(named, [
    ...["cross ABC cheap", "cross ABC dear", "dip ABC cheap", "dip ABC dear"],
    ...["cross XYZ cheap", "cross XYZ dear", "dip XYZ cheap", "dip XYZ dear"],
  ]);
  assertEquals(new Set(made.simulations.map(({ id }) => id)).size, 8);
  const { simulations } = await made.run({ store, ...quick });
  const [low, high] = await Promise.all(
    simulations.slice(0, 2).map((record) => readResults(store, record)),
  );
  assert(low.column("totalReturn")[0] > high.column("totalReturn")[0]);
  const full = await made.rerun(made.simulations[1].id, 0);
  assertEquals(full.settings.commission.percent, 0.002);
  assertEquals(full.statistics.totalReturn, high.column("totalReturn")[0]);
  assertEquals((await runAgain(made, store)).events, []);
  const stored = readStore(store).simulations.map(({ simulation }) => simulation.settingsName);
  assertEquals(new Set(stored), new Set(["cheap", "dear"]));
});

Deno.test("experiment() refuses settings without names or of one name, and tells under which a grid cannot be run", async () => {
  const refused = (settings: unknown) => problemsOf({ ...crosses(), settings });
  assertStringIncludes(await refused([]), "settings: Expected a list of settings");
  assertStringIncludes(await refused([{}]), "settings[0].name: Expected a name");
  const message = await refused([{ name: "a", cash: 0 }, { name: "a" }, 3]);
  assertStringIncludes(message, "settings[0].cash: ");
  assertStringIncludes(message, 'settings: Expected different names but found "a" more than once');
  assertStringIncludes(message, "settings[2]: Expected an object");
  const grids = [{ strategies: ["cross"], axes: { "settings.slippage.ticks": [1] } }];
  const settings = [{ name: "fine", tick: 0.01 }, { name: "no tick" }];
  const found = await problemsOf({ ...crosses(), grids, settings });
  assertStringIncludes(
    found,
    "settings.slippage.ticks for cross under no tick: Expected 0 without",
  );
  assertEquals(found.includes("under fine"), false);
});

Deno.test("an experiment with one settings object has the ids that it had before there could be several", async () => {
  const { simulations } = await experiment(crosses());
  assertEquals(simulations.map(({ id }) => id), [
    ...["a3d70e40973124aa", "46fb0a112501d8fa", "e97863a07d348671", "6dc5adee5777cace"],
  ]);
});

Deno.test("Experiment.run() goes on where a store was left, and runs nothing twice", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const made = await experiment(crosses());
  const whole = await made.run({ store, ...quick });
  assertEquals(await runAgain(made, store), { events: [], result: whole });

  // Killed after the results were written and before that was noted.
  const path = `${store}/manifest.jsonl`;
  const lines = (await Deno.readTextFile(path)).split("\n");
  await Deno.writeTextFile(path, lines.slice(0, -2).join("\n") + "\n");
  assertEquals(readStore(store).simulations.at(-1)?.status, "pending");
  assertEquals((await runAgain(made, store)).events, ["completed"]);

  // A line that was torn, in the middle of a letter of two bytes.
  const torn = new TextEncoder().encode('{"event":"running","id":"é').subarray(0, -1);
  await Deno.writeFile(path, torn, { append: true });
  assertEquals(readStore(store).simulations.length, 4);
  assertEquals((await runAgain(made, store)).events, []);
  assertStringIncludes((await Deno.readTextFile(path)).slice(-40), "}\n");

  // A simulation that is new, and what a killed process had begun to write.
  await Deno.writeTextFile(`${store}/results/x.arrow.tmp`, "half");
  const more = await experiment({
    ...crosses(),
    instruments: [named("ABC", 400), named("NEW", 300)],
  });
  assertEquals((await runAgain(more, store)).events, [
    ...["pending", "pending", "running", "completed", "running", "completed"],
  ]);
  assertEquals(readStore(store).simulations.length, 6);
  assertEquals((await namesIn(`${store}/results`)).filter((name) => name.endsWith(".tmp")), []);
});

Deno.test("Experiment.run() runs a simulation again whose results are gone", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const made = await experiment(crosses());
  const { simulations } = await made.run({ store, ...quick });
  const path = `${store}/results/${simulations[2].simulation.id}.arrow`;
  const before = await Deno.readFile(path);
  await Deno.remove(path);
  const { events, result } = await runAgain(made, store);
  assertEquals(events, ["retry", "running", "completed"]);
  assertEquals(result.simulations.map(({ status }) => status), Array(4).fill("completed"));
  assertEquals(await Deno.readFile(path), before);
});

Deno.test("readResults() refuses a file that is damaged, and keeps parameters apart from columns of their names", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const params = { time: 3, trades: 2 };
  const odd = { name: "odd", params, long: { enter: "close < sma(close, time + trades)" } };
  const made = await experiment({
    name: "odd",
    strategies: [odd],
    instruments: [named("ABC", 50)],
    grids: [{ axes: { time: [3, 4], trades: [1, 2] } }],
  });
  const { simulations: [record] } = await made.run({ store, ...quick });
  const results = await readResults(store, record);
  assertEquals([...results.grid.matrix], [3, 1, 3, 2, 4, 1, 4, 2]);
  assert(results.column("trades").every((count) => count === 1));
  const path = `${store}/results/${record.simulation.id}.arrow`;
  await Deno.truncate(path, 900);
  await assertRejects(() => readResults(store, record), FileError, "an Arrow file that is whole");
});

Deno.test("Experiment.run() stops at a signal, and what is done stays", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const made = await experiment(crosses());
  const stop = new AbortController();
  const told: string[] = [];
  const { stopped, simulations } = await made.run({
    store,
    ...quick,
    signal: stop.signal,
    onSimulation({ status }): void {
      told.push(status);
      if (told.length === 3) stop.abort();
    },
  });
  assertEquals([stopped, simulations[0].status], [true, "completed"]);
  const { simulations: seen, running } = readStore(store);
  assertEquals([running, seen[3].status], [false, "pending"]);
  const { result } = await runAgain(made, store);
  assertEquals([result.stopped, result.simulations.length], [false, 4]);
});

Deno.test("Experiment.run() notes a failure, goes on with the others, and runs it again when asked", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  let broken = true;
  const own = column("own", (_bars, out) => {
    if (broken) throw new RangeError("no such feed");
    out.fill(1);
  });
  const strategies = [
    { name: "own", long: { enter: { tag: "call", name: ">", args: [own, 0] } } },
    dip,
  ];
  const made = await experiment({
    name: "failing",
    strategies: strategies as ExperimentInput["strategies"],
    instruments: [named("ABC", 50)],
  });
  const { simulations } = await made.run({ store, ...quick });
  assertEquals(simulations.map(({ status }) => status), ["failed", "completed"]);
  assertStringIncludes(simulations[0].reason!, "no such feed");
  await assertRejects(
    () => readResults(store, simulations[0]),
    FileError,
    "it is failed: DataError",
  );
  assertEquals((await runAgain(made, store)).events, []);
  broken = false;
  const { events, result } = await runAgain(made, store, { retryFailed: true });
  assertEquals(events, ["retry", "running", "completed"]);
  assertEquals([result.simulations[0].status, result.simulations[0].reason], ["completed", null]);
});

Deno.test("Experiment.run() keeps what is done of a simulation of which some sets failed, also in an earlier run", async () => {
  using directory = await directoryOf({});
  const [whole, store] = ["whole", "store"].map((name) => `${directory.path}/${name}`);
  const made = await experiment({ ...crosses(), strategies: [cross] });
  const { simulations: [{ simulation }] } = await made.run({ store: whole, ...quick });
  const { id } = simulation;
  const all = await readResults(whole, readStore(whole).simulations[0]);
  await Deno.mkdir(store);
  {
    // A Worker died in sets 2 to 4 of the first six, and the process after they were written.
    using manifest = new Manifest(store, "crosses");
    manifest.add({ event: "pending", id, simulation });
    manifest.add({ event: "running", id });
    manifest.add({ event: "sets failed", id, from: 2, to: 4, reason: "its Worker died" });
    const part = {
      grid: gridPart(all.grid, 0, 6),
      state: (set: number): SetState => set === 2 || set === 3 ? "failed" : "done",
      column: (name: StatisticName): Float64Array => all.column(name).slice(0, 6),
      blocks: (set: number): ReturnType<typeof all.blocks> => all.blocks(set),
    };
    new ResultFiles(store, await loadArrow()).writePart(id, 0, part);
  }
  const { simulations: [record] } = await made.run({ store, ...quick });
  assertEquals([record.status, record.reason], ["failed", "2 of 22 sets failed: its Worker died"]);
  assertEquals(record.failures, [{ from: 2, to: 4, reason: "its Worker died" }]);
  const results = await readResults(store, record);
  assertEquals(rankSets(results).length, 20);
  assertEquals(results.column("sharpe")[9], all.column("sharpe")[9]);
  assertEquals((await namesIn(`${store}/results`)).length, 2);
  const { events } = await runAgain(made, store, { retryFailed: true });
  assertEquals(events, ["retry", "running", "completed"]);
  const bytes = (of: string): Promise<Uint8Array> => Deno.readFile(`${of}/results/${id}.arrow`);
  assertEquals(await bytes(store), await bytes(whole));
});

Deno.test("a store is run by one process at a time, and keeps to one experiment", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const made = await experiment(crosses());
  await made.run({ store, ...quick });
  {
    using _lock = await lockStore(store);
    assert(readStore(store).running);
    await assertRejects(
      () => made.run({ store, ...quick }),
      FileError,
      `another process does, number ${Deno.pid}, since`,
    );
  }
  assertEquals(readStore(store).running, false);
  const other = await experiment({ ...crosses(), name: "others" });
  await assertRejects(() => other.run({ store, ...quick }), FileError, 'it has that of "crosses"');
  await Deno.writeTextFile(`${store}/manifest.jsonl`, "nonsense\n", { append: true });
  await assertRejects(() => made.run({ store, ...quick }), FileError, "line 14");
  await assertRejects(() => Promise.resolve().then(() => readStore(`${store}/none`)), FileError);
});

Deno.test("a store is free once it is given back, whatever commands begin meanwhile", async () => {
  using directory = await directoryOf({});
  const url = new URL("./experiments/start_commands.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  try {
    await new Promise((resolve) => worker.onmessage = resolve);
    let held = 0;
    for (let time = 0; time < 2000; time++) {
      (await lockStore(directory.path))[Symbol.dispose]();
      if (isLocked(directory.path)) held++;
    }
    assertEquals(held, 0);
  } finally {
    worker.terminate();
  }
});

Deno.test("Experiment.run() refuses numbers that are none, and takes no more Workers than there are cores", async () => {
  using directory = await directoryOf({});
  const store = directory.path;
  const made = await experiment(crosses());
  const wrong = { store, maxWorkers: -1, checkpoint: 0 };
  const { message } = await assertRejects(() => made.run(wrong), DefinitionError);
  assertStringIncludes(message, "maxWorkers: Expected a whole number >= 0 and <= 1000000");
  assertStringIncludes(message, "checkpoint: Expected a finite number > 0 but found 0");
  const told: string[] = [];
  await made.run({ store, maxWorkers: 999, onWarning: (text) => told.push(text) });
  assertEquals(told.length, 1);
  assertStringIncludes(told[0], "999 Workers are more than the");
});

Deno.test("Experiment.run() tells how far it is", async () => {
  using directory = await directoryOf({});
  const shares: number[] = [];
  const made = await experiment(crosses());
  await made.run({ store: directory.path, ...quick, onProgress: ({ done }) => shares.push(done) });
  assertEquals([shares[0], shares.at(-1)], [0, 1]);
  assertEquals(shares.toSorted((a, b) => a - b), shares);
});

Deno.test("experiment() reads files, and tells everything that is wrong at once", async () => {
  using directory = await directoryOf({ "spy.csv": barsCsv(30), "bad.csv": "date,open\nx,1\n" });
  const data = `${directory.path}/spy.csv`;
  const made = await experiment({
    name: "files",
    strategies: [dip],
    instruments: [data, { data, name: "half", to: "2020-01-10" }],
    timeframes: ["24h"],
  });
  const found = made.simulations.map((
    { instrument, bars, timeframe },
  ) => [instrument, bars, timeframe]);
  assertEquals(found, [["spy", 30, "1d"], ["half", 10, "1d"]]);

  const message = await problemsOf({
    name: "",
    strategies: [dip, dip, { name: "x", long: { enter: "clos > 1" }, rsk: 1 }],
    instruments: [data, `${directory.path}/none.csv`, `${directory.path}/bad.csv`, 3],
    timeframes: ["1d", "5m", "soon"],
    grids: [{ axes: { n: [1] } }, { axes: { m: [1] }, strategies: ["dipp"] }, { axes: {} }],
    params: { k: 1 },
    setings: {},
    direction: "UP",
    settings: { cash: -1 },
  });
  for (
    const part of [
      'found "setings"; did you mean "settings"?',
      "name: Expected a name",
      'strategies: Expected different names but found "dip" more than once',
      "strategies[2].definition: Expected one of",
      "instruments[1]: Found no file",
      "instruments[2]: Cannot use the bars of",
      "instruments[3]: Expected an object but found 3",
      "timeframes[1]: Expected the time frame of the bars but found 5m for spy (1d); bars are not resampled yet",
      "timeframes[2]: Expected a time frame",
      "settings.cash: ",
      "params.k: Expected a parameter",
      "grids[0].axes.n for dip: Expected a parameter of the strategy",
      'grids[1].strategies[0]: Expected one of dip, dip but found "dipp"; did you mean "dip"?',
      "grids[2].axes: Expected at least one parameter",
      'direction: Expected one of "BOTH"',
    ]
  ) assertStringIncludes(message, part);
});

Deno.test("experiment() refuses sets that a strategy cannot be run with, and equal grids", async () => {
  assertStringIncludes(
    await problemsOf({ ...crosses(), grids: [{ axes: { fast: [3, -1] }, strategies: ["cross"] }] }),
    "grids[0], set 1: long.enter for cross: Expected a whole number >= 1",
  );
  const grids = [{ axes: { fast: [3] }, strategies: ["cross"] }];
  assertStringIncludes(
    await problemsOf({ ...crosses(), grids: [...grids, ...grids] }),
    "grids, on ABC: Expected different grids but found two that are equal for cross",
  );
  assertStringIncludes(
    await problemsOf({ ...crosses(), grids: [{ axes: { "settings.cash": [1, -1] } }] }),
    "settings.cash for cross: ",
  );
});

Deno.test("experiment() gives each of many middling simulations a Worker, with the same results", async () => {
  const made = await experiment({
    name: "middling",
    strategies: [cross],
    instruments: [named("ABC", 20_000)],
    grids: [200, 300, 400].map((slow) => ({
      axes: { fast: { range: [2, 100] }, slow: range(slow, slow + 18) },
    })),
  });
  using directory = await directoryOf({});
  const work = made.simulations.reduce((sum, { sets, bars }) => sum + sets * bars, 0);
  assert(work > 100e6 && made.simulations.every(({ sets, bars }) => sets * bars < 100e6));
  const limit = { most: 2, sealed: false, work };
  for (const simulation of made.simulations) {
    assertEquals(workersOf({ simulation, stays: false }, limit), 1);
    assertEquals(workersOf({ simulation, stays: false }, { ...limit, work: 1e6 }), 0);
  }
  const returns = async (store: string, maxWorkers: number): Promise<Float64Array[]> => {
    const { simulations } = await made.run({ store: `${directory.path}/${store}`, maxWorkers });
    const results = simulations.map((record) => readResults(`${directory.path}/${store}`, record));
    return (await Promise.all(results)).map((result) => result.column("totalReturn"));
  };
  assertEquals(await returns("two", 2), await returns("none", 0));
});
