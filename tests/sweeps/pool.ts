import { assert, assertEquals, assertRejects } from "@std/assert";
import { setStates, type SweepJob } from "../../engine/sweep/job.ts";
import { runInWorkers } from "../../engine/sweep/workers/pool.ts";
import { control, leastSets, takeSets } from "../../engine/sweep/workers/protocol.ts";

/** A job of which nothing is run. */
function jobOf(sets: number): SweepJob {
  const states = new Int32Array(new SharedArrayBuffer(4 * sets));
  return { store: { states } } as unknown as SweepJob;
}

const options = {
  workers: 2,
  strategy: undefined,
  sealed: false,
  signal: undefined,
  onPassed: undefined,
};
const entry = new URL("./dying_worker.ts", import.meta.url);

for (
  const [how, search, reason] of [
    ["dies", "", "a Worker died: Uncaught Error: out of order"],
    [
      "closes itself",
      "?closes",
      "a Worker died: it closed itself, as self.close() and Deno.exit() do",
    ],
  ]
) {
  Deno.test(`the sets of a Worker that ${how} fail with the reason, the others are done`, async () => {
    const job = jobOf(1000);
    const dying = new URL(search, entry);
    const failures = await runInWorkers(job, { ...options, workers: 1, entry: dying });
    assert(failures.length > 0);
    for (const failure of failures) {
      assertEquals(failure.reason, reason);
      const states = job.store.states.subarray(failure.from, failure.to);
      assert(states.every((state) => state === setStates.failed));
    }
    const failed = failures.reduce((sum, { from, to }) => sum + to - from, 0);
    const done = job.store.states.filter((state) => state === setStates.done).length;
    assertEquals([failed + done, done > 0], [1000, true]);
  });
}

Deno.test("a sweep whose Workers die before they take a set is an error", async () => {
  const broken = { ...options, entry: new URL("?at-once", entry) };
  await assertRejects(() => runInWorkers(jobOf(10), broken), Error, "Cannot run the sweep");
});

Deno.test("takeSets() gives every set once, in pieces that become small", () => {
  for (const [workers, count] of [[1, 10], [2, 2_500], [7, 10_000], [64, 100]]) {
    const words = new Int32Array(new SharedArrayBuffer(4 * (control.taken + 2 * workers)));
    const pieces: number[] = [];
    for (let next = 0;;) {
      const taken = takeSets(words, { worker: pieces.length % workers, workers, count });
      if (taken === undefined) break;
      assertEquals(taken.from, next);
      pieces.push(taken.to - taken.from);
      next = taken.to;
    }
    assertEquals(pieces.reduce((sum, piece) => sum + piece, 0), count);
    assert(pieces.at(-1)! < 2 * leastSets, String(pieces));
  }
});
