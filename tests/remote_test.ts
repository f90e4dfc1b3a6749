import { assertEquals } from "@std/assert";
import { runProgram } from "./programs/run_program.ts";

const root = new URL("../", import.meta.url);

/** Serves the files of the repository as a web server would that knows nothing of Deno. */
async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const file = new URL(`.${pathname}`, root);
  if (!file.href.startsWith(root.href)) return new Response("", { status: 404 });
  try {
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(await Deno.readFile(file), { headers });
  } catch {
    return new Response("", { status: 404 });
  }
}

function quietly(): void {}

/** A sweep in two Workers, of a strategy whose module is remote and has a function of its own. */
function sweepProgram(address: string): string {
  return `
import { barsFrom, sweep } from "${address}/mod.ts";
const close = Array.from({ length: 600 }, (_, t) => 100 + 10 * Math.sin(t / 4) + (t % 3));
const time = close.map((_, day) => day * 86_400_000);
const bars = barsFrom({ time, close }, { priceOnly: true });
const module = new URL("${address}/tests/sweeps/half_close.ts");
const result = await sweep(module, bars, { grid: { length: [3, 5, 8, 13] }, workers: 2 });
const [best] = result.rank({ by: "totalReturn" });
const found = result.column("totalReturn")[best];
console.log(JSON.stringify([result.done, found, result.rerun(best).statistics.totalReturn]));
`;
}

/** The same of a portfolio, whose code is a remote module. */
function portfolioSweepProgram(address: string): string {
  return `
import { panelFromArrays, sweepPortfolio } from "${address}/mod.ts";
const time = Array.from({ length: 200 }, (_, day) => day * 86_400_000);
const close = time.flatMap((_, t) => [1, 2, 3].map((k) => 100 + 10 * Math.sin(t / (4 * k)) + t % k));
const panel = panelFromArrays({ symbols: ["A", "B", "C"], time, close, priceOnly: true });
const module = new URL("${address}/tests/sweeps/rotation.ts");
const grid = { days: [3, 5, 8], count: [1, 2] };
const result = await sweepPortfolio(module, panel, { grid, workers: 2 });
const [best] = result.rank({ by: "totalReturn" });
const found = result.column("totalReturn")[best];
console.log(JSON.stringify([result.done, found, result.rerun(best).statistics.totalReturn]));
`;
}

function program(address: string): string {
  return `
import { backtest, barsFrom, close, crossOver, crossUnder, param, percentOfEquity, sma, stopLoss, strategy } from "${address}/mod.ts";
const prices = Array.from({ length: 60 }, (_, t) => 100 + 10 * Math.sin(t / 4) + (t % 3));
const time = prices.map((_, day) => day * 86_400_000);
const bars = barsFrom({ time, close: prices }, { priceOnly: true });
const [fast, slow] = [sma(close, param("fast", 3)), sma(close, param("slow", 8))];
const built = strategy({
  name: "sma-cross",
  long: { enter: crossOver(fast, slow), exit: crossUnder(fast, slow) },
  risk: [stopLoss(0.05)],
  size: percentOfEquity(0.95),
});
const text = strategy({
  name: "sma-cross",
  params: { fast: 3, slow: 8 },
  long: {
    enter: "crossOver(sma(close, fast), sma(close, slow))",
    exit: "crossUnder(sma(close, fast), sma(close, slow))",
  },
  risk: [{ stopLoss: 0.05 }],
  size: { percentOfEquity: 0.95 },
});
const runs = [built, text].map((made) => backtest(made, bars, { verify: true }));
console.log(JSON.stringify(runs.map((run) => [run.strategy.hash, run.trades.length, run.equity.at(-1)])));
`;
}

Deno.test("mod.ts can be imported by URL into an empty folder without a config", async () => {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: quietly }, serve);
  const folder = await Deno.makeTempDir();
  try {
    const host = `127.0.0.1:${server.addr.port}`;
    const main = `${folder}/main.ts`;
    await Deno.writeTextFile(main, program(`http://${host}`));
    const flags = ["--no-config", "--no-lock", "--no-check", `--allow-import=${host}`];
    // Another run may have had this port, and its files are cached.
    const fresh = `--reload=http://${host}`;
    const printed = await runProgram([...flags, fresh, "main.ts"], { cwd: folder });
    const [built, text] = JSON.parse(printed);
    assertEquals(text, built);
    assertEquals(built[1] > 0, true, printed);
    await Deno.writeTextFile(`${folder}/sweep.ts`, sweepProgram(`http://${host}`));
    const [done, found, single] = JSON.parse(
      await runProgram([...flags, "sweep.ts"], { cwd: folder }),
    );
    assertEquals([done, found], [4, single]);
    await Deno.writeTextFile(`${folder}/portfolio.ts`, portfolioSweepProgram(`http://${host}`));
    const printedSets = await runProgram([...flags, "portfolio.ts"], { cwd: folder });
    const [sets, value, again] = JSON.parse(printedSets);
    assertEquals([sets, value], [6, again]);
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
});
