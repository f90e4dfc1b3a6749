import { assert, assertEquals } from "@std/assert";
import { experiment } from "../engine/experiment/experiment.ts";
import type { ManifestEvent } from "../engine/experiment/store/events.ts";
import { readStore } from "../engine/experiment/store/read_store.ts";
import { randomNumbers } from "../engine/sweep/grid/random.ts";
import { crosses } from "./experiments/crosses.ts";
import { directoryOf, namesIn } from "./script_run.ts";

const program = new URL("./experiments/run_store.ts", import.meta.url);

/** Runs the program and kills it some milliseconds after it has begun; false if it ended before. */
async function runAndKill(store: string, after: number): Promise<boolean> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-A", program.href, store],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  const reader = child.stdout.getReader();
  await reader.read();
  const timer = setTimeout(() => kill(child), after);
  const { success, signal } = await child.status;
  clearTimeout(timer);
  await reader.cancel();
  const text = await errors;
  assert(success || signal === "SIGKILL", text);
  return !success;
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    // It has ended by itself, and its status is on the way.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function bytesOf(store: string): Promise<Record<string, Uint8Array>> {
  const names = await namesIn(`${store}/results`);
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await Deno.readFile(`${store}/results/${name}`)]),
    ),
  );
}

Deno.test("an experiment that is killed again and again comes to the bits of one that is not", async () => {
  using directory = await directoryOf({});
  const [whole, killed] = ["whole", "killed"].map((name) => `${directory.path}/${name}`);
  const began = performance.now();
  const made = await experiment(crosses(6000));
  await made.run({ store: whole, maxWorkers: 0 });
  const span = performance.now() - began;
  const seed = Math.floor(Math.random() * 2 ** 31);
  const next = randomNumbers(seed);
  let kills = 0;
  for (let run = 0; run < 5; run++) kills += Number(await runAndKill(killed, span * next()));
  await made.run({ store: killed, maxWorkers: 0 });

  const told = `seed ${seed}, ${kills} kills`;
  assertEquals(await bytesOf(killed), await bytesOf(whole), told);
  const { simulations } = readStore(killed);
  assertEquals(simulations.map(({ status }) => status), new Array(4).fill("completed"), told);
  const lines = (await Deno.readTextFile(`${killed}/manifest.jsonl`)).trim().split("\n");
  const ended = new Set<string>();
  for (const event of lines.map((line): ManifestEvent => JSON.parse(line))) {
    if (event.event === "experiment") continue;
    assert(!ended.has(event.id), `${told}: ${event.event} of ${event.id} after it had ended`);
    if (event.event === "completed") ended.add(event.id);
  }
});

Deno.test("an experiment goes on from every line of its manifest, whole or torn, with and without the file that was next", async () => {
  using directory = await directoryOf({});
  const whole = `${directory.path}/whole`;
  const input = { ...crosses(200), instruments: crosses(200).instruments.slice(0, 1) };
  const made = await experiment(input);
  await made.run({ store: whole, maxWorkers: 0 });
  const results = await bytesOf(whole);
  const lines = (await Deno.readTextFile(`${whole}/manifest.jsonl`)).split(/(?<=\n)/);
  for (let kept = 0; kept <= lines.length; kept++) {
    for (const [torn, hasNext] of [["", false], ["", true], ['{"ev', false], ['{"ev', true]]) {
      const store = `${directory.path}/${kept}${torn ? "torn" : ""}${hasNext}`;
      await Deno.mkdir(`${store}/results`, { recursive: true });
      await Deno.writeTextFile(`${store}/manifest.jsonl`, lines.slice(0, kept).join("") + torn);
      const ended = lines.slice(0, kept + Number(hasNext)).map((line) => JSON.parse(line))
        .filter(({ event }) => event === "completed");
      for (const { id } of ended) {
        await Deno.writeFile(`${store}/results/${id}.arrow`, results[`${id}.arrow`]);
      }
      let ran = 0;
      const { simulations } = await made.run({
        store,
        maxWorkers: 0,
        onSimulation: ({ status }) => ran += Number(status === "running"),
      });
      assertEquals(simulations.map(({ status }) => status), ["completed", "completed"]);
      assertEquals(ran, 2 - ended.length, `${kept} lines, ${torn}, ${hasNext}`);
      assertEquals(await bytesOf(store), results);
    }
  }
});
