import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { strategy } from "../codegen/define/strategy.ts";
import { DataError } from "../engine/data/data_error.ts";
import { InputError } from "../scripts/command/input_error.ts";
import { loadBars } from "../scripts/command/load_bars.ts";
import { loadSettings } from "../scripts/command/load_settings.ts";
import { loadStrategy } from "../scripts/command/load_strategy.ts";
import { barsCsv, crossing, directoryOf } from "./script_run.ts";

const { hash } = strategy(crossing);
const library = new URL("../codegen/mod.ts", import.meta.url).href;

async function refusal(load: () => Promise<unknown>): Promise<string> {
  return (await assertRejects(load, InputError)).message;
}

Deno.test("loadStrategy() reads JSON files and modules, by path and by URL", async () => {
  using directory = await directoryOf({
    "a.json": JSON.stringify(crossing),
    "plain #1.js": `export default ${JSON.stringify(crossing)};`,
    "made.ts": `import { strategy } from "${library}";
      export default strategy(${JSON.stringify(crossing)});`,
  });
  const { path } = directory;
  const places = [
    `${path}/a.json`,
    `${path}/plain #1.js`,
    `${path}/made.ts`,
    new URL(`file://${path}/a.json`).href,
    new URL(`file://${path}/made.ts`).href,
    `data:text/javascript,export default ${JSON.stringify(crossing)}`,
  ];
  for (const place of places) assertEquals((await loadStrategy(place)).hash, hash, place);
});

Deno.test("loadStrategy() takes a strategy that another copy of the library made", async () => {
  const text = `const made = ${JSON.stringify({ ...crossing, hash: "0123456789abcdef" })};
    Object.defineProperty(made, "toJSON", { value: () => { const { hash, ...rest } = made; return rest; } });
    export default made;`;
  const loaded = await loadStrategy(`data:text/javascript,${encodeURIComponent(text)}`);
  assertEquals(loaded.hash, hash);
});

Deno.test("loadStrategy() says why a strategy of another copy cannot be taken over", async () => {
  const text = `const made = ${JSON.stringify({ ...crossing, hash: "0123456789abcdef+code" })};
    const problems = [{ path: "column own", message: "Expected no function" }];
    const toJSON = () => { throw Object.assign(new TypeError("no JSON form"), { problems }); };
    Object.defineProperty(made, "toJSON", { value: toJSON });
    export default made;`;
  const place = `data:text/javascript,${encodeURIComponent(text)}`;
  const message = await refusal(() => loadStrategy(place));
  assertStringIncludes(message, "column own: Expected no function");
});

Deno.test("loadStrategy() says what is wrong, and where", async () => {
  using directory = await directoryOf({
    "broken.json": "{ name: 1 }",
    "wrong.json": JSON.stringify({
      ...crossing,
      long: { enter: "crossOver(close, smaa(close, 3))" },
    }),
    "none.ts": "export const strategy = 1;",
    "throws.ts": "export default undefinedName;",
    "defines.ts": `import { strategy } from "${library}"; export default strategy({ name: "x" });`,
    "a.yaml": "",
  });
  const { path } = directory;
  const expected = [
    ["missing.json", "Cannot read the strategy", "found no such file"],
    ["missing.ts", "Cannot read the strategy", "found no such file"],
    ["broken.json", "expected JSON, Expected property name", "line 1 column 3"],
    ["wrong.json", 'wrong.json: Cannot make strategy "crossing"', 'did you mean "sma"?'],
    ["none.ts", "expected strategy(...) as its default export but found none"],
    ["throws.ts", "ReferenceError: undefinedName is not defined", "throws.ts:1:16"],
    ["defines.ts", 'Cannot make strategy "x"', "Expected a long or a short side"],
    ["a.yaml", "expected a .json file, or a .ts or .js module"],
  ];
  for (const [name, ...parts] of expected) {
    const message = await refusal(() => loadStrategy(`${path}/${name}`));
    for (const part of parts) assertStringIncludes(message, part);
  }
});

Deno.test("loadSettings() has the defaults, and names the file of a wrong setting", async () => {
  using directory = await directoryOf({
    "fine.json": '{ "cash": 500 }',
    "wrong.json": '{ "cash": -1, "comission": {} }',
  });
  assertEquals((await loadSettings(undefined)).cash, 100_000);
  assertEquals((await loadSettings(`${directory.path}/fine.json`)).cash, 500);
  const message = await refusal(() => loadSettings(`${directory.path}/wrong.json`));
  assertStringIncludes(message, "wrong.json: Cannot use the settings: 2 problems");
  assertStringIncludes(message, 'did you mean "commission"?');
});

Deno.test("loadBars() takes the span asked for, with the last day", async () => {
  using directory = await directoryOf({ "a.csv": barsCsv(40) });
  const data = `${directory.path}/a.csv`;
  const span = { from: "2020-01-05", to: "2020-01-08" };
  assertEquals((await loadBars({ data, ...span })).length, 4);
  assertEquals((await loadBars({ data, to: "2020-01-08T00:00" })).length, 7);
  assertStringIncludes(
    await refusal(() => loadBars({ data, from: "soon" })),
    'Cannot use --from: found "soon"',
  );
  assertStringIncludes(
    await refusal(() => loadBars({ data, from: span.to, to: span.from })),
    "expected a time not after --to 2020-01-05",
  );
});

Deno.test("loadBars() refuses what is no file and what holds no bars", async () => {
  using directory = await directoryOf({
    "empty.csv": "",
    "nan.csv": barsCsv(3).replace(/(01-02,)[^,]*/, "$1NaN"),
    "prices.csv": "date,price\n2020-01-01,10\n",
  });
  const { path } = directory;
  assertStringIncludes(await refusal(() => loadBars({ data: `${path}/none.csv` })), "no such file");
  assertStringIncludes(
    await refusal(() => loadBars({ data: path })),
    `Cannot read the bars ${path}`,
  );
  for (const name of ["empty.csv", "nan.csv", "prices.csv"]) {
    await assertRejects(() => loadBars({ data: `${path}/${name}` }), DataError, name);
  }
  assertEquals((await loadBars({ data: `${path}/prices.csv`, priceOnly: true })).length, 1);
});
