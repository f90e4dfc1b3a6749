import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { compile } from "../codegen/compile.ts";
import { settings } from "../codegen/define/settings.ts";
import { strategy } from "../codegen/define/strategy.ts";
import { paint } from "../scripts/command/paint.ts";
import demo from "../scripts/demo_strategy.json" with { type: "json" };
import { directoryOf, runScript } from "./script_run.ts";

Deno.test("demo.ts prints a page of fewer than 60 lines about real prices", async () => {
  const { code, stdout, stderr } = await runScript("demo.ts", []);
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "sma-50-200 on S&P 500, 2000-01-03 to 2020-04-17, 5,105 bars");
  assertStringIncludes(stdout, "trailingStop");
  const lines = stdout.trimEnd().split("\n");
  assert(lines.length < 60, `${lines.length} lines`);
  assert(lines.at(-1)?.startsWith("Your own: deno run "), lines.at(-1));
});

Deno.test("show_code.ts prints the source that is compiled", async () => {
  const text = JSON.stringify({ ...demo, short: demo.long });
  using directory = await directoryOf({ "strategy.json": text, "settings.json": '{ "lot": 1 }' });
  const args = ["--strategy", `${directory.path}/strategy.json`, "--direction", "LONG"];
  const config = ["--config", `${directory.path}/settings.json`];
  const { code, stdout, stderr } = await runScript("show_code.ts", [...args, ...config]);
  assertEquals([code, stderr], [0, ""]);
  const { source } = compile(strategy(JSON.parse(text)), settings({ lot: 1 }), "LONG");
  assertEquals(stdout, source + "\n");
});

Deno.test("paint() marks headings and losses and no other text", () => {
  const page = [
    "x-1 on a-2, 2020-01-02 to 2020-01-03",
    "Drawdown                          Trades",
    "  Worst             -1,234.50%      Trades      3",
    "Last 10 of 36 trades (times in UTC)",
    "-5.00 ┤▄█",
  ].join("\n");
  const bold = (text: string): string => `\x1b[1m${text}\x1b[22m`;
  const red = (text: string): string => `\x1b[31m${text}\x1b[39m`;
  assertEquals(paint(page).split("\n"), [
    "x-1 on a-2, 2020-01-02 to 2020-01-03",
    `${bold("Drawdown")}                          ${bold("Trades")}`,
    `  Worst             ${red("-1,234.50%")}      Trades      3`,
    bold("Last 10 of 36 trades (times in UTC)"),
    `${red("-5.00")} ┤▄█`,
  ]);
});
