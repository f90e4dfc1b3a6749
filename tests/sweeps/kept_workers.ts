import { assert, assertEquals } from "@std/assert";
import { randomBars } from "../../bench/random_bars.ts";
import type { SweepJob } from "../../engine/sweep/job.ts";
import { closeWorkers, sweep } from "../../engine/sweep/mod.ts";
import { runInWorkers } from "../../engine/sweep/workers/pool.ts";
import { runProgram } from "../programs/run_program.ts";

/** How many jobs the Worker has had that ran this one. */
async function jobsOfWorker(search: string, columns: Float64Array[] = []): Promise<number> {
  const states = new Int32Array(new SharedArrayBuffer(4));
  await runInWorkers({ store: { states }, columns } as unknown as SweepJob, {
    workers: 1,
    strategy: undefined,
    sealed: false,
    entry: new URL(`./counting_worker.ts${search}`, import.meta.url),
    signal: undefined,
    onPassed: undefined,
  });
  return states[0];
}

Deno.test("Workers are used again until closeWorkers() ends them", async () => {
  assertEquals([await jobsOfWorker(""), await jobsOfWorker("")], [1, 2]);
  assertEquals([await jobsOfWorker("?another"), await jobsOfWorker("")], [1, 3]);
  closeWorkers();
  assertEquals(await jobsOfWorker(""), 1);
});

Deno.test("no more Workers wait than there are cores", async () => {
  await jobsOfWorker("?first");
  for (let other = 0; other < navigator.hardwareConcurrency; other++) {
    await jobsOfWorker(`?${other}`);
  }
  assertEquals(await jobsOfWorker("?first"), 1);
});

for (const search of ["?leaves", "?throws", "?fails"]) {
  Deno.test(`a Worker that ${search.slice(1)} is not used again`, async () => {
    assertEquals(await jobsOfWorker(search), 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assertEquals(await jobsOfWorker(search), 1);
  });
}

Deno.test("a Worker that has seen much memory is not used again", async () => {
  const large = (): Float64Array[] => [new Float64Array(new SharedArrayBuffer(80e6))];
  assertEquals([await jobsOfWorker("?large", large()), await jobsOfWorker("?large", large())], [
    1,
    2,
  ]);
  assertEquals(await jobsOfWorker("?large"), 1);
});

const above = { name: "above", params: { n: 3 }, long: { enter: "close > sma(close, n)" } };

for (const time of ["first", "second"]) {
  Deno.test({
    name: `a sweep leaves nothing behind that Deno's sanitizers see, the ${time} time`,
    sanitizeOps: true,
    sanitizeResources: true,
    fn: async () => {
      const result = await sweep(above, randomBars(500), { grid: { n: [2, 5, 9] }, workers: 2 });
      assertEquals(result.done, 3);
    },
  });
}

Deno.test("Workers that wait do not keep a process alive", async () => {
  const folder = await Deno.makeTempDir();
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url));
  try {
    await Deno.writeTextFile(
      `${folder}/program.ts`,
      `import { randomBars } from ${url("../../bench/random_bars.ts")};
      import { sweep } from ${url("../../mod.ts")};
      await sweep(${JSON.stringify(above)}, randomBars(500), { grid: { n: [2, 5] }, workers: 2 });
      const before = performance.now();
      addEventListener("unload", () => console.log(performance.now() - before));`,
    );
    const waited = Number(await runProgram(["-A", "--no-check", `${folder}/program.ts`]));
    // They would end themselves after ten seconds.
    assert(waited < 5_000, `waited ${waited} ms`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
