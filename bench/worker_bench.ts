/**
 * What another core costs: the first answer of a Worker and of a process, and 80 MB of prices handed to a Worker shared,
 * moved and copied. Run: `deno bench -A bench/worker_bench.ts`.
 *
 * @module
 */
const echo = "data:text/javascript,onmessage = ({ data }) => postMessage(data.length ?? 0);";
const bytes = 80_000_000;

/** Sends a message and waits for the answer. */
function ask(worker: Worker, message: unknown, transfer: Transferable[] = []): Promise<unknown> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message, transfer);
  });
}

Deno.bench(
  "Worker: start and first answer",
  { group: "start", baseline: true, n: 20 },
  async () => {
    const worker = new Worker(echo, { type: "module" });
    await ask(worker, 1);
    worker.terminate();
  },
);

Deno.bench("process: start and first answer", { group: "start", n: 20 }, async () => {
  await new Deno.Command(Deno.execPath(), { args: ["eval", "console.log(1)"] }).output();
});

const worker = new Worker(echo, { type: "module" });
await ask(worker, 1);

Deno.bench("80 MB shared", { group: "data", baseline: true, n: 10 }, async (b) => {
  const column = new Float64Array(new SharedArrayBuffer(bytes));
  b.start();
  await ask(worker, column);
  b.end();
});

Deno.bench("80 MB moved", { group: "data", n: 10 }, async (b) => {
  const column = new Float64Array(bytes / 8);
  b.start();
  await ask(worker, column, [column.buffer]);
  b.end();
});

Deno.bench("80 MB copied", { group: "data", n: 10 }, async (b) => {
  const column = new Float64Array(bytes / 8);
  b.start();
  await ask(worker, column);
  b.end();
});
