import { assert, assertEquals, assertMatch } from "@std/assert";
import { backtest } from "../engine/run/backtest.ts";
import { bars, costs, dips, up } from "./programs/no_codegen_runs.ts";
import { runProgram } from "./programs/run_program.ts";

const program = new URL("programs/no_codegen.ts", import.meta.url);

Deno.test("where strings may not become code, backtest() says so and simMode event works", async () => {
  const output = await runProgram([
    "--v8-flags=--disallow-code-generation-from-strings",
    "--no-check",
    program.href,
  ]);
  const { batch, verify, compile, event, orders } = JSON.parse(output);
  for (const { name, message } of [batch, verify, compile]) {
    assertEquals(name, "CodeGenerationError");
    assertMatch(message, /^Cannot compile .*forbidden.*simMode "event"$/);
  }
  assertEquals(event, [...backtest(up, bars).equity]);
  const { equity, trades } = backtest(dips, bars, costs);
  assert(trades.length > 2, `${trades.length} trades`);
  assertEquals(orders, [...equity]);
});
