import { assertEquals, assertMatch } from "@std/assert";
import { backtest } from "../engine/run/backtest.ts";
import { barsFrom } from "../engine/data/bars_from.ts";
import { runProgram } from "./programs/run_program.ts";

const program = new URL("programs/no_codegen.ts", import.meta.url);

Deno.test("where strings may not become code, backtest() says so and simMode event works", async () => {
  const output = await runProgram([
    "--v8-flags=--disallow-code-generation-from-strings",
    "--no-check",
    program.href,
  ]);
  const { batch, verify, compile, event } = JSON.parse(output);
  for (const { name, message } of [batch, verify, compile]) {
    assertEquals(name, "CodeGenerationError");
    assertMatch(message, /^Cannot compile .*forbidden.*simMode "event"$/);
  }
  const close = [10, 11, 12, 11, 10, 9, 10, 12];
  const bars = barsFrom({ time: close.map((_, day) => day * 86_400_000), close }, {
    priceOnly: true,
  });
  const up = { name: "up", long: { enter: "rising(close, 2)", exit: "falling(close, 2)" } };
  assertEquals(event, [...backtest(up, bars).equity]);
});
