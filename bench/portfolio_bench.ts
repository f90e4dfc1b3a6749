/**
 * Many assets in one account: compiled runs against an engine of plain objects in TypeScript and against the reference
 * engine. Before times are printed equity, orders and fills of all are compared.
 *
 * Run: `deno run -A bench/portfolio_bench.ts` for all scenarios of `portfolio/cases.ts`, each engine in processes of its
 * own, with `--processes N` and `--rounds N` (the fastest of all counts) and `--only TEXT`; `deno bench -A
 * bench/portfolio_bench.ts` for short runs in one process. How time and memory grow with assets and orders is in
 * portfolio_growth.ts, other libraries in peers/portfolio.ts.
 *
 * @module
 */
import { cpus } from "node:os";
import { alignedTable } from "../engine/stats/table.ts";
import { numberOption } from "./number_option.ts";
import { type PortfolioCase, portfolioCases } from "./portfolio/cases.ts";
import { type Best, measured } from "./portfolio/measured.ts";
import { compareRuns, type EngineName, runOf } from "./portfolio/run_of.ts";
import { randomPanel } from "./random_panel.ts";

/** The reference engine runs over one of so many parts of the bars. */
const referenceParts = 20;

if (import.meta.main) await printAll();
else registerShort();

async function printAll(): Promise<void> {
  const at = Deno.args.indexOf("--only");
  const wanted = portfolioCases.filter(({ name }) => at < 0 || name.includes(Deno.args[at + 1]));
  const times = [[
    ...["fastest of all runs", "first ms", "later ms", "first cpu", "later cpu", "ns/event"],
    ...["M events/s", "orders", "fills", "MB data", "MB above", "MB in all"],
  ]];
  const ratios = [["time of others over compiled", "first", "later", "first cpu", "later cpu"]];
  let largest = 0;
  for (const made of wanted) {
    const all = await runAll(made);
    const [compiled, ...others] = all;
    for (const other of others) largest = Math.max(largest, compareRuns(compiled, other));
    times.push([made.name], ...all.map((best) => timeRow(made, best)));
    ratios.push([made.name], ...others.map((other) => ratioRow(compiled, other)));
  }
  const { deno, v8 } = Deno.version;
  const load = Deno.loadavg().map((load) => load.toFixed(1)).join(" ");
  console.log(
    `Deno ${deno}, V8 ${v8}, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${load}`,
  );
  console.log(`Equity of all agrees, largest relative difference ${largest.toExponential(1)}`);
  console.log(`\n${alignedTable(ratios, "lrrrr")}`);
  console.log(`\n${alignedTable(times, "lrrrrrrrrrrr")}`);
  console.log(`
ms: by the clock. cpu: milliseconds of the processor on the thread, which other work of the machine lengthens less;
ns/event and events/s are of it, in a later run. MB data: resident before the first run, with arrays or objects of
the bars. MB in all: peak of the process until the end of the first run (VmHWM); MB above: the difference.
Times of the reference are those of 1/${referenceParts} of the bars, multiplied.`);
}

async function runAll(made: PortfolioCase): Promise<Best[]> {
  const processes = numberOption("processes", 3);
  const rounds = numberOption("rounds", 8);
  const found = [await measured(made, { engine: "compiled", processes, rounds })];
  const plain: EngineName[] = ["plain objects"];
  if (made.drive !== "resting") plain.push("plain objects, sorting");
  for (const engine of plain) {
    found.push(await measured(made, { engine, processes, rounds: Math.min(rounds, 4) }));
  }
  const short = { ...made, length: Math.ceil(made.length / referenceParts) };
  const reference = await measured(short, { engine: "reference", processes: 1, rounds: 2 });
  const scale = made.length / short.length;
  return [...found, {
    ...reference,
    first: reference.first * scale,
    later: reference.later * scale,
    firstThread: reference.firstThread * scale,
    laterThread: reference.laterThread * scale,
  }];
}

function timeRow({ length, assets }: PortfolioCase, best: Best): string[] {
  const { engine, first, later, firstThread, laterThread, orders, fills, held, peak } = best;
  const time = laterThread === laterThread ? laterThread : later;
  const isWhole = best.equity.length === length;
  const rest = [
    orders,
    fills,
    ...[held, peak - held, peak].map((bytes) => Math.round(bytes / 1e6)),
  ];
  return [
    `  ${engine}`,
    ...[first, later, firstThread, laterThread].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)),
    (1e6 * time / (length * assets)).toFixed(1),
    (length * assets / time / 1e3).toFixed(1),
    ...(isWhole ? rest.map(String) : []),
  ];
}

function ratioRow(compiled: Best, other: Best): string[] {
  const fields = ["first", "later", "firstThread", "laterThread"] as const;
  return [
    `  ${other.engine}`,
    ...fields.map((field) => (other[field] / compiled[field]).toFixed(1)),
  ];
}

function registerShort(): void {
  const engines: EngineName[] = ["compiled", "plain objects", "reference"];
  for (const whole of portfolioCases.filter(({ length }) => length === 2520)) {
    const made = { ...whole, length: 50 };
    const panel = randomPanel(made);
    const [compiled, ...others] = engines.map((engine) => runOf(made, panel, engine));
    const first = compiled();
    for (const other of others) compareRuns(first, other());
    for (const [index, run] of [compiled, ...others].entries()) {
      const isSlow = engines[index] === "reference";
      Deno.bench({
        name: `50 bars x ${made.assets}: ${engines[index]}`,
        group: made.name,
        baseline: engines[index] === "plain objects",
        ...(isSlow ? { n: 1, warmup: 0 } : { n: 50, warmup: 30 }),
        fn: () => void run(),
      });
    }
  }
}
