/**
 * Milliseconds from the start of a script's module to its first result, on daily S&P 500 prices: loading the library,
 * reading the file, definition, compilation and run. Run: `deno run -A bench/first_result.ts`, which starts a process for
 * each of 15 tries and prints the fastest and the median.
 *
 * @module
 */
import { sp500Path } from "../scripts/demo_data.ts";

const library = new URL("../mod.ts", import.meta.url).href;
const program = `
const start = performance.now();
const { backtest, close, crossOver, crossUnder, readBars, sma, trailingStop } = await import("${library}");
const [fast, slow] = [sma(close, 20), sma(close, 50)];
const definition = {
  name: "first",
  long: { enter: crossOver(fast, slow), exit: crossUnder(fast, slow) },
  risk: [trailingStop(0.08)],
};
const result = backtest(definition, await readBars(new URL("${await sp500Path()}")));
console.log(performance.now() - start, result.equity.at(-1));
`;
const file = await Deno.makeTempFile({ suffix: ".ts" });
await Deno.writeTextFile(file, program);
const spent: number[] = [];
for (let attempt = 0; attempt < 15; attempt++) {
  const args = ["run", "--no-config", "--allow-read", "--allow-import", file];
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" }).output();
  spent.push(Number(new TextDecoder().decode(stdout).split(" ")[0]));
}
await Deno.remove(file);
spent.sort((a, b) => a - b);
console.log(`first result: fastest ${spent[0].toFixed(1)} ms, median ${spent[7].toFixed(1)} ms`);
