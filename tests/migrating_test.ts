import { assertEquals } from "@std/assert";
import { exitReasons, functions, orderReasons } from "../codegen/mod.ts";
import { filterSpecs } from "../codegen/define/filter.ts";
import { orderSpecs } from "../codegen/define/orders.ts";
import { ruleSpecs } from "../codegen/define/rules.ts";
import { choices } from "../codegen/define/settings.ts";
import { sizeSpecs } from "../codegen/define/sizes.ts";
import * as portfolioCodes from "../engine/portfolio/order_codes.ts";
import * as library from "../mod.ts";
import { backtestCommand } from "../scripts/backtest/flags.ts";
import { sweepCommand } from "../scripts/sweep/flags.ts";
import { settingRows } from "../scripts/registries/setting_rows.ts";

/** What users write and read as properties; types are gone at run time, so that their text is looked at. */
const typed = [
  "codegen/define/gains.ts",
  "codegen/define/levels.ts",
  "codegen/define/orders.ts",
  "codegen/define/side.ts",
  "codegen/define/strategy.ts",
  "codegen/define/types.ts",
  "engine/data/load_bars.ts",
  "engine/data/panel.ts",
  "engine/portfolio/broker.ts",
  "engine/portfolio/handlers.ts",
  "engine/portfolio/options.ts",
  "engine/portfolio/orders.ts",
  "engine/portfolio/portfolio_settings.ts",
  "engine/portfolio/read_weights.ts",
  "engine/portfolio/rebalance_bars.ts",
  "engine/portfolio/settings.ts",
  "engine/portfolio/result/holdings.ts",
  "engine/portfolio/target_orders.ts",
  "engine/run/backtest.ts",
  "engine/run/curves.ts",
  "engine/run/trade_rows.ts",
  "engine/sweep/grid/grid.ts",
  "engine/sweep/run_options.ts",
  "engine/sweep/sweep.ts",
];

const types = (await Promise.all(typed.map(typesOf))).flat();
const settingPaths = settingRows().map(([path]) => path);
const { tasks } = JSON.parse(await read("deno.json"));
const page = rowsOf(await read("docs/migrating.md"));

/** Names that stand behind one of these and a dot. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  broker: types.find(([name]) => name === "Broker")![1],
  result: [library.BacktestResult, library.PortfolioResult, library.SweepResult, library.GridResult]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
  ...Object.fromEntries(
    Object.entries(Object.groupBy(settingPaths, (path) => path.split(".")[0])).map((
      [group, paths = []],
    ) => [group, paths.map((path) => path.slice(group.length + 1))]),
  ),
};

const ours = new Set<string>([
  ...Object.keys(library),
  ...functions.keys(),
  ...library.statistics.keys(),
  ...settingPaths.flatMap((path) => path.split(".")),
  ...[choices, portfolioCodes].flatMap((lists) => Object.values(lists).flat().map(String)),
  ...exitReasons,
  ...backtestCommand.flags.direction.choices,
  ...orderReasons,
  ...[ruleSpecs, sizeSpecs, orderSpecs, filterSpecs].flatMap((specs) => Object.keys(specs)),
  ...types.flat(2),
  ...Object.keys(scopes),
]);

function read(path: string): Promise<string> {
  return Deno.readTextFile(new URL(`../${path}`, import.meta.url));
}

/** Interfaces and types of a file with the names of their members and the words that these may be. */
async function typesOf(path: string): Promise<[string, string[]][]> {
  const text = (await read(path)).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const blocks = text.matchAll(
    /^export (?:interface|type) (\w+)[^{;]*\{([\s\S]*?)\n(?:\}| {2}\};)/gm,
  );
  return Array.from(blocks, ([, name, body]) => {
    const members = body.matchAll(/^\s+(?:readonly )?(\w+)\??[:(]|"(\w+)"/gm);
    return [name, Array.from(members, ([, member, word]) => member ?? word)];
  });
}

/** Rows of the tables that translate. */
function rowsOf(text: string): { there: string; here: string; note: string }[] {
  let translates = false;
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) return [];
    const [, there, here, note] = line.split("|").map((cell) => cell.trim());
    if (/^-*$/.test(there)) return [];
    if (here === "here") {
      translates = there === "there";
      return [];
    }
    return translates ? [{ there, here, note }] : [];
  });
}

function codeOf(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]*)`/g), ([, code]) => code);
}

/** What of a piece of code names nothing of ours. */
function strangers(code: string): string[] {
  const [task] = /(?<=^deno task )\S+/.exec(code) ?? [];
  if (task !== undefined) return Object.hasOwn(tasks, task) ? [] : [code];
  if (code.startsWith("--")) {
    const flags = { ...backtestCommand.flags, ...sweepCommand.flags };
    return Object.hasOwn(flags, code.slice(2)) ? [] : [code];
  }
  const paths = code.matchAll(/(?<![\w.])[A-Za-z]\w+(?:\.\w+)*/g);
  return Array.from(paths, ([path]) => path).filter((path) => {
    if (path === "true" || path === "false") return false;
    const [first, second] = path.split(".");
    return !ours.has(first) || (second !== undefined && !scopes[first]?.includes(second));
  });
}

Deno.test("docs/migrating.md names what there is", () => {
  const wrong = page.flatMap(({ there, here }) =>
    codeOf(here).flatMap(strangers).map((found) => `${there}: ${found}`)
  );
  assertEquals(wrong, []);
});

Deno.test("docs/migrating.md has code or a reason in every row", () => {
  const bare = page.filter(({ here, note }) =>
    codeOf(here).length === 0 && !(here.startsWith("no") && note !== "")
  );
  assertEquals(bare, []);
});

Deno.test("docs/migrating.md names in its notes what is ours or theirs", () => {
  const theirs = new Set(page.flatMap(({ there }) => there.match(/\w+/g) ?? []));
  const wrong = page.flatMap(({ there, note }) =>
    codeOf(note).flatMap(strangers).filter((found) => !theirs.has(found)).map((found) =>
      `${there}: ${found}`
    )
  );
  assertEquals(wrong, []);
});

Deno.test("strangers() finds a name, a path, a flag and a task that are not ours", () => {
  const codes = ["rsi(close, lookback)", "execution.tick", "broker.rsi", "--rsi", "deno task rsi"];
  assertEquals(codes.flatMap(strangers), ["lookback", "execution.tick", ...codes.slice(2)]);
  assertEquals(strangers('stopLoss({ distance: "2 * atr(14)" })'), []);
});
