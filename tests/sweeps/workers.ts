import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { randomBars } from "../../bench/random_bars.ts";
import { DefinitionError } from "../../codegen/define/problem.ts";
import { grid, range, sweep, type SweepProgress } from "../../engine/sweep/mod.ts";
import { runProgram } from "../programs/run_program.ts";
import halfClose from "./half_close.ts";
import { assertSameBits } from "./same_bits.ts";

const bars = randomBars(2_000);
const lengths = grid({ length: range(2, 41) });
const module = new URL("./half_close.ts", import.meta.url);
const cross = {
  name: "cross",
  params: { length: 5 },
  long: { enter: "crossOver(close, sma(close, length))", exit: "rsi(close, length) > 60" },
};

Deno.test("sweep() takes a strategy with custom columns as a module, and refuses its functions", async () => {
  const result = await sweep(module, bars, { grid: lengths, workers: 2 });
  assertEquals([result.done, result.failures], [40, []]);
  assertSameBits(result, [0, 17, 39]);
  const error = await assertRejects(
    () => sweep(halfClose, bars, { grid: lengths, workers: 2 }),
    DefinitionError,
    "Expected columns that are data but found a function",
  );
  assertStringIncludes(error.message, "give sweep() the URL of a module");
  assertEquals((await sweep(halfClose, bars, { grid: lengths, workers: 0 })).done, 40);
});

Deno.test("sweep() with a module that closes its Worker is an error, when it is loaded or later", async () => {
  for (const name of ["closing_module.ts", "closing_column.ts"]) {
    const closing = new URL(`./${name}`, import.meta.url);
    const run = (): Promise<unknown> => sweep(closing, bars, { grid: lengths, workers: 2 });
    await assertRejects(run, Error, "it closed itself");
  }
});

Deno.test("sweep() caps maxWorkers with one warning, and tells how far it is", async () => {
  const warnings: string[] = [];
  const told: SweepProgress[] = [];
  const result = await sweep(cross, bars, {
    grid: lengths,
    maxWorkers: 500,
    onWarning: (message) => warnings.push(message),
    onProgress: (progress) => told.push(progress),
  });
  assertEquals([result.done, warnings.length], [40, 1]);
  assertStringIncludes(warnings[0], "500 Workers are more than the");
  assertEquals([told.at(-1)?.done, told.at(-1)?.sets, told.at(-1)?.left], [1, 40, 0]);
});

for (const workers of [0, 2]) {
  Deno.test(`sweep() with ${workers} Workers stops at a signal and keeps what is done`, async () => {
    const long = randomBars(400_000);
    const sets = grid({ length: range(2, 3001) });
    const stop = new AbortController();
    let stopped = NaN;
    const result = await sweep(cross, long, {
      grid: sets,
      workers,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done <= 0 || stop.signal.aborted) return;
        stop.abort();
        stopped = performance.now();
      },
    });
    const late = performance.now() - stopped;
    assertEquals([result.stopped, result.failures], [true, []]);
    assert(result.done < result.count, `${result.done} sets`);
    assertEquals(result.rank().length, result.done);
    // Within 100 ms on an idle machine: bench/sweep_bench.ts measures it.
    assert(late < 2_000, `stopped after ${late} ms`);
  });
}

Deno.test("sweep() does not wait for a Worker that does not stop", async () => {
  const started = performance.now();
  const result = await sweep(new URL("./slow_column.ts", import.meta.url), bars, {
    grid: lengths,
    workers: 1,
    signal: AbortSignal.timeout(400),
  });
  const took = performance.now() - started;
  assertEquals([result.stopped, result.done, result.failures], [true, 0, []]);
  assert(took < 4_000, `took ${took} ms`);
});

Deno.test("sweep() that is stopped before it begins has no sets", async () => {
  const result = await sweep(cross, bars, {
    grid: lengths,
    workers: 1,
    signal: AbortSignal.abort(),
  });
  assertEquals([result.stopped, result.done, result.state(3)], [true, 0, "waiting"]);
  assert(Number.isNaN(result.column("sharpe")[3]));
});

Deno.test("Workers without permissions run custom columns, which cannot read files", async () => {
  const program = (name: string): string => `
    import { randomBars } from ${
    JSON.stringify(new URL("../../bench/random_bars.ts", import.meta.url))
  };
    import { sweep } from ${JSON.stringify(new URL("../../mod.ts", import.meta.url))};
    const module = new URL(${JSON.stringify(new URL(`./${name}`, import.meta.url))});
    try {
      const grid = { length: [3, 4, 5] };
      const result = await sweep(module, randomBars(500), { grid, workers: { permissions: "none" } });
      console.log(result.done);
    } catch (error) {
      console.log(error.message);
    }`;
  const folder = await Deno.makeTempDir();
  try {
    const run = async (name: string): Promise<string> => {
      await Deno.writeTextFile(`${folder}/${name}`, program(name));
      const flags = ["--unstable-worker-options", "--allow-read", "--no-prompt", "--no-check"];
      return await runProgram([...flags, `${folder}/${name}`]);
    };
    const [fine, refused] = await Promise.all(["half_close.ts", "reading_column.ts"].map(run));
    assertEquals(fine, "3\n");
    assertStringIncludes(refused, 'Cannot fill column "curious"');
    assertStringIncludes(refused, "NotCapable");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
