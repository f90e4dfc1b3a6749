import { assert, assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { runScript } from "./script_run.ts";

/** What an example prints, line by line. */
async function linesOf(name: string): Promise<string[]> {
  const { code, stdout, stderr } = await runScript(`examples/${name}`, []);
  assertEquals([code, stderr], [0, ""]);
  return stdout.trimEnd().split("\n");
}

/** The numbers in a line, in order. */
function numbersIn(line: string): number[] {
  const text = line.replaceAll(/(\d),(?=\d{3})/g, "$1");
  return [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map(([found]) => Number(found));
}

Deno.test("every example has a test, a line in the README and fewer than 40 lines", async () => {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  const tests = await Deno.readTextFile(new URL(import.meta.url));
  const folder = new URL("../scripts/examples/", import.meta.url);
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  assertEquals(names.length, 15);
  for (const name of names) {
    const text = await Deno.readTextFile(new URL(name, folder));
    assert(text.trimEnd().split("\n").length < 40, name);
    assert(tests.includes(`linesOf("${name}")`), `no test of ${name}`);
    assert(readme.includes(`\`${name.replace(".ts", "")}\``), `README lacks ${name}`);
  }
});

Deno.test("crossover.ts runs one strategy with three pairs of lengths", async () => {
  const lines = await linesOf("crossover.ts");
  assertEquals(lines.map((line) => line.split(":")[0]), ["10/50", "20/100", "50/200"]);
  const trades = lines.map((line) => Number(/: (\d+) trades/.exec(line)?.[1]));
  assert(trades[0] > trades[1] && trades[1] > trades[2] && trades[2] > 0);
  for (const line of lines) assertMatch(line, /return \d+\.\d\d% \(held: 97\.53%\)/);
});

Deno.test("mean_reversion_bracket.ts counts every exit and its profit", async () => {
  const [summary, ...lines] = await linesOf("mean_reversion_bracket.ts");
  const reasons = lines.slice(0, -1).map(numbersIn);
  const [trades] = numbersIn(summary);
  assertEquals(reasons.reduce((sum, [count]) => sum + count, 0), trades);
  const profit = reasons.reduce((sum, [, pnl]) => sum + pnl, 0);
  assertAlmostEquals(profit / 1000, numbersIn(summary).at(-1) as number, 0.01);
  for (const reason of ["takeProfit", "stopLoss", "timeStop"]) {
    assert(lines.some((line) => line.trim().startsWith(`${reason}: `)), reason);
  }
});

Deno.test("breakout_atr_trail.ts shows its best trades in order, all out by the trail", async () => {
  const [summary, , ...best] = await linesOf("breakout_atr_trail.ts");
  assertMatch(summary, /^\d+ trades, return /);
  const profits = best.map((line) => numbersIn(line).at(-1) as number);
  assertEquals(profits, profits.toSorted((one, other) => other - one));
  for (const line of best) assertMatch(line, /in \d{4}-\d\d-\d\d, .* by trailingStop: /);
});

Deno.test("limit_pullback.ts has fewer trades where it waits, and orders that expire", async () => {
  const [market, , limit] = await linesOf("limit_pullback.ts");
  const [bought, none] = numbersIn(market);
  const [, filled, expired] = numbersIn(limit);
  assertEquals(none, 0);
  assert(filled > 0 && expired > 0 && filled + expired < bought);
});

Deno.test("long_short_user_column.ts trades both sides and borrows for shorts only", async () => {
  const [both, long, short] = (await linesOf("long_short_user_column.ts")).map(numbersIn);
  assert(both[0] > 0 && both[1] > 0 && both[3] > 0);
  assertEquals([long[1], long[3]], [0, 0]);
  assertEquals(short[0], 0);
  assert(short[1] > 0 && short[3] > 0);
});

Deno.test("custom_column.ts trades a filter that does not look ahead", async () => {
  const [summary, ahead] = await linesOf("custom_column.ts");
  assert(numbersIn(summary)[0] > 10);
  assertEquals(ahead, "Look-ahead: none");
});

Deno.test("volatility_target.ts has less volatility and a smaller drawdown", async () => {
  const [all, , target, interest] = await linesOf("volatility_target.ts");
  const [, volatility, worst] = numbersIn(all);
  const [wanted, , found, depth] = numbersIn(target);
  assert(found < volatility && Math.abs(found - wanted) < 3, target);
  assert(depth > worst, target);
  assert(numbersIn(interest)[1] !== 0);
});

Deno.test("scale_out_break_even.ts takes a half, a quarter and the rest out", async () => {
  const [summary, ...parts] = await linesOf("scale_out_break_even.ts");
  const [positions, rows] = numbersIn(summary);
  assert(positions < rows);
  const [half, quarter, rest] = parts.map((line) => Number(/: (\d+) at/.exec(line)?.[1]));
  assert(Math.abs(half - quarter - rest) <= 1 && Math.abs(quarter - rest) <= 1);
  assertEquals(parts.map((line) => line.includes("by scaleOut")), [true, true, false]);
});

Deno.test("session_minutes.ts trades once a day at most, inside the session", async () => {
  const [summary, ...trades] = await linesOf("session_minutes.ts");
  const [count, days] = numbersIn(summary);
  assert(count > 0 && count <= days);
  for (const line of trades) {
    const [, from, to] = /(\d\d:\d\d) to (\d\d:\d\d) by (?:stopLoss|sessionEnd)/.exec(line) ?? [];
    assert("10:00" < from && from <= "15:00" && from < to && to <= "15:55", line);
  }
});

Deno.test("pyramiding_trend.ts invests more with more additions", async () => {
  const runs = (await linesOf("pyramiding_trend.ts")).map(numbersIn);
  assertEquals(runs.map(([most]) => most), [0, 1, 3]);
  assertEquals(runs[0][2], 0);
  for (const [most, trades, additions] of runs) assert(additions <= most * trades);
  const invested = runs.map((numbers) => numbers[4]);
  assertEquals(invested, invested.toSorted((one, other) => one - other));
  assert(invested[0] < invested[2]);
});

Deno.test("rotation.ts holds two of five shares, also one that lists late", async () => {
  const [rotation, equal, ...assets] = await linesOf("rotation.ts");
  const [gain, worst, invested] = numbersIn(rotation);
  const [other, deeper] = numbersIn(equal);
  assert(gain > other && worst > deeper && invested <= 100.01);
  assertEquals(assets.length, 5);
  assert(assets.some((line) => /GOOG: [1-9]/.test(line)));
  const profits = assets.map((line) => numbersIn(line).at(-1) as number);
  assertEquals(profits, profits.toSorted((one, other) => other - one));
});

Deno.test("trend_slots.ts leaves out entries for which there is no room", async () => {
  const [two, all, best] = await linesOf("trend_slots.ts");
  const [[gain, worst, trades, left], [other, deeper, more]] = [two, all].map(numbersIn);
  assert(gain > other && worst > deeper && trades < more && left > 0);
  assertMatch(best, /^ +best: AAPL from \d{4}-\d\d, \d/);
});

Deno.test("volatility_weights.ts has less volatility and a smaller drawdown, for more costs", async () => {
  const [all, depth, target, less] = (await linesOf("volatility_weights.ts")).map(numbersIn);
  const [wanted, , found] = target;
  assert(found < all[1] && Math.abs(found - wanted) < 2);
  assert(less[0] > depth[0] && less[1] > depth[1] && less[2] > depth[2]);
});

Deno.test("many_sets.ts holds the best of one half of the data against the other", async () => {
  const lines = await linesOf("many_sets.ts");
  assertEquals(lines.map((line) => line.split(/[: ]/)[0]), ["trend", "", "dip", ""]);
  const [best, neighbours] = numbersIn(lines[0]);
  assert(best >= neighbours);
  assertMatch(lines[1], /^ {2}later -?\d\.\d\d, rank \d+ of 40$/);
});

Deno.test("rotation_sets.ts holds the best pairs of one half of the data against the other", async () => {
  const found = (await linesOf("rotation_sets.ts")).map(numbersIn);
  assertEquals(found.length, 3);
  const best = found.map(([, , sharpe]) => sharpe);
  assertEquals(best, best.toSorted((one, other) => other - one));
  for (const [count, months, , later] of found) {
    assert(count <= 3 && months <= 12 && Number.isFinite(later));
  }
});
