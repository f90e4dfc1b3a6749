import { assert, assertEquals, assertRejects } from "@std/assert";
import { barsOf } from "../engine/data/bars_of.ts";
import { DataError } from "../engine/data/data_error.ts";
import { readPanel } from "../engine/data/read_panel.ts";
import { assertSamePanel } from "./panel_cases.ts";

const vega = "npm:vega-datasets@3.2.1";

/** Runs on a directory of files that is removed afterwards. */
async function withFiles(
  files: Readonly<Record<string, string>>,
  run: (directory: string) => Promise<void>,
): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "a panel " });
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${directory}/${name}`, text);
    }
    await run(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** A file of one asset, closes alone. */
function closes(...rows: readonly (readonly [day: number, close: number])[]): string {
  return ["date,close", ...rows.map(([day, close]) => `2001-03-0${day},${close}`)].join("\n");
}

const three = {
  "MSFT.csv": closes([2, 50], [3, 51]),
  "AAPL.CSV": closes([1, 10], [3, 11]),
  "b.c.csv": closes([1, 7]),
  ".hidden.csv": "no data",
  "notes.txt": "no data",
};
const priceOnly = true;

Deno.test("readPanel() reads a directory in order of symbols, by path and by URL", async () => {
  await withFiles(three, async (directory) => {
    const panel = await readPanel(directory, { priceOnly });
    assertEquals([...panel.symbols], ["AAPL", "MSFT", "b.c"]);
    assertEquals([...panel.close], [10, NaN, 7, NaN, 50, NaN, 11, 51, NaN]);
    assert(panel.priceOnly);
    const url = new URL(`file://${encodeURI(directory)}`);
    assertSamePanel(await readPanel(url, { priceOnly }), panel);
    assertSamePanel(await readPanel(new URL(`${url}/`), { priceOnly }), panel);
    assertSamePanel(await readPanel([directory], { priceOnly }), panel);
  });
});

Deno.test("readPanel() reads a file a symbol, in the order given", async () => {
  await withFiles(three, async (directory) => {
    const [msft, aapl] = [`${directory}/MSFT.csv`, `${directory}/AAPL.CSV`];
    const panel = await readPanel([`M=${msft}`, `A=${aapl}`], { priceOnly });
    assertEquals([...panel.symbols], ["M", "A"]);
    assertEquals([...panel.close], [NaN, 10, 50, NaN, 51, 11]);
    assertSamePanel(await readPanel({ M: msft, A: aapl }, { priceOnly }), panel);
    const back = await readPanel([`A=${aapl}`, `M=${msft}`], { priceOnly });
    assertEquals([...back.close], [10, NaN, NaN, 50, 11, 51]);
    const span = { priceOnly, from: "2001-03-02", to: "2001-03-02" };
    assertEquals([...(await readPanel([`M=${msft}`, `A=${aapl}`], span)).close], [50, NaN]);
  });
});

Deno.test("readPanel() records closes where any of the files holds closes alone", async () => {
  const prices = "date,open,high,low,close,sector\n2001-03-01,10,12,9,11,x\n";
  await withFiles({ "A.csv": prices, "B.csv": closes([1, 10]) }, async (directory) => {
    const skipped: string[] = [];
    const files = [`A=${directory}/A.csv`, `C=${directory}/A.csv`];
    const onSkip = (name: string): number => skipped.push(name);
    assertEquals((await readPanel(files, { priceOnly, onSkip })).priceOnly, false);
    assertEquals(skipped, ["sector"]);
    assertEquals((await readPanel(directory, { priceOnly })).priceOnly, true);
  });
});

Deno.test("readPanel() tells the problems of all files", async () => {
  const files = {
    "A.csv": closes([1, -1]),
    "B.csv": "date,price\n",
    "C.csv": closes([2, 1], [1, 1]),
  };
  await withFiles(files, async (directory) => {
    const error: DataError = await assertRejects(
      () => readPanel(directory, { priceOnly }),
      DataError,
    );
    const found = error.problems.map(({ symbol, line, column }) => [symbol, line, column].join());
    assertEquals(found, ["A,2,open", "A,2,high", "A,2,low", "A,2,close", "C,3,time"]);
    assert(error.message.startsWith(`Cannot use the panel of ${directory}, 5 problems:`));
    const twice = [`A=${directory}/A.csv`, `B=${directory}/A.csv`, `C=${directory}/A.csv`];
    const many: DataError = await assertRejects(() => readPanel(twice, { priceOnly }), DataError);
    assertEquals([many.count, many.problems.length], [12, 10]);
    await Deno.writeTextFile(`${directory}/A.csv`, `date,close\n${"2001-03-05,-1\n".repeat(9)}`);
    const worst: DataError = await assertRejects(() => readPanel(twice, { priceOnly }), DataError);
    assertEquals(worst.count, 3 * (9 * 4 + 8));
    const closed: DataError = await assertRejects(() => readPanel(directory), DataError);
    assertEquals(closed.problems.map(({ symbol, line }) => [symbol, line].join()), [
      "A,1",
      "B,1",
      "C,1",
    ]);
  });
});

Deno.test("readPanel() refuses texts and directories that name no data", async () => {
  await withFiles({ "A.csv": closes([1, 1]) }, async (directory) => {
    const file = `${directory}/A.csv`;
    const refused: [string[], string][] = [
      [[`A=${file}`, file.replaceAll("=", "")], "expected SYMBOL=FILE"],
      [["=", `A=${file}`], "expected SYMBOL=FILE"],
      [[`A=${file}`, `A=${file}`], "expected another symbol than in row 0"],
    ];
    for (const [input, message] of refused) {
      await assertRejects(() => readPanel(input, { priceOnly }), DataError, message);
    }
    await assertRejects(() => readPanel(`${directory}/none.csv`), Deno.errors.NotFound);
    await assertRejects(() => readPanel([`A=${directory}/none.csv`]), Deno.errors.NotFound);
  });
  await withFiles({ "notes.txt": "" }, async (directory) => {
    await assertRejects(() => readPanel(directory), DataError, "with files such as AAPL.csv");
  });
});

Deno.test("readPanel() reads real monthly closes of five companies, one of which lists late", async () => {
  await import(vega);
  const path = new URL("../data/stocks.csv", import.meta.resolve(vega));
  await assertRejects(() => readPanel(path), DataError, "or the option priceOnly: true");
  const panel = await readPanel(path, { priceOnly });
  assertEquals([...panel.symbols], ["MSFT", "AMZN", "IBM", "GOOG", "AAPL"]);
  assertEquals([panel.length, panel.priceOnly], [123, true]);
  assertEquals(new Date(panel.time[0]).toISOString(), "2000-01-01T00:00:00.000Z");
  assertEquals(new Date(panel.time[122]).toISOString(), "2010-03-01T00:00:00.000Z");
  assertEquals([...panel.close.subarray(0, 5)], [39.81, 64.56, 100.52, NaN, 25.94]);
  const google = barsOf(panel, "GOOG");
  assertEquals([google.length, google.close[0]], [68, 102.37]);
  assertEquals(new Date(google.time[0]).toISOString(), "2004-08-01T00:00:00.000Z");
  assertEquals(panel.present.reduce((sum, bar) => sum + bar, 0), 4 * 123 + 68);
});
